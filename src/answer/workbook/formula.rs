//! The formulas of the catalogue as a spreadsheet has them. They name the columns of the sheet with figures, and the cells that were
//! read; functions are those that every spreadsheet has had for twenty years.

use super::cells::Spot;
use crate::indicator::{Cause, CountInterval, Formula, Indicator, RatioMethod, SplitWhole};

/// Numerator and denominator, each with its bounds, and the multiplier: the columns of a row.
pub(super) struct Columns {
    pub(super) row: usize,
    /// The cell with the number of standard errors.
    pub(super) z: String,
}

impl Columns {
    fn of(&self, letter: char) -> String {
        format!("{letter}{}", self.row)
    }

    pub(super) fn top(&self) -> [String; 3] {
        ['J', 'K', 'L'].map(|letter| self.of(letter))
    }

    pub(super) fn bottom(&self) -> [String; 3] {
        ['M', 'N', 'O'].map(|letter| self.of(letter))
    }

    fn times(&self) -> String {
        self.of('P')
    }

    /// The figure, its lowest and its highest, when they are a formula of the same columns. The parts of a split need six amounts, of
    /// which a row has two; the whole of one of cost is their difference.
    pub(super) fn figure(&self, shown: &Indicator, cause: Option<Cause>) -> Option<[String; 3]> {
        let ([top, low, high], times) = (self.top(), self.times());
        let [bottom, least, most] = self.bottom();
        Some(match shown.formula()? {
            Formula::Total { .. } => [top, low, high],
            Formula::Ratio { .. } | Formula::Composition { .. } => [
                format!("{top}/{bottom}*{times}"),
                format!("{low}/{most}*{times}"),
                format!("{high}/{least}*{times}"),
            ],
            Formula::Change { .. } => [
                format!("{top}/{bottom}*{times}-{times}"),
                format!("{low}/{most}*{times}-{times}"),
                format!("{high}/{least}*{times}-{times}"),
            ],
            Formula::Split {
                whole: SplitWhole::Cost,
            } if cause.is_none_or(|cause| cause == Cause::Together) => [
                format!("{top}-{bottom}"),
                format!("{low}-{most}"),
                format!("{high}-{least}"),
            ],
            // The classes it is worked out of stand in the sheet with cells.
            Formula::Split { .. } | Formula::Median { .. } | Formula::Survival { .. } => {
                return None;
            }
        })
    }

    /// The ends of the uncertainty, when they are a formula of the same columns.
    pub(super) fn uncertainty(&self, shown: &Indicator) -> Option<[String; 2]> {
        let ([_, low, high], times) = (self.top(), self.times());
        let [_, least, most] = self.bottom();
        match shown.formula()? {
            Formula::Ratio {
                method: RatioMethod::Proportion,
                ..
            }
            | Formula::Composition { .. } => Some([
                format!("IF({low}<=0,0,{})*{times}", self.wilson(&low, &most, '-')),
                format!(
                    "IF({high}>={least},1,{})*{times}",
                    self.wilson(&high, &least, '+')
                ),
            ]),
            Formula::Ratio {
                method: RatioMethod::Rate,
                ..
            } => Some([
                format!("{}/{most}*{times}", self.fewest(&low)),
                format!("{}/{least}*{times}", self.most(&high)),
            ]),
            Formula::Total {
                interval: CountInterval::Counted,
                ..
            } => Some([self.fewest(&low), self.most(&high)]),
            // What rounding leaves open is all there is: it stands beside the figure.
            Formula::Split { .. }
            | Formula::Median { .. }
            | Formula::Survival { .. }
            // These need the squares, of which the reader has a rounded figure only.
            | Formula::Change { .. }
            | Formula::Ratio {
                method: RatioMethod::Mean { .. } | RatioMethod::PartOfAmount { .. },
                ..
            }
            | Formula::Total {
                interval: CountInterval::Compound { .. },
                ..
            } => None,
        }
    }

    /// Wilson's limit, as in `statistics::wilson`.
    fn wilson(&self, events: &str, n: &str, sign: char) -> String {
        let (share, per) = (format!("{events}/{n}"), format!("{}^2/{n}", self.z));
        format!("({share}+{per}/2{sign}SQRT({per}*{share}*(1-{share})+({per})^2/4))/(1+{per})")
    }

    /// The lower limit of a count: exact (Garwood) below ten, else Byar's, as in `statistics::count_interval`.
    fn fewest(&self, count: &str) -> String {
        let z = &self.z;
        format!(
            "IF({count}>=10,{count}*MAX(0,1-1/(9*{count})-{z}/(3*SQRT({count})))^3,IF({count}<1,0,CHIINV(0.975,2*INT({count}))/2))"
        )
    }

    /// The upper limit of a count.
    fn most(&self, count: &str) -> String {
        let z = &self.z;
        format!(
            "IF({count}>=10,({count}+1)*(1-1/(9*({count}+1))+{z}/(3*SQRT({count}+1)))^3,CHIINV(0.025,2*ROUNDUP({count},0)+2)/2)"
        )
    }
}

/// An operand out of the cells it was read from: value, lowest and highest. `own` names the three cells it stands in itself.
/// Nothing when it was read in a way that is not known here.
pub(super) fn operand(adds_up: bool, cells: &[Spot], own: &[String; 3]) -> Option<[String; 3]> {
    let [_, low, high] = own;
    match cells {
        [cell] => Some([cell.value(), cell.lowest(), cell.highest()]),
        [whole, part] if adds_up => Some([
            format!("MAX(0,{}-{})", whole.value(), part.value()),
            format!("MAX(0,{}-{})", whole.lowest(), part.highest()),
            format!("MAX({low},{}-{})", whole.highest(), part.lowest()),
        ]),
        // Persons do not add up over municipalities: at least the region without the area, at most the others together.
        [whole, part, others @ ..] if !adds_up && !others.is_empty() => {
            let list = |name: fn(Spot) -> String| {
                let names: Vec<String> = others.iter().map(|cell| name(*cell)).collect();
                names.join(",")
            };
            Some([
                format!("({low}+{high})/2"),
                format!(
                    "MAX(0,{}-{},{})",
                    whole.lowest(),
                    part.highest(),
                    list(Spot::lowest)
                ),
                format!(
                    "MAX({low},MIN({},SUM({})))",
                    whole.highest(),
                    list(Spot::highest)
                ),
            ])
        }
        _ => None,
    }
}
