//! How the duration of care that ended stands to the range that the region agreed on for its form.

use super::dimension::{Dimension, Member, MemberSpec};

pub(super) const MEMBERS: &[MemberSpec] = &[
    MemberSpec::new(
        "totaal",
        "Alle hulp met een kader",
        "All care with a range",
        None,
    ),
    MemberSpec::new(
        "korter",
        "Korter dan het kader",
        "Shorter than the range",
        Some(0),
    ),
    MemberSpec::new("binnen", "Binnen het kader", "Within the range", Some(0)),
    MemberSpec::new(
        "langer",
        "Langer dan het kader",
        "Longer than the range",
        Some(0),
    ),
];

/// From how many days on, and up to and not including how many, care of some form lasts as agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgreedDays {
    /// The fewest.
    pub from: i64,
    /// The fewest that are too many; none where care may last.
    pub until: Option<i64>,
}

/// The days of the months of a year that is no leap year.
const DAYS_OF_MONTHS: [i64; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// Four years of months, after which the calendar of these years repeats itself.
const CYCLE: usize = 48;

/// The days of a month of the cycle, which begins with a leap year.
fn days_of_month(place: usize) -> i64 {
    let is_leap_day = place % CYCLE == 1;
    DAYS_OF_MONTHS[place % 12] + i64::from(is_leap_day)
}

/// The fewest and the most days that so many calendar months in a row have: three have 89 to 92, twelve 365 or 366.
pub fn days_of_months(months: u16) -> (i64, i64) {
    let months = usize::from(months);
    let spans = (0..CYCLE).map(|from| (from..from + months).map(days_of_month).sum());
    spans.fold((i64::MAX, 0), |(fewest, most), days: i64| {
        (fewest.min(days), most.max(days))
    })
}

impl AgreedDays {
    /// Where a duration stands.
    pub fn place(self, days: i64) -> Member {
        let code = match self.until {
            _ if days < self.from => "korter",
            Some(until) if days >= until => "langer",
            _ => "binnen",
        };
        let total = Dimension::Range.total();
        Dimension::Range.member(code).unwrap_or(total)
    }

    /// The fewest and the most days of a part: no most where there is none. Nothing of a part that no care can be in, and of other members.
    pub fn limits(self, part: Member) -> Option<(i64, Option<i64>)> {
        let (least, most) = match part.code() {
            _ if part.dimension() != Dimension::Range => return None,
            "korter" => (1, Some(self.from - 1)),
            "binnen" => (self.from.max(1), self.until.map(|until| until - 1)),
            "langer" => (self.until?, None),
            _ => return None,
        };
        most.is_none_or(|most| most >= least)
            .then_some((least, most))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;

    #[test]
    fn months_have_the_days_of_the_calendar() {
        // February to April and July to September; half a year without a leap day and with July and August; whole years.
        for (months, days) in [
            (0, (0, 0)),
            (1, (28, 31)),
            (3, (89, 92)),
            (6, (181, 184)),
            (9, (273, 276)),
            (12, (365, 366)),
            (18, (546, 550)),
            (48, (1461, 1461)),
        ] {
            assert_eq!(days_of_months(months), days, "{months}");
        }
    }

    #[test]
    fn every_duration_lies_within_the_limits_of_its_part_and_of_no_other() {
        for (from, until) in [(91, Some(365)), (0, Some(182)), (365, None)] {
            let agreed = AgreedDays { from, until };
            for days in [1, 90, 91, 181, 182, 364, 365, 5000] {
                let place = agreed.place(days);
                for part in Dimension::Range.parts() {
                    let lies_within = agreed.limits(part).is_some_and(|(least, most)| {
                        days >= least && most.is_none_or(|most| days <= most)
                    });
                    assert_eq!(lies_within, part == place, "{days} in {}", part.code());
                }
            }
        }
        let open = AgreedDays {
            from: 0,
            until: None,
        };
        let can_be = |part: &Member| open.limits(*part).is_some();
        assert_eq!(Dimension::Range.parts().filter(can_be).count(), 1);
        assert_eq!(open.limits(Dimension::Range.total()), None);
        assert_eq!(open.limits(Dimension::Duration.total()), None);
    }
}
