//! What one release is about and the other is not.

use std::collections::{BTreeMap, BTreeSet};

use crate::cube::CubeStore;
use crate::release::Release;
use crate::vocabulary::{Bilingual, Language, Margin, Measure, Table};

/// What is in one of two releases only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnlyIn {
    /// Which of the two: 0 for the old one and 1 for the new one.
    pub nth: usize,
    what: What,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum What {
    Year(u16),
    Area(String),
    Table(Table),
    Measure(Measure),
    Margin(Table, Margin),
    YearOfTable(Table, u16),
    AreaOfTable(Table, String),
}

impl OnlyIn {
    /// In words, as the beginning of a sentence.
    pub fn words(&self, language: Language) -> String {
        let of_table =
            |table: Table, what: &str| format!("{}, {what},", table.title().get(language));
        match &self.what {
            What::Year(year) => year.to_string(),
            What::Area(name) => name.clone(),
            What::Table(table) => table.title().get(language).to_owned(),
            What::Measure(measure) => measure.title().get(language).to_owned(),
            What::YearOfTable(table, year) => of_table(*table, &year.to_string()),
            What::AreaOfTable(table, name) => of_table(*table, name),
            What::Margin(table, margin) => {
                let and = Bilingual::new(" en ", " and ").get(language);
                let by = Bilingual::new("verdeeld naar", "divided by").get(language);
                let dimensions: Vec<String> = margin
                    .dimensions()
                    .map(|dimension| dimension.title().get(language).to_lowercase())
                    .collect();
                match dimensions.len() {
                    0 => of_table(*table, Bilingual::new("totalen", "totals").get(language)),
                    _ => of_table(*table, &format!("{by} {}", dimensions.join(and))),
                }
            }
        }
    }
}

/// What a table holds.
#[derive(Default)]
struct Held {
    measures: BTreeSet<Measure>,
    margins: BTreeSet<Margin>,
    years: BTreeSet<u16>,
    areas: BTreeSet<String>,
}

/// What is in one of two releases only: years and areas; and of those that are in both, tables and parts of them.
pub(super) fn coverage(releases: [(&Release, &CubeStore); 2]) -> Vec<OnlyIn> {
    let held = [0, 1].map(|nth| held(releases[nth], releases[1 - nth].0));
    [0, 1]
        .into_iter()
        .flat_map(|nth| {
            let (one, other) = (releases[nth].0, releases[1 - nth].0);
            let years = one.region.years().filter(|year| !has_year(other, *year));
            let areas = one.region.areas().map(|(_, area)| area);
            let areas = areas.filter(|area| other.region.by_code(&area.code).is_none());
            let tables = held[nth]
                .iter()
                .flat_map(|(table, own)| match held[1 - nth].get(table) {
                    None => vec![What::Table(*table)],
                    Some(others) => parts_missing(*table, own, others, one),
                });
            years
                .map(What::Year)
                .chain(areas.map(|area| What::Area(area.name.clone())))
                .chain(tables)
                .map(move |what| OnlyIn { nth, what })
                .collect::<Vec<_>>()
        })
        .collect()
}

fn has_year(release: &Release, year: u16) -> bool {
    release.region.years().any(|known| known == year)
}

/// By table what it holds of the years and areas that the other release has too.
fn held((release, store): (&Release, &CubeStore), other: &Release) -> BTreeMap<Table, Held> {
    let mut tables: BTreeMap<Table, Held> = BTreeMap::new();
    for cube in store.cubes() {
        for key in cube.keys() {
            let code = &release.region.area(key.area).code;
            if !has_year(other, key.year) || other.region.by_code(code).is_none() {
                continue;
            }
            let held = tables.entry(cube.table).or_default();
            held.margins.insert(cube.margin);
            held.years.insert(key.year);
            if !held.areas.contains(code) {
                held.areas.insert(code.clone());
            }
            held.measures
                .extend(cube.columns().iter().map(|(measure, _)| *measure));
        }
    }
    tables
}

fn parts_missing(table: Table, own: &Held, others: &Held, release: &Release) -> Vec<What> {
    let measures = own.measures.difference(&others.measures);
    let margins = own.margins.difference(&others.margins);
    let years = own.years.difference(&others.years);
    let areas = own.areas.difference(&others.areas);
    let name = |code: &String| {
        let area = release.region.by_code(code);
        area.map_or_else(
            || code.clone(),
            |area| release.region.area(area).name.clone(),
        )
    };
    measures
        .map(|measure| What::Measure(*measure))
        .chain(margins.map(|margin| What::Margin(table, *margin)))
        .chain(years.map(|year| What::YearOfTable(table, *year)))
        .chain(areas.map(|code| What::AreaOfTable(table, name(code))))
        .collect()
}
