//! Walking through the points of a chart by keyboard: where one stands, what is said there, and where the ring is drawn.

use js_sys::{Function, Reflect};
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlDivElement;

use super::drawing::{Drawing, FunnelMark, Marks};
use crate::explore::context::say;
use crate::indicator::Outcome;
use crate::sentence::{Spot, funnel_words, point_words, text};

/// A point or bar.
#[derive(Clone, PartialEq)]
struct Stop {
    x: f64,
    /// Nothing for what stands on the axis.
    y: Option<f64>,
    words: String,
}

/// A place in the walk: which line (the area, then the rest of the region), and which of its stops.
type Place = (usize, usize);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    On(isize),
    Line(isize),
    First,
    Last,
    Leave,
}

/// The step of a key: along the axis of the chart, or across it to the other line.
fn step(key: &str, is_bars: bool) -> Option<Step> {
    Some(match (key, is_bars) {
        ("ArrowRight", false) | ("ArrowDown", true) => Step::On(1),
        ("ArrowLeft", false) | ("ArrowUp", true) => Step::On(-1),
        ("ArrowDown", false) | ("ArrowRight", true) => Step::Line(1),
        ("ArrowUp", false) | ("ArrowLeft", true) => Step::Line(-1),
        ("Home", _) => Step::First,
        ("End", _) => Step::Last,
        ("Escape", _) => Step::Leave,
        _ => return None,
    })
}

/// Where a step leads; the ends hold. The first step of a walk goes to the end it points away from.
fn led(at: Option<Place>, step: Step, lengths: &[usize]) -> Option<Place> {
    let last = |line: usize| {
        lengths
            .get(line)
            .map_or(0, |length| length.saturating_sub(1))
    };
    let Some((line, stop)) = at else {
        return match step {
            Step::Leave => None,
            Step::Last | Step::On(-1) => Some((0, last(0))),
            Step::First | Step::On(_) | Step::Line(_) => Some((0, 0)),
        };
    };
    Some(match step {
        Step::Leave => return None,
        Step::First => (line, 0),
        Step::Last => (line, last(line)),
        Step::On(by) => (line, stop.saturating_add_signed(by).min(last(line))),
        Step::Line(by) => {
            let line = line
                .saturating_add_signed(by)
                .min(lengths.len().saturating_sub(1));
            (line, stop.min(last(line)))
        }
    })
}

/// Where an outcome is drawn on the axis of values: a hidden one in the middle of its box.
fn level(outcome: &Outcome) -> Option<f64> {
    match outcome {
        Outcome::Figure(figure) => Some(figure.value),
        Outcome::Hidden { within, .. } => Some(f64::midpoint(within.lo(), within.hi())),
        Outcome::StructuralZero => Some(0.0),
        Outcome::Missing(_) => None,
    }
}

/// The lines of a chart: first the area, then the rest of the region if there is one.
fn lines(drawing: &Drawing) -> Vec<Vec<Stop>> {
    let say = |area: &str, what: &str, provisional: bool, outcome: &Outcome| {
        let spot = Spot {
            area,
            what,
            provisional,
        };
        point_words(spot, outcome, &drawing.shown, drawing.language)
    };
    let (own, rest) = (drawing.area.as_str(), drawing.rest_label());
    let lines: [Vec<Stop>; 2] = match &drawing.marks {
        Marks::None => Default::default(),
        Marks::Time { points, .. } => {
            let stop = |area: &str, year: u16, provisional: bool, outcome: &Outcome| Stop {
                x: f64::from(year),
                y: level(outcome),
                words: say(area, &year.to_string(), provisional, outcome),
            };
            [
                points
                    .iter()
                    .map(|point| stop(own, point.year, point.provisional, &point.own))
                    .collect(),
                points
                    .iter()
                    .filter_map(|point| {
                        Some(stop(
                            rest,
                            point.year,
                            point.provisional,
                            point.rest.as_ref()?,
                        ))
                    })
                    .collect(),
            ]
        }
        Marks::Funnel { points, size, .. } => {
            let mut by_size: Vec<&FunnelMark> = points.iter().collect();
            by_size.sort_by(|one, other| one.size.total_cmp(&other.size));
            let stop = |point: &FunnelMark| Stop {
                // The axis of sizes is logarithmic.
                x: point.size.log10(),
                y: Some(point.value),
                words: funnel_words(
                    (&point.name, point.value, &drawing.shown),
                    (point.size, size),
                    point.standing,
                    drawing.language,
                ),
            };
            [by_size.into_iter().map(stop).collect(), Vec::new()]
        }
        Marks::Bars(bars, _) => {
            let stop = |area: &str, index: usize, label: &str, outcome: &Outcome| Stop {
                x: level(outcome).unwrap_or(0.0),
                y: Some((bars.len() - 1 - index) as f64),
                words: match drawing.year {
                    Some((year, provisional)) => {
                        say(area, &format!("{label}, {year}"), provisional, outcome)
                    }
                    None => say(area, label, false, outcome),
                },
            };
            [
                bars.iter()
                    .enumerate()
                    .map(|(index, bar)| stop(own, index, &bar.label, &bar.own))
                    .collect(),
                bars.iter()
                    .enumerate()
                    .filter_map(|(index, bar)| {
                        Some(stop(rest, index, &bar.label, bar.rest.as_ref()?))
                    })
                    .collect(),
            ]
        }
    };
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

/// Where a stop stands within the element, in pixels, as Plotly has scaled it; never past the edge.
fn pixels(element: &HtmlDivElement, stop: &Stop) -> Option<(f64, f64)> {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &JsValue::from_str(name)).ok();
    let layout = get(element, "_fullLayout")?;
    let place = |name: &str, value: Option<f64>| {
        let axis = get(&layout, name)?;
        let (offset, length) = (
            get(&axis, "_offset")?.as_f64()?,
            get(&axis, "_length")?.as_f64()?,
        );
        let along = match value {
            Some(value) => {
                let scale: Function = get(&axis, "l2p")?.dyn_into().ok()?;
                scale
                    .call1(&axis, &JsValue::from_f64(value))
                    .ok()?
                    .as_f64()?
            }
            None => length,
        };
        Some(offset + along.clamp(0.0, length))
    };
    Some((place("xaxis", Some(stop.x))?, place("yaxis", stop.y)?))
}

/// What takes the keys, above the chart but not in the way of a pointer.
#[component]
pub(super) fn Walk(drawing: Memo<Drawing>, plot: NodeRef<html::Div>) -> impl IntoView {
    let at = RwSignal::new(None::<Place>);
    let stops = Memo::new(move |_| drawing.with(lines));
    // Another chart is another walk.
    Effect::new(move |_| {
        drawing.track();
        at.set(None);
    });
    let stand = move || {
        let (line, stop) = at.get()?;
        stops.with(|lines| lines.get(line)?.get(stop).cloned())
    };
    let place = move || pixels(&plot.get()?, &stand()?);
    let words = move || stand().map(|stop| stop.words);
    let walk = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let is_bars = drawing.with_untracked(|drawing| matches!(drawing.marks, Marks::Bars(..)));
        let Some(step) = step(&event.key(), is_bars) else {
            return;
        };
        event.prevent_default();
        let lengths: Vec<usize> =
            stops.with_untracked(|lines| lines.iter().map(Vec::len).collect());
        at.set(led(at.get_untracked(), step, &lengths).filter(|_| !lengths.is_empty()));
    };
    let px = |value: f64| format!("{value:.1}px");
    view! {
        <div
            class="walk"
            role="application"
            tabindex="0"
            aria-label=say(text::WALK)
            aria-describedby="loop-uitleg"
            on:keydown=walk
            on:blur=move |_| at.set(None)
        >
            {move || place().map(|(x, y)| view! { <span class="ring" style:left=px(x) style:top=px(y)></span> })}
        </div>
        <div class="spoken">
            <p id="loop-uitleg" class:visually-hidden=move || at.get().is_some()>{say(text::WALK_HOW)}</p>
            <p id="gesproken" role="status">{words}</p>
        </div>
    }
}
