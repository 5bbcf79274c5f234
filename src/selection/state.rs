//! The state of the explorer.

use crate::cube::CellKey;
use crate::indicator::{CATALOGUE, Formula, Indicator, Publication};
use crate::release::{AreaId, Region};
use crate::vocabulary::{Dimension, Language, Margin, Measure, Member};

/// A page of the explorer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The small set of figures.
    #[default]
    Overview,
    /// One indicator.
    Explore,
    /// One indicator in all municipalities.
    Compare,
    /// How the figures are protected, and checking that oneself.
    Accountability,
    /// What an indicator means, with a worked example.
    Definitions,
}

/// Whether the reader sees the figure or the count behind it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ShowAs {
    /// The figure.
    #[default]
    Figure,
    /// The count in the numerator.
    Count,
}

/// A part of a link that could not be followed; the rest of it still is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The key.
    pub key: &'static str,
    /// What stood there.
    pub value: String,
}

/// Everything the reader has chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Selection {
    /// Language of the screen.
    pub language: Language,
    /// The page.
    pub view: View,
    /// The area.
    pub area: AreaId,
    /// The year of the figures; the last one unless chosen.
    pub year: u16,
    /// The indicator.
    pub indicator: &'static Indicator,
    /// What it is broken down by.
    pub breakdown: Option<Dimension>,
    /// Members it is narrowed to, at most one per dimension, none of them totals.
    pub members: Vec<Member>,
    /// Figure or count.
    pub show_as: ShowAs,
    /// Whether the confidence interval is drawn.
    pub uncertainty: bool,
    /// What is counted in the cell to work on, in the view that accounts for the figures.
    pub measure: Measure,
}

impl Selection {
    /// What a reader sees who has chosen nothing.
    pub fn default_for(region: &Region) -> Self {
        Self {
            language: Language::default(),
            view: View::default(),
            area: region.whole(),
            year: region.last_year(),
            indicator: &CATALOGUE[0],
            breakdown: None,
            members: Vec::new(),
            show_as: ShowAs::default(),
            uncertainty: true,
            measure: Measure::Youths,
        }
    }

    /// The same, narrowed to (or, for a total, widened from) a member; a dimension that is broken down by is not narrowed too.
    #[must_use]
    pub fn narrowed(mut self, member: Member) -> Self {
        self.members
            .retain(|other| other.dimension() != member.dimension());
        if !member.is_total() {
            self.members.push(member);
            self.members.sort();
            if self.breakdown == Some(member.dimension()) {
                self.breakdown = None;
            }
        }
        self
    }

    /// The same, broken down by a dimension or by nothing.
    #[must_use]
    pub fn broken_down(mut self, dimension: Option<Dimension>) -> Self {
        self.breakdown = dimension;
        if let Some(dimension) = dimension {
            self.members
                .retain(|member| member.dimension() != dimension);
        }
        self
    }

    /// The same for another indicator; choices that it does not have are dropped.
    #[must_use]
    pub fn of(mut self, indicator: &'static Indicator) -> Self {
        self.indicator = indicator;
        let allowed = match &indicator.publication {
            Publication::Published { breakdowns, .. } => *breakdowns,
            Publication::NoFiguresYet { .. } => &[],
        };
        self.breakdown = self
            .breakdown
            .filter(|dimension| allowed.contains(dimension));
        self.members
            .retain(|member| allowed.contains(&member.dimension()));
        // Of a whole with its parts either the parts are shown, or one of them: all of them together are always a hundred.
        if let Some((over, parts)) = indicator.composed_over()
            && self.member(over).is_total()
        {
            if self.view == View::Compare {
                self.members.extend(parts.first());
                self.members.sort();
            } else {
                self.breakdown = Some(over);
            }
        }
        // Why cost changed is told for one year, part by part.
        if indicator.formula() == Some(Formula::Split) {
            self.breakdown = None;
        }
        // A total is its own count: there is nothing to switch.
        if !indicator.has_count() {
            self.show_as = ShowAs::Figure;
        }
        self
    }

    /// Whether it shows one year, instead of all of them.
    pub fn is_of_a_year(&self) -> bool {
        self.breakdown.is_some()
            || self.view == View::Compare
            || self.indicator.formula() == Some(Formula::Split)
    }

    /// The cell that is chosen to be worked on, if cells like it are published at all.
    pub fn cell(&self) -> Option<CellKey> {
        let key = self
            .members
            .iter()
            .fold(CellKey::total(self.year, self.area), |key, member| {
                key.with(*member)
            });
        let lattice: Vec<Margin> = self.measure.table().lattice();
        lattice.contains(&key.margin()).then_some(key)
    }

    /// The same with another cell to work on.
    #[must_use]
    pub fn with_cell(mut self, key: CellKey) -> Self {
        self.year = key.year;
        self.area = key.area;
        self.members = key.members().filter(|member| !member.is_total()).collect();
        self
    }

    /// The member chosen in a dimension; the total when none is.
    pub fn member(&self, dimension: Dimension) -> Member {
        self.members
            .iter()
            .copied()
            .find(|member| member.dimension() == dimension)
            .unwrap_or(dimension.total())
    }
}
