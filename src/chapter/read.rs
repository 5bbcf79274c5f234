//! From a file to a [`Text`]. Markdown is read by a parser of its own (`CommonMark`, nothing added); what the contract does not allow
//! becomes words with a complaint.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag};

use super::head::{Parts, take_apart};
use super::mistake::Mistake;
use super::model::{Block, Complaint, Inline, Text};
use super::token::{Piece, Token, pieces};
use crate::sentence::text;
use crate::vocabulary::Language;

/// Bytes of a file at most: twenty times a long chapter.
const LONGEST: usize = 100_000;
/// Lists in quotes in lists: what lies deeper is taken as part of what is around it.
const DEEPEST: usize = 12;

/// Reads a file. Only a head that cannot be read is refused; all else that is wrong is shown where it stands.
///
/// # Errors
/// What is wrong with the head, or that the file is no text or far too long.
pub fn read(bytes: &[u8], language: Language) -> Result<Text, Complaint> {
    let refuse = |(line, mistake): (usize, Mistake)| mistake.on(line, language);
    if bytes.len() > LONGEST {
        return Err(refuse((1, Mistake::TooLong)));
    }
    let source = std::str::from_utf8(bytes).map_err(|_| refuse((1, Mistake::NotText)))?;
    let parts = take_apart(source).map_err(refuse)?;
    let complaints = parts.head.mistakes();
    let complaints = complaints.iter().map(|mistake| mistake.on(2, language));
    let complaints = complaints.collect();
    let blocks = Reader::new(&parts, language).read();
    let head = parts.head;
    Ok(Text {
        title: head.titel,
        short: head.kort,
        summary: head.samenvatting,
        sources: head.bronnen,
        region: head.regio,
        complaints,
        blocks,
    })
}

/// What has begun and not ended.
enum Open {
    Quote(Flow),
    List(Option<u64>, Vec<Vec<Block>>),
    Item(Flow),
    Line(Line, Vec<Inline>),
    /// Too deep, or of no meaning: its content belongs to what is around it.
    Through,
}

/// Blocks, and after them words that belong to no paragraph yet: short items of a list have none.
#[derive(Default)]
struct Flow {
    blocks: Vec<Block>,
    loose: Vec<Inline>,
    line: usize,
}

/// What a line becomes.
enum Line {
    Paragraph(usize),
    Heading(HeadingLevel, usize),
    /// A paragraph that ends with a complaint.
    Refused(Mistake, usize),
    Emphasis,
    Strong,
    Link(String),
    /// Words whose link or picture is not followed.
    Unlinked(Mistake, usize),
}

struct Reader<'a> {
    body: &'a str,
    first_line: usize,
    language: Language,
    root: Flow,
    open: Vec<Open>,
}

impl<'a> Reader<'a> {
    fn new(parts: &Parts<'a>, language: Language) -> Self {
        Self {
            body: parts.body,
            first_line: parts.first_line,
            language,
            root: Flow::default(),
            open: Vec::new(),
        }
    }

    fn read(mut self) -> Vec<Block> {
        for (event, range) in Parser::new_ext(self.body, Options::empty()).into_offset_iter() {
            self.take(event, &range);
        }
        let root = std::mem::take(&mut self.root);
        self.flow_ended(root, true)
    }

    fn line_at(&self, place: usize) -> usize {
        let before = self.body.get(..place).unwrap_or_default();
        self.first_line + before.matches('\n').count()
    }

    fn take(&mut self, event: Event<'a>, range: &Range<usize>) {
        let line = self.line_at(range.start);
        match event {
            Event::Start(tag) => self.start(tag, line),
            Event::End(_) => self.end(),
            Event::Text(words) | Event::Html(words) => self.words(&words, line),
            Event::InlineHtml(words) => {
                self.words(&words, line);
                self.complain(&Mistake::Html, line);
            }
            Event::Code(words) => {
                self.words(&words, line);
                self.complain(&Mistake::Code, line);
            }
            Event::SoftBreak => self.words("\n", line),
            Event::HardBreak => self.inline(Inline::Break, line),
            Event::Rule => {
                let complaint = Mistake::Rule.on(line, self.language);
                self.block(Block::Complaint(complaint));
            }
            // Not asked of the parser.
            Event::FootnoteReference(_)
            | Event::TaskListMarker(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'a>, line: usize) {
        let flow = Flow {
            line,
            ..Flow::default()
        };
        let of_line = |kind| Open::Line(kind, Vec::new());
        let opened = match tag {
            _ if self.open.len() >= DEEPEST => Open::Through,
            Tag::Paragraph => of_line(Line::Paragraph(line)),
            Tag::Heading { level, .. } => of_line(Line::Heading(level, line)),
            Tag::BlockQuote(_) => Open::Quote(flow),
            Tag::List(start) => Open::List(start, Vec::new()),
            Tag::Item => Open::Item(flow),
            Tag::CodeBlock(_) => of_line(Line::Refused(Mistake::Code, line)),
            Tag::HtmlBlock => of_line(Line::Refused(Mistake::Html, line)),
            Tag::Emphasis => of_line(Line::Emphasis),
            Tag::Strong => of_line(Line::Strong),
            Tag::Link { dest_url, .. } if dest_url.starts_with('?') => {
                of_line(Line::Link(dest_url.into_string()))
            }
            Tag::Link { dest_url, .. } => {
                let mistake = Mistake::OutsideLink(dest_url.chars().take(60).collect());
                of_line(Line::Unlinked(mistake, line))
            }
            Tag::Image { .. } => of_line(Line::Unlinked(Mistake::Image, line)),
            _ => Open::Through,
        };
        self.open.push(opened);
    }

    fn end(&mut self) {
        match self.open.pop() {
            None | Some(Open::Through) => {}
            Some(Open::Quote(flow)) => {
                let blocks = self.flow_ended(flow, false);
                self.block(Block::Quote(blocks));
            }
            Some(Open::Item(flow)) => {
                let blocks = self.flow_ended(flow, false);
                if let Some(Open::List(_, items)) = self.open.last_mut() {
                    items.push(blocks);
                }
            }
            Some(Open::List(None, items)) => self.block(Block::Bullets(items)),
            Some(Open::List(Some(first), items)) => self.block(Block::Numbers(first, items)),
            Some(Open::Line(kind, inlines)) => self.line_ended(kind, inlines),
        }
    }

    fn line_ended(&mut self, kind: Line, mut inlines: Vec<Inline>) {
        match kind {
            Line::Paragraph(line) => {
                let is_top = self.open.is_empty();
                for block in self.paragraph(inlines, line, is_top) {
                    self.block(block);
                }
            }
            Line::Heading(level, line) => {
                let mut words = self.filled(inlines, &mut line.clone());
                if level == HeadingLevel::H1 {
                    words.push(Inline::Complaint(
                        Mistake::TopHeading.on(line, self.language),
                    ));
                }
                self.block(match level {
                    HeadingLevel::H1 | HeadingLevel::H2 => Block::Heading(words),
                    _ => Block::Subheading(words),
                });
            }
            Line::Refused(mistake, line) => {
                let complaint = mistake.on(line, self.language);
                inlines.push(Inline::Complaint(complaint));
                self.block(Block::Paragraph(inlines));
            }
            Line::Emphasis => self.inline(Inline::Emphasis(inlines), 0),
            Line::Strong => self.inline(Inline::Strong(inlines), 0),
            Line::Link(query) => self.inline(Inline::Link(query, inlines), 0),
            Line::Unlinked(mistake, line) => {
                for inline in inlines {
                    self.inline(inline, line);
                }
                self.complain(&mistake, line);
            }
        }
    }

    /// A paragraph, or the block that stands there alone.
    fn paragraph(&self, inlines: Vec<Inline>, mut line: usize, is_top: bool) -> Vec<Block> {
        if let (true, [Inline::Text(words)]) = (is_top, inlines.as_slice())
            && let [Piece::Braced(_, inside)] = pieces(words.trim()).as_slice()
            && let Ok(token) = Token::read(inside)
        {
            match token {
                Token::Sentence(id) => return vec![Block::Sentence(id)],
                Token::Tile(id) => return vec![Block::Tiles(vec![id])],
                Token::NoFigures(id) => return vec![Block::NoFigures(id)],
                Token::Area | Token::Year | Token::Figure(_) => {}
            }
        }
        let mut words = self.filled(inlines, &mut line);
        let is_example = |inlines: &[Inline]| {
            let titles = [Language::Nl, Language::En].map(|language| text::SYNTHETIC.get(language));
            matches!(inlines, [Inline::Text(words)] if titles.contains(&words.trim()))
        };
        vec![match words.as_mut_slice() {
            [Inline::Strong(first), ..] if is_example(first) => Block::Example(words),
            [Inline::Emphasis(all)] => Block::Note(std::mem::take(all)),
            _ => Block::Paragraph(words),
        }]
    }

    /// Fills in what stands between braces, and counts lines on the way.
    fn filled(&self, inlines: Vec<Inline>, line: &mut usize) -> Vec<Inline> {
        let mut filled = Vec::new();
        for inline in inlines {
            match inline {
                Inline::Text(words) => self.fill(&words, line, &mut filled),
                Inline::Emphasis(inside) => {
                    filled.push(Inline::Emphasis(self.filled(inside, line)));
                }
                Inline::Strong(inside) => filled.push(Inline::Strong(self.filled(inside, line))),
                Inline::Link(query, inside) => {
                    filled.push(Inline::Link(query, self.filled(inside, line)));
                }
                Inline::Break => {
                    *line += 1;
                    filled.push(Inline::Break);
                }
                other => filled.push(other),
            }
        }
        filled
    }

    fn fill(&self, words: &str, line: &mut usize, filled: &mut Vec<Inline>) {
        for piece in pieces(words) {
            match piece {
                Piece::Words(words) => {
                    *line += words.matches('\n').count();
                    filled.push(Inline::Text(words.to_owned()));
                }
                Piece::Loose(words) => {
                    filled.push(Inline::Text(words.to_owned()));
                    let complaint = Mistake::Braces.on(*line, self.language);
                    filled.push(Inline::Complaint(complaint));
                }
                Piece::Braced(whole, inside) => match Token::read(inside) {
                    Ok(Token::Area) => filled.push(Inline::Area),
                    Ok(Token::Year) => filled.push(Inline::Year),
                    Ok(Token::Figure(id)) => filled.push(Inline::Figure(id)),
                    wrong => {
                        let mistake = wrong.map_or_else(
                            |mistake| mistake,
                            |_| Mistake::NotAlone(inside.trim().to_owned()),
                        );
                        filled.push(Inline::Text(whole.to_owned()));
                        filled.push(Inline::Complaint(mistake.on(*line, self.language)));
                    }
                },
            }
        }
    }

    fn flow_ended(&self, mut flow: Flow, is_top: bool) -> Vec<Block> {
        self.settle(&mut flow);
        if !is_top {
            return flow.blocks;
        }
        // Tiles that follow each other stand beside each other.
        flow.blocks.into_iter().fold(Vec::new(), |mut all, block| {
            match (all.last_mut(), block) {
                (Some(Block::Tiles(ids)), Block::Tiles(more)) => ids.extend(more),
                (_, block) => all.push(block),
            }
            all
        })
    }

    /// Makes a paragraph of loose words.
    fn settle(&self, flow: &mut Flow) {
        if !flow.loose.is_empty() {
            let loose = std::mem::take(&mut flow.loose);
            flow.blocks.extend(self.paragraph(loose, flow.line, false));
        }
    }

    fn block(&mut self, block: Block) {
        let mut flow = self.take_flow();
        self.settle(&mut flow);
        flow.blocks.push(block);
        self.give_flow(flow);
    }

    /// The innermost flow, taken out for a moment.
    fn take_flow(&mut self) -> Flow {
        let inner = self.open.iter_mut().rev().find_map(|open| match open {
            Open::Quote(flow) | Open::Item(flow) => Some(flow),
            _ => None,
        });
        std::mem::take(inner.unwrap_or(&mut self.root))
    }

    fn give_flow(&mut self, flow: Flow) {
        let inner = self.open.iter_mut().rev().find_map(|open| match open {
            Open::Quote(flow) | Open::Item(flow) => Some(flow),
            _ => None,
        });
        *inner.unwrap_or(&mut self.root) = flow;
    }

    /// Where words go: into the innermost line, or else loose.
    fn inlines(&mut self, line: usize) -> &mut Vec<Inline> {
        let inner = self.open.iter_mut().rev().find_map(|open| match open {
            Open::Line(_, inlines) => Some(inlines),
            Open::Quote(flow) | Open::Item(flow) => {
                if flow.loose.is_empty() {
                    flow.line = line;
                }
                Some(&mut flow.loose)
            }
            Open::List(..) | Open::Through => None,
        });
        inner.unwrap_or(&mut self.root.loose)
    }

    fn inline(&mut self, inline: Inline, line: usize) {
        self.inlines(line).push(inline);
    }

    /// Words, joined to those before them: the parser cuts at every sign that might have meant something.
    fn words(&mut self, words: &str, line: usize) {
        let inlines = self.inlines(line);
        if let Some(Inline::Text(before)) = inlines.last_mut() {
            before.push_str(words);
        } else {
            inlines.push(Inline::Text(words.to_owned()));
        }
    }

    fn complain(&mut self, mistake: &Mistake, line: usize) {
        let complaint = mistake.on(line, self.language);
        self.inline(Inline::Complaint(complaint), line);
    }
}
