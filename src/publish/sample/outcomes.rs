//! What providers ask when care ends: not all of them ask, and not everybody answers.

use super::calendar::year_of;
use super::career::Trajectory;
use super::draw::Draw;
use super::profile::Profile;
use super::region::{STREAM_ASKING, STREAM_OUTCOMES};

/// A question that was asked when a trajectory ended.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Outcome {
    /// Position of the trajectory.
    pub(super) trajectory: usize,
    pub(super) question: String,
    /// None when it was not answered.
    pub(super) is_positive: Option<bool>,
}

/// What was asked, in the order of the trajectories and then of the questions.
pub(super) fn outcomes(profile: &Profile, trajectories: &[Trajectory], seed: u64) -> Vec<Outcome> {
    let asking = &profile.outcomes;
    let from = asking.from.day();
    // A provider that has begun to ask goes on.
    let mut readiness = Draw::new(seed, STREAM_ASKING);
    let providers = trajectories
        .iter()
        .map(|trajectory| trajectory.provider + 1)
        .max();
    let ready: Vec<f64> = (0..providers.unwrap_or(0))
        .map(|_| readiness.unit())
        .collect();
    let mut draw = Draw::new(seed, STREAM_OUTCOMES);
    let mut found = Vec::new();
    for (position, trajectory) in trajectories.iter().enumerate() {
        let reason = &profile.reasons.codes[trajectory.reason];
        let has_ended = (from..=profile.last_day()).contains(&trajectory.end);
        let asks = ready[trajectory.provider] < asking.providers.at(year_of(trajectory.end));
        if !has_ended || !asks || asking.not_after.contains(reason) || !draw.chance(asking.asked) {
            continue;
        }
        let answers = draw.chance(asking.answered);
        // What helped in one way often helped in others.
        let helped = draw.unit() - 0.5;
        let factor = if *reason == asking.planned {
            1.0
        } else {
            asking.unplanned
        };
        for question in &asking.questions {
            let skips = draw.chance(asking.skipped);
            let chance = question.positive * factor + helped * asking.together;
            let is_positive = draw.chance(chance);
            found.push(Outcome {
                trajectory: position,
                question: question.code.clone(),
                is_positive: (answers && !skips).then_some(is_positive),
            });
        }
    }
    found
}
