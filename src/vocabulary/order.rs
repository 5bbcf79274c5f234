//! Child protection and probation orders: what a court or prosecutor imposed, CBS Beleidsinformatie Jeugd.

use super::dimension::{Dimension, Member, MemberSpec};
use super::language::Bilingual;

pub(super) const MEMBERS: &[MemberSpec] = &[
    MemberSpec::new("totaal", "Alle maatregelen", "All orders", None),
    MemberSpec::new(
        "jeugdbescherming",
        "Jeugdbescherming",
        "Child protection",
        Some(0),
    ),
    MemberSpec::new("ots", "Ondertoezichtstelling", "Supervision", Some(1)),
    MemberSpec::new(
        "vots",
        "Voorlopige ondertoezichtstelling",
        "Provisional supervision",
        Some(1),
    ),
    MemberSpec::new("voogdij", "Voogdij", "Guardianship", Some(1)),
    MemberSpec::new(
        "jeugdreclassering",
        "Jeugdreclassering",
        "Youth probation",
        Some(0),
    ),
];

const GUARDIANSHIP: Bilingual = Bilingual::new(
    "Voogdij, ook voorlopige of tijdelijke",
    "Guardianship, provisional or temporary as well",
);
const PROBATION: Bilingual = Bilingual::new("Jeugdreclassering", "Youth probation");

/// The codes of Statistics Netherlands, what each stands for, and the member that it counts in.
pub const ORDER_CODES: &[(&str, Bilingual, &str)] = &[
    (
        "11",
        Bilingual::new("Ondertoezichtstelling", "Supervision"),
        "ots",
    ),
    (
        "12",
        Bilingual::new(
            "Voorlopige ondertoezichtstelling",
            "Provisional supervision",
        ),
        "vots",
    ),
    ("21", GUARDIANSHIP, "voogdij"),
    ("22", GUARDIANSHIP, "voogdij"),
    ("23", GUARDIANSHIP, "voogdij"),
    ("41", PROBATION, "jeugdreclassering"),
    ("42", PROBATION, "jeugdreclassering"),
    ("50", PROBATION, "jeugdreclassering"),
    ("51", PROBATION, "jeugdreclassering"),
    ("61", PROBATION, "jeugdreclassering"),
    ("62", PROBATION, "jeugdreclassering"),
    ("63", PROBATION, "jeugdreclassering"),
];

impl Member {
    /// Whether an order of this kind ends when a youth comes of age: child protection, and each kind of it.
    pub fn ends_at_majority(self) -> bool {
        self.dimension() == Dimension::Order
            && matches!(self.code(), "jeugdbescherming" | "ots" | "vots" | "voogdij")
    }

    /// The order that records with this code of Statistics Netherlands are about.
    pub fn of_order(code: &str) -> Option<Self> {
        ORDER_CODES
            .iter()
            .find(|(known, ..)| *known == code)
            .and_then(|(.., member)| Dimension::Order.member(member))
    }
}
