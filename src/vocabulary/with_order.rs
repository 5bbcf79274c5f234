//! Whether a youth in care was under a child protection or probation order in the year.

use super::dimension::{Dimension, Member, MemberSpec};

pub(super) const MEMBERS: &[MemberSpec] = &[
    MemberSpec::new(
        "totaal",
        "Met en zonder maatregel",
        "Under an order or not",
        None,
    ),
    MemberSpec::new(WITH_ORDER, "Met een maatregel", "Under an order", Some(0)),
    MemberSpec::new(
        "zonder-maatregel",
        "Zonder maatregel",
        "Not under an order",
        Some(0),
    ),
];

/// The member of youths under an order.
pub const WITH_ORDER: &str = "met-maatregel";

impl Member {
    /// The member of youths who were under an order in the year, or of those who were not.
    pub fn of_with_order(is_under_order: bool) -> Option<Self> {
        Self::new(Dimension::WithOrder, if is_under_order { 1 } else { 2 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn youths_are_under_an_order_or_not() {
        let code = |is_under| Member::of_with_order(is_under).map(Member::code);
        assert_eq!(code(true), Some("met-maatregel"));
        assert_eq!(code(true), Some(WITH_ORDER));
        assert_eq!(code(false), Some("zonder-maatregel"));
    }
}
