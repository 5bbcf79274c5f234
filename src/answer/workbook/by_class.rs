//! The formula of a figure that was worked out of a life table: the factors of its classes, each from the cells that were read.

use super::cells::Used;
use super::formula::operand;
use crate::indicator::{Figure, OperandValue, SurvivalAsk, classes_of};
use crate::statistics::life_table;
use crate::vocabulary::Dimension;

/// Which of value, lowest and highest is taken of what came as far, and of what ended.
#[derive(Clone, Copy)]
struct Take {
    reached: usize,
    ended: usize,
}

/// The figure itself; its lowest, with as few as can be that came as far and as many that ended; and its highest.
const TAKES: [Take; 3] = [
    Take {
        reached: 0,
        ended: 0,
    },
    Take {
        reached: 1,
        ended: 2,
    },
    Take {
        reached: 2,
        ended: 1,
    },
];

/// The figure, its lowest and its highest; nothing when a cell was read in a way that is not known here.
pub(super) fn survival(ask: SurvivalAsk, figure: &Figure, used: &Used) -> Option<[String; 3]> {
    let cells: Vec<[String; 3]> = figure
        .also
        .iter()
        .map(|value| spelled(value, used))
        .collect::<Option<_>>()?;
    let formula = |take: Take| {
        let ended = ended_parts(&cells, take);
        match ask {
            SurvivalAsk::StillRunning(_) => Some(format!("100*{}", left(&ended))),
            SurvivalAsk::Median => half(&figure.also, &ended, take),
        }
    };
    let [value, low, high] = TAKES.map(formula);
    Some([value?, low?, high?])
}

/// An operand out of its cells, without a cell of its own to name.
fn spelled(value: &OperandValue, used: &Used) -> Option<[String; 3]> {
    let places = used.places(value);
    let adds_up = value.measure.adds_over_areas();
    let low = operand(adds_up, &places, &Default::default())?[1].clone();
    operand(adds_up, &places, &[String::new(), low, String::new()])
}

/// Of each class the part of what was followed in it that ended: twice what ended, divided by what came as far, what ended, and what came
/// as far as the next class; see `statistics::life_table`.
fn ended_parts(cells: &[[String; 3]], take: Take) -> Vec<String> {
    let at = |place: usize, of: usize| cells.get(place).map(|cell| cell[of].as_str());
    (0..cells.len() / 2)
        .filter_map(|class| {
            let reached = at(2 * class, take.reached)?;
            let ended = at(2 * class + 1, take.ended)?;
            let next = at(2 * class + 2, take.reached)?;
            Some(format!(
                "MIN(1,2*({ended})/(({reached})+({ended})+({next})))"
            ))
        })
        .collect()
}

/// The share that still runs after classes of which these parts ended.
fn left(ended: &[String]) -> String {
    if ended.is_empty() {
        return "1".to_owned();
    }
    let factors: Vec<String> = ended.iter().map(|part| format!("(1-{part})")).collect();
    factors.join("*")
}

/// Where in its class the share falls to one half. The class is the one of the figures as they were read.
fn half(values: &[OperandValue], ended: &[String], take: Take) -> Option<String> {
    let of = |value: &OperandValue, which: usize| match which {
        0 => value.value,
        1 => value.within.lo(),
        _ => value.within.hi(),
    };
    let (classes, next) = classes_of(
        values,
        |value| of(value, take.reached),
        |value| of(value, take.ended),
    )?;
    let table = life_table(&classes, next)?;
    let at = table.iter().position(|beyond| beyond.survival <= 0.5)?;
    let (begins, days) = Dimension::Duration.parts().nth(at)?.days_lasted()?;
    let (before, part) = (left(ended.get(..at)?), ended.get(at)?);
    Some(format!("{begins}+(1-0.5/({before}))/{part}*{days}"))
}
