//! The engine: a table, the margins made of it, and room to add up in.

use super::column::Member;
use super::error::TableError;
use super::lattice::{Axes, Lattice, add_up, layout};
use super::question::Question;
use super::rows::{Target, pour_chosen};
use super::sums::Cells;
use super::table::{Dimension, LongTable};

/// 64 MB of sums: more would not be an answer to read.
const MOST_GROUPS: usize = 1 << 20;

/// For each dimension, in the order of [`Dimension::ALL`], the codes of the members to count; `None` for all of them. A code counts
/// once, however often it is named; one that does not exist matches nothing.
pub type Filters = [Option<Vec<u16>>; Dimension::COUNT];

/// Answers questions about one long table.
#[derive(Debug)]
pub struct Engine {
    table: LongTable,
    lattice: Lattice,
    found: Cells,
    /// Of each dimension, how far the members that count lie apart in the margin and in what is found.
    walk: [Vec<(u32, u32)>; Dimension::COUNT],
}

impl Engine {
    /// Reads a Parquet file and makes the margins for the usual filters.
    ///
    /// # Errors
    /// A [`TableError`] when the file is not Parquet, is damaged, is written with what is not read here, or has not the columns of a
    /// long table.
    pub fn read(bytes: &[u8]) -> Result<Self, TableError> {
        let table = LongTable::read(bytes)?;
        for question in Question::ALL {
            let groups = question.groups();
            if layout(&table, groups.iter().copied()).is_none_or(|(_, count)| count > MOST_GROUPS) {
                return Err(TableError::TooManyMembers {
                    column: groups[0].code(),
                });
            }
        }
        let mut lattice = Lattice::default();
        // The margin of Q1 is made from that of Q2, without a look at the rows.
        let [_, others @ ..] = Question::ALL.map(Question::usual_axes);
        lattice.prepare(&table, &others);
        Ok(Self {
            table,
            lattice,
            found: Cells::default(),
            walk: Default::default(),
        })
    }

    /// How many rows the table has.
    pub fn rows(&self) -> usize {
        self.table.rows
    }

    /// The members of a dimension, in order: the place of each is its code.
    pub fn members(&self, dimension: Dimension) -> &[Member] {
        &self.table.dimensions[dimension as usize].members
    }

    /// The answer as numbers, row after row: the codes of [`Question::groups`], and then
    /// - [`Question::Years`] and [`Question::Forms`]: the sum of each of [`super::Measure::ALL`];
    /// - [`Question::Providers`]: cost, its share of all cost, and the share of the `first` providers together;
    /// - [`Question::Durations`]: outflow, days, drop-outs, days per outflow, drop-outs per outflow.
    ///
    /// Rows come in the order of their codes, those of providers by cost. A measure that is null in the file counts for nothing; a sum
    /// of nulls alone, and a ratio to 0 or to what is not known, is `NaN`. Groups without rows are left out.
    pub fn ask(&mut self, question: Question, filters: &Filters, first: usize) -> Vec<f64> {
        let groups = question.groups();
        let Some((steps, count)) = layout(&self.table, groups.iter().copied()) else {
            return Vec::new();
        };
        self.found.clear(count, self.table.has_unknown());
        let axes = Dimension::ALL
            .into_iter()
            .filter(|dimension| filters[*dimension as usize].is_some())
            .fold(Axes::of(groups), Axes::with);
        let chosen = chosen(&self.table, filters);
        if let Some(margin) = self.lattice.margin(&self.table, axes) {
            for (dimension, walk) in Dimension::ALL.into_iter().zip(&mut self.walk) {
                let place = dimension as usize;
                let (from, to) = (margin.steps[place], steps[place]);
                walk.clear();
                let size = if axes.has(dimension) {
                    self.table.size(dimension)
                } else {
                    1
                };
                let codes = (0..).take(size).filter(|code| match &chosen[place] {
                    Some(chosen) => chosen[*code as usize],
                    None => true,
                });
                walk.extend(codes.map(|code: u32| (code * from, code * to)));
            }
            add_up(&margin.cells, &self.walk, &mut self.found);
        } else {
            let mut target = Target {
                steps: &steps,
                cells: &mut self.found,
            };
            pour_chosen(&self.table, &chosen, &mut target);
        }
        let sizes: Vec<usize> = groups
            .iter()
            .map(|dimension| self.table.size(*dimension))
            .collect();
        question.answer(&self.found, &sizes, first)
    }
}

/// For each dimension with a filter, whether each of its members is chosen.
fn chosen(table: &LongTable, filters: &Filters) -> Vec<Option<Vec<bool>>> {
    let chosen = |(dimension, codes): (Dimension, &Option<Vec<u16>>)| {
        let mut chosen = vec![false; table.size(dimension)];
        for code in codes.as_ref()? {
            if let Some(chosen) = chosen.get_mut(usize::from(*code)) {
                *chosen = true;
            }
        }
        Some(chosen)
    };
    Dimension::ALL
        .into_iter()
        .zip(filters)
        .map(chosen)
        .collect()
}
