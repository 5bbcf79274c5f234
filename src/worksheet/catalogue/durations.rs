//! Durations: of individuals, some of them still running, and of classes.

use super::super::answer::Cell;
use super::super::checked::Rows;
use super::super::options::Options;
use super::super::specification::{Column, Kind, Parameter, Refusal, Shape, Specification};
use super::{beyond, ends};
use crate::statistics::{
    Class, Followed, NoMedian, grouped_median, grouped_median_interval, kaplan_meier,
    median_survival,
};

pub(super) const KAPLAN_MEIER: Specification = Specification {
    name: "kaplan_meier",
    title: "The share still without the event after a time, when the end of some was not seen: Kaplan-Meier.",
    input: &[
        Column::new("time", Kind::Amount, "how long someone was followed"),
        Column::new(
            "event",
            Kind::Flag,
            "1 if it ended with the event, 0 if the end was not seen",
        ),
    ],
    output: &[
        (
            "time",
            "each time at which someone's follow-up ends, in order",
        ),
        ("at_risk", "still followed just before it"),
        ("events", "had the event at it"),
        ("censored", "last seen at it without the event"),
        ("survival", "estimated share without the event after it"),
        (
            "standard_error",
            "of that share (Greenwood); empty when the share is 0",
        ),
        (
            "lower",
            "lower end of its interval; empty when the share is 0 or 1",
        ),
        (
            "upper",
            "upper end of its interval; empty when the share is 0 or 1",
        ),
        (
            "median",
            "first time at which survival is at most 0.5, the same in all rows of the group; empty when that does not come",
        ),
    ],
    formula: "survival S = Π (1 − d / r) over the times so far, d having the event of r at risk. standard_error = S √G with G = Σ d / \
              (r (r − d)). Limits S^exp(± z √G / ln S), the log-log interval: they stay between 0 and 1.",
    source: "E.L. Kaplan & P. Meier, J. Am. Stat. Assoc. 53, 1958, 457-481; M. Greenwood, The natural duration of cancer, 1926; J.D. \
             Kalbfleisch & R.L. Prentice, The Statistical Analysis of Failure Time Data, 1980. The same as survfit(conf.type = \
             \"log-log\") of R and KaplanMeierFitter of lifelines. Where survival is exactly 0.5 for a while R gives the middle of it as \
             the median.",
    parameters: &[Parameter::Level, Parameter::Group],
    shape: Shape::Group,
    example: "time,event\n6,1\n6,0\n7,1\n9,0\n10,1\n",
    calculate: kaplan_meier_rows,
};

fn kaplan_meier_rows(rows: &Rows<'_>, options: &Options) -> Result<Vec<Vec<Cell>>, Refusal> {
    let followed: Vec<Followed> = rows
        .pairs("time", "event")
        .into_iter()
        .map(|(time, event)| Followed {
            time,
            event: event > 0.0,
        })
        .collect();
    let states = kaplan_meier(&followed, options.z()).ok_or_else(|| beyond(0, "time"))?;
    let median = median_survival(&states);
    let of = |state: crate::statistics::Survival| {
        let [lower, upper] = ends(state.interval);
        vec![
            state.time.into(),
            state.at_risk.into(),
            state.events.into(),
            state.censored.into(),
            state.survival.into(),
            state.standard_error.into(),
            lower,
            upper,
            median.into(),
        ]
    };
    Ok(states.into_iter().map(of).collect())
}

pub(super) const GROUPED_MEDIAN: Specification = Specification {
    name: "grouped_median",
    title: "The median of numbers of which only the classes are known.",
    input: &[
        Column::new("lower", Kind::Number, "where the class begins"),
        Column::new(
            "upper",
            Kind::End,
            "where it ends and the next may begin; empty for a class without an end",
        ),
        Column::new("count", Kind::Amount, "how many lie in it"),
    ],
    output: &[
        ("count", "how many lie in all classes"),
        ("median", "half lies below it"),
        (
            "lower",
            "lower end of its interval; empty when it lies in the class without an end",
        ),
        (
            "upper",
            "upper end of its interval; empty when it lies in the class without an end",
        ),
        (
            "note",
            "why median is empty: it lies in the class without an end, or all classes are empty",
        ),
    ],
    formula: "L + (N/2 − F) / f × w: the first class up to which at least half of all N lie begins at L, is w wide and holds f, and F lie \
              below it; the numbers are taken to lie evenly inside it. Classes in whole numbers are written from the first to the one \
              after the last: 0, 1 and 2 years is from 0 to 3. They may come in any order and leave gaps, but not overlap. \
              The limits are the values below which N/2 − z √N / 2 and N/2 + z √N / 2 of them lie; of numbers that come in clusters divide \
              count by their design effect first.",
    source: "G.U. Yule & M.G. Kendall, An Introduction to the Theory of Statistics, 14th ed. 1950. The same as \
             statistics.median_grouped of Python for classes of equal width. Limits: R.S. Woodruff, J. Am. Stat. Assoc. 47, 1952, 635-646.",
    parameters: &[Parameter::Level, Parameter::Group],
    shape: Shape::Group,
    example: "lower,upper,count\n0,3,20\n3,6,30\n6,12,50\n12,24,30\n24,,10\n",
    calculate: grouped_median_rows,
};

fn grouped_median_rows(rows: &Rows<'_>, options: &Options) -> Result<Vec<Vec<Cell>>, Refusal> {
    let classes: Vec<Class> = rows
        .pairs("lower", "count")
        .into_iter()
        .zip(rows.ends("upper"))
        .map(|((lower, count), upper)| Class {
            lower,
            upper,
            count,
        })
        .collect();
    let refused = |row: usize, column: &'static str, advice: &str| {
        Err(Refusal {
            row,
            column,
            advice: advice.to_owned(),
        })
    };
    let median = grouped_median(&classes);
    match median {
        Err(NoMedian::Overlap(row)) => {
            return refused(
                row,
                "lower",
                "is where this class begins, before another one ends; let each begin where the one before ends",
            );
        }
        Err(NoMedian::Unusable(row)) => {
            return refused(
                row,
                "upper",
                "is not above lower; a class ends above where it begins",
            );
        }
        Ok(_) | Err(NoMedian::Above(_) | NoMedian::Empty) => {}
    }
    let limits = grouped_median_interval(&classes, options.z()).ok();
    Ok(vec![vec![
        classes.iter().map(|class| class.count).sum::<f64>().into(),
        median.ok().into(),
        limits.map(|(lower, _)| lower).into(),
        limits.and_then(|(_, upper)| upper).into(),
        median
            .err()
            .map(|reason| reason.to_string())
            .as_deref()
            .into(),
    ]])
}
