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

    /// The fewest and the most days of a class of days, of whichever dimension that has them: no most in the longest.
    pub fn limits_in_days(self) -> Option<(i64, Option<i64>)> {
        self.duration_limits().or(self.allocation_wait_limits())
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

impl Member {
    /// After how many days a class begins in a life table, and how many days long it is: the first begins with care itself. Of the longest,
    /// of the total and of other dimensions, nothing.
    pub fn days_lasted(self) -> Option<(i64, i64)> {
        let (least, most) = self.duration_limits()?;
        let begins = if least == 1 { 0 } else { least };
        Some((begins, most? + 1 - begins))
    }

    /// The first and the last year in which a trajectory of this class can end that began in `year`: no last of the longest. Of the total and of
    /// other dimensions, nothing.
    pub fn years_of_end(self, year: u16) -> Option<(u16, Option<u16>)> {
        let (least, most) = self.duration_limits()?;
        let first = year_after(year, least - 1);
        let last = most.map(|most| year_after(year, days_in(year) - 1 + most - 1));
        Some((first, last))
    }
}

fn days_in(year: u16) -> i64 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    if is_leap { 366 } else { 365 }
}

/// The year of the day that lies so many days after the first of `year`.
fn year_after(mut year: u16, mut days: i64) -> u16 {
    while days >= days_in(year) {
        days -= days_in(year);
        year = year.saturating_add(1);
    }
    year
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
        let mut begins = 0;
        for class in Dimension::Duration.parts().take(AT_LEAST.len()) {
            let (begun, days) = class.days_lasted().unwrap();
            assert_eq!(begun, begins, "each begins where the one before it ends");
            begins += days;
        }
        assert_eq!(begins, AT_LEAST[AT_LEAST.len() - 1]);
        assert_eq!(Dimension::Duration.total().duration_limits(), None);
        let age = Dimension::AgeGroup.member("0-3").unwrap();
        assert_eq!(age.duration_limits(), None);
    }

    #[test]
    fn the_years_in_which_care_can_end_are_those_of_the_earliest_and_the_latest_start() {
        let of = |code: &str, year: u16| {
            let class = Dimension::Duration.member(code).unwrap();
            class.years_of_end(year)
        };
        assert_eq!(of("tot-3-maanden", 2021), Some((2021, Some(2022))));
        assert_eq!(of("6-tot-12-maanden", 2021), Some((2021, Some(2022))));
        // The 365th day after 1 January is the last of that year, or the last but one.
        assert_eq!(of("1-tot-2-jaar", 2021), Some((2021, Some(2023))));
        assert_eq!(of("2-tot-3-jaar", 2021), Some((2022, Some(2024))));
        assert_eq!(of("4-jaar-en-langer", 2021), Some((2024, None)));
        assert_eq!(Dimension::Duration.total().years_of_end(2021), None);
    }
}
