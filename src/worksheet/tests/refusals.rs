//! What is wrong with a file is said in a sentence, whatever is in it.

use super::*;
use proptest::prelude::*;

#[track_caller]
fn refused(name: &str, bytes: impl AsRef<[u8]>, words: &str) {
    let error = apply(of(name), "in.csv", bytes.as_ref(), &Options::default()).unwrap_err();
    let sentence = error.to_string();
    assert!(sentence.contains(words), "no {words:?} in: {sentence}");
    assert!(sentence.starts_with("in.csv"), "{sentence}");
}

#[test]
fn what_cannot_be_an_input_is_refused_where_it_stands() {
    refused("wilson", "", "no rows");
    refused("wilson", "events,n\n", "no rows");
    refused(
        "wilson",
        "n,x\n1,2\n",
        "no column events; the first line must name the columns, and it names: n, x",
    );
    refused(
        "wilson",
        "events,n,n\n1,2,3\n",
        "two columns are called \"n\"",
    );
    refused(
        "wilson",
        "events,n,lower\n1,2,3\n",
        "line 1: the answer has a column lower of its own",
    );
    refused(
        "wilson",
        "events,n\n1,2\n1,2,3\n",
        "line 3: there are 3 columns where the first line names 2",
    );
    refused(
        "wilson",
        b"events,n\n1,2\n\xff,2\n",
        "line 3: this is not UTF-8",
    );
    for (value, words) in [
        ("x", "cannot stand here; write a number above 0"),
        ("", "is empty; write a number above 0"),
        (
            "0",
            "cannot stand here; write a number above 0, or leave the row out",
        ),
        ("-3", "cannot stand here"),
        ("NaN", "cannot stand here"),
        ("inf", "cannot stand here"),
        ("infinity", "cannot stand here"),
        ("1_000", "cannot stand here"),
        ("12%", "cannot stand here"),
        ("\"1,5\"", "cannot stand here"),
        ("1e400", "too large"),
        ("1e16", "too large"),
    ] {
        refused(
            "wilson",
            format!("label,events,n\nx,0,9\n\ny,0,{value}\n"),
            words,
        );
        refused(
            "wilson",
            format!("label,events,n\nx,0,9\n\ny,0,{value}\n"),
            "line 4, column n",
        );
    }
    refused(
        "wilson",
        "events,n\n1,9\n5,3\n",
        "line 3, column events: \"5\" is more than n, which is 3",
    );
    refused(
        "wilson",
        "events;n\n1,5;3\n1;1.000\n",
        "line 3, column n: \"1.000\" has a point",
    );
    refused(
        "wilson",
        "\u{feff}events,n\r\n1,9\r\n\r\n5,3\r\n",
        "line 4, column events",
    );
    refused(
        "wilson",
        "events,n,x\n1,9,\"two\nlines\"\n5,3,\n",
        "line 4, column events",
    );
}

#[test]
fn each_statistic_refuses_what_it_cannot_take() {
    refused(
        "poisson_exact",
        "events\n1.5\n",
        "a whole number of 0 or more",
    );
    refused("poisson_exact", "events\n3000000\n", "more than 1000000");
    refused("rate", "events,population\n1,0\n", "column population");
    refused(
        "wilson",
        "events;n\n1.000;3.000\n",
        "\"1.000\" may have a point between thousands",
    );
    refused(
        "dsr",
        "events,population,standard_population\n50,100,0\n",
        "column standard_population: \"0\" is 0 in all rows of the group",
    );
    refused("funnel", "events,n\n0,2000000000\n", "more than 1000000000");
    refused("kaplan_meier", "time,event\n1,2\n", "write 1 or 0");
    refused(
        "grouped_median",
        "lower,upper,count\n3,8,1\n0,4,1\n",
        "line 2, column lower: \"3\" is where this class begins",
    );
    refused(
        "grouped_median",
        "lower,upper,count\n3,3,1\n",
        "line 2, column upper: \"3\" is not above lower",
    );
    refused("trend", "when,events,n\n1,2,3\n", "no column time");
    refused("fdr", "p\n1.1\n", "a number from 0 to 1");
    refused("design_effect", "cluster,events,n\na,1,0\n", "column n");
}

#[test]
fn options_are_read_as_people_write_them() {
    for text in ["0.95", "95", "95%", " 95 "] {
        assert!((level(text).unwrap() - 0.95).abs() < 1e-15, "{text}");
    }
    assert!((level("99.8").unwrap() - 0.998).abs() < 1e-15);
    for text in ["", "x", "0", "1", "100", "-95", "NaN", "2", "9500"] {
        assert!(level(text).is_err(), "{text}");
    }
    assert_eq!(multiplier("100000"), Ok(100_000.0));
    assert!(
        ["0", "-1", "inf", "x"]
            .iter()
            .all(|text| multiplier(text).is_err())
    );
    assert_eq!(share("0.125"), Ok(0.125));
    assert!(
        ["-0.1", "1.1", "NaN"]
            .iter()
            .all(|text| share(text).is_err())
    );
}

/// A cell as anyone may write it, more often right than wrong.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => (0_u32..30).prop_map(|number| number.to_string()),
        2 => (0.0..1.0_f64).prop_map(|number| number.to_string()),
        1 => prop::sample::select(vec!["", "1e-9", "1e14", "-1", "NaN", "x", "\"a,b\"", "0,5", "999999999999"]).prop_map(str::to_owned),
    ]
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        for specification in CATALOGUE {
            let _ = apply(specification, "in.csv", &bytes, &Options::default());
        }
    }

    /// Whatever numbers stand in the right columns: an answer without NaN or infinity, with as many cells in every line, or a sentence.
    #[test]
    fn no_numbers_make_it_panic(cells in prop::collection::vec(prop::collection::vec(cell(), 4), 1..6)) {
        for specification in CATALOGUE {
            let columns: Vec<&str> = specification.input.iter().map(|column| column.name).chain(["group"]).collect();
            let mut text = columns.join(",") + "\n";
            for row in &cells {
                text += &(row[4 - columns.len()..].join(",") + "\n");
            }
            if let Ok(found) = apply(specification, "in.csv", text.as_bytes(), &Options::default()) {
                let mut reader = csv::Reader::from_reader(found.as_bytes());
                for record in reader.records() {
                    let record = record.unwrap();
                    let own = record.iter().skip(record.len() - specification.output.len());
                    let numbers: Vec<f64> = own.filter_map(|cell| cell.parse().ok()).collect();
                    prop_assert!(numbers.iter().all(|number| number.is_finite()), "{}", found);
                }
            }
        }
    }
}
