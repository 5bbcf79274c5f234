//! The region over the years: youths are added until each municipality reaches its use of care.

use super::calendar::year_of;
use super::career::{Careers, Trajectory};
use super::draw::Draw;
use super::population::Population;
use super::profile::Profile;
use super::providers::Panel;

/// Streams below the first simulated year are free for what belongs to no year.
pub(super) const STREAM_PANEL: u64 = 1;
pub(super) const STREAM_PERSONS: u64 = 2;
pub(super) const STREAM_COST: u64 = 3;
pub(super) const STREAM_WAITING: u64 = 4;
pub(super) const STREAM_ORDERS: u64 = 5;
pub(super) const STREAM_LOCAL: u64 = 6;
pub(super) const STREAM_ASKING: u64 = 7;
pub(super) const STREAM_OUTCOMES: u64 = 8;
pub(super) const STREAM_ALLOCATIONS: u64 = 9;
pub(super) const STREAM_BUDGETS: u64 = 10;

/// All trajectories to be written, in order of begin and then person; persons are numbered in random order.
pub(super) fn simulate(profile: &Profile, population: &Population, seed: u64) -> Vec<Trajectory> {
    let panel = Panel::new(profile, &mut Draw::new(seed, STREAM_PANEL));
    let careers = Careers::new(profile, &panel);
    let (first, last) = (profile.period.first_year, year_of(profile.last_day()));
    let mut covered = Coverage::new(first, last, profile.municipalities.len());
    let mut trajectories = Vec::new();
    let mut persons = 0;
    for year in first..=last {
        for (municipality, town) in profile.municipalities.iter().enumerate() {
            let stream = u64::from(year.unsigned_abs()) * 1000 + municipality as u64;
            let mut draw = Draw::new(seed, stream);
            let target = f64::from(population.youth(municipality, year)) * town.use_rate.at(year)
                / 100.0
                - 0.5;
            while f64::from(covered.youths(municipality, year)) < target {
                let career = careers.career(&mut draw, persons, municipality, year);
                // Without a career in this year the target would never be reached.
                if career.is_empty() && year < last {
                    break;
                }
                persons += 1;
                covered.add(&career, municipality, year);
                trajectories.extend(career);
            }
        }
    }
    let kept = profile.period.kept_from.day();
    trajectories
        .retain(|trajectory| trajectory.end >= kept && trajectory.begin <= profile.last_day());
    number_persons(
        &mut trajectories,
        persons,
        &mut Draw::new(seed, STREAM_PERSONS),
    );
    trajectories.sort_by_key(|trajectory| (trajectory.begin, trajectory.person));
    trajectories
}

fn number_persons(trajectories: &mut [Trajectory], persons: usize, draw: &mut Draw) {
    let mut numbers: Vec<usize> = (1..=persons).collect();
    draw.shuffle(&mut numbers);
    for trajectory in trajectories {
        trajectory.person = numbers[trajectory.person];
    }
}

/// Youths of 0 to 17 (on 31 December) with care, per municipality and year.
struct Coverage {
    first: i32,
    years: usize,
    counts: Vec<i32>,
}

impl Coverage {
    fn new(first: i32, last: i32, municipalities: usize) -> Self {
        let years = usize::try_from(last - first + 1).unwrap_or(0);
        Self {
            first,
            years,
            counts: vec![0; years * municipalities],
        }
    }

    fn cell(&self, municipality: usize, year: i32) -> Option<usize> {
        let place = usize::try_from(year - self.first)
            .ok()
            .filter(|place| *place < self.years)?;
        Some(municipality * self.years + place)
    }

    fn youths(&self, municipality: usize, year: i32) -> i32 {
        self.cell(municipality, year)
            .map_or(i32::MAX, |cell| self.counts[cell])
    }

    /// Counts a career once per municipality and year. A first start after the reference date counts in its own year,
    /// so that the running year, drawn as a whole, gets its usual inflow and no more.
    fn add(&mut self, career: &[Trajectory], municipality: usize, year: i32) {
        let mut cells: Vec<usize> = Vec::new();
        for trajectory in career {
            let born = year_of(trajectory.birth);
            for active in year_of(trajectory.begin)..=year_of(trajectory.end).min(born + 17) {
                cells.extend(self.cell(trajectory.municipality, active));
            }
        }
        if career.is_empty() {
            cells.extend(self.cell(municipality, year));
        }
        cells.sort_unstable();
        cells.dedup();
        for cell in cells {
            self.counts[cell] += 1;
        }
    }
}
