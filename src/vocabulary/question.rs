//! What is asked when care ends: the outcome criteria that the sector agreed on, of which drop-out is counted from the records themselves.

use super::dimension::{Dimension, Member, MemberSpec};

pub(super) const MEMBERS: &[MemberSpec] = &[
    MemberSpec::new("totaal", "Elke vraag", "Any question", None),
    MemberSpec::new(
        "zonder-hulp-verder",
        "Kan zonder hulp verder",
        "Can do without care",
        Some(0),
    ),
    MemberSpec::new(
        "doelen-gehaald",
        "Doelen van de hulp gehaald",
        "Goals of care reached",
        Some(0),
    ),
    MemberSpec::new(
        "problemen-verminderd",
        "Problemen verminderd",
        "Problems reduced",
        Some(0),
    ),
    MemberSpec::new(
        "tevreden",
        "Tevreden over de hulp",
        "Satisfied with care",
        Some(0),
    ),
];

impl Member {
    /// The question with this code; the total is none.
    pub fn of_question(code: &str) -> Option<Self> {
        Dimension::Question
            .member(code)
            .filter(|member| !member.is_total())
    }
}
