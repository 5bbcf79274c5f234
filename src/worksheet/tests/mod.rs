//! Files of every kind go in; answers, or sentences that say what is wrong, come out.

mod refusals;

use super::*;

fn of(name: &str) -> &'static Specification {
    CATALOGUE
        .iter()
        .find(|specification| specification.name == name)
        .unwrap()
}

fn answer(name: &str, text: &str, options: &Options) -> String {
    apply(of(name), "in.csv", text.as_bytes(), options).unwrap()
}

fn grouped_by(columns: &[&str]) -> Options {
    Options {
        group: columns.iter().map(|column| (*column).to_owned()).collect(),
        ..Options::default()
    }
}

#[test]
fn labels_are_copied_in_their_places() {
    let found = answer(
        "wilson",
        "area,events,remark,n\nDelft,81,\"one, \"\"two\"\"\",263\n Zoetermeer,0,,20\n",
        &Options::default(),
    );
    assert_eq!(
        found,
        "area,events,remark,n,share,lower,upper\n\
         Delft,81,\"one, \"\"two\"\"\",263,0.30798479087452474,0.2552885198782744,0.36620957698280004\n \
         Zoetermeer,0,,20,0,0,0.16112515805281888\n"
    );
}

#[test]
fn separators_marks_and_decimals_of_spreadsheets_are_understood() {
    let plain = answer(
        "rate",
        "events,population\n12.5,1000\n",
        &Options::default(),
    );
    let marked = answer(
        "rate",
        "\u{feff}events,population\r\n12.5,1000\r\n\r\n",
        &Options::default(),
    );
    assert_eq!(plain, marked);
    let points = answer(
        "rate",
        "events;population\n12.5;1000\n",
        &Options::default(),
    );
    assert_eq!(points, plain.replace(',', ";"));
    let commas = answer(
        "rate",
        "\u{feff}events;population\n12,5;1000\n",
        &Options::default(),
    );
    assert_eq!(commas, points.replace('.', ","));
    assert_eq!(
        answer(
            "rate",
            "events,population\n\"1.25e1\", 1e3 \n",
            &Options::default()
        )
        .lines()
        .nth(1)
        .unwrap()
        .split(',')
        .skip(2)
        .collect::<Vec<_>>(),
        plain
            .lines()
            .nth(1)
            .unwrap()
            .split(',')
            .skip(2)
            .collect::<Vec<_>>()
    );
}

#[test]
fn groups_keep_the_order_of_the_file_and_labels_that_are_constant() {
    let text = "year,area,code,lower,upper,count\n\
                2023,B,7,0,4,10\n\
                2023,A,8,0,4,6\n\
                2023,B,7,4,,2\n\
                2023,A,8,4,,9\n";
    let z = Options::default().z();
    let arm = |count: f64| z * count.sqrt() / 2.0;
    assert_eq!(
        answer("grouped_median", text, &grouped_by(&["area"])),
        // 6 ± 1.96 √12 / 2 of the twelve in B lie below the limits; of the fifteen in A the upper limit has no end.
        format!(
            "year,area,code,count,median,lower,upper,note\n\
             2023,B,7,12,2.4,{},{},\n\
             2023,A,8,15,,{},,\"the median is above 4, in the class without an upper end\"\n",
            (6.0 - arm(12.0)) / 10.0 * 4.0,
            (6.0 + arm(12.0)) / 10.0 * 4.0,
            (7.5 - arm(15.0)) / 6.0 * 4.0,
        )
    );
    let by_default = text.replace("area", "group");
    assert_eq!(
        answer("grouped_median", &by_default, &Options::default()),
        answer("grouped_median", text, &grouped_by(&["area"])).replace("area", "group")
    );
    let two = "a,b,p\n1,x,0.01\n1,y,0.02\n2,x,0.03\n1,x,0.04\n";
    assert_eq!(
        answer("fdr", two, &grouped_by(&["a", "b"])),
        "a,b,p,adjusted_p\n1,x,0.01,0.02\n1,y,0.02,0.02\n2,x,0.03,0.03\n1,x,0.04,0.04\n"
    );
    let error = apply(of("fdr"), "in.csv", two.as_bytes(), &grouped_by(&["c"])).unwrap_err();
    assert!(error.to_string().contains("no column c;"), "{error}");
}

#[test]
fn rows_with_one_cluster_are_added_up() {
    let whole = answer(
        "design_effect",
        "cluster,events,n\na,3,3\nb,1,4\n",
        &Options::default(),
    );
    let units = "cluster,events,n\nb,1,1\na,1,1\na,1,1\nb,0,1\na,1,1\nb,0,1\nb,0,1\n";
    assert_eq!(answer("design_effect", units, &Options::default()), whole);
}

#[test]
fn what_has_no_answer_is_an_empty_cell_with_a_reason() {
    for (name, text, end) in [
        (
            "dsr",
            "events,population,standard_population\n9,100,5\n",
            "9,100,,,,fewer than 10 events\n",
        ),
        (
            "grouped_median",
            "lower,upper,count\n0,5,0\n",
            "0,,,,all classes are empty\n",
        ),
        (
            "trend",
            "time,events,n\n2020,0,5\n2021.5,0,5\n",
            "no strict test: time must be whole numbers, such as years\"\n",
        ),
        (
            "trend",
            "time,events,n\n2020,1,5\n2020,2,5\n",
            ",\"no chi_square: there is only one time; no strict test: 2 periods, 5 needed\"\n",
        ),
        (
            "log_linear",
            "time,events,population\n2020,0,5\n2021,4,5\n",
            "\n2,,,,,,,,\"no rate of growth: there is one time, or there are events at the first or at the last time alone, or nowhere\"\n",
        ),
        (
            "design_effect",
            "cluster,events,n\na,1,3\n",
            ",,,,one cluster: nothing to compare\n",
        ),
        (
            "design_effect",
            "cluster,events,n\na,1,3\nb,2,6\n",
            ",all clusters have the same share: no effect that an interval could be for\n",
        ),
        ("kaplan_meier", "time,event\n4,1\n", "4,1,1,0,0,,,,4\n"),
        ("kaplan_meier", "time,event\n4,false\n", "4,1,0,1,1,0,,,\n"),
    ] {
        let found = answer(name, text, &Options::default());
        assert!(found.ends_with(end), "{name}: {found}");
    }
}

#[test]
fn options_change_the_answer() {
    let options = Options {
        level: 0.998,
        per: 100_000.0,
        ..Options::default()
    };
    // 65 events at 99.8 %: Byar's formula with mpmath 1.4.1.
    let found = answer("rate", "events,population\n65,4000\n", &options);
    let last: Vec<f64> = found
        .lines()
        .nth(1)
        .unwrap()
        .split(',')
        .skip(2)
        .map(|cell| cell.parse().unwrap())
        .collect();
    for (found, expected) in last
        .iter()
        .zip([1625.0, 1_072.006_536_787_005, 2_350.007_271_107_95])
    {
        assert!(
            (found / expected - 1.0).abs() < 1e-9,
            "{found} is not {expected}"
        );
    }
    let aimed = Options {
        target: Some(0.2),
        ..Options::default()
    };
    let found = answer("funnel", "events,n\n1,10\n", &aimed);
    assert!(
        found.ends_with("within\n") && found.contains(",0.1,0.2,0,"),
        "{found}"
    );
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every number that is written reads back as the same one.
#[test]
fn numbers_have_all_their_digits() {
    let found = answer(
        "fdr",
        "p\n1e-300\n0.1\n0.30000000000000004\n1e-7\n0\n-0\n",
        &Options::default(),
    );
    let values: Vec<&str> = found
        .lines()
        .skip(1)
        .map(|line| line.split(',').nth(1).unwrap())
        .collect();
    assert_eq!(
        values,
        ["2e-300", "0.12", "0.30000000000000004", "1.5e-7", "0", "0"]
    );
    let zero = answer("wilson", "events,n\n-0,5\n", &Options::default());
    assert!(zero.contains("\n-0,5,0,0,0.434482464783"), "{zero}");
}

#[test]
fn the_catalogue_is_consistent_and_its_examples_work() {
    let names: Vec<&str> = CATALOGUE
        .iter()
        .map(|specification| specification.name)
        .collect();
    assert_eq!(
        names,
        [
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
            "design_effect"
        ]
    );
    for specification in CATALOGUE {
        let found = answer(
            specification.name,
            specification.example,
            &Options::default(),
        );
        let header: Vec<&str> = found.lines().next().unwrap().split(',').collect();
        let outputs: Vec<&str> = specification.output.iter().map(|(name, _)| *name).collect();
        assert!(header.ends_with(&outputs), "{}", specification.name);
        for line in found.lines() {
            assert_eq!(line.split(',').count(), header.len(), "{found}");
        }
        for column in specification.input {
            let limit = column.within.unwrap_or(column.name);
            assert!(
                specification.input.iter().any(|other| other.name == limit),
                "{limit}"
            );
        }
        assert_eq!(
            specification.parameters.contains(&Parameter::Group),
            specification.shape != Shape::Row,
            "{}",
            specification.name
        );
        let help = explain(specification);
        let all = overview();
        for word in specification
            .input
            .iter()
            .map(|column| column.name)
            .chain(outputs)
        {
            assert!(
                help.contains(word) && all.contains(word),
                "no {word} in: {help}"
            );
        }
        for text in [specification.formula, specification.source] {
            assert!(one_line(&help).contains(text), "no {text} in: {help}");
            assert!(one_line(&all).contains(text), "no {text} in: {all}");
        }
        for title in ["FILES", "INPUT", "OUTPUT", "FORMULA", "SOURCE", "EXAMPLE"] {
            assert!(help.contains(title), "no {title} in: {help}");
        }
        assert!(help.contains(found.lines().nth(1).unwrap()), "{help}");
    }
}
