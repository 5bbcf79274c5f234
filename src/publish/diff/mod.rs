//! Two releases of one region held against each other: what changed, by how much, and why.

mod coverage;
mod report;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub use coverage::OnlyIn;
pub use report::{html, json, text};

use super::error::PublishError;
use super::reader::read_release;
use crate::cube::{Cell, CellKey, CubeStore};
use crate::release::{AreaId, Release};
use crate::vocabulary::{Bilingual, Measure, Table};

/// Why a figure changed, as far as the releases themselves tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// The year was provisional.
    Revision,
    /// There is a break from a year that the earlier release did not have, or the rules of protection and rounding changed, or what was agreed.
    Definition,
    /// The year or the area is in one release only, or what was not known yet is known now.
    Coverage,
    /// The year was final: the records were corrected.
    Correction,
}

impl Why {
    /// In words.
    pub const fn words(self) -> Bilingual {
        match self {
            Self::Revision => Bilingual::new(
                "herziening van een voorlopig jaar",
                "revision of a provisional year",
            ),
            Self::Definition => Bilingual::new(
                "andere definitie of bescherming",
                "other definition or protection",
            ),
            Self::Coverage => Bilingual::new("andere dekking", "other coverage"),
            Self::Correction => Bilingual::new(
                "correctie van een definitief jaar",
                "correction of a final year",
            ),
        }
    }
}

/// How a figure changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum How {
    /// It is shown in both, with other values.
    Value(f64, f64),
    /// It was shown and is hidden now.
    Hidden(f64),
    /// It was hidden and is shown now.
    Shown(f64),
    /// It was not known yet, and is shown now.
    Known(f64),
    /// It was there in another way that shows no value on either side: unknown, without meaning or hidden.
    Status,
}

/// A figure that changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The figure, with the area as the new release has it.
    pub key: CellKey,
    /// Code of the area.
    pub area: String,
    /// The measure.
    pub measure: Measure,
    /// How.
    pub how: How,
    /// Why.
    pub why: Why,
    /// Its size as a share of the figure of the whole region in that year: what makes measures comparable.
    pub share: f64,
}

/// How many figures of a measure changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Figures in both releases.
    pub compared: usize,
    /// Shown in both, with other values.
    pub changed: usize,
    /// Newly hidden.
    pub hidden: usize,
    /// Newly shown.
    pub shown: usize,
    /// Changed in another way.
    pub other: usize,
    /// In the old release only, and in the new one only.
    pub only: [usize; 2],
}

/// What changed between two releases.
#[derive(Clone, Debug)]
pub struct Diff {
    /// Ids of the releases.
    pub ids: [String; 2],
    /// Changed figures, the largest first.
    pub changes: Vec<Change>,
    /// Numbers by measure.
    pub counts: BTreeMap<Measure, Counts>,
    /// What stands in one release only.
    pub coverage: Vec<OnlyIn>,
    /// Breaks, rules and periods that changed, in words.
    pub definitions: Vec<Bilingual>,
}

/// Why two releases were not held against each other.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DiffError {
    /// They are of different regions.
    #[error(
        "{old} is a release of {old_name} and {new} of {new_name}: only releases of one region can be held against each other"
    )]
    OtherRegion {
        /// The one folder.
        old: PathBuf,
        /// Its region.
        old_name: String,
        /// The other folder.
        new: PathBuf,
        /// Its region.
        new_name: String,
    },
    /// One of them cannot be read.
    #[error(transparent)]
    Release(#[from] PublishError),
}

/// Holds the release in `new` against the earlier one in `old`.
///
/// # Errors
/// [`DiffError`].
pub fn diff(old: &Path, new: &Path) -> Result<Diff, DiffError> {
    let (before, cells_before) = read_release(old)?;
    let (after, cells_after) = read_release(new)?;
    let code = |release: &Release| release.region.area(release.region.whole()).code.clone();
    if code(&before) != code(&after) {
        return Err(DiffError::OtherRegion {
            old: old.to_owned(),
            old_name: before.region.name().to_owned(),
            new: new.to_owned(),
            new_name: after.region.name().to_owned(),
        });
    }
    Ok(compare((&before, &cells_before), (&after, &cells_after)))
}

fn compare(
    (before, cells_before): (&Release, &CubeStore),
    (after, cells_after): (&Release, &CubeStore),
) -> Diff {
    let mut changes = Vec::new();
    let mut counts: BTreeMap<Measure, Counts> = BTreeMap::new();
    let whole = after.region.whole();
    for cube in cells_after.cubes() {
        for (measure, column) in cube.columns() {
            let count = counts.entry(*measure).or_default();
            for (row, key) in cube.keys().iter().enumerate() {
                let area = before.region.by_code(&after.region.area(key.area).code);
                let then = area.and_then(|area| cells_before.find(key.in_area(area), *measure));
                let Some((then, _)) = then else {
                    count.only[1] += 1;
                    continue;
                };
                count.compared += 1;
                let Some(how) = how(then, column.cell(row)) else {
                    continue;
                };
                match how {
                    How::Value(..) => count.changed += 1,
                    How::Hidden(_) => count.hidden += 1,
                    How::Shown(_) => count.shown += 1,
                    How::Known(_) | How::Status => count.other += 1,
                }
                let all = cells_after
                    .find(CellKey::total(key.year, whole), *measure)
                    .and_then(|(cell, _)| cell.shown());
                changes.push(Change {
                    key: *key,
                    area: after.region.area(key.area).code.clone(),
                    measure: *measure,
                    how,
                    why: why(before, after, (*key, *measure), how),
                    share: share(how, all),
                });
            }
        }
    }
    for cube in cells_before.cubes() {
        let is_gone = |key: &&CellKey, measure| {
            let area = after.region.by_code(&before.region.area(key.area).code);
            area.and_then(|area| cells_after.find(key.in_area(area), measure))
                .is_none()
        };
        for (measure, _) in cube.columns() {
            let gone = cube.keys().iter().filter(|key| is_gone(key, *measure));
            counts.entry(*measure).or_default().only[0] += gone.count();
        }
    }
    changes.sort_by(|a, b| {
        b.share
            .total_cmp(&a.share)
            .then_with(|| (a.measure, a.key).cmp(&(b.measure, b.key)))
    });
    Diff {
        ids: [before.id.clone(), after.id.clone()],
        changes,
        counts,
        coverage: coverage::coverage([(before, cells_before), (after, cells_after)]),
        definitions: definitions(before, after),
    }
}

/// How a cell changed, if it did.
fn how(then: Cell, now: Cell) -> Option<How> {
    match (then.shown(), now.shown()) {
        (Some(then), Some(now)) => (then.total_cmp(&now).is_ne()).then_some(How::Value(then, now)),
        (Some(then), None) => Some(if now.is_hidden() {
            How::Hidden(then)
        } else {
            How::Status
        }),
        (None, Some(now)) => Some(if then.is_hidden() {
            How::Shown(now)
        } else {
            How::Known(now)
        }),
        // That a figure is hidden for another reason tells nothing about it.
        (None, None) => (then.is_hidden() != now.is_hidden()).then_some(How::Status),
    }
}

fn share(how: How, all: Option<f64>) -> f64 {
    let (size, own) = match how {
        How::Value(then, now) => ((now - then).abs(), then.abs().max(now.abs())),
        How::Hidden(value) | How::Shown(value) | How::Known(value) => (value.abs(), value.abs()),
        How::Status => (0.0, 1.0),
    };
    let whole = all.map_or(own, |all| all.abs().max(own));
    if whole > 0.0 { size / whole } else { 0.0 }
}

fn why(before: &Release, after: &Release, (key, measure): (CellKey, Measure), how: How) -> Why {
    let held_against_others =
        measure.table() == Table::Ranges && !before.region.agrees_with(&after.region);
    if matches!(how, How::Known(_)) {
        return Why::Coverage;
    }
    let had = |from: u16| {
        before
            .region
            .by_code(&after.region.area(key.area).code)
            .is_some_and(|area| {
                before
                    .region
                    .breaks_in(area)
                    .any(|known| known.from == from)
            })
    };
    let broke = after
        .region
        .breaks_in(key.area)
        .any(|entry| entry.from <= key.year && !had(entry.from));
    if broke || held_against_others || before.region.policy() != after.region.policy() {
        Why::Definition
    } else if before.region.is_provisional(key.year) {
        Why::Revision
    } else {
        Why::Correction
    }
}

fn definitions(before: &Release, after: &Release) -> Vec<Bilingual> {
    let mut found = Vec::new();
    if before.region.policy() != after.region.policy() {
        found.push(Bilingual::new(
            "De regels voor bescherming of afronding zijn anders.",
            "The rules of protection or rounding are different.",
        ));
    }
    let mut differs = |is_different: bool, nl, en| {
        if is_different {
            found.push(Bilingual::new(nl, en));
        }
    };
    let breaks = |release: &Release| {
        let told = |area: AreaId| {
            let entries = release.region.breaks_in(area);
            let told =
                entries.map(|entry| (entry.from, entry.short.clone(), entry.explanation.clone()));
            (
                release.region.area(area).code.clone(),
                told.collect::<Vec<_>>(),
            )
        };
        let areas = release.region.areas();
        areas.map(|(area, _)| told(area)).collect::<Vec<_>>()
    };
    differs(
        breaks(before) != breaks(after),
        "De breuken in de reeksen zijn anders.",
        "The breaks in the series are different.",
    );
    differs(
        !before.region.agrees_with(&after.region),
        "Hoelang hulp als richting zou moeten duren (`kader`) is anders.",
        "How long care should last, as a direction (`kader`), is different.",
    );
    let both = || {
        let years = before.region.years();
        years.filter(|year| after.region.years().any(|other| other == *year))
    };
    let is_final = |release: &Release, year: u16| !release.region.is_provisional(year);
    differs(
        both().any(|year| !is_final(before, year) && is_final(after, year)),
        "Een jaar dat voorlopig was is nu definitief.",
        "A year that was provisional is final now.",
    );
    differs(
        both().any(|year| is_final(before, year) && !is_final(after, year)),
        "Een jaar dat definitief was is nu voorlopig.",
        "A year that was final is provisional now.",
    );
    let expected = |release: &Release, year| release.region.expected_cost_revision(year);
    differs(
        both().any(|year| expected(before, year) != expected(after, year)),
        "De verwachte herziening van de kosten is anders.",
        "The expected revision of cost is different.",
    );
    differs(
        before.synthetic != after.synthetic,
        "De ene release heeft nagebootste gegevens, de andere niet.",
        "The one release has made-up data, the other has not.",
    );
    differs(
        before.reference_date != after.reference_date,
        "De peildatum is anders.",
        "The reference date is different.",
    );
    let names = |release: &Release| {
        let areas = release.region.areas();
        areas
            .map(|(_, area)| (area.code.clone(), area.name.clone()))
            .collect::<BTreeMap<_, _>>()
    };
    let (old, new) = (names(before), names(after));
    differs(
        old.iter()
            .any(|(code, name)| new.get(code).is_some_and(|other| other != name)),
        "Een gebied heeft een andere naam.",
        "An area has another name.",
    );
    found
}

impl Diff {
    /// Whether nothing changed at all.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
            && self.only() == [0, 0]
            && self.coverage.is_empty()
            && self.definitions.is_empty()
    }

    /// How many figures are in the old release only, and in the new one only.
    pub fn only(&self) -> [usize; 2] {
        [0, 1].map(|nth| self.counts.values().map(|counts| counts.only[nth]).sum())
    }

    /// The measures of a table with their numbers.
    pub fn of_table(&self, table: Table) -> impl Iterator<Item = (Measure, Counts)> + '_ {
        self.counts
            .iter()
            .filter(move |(measure, _)| measure.table() == table)
            .map(|(measure, counts)| (*measure, *counts))
    }
}
