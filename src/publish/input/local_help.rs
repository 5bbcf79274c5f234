//! Help of local teams: who was helped where, from when until when.

use super::Reading;
use super::checks::Checks;
use super::people::{People, Person};
use super::report::{Fate, FileReport};
use super::rule::Rule;
use super::source::Part;
use super::specification::LOCAL_TEAMS;
use super::spell::{Spell, Spells, spell};
use super::unique::mark;
use crate::publish::error::PublishError;
use crate::release::AreaId;

/// Help that a person had of a local team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LocalHelp {
    /// Number of the person, as among the trajectories.
    pub person: u32,
    /// Day of birth.
    pub born: i32,
    /// Municipality of the team.
    pub municipality: AreaId,
    /// First day.
    pub begin: i32,
    /// Last day; none while it runs.
    pub end: Option<i32>,
}

spell!(LocalHelp, AreaId, |help| help.municipality);

/// Reads the help. Persons get the numbers that they have among the trajectories.
pub(super) fn read(
    parts: &[Part],
    numbers: &mut People,
    reading: &Reading<'_>,
) -> Result<(Spells<LocalHelp>, FileReport), PublishError> {
    let parse = |fields: &[&str; 5], checks: &mut Checks<'_>| {
        let [person, _, municipality, begin, _] = *fields;
        let help = parse(fields, reading, numbers, checks)?;
        Some((help, mark(&(person, municipality, begin))))
    };
    Spells::read(&LOCAL_TEAMS, parts, reading, parse, |help: &LocalHelp| {
        (help.born, help.end)
    })
}

/// The help that the fields say, if they say one; every rule that they break is noted.
fn parse(
    fields: &[&str; 5],
    reading: &Reading<'_>,
    numbers: &mut People,
    checks: &mut Checks<'_>,
) -> Option<LocalHelp> {
    let [person, born, municipality, begin, end] = *fields;
    if person.is_empty() {
        checks.rejects(Rule::PersonIsGiven, "persoon");
    }
    let born = checks.date("geboortedatum", born);
    let municipality = checks.municipality("gemeente", municipality, reading.region);
    let is_supplied = |town| reading.region.area(town).local_team_from.is_some();
    if municipality.is_some_and(|town| !is_supplied(town)) {
        checks.broke(Rule::LocalTeamIsSupplied, "gemeente");
    }
    let begin = checks.date("begin", begin);
    if let Some(begin) = begin {
        checks.begins_well(begin, born, reading.reference_day);
    }
    let end = checks.end(begin, end, reading.reference_day);
    // Only now, so that rows that are left out give no numbers away.
    if checks.fate == Fate::Rejected {
        return None;
    }
    Some(LocalHelp {
        person: numbers.person(&Person::Key(person)),
        born: born?,
        municipality: municipality?,
        begin: begin?,
        end,
    })
}
