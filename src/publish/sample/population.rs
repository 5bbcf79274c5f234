//! Inhabitants by single year of age, from the five-year groups CBS publishes.

use super::draw::whole;
use super::profile::{Municipality, Profile};

/// Ages 0 to 22: everyone who can have youth care.
pub(super) const AGES: usize = 23;
const GROUP: usize = 5;
const BASE_YEAR: i32 = 2021;

/// Inhabitants per municipality, year and age.
pub(super) struct Population {
    base: Vec<[f64; AGES]>,
    growth: Vec<f64>,
    scale: f64,
}

impl Population {
    /// Inhabitants of the region of `profile`, made `scale` times as large.
    pub(super) fn new(profile: &Profile, scale: f64) -> Self {
        Self {
            base: profile.municipalities.iter().map(single_years).collect(),
            growth: profile
                .municipalities
                .iter()
                .map(|municipality| municipality.growth)
                .collect(),
            scale,
        }
    }

    /// Inhabitants of one age; rounding is carried from age to age so that the groups keep their sums.
    pub(super) fn at(&self, municipality: usize, year: i32) -> [i32; AGES] {
        let factor =
            self.scale * (1.0 + self.growth[municipality] * f64::from(year - BASE_YEAR)).max(0.0);
        let (mut exact, mut counted) = (0.0, 0);
        self.base[municipality].map(|inhabitants| {
            exact += inhabitants * factor;
            let rounded = whole(exact + 0.5) - counted;
            counted += rounded;
            rounded
        })
    }

    /// Inhabitants of 0 to 17.
    pub(super) fn youth(&self, municipality: usize, year: i32) -> i32 {
        self.at(municipality, year)[..18].iter().sum()
    }
}

/// Splits groups of five years; groups between two others lean towards the larger neighbour. From 15 on the split is
/// even: students make 18 to 24 much larger in Delft, and a slope would move them below 18.
fn single_years(municipality: &Municipality) -> [f64; AGES] {
    let groups = &municipality.population;
    let mut ages = [0.0; AGES];
    for (age, inhabitants) in ages.iter_mut().enumerate() {
        let group = age / GROUP;
        let mean = groups[group] / 5.0;
        let slope = match group {
            1 | 2 => (groups[group + 1] - groups[group - 1]) / 50.0,
            _ => 0.0,
        };
        *inhabitants = mean + slope * ((age % GROUP) as f64 - 2.0);
    }
    ages
}
