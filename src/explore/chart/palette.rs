//! The colours of a chart, read from the style sheet: the one palette of the site.

use wasm_bindgen::JsCast;
use web_sys::{CssStyleDeclaration, HtmlElement};

/// Colours and type, for the scheme the reader has now.
pub(super) struct Palette {
    pub(super) ink: String,
    pub(super) muted: String,
    pub(super) line: String,
    pub(super) accent: String,
    pub(super) band: String,
    pub(super) rest: String,
    pub(super) hatch: String,
    pub(super) note: String,
    pub(super) note_wash: String,
    pub(super) paper: String,
}

/// The class within which the palette is the light one, whatever scheme the reader has.
const ON_PAPER: &str = "on-paper";

impl Palette {
    /// Reads the palette of the page, as an element of it would show it.
    pub(super) fn read() -> Self {
        Self::of(Probe::new("").as_ref())
    }

    /// The colours for paper and for pictures: light, whatever the screen.
    pub(super) fn on_paper() -> Self {
        Self::of(Probe::new(ON_PAPER).as_ref())
    }

    fn of(probe: Option<&Probe>) -> Self {
        let colour = |name: &str| probe.and_then(|probe| probe.read(name)).unwrap_or_default();
        Self {
            ink: colour("--monitor-ink"),
            muted: colour("--monitor-muted"),
            line: colour("--monitor-line"),
            accent: colour("--monitor-accent"),
            band: colour("--monitor-band"),
            rest: colour("--monitor-rest"),
            hatch: colour("--monitor-hatch"),
            note: colour("--monitor-note"),
            note_wash: colour("--monitor-note-wash"),
            paper: colour("--monitor-paper"),
        }
    }
}

/// An element that is never seen: a custom property is only a colour once something has it.
struct Probe {
    element: HtmlElement,
    computed: CssStyleDeclaration,
}

impl Probe {
    fn new(class: &str) -> Option<Self> {
        let window = web_sys::window()?;
        let document = window.document()?;
        let element: HtmlElement = document.create_element("span").ok()?.dyn_into().ok()?;
        element.set_class_name(class);
        element.set_hidden(true);
        element
            .style()
            .set_property("forced-color-adjust", "none")
            .ok()?;
        document.body()?.append_child(&element).ok()?;
        let computed = window.get_computed_style(&element).ok().flatten()?;
        Some(Self { element, computed })
    }

    fn read(&self, name: &str) -> Option<String> {
        self.element
            .style()
            .set_property("color", &format!("var({name})"))
            .ok()?;
        self.computed
            .get_property_value("color")
            .ok()
            .map(|colour| for_plotly(&colour))
    }
}

impl Drop for Probe {
    fn drop(&mut self) {
        self.element.remove();
    }
}

/// Plotly reads `rgba(...)`; a mixed colour is computed as `color(srgb 0.1 0.2 0.3 / 0.4)`.
fn for_plotly(colour: &str) -> String {
    let inside = colour
        .strip_prefix("color(srgb ")
        .and_then(|rest| rest.strip_suffix(')'));
    let parts: Vec<f64> = inside
        .into_iter()
        .flat_map(|inside| inside.split([' ', '/']))
        .filter_map(|part| part.parse().ok())
        .collect();
    match parts.as_slice() {
        [red, green, blue, alpha @ ..] => {
            let byte = |part: &f64| (part * 255.0).round();
            let alpha = alpha.first().copied().unwrap_or(1.0);
            format!(
                "rgba({}, {}, {}, {alpha})",
                byte(red),
                byte(green),
                byte(blue)
            )
        }
        _ => colour.to_owned(),
    }
}
