//! Charts: what is drawn (a [`Drawing`]), how Plotly is told to draw it, and the element it is drawn in.

mod drawing;
mod palette;
mod picture;
mod plot;
mod plotly_js;
mod walk;

use js_sys::Promise;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;

pub(super) use drawing::{Bar, Drawing, TimePoint};
pub(super) use picture::{picture, picture_of_map};

use super::appearance::appearance;
use super::context::say;
use crate::sentence::text;
use palette::Palette;
use walk::Walk;

/// The texts of a chart; without them there is no chart.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ChartTexts {
    title: String,
    description: String,
}

impl ChartTexts {
    /// The finding, and the chart in words.
    pub(super) fn new(title: &str, description: &str) -> Self {
        Self {
            title: title.to_owned(),
            description: description.to_owned(),
        }
    }

    /// The finding.
    pub(super) fn title(&self) -> &str {
        &self.title
    }

    /// What the description adds to the finding.
    pub(super) fn remark(&self) -> &str {
        let rest = self.description.strip_prefix(&self.title);
        rest.unwrap_or(&self.description)
            .trim_start_matches(['.', ' '])
    }

    /// The chart in words.
    pub(super) fn description(&self) -> &str {
        &self.description
    }
}

/// A Plotly chart, redrawn when its drawing, its width or the colours of the page change; by keyboard one walks through it.
#[component]
pub(super) fn Chart(texts: Memo<ChartTexts>, drawing: Memo<Drawing>) -> impl IntoView {
    let element = NodeRef::<html::Div>::new();
    let state = RwSignal::new(State::Waiting);
    // How many drawings were asked for, and which of them is on the screen.
    let (asked, shown) = (RwSignal::new(0_u32), RwSignal::new(0_u32));
    let redraw = Trigger::new();
    on_resize(redraw);
    let appearance = appearance();
    let printing = printing();
    // Drawing is an edge: nothing on the screen is derived from it.
    Effect::new(move |_| {
        redraw.track();
        appearance.track();
        let drawing = drawing.get();
        let Some(element) = element.get() else {
            return;
        };
        let on_paper = printing.get();
        let number = asked.get_untracked() + 1;
        asked.set(number);
        spawn_local(async move {
            if !on_paper {
                // First the words and the table: the reader's own action must not wait for a drawing.
                after_paint().await;
                if asked.try_get_untracked() != Some(number) {
                    return;
                }
            }
            let plot = if on_paper {
                let size = (PAPER, drawing.height_printed());
                plot::on_paper(&drawing, &Palette::on_paper(), size)
            } else {
                let width = f64::from(element.client_width());
                plot::plot(&drawing, &Palette::read(), width)
            };
            let drawn = plotly_js::draw(&element, &plot).await;
            let _ = shown.try_set(number);
            // The page may have moved on while Plotly was on its way.
            let _ = state.try_set(if drawn.is_ok() {
                State::Drawn
            } else {
                State::Failed
            });
        });
    });
    let code = move || match state.get() {
        State::Drawn if shown.get() != asked.get() => "tekent",
        state => state.code(),
    };
    let height = move || drawing.with(Drawing::height_class);
    view! {
        <div class="chart" data-staat=code>
            <div role="img" aria-label=move || texts.with(|texts| texts.description.clone())>
                <div class=move || format!("plot {}", height()) node_ref=element aria-hidden="true"></div>
            </div>
            {move || match state.get() {
                State::Waiting => view! { <p class="waiting" aria-hidden="true">{say(text::DRAWING)}</p> }.into_any(),
                State::Failed => view! { <p class="trouble">{say(text::NO_CHART)}</p> }.into_any(),
                State::Drawn => view! { <Walk drawing plot=element /> }.into_any(),
            }}
        </div>
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Waiting,
    Drawn,
    Failed,
}

impl State {
    fn code(self) -> &'static str {
        match self {
            Self::Waiting => "wacht",
            Self::Drawn => "getekend",
            Self::Failed => "mislukt",
        }
    }
}

/// When the browser has painted what is on the page now.
async fn after_paint() {
    let painted = Promise::new(&mut |resolve, _| {
        let Some(window) = web_sys::window() else {
            let _ = resolve.call0(&wasm_bindgen::JsValue::NULL);
            return;
        };
        let behind = window.clone();
        let next = Closure::once_into_js(move || {
            let _ = behind.set_timeout_with_callback(&resolve);
        });
        let _ = window.request_animation_frame(next.unchecked_ref());
    });
    let _ = JsFuture::from(painted).await;
}

/// The width of a printed chart in pixels: that of A4 or letter between the margins of the style sheet.
const PAPER: usize = 660;

/// Whether the page is being printed. Drawing is done before the browser makes its pages: it waits for nothing but promises.
fn printing() -> RwSignal<bool> {
    let printing = RwSignal::new(false);
    for (name, value) in [("beforeprint", true), ("afterprint", false)] {
        let handle = window_event_listener_untyped(name, move |_| printing.set(value));
        on_cleanup(move || handle.remove());
    }
    printing
}

fn on_resize(redraw: Trigger) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let listener = Closure::<dyn Fn()>::new(move || redraw.notify()).into_js_value();
    let callback: js_sys::Function = listener.unchecked_into();
    let _ = window.add_event_listener_with_callback("resize", &callback);
    let (callback, window) = (SendWrapper::new(callback), SendWrapper::new(window));
    on_cleanup(move || {
        let _ = window.remove_event_listener_with_callback("resize", &callback);
    });
}

use leptos::__reexports::send_wrapper::SendWrapper;
