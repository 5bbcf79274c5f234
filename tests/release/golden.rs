//! The same records give the same bytes, in any order, today and on the day `data/` was made.

use std::fs;
use std::path::Path;

use crate::support::{assert_same, config, published, sample, shipped};

#[test]
fn what_stands_in_data_is_what_the_synthetic_records_give() {
    let folder = tempfile::tempdir().unwrap();
    let (records, release) = (folder.path().join("records"), folder.path().join("release"));
    sample(&records, 1.0);
    published(&records, &release, &config()).unwrap();
    assert_same(&release, &shipped());
}

#[test]
fn the_order_of_rows_makes_no_difference() {
    // At full size: smaller regions cannot keep their headlines and their small counts both.
    let folder = tempfile::tempdir().unwrap();
    let (records, release) = (folder.path().join("records"), folder.path().join("release"));
    sample(&records, 1.0);
    shuffle(&records.join("trajecten.csv"));
    shuffle(&records.join("declaraties.csv"));
    published(&records, &release, &config()).unwrap();
    assert_same(&release, &shipped());
}

/// Puts the rows under the header in another order, the same every time.
fn shuffle(file: &Path) {
    let text = fs::read_to_string(file).unwrap();
    let (header, rows) = text.split_once('\n').unwrap();
    let mut rows: Vec<&str> = rows.lines().collect();
    let before = rows.clone();
    let mut state: u64 = 20_15;
    for last in (1..rows.len()).rev() {
        // Knuth's MMIX generator; its upper bits are good enough to shuffle with.
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let bound = u64::try_from(last + 1).unwrap();
        rows.swap(last, usize::try_from((state >> 33) % bound).unwrap());
    }
    assert_ne!(rows, before);
    fs::write(file, format!("{header}\n{}\n", rows.join("\n"))).unwrap();
}
