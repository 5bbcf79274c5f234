//! `regiovisie indicator`: the same figures as the explorer, with what they were made of.

use std::path::Path;

use serde_json::Value;

use crate::{Outcome, regiovisie};

fn ask(arguments: &[&str]) -> Outcome {
    regiovisie(
        Path::new(env!("CARGO_MANIFEST_DIR")),
        &[&["indicator"], arguments].concat(),
    )
}

fn asked(arguments: &[&str]) -> Value {
    let outcome = ask(&[arguments, &["--format", "json"]].concat());
    assert_eq!(outcome.code, Some(0), "{}", outcome.said());
    serde_json::from_str(&outcome.stdout).unwrap()
}

fn rows(answer: &Value) -> &Vec<Value> {
    answer["rijen"].as_array().unwrap()
}

#[test]
fn a_ratio_is_what_its_parts_make_it_in_every_year() {
    let answer = asked(&["gebruik", "--area", "Delft"]);
    assert_eq!(answer["gebied"]["naam"], "Delft");
    assert_eq!(answer["bron"]["nagebootst"], true);
    // Ten years, each beside the rest of the region.
    assert_eq!(rows(&answer).len(), 20);
    for row in rows(&answer) {
        let number = |pointer: &str| row.pointer(pointer).unwrap().as_f64().unwrap();
        // Of the rest of the region only bounds are known: its figure lies in the middle.
        let top = if row["teller"]["waarde"].is_null() {
            f64::midpoint(number("/teller/laagst"), number("/teller/hoogst"))
        } else {
            number("/teller/waarde")
        };
        let bottom = number("/noemer/waarde");
        assert!((number("/waarde") - 100.0 * top / bottom).abs() < 1e-9);
        assert!(number("/laagst") <= number("/waarde") && number("/waarde") <= number("/hoogst"));
        assert!(number("/marge_van") < number("/laagst"));
        assert!(number("/hoogst") < number("/marge_tot"));
    }
}

#[test]
fn a_figure_names_the_cells_it_was_read_from() {
    let answer = asked(&["jeugdigen", "--area", "GM0503", "--only", "leeftijd=12-17"]);
    let row = &rows(&answer)[8];
    assert_eq!(row["jaar"], 2023);
    let cells = row["teller"]["cellen"].as_array().unwrap();
    assert_eq!(cells.len(), 1);
    assert_eq!(cells[0]["bestand"], "gebruik-leeftijd.parquet");
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/gebruik-leeftijd.parquet");
    let cell = usize::try_from(cells[0]["rij"].as_u64().unwrap()).unwrap() - 1;
    let columns = ["periode", "gebied", "leeftijd", "jeugdigen"];
    assert_eq!(
        in_file(&file, cell, columns),
        ["2023", "GM0503", "12-17", &row["waarde"].to_string()]
            .map(|text| text.trim_end_matches(".0").to_owned())
    );
}

/// A row of a Parquet file as text, read through Arrow and not through the project's own reader.
fn in_file(file: &Path, row: usize, columns: [&str; 4]) -> [String; 4] {
    use arrow::util::display::array_value_to_string;
    use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

    let reader = ParquetRecordBatchReaderBuilder::try_new(std::fs::File::open(file).unwrap())
        .unwrap()
        .with_batch_size(1_000_000)
        .build()
        .unwrap();
    let batch = reader.into_iter().next().unwrap().unwrap();
    columns.map(|name| {
        let text = array_value_to_string(batch.column_by_name(name).unwrap(), row).unwrap();
        text.trim_end_matches(".0").to_owned()
    })
}

#[test]
fn a_hidden_figure_has_bounds_and_no_value() {
    let answer = asked(&["uitval", "--area", "Wassenaar", "--by", "zorgvorm"]);
    let hidden: Vec<&Value> = rows(&answer)
        .iter()
        .filter(|row| row["status"] == "geheim")
        .collect();
    assert!(!hidden.is_empty());
    for row in hidden {
        assert_eq!(row["waarde"], Value::Null);
        let [low, high] = ["laagst", "hoogst"].map(|end| row[end].as_f64().unwrap());
        assert!(low < high);
        let words = row["woorden"].as_str().unwrap();
        // Of a share that may be anything two numbers would say nothing.
        if (low, high) == (0.0, 100.0) {
            assert_eq!(words, "niet te zeggen");
        } else {
            assert!(words.starts_with("tussen "), "{words}");
        }
    }
}

#[test]
fn municipalities_are_compared_from_high_to_low() {
    let answer = asked(&["gebruik", "--by", "gebied", "--year", "2023"]);
    let own: Vec<&Value> = rows(&answer)
        .iter()
        .filter(|row| row["gebied"] != "Rest van de regio")
        .collect();
    assert_eq!(own.len(), 10);
    let values: Vec<f64> = own
        .iter()
        .map(|row| row["waarde"].as_f64().unwrap())
        .collect();
    assert!(values.windows(2).all(|pair| pair[0] >= pair[1]));
    assert_eq!(own[0]["tegenover_de_rest"], "hoger");
    assert_eq!(own[9]["tegenover_de_rest"], "lager");
    assert!(own[0]["plaats_tot"].as_u64() < own[9]["plaats_van"].as_u64());
    let csv = ask(&[
        "gebruik", "--by", "gebied", "--year", "2023", "--format", "csv",
    ])
    .stdout;
    let first = own[0]["gebied"].as_str().unwrap();
    assert!(csv.contains(&format!("\n{first};{first};")), "{csv}");
}

/// Of a few youths one expensive one decides: the interval is too short, and says so.
#[test]
fn the_mean_of_a_small_group_is_told_to_be_less_certain() {
    let small = "Dit is een gemiddelde over een kleine groep.";
    let answer = asked(&[
        "kosten_per_jeugdige",
        "--by",
        "gebied",
        "--only",
        "leeftijd=0-3",
    ]);
    let mut told = [0, 0];
    for row in rows(&answer) {
        // Of the rest of the region only bounds are known.
        let units = ["/noemer/waarde", "/noemer/laagst"]
            .into_iter()
            .find_map(|pointer| row.pointer(pointer).and_then(Value::as_f64));
        let Some(units) = units else {
            continue;
        };
        let is_told = row["opmerkingen"]
            .as_array()
            .unwrap()
            .iter()
            .any(|remark| remark.as_str().unwrap().starts_with(small));
        assert_eq!(is_told, units < 500.0, "{row}");
        told[usize::from(is_told)] += 1;
    }
    assert!(told[0] > 0 && told[1] > 0, "{told:?}");
    // A share is none of that.
    let shares = asked(&["uitval", "--area", "wassenaar"]).to_string();
    assert!(!shares.contains(small));
}

#[test]
fn table_and_csv_tell_what_the_data_tells() {
    let arguments = ["kosten_per_jeugdige", "--by", "leeftijd", "--year", "2022"];
    let answer = asked(&arguments);
    let table = ask(&arguments).stdout;
    let csv = ask(&[&arguments[..], &["--format", "csv"]].concat()).stdout;
    assert!(table.starts_with(answer["zin"].as_str().unwrap()));
    assert!(table.contains("Voorbeeldgegevens"), "{table}");
    for row in rows(&answer) {
        let name = row["lid"]["naam"].as_str().unwrap();
        let words = row["woorden"].as_str().unwrap();
        let line = table.lines().find(|line| line.starts_with(name)).unwrap();
        assert!(line.contains(words), "{line}");
        let value = row["waarde"]
            .as_f64()
            .unwrap()
            .to_string()
            .replace('.', ",");
        assert!(
            csv.lines()
                .any(|line| line.starts_with(&format!("{name};")) && line.contains(&value)),
            "no {value} for {name} in: {csv}"
        );
    }
}

/// A file without them would pass a break for a fall, and a year that is not over for a figure.
#[test]
fn breaks_and_provisional_years_go_along_in_every_form() {
    let break_of = "Den Haag helpt sinds 1 januari 2024";
    let provisional = "De cijfers over 2024 zijn voorlopig.";
    for format in ["table", "csv", "json"] {
        let told = ask(&["gebruik", "--format", format]).stdout;
        assert!(
            told.contains(break_of) && told.contains(provisional),
            "{told}"
        );
    }
    // Of a year before all that there is nothing to tell.
    let told = ask(&["gebruik", "--by", "leeftijd", "--year", "2020"]).stdout;
    assert!(
        !told.contains(break_of) && !told.contains(provisional),
        "{told}"
    );
}

#[test]
fn an_indicator_without_figures_says_why() {
    let answer = asked(&["onderwijs"]);
    assert!(rows(&answer).is_empty());
    assert!(!answer["zin"].as_str().unwrap().is_empty());
    let csv = ask(&["onderwijs", "--format", "csv"]);
    assert_eq!(csv.code, Some(1));
    assert!(csv.stdout.is_empty());
}

#[test]
fn what_cannot_be_chosen_is_refused_with_what_can() {
    for (arguments, parts) in [
        (&["gebrui"][..], &["no indicator \"gebrui\"", "gebruik"][..]),
        (
            &["gebruik", "--area", "Utrecht"],
            &["no area \"Utrecht\"", "delft"],
        ),
        (
            &["gebruik", "--by", "leeftijd", "--year", "1999"],
            &["\"1999\" cannot be chosen for jaar", "2024"],
        ),
        (
            &["gebruik", "--by", "kleur"],
            &["no dimension \"kleur\"", "zorgvorm"],
        ),
        (
            &["gebruik", "--only", "leeftijd"],
            &["\"leeftijd\" is not DIMENSION=CODE"],
        ),
        (
            &["gebruik", "--only", "gebied=delft"],
            &["write --area delft"],
        ),
        (
            &["gebruik", "--only", "leeftijd=99"],
            &["\"99\" cannot be chosen for leeftijd", "12-17"],
        ),
        (
            &[
                "gebruik",
                "--only",
                "leeftijd=12-17",
                "--only",
                "leeftijd=4-11",
            ],
            &["leeftijd can be narrowed to one member only"],
        ),
        (
            &["gebruik", "--by", "leeftijd", "--only", "leeftijd=4-11"],
            &["leave out one of them"],
        ),
        (&["gebruik", "--year", "2020"], &["--by"]),
        (
            &["kostenontleding", "--by", "leeftijd"],
            &["kostenontleding cannot be broken down by leeftijd"],
        ),
        (
            &["gebruik", "--only", "kostenklasse=boven-100000"],
            &["gebruik cannot be narrowed by kostenklasse. It can be by: zorgvorm, leeftijd"],
        ),
        (
            &["geld_boven_100k", "--only", "kostenklasse=tot-10000"],
            &["geld_boven_100k cannot be narrowed by kostenklasse"],
        ),
        (
            &["verwijzers", "--by", "leeftijd"],
            &["--only verwijzer=CODE"],
        ),
        (&["gebruik", "--release", "nergens"], &["nergens"]),
    ] {
        let outcome = ask(arguments);
        assert_eq!(outcome.code, Some(1), "{arguments:?}: {}", outcome.said());
        assert!(outcome.stdout.is_empty());
        for part in parts {
            assert!(
                outcome.stderr.contains(part),
                "no {part:?} in: {}",
                outcome.stderr
            );
        }
    }
}

#[test]
fn without_an_id_all_are_listed() {
    let outcome = ask(&[]);
    assert_eq!(outcome.code, Some(0));
    assert!(outcome.stdout.contains("uitval"));
}

/// Why cost changed: three parts that are exactly the whole, each with what rounding leaves open; and never across a break.
#[test]
fn the_parts_of_a_change_add_up_in_every_area() {
    for area in ["haaglanden", "delft", "wassenaar"] {
        let answer = asked(&["kostenontleding", "--area", area, "--year", "2023"]);
        let value = |at: usize| rows(&answer)[at]["waarde"].as_f64().unwrap();
        assert_eq!(rows(&answer)[3]["oorzaak"], "samen");
        assert!((value(0) + value(1) + value(2) - value(3)).abs() < 1e-6);
        let whole = &rows(&answer)[3];
        let cost = |pointer: &str| whole.pointer(pointer).unwrap().as_f64().unwrap();
        assert!((value(3) - cost("/teller/waarde") + cost("/noemer/waarde")).abs() < 1e-6);
        for row in rows(&answer) {
            assert!(row["laagst"].as_f64() <= row["waarde"].as_f64());
            assert!(row["waarde"].as_f64() <= row["hoogst"].as_f64());
            assert_eq!(row["ook_gelezen"].as_array().unwrap().len(), 4);
        }
    }
    let across = asked(&["kostenontleding", "--area", "den-haag", "--year", "2024"]);
    assert!(rows(&across).is_empty());
    assert!(across["zin"].as_str().unwrap().contains("anders geteld"));
}

/// Over the years it is cost that rose; side by side it is its growth that differs. Two changes share a year: nothing is said of their trend.
#[test]
fn of_a_change_it_is_told_what_changed() {
    let said = |arguments: &[&str]| asked(arguments)["zin"].as_str().unwrap().to_owned();
    let region = said(&["kostengroei", "--only", "zorgvorm=ambulant"]);
    assert!(region.contains("de kosten van jeugdhulp"), "{region}");
    let compared = said(&["kostengroei", "--by", "gebied"]);
    assert!(compared.contains("Groei van de kosten"), "{compared}");
    let delft = ask(&["kostengroei", "--area", "delft"]);
    assert!(!delft.stdout.contains("ontwikkel"), "{}", delft.stdout);
}

/// Parts and whole are both as published; where nothing is hidden the parts are the whole but for rounding.
#[test]
fn the_parts_of_a_whole_are_of_a_hundred() {
    let answer = asked(&["verblijf", "--year", "2023"]);
    let names: Vec<&str> = rows(&answer)
        .iter()
        .map(|row| row["lid"]["code"].as_str().unwrap())
        .collect();
    assert_eq!(
        names,
        [
            "zonder-verblijf",
            "pleegzorg",
            "gezinsgericht",
            "gesloten",
            "ander-verblijf"
        ]
    );
    let shares = rows(&answer)
        .iter()
        .map(|row| row["waarde"].as_f64().unwrap());
    assert!((shares.sum::<f64>() - 100.0).abs() < 0.1);
    // One part over the years.
    let foster = asked(&["verblijf", "--only", "zorgvorm=pleegzorg"]);
    assert_eq!(rows(&foster).len(), 10);
    assert!(
        rows(&foster)[0]["teller"]["waarde"].as_f64()
            < rows(&foster)[0]["noemer"]["waarde"].as_f64()
    );
}

#[test]
fn an_option_that_would_do_nothing_is_refused() {
    for (arguments, missing) in [
        (&["--format", "json"] as &[&str], "<ID>"),
        (&["--year", "2020"], "<ID>"),
        (&["--area", "delft"], "<ID>"),
        (&["--count"], "<ID>"),
    ] {
        let outcome = ask(arguments);
        assert_eq!(outcome.code, Some(2), "{arguments:?}: {}", outcome.said());
        assert!(
            outcome
                .stderr
                .to_uppercase()
                .contains(&missing.to_uppercase()),
            "no {missing} in: {}",
            outcome.stderr
        );
    }
}

/// A total is its own count, and a middle has none.
#[test]
fn a_count_is_asked_of_what_has_one() {
    let refused = ask(&["duur_overleving", "--count"]);
    assert_eq!(refused.code, Some(1), "{}", refused.said());
    assert!(
        refused.stderr.contains("no numerator"),
        "{}",
        refused.stderr
    );
    assert_eq!(
        rows(&asked(&["jeugdigen", "--count"])),
        rows(&asked(&["jeugdigen"]))
    );
}

#[test]
fn an_indicator_without_figures_says_what_is_missing() {
    let outcome = ask(&["onderwijs"]);
    assert_eq!(outcome.code, Some(0));
    assert!(outcome.stdout.contains("nog geen cijfer dat laat zien"));
}

#[test]
fn of_the_rest_of_the_region_bounds_are_given_and_no_middle() {
    let answer = asked(&["gebruik", "--area", "delft"]);
    let rest = rows(&answer)
        .iter()
        .find(|row| row["gebied"] == "Rest van de regio" && row["waarde"].is_number())
        .unwrap();
    let top = &rest["teller"];
    assert!(top["waarde"].is_null(), "{top}");
    assert!(top["laagst"].as_f64().unwrap() < top["hoogst"].as_f64().unwrap());
    let said = rest["berekening"].as_str().unwrap();
    assert!(said.starts_with("tussen "), "{said}");
    let remarks = rest["opmerkingen"].to_string();
    assert!(remarks.contains("verhuisde"), "{remarks}");
    assert!(!remarks.contains("jeugdhulp is afgerond"), "{remarks}");
}

#[test]
fn an_english_file_has_decimal_points() {
    let outcome = ask(&["gebruik", "--language", "en", "--format", "csv"]);
    assert!(outcome.stdout.contains("decimal points"));
    let row = outcome
        .stdout
        .lines()
        .find(|line| line.starts_with("2019;"))
        .unwrap();
    assert!(row.contains('.') && !row.contains(','), "{row}");
}

#[test]
fn a_year_that_was_left_out_is_there_and_says_why_it_has_no_figure() {
    let answer = asked(&["duur_mediaan"]);
    let years: Vec<_> = rows(&answer).iter().map(|row| &row["jaar"]).collect();
    assert_eq!(years.len(), 10);
    let first = &rows(&answer)[0];
    assert_eq!(first["jaar"], 2015);
    assert!(first["waarde"].is_null(), "{first}");
    let table = ask(&["duur_mediaan"]).stdout;
    assert!(
        table
            .lines()
            .any(|line| line.starts_with("2015") && line.contains("weggelaten")),
        "{table}"
    );
    let compared = ask(&["duur_mediaan", "--by", "gebied", "--year", "2015"]);
    assert!(
        compared.said().contains("samen met de andere cijfers"),
        "{}",
        compared.said()
    );
    // A figure that is younger than the others begins in its first year: nothing was left out of it.
    let young = asked(&["bekend_in_beide"]);
    assert_eq!(rows(&young)[0]["jaar"], 2017);
}

#[test]
fn an_outcome_is_never_told_without_of_how_much_care_it_is_known() {
    let of = |arguments: &[&str]| {
        let answer = asked(arguments);
        let figure = |row: &Value| row["waarde"].as_f64().unwrap();
        (
            rows(&answer)[0]["jaar"].clone(),
            figure(
                rows(&answer)
                    .iter()
                    .rfind(|row| row["gebied"] == "Delft")
                    .unwrap(),
            ),
        )
    };
    // It is asked from 2019 on: nothing was left out of the years before.
    let (first, share) = of(&["respons_uitkomst", "--area", "delft"]);
    assert_eq!(first, 2019);
    assert_eq!(of(&["doelrealisatie", "--area", "delft"]).0, 2019);
    let said = |arguments: &[&str]| ask(arguments).stdout;
    let known = format!("{share:.1}").replace('.', ",");
    let words =
        format!("Het antwoord is bekend van {known} van elke 100 trajecten die in 2024 eindigden");
    let of_goals = said(&["doelrealisatie", "--area", "delft"]);
    assert!(of_goals.contains(&words), "{of_goals}");
    for arguments in [
        &["tevredenheid", "--area", "wassenaar"][..],
        &["problemen_verminderd", "--by", "gebied"],
        &["zonder_hulp_verder", "--format", "csv"],
    ] {
        let text = said(arguments);
        assert!(text.contains("Het antwoord is bekend van "), "{text}");
    }
    // Of the response itself, and of what nobody answers, it is not said.
    for other in ["respons_uitkomst", "uitval"] {
        assert!(!said(&[other]).contains("antwoord is bekend"), "{other}");
    }
}

/// The time from allocation to start is known of some of the care that began: of how much, is told with it.
#[test]
fn a_time_to_the_start_is_never_told_without_of_how_much_care_it_is_known() {
    let known = asked(&["toewijzing_bekend", "--area", "delft"]);
    let of_last_year = rows(&known)
        .iter()
        .rfind(|row| row["gebied"] == "Delft")
        .unwrap();
    let share = of_last_year["waarde"].as_f64().unwrap();
    let [told, begun] = ["teller", "noemer"].map(|of| of_last_year[of]["waarde"].as_f64().unwrap());
    assert!((share - 100.0 * told / begun).abs() < 1e-9);
    let words = format!(
        "De dag van toewijzing is bekend van {} van elke 100 trajecten die in 2024 begonnen",
        format!("{share:.1}").replace('.', ",")
    );
    let said = |arguments: &[&str]| ask(arguments).stdout;
    for id in ["toewijzing_tot_start", "toewijzing_drie_maanden"] {
        let text = said(&[id, "--area", "delft"]);
        assert!(text.contains(&words), "{text}");
        let compared = said(&[id, "--by", "gebied", "--language", "en"]);
        assert!(
            compared.contains("The day of allocation is known of "),
            "{compared}"
        );
    }
    for other in ["toewijzing_bekend", "instroom_trajecten", "binnen_kader"] {
        assert!(!said(&[other]).contains("toewijzing is bekend"), "{other}");
    }
}

/// What lies within the range is one of the parts of all, and the parts are all.
#[test]
fn care_within_the_agreed_range_is_a_part_of_the_whole() {
    let within = asked(&["binnen_kader", "--area", "delft"]);
    let of_year = |answer: &Value, year: u16| -> Vec<f64> {
        let of = rows(answer)
            .iter()
            .filter(|row| row["jaar"] == year && row["gebied"] == "Delft");
        of.map(|row| row["waarde"].as_f64().unwrap()).collect()
    };
    for year in 2015..=2024 {
        let parts = asked(&[
            "richtinggevend_kader",
            "--area",
            "delft",
            "--by",
            "kader",
            "--year",
            &year.to_string(),
        ]);
        let parts = of_year(&parts, year);
        assert_eq!(parts.len(), 3, "{year}");
        assert_eq!(of_year(&within, year), [parts[1]], "{year}");
        // Each is rounded to a multiple of five.
        assert!((parts.iter().sum::<f64>() - 100.0).abs() < 4.0, "{parts:?}");
    }
}
