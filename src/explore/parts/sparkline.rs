//! The small line on a tile: the area against the rest of the region. Lines stop at a break; a hidden figure is a box over
//! what it may be, so that the drawing gives nothing away either.

use leptos::prelude::*;

use crate::indicator::{Outcome, Series};
use crate::release::{AreaId, Region};
use crate::sentence;

const WIDTH: f64 = 246.0;
const HEIGHT: f64 = 56.0;
const PAD: f64 = 6.0;

/// The first years after a break: in the area's own series, and in that of the rest.
pub(in crate::explore) struct Breaks {
    own: Vec<u16>,
    rest: Vec<u16>,
}

impl Breaks {
    pub(in crate::explore) fn of(region: &Region, area: AreaId) -> Self {
        Self {
            own: region.breaks_in(area).map(|entry| entry.from).collect(),
            rest: region
                .breaks_outside(area)
                .map(|entry| entry.from)
                .collect(),
        }
    }
}

/// Draws a series with a dot at the year that the tile is about; decoration only, for the tile says the same in words.
pub(in crate::explore) fn sparkline(
    series: &Series,
    year: u16,
    breaks: &Breaks,
) -> impl IntoView + use<> {
    let (own_breaks, rest_breaks) = (breaks.own.as_slice(), breaks.rest.as_slice());
    let Some(scale) = Scale::of(series) else {
        return view! { <svg class="spark" viewBox=format!("0 0 {WIDTH} {HEIGHT}") aria-hidden="true"></svg> }.into_any();
    };
    let own = scale.paths(
        series
            .points
            .iter()
            .map(|point| (point.year, Some(&point.own))),
        own_breaks,
    );
    let rest = scale.paths(
        series
            .points
            .iter()
            .map(|point| (point.year, point.rest.as_ref())),
        rest_breaks,
    );
    let has_rest = series.points.iter().any(|point| point.rest.is_some());
    let rules = own_breaks
        .iter()
        .chain(
            rest_breaks
                .iter()
                .filter(|year| has_rest && !own_breaks.contains(year)),
        )
        .filter(|year| **year > scale.first)
        .map(|year| {
            let x = scale.x(f64::from(*year) - 0.5);
            view! { <line class="spark-break" x1=x x2=x y1="0" y2=HEIGHT /> }
        })
        .collect_view();
    let boxes = series
        .points
        .iter()
        .filter_map(|point| match &point.own {
            Outcome::Hidden { within, secondary } => {
                let (top, bottom) = (scale.y(within.hi()), scale.y(within.lo()));
                let x = scale.x(f64::from(point.year)) - 7.0;
                let class = if *secondary { "spark-secondary" } else { "spark-hidden" };
                Some(view! { <rect class=class x=x y=top width="14" height=(bottom - top).max(4.0) /> }.into_any())
            }
            outcome => {
                let sign = sentence::mark(outcome.status().filter(|_| point.year >= scale.first)?).sign;
                let x = scale.x(f64::from(point.year));
                (!sign.is_empty()).then(|| view! { <text class="spark-sign" x=x y=HEIGHT - 2.0>{sign}</text> }.into_any())
            }
        })
        .collect_view();
    let value = series
        .at(year)
        .and_then(|point| Some(point.own.figure()?.value));
    let dot = value.map(|value| view! { <circle class="spark-dot" cx=scale.x(f64::from(year)) cy=scale.y(value) r="4" /> });
    view! {
        <svg class="spark" viewBox=format!("0 0 {WIDTH} {HEIGHT}") aria-hidden="true">
            {rules} {boxes}
            {rest.into_iter().map(|path| view! { <path class="spark-rest" d=path /> }).collect_view()}
            {own.into_iter().map(|path| view! { <path class="spark-own" d=path /> }).collect_view()}
            {dot}
        </svg>
    }
    .into_any()
}

struct Scale {
    first: u16,
    last: u16,
    low: f64,
    high: f64,
}

impl Scale {
    fn of(series: &Series) -> Option<Self> {
        // From the first year of which anything is known: some figures are younger than the others.
        let is_known = |outcome: &Outcome| outcome.within().is_some();
        let known = series
            .points
            .iter()
            .find(|point| is_known(&point.own) || point.rest.as_ref().is_some_and(is_known));
        let (first, last) = (known?.year, series.points.last()?.year);
        let mut values = Vec::new();
        for point in &series.points {
            for outcome in [Some(&point.own), point.rest.as_ref()]
                .into_iter()
                .flatten()
            {
                match outcome {
                    Outcome::Figure(figure) => values.push(figure.value),
                    Outcome::Hidden { within, .. } => values.extend([within.lo(), within.hi()]),
                    Outcome::StructuralZero => values.push(0.0),
                    Outcome::Missing(_) => {}
                }
            }
        }
        let low = values.iter().copied().reduce(f64::min)?;
        let high = values.iter().copied().reduce(f64::max)?;
        // Ordinary differences between years should not look like a landslide: the line spans at least a tenth of its level.
        let slack = ((high.abs() * 0.1 - (high - low)) / 2.0).max(0.0);
        Some(Self {
            first,
            last,
            low: low - slack,
            high: high + slack,
        })
    }

    fn x(&self, year: f64) -> f64 {
        let span = f64::from(self.last - self.first).max(1.0);
        PAD + (year - f64::from(self.first)) / span * (WIDTH - 2.0 * PAD)
    }

    fn y(&self, value: f64) -> f64 {
        let span = self.high - self.low;
        if span <= 0.0 {
            HEIGHT / 2.0
        } else {
            HEIGHT - PAD - (value - self.low) / span * (HEIGHT - 2.0 * PAD)
        }
    }

    /// One path per stretch between breaks and gaps.
    fn paths<'a>(
        &self,
        points: impl Iterator<Item = (u16, Option<&'a Outcome>)>,
        breaks: &[u16],
    ) -> Vec<String> {
        let mut stretches: Vec<Vec<(u16, f64)>> = vec![Vec::new()];
        for (year, outcome) in points {
            if breaks.contains(&year) {
                stretches.push(Vec::new());
            }
            match outcome.and_then(Outcome::figure) {
                Some(figure) => {
                    if let Some(stretch) = stretches.last_mut() {
                        stretch.push((year, figure.value));
                    }
                }
                None => stretches.push(Vec::new()),
            }
        }
        stretches
            .iter()
            .filter(|stretch| stretch.len() > 1)
            .map(|stretch| {
                let steps: Vec<String> = stretch
                    .iter()
                    .map(|(year, value)| {
                        format!("{:.1} {:.1}", self.x(f64::from(*year)), self.y(*value))
                    })
                    .collect();
                format!("M{}", steps.join(" L"))
            })
            .collect()
    }
}
