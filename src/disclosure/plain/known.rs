//! What the tables say of every cell, taken together.

use super::PlainError;
use super::link::Linked;
use super::read::{Content, Table, cell};

/// A row of a table: the number of the table and of the row.
type Source = (usize, usize);

/// What is published of every cell.
#[derive(Debug)]
pub(super) struct Known {
    /// Lower and upper bound.
    pub bounds: Vec<(f64, f64)>,
    /// Where a cell stands first, if it stands in a file.
    pub first: Vec<Option<Source>>,
    /// The cells that some table hides, in the order of their first appearance.
    pub hidden: Vec<usize>,
    /// The rows that gave the lower and the upper bound.
    told: Vec<(Option<Source>, Option<Source>)>,
}

impl Known {
    /// Takes together what all rows say of a cell.
    ///
    /// # Errors
    /// [`PlainError::Conflict`] when two rows cannot both be true.
    pub(super) fn new(tables: &[Table], linked: &Linked) -> Result<Self, PlainError> {
        let size = linked.keys.len();
        let mut known = Self {
            bounds: vec![(0.0, f64::INFINITY); size],
            first: vec![None; size],
            hidden: Vec::new(),
            told: vec![(None, None); size],
        };
        let mut hidden = vec![false; size];
        for (number, table) in tables.iter().enumerate() {
            for (place, row) in table.rows.iter().enumerate() {
                let variable = linked.cells[number][place];
                known.first[variable].get_or_insert((number, place));
                match &row.content {
                    Content::Open { low, high } => {
                        known.hear(variable, (*low, *high), (number, place), tables)?;
                    }
                    Content::Hidden | Content::HiddenShare { .. } => hidden[variable] = true,
                    // Nobody prints a percentage of nothing.
                    Content::Share { of, .. } => {
                        let key = linked.key_of_total(number, &row.members, of);
                        if let Some(whole) = linked.find(&key) {
                            let at_least_one = (1.0, f64::INFINITY);
                            known.hear(whole, at_least_one, (number, place), tables)?;
                        }
                    }
                }
            }
        }
        known.hidden = (0..size).filter(|variable| hidden[*variable]).collect();
        known.hidden.sort_by_key(|variable| known.first[*variable]);
        Ok(known)
    }

    fn hear(
        &mut self,
        variable: usize,
        (low, high): (f64, f64),
        source: Source,
        tables: &[Table],
    ) -> Result<(), PlainError> {
        let (bounds, told) = (&mut self.bounds[variable], &mut self.told[variable]);
        if low > bounds.0 {
            *bounds = (low, bounds.1);
            told.0 = Some(source);
        }
        if high < bounds.1 {
            *bounds = (bounds.0, high);
            told.1 = Some(source);
        }
        if bounds.0 <= bounds.1 {
            return Ok(());
        }
        let others = [told.0, told.1].into_iter().flatten();
        let other = others
            .filter(|other| *other != source)
            .min()
            .unwrap_or(source);
        Err(PlainError::Conflict {
            cell: name(source, tables),
            first: said(other, tables),
            second: said(source, tables),
        })
    }

    /// A cell in words: its name, what is published of it and where.
    pub(super) fn describe(&self, variable: usize, linked: &Linked, tables: &[Table]) -> String {
        let called = self.first[variable]
            .map_or_else(|| linked.name(variable), |source| name(source, tables));
        let (low, high) = self.bounds[variable];
        let said = match self.told[variable] {
            (low_told, Some(told)) if low >= high => {
                let both = low_told.filter(|other| *other != told);
                let also = both.map_or(String::new(), |other| {
                    format!(" and {}", place(other, tables))
                });
                format!("{high}, {}{also}", place(told, tables))
            }
            (_, Some(told)) => format!("{low} to {high}, {}", place(told, tables)),
            _ => self.first[variable].map_or_else(
                || "in no file".to_owned(),
                |source| format!("hidden, {}", place(source, tables)),
            ),
        };
        format!("[{called}] ({said})")
    }
}

fn name((table, row): Source, tables: &[Table]) -> String {
    cell(&tables[table].dimensions, &tables[table].rows[row].members)
}

fn place((table, row): Source, tables: &[Table]) -> String {
    format!(
        "{} line {}",
        tables[table].name, tables[table].rows[row].line
    )
}

fn said(source: Source, tables: &[Table]) -> String {
    let what = match tables[source.0].rows[source.1].content {
        Content::Open { low, high } if low < high => format!("{low} to {high}"),
        Content::Open { low, .. } => low.to_string(),
        _ => "not 0, as a percentage of it is given".to_owned(),
    };
    format!("{what} ({})", place(source, tables))
}
