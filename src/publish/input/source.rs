//! Where the rows of a file are: in one file, or in several parts of it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::specification::FILES;
use crate::publish::error::PublishError;

/// A file on disk that holds a file of the input, or a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// Its name within the folder.
    pub(super) name: String,
    /// Where it is.
    pub(super) path: PathBuf,
    /// How many bytes it has.
    pub(super) bytes: u64,
}

/// The files of a folder.
#[derive(Clone, Debug, Default)]
pub(super) struct Sources {
    /// The parts of each of [`FILES`], by name.
    pub(super) parts: [Vec<Part>; FILES.len()],
    /// What else the folder holds that looks like a table or has the name of one, and is not read.
    pub(super) others: Vec<String>,
}

/// Finds `NAME.csv`, `NAME-ANYTHING.csv` and everything in a folder `NAME`, or `.parquet` in their stead, for every file.
///
/// # Errors
/// [`PublishError::MissingFiles`] with all files of which there is no part.
pub(super) fn find(folder: &Path) -> Result<Sources, PublishError> {
    let mut found = Sources::default();
    let mut names = BTreeSet::new();
    for (path, name) in entries(folder)? {
        let stem = name.rsplit_once('.').map_or(&*name, |(stem, _)| stem);
        let file = stem.split_once('-').map_or(stem, |(file, _)| file);
        let file = file.to_lowercase();
        let is_of_input = |name: &str| FILES.iter().any(|file| file.about.name == name);
        if path.is_dir() && is_of_input(&name.to_lowercase()) {
            let inside = entries(&path)?;
            if inside.is_empty() {
                found.others.push(format!("{name}/"));
            }
            for (path, inner) in inside {
                let name = format!("{name}/{inner}");
                if is_table(&inner) && !path.is_dir() {
                    names.insert((name, file.clone(), path));
                } else if !inner.starts_with('.') {
                    found.others.push(name);
                }
            }
        } else if path.is_dir() && !name.starts_with('.') && holds_table(&path) {
            // A folder of which the name was mistyped.
            found.others.push(format!("{name}/"));
        } else if is_table(&name) && !path.is_dir() {
            names.insert((name, file, path));
        } else if is_table(&name) || is_of_input(first_word(&name.to_lowercase())) {
            found.others.push(name);
        }
    }
    for (name, of, path) in names {
        let bytes = fs::metadata(&path)
            .map_err(PublishError::file(&path))?
            .len();
        match FILES.iter().position(|file| file.about.name == of) {
            Some(file) => found.parts[file].push(Part { name, path, bytes }),
            None => found.others.push(name),
        }
    }
    found.others.sort_unstable();
    let missing: Vec<_> = FILES
        .iter()
        .zip(&found.parts)
        .filter(|(file, parts)| !file.about.is_optional && parts.is_empty())
        .map(|(file, _)| format!("{}.csv", file.about.name))
        .collect();
    if missing.is_empty() {
        Ok(found)
    } else {
        Err(PublishError::MissingFiles {
            folder: folder.to_owned(),
            missing: missing.join(", "),
        })
    }
}

fn entries(folder: &Path) -> Result<Vec<(PathBuf, String)>, PublishError> {
    let fail = |error| PublishError::file(folder)(error);
    fs::read_dir(folder)
        .map_err(fail)?
        .map(|entry| {
            let entry = entry.map_err(fail)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            Ok((entry.path(), name))
        })
        .collect()
}

/// Whether a folder holds tables.
fn holds_table(folder: &Path) -> bool {
    let inside = entries(folder).unwrap_or_default();
    inside
        .iter()
        .any(|(path, name)| is_table(name) && !path.is_dir())
}

/// What a name begins with, up to a point or a dash.
fn first_word(name: &str) -> &str {
    name.split(['.', '-']).next().unwrap_or(name)
}

/// Whether a name is that of a table; what begins with a point is a file of the system or of an editor.
fn is_table(name: &str) -> bool {
    let extension = Path::new(name).extension();
    !name.starts_with('.')
        && extension.is_some_and(|extension| {
            extension.eq_ignore_ascii_case("csv") || extension.eq_ignore_ascii_case("parquet")
        })
}

impl Part {
    /// Whether it is Parquet, and otherwise text.
    pub(super) fn is_parquet(&self) -> bool {
        self.path
            .extension()
            .is_some_and(|extension| extension.eq_ignore_ascii_case("parquet"))
    }
}
