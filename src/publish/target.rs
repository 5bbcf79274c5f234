//! Where a release may be put: never over something else, never in among the records.

use std::fs;
use std::path::{Component, Path, PathBuf};

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
    if is_empty || holds_release(folder) {
        Ok(())
    } else {
        refuse("it holds something else than an earlier release, which would be lost")
    }
}

fn holds_release(folder: &Path) -> bool {
    fs::read(folder.join(DESCRIPTOR))
        .ok()
        .and_then(|bytes| serde_json::from_slice::<serde_json::Value>(&bytes).ok())
        .is_some_and(|descriptor| descriptor["regiovisie"].is_object())
}

/// The path from the root, links followed as far as it exists.
fn resolved(path: &Path) -> PathBuf {
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
