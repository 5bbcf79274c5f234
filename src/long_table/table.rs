//! A long table in memory.

use super::column::{Codes, Numbering, Numbers, Span};
use super::error::{TableError, Wanted};
use crate::parquet_file::{Fault, File, Value, read_column};

/// What rows are chosen and grouped by, in the order of the columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    /// Year.
    Jaar,
    /// Municipality.
    Gemeente,
    /// Form of care.
    Zorgvorm,
    /// Age group.
    Leeftijdsgroep,
    /// Referrer.
    Verwijzer,
    /// Provider.
    Aanbieder,
}

/// What is added up, in the order of the columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Youths with care.
    Clienten,
    /// Youths whose care began.
    Instroom,
    /// Youths whose care ended.
    Uitstroom,
    /// Euros.
    Kosten,
    /// Days of care that ended, together.
    DuurDagenSom,
    /// Care that one side broke off.
    Uitval,
    /// Youths who came back.
    Terugkeer,
}

impl Dimension {
    /// How many there are.
    pub const COUNT: usize = 6;
    /// All of them.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Jaar,
        Self::Gemeente,
        Self::Zorgvorm,
        Self::Leeftijdsgroep,
        Self::Verwijzer,
        Self::Aanbieder,
    ];

    /// The name of its column.
    pub fn code(self) -> &'static str {
        match self {
            Self::Jaar => "jaar",
            Self::Gemeente => "gemeente",
            Self::Zorgvorm => "zorgvorm",
            Self::Leeftijdsgroep => "leeftijdsgroep",
            Self::Verwijzer => "verwijzer",
            Self::Aanbieder => "aanbieder",
        }
    }
}

impl Measure {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Clienten,
        Self::Instroom,
        Self::Uitstroom,
        Self::Kosten,
        Self::DuurDagenSom,
        Self::Uitval,
        Self::Terugkeer,
    ];

    /// The name of its column.
    pub fn code(self) -> &'static str {
        match self {
            Self::Clienten => "clienten",
            Self::Instroom => "instroom",
            Self::Uitstroom => "uitstroom",
            Self::Kosten => "kosten",
            Self::DuurDagenSom => "duur_dagen_som",
            Self::Uitval => "uitval",
            Self::Terugkeer => "terugkeer",
        }
    }

    /// Its lane in sums: the first one counts rows.
    pub(super) fn lane(self) -> usize {
        self as usize + 1
    }
}

/// Codes and numbers of all rows.
#[derive(Debug)]
pub(super) struct LongTable {
    pub rows: usize,
    /// In the order of [`Dimension::ALL`].
    pub dimensions: Vec<Codes>,
    /// In the order of [`Measure::ALL`].
    pub measures: Vec<Numbers>,
}

impl LongTable {
    pub fn read(bytes: &[u8]) -> Result<Self, TableError> {
        let file =
            File::open(bytes).map_err(|fault| TableError::new(fault, None, Wanted::Numbers))?;
        let mut dimensions = Vec::new();
        for dimension in Dimension::ALL {
            dimensions.push(read(&file, dimension.code(), Wanted::Codes, codes)?);
        }
        let mut measures = Vec::new();
        for measure in Measure::ALL {
            measures.push(read(&file, measure.code(), Wanted::Numbers, numbers)?);
        }
        Ok(Self {
            rows: file.rows(),
            dimensions,
            measures,
        })
    }

    /// Whether a measure is not known in some row.
    pub fn has_unknown(&self) -> bool {
        self.measures.iter().any(Numbers::has_unknown)
    }

    /// How many members a dimension has.
    pub fn size(&self, dimension: Dimension) -> usize {
        self.dimensions[dimension as usize].members.len()
    }
}

type Read<T> = fn(&File, &crate::parquet_file::Column) -> Result<T, Fault>;

fn read<T>(
    file: &File,
    name: &'static str,
    wanted: Wanted,
    read: Read<T>,
) -> Result<T, TableError> {
    let about = |fault| TableError::new(fault, Some(name), wanted);
    let column = file
        .column(name)
        .map_err(about)?
        .ok_or(TableError::MissingColumn { column: name })?;
    read(file, column).map_err(about)
}

fn codes(file: &File, column: &crate::parquet_file::Column) -> Result<Codes, Fault> {
    let mut numbering = Numbering::default();
    let (rows, nulls) = read_column(file, column, Numbering::UNKNOWN, |value| {
        numbering.number(value)
    })?;
    Ok(numbering.finish(&rows, nulls))
}

fn numbers(file: &File, column: &crate::parquet_file::Column) -> Result<Numbers, Fault> {
    let unit = column.scale.map_or(1.0, |digits| 10_f64.powi(digits));
    let mut span = Span::default();
    let (rows, nulls) = read_column(file, column, f64::NAN, |value| {
        let number = match value {
            Value::Whole(whole) => whole as f64,
            Value::Real(real) => real,
            Value::Wide(bytes) => wide(bytes),
            Value::Text(_) => return Err(Fault::WrongKind),
        };
        let number = match column.scale {
            None | Some(0) => number,
            Some(_) => number / unit,
        };
        span.widen(number);
        Ok(number)
    })?;
    Ok(Numbers::new(rows, nulls, &span))
}

// The first byte holds the sign.
fn wide(bytes: &[u8]) -> f64 {
    bytes.split_first().map_or(0.0, |(first, rest)| {
        let first = f64::from(first.cast_signed());
        rest.iter()
            .fold(first, |value, byte| value * 256.0 + f64::from(*byte))
    })
}
