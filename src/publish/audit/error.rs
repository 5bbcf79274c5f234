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
    /// A year that was asked for and of which the release has no figures.
    #[error(
        "the release in {folder} has no figures of {asked}, so nothing was attacked. It has {known}: give one of those with --year, or leave \
         --year out"
    )]
    NoSuchYear {
        /// Its folder.
        folder: PathBuf,
        /// The years that it lacks.
        asked: String,
        /// The years that it has.
        known: String,
    },
    /// A report or a file of proofs that would be published with the release.
    #[error(
        "{path} lies in the release in {folder} and would be published with it, while it tells how far hidden figures can be worked out: \
         name a place outside that folder"
    )]
    InRelease {
        /// What would be written.
        path: PathBuf,
        /// Folder of the release.
        folder: PathBuf,
    },
    /// A file that holds something else than what was worked out by an audit.
    #[error(
        "{path}, line {line}: this was not written by an audit; it was left as it is. Name a file that does not exist yet, or one that an \
         earlier audit kept with --resume"
    )]
    NotOurs {
        /// The file.
        path: PathBuf,
        /// The first line that is not.
        line: usize,
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
