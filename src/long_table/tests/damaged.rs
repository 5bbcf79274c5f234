//! Files with any damage: refused or read, never a panic.

use parquet::basic::Compression;
use proptest::prelude::*;

use super::naive::{Row, Wanted, ask};
use super::write::{Style, write};
use crate::long_table::{Engine, Question};
use crate::parquet_file::snappy_for_tests;

fn table(style: &Style) -> Vec<u8> {
    let rows: Vec<Row> = (0..60)
        .map(|n| Row {
            codes: [2015, 1, 2, 3, 4, 5]
                .map(|most| (n % 13 != 0).then(|| (most + n % 3).to_string())),
            numbers: [1, 2, 3, 4, 5, 6, 7].map(|most| (n % 11 != 0).then(|| f64::from(most * n))),
        })
        .collect();
    write(&rows, style)
}

fn styles() -> Vec<Style> {
    let mut styles = Vec::new();
    for codec in [Compression::SNAPPY, Compression::UNCOMPRESSED] {
        for dictionary in [true, false] {
            for newer_pages in [true, false] {
                styles.push(Style {
                    codec,
                    dictionary,
                    newer_pages,
                    rows_in_group: 40,
                    rows_in_page: 20,
                    ..Style::default()
                });
            }
        }
    }
    styles
}

fn open(bytes: &[u8]) {
    match Engine::read(bytes) {
        Ok(mut engine) => {
            for question in Question::ALL {
                ask(&mut engine, question, &Wanted::default(), 32);
            }
        }
        Err(error) => assert!(error.sentence().ends_with('.')),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn changed_bytes_never_end_in_a_panic(
        style in prop::sample::select(styles()),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        at_the_end: bool,
    ) {
        let mut bytes = table(&style);
        let footer = bytes.len() - 8 - u32::from_le_bytes(bytes[bytes.len() - 8..bytes.len() - 4].try_into().unwrap()) as usize;
        let start = if at_the_end { footer } else { 0 };
        for (place, byte) in changes {
            let place = start + place.index(bytes.len() - start);
            bytes[place] = byte;
        }
        open(&bytes);
    }

    #[test]
    fn a_file_that_ends_early_is_refused(style in prop::sample::select(styles()), cut: prop::sample::Index) {
        let mut bytes = table(&style);
        // Without its last four bytes alone, a file becomes whole again below.
        bytes.truncate(cut.index(bytes.len() - 4));
        prop_assert!(Engine::read(&bytes).is_err());
        bytes.extend_from_slice(b"PAR1");
        prop_assert!(Engine::read(&bytes).is_err());
    }

    #[test]
    fn any_bytes_unpack_to_what_they_promise_or_not_at_all(bytes in prop::collection::vec(any::<u8>(), 0..60), length in 0_usize..200) {
        let mut packed = vec![u8::try_from(length & 127).unwrap()];
        packed.extend(bytes);
        if let Some(unpacked) = snappy_for_tests(&packed, length & 127) {
            prop_assert_eq!(unpacked.len(), length & 127);
        }
    }
}
