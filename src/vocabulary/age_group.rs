//! Age groups of Statistics Netherlands; from 18 on care is extended youth care.

use super::dimension::{Dimension, Member, MemberSpec};

pub(super) const MEMBERS: &[MemberSpec] = &[
    MemberSpec::new("totaal", "Alle leeftijden", "All ages", None),
    MemberSpec::new("0-17", "0 tot en met 17 jaar", "0 to 17 years", Some(0)),
    MemberSpec::new("0-3", "0 tot en met 3 jaar", "0 to 3 years", Some(1)),
    MemberSpec::new("4-11", "4 tot en met 11 jaar", "4 to 11 years", Some(1)),
    MemberSpec::new("12-17", "12 tot en met 17 jaar", "12 to 17 years", Some(1)),
    MemberSpec::new("18-22", "18 tot en met 22 jaar", "18 to 22 years", Some(0)),
];

impl Member {
    /// The age group of somebody of `age` full years; nobody over 22 receives youth care.
    pub fn of_age(age: u32) -> Option<Self> {
        let code = match age {
            0..=3 => "0-3",
            4..=11 => "4-11",
            12..=17 => "12-17",
            18..=22 => "18-22",
            _ => return None,
        };
        Dimension::AgeGroup.member(code)
    }
}
