//! How long a trajectory that ended had lasted, in classes: the seven of the monitor.

use super::dimension::{Dimension, Member, MemberSpec};

pub(super) const MEMBERS: &[MemberSpec] = &[
    MemberSpec::new("totaal", "Elke duur", "Any duration", None),
    MemberSpec::new(
        "tot-3-maanden",
        "Korter dan 3 maanden",
        "Under 3 months",
        Some(0),
    ),
    MemberSpec::new(
        "3-tot-6-maanden",
        "3 tot 6 maanden",
        "3 to 6 months",
        Some(0),
    ),
    MemberSpec::new(
        "6-tot-12-maanden",
        "6 maanden tot een jaar",
        "6 months to a year",
        Some(0),
    ),
    MemberSpec::new("1-tot-2-jaar", "1 tot 2 jaar", "1 to 2 years", Some(0)),
    MemberSpec::new("2-tot-3-jaar", "2 tot 3 jaar", "2 to 3 years", Some(0)),
    MemberSpec::new("3-tot-4-jaar", "3 tot 4 jaar", "3 to 4 years", Some(0)),
    MemberSpec::new(
        "4-jaar-en-langer",
        "4 jaar of langer",
        "4 years or longer",
        Some(0),
    ),
];

/// The fewest days of each class but the first: a year is 365 days, and three months are a quarter of that.
const AT_LEAST: [i64; 6] = [91, 182, 365, 730, 1095, 1460];

impl Member {
    /// The class of a trajectory of so many days, its first and its last included.
    pub fn of_duration(days: i64) -> Option<Self> {
        let reached = AT_LEAST.iter().filter(|least| days >= **least).count();
        let index = u8::try_from(reached + 1).ok()?;
        Self::new(Dimension::Duration, index)
    }

    /// The fewest and the most days of a trajectory of this class: no most in the longest. Of the total and of other dimensions, nothing.
    pub fn duration_limits(self) -> Option<(i64, Option<i64>)> {
        if self.dimension() != Dimension::Duration || self.is_total() {
            return None;
        }
        let place = usize::from(self.index()) - 1;
        let least = place.checked_sub(1).map_or(1, |below| AT_LEAST[below]);
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
            (1, "tot-3-maanden"),
            (90, "tot-3-maanden"),
            (91, "3-tot-6-maanden"),
            (182, "6-tot-12-maanden"),
            (364, "6-tot-12-maanden"),
            (365, "1-tot-2-jaar"),
            (1459, "3-tot-4-jaar"),
            (1460, "4-jaar-en-langer"),
            (9000, "4-jaar-en-langer"),
        ] {
            let class = Member::of_duration(days).unwrap();
            assert_eq!(class.code(), code, "{days}");
            for other in Dimension::Duration.parts() {
                let (least, most) = other.duration_limits().unwrap();
                let lies_within = days >= least && most.is_none_or(|most| days <= most);
                assert_eq!(lies_within, other == class, "{days} in {}", other.code());
            }
        }
        assert_eq!(Dimension::Duration.total().duration_limits(), None);
        let age = Dimension::AgeGroup.member("0-3").unwrap();
        assert_eq!(age.duration_limits(), None);
    }
}
