//! Reads configuration and releases from files: the native twin of the browser's fetching.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::config_mistake::mistake;
use super::error::PublishError;
use crate::cube::CubeStore;
use crate::release::{
    DESCRIPTOR, Region, RegionConfig, Release, ReleaseError, check_bytes, decode_cube,
};
use crate::vocabulary::Table;

/// Reads `regio.toml`.
///
/// # Errors
/// [`PublishError::NoConfig`], [`PublishError::File`], [`PublishError::ConfigLine`] or [`PublishError::Config`].
pub fn read_config(path: &Path) -> Result<RegionConfig, PublishError> {
    let text = fs::read_to_string(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => PublishError::NoConfig {
            path: path.to_owned(),
        },
        _ => PublishError::file(path)(error),
    })?;
    toml::from_str(&text).map_err(|error| mistake(path, &text, &error))
}

/// Reads `regio.toml` and checks that it hangs together; what is wrong is said of that file.
///
/// # Errors
/// [`PublishError::File`] or [`PublishError::Config`].
pub(super) fn read_region(path: &Path) -> Result<(RegionConfig, Region), PublishError> {
    let config = read_config(path)?;
    let region = Region::new(&config).map_err(|error| match error {
        ReleaseError::Descriptor { detail, .. } => PublishError::Config {
            path: path.to_owned(),
            detail,
        },
        other => PublishError::Release(other),
    })?;
    Ok((config, region))
}

/// Reads a release folder: descriptor and every cube, each held against its hash.
///
/// # Errors
/// [`PublishError::File`] or [`PublishError::Release`].
pub fn read_release(folder: &Path) -> Result<(Release, CubeStore), PublishError> {
    let descriptor = folder.join(DESCRIPTOR);
    let release = Release::parse(&fs::read(&descriptor).map_err(PublishError::file(&descriptor))?)?;
    let mut store = CubeStore::default();
    for table in Table::ALL {
        for margin in table.lattice() {
            let Some(resource) = release.resource(table, margin) else {
                continue;
            };
            let path = folder.join(&resource.path);
            let bytes = fs::read(&path).map_err(PublishError::file(&path))?;
            check_bytes(resource, &bytes)?;
            store.insert(decode_cube(
                &resource.path,
                &bytes,
                table,
                margin,
                &release.region,
            )?);
        }
    }
    Ok((release, store))
}
