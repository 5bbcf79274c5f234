//! A text as elements. They are built from its model, one by one: nothing of a file ever becomes markup.

use std::sync::Arc;

use leptos::prelude::*;

use crate::chapter::{Block, Complaint, Inline, Text};
use crate::explore::context::{File, choices, monitor, say};
use crate::explore::overview::{Key, Notices};
use crate::explore::parts::{Fetched, Goto, Tile, marked};
use crate::indicator::{self, Indicator, Publication};
use crate::selection::{self, Selection};
use crate::sentence::{self, Place, text};
use crate::vocabulary::Language;

/// A text, with the figures in it; `within` another one its headings are a step lower.
#[component]
pub(super) fn Prose(text: Arc<Text>, #[prop(optional)] within: bool) -> impl IntoView {
    let monitor = monitor();
    let mut files: Vec<File> = text
        .indicators()
        .into_iter()
        .filter_map(indicator::by_id)
        .flat_map(|entry| indicator::required_cubes(entry, &[]))
        .collect();
    files.sort();
    files.dedup();
    let has_figures = !files.is_empty();
    let files = Memo::new(move |_| files.clone());
    let synthetic = monitor.release().synthetic;
    view! {
        <Fetched files partial=true>
            {has_figures.then(|| view! { <Notices /> })}
            {
                let setting = Setting { within, synthetic };
                // What the small lines mean is told once, where the first of them are.
                let first = text.blocks.iter().position(|block| matches!(block, Block::Tiles(_)));
                text.blocks
                    .iter()
                    .enumerate()
                    .map(|(place, block)| {
                        let key = (Some(place) == first).then(|| view! { <Key /> });
                        (setting.block(block), key)
                    })
                    .collect_view()
            }
        </Fetched>
    }
}

/// What is wrong with a text, for who edits it.
pub(super) fn complaints(complaints: &[Complaint], language: Language) -> AnyView {
    complaints
        .iter()
        .map(|complaint| view! { <p>{fault(complaint, language)}</p> })
        .collect_view()
        .into_any()
}

fn fault(complaint: &Complaint, language: Language) -> impl IntoView + use<> {
    let Complaint { line, words } = complaint.clone();
    view! { <span class="fault">{text::FOR_EDITORS.get(language)}" "{line}": "{words}</span> }
}

/// How a text is set.
#[derive(Clone, Copy)]
struct Setting {
    within: bool,
    synthetic: bool,
}

impl Setting {
    fn block(self, block: &Block) -> AnyView {
        match block {
            Block::Heading(words) if self.within => view! { <h3>{inlines(words)}</h3> }.into_any(),
            Block::Heading(words) => view! { <h2>{inlines(words)}</h2> }.into_any(),
            Block::Subheading(words) if self.within => {
                view! { <h4>{inlines(words)}</h4> }.into_any()
            }
            Block::Subheading(words) => view! { <h3>{inlines(words)}</h3> }.into_any(),
            Block::Paragraph(words) => view! { <p>{inlines(words)}</p> }.into_any(),
            Block::Note(words) => view! { <p class="note">{inlines(words)}</p> }.into_any(),
            // Belongs to made-up data, and goes with them.
            Block::Example(words) => self
                .synthetic
                .then(|| view! { <p class="example">{inlines(words)}</p> })
                .into_any(),
            Block::Bullets(items) => view! { <ul>{self.items(items)}</ul> }.into_any(),
            Block::Numbers(first, items) => {
                view! { <ol start=first.to_string()>{self.items(items)}</ol> }.into_any()
            }
            Block::Quote(blocks) => {
                let inside = blocks.iter().map(|block| self.block(block)).collect_view();
                view! { <blockquote>{inside}</blockquote> }.into_any()
            }
            Block::Sentence(id) => indicator::by_id(id)
                .map(|entry| view! { <Finding entry /> })
                .into_any(),
            Block::Tiles(ids) => {
                let tiles = ids.iter().filter_map(|id| indicator::by_id(id));
                let tiles = tiles.map(|entry| view! { <Tile entry /> }).collect_view();
                view! { <div class="tiles">{tiles}</div> }.into_any()
            }
            Block::NoFigures(id) => indicator::by_id(id)
                .map(|entry| view! { <NoFigures entry /> })
                .into_any(),
            Block::Complaint(complaint) => {
                let language = choices().get_untracked().language;
                complaints(std::slice::from_ref(complaint), language)
            }
        }
    }

    fn items(self, items: &[Vec<Block>]) -> impl IntoView + use<> {
        items
            .iter()
            .map(|item| {
                let inside = match item.as_slice() {
                    // A short item is no paragraph.
                    [Block::Paragraph(words)] => inlines(words),
                    blocks => blocks
                        .iter()
                        .map(|block| self.block(block))
                        .collect_view()
                        .into_any(),
                };
                view! { <li>{inside}</li> }
            })
            .collect_view()
    }
}

fn inlines(words: &[Inline]) -> AnyView {
    words.iter().map(inline).collect_view().into_any()
}

fn inline(inline: &Inline) -> AnyView {
    let (monitor, choices) = (monitor(), choices());
    match inline {
        Inline::Text(words) => words.clone().into_any(),
        Inline::Emphasis(inside) => view! { <em>{inlines(inside)}</em> }.into_any(),
        Inline::Strong(inside) => view! { <strong>{inlines(inside)}</strong> }.into_any(),
        Inline::Break => view! { <br /> }.into_any(),
        Inline::Area => (move || {
            let release = monitor.release();
            Place::of(&release.region, choices.get().area)
                .name
                .to_owned()
        })
        .into_any(),
        Inline::Year => monitor.release().region.last_year().to_string().into_any(),
        Inline::Figure(id) => indicator::by_id(id)
            .map(|entry| view! { <Figure entry /> })
            .into_any(),
        Inline::Link(query, inside) => link(query.clone(), inside),
        Inline::Complaint(complaint) => {
            fault(complaint, choices.get_untracked().language).into_any()
        }
    }
}

/// A link within the monitor, for the reader's area, year and language.
fn link(query: String, inside: &[Inline]) -> AnyView {
    let (monitor, choices) = (monitor(), choices());
    let target =
        move |reader: &Selection| selection::completed(&query, reader, &monitor.release().region);
    let reader = choices.get_untracked();
    let (_, problems) = target(&reader);
    let inside = inlines(inside);
    if problems.is_empty() {
        view! { <Goto to=move || target(&choices.get()).0>{inside}</Goto> }.into_any()
    } else {
        let dead = text::DEAD_LINK.get(reader.language);
        view! { {inside}<span class="fault">{dead}</span> }.into_any()
    }
}

/// A figure in a sentence, with a way to where it comes from.
#[component]
fn Figure(entry: &'static Indicator) -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let said = move || {
        let selection = choices.get();
        let language = selection.language;
        let series = monitor.with_store(|store, region| {
            indicator::series(entry, store, region, selection.area, &[])
        });
        let point = series.known(selection.year)?;
        let words = sentence::told(&point.own, entry, language);
        let last = monitor.release().region.last_year();
        // The text is about the last year; any other has to be said.
        let year = (point.year != last).then(|| format!(", in {}", point.year));
        Some(view! { {marked(point.own.status(), words, language)}{year} })
    };
    let explored = move || choices.exploring(entry);
    view! { <Goto to=explored class="told" indicator=entry.id>{said}</Goto> }
}

/// The sentence on a trend.
#[component]
fn Finding(entry: &'static Indicator) -> impl IntoView {
    let (monitor, choices) = (monitor(), choices());
    let words = move || {
        let selection = choices.get();
        monitor.with_store(|store, region| {
            let series = indicator::series(entry, store, region, selection.area, &[]);
            let place = Place::of(region, selection.area);
            sentence::finding(entry, &series, place, selection.language)
        })
    };
    view! { <p class="finding" data-indicator=entry.id>{words}</p> }
}

/// Why there are no figures, and the nearest that there are.
#[component]
fn NoFigures(entry: &'static Indicator) -> impl IntoView {
    let choices = choices();
    let Publication::NoFiguresYet {
        reason, nearest, ..
    } = &entry.publication
    else {
        return ().into_any();
    };
    let links = nearest
        .iter()
        .filter_map(|id| indicator::by_id(id))
        .map(|near| {
            let explored = move || choices.exploring(near);
            view! { <li><Goto to=explored>{say(near.name)}</Goto></li> }
        })
        .collect_view();
    view! {
        <div class="no-figures" data-indicator=entry.id>
            <p class="value-word">{say(text::NO_FIGURES)}</p>
            <p><strong>{say(entry.name)}"."</strong>" "{say(*reason)}</p>
            <p>{say(text::NEAREST)}</p>
            <ul>{links}</ul>
        </div>
    }
    .into_any()
}
