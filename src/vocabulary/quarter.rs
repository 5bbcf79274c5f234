//! Quarters of a calendar year.

use super::dimension::{Dimension, Member, MemberSpec};
use super::language::Bilingual;

const fn quarter(
    code: &'static str,
    nl: &'static str,
    en: &'static str,
    parent: Option<u8>,
) -> MemberSpec {
    MemberSpec {
        code,
        label: Bilingual::new(nl, en),
        parent,
        cbs: None,
    }
}

pub(super) const MEMBERS: &[MemberSpec] = &[
    quarter("totaal", "Einde van het jaar", "End of the year", None),
    quarter("1", "1e kwartaal", "1st quarter", Some(0)),
    quarter("2", "2e kwartaal", "2nd quarter", Some(0)),
    quarter("3", "3e kwartaal", "3rd quarter", Some(0)),
    quarter("4", "4e kwartaal", "4th quarter", Some(0)),
];

impl Member {
    /// The quarter with this number, from 1 to 4.
    pub fn of_quarter(number: u8) -> Option<Self> {
        Self::new(Dimension::Quarter, number).filter(|member| !member.is_total())
    }
}
