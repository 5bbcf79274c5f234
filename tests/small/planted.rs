//! A release in which figures are changed, with hashes that agree: what a fault in the program, or a hand, could have published.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow::array::{Array, ArrayRef, AsArray, Float64Array, Int64Array, RecordBatch, StringArray};
use arrow::compute::concat_batches;
use arrow::datatypes::{Float64Type, Int64Type};
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use regiovisie::release::sha256_hex;

use super::figure::Figure;

/// A copy of a release that is thrown away at the end.
pub(crate) struct Planted {
    place: tempfile::TempDir,
}

/// Every file of a folder with its bytes.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| {
            (
                entry.file_name().into_string().unwrap(),
                fs::read(entry.path()).unwrap(),
            )
        })
        .collect()
}

impl Planted {
    /// A copy of the release in `folder`.
    pub(crate) fn of(folder: &Path) -> Self {
        let place = tempfile::tempdir().unwrap();
        let copy = place.path().join("release");
        fs::create_dir(&copy).unwrap();
        for (name, bytes) in files(folder) {
            fs::write(copy.join(name), bytes).unwrap();
        }
        Self { place }
    }

    pub(crate) fn folder(&self) -> PathBuf {
        self.place.path().join("release")
    }

    /// The status of a figure.
    pub(crate) fn status(&self, figure: &Figure) -> String {
        let rows = self.read(figure);
        let column = column(&rows, &format!("{}_status", figure.measure));
        let status = rows.column(column).as_string::<i32>();
        status.value(row(&rows, figure)).to_owned()
    }

    /// What a figure is shown as, if it is.
    pub(crate) fn value(&self, figure: &Figure) -> Option<i64> {
        let rows = self.read(figure);
        let (row, values) = (
            row(&rows, figure),
            rows.column(column(&rows, figure.measure)),
        );
        (!values.is_null(row)).then(|| values.as_primitive::<Int64Type>().value(row))
    }

    /// Shows a figure as `value`.
    pub(crate) fn show(self, figure: &Figure, value: i64) -> Self {
        self.set(figure, "zichtbaar", Some(value), None)
    }

    /// Hides a figure as one that protects others, of which a reader knows only that it is within these bounds.
    pub(crate) fn hide(self, figure: &Figure, low: u32, high: u32) -> Self {
        let within = (f64::from(low), f64::from(high));
        self.set(figure, "secundair geheim", None, Some(within))
    }

    fn set(
        self,
        figure: &Figure,
        status: &str,
        value: Option<i64>,
        within: Option<(f64, f64)>,
    ) -> Self {
        let rows = self.read(figure);
        let (measure, row) = (figure.measure, row(&rows, figure));
        let mut columns = rows.columns().to_vec();
        for (name, changed) in [
            (measure.to_owned(), number(&rows, measure, row, value)),
            (
                format!("{measure}_status"),
                word(&rows, measure, row, status),
            ),
            (
                format!("{measure}_laag"),
                bound(
                    &rows,
                    &format!("{measure}_laag"),
                    row,
                    within.map(|(low, _)| low),
                ),
            ),
            (
                format!("{measure}_hoog"),
                bound(
                    &rows,
                    &format!("{measure}_hoog"),
                    row,
                    within.map(|(_, high)| high),
                ),
            ),
        ] {
            columns[column(&rows, &name)] = changed;
        }
        self.write(
            figure,
            &RecordBatch::try_new(rows.schema(), columns).unwrap(),
        );
        self
    }

    /// Gives the release another id.
    pub(crate) fn named(self, id: &str) -> Self {
        self.describe(|descriptor| descriptor["regiovisie"]["release"] = id.into());
        self
    }

    fn read(&self, figure: &Figure) -> RecordBatch {
        let file = fs::File::open(self.folder().join(figure.file())).unwrap();
        let reader = ParquetRecordBatchReaderBuilder::try_new(file)
            .unwrap()
            .build()
            .unwrap();
        let batches: Vec<RecordBatch> = reader.map(Result::unwrap).collect();
        concat_batches(&batches[0].schema(), &batches).unwrap()
    }

    fn write(&self, figure: &Figure, rows: &RecordBatch) {
        let mut writer = ArrowWriter::try_new(Vec::new(), rows.schema(), None).unwrap();
        writer.write(rows).unwrap();
        let bytes = writer.into_inner().unwrap();
        self.describe(|descriptor| {
            let resource = descriptor["resources"]
                .as_array_mut()
                .unwrap()
                .iter_mut()
                .find(|resource| resource["path"] == figure.file())
                .unwrap();
            resource["bytes"] = bytes.len().into();
            resource["hash"] = format!("sha256:{}", sha256_hex(&bytes)).into();
        });
        fs::write(self.folder().join(figure.file()), bytes).unwrap();
    }

    fn describe(&self, change: impl FnOnce(&mut serde_json::Value)) {
        let path = self.folder().join("datapackage.json");
        let mut descriptor = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        change(&mut descriptor);
        fs::write(path, serde_json::to_vec_pretty(&descriptor).unwrap()).unwrap();
    }
}

fn column(rows: &RecordBatch, name: &str) -> usize {
    rows.schema().index_of(name).unwrap()
}

fn row(rows: &RecordBatch, figure: &Figure) -> usize {
    (0..rows.num_rows())
        .find(|row| {
            figure.place().iter().all(|(name, code)| {
                rows.column(column(rows, name))
                    .as_string::<i32>()
                    .value(*row)
                    == *code
            })
        })
        .unwrap_or_else(|| panic!("{figure:?} stands nowhere"))
}

fn number(rows: &RecordBatch, name: &str, row: usize, value: Option<i64>) -> ArrayRef {
    let mut values: Vec<Option<i64>> = rows
        .column(column(rows, name))
        .as_primitive::<Int64Type>()
        .iter()
        .collect();
    values[row] = value;
    Arc::new(Int64Array::from(values))
}

fn bound(rows: &RecordBatch, name: &str, row: usize, value: Option<f64>) -> ArrayRef {
    let mut values: Vec<Option<f64>> = rows
        .column(column(rows, name))
        .as_primitive::<Float64Type>()
        .iter()
        .collect();
    values[row] = value;
    Arc::new(Float64Array::from(values))
}

fn word(rows: &RecordBatch, measure: &str, row: usize, status: &str) -> ArrayRef {
    let column = column(rows, &format!("{measure}_status"));
    let mut words: Vec<&str> = rows
        .column(column)
        .as_string::<i32>()
        .iter()
        .map(Option::unwrap)
        .collect();
    words[row] = status;
    Arc::new(StringArray::from(words))
}
