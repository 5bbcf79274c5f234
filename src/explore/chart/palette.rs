//! The colours of a chart, read from the style sheet: the one palette of the site.

use web_sys::{Document, Element};

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
    /// Reads the custom properties of the page.
    pub(super) fn read() -> Self {
        Self::of(document().and_then(|document| document.document_element()))
    }

    /// The colours for paper and for pictures: light, whatever the screen.
    pub(super) fn on_paper() -> Self {
        let sheet = document().and_then(|document| {
            let sheet = document.create_element("div").ok()?;
            sheet.set_class_name(ON_PAPER);
            document.body()?.append_child(&sheet).ok()?;
            Some(sheet)
        });
        let palette = Self::of(sheet.clone());
        if let Some(sheet) = sheet {
            sheet.remove();
        }
        palette
    }

    fn of(element: Option<Element>) -> Self {
        let style = element.and_then(|element| {
            let window = web_sys::window()?;
            window.get_computed_style(&element).ok().flatten()
        });
        let colour = |name: &str| {
            let value = style
                .as_ref()
                .and_then(|style| style.get_property_value(name).ok())
                .unwrap_or_default();
            value.trim().to_owned()
        };
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

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
