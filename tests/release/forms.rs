//! However a delivery is written and cut up, the same cells come out of it; and what cannot be read or written loses nothing.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use arrow::array::{ArrayRef, RecordBatch, StringArray};
use arrow::compute::cast;
use arrow::datatypes::DataType;
use parquet::arrow::ArrowWriter;
use proptest::prelude::*;
use regiovisie::disclosure::RawTable;
use regiovisie::publish::input::{Encoding, Format, Separator};
use regiovisie::publish::{PublishError, check, count};

use crate::small::Small;

const FILES: [&str; 4] = ["producten", "trajecten", "declaraties", "bevolking"];

/// Which of three youths in a combination of towns, ages, forms and referrers were broken off differs, so that rows differ.
fn region() -> Small {
    Small::drawn(7, 3, 6)
}

fn counted(folder: &Path) -> Vec<RawTable> {
    count(&folder.join("records"), &folder.join("regio.toml"))
        .unwrap()
        .1
}

/// The header and the rows of a file.
fn rows(folder: &Path, name: &str) -> (String, Vec<String>) {
    let text = fs::read_to_string(folder.join(format!("records/{name}.csv"))).unwrap();
    let mut lines = text.lines().map(str::to_owned);
    (lines.next().unwrap(), lines.collect())
}

/// Puts rows in another order, the same every time for one seed.
fn shuffle(rows: &mut [String], seed: u64) {
    let mut state = seed;
    for last in (1..rows.len()).rev() {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let bound = u64::try_from(last + 1).unwrap();
        rows.swap(last, usize::try_from((state >> 33) % bound).unwrap());
    }
}

/// A row of ours as Dutch programs write it: a semicolon between columns, day first, and a comma before cents.
fn in_dutch(row: &str) -> String {
    let fields = row.split(',').map(|field| {
        let parts: Vec<_> = field.split('-').collect();
        match (parts.as_slice(), field.split_once('.')) {
            ([year, month, day], _) if year.len() == 4 => format!("{day}-{month}-{year}"),
            (_, Some((euros, cents))) if cents.len() == 2 && euros.len() == 4 => {
                format!("{}.{},{cents}", &euros[..1], &euros[1..])
            }
            _ => field.to_owned(),
        }
    });
    fields.collect::<Vec<_>>().join(";")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn order_parts_copies_and_notation_make_no_difference(
        seed in any::<u64>(),
        parts in 1_usize..5,
        copies in 0_usize..6,
        dutch in any::<bool>(),
        in_folder in any::<bool>(),
    ) {
        let folder = tempfile::tempdir().unwrap();
        region().write(folder.path());
        let before = counted(folder.path());
        let records = folder.path().join("records");
        for name in ["trajecten", "declaraties", "bevolking"] {
            let (header, mut rows) = rows(folder.path(), name);
            // Under the one in twenty that is too many.
            rows.extend_from_within(..copies.min(rows.len() / 25));
            shuffle(&mut rows, seed);
            fs::remove_file(records.join(format!("{name}.csv"))).unwrap();
            if in_folder {
                fs::create_dir(records.join(name)).unwrap();
            }
            let write = |row: &str| if dutch { in_dutch(row) } else { row.to_owned() };
            for (nth, part) in rows.chunks(rows.len().div_ceil(parts)).enumerate() {
                let lines: Vec<_> = part.iter().map(|row| write(row)).collect();
                let path = if in_folder {
                    records.join(name).join(format!("{nth}.csv"))
                } else {
                    records.join(format!("{name}-{nth}.csv"))
                };
                fs::write(path, format!("{}\n{}\n", write(&header), lines.join("\n"))).unwrap();
            }
        }
        prop_assert!(before == counted(folder.path()));
    }
}

#[test]
fn a_shown_difference_is_a_difference() {
    // What the property above would not notice if everything gave the same cells.
    let folder = tempfile::tempdir().unwrap();
    region().write(folder.path());
    let before = counted(folder.path());
    let (header, rows) = rows(folder.path(), "trajecten");
    let path = folder.path().join("records/trajecten.csv");
    fs::write(path, format!("{header}\n{}\n", rows[1..].join("\n"))).unwrap();
    assert!(before != counted(folder.path()));
}

#[test]
fn windows_1252_and_utf_8_with_a_mark_give_the_same_cells_and_the_report_says_which() {
    let folder = tempfile::tempdir().unwrap();
    region().write(folder.path());
    let records = folder.path().join("records");
    let path = records.join("producten.csv");
    // A product with a letter that the two write differently.
    let named = |name: &str| {
        for file in ["producten", "trajecten"] {
            let path = records.join(format!("{file}.csv"));
            let text = fs::read_to_string(&path).unwrap().replace("ambulant", name);
            fs::write(&path, text).unwrap();
        }
    };
    named("cr\u{e8}che");
    let before = counted(folder.path());
    let text = fs::read_to_string(&path).unwrap();
    let form = || {
        let report = check(&records, &folder.path().join("regio.toml"), &|_| {}).unwrap();
        report.files[0].parts[0].format
    };
    assert_eq!(form(), Format::Text(Encoding::Utf8, Separator::Comma));
    let western: Vec<u8> = text
        .replace(',', ";")
        .chars()
        .map(|letter| u8::try_from(u32::from(letter)).unwrap())
        .collect();
    fs::write(&path, western).unwrap();
    assert_eq!(
        form(),
        Format::Text(Encoding::Windows1252, Separator::Semicolon)
    );
    assert!(before == counted(folder.path()));
    fs::write(&path, format!("\u{feff}{text}")).unwrap();
    assert_eq!(
        form(),
        Format::Text(Encoding::Utf8WithMark, Separator::Comma)
    );
    assert!(before == counted(folder.path()));
}

/// Writes a file of ours as Parquet: dates as dates and amounts as floats.
fn to_parquet(folder: &Path, name: &str) {
    let (header, rows) = rows(folder, name);
    let columns: Vec<(String, ArrayRef)> = header
        .split(',')
        .enumerate()
        .map(|(nth, column)| {
            let values: Vec<Option<&str>> = rows
                .iter()
                .map(|row| row.split(',').nth(nth).filter(|value| !value.is_empty()))
                .collect();
            let texts: ArrayRef = Arc::new(StringArray::from(values));
            let array = match column {
                "bedrag" => cast(&texts, &DataType::Float64).unwrap(),
                "begin" | "einde" | "geboortedatum" | "kwartaal_begin" => {
                    cast(&texts, &DataType::Date32).unwrap()
                }
                "jaar" | "leeftijd" | "inwoners" => cast(&texts, &DataType::Int64).unwrap(),
                _ => texts,
            };
            (column.to_owned(), array)
        })
        .collect();
    let batch = RecordBatch::try_from_iter(columns).unwrap();
    let path = folder.join(format!("records/{name}.parquet"));
    let mut writer =
        ArrowWriter::try_new(fs::File::create(path).unwrap(), batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
    fs::remove_file(folder.join(format!("records/{name}.csv"))).unwrap();
}

#[test]
fn parquet_gives_the_same_cells() {
    let folder = tempfile::tempdir().unwrap();
    region().write(folder.path());
    let before = counted(folder.path());
    for name in FILES {
        to_parquet(folder.path(), name);
    }
    assert!(before == counted(folder.path()));
    let report = check(
        &folder.path().join("records"),
        &folder.path().join("regio.toml"),
        &|_| {},
    )
    .unwrap();
    assert!(
        report
            .files
            .iter()
            .all(|file| file.parts[0].format == Format::Parquet && file.repaired == 0)
    );
}

/// Why nothing is counted.
fn refused(folder: &Path) -> String {
    count(&folder.join("records"), &folder.join("regio.toml"))
        .unwrap_err()
        .to_string()
}

#[test]
fn a_part_that_is_delivered_twice_is_named() {
    let folder = tempfile::tempdir().unwrap();
    region().write(folder.path());
    let records = folder.path().join("records");
    fs::copy(
        records.join("declaraties.csv"),
        records.join("declaraties-2022.csv"),
    )
    .unwrap();
    let why = refused(folder.path());
    assert!(why.contains("hold the same rows"), "{why}");
    assert!(
        why.contains("declaraties.csv") && why.contains("declaraties-2022.csv"),
        "{why}"
    );
}

#[test]
fn a_key_that_two_parts_say_different_things_of_is_named_with_both_lines() {
    let folder = tempfile::tempdir().unwrap();
    region().write(folder.path());
    let (header, rows) = rows(folder.path(), "trajecten");
    let other = rows[1].replace(",2022-06-30,", ",2022-07-31,");
    assert_ne!(other, rows[1]);
    fs::write(
        folder.path().join("records/trajecten-later.csv"),
        format!("{header}\n{other}\n"),
    )
    .unwrap();
    let why = refused(folder.path());
    assert!(why.contains("say different things of one key"), "{why}");
    assert!(
        why.contains("trajecten-later.csv (line 2)") && why.contains("trajecten.csv (line 3)"),
        "{why}"
    );
    let key = rows[1].split(',').nth(1).unwrap();
    assert!(!why.contains(&format!(" {key} ")), "{why}");
}

#[test]
fn a_file_that_may_not_be_read_is_named() {
    let folder = tempfile::tempdir().unwrap();
    region().write(folder.path());
    let path = folder.path().join("records/declaraties.csv");
    fs::remove_file(&path).unwrap();
    // A link to nowhere: whoever runs the tests may be allowed to read everything.
    std::os::unix::fs::symlink("nowhere", &path).unwrap();
    let error = count(
        &folder.path().join("records"),
        &folder.path().join("regio.toml"),
    )
    .unwrap_err();
    assert!(
        matches!(&error, PublishError::File { path: named, .. } if *named == path),
        "{error}"
    );
}
