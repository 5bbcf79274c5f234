//! What was already worked out, so that an audit that was stopped goes on where it was.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;
use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::AuditError;
use super::scope::outside;
use crate::disclosure::{Block, BlockFindings, Depth, Figures, Surroundings};
use crate::release::sha256_hex;

/// How every line begins.
const BEGIN: &[u8] = b"{\"over\":\"";

/// Findings of an earlier run or round by what they are about; when asked for, new ones go into a file as well: a line a block.
#[derive(Debug, Default)]
pub struct Proofs {
    /// Nothing is kept when there is no place for it.
    known: Option<Mutex<HashMap<String, BlockFindings>>>,
    file: Option<(PathBuf, Mutex<File>)>,
}

#[derive(Serialize, Deserialize)]
struct Line {
    over: String,
    bevindingen: BlockFindings,
}

impl Proofs {
    /// None yet; those that come are kept for the next round.
    pub fn for_rounds() -> Self {
        Self {
            known: Some(Mutex::default()),
            file: None,
        }
    }

    /// Those in `path`, to which new ones are added. A line that was cut off, as after a sudden end, is passed over. They tell more than
    /// a release does, so that the file may not lie in one of `releases`.
    ///
    /// # Errors
    /// [`AuditError::InRelease`], [`AuditError::File`], and [`AuditError::NotOurs`] for a file with anything else, which is left as it is.
    pub fn in_file<'a>(
        path: &Path,
        releases: impl IntoIterator<Item = &'a Path>,
    ) -> Result<Self, AuditError> {
        outside(path, releases)?;
        let fail = |source| AuditError::File {
            path: path.to_owned(),
            source,
        };
        let mut file = OpenOptions::new()
            .read(true)
            .append(true)
            .create(true)
            .open(path)
            .map_err(fail)?;
        let mut text = Vec::new();
        file.read_to_end(&mut text).map_err(fail)?;
        let is_ours = |line: &[u8]| line.starts_with(BEGIN) || BEGIN.starts_with(line);
        if let Some(foreign) = text
            .split(|byte| *byte == b'\n')
            .position(|line| !is_ours(line))
        {
            return Err(AuditError::NotOurs {
                path: path.to_owned(),
                line: foreign + 1,
            });
        }
        // After a line that was cut off the next one begins anew.
        if text.last().is_some_and(|last| *last != b'\n') {
            file.write_all(b"\n").map_err(fail)?;
        }
        let known = text
            .split(|byte| *byte == b'\n')
            .filter_map(|line| serde_json::from_slice::<Line>(line).ok())
            .map(|line| (line.over, line.bevindingen))
            .collect();
        Ok(Self {
            known: Some(Mutex::new(known)),
            file: Some((path.to_owned(), Mutex::new(file))),
        })
    }

    /// The findings about `what`: those of an earlier run, or else those of `work`, which are kept.
    ///
    /// # Errors
    /// Those of `work`, and [`AuditError::File`] when they cannot be kept.
    pub(super) fn recall<E: Into<AuditError>>(
        &self,
        what: impl FnOnce() -> String,
        work: impl FnOnce() -> Result<BlockFindings, E>,
    ) -> Result<BlockFindings, AuditError> {
        let Some(known) = &self.known else {
            return work().map_err(Into::into);
        };
        let what = what();
        // What a thread that broke down had kept is as good as anything.
        let known = || known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = known().get(&what) {
            return Ok(found.clone());
        }
        let found = work().map_err(Into::into)?;
        known().insert(what.clone(), found.clone());
        self.keep(what, &found)?;
        Ok(found)
    }

    /// Keeps findings.
    fn keep(&self, what: String, findings: &BlockFindings) -> Result<(), AuditError> {
        if let Some((path, file)) = &self.file {
            let line = Line {
                over: what,
                bevindingen: findings.clone(),
            };
            let mut text = serde_json::to_vec(&line).unwrap_or_default();
            text.push(b'\n');
            if let Ok(mut file) = file.lock() {
                file.write_all(&text).map_err(|source| AuditError::File {
                    path: path.clone(),
                    source,
                })?;
            }
        }
        Ok(())
    }
}

/// What findings are about: everything that an attack on the surroundings of a cell depends on.
pub(super) fn subject_around(around: &Surroundings, solver: &str) -> String {
    sha256_hex(format!("{solver} {} {around:?}", env!("CARGO_PKG_VERSION")).as_bytes())
}

/// What findings are about: everything that an attack on a block depends on.
pub(super) fn subject(
    block: &Block,
    figures: &Figures,
    (depth, settled): (Depth, &BTreeSet<usize>),
    solvers: &str,
) -> String {
    // Writing to a String cannot fail.
    let mut text = format!("{solvers} {depth:?} {}\n", env!("CARGO_PKG_VERSION"));
    for (variable, (low, high)) in block.variables.iter().zip(&block.bounds) {
        let required = figures
            .required_width(*variable, *high)
            .filter(|_| !settled.contains(variable));
        let _ = writeln!(text, "{variable} {low} {high} {required:?}");
    }
    for row in 0..block.system.len() {
        let _ = writeln!(
            text,
            "{:?} {:?}",
            block.system.limits(row),
            block.system.terms(row)
        );
    }
    sha256_hex(text.as_bytes())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;
    use std::cell::Cell;

    /// How many programmes each of three questions took, of which the last is the first once more.
    fn asked(kept: &Proofs) -> (Vec<usize>, usize) {
        let worked = Cell::new(0);
        let ask = |what: &str| {
            let found = kept.recall(
                || what.to_owned(),
                || {
                    worked.set(worked.get() + 1);
                    Ok::<_, AuditError>(BlockFindings {
                        programmes: worked.get(),
                        ..BlockFindings::default()
                    })
                },
            );
            found.unwrap().programmes
        };
        (["one", "other", "one"].map(ask).to_vec(), worked.get())
    }

    #[test]
    fn a_later_round_works_out_the_same_thing_once_and_an_audit_by_itself_each_time() {
        let kept = Proofs::for_rounds();
        assert_eq!(asked(&kept), (vec![1, 2, 1], 2));
        // In the next round nothing is new.
        assert_eq!(asked(&kept), (vec![1, 2, 1], 0));
        assert_eq!(asked(&Proofs::default()), (vec![1, 2, 3], 3));
    }
}
