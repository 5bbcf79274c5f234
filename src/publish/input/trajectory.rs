//! Trajectories: who received what care from whom, from when until when.

use std::collections::HashMap;
use std::hash::Hash;

use super::Reading;
use super::checks::Checks;
use super::end_reason::EndReason;
use super::outcome::Outcomes;
use super::people::{People, Person};
use super::report::{Fate, FileReport};
use super::rule::Rule;
use super::source::Part;
use super::specification::TRAJECTORIES;
use super::spell::{Spell, Spells, spell};
use super::unique::mark;
use crate::publish::error::PublishError;
use crate::release::AreaId;
use crate::vocabulary::{Dimension, Member};

/// The code of an unknown referrer.
const UNKNOWN_REFERRER: &str = "07";

/// One trajectory, its keys replaced by running numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Trajectory {
    /// Number of the person.
    pub person: u32,
    /// Day of birth.
    pub born: i32,
    /// Municipality, by woonplaatsbeginsel.
    pub municipality: AreaId,
    /// Number of the provider.
    pub provider: u32,
    /// Form of care.
    pub form: Member,
    /// Referrer.
    pub referrer: Member,
    /// First day.
    pub begin: i32,
    /// Last day; none while it runs.
    pub end: Option<i32>,
    /// How many days after its allocation it began, when that is known: none that are longer than 65,535, and none when it had begun before.
    pub days_allocated: Option<u16>,
    /// Why it ended.
    pub reason: EndReason,
    /// What was asked and answered when it ended.
    pub outcomes: Outcomes,
    /// Declared cost in cents, by year.
    pub cost: Vec<(u16, i64)>,
}

impl Trajectory {
    /// Adds to the cost of a year.
    pub(in crate::publish) fn add_cost(&mut self, year: u16, cents: i64) {
        match self.cost.iter_mut().find(|(known, _)| *known == year) {
            Some((_, sum)) => *sum = sum.saturating_add(cents),
            None => self.cost.push((year, cents)),
        }
    }
}

spell!(Trajectory, (u32, Member), |trajectory| (
    trajectory.provider,
    trajectory.form
));

/// Reads the trajectories.
pub(super) fn read(
    parts: &[Part],
    forms: &HashMap<String, Member>,
    numbers: &mut People,
    reading: &Reading<'_>,
) -> Result<(Spells<Trajectory>, FileReport), PublishError> {
    let parse = |fields: &[&str; 13], checks: &mut Checks<'_>| {
        let [allocation, ..] = *fields;
        if allocation.is_empty() {
            checks.rejects(Rule::KeyIsGiven, "toewijzing");
        }
        let trajectory = parse(fields, forms, reading, numbers, checks)?;
        Some((trajectory, mark(allocation)))
    };
    Spells::read(&TRAJECTORIES, parts, reading, parse, contents)
}

/// What two rows of one allocation must have in common to be the same.
fn contents(trajectory: &Trajectory) -> impl Hash + use<> {
    (
        (trajectory.person, trajectory.born, trajectory.municipality),
        (trajectory.provider, trajectory.form.index()),
        (trajectory.referrer.index(), trajectory.reason),
        (trajectory.begin, trajectory.end, trajectory.days_allocated),
    )
}

/// The trajectory that the fields say, if they say one; every rule that they break is noted.
fn parse(
    fields: &[&str; 13],
    forms: &HashMap<String, Member>,
    reading: &Reading<'_>,
    numbers: &mut People,
    checks: &mut Checks<'_>,
) -> Option<Trajectory> {
    let [
        _,
        person,
        born,
        municipality,
        provider,
        product,
        referrer,
        begin,
        end,
        reason,
        allocated,
        sex,
        postcode,
    ] = *fields;
    let birth = checks.date("geboortedatum", born);
    let person = if person.is_empty() {
        substitute(birth, sex, postcode, checks)
    } else {
        Some(Person::Key(person))
    };
    let municipality = checks.municipality("gemeente", municipality, reading.region);
    if provider.is_empty() {
        checks.rejects(Rule::KeyIsGiven, "aanbieder");
    }
    let form = forms.get(product).copied();
    if form.is_none() {
        checks.rejects(Rule::ProductIsKnown, "product");
    }
    let referrer = checks
        .member("verwijzer", referrer, Dimension::Referrer)
        .or_else(|| {
            checks.broke(Rule::ReferrerIsKnown, "verwijzer");
            Dimension::Referrer.member_by_cbs(UNKNOWN_REFERRER)
        });
    let begin = checks.date("begin", begin);
    if let Some(begin) = begin {
        checks.begins_well(begin, birth, reading.reference_day);
    }
    let end = checks.end(begin, end, reading.reference_day);
    let reason = checks
        .code("reden_einde", reason, EndReason::from_ijw)
        .unwrap_or_else(|| {
            checks.broke(Rule::ReasonIsKnown, "reden_einde");
            EndReason::Unknown
        });
    if reason == EndReason::Administrative && end.is_some() {
        checks.broke(Rule::StopEndsCare, "reden_einde");
    }
    let allocated = checks.usable_date(
        Rule::AllocationDayIsValid,
        "toegewezen",
        allocated,
        reading.reference_day,
    );
    let days_allocated = begin
        .zip(allocated)
        .map(|(begin, allocated)| begin - allocated);
    if days_allocated.is_some_and(|days| days < 0) {
        checks.broke(Rule::AllocatedBeforeCare, "toegewezen");
    }
    // Only now, so that rows that are left out give no numbers away.
    if checks.fate == Fate::Rejected {
        return None;
    }
    Some(Trajectory {
        person: numbers.person(&person?),
        born: birth?,
        municipality: municipality?,
        provider: numbers.provider(provider),
        form: form?,
        referrer: referrer?,
        begin: begin?,
        end,
        days_allocated: days_allocated.map(|days| u16::try_from(days.max(0)).unwrap_or(u16::MAX)),
        reason,
        outcomes: Outcomes::default(),
        cost: Vec::new(),
    })
}

/// What stands in for a key that is missing.
fn substitute<'a>(
    birth: Option<i32>,
    sex: &'a str,
    postcode: &'a str,
    checks: &mut Checks<'_>,
) -> Option<Person<'a>> {
    match birth {
        Some(birth) if !sex.is_empty() && !postcode.is_empty() => {
            checks.broke(Rule::PersonIsGiven, "persoon");
            Some(Person::Like(birth, sex, postcode))
        }
        _ => {
            checks.rejects(Rule::PersonIsGiven, "persoon");
            None
        }
    }
}
