//! The published cells behind the figures: each once, with the file and row it stands in.

use super::{Digits, Entry, Worksheet};
use crate::answer::Row;
use crate::cube::{Cell, CellKey, CubeStore};
use crate::indicator::{CellSource, OperandValue, Outcome, Unit};
use crate::release::Release;
use crate::sentence::{self, Place};
use crate::statistics::Interval;
use crate::vocabulary::{Bilingual, Language, Measure};

/// Above the first cell: the names of the columns.
const HEADING: usize = 1;
const NAME: Bilingual = Bilingual::new("Cellen", "Cells");

/// The cells that were used, in the order in which the figures name them.
pub(super) struct Used {
    cells: Vec<(Measure, CellSource)>,
    language: Language,
}

/// A cell of the sheet, to be named in formulas.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    row: usize,
    language: Language,
}

impl Used {
    pub(super) fn of(rows: &[Row], language: Language) -> Self {
        let mut cells = Vec::new();
        let figures = rows
            .iter()
            .flat_map(|row| std::iter::once(&row.own).chain(&row.rest))
            .filter_map(Outcome::figure);
        for operand in figures.flat_map(|figure| {
            std::iter::once(&figure.numerator)
                .chain(&figure.denominator)
                .chain(&figure.also)
        }) {
            for source in &operand.cells {
                let cell = (operand.measure, *source);
                if !cells.contains(&cell) {
                    cells.push(cell);
                }
            }
        }
        Self { cells, language }
    }

    /// Where the cells of an operand stand, in its own order.
    pub(super) fn places(&self, operand: &OperandValue) -> Vec<Spot> {
        let place = |source: &CellSource| {
            let index = self
                .cells
                .iter()
                .position(|cell| *cell == (operand.measure, *source))?;
            Some(Spot {
                row: index + HEADING + 1,
                language: self.language,
            })
        };
        operand.cells.iter().filter_map(place).collect()
    }

    /// The files they stand in, without doubles.
    pub(super) fn files(&self, release: &Release) -> Vec<(String, String)> {
        let mut files = Vec::new();
        for (_, source) in &self.cells {
            if let Some(resource) = release.resource(source.table, source.margin) {
                let file = (resource.path.clone(), resource.hash.clone());
                if !files.contains(&file) {
                    files.push(file);
                }
            }
        }
        files
    }

    pub(super) fn sheet(&self, store: &CubeStore, release: &Release) -> Worksheet {
        let names = match self.language {
            Language::Nl => [
                "wat", "jaar", "gebied", "waarvan", "waarde", "laagste", "hoogste", "status",
                "bestand", "rij",
            ],
            Language::En => [
                "what", "year", "area", "of which", "value", "lowest", "highest", "status", "file",
                "row",
            ],
        };
        let mut rows = vec![names.map(|name| Entry::Name(name.to_owned())).to_vec()];
        rows.extend(
            self.cells
                .iter()
                .map(|(measure, source)| self.line(*measure, *source, store, release)),
        );
        Worksheet {
            name: NAME.get(self.language).to_owned(),
            widths: vec![34, 8, 20, 28, 22, 12, 12, 18, 34, 8],
            frozen: 1,
            rows,
        }
    }

    fn line(
        &self,
        measure: Measure,
        source: CellSource,
        store: &CubeStore,
        release: &Release,
    ) -> Vec<Entry> {
        let language = self.language;
        let key = store
            .cube(source.table, source.margin)
            .and_then(|cube| cube.keys().get(source.row).copied());
        let cell = key
            .and_then(|key| store.find(key, measure))
            .map(|(cell, _)| cell);
        let file = release
            .resource(source.table, source.margin)
            .map_or(Entry::Empty, |resource| Entry::Words(resource.path.clone()));
        let within = cell.and_then(Cell::within);
        let mut entries = vec![Entry::Words(sentence::capital(
            measure.title().get(language),
        ))];
        entries.extend(key.map_or_else(
            || vec![Entry::Empty, Entry::Empty, Entry::Empty],
            |key| about(key, release, language),
        ));
        entries.extend([
            cell.map_or(Entry::Empty, |cell| value(cell, language)),
            Entry::number(within.map(Interval::lo), Digits::Whole),
            Entry::number(within.map(Interval::hi), Digits::Whole),
            cell.map_or(Entry::Empty, |cell| {
                Entry::Words(sentence::mark(cell.status()).filed.get(language).to_owned())
            }),
            file,
            Entry::Number(source.row as f64 + 1.0, Digits::Plain),
        ]);
        entries
    }
}

fn about(key: CellKey, release: &Release, language: Language) -> Vec<Entry> {
    let members: Vec<_> = key.members().filter(|member| !member.is_total()).collect();
    let narrowed = sentence::selection_words(&members, language);
    vec![
        Entry::Number(f64::from(key.year), Digits::Plain),
        Entry::Words(Place::of(&release.region, key.area).name.to_owned()),
        narrowed.map_or(Entry::Empty, Entry::Words),
    ]
}

/// A figure that is hidden is words: nothing may take it for a number, and least of all for zero.
fn value(cell: Cell, language: Language) -> Entry {
    let name = sentence::mark(cell.status()).filed.get(language);
    match cell {
        Cell::Shown { value, .. } => Entry::Number(value, Digits::Whole),
        Cell::StructuralZero => Entry::Number(0.0, Digits::Whole),
        Cell::Hidden { within, .. } => Entry::Words(format!(
            "{name} ({})",
            sentence::between(within, Unit::Youths, language)
        )),
        Cell::Unknown | Cell::NotApplicable => Entry::Words(name.to_owned()),
    }
}

impl Spot {
    pub(super) fn value(self) -> String {
        self.column('E')
    }

    pub(super) fn lowest(self) -> String {
        self.column('F')
    }

    pub(super) fn highest(self) -> String {
        self.column('G')
    }

    fn column(self, letter: char) -> String {
        format!("{}!{letter}{}", NAME.get(self.language), self.row)
    }
}
