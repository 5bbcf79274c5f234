//! Which shares tell something of everybody in a group.

use crate::release::Policy;
use crate::vocabulary::Measure;

/// A part of which a share near one tells something of everybody in its group, which may stand in another table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SensitiveShare {
    /// The part.
    pub part: Measure,
    /// The group.
    pub group: Measure,
    /// Whether a share near zero tells as much, as that of who is satisfied does.
    is_so_of_few: bool,
}

/// Which end a share is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extreme {
    /// Nearly everybody in the group is in the part.
    NearlyAll,
    /// Hardly anybody is.
    HardlyAny,
}

impl SensitiveShare {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::of_many(Measure::OneSided, Measure::ReasonKnown),
        Self::of_many(Measure::Premature, Measure::ReasonKnown),
        Self::of_many(Measure::BegunAgain, Measure::Begun),
        Self::of_many(Measure::Returned, Measure::Followed),
        Self::of_many(Measure::WaitingLong, Measure::Waiting),
        Self::of_many(Measure::UnderOrderInCare, Measure::Youths),
        Self::of_many(Measure::LocalInCare, Measure::LocalYouths),
        Self::of_many(Measure::LocalInCare, Measure::Youths),
        Self::of_many_or_few(Measure::Positive, Measure::Answered),
    ];

    const fn of_many(part: Measure, group: Measure) -> Self {
        Self {
            part,
            group,
            is_so_of_few: false,
        }
    }

    const fn of_many_or_few(part: Measure, group: Measure) -> Self {
        Self {
            is_so_of_few: true,
            ..Self::of_many(part, group)
        }
    }

    /// Those of `part`.
    pub fn of(part: Measure) -> impl Iterator<Item = Self> {
        let all = Self::ALL.iter().copied();
        all.filter(move |share| share.part == part)
    }

    /// At which end it is when so many of so large a group are in the part.
    pub fn extreme(self, part: i64, group: i64, policy: &Policy) -> Option<Extreme> {
        let is_nearly_all = |some: i64| {
            i128::from(some) * 100 > i128::from(group) * i128::from(policy.groep_aandeel)
        };
        if is_nearly_all(part) {
            Some(Extreme::NearlyAll)
        } else if self.is_so_of_few && is_nearly_all(group - part) {
            Some(Extreme::HardlyAny)
        } else {
            None
        }
    }

    /// Whether it is certainly at an end when part and group lie between these bounds. Of a group that may be empty nothing is certain.
    pub fn is_certain(self, part: (f64, f64), group: (f64, f64), policy: &Policy) -> bool {
        let most = f64::from(policy.groep_aandeel) / 100.0;
        part.0 > most * group.1 || (self.is_so_of_few && part.1 < (1.0 - most) * group.0)
    }

    /// Whether it may be at an end when part and group lie between these bounds.
    pub fn is_possible(self, part: (f64, f64), group: (f64, f64), policy: &Policy) -> bool {
        let most = f64::from(policy.groep_aandeel) / 100.0;
        part.1 > most * group.0 || (self.is_so_of_few && part.0 < (1.0 - most) * group.1)
    }
}
