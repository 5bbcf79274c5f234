//! The chart as a picture: drawn once more outside of the page, in light colours and a fixed size.

use wasm_bindgen::JsValue;

use super::drawing::Drawing;
use super::palette::Palette;
use super::{ChartTexts, plot, plotly_js};
use crate::answer::{About, Inks, MapDrawing, MapInks, Picture};
use crate::vocabulary::Language;

/// Draws the picture. `legend` tells what the lines and dots mean.
///
/// # Errors
/// When Plotly cannot be fetched or cannot draw.
pub(in crate::explore) async fn picture(
    drawing: &Drawing,
    texts: &ChartTexts,
    about: &About,
    legend: &[&str],
) -> Result<Picture, JsValue> {
    let palette = Palette::on_paper();
    let size = (Picture::DRAWING, drawing.height_in_picture());
    let plot = plot::on_paper(drawing, &palette, size);
    let svg = plotly_js::svg(&plot, size).await?;
    Ok(Picture::new(
        about,
        legend,
        texts.description(),
        (svg.as_str(), size.1 as f64),
        &inks(palette),
        drawing.language,
    ))
}

/// A map with the same around it.
pub(in crate::explore) fn picture_of_map(
    map: &MapDrawing,
    texts: &ChartTexts,
    about: &About,
    legend: &[&str],
    language: Language,
) -> Picture {
    let palette = Palette::on_paper();
    let (svg, height) = map.svg(MapInks {
        ink: &palette.ink,
        edge: &palette.rest,
        accent: &palette.accent,
    });
    let words = texts.description();
    Picture::new(
        about,
        legend,
        words,
        (&svg, height),
        &inks(palette),
        language,
    )
}

fn inks(palette: Palette) -> Inks {
    Inks {
        ink: palette.ink,
        muted: palette.muted,
        line: palette.line,
        note: palette.note,
        note_wash: palette.note_wash,
        paper: palette.paper,
    }
}
