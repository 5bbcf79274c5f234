//! The same records give the same bytes, in any order, today and on the day `data/` was made.

use std::fs;
use std::path::Path;

use regiovisie::disclosure::Depth;
use regiovisie::publish::{PublishOptions, count, publish};
use serde_json::Value;

use crate::support::{bytes_of, config, descriptor, sample, shipped};

/// Publishes the records as `data/` was, but for the proof: what that took is hidden again.
fn published_again(records: &Path, release: &Path) {
    let options = PublishOptions {
        depth: Depth::Screen,
        hide_as: Some(shipped()),
        ..PublishOptions::default()
    };
    publish(records, release, &config(), &options, |_| {}).unwrap();
}

/// Fails when a file differs from that in `data/`. Of the descriptor, what only a proof can tell is left out.
fn assert_as_shipped(release: &Path) {
    let without_proof = |folder: &Path| {
        let mut descriptor = descriptor(folder);
        let audit = descriptor.pointer_mut("/regiovisie/controle").unwrap();
        let audit = audit.as_object_mut().unwrap();
        let proof = ["bewezen", "smalste", "oplosser"].map(|key| audit.remove(key));
        (descriptor, proof)
    };
    let (again, _) = without_proof(release);
    let (before, [proved, narrowest, _]) = without_proof(&shipped());
    assert!(again == before, "the descriptors differ");
    assert!(proved.is_some());
    assert_eq!(
        proved.as_ref(),
        before.pointer("/regiovisie/controle/beschermd")
    );
    assert_eq!(narrowest, Some(Value::from(5.0)));
    let (mut again, mut before) = (bytes_of(release), bytes_of(&shipped()));
    for files in [&mut again, &mut before] {
        files.remove("datapackage.json").unwrap();
    }
    let names = again.keys().chain(before.keys());
    let differ: Vec<_> = names
        .filter(|name| again.get(*name) != before.get(*name))
        .collect();
    assert!(
        differ.is_empty(),
        "these files differ or are missing on one side: {differ:?}"
    );
}

/// Among them are rows that break every rule of the input: they leave no trace.
#[test]
fn what_stands_in_data_is_what_the_synthetic_records_give() {
    let folder = tempfile::tempdir().unwrap();
    let (records, release) = (folder.path().join("records"), folder.path().join("release"));
    sample(&records, 1.0);
    published_again(&records, &release);
    assert_as_shipped(&release);
}

/// What is counted is all that protecting and writing know of the records.
#[test]
fn the_order_of_rows_makes_no_difference() {
    let folder = tempfile::tempdir().unwrap();
    let records = folder.path().join("records");
    sample(&records, 1.0);
    let (_, counted) = count(&records, &config()).unwrap();
    for file in ["trajecten", "declaraties", "maatregelen", "pgb"] {
        shuffle(&records.join(format!("{file}.csv")));
    }
    let (_, again) = count(&records, &config()).unwrap();
    for (counted, again) in counted.iter().zip(&again) {
        assert!(counted == again, "{:?}", counted.table);
    }
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
