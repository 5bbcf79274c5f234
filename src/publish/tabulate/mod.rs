//! Facts into counts: one SQL query per year and margin of the lattice, run by DataFusion.

mod amounts;
mod batches;
mod dominated;
mod engine;
mod kinds_of_provider;
mod query;
mod year;

use std::collections::{BTreeMap, BTreeSet};

use arrow::array::{Array, AsArray, RecordBatch};
use arrow::datatypes::Int64Type;

use self::year::OfYear;
use super::derive::Histories;
use super::error::PublishError;
use super::input::{Inhabitants, Waiting};
use super::parallel::each;
use crate::cube::CellKey;
use crate::disclosure::RawTable;
use crate::release::{AreaId, Region};
use crate::vocabulary::{Dimension, Measure, Member, Table};

/// What is counted.
#[derive(Clone, Copy, Debug)]
pub struct Counted<'a> {
    /// Care and its outcome, orders and help of local teams.
    pub histories: &'a Histories,
    /// Inhabitants.
    pub inhabitants: &'a [Inhabitants],
    /// Waiting lists.
    pub waiting: &'a [Waiting],
}

/// Of which years the records tell what came before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownYears {
    /// The first in which everybody who began can be looked back on for five years.
    pub looked_back_from: u16,
    /// The last of which everybody who left has been followed for twelve months.
    pub followed_until: u16,
}

impl KnownYears {
    /// The measures that are not known of a year.
    fn unknown_in(self, year: u16) -> impl Iterator<Item = Measure> {
        let ahead = (year > self.followed_until).then_some([Measure::Followed, Measure::Returned]);
        let back = (year < self.looked_back_from).then_some(Measure::BegunAgain);
        ahead.into_iter().flatten().chain(back)
    }
}

/// Counts every cell of the lattice of every table. Years are counted side by side, each apart: no cell has two, and what a year takes of
/// memory is a fraction of what all take together.
///
/// # Errors
/// [`PublishError::Tabulate`] when the query engine fails, [`PublishError::AmountsTooLarge`] when it could not hold the sums.
pub fn tabulate(
    counted: &Counted<'_>,
    region: &Region,
    known: KnownYears,
) -> Result<Vec<RawTable>, PublishError> {
    let years: Vec<u16> = region.years().collect();
    let of_years = each(&years, |year| year::count(*year, counted, region))
        .into_iter()
        .collect::<Result<Vec<OfYear>, _>>()?;
    let delivered = Delivered::of(counted, region, &years, &of_years);
    let mut tables: Vec<RawTable> = Table::ALL
        .into_iter()
        .map(|table| RawTable {
            table,
            cells: empty_lattice(table, region, &delivered),
            unknown: region
                .years()
                .flat_map(|year| known.unknown_in(year).map(move |measure| (year, measure)))
                .filter(|(_, measure)| measure.table() == table)
                .collect(),
            dominated: BTreeSet::new(),
            of_few: BTreeSet::new(),
        })
        .collect();
    for of_year in of_years {
        for (table, of_table) in tables.iter_mut().zip(of_year.tables) {
            // Of what was not delivered there are no cells.
            let is_there = |key: &CellKey| table.cells.contains_key(key);
            let kept = of_table.cells.into_iter().filter(|(key, _)| is_there(key));
            let kept: Vec<_> = kept.collect();
            table
                .dominated
                .extend(of_table.dominated.into_iter().filter(is_there));
            table
                .of_few
                .extend(of_table.of_few.into_iter().filter(is_there));
            table.cells.extend(kept);
        }
    }
    Ok(tables)
}

/// What was delivered of the files that may be missing.
struct Delivered {
    /// The years and quarters in which some provider was asked who waits.
    waiting: BTreeSet<(u16, Member)>,
    /// The years in which somebody was under an order.
    orders: BTreeSet<u16>,
    /// Whether anybody is known to local teams or to specialist care where they supply.
    local_help: bool,
    /// Whether anything was spent from personal budgets.
    budgets: bool,
    /// The years in which something was asked when care ended.
    outcomes: BTreeSet<u16>,
    /// The years in which the allocation of something that began is known.
    allocations: BTreeSet<u16>,
    /// The last year to the end of which care that began is followed.
    followed_to: u16,
}

impl Delivered {
    fn of(counted: &Counted<'_>, region: &Region, years: &[u16], of_years: &[OfYear]) -> Self {
        let entries = counted.waiting.iter();
        let with = |has: fn(&OfYear) -> bool| {
            let of_those = years.iter().zip(of_years).filter(move |(_, of)| has(of));
            of_those.map(|(year, _)| *year).collect()
        };
        Self {
            waiting: entries.map(|entry| (entry.year, entry.quarter)).collect(),
            orders: with(|of| of.has.orders),
            local_help: of_years.iter().any(|of| of.has.known_locally),
            budgets: of_years.iter().any(|of| of.has.budgets),
            outcomes: with(|of| of.has.outcomes),
            allocations: with(|of| of.has.allocations),
            followed_to: counted.histories.last_whole_year(region),
        }
    }
}

/// Whether what began in the year of a cell can have lasted as long as its class by the end of the last year that it is followed in.
fn can_have_lasted(key: CellKey, last_year: u16) -> bool {
    let ends = key.member(Dimension::Duration).years_of_end(key.year);
    ends.is_some_and(|(first, _)| first <= last_year)
}

/// Every cell of the lattice, all zero: whether a cell is absent may say nothing. Of a quarter in which no provider at all was asked
/// who waits, of a year in which nobody at all was under an order or was asked anything when care ended or of which no allocation at all is known, of a region that agreed on no durations, of a duration that care of a year cannot have reached yet, and of an area of which no municipality supplies
/// help of local teams, there are no cells: it was not delivered.
fn empty_lattice(
    table: Table,
    region: &Region,
    delivered: &Delivered,
) -> BTreeMap<CellKey, Vec<i64>> {
    let mut keys = BTreeSet::new();
    for year in region.years() {
        for (area, _) in region.areas() {
            for margin in table.lattice() {
                let mut of_margin = vec![CellKey::total(year, area)];
                for dimension in margin.dimensions() {
                    of_margin = of_margin
                        .iter()
                        .flat_map(|key| narrowed(*key, dimension))
                        .collect();
                }
                keys.extend(of_margin);
            }
        }
    }
    match table {
        Table::Ended
        | Table::Population
        | Table::Providers
        | Table::Durations
        | Table::LeftResidence => {}
        Table::Use => keys.retain(|key| {
            key.member(Dimension::WithOrder).is_total() || delivered.orders.contains(&key.year)
        }),
        Table::Waiting => keys.retain(|key| {
            delivered
                .waiting
                .contains(&(key.year, key.member(Dimension::Quarter)))
        }),
        Table::Orders => keys.retain(|key| delivered.orders.contains(&key.year)),
        Table::Outcomes => keys.retain(|key| delivered.outcomes.contains(&key.year)),
        Table::Allocations => keys.retain(|key| delivered.allocations.contains(&key.year)),
        Table::Ranges => keys.retain(|_| !region.agreed_ranges().is_empty()),
        Table::Survival => keys.retain(|key| can_have_lasted(*key, delivered.followed_to)),
        Table::Local if !delivered.local_help => keys.clear(),
        Table::Budgets if !delivered.budgets => keys.clear(),
        Table::Local | Table::Budgets => {
            keys.retain(|key| region.is_supplied(table, key.area, key.year));
        }
    }
    let zeros = vec![0; table.measures().count()];
    keys.into_iter().map(|key| (key, zeros.clone())).collect()
}

fn narrowed(key: CellKey, dimension: Dimension) -> impl Iterator<Item = CellKey> {
    dimension
        .iter()
        .filter(|member| !member.is_total())
        .map(move |member| key.with(member))
}

/// Gives every row of an answer as a cell and the `count` whole numbers after its name.
fn each_cell(
    table: Table,
    batch: &RecordBatch,
    count: usize,
    mut take: impl FnMut(CellKey, &[i64]),
) -> Result<(), PublishError> {
    let columns: Vec<_> = batch
        .columns()
        .iter()
        .filter_map(|column| column.as_primitive_opt::<Int64Type>())
        .collect();
    let name = 2 + Dimension::ALL.len();
    if columns.len() != name + count || columns.iter().any(|column| column.null_count() > 0) {
        return Err(failed(table, &"the query gave columns of another type"));
    }
    let mut values = vec![0; count];
    for row in 0..batch.num_rows() {
        let at = |column: usize| columns[column].value(row);
        let (Ok(year), Ok(area)) = (u16::try_from(at(0)), u16::try_from(at(1))) else {
            return Err(failed(table, &"the query gave a year or area out of range"));
        };
        let mut key = CellKey::total(year, AreaId(area));
        for (place, dimension) in Dimension::ALL.into_iter().enumerate() {
            let member = u8::try_from(at(2 + place))
                .ok()
                .and_then(|index| Member::new(dimension, index));
            key =
                key.with(member.ok_or_else(|| failed(table, &"the query gave an unknown member"))?);
        }
        for (place, value) in values.iter_mut().enumerate() {
            *value = at(name + place);
        }
        take(key, &values);
    }
    Ok(())
}

fn failed(table: Table, detail: &impl std::fmt::Display) -> PublishError {
    PublishError::Tabulate {
        table: table.code(),
        detail: detail.to_string(),
    }
}
