//! Help of local teams: before specialist care and beside it, and to youths who never come into that.

use std::collections::BTreeMap;

use super::calendar::Day;
use super::career::Trajectory;
use super::draw::{Draw, whole};
use super::profile::Profile;
use super::region::STREAM_LOCAL;

/// Whoever is helped by a local team and never in care. Above those under an order, at any scale.
const FIRST_PERSON: usize = 9_000_001;

/// The form of care that a neighbourhood team gives itself.
const OF_TEAM: &str = "01";

/// Help of a local team.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Help {
    pub(super) begin: Day,
    pub(super) person: usize,
    pub(super) birth: Day,
    pub(super) municipality: usize,
    /// Last day, also when that is still to come.
    pub(super) end: Day,
}

/// The help to be written, in order of begin and then person.
pub(super) fn help(profile: &Profile, trajectories: &[Trajectory], seed: u64) -> Vec<Help> {
    let teams = &profile.local_teams;
    let mut draw = Draw::new(seed, STREAM_LOCAL);
    let mut until: BTreeMap<(usize, usize), Day> = BTreeMap::new();
    let mut found = Vec::new();
    let mut others = FIRST_PERSON;
    for trajectory in trajectories {
        let town = &profile.municipalities[trajectory.municipality].code;
        let team = teams
            .supplied
            .iter()
            .find(|team| team.municipality == *town);
        let Some(team) = team.filter(|_| profile.cares[trajectory.care].form != OF_TEAM) else {
            continue;
        };
        let drawn = draw.chance(teams.chance);
        let lead = draw.between(0, teams.lead_days);
        let days = whole(draw.quantile(&teams.days) * team.pace).max(1);
        let is_alone = draw.chance(teams.alone);
        let begin = (trajectory.begin - lead).max(trajectory.birth);
        let help = Help {
            begin,
            person: trajectory.person,
            birth: trajectory.birth,
            municipality: trajectory.municipality,
            end: begin + days - 1,
        };
        if is_alone {
            found.push(Help {
                person: others,
                ..help.clone()
            });
            others += 1;
        }
        let last = until
            .entry((help.person, help.municipality))
            .or_insert(Day::MIN);
        if drawn && *last < begin {
            *last = help.end;
            found.push(help);
        }
    }
    let from = teams.from.day();
    found.retain(|help| help.end >= from && help.begin <= profile.last_day());
    found.sort();
    found
}
