//! An answer as a workbook whose figures are formulas: whoever opens it sees what was divided by what, and can go on with it. This is
//! what stands in it; writing the file is done elsewhere.

mod by_class;
mod cells;
mod figures;
mod formula;
mod origin;

use serde::{Deserialize, Serialize};

use super::Answer;
use crate::cube::CubeStore;
use crate::release::Release;
use crate::selection::Selection;

/// A workbook.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Workbook {
    /// Its title, for the properties of the file.
    pub title: String,
    /// The day of the data, ISO 8601: the file has no other date, so the same answer gives the same bytes.
    pub date: String,
    /// Its sheets, in order.
    pub sheets: Vec<Worksheet>,
}

/// A sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Worksheet {
    /// One word, so that formulas can name it as it is.
    pub name: String,
    /// Widths of the columns in letters.
    pub widths: Vec<u16>,
    /// How many rows stay in view above the others.
    pub frozen: u32,
    /// The rows.
    pub rows: Vec<Vec<Entry>>,
}

/// What stands in a cell of a sheet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Entry {
    /// Nothing.
    Empty,
    /// The title of the sheet.
    Title(String),
    /// The name of a column or a line.
    Name(String),
    /// Words.
    Words(String),
    /// Words on as many lines as they need.
    Prose(String),
    /// What must not be overlooked.
    Notice(String),
    /// An address.
    Link(String),
    /// A number.
    Number(f64, Digits),
    /// A formula without its `=`, and what it gives.
    Formula(String, f64, Digits),
}

/// How many digits of a number are seen; the others are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Digits {
    /// No decimals, with thousands.
    Whole,
    /// One decimal.
    Tenths,
    /// Two decimals.
    Hundredths,
    /// As they come: a year, a place.
    Plain,
}

impl Entry {
    fn number(value: Option<f64>, digits: Digits) -> Self {
        value.map_or(Self::Empty, |value| Self::Number(value, digits))
    }
}

/// The workbook of an answer; `link` is the page it was made from. Nothing when there are no figures.
pub fn workbook(
    answer: &Answer,
    selection: &Selection,
    release: &Release,
    store: &CubeStore,
    link: Option<&str>,
) -> Option<Workbook> {
    let Answer::Rows { shown, rows, .. } = answer else {
        return None;
    };
    let used = cells::Used::of(rows, selection.language);
    let figures = figures::sheet(answer, shown, rows, (selection, release), &used)?;
    Some(Workbook {
        title: answer.title(selection, &release.region),
        date: release.reference_date.clone(),
        sheets: vec![
            figures,
            used.sheet(store, release),
            origin::sheet(answer, shown, (selection, release), &used, link),
        ],
    })
}
