//! What can be wrong with a release, in sentences for the reader.

use crate::vocabulary::Language;

/// Why a release or one of its files is refused. `Display` is English; [`ReleaseError::sentence`] is for the screen.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReleaseError {
    /// The descriptor is not what it should be.
    #[error("{file} is not a valid release descriptor: {detail}")]
    Descriptor {
        /// File name.
        file: String,
        /// Technical detail, for the data steward.
        detail: String,
    },
    /// The descriptor is of a format this program does not know.
    #[error("the release has format {found}; this program reads format {known}")]
    Version {
        /// Format in the descriptor.
        found: u32,
        /// Format of this program.
        known: u32,
    },
    /// The file is missing.
    #[error("the file {file} is missing")]
    Missing {
        /// File name.
        file: String,
    },
    /// The file could not be fetched.
    #[error("the file {file} could not be fetched (no connection?)")]
    Unreachable {
        /// File name.
        file: String,
    },
    /// The file is not the one the descriptor promises.
    #[error(
        "the file {file} is not the published one: its length or hash differs from the descriptor"
    )]
    WrongHash {
        /// File name.
        file: String,
    },
    /// The file cannot be read as Parquet.
    #[error("the file {file} cannot be read as Parquet: {detail}")]
    Unreadable {
        /// File name.
        file: String,
        /// Technical detail.
        detail: String,
    },
    /// A column that does not belong in a release.
    #[error("the file {file} holds a column that is not allowed in a release: {column}")]
    ForeignColumn {
        /// File name.
        file: String,
        /// Column name.
        column: String,
    },
    /// A column that should be there.
    #[error("the file {file} misses the column {column}")]
    MissingColumn {
        /// File name.
        file: String,
        /// Column name.
        column: String,
    },
    /// A code that no vocabulary knows.
    #[error("the file {file} holds an unknown code in {column}: {code}")]
    UnknownCode {
        /// File name.
        file: String,
        /// Column name.
        column: String,
        /// The code found.
        code: String,
    },
    /// Cells finer than the lattice allows, or twice the same cell.
    #[error(
        "the file {file} holds cells that do not belong in it (finer than agreed, or twice the same)"
    )]
    OutsideLattice {
        /// File name.
        file: String,
    },
}

impl ReleaseError {
    /// What is wrong, what still works and what to do, for the reader.
    pub fn sentence(&self, language: Language) -> String {
        match language {
            Language::Nl => self.dutch(),
            Language::En => self.english(),
        }
    }

    fn dutch(&self) -> String {
        match self {
            Self::Descriptor { file, .. } => {
                format!("De beschrijving van de gegevens ({file}) ontbreekt of is beschadigd. Zonder die beschrijving zijn er geen cijfers te tonen. Waarschuw de beheerder van deze site.")
            }
            Self::Version { .. } => {
                "De gegevens horen bij een andere versie van deze monitor. Laad de pagina opnieuw; helpt dat niet, waarschuw dan de beheerder van deze site.".to_owned()
            }
            Self::Missing { file } => {
                format!("Het bestand {file} ontbreekt. De cijfers die daarin staan, zijn nu niet te zien; de rest werkt gewoon.")
            }
            Self::Unreachable { file } => {
                format!("Het bestand {file} kon niet worden opgehaald. Misschien is er geen verbinding. De cijfers die daarin staan, zijn nu niet te zien. Probeer het straks opnieuw.")
            }
            Self::WrongHash { file } => {
                format!("Het bestand {file} is niet gelijk aan wat is gepubliceerd. Daarom tonen we de cijfers eruit niet; de rest werkt gewoon.")
            }
            Self::Unreadable { file, .. } => {
                format!("Het bestand {file} is beschadigd en niet te lezen. De cijfers die daarin staan, zijn nu niet te zien; de rest werkt gewoon.")
            }
            Self::ForeignColumn { file, column } => {
                format!("Het bestand {file} bevat een kolom die niet in een publicatie hoort ({column}). Daarom openen we het niet; de rest werkt gewoon.")
            }
            Self::MissingColumn { file, column } => {
                format!("In het bestand {file} ontbreekt de kolom {column}. De cijfers eruit zijn nu niet te zien; de rest werkt gewoon.")
            }
            Self::UnknownCode { file, column, code } => {
                format!("In het bestand {file} staat een onbekende code in de kolom {column}: {code}. Daarom tonen we de cijfers eruit niet; de rest werkt gewoon.")
            }
            Self::OutsideLattice { file } => {
                format!("Het bestand {file} is fijner dan is afgesproken. Daarom openen we het niet; de rest werkt gewoon.")
            }
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Descriptor { file, .. } => {
                format!("The description of the data ({file}) is missing or damaged. Without it no figures can be shown. Please tell the manager of this site.")
            }
            Self::Version { .. } => {
                "The data belong to another version of this monitor. Reload the page; if that does not help, please tell the manager of this site.".to_owned()
            }
            Self::Missing { file } => format!("The file {file} is missing. The figures in it cannot be shown now; the rest still works."),
            Self::Unreachable { file } => {
                format!("The file {file} could not be fetched. Perhaps there is no connection. The figures in it cannot be shown now. Try again later.")
            }
            Self::WrongHash { file } => {
                format!("The file {file} is not the one that was published. We therefore do not show its figures; the rest still works.")
            }
            Self::Unreadable { file, .. } => {
                format!("The file {file} is damaged and cannot be read. The figures in it cannot be shown now; the rest still works.")
            }
            Self::ForeignColumn { file, column } => {
                format!("The file {file} holds a column that does not belong in a publication ({column}). We therefore do not open it; the rest still works.")
            }
            Self::MissingColumn { file, column } => {
                format!("The file {file} misses the column {column}. Its figures cannot be shown now; the rest still works.")
            }
            Self::UnknownCode { file, column, code } => {
                format!("The file {file} holds an unknown code in the column {column}: {code}. We therefore do not show its figures; the rest still works.")
            }
            Self::OutsideLattice { file } => format!("The file {file} is finer than was agreed. We therefore do not open it; the rest still works."),
        }
    }
}
