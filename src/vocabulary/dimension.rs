//! The dimensions a figure can be broken down by, and the members of each.

use super::language::Bilingual;
use super::{
    age_group, allocation_wait, care_form, cost_class, duration, leaving_age, order,
    provider_count, quarter, question, range, referrer, with_order,
};

/// The index of the explicit total in every dimension.
pub const TOTAL: u8 = 0;

/// A way of dividing the youths in care, besides period and area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// Form of care, CBS Beleidsinformatie Jeugd.
    CareForm,
    /// Age on the last day of the period.
    AgeGroup,
    /// Who referred the youth to care.
    Referrer,
    /// Quarter at whose end something was counted.
    Quarter,
    /// How many providers gave the youth care in the year, in all municipalities and forms together.
    ProviderCount,
    /// What the care of the youth cost in the year, in all municipalities and forms together.
    CostClass,
    /// What a court or prosecutor ordered, CBS Beleidsinformatie Jeugd.
    Order,
    /// How long a trajectory that ended had lasted.
    Duration,
    /// What was asked when care ended.
    Question,
    /// How long after its allocation care began.
    AllocationWait,
    /// How the duration of care that ended stands to what was agreed.
    Range,
    /// Whether the youth was under an order in the year, whatever it was and wherever she lived.
    WithOrder,
    /// How old the youth was when she left residential care.
    LeavingAge,
}

/// One member of a dimension: a code in the data and a label on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MemberSpec {
    /// Stable code in the published data and in links.
    pub code: &'static str,
    /// What the reader sees.
    pub label: Bilingual,
    /// Index of the member this one is part of; the total has none.
    pub parent: Option<u8>,
    /// The code of Statistics Netherlands for a member that records can carry.
    pub cbs: Option<&'static str>,
}

impl MemberSpec {
    /// A total, a group, or a part that no code of Statistics Netherlands stands for.
    pub(super) const fn new(
        code: &'static str,
        nl: &'static str,
        en: &'static str,
        parent: Option<u8>,
    ) -> Self {
        Self {
            code,
            label: Bilingual::new(nl, en),
            parent,
            cbs: None,
        }
    }

    /// The same, with the code that records carry.
    pub(super) const fn with_cbs(self, cbs: &'static str) -> Self {
        Self {
            cbs: Some(cbs),
            ..self
        }
    }
}

/// A member of a dimension by its index in [`Dimension::members`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Member {
    dimension: Dimension,
    index: u8,
}

impl Dimension {
    /// All dimensions, in the order of the columns in the data.
    pub const ALL: [Self; 13] = [
        Self::CareForm,
        Self::AgeGroup,
        Self::Referrer,
        Self::Quarter,
        Self::ProviderCount,
        Self::CostClass,
        Self::Order,
        Self::Duration,
        Self::Question,
        Self::AllocationWait,
        Self::Range,
        Self::WithOrder,
        Self::LeavingAge,
    ];

    /// Those that care is divided by, whenever it was.
    pub const OF_CARE: [Self; 3] = [Self::CareForm, Self::AgeGroup, Self::Referrer];

    /// The same, and by how many providers.
    pub const WITH_PROVIDERS: [Self; 4] = [
        Self::CareForm,
        Self::AgeGroup,
        Self::Referrer,
        Self::ProviderCount,
    ];

    /// The same, and all else that is known of the youths of a year.
    pub const OF_YOUTHS: [Self; 6] = [
        Self::CareForm,
        Self::AgeGroup,
        Self::Referrer,
        Self::ProviderCount,
        Self::CostClass,
        Self::WithOrder,
    ];

    /// Whether it divides the youths of a year themselves, so that each falls in one part: a youth has one age, one number of
    /// providers and one amount, and is under an order or not. In another year she may fall in another.
    pub const fn divides_youths(self) -> bool {
        matches!(
            self,
            Self::AgeGroup | Self::ProviderCount | Self::CostClass | Self::WithOrder
        )
    }

    /// Column name in the data and key in links.
    pub const fn code(self) -> &'static str {
        match self {
            Self::CareForm => "zorgvorm",
            Self::AgeGroup => "leeftijd",
            Self::Referrer => "verwijzer",
            Self::Quarter => "kwartaal",
            Self::ProviderCount => "aantal_aanbieders",
            Self::CostClass => "kostenklasse",
            Self::Order => "maatregel",
            Self::Duration => "duurklasse",
            Self::Question => "vraag",
            Self::AllocationWait => "tijd_tot_start",
            Self::Range => "kader",
            Self::WithOrder => "met_maatregel",
            Self::LeavingAge => "leeftijd_vertrek",
        }
    }

    /// The dimension with this column name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|dimension| dimension.code() == code)
    }

    /// Name on the screen.
    pub const fn title(self) -> Bilingual {
        match self {
            Self::CareForm => Bilingual::new("Soort hulp", "Type of care"),
            Self::AgeGroup => Bilingual::new("Leeftijd", "Age"),
            Self::Referrer => Bilingual::new("Verwijzer", "Referrer"),
            Self::Quarter => Bilingual::new("Kwartaal", "Quarter"),
            Self::ProviderCount => Bilingual::new("Aantal aanbieders", "Number of providers"),
            Self::CostClass => Bilingual::new("Kosten per jeugdige", "Cost per youth"),
            Self::Order => Bilingual::new("Soort maatregel", "Type of order"),
            Self::Duration => Bilingual::new("Duur", "Duration"),
            Self::Question => Bilingual::new("Vraag", "Question"),
            Self::AllocationWait => Bilingual::new("Tijd tot de start", "Time to the start"),
            Self::Range => Bilingual::new("Plaats in het kader", "Place in the range"),
            Self::WithOrder => Bilingual::new("Maatregel", "Order"),
            Self::LeavingAge => Bilingual::new("Leeftijd bij vertrek", "Age on leaving"),
        }
    }

    /// What the column means, for the data package.
    pub const fn definition(self) -> Bilingual {
        match self {
            Self::CareForm => Bilingual::new(
                "Zorgvorm volgens CBS Beleidsinformatie Jeugd, of een groep daarvan.",
                "Form of care (CBS Beleidsinformatie Jeugd), or a group of forms.",
            ),
            Self::AgeGroup => Bilingual::new(
                "Leeftijd op de laatste dag van de periode, in groepen.",
                "Age on the last day of the period, in groups.",
            ),
            Self::Referrer => Bilingual::new(
                "Wie naar de jeugdhulp verwees.",
                "Who referred the youth to care.",
            ),
            Self::Quarter => Bilingual::new(
                "Kwartaal; geteld is op de laatste dag ervan.",
                "Quarter; counted on its last day.",
            ),
            Self::ProviderCount => Bilingual::new(
                "Van hoeveel aanbieders de jeugdige in het jaar hulp had, alle soorten hulp en alle gemeenten samen.",
                "How many providers gave the youth care in the year, of all types and in all municipalities.",
            ),
            Self::CostClass => Bilingual::new(
                "Wat de hulp van de jeugdige in het jaar kostte, alle soorten hulp en alle gemeenten samen: tot en met €\u{a0}10.000, meer dan dat tot en met €\u{a0}100.000, of meer.",
                "What the care of the youth cost in the year, of all types and in all municipalities: up to €10,000, more than that up to €100,000, or more.",
            ),
            Self::Order => Bilingual::new(
                "Maatregel van jeugdbescherming of jeugdreclassering volgens CBS Beleidsinformatie Jeugd, of een groep daarvan.",
                "Child protection or probation order (CBS Beleidsinformatie Jeugd), or a group of orders.",
            ),
            Self::Duration => Bilingual::new(
                "Hoe lang een traject duurde dat in de periode eindigde, van de eerste dag tot en met de laatste. Drie maanden zijn 91 dagen, zes maanden 182, een jaar 365.",
                "How long a care period lasted that ended in the year, from its first day up to and including its last. Three months are 91 days, six months 182, a year 365.",
            ),
            Self::Question => Bilingual::new(
                "Wat de aanbieder aan het einde van de hulp vroeg.",
                "What the provider asked when care ended.",
            ),
            Self::AllocationWait => Bilingual::new(
                "Hoe lang na de toewijzing de hulp begon. Vier weken zijn 28 dagen, drie maanden dertien weken of 91 dagen.",
                "How long after its allocation care began. Four weeks are 28 days, three months are thirteen weeks or 91 days.",
            ),
            Self::Range => Bilingual::new(
                "Hoe de duur van een afgesloten traject staat tot de duur die de regio voor die soort hulp als richting afsprak.",
                "How the duration of a care period that ended stands to the one that the region agreed on for that type of care.",
            ),
            Self::WithOrder => Bilingual::new(
                "Of de jeugdige in het jaar minstens één dag een maatregel van jeugdbescherming of jeugdreclassering had, alle soorten en alle gemeenten samen.",
                "Whether the youth was under a child protection or probation order for at least one day of the year, of any type and in any municipality.",
            ),
            Self::LeavingAge => Bilingual::new(
                "Leeftijd op de laatste dag van het verblijf.",
                "Age on the last day of residential care.",
            ),
        }
    }

    /// All members, the total first, each group before its parts.
    pub const fn members(self) -> &'static [MemberSpec] {
        match self {
            Self::CareForm => care_form::MEMBERS,
            Self::AgeGroup => age_group::MEMBERS,
            Self::Referrer => referrer::MEMBERS,
            Self::Quarter => quarter::MEMBERS,
            Self::ProviderCount => provider_count::MEMBERS,
            Self::CostClass => cost_class::MEMBERS,
            Self::Order => order::MEMBERS,
            Self::Duration => duration::MEMBERS,
            Self::Question => question::MEMBERS,
            Self::AllocationWait => allocation_wait::MEMBERS,
            Self::Range => range::MEMBERS,
            Self::WithOrder => with_order::MEMBERS,
            Self::LeavingAge => leaving_age::MEMBERS,
        }
    }

    /// The members to show side by side when a figure is broken down: no totals, no groups of others.
    pub fn parts(self) -> impl Iterator<Item = Member> {
        self.iter().filter(|member| !member.has_parts())
    }

    /// All members in order, the total included.
    pub fn iter(self) -> impl Iterator<Item = Member> {
        (0..self.members().len()).filter_map(move |index| {
            u8::try_from(index).ok().map(|index| Member {
                dimension: self,
                index,
            })
        })
    }

    /// The member with this code in the data.
    pub fn member(self, code: &str) -> Option<Member> {
        self.iter().find(|member| member.code() == code)
    }

    /// The member that records with this CBS code belong to.
    pub fn member_by_cbs(self, cbs: &str) -> Option<Member> {
        self.iter().find(|member| member.spec().cbs == Some(cbs))
    }

    /// The total of this dimension.
    pub const fn total(self) -> Member {
        Member {
            dimension: self,
            index: TOTAL,
        }
    }
}

impl Member {
    /// The member at `index`, if there is one.
    pub fn new(dimension: Dimension, index: u8) -> Option<Self> {
        (usize::from(index) < dimension.members().len()).then_some(Self { dimension, index })
    }

    /// The dimension it belongs to.
    pub const fn dimension(self) -> Dimension {
        self.dimension
    }

    /// Its place in [`Dimension::members`]; the total is 0.
    pub const fn index(self) -> u8 {
        self.index
    }

    /// Whether it is the total.
    pub const fn is_total(self) -> bool {
        self.index == TOTAL
    }

    /// Code in the data and in links.
    pub fn code(self) -> &'static str {
        self.spec().code
    }

    /// Label on the screen.
    pub fn label(self) -> Bilingual {
        self.spec().label
    }

    /// The full entry.
    pub fn spec(self) -> &'static MemberSpec {
        &self.dimension.members()[usize::from(self.index)]
    }

    /// The group it is part of.
    pub fn parent(self) -> Option<Self> {
        self.spec().parent.map(|index| Self {
            dimension: self.dimension,
            index,
        })
    }

    /// Whether other members are part of it.
    pub fn has_parts(self) -> bool {
        self.parts().next().is_some()
    }

    /// The members directly below it.
    pub fn parts(self) -> impl Iterator<Item = Self> {
        self.dimension
            .iter()
            .filter(move |member| member.spec().parent == Some(self.index))
    }

    /// The member itself and every group above it, the total last.
    pub fn with_groups(self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), |member| member.parent())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_group_comes_before_its_parts_and_codes_are_unique() {
        for dimension in Dimension::ALL {
            let members = dimension.members();
            assert_eq!(members[0].code, "totaal");
            for (index, member) in members.iter().enumerate() {
                assert!(
                    member
                        .parent
                        .is_none_or(|parent| usize::from(parent) < index)
                );
                assert_eq!(member.parent.is_none(), index == 0);
                assert_eq!(
                    members
                        .iter()
                        .filter(|other| other.code == member.code)
                        .count(),
                    1
                );
                assert!(member.cbs.is_none() || !dimension.iter().nth(index).unwrap().has_parts());
            }
        }
    }

    #[test]
    fn foster_care_is_care_with_residence() {
        let foster = Dimension::CareForm.member_by_cbs("11").unwrap();
        let chain: Vec<_> = foster.with_groups().map(Member::code).collect();
        assert_eq!(chain, ["pleegzorg", "met-verblijf", "totaal"]);
    }
}
