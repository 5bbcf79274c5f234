//! Fetches files of the release: the browser's twin of reading them from disk.

use bytes::Bytes;
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, RequestCache, RequestInit, Response};

use crate::cube::Cube;
use crate::release::{Boundaries, DESCRIPTOR, Release, ReleaseError, check_bytes, decode_cube};
use crate::vocabulary::{Margin, Table};

/// Where the release stands, relative to the page.
const FOLDER: &str = "data";
/// Milliseconds after which a file that does not come counts as unreachable.
const PATIENCE: u32 = 60_000;

/// Fetches and checks the descriptor.
pub(super) async fn release() -> Result<Release, ReleaseError> {
    let bytes = bytes(DESCRIPTOR).await.map_err(|error| match error {
        // Without its descriptor there is nothing of which "the rest still works".
        ReleaseError::Missing { file } => ReleaseError::Descriptor {
            file,
            detail: "missing".to_owned(),
        },
        other => other,
    })?;
    Release::parse(&bytes)
}

/// Fetches and checks one margin of a table.
pub(super) async fn cube(
    release: &Release,
    table: Table,
    margin: Margin,
) -> Result<Cube, ReleaseError> {
    let missing = || ReleaseError::Missing {
        file: format!("{}.parquet", table.resource_name(margin)),
    };
    let resource = release.resource(table, margin).ok_or_else(missing)?;
    let bytes = bytes(&resource.path).await?;
    check_bytes(resource, &bytes)?;
    decode_cube(&resource.path, &bytes, table, margin, &release.region)
}

/// Fetches and checks the boundaries; nothing when the release has none.
pub(super) async fn boundaries(release: &Release) -> Result<Option<Boundaries>, ReleaseError> {
    let Some(resource) = release.boundaries() else {
        return Ok(None);
    };
    let bytes = bytes(&resource.path).await?;
    check_bytes(resource, &bytes)?;
    Boundaries::parse(&resource.path, &bytes, &release.region).map(Some)
}

/// Fetches a file of the release as it is, to be checked by the caller.
pub(super) async fn bytes(file: &str) -> Result<Bytes, ReleaseError> {
    from(FOLDER, file).await
}

/// Fetches a file from a folder beside the page.
pub(super) async fn from(folder: &str, file: &str) -> Result<Bytes, ReleaseError> {
    let unreachable = |_: JsValue| ReleaseError::Unreachable {
        file: file.to_owned(),
    };
    let window = web_sys::window().ok_or_else(|| unreachable(JsValue::NULL))?;
    let options = RequestInit::new();
    // Asked for anew each time (the host may say "not modified"): a fresh descriptor beside stale files would refuse them all.
    options.set_cache(RequestCache::NoCache);
    options.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE)));
    let fetched = window.fetch_with_str_and_init(&format!("{folder}/{file}"), &options);
    let answer = JsFuture::from(fetched).await.map_err(unreachable)?;
    let answer: Response = answer.dyn_into().map_err(unreachable)?;
    if !answer.ok() {
        return Err(ReleaseError::Missing {
            file: file.to_owned(),
        });
    }
    let buffer = JsFuture::from(answer.array_buffer().map_err(unreachable)?)
        .await
        .map_err(unreachable)?;
    Ok(Bytes::from(Uint8Array::new(&buffer).to_vec()))
}
