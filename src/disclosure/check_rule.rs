//! The rules that anybody can check, with a name and a plain sentence each.

use crate::release::Policy;
use crate::sentence::amount;
use crate::vocabulary::Language;

/// A rule that every published figure has to keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// No small count is shown.
    Threshold,
    /// Counts are rounded.
    Counts,
    /// Amounts and days are rounded.
    Amounts,
    /// Squares are preferred numbers.
    Squares,
    /// Status, value and interval say the same.
    Agreement,
    /// A cell of which the number of youths is hidden shows nothing else.
    WholeCell,
    /// Where few providers told who waits, nothing is shown of who does.
    FewProviders,
    /// No part is nearly its whole group.
    GroupShare,
    /// What is always zero is so by configuration, and the other way round.
    StructuralZeros,
}

impl Rule {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 9] = [
        Self::Threshold,
        Self::WholeCell,
        Self::FewProviders,
        Self::GroupShare,
        Self::Counts,
        Self::Amounts,
        Self::Squares,
        Self::StructuralZeros,
        Self::Agreement,
    ];

    /// Its id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Threshold => "drempel",
            Self::Counts => "afronding-aantal",
            Self::Amounts => "afronding-bedrag",
            Self::Squares => "kwadraten",
            Self::Agreement => "samenhang",
            Self::WholeCell => "hele-cel",
            Self::FewProviders => "weinig-aanbieders",
            Self::GroupShare => "groep",
            Self::StructuralZeros => "altijd-nul",
        }
    }

    /// What it says, with the numbers of the policy.
    pub fn sentence(self, policy: &Policy, language: Language) -> String {
        match language {
            Language::Nl => self.dutch(policy),
            Language::En => self.english(policy),
        }
    }

    fn dutch(self, policy: &Policy) -> String {
        let Policy {
            drempel,
            afronding_aantal,
            groep_aandeel,
            aanbieders_minstens,
            ..
        } = policy;
        match self {
            Self::Threshold => format!("Een aantal jeugdigen of trajecten onder de {drempel} staat nergens."),
            Self::Counts => {
                format!("Elk aantal is afgerond op een veelvoud van {afronding_aantal}.")
            }
            Self::Amounts => format!(
                "Bedragen zijn afgerond op {} euro, dagen op {}.",
                amount(u64::from(policy.afronding_euro), Language::Nl),
                amount(u64::from(policy.afronding_dagen), Language::Nl)
            ),
            Self::Squares => {
                "Hulpgetallen voor de onzekerheid zijn grof afgerond: tien stappen tussen 1 en 10, tien tussen 10 en 100, enzovoort."
                    .to_owned()
            }
            Self::Agreement => {
                "Bij elk cijfer kloppen het getal, het teken erbij en de grenzen met elkaar."
                    .to_owned()
            }
            Self::WholeCell => {
                "Is het aantal jeugdigen geheim, dan is ook al het andere over die jeugdigen geheim."
                    .to_owned()
            }
            Self::FewProviders => format!(
                "Waar minder dan {aanbieders_minstens} aanbieders hun wachtlijst doorgaven, staat niets over wie er wacht."
            ),
            Self::GroupShare => format!(
                "Hulp die één kant afbrak of die voortijdig stopte, jeugdigen die terugkwamen, eerder hulp hadden of naast jeugdhulp een maatregel of het lokale team hadden, en wie lang wacht: nergens zijn dat er meer dan {groep_aandeel} van elke 100 uit een groep. Zo ook met ‘ja’ en met ‘nee’ op een vraag aan het einde van de hulp. Anders weet u iets van bijna iedereen in die groep."
            ),
            Self::StructuralZeros => {
                "Een nul die ‘altijd’ heet, staat alleen waar vooraf is afgesproken dat daar niemand kan zijn, of waar geen aanbieder een wachtlijst doorgaf."
                    .to_owned()
            }
        }
    }

    fn english(self, policy: &Policy) -> String {
        let Policy {
            drempel,
            afronding_aantal,
            groep_aandeel,
            aanbieders_minstens,
            ..
        } = policy;
        match self {
            Self::Threshold => format!("No count of youths or care periods under {drempel} is shown anywhere."),
            Self::Counts => {
                format!("Every count is rounded to a multiple of {afronding_aantal}.")
            }
            Self::Amounts => format!(
                "Amounts are rounded to {} euros, days to {}.",
                amount(u64::from(policy.afronding_euro), Language::En),
                amount(u64::from(policy.afronding_dagen), Language::En)
            ),
            Self::Squares => {
                "Auxiliary numbers for uncertainty are coarsely rounded: ten steps between 1 and 10, ten between 10 and 100, and so on."
                    .to_owned()
            }
            Self::Agreement => {
                "For each figure, the number, its mark and its bounds agree.".to_owned()
            }
            Self::WholeCell => {
                "Where the number of youths is hidden, everything else about those youths is hidden too."
                    .to_owned()
            }
            Self::FewProviders => format!(
                "Where fewer than {aanbieders_minstens} providers reported their waiting list, nothing is shown of who waits."
            ),
            Self::GroupShare => format!(
                "Care that one side broke off or that ended early, youths who returned, had care before or had an order or the local team beside care, and those who wait long: nowhere over {groep_aandeel} of every 100 in a group. So with ‘yes’ and with ‘no’ to a question at the end of care. Otherwise you would know something of nearly everybody in it."
            ),
            Self::StructuralZeros => {
                "A zero that is called ‘always’ stands only where it was agreed beforehand that nobody can be there, or where no provider reported a waiting list."
                    .to_owned()
            }
        }
    }
}
