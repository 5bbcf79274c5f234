//! How long until something happens, when for some it has not happened yet.

use super::interval::Interval;

/// Someone who was followed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Followed {
    /// How long, in any unit.
    pub time: f64,
    /// Whether it ended with the event; otherwise the end was not seen.
    pub event: bool,
}

/// The state at a time at which someone's follow-up ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Survival {
    /// The time.
    pub time: f64,
    /// How many were still followed just before it.
    pub at_risk: usize,
    /// How many had the event at it.
    pub events: usize,
    /// How many were last seen at it, without the event.
    pub censored: usize,
    /// Estimated share without the event after it.
    pub survival: f64,
    /// Greenwood's standard error of that share; `None` when the share is zero.
    pub standard_error: Option<f64>,
    /// Confidence interval of that share; `None` when the share is zero or still one.
    pub interval: Option<Interval>,
}

/// The product-limit estimate at every distinct time, in order of time, with limits at `z` standard errors.
///
/// S(t) = Π (1 − d / r) over the times up to t, with d events among r at risk (Kaplan & Meier, J. Am. Stat. Assoc. 53, 1958,
/// 457-481); who is last seen at a time is at risk for the events at it. Standard error S √Σ d / (r (r − d)) (Greenwood, The natural
/// duration of cancer, 1926). Limits on the scale of ln(−ln S), which keeps them between zero and one (Kalbfleisch & Prentice, The
/// Statistical Analysis of Failure Time Data, 1980): S^exp(±z √(Σ d / (r (r − d))) / ln S). They are `conf.type = "log-log"`
/// of R's survival package.
///
/// `None` when a time is negative or not finite, or `z` is.
pub fn kaplan_meier(followed: &[Followed], z: f64) -> Option<Vec<Survival>> {
    let usable = |one: &Followed| one.time >= 0.0 && one.time.is_finite();
    if !(followed.iter().all(usable) && z >= 0.0 && z.is_finite()) {
        return None;
    }
    let mut sorted = followed.to_vec();
    sorted.sort_by(|a, b| a.time.total_cmp(&b.time));
    let mut at_risk = sorted.len();
    let (mut survival, mut greenwood) = (1.0, 0.0);
    let mut states = Vec::new();
    // `<=` rather than equality: zero and minus zero are one time.
    for together in sorted.chunk_by(|a, b| b.time <= a.time) {
        let events = together.iter().filter(|one| one.event).count();
        let (d, r) = (events as f64, at_risk as f64);
        if events > 0 {
            survival *= (r - d) / r;
            greenwood += d / (r * (r - d));
        }
        states.push(Survival {
            time: together[0].time,
            at_risk,
            events,
            censored: together.len() - events,
            survival,
            standard_error: (survival > 0.0).then(|| survival * f64::sqrt(greenwood)),
            interval: limits(survival, greenwood, z),
        });
        at_risk -= together.len();
    }
    Some(states)
}

/// The first time at which no more than half are without the event; `None` when it does not come to that.
pub fn median_survival(states: &[Survival]) -> Option<f64> {
    // A half that is reached in several steps may miss it by rounding.
    states
        .iter()
        .find(|state| state.survival <= 0.5 + 1e-12)
        .map(|state| state.time)
}

pub(super) fn limits(survival: f64, greenwood: f64, z: f64) -> Option<Interval> {
    if survival <= 0.0 || survival >= 1.0 {
        return None;
    }
    let arm = z * greenwood.sqrt() / survival.ln();
    Interval::new(survival.powf((-arm).exp()), survival.powf(arm.exp()))
}

#[cfg(test)]
#[path = "survival_tests.rs"]
mod tests;
