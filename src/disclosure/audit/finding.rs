//! What an attack finds.

use serde::{Deserialize, Serialize};

/// How far an attack goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    /// Only figures of which reasoning left little are put to the solver.
    Screen,
    /// Every protected figure is shown to keep the interval that must be left; then every cell is attacked with what lies around it.
    #[default]
    Proof,
    /// The same, and of every protected figure the least and the most are found.
    Exact,
}

/// What became of a figure that must be protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    /// There are worlds that keep every relation in which it differs by as much as must be left.
    Proved,
    /// Less than that is left.
    Exposed,
    /// Reasoning leaves more than that, and no solver was asked.
    Open,
}

/// What an attack found of a figure that must be protected.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The figure.
    pub variable: usize,
    /// The least and the most that it can be for all that a reader can work out.
    pub range: (f64, f64),
    /// Whether a linear programme gave both ends; otherwise reasoning relation by relation did, and they may lie closer together.
    pub is_exact: bool,
    /// The interval that must be left.
    pub required: f64,
    /// The interval that is left for sure; 0 as long as the figure is open.
    pub left: f64,
    /// Whether it is enough.
    pub verdict: Verdict,
}

/// What an attack on a block found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BlockFindings {
    /// Every protected figure.
    pub findings: Vec<Finding>,
    /// What gives the exposed figures away.
    pub supports: Vec<Support>,
    /// Linear programmes that were solved.
    pub programmes: usize,
}

/// A figure whose bounds keep another from being less or more: were they wider, the other would keep more room.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Support {
    /// The figure that is given away.
    pub of: usize,
    /// The figure that does.
    pub by: usize,
    /// By how much an end of `of` moves for each step that a bound of `by` does.
    pub weight: f64,
}
