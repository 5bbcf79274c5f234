//! Leaving a municipality: moves within the region, and youths whom a local partnership takes out of the figures.

use super::calendar::year_of;
use super::career::{Careers, Trajectory, Youth};
use super::draw::Draw;

impl Careers<'_> {
    /// A move within the region ends what runs and starts it again in the new municipality.
    pub(super) fn relocate(&self, draw: &mut Draw, youth: &mut Youth, step: &mut Vec<Trajectory>) {
        let Some(main) = step.first() else { return };
        let (begin, end) = (main.begin, main.end);
        if end - begin < 2
            || !draw.chance(self.profile.career.move_rate * f64::from(end - begin) / 365.25)
        {
            return;
        }
        let last = draw.between(begin, end - 1);
        let towns: Vec<f64> = self
            .profile
            .municipalities
            .iter()
            .map(|town| town.population.iter().sum())
            .collect();
        let others: Vec<f64> = towns
            .iter()
            .enumerate()
            .map(|(town, weight)| {
                if town == youth.municipality {
                    0.0
                } else {
                    *weight
                }
            })
            .collect();
        let Some(town) = draw.pick(&others) else {
            return;
        };
        youth.municipality = town;
        youth.partnership = last + 1 < self.partnership_from && self.joins_partnership(draw, town);
        for position in 0..step.len() {
            let mut after = step[position].clone();
            if after.end <= last {
                continue;
            }
            after.municipality = town;
            after.begin = after.begin.max(last + 1);
            let (year, kind) = (year_of(after.begin), &self.profile.cares[after.care]);
            if !self.panel.offers(after.provider, kind, town, year) {
                after.provider = self.panel.choose(kind, town, year, draw);
            }
            let before = &mut step[position];
            if before.begin > last {
                *before = after;
            } else {
                before.end = last;
                before.reason = self.move_reason;
                step.push(after);
            }
        }
    }

    /// Takes a youth of a local partnership out of the figures from the break on; tells whether the career stops there.
    pub(super) fn leave_figures(&self, youth: &Youth, step: &mut Vec<Trajectory>) -> bool {
        if !youth.partnership {
            return false;
        }
        let from = self.partnership_from;
        let local =
            |trajectory: &Trajectory| Some(trajectory.municipality) == self.partnership_town;
        let reached = step.iter().any(|trajectory| trajectory.end >= from);
        step.retain(|trajectory| !local(trajectory) || trajectory.begin < from);
        for trajectory in step
            .iter_mut()
            .filter(|trajectory| local(trajectory) && trajectory.end >= from)
        {
            trajectory.end = from - 1;
            trajectory.reason = self.partnership_reason;
        }
        reached
    }
}
