//! Declarations per trajectory and quarter, scaled so that every year has its calibrated cost per youth.

use std::collections::BTreeMap;

use super::calendar::{Day, quarter_of, quarter_start, year_of};
use super::career::Trajectory;
use super::draw::Draw;
use super::profile::Profile;
use super::region::STREAM_COST;

/// Euros declared for one trajectory in one quarter.
pub(super) struct Declaration {
    /// Position of the trajectory.
    pub(super) trajectory: usize,
    /// First day of the quarter.
    pub(super) quarter: Day,
    /// Euros.
    pub(super) amount: f64,
}

struct Effort {
    trajectory: usize,
    quarter: i32,
    euro: f64,
    late: bool,
}

impl Effort {
    fn year(&self) -> i32 {
        self.quarter.div_euclid(4)
    }
}

/// The declarations received before the reference date, in order of trajectory and quarter.
pub(super) fn declare(
    profile: &Profile,
    trajectories: &[Trajectory],
    seed: u64,
) -> Vec<Declaration> {
    let efforts = efforts(profile, trajectories, &mut Draw::new(seed, STREAM_COST));
    let factors = factors(profile, trajectories, &efforts);
    efforts
        .iter()
        .filter(|effort| !effort.late)
        .map(|effort| Declaration {
            trajectory: effort.trajectory,
            quarter: quarter_start(effort.quarter),
            amount: effort.euro * factors.get(&effort.year()).copied().unwrap_or(1.0),
        })
        .collect()
}

fn efforts(profile: &Profile, trajectories: &[Trajectory], draw: &mut Draw) -> Vec<Effort> {
    let first = profile.period.costs_from * 4;
    let last_day = profile.last_day();
    let mut efforts = Vec::new();
    for (position, trajectory) in trajectories.iter().enumerate() {
        let end = trajectory.end.min(last_day);
        for quarter in quarter_of(trajectory.begin).max(first)..=quarter_of(end) {
            let from = trajectory.begin.max(quarter_start(quarter));
            let to = end.min(quarter_start(quarter + 1) - 1);
            let days = f64::from(to - from + 1);
            let spread = draw.quantile(&profile.cost.quarter_spread);
            efforts.push(Effort {
                trajectory: position,
                quarter,
                euro: trajectory.euro_per_day * days * spread,
                late: draw.chance(late(profile, quarter)),
            });
        }
    }
    efforts
}

fn late(profile: &Profile, quarter: i32) -> f64 {
    let named = |entry: &&(i32, i32, f64)| entry.0 * 4 + entry.1 - 1 == quarter;
    profile
        .cost
        .late
        .iter()
        .find(named)
        .map_or(0.0, |entry| entry.2)
}

/// Per year: calibrated cost per youth times youths, over the cost drawn. The running year follows the one before.
fn factors(
    profile: &Profile,
    trajectories: &[Trajectory],
    efforts: &[Effort],
) -> BTreeMap<i32, f64> {
    let mut drawn: BTreeMap<i32, f64> = BTreeMap::new();
    for effort in efforts {
        *drawn.entry(effort.year()).or_default() += effort.euro;
    }
    let youths = youths(profile, trajectories);
    let mut factors = BTreeMap::new();
    let mut before = 1.0;
    for (year, euro) in drawn {
        let factor = if year > profile.cost.last_year() {
            before * profile.cost.running_year_growth
        } else {
            profile.cost.per_youth.at(year) * youths.get(&year).copied().unwrap_or(0.0) / euro
        };
        before = factor;
        factors.insert(year, factor);
    }
    factors
}

fn youths(profile: &Profile, trajectories: &[Trajectory]) -> BTreeMap<i32, f64> {
    let last_day = profile.last_day();
    let mut seen: Vec<(i32, usize)> = trajectories
        .iter()
        .flat_map(|trajectory| {
            let years = year_of(trajectory.begin)..=year_of(trajectory.end.min(last_day));
            years.map(|year| (year, trajectory.person))
        })
        .collect();
    seen.sort_unstable();
    seen.dedup();
    let mut youths: BTreeMap<i32, f64> = BTreeMap::new();
    for (year, _) in seen {
        *youths.entry(year).or_default() += 1.0;
    }
    youths
}
