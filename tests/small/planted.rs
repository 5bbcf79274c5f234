//! A release in which figures are changed, with hashes that agree: what a fault in the program, or a hand, could have published.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow::array::{ArrayRef, AsArray, Float64Array, Int64Array, RecordBatch, StringArray};
use arrow::compute::concat_batches;
use arrow::datatypes::{Float64Type, Int64Type};
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use regiovisie::release::sha256_hex;

use super::figure::{Figure, figure};
use super::region::Small;

/// A copy of a release that is thrown away at the end.
pub(crate) struct Planted {
    place: tempfile::TempDir,
}

impl Planted {
    /// A copy of the release in `folder`.
    pub(crate) fn of(folder: &Path) -> Self {
        let place = tempfile::tempdir().unwrap();
        let copy = place.path().join("release");
        fs::create_dir(&copy).unwrap();
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            fs::copy(entry.path(), copy.join(entry.file_name())).unwrap();
        }
        Self { place }
    }

    /// What is published of a region.
    pub(crate) fn published(small: &Small) -> Self {
        let place = tempfile::tempdir().unwrap();
        Self::of(&small.publish(place.path(), |_| {}).unwrap())
    }

    pub(crate) fn folder(&self) -> PathBuf {
        self.place.path().join("release")
    }

    /// The status of a figure.
    pub(crate) fn status(&self, figure: &Figure) -> String {
        let rows = self.read(&figure.file());
        Columns::of(&rows, figure.measure).statuses[row(&rows, figure)].clone()
    }

    /// The first figure of `measure` by form and age with this status.
    pub(crate) fn first(&self, measure: &'static str, status: &str) -> Figure {
        ["GM0001", "GM0002", "GM0003"]
            .into_iter()
            .flat_map(|town| ["ambulant", "daghulp", "netwerk"].map(|form| (town, form)))
            .flat_map(|(town, form)| {
                ["0-3", "4-11", "12-17", "18-22"]
                    .map(|age| figure(measure, town).form(form).age(age))
            })
            .find(|figure| self.status(figure) == status)
            .unwrap()
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

    /// Hides all of a measure but the totals of each area. What the files say of the hidden ones is widened along: it was worked out
    /// from what is now hidden.
    pub(crate) fn only_totals(self, measure: &'static str) -> Self {
        let by = [
            "zorgvorm",
            "leeftijd",
            "verwijzer",
            "zorgvorm-leeftijd",
            "zorgvorm-verwijzer",
            "leeftijd-verwijzer",
        ];
        let total = figure(measure, "R").file();
        for file in by.map(|margin| total.replace("totaal", margin)) {
            self.change(&file, measure, |_, columns| {
                for row in 0..columns.statuses.len() {
                    match columns.statuses[row].as_str() {
                        "zichtbaar" | "secundair geheim" => {
                            let within = Some((0.0, 1e12));
                            columns.set(row, "secundair geheim", None, within);
                        }
                        "geheim" => columns.set(row, "geheim", None, Some((0.0, 9.0))),
                        _ => {}
                    }
                }
            });
        }
        self
    }

    fn set(
        self,
        figure: &Figure,
        status: &str,
        value: Option<i64>,
        within: Option<(f64, f64)>,
    ) -> Self {
        self.change(&figure.file(), figure.measure, |rows, columns| {
            columns.set(row(rows, figure), status, value, within);
        });
        self
    }

    fn change(&self, file: &str, measure: &str, change: impl FnOnce(&RecordBatch, &mut Columns)) {
        let rows = self.read(file);
        let mut columns = Columns::of(&rows, measure);
        change(&rows, &mut columns);
        self.write(file, &columns.put_into(&rows, measure));
    }

    /// Gives the release another id.
    pub(crate) fn named(self, id: &str) -> Self {
        self.describe(|descriptor| descriptor["regiovisie"]["release"] = id.into());
        self
    }

    fn read(&self, file: &str) -> RecordBatch {
        let file = fs::File::open(self.folder().join(file)).unwrap();
        let reader = ParquetRecordBatchReaderBuilder::try_new(file)
            .unwrap()
            .build()
            .unwrap();
        let batches: Vec<RecordBatch> = reader.map(Result::unwrap).collect();
        concat_batches(&batches[0].schema(), &batches).unwrap()
    }

    fn write(&self, file: &str, rows: &RecordBatch) {
        let mut writer = ArrowWriter::try_new(Vec::new(), rows.schema(), None).unwrap();
        writer.write(rows).unwrap();
        let bytes = writer.into_inner().unwrap();
        self.describe(|descriptor| {
            let resource = descriptor["resources"]
                .as_array_mut()
                .unwrap()
                .iter_mut()
                .find(|resource| resource["path"] == file)
                .unwrap();
            resource["bytes"] = bytes.len().into();
            resource["hash"] = format!("sha256:{}", sha256_hex(&bytes)).into();
        });
        fs::write(self.folder().join(file), bytes).unwrap();
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

/// What the four columns of a measure hold.
struct Columns {
    values: Vec<Option<i64>>,
    statuses: Vec<String>,
    lows: Vec<Option<f64>>,
    highs: Vec<Option<f64>>,
}

impl Columns {
    fn of(rows: &RecordBatch, measure: &str) -> Self {
        let [values, statuses, lows, highs] =
            Self::names(measure).map(|name| rows.column(column(rows, &name)));
        let bounds = |ends: &ArrayRef| ends.as_primitive::<Float64Type>().iter().collect();
        Self {
            values: values.as_primitive::<Int64Type>().iter().collect(),
            statuses: statuses
                .as_string::<i32>()
                .iter()
                .map(|status| status.unwrap().to_owned())
                .collect(),
            lows: bounds(lows),
            highs: bounds(highs),
        }
    }

    fn names(measure: &str) -> [String; 4] {
        ["", "_status", "_laag", "_hoog"].map(|part| format!("{measure}{part}"))
    }

    fn set(&mut self, row: usize, status: &str, value: Option<i64>, within: Option<(f64, f64)>) {
        status.clone_into(&mut self.statuses[row]);
        self.values[row] = value;
        (self.lows[row], self.highs[row]) = within.unzip();
    }

    fn put_into(self, rows: &RecordBatch, measure: &str) -> RecordBatch {
        let by: [ArrayRef; 4] = [
            Arc::new(Int64Array::from(self.values)),
            Arc::new(StringArray::from(self.statuses)),
            Arc::new(Float64Array::from(self.lows)),
            Arc::new(Float64Array::from(self.highs)),
        ];
        let mut columns = rows.columns().to_vec();
        for (name, values) in Self::names(measure).iter().zip(by) {
            columns[column(rows, name)] = values;
        }
        RecordBatch::try_new(rows.schema(), columns).unwrap()
    }
}
