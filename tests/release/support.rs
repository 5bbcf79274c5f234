//! Records, releases and rows for the tests.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use arrow::array::{Array, AsArray};
use arrow::datatypes::{DataType, Float64Type, Int64Type};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use regiovisie::disclosure::Depth;
use regiovisie::publish::sample::{SampleOptions, write_sample};
use regiovisie::publish::{PublishError, PublishOptions, Published, publish};

/// The release that ships.
pub(crate) fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

/// The configuration of the region.
pub(crate) fn config() -> PathBuf {
    shipped().join("regio.toml")
}

/// Draws synthetic records at `scale` into `folder`.
pub(crate) fn sample(folder: &Path, scale: f64) {
    write_sample(
        folder,
        &SampleOptions {
            scale,
            ..SampleOptions::default()
        },
    )
    .unwrap();
}

/// Publishes without telling about it.
pub(crate) fn published(
    records: &Path,
    release: &Path,
    config: &Path,
) -> Result<Published, PublishError> {
    // Without the proof: it takes minutes, and has tests of its own.
    let options = PublishOptions {
        depth: Depth::Screen,
        ..PublishOptions::default()
    };
    publish(records, release, config, &options, |_| {})
}

/// Every file of a folder with its bytes.
pub(crate) fn bytes_of(folder: &Path) -> BTreeMap<String, Vec<u8>> {
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

/// Fails when two folders differ, naming the files and not their contents.
pub(crate) fn assert_same(left: &Path, right: &Path) {
    let (left, right) = (bytes_of(left), bytes_of(right));
    let names: Vec<_> = left
        .keys()
        .chain(right.keys())
        .filter(|name| left.get(*name) != right.get(*name))
        .collect();
    assert!(
        names.is_empty(),
        "these files differ or are missing on one side: {names:?}"
    );
}

/// A value in a file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Null,
    Text(String),
    Number(f64),
}

/// All rows of a Parquet file, by column name; read through Arrow, not through the project's own reader.
pub(crate) fn rows_of(path: &Path) -> Vec<BTreeMap<String, Value>> {
    let reader = ParquetRecordBatchReaderBuilder::try_new(fs::File::open(path).unwrap())
        .unwrap()
        .build()
        .unwrap();
    let mut rows = Vec::new();
    for batch in reader {
        let batch = batch.unwrap();
        let schema = batch.schema();
        for row in 0..batch.num_rows() {
            let fields = schema
                .fields()
                .iter()
                .zip(batch.columns())
                .map(|(field, column)| {
                    let value = match (column.is_null(row), field.data_type()) {
                        (true, _) => Value::Null,
                        (_, DataType::Utf8) => {
                            Value::Text(column.as_string::<i32>().value(row).to_owned())
                        }
                        (_, DataType::Int64) => {
                            Value::Number(column.as_primitive::<Int64Type>().value(row) as f64)
                        }
                        (_, DataType::Float64) => {
                            Value::Number(column.as_primitive::<Float64Type>().value(row))
                        }
                        (_, other) => panic!("{} has the type {other}", field.name()),
                    };
                    (field.name().clone(), value)
                });
            rows.push(fields.collect());
        }
    }
    rows
}

/// The descriptor of a release.
pub(crate) fn descriptor(folder: &Path) -> serde_json::Value {
    serde_json::from_slice(&fs::read(folder.join("datapackage.json")).unwrap()).unwrap()
}
