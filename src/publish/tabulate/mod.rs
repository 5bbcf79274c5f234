//! Facts into counts: one SQL query per margin of the lattice, run by DataFusion.

mod amounts;
mod batches;
mod dominated;
mod kinds_of_provider;
mod query;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use arrow::array::{Array, AsArray, RecordBatch};
use arrow::datatypes::Int64Type;
use datafusion::datasource::MemTable;
use datafusion::prelude::{SessionConfig, SessionContext};

use self::dominated::DominatedCells;
use self::kinds_of_provider::KindsOfProvider;
use super::derive::Facts;
use super::error::PublishError;
use super::input::{Inhabitants, Waiting};
use crate::cube::CellKey;
use crate::disclosure::{Contributions, RawTable};
use crate::release::{AreaId, AreaKind, Region};
use crate::vocabulary::{Dimension, Measure, Member, Table};

/// How many parts of the work the query engine does side by side.
const WORKERS: usize = 2;

/// Rows of a piece of work: what the query engine itself takes.
const PIECE: usize = 8192;

/// What is counted.
#[derive(Clone, Copy, Debug)]
pub struct Counted<'a> {
    /// Care.
    pub facts: &'a Facts,
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

/// Counts every cell of the lattice of every table.
///
/// # Errors
/// [`PublishError::Tabulate`] when the query engine fails, [`PublishError::AmountsTooLarge`] when it could not hold the sums.
pub fn tabulate(
    counted: &Counted<'_>,
    region: &Region,
    known: KnownYears,
) -> Result<Vec<RawTable>, PublishError> {
    let Counted {
        facts,
        inhabitants,
        waiting,
    } = *counted;
    amounts::check(&facts.in_care)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .build()
        .map_err(|error| failed(Table::Use, &error))?;
    let context =
        SessionContext::new_with_config(SessionConfig::new().with_target_partitions(WORKERS));
    let tables = [
        (Table::Use.code(), batches::in_care(&facts.in_care)),
        (Table::Ended.code(), batches::ended(&facts.ended)),
        (Table::Durations.code(), batches::durations(&facts.ended)),
        (Table::Population.code(), batches::inhabitants(inhabitants)),
        (Table::Waiting.code(), batches::waiting(waiting)),
        (Table::Orders.code(), batches::orders(&facts.orders)),
        (
            Table::Local.code(),
            batches::known_locally(&facts.known_locally),
        ),
        ("gebied_groep", batches::area_groups(region)),
    ]
    .map(|(name, batch)| (name.to_owned(), batch));
    let groups = Dimension::ALL
        .map(|dimension| (query::groups(dimension), batches::member_groups(dimension)));
    for (name, batch) in tables.into_iter().chain(groups) {
        let batch = batch.map_err(|error| failed(Table::Use, &error))?;
        register(&context, &name, &[batch])?;
    }
    let ask = |table: Table, sql: String| {
        runtime
            .block_on(async { context.sql(&sql).await?.collect().await })
            .map_err(|error| failed(table, &error))
    };
    let of_providers = ask(Table::Use, query::of_providers())?;
    register(&context, query::OF_PROVIDERS, &of_providers)?;
    let municipalities = region
        .areas()
        .filter(|(_, area)| area.kind == AreaKind::Gemeente)
        .count();
    let at_providers = ask(Table::Providers, query::at_providers(municipalities))?;
    register(&context, Table::Providers.code(), &at_providers)?;
    Table::ALL
        .into_iter()
        .map(|table| {
            let mut cells = empty_lattice(table, region, counted);
            let mut dominated = DominatedCells::new(region);
            let mut of_few = BTreeSet::new();
            let threshold = i64::from(region.policy().drempel);
            for margin in table.lattice() {
                for batch in &ask(table, query::of_margin(table, margin))? {
                    read_cells(table, batch, &mut cells, |key, besides| match *besides {
                        [total, largest, squares] => {
                            dominated.note(key, Contributions::of_youths(total, largest, squares));
                        }
                        [youths] if youths < threshold => {
                            of_few.insert(key);
                        }
                        _ => {}
                    })?;
                }
                if table == Table::Use {
                    dominated.by_providers(&ask(table, query::by_provider(margin))?)?;
                }
            }
            if table == Table::Providers {
                let mut kinds = KindsOfProvider::new(region.policy());
                kinds.of_youths(&ask(table, query::by_contributor("persoon"))?)?;
                kinds.of_providers(&ask(table, query::by_contributor("aanbieder"))?)?;
                dominated.found = kinds.that_tell_too_much();
                of_few = kinds.of_few();
            }
            let unknown = region
                .years()
                .flat_map(|year| known.unknown_in(year).map(move |measure| (year, measure)))
                .filter(|(_, measure)| measure.table() == table)
                .collect::<BTreeSet<_>>();
            Ok(RawTable {
                table,
                cells,
                unknown,
                dominated: dominated.found,
                of_few,
            })
        })
        .collect()
}

/// Makes a table known to the query engine, in pieces and in as many parts as it has workers: it spreads work by piece.
fn register(
    context: &SessionContext,
    name: &str,
    batches: &[RecordBatch],
) -> Result<(), PublishError> {
    let schema = batches
        .first()
        .map(RecordBatch::schema)
        .ok_or_else(|| failed(Table::Use, &"the query gave no answer"))?;
    let mut parts = vec![Vec::new(); WORKERS];
    for batch in batches {
        for (piece, begin) in (0..batch.num_rows()).step_by(PIECE).enumerate() {
            let rows = PIECE.min(batch.num_rows() - begin);
            parts[piece % WORKERS].push(batch.slice(begin, rows));
        }
    }
    MemTable::try_new(schema, parts)
        .and_then(|table| context.register_table(name, Arc::new(table)))
        .map_err(|error| failed(Table::Use, &error))?;
    Ok(())
}

/// Every cell of the lattice, all zero: whether a cell is absent may say nothing. Of a quarter in which no provider at all was asked
/// who waits, of a year in which nobody at all was under an order, and of an area of which no municipality supplies help of local teams, there are
/// no cells: it was not delivered.
fn empty_lattice(
    table: Table,
    region: &Region,
    counted: &Counted<'_>,
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
        Table::Use | Table::Ended | Table::Population | Table::Providers | Table::Durations => {}
        Table::Waiting => {
            let entries = counted.waiting.iter();
            let asked: BTreeSet<_> = entries.map(|entry| (entry.year, entry.quarter)).collect();
            keys.retain(|key| asked.contains(&(key.year, key.member(Dimension::Quarter))));
        }
        Table::Orders => {
            let orders = counted.facts.orders.iter();
            let delivered: BTreeSet<u16> = orders.map(|order| order.year).collect();
            keys.retain(|key| delivered.contains(&key.year));
        }
        Table::Local if counted.facts.known_locally.is_empty() => keys.clear(),
        Table::Local => keys.retain(|key| region.is_supplied(table, key.area, key.year)),
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

fn read_cells(
    table: Table,
    batch: &RecordBatch,
    cells: &mut BTreeMap<CellKey, Vec<i64>>,
    mut note: impl FnMut(CellKey, &[i64]),
) -> Result<(), PublishError> {
    let measures = table.measures().count();
    let besides = match table {
        Table::Use => query::CONTRIBUTIONS,
        Table::Durations => query::YOUTHS,
        Table::Ended
        | Table::Population
        | Table::Waiting
        | Table::Orders
        | Table::Providers
        | Table::Local => 0,
    };
    each_cell(table, batch, measures + besides, |key, found| {
        let (found, besides) = found.split_at(measures);
        // A year outside the configured periods is not published.
        if let Some(values) = cells.get_mut(&key) {
            values.copy_from_slice(found);
        }
        note(key, besides);
    })
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
