//! Trajectories: who received what care from whom, from when until when.

use std::collections::HashMap;

use super::Reading;
use super::checks::Checks;
use super::end_reason::EndReason;
use super::report::{Fate, FileReport, Place};
use super::rows::Rows;
use super::rule::Rule;
use super::source::Part;
use super::specification::TRAJECTORIES;
use super::unique::{Keyed, mark};
use crate::publish::error::PublishError;
use crate::release::{AreaId, RowAction};
use crate::vocabulary::{Dimension, Member};

/// The most days that a youth has lived when care begins, and that she is born after it: 30 years and one.
const OLDEST: i32 = 31 * 366;
const UNBORN: i32 = 366;

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
    /// Why it ended.
    pub reason: EndReason,
    /// Declared cost in cents, by year.
    pub cost: Vec<(u16, i64)>,
}

impl Trajectory {
    /// Adds to the cost of a year.
    pub(super) fn add_cost(&mut self, year: u16, cents: i64) {
        match self.cost.iter_mut().find(|(known, _)| *known == year) {
            Some((_, sum)) => *sum = sum.saturating_add(cents),
            None => self.cost.push((year, cents)),
        }
    }
}

/// Trajectories with the key that declarations refer to.
#[derive(Default)]
pub(super) struct Allocated {
    trajectories: Vec<Trajectory>,
    /// Where each stands, and what became of its row.
    rows: Vec<(Place, Fate)>,
    keyed: Keyed,
}

impl Allocated {
    /// The number of the trajectory of an allocation.
    pub(super) fn index_of(&self, allocation: &str) -> Option<usize> {
        self.keyed.find(mark(allocation))
    }

    /// A trajectory by its number.
    pub(super) fn at(&mut self, index: usize) -> &mut Trajectory {
        &mut self.trajectories[index]
    }

    /// Notes the trajectories that overlap an earlier one of the same person, provider and form.
    pub(super) fn note_overlaps(&self, report: &mut FileReport) {
        let mut order: Vec<usize> = (0..self.trajectories.len())
            .filter(|index| !self.keyed.is_spoilt(*index))
            .collect();
        let same = |index: usize| {
            let entry = &self.trajectories[index];
            (entry.person, entry.provider, entry.form)
        };
        order.sort_unstable_by_key(|index| {
            let entry = &self.trajectories[*index];
            (same(*index), entry.begin, self.rows[*index].0)
        });
        for of_one in order.chunk_by(|a, b| same(*a) == same(*b)) {
            let mut until: Option<i32> = None;
            for (nth, index) in of_one.iter().enumerate() {
                let entry = &self.trajectories[*index];
                let end = entry.end.unwrap_or(i32::MAX);
                if nth > 0 && until.is_some_and(|until| entry.begin <= until) {
                    let (place, fate) = self.rows[*index];
                    report.note(Rule::DoesNotOverlap, "begin", RowAction::Repair, place);
                    report.recount(fate, Fate::Repaired);
                }
                until = until.max(Some(end));
            }
        }
    }

    pub(super) fn into_trajectories(self) -> Vec<Trajectory> {
        self.keyed.kept(self.trajectories)
    }

    /// Adds a trajectory that keeps all rules, unless its row or its key stands there already.
    fn add(&mut self, allocation: &str, trajectory: Trajectory, checks: Checks<'_>) {
        let (place, fate) = (checks.place, checks.fate);
        let contents = (
            (trajectory.person, trajectory.born, trajectory.municipality),
            (trajectory.provider, trajectory.form.index()),
            (trajectory.referrer.index(), trajectory.reason),
            (trajectory.begin, trajectory.end),
        );
        if self
            .keyed
            .admits(mark(allocation), &contents, checks, "toewijzing")
        {
            self.trajectories.push(trajectory);
            self.rows.push((place, fate));
        }
    }
}

/// Reads the trajectories.
pub(super) fn read(
    parts: &[Part],
    forms: &HashMap<String, Member>,
    reading: &Reading<'_>,
) -> Result<(Allocated, FileReport), PublishError> {
    let (mut rows, mut report) = Rows::of(&TRAJECTORIES, parts, reading);
    let mut numbers = People::default();
    let mut read = Allocated::default();
    while let Some(row) = rows.next(&mut report)? {
        let mut checks = Checks::of(&mut report, reading.actions, row.place);
        let allocation = row.fields[0];
        if allocation.is_empty() {
            checks.rejects(Rule::KeyIsGiven, "toewijzing");
        }
        match parse(&row.fields, forms, reading, &mut numbers, &mut checks) {
            Some(trajectory) if checks.fate < Fate::Rejected => {
                read.add(allocation, trajectory, checks);
            }
            _ => {
                checks.finish();
            }
        }
    }
    Ok((read, report))
}

/// The trajectory that the fields say, if they say one; every rule that they break is noted.
fn parse(
    fields: &[&str; 12],
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
        begins_well(begin, birth, reading.reference_day, checks);
    }
    let end = if end.is_empty() {
        None
    } else {
        ends_well(
            begin,
            checks.date("einde", end)?,
            reading.reference_day,
            checks,
        )
    };
    let reason = checks
        .code("reden_einde", reason, EndReason::from_ijw)
        .unwrap_or_else(|| {
            checks.broke(Rule::ReasonIsKnown, "reden_einde");
            EndReason::Unknown
        });
    if reason == EndReason::Administrative && end.is_some() {
        checks.broke(Rule::StopEndsCare, "reden_einde");
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
        reason,
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

fn begins_well(begin: i32, birth: Option<i32>, reference_day: i32, checks: &mut Checks<'_>) {
    checks.plausible("begin", begin);
    if begin > reference_day {
        checks.rejects(Rule::BeginIsNotInTheFuture, "begin");
    }
    if birth.is_some_and(|birth| !(-UNBORN..OLDEST).contains(&(begin - birth))) {
        checks.broke(Rule::BirthIsPlausible, "geboortedatum");
    }
}

/// The end of care, if it has happened.
fn ends_well(
    begin: Option<i32>,
    end: i32,
    reference_day: i32,
    checks: &mut Checks<'_>,
) -> Option<i32> {
    if begin.is_some_and(|begin| end < begin) {
        checks.rejects(Rule::EndIsNotBeforeBegin, "einde");
    }
    if end > reference_day {
        checks.broke(Rule::EndIsNotInTheFuture, "einde");
        return None;
    }
    Some(end)
}

/// A person, by her key or by what stands in for it.
enum Person<'a> {
    Key(&'a str),
    Like(i32, &'a str, &'a str),
}

/// Gives every key a running number, so that no key lives longer than reading.
#[derive(Default)]
struct People {
    persons: HashMap<[u64; 2], u32>,
    providers: HashMap<String, u32>,
}

impl People {
    fn person(&mut self, person: &Person<'_>) -> u32 {
        let key = match person {
            Person::Key(key) => mark(*key),
            Person::Like(birth, sex, postcode) => mark(&(birth, sex, postcode)),
        };
        let next = u32::try_from(self.persons.len()).unwrap_or(u32::MAX);
        *self.persons.entry(key).or_insert(next)
    }

    fn provider(&mut self, key: &str) -> u32 {
        let next = u32::try_from(self.providers.len()).unwrap_or(u32::MAX);
        match self.providers.get(key) {
            Some(number) => *number,
            None => *self.providers.entry(key.to_owned()).or_insert(next),
        }
    }
}
