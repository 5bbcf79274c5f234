//! Why an audit gives no answer.

use std::path::PathBuf;

use crate::disclosure::plain::PlainError;

/// Why an audit gives no answer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AuditError {
    /// A file could not be read.
    #[error("{path} cannot be read: {source}; check its name and whether you may read it")]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A release that cannot be read.
    #[error("the release in {folder} cannot be audited: {detail}")]
    Release {
        /// Its folder.
        folder: PathBuf,
        /// What is wrong.
        detail: String,
    },
    /// An earlier release of other areas or other years.
    #[error(
        "no figure stands both in this release and in the earlier one in {folder}: it is of another region or of other years; leave it out"
    )]
    NothingInCommon {
        /// Folder of the earlier release.
        folder: PathBuf,
    },
    /// Published figures of which nothing can be true.
    #[error(
        "the published figures contradict each other: nothing is left that {figure} could be. A file was changed, or an earlier release is \
         of other records"
    )]
    Contradiction {
        /// The figure.
        figure: String,
    },
    /// The solver gave no answer.
    #[error("the audit could not be finished, and nothing is proved: {0}")]
    Solver(#[from] crate::disclosure::solver::SolverError),
    /// Plain tables that cannot be attacked.
    #[error(transparent)]
    Plain(#[from] PlainError),
}
