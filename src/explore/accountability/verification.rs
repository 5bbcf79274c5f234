//! Fetches every file of the release and holds it against its hash and the rules. What has come in once is kept as bytes, so
//! that the check can be repeated without a connection.

use std::collections::BTreeMap;

use bytes::Bytes;
use js_sys::Promise;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use crate::cube::Cube;
use crate::disclosure::{Check, check_primary};
use crate::explore::context::{File, Monitor};
use crate::explore::fetch;
use crate::release::{Release, ReleaseError, Resource, check_bytes, decode_cube};
use crate::vocabulary::Table;

/// How far the check is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::explore) enum Progress {
    /// Not begun.
    #[default]
    Idle,
    /// So many of so many files are done.
    Busy {
        /// Files done.
        done: usize,
        /// All files.
        of: usize,
    },
    /// Done.
    Done(Findings),
}

/// What the check found.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::explore) struct Findings {
    /// How many files were looked at.
    pub files: usize,
    /// What is wrong with files.
    pub refused: Vec<ReleaseError>,
    /// Files that did not come, so that nothing can be said of them.
    pub absent: Vec<ReleaseError>,
    /// What came of the rules, over the files that are as published.
    pub check: Check,
}

impl Findings {
    /// Whether everything is as it should be.
    pub(in crate::explore) fn is_clean(&self) -> bool {
        self.refused.is_empty() && self.absent.is_empty() && self.check.is_clean()
    }
}

/// The check, kept while the reader looks at other pages.
#[derive(Clone, Copy)]
pub(in crate::explore) struct Verification {
    progress: RwSignal<Progress>,
    kept: StoredValue<BTreeMap<String, Bytes>>,
}

impl Verification {
    pub(in crate::explore) fn provide() {
        provide_context(Self {
            progress: RwSignal::default(),
            kept: StoredValue::default(),
        });
    }

    pub(super) fn get(self) -> Progress {
        self.progress.get()
    }

    /// Whether every file is there and as published, so that figures can be worked on together.
    pub(super) fn has_all(self) -> bool {
        self.progress.with(
            |progress| matches!(progress, Progress::Done(findings) if findings.refused.is_empty() && findings.absent.is_empty()),
        )
    }

    pub(super) fn is_busy(self) -> bool {
        self.progress
            .with(|progress| matches!(progress, Progress::Busy { .. }))
    }

    /// Looks at everything; a second time only once the first is done.
    pub(super) fn start(self, monitor: Monitor) {
        if self
            .progress
            .with_untracked(|progress| matches!(progress, Progress::Busy { .. }))
        {
            return;
        }
        let release = monitor.release();
        let of = release.resources().len();
        self.progress.set(Progress::Busy { done: 0, of });
        spawn_local(async move {
            let mut refused = missing(&release);
            let (mut absent, mut cubes) = (Vec::new(), Vec::new());
            for (done, resource) in release.resources().iter().enumerate() {
                match self.file(&release, resource).await {
                    Ok(cube) => cubes.extend(cube),
                    Err(error @ ReleaseError::Unreachable { .. }) => absent.push(error),
                    Err(error) => refused.push(error),
                }
                self.progress.set(Progress::Busy { done: done + 1, of });
                pause().await;
            }
            let check = check_primary(&cubes, &release.region);
            for cube in cubes {
                monitor.take(cube);
            }
            self.progress.set(Progress::Done(Findings {
                files: of - absent.len(),
                refused,
                absent,
                check,
            }));
        });
    }

    /// One file: its bytes against its hash, then what it holds; nothing for a file that holds no figures.
    async fn file(
        self,
        release: &Release,
        resource: &Resource,
    ) -> Result<Option<Cube>, ReleaseError> {
        let path = &resource.path;
        let kept = self.kept.with_value(|kept| kept.get(path).cloned());
        let bytes = match kept {
            Some(bytes) => bytes,
            None => fetch::bytes(path).await?,
        };
        check_bytes(resource, &bytes)?;
        self.kept
            .update_value(|kept| drop(kept.insert(path.clone(), bytes.clone())));
        every_file()
            .find(|(table, margin)| table.resource_name(*margin) == resource.name)
            .map(|(table, margin)| decode_cube(path, &bytes, table, margin, &release.region))
            .transpose()
    }
}

fn every_file() -> impl Iterator<Item = File> {
    Table::ALL.into_iter().flat_map(|table| {
        table
            .lattice()
            .into_iter()
            .map(move |margin| (table, margin))
    })
}

/// Files that a release should have and this one does not name.
fn missing(release: &Release) -> Vec<ReleaseError> {
    every_file()
        .filter(|(table, margin)| release.resource(*table, *margin).is_none())
        .map(|(table, margin)| ReleaseError::Missing {
            file: format!("{}.parquet", table.resource_name(margin)),
        })
        .collect()
}

/// Lets the browser draw.
pub(super) async fn pause() {
    let promise = Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback(&resolve);
        }
    });
    let _ = JsFuture::from(promise).await;
}

pub(super) fn verification() -> Verification {
    expect_context::<Verification>()
}
