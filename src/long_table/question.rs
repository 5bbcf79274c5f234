//! The four questions of the contract: what they group by, and the columns of their answers.

use super::lattice::Axes;
use super::sums::{COUNT, Cells};
use super::table::{Dimension, Measure};

/// A question that a long table answers. Each takes any filter on any dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// All sums by year.
    Years,
    /// All sums by year and care form.
    Forms,
    /// Cost by provider, the highest first, with the share of each and that of the first few together.
    Providers,
    /// By municipality and year: outflow, days and drop-outs, with days per outflow and drop-outs per outflow.
    Durations,
}

impl Question {
    /// In the order of the contract: the first is Q1.
    pub const ALL: [Self; 4] = [Self::Years, Self::Forms, Self::Providers, Self::Durations];

    /// The dimensions with which each row of its answer begins.
    pub fn groups(self) -> &'static [Dimension] {
        match self {
            Self::Years => &[Dimension::Jaar],
            Self::Forms => &[Dimension::Jaar, Dimension::Zorgvorm],
            Self::Providers => &[Dimension::Aanbieder],
            Self::Durations => &[Dimension::Gemeente, Dimension::Jaar],
        }
    }

    /// What it needs with the filters that the contract names.
    pub(super) fn usual_axes(self) -> Axes {
        let groups = Axes::of(self.groups());
        match self {
            Self::Years => groups.with(Dimension::Gemeente),
            Self::Forms => groups
                .with(Dimension::Gemeente)
                .with(Dimension::Leeftijdsgroep),
            Self::Providers => groups,
            Self::Durations => groups.with(Dimension::Verwijzer),
        }
    }

    /// The answer, row after row: the codes of its groups and then its numbers, `NaN` where one is not known or cannot be
    /// calculated. Groups without rows are left out. `first` is how many providers count as the first.
    pub(super) fn answer(self, cells: &Cells, sizes: &[usize], first: usize) -> Vec<f64> {
        let filled = (0..cells.sums.len()).filter(|cell| cells.sums[*cell][COUNT] > 0.0);
        if self == Self::Providers {
            return providers(cells, filled, first);
        }
        let inner = sizes.last().copied().unwrap_or(1);
        let mut out = Vec::new();
        for cell in filled {
            if sizes.len() > 1 {
                out.push((cell / inner) as f64);
            }
            out.push((cell % inner) as f64);
            let sum = |measure: Measure| cells.sum(cell, measure.lane());
            if self == Self::Durations {
                let (ended, days, dropped) = (
                    sum(Measure::Uitstroom),
                    sum(Measure::DuurDagenSom),
                    sum(Measure::Uitval),
                );
                out.extend([
                    ended,
                    days,
                    dropped,
                    ratio(days, ended),
                    ratio(dropped, ended),
                ]);
            } else {
                out.extend(Measure::ALL.map(sum));
            }
        }
        out
    }
}

fn providers(cells: &Cells, filled: impl Iterator<Item = usize>, first: usize) -> Vec<f64> {
    let mut costs: Vec<(usize, f64)> = filled
        .map(|cell| (cell, cells.sum(cell, Measure::Kosten.lane())))
        .collect();
    // What is not known comes last.
    let rank = |cost: f64| {
        if cost.is_nan() {
            f64::NEG_INFINITY
        } else {
            cost
        }
    };
    costs.sort_by(|one, other| {
        rank(other.1)
            .total_cmp(&rank(one.1))
            .then(one.0.cmp(&other.0))
    });
    let total_of = |costs: &[(usize, f64)]| -> f64 {
        costs
            .iter()
            .map(|(_, cost)| *cost)
            .filter(|cost| !cost.is_nan())
            .sum()
    };
    let total = total_of(&costs);
    let share = ratio(total_of(&costs[..first.min(costs.len())]), total);
    costs
        .iter()
        .flat_map(|(provider, cost)| [*provider as f64, *cost, ratio(*cost, total), share])
        .collect()
}

fn ratio(part: f64, whole: f64) -> f64 {
    if whole == 0.0 { f64::NAN } else { part / whole }
}
