//! A chart as a picture that can stand on its own: the drawing with its title, subtitle, notices, legend and source around it, as one
//! SVG with its texts as text. It is always as wide, and light, whatever the screen it was made on.

use std::fmt::Write;

use super::About;
use crate::vocabulary::Language;

const EDGE: f64 = 32.0;
const WIDTH: f64 = Picture::DRAWING as f64 + 2.0 * EDGE;
const FONT: &str = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

/// The colours around the drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inks {
    /// Of the title.
    pub ink: String,
    /// Of subtitle, legend and source.
    pub muted: String,
    /// Of the rule under the drawing.
    pub line: String,
    /// Of notices.
    pub note: String,
    /// Behind notices.
    pub note_wash: String,
    /// Behind everything.
    pub paper: String,
}

/// A picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The SVG.
    pub svg: String,
    /// Its width in pixels.
    pub width: f64,
    /// Its height in pixels.
    pub height: f64,
}

/// How a paragraph is set.
#[derive(Clone, Copy)]
struct Type<'a> {
    size: f64,
    leading: f64,
    bold: bool,
    colour: &'a str,
}

impl Picture {
    /// The width of the drawing inside.
    pub const DRAWING: usize = 776;

    /// Puts `drawing`, an SVG of [`Self::DRAWING`] by `height` pixels, between what there is to say of it. `description` is the chart
    /// in words, for whoever cannot see it, and `legend` tells what its lines and dots mean.
    pub fn new(
        about: &About,
        legend: &[&str],
        description: &str,
        (drawing, height): (&str, f64),
        inks: &Inks,
        language: Language,
    ) -> Self {
        let plain = |size: f64, leading: f64, colour| Type {
            size,
            leading,
            bold: false,
            colour,
        };
        let title = Type {
            bold: true,
            ..plain(24.0, 31.0, inks.ink.as_str())
        };
        let subtitle = plain(16.0, 23.0, &inks.muted);
        let (small, notice) = (
            plain(13.0, 19.0, &inks.muted),
            plain(14.0, 20.0, &inks.note),
        );
        let mut page = Page::starting_at(EDGE);
        page.paragraph(&about.title, EDGE, title);
        page.skip(6.0);
        page.paragraph(&about.subtitle, EDGE, subtitle);
        page.skip(10.0);
        page.notices(about, notice, inks);
        for words in [&about.remark, &about.growth].into_iter().flatten() {
            page.paragraph(words, EDGE, plain(14.0, 20.0, &inks.muted));
            page.skip(10.0);
        }
        page.drawing(drawing, height);
        page.rule(&inks.line);
        let legend = legend.join(" ");
        for words in std::iter::once(legend.as_str())
            .filter(|legend| !legend.is_empty())
            .chain(about.marks.iter().map(String::as_str))
            .chain([about.source.as_str()])
        {
            page.paragraph(words, EDGE, small);
            page.skip(3.0);
        }
        let whole = page.y + EDGE - 8.0;
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" role=\"img\" lang=\"{}\" width=\"{WIDTH}\" height=\"{whole}\" viewBox=\"0 0 {WIDTH} {whole}\" font-family=\"{FONT}\"><title>{}</title><desc>{}</desc><rect width=\"{WIDTH}\" height=\"{whole}\" fill=\"{}\"/>{}</svg>",
            language.code(),
            escaped(&about.title),
            escaped(description),
            inks.paper,
            page.svg
        );
        Self {
            svg,
            width: WIDTH,
            height: whole,
        }
    }
}

/// A page that is filled from above.
struct Page {
    svg: String,
    y: f64,
}

// Writing to a String cannot fail: hence the results that are let go below.
impl Page {
    fn starting_at(y: f64) -> Self {
        Self {
            svg: String::new(),
            y,
        }
    }

    fn skip(&mut self, pixels: f64) {
        self.y += pixels;
    }

    /// One text element, so that whoever takes the picture apart finds a sentence whole.
    fn paragraph(&mut self, words: &str, x: f64, set: Type<'_>) {
        if words.is_empty() {
            return;
        }
        let weight = if set.bold { 650 } else { 400 };
        let _ = write!(
            self.svg,
            "<text font-size=\"{}\" font-weight=\"{weight}\" fill=\"{}\" xml:space=\"preserve\">",
            set.size, set.colour
        );
        let lines = lines(words, (WIDTH - EDGE - x) / set.size, set.bold);
        for (index, line) in lines.iter().enumerate() {
            let gap = if index + 1 < lines.len() { " " } else { "" };
            let _ = write!(
                self.svg,
                "<tspan x=\"{x}\" y=\"{}\">{}{gap}</tspan>",
                self.y + set.size,
                escaped(line)
            );
            self.y += set.leading;
        }
        self.svg.push_str("</text>");
    }

    /// Made-up data, breaks and provisional years, in a box that cannot be overlooked.
    fn notices(&mut self, about: &About, set: Type<'_>, inks: &Inks) {
        let words: Vec<&String> = about.synthetic.iter().chain(&about.notices).collect();
        if words.is_empty() {
            return;
        }
        let top = self.y;
        let mut inside = Self::starting_at(top + 8.0);
        for words in words {
            inside.paragraph(words, EDGE + 15.0, set);
            inside.skip(3.0);
        }
        let height = inside.y - top + 5.0;
        let _ = write!(
            self.svg,
            "<rect x=\"{EDGE}\" y=\"{top}\" width=\"{}\" height=\"{height}\" fill=\"{}\"/><rect x=\"{EDGE}\" y=\"{top}\" width=\"3\" height=\"{height}\" fill=\"{}\"/>{}",
            Picture::DRAWING,
            inks.note_wash,
            inks.note,
            inside.svg
        );
        self.y = top + height + 12.0;
    }

    fn drawing(&mut self, drawing: &str, height: f64) {
        // The drawing is an SVG of its own: it only needs its place.
        let placed = drawing.replacen("<svg ", &format!("<svg x=\"{EDGE}\" y=\"{}\" ", self.y), 1);
        self.svg.push_str(&placed);
        self.y += height + 8.0;
    }

    fn rule(&mut self, colour: &str) {
        let _ = write!(
            self.svg,
            "<rect x=\"{EDGE}\" y=\"{}\" width=\"{}\" height=\"1\" fill=\"{colour}\"/>",
            self.y,
            Picture::DRAWING
        );
        self.y += 10.0;
    }
}

/// Words on lines of at most `most` times the size of the type; a word that is too long by itself stands on a line of its own.
fn lines(words: &str, most: f64, bold: bool) -> Vec<String> {
    let measure = |text: &str| {
        let width: f64 = text.chars().map(letter_width).sum();
        if bold { width * 1.12 } else { width }
    };
    let mut lines: Vec<String> = Vec::new();
    // A space that binds ("€ 12") is no place to end a line.
    for word in words.split([' ', '\n']).filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if measure(line) + measure(word) + letter_width(' ') <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The width of a letter as a share of the size of its type: on the wide side, as nobody knows which type the reader has.
fn letter_width(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.32,
        ' ' | '\u{a0}' | 'f' | 't' | 'r' | '(' | ')' | '-' | '/' => 0.4,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.95,
        letter if letter.is_uppercase() => 0.72,
        _ => 0.62,
    }
}

/// Text as it stands in XML; what XML cannot hold is left out.
pub(super) fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '"' => text.push_str("&quot;"),
            letter if letter.is_control() => text.push(' '),
            letter => text.push(letter),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said() -> About {
        About {
            title: "In Delft & omstreken stijgt het aandeel jeugdigen met jeugdhulp zonder verblijf, en in de rest van de regio ook".to_owned(),
            subtitle: "Jeugdigen met jeugdhulp, van elke 100.".to_owned(),
            remark: None,
            growth: None,
            notices: vec!["Vanaf 2024 is anders geteld.".to_owned()],
            source: "Bron: de regio.".to_owned(),
            synthetic: Some("Voorbeeldgegevens.".to_owned()),
            marks: vec!["geheim: <te klein>".to_owned()],
        }
    }

    fn drawn(about: &About) -> Picture {
        let colour = || "#123456".to_owned();
        let inks = Inks {
            ink: colour(),
            muted: colour(),
            line: colour(),
            note: colour(),
            note_wash: colour(),
            paper: colour(),
        };
        let drawing = ("<svg width=\"776\" height=\"300\"></svg>", 300.0);
        Picture::new(about, &["De band."], "Alles.", drawing, &inks, Language::Nl)
    }

    /// The text of an element, as a reader of XML gives it.
    fn texts(svg: &str) -> Vec<String> {
        let of = |element: &str| {
            let mut inside = false;
            let words: String = element
                .chars()
                .filter(|letter| match letter {
                    '<' => {
                        inside = true;
                        false
                    }
                    '>' => {
                        inside = false;
                        false
                    }
                    _ => !inside,
                })
                .collect();
            words
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
        };
        svg.split("<text ")
            .skip(1)
            .filter_map(|part| Some(of(part.split_once("</text>")?.0.split_once('>')?.1)))
            .collect()
    }

    #[test]
    fn everything_that_must_be_known_is_in_it_as_whole_sentences() {
        let about = said();
        let found = texts(&drawn(&about).svg);
        for words in [
            &about.title,
            &about.subtitle,
            &about.source,
            &about.notices[0],
            &about.marks[0],
        ]
        .into_iter()
        .chain(&about.synthetic)
        {
            assert!(found.contains(words), "{words:?} is not in {found:#?}");
        }
        assert!(found.contains(&"De band.".to_owned()));
    }

    #[test]
    fn the_page_grows_with_its_texts_and_the_drawing_keeps_its_place() {
        let short = drawn(&About {
            notices: Vec::new(),
            ..said()
        });
        let long = drawn(&About {
            notices: vec!["Een lange zin over een breuk. ".repeat(20)],
            ..said()
        });
        assert!(long.height > short.height + 100.0);
        let top = |svg: &str| -> f64 {
            svg.split_once("<svg x=\"32\" y=\"")
                .unwrap()
                .1
                .split_once('"')
                .unwrap()
                .0
                .parse()
                .unwrap()
        };
        assert!(top(&long.svg) > top(&short.svg) + 100.0);
        // What stands below the drawing stands below it.
        assert!(long.svg.rfind("Bron").unwrap() > long.svg.find("<svg x=").unwrap());
    }

    #[test]
    fn a_line_breaks_between_words_and_never_at_a_bound_space() {
        let words = "een twee €\u{a0}12.000.000 drie";
        let broken = lines(words, 8.0, false);
        assert!(broken.len() > 2);
        assert_eq!(broken.join(" "), words);
        assert!(broken.iter().any(|line| line.contains("€\u{a0}12.000.000")));
        assert_eq!(lines(words, 80.0, true), [words]);
    }
}
