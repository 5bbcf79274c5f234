//! The career of one youth: trajectories after, beside and over one another, up to the end of youth care.

use super::calendar::{Day, day, year_of, years_later};
use super::draw::Draw;
use super::profile::{FIRST_LONG_CLASS, Profile};
use super::providers::Panel;

/// A youth while her career is drawn.
pub(super) struct Youth {
    pub(super) person: usize,
    pub(super) birth: Day,
    pub(super) municipality: usize,
    /// Helped by a local partnership, whose youths leave the figures at the break.
    pub(super) partnership: bool,
}

/// One trajectory; kinds of care, reasons and so on are positions in the profile.
#[derive(Debug, Clone)]
pub(super) struct Trajectory {
    pub(super) person: usize,
    pub(super) birth: Day,
    pub(super) municipality: usize,
    pub(super) provider: usize,
    pub(super) care: usize,
    pub(super) product: usize,
    pub(super) referrer: usize,
    pub(super) begin: Day,
    /// Last day of care, also when that is still to come.
    pub(super) end: Day,
    pub(super) reason: usize,
    pub(super) euro_per_day: f64,
}

/// Draws careers by the profile; positions of codes are looked up once.
pub(super) struct Careers<'a> {
    pub(super) profile: &'a Profile,
    pub(super) panel: &'a Panel,
    pub(super) partnership_town: Option<usize>,
    pub(super) partnership_from: Day,
    pub(super) partnership_reason: usize,
    pub(super) move_reason: usize,
    pub(super) last_day: Day,
}

impl<'a> Careers<'a> {
    pub(super) fn new(profile: &'a Profile, panel: &'a Panel) -> Self {
        let reason = |code: &str| {
            profile
                .reasons
                .codes
                .iter()
                .position(|known| known == code)
                .unwrap_or(0)
        };
        Self {
            profile,
            panel,
            partnership_town: profile.municipality(&profile.local_partnership.municipality),
            partnership_from: profile.local_partnership.from.day(),
            partnership_reason: reason(&profile.local_partnership.reason),
            move_reason: reason(&profile.reasons.moved),
            last_day: profile.last_day(),
        }
    }

    /// A new youth whose first trajectory begins in `year`, with everything that follows up to the reference date.
    pub(super) fn career(
        &self,
        draw: &mut Draw,
        person: usize,
        municipality: usize,
        year: i32,
    ) -> Vec<Trajectory> {
        let mut begin = self.first_day(draw, year);
        let mut youth = Youth {
            person,
            birth: self.birth(draw, begin),
            municipality,
            partnership: begin < self.partnership_from
                && self.joins_partnership(draw, municipality),
        };
        let mut career: Vec<Trajectory> = Vec::new();
        // A career cannot hold more steps than this; the bound only guards against a profile without durations.
        for _ in 0..200 {
            if begin > self.last_day {
                break;
            }
            let mut step = self.step(draw, &youth, career.last(), begin);
            self.relocate(draw, &mut youth, &mut step);
            let Some(end) = step.iter().map(|trajectory| trajectory.end).max() else {
                break;
            };
            let stops = self.leave_figures(&youth, &mut step);
            // The main trajectory goes last: it decides what the next one resembles.
            step.reverse();
            career.append(&mut step);
            match self.next_begin(draw, end) {
                Some(next) if !stops && self.may_start(draw, &youth, next) => begin = next,
                _ => break,
            }
        }
        career
    }

    fn first_day(&self, draw: &mut Draw, year: i32) -> Day {
        let month = draw.pick(&self.profile.inflow.month).unwrap_or(0);
        let month = u32::try_from(month + 1).unwrap_or(1);
        let first = day(year, month, 1);
        let next = if month == 12 {
            day(year + 1, 1, 1)
        } else {
            day(year, month + 1, 1)
        };
        draw.between(first, next - 1)
    }

    fn birth(&self, draw: &mut Draw, begin: Day) -> Day {
        let inflow = &self.profile.inflow;
        let young = inflow.young.at(year_of(begin));
        let weights: Vec<f64> = (0..)
            .zip(&inflow.age)
            .map(|(age, weight)| {
                if age <= inflow.young_until {
                    weight * young
                } else {
                    *weight
                }
            })
            .collect();
        let age = i32::try_from(draw.pick(&weights).unwrap_or(0)).unwrap_or(0);
        // 1461 days in four years; the last day keeps the youth just below the next birthday.
        begin - age * 1461 / 4 - draw.between(1, 364)
    }

    pub(super) fn joins_partnership(&self, draw: &mut Draw, municipality: usize) -> bool {
        self.partnership_town == Some(municipality)
            && draw.chance(self.profile.local_partnership.share)
    }

    /// One step: a trajectory, perhaps another kind of care beside it, perhaps an overlapping renewal.
    fn step(
        &self,
        draw: &mut Draw,
        youth: &Youth,
        previous: Option<&Trajectory>,
        begin: Day,
    ) -> Vec<Trajectory> {
        let career = &self.profile.career;
        let kept = previous.map(|trajectory| trajectory.provider);
        let care = match previous {
            Some(trajectory) if draw.chance(self.profile.cares[trajectory.care].stay) => {
                Some(trajectory.care)
            }
            _ => self.kind(draw, youth, begin, |_| true),
        };
        let Some(main) = care.and_then(|care| self.trajectory(draw, youth, care, begin, kept))
        else {
            return Vec::new();
        };
        let residential = self.profile.cares[main.care].residential();
        let mut step = Vec::with_capacity(3);
        if draw.chance(if residential {
            career.parallel_residential
        } else {
            career.parallel
        }) {
            let beside = draw.between(main.begin, main.end);
            let other = |care: usize| care != main.care && !self.profile.cares[care].residential();
            let care = self.kind(draw, youth, beside, other);
            step.extend(care.and_then(|care| self.trajectory(draw, youth, care, beside, None)));
        }
        if draw.chance(career.renewal_overlap) {
            let (fewest, most) = career.overlap_days;
            let again = (main.end - draw.between(fewest, most)).max(main.begin);
            if let Some(mut renewal) = self.trajectory(draw, youth, main.care, again, None) {
                renewal.provider = main.provider;
                renewal.euro_per_day = main.euro_per_day;
                step.push(renewal);
            }
        }
        step.insert(0, main);
        step
    }

    fn kind(
        &self,
        draw: &mut Draw,
        youth: &Youth,
        begin: Day,
        allowed: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let year = year_of(begin);
        let band = self.profile.band((begin - youth.birth) * 4 / 1461);
        let residential = self.profile.municipalities[youth.municipality].residential;
        let weights: Vec<f64> = self
            .profile
            .cares
            .iter()
            .enumerate()
            .map(|(position, care)| {
                let place = if care.residential() { residential } else { 1.0 };
                if allowed(position) {
                    care.share[band] * care.trend.at(year) * place
                } else {
                    0.0
                }
            })
            .collect();
        draw.pick(&weights)
    }

    fn trajectory(
        &self,
        draw: &mut Draw,
        youth: &Youth,
        care: usize,
        begin: Day,
        kept: Option<usize>,
    ) -> Option<Trajectory> {
        let kind = &self.profile.cares[care];
        let year = year_of(begin);
        let end = self.end(draw, youth, care, begin)?;
        let stays = draw.chance(self.profile.career.same_provider);
        let provider = match kept {
            Some(provider)
                if stays && self.panel.offers(provider, kind, youth.municipality, year) =>
            {
                provider
            }
            _ => self.panel.choose(kind, youth.municipality, year, draw),
        };
        Some(Trajectory {
            person: youth.person,
            birth: youth.birth,
            municipality: youth.municipality,
            provider,
            care,
            product: usize::try_from(
                draw.between(1, i32::try_from(kind.products.len()).unwrap_or(1)),
            )
            .unwrap_or(1)
                - 1,
            referrer: self.referrer(draw, youth.municipality, care, year),
            begin,
            end,
            reason: self.reason(draw, care),
            euro_per_day: kind.euro_per_day * draw.quantile(&kind.spread),
        })
    }

    /// Last day of care: a duration by class, cut at the eighteenth birthday unless care is extended, and at the age limit.
    fn end(&self, draw: &mut Draw, youth: &Youth, care: usize, begin: Day) -> Option<Day> {
        let profile = self.profile;
        let long = profile.duration.long.at(year_of(begin));
        let mut weights = profile.cares[care].duration;
        for weight in &mut weights[FIRST_LONG_CLASS..] {
            *weight *= long;
        }
        let (shortest, longest) = draw
            .pick(&weights)
            .and_then(|class| profile.duration.classes.get(class))?;
        let mut end = begin + draw.between(*shortest, *longest) - 1;
        let adult = years_later(youth.birth, 18);
        if begin < adult && end >= adult && !draw.chance(profile.career.extended_care) {
            end = adult - 1;
        }
        let limit = day(year_of(youth.birth) + profile.career.last_age, 12, 31);
        (begin <= limit).then(|| end.min(limit))
    }

    fn referrer(&self, draw: &mut Draw, municipality: usize, care: usize, year: i32) -> usize {
        let referrers = &self.profile.referrers;
        let drawn = draw.pick(&self.profile.cares[care].referrers).unwrap_or(0);
        let code = &self.profile.municipalities[municipality].code;
        let shift = referrers.shift.iter().find(|shift| {
            &shift.municipality == code && shift.from.contains(&referrers.codes[drawn])
        });
        match shift {
            Some(shift) if draw.chance(shift.share.at(year)) => referrers
                .codes
                .iter()
                .position(|known| known == &shift.to)
                .unwrap_or(drawn),
            _ => drawn,
        }
    }

    fn reason(&self, draw: &mut Draw, care: usize) -> usize {
        let reasons = &self.profile.reasons;
        let drop_out = self.profile.cares[care].drop_out;
        let factor = |code: &String| {
            if reasons.one_sided.contains(code) {
                drop_out
            } else {
                1.0
            }
        };
        let weights: Vec<f64> = reasons
            .codes
            .iter()
            .zip(&reasons.weights)
            .map(|(code, weight)| weight * factor(code))
            .collect();
        draw.pick(&weights).unwrap_or(0)
    }

    fn next_begin(&self, draw: &mut Draw, end: Day) -> Option<Day> {
        let career = &self.profile.career;
        let place = draw.unit();
        if place < career.next_at_once {
            return Some(end + 1);
        }
        if place < career.next_at_once + career.next_within_year {
            // Most returns come soon: the square leans towards short gaps.
            let part = draw.unit();
            return Some(end + 3 + super::draw::whole(part * part * 360.0));
        }
        let (fewest, most) = career.later_days;
        let later = place < career.next_at_once + career.next_within_year + career.next_later;
        later.then(|| end + draw.between(fewest, most))
    }

    fn may_start(&self, draw: &mut Draw, youth: &Youth, begin: Day) -> bool {
        let gone = youth.partnership && begin >= self.partnership_from;
        let adult = begin >= years_later(youth.birth, 18);
        !gone && (!adult || draw.chance(self.profile.career.extended_start))
    }
}
