//! Child protection and probation orders: who was under which, from when until when.

use chrono::{Datelike, Months, NaiveDate};

use super::Reading;
use super::checks::Checks;
use super::people::{People, Person};
use super::report::{Fate, FileReport};
use super::rule::Rule;
use super::source::Part;
use super::specification::ORDERS;
use super::spell::{Spell, Spells, spell};
use super::unique::mark;
use crate::publish::error::PublishError;
use crate::release::AreaId;
use crate::vocabulary::Member;

/// An order that a person was under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// Number of the person, as among the trajectories.
    pub person: u32,
    /// Day of birth.
    pub born: i32,
    /// Municipality, by woonplaatsbeginsel.
    pub municipality: AreaId,
    /// What was ordered.
    pub kind: Member,
    /// First day.
    pub begin: i32,
    /// Last day; none while it runs.
    pub end: Option<i32>,
}

spell!(Order, Member, |order| order.kind);

/// Reads the orders. Persons get the numbers that they have among the trajectories.
pub(super) fn read(
    parts: &[Part],
    numbers: &mut People,
    reading: &Reading<'_>,
) -> Result<(Spells<Order>, FileReport), PublishError> {
    let parse = |fields: &[&str; 6], checks: &mut Checks<'_>| {
        let [person, .., code, begin, _] = *fields;
        let order = parse(fields, reading, numbers, checks)?;
        Some((order, mark(&(person, code, begin))))
    };
    Spells::read(&ORDERS, parts, reading, parse, |order: &Order| {
        (order.born, order.municipality, order.end)
    })
}

/// The age at which a youth comes of age.
const MAJORITY: Months = Months::new(12 * 18);

/// The day on which whoever was born on a day comes of age; none beyond the calendar.
fn majority(born: i32) -> Option<i32> {
    let born = NaiveDate::from_num_days_from_ce_opt(born)?;
    Some(born.checked_add_months(MAJORITY)?.num_days_from_ce())
}

/// The order that the fields say, if they say one; every rule that they break is noted.
fn parse(
    fields: &[&str; 6],
    reading: &Reading<'_>,
    numbers: &mut People,
    checks: &mut Checks<'_>,
) -> Option<Order> {
    let [person, born, municipality, code, begin, end] = *fields;
    if person.is_empty() {
        checks.rejects(Rule::PersonIsGiven, "persoon");
    }
    let birth = checks.date("geboortedatum", born);
    let municipality = checks.municipality("gemeente", municipality, reading.region);
    let kind = Member::of_order(code);
    if kind.is_none() {
        checks.rejects(Rule::OrderIsKnown, "maatregel");
    }
    let begin = checks.date("begin", begin);
    if let Some(begin) = begin {
        checks.begins_well(begin, birth, reading.reference_day);
    }
    let mut end = checks.end(begin, end, reading.reference_day);
    if checks.fate < Fate::Rejected
        && kind.is_some_and(Member::ends_at_majority)
        && let Some(majority) = birth.and_then(majority)
        && majority <= reading.reference_day
        && end.is_none_or(|end| end > majority)
    {
        checks.broke(Rule::ProtectionEndsAtMajority, "einde");
        // What begins later cannot have ended by then.
        if begin.is_some_and(|begin| begin > majority) {
            checks.rejects(Rule::ProtectionEndsAtMajority, "begin");
        }
        end = Some(majority);
    }
    // Only now, so that rows that are left out give no numbers away.
    if checks.fate == Fate::Rejected {
        return None;
    }
    Some(Order {
        person: numbers.person(&Person::Key(person)),
        born: birth?,
        municipality: municipality?,
        kind: kind?,
        begin: begin?,
        end,
    })
}
