//! The texts that ship: every one can be read without a complaint, and both languages say the same.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::*;
use crate::release::Region;
use crate::selection::{ChapterKey, parse, write};
use crate::vocabulary::Language;

fn folder(language: Language) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("public/teksten")
        .join(language.code())
}

fn region() -> Region {
    Region::new(&toml::from_str(include_str!("../../data/regio.toml")).unwrap()).unwrap()
}

/// Names of the Markdown files of a folder, without their ending.
fn names(folder: &Path) -> BTreeSet<String> {
    let entries = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let files = entries.filter(|path| path.is_file());
    files
        .map(|path| {
            assert_eq!(path.extension().unwrap(), "md", "{}", path.display());
            path.file_stem().unwrap().to_str().unwrap().to_owned()
        })
        .collect()
}

/// Every shipped text of a language, by its name.
fn texts(language: Language) -> Vec<(String, Text)> {
    let folder = folder(language);
    let own = names(&folder.join("gemeenten"));
    let own = own.into_iter().map(|name| format!("gemeenten/{name}"));
    names(&folder)
        .into_iter()
        .chain(own)
        .map(|name| {
            let bytes = std::fs::read(folder.join(format!("{name}.md"))).unwrap();
            let text = read(&bytes, language).unwrap_or_else(|complaint| {
                panic!("{name}, line {}: {}", complaint.line, complaint.words)
            });
            (name, text)
        })
        .collect()
}

/// What a translation may not change: kinds of blocks, what is filled in, and links.
fn skeleton(text: &Text) -> Vec<String> {
    fn of_block(block: &Block) -> String {
        let kinds = |blocks: &[Block]| blocks.iter().map(of_block).collect::<Vec<_>>().join(" ");
        match block {
            Block::Heading(_) => "##".to_owned(),
            Block::Subheading(_) => "###".to_owned(),
            Block::Paragraph(_) => "p".to_owned(),
            Block::Example(_) => "example".to_owned(),
            Block::Note(_) => "note".to_owned(),
            Block::Bullets(items) => format!("- {}", items.len()),
            Block::Numbers(first, items) => format!("{first}. {}", items.len()),
            Block::Quote(inside) => format!("> {}", kinds(inside)),
            Block::Sentence(id) => format!("zin:{id}"),
            Block::Tiles(ids) => format!("tegel:{}", ids.join(",")),
            Block::NoFigures(id) => format!("geen-cijfers:{id}"),
            Block::Complaint(complaint) => panic!("{complaint:?}"),
        }
    }
    let filled = text
        .inlines()
        .into_iter()
        .filter_map(|inline| match inline {
            Inline::Link(query, _) => Some(query.clone()),
            Inline::Figure(id) => Some(format!("cijfer:{id}")),
            _ => None,
        });
    text.blocks.iter().map(of_block).chain(filled).collect()
}

#[test]
fn every_text_can_be_read_without_a_complaint() {
    for language in [Language::Nl, Language::En] {
        for (name, text) in texts(language) {
            assert_eq!(text.complaints, [], "{name}");
            for inline in text.inlines() {
                assert!(
                    !matches!(inline, Inline::Complaint(_)),
                    "{language:?} {name}: {inline:?}"
                );
            }
            assert!(!text.sources.is_empty(), "{name}");
            let _ = skeleton(&text);
        }
    }
}

#[test]
fn every_chapter_has_its_file_and_every_file_its_chapter() {
    let keys: BTreeSet<String> = ChapterKey::ALL.map(|key| key.code().to_owned()).into();
    let region = region();
    for language in [Language::Nl, Language::En] {
        assert_eq!(names(&folder(language)), keys);
        for name in names(&folder(language).join("gemeenten")) {
            assert!(region.by_key(&name).is_some(), "no area has the key {name}");
        }
    }
}

#[test]
fn both_languages_have_the_same_blocks_in_the_same_order() {
    let (dutch, english) = (texts(Language::Nl), texts(Language::En));
    assert_eq!(dutch.len(), english.len());
    for ((name, dutch), (other, english)) in dutch.iter().zip(&english) {
        assert_eq!(name, other);
        assert_eq!(skeleton(dutch), skeleton(english), "{name}");
        assert_eq!(dutch.sources.len(), english.sources.len(), "{name}");
    }
}

#[test]
fn every_link_leads_exactly_where_it_says() {
    let region = region();
    let sorted = |query: &str| {
        let mut parts: Vec<String> = query
            .trim_start_matches('?')
            .split('&')
            .map(str::to_owned)
            .collect();
        parts.sort();
        parts
    };
    let mut followed = 0;
    for (name, text) in [texts(Language::Nl), texts(Language::En)].concat() {
        for inline in text.inlines() {
            if let Inline::Link(query, _) = inline {
                let (selection, problems) = parse(query, &region);
                assert_eq!(problems, [], "{name}: {query}");
                // A key or a choice that the link has and the page does not would be lost on the way.
                assert_eq!(sorted(&write(&selection, &region)), sorted(query), "{name}");
                followed += 1;
            }
        }
    }
    assert!(followed > 20, "only {followed} links were met");
}

#[test]
fn every_chapter_says_that_its_figures_are_made_up() {
    for (name, text) in texts(Language::Nl) {
        let warnings = text
            .blocks
            .iter()
            .filter(|block| matches!(block, Block::Example(_)));
        assert_eq!(
            warnings.count(),
            usize::from(!name.starts_with("gemeenten/")),
            "{name}"
        );
    }
}

#[test]
fn english_texts_speak_of_care_periods() {
    for (name, _) in texts(Language::En) {
        let path = folder(Language::En).join(format!("{name}.md"));
        let text = std::fs::read_to_string(path).unwrap().to_lowercase();
        assert!(!text.contains("trajector"), "{name}");
    }
}
