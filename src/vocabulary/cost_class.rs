//! What the care of a youth cost in the year, in classes.

use super::dimension::{Dimension, Member, MemberSpec};

pub(super) const MEMBERS: &[MemberSpec] = &[
    MemberSpec::new("totaal", "Alle bedragen", "All amounts", None),
    MemberSpec::new("tot-10000", "Tot €\u{a0}10.000", "Up to €10,000", Some(0)),
    MemberSpec::new(
        "10000-tot-100000",
        "€\u{a0}10.000 tot €\u{a0}100.000",
        "€10,000 to €100,000",
        Some(0),
    ),
    MemberSpec::new(
        "boven-100000",
        "Meer dan €\u{a0}100.000",
        "Over €100,000",
        Some(0),
    ),
];

/// What the youths of a class cost at most, in whole euros; of the last there is no limit.
const AT_MOST: [i64; 2] = [10_000, 100_000];

impl Member {
    /// The class of a youth whose care cost so many whole euros in the year.
    pub fn of_cost(euros: i64) -> Option<Self> {
        let below = AT_MOST.iter().filter(|limit| euros > **limit).count();
        let index = u8::try_from(below + 1).ok()?;
        Self::new(Dimension::CostClass, index)
    }

    /// What a youth of this class costs at least and at most, in whole euros: no least in the lowest class and no most in the highest. Of
    /// the total and of other dimensions, nothing.
    pub fn cost_limits(self) -> Option<(Option<i64>, Option<i64>)> {
        if self.dimension() != Dimension::CostClass || self.is_total() {
            return None;
        }
        let place = usize::from(self.index());
        let least = place.checked_sub(2).and_then(|below| AT_MOST.get(below));
        Some((
            least.map(|limit| limit + 1),
            AT_MOST.get(place - 1).copied(),
        ))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;

    #[test]
    fn every_amount_lies_within_the_limits_of_its_class_and_of_no_other() {
        for (euros, code) in [
            (-300, "tot-10000"),
            (0, "tot-10000"),
            (10_000, "tot-10000"),
            (10_001, "10000-tot-100000"),
            (100_000, "10000-tot-100000"),
            (100_001, "boven-100000"),
            (4_000_000, "boven-100000"),
        ] {
            let class = Member::of_cost(euros).unwrap();
            assert_eq!(class.code(), code, "{euros}");
            for other in Dimension::CostClass.parts() {
                let (least, most) = other.cost_limits().unwrap();
                let lies_within = least.is_none_or(|least| euros >= least)
                    && most.is_none_or(|most| euros <= most);
                assert_eq!(lies_within, other == class, "{euros} in {}", other.code());
            }
        }
        assert_eq!(Dimension::CostClass.total().cost_limits(), None);
        assert_eq!(
            Dimension::AgeGroup.member("0-3").unwrap().cost_limits(),
            None
        );
    }
}
