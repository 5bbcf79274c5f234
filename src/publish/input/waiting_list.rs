//! Waiting lists: who waits at the end of a quarter, at which provider and for what care.

use std::collections::{HashMap, HashSet};

use chrono::{Datelike, Months, NaiveDate};

use super::Reading;
use super::checks::Checks;
use super::report::{Fate, FileReport};
use super::rows::Rows;
use super::rule::Rule;
use super::source::Part;
use super::specification::WAITING_LIST;
use super::trajectory::FIRST_YEAR;
use super::unique::{Standing, Unique, mark};
use crate::publish::error::PublishError;
use crate::release::{AreaId, RowAction};
use crate::vocabulary::{Dimension, Member};

/// What a provider told of one place on its list, or that nobody waits there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Year of the quarter.
    pub year: u16,
    /// Quarter at whose end was counted.
    pub quarter: Member,
    /// Number of the provider; another number than it has among the trajectories.
    pub provider: u32,
    /// Form of care.
    pub form: Member,
    /// Municipality, by woonplaatsbeginsel.
    pub municipality: AreaId,
    /// Days since the youth applied; none when nobody waits.
    pub days: Option<i64>,
}

/// A quarter, from its first day to its last.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Quarter {
    year: u16,
    number: u8,
    last: i32,
}

impl Quarter {
    /// The quarter that a day lies in.
    fn of(day: i32) -> Option<Self> {
        let date = NaiveDate::from_num_days_from_ce_opt(day)?;
        let before = date.month0() / 3;
        let first = NaiveDate::from_ymd_opt(date.year(), before * 3 + 1, 1)?;
        Some(Self {
            year: u16::try_from(date.year()).ok()?,
            number: u8::try_from(before + 1).ok()?,
            last: first.checked_add_months(Months::new(3))?.num_days_from_ce() - 1,
        })
    }
}

/// Reads the waiting lists. Keys of persons serve to find who was entered twice, and go no further.
pub(super) fn read(
    parts: &[Part],
    reading: &Reading<'_>,
) -> Result<(Vec<Waiting>, FileReport), PublishError> {
    let (mut rows, mut report) = Rows::of(&WAITING_LIST, parts, reading);
    let mut waiting: Vec<Waiting> = Vec::new();
    let mut providers: HashMap<String, u32> = HashMap::new();
    let mut spoilt = HashSet::new();
    let mut unique = Unique::default();
    while let Some(row) = rows.next(&mut report)? {
        let [counted, provider, form, municipality, person, applied] = row.fields;
        let mut checks = Checks::of(&mut report, reading.actions, row.place);
        let quarter = quarter(counted, reading, &mut checks);
        if provider.is_empty() {
            checks.rejects(Rule::KeyIsGiven, "aanbieder");
        }
        let form = checks.member("zorgvorm", form, Dimension::CareForm);
        if form.is_none() {
            checks.rejects(Rule::FormIsKnown, "zorgvorm");
        }
        let municipality = checks.municipality("gemeente", municipality, reading.region);
        let days = days(person, applied, quarter.map(|(_, day)| day), &mut checks);
        let (Some((quarter, _)), Some(form), Some(municipality), Some(days), true) = (
            quarter,
            form,
            municipality,
            days,
            checks.fate < Fate::Rejected,
        ) else {
            checks.finish();
            continue;
        };
        let Some(member) = Member::of_quarter(quarter.number) else {
            checks.finish();
            continue;
        };
        let key = mark(&(quarter, provider, form.index(), municipality.0, person));
        match unique.meet(key, &days, row.place, checks.fate, waiting.len()) {
            Standing::New => {
                let next = u32::try_from(providers.len()).unwrap_or(u32::MAX);
                waiting.push(Waiting {
                    year: quarter.year,
                    quarter: member,
                    provider: *providers.entry(provider.to_owned()).or_insert(next),
                    form,
                    municipality,
                    days,
                });
                checks.finish();
            }
            Standing::Copy(first) => {
                checks.rejects(Rule::RowIsUnique, "");
                checks.finish().note_copy(first.place, row.place);
            }
            Standing::Clash(first) => {
                checks.rejects(Rule::KeyIsUnique, "aangemeld");
                let report = checks.finish();
                report.note_clash(first.place, row.place);
                if spoilt.insert(first.index) {
                    report.note(
                        Rule::KeyIsUnique,
                        "aangemeld",
                        RowAction::Reject,
                        first.place,
                    );
                    report.recount(first.fate, Fate::Rejected);
                }
            }
        }
    }
    let counted = waiting
        .into_iter()
        .enumerate()
        .filter(|(index, _)| !spoilt.contains(index))
        .map(|(_, entry)| entry)
        .collect();
    Ok((counted, report))
}

/// The quarter that was counted, if it is over, and the day of counting.
fn quarter(
    counted: &str,
    reading: &Reading<'_>,
    checks: &mut Checks<'_>,
) -> Option<(Quarter, i32)> {
    let day = checks.date("kwartaal_einde", counted)?;
    let quarter = Quarter::of(day)?;
    if is_before_all(day) {
        checks.broke(Rule::DateIsPlausible, "kwartaal_einde");
    }
    if quarter.last > reading.reference_day {
        checks.rejects(Rule::BeginIsNotInTheFuture, "kwartaal_einde");
    } else if day != quarter.last {
        checks.broke(Rule::QuarterEnds, "kwartaal_einde");
    }
    Some((quarter, day))
}

/// The days that somebody has waited; the inner value is none when the row says that nobody waits.
#[allow(
    clippy::option_option,
    reason = "the row may be wrong, and it may say that nobody waits"
)]
fn days(
    person: &str,
    applied: &str,
    counted: Option<i32>,
    checks: &mut Checks<'_>,
) -> Option<Option<i64>> {
    if person.is_empty() && applied.is_empty() {
        return Some(None);
    }
    if person.is_empty() {
        checks.rejects(Rule::PersonIsGiven, "persoon");
    }
    let applied = checks.date("aangemeld", applied)?;
    if is_before_all(applied) {
        checks.broke(Rule::DateIsPlausible, "aangemeld");
    }
    let days = counted? - applied;
    if days < 0 {
        checks.rejects(Rule::AppliedBeforeCount, "aangemeld");
    }
    Some(Some(i64::from(days)))
}

fn is_before_all(day: i32) -> bool {
    NaiveDate::from_ymd_opt(FIRST_YEAR, 1, 1).is_some_and(|first| day < first.num_days_from_ce())
}
