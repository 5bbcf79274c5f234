//! The published figures of the region, computed straightforwardly from the records at a tenth of its size.

use std::collections::{BTreeMap, BTreeSet};

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

#[test]
fn orders_fall_as_the_region_published_and_are_as_many_as_nationally() {
    let data = tenth();
    // Beginning in these years, for every 10,000 youths.
    let begun = |codes: &[&str], years: std::ops::RangeInclusive<i32>| {
        let population: f64 = years.clone().map(|period| data.population(period)).sum();
        let of_kind =
            |row: &&Row| codes.contains(&row[3].as_str()) && years.contains(&year(&row[4]));
        data.maatregelen.iter().filter(of_kind).count() as f64 / population * 10_000.0
    };
    // Statistics Netherlands, 2019: of 3.35 million youths 9,330 came under supervision, 1,920 provisionally; 1,720 under guardianship;
    // 5,730 on probation. A city has more.
    for (codes, national) in [
        (&["11"][..], 27.9),
        (&["12"], 5.7),
        (&["21"], 5.1),
        (&["41"], 17.1),
    ] {
        let found = begun(codes, 2018..=2020) / national;
        assert!(
            (0.8..1.6).contains(&found),
            "{codes:?}: {found} times as many"
        );
    }
    let all = ["11", "12", "21", "41"];
    assert!(begun(&["11"], 2017..=2017) < begun(&["11"], 2015..=2015));
    assert!(begun(&all, 2021..=2021) < begun(&all, 2018..=2018));
    assert!(begun(&all, 2024..=2024) < begun(&all, 2023..=2023));
}

#[test]
fn as_many_are_known_to_local_team_and_specialist_care_as_the_region_published() {
    let data = tenth();
    let specialist: BTreeMap<&str, &str> = data
        .producten
        .iter()
        .map(|row| (row[0].as_str(), row[1].as_str()))
        .collect();
    let runs = |begin: &str, end: &str, period: i32| {
        year(begin) <= period && (end.is_empty() || year(end) >= period)
    };
    let helped: BTreeSet<(&str, &str)> = data
        .lokale_teams
        .iter()
        .filter(|row| runs(&row[3], &row[4], 2017))
        .map(|row| (row[0].as_str(), row[2].as_str()))
        .collect();
    let towns: BTreeSet<&str> = helped.iter().map(|(_, town)| *town).collect();
    assert_eq!(towns.len(), 7, "{towns:?}");
    let in_care: BTreeSet<(&str, &str)> = data
        .active(2017)
        .filter(|row| specialist[row[5].as_str()] != "01" && towns.contains(row[3].as_str()))
        .map(|row| (row[1].as_str(), row[3].as_str()))
        .collect();
    let persons = |pairs: BTreeSet<(&str, &str)>| -> f64 {
        let persons: BTreeSet<&str> = pairs.into_iter().map(|(person, _)| person).collect();
        persons.len() as f64
    };
    let both = persons(&helped & &in_care) / persons(&helped | &in_care);
    // Published for 2017: 26 of every 100.
    assert!((both - 0.26).abs() < 0.015, "{both}");
}

#[test]
fn help_of_a_local_team_differs_in_length_by_municipality_and_never_overlaps() {
    let data = tenth();
    let day = |date: &str| {
        let part = |range: std::ops::Range<usize>| date[range].parse::<f64>().unwrap();
        part(0..4) * 365.25 + part(5..7) * 30.44 + part(8..10)
    };
    let mut last: BTreeMap<(&str, &str), &str> = BTreeMap::new();
    for row in &data.lokale_teams {
        let [person, born, town, begin, end] = &row[..] else {
            panic!("{row:?}")
        };
        assert!(born <= begin && begin.as_str() <= LAST_DAY, "{row:?}");
        assert!(
            end.is_empty() || (begin <= end && end.as_str() <= LAST_DAY),
            "{row:?}"
        );
        let until = if end.is_empty() { "9999" } else { end };
        let before = last.insert((person, town), until);
        assert!(
            before.is_none_or(|before| before < begin.as_str()),
            "{row:?}"
        );
    }
    let mean = |town: &str| {
        let days: Vec<f64> = data
            .lokale_teams
            .iter()
            .filter(|row| row[2] == town && !row[4].is_empty())
            .map(|row| day(&row[4]) - day(&row[3]))
            .collect();
        days.iter().sum::<f64>() / days.len() as f64
    };
    // The region published that it differs much.
    assert!(mean("GM0603") > 1.5 * mean("GM1783"));
}

#[test]
fn as_many_municipalities_supply_budgets_as_the_region_published_and_some_youths_have_care_as_well()
{
    let data = tenth();
    let towns: BTreeSet<&str> = data.pgb.iter().map(|row| row[1].as_str()).collect();
    // Published for 2017: eight.
    assert_eq!(towns.len(), 8, "{towns:?}");
    let years: BTreeSet<i32> = data.pgb.iter().map(|row| row[2].parse().unwrap()).collect();
    assert_eq!(years, (2017..=2024).collect());
    let keys: BTreeSet<&[String]> = data.pgb.iter().map(|row| &row[..3]).collect();
    assert_eq!(keys.len(), data.pgb.len());
    assert!(
        data.pgb
            .iter()
            .all(|row| row[3].parse::<f64>().unwrap() > 0.0)
    );
    let in_care: BTreeSet<&str> = data.trajecten.iter().map(|row| row[1].as_str()).collect();
    let persons: BTreeSet<&str> = data.pgb.iter().map(|row| row[0].as_str()).collect();
    let beside = persons.intersection(&in_care).count() as f64 / persons.len() as f64;
    assert!((0.2..0.5).contains(&beside), "{beside}");
}

#[test]
fn nobody_is_under_an_order_that_her_age_rules_out() {
    let data = tenth();
    let mut last: BTreeMap<(&str, &str), &str> = BTreeMap::new();
    for row in &data.maatregelen {
        let [person, born, _, code, begin, end] = &row[..] else {
            panic!("{row:?}")
        };
        assert!(born <= begin && begin.as_str() <= LAST_DAY, "{row:?}");
        assert!(
            end.is_empty() || (begin <= end && end.as_str() <= LAST_DAY),
            "{row:?}"
        );
        let age = |date: &str| year(date) - year(born) - i32::from(date[5..] < born[5..]);
        assert!(age(begin) < 18, "{row:?}");
        assert!(code != "41" || age(begin) >= 12, "{row:?}");
        assert!(
            end.is_empty() || age(end) < if code == "41" { 23 } else { 18 },
            "{row:?}"
        );
        // In order of begin: one that is prolonged is one row.
        let before = last.insert((person, code), if end.is_empty() { "9999" } else { end });
        assert!(
            before.is_none_or(|before| before < begin.as_str()),
            "{row:?}"
        );
    }
}

#[test]
fn not_every_provider_asks_and_not_everybody_answers() {
    let data = tenth();
    let ended: BTreeMap<&str, &Row> = data
        .trajecten
        .iter()
        .filter(|row| !row[8].is_empty())
        .map(|row| (row[0].as_str(), row))
        .collect();
    let mut asked: BTreeMap<(&str, i32), [f64; 3]> = BTreeMap::new();
    for row in &data.uitkomsten {
        let [allocation, question, answer] = &row[..] else {
            panic!("{row:?}")
        };
        let care = ended[allocation.as_str()];
        assert!(!["20", "36", "37", "38", "39"].contains(&care[9].as_str()));
        let counts = asked.entry((question, year(&care[8]))).or_default();
        counts[0] += 1.0;
        counts[1] += f64::from(u8::from(!answer.is_empty()));
        counts[2] += f64::from(u8::from(answer == "ja"));
    }
    let closed = |year: i32| {
        ended
            .values()
            .filter(|row| self::year(&row[8]) == year)
            .count() as f64
    };
    let questions: BTreeSet<&str> = asked.keys().map(|(question, _)| *question).collect();
    assert_eq!(questions.len(), 4);
    for question in questions {
        let of = |year: i32| asked[&(question, year)];
        // It is asked of more care from year to year, and of a part only; and nobody is as satisfied as all.
        assert!(
            of(2024)[0] / closed(2024) > of(2019)[0] / closed(2019) + 0.05,
            "{question}"
        );
        assert!(of(2024)[0] / closed(2024) < 0.8, "{question}");
        assert!(
            (of(2023)[1] / of(2023)[0] - 0.58).abs() < 0.04,
            "{question}"
        );
        let favourable = of(2023)[2] / of(2023)[1];
        assert!(
            (0.4..0.85).contains(&favourable),
            "{question}: {favourable}"
        );
    }
}
