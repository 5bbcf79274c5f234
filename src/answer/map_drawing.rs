//! The map of municipalities as a drawing for a picture: shapes with their names and figures, in colours that are given.

use std::fmt::Write;

use super::Picture;
use super::picture::escaped;

/// How high a drawing may be in pixels.
const MOST: f64 = 620.0;

/// The outline of a municipality.
#[derive(Clone, Debug, PartialEq)]
pub enum MapShape {
    /// A square tile: left, top and side.
    Tile(f64, f64, f64),
    /// The data of an SVG path.
    Path(String),
}

/// A municipality on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapPlace {
    /// Its outline.
    pub shape: MapShape,
    /// The middle of its words, and the foot of their first line.
    pub at: (f64, f64),
    /// Its name, on one line or two.
    pub name: Vec<String>,
    /// Its figure, with an arrow where it differs from the rest.
    pub amount: String,
    /// Whether it differs from the rest of the region by more than chance.
    pub differs: bool,
    /// Whether it is the chosen one.
    pub chosen: bool,
}

/// A map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapDrawing {
    /// Width and height of what is drawn.
    pub size: (f64, f64),
    /// The municipalities.
    pub places: Vec<MapPlace>,
}

/// The colours of a map.
#[derive(Clone, Copy, Debug)]
pub struct MapInks<'a> {
    /// Of words, and around the chosen municipality.
    pub ink: &'a str,
    /// Around the others.
    pub edge: &'a str,
    /// Of those that differ.
    pub accent: &'a str,
}

impl MapDrawing {
    /// As an SVG as wide as the drawing in a picture, and its height.
    pub fn svg(&self, inks: MapInks<'_>) -> (String, f64) {
        let (width, height) = (self.size.0 + 4.0, self.size.1 + 4.0);
        let page = Picture::DRAWING as f64;
        // A small map keeps its size and stands to the left; a large one is made to fit.
        let scale = (page / width).min(MOST / height).min(1.0);
        let (across, down) = (page / scale, height);
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{page}\" height=\"{:.0}\" viewBox=\"-2 -2 {across:.1} {down:.1}\">",
            height * scale
        );
        for place in &self.places {
            place.draw(&mut svg, inks);
        }
        svg.push_str("</svg>");
        (svg, (height * scale).round())
    }
}

impl MapPlace {
    // Writing to a String cannot fail: hence the results that are let go.
    fn draw(&self, svg: &mut String, inks: MapInks<'_>) {
        let (edge, thick) = match (self.chosen, self.differs) {
            (true, _) => (inks.ink, 3),
            (false, true) => (inks.accent, 1),
            (false, false) => (inks.edge, 1),
        };
        let fill = if self.differs {
            format!("fill=\"{}\" fill-opacity=\"0.15\"", inks.accent)
        } else {
            "fill=\"none\"".to_owned()
        };
        let look = format!("{fill} stroke=\"{edge}\" stroke-width=\"{thick}\"");
        let _ = match &self.shape {
            MapShape::Tile(x, y, side) => write!(
                svg,
                "<rect x=\"{x}\" y=\"{y}\" width=\"{side}\" height=\"{side}\" rx=\"6\" {look}/>"
            ),
            MapShape::Path(path) => {
                write!(svg, "<path d=\"{path}\" fill-rule=\"evenodd\" {look}/>")
            }
        };
        let mut y = self.at.1;
        for line in &self.name {
            self.word(svg, (line, 14, 400), y, inks.ink);
            y += 17.0;
        }
        self.word(svg, (&self.amount, 18, 650), y + 8.0, inks.ink);
    }

    fn word(&self, svg: &mut String, (words, size, weight): (&str, u8, u16), y: f64, ink: &str) {
        let _ = write!(
            svg,
            "<text x=\"{}\" y=\"{y}\" text-anchor=\"middle\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{ink}\">{}</text>",
            self.at.0,
            escaped(words.trim_end())
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(size: (f64, f64)) -> String {
        let place = |differs, chosen| MapPlace {
            shape: MapShape::Tile(2.0, 2.0, 116.0),
            at: (60.0, 38.0),
            name: vec!["Leidschendam-".to_owned(), "Voorburg ".to_owned()],
            amount: "9,1 ▼".to_owned(),
            differs,
            chosen,
        };
        let map = MapDrawing {
            size,
            places: vec![place(true, false), place(false, true), place(false, false)],
        };
        map.svg(MapInks {
            ink: "rgb(1, 1, 1)",
            edge: "rgb(2, 2, 2)",
            accent: "rgb(3, 3, 3)",
        })
        .0
    }

    #[test]
    fn a_map_has_names_figures_and_a_colour_only_where_it_differs() {
        let svg = drawn((480.0, 480.0));
        assert!(svg.contains("width=\"776\" height=\"484\""), "{svg}");
        assert!(svg.contains(">Leidschendam-</text>") && svg.contains(">Voorburg</text>"));
        assert_eq!(svg.matches("9,1 ▼").count(), 3);
        assert_eq!(svg.matches("fill=\"rgb(3, 3, 3)\"").count(), 1);
        assert_eq!(
            svg.matches("stroke=\"rgb(1, 1, 1)\" stroke-width=\"3\"")
                .count(),
            1
        );
    }

    #[test]
    fn a_large_map_is_made_to_fit_the_picture() {
        let svg = drawn((996.0, 1996.0));
        assert!(svg.contains("width=\"776\" height=\"620\""), "{svg}");
        let svg = drawn((1548.0, 400.0));
        assert!(svg.contains("width=\"776\" height=\"202\""), "{svg}");
    }
}
