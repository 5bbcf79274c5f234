//! `regiovisie statistic`

use std::fs;
use std::path::Path;

use crate::{Outcome, regiovisie};

const NAMES: [&str; 12] = [
    "wilson",
    "poisson_exact",
    "byar",
    "rate",
    "dsr",
    "funnel",
    "kaplan_meier",
    "grouped_median",
    "trend",
    "log_linear",
    "fdr",
    "design_effect",
];

fn statistic(name: &str, text: impl AsRef<[u8]>, more: &[&str]) -> Outcome {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("in.csv"), text).unwrap();
    let mut arguments = vec!["statistic", name, "--input", "in.csv"];
    arguments.extend(more);
    regiovisie(folder.path(), &arguments)
}

fn file(header: &str, rows: impl IntoIterator<Item = String>) -> String {
    let rows: Vec<String> = rows.into_iter().collect();
    format!("{header}\n{}\n", rows.join("\n"))
}

/// The numbers of one column of the answer.
fn column(outcome: &Outcome, name: &str) -> Vec<f64> {
    assert_eq!(outcome.code, Some(0), "{}", outcome.said());
    assert_eq!(outcome.stderr, "");
    let mut lines = outcome
        .stdout
        .lines()
        .map(|line| line.split(',').collect::<Vec<_>>());
    let header = lines.next().unwrap();
    let place = header
        .iter()
        .position(|column| *column == name)
        .unwrap_or_else(|| panic!("no column {name} in: {}", outcome.stdout));
    lines.map(|line| line[place].parse().unwrap()).collect()
}

#[track_caller]
fn gives(outcome: &Outcome, name: &str, expected: &[f64]) {
    let found = column(outcome, name);
    assert_eq!(found.len(), expected.len(), "{}", outcome.stdout);
    for (found, expected) in found.iter().zip(expected) {
        assert!(
            (found - expected).abs() <= 1e-9 * expected.abs(),
            "{name}: {found} is not {expected}"
        );
    }
}

// Newcombe (Stat. Med. 17, 1998, 857-872); digits from proportion_confint of statsmodels 0.15.0.
#[test]
fn wilson_agrees_with_newcombe_and_copies_labels() {
    let text = "who,events,n,remark\na,81,263,\nb,15,148,x\nc,0,20,\nd,1,29,\n";
    let outcome = statistic("wilson", text, &[]);
    gives(
        &outcome,
        "lower",
        &[
            0.255_288_519_878_274_2,
            0.062_386_399_530_736_28,
            0.0,
            0.006_113_214_292_762_667,
        ],
    );
    gives(
        &outcome,
        "upper",
        &[
            0.366_209_576_982_800_04,
            0.160_487_241_723_308_03,
            0.161_125_158_052_819_4,
            0.171_755_218_793_202_94,
        ],
    );
    let lines: Vec<&str> = outcome.stdout.lines().collect();
    assert_eq!(lines[0], "who,events,n,remark,share,lower,upper");
    assert!(lines[2].starts_with("b,15,148,x,0."), "{}", lines[2]);
}

#[test]
fn the_level_may_be_a_share_or_a_percentage() {
    for level in ["0.998", "99.8", "99.8%"] {
        let outcome = statistic("wilson", "events,n\n81,263\n", &["--level", level]);
        gives(&outcome, "lower", &[0.228_035_740_242_004_76]);
        gives(&outcome, "upper", &[0.401_389_421_909_369_55]);
    }
    let outcome = statistic("wilson", "events,n\n81,263\n", &["--level", "2"]);
    assert_eq!(outcome.code, Some(2), "{}", outcome.said());
}

// Garwood 1936 by mpmath 1.4.1 (gamma quantiles), Breslow & Day's formula by the same.
#[test]
fn counts_and_rates() {
    let text = "events\n5\n10\n1000\n";
    gives(
        &statistic("poisson_exact", text, &[]),
        "upper",
        &[
            11.668_332_079_322_669,
            18.390_356_042_017_78,
            1_063.952_136_016_302,
        ],
    );
    gives(
        &statistic("byar", "events\n65\n", &[]),
        "lower",
        &[50.163_187_710_459_44],
    );
    let text = "events,population\n7,350\n65,4000\n";
    let outcome = statistic("rate", text, &["--per", "100"]);
    gives(&outcome, "rate", &[2.0, 1.625]);
    gives(
        &outcome,
        "lower",
        &[0.804_103_729_005_675_8, 1.254_079_692_761_486],
    );
    gives(
        &outcome,
        "upper",
        &[4.120_764_389_057_822, 2.071_228_463_648_497],
    );
}

// Fay & Feuer (Stat. Med. 16, 1997, 791-801); the rate as the R package dsrTest gives it, limits by mpmath 1.4.1.
#[test]
fn dsr_agrees_with_fay_and_feuer_group_by_group() {
    let strata = "0,327,319933\n8,30666,931318\n63,123419,786511\n112,149919,488235\n262,104088,237863\n295,34392,61313\n";
    let rows = ["Michigan", "again"]
        .iter()
        .flat_map(|place| strata.lines().map(move |line| format!("{place},{line}")));
    let text = file("place,events,population,standard_population", rows);
    let outcome = statistic("dsr", &text, &["--per", "100000", "--group", "place"]);
    gives(&outcome, "rate", &[75.529_007_445_256_8; 2]);
    gives(&outcome, "lower", &[67.632_743_122_689_58; 2]);
    gives(&outcome, "upper", &[83.867_108_708_542_42; 2]);
    assert!(
        outcome
            .stdout
            .lines()
            .nth(1)
            .unwrap()
            .starts_with("Michigan,740,"),
        "{}",
        outcome.stdout
    );
}

// Spiegelhalter 2005, appendix, with the binomial distribution of scipy 1.17.1.
#[test]
fn funnel_limits_around_a_target() {
    let outcome = statistic(
        "funnel",
        "events,n\n75,300\n40,300\n",
        &["--target", "0.25"],
    );
    gives(&outcome, "lower_95", &[0.200_160_315_575_712_54; 2]);
    gives(&outcome, "upper_95", &[0.298_171_328_070_304_16; 2]);
    gives(&outcome, "lower_998", &[0.173_637_846_935_690_48; 2]);
    gives(&outcome, "upper_998", &[0.327_882_372_649_575_37; 2]);
    let lines: Vec<&str> = outcome.stdout.lines().collect();
    assert!(lines[1].ends_with(",within"), "{}", lines[1]);
    assert!(lines[2].ends_with(",below 998"), "{}", lines[2]);
    let outcome = statistic(
        "funnel",
        "events,n\n52,300\n53,300\n60,300\n61,300\n89,300\n90,300\n98,300\n99,300\n",
        &["--target", "0.25"],
    );
    let positions: Vec<&str> = outcome
        .stdout
        .lines()
        .skip(1)
        .filter_map(|line| line.split(',').next_back())
        .collect();
    assert_eq!(
        positions,
        [
            "below 998",
            "below 95",
            "below 95",
            "within",
            "within",
            "above 95",
            "above 95",
            "above 998"
        ]
    );
    let own = statistic("funnel", "events,n\n20,100\n10,300\n", &[]);
    gives(&own, "target", &[0.075; 2]);
}

// Freireich's 6-MP group; mpmath 1.4.1 and lifelines 0.30.3.
#[test]
fn kaplan_meier_agrees_with_freireich() {
    let events = [6, 6, 6, 7, 10, 13, 16, 22, 23].map(|time| format!("{time},1"));
    let censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(|time| format!("{time},0"));
    let text = file("time,event", events.into_iter().chain(censored));
    let outcome = statistic("kaplan_meier", &text, &[]);
    let first_three = |name: &str| column(&outcome, name)[..2].to_vec();
    for (name, expected) in [
        (
            "survival",
            [0.857_142_857_142_857_1, 0.806_722_689_075_630_3],
        ),
        (
            "standard_error",
            [0.076_360_354_832_121_25, 0.086_935_285_180_057_19],
        ),
        ("lower", [0.619_717_955_265_983_7, 0.563_146_564_622_233_3]),
        ("upper", [0.951_551_747_646_997, 0.922_809_019_202_880_5]),
    ] {
        for (found, expected) in first_three(name).iter().zip(expected) {
            assert!((found / expected - 1.0).abs() < 1e-9, "{name}: {found}");
        }
    }
    gives(&outcome, "median", &[23.0; 16]);
}

#[test]
fn grouped_median_of_classes_with_an_open_end() {
    let text = "lower,upper,count\n0,3,20\n3,6,30\n6,12,50\n12,24,30\n24,,10\n";
    let outcome = statistic("grouped_median", text, &[]);
    gives(&outcome, "median", &[8.4]);
    // By hand: 70 ± 1.96 × √140 / 2 of the 140 lie below, of which 50 below 6 months and 100 below 12.
    let arm = 1.959_963_984_540_054 * 140_f64.sqrt() / 2.0;
    gives(&outcome, "lower", &[6.0 + (20.0 - arm) / 50.0 * 6.0]);
    gives(&outcome, "upper", &[6.0 + (20.0 + arm) / 50.0 * 6.0]);
    let open = statistic("grouped_median", "lower,upper,count\n0,3,2\n3,,9\n", &[]);
    assert!(
        open.stdout.contains("the median is above 3"),
        "{}",
        open.stdout
    );
}

// prop.trend.test(c(83,90,129,70), c(86,93,136,82)) of R: 8.2249, p 0.004132.
#[test]
fn trend_agrees_with_r_and_gives_the_finding_of_the_explorer() {
    let smokers = "period,events,n\n1,83,86\n2,90,93\n3,129,136\n4,70,82\n";
    let outcome = statistic("trend", smokers, &[]);
    gives(&outcome, "chi_square", &[8.224_922_285_197_676]);
    gives(&outcome, "p_value", &[0.004_131_897_477_641_565]);
    assert!(
        outcome
            .stdout
            .contains("no strict test: 4 periods, 5 needed"),
        "{}",
        outcome.stdout
    );
    let rising = file(
        "year,events,n",
        (0..8).map(|year| format!("{},{},1000", 2016 + year, 100 + 20 * year)),
    );
    let outcome = statistic("trend", &rising, &[]);
    assert!(outcome.stdout.ends_with(",rising,\n"), "{}", outcome.stdout);
}

// GLM(events, add_constant(year), family=Poisson(), offset=log(population)) of statsmodels 0.15.0: slope, error, chi-square / 7.
#[test]
fn log_linear_agrees_with_statsmodels() {
    let counts = [
        (812, 22_305),
        (845, 22_388),
        (901, 22_472),
        (930, 22_555),
        (955, 22_638),
        (931, 22_721),
        (960, 22_805),
        (990, 22_888),
        (1_004, 22_971),
    ];
    let rows = (2015..).zip(counts);
    let rows = rows.map(|(year, (events, people))| format!("{year},{events},{people}"));
    let text = file("year,events,population", rows);
    let outcome = statistic("log_linear", &text, &[]);
    gives(&outcome, "slope", &[0.020_152_220_483_551_6]);
    gives(&outcome, "factor", &[0.020_152_220_483_551_6_f64.exp()]);
    let half = 2.575_829_303_548_901 * 0.004_249_016_965_018_8;
    let wide = column(&statistic("log_linear", &text, &["--level", "99"]), "lower");
    assert!((wide[0] - (0.020_152_220_483_551_6_f64 - half).exp()).abs() < 1e-8);
}

// Benjamini & Hochberg 1995, section 4.2; multipletests of statsmodels 0.15.0.
#[test]
fn fdr_keeps_the_order_of_the_file() {
    let text = "p\n0.0459\n0.0001\n0.0095\n0.0019\n0.0004\n0.0201\n0.0278\n0.0298\n0.0344\n0.3240\n0.4262\n0.5719\n0.6528\n0.7590\n1\n";
    let found = column(&statistic("fdr", text, &[]), "adjusted_p");
    for (found, expected) in found
        .iter()
        .zip([0.0765, 0.0015, 0.035_625, 0.0095, 0.003, 0.0603])
    {
        assert!((found / expected - 1.0).abs() < 1e-9, "{found}");
    }
}

// Weil's control litters (Rao & Scott 1992); statsmodels 0.15.0.
#[test]
fn design_effect_agrees_with_rao_and_scott() {
    let litters = "13/13 12/12 9/9 9/9 8/8 8/8 12/13 11/12 9/10 9/10 8/9 11/13 4/5 5/7 7/10 7/10";
    let rows = litters
        .split(' ')
        .enumerate()
        .map(|(number, litter)| format!("{number},{}", litter.replace('/', ",")));
    let text = file("cluster,events,n", rows);
    let outcome = statistic("design_effect", &text, &[]);
    gives(&outcome, "design_effect", &[1.232_495_394_306_767_1]);
    gives(
        &outcome,
        "intraclass_correlation",
        &[0.029_091_385_439_862_35],
    );
    // proportion_confint(142 / d, 158 / d, method="wilson") of statsmodels 0.15.0, d being the design effect.
    gives(&outcome, "lower", &[0.834_384_599_818_272_4]);
    gives(&outcome, "upper", &[0.939_882_306_236_244]);
}

#[test]
fn a_spreadsheet_in_dutch_comes_back_as_one() {
    let outcome = statistic(
        "rate",
        "\u{feff}gemeente;events;population\r\nDelft;12,5;1000\r\n",
        &[],
    );
    assert_eq!(outcome.code, Some(0), "{}", outcome.said());
    let lines: Vec<&str> = outcome.stdout.lines().collect();
    assert_eq!(lines[0], "gemeente;events;population;rate;lower;upper");
    assert!(
        lines[1].starts_with("Delft;12,5;1000;12,5;6,"),
        "{}",
        lines[1]
    );
}

#[test]
fn the_answer_goes_to_a_file_that_is_not_the_input() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("in.csv"), "events\n3\n").unwrap();
    let run = |output: &str| {
        regiovisie(
            folder.path(),
            &["statistic", "byar", "--input", "in.csv", "--output", output],
        )
    };
    let outcome = run("out.csv");
    assert_eq!((outcome.code, outcome.said()), (Some(0), String::new()));
    let written = fs::read_to_string(path("out.csv")).unwrap();
    assert_eq!(written, statistic("byar", "events\n3\n", &[]).stdout);
    refused(&run("./in.csv"), &["is the input and would be lost"]);
    assert_eq!(fs::read_to_string(path("in.csv")).unwrap(), "events\n3\n");
    refused(
        &run("nowhere/out.csv"),
        &["nowhere/out.csv cannot be written"],
    );
    fs::write(path("in.csv"), "events\n-3\n").unwrap();
    refused(&run("other.csv"), &["line 2, column events"]);
    assert!(!path("other.csv").exists());
}

#[track_caller]
fn refused(outcome: &Outcome, words: &[&str]) {
    assert_eq!(outcome.code, Some(1), "{}", outcome.said());
    assert_eq!(outcome.stdout, "");
    for word in words {
        assert!(
            outcome.stderr.contains(word),
            "no {word:?} in: {}",
            outcome.stderr
        );
    }
}

#[test]
fn wrong_input_ends_with_one_and_says_where() {
    for (name, text, words) in [
        ("wilson", "", "no rows"),
        ("wilson", "events\n1\n", "no column n"),
        ("wilson", "events,n,n\n1,2,3\n", "two columns are called"),
        ("wilson", "events,n\n1,2\n1,0\n", "line 3, column n: \"0\""),
        (
            "wilson",
            "events,n\n5,3\n",
            "line 2, column events: \"5\" is more than n",
        ),
        ("wilson", "events,n\nNaN,3\n", "line 2, column events"),
        (
            "wilson",
            "events,n,naam\n1,2,\"A\n3,4,B\n5,6,C\n",
            "line 2: a quote (\") opens here and is not closed",
        ),
        (
            "byar",
            "events\n2\n\"3\n",
            "line 3: a quote (\") opens here and is not closed",
        ),
        // Closed by that of the next row, which would be lost as well.
        (
            "wilson",
            "events,n,naam\n1,2,\"A\n3,4,\"B\"\n5,6,C\n",
            "line 2: a quote (\") closes a text here and more of it follows",
        ),
        (
            "wilson",
            "events,n\n1,\n",
            "line 2, column n: \"\" is empty",
        ),
        (
            "rate",
            "events,population\n1,inf\n",
            "line 2, column population",
        ),
        (
            "poisson_exact",
            "events\n1.5\n",
            "a whole number of 0 or more",
        ),
        ("kaplan_meier", "time,event\n3,2\n", "line 2, column event"),
        ("fdr", "p\n1.5\n", "line 2, column p"),
        (
            "grouped_median",
            "lower,upper,count\n0,5,1\n4,8,1\n",
            "line 3, column lower",
        ),
    ] {
        refused(&statistic(name, text, &[]), &["in.csv", words]);
    }
    refused(
        &statistic("wilson", b"events,n\n\xff,3\n", &[]),
        &["line 2", "UTF-8"],
    );
    let outcome = regiovisie(
        Path::new("."),
        &["statistic", "byar", "--input", "nergens.csv"],
    );
    refused(&outcome, &["nergens.csv cannot be read"]);
}

#[test]
fn a_statistic_that_is_not_there_or_an_option_that_it_lacks() {
    for arguments in [
        &["statistic"][..],
        &["statistic", "wilsen", "--input", "in.csv"],
        &["statistic", "wilson"],
        &["statistic", "fdr", "--input", "in.csv", "--level", "0.9"],
        &["statistic", "funnel", "--input", "in.csv", "--target", "2"],
    ] {
        let outcome = regiovisie(Path::new("."), arguments);
        assert_eq!(outcome.code, Some(2), "{arguments:?}: {}", outcome.said());
    }
}

#[test]
fn help_tells_columns_formula_and_source_of_each() {
    let all = regiovisie(Path::new("."), &["statistic", "--help"]);
    assert_eq!(all.code, Some(0));
    for name in NAMES {
        assert!(
            all.stdout.contains(&name.to_uppercase()),
            "no {name}: {}",
            all.stdout
        );
        let one = regiovisie(Path::new("."), &["statistic", name, "--help"]);
        assert_eq!(one.code, Some(0), "{}", one.said());
        for word in ["INPUT", "OUTPUT", "FORMULA", "SOURCE", "EXAMPLE", "gives"] {
            assert!(one.stdout.contains(word), "no {word} in: {}", one.stdout);
        }
    }
    for word in [
        "standard_population",
        "adjusted_p",
        "Garwood",
        "Greenwood",
        "Dobson",
    ] {
        assert!(all.stdout.contains(word), "no {word} in: {}", all.stdout);
    }
}
