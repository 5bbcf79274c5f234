//! Forms of care: CBS Beleidsinformatie Jeugd, with and without residence.

use super::dimension::{Dimension, Member, MemberSpec};

const fn form(
    code: &'static str,
    nl: &'static str,
    en: &'static str,
    parent: u8,
    cbs: &'static str,
) -> MemberSpec {
    MemberSpec::new(code, nl, en, Some(parent)).with_cbs(cbs)
}

pub(super) const MEMBERS: &[MemberSpec] = &[
    MemberSpec::new("totaal", "Alle soorten hulp", "All types of care", None),
    MemberSpec::new(
        "zonder-verblijf",
        "Hulp thuis of overdag",
        "Care at home or by day",
        Some(0),
    ),
    MemberSpec::new(
        RESIDENTIAL,
        "Hulp met verblijf",
        "Residential care",
        Some(0),
    ),
    form(
        "wijkteam",
        "Hulp door het wijkteam",
        "Care by the local team",
        1,
        "01",
    ),
    form(
        "ambulant",
        "Ambulante hulp bij de aanbieder",
        "Outpatient care at the provider",
        1,
        "02",
    ),
    form("daghulp", "Daghulp", "Day care", 1, "03"),
    form(
        "netwerk",
        "Hulp in het eigen netwerk",
        "Care in the youth's own network",
        1,
        "04",
    ),
    form("pleegzorg", "Pleegzorg", "Foster care", 2, "11"),
    form(
        "gezinsgericht",
        "Gezinshuis of ander gezin",
        "Family-style care",
        2,
        "12",
    ),
    form("gesloten", "Gesloten jeugdhulp", "Secure care", 2, "13"),
    form(
        "ander-verblijf",
        "Ander verblijf",
        "Other residential care",
        2,
        "14",
    ),
];

const RESIDENTIAL: &str = "met-verblijf";

impl Member {
    /// All care with residence.
    pub fn residential() -> Option<Self> {
        Dimension::CareForm.member(RESIDENTIAL)
    }

    /// Whether it is care with residence, of any form.
    pub fn is_residential(self) -> bool {
        self.with_groups()
            .any(|group| Some(group) == Self::residential())
    }

    /// Whether it is the care that a neighbourhood team gives itself, which is not specialist care.
    pub fn is_of_local_team(self) -> bool {
        self.dimension() == Dimension::CareForm && self.code() == "wijkteam"
    }
}
