//! Which years an audit is of, and where what it finds may be kept.

use std::path::Path;

use super::AuditError;
use crate::publish::target::resolved;
use crate::release::Region;

/// Checks that what an audit writes to `path` is not published along with one of these releases.
///
/// # Errors
/// [`AuditError::InRelease`].
pub fn outside<'a>(
    path: &Path,
    releases: impl IntoIterator<Item = &'a Path>,
) -> Result<(), AuditError> {
    let place = resolved(path);
    match releases
        .into_iter()
        .find(|folder| place.starts_with(resolved(folder)))
    {
        Some(folder) => Err(AuditError::InRelease {
            path: path.to_owned(),
            folder: folder.to_owned(),
        }),
        None => Ok(()),
    }
}

/// The years to attack: those that are asked for, or all.
pub(super) fn attacked(
    asked: &[u16],
    region: &Region,
    folder: &Path,
) -> Result<Vec<u16>, AuditError> {
    let lacking: Vec<u16> = asked
        .iter()
        .copied()
        .filter(|year| region.years().all(|known| known != *year))
        .collect();
    if !lacking.is_empty() {
        return Err(AuditError::NoSuchYear {
            folder: folder.to_owned(),
            asked: listed(lacking),
            known: listed(region.years()),
        });
    }
    let is_asked = |year: &u16| asked.is_empty() || asked.contains(year);
    Ok(region.years().filter(is_asked).collect())
}

/// Years with commas between them.
pub(super) fn listed(years: impl IntoIterator<Item = u16>) -> String {
    let words: Vec<String> = years.into_iter().map(|year| year.to_string()).collect();
    words.join(", ")
}
