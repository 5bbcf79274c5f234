//! How old a youth was when she left residential care: at 17 she comes of age soon, and has to live somewhere.

use super::dimension::{Dimension, Member, MemberSpec};

pub(super) const MEMBERS: &[MemberSpec] = &[
    MemberSpec::new("totaal", "Elke leeftijd", "Any age", None),
    MemberSpec::new("tot-en-met-16", "Tot en met 16 jaar", "Up to 16", Some(0)),
    MemberSpec::new(AT_17, "17 jaar", "17", Some(0)),
    MemberSpec::new("18-en-ouder", "18 jaar of ouder", "18 or older", Some(0)),
];

/// The member of those who were 17.
pub const AT_17: &str = "17";

impl Member {
    /// The group of a youth who was so many years old on the last day of her residential care.
    pub fn of_leaving_age(years: u32) -> Option<Self> {
        let place = match years {
            0..=16 => 1,
            17 => 2,
            18.. => 3,
        };
        Self::new(Dimension::LeavingAge, place)
    }

    /// The age groups on the last day of the year in which somebody can be who left residential care at this age: in that year she may have
    /// had her birthday since. Of the total and of other dimensions, none.
    pub fn age_groups_after_leaving(self) -> impl Iterator<Item = Self> {
        let (from, to) = match (self.dimension(), self.index()) {
            (Dimension::LeavingAge, 1) => (0, 17),
            (Dimension::LeavingAge, 2) => (17, 18),
            (Dimension::LeavingAge, 3) => (18, 22),
            _ => (1, 0),
        };
        Dimension::AgeGroup
            .parts()
            .filter(move |group| (from..=to).any(|years| Self::of_age(years) == Some(*group)))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;

    #[test]
    fn at_17_is_neither_16_nor_18() {
        let codes = [0, 16, 17, 18, 22].map(|years| Member::of_leaving_age(years).unwrap().code());
        assert_eq!(
            codes,
            [
                "tot-en-met-16",
                "tot-en-met-16",
                "17",
                "18-en-ouder",
                "18-en-ouder"
            ]
        );
    }

    #[test]
    fn whoever_left_is_as_old_at_the_end_of_the_year_or_a_year_older() {
        for years in 0..=21 {
            let left = Member::of_leaving_age(years).unwrap();
            let groups: Vec<Member> = left.age_groups_after_leaving().collect();
            for at_the_end in [years, years + 1] {
                assert!(
                    groups.contains(&Member::of_age(at_the_end).unwrap()),
                    "{years}"
                );
            }
        }
        let at_17 = Member::of_leaving_age(17).unwrap();
        let codes: Vec<_> = at_17.age_groups_after_leaving().map(Member::code).collect();
        assert_eq!(codes, ["12-17", "18-22"]);
        let others = [Dimension::LeavingAge.total(), Dimension::AgeGroup.total()];
        assert!(
            others
                .into_iter()
                .all(|member| member.age_groups_after_leaving().next().is_none())
        );
    }
}
