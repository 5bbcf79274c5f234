//! Why a long table cannot be read, in sentences.

use crate::parquet_file::Fault;

/// Why a file is not a long table that can be queried. `Display` is English; [`TableError::sentence`] is for the screen.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TableError {
    /// The bytes are of something else.
    #[error("this is not a Parquet file")]
    NotParquet,
    /// The file contradicts itself or ends early.
    #[error("the file is damaged{}: {detail}", of(*.column))]
    Damaged {
        /// Column in which it shows; `None` for the file as a whole.
        column: Option<&'static str>,
        /// Technical detail.
        detail: &'static str,
    },
    /// A codec or encoding that is not read here.
    #[error("the file uses {what}{}: write it with snappy or uncompressed", of(*.column))]
    Unsupported {
        /// Column in which it shows; `None` for the file as a whole.
        column: Option<&'static str>,
        /// The codec or encoding.
        what: &'static str,
    },
    /// A column that should be there.
    #[error("the column {column} is missing")]
    MissingColumn {
        /// Column name.
        column: &'static str,
    },
    /// A column with values of another sort than it has to hold.
    #[error("the column {column} does not hold {wanted}")]
    WrongKind {
        /// Column name.
        column: &'static str,
        /// What it should hold.
        wanted: Wanted,
    },
    /// A column with a list or group in each row.
    #[error("the column {column} is nested: one value per row is needed")]
    Nested {
        /// Column name.
        column: &'static str,
    },
    /// More rows than a browser should be asked to hold.
    #[error("the file has too many rows for a browser (more than 16.7 million)")]
    TooManyRows,
    /// More different values than small codes can number.
    #[error("the column {column} has too many different values to group by")]
    TooManyMembers {
        /// Column name.
        column: &'static str,
    },
}

/// What a column should hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Text or whole numbers.
    Codes,
    /// Numbers.
    Numbers,
}

impl std::fmt::Display for Wanted {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str(match self {
            Self::Codes => "text or whole numbers",
            Self::Numbers => "numbers",
        })
    }
}

fn of(column: Option<&'static str>) -> String {
    column.map_or_else(String::new, |column| [" in column ", column].concat())
}

impl TableError {
    pub(super) fn new(fault: Fault, column: Option<&'static str>, wanted: Wanted) -> Self {
        let name = column.unwrap_or_default();
        match fault {
            Fault::NotParquet => Self::NotParquet,
            Fault::Damaged(detail) => Self::Damaged { column, detail },
            Fault::Unsupported(what) => Self::Unsupported { column, what },
            Fault::WrongKind => Self::WrongKind {
                column: name,
                wanted,
            },
            Fault::Nested => Self::Nested { column: name },
            Fault::TooManyRows => Self::TooManyRows,
            Fault::TooManyMembers => Self::TooManyMembers { column: name },
        }
    }

    /// What is wrong and what to do, in Dutch. Joined from pieces: the machinery of `format!` would weigh more than all the rest of
    /// the page's errors.
    pub fn sentence(&self) -> String {
        let place = |column: Option<&'static str>| {
            column.map_or_else(String::new, |column| [" (kolom ", column, ")"].concat())
        };
        match self {
            Self::NotParquet => "Dit is geen Parquet-bestand.".to_owned(),
            Self::Damaged { column, detail } => [
                "Het bestand is beschadigd en niet te lezen", &place(*column), ". Technisch: ", detail, ".",
            ]
            .concat(),
            Self::Unsupported { column, what } => [
                "Deze pagina leest alleen Parquet met snappy of zonder compressie. Dit bestand gebruikt iets anders",
                &place(*column), ": ", what, ".",
            ]
            .concat(),
            Self::MissingColumn { column } => ["In het bestand ontbreekt de kolom ", column, "."].concat(),
            Self::WrongKind { column, wanted } => [
                "De kolom ", column, " moet ",
                match wanted {
                    Wanted::Codes => "tekst of gehele getallen",
                    Wanted::Numbers => "getallen",
                },
                " bevatten.",
            ]
            .concat(),
            Self::Nested { column } => ["De kolom ", column, " moet één waarde per rij hebben."].concat(),
            Self::TooManyRows => "Het bestand heeft te veel rijen voor een browser: meer dan 16,7 miljoen.".to_owned(),
            Self::TooManyMembers { column } => {
                ["De kolom ", column, " heeft te veel verschillende waarden om naar te groeperen."].concat()
            }
        }
    }
}
