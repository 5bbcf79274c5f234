//! What a middle was worked out of, as one does it by hand: how many lie in each class, and where in its class the middle lies.

use super::number::{self, Form};
use super::text;
use crate::indicator::{Figure, Formula, Indicator, OperandValue, Unit};
use crate::vocabulary::{Dimension, Language, MeasureUnit};

/// The counts of a middle by class, to be shown as a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassTable {
    /// What the classes are of.
    pub title: &'static str,
    /// Above the column with counts.
    pub header: Vec<String>,
    /// A row for each class, and one for all of them.
    pub rows: Vec<(String, Vec<String>)>,
    /// The arithmetic up to the figure; nothing where a class is hidden, for then it is not worked out of these numbers alone.
    pub arithmetic: Option<String>,
}

/// The classes that a figure was read from; nothing when it is no middle of classes.
pub fn classes_by_hand(
    indicator: &Indicator,
    figure: &Figure,
    language: Language,
) -> Option<ClassTable> {
    let Some(Formula::Median { operand, over }) = indicator.formula() else {
        return None;
    };
    let unit = operand.measure.unit();
    let told = |of: &OperandValue| {
        if of.status.is_hidden() {
            let (low, high) = (of.within.lo(), of.within.hi());
            let end = |value: f64| number::count(value, unit, language);
            match language {
                Language::Nl => format!("verborgen: {} tot {}", end(low), end(high)),
                Language::En => format!("hidden: {} to {}", end(low), end(high)),
            }
        } else {
            number::count(of.value, unit, language)
        }
    };
    let rows = over.parts().zip(&figure.also).map(|(class, count)| {
        let name = class.label().get(language).to_owned();
        (name, vec![told(count)])
    });
    let all = (
        text::SUM.get(language).to_owned(),
        vec![told(&figure.numerator)],
    );
    let counts: Vec<f64> = figure.also.iter().map(|count| count.value).collect();
    let is_open = figure.also.iter().all(|count| !count.status.is_hidden());
    // Where rounding leaves no room for what the rounded counts say, the figure is the nearest that it does.
    let is_figure = |(_, value): &(String, f64)| (value - figure.value).abs() < 1e-9;
    let arithmetic = by_hand(over, &counts, language).filter(|of| is_open && is_figure(of));
    Some(ClassTable {
        title: over.title().get(language),
        header: vec![operand.measure.title().get(language).to_owned()],
        rows: rows.chain([all]).collect(),
        arithmetic: arithmetic.map(|(words, _)| {
            let result = number::result(figure.value, indicator.unit, language);
            format!("{words} = {result}")
        }),
    })
}

/// "182 + (500 − 400) ÷ 400 × 183": where in its class the middle of these counts lies, and what that is.
pub(super) fn by_hand(
    over: Dimension,
    counts: &[f64],
    language: Language,
) -> Option<(String, f64)> {
    let half = counts.iter().sum::<f64>() / 2.0;
    let mut below = 0.0;
    for (class, count) in over.parts().zip(counts) {
        if below + count >= half {
            let (least, most) = class.limits_in_days()?;
            let (least, length) = (least as f64, (most? + 1 - least) as f64);
            // Half of an odd number has a decimal.
            let told = |value: f64| {
                if value.fract() == 0.0 {
                    number::count(value, MeasureUnit::Trajectories, language)
                } else {
                    number::figure(value, Unit::Weeks, Form::Bare, language)
                }
            };
            let words = format!(
                "{} + ({} \u{2212} {}) ÷ {}\u{a0}×\u{a0}{}",
                told(least),
                told(half),
                told(below),
                told(*count),
                told(length)
            );
            return Some((words, least + (half - below) / count * length));
        }
        below += count;
    }
    None
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;
    use crate::cube::Status;
    use crate::indicator::by_id;
    use crate::statistics::{Estimate, Interval};
    use crate::vocabulary::Measure;

    fn counted(value: f64, status: Status) -> OperandValue {
        OperandValue::of_cell(
            Measure::BegunAllocated,
            2022,
            (
                value,
                Interval::new((value - 2.0).max(0.0), value + 2.0).unwrap(),
            ),
            status,
        )
    }

    fn of(counts: [f64; 4], last: Status, value: f64) -> ClassTable {
        let mut also = counts.map(|count| counted(count, Status::Shown));
        also[3].status = last;
        let exact = Interval::exact(value);
        let figure = Figure {
            value,
            within: exact,
            confidence: exact,
            estimate: Estimate::from_limits(value, exact, exact, 1.96).unwrap(),
            numerator: counted(counts.iter().sum(), Status::Shown),
            denominator: None,
            multiplier: 1.0,
            also: also.to_vec(),
        };
        let entry = by_id("toewijzing_tot_start").unwrap();
        classes_by_hand(entry, &figure, Language::Nl).unwrap()
    }

    #[test]
    fn the_classes_and_the_arithmetic_are_those_of_the_example_by_hand() {
        let table = of([420.0, 280.0, 200.0, 100.0], Status::Shown, 36.0);
        let rows: Vec<(&str, &str)> = table
            .rows
            .iter()
            .map(|(name, cells)| (name.as_str(), cells[0].as_str()))
            .collect();
        assert_eq!(
            rows,
            [
                ("Korter dan 4 weken", "420"),
                ("4 tot 8 weken", "280"),
                ("8 tot 13 weken", "200"),
                ("13 weken of langer", "100"),
                ("Samen", "1.000"),
            ]
        );
        let arithmetic = table.arithmetic.unwrap().replace('\u{a0}', " ");
        assert_eq!(arithmetic, "28 + (500 \u{2212} 420) ÷ 280 × 28 = 36 dagen");
        let odd = of([420.0, 280.0, 200.0, 105.0], Status::Shown, 36.25);
        assert!(odd.arithmetic.unwrap().starts_with("28 + (502,5 "));
        // What rounding does not allow is not said to follow.
        let clamped = of([420.0, 280.0, 200.0, 100.0], Status::Shown, 36.5);
        assert_eq!(clamped.arithmetic, None);
    }

    #[test]
    fn what_is_hidden_is_told_between_its_ends_and_not_reckoned_with() {
        let table = of([420.0, 280.0, 200.0, 4.0], Status::Hidden, 30.0);
        assert_eq!(table.rows[3].1, ["verborgen: 2 tot 6"]);
        assert_eq!(table.arithmetic, None);
        let other = by_id("gebruik").unwrap();
        let figure = Figure {
            value: 1.0,
            within: Interval::exact(1.0),
            confidence: Interval::exact(1.0),
            estimate: Estimate::from_limits(1.0, Interval::exact(1.0), Interval::exact(1.0), 1.96)
                .unwrap(),
            numerator: counted(1.0, Status::Shown),
            denominator: None,
            multiplier: 1.0,
            also: Vec::new(),
        };
        assert_eq!(classes_by_hand(other, &figure, Language::Nl), None);
    }
}
