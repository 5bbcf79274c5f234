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
    /// Plain tables that cannot be attacked.
    #[error(transparent)]
    Plain(#[from] PlainError),
}
