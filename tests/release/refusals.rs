//! Files that do not belong in a release are refused, each for its own reason, and none makes the reader panic.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use arrow::array::{ArrayRef, Float64Array, Int64Array, RecordBatch, StringArray};
use parquet::arrow::ArrowWriter;
use regiovisie::publish::{PublishError, read_config, read_release};
use regiovisie::release::{Region, ReleaseError, decode_cube};
use regiovisie::vocabulary::{Margin, Table};

use crate::support::{bytes_of, config, published, shipped};

const FILE: &str = "bevolking-totaal.parquet";

/// A file with one cell of inhabitants; `age` and `area` are its codes, `extra` one more column.
fn file(area: &str, age: &str, extra: Option<&str>) -> Vec<u8> {
    let text = |value: &str| -> ArrayRef { Arc::new(StringArray::from(vec![value])) };
    let none: ArrayRef = Arc::new(Float64Array::from(vec![None::<f64>]));
    let mut columns = vec![
        ("periode", text("2020")),
        ("gebied", text(area)),
        ("zorgvorm", text("totaal")),
        ("leeftijd", text(age)),
        ("verwijzer", text("totaal")),
        (
            "inwoners",
            Arc::new(Int64Array::from(vec![12_345])) as ArrayRef,
        ),
        ("inwoners_status", text("zichtbaar")),
        ("inwoners_laag", Arc::clone(&none)),
        ("inwoners_hoog", none),
    ];
    columns.extend(extra.map(|name| (name, text("P0000001"))));
    let batch = RecordBatch::try_from_iter(columns).unwrap();
    let mut writer = ArrowWriter::try_new(Vec::new(), batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.into_inner().unwrap()
}

fn decoded(bytes: &[u8]) -> Result<usize, ReleaseError> {
    let region = Region::new(&read_config(&config()).unwrap()).unwrap();
    decode_cube(FILE, bytes, Table::Population, Margin::TOTAL, &region)
        .map(|cube| cube.keys().len())
}

#[test]
fn a_file_as_agreed_is_read() {
    assert_eq!(decoded(&file("GM0503", "totaal", None)), Ok(1));
}

#[test]
fn a_column_of_person_keys_is_refused() {
    let refused = decoded(&file("GM0503", "totaal", Some("persoon")));
    assert_eq!(
        refused,
        Err(ReleaseError::ForeignColumn {
            file: FILE.to_owned(),
            column: "persoon".to_owned()
        })
    );
}

#[test]
fn cells_of_another_margin_are_refused() {
    assert_eq!(
        decoded(&file("GM0503", "0-3", None)),
        Err(ReleaseError::OutsideLattice {
            file: FILE.to_owned()
        })
    );
}

#[test]
fn unknown_codes_are_refused() {
    let unknown = |column: &str, code: &str| {
        Err(ReleaseError::UnknownCode {
            file: FILE.to_owned(),
            column: column.to_owned(),
            code: code.to_owned(),
        })
    };
    assert_eq!(
        decoded(&file("GM9999", "totaal", None)),
        unknown("gebied", "GM9999")
    );
    assert_eq!(
        decoded(&file("GM0503", "5-6", None)),
        unknown("leeftijd", "5-6")
    );
}

#[test]
fn a_truncated_file_is_refused_wherever_it_was_cut() {
    let whole = file("GM0503", "totaal", None);
    for length in 0..whole.len() {
        let refused = decoded(&whole[..length]);
        assert!(
            matches!(refused, Err(ReleaseError::Unreadable { .. })),
            "cut at {length}: {refused:?}"
        );
    }
}

/// Hashes catch that as a rule: the reader of the file may not fall over it either.
#[test]
fn no_changed_byte_makes_the_reader_panic() {
    let whole = file("GM0503", "totaal", None);
    let mut refused = 0;
    for place in 0..whole.len() {
        for mask in [1, 0x80, 0xff] {
            let mut changed = whole.clone();
            changed[place] ^= mask;
            refused += usize::from(decoded(&changed).is_err());
        }
    }
    assert!(refused > whole.len() / 2, "{refused} of {}", whole.len());
}

#[test]
fn a_flipped_byte_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in bytes_of(&shipped()) {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    assert!(read_release(folder.path()).is_ok());
    let name = "gebruik-zorgvorm.parquet";
    flip_byte(&folder.path().join(name));
    let error = read_release(folder.path()).map(|_| ()).unwrap_err();
    assert!(
        matches!(&error, PublishError::Release(ReleaseError::WrongHash { file }) if file == name),
        "{error}"
    );
}

fn flip_byte(path: &Path) {
    let mut bytes = fs::read(path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(path, bytes).unwrap();
}

#[test]
fn a_region_of_six_youths_is_refused_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let (records, release) = (folder.path().join("records"), folder.path().join("release"));
    fs::create_dir(&records).unwrap();
    crate::by_hand::delivery(&records);
    let refused = published(&records, &release, &config()).unwrap_err();
    assert!(
        refused
            .to_string()
            .starts_with("the region is too small for this threshold"),
        "{refused}"
    );
    // Not the release, nor anything set aside for it.
    let left: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(left, ["records"]);
}
