//! The chapters that a link can name. Their texts are files (`public/teksten`); their keys are the names of those files.

use crate::indicator::{Chapter, Indicator};
use crate::vocabulary::Bilingual;

/// A chapter with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChapterKey {
    /// General picture.
    General,
    /// One of the five ambitions of the regional vision, by its number.
    Ambition(Ambition),
    /// Cost.
    Cost,
    /// Waiting times.
    WaitingTimes,
    /// Young people and parents.
    Voices,
}

/// The number of an ambition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ambition {
    /// 1
    One,
    /// 2
    Two,
    /// 3
    Three,
    /// 4
    Four,
    /// 5
    Five,
}

impl ChapterKey {
    /// All chapters, in the order of reading.
    pub const ALL: [Self; 9] = [
        Self::General,
        Self::Ambition(Ambition::One),
        Self::Ambition(Ambition::Two),
        Self::Ambition(Ambition::Three),
        Self::Ambition(Ambition::Four),
        Self::Ambition(Ambition::Five),
        Self::Cost,
        Self::WaitingTimes,
        Self::Voices,
    ];

    /// The key in links, which is the name of the file too.
    pub const fn code(self) -> &'static str {
        match self {
            Self::General => "algemeen-beeld",
            Self::Ambition(Ambition::One) => "ambitie-1",
            Self::Ambition(Ambition::Two) => "ambitie-2",
            Self::Ambition(Ambition::Three) => "ambitie-3",
            Self::Ambition(Ambition::Four) => "ambitie-4",
            Self::Ambition(Ambition::Five) => "ambitie-5",
            Self::Cost => "kosten",
            Self::WaitingTimes => "wachttijden",
            Self::Voices => "jongeren-en-ouders",
        }
    }

    /// The chapter with this key.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.code() == code)
    }

    /// What it is called as long as its text, which has its title, is not there.
    pub const fn name(self) -> Bilingual {
        match self {
            Self::General => Bilingual::new("Algemeen beeld", "General picture"),
            Self::Ambition(Ambition::One) => Bilingual::new("Ambitie 1", "Ambition 1"),
            Self::Ambition(Ambition::Two) => Bilingual::new("Ambitie 2", "Ambition 2"),
            Self::Ambition(Ambition::Three) => Bilingual::new("Ambitie 3", "Ambition 3"),
            Self::Ambition(Ambition::Four) => Bilingual::new("Ambitie 4", "Ambition 4"),
            Self::Ambition(Ambition::Five) => Bilingual::new("Ambitie 5", "Ambition 5"),
            Self::Cost => Bilingual::new("Kosten", "Cost"),
            Self::WaitingTimes => Bilingual::new("Wachttijden", "Waiting times"),
            Self::Voices => Bilingual::new("Jongeren en ouders", "Young people and parents"),
        }
    }

    /// The chapter about a section of the overview.
    pub const fn of(section: Chapter) -> Self {
        match section {
            Chapter::General | Chapter::Providers => Self::General,
            Chapter::Upbringing => Self::Ambition(Ambition::One),
            Chapter::RightCareInTime => Self::Ambition(Ambition::Two),
            Chapter::AtHome => Self::Ambition(Ambition::Three),
            Chapter::Safe => Self::Ambition(Ambition::Four),
            Chapter::Education => Self::Ambition(Ambition::Five),
        }
    }

    /// The chapter that tells most about an indicator.
    pub fn about(indicator: &Indicator) -> Self {
        let id = indicator.id;
        if id.starts_with("wacht") || id.starts_with("toewijzing_") {
            Self::WaitingTimes
        } else if id.starts_with("kosten") || id == "prognose" || id == "bestedingsruimte" {
            Self::Cost
        } else if id == "klantervaring" {
            Self::Voices
        } else {
            Self::of(indicator.chapter)
        }
    }

    /// The chapters before and after it.
    pub fn neighbours(self) -> (Option<Self>, Option<Self>) {
        let place = Self::ALL.iter().position(|key| *key == self).unwrap_or(0);
        let at = |place: usize| Self::ALL.get(place).copied();
        (place.checked_sub(1).and_then(at), at(place + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_told_apart_and_follow_one_another() {
        for (place, key) in ChapterKey::ALL.into_iter().enumerate() {
            assert_eq!(ChapterKey::from_code(key.code()), Some(key));
            let (before, after) = key.neighbours();
            assert_eq!(before.is_none(), place == 0);
            assert_eq!(after, ChapterKey::ALL.get(place + 1).copied());
            assert_eq!(
                after.map(|next| next.neighbours().0),
                after.map(|_| Some(key))
            );
        }
        assert_eq!(ChapterKey::from_code("ambitie-6"), None);
    }
}
