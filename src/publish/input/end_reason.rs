//! Why a trajectory ended, as iJw says it and as it is counted.

use crate::vocabulary::Bilingual;

/// Why a trajectory ended, grouped from the iJw stop reasons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EndReason {
    /// The client alone decided (32), CBS 03.
    ByClient,
    /// The provider alone decided (33), CBS 04.
    ByProvider,
    /// Before its time, as both wanted (34) or through other circumstances (35), CBS 02 and 05.
    EarlyOtherwise,
    /// As planned (31), CBS 01, or by death (02).
    OtherKnown,
    /// Only the administration changed (20, 36 to 39): no end of care.
    Administrative,
    /// Not given.
    Unknown,
}

impl EndReason {
    /// The codes of iJw, what they mean and how they are counted.
    pub const CODES: [(&'static str, Bilingual, Self); 11] = [
        ("02", Bilingual::new("overleden", "died"), Self::OtherKnown),
        (
            "20",
            Bilingual::new("administratief", "administrative"),
            Self::Administrative,
        ),
        (
            "31",
            Bilingual::new("volgens plan", "as planned"),
            Self::OtherKnown,
        ),
        (
            "32",
            Bilingual::new("eenzijdig door de cliënt", "by the client alone"),
            Self::ByClient,
        ),
        (
            "33",
            Bilingual::new("eenzijdig door de aanbieder", "by the provider alone"),
            Self::ByProvider,
        ),
        (
            "34",
            Bilingual::new(
                "voortijdig, in overeenstemming",
                "before its time, by agreement",
            ),
            Self::EarlyOtherwise,
        ),
        (
            "35",
            Bilingual::new("door andere omstandigheden", "external circumstances"),
            Self::EarlyOtherwise,
        ),
        (
            "36",
            Bilingual::new("administratief", "administrative"),
            Self::Administrative,
        ),
        (
            "37",
            Bilingual::new("administratief", "administrative"),
            Self::Administrative,
        ),
        (
            "38",
            Bilingual::new("administratief", "administrative"),
            Self::Administrative,
        ),
        (
            "39",
            Bilingual::new("administratief", "administrative"),
            Self::Administrative,
        ),
    ];

    /// Whether care ended before its time, by whomever: the wider group of Statistics Netherlands, 02 to 05.
    pub fn is_premature(self) -> bool {
        matches!(
            self,
            Self::ByClient | Self::ByProvider | Self::EarlyOtherwise
        )
    }

    /// How a code of iJw is counted; an empty one is a reason that is not known.
    pub fn from_ijw(code: &str) -> Option<Self> {
        if code.is_empty() {
            return Some(Self::Unknown);
        }
        Self::CODES
            .iter()
            .find(|(known, ..)| *known == code)
            .map(|(.., reason)| *reason)
    }
}
