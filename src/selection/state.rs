//! The state of the explorer.

use super::chapter::ChapterKey;
use crate::cube::CellKey;
use crate::indicator::{CATALOGUE, Indicator, last_comparable_year, last_followed_year};
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
    /// The texts: one chapter, or which there are.
    Chapters,
    /// How long youths wait for which care.
    WaitingGuide,
    /// What was found for some words.
    Search,
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

/// The colours of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// What the reader's system asks for.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// With as much contrast as there is.
    Contrast,
}

impl Theme {
    /// All, in the order of the switch.
    pub const ALL: [Self; 4] = [Self::System, Self::Light, Self::Dark, Self::Contrast];

    /// The word in links and in the style sheet; empty for the system's choice.
    pub const fn code(self) -> &'static str {
        match self {
            Self::System => "",
            Self::Light => "licht",
            Self::Dark => "donker",
            Self::Contrast => "contrast",
        }
    }

    /// The theme with this word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|theme| !code.is_empty() && theme.code() == code)
    }
}

/// How municipalities are set side by side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CompareAs {
    /// Bars with intervals.
    #[default]
    Bars,
    /// Figure against size, with the limits of chance.
    Funnel,
    /// On a map, with a list beside it.
    Map,
    /// All indicators at once.
    Grid,
}

impl CompareAs {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 4] = [Self::Bars, Self::Funnel, Self::Map, Self::Grid];

    /// The code in links.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Bars => "balken",
            Self::Funnel => "trechter",
            Self::Map => "kaart",
            Self::Grid => "raster",
        }
    }

    /// The form with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.code() == code)
    }
}

/// A part of a link that could not be followed; the rest of it still is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The key.
    pub key: &'static str,
    /// What stood there.
    pub value: String,
    /// Why it could not be followed.
    pub kind: ProblemKind,
}

/// Why a part of a link could not be followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// There is no such thing.
    Unknown,
    /// What the link is about cannot be divided by this.
    CannotBeDivided(Dimension),
    /// Nor narrowed to this.
    CannotBeNarrowed(Member),
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
    /// The year of the figures; see [`Selection::opening_year`] for the one that is shown unless chosen.
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
    /// How municipalities are set side by side.
    pub compare_as: CompareAs,
    /// What is counted in the cell to work on, in the view that accounts for the figures.
    pub measure: Measure,
    /// The chapter in the view of the texts; none for their list.
    pub chapter: Option<ChapterKey>,
    /// What is searched for.
    pub search: String,
    /// The colours.
    pub theme: Theme,
    /// The area whose house style is worn.
    pub house_style: Option<AreaId>,
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
            compare_as: CompareAs::default(),
            measure: Measure::Youths,
            chapter: None,
            search: String::new(),
            theme: Theme::default(),
            house_style: None,
        }
    }

    /// The first page, as this reader sees it: in the same language and colours.
    #[must_use]
    pub fn home(&self, region: &Region) -> Self {
        Self {
            language: self.language,
            theme: self.theme,
            house_style: self.house_style,
            ..Self::default_for(region)
        }
    }

    /// The year that is shown unless another is chosen: the last one; to compare municipalities, the last in which all are counted in the
    /// same way; and of what is followed for a while, the last one of which all was followed.
    pub fn opening_year(&self, region: &Region) -> u16 {
        match self.view {
            View::Compare => last_comparable_year(self.indicator, region),
            View::Explore => {
                last_followed_year(self.indicator, region, self.area, region.last_year())
            }
            View::Overview
            | View::Accountability
            | View::Definitions
            | View::Chapters
            | View::WaitingGuide
            | View::Search => region.last_year(),
        }
    }

    /// The same after a change. A year that was not chosen becomes the one that is shown then.
    #[must_use]
    fn changed(mut self, region: &Region, change: impl FnOnce(&mut Self)) -> Self {
        let was_chosen = self.year != self.opening_year(region);
        change(&mut self);
        if !was_chosen {
            self.year = self.opening_year(region);
        }
        self
    }

    /// The same in another view.
    #[must_use]
    pub fn in_view(self, view: View, region: &Region) -> Self {
        self.changed(region, |selection| selection.view = view)
    }

    /// The same of another area.
    #[must_use]
    pub fn in_area(self, area: AreaId, region: &Region) -> Self {
        self.changed(region, |selection| selection.area = area)
    }

    /// The same about another indicator; choices that it does not have are dropped.
    #[must_use]
    pub fn about(self, indicator: &'static Indicator, region: &Region) -> Self {
        self.changed(region, |selection| selection.indicator = indicator)
            .of(indicator)
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

    /// The same for another indicator in the year that it tells of; choices that it does not have are dropped.
    #[must_use]
    pub fn of(mut self, indicator: &'static Indicator) -> Self {
        self.indicator = indicator;
        let allowed = indicator.breakdowns();
        self.breakdown = self
            .breakdown
            .filter(|dimension| allowed.contains(dimension));
        self.members
            .retain(|member| allowed.contains(&member.dimension()));
        // Of a whole with its parts either the parts are shown, or one of them: all of them together are always a hundred.
        if let Some((over, _)) = indicator.composed_over()
            && self.member(over).is_total()
        {
            if self.view == View::Compare {
                self.members.extend(indicator.compared_part());
                self.members.sort();
            } else {
                self.breakdown = Some(over);
            }
        }
        // Why cost changed is told for one year, part by part.
        if indicator.is_split() {
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
        self.breakdown.is_some() || self.view == View::Compare || self.indicator.is_split()
    }

    /// The form of the comparison; none where municipalities are not compared.
    pub fn compared_as(&self) -> Option<CompareAs> {
        (self.view == View::Compare).then_some(self.compare_as)
    }

    /// The cell that is chosen to be worked on, if cells like it are published at all.
    pub fn cell(&self) -> Option<CellKey> {
        let table = self.measure.table();
        let key = table
            .at_year_end()
            .iter()
            .chain(&self.members)
            .fold(CellKey::total(self.year, self.area), |key, member| {
                key.with(*member)
            });
        let lattice: Vec<Margin> = table.lattice();
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
