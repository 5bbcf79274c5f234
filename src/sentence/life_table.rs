//! A life table as one works it out by hand: what came as far as each class of duration, what ended in it, and what still runs after it.

use super::number;
use crate::indicator::{Figure, OperandValue, SurvivalAsk, Unit, classes_of};
use crate::statistics::{Reached, life_table};
use crate::vocabulary::{Dimension, Language, Measure, MeasureUnit, Member};

/// A life table to be shown as a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LifeTable {
    /// Above the columns: what came as far, what ended, what was lost from view, what was followed, and what still runs of every hundred.
    pub header: Vec<String>,
    /// A row for each class: its name and its cells. Of the last, only what came as far.
    pub rows: Vec<(String, Vec<String>)>,
}

/// A class of duration: what is read of it, and what it leaves.
struct Step {
    class: Member,
    reached: Reached,
    /// What came as far as the next class.
    next: f64,
    /// The share that still runs before and after it.
    left: (f64, f64),
}

/// How the columns hang together.
pub fn life_table_words(language: Language) -> &'static str {
    match language {
        Language::Nl => {
            "Uit beeld: hulp die op papier ophield, of omdat iemand te oud werd. Hoelang die anders had geduurd is niet bekend, dus telt ze daar voor de helft mee. Van wat is gevolgd loopt dit deel door: 1 min gestopt gedeeld door gevolgd. Dat maal wat daarvoor nog liep, geeft wat daarna nog loopt. Alle aantallen zijn afgerond. Wat uit beeld is en wat is gevolgd, is daaruit berekend en niet geteld."
        }
        Language::En => {
            "Lost from view: care that stopped on paper, or because somebody grew too old. How long it would have lasted otherwise is not known, so it counts for half there. Of what was followed, this part runs on: 1 minus ended divided by followed. That times what ran until then is what still runs. All numbers are rounded. What was lost from view and what was followed is worked out from them, and was not counted."
        }
    }
}

/// The life table that a figure was read from; nothing when it is of another kind.
pub fn life_table_of(figure: &Figure, language: Language) -> Option<LifeTable> {
    let (classes, next) = from_figure(figure)?;
    table(&classes, next, language)
}

/// The arithmetic of a figure, up to its outcome.
pub(super) fn of_figure(ask: SurvivalAsk, figure: &Figure, language: Language) -> Option<String> {
    let (classes, next) = from_figure(figure)?;
    by_hand(ask, &classes, next, language)
}

fn from_figure(figure: &Figure) -> Option<(Vec<Reached>, f64)> {
    let is_life_table = figure.also.last()?.measure == Measure::Lasted;
    let value = |of: &OperandValue| of.value;
    is_life_table.then(|| classes_of(&figure.also, value, value))?
}

/// The same of a worked example, and its arithmetic.
pub(super) fn of_example(
    ask: SurvivalAsk,
    rows: &[&[f64]],
    language: Language,
) -> Option<(LifeTable, String)> {
    let (last, rows) = rows.split_last()?;
    let classes = rows.iter().map(|row| {
        let [number, events] = **row else {
            return None;
        };
        Some(Reached { number, events })
    });
    let classes: Vec<Reached> = classes.collect::<Option<_>>()?;
    let next = *last.first()?;
    let by_hand = by_hand(ask, &classes, next, language)?;
    Some((table(&classes, next, language)?, by_hand))
}

/// "(1 − 200 ÷ 1.000) × (1 − 195 ÷ 780) × 100": what is left after each class; or where in its class half is left.
fn by_hand(ask: SurvivalAsk, classes: &[Reached], next: f64, language: Language) -> Option<String> {
    let steps = steps(classes, next)?;
    let share = |value: f64| number::result(100.0 * value, Unit::PerHundred, language);
    if ask == SurvivalAsk::Median {
        let step = steps.iter().find(|step| step.left.1 <= 0.5)?;
        let (begins, days) = step.class.days_lasted()?;
        return Some(format!(
            "{} + ({}\u{a0}\u{2212}\u{a0}{}) ÷ ({}\u{a0}\u{2212}\u{a0}{})\u{a0}×\u{a0}{}",
            plain(begins as f64, language),
            share(step.left.0),
            share(0.5),
            share(step.left.0),
            share(step.left.1),
            plain(days as f64, language)
        ));
    }
    let factors: Vec<String> = steps
        .iter()
        .map(|step| {
            format!(
                "(1\u{a0}\u{2212}\u{a0}{}\u{a0}÷\u{a0}{})",
                plain(step.reached.events, language),
                plain(step.reached.followed(step.next), language)
            )
        })
        .collect();
    Some(format!("{}\u{a0}×\u{a0}100", factors.join(" × ")))
}

fn steps(classes: &[Reached], next: f64) -> Option<Vec<Step>> {
    let after = classes.iter().skip(1).map(|class| class.number);
    let left = life_table(classes, next)?;
    let mut before = 1.0;
    let step = |(((class, reached), next), left): (((Member, &Reached), f64), f64)| {
        let step = Step {
            class,
            reached: *reached,
            next,
            left: (before, left),
        };
        before = left;
        step
    };
    let steps = Dimension::Duration
        .parts()
        .zip(classes)
        .zip(after.chain([next]))
        .zip(left.iter().map(|beyond| beyond.survival));
    Some(steps.map(step).collect())
}

fn table(classes: &[Reached], next: f64, language: Language) -> Option<LifeTable> {
    let steps = steps(classes, next)?;
    let header = match language {
        Language::Nl => [
            "liep zo lang",
            "stopte toen",
            "uit beeld",
            "gevolgd",
            "loopt nog (van 100)",
        ],
        Language::En => [
            "ran as long",
            "ended then",
            "lost from view",
            "followed",
            "still runs (of 100)",
        ],
    };
    let mut rows: Vec<(String, Vec<String>)> = steps
        .iter()
        .map(|step| {
            let Reached { number, events } = step.reached;
            let counts = [
                number,
                events,
                (number - events - step.next).max(0.0),
                step.reached.followed(step.next),
            ];
            let left = number::result(100.0 * step.left.1, Unit::PerHundred, language);
            let cells = counts.map(|value| plain(value, language)).into_iter();
            let name = step.class.label().get(language).to_owned();
            (name, cells.chain([left]).collect())
        })
        .collect();
    if let Some(class) = Dimension::Duration.parts().nth(steps.len()) {
        let empty = std::iter::repeat_n(String::new(), header.len() - 1);
        let cells = std::iter::once(plain(next, language))
            .chain(empty)
            .collect();
        rows.push((class.label().get(language).to_owned(), cells));
    }
    Some(LifeTable {
        header: header.map(str::to_owned).into(),
        rows,
    })
}

/// A count, with a decimal only where there is one: who is lost from view is followed for half.
fn plain(value: f64, language: Language) -> String {
    if value.fract() == 0.0 {
        number::count(value, MeasureUnit::Trajectories, language)
    } else {
        number::result(value, Unit::PerHundred, language)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;

    /// Of ten that began four end within three months and two are lost from view; of the four that come further two end, and one is lost.
    ///
    /// Followed: 10 − 2 ÷ 2 = 9, of which 5 run on; and 4 − 1 ÷ 2 = 3.5, of which 1.5 do. So 5 ÷ 9 × 1.5 ÷ 3.5 = 23.8 of every hundred.
    const ROWS: &[&[f64]] = &[&[10.0, 4.0], &[4.0, 2.0], &[1.0, 0.0]];

    #[test]
    fn who_is_lost_from_view_is_followed_for_half() {
        let ask = SurvivalAsk::StillRunning("6-tot-12-maanden");
        let (table, by_hand) = of_example(ask, ROWS, Language::Nl).unwrap();
        let cells: Vec<String> = table
            .rows
            .iter()
            .map(|(name, cells)| format!("{name}: {}", cells.join(" ").trim_end()))
            .collect();
        assert_eq!(
            cells,
            [
                "Korter dan 3 maanden: 10 4 2 9 55,6",
                "3 tot 6 maanden: 4 2 1 3,5 23,8",
                "6 maanden tot een jaar: 1"
            ]
        );
        assert_eq!(
            by_hand.replace('\u{a0}', " "),
            "(1 \u{2212} 4 ÷ 9) × (1 \u{2212} 2 ÷ 3,5) × 100"
        );
        assert!(
            table
                .rows
                .iter()
                .all(|(_, cells)| cells.len() == table.header.len())
        );
    }

    #[test]
    fn half_is_left_somewhere_in_the_class_in_which_the_share_falls_below_it() {
        let (_, by_hand) = of_example(SurvivalAsk::Median, ROWS, Language::Nl).unwrap();
        // The second class goes from 91 days to 181.
        assert_eq!(
            by_hand.replace('\u{a0}', " "),
            "91 + (55,6 \u{2212} 50,0) ÷ (55,6 \u{2212} 23,8) × 91"
        );
    }
}
