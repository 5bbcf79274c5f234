//! What commands give: words on standard output, and files that never take the place of what they were made from.

use std::fmt;
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use regiovisie::publish::resolved;

/// Why an answer was not given.
#[derive(Debug, thiserror::Error)]
pub(crate) enum OutputError {
    /// It could not be printed.
    #[error(
        "the answer cannot be printed: {0}; see what stands behind > or | in the command, or write it to a file"
    )]
    Print(io::Error),
    /// It would replace an input.
    #[error("{} is the input and would be lost; give the answer another name", .0.display())]
    IsInput(PathBuf),
    /// It would be read as one of the records.
    #[error(
        "{} would be one of the records in {}; give the answer another name, or write it elsewhere",
        .0.display(),
        .1.display()
    )]
    IsRecord(PathBuf, PathBuf),
    /// It would be published with a release.
    #[error(
        "{} lies in the release in {} and would be published with it; write the answer elsewhere",
        .0.display(),
        .1.display()
    )]
    InRelease(PathBuf, PathBuf),
    /// Two answers would be one file.
    #[error("{} is named for two answers; give each its own name", .0.display())]
    Twice(PathBuf),
}

/// What a command reads.
pub(crate) enum Input<'a> {
    /// A file.
    File(&'a Path),
    /// A folder with records: whatever looks like a table is read.
    Records(&'a Path),
    /// A folder with a release, all of which is public.
    Release(&'a Path),
}

/// Prints an answer. Who closes the pipe has read enough: that is no error, and the command ends as it would have.
///
/// # Errors
/// [`OutputError::Print`].
pub(crate) fn print(text: impl AsRef<[u8]>) -> Result<(), OutputError> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_ref()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(OutputError::Print(error)),
        _ => Ok(()),
    }
}

/// Says something besides the answer. Where even that cannot be written there is nobody to tell.
pub(crate) fn tell(line: impl fmt::Display) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// Checks, before anything is read, that no answer takes the place of an input or of another answer.
///
/// # Errors
/// [`OutputError`], for the first that does.
pub(crate) fn check_apart<'a>(
    outputs: impl IntoIterator<Item = &'a Path>,
    inputs: &[Input],
) -> Result<(), OutputError> {
    let mut places: Vec<PathBuf> = Vec::new();
    for output in outputs {
        // A pipe or a device loses nothing.
        if output.exists() && !output.is_file() {
            continue;
        }
        let place = resolved(output);
        for input in inputs {
            match input {
                Input::File(file) if resolved(file) == place => {
                    return Err(OutputError::IsInput(output.to_owned()));
                }
                Input::Records(folder)
                    if place.starts_with(resolved(folder)) && is_table(&place) =>
                {
                    return Err(OutputError::IsRecord(
                        output.to_owned(),
                        (*folder).to_owned(),
                    ));
                }
                Input::Release(folder) if place.starts_with(resolved(folder)) => {
                    return Err(OutputError::InRelease(
                        output.to_owned(),
                        (*folder).to_owned(),
                    ));
                }
                Input::File(_) | Input::Records(_) | Input::Release(_) => {}
            }
        }
        if places.contains(&place) {
            return Err(OutputError::Twice(output.to_owned()));
        }
        places.push(place);
    }
    Ok(())
}

fn is_table(path: &Path) -> bool {
    path.extension().is_some_and(|extension| {
        extension.eq_ignore_ascii_case("csv") || extension.eq_ignore_ascii_case("parquet")
    })
}
