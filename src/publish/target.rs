//! Where a release may be put: never over something else, never in among the records.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};
use std::{fs, io};

use super::catalogue_record::RECORD;
use super::error::PublishError;
use crate::release::DESCRIPTOR;

/// Checks that `folder` may be replaced by a release of the records in `records`: it does not exist, is empty or holds an earlier
/// release, and stands apart from the records.
///
/// # Errors
/// [`PublishError::Target`] when it may not, [`PublishError::File`] when it cannot be looked into.
pub(super) fn check_target(folder: &Path, records: &Path) -> Result<(), PublishError> {
    let refuse = |detail| {
        Err(PublishError::Target {
            folder: folder.to_owned(),
            detail,
        })
    };
    let (target, source) = (resolved(folder), resolved(records));
    if target == source {
        return refuse("it is the folder with the records");
    }
    if source.starts_with(&target) {
        return refuse("the folder with the records lies in it");
    }
    if target.starts_with(&source) {
        return refuse("it lies in the folder with the records");
    }
    if !folder.exists() {
        return Ok(());
    }
    if !folder.is_dir() {
        return refuse("it is a file");
    }
    let is_empty = fs::read_dir(folder)
        .map_err(PublishError::file(folder))?
        .next()
        .is_none();
    if is_empty {
        return Ok(());
    }
    if !holds_release(folder) {
        return refuse("it holds something else than an earlier release, which would be lost");
    }
    let mut strays: Vec<String> = strays(folder)?
        .into_iter()
        .map(|name| name.to_string_lossy().into_owned())
        .collect();
    if strays.is_empty() {
        return Ok(());
    }
    strays.sort();
    Err(PublishError::Strays {
        folder: folder.to_owned(),
        names: strays.join(", "),
    })
}

/// Whether a folder holds a release of this program.
pub(super) fn holds_release(folder: &Path) -> bool {
    descriptor(folder).is_some_and(|descriptor| descriptor["regiovisie"].is_object())
}

fn descriptor(folder: &Path) -> Option<serde_json::Value> {
    let bytes = fs::read(folder.join(DESCRIPTOR)).ok()?;
    serde_json::from_slice(&bytes).ok()
}

/// What a folder holds besides the release in it: a release is its descriptor, the files that lists, its configuration, its record for a
/// catalogue, and each of them compressed for a host that serves such files.
///
/// # Errors
/// [`PublishError::File`] when the folder cannot be read.
pub(super) fn strays(folder: &Path) -> Result<Vec<OsString>, PublishError> {
    let descriptor = descriptor(folder).unwrap_or_default();
    let listed = descriptor["resources"].as_array().into_iter().flatten();
    let known: BTreeSet<&str> = listed
        .filter_map(|resource| resource["path"].as_str())
        .chain([DESCRIPTOR, CONFIG, RECORD])
        .collect();
    let is_known = |name: &str| {
        let plain = name.strip_suffix(".br").or(name.strip_suffix(".gz"));
        known.contains(name) || plain.is_some_and(|plain| known.contains(plain))
    };
    let fail = |error| PublishError::file(folder)(error);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(fail)? {
        let entry = entry.map_err(fail)?;
        let name = entry.file_name();
        let is_folder = entry.file_type().map_err(fail)?.is_dir();
        if is_folder || !name.to_str().is_some_and(is_known) {
            found.push(name);
        }
    }
    Ok(found)
}

/// The folder itself where `folder` is a link to it: that one is replaced, and the link stays.
///
/// # Errors
/// [`PublishError::Target`] when links lead round in a circle.
pub(super) fn followed(folder: &Path) -> Result<PathBuf, PublishError> {
    // Without a slash at the end, which would hide a link.
    let mut place: PathBuf = folder.components().collect();
    for _ in 0..LINKS {
        let Ok(aim) = fs::read_link(&place) else {
            return Ok(place);
        };
        place = place.parent().unwrap_or(Path::new("")).join(aim);
        place = place.components().collect();
    }
    Err(PublishError::Target {
        folder: folder.to_owned(),
        detail: "it is a link that leads back to itself",
    })
}

/// Where a new release is prepared and an old one kept for a moment: `.NAME.new` and `.NAME.old` beside the folder, on the same
/// disk, so that moving is renaming.
///
/// # Errors
/// [`PublishError::File`] when the folder has no name, as `..`.
pub(super) fn beside(folder: &Path) -> Result<[PathBuf; 2], PublishError> {
    let Some(name) = folder.file_name() else {
        return Err(PublishError::file(folder)(io::Error::new(
            io::ErrorKind::InvalidInput,
            "give the folder for the release by its name",
        )));
    };
    let name = name.to_string_lossy();
    Ok(["new", "old"].map(|state| folder.with_file_name(format!(".{name}.{state}"))))
}

/// Tries what putting a release in its place takes, for that it cannot be done should not turn out after the proof.
///
/// # Errors
/// [`PublishError::Unwritable`] when nothing can be made beside the folder, [`PublishError::Immovable`] when the folder cannot be moved,
/// [`PublishError::File`] when something is in the way.
pub(super) fn try_out(folder: &Path) -> Result<(), PublishError> {
    let [aside, old] = beside(folder)?;
    if aside.exists() {
        fs::remove_dir_all(&aside).map_err(PublishError::file(&aside))?;
    }
    // The folders above the release may have to be made as well: in the first that is there.
    let is_there = |place: &&Path| place.as_os_str().is_empty() || place.is_dir();
    let place = aside.ancestors().skip(1).find(is_there);
    let place = place.unwrap_or(Path::new(""));
    let trial = place.join(aside.file_name().unwrap_or_default());
    fs::create_dir(&trial)
        .and_then(|()| fs::remove_dir(&trial))
        .map_err(|source| PublishError::Unwritable {
            place: if place.as_os_str().is_empty() {
                PathBuf::from(".")
            } else {
                place.to_owned()
            },
            source,
        })?;
    if folder.exists() {
        fs::rename(folder, &old)
            .and_then(|()| fs::rename(&old, folder))
            .map_err(|source| PublishError::Immovable {
                folder: folder.to_owned(),
                source,
            })?;
    }
    Ok(())
}

/// The configuration of the region, as it goes along with its release.
pub(super) const CONFIG: &str = "regio.toml";

/// As many links are followed as the system itself would.
const LINKS: usize = 40;

/// The path from the root, links followed as far as it exists.
pub fn resolved(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    absolute
        .components()
        .fold(PathBuf::new(), |mut known, component| {
            if component == Component::ParentDir {
                known.pop();
            } else {
                known.push(component);
            }
            known.canonicalize().unwrap_or(known)
        })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;

    /// What is said of `release` beside, in or around `records`.
    fn refused(make: impl FnOnce(&Path) -> (PathBuf, PathBuf)) -> Option<&'static str> {
        let place = tempfile::tempdir().unwrap();
        let (folder, records) = make(place.path());
        match check_target(&folder, &records) {
            Ok(()) => None,
            Err(PublishError::Target { detail, .. }) => Some(detail),
            Err(other) => unreachable!("{other}"),
        }
    }

    fn holding(place: &Path, name: &str, text: &str) -> (PathBuf, PathBuf) {
        let folder = place.join("release");
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join(name), text).unwrap();
        (folder, place.join("records"))
    }

    #[test]
    fn a_new_an_empty_and_a_released_folder_are_accepted() {
        assert_eq!(
            refused(|place| (place.join("release"), place.join("records"))),
            None
        );
        assert_eq!(
            refused(|place| (place.to_owned(), std::env::temp_dir().join("records"))),
            None
        );
        assert_eq!(
            refused(|place| holding(place, DESCRIPTOR, r#"{"regiovisie": {}}"#)),
            None
        );
    }

    #[test]
    fn other_contents_are_refused() {
        let lost = Some("it holds something else than an earlier release, which would be lost");
        assert_eq!(refused(|place| holding(place, "notes.txt", "mine")), lost);
        assert_eq!(
            refused(|place| holding(place, DESCRIPTOR, r#"{"name": "another package"}"#)),
            lost
        );
        assert_eq!(
            refused(|place| holding(place, DESCRIPTOR, "not json")),
            lost
        );
        let a_file = |place: &Path| {
            let (folder, records) = holding(place, "notes.txt", "mine");
            (folder.join("notes.txt"), records)
        };
        assert_eq!(refused(a_file), Some("it is a file"));
    }

    /// A folder with a release that lists one file.
    fn a_release(place: &Path) -> (PathBuf, PathBuf) {
        let described = r#"{"regiovisie": {}, "resources": [{"path": "a.parquet"}]}"#;
        let (folder, records) = holding(place, DESCRIPTOR, described);
        for name in ["a.parquet", "a.parquet.br", CONFIG] {
            fs::write(folder.join(name), "").unwrap();
        }
        (folder, records)
    }

    #[test]
    fn what_a_release_does_not_list_is_named_and_not_replaced() {
        assert_eq!(refused(a_release), None);
        let place = tempfile::tempdir().unwrap();
        let (folder, records) = a_release(place.path());
        fs::write(folder.join("b.parquet"), "mine").unwrap();
        fs::create_dir(folder.join("a.parquet.gz")).unwrap();
        let refused = check_target(&folder, &records).unwrap_err();
        assert!(
            matches!(&refused, PublishError::Strays { names, .. } if names == "a.parquet.gz, b.parquet"),
            "{refused}"
        );
    }

    #[test]
    fn trying_out_leaves_everything_as_it_was() {
        let place = tempfile::tempdir().unwrap();
        let (folder, _) = a_release(place.path());
        try_out(&folder).unwrap();
        assert!(folder.join(DESCRIPTOR).exists());
        try_out(&place.path().join("not/there/yet")).unwrap();
        assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1);
        assert!(matches!(
            try_out(Path::new("/proc/release")),
            Err(PublishError::Unwritable { .. })
        ));
        assert!(try_out(&place.path().join("..")).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stands_for_the_folder_it_leads_to() {
        use std::os::unix::fs::symlink;
        let place = tempfile::tempdir().unwrap();
        let at = |name: &str| place.path().join(name);
        symlink("real", at("link")).unwrap();
        symlink(at("link"), at("second")).unwrap();
        // There or not: it may have been moved away for a moment.
        for _ in 0..2 {
            assert_eq!(followed(&at("second/")).unwrap(), at("real"));
            fs::create_dir_all(at("real")).unwrap();
        }
        assert_eq!(followed(&at("real/")).unwrap(), at("real"));
        symlink("round", at("round")).unwrap();
        assert!(followed(&at("round")).is_err());
    }

    #[test]
    fn the_records_are_never_touched_however_the_paths_are_written() {
        let in_records = Some("it lies in the folder with the records");
        let around = Some("the folder with the records lies in it");
        let within = |place: &Path| fs::create_dir_all(place.join("records/old")).unwrap();
        let case = |folder: &'static str| {
            move |place: &Path| {
                within(place);
                (place.join(folder), place.join("records"))
            }
        };
        assert_eq!(
            refused(case("records/old/..")),
            Some("it is the folder with the records")
        );
        assert_eq!(refused(case("records/release")), in_records);
        assert_eq!(refused(case("elsewhere/../records/release")), in_records);
        assert_eq!(refused(case("records/old/../..")), around);
        assert_eq!(refused(case("records-2")), None);
    }
}
