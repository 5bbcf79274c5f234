//! Referrers: who sent the youth to care, CBS Beleidsinformatie Jeugd.

use super::dimension::MemberSpec;

const fn referrer(
    code: &'static str,
    nl: &'static str,
    en: &'static str,
    cbs: &'static str,
) -> MemberSpec {
    MemberSpec::new(code, nl, en, Some(0)).with_cbs(cbs)
}

pub(super) const MEMBERS: &[MemberSpec] = &[
    MemberSpec::new("totaal", "Alle verwijzers", "All referrers", None),
    referrer("gemeente", "Gemeente", "Municipality", "01"),
    referrer("huisarts", "Huisarts", "General practitioner", "02"),
    referrer("jeugdarts", "Jeugdarts", "Youth doctor", "03"),
    referrer(
        "gi",
        "Gecertificeerde instelling",
        "Certified institution",
        "04",
    ),
    referrer(
        "specialist",
        "Medisch specialist",
        "Medical specialist",
        "05",
    ),
    referrer("geen", "Geen verwijzer", "No referrer", "06"),
    referrer("onbekend", "Verwijzer onbekend", "Referrer unknown", "07"),
    referrer(
        "rechter",
        "Rechter of Raad voor de Kinderbescherming",
        "Court or Child Protection Board",
        "08",
    ),
];
