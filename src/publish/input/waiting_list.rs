//! Waiting lists: who waits at the end of a quarter, at which provider and for what care.

use std::collections::HashMap;

use super::Reading;
use super::checks::Checks;
use super::quarter::Quarter;
use super::report::{Fate, FileReport};
use super::rows::Rows;
use super::rule::Rule;
use super::source::Part;
use super::specification::WAITING_LIST;
use super::unique::{Keyed, mark};
use crate::publish::error::PublishError;
use crate::release::AreaId;
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

/// Reads the waiting lists. Keys of persons serve to find who was entered twice, and go no further.
pub(super) fn read(
    parts: &[Part],
    reading: &Reading<'_>,
) -> Result<(Vec<Waiting>, FileReport), PublishError> {
    let (mut rows, mut report) = Rows::of(&WAITING_LIST, parts, reading);
    let mut waiting: Vec<Waiting> = Vec::new();
    let mut providers: HashMap<String, u32> = HashMap::new();
    let mut keyed = Keyed::default();
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
        let days = days(person, applied, quarter.map(|(.., day)| day), &mut checks);
        let (Some((year, quarter, _)), Some(form), Some(municipality), Some(days), true) = (
            quarter,
            form,
            municipality,
            days,
            checks.fate < Fate::Rejected,
        ) else {
            checks.finish();
            continue;
        };
        let key = mark(&(
            (year, quarter.index()),
            (provider, form.index()),
            (municipality.0, person),
        ));
        if keyed.admits(key, &days, checks, "aangemeld") {
            let next = u32::try_from(providers.len()).unwrap_or(u32::MAX);
            waiting.push(Waiting {
                year,
                quarter,
                provider: *providers.entry(provider.to_owned()).or_insert(next),
                form,
                municipality,
                days,
            });
        }
    }
    Ok((keyed.kept(waiting), report))
}

/// Year and quarter that were counted, if they are over, and the day of counting.
fn quarter(
    counted: &str,
    reading: &Reading<'_>,
    checks: &mut Checks<'_>,
) -> Option<(u16, Member, i32)> {
    let day = checks.date("kwartaal_einde", counted)?;
    let quarter = Quarter::of(day)?;
    checks.plausible("kwartaal_einde", day);
    if quarter.last > reading.reference_day {
        checks.rejects(Rule::BeginIsNotInTheFuture, "kwartaal_einde");
    } else if day != quarter.last {
        checks.broke(Rule::QuarterEnds, "kwartaal_einde");
    }
    Some((
        u16::try_from(quarter.year).ok()?,
        Member::of_quarter(quarter.number)?,
        day,
    ))
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
    checks.plausible("aangemeld", applied);
    let days = counted? - applied;
    if days < 0 {
        checks.rejects(Rule::AppliedBeforeCount, "aangemeld");
    }
    Some(Some(i64::from(days)))
}
