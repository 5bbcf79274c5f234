//! The colours of a chart, read from the style sheet: the one palette of the site.

/// Colours and type, for the scheme the reader has now.
pub(super) struct Palette {
    pub(super) ink: String,
    pub(super) muted: String,
    pub(super) line: String,
    pub(super) accent: String,
    pub(super) band: String,
    pub(super) rest: String,
    pub(super) hatch: String,
    pub(super) paper: String,
}

impl Palette {
    /// Reads the custom properties of the page.
    pub(super) fn read() -> Self {
        let window = web_sys::window();
        let style = window.as_ref().and_then(|window| {
            let root = window.document()?.document_element()?;
            window.get_computed_style(&root).ok().flatten()
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
            paper: colour("--monitor-paper"),
        }
    }
}
