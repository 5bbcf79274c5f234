//! Inhabitants by municipality and age, from open data.

use std::collections::HashSet;

use chrono::{Datelike, NaiveDate};

use super::Reading;
use super::checks::Checks;
use super::report::{Fate, FileReport};
use super::rows::Rows;
use super::rule::Rule;
use super::source::Part;
use super::specification::POPULATION;
use super::trajectory::FIRST_YEAR;
use super::unique::{Standing, Unique, mark};
use super::value::MOST;
use crate::publish::error::PublishError;
use crate::release::{AreaId, RowAction};
use crate::vocabulary::Member;

/// Inhabitants of one age group in a municipality on 1 January.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inhabitants {
    /// Year.
    pub year: u16,
    /// Municipality.
    pub municipality: AreaId,
    /// Age group.
    pub age: Member,
    /// How many.
    pub count: i64,
}

/// Reads the inhabitants; ages that youth care does not reach are passed over.
pub(super) fn read(
    parts: &[Part],
    reading: &Reading<'_>,
) -> Result<(Vec<Inhabitants>, FileReport), PublishError> {
    let (mut rows, mut report) = Rows::of(&POPULATION, parts, reading);
    let mut inhabitants: Vec<Option<Inhabitants>> = Vec::new();
    let mut spoilt = HashSet::new();
    let mut unique = Unique::default();
    let last_year = NaiveDate::from_num_days_from_ce_opt(reading.reference_day)
        .map_or(i32::MAX, |day| day.year());
    while let Some(row) = rows.next(&mut report)? {
        let [year, municipality, age, count] = row.fields;
        let mut checks = Checks::of(&mut report, reading.actions, row.place);
        let year: Option<u16> = checks.whole("jaar", year, |_| true);
        let municipality = checks.municipality("gemeente", municipality, reading.region);
        let age: Option<u32> = checks.whole("leeftijd", age, |_| true);
        let count: Option<i64> =
            checks.whole("inwoners", count, |count| (0..=MOST).contains(count));
        let (Some(year), Some(municipality), Some(age), Some(count)) =
            (year, municipality, age, count)
        else {
            checks.finish();
            continue;
        };
        let group = Member::of_age(age);
        if group.is_none() {
            checks.broke(Rule::AgeIsCounted, "leeftijd");
        }
        if !(FIRST_YEAR..=last_year).contains(&i32::from(year)) {
            checks.broke(Rule::YearIsPlausible, "jaar");
        }
        let key = mark(&(year, municipality.0, age));
        match unique.meet(key, &count, row.place, checks.fate, inhabitants.len()) {
            Standing::New => {
                inhabitants.push(group.map(|age| Inhabitants {
                    year,
                    municipality,
                    age,
                    count,
                }));
                checks.finish();
            }
            Standing::Copy(first) => {
                checks.rejects(Rule::RowIsUnique, "");
                checks.finish().note_copy(first.place, row.place);
            }
            Standing::Clash(first) => {
                checks.rejects(Rule::KeyIsUnique, "leeftijd");
                let report = checks.finish();
                report.note_clash(first.place, row.place);
                if spoilt.insert(first.index) {
                    report.note(
                        Rule::KeyIsUnique,
                        "leeftijd",
                        RowAction::Reject,
                        first.place,
                    );
                    report.recount(first.fate, Fate::Rejected);
                }
            }
        }
    }
    let counted = inhabitants
        .into_iter()
        .enumerate()
        .filter(|(index, _)| !spoilt.contains(index))
        .filter_map(|(_, entry)| entry)
        .collect();
    Ok((counted, report))
}
