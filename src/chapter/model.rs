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
    /// The key of the region that it is about; nothing when it fits any.
    pub region: Option<String>,
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

impl Text {
    /// Every part of every line, however deep, in order.
    pub fn inlines(&self) -> Vec<&Inline> {
        let mut found = Vec::new();
        gather(&self.blocks, &mut found);
        found
    }

    /// The ids of the indicators of which it shows figures.
    pub fn indicators(&self) -> Vec<&str> {
        let in_lines = self
            .inlines()
            .into_iter()
            .filter_map(|inline| match inline {
                Inline::Figure(id) => Some(id.as_str()),
                _ => None,
            });
        let in_blocks = self.blocks.iter().flat_map(|block| match block {
            Block::Sentence(id) => std::slice::from_ref(id),
            Block::Tiles(ids) => ids,
            _ => &[],
        });
        in_lines.chain(in_blocks.map(String::as_str)).collect()
    }
}

fn gather<'a>(blocks: &'a [Block], found: &mut Vec<&'a Inline>) {
    for block in blocks {
        match block {
            Block::Heading(words)
            | Block::Subheading(words)
            | Block::Paragraph(words)
            | Block::Example(words)
            | Block::Note(words) => gather_words(words, found),
            Block::Bullets(items) | Block::Numbers(_, items) => {
                for item in items {
                    gather(item, found);
                }
            }
            Block::Quote(inside) => gather(inside, found),
            Block::Sentence(_) | Block::Tiles(_) | Block::NoFigures(_) | Block::Complaint(_) => {}
        }
    }
}

fn gather_words<'a>(words: &'a [Inline], found: &mut Vec<&'a Inline>) {
    for inline in words {
        found.push(inline);
        if let Inline::Emphasis(inside) | Inline::Strong(inside) | Inline::Link(_, inside) = inline
        {
            gather_words(inside, found);
        }
    }
}
