//! What can go wrong while publishing, with the file and what to do about it; never with a person key.

use std::path::PathBuf;

use crate::disclosure::ProtectError;
use crate::release::ReleaseError;

/// Why nothing was published. Whatever stood in the release folder before is still there.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PublishError {
    /// A file could not be read or written.
    #[error("{path} cannot be read or written: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The folder for the release may not be replaced.
    #[error(
        "{folder} cannot hold the release: {detail}. Name a folder that does not exist yet, is empty, or holds an earlier release"
    )]
    Target {
        /// The folder.
        folder: PathBuf,
        /// What is in the way.
        detail: &'static str,
    },
    /// The folder for the release holds more than an earlier release.
    #[error(
        "{folder} cannot be replaced: besides an earlier release it holds {names}, which would be lost. Move that elsewhere first, or name \
         another folder for the release"
    )]
    Strays {
        /// The folder.
        folder: PathBuf,
        /// What else it holds.
        names: String,
    },
    /// Nothing can be made where the release would be prepared.
    #[error(
        "nothing can be made in {place}, where the release would be prepared: {source}. Name a folder in a place where you may write"
    )]
    Unwritable {
        /// The place.
        place: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The folder for the release cannot make way for a new one.
    #[error(
        "{folder} cannot be moved aside to make way for the release: {source}. If it is a disk or a mount by itself, name a folder in it"
    )]
    Immovable {
        /// The folder.
        folder: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The release whose hidden figures were to be hidden again cannot be read.
    #[error(
        "{folder} holds no release whose hidden figures can be hidden again: {detail}. Name the folder of a release"
    )]
    HideAs {
        /// The folder.
        folder: PathBuf,
        /// What is wrong with it.
        detail: String,
    },
    /// There is no folder with records.
    #[error(
        "there is no folder {folder} with records; it should hold trajecten.csv, declaraties.csv, producten.csv and bevolking.csv"
    )]
    NoRecords {
        /// The folder.
        folder: PathBuf,
    },
    /// There is no configuration.
    #[error(
        "there is no configuration {path}; name the file of your region with --regio FILE (data/regio.toml of this project is an example)"
    )]
    NoConfig {
        /// The file.
        path: PathBuf,
    },
    /// A line of the configuration is wrong.
    #[error("{path}, line {line}: {detail}")]
    ConfigLine {
        /// The file.
        path: PathBuf,
        /// The line.
        line: u64,
        /// What is wrong and what is expected.
        detail: String,
    },
    /// The configuration is not valid TOML, misses something or contradicts itself.
    #[error("{path} is not a valid configuration: {detail}")]
    Config {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        detail: String,
    },
    /// An input file has no column of this name.
    #[error("{path} has no column {column}; {where_named}")]
    MissingColumn {
        /// The file.
        path: PathBuf,
        /// The column.
        column: &'static str,
        /// Where such a file names its columns.
        where_named: &'static str,
    },
    /// An input file separates its columns by something else than a comma.
    #[error(
        "{path} separates its columns by a {separator}; save it again with a comma (,) or a semicolon (;) between columns"
    )]
    Separator {
        /// The file.
        path: PathBuf,
        /// What stands between the columns.
        separator: &'static str,
    },
    /// Files of the input are not there.
    #[error(
        "{folder} lacks {missing}; `regiovisie check --specification` tells what each file holds"
    )]
    MissingFiles {
        /// The folder.
        folder: PathBuf,
        /// The files.
        missing: String,
    },
    /// A file names a column more than once.
    #[error("{path} has the column {column} more than once; take one away")]
    ColumnTwice {
        /// The file.
        path: PathBuf,
        /// The column.
        column: &'static str,
    },
    /// A Parquet file cannot be read.
    #[error("{path} cannot be read as Parquet: {detail}")]
    Parquet {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        detail: String,
    },
    /// A column of a Parquet file holds no single values.
    #[error(
        "{path}: column {column} holds {kind}, and that is no text, number or date; write it as one of those"
    )]
    ParquetColumn {
        /// The file.
        path: PathBuf,
        /// The column.
        column: String,
        /// What it holds.
        kind: String,
    },
    /// What was read cannot be published.
    #[error("{}", .0.words(crate::vocabulary::Language::En))]
    Refused(super::input::Refusal),
    /// An input file is not CSV.
    #[error("{path}, line {line}: {detail}")]
    Csv {
        /// The file.
        path: PathBuf,
        /// The line.
        line: u64,
        /// What is wrong, without the contents of the line.
        detail: String,
    },
    /// Amounts are so large that their squares cannot be added up.
    #[error(
        "the declared amounts of {year} are too large to add up their squares; nothing was published. Correct declaraties.csv"
    )]
    AmountsTooLarge {
        /// The year.
        year: u16,
    },
    /// The query engine failed.
    #[error("tabulating {table} failed: {detail}")]
    Tabulate {
        /// The table.
        table: &'static str,
        /// What the engine said.
        detail: String,
    },
    /// A small count could be derived.
    #[error(transparent)]
    Protect(#[from] ProtectError),
    /// The audit of what was written failed.
    #[error("the audit is not passed, and nothing was published:\n{found}")]
    AuditFailed {
        /// What it found.
        found: String,
    },
    /// The audit could not be done.
    #[error(transparent)]
    Audit(#[from] super::audit::AuditError),
    /// A release that is read is damaged or contradicts itself.
    #[error(transparent)]
    Release(#[from] ReleaseError),
    /// A file could not be encoded.
    #[error("{file} could not be written as Parquet: {detail}")]
    Encode {
        /// The file.
        file: String,
        /// What is wrong.
        detail: String,
    },
}

impl PublishError {
    /// Says which file the system complained about.
    pub(crate) fn file(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }
}
