//! One published cell: shown, hidden, unknown and not applicable are four different things, and none of them is a zero.

use crate::statistics::Interval;

/// How a measure of a cell was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Status {
    /// Shown, possibly rounded.
    Shown,
    /// Hidden because the count is small.
    Hidden,
    /// Hidden because another hidden cell could otherwise be derived from it.
    SecondaryHidden,
    /// Not known yet, for instance because follow-up is incomplete.
    Unknown,
    /// Has no meaning for this cell.
    NotApplicable,
    /// Zero because it cannot be anything else, as the region's configuration says: nobody's secret.
    StructuralZero,
}

impl Status {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Shown,
        Self::Hidden,
        Self::SecondaryHidden,
        Self::Unknown,
        Self::NotApplicable,
        Self::StructuralZero,
    ];

    /// The word in the data.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Shown => "zichtbaar",
            Self::Hidden => "geheim",
            Self::SecondaryHidden => "secundair geheim",
            Self::Unknown => "onbekend",
            Self::NotApplicable => "niet van toepassing",
            Self::StructuralZero => "altijd nul",
        }
    }

    /// Whether it was hidden to protect youths.
    pub const fn is_hidden(self) -> bool {
        matches!(self, Self::Hidden | Self::SecondaryHidden)
    }

    /// How a figure made of two cells counts: hidden when one of them is, for its own sake when one of those is; always zero
    /// only when both are.
    #[must_use]
    pub fn together(self, other: Self) -> Self {
        use Status::{Hidden, NotApplicable, SecondaryHidden, Shown, StructuralZero, Unknown};
        [Unknown, NotApplicable, Hidden, SecondaryHidden, Shown]
            .into_iter()
            .find(|status| self == *status || other == *status)
            .unwrap_or(StructuralZero)
    }

    /// The status with this word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }
}

/// A published value with what a reader can know of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell {
    /// Shown; the true value lies within the interval that rounding leaves.
    Shown {
        /// As published.
        value: f64,
        /// Where the true value lies.
        within: Interval,
    },
    /// Hidden; any reader can tell that the true value lies within the interval.
    Hidden {
        /// Where the true value lies.
        within: Interval,
        /// Whether it was hidden for the sake of another cell.
        secondary: bool,
    },
    /// Not known yet.
    Unknown,
    /// Has no meaning here.
    NotApplicable,
    /// Zero because it cannot be anything else.
    StructuralZero,
}

impl Cell {
    /// What can be said of the true value; nothing for unknown and not applicable.
    pub fn within(self) -> Option<Interval> {
        match self {
            Self::Shown { within, .. } | Self::Hidden { within, .. } => Some(within),
            Self::StructuralZero => Some(Interval::exact(0.0)),
            Self::Unknown | Self::NotApplicable => None,
        }
    }

    /// The published value, if it is shown.
    pub fn shown(self) -> Option<f64> {
        match self {
            Self::Shown { value, .. } => Some(value),
            Self::StructuralZero => Some(0.0),
            _ => None,
        }
    }

    /// Whether it was hidden to protect youths.
    pub fn is_hidden(self) -> bool {
        matches!(self, Self::Hidden { .. })
    }

    /// How it was published.
    pub const fn status(self) -> Status {
        match self {
            Self::Shown { .. } => Status::Shown,
            Self::Hidden {
                secondary: false, ..
            } => Status::Hidden,
            Self::Hidden {
                secondary: true, ..
            } => Status::SecondaryHidden,
            Self::Unknown => Status::Unknown,
            Self::NotApplicable => Status::NotApplicable,
            Self::StructuralZero => Status::StructuralZero,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn together_the_stronger_protection_counts() {
        use Status::{Hidden, SecondaryHidden, Shown, StructuralZero};
        let pairs = [
            (Shown, SecondaryHidden, SecondaryHidden),
            (SecondaryHidden, Hidden, Hidden),
            (StructuralZero, Hidden, Hidden),
            (StructuralZero, Shown, Shown),
            (StructuralZero, StructuralZero, StructuralZero),
        ];
        for (one, other, expected) in pairs {
            assert_eq!(
                (one.together(other), other.together(one)),
                (expected, expected)
            );
        }
    }
}
