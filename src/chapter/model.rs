//! What a text is made of. It travels from the worker to the page as JSON.

use serde::{Deserialize, Serialize};

/// A chapter, or the explanation by one area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// Title above the text.
    pub title: String,
    /// Name in the menu.
    pub short: String,
    /// One sentence.
    pub summary: String,
    /// The documents where facts came from.
    pub sources: Vec<String>,
    /// What is wrong with the head, though it can be read.
    pub complaints: Vec<Complaint>,
    /// The text itself.
    pub blocks: Vec<Block>,
}

/// A part of a text that stands by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// A heading below the title.
    Heading(Vec<Inline>),
    /// A heading below such a heading.
    Subheading(Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// The paragraph on made-up data, to be left out when the data are real.
    Example(Vec<Inline>),
    /// A paragraph that is emphasised as a whole: the sources of a part.
    Note(Vec<Inline>),
    /// A list with dots.
    Bullets(Vec<Vec<Block>>),
    /// A list with numbers, and the first of these.
    Numbers(u64, Vec<Vec<Block>>),
    /// What people told.
    Quote(Vec<Block>),
    /// The sentence on the trend of an indicator, by its id.
    Sentence(String),
    /// Tiles of indicators that follow each other.
    Tiles(Vec<String>),
    /// Why an indicator has no figures.
    NoFigures(String),
    /// What could not be followed.
    Complaint(Complaint),
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Inline {
    /// Words.
    Text(String),
    /// With stress.
    Emphasis(Vec<Inline>),
    /// With more stress.
    Strong(Vec<Inline>),
    /// A link within the monitor: its query string, and its words.
    Link(String, Vec<Inline>),
    /// A new line.
    Break,
    /// The name of the chosen area.
    Area,
    /// The last year with figures.
    Year,
    /// The figure of an indicator, by its id.
    Figure(String),
    /// What could not be followed.
    Complaint(Complaint),
}

/// What is wrong and what to do, for who edits the text; in the language of the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Complaint {
    /// Line of the file, from 1.
    pub line: usize,
    /// A sentence.
    pub words: String,
}
