//! Margins: which dimensions a published cell is broken down by. Together they are the lattice; nothing finer exists.

use super::dimension::{Dimension, Member};

/// A set of dimensions with a member other than the total.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Margin(u16);

impl Margin {
    /// Broken down by nothing but period and area.
    pub const TOTAL: Self = Self(0);

    /// The margin with exactly these dimensions.
    pub fn of(dimensions: &[Dimension]) -> Self {
        dimensions
            .iter()
            .fold(Self::TOTAL, |margin, dimension| margin.with(*dimension))
    }

    /// The margin in which cells with these members stand.
    pub fn of_members(members: &[Member]) -> Self {
        members
            .iter()
            .filter(|member| !member.is_total())
            .fold(Self::TOTAL, |margin, member| {
                margin.with(member.dimension())
            })
    }

    /// The margin broken down by one more dimension.
    #[must_use]
    pub fn with(self, dimension: Dimension) -> Self {
        Self(self.0 | 1 << dimension as u8)
    }

    /// Whether cells are broken down by `dimension`.
    pub fn has(self, dimension: Dimension) -> bool {
        self.0 & (1 << dimension as u8) != 0
    }

    /// Its dimensions, in column order.
    pub fn dimensions(self) -> impl Iterator<Item = Dimension> {
        Dimension::ALL
            .into_iter()
            .filter(move |dimension| self.has(*dimension))
    }

    /// Whether it is the margin of totals.
    pub fn is_total(self) -> bool {
        self == Self::TOTAL
    }

    /// Name used for files: `totaal`, `zorgvorm`, `zorgvorm-leeftijd`.
    pub fn name(self) -> String {
        if self.is_total() {
            return "totaal".to_owned();
        }
        self.dimensions()
            .map(Dimension::code)
            .collect::<Vec<_>>()
            .join("-")
    }
}
