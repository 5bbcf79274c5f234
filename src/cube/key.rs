//! The name of a cell: year, area and one member of every dimension.

use crate::release::AreaId;
use crate::vocabulary::{Dimension, Margin, Member, TOTAL};

/// Year, area and members; ordered as the rows in the files are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellKey {
    /// Calendar year.
    pub year: u16,
    /// Area.
    pub area: AreaId,
    members: [u8; Dimension::ALL.len()],
}

impl CellKey {
    /// The total of an area in a year.
    pub fn total(year: u16, area: AreaId) -> Self {
        Self {
            year,
            area,
            members: [TOTAL; Dimension::ALL.len()],
        }
    }

    /// The same cell narrowed to (or widened from) one member.
    #[must_use]
    pub fn with(mut self, member: Member) -> Self {
        self.members[member.dimension() as usize] = member.index();
        self
    }

    /// The same cell in another area.
    #[must_use]
    pub fn in_area(self, area: AreaId) -> Self {
        Self { area, ..self }
    }

    /// The same cell in another year.
    #[must_use]
    pub fn in_year(self, year: u16) -> Self {
        Self { year, ..self }
    }

    /// Its member of one dimension.
    pub fn member(self, dimension: Dimension) -> Member {
        Member::new(dimension, self.members[dimension as usize]).unwrap_or(dimension.total())
    }

    /// Its members, in column order.
    pub fn members(self) -> impl Iterator<Item = Member> {
        Dimension::ALL
            .into_iter()
            .map(move |dimension| self.member(dimension))
    }

    /// The margin it stands in.
    pub fn margin(self) -> Margin {
        self.members()
            .filter(|member| !member.is_total())
            .fold(Margin::TOTAL, |margin, member| {
                margin.with(member.dimension())
            })
    }
}
