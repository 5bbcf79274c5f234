//! Counts and rates.

use super::super::answer::Cell;
use super::super::checked::Rows;
use super::super::options::Options;
use super::super::specification::{Column, Kind, Parameter, Refusal, Shape, Specification};
use super::{TIME, beyond, ends};
use crate::statistics::{
    EXACT_MOST, Exposed, Stratum, byar, directly_standardised, log_linear, poisson_exact, rate,
};

const LIMITS: &[(&str, &str)] = &[
    ("lower", "lower end of the interval"),
    ("upper", "upper end of the interval"),
];
const POPULATION: Column = Column::new(
    "population",
    Kind::Positive,
    "people among whom they were counted",
);

pub(super) const POISSON_EXACT: Specification = Specification {
    name: "poisson_exact",
    title: "Confidence interval of the expected number behind a count: exact (Garwood).",
    input: &[Column::new(
        "events",
        Kind::Count,
        "what was counted, up to a million",
    )],
    output: LIMITS,
    formula: "lower is the mean with which so many events or more have probability (1 − level) / 2, and 0 for no events; upper the mean \
              with which so many or fewer have it. The same as half the quantiles of chi-square with 2 events and 2 events + 2 degrees of \
              freedom.",
    source: "F. Garwood, Biometrika 28, 1936, 437-442. The same as poisson.test of R.",
    parameters: &[Parameter::Level],
    shape: Shape::Row,
    example: "events\n0\n10\n",
    calculate: poisson_exact_rows,
};

fn poisson_exact_rows(rows: &Rows<'_>, options: &Options) -> Result<Vec<Vec<Cell>>, Refusal> {
    let of = |(row, events): (usize, f64)| {
        let interval = count(events).and_then(|events| poisson_exact(events, options.level));
        let interval = interval.ok_or_else(|| Refusal {
            row,
            column: "events",
            advice: format!(
                "is more than {EXACT_MOST}, up to which exact limits are computed; use byar, which is as good there"
            ),
        })?;
        Ok(ends(Some(interval)).to_vec())
    };
    rows.numbers("events")
        .into_iter()
        .enumerate()
        .map(of)
        .collect()
}

fn count(events: f64) -> Option<u64> {
    events.to_string().parse().ok()
}

pub(super) const BYAR: Specification = Specification {
    name: "byar",
    title: "Confidence interval of the expected number behind a count: Byar's approximation, good from ten events on.",
    input: &[Column::new("events", Kind::Amount, "what was counted")],
    output: LIMITS,
    formula: "lower = O (1 − 1/9O − z/3√O)³, and 0 for no events; upper = U (1 − 1/9U + z/3√U)³ with U = O + 1; O being the events and \
              z = 1.96 at 95 %. This monitor uses it from ten events on, and poisson_exact below.",
    source: "N.E. Breslow & N.E. Day, Statistical Methods in Cancer Research II, IARC 1987, p. 69. The same as PHEindicatormethods.",
    parameters: &[Parameter::Level],
    shape: Shape::Row,
    example: "events\n10\n65\n",
    calculate: byar_rows,
};

fn byar_rows(rows: &Rows<'_>, options: &Options) -> Result<Vec<Vec<Cell>>, Refusal> {
    let of = |(row, events): (usize, f64)| {
        let interval = byar(events, options.z()).ok_or_else(|| beyond(row, "events"))?;
        Ok(ends(Some(interval)).to_vec())
    };
    rows.numbers("events")
        .into_iter()
        .enumerate()
        .map(of)
        .collect()
}

pub(super) const RATE: Specification = Specification {
    name: "rate",
    title: "A rate with its confidence interval.",
    input: &[
        Column::new("events", Kind::Amount, "what was counted"),
        POPULATION,
    ],
    output: &[
        ("rate", "per as many as --per says (1000)"),
        ("lower", "lower end of the interval, per as many"),
        ("upper", "upper end of the interval, per as many"),
    ],
    formula: "events / population × per. The interval is that of the events (poisson_exact below ten, byar from ten on) / population × \
              per, the population taken as known. Events that are no whole number and below ten have the lower end of the whole number \
              below and the upper end of the one above.",
    source: "See poisson_exact and byar. The same as phe_rate of PHEindicatormethods, which is per 100000 unless told otherwise.",
    parameters: &[Parameter::Level, Parameter::Per],
    shape: Shape::Row,
    example: "area,events,population\nA,7,350\nB,65,4000\n",
    calculate: rate_rows,
};

fn rate_rows(rows: &Rows<'_>, options: &Options) -> Result<Vec<Vec<Cell>>, Refusal> {
    let of = |(row, (events, population)): (usize, (f64, f64))| {
        let interval = rate(events, population, options.per, options.z())
            .ok_or_else(|| beyond(row, "population"))?;
        let [lower, upper] = ends(Some(interval));
        Ok(vec![
            Cell::from(events / population * options.per),
            lower,
            upper,
        ])
    };
    rows.pairs("events", "population")
        .into_iter()
        .enumerate()
        .map(of)
        .collect()
}

pub(super) const DSR: Specification = Specification {
    name: "dsr",
    title: "Directly standardised rate: what the rate would be in a standard population.",
    input: &[
        Column::new(
            "events",
            Kind::Amount,
            "what was counted in the stratum, such as an age group",
        ),
        Column::new("population", Kind::Positive, "people in the stratum"),
        Column::new(
            "standard_population",
            Kind::Amount,
            "people in the stratum of the standard population",
        ),
    ],
    output: &[
        ("events", "all events"),
        ("population", "all people"),
        ("rate", "standardised rate per as many as --per says (1000)"),
        ("lower", "lower end of the interval, per as many"),
        ("upper", "upper end of the interval, per as many"),
        (
            "note",
            "why a cell is empty: there is no rate with fewer than ten events",
        ),
    ],
    formula: "rate = Σ w e / p / Σ w × per, with e events among p people and w in the standard population, over the strata of a group. \
              Limits rate + √(V / O) (L − O) × per, with O = Σ e, L Byar's limits of O and V = Σ w² e / p² / (Σ w)².",
    source: "A.J. Dobson, K. Kuulasmaa, E. Eberle & J. Scherer, Stat. Med. 10, 1991, 457-462. The same as calculate_dsr of \
             PHEindicatormethods (Fingertips), which is per 100000 unless told otherwise.",
    parameters: &[Parameter::Level, Parameter::Per, Parameter::Group],
    shape: Shape::Group,
    example: "group,age,events,population,standard_population\nA,0-11,12,3000,30000\nA,12-17,25,1500,16000\nB,0-11,2,900,30000\nB,12-17,4,500,16000\n",
    calculate: dsr_rows,
};

fn dsr_rows(rows: &Rows<'_>, options: &Options) -> Result<Vec<Vec<Cell>>, Refusal> {
    let strata: Vec<Stratum> = rows
        .pairs("events", "population")
        .into_iter()
        .zip(rows.numbers("standard_population"))
        .map(|((events, population), standard)| Stratum {
            events,
            population,
            standard,
        })
        .collect();
    if strata.iter().all(|stratum| stratum.standard <= 0.0) {
        return Err(Refusal {
            row: 0,
            column: "standard_population",
            advice: "is 0 in all rows of the group; write the people of the standard population"
                .to_owned(),
        });
    }
    let found = directly_standardised(&strata, options.per, options.z());
    let [lower, upper] = ends(found.ok().map(|found| found.interval));
    Ok(vec![vec![
        strata
            .iter()
            .map(|stratum| stratum.events)
            .sum::<f64>()
            .into(),
        strata
            .iter()
            .map(|stratum| stratum.population)
            .sum::<f64>()
            .into(),
        found.ok().map(|found| found.rate).into(),
        lower,
        upper,
        found
            .err()
            .map(|reason| reason.to_string())
            .as_deref()
            .into(),
    ]])
}

pub(super) const LOG_LINEAR: Specification = Specification {
    name: "log_linear",
    title: "By how many percent a rate grows in a unit of time: log-linear Poisson regression.",
    input: &[
        TIME,
        Column::new("events", Kind::Amount, "what was counted"),
        Column::new(
            "population",
            Kind::Positive,
            "people among whom they were counted; 1 in all rows for the counts by themselves",
        ),
    ],
    output: &[
        ("periods", "rows of the group"),
        (
            "factor",
            "by what the rate is multiplied in one unit of time: 1.02 is two percent more",
        ),
        ("lower", "lower end of the interval of factor"),
        ("upper", "upper end of it"),
        ("slope", "the natural logarithm of factor"),
        ("standard_error", "standard error of slope"),
        (
            "p_value",
            "probability of a slope at least as far from 0, either way, without a trend",
        ),
        (
            "dispersion",
            "how many times chance the counts vary around the line: Pearson's chi-square / (periods − 2); empty for two periods",
        ),
        ("note", "why the other cells are empty"),
    ],
    formula: "log(events / population) = a + slope × time, fitted to Poisson counts by maximum likelihood. Limits are factor × exp(± z \
              standard_error), all variation taken for chance: with a dispersion well above 1 multiply the standard error by its square \
              root. This monitor tests a series with trend, which allows for that, and not with this.",
    source: "P. McCullagh & J.A. Nelder, Generalized Linear Models, 2nd ed. 1989, section 6.2. The same as glm(events ~ time, poisson, \
             offset = log(population)) of R and GLM of statsmodels.",
    parameters: &[Parameter::Level, Parameter::Group],
    shape: Shape::Group,
    example: "year,events,population\n2021,812,22305\n2022,845,22388\n2023,901,22472\n2024,930,22555\n",
    calculate: log_linear_rows,
};

#[allow(
    clippy::unnecessary_wraps,
    reason = "the table takes functions that may refuse"
)]
fn log_linear_rows(rows: &Rows<'_>, options: &Options) -> Result<Vec<Vec<Cell>>, Refusal> {
    let points: Vec<Exposed> = rows
        .numbers("time")
        .into_iter()
        .zip(rows.pairs("events", "population"))
        .map(|(period, (events, exposure))| Exposed {
            period,
            events,
            exposure,
        })
        .collect();
    let found = log_linear(&points);
    let [lower, upper] = ends(found.and_then(|found| found.interval(options.z())));
    let note = found.is_none().then_some(
        "no rate of growth: there is one time, or there are events at the first or at the last time alone, or nowhere",
    );
    Ok(vec![vec![
        rows.len().into(),
        found.map(|found| found.per_year).into(),
        lower,
        upper,
        found.map(|found| found.slope).into(),
        found.map(|found| found.standard_error).into(),
        found.map(|found| found.p_value).into(),
        found.and_then(|found| found.dispersion).into(),
        note.into(),
    ]])
}
