//! What can be found, and how well it fits.

use super::fold::{wanted, words};
use super::terms::TERMS;
use crate::cube::Status;
use crate::indicator::{ABSENT, CATALOGUE, Indicator, Publication, SYNONYMS, by_id};
use crate::release::Region;
use crate::selection::{ChapterKey, Selection, View};
use crate::sentence::{Place, mark, mark_meaning, text};
use crate::vocabulary::{Bilingual, Dimension, Language, Measure, MeasureUnit, Member};

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// What kind of thing.
    pub kind: Kind,
    /// Its name.
    pub title: String,
    /// One line about it.
    pub line: String,
    /// Where it leads.
    pub target: Selection,
}

/// A kind of thing that can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An indicator.
    Indicator,
    /// An indicator without figures.
    WithoutFigures,
    /// A chapter.
    Chapter,
    /// A page.
    Page,
    /// An area.
    Area,
    /// A part of the figures: a form of care, an age group, a referrer.
    Part,
    /// A word and what it means.
    Word,
}

impl Kind {
    /// What it is called.
    pub const fn name(self) -> Bilingual {
        match self {
            Self::Indicator => text::INDICATOR,
            Self::WithoutFigures => {
                Bilingual::new("Onderwerp, nog geen cijfers", "Topic, no figures yet")
            }
            Self::Chapter => Bilingual::new("Hoofdstuk", "Chapter"),
            Self::Page => Bilingual::new("Pagina", "Page"),
            Self::Area => text::AREA,
            Self::Part => Bilingual::new("Deel van de cijfers", "Part of the figures"),
            Self::Word => Bilingual::new("Begrip", "Term"),
        }
    }
}

/// How much a hit counts: in the name, among other words for it, in what is said of it.
const NAME: u32 = 6;
const SYNONYM: u32 = 3;
const LINE: u32 = 1;
/// A plural finds its singular from this many letters on.
const STEM: usize = 4;

/// Something that can be found, with all its words in both languages.
struct Entry {
    found: Found,
    name: Vec<String>,
    other: Vec<String>,
    line: Vec<String>,
}

/// What fits all the words of `query`, or as many of them as anything fits and at least half; the best first, and nothing for no words. `base` is what the reader has chosen now: area, year,
/// language and colours stay as they are.
pub fn search(query: &str, base: &Selection, region: &Region) -> Vec<Found> {
    let (wanted, base) = &elsewhere(wanted(query), base, region);
    if wanted.is_empty() {
        return Vec::new();
    }
    let found: Vec<((usize, u32), Found)> = entries(base, region)
        .into_iter()
        .map(|entry| (entry.fits(wanted), entry.found))
        .collect();
    let most = found.iter().map(|((hits, _), _)| *hits).max().unwrap_or(0);
    let mut fitting: Vec<(u32, Found)> = found
        .into_iter()
        .filter(|((hits, _), _)| *hits == most && 2 * most >= wanted.len())
        .map(|((_, fit), found)| match found.kind {
            // What can be looked at comes first.
            Kind::WithoutFigures => (fit - 1, found),
            _ => (2 * fit, found),
        })
        .collect();
    // Stable: what fits as well stays in the order of the monitor.
    fitting.sort_by_key(|(fit, _)| std::cmp::Reverse(*fit));
    fitting.into_iter().map(|(_, found)| found).collect()
}

/// "kosten delft" asks for cost, in Delft: the name of an area beside other words chooses that area.
fn elsewhere(wanted: Vec<String>, base: &Selection, region: &Region) -> (Vec<String>, Selection) {
    for (area, _) in region.areas() {
        let name = words(Place::of(region, area).name);
        let (of_name, others): (Vec<String>, Vec<String>) =
            wanted.iter().cloned().partition(|word| name.contains(word));
        if !others.is_empty() && of_name.len() == name.len() {
            return (
                others,
                Selection {
                    area,
                    ..base.clone()
                },
            );
        }
    }
    (wanted, base.clone())
}

impl Entry {
    fn new(found: Found, name: &[&str], other: &str, line: &[&str]) -> Self {
        let all = |texts: &[&str]| texts.iter().flat_map(|text| words(text)).collect();
        Self {
            found,
            name: all(name),
            other: words(other),
            line: all(line),
        }
    }

    /// How many of the words are in it, and how well it fits those.
    fn fits(&self, wanted: &[String]) -> (usize, u32) {
        let places = [
            (&self.name, NAME),
            (&self.other, SYNONYM),
            (&self.line, LINE),
        ];
        let hits = wanted.iter().filter_map(|word| {
            let is_in = |words: &[String]| words.iter().any(|other| is_hit(word, other));
            places.iter().find(|(words, _)| is_in(words))
        });
        hits.fold((0, 0), |(hits, fit), (_, counts)| (hits + 1, fit + counts))
    }
}

/// Whether a word begins with what is looked for, or the other way round as "wachtlijsten" does with "wachtlijst".
fn is_hit(wanted: &str, word: &str) -> bool {
    word.starts_with(wanted)
        || (word.chars().count() >= STEM
            && wanted.starts_with(word)
            && wanted.chars().count() <= word.chars().count() + 3)
}

fn both(text: Bilingual) -> [&'static str; 2] {
    [text.get(Language::Nl), text.get(Language::En)]
}

fn entries(base: &Selection, region: &Region) -> Vec<Entry> {
    let mut entries: Vec<Entry> = CATALOGUE
        .iter()
        .map(|entry| indicator(entry, base))
        .collect();
    entries.extend(absent(base));
    entries.extend(chapters(base));
    entries.extend(terms(base));
    entries.extend(pages(base));
    entries.extend(areas(base, region));
    entries.extend(parts(base));
    entries.extend(measures(base));
    entries.extend(marks(base, region));
    entries
}

/// The reader's selection on another page, with nothing narrowed.
fn on(base: &Selection, view: View) -> Selection {
    Selection {
        view,
        members: Vec::new(),
        breakdown: None,
        search: String::new(),
        ..base.clone()
    }
}

fn indicator(entry: &'static Indicator, base: &Selection) -> Entry {
    let measures: Vec<&str> = match &entry.publication {
        Publication::Published { formula, .. } => formula
            .operands()
            .flat_map(|operand| both(operand.measure.title()))
            .collect(),
        Publication::NoFiguresYet { .. } => Vec::new(),
    };
    let synonyms = SYNONYMS
        .iter()
        .find(|(id, _)| *id == entry.id)
        .map_or("", |(_, words)| words);
    let line: Vec<&str> = both(entry.definition)
        .into_iter()
        .chain(both(entry.subject.phrase))
        .chain(both(entry.chapter.title()))
        .chain(measures)
        .collect();
    let kind = match entry.publication {
        Publication::Published { .. } => Kind::Indicator,
        Publication::NoFiguresYet { .. } => Kind::WithoutFigures,
    };
    let found = Found {
        kind,
        title: entry.name.get(base.language).to_owned(),
        line: entry.definition.get(base.language).to_owned(),
        target: on(base, View::Explore).of(entry),
    };
    Entry::new(found, &both(entry.name), synonyms, &line)
}

fn absent(base: &Selection) -> impl Iterator<Item = Entry> {
    ABSENT
        .iter()
        .filter(|absent| absent.until.iter().all(|id| by_id(id).is_none()))
        .map(|absent| {
            let found = Found {
                kind: Kind::Word,
                title: absent.title.get(base.language).to_owned(),
                line: absent.line.get(base.language).to_owned(),
                target: on(base, View::Explore)
                    .broken_down(Some(Dimension::CareForm))
                    .of(&CATALOGUE[0]),
            };
            Entry::new(found, &both(absent.title), absent.words, &[])
        })
}

/// The chapters, found by their names and by what they tell about.
fn chapters(base: &Selection) -> impl Iterator<Item = Entry> + '_ {
    ChapterKey::ALL.into_iter().map(|key| {
        let sections = crate::indicator::Chapter::ALL
            .into_iter()
            .filter(|section| ChapterKey::of(*section) == key);
        let titles: Vec<Bilingual> = sections.map(crate::indicator::Chapter::title).collect();
        let about: Vec<&str> = CATALOGUE
            .iter()
            .filter(|entry| ChapterKey::about(entry) == key)
            .flat_map(|entry| both(entry.name))
            .collect();
        let synonyms = CHAPTER_WORDS
            .iter()
            .find(|(of, _)| *of == key)
            .map_or("", |(_, words)| words);
        let name: Vec<&str> = titles
            .iter()
            .copied()
            .chain([key.name()])
            .flat_map(both)
            .collect();
        let title = titles.first().copied().unwrap_or_else(|| key.name());
        let found = Found {
            kind: Kind::Chapter,
            title: title.get(base.language).to_owned(),
            line: text::CHAPTER_LINE.get(base.language).to_owned(),
            target: Selection {
                chapter: Some(key),
                ..on(base, View::Chapters)
            },
        };
        Entry::new(found, &name, synonyms, &about)
    })
}

/// Words of daily speech for what the chapters tell.
const CHAPTER_WORDS: [(ChapterKey, &str); 3] = [
    (
        ChapterKey::Cost,
        "geld uitgaven budget bezuiniging duur tarief money spending budget",
    ),
    (
        ChapterKey::WaitingTimes,
        "wachtlijst wachtlijsten wachttijd wachten wachtenden kdc ggz waiting list queue",
    ),
    (
        ChapterKey::Voices,
        "ervaringen verhalen clienten stem tevredenheid experiences stories clients",
    ),
];

fn terms(base: &Selection) -> impl Iterator<Item = Entry> + '_ {
    TERMS.iter().map(|term| {
        let found = Found {
            kind: Kind::Word,
            title: term.name.get(base.language).to_owned(),
            line: term.meaning.get(base.language).to_owned(),
            target: on(base, View::Definitions),
        };
        Entry::new(found, &both(term.name), term.other, &both(term.meaning))
    })
}

fn pages(base: &Selection) -> [Entry; 6] {
    [
        (View::Chapters, text::CHAPTERS, text::CHAPTERS_LEAD, "hoofdstukken tekst verhaal visie chapters texts vision"),
        (View::Definitions, text::DEFINITIONS, text::DEFINITIONS_LEAD, "begrippen betekenis uitleg onderwerpen lijst meaning explanation topics list"),
        (View::Overview, text::OVERVIEW, text::OVERVIEW_LINE, "begin start home alles samenvatting summary"),
        (View::Compare, text::COMPARE, text::COMPARE_LINE, "gemeenten verschil ranglijst naast elkaar municipalities differences ranking"),
        (View::WaitingGuide, text::WAITING_GUIDE, text::WAITING_GUIDE_LINE, "wachtlijst wachtlijsten wachttijd wachttijden wachten verwijzer plek waiting list queue referrer"),
        (View::Accountability, text::ACCOUNTABILITY, text::ACCOUNTABILITY_LEAD, "privacy avg geheim verborgen bescherming anoniem controle bron methode afronding gdpr anonymous method sources rounding"),
    ]
    .map(|(view, title, line, other)| {
        let found = Found {
            kind: Kind::Page,
            title: title.get(base.language).to_owned(),
            line: line.get(base.language).to_owned(),
            target: on(base, view),
        };
        Entry::new(found, &both(title), other, &both(line))
    })
}

fn areas<'a>(base: &'a Selection, region: &'a Region) -> impl Iterator<Item = Entry> + 'a {
    region.areas().map(|(area, entry)| {
        let name = Place::of(region, area).name;
        let line = match base.language {
            Language::Nl => format!("Het overzicht van {name}."),
            Language::En => format!("The overview of {name}."),
        };
        let found = Found {
            kind: Kind::Area,
            title: name.to_owned(),
            line,
            target: Selection {
                area,
                ..on(base, View::Overview)
            },
        };
        Entry::new(found, &[&entry.name], &entry.key, &[])
    })
}

/// Members that the figures can be narrowed to.
fn parts(base: &Selection) -> impl Iterator<Item = Entry> + '_ {
    let members = Dimension::OF_YOUTHS.into_iter().flat_map(Dimension::iter);
    members
        .filter(|member: &Member| !member.is_total())
        .map(|member| {
            let indicator = CATALOGUE
                .iter()
                .find(|entry| entry.breakdowns().contains(&member.dimension()))
                .unwrap_or(&CATALOGUE[0]);
            let (name, label) = (
                indicator.name.get(base.language),
                member.label().get(base.language),
            );
            let found = Found {
                kind: Kind::Part,
                title: label.to_owned(),
                line: format!(
                    "{name}: {}.",
                    crate::sentence::selection_words(&[member], base.language).unwrap_or_default()
                ),
                target: on(base, View::Explore).of(indicator).narrowed(member),
            };
            Entry::new(
                found,
                &both(member.label()),
                member.code(),
                &both(member.dimension().title()),
            )
        })
}

/// What is counted, with its definition: it leads to a figure made of it, or else to where single figures are looked at.
fn measures(base: &Selection) -> impl Iterator<Item = Entry> + '_ {
    Measure::ALL
        .iter()
        .copied()
        .filter(|measure| {
            *measure != Measure::Inhabitants
                && !matches!(
                    measure.unit(),
                    MeasureUnit::EuroSquared | MeasureUnit::DaysSquared
                )
        })
        .map(|measure| {
            let reader = CATALOGUE.iter().find(|entry| match &entry.publication {
                Publication::Published { formula, .. } => {
                    formula.operands().any(|operand| operand.measure == measure)
                }
                Publication::NoFiguresYet { .. } => false,
            });
            let target = match reader {
                Some(entry) => on(base, View::Explore).of(entry),
                None => Selection {
                    measure,
                    ..on(base, View::Accountability)
                },
            };
            let found = Found {
                kind: Kind::Word,
                title: crate::sentence::capital(measure.title().get(base.language)),
                line: measure.definition().get(base.language).to_owned(),
                target,
            };
            Entry::new(
                found,
                &both(measure.title()),
                "",
                &both(measure.definition()),
            )
        })
}

fn marks<'a>(base: &'a Selection, region: &'a Region) -> impl Iterator<Item = Entry> + 'a {
    Status::ALL
        .into_iter()
        .filter(|status| *status != Status::Shown)
        .map(|status| {
            let meaning = mark_meaning(status, region.policy(), base.language);
            let name = mark(status).name;
            let found = Found {
                kind: Kind::Word,
                title: crate::sentence::capital(name.get(base.language)),
                line: meaning.clone(),
                target: on(base, View::Accountability),
            };
            let filed = mark(status).filed;
            Entry::new(found, &both(name), filed.get(Language::Nl), &[&meaning])
        })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;

    fn region() -> Region {
        Region::new(&toml::from_str(include_str!("../../data/regio.toml")).unwrap()).unwrap()
    }

    fn titles(query: &str) -> Vec<String> {
        let region = region();
        let base = Selection::default_for(&region);
        search(query, &base, &region)
            .into_iter()
            .map(|found| found.title)
            .collect()
    }

    #[test]
    fn words_of_daily_speech_find_what_is_meant() {
        for (query, expected) in [
            ("geld", "Kosten per jeugdige"),
            ("GELD", "Kosten in totaal"),
            ("drop-out", "Hulp die één kant afbreekt (uitval)"),
            ("een kant", "Hulp die één kant afbreekt (uitval)"),
            ("dropouts", "Hulp die één kant afbreekt (uitval)"),
            ("wachtlijsten", "Wachttijden"),
            ("wachttijd delft", "Wachttijden"),
            ("ambitie 5", "5. Jeugdhulp en onderwijs werken samen"),
            ("trend", "Trend"),
            ("toeval", "Toeval"),
            ("marge", "Marge"),
            ("ggz", "Jeugd-ggz"),
            ("delf", "Delft"),
            ("pleegzorg", "Pleegzorg"),
            ("privacy", "Verantwoording"),
            ("secundair", "Verborgen om een ander cijfer"),
            ("geheim", "Verborgen"),
            ("verborgen", "Verborgen"),
            ("wat kost de hulp per jeugdige", "Kosten per jeugdige"),
        ] {
            let found = titles(query);
            assert!(
                found.iter().any(|title| title == expected),
                "{query}: {found:?}"
            );
        }
    }

    #[test]
    fn an_area_beside_other_words_is_chosen() {
        let region = region();
        let base = Selection::default_for(&region);
        let found = search("kosten den haag", &base, &region);
        let of = |area| crate::release::AreaId::clone(area);
        let (den_haag, _) = region
            .areas()
            .find(|(_, entry)| entry.key == "den-haag")
            .unwrap();
        assert_eq!(found[0].title, "Kosten per jeugdige");
        assert!(found.iter().all(|found| of(&found.target.area) == den_haag));
        // Alone it is what is looked for.
        assert!(titles("den haag").contains(&"Den Haag".to_owned()));
    }

    #[test]
    fn what_has_no_figures_says_so() {
        let region = region();
        let found = search("prognose", &Selection::default_for(&region), &region);
        assert!(found.iter().any(|found| found.kind == Kind::WithoutFigures));
        assert!(found.iter().all(|found| found.kind != Kind::Indicator));
    }

    #[test]
    fn a_name_comes_before_a_mention() {
        assert_eq!(titles("instroom")[0], "Nieuwe jeugdigen (instroom)");
        assert_eq!(titles("kosten")[0], "Kosten per jeugdige");
    }

    #[test]
    fn nothing_is_found_for_nothing_and_for_nonsense() {
        for query in ["", "  ", "?!", "xyzzy", "kosten xyzzy plugh"] {
            assert_eq!(titles(query), Vec::<String>::new(), "{query}");
        }
    }

    #[test]
    fn a_question_finds_what_it_is_about() {
        for (question, topic) in [
            ("Hoe lang duurt jeugdhulp in Delft?", "Hoe lang hulp duurt"),
            ("Komen kinderen vaker terug?", "Jeugdigen die terugkomen"),
            ("terugkeer", "Jeugdigen die terugkomen"),
            ("herhaald beroep", "Eerder jeugdhulp gehad"),
            (
                "Wordt hulp vaker afgebroken in Rijswijk?",
                "Hulp die één kant afbreekt (uitval)",
            ),
            ("hulp stopt te vroeg", "Hulp die voortijdig stopt"),
            ("behandelduur", "Hoe lang hulp duurt"),
        ] {
            let found = titles(question);
            assert!(
                found.iter().take(4).any(|title| title == topic),
                "{question}: {found:?}"
            );
        }
        // A word that is nowhere does not take away what the others find.
        assert_eq!(titles("kosten xyzzy"), titles("kosten"));
    }

    #[test]
    fn what_the_reader_chose_stays_chosen() {
        let region = region();
        let (base, _) = crate::selection::parse(
            "?gebied=delft&jaar=2019&taal=en&thema=donker&zoek=pleegzorg",
            &region,
        );
        let found = search(&base.search, &base, &region);
        let part = found.iter().find(|found| found.kind == Kind::Part).unwrap();
        assert_eq!(
            crate::selection::write(&part.target, &region),
            "?weergave=verkennen&indicator=gebruik&gebied=delft&jaar=2019&zorgvorm=pleegzorg&taal=en&thema=donker"
        );
    }
}
