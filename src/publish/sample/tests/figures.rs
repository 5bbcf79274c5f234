//! The published figures of the region, computed straightforwardly from the records at a tenth of its size.

use std::collections::BTreeSet;

use super::{LAST_DAY, Row, assert_near, tenth, year};

#[test]
fn the_population_follows_cbs() {
    // Published: about 227,250 youths in 2020; estimate of 228,045 on 1 January 2021.
    assert_near(tenth().population(2020), 22_725.0, 10.0, "0-17 in 2020");
    assert_near(tenth().population(2021), 22_804.5, 10.0, "0-17 in 2021");
}

#[test]
fn use_of_care_is_what_the_region_published() {
    let data = tenth();
    let young = |period: i32| {
        data.youths(period, |row| period - year(&row[2]) <= 17) / data.population(period) * 100.0
    };
    assert_near(young(2020), 12.1, 0.2, "use in 2020");
    assert!(young(2015) < young(2016) && young(2016) < young(2017) && young(2017) < young(2019));
    // Just under 30,000 of all ages on 228,045 youths.
    assert_near(
        data.youths(2021, |_| true) / data.population(2021) * 100.0,
        13.06,
        0.2,
        "all ages in 2021",
    );
}

#[test]
fn cost_per_youth_is_what_the_region_published() {
    let data = tenth();
    let per_youth = |period: i32| data.cost(period) / data.youths(period, |_| true);
    assert_near(per_youth(2021), 10_050.0, 5.0, "cost per youth in 2021");
    for period in 2016..=2023 {
        let growth = per_youth(period) / per_youth(period - 1) - 1.0;
        assert!((0.04..0.08).contains(&growth), "{period}: {growth}");
    }
    assert_near(
        data.cost(2017) / data.cost(2016),
        1.11,
        0.02,
        "growth of total cost in 2017",
    );
    let missing = 1.0 - per_youth(2024) / 12_000.0;
    assert!(
        (0.02..0.045).contains(&missing),
        "missing from 2024: {missing}"
    );
}

#[test]
fn referrers_of_2017_are_what_the_region_published() {
    let begun: Vec<&Row> = tenth()
        .trajecten
        .iter()
        .filter(|row| year(&row[7]) == 2017)
        .collect();
    let share = |code: &str| {
        begun.iter().filter(|row| row[6] == code).count() as f64 / begun.len() as f64 * 100.0
    };
    assert_near(share("02"), 43.0, 3.0, "huisarts");
    assert_near(share("01"), 25.0, 3.0, "gemeente");
    assert_near(share("04"), 16.0, 3.0, "GI");
}

#[test]
fn den_haag_loses_the_youths_of_the_local_partnerships_in_2024() {
    let data = tenth();
    let ratio = |inside: bool| {
        let counted = |period| data.youths(period, |row| (row[3] == "GM0518") == inside);
        counted(2024) / counted(2023)
    };
    assert_near(ratio(true), 0.85, 0.03, "Den Haag");
    assert_near(ratio(false), 1.0, 0.03, "other municipalities");
    let administrative = |town: &str| {
        let stops = |row: &&Row| row[3] == town && row[8] == "2023-12-31" && row[9] == "36";
        tenth().trajecten.iter().filter(stops).count()
    };
    assert!(administrative("GM0518") > 50);
    assert!(administrative("GM0637") < 5);
}

#[test]
fn waiting_is_asked_each_quarter_and_grows_longest_for_day_care() {
    let data = tenth();
    let ends: BTreeSet<&str> = data.wachtlijst.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(ends.len(), 6 * 4 + 1);
    assert_eq!(ends.first(), Some(&"2019-03-31"));
    assert_eq!(ends.last(), Some(&LAST_DAY));
    // Everybody applied before she was counted, and waits for one kind of care at one provider once.
    let mut places = BTreeSet::new();
    for row in data.wachtlijst.iter().filter(|row| !row[4].is_empty()) {
        assert!(row[5] <= row[0], "{row:?}");
        assert!(places.insert(&row[..5]), "{row:?}");
    }
    // Whole days since the year 0, near enough for a mean.
    let day = |date: &str| {
        let part = |range: std::ops::Range<usize>| date[range].parse::<f64>().unwrap();
        part(0..4) * 365.25 + part(5..7) * 30.44 + part(8..10)
    };
    let weeks = |year: &str, form: &str| {
        let waits: Vec<f64> = data
            .wachtlijst
            .iter()
            .filter(|row| row[0] == format!("{year}-12-31") && row[2] == form && !row[4].is_empty())
            .map(|row| (day(&row[0]) - day(&row[5])) / 7.0)
            .collect();
        waits.iter().sum::<f64>() / waits.len() as f64
    };
    assert!(weeks("2024", "03") > 1.3 * weeks("2019", "03"));
    for other in ["02", "04"] {
        assert!(weeks("2024", "03") > weeks("2024", other), "{other}");
    }
}
