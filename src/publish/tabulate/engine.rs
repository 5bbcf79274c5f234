//! The query engine, on one thread and within bounds of memory: what does not fit goes to disk meanwhile.

use std::sync::Arc;

use arrow::array::RecordBatch;
use arrow::datatypes::SchemaRef;
use datafusion::datasource::MemTable;
use datafusion::error::DataFusionError;
use datafusion::execution::runtime_env::RuntimeEnvBuilder;
use datafusion::prelude::{SessionConfig, SessionContext};
use tokio::runtime::Runtime;

use super::failed;
use crate::publish::error::PublishError;
use crate::vocabulary::Table;

/// Bytes that queries may take beside the facts themselves.
const MEMORY: usize = 320 << 20;

/// Rows of a piece of work: what the query engine itself takes.
const PIECE: usize = 8192;

/// A query engine with its tables.
pub(super) struct Engine {
    runtime: Runtime,
    context: SessionContext,
}

impl Engine {
    /// Without any table yet.
    pub(super) fn new() -> Result<Self, PublishError> {
        Self::within(MEMORY)
    }

    fn within(memory: usize) -> Result<Self, PublishError> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .build()
            .map_err(|error| failed(Table::Use, &error))?;
        let environment = RuntimeEnvBuilder::new()
            .with_memory_limit(memory, 1.0)
            .build_arc()
            .map_err(|error| failed(Table::Use, &error))?;
        // Years are counted side by side, so that queries need not be.
        let config = SessionConfig::new().with_target_partitions(1);
        Ok(Self {
            runtime,
            context: SessionContext::new_with_config_rt(config, environment),
        })
    }

    /// Makes a table known.
    pub(super) fn register(&self, name: &str, batch: &RecordBatch) -> Result<(), PublishError> {
        self.add(name, batch.schema(), std::slice::from_ref(batch))
            .map_err(|error| failed(Table::Use, &error))
    }

    /// Makes the answer to a query known as a table, whether there are rows or none.
    pub(super) fn keep(&self, name: &str, sql: &str) -> Result<(), PublishError> {
        let answer = async {
            let frame = self.context.sql(sql).await?;
            let schema = Arc::clone(frame.schema().inner());
            Ok((schema, frame.collect().await?))
        };
        self.runtime
            .block_on(answer)
            .and_then(|(schema, batches)| self.add(name, schema, &batches))
            .map_err(|error| failed(Table::Use, &error))
    }

    fn add(
        &self,
        name: &str,
        schema: SchemaRef,
        batches: &[RecordBatch],
    ) -> Result<(), DataFusionError> {
        let pieces = batches.iter().flat_map(|batch| {
            (0..batch.num_rows())
                .step_by(PIECE)
                .map(|begin| batch.slice(begin, PIECE.min(batch.num_rows() - begin)))
        });
        let table = MemTable::try_new(schema, vec![pieces.collect()])?;
        self.context.register_table(name, Arc::new(table))?;
        Ok(())
    }

    /// The answer to a query, which is about `table`.
    pub(super) fn ask(&self, table: Table, sql: &str) -> Result<Vec<RecordBatch>, PublishError> {
        self.runtime
            .block_on(async { self.context.sql(sql).await?.collect().await })
            .map_err(|error: DataFusionError| failed(table, &error))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;
    use arrow::array::{AsArray, Int64Array};
    use arrow::datatypes::Int64Type;

    /// How many persons there are, and the sum of the squares of their rows.
    fn persons(memory: usize) -> Result<(i64, i64), PublishError> {
        let engine = Engine::within(memory)?;
        let rows: Vec<i64> = (0..400_000).map(|row| row * 7 % 200_000).collect();
        let column = Arc::new(Int64Array::from(rows)) as _;
        let batch = RecordBatch::try_from_iter([("persoon", column)]).unwrap();
        engine.register("feiten", &batch)?;
        let answer = engine.ask(
            Table::Use,
            "WITH personen AS (SELECT persoon, count(*) AS rijen FROM feiten GROUP BY persoon) SELECT count(*), sum(rijen * rijen) FROM personen",
        )?;
        let at = |column: usize| {
            answer[0]
                .column(column)
                .as_primitive::<Int64Type>()
                .value(0)
        };
        Ok((at(0), at(1)))
    }

    #[test]
    fn an_answer_without_rows_is_a_table_without_rows() {
        let engine = Engine::new().unwrap();
        let none = Arc::new(Int64Array::from(Vec::<i64>::new())) as _;
        let batch = RecordBatch::try_from_iter([("euro", none)]).unwrap();
        engine.register("feiten", &batch).unwrap();
        engine
            .keep(
                "sommen",
                "SELECT euro, sum(euro) AS som FROM feiten GROUP BY euro",
            )
            .unwrap();
        let answer = engine.ask(Table::Use, "SELECT som FROM sommen").unwrap();
        assert_eq!(answer.iter().map(RecordBatch::num_rows).sum::<usize>(), 0);
    }

    #[test]
    fn what_does_not_fit_in_memory_is_counted_all_the_same() {
        assert_eq!(persons(MEMORY).unwrap(), (200_000, 800_000));
        assert_eq!(persons(6 << 20).unwrap(), (200_000, 800_000));
        // With next to nothing it says so.
        assert!(persons(1 << 10).is_err());
    }
}
