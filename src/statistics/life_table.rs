//! How long until something happens, of which only is known how many came as far as a class of time and how many had it happen there.

use super::interval::Interval;
use super::survival::limits;

/// Those who were followed in a class of time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reached {
    /// How many came as far as where it begins.
    pub number: f64,
    /// How many of those had the event in it.
    pub events: f64,
}

impl Reached {
    /// How many were followed in the class, as `next` came as far as the one after it: who is lost from view counts for half.
    pub fn followed(&self, next: f64) -> f64 {
        f64::midpoint(self.number + self.events, next)
    }
}

/// The state where a class ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Beyond {
    /// Estimated share without the event.
    pub survival: f64,
    /// Greenwood's sum: its root times the share is the standard error.
    greenwood: f64,
}

/// The life-table estimate at the end of every class; `next` came as far as the end of the last.
///
/// S = Π (1 − d / n′): of n who reach a class d have the event in it, and who is lost from view there counts for half of it, so that
/// n′ = n − (n − d − n₊) / 2, with n₊ who reach the next (Cutler & Ederer, J. Chronic Dis. 8, 1958, 699-712). The standard error is Greenwood's.
///
/// `None` when nobody is left to follow or a number is negative or not finite.
pub fn life_table(classes: &[Reached], next: f64) -> Option<Vec<Beyond>> {
    let (mut survival, mut greenwood) = (1.0, 0.0);
    let followed = classes.iter().skip(1).map(|class| class.number);
    classes
        .iter()
        .zip(followed.chain([next]))
        .map(|(class, after)| {
            let exposed = class.followed(after);
            let is_usable = exposed > 0.0 && exposed.is_finite() && class.events >= 0.0;
            let events = is_usable.then_some(class.events.min(exposed))?;
            survival *= (exposed - events) / exposed;
            if events > 0.0 {
                greenwood += events / (exposed * (exposed - events));
            }
            Some(Beyond {
                survival,
                greenwood,
            })
        })
        .collect()
}

impl Beyond {
    /// Limits of the share at `z` standard errors, on the scale of ln(−ln S): see [`super::kaplan_meier`]. All of a share of nothing or one.
    pub fn limits(&self, z: f64) -> Interval {
        limits(self.survival, self.greenwood, z)
            .unwrap_or_else(|| Interval::exact(self.survival.clamp(0.0, 1.0)))
    }
}

/// Where a share that falls evenly within each class comes down to `share`: `ends` are where the classes end, with the share there.
pub fn falls_to(share: f64, ends: impl IntoIterator<Item = (f64, f64)>) -> Option<f64> {
    let (mut from, mut before) = (0.0, 1.0);
    for (end, after) in ends {
        if after <= share && before > after {
            return Some(from + (before - share) / (before - after) * (end - from));
        }
        (from, before) = (end, after);
    }
    None
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;
    use crate::statistics::{Followed, Z_95, kaplan_meier};

    /// Cutler & Ederer (1958), 126 patients with cancer of the kidney: alive at the start of each year, died, and the estimates as printed.
    #[test]
    fn the_table_of_cutler_and_ederer() {
        let years = [
            (126.0, 47.0),
            (60.0, 5.0),
            (38.0, 2.0),
            (21.0, 2.0),
            (10.0, 0.0),
        ];
        let classes = years.map(|(number, events)| Reached { number, events });
        let found = life_table(&classes, 4.0).unwrap();
        let printed = [0.60, 0.54, 0.50, 0.44, 0.44];
        for (state, printed) in found.iter().zip(printed) {
            assert!((state.survival - printed).abs() < 0.005, "{state:?}");
        }
        let error = found[4].survival * found[4].greenwood.sqrt();
        assert!((error - 0.060).abs() < 0.0005, "{error}");
    }

    /// Where nobody is lost from view it is what Kaplan and Meier make of the same.
    #[test]
    fn without_anybody_lost_it_is_the_product_limit() {
        let people: Vec<Followed> = (0..40)
            .map(|place| Followed {
                time: f64::from(place % 4),
                event: place % 4 < 3,
            })
            .collect();
        let limit = kaplan_meier(&people, Z_95).unwrap();
        let classes = [(40.0, 10.0), (30.0, 10.0), (20.0, 10.0)];
        let classes = classes.map(|(number, events)| Reached { number, events });
        let table = life_table(&classes, 10.0).unwrap();
        for (state, limit) in table.iter().zip(limit) {
            assert!((state.survival - limit.survival).abs() < 1e-12);
            let interval = limit.interval.unwrap();
            let limits = state.limits(Z_95);
            assert!((limits.lo() - interval.lo()).abs() < 1e-12);
            assert!((limits.hi() - interval.hi()).abs() < 1e-12);
        }
    }

    #[test]
    fn a_share_falls_evenly_within_a_class() {
        let ends = [(91.0, 0.8), (182.0, 0.6), (365.0, 0.4)];
        assert!((falls_to(0.5, ends).unwrap() - (182.0 + 91.5)).abs() < 1e-9);
        assert_eq!(falls_to(0.6, ends), Some(182.0));
        assert_eq!(falls_to(0.3, ends), None);
        assert_eq!(
            life_table(
                &[Reached {
                    number: 0.0,
                    events: 0.0
                }],
                0.0
            ),
            None
        );
    }
}
