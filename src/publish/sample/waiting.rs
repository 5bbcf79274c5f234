//! Waiting lists: youths who applied as others began, and have not begun themselves.

use std::collections::BTreeMap;

use super::calendar::{Day, quarter_of, quarter_start, year_of};
use super::career::Trajectory;
use super::draw::{Draw, whole};
use super::profile::Profile;
use super::providers::Panel;
use super::region::{STREAM_PANEL, STREAM_WAITING};

/// Whoever waits has a key of her own: she may never come into care. Above those of everybody in care, at any scale.
const FIRST_PERSON: usize = 5_000_001;

/// A list, named in the order in which lists are written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct List {
    /// Last day of the quarter.
    pub(super) counted: Day,
    pub(super) provider: usize,
    /// Code of the form of care.
    pub(super) form: String,
    pub(super) municipality: usize,
}

/// Who is on a list, with the day she applied.
pub(super) type Places = Vec<(usize, Day)>;

/// The lists of all providers at the end of every quarter, those without anybody on them as well.
pub(super) fn lists(
    profile: &Profile,
    trajectories: &[Trajectory],
    seed: u64,
) -> BTreeMap<List, Places> {
    let panel = Panel::new(profile, &mut Draw::new(seed, STREAM_PANEL));
    let mut draw = Draw::new(seed, STREAM_WAITING);
    // A provider with a small number is one of those at which youths wait long.
    let inclined: Vec<f64> = (0..panel.len()).map(|_| draw.unit()).collect();
    let quarters = quarters(profile);
    let mut lists = empty(profile, &panel, &quarters);
    for (nth, trajectory) in trajectories.iter().enumerate() {
        let care = &profile.cares[trajectory.care];
        let applied = trajectory.begin;
        let (listed, place) = (draw.chance(profile.waiting.listed), draw.unit());
        let Some(wait) = care.wait.as_ref().filter(|_| listed) else {
            continue;
        };
        let year = year_of(applied);
        let is_long = inclined[trajectory.provider] < wait.long.at(year);
        let weeks = if is_long {
            wait.weeks.at(year) * (0.4 + 1.2 * place)
        } else {
            profile.waiting.short_weeks * place
        };
        let begins = applied + whole(weeks * 7.0);
        for counted in quarters
            .iter()
            .filter(|counted| (applied..begins).contains(*counted))
        {
            let list = List {
                counted: *counted,
                provider: trajectory.provider,
                form: care.form.clone(),
                municipality: trajectory.municipality,
            };
            lists
                .entry(list)
                .or_default()
                .push((FIRST_PERSON + nth, applied));
        }
    }
    lists
}

/// The last days of the quarters that are over.
fn quarters(profile: &Profile) -> Vec<Day> {
    let first = profile.waiting.from.day();
    // The quarter of the day after the last day is the first that is not over.
    (quarter_of(first)..quarter_of(profile.last_day() + 1))
        .map(|quarter| quarter_start(quarter + 1) - 1)
        .collect()
}

/// A list for every form of care that a provider gives, everywhere it does.
fn empty(profile: &Profile, panel: &Panel, quarters: &[Day]) -> BTreeMap<List, Places> {
    let mut lists = BTreeMap::new();
    for counted in quarters {
        for provider in 0..panel.len() {
            for care in profile.cares.iter().filter(|care| care.wait.is_some()) {
                for municipality in 0..profile.municipalities.len() {
                    if panel.offers(provider, care, municipality, year_of(*counted)) {
                        let list = List {
                            counted: *counted,
                            provider,
                            form: care.form.clone(),
                            municipality,
                        };
                        lists.insert(list, Places::new());
                    }
                }
            }
        }
    }
    lists
}
