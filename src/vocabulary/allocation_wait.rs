//! How long after its allocation care began, in classes of weeks: thirteen weeks are the three months of the monitor.

use super::dimension::{Dimension, Member, MemberSpec};

pub(super) const MEMBERS: &[MemberSpec] = &[
    MemberSpec::new(
        "totaal",
        "Elke tijd tot de start",
        "Any time to the start",
        None,
    ),
    MemberSpec::new(
        "tot-4-weken",
        "Korter dan 4 weken",
        "Under 4 weeks",
        Some(0),
    ),
    MemberSpec::new("4-tot-8-weken", "4 tot 8 weken", "4 to 8 weeks", Some(0)),
    MemberSpec::new("8-tot-13-weken", "8 tot 13 weken", "8 to 13 weeks", Some(0)),
    MemberSpec::new(
        "13-weken-en-langer",
        "13 weken of langer",
        "13 weeks or longer",
        Some(0),
    ),
];

/// The fewest days of each class but the first, which begins at none.
const AT_LEAST: [i64; 3] = [28, 56, 91];

impl Member {
    /// The class of care that began so many days after it was allocated; of care that had begun before, the first.
    pub fn of_allocation_wait(days: i64) -> Option<Self> {
        let reached = AT_LEAST.iter().filter(|least| days >= **least).count();
        let index = u8::try_from(reached + 1).ok()?;
        Self::new(Dimension::AllocationWait, index)
    }

    /// The fewest and the most days of a class: no most of the longest. Of the total and of other dimensions, nothing.
    pub(super) fn allocation_wait_limits(self) -> Option<(i64, Option<i64>)> {
        if self.dimension() != Dimension::AllocationWait || self.is_total() {
            return None;
        }
        let place = usize::from(self.index()) - 1;
        let least = place.checked_sub(1).map_or(0, |below| AT_LEAST[below]);
        Some((least, AT_LEAST.get(place).map(|next| next - 1)))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;

    #[test]
    fn every_number_of_days_lies_within_the_limits_of_its_class_and_of_no_other() {
        for (days, code) in [
            (-5, "tot-4-weken"),
            (0, "tot-4-weken"),
            (27, "tot-4-weken"),
            (28, "4-tot-8-weken"),
            (56, "8-tot-13-weken"),
            (90, "8-tot-13-weken"),
            (91, "13-weken-en-langer"),
            (4000, "13-weken-en-langer"),
        ] {
            let class = Member::of_allocation_wait(days).unwrap();
            assert_eq!(class.code(), code, "{days}");
            for other in Dimension::AllocationWait.parts().filter(|_| days >= 0) {
                let (least, most) = other.allocation_wait_limits().unwrap();
                let lies_within = days >= least && most.is_none_or(|most| days <= most);
                assert_eq!(lies_within, other == class, "{days} in {}", other.code());
            }
        }
        assert_eq!(
            Dimension::AllocationWait.total().allocation_wait_limits(),
            None
        );
    }
}
