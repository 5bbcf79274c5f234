//! The fact tables of a release.

use super::dimension::{Dimension, Member};
use super::language::Bilingual;
use super::margin::Margin;
use super::measure::Measure;

/// A fact table of the release.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// Youths and trajectories in care during the period, and their cost.
    Use,
    /// Trajectories that ended in the period.
    Ended,
    /// Inhabitants.
    Population,
    /// Who waits for care, at the end of each quarter.
    Waiting,
    /// Child protection and probation orders.
    Orders,
    /// The providers of care, and the cost that goes to some of them.
    Providers,
    /// How long the trajectories lasted that ended in the period.
    Durations,
    /// Help of local teams, in the municipalities that supply it.
    Local,
    /// What was asked and answered when care ended.
    Outcomes,
    /// How long the trajectories lasted, or last, that began in the period.
    Survival,
    /// How long after their allocation the trajectories began that began in the period.
    Allocations,
    /// How the trajectories that ended in the period lasted beside what was agreed.
    Ranges,
    /// Who left residential care, and at what age.
    LeftResidence,
    /// Personal budgets, of the municipalities that supply them.
    Budgets,
}

impl Table {
    /// All fact tables.
    pub const ALL: [Self; 14] = [
        Self::Use,
        Self::Ended,
        Self::Population,
        Self::Waiting,
        Self::Orders,
        Self::Providers,
        Self::Durations,
        Self::Local,
        Self::Outcomes,
        Self::Survival,
        Self::Allocations,
        Self::Ranges,
        Self::LeftResidence,
        Self::Budgets,
    ];

    /// Name in the data package.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Use => "gebruik",
            Self::Ended => "afgesloten",
            Self::Population => "bevolking",
            Self::Waiting => "wachttijden",
            Self::Orders => "maatregelen",
            Self::Providers => "aanbieders",
            Self::Durations => "duur",
            Self::Local => "lokaal",
            Self::Outcomes => "uitkomst",
            Self::Survival => "overleving",
            Self::Allocations => "toewijzing",
            Self::Ranges => "kader",
            Self::LeftResidence => "uit_verblijf",
            Self::Budgets => "pgb",
        }
    }

    /// Title in the data package.
    pub const fn title(self) -> Bilingual {
        match self {
            Self::Use => Bilingual::new("Gebruik van jeugdhulp", "Use of youth care"),
            Self::Ended => Bilingual::new("Afgesloten jeugdhulp", "Ended youth care"),
            Self::Population => Bilingual::new("Inwoners", "Inhabitants"),
            Self::Waiting => Bilingual::new("Wachttijden", "Waiting times"),
            Self::Orders => Bilingual::new(
                "Jeugdbescherming en jeugdreclassering",
                "Child protection and probation",
            ),
            Self::Providers => {
                Bilingual::new("Aanbieders van jeugdhulp", "Providers of youth care")
            }
            Self::Durations => Bilingual::new(
                "Duur van afgesloten jeugdhulp",
                "Duration of ended youth care",
            ),
            Self::Local => Bilingual::new("Hulp van het lokale team", "Help of the local team"),
            Self::Outcomes => Bilingual::new(
                "Uitkomst van afgesloten jeugdhulp",
                "Outcome of ended youth care",
            ),
            Self::Survival => Bilingual::new(
                "Hoelang begonnen jeugdhulp duurt",
                "How long youth care that began lasts",
            ),
            Self::Allocations => Bilingual::new(
                "Van toewijzing tot start van jeugdhulp",
                "From allocation to start of youth care",
            ),
            Self::Ranges => Bilingual::new(
                "Duur van jeugdhulp tegenover het richtinggevend kader",
                "Duration of youth care against the agreed range",
            ),
            Self::LeftResidence => {
                Bilingual::new("Vertrek uit verblijf", "Leaving residential care")
            }
            Self::Budgets => Bilingual::new("Persoonsgebonden budgetten", "Personal budgets"),
        }
    }

    /// Its measures, in column order.
    pub fn measures(self) -> impl Iterator<Item = Measure> {
        Measure::ALL
            .iter()
            .copied()
            .filter(move |measure| measure.table() == self)
    }

    /// The measure that says how many youths a cell is about: when it is small, the whole cell is hidden.
    pub const fn persons(self) -> Option<Measure> {
        match self {
            Self::Use => Some(Measure::Youths),
            Self::Ended => Some(Measure::EndedYouths),
            Self::Waiting => Some(Measure::Waiting),
            Self::Orders => Some(Measure::UnderOrder),
            Self::Local => Some(Measure::LocalYouths),
            Self::Outcomes => Some(Measure::AnsweringYouths),
            Self::LeftResidence => Some(Measure::LeftResidence),
            Self::Budgets => Some(Measure::BudgetYouths),
            // The cells of providers are those of the totals of use, so that is where their youths stand. How many youths had the
            // trajectories of a class is not published.
            Self::Population
            | Self::Providers
            | Self::Durations
            | Self::Survival
            | Self::Allocations
            | Self::Ranges => None,
        }
    }

    /// Whether it has figures that are the last to be hidden. Of who waits, and of orders, there are so few in the smallest municipalities
    /// that what others show would give them away: then something of the others has to be hidden. So it may be with what goes to a few providers.
    pub const fn has_headlines(self) -> bool {
        match self {
            Self::Use | Self::Ended | Self::Population => true,
            Self::Waiting
            | Self::Orders
            | Self::Providers
            | Self::Durations
            | Self::Local
            | Self::Outcomes
            | Self::Survival
            | Self::Allocations
            | Self::Ranges
            | Self::LeftResidence
            | Self::Budgets => false,
        }
    }

    /// Whether its figures of a year are left out where the totals of other tables would tell too much of them: it came later, and may not
    /// keep a small region from publishing what it could publish before.
    pub const fn gives_way(self) -> bool {
        matches!(
            self,
            Self::Durations
                | Self::Local
                | Self::Outcomes
                | Self::Survival
                | Self::Allocations
                | Self::Ranges
                | Self::LeftResidence
                | Self::Budgets
        )
    }

    /// Whether each municipality supplies it or does not: of one that does not there are no cells, and the groups that it is part of have the
    /// others only. Everything else is delivered for the whole region.
    pub const fn is_supplied_by_municipality(self) -> bool {
        self.supplied_by_municipality().is_some()
    }

    /// What a municipality then supplies.
    pub const fn supplied_by_municipality(self) -> Option<Bilingual> {
        match self {
            Self::Local => Some(Bilingual::new(
                "hulp van het lokale team",
                "help of the local team",
            )),
            Self::Budgets => Some(Bilingual::new(
                "het gebruik van persoonsgebonden budgetten",
                "the use of personal budgets",
            )),
            Self::Use
            | Self::Ended
            | Self::Population
            | Self::Waiting
            | Self::Orders
            | Self::Providers
            | Self::Durations
            | Self::Outcomes
            | Self::Survival
            | Self::Allocations
            | Self::Ranges
            | Self::LeftResidence => None,
        }
    }

    /// The dimensions that its cells can be divided by.
    pub const fn dimensions(self) -> &'static [Dimension] {
        match self {
            Self::Use => &Dimension::OF_YOUTHS,
            Self::Ended => &Dimension::WITH_PROVIDERS,
            // Inhabitants have an age only; the other columns are of the first format of the files.
            Self::Population => &Dimension::OF_CARE,
            Self::Waiting => &[Dimension::CareForm, Dimension::Quarter],
            Self::Orders => &[Dimension::AgeGroup, Dimension::Order],
            Self::Providers | Self::Budgets => &[],
            Self::Durations => &[Dimension::CareForm, Dimension::Duration],
            Self::Local => &[Dimension::AgeGroup],
            Self::Outcomes => &[Dimension::Question],
            Self::Survival => &[Dimension::Duration],
            Self::Allocations => &[Dimension::AllocationWait],
            Self::Ranges => &[Dimension::Range],
            Self::LeftResidence => &[Dimension::LeavingAge],
        }
    }

    /// The columns of the file of one margin: what came later (number of providers, cost, orders) stands only where it divides, so that files
    /// that were there before it stay what they were.
    pub fn columns(self, margin: Margin) -> impl Iterator<Item = Dimension> {
        self.dimensions().iter().copied().filter(move |dimension| {
            !matches!(
                dimension,
                Dimension::ProviderCount | Dimension::CostClass | Dimension::WithOrder
            ) || margin.has(*dimension)
        })
    }

    /// What a figure of a year is about as long as no other is chosen: of who waits, those at its end.
    pub fn at_year_end(self) -> Option<Member> {
        match self {
            Self::Use
            | Self::Ended
            | Self::Population
            | Self::Orders
            | Self::Providers
            | Self::Durations
            | Self::Local
            | Self::Outcomes
            | Self::Survival
            | Self::Allocations
            | Self::Ranges
            | Self::LeftResidence
            | Self::Budgets => None,
            Self::Waiting => Member::of_quarter(4),
        }
    }

    /// The margins published for it: together the lattice. Nothing finer is ever written.
    pub fn lattice(self) -> Vec<Margin> {
        use Dimension::{
            AgeGroup, AllocationWait, CareForm, CostClass, Duration, LeavingAge, Order,
            ProviderCount, Quarter, Question, Range, Referrer, WithOrder,
        };
        match self {
            Self::Use | Self::Ended => {
                let mut margins = vec![
                    Margin::TOTAL,
                    Margin::of(&[CareForm]),
                    Margin::of(&[AgeGroup]),
                    Margin::of(&[Referrer]),
                    Margin::of(&[CareForm, AgeGroup]),
                    Margin::of(&[CareForm, Referrer]),
                    Margin::of(&[AgeGroup, Referrer]),
                    Margin::of(&[ProviderCount]),
                ];
                // Few youths whose care ended have many providers: by form of care nearly all of them would be hidden.
                if self == Self::Use {
                    margins.push(Margin::of(&[CareForm, ProviderCount]));
                    margins.push(Margin::of(&[CostClass]));
                    margins.push(Margin::of(&[WithOrder]));
                }
                margins
            }
            Self::Population | Self::Local => vec![Margin::TOTAL, Margin::of(&[AgeGroup])],
            // Who waits at the end of one quarter and who at that of the next do not add up, so no year has a total.
            Self::Waiting => vec![Margin::of(&[Quarter]), Margin::of(&[CareForm, Quarter])],
            Self::Orders => vec![
                Margin::TOTAL,
                Margin::of(&[AgeGroup]),
                Margin::of(&[Order]),
                Margin::of(&[AgeGroup, Order]),
            ],
            // By form of care most of a small municipality would go to one provider; and so few have a budget there that by age nothing
            // could be shown of them.
            Self::Providers | Self::Budgets => vec![Margin::TOTAL],
            Self::Durations => vec![
                Margin::TOTAL,
                Margin::of(&[CareForm]),
                Margin::of(&[Duration]),
                Margin::of(&[CareForm, Duration]),
            ],
            // One trajectory has an answer to several questions, so that together they have no meaning. By form of care so little could be
            // shown of a municipality, and so much hangs on it, that it is not worth what it costs.
            Self::Outcomes => vec![Margin::of(&[Question])],
            // Who lasted as long as one class lasted as long as those before it, so that classes together have no meaning.
            Self::Survival => vec![Margin::of(&[Duration])],
            Self::Allocations => vec![Margin::TOTAL, Margin::of(&[AllocationWait])],
            // By form of care too little could be shown of a small municipality, as with outcomes; how long care of each form lasted is told by class.
            Self::Ranges => vec![Margin::TOTAL, Margin::of(&[Range])],
            Self::LeftResidence => vec![Margin::TOTAL, Margin::of(&[LeavingAge])],
        }
    }

    /// Name of the resource, and of the file, that holds one margin of this table.
    pub fn resource_name(self, margin: Margin) -> String {
        format!("{}-{}", self.code(), margin.name())
    }
}
