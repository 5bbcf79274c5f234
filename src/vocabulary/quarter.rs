//! Quarters of a calendar year.

use super::dimension::{Dimension, Member, MemberSpec};

pub(super) const MEMBERS: &[MemberSpec] = &[
    MemberSpec::new("totaal", "Einde van het jaar", "End of the year", None),
    MemberSpec::new("1", "1e kwartaal", "1st quarter", Some(0)),
    MemberSpec::new("2", "2e kwartaal", "2nd quarter", Some(0)),
    MemberSpec::new("3", "3e kwartaal", "3rd quarter", Some(0)),
    MemberSpec::new("4", "4e kwartaal", "4th quarter", Some(0)),
];

impl Member {
    /// The quarter with this number, from 1 to 4.
    pub fn of_quarter(number: u8) -> Option<Self> {
        Self::new(Dimension::Quarter, number).filter(|member| !member.is_total())
    }
}
