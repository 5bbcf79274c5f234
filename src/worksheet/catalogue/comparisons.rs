//! Many figures beside each other.

use super::super::answer::Cell;
use super::super::checked::Rows;
use super::super::options::Options;
use super::super::specification::{Column, Kind, Parameter, Refusal, Shape, Specification};
use super::{beyond, ends};
use crate::statistics::{FUNNEL_MOST, benjamini_hochberg, funnel_limits};

pub(super) const FUNNEL: Specification = Specification {
    name: "funnel",
    title: "Control limits of a funnel plot of shares, at 95 % and 99.8 %.",
    input: &[
        Column::new("events", Kind::Count, "units with the event").within("n"),
        Column::new("n", Kind::Size, "units, up to a thousand million"),
    ],
    output: &[
        ("share", "events / n"),
        (
            "target",
            "what --target says, else all events of the group / all units of the group",
        ),
        (
            "lower_95",
            "with a true share of target it is lower only 1 in 40 times",
        ),
        ("upper_95", "higher only 1 in 40 times"),
        ("lower_998", "lower only 1 in 1000 times"),
        ("upper_998", "higher only 1 in 1000 times"),
        (
            "position",
            "within, or above 95, below 95, above 998, below 998: the widest limits that share is outside of",
        ),
    ],
    formula: "The limit at p is (r − a) / n, with R binomial of n units with probability target, r the smallest count for which \
              P(R ≤ r) ≥ p, and a = (P(R ≤ r) − p) / P(R = r); for p = 0.025, 0.975, 0.001 and 0.999. Limits are cut to 0 and 1; one that \
              would pass the target, with hardly any events expected, is the target. Overdispersion is not taken into account.",
    source: "D.J. Spiegelhalter, Funnel plots for comparing institutional performance, Stat. Med. 24, 2005, 1185-1202, appendix A.1.1.",
    parameters: &[Parameter::Target, Parameter::Group],
    shape: Shape::RowInGroup,
    example: "area,events,n\nA,30,300\nB,45,250\nC,8,150\n",
    calculate: funnel_rows,
};

fn funnel_rows(rows: &Rows<'_>, options: &Options) -> Result<Vec<Vec<Cell>>, Refusal> {
    let pairs = rows.pairs("events", "n");
    let events: f64 = pairs.iter().map(|(events, _)| events).sum();
    let all: f64 = pairs.iter().map(|(_, n)| n).sum();
    let target = options.target.unwrap_or(events / all);
    let of = |(row, (events, n)): (usize, (f64, f64))| {
        let limits = |outside: f64| {
            let units = n.to_string().parse().ok();
            units
                .and_then(|units| funnel_limits(units, target, outside))
                .ok_or_else(|| Refusal {
                    row,
                    column: "n",
                    advice: format!("is more than {FUNNEL_MOST}, up to which limits are computed; write n in units, not in parts of them"),
                })
        };
        let (inner, outer) = (limits(0.05)?, limits(0.002)?);
        let share = events / n;
        let position = if share > outer.hi() {
            "above 998"
        } else if share < outer.lo() {
            "below 998"
        } else if share > inner.hi() {
            "above 95"
        } else if share < inner.lo() {
            "below 95"
        } else {
            "within"
        };
        let mut cells = vec![Cell::from(share), target.into()];
        cells.extend(ends(Some(inner)));
        cells.extend(ends(Some(outer)));
        cells.push(position.into());
        Ok(cells)
    };
    pairs.into_iter().enumerate().map(of).collect()
}

pub(super) const FDR: Specification = Specification {
    name: "fdr",
    title: "P values adjusted for their number, so that few of what is claimed is false: Benjamini-Hochberg.",
    input: &[Column::new("p", Kind::Probability, "p value of one test").also(&["p_value"])],
    output: &[(
        "adjusted_p",
        "claim what is at or below 0.05 here, and on average at most 1 in 20 claims is false",
    )],
    formula: "With the p values of a group in order, p(1) ≤ ... ≤ p(m): adjusted p(i) is the least of m p(j) / j over j ≥ i, at most 1. For \
              tests that are independent or go together.",
    source: "Y. Benjamini & Y. Hochberg, J. R. Stat. Soc. B 57, 1995, 289-300. The same as p.adjust(p, \"BH\") of R.",
    parameters: &[Parameter::Group],
    shape: Shape::RowInGroup,
    example: "area,p\nA,0.01\nB,0.04\nC,0.03\nD,0.2\n",
    calculate: fdr_rows,
};

fn fdr_rows(rows: &Rows<'_>, _: &Options) -> Result<Vec<Vec<Cell>>, Refusal> {
    let adjusted = benjamini_hochberg(&rows.numbers("p")).ok_or_else(|| beyond(0, "p"))?;
    Ok(adjusted.into_iter().map(|p| vec![p.into()]).collect())
}
