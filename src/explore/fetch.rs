//! Fetches files of the release: the browser's twin of reading them from disk.

use std::cell::RefCell;

use bytes::Bytes;
use js_sys::{Promise, Uint8Array};
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

thread_local! {
    /// What was fetched and checked ahead. Each is used once: who asks again wants it anew.
    static PREPARED: RefCell<Prepared> = const { RefCell::new(Prepared { release: None, cubes: Vec::new() }) };
}

/// A release, and cubes by the hash of their file: those of another publication are not taken for them.
struct Prepared {
    release: Option<Release>,
    cubes: Vec<(String, Cube)>,
}

/// Fetches and checks the descriptor and these margins ahead, in a quiet moment: reading them takes longer than a reader who goes on
/// should wait. What does not come, or is refused, is asked for again when it is needed.
pub(super) async fn prepare(files: Vec<(Table, Margin)>) {
    let Ok(ahead) = release().await else {
        return;
    };
    PREPARED.with_borrow_mut(|prepared| prepared.release = Some(ahead.clone()));
    for (table, margin) in files {
        if let Some(resource) = ahead.resource(table, margin)
            && let Ok(read) = cube(&ahead, table, margin).await
        {
            let hash = resource.hash.clone();
            PREPARED.with_borrow_mut(|prepared| prepared.cubes.push((hash, read)));
        }
    }
}

/// Fetches and checks the descriptor.
pub(super) async fn release() -> Result<Release, ReleaseError> {
    if let Some(prepared) = PREPARED.with_borrow_mut(|prepared| prepared.release.take()) {
        return Ok(prepared);
    }
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
    let prepared = PREPARED.with_borrow_mut(|Prepared { cubes, .. }| {
        let place = cubes.iter().position(|(hash, _)| *hash == resource.hash)?;
        Some(cubes.swap_remove(place).1)
    });
    if let Some(prepared) = prepared {
        next_task().await;
        return Ok(prepared);
    }
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

/// As when something comes over the network: what the reader does meanwhile goes first, and so does what is to be painted.
async fn next_task() {
    let next = Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback(&resolve);
        }
    });
    let _ = JsFuture::from(next).await;
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
