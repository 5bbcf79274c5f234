//! The cells of one year.

use std::collections::BTreeSet;

use arrow::array::RecordBatch;

use super::dominated::DominatedCells;
use super::engine::Engine;
use super::kinds_of_provider::KindsOfProvider;
use super::{Counted, amounts, batches, each_cell, failed, query};
use crate::cube::CellKey;
use crate::disclosure::Contributions;
use crate::publish::error::PublishError;
use crate::release::{AreaKind, Region};
use crate::vocabulary::{Dimension, Table};

/// What was counted of a year.
pub(super) struct OfYear {
    /// By table, in the order of [`Table::ALL`].
    pub(super) tables: Vec<OfTable>,
    /// What there is of the files that may be missing.
    pub(super) has: Has,
}

/// What there is in a year of the files and columns that may be missing.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a thing of its own that may be missing"
)]
#[derive(Clone, Copy)]
pub(super) struct Has {
    /// Whether anybody was under an order.
    pub(super) orders: bool,
    /// Whether anybody is known to local teams or to specialist care where they supply.
    pub(super) known_locally: bool,
    /// Whether anything was spent from personal budgets.
    pub(super) budgets: bool,
    /// Whether anything was asked when care ended.
    pub(super) outcomes: bool,
    /// Whether the allocation is known of anything that began.
    pub(super) allocations: bool,
}

/// What was counted of a table: the cells in which there is anything.
pub(super) struct OfTable {
    /// The measures of each.
    pub(super) cells: Vec<(CellKey, Vec<i64>)>,
    /// Those of whose amount one contributor has too large a part.
    pub(super) dominated: BTreeSet<CellKey>,
    /// Those that are about too few.
    pub(super) of_few: BTreeSet<CellKey>,
}

/// Counts a year.
pub(super) fn count(
    year: u16,
    counted: &Counted<'_>,
    region: &Region,
) -> Result<OfYear, PublishError> {
    let engine = Engine::new()?;
    let has = register(&engine, year, counted, region)?;
    let tables = Table::ALL
        .into_iter()
        .map(|table| of_table(&engine, table, region))
        .collect::<Result<_, _>>()?;
    Ok(OfYear { tables, has })
}

/// Makes the facts of the year and the code lists known to the engine. What there is of the files that may be missing.
fn register(
    engine: &Engine,
    year: u16,
    counted: &Counted<'_>,
    region: &Region,
) -> Result<Has, PublishError> {
    let facts = counted.histories.facts_of(year, region);
    amounts::check(year, &facts.in_care)?;
    let inhabitants = batches::of_year(counted.inhabitants, |row| row.year == year);
    let waiting = batches::of_year(counted.waiting, |row| row.year == year);
    let tables = [
        (Table::Use.code(), batches::in_care(&facts.in_care)),
        (Table::Ended.code(), batches::ended(&facts.ended)),
        (Table::Durations.code(), batches::durations(&facts.ended)),
        (Table::Population.code(), batches::inhabitants(&inhabitants)),
        (Table::Waiting.code(), batches::waiting(&waiting)),
        (Table::Orders.code(), batches::orders(&facts.orders)),
        (
            Table::Local.code(),
            batches::known_locally(&facts.known_locally),
        ),
        (Table::Outcomes.code(), batches::outcomes(&facts.ended)),
        (Table::Survival.code(), batches::lasted(&facts.begun)),
        (
            Table::Allocations.code(),
            batches::allocations(&facts.in_care),
        ),
        (Table::Ranges.code(), batches::ranges(&facts.ended, region)),
        (
            Table::LeftResidence.code(),
            batches::left_residence(&facts.ended),
        ),
        (Table::Budgets.code(), batches::budgets(&facts.budgets)),
        ("gebied_groep", batches::area_groups(region)),
    ]
    .map(|(name, batch)| (name.to_owned(), batch));
    let has = Has {
        orders: !facts.orders.is_empty(),
        known_locally: !facts.known_locally.is_empty(),
        budgets: !facts.budgets.is_empty(),
        outcomes: facts
            .ended
            .iter()
            .any(|ended| ended.outcomes.is_any_asked()),
        allocations: facts
            .in_care
            .iter()
            .any(|care| care.begun && care.allocation_wait.is_some()),
    };
    // From here on they are columns.
    drop(facts);
    let groups = Dimension::ALL
        .map(|dimension| (query::groups(dimension), batches::member_groups(dimension)));
    for (name, batch) in tables.into_iter().chain(groups) {
        let batch = batch.map_err(|error| failed(Table::Use, &error))?;
        engine.register(&name, &batch)?;
    }
    engine.keep(query::OF_PROVIDERS, &query::of_providers())?;
    let municipalities = region
        .areas()
        .filter(|(_, area)| area.kind == AreaKind::Gemeente)
        .count();
    engine.keep(
        Table::Providers.code(),
        &query::at_providers(municipalities),
    )?;
    Ok(has)
}

fn of_table(engine: &Engine, table: Table, region: &Region) -> Result<OfTable, PublishError> {
    let mut cells = Vec::new();
    let mut dominated = DominatedCells::new(region);
    let mut of_few = BTreeSet::new();
    let threshold = i64::from(region.policy().drempel);
    for margin in table.lattice() {
        for batch in &engine.ask(table, &query::of_margin(table, margin))? {
            read_cells(table, batch, |key, values, besides| {
                cells.push((key, values.to_vec()));
                match *besides {
                    [total, largest, squares] => {
                        dominated.note(key, Contributions::of_youths(total, largest, squares));
                    }
                    [youths] if youths < threshold => {
                        of_few.insert(key);
                    }
                    _ => {}
                }
            })?;
        }
        if table == Table::Use {
            dominated.by_providers(&engine.ask(table, &query::by_provider(margin))?)?;
        }
    }
    if table == Table::Providers {
        let mut kinds = KindsOfProvider::new(region.policy());
        kinds.of_youths(&engine.ask(table, &query::by_contributor("persoon"))?)?;
        kinds.of_providers(&engine.ask(table, &query::by_contributor("aanbieder"))?)?;
        dominated.found = kinds.that_tell_too_much();
        of_few = kinds.of_few();
    }
    Ok(OfTable {
        cells,
        dominated: dominated.found,
        of_few,
    })
}

/// Gives every row of an answer as a cell, its measures and what the query tells besides.
fn read_cells(
    table: Table,
    batch: &RecordBatch,
    mut take: impl FnMut(CellKey, &[i64], &[i64]),
) -> Result<(), PublishError> {
    let measures = table.measures().count();
    let besides = match table {
        Table::Use | Table::Budgets => query::CONTRIBUTIONS,
        Table::Durations | Table::Survival | Table::Allocations | Table::Ranges => query::YOUTHS,
        Table::Ended
        | Table::Population
        | Table::Waiting
        | Table::Orders
        | Table::Providers
        | Table::Local
        | Table::Outcomes
        | Table::LeftResidence => 0,
    };
    each_cell(table, batch, measures + besides, |key, found| {
        let (found, besides) = found.split_at(measures);
        take(key, found, besides);
    })
}
