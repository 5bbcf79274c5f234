//! What could be hidden as well, so that less can be worked out.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::disclosure::{Fate, Figures, Knowledge, Support};

/// Worked-out bounds this near are the same.
const SAME: f64 = 1e-3;

/// How a reader came to know what she knows, step by step.
pub(super) struct Trace<'a, 'b> {
    figures: &'a Figures<'b>,
    /// By figure: the bounds that it got, and at which moment.
    steps: Vec<Vec<(usize, (f64, f64))>>,
}

/// An end of the bounds of a figure, as it was before a moment.
#[derive(Clone, Copy)]
struct End {
    variable: usize,
    is_high: bool,
    before: usize,
}

impl<'a, 'b> Trace<'a, 'b> {
    /// Reasons once more, and remembers.
    pub(super) fn of(figures: &'a Figures<'b>) -> Self {
        let system = &figures.system;
        let steps = RefCell::new((0, vec![Vec::new(); figures.fates.len()]));
        // Stopping early or at a contradiction leaves less to tell, and nothing wrong.
        let _ = Knowledge::new(figures.all_known(), system).reason(
            system,
            system.len().saturating_mul(200),
            |variable, low, high| {
                let (moment, by_figure) = &mut *steps.borrow_mut();
                *moment += 1;
                by_figure[variable].push((*moment, (low, high)));
                low <= high
            },
        );
        Self {
            figures,
            steps: steps.into_inner().1,
        }
    }

    /// The figure nearest in the reasoning to what is known of `variable`, that could be hidden in `release`: of those equally near, the
    /// one that is broken down most and then the smallest. `shown` gives the figure of `release` that a figure of this trace is known by.
    pub(super) fn nearest(
        &self,
        variable: usize,
        release: &Figures,
        shown: impl Fn(usize) -> Option<usize>,
    ) -> Option<usize> {
        let mut seen = BTreeSet::new();
        let mut waiting: VecDeque<(usize, End)> = [false, true]
            .map(|is_high| {
                let before = usize::MAX;
                (
                    0,
                    End {
                        variable,
                        is_high,
                        before,
                    },
                )
            })
            .into();
        let mut found: Option<(usize, usize)> = None;
        while let Some((depth, end)) = waiting.pop_front() {
            if found.is_some_and(|(nearest, _)| nearest < depth) {
                break;
            }
            if !seen.insert((end.variable, end.is_high)) {
                continue;
            }
            if let Some(causes) = self.causes(end) {
                waiting.extend(causes.into_iter().map(|cause| (depth + 1, cause)));
            } else if let Some(other) =
                shown(end.variable).filter(|other| !release.is_headline(*other))
                && found.is_none_or(|(_, best)| detail_first(release, other, best).is_lt())
            {
                found = Some((depth, other));
            }
        }
        found.map(|(_, other)| other)
    }

    fn bounds(&self, variable: usize, before: usize) -> (f64, f64) {
        self.steps[variable]
            .iter()
            .take_while(|(moment, _)| *moment < before)
            .last()
            .map_or_else(|| self.figures.known(variable), |(_, bounds)| *bounds)
    }

    fn end(&self, end: End) -> f64 {
        let (low, high) = self.bounds(end.variable, end.before);
        if end.is_high { high } else { low }
    }

    /// The ends from which an end followed: those of the other terms of the shortest relation that tells as much; `None` when it is
    /// known of itself.
    fn causes(&self, end: End) -> Option<Vec<End>> {
        let reached = self.end(end);
        let of = |(low, high): (f64, f64)| if end.is_high { high } else { low };
        if is_same(of(self.figures.known(end.variable)), reached) {
            return None;
        }
        let (moment, _) = self.steps[end.variable]
            .iter()
            .find(|(_, bounds)| is_same(of(*bounds), reached))?;
        let system = &self.figures.system;
        let mut rows: Vec<usize> = system.touching(end.variable).to_vec();
        rows.sort_by_key(|row| system.terms(*row).len());
        rows.into_iter()
            .find_map(|row| self.told_by(row, end, *moment, reached))
    }

    /// The ends of the other terms of a relation, when those tell `reached` of an end.
    fn told_by(&self, row: usize, end: End, before: usize, reached: f64) -> Option<Vec<End>> {
        let system = &self.figures.system;
        let terms = system.terms(row);
        let (_, own) = terms
            .iter()
            .find(|(variable, _)| *variable == end.variable)?;
        // A high end follows from the upper limit when its weight is positive, and from the lower one otherwise.
        let by_upper = (*own > 0.0) == end.is_high;
        let (low, high) = system.limits(row);
        let limit = if by_upper { high } else { low };
        let others: Vec<(f64, End)> = terms
            .iter()
            .filter(|(variable, _)| *variable != end.variable)
            .map(|(variable, weight)| {
                let is_high = (*weight > 0.0) != by_upper;
                let other = End {
                    variable: *variable,
                    is_high,
                    before,
                };
                (weight * self.end(other), other)
            })
            .collect();
        let rest: f64 = others.iter().map(|(term, _)| term).sum();
        let told = (limit - rest) / own;
        let told = if end.is_high {
            (told + SAME).floor()
        } else {
            (told - SAME).ceil()
        };
        (told.is_finite() && (told - reached).abs() <= SAME)
            .then(|| others.into_iter().map(|(_, other)| other).collect())
    }
}

/// Also of bounds without end, which have no difference.
fn is_same(one: f64, other: f64) -> bool {
    one.partial_cmp(&other) == Some(std::cmp::Ordering::Equal)
}

/// A figure that the release shows and that could be hidden: for `Trace::nearest`.
pub(super) fn shown(figures: &Figures) -> impl Fn(usize) -> Option<usize> {
    |variable| Some(variable).filter(|variable| figures.fates[*variable] == Fate::Shown)
}

/// Of what holds a figure in the programmes that gave it away, the shown figure that holds it most. For a hidden figure stands the
/// one that gave its bounds.
pub(super) fn strongest<'a>(
    figures: &Figures,
    trace: &Trace,
    supports: impl IntoIterator<Item = &'a Support>,
) -> Option<usize> {
    let mut weights: BTreeMap<usize, f64> = BTreeMap::new();
    for support in supports {
        let shown_figure = if figures.fates[support.by] == Fate::Shown {
            Some(support.by).filter(|other| !figures.is_headline(*other))
        } else {
            trace.nearest(support.by, figures, shown(figures))
        };
        if let Some(other) = shown_figure {
            *weights.entry(other).or_default() += support.weight;
        }
    }
    // Solvers round: weights this near are the same.
    let of = |weight: f64| (weight / SAME).round();
    weights
        .into_iter()
        .min_by(|(left, left_weight), (right, right_weight)| {
            of(*right_weight)
                .total_cmp(&of(*left_weight))
                .then_with(|| detail_first(figures, *left, *right))
        })
        .map(|(other, _)| other)
}

/// The shown figures nearest to all that holds a figure most, and to itself when nothing is known to: by relations of the measure of each.
pub(super) fn further<'a>(
    figures: &Figures,
    variable: usize,
    supports: impl Iterator<Item = &'a Support> + Clone,
) -> impl Iterator<Item = usize> {
    let most = supports
        .clone()
        .map(|support| support.weight)
        .fold(0.0, f64::max);
    let mut holding: BTreeSet<usize> = supports
        .filter(|support| support.weight >= most / 2.0)
        .map(|support| support.by)
        .collect();
    if holding.is_empty() {
        holding.insert(variable);
    }
    let is_free = |other: usize| figures.fates[other] == Fate::Shown && !figures.is_headline(other);
    let found: BTreeSet<usize> = holding
        .into_iter()
        .filter_map(|other| {
            if is_free(other) {
                Some(other)
            } else {
                nearest_around(figures, other)
            }
        })
        .collect();
    found.into_iter()
}

/// First the figure that is broken down most, and then the smallest.
fn detail_first(figures: &Figures, left: usize, right: usize) -> Ordering {
    let dimensions = |of: usize| figures.layout.name(of).key.margin().dimensions().count();
    dimensions(right).cmp(&dimensions(left)).then_with(|| {
        figures.published[left]
            .partial_cmp(&figures.published[right])
            .unwrap_or(Ordering::Equal)
    })
}

/// The shown figure nearest to `variable` by relations of its measure and year: of those equally near the one that is broken down
/// most, and then the smallest.
pub(super) fn nearest_around(figures: &Figures, variable: usize) -> Option<usize> {
    let system = &figures.system;
    let kind = |variable: usize| {
        let name = figures.layout.name(variable);
        (name.measure, name.key.year)
    };
    let own = kind(variable);
    let mut seen = BTreeSet::from([variable]);
    let mut ring = vec![variable];
    while !ring.is_empty() {
        let rows = ring.iter().flat_map(|of| system.touching(*of));
        let next: BTreeSet<usize> = rows
            .map(|row| system.terms(*row))
            .filter(|terms| terms.iter().all(|(other, _)| kind(*other) == own))
            .flatten()
            .map(|(other, _)| *other)
            .filter(|other| !seen.contains(other))
            .collect();
        let found = next
            .iter()
            .copied()
            .filter(|other| figures.fates[*other] == Fate::Shown && !figures.is_headline(*other))
            .min_by(|left, right| detail_first(figures, *left, *right));
        if found.is_some() {
            return found;
        }
        seen.extend(&next);
        ring = next.into_iter().collect();
    }
    None
}
