//! Shares: their interval, their trend, and what clusters do to their certainty.

use std::collections::BTreeMap;

use super::super::answer::Cell;
use super::super::checked::Rows;
use super::super::options::Options;
use super::super::specification::{Column, Kind, Parameter, Refusal, Shape, Specification};
use super::{TIME, beyond, ends};
use crate::statistics::{
    Cluster, Effect, Estimate, Interval, Point, Scored, Trend, Z_95, cochran_armitage,
    design_effect, trend, wilson,
};

const EVENTS: Column = Column::new("events", Kind::Amount, "units with the event").within("n");
const N: Column = Column::new("n", Kind::Positive, "units");

pub(super) const WILSON: Specification = Specification {
    name: "wilson",
    title: "Confidence interval of a share: Wilson's score interval, without continuity correction.",
    input: &[EVENTS, N],
    output: &[
        ("share", "events / n"),
        ("lower", "lower end of the interval"),
        ("upper", "upper end of the interval"),
    ],
    formula: "(p + z²/2n ± z √(p (1 − p) / n + z²/4n²)) / (1 + z²/n), with p = events / n and z = 1.96 at 95 %. Of units that come in \
              clusters divide both columns by their design effect first.",
    source: "E.B. Wilson, J. Am. Stat. Assoc. 22, 1927, 209-212. Method 3 of R.G. Newcombe, Stat. Med. 17, 1998, 857-872. The same as \
             phe_proportion of PHEindicatormethods and prop.test(correct = FALSE) of R.",
    parameters: &[Parameter::Level],
    shape: Shape::Row,
    example: "who,events,n\nNewcombe 1,81,263\nNewcombe 3,0,20\n",
    calculate: wilson_rows,
};

fn wilson_rows(rows: &Rows<'_>, options: &Options) -> Result<Vec<Vec<Cell>>, Refusal> {
    let of = |(row, (events, n)): (usize, (f64, f64))| {
        let interval = wilson(events, n, options.z()).ok_or_else(|| beyond(row, "n"))?;
        let [lower, upper] = ends(Some(interval));
        Ok(vec![Cell::from(events / n), lower, upper])
    };
    rows.pairs("events", "n")
        .into_iter()
        .enumerate()
        .map(of)
        .collect()
}

pub(super) const TREND: Specification = Specification {
    name: "trend",
    title: "Whether a share rises or falls over time: the Cochran-Armitage test, and the stricter test of this monitor.",
    input: &[TIME, EVENTS, N],
    output: &[
        ("periods", "rows of the group"),
        ("events", "all events"),
        ("n", "all units"),
        (
            "slope",
            "change of the share in one unit of time, by least squares with weights n",
        ),
        (
            "chi_square",
            "Cochran-Armitage chi-square for slope, one degree of freedom",
        ),
        (
            "p_value",
            "probability of a chi-square at least as large without a trend",
        ),
        (
            "change",
            "change of the share in one unit of time, weighted as this monitor does",
        ),
        ("lower_95", "lower end of the 95 % interval of change"),
        ("upper_95", "upper end of it"),
        (
            "overdispersion",
            "how many times chance the shares vary around the line; 1 if no more than chance",
        ),
        ("strict_p_value", "the p value of this monitor's test"),
        (
            "keeps_direction",
            "1 if change keeps its sign whichever period is left out, else 0",
        ),
        ("finding", "rising, falling or no demonstrable trend"),
        ("note", "why a cell is empty"),
    ],
    formula: "chi_square = (Σ (events − n P)(time − T))² / (P (1 − P) Σ n (time − T)²), with P = Σ events / Σ n and T = Σ n time / Σ n, \
              without continuity correction. This monitor takes least squares with weights 1 / s², s being the longer arm of the 95 % \
              Wilson interval over 1.96; multiplies the variance of the change by overdispersion = Σ ((share − line) / s)² / (periods − 2) \
              if that is above 1; and holds change over its standard error against Student's t with periods − 2 degrees of freedom. It \
              finds a trend when strict_p_value is below 0.002 and the direction is kept, and needs at least 5 periods in whole numbers.",
    source: "W.G. Cochran, Biometrics 10, 1954, 417-451; P. Armitage, Biometrics 11, 1955, 375-386: prop.trend.test of R. For the strict \
             test McCullagh & Nelder, Generalized Linear Models, 2nd ed. 1989, sections 4.5 and 9.2.",
    parameters: &[Parameter::Group],
    shape: Shape::Group,
    example: "time,events,n\n2020,83,186\n2021,90,193\n2022,129,236\n2023,110,182\n2024,125,190\n",
    calculate: trend_rows,
};

#[allow(
    clippy::unnecessary_wraps,
    reason = "the table takes functions that may refuse"
)]
fn trend_rows(rows: &Rows<'_>, _: &Options) -> Result<Vec<Vec<Cell>>, Refusal> {
    let groups: Vec<Scored> = rows
        .numbers("time")
        .into_iter()
        .zip(rows.pairs("events", "n"))
        .map(|(score, (events, n))| Scored { score, events, n })
        .collect();
    let textbook = cochran_armitage(&groups);
    let strict = strict_trend(&groups);
    let effect = strict.as_ref().ok().map(|(effect, _)| effect);
    let mut notes = Vec::new();
    let events: f64 = groups.iter().map(|group| group.events).sum();
    let n: f64 = groups.iter().map(|group| group.n).sum();
    if textbook.is_none() {
        let reason = if events <= 0.0 || events >= n {
            "none or all of the units have the event"
        } else {
            "there is only one time"
        };
        notes.push(format!("no chi_square: {reason}"));
    }
    if let Err(reason) = &strict {
        notes.push(format!("no strict test: {reason}"));
    }
    let [lower, upper] = ends(effect.map(|effect| effect.interval));
    Ok(vec![vec![
        rows.len().into(),
        events.into(),
        n.into(),
        textbook.map(|found| found.slope).into(),
        textbook.map(|found| found.chi_square).into(),
        textbook.map(|found| found.p_value).into(),
        effect.map(|effect| effect.per_year).into(),
        lower,
        upper,
        effect.map(|effect| effect.overdispersion).into(),
        effect.map(|effect| effect.p_value).into(),
        effect
            .map(|effect| f64::from(u8::from(effect.keeps_direction)))
            .into(),
        strict.as_ref().ok().map(|(_, finding)| *finding).into(),
        notes.join("; ").as_str().into(),
    ]])
}

/// The test of the explorer, and what it finds.
fn strict_trend(groups: &[Scored]) -> Result<(Effect, &'static str), String> {
    let points = groups.iter().map(point).collect::<Option<Vec<_>>>();
    let points = points.ok_or("time must be whole numbers, such as years")?;
    match trend(&points) {
        Trend::Rising(effect) => Ok((effect, "rising")),
        Trend::Falling(effect) => Ok((effect, "falling")),
        Trend::NoDemonstrableTrend(effect) => Ok((effect, "no demonstrable trend")),
        Trend::NotTestable(reason) => Err(reason.to_string()),
    }
}

/// The share of a period as the explorer takes it.
fn point(group: &Scored) -> Option<Point> {
    let share = group.events / group.n;
    let limits = wilson(group.events, group.n, Z_95)?;
    let estimate = Estimate::from_limits(share, Interval::exact(share), limits, Z_95)?;
    Some(Point::of(whole(group.score)?, &estimate))
}

fn whole(time: f64) -> Option<i32> {
    // Through text: the shortest form of a whole number is one, and a cast would cut off what is not.
    time.to_string().parse().ok()
}

pub(super) const DESIGN_EFFECT: Specification = Specification {
    name: "design_effect",
    title: "How much less units say that come in clusters, such as the care trajectories of one youth.",
    input: &[
        Column::new(
            "cluster",
            Kind::Text,
            "which cluster; rows with the same one are added up",
        ),
        EVENTS,
        N,
    ],
    output: &[
        ("clusters", "number of clusters"),
        ("events", "all events"),
        ("n", "all units"),
        ("share", "events / n"),
        (
            "standard_error",
            "standard error of the share, clusters taken into account",
        ),
        (
            "design_effect",
            "variance of the share over what it would be for independent units",
        ),
        (
            "intraclass_correlation",
            "1 when all units of a cluster agree, about 0 when a cluster says nothing",
        ),
        (
            "effective_n",
            "n / design_effect: as many independent units say as much",
        ),
        (
            "lower",
            "lower end of the interval: Wilson's, of events and n divided by the design effect",
        ),
        ("upper", "upper end of it"),
        ("note", "why a cell is empty"),
    ],
    formula: "design_effect = m / (m − 1) Σ (e − n P)² / (N P (1 − P)), over m clusters with e of n units, N = Σ n and P = Σ e / N. \
              intraclass_correlation = (B − W) / (B + (k − 1) W), with B = Σ n (e/n − P)² / (m − 1), W = Σ e (1 − e/n) / (N − m) and \
              k = (N − Σ n²/N) / (m − 1). With one row for every unit n is 1.",
    source: "J.N.K. Rao & A.J. Scott, Biometrics 48, 1992, 577-585: raoscott of the R package aod. Correlation: the analysis-of-variance \
             estimator in M.S. Ridout, C.G.B. Demétrio & D. Firth, Biometrics 55, 1999, 137-148.",
    parameters: &[Parameter::Level, Parameter::Group],
    shape: Shape::Group,
    example: "cluster,events,n\na,3,3\nb,0,2\nc,1,4\nd,2,2\n",
    calculate: design_effect_rows,
};

#[allow(
    clippy::unnecessary_wraps,
    reason = "the table takes functions that may refuse"
)]
fn design_effect_rows(rows: &Rows<'_>, options: &Options) -> Result<Vec<Vec<Cell>>, Refusal> {
    let mut sums: BTreeMap<String, (f64, f64)> = BTreeMap::new();
    for (cluster, (events, n)) in rows
        .texts("cluster")
        .into_iter()
        .zip(rows.pairs("events", "n"))
    {
        let sum = sums.entry(cluster).or_default();
        *sum = (sum.0 + events, sum.1 + n);
    }
    let clusters: Vec<Cluster> = sums
        .values()
        .map(|(events, n)| Cluster {
            events: *events,
            n: *n,
        })
        .collect();
    let events: f64 = clusters.iter().map(|cluster| cluster.events).sum();
    let n: f64 = clusters.iter().map(|cluster| cluster.n).sum();
    let found = design_effect(&clusters);
    let interval = found.and_then(|found| {
        wilson(
            events / found.design_effect,
            n / found.design_effect,
            options.z(),
        )
    });
    let note = match found {
        None if clusters.len() < 2 => "one cluster: nothing to compare",
        None => "none or all of the units have the event: nothing to compare",
        Some(_) if interval.is_none() => {
            "all clusters have the same share: no effect that an interval could be for"
        }
        Some(found) if found.intraclass_correlation.is_none() => {
            "no cluster has more than one unit: no correlation"
        }
        Some(_) => "",
    };
    let [lower, upper] = ends(interval);
    Ok(vec![vec![
        clusters.len().into(),
        events.into(),
        n.into(),
        (events / n).into(),
        found.map(|found| found.standard_error).into(),
        found.map(|found| found.design_effect).into(),
        found.and_then(|found| found.intraclass_correlation).into(),
        found.map(|found| n / found.design_effect).into(),
        lower,
        upper,
        note.into(),
    ]])
}
