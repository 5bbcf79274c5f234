//! The six ways in which a figure can be published, as a reader meets them: one place for their word, their class on the
//! screen, their sign in a chart and what they mean.

use super::number::amount;
use crate::cube::Status;
use crate::release::Policy;
use crate::vocabulary::{Bilingual, Language};

/// How a status looks and what it is called. Never colour alone: each has another form, and words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Class in the style sheet.
    pub class: &'static str,
    /// One sign, for where there is no room for words; nothing where the figure itself is the sign.
    pub sign: &'static str,
    /// Its name.
    pub name: Bilingual,
    /// Its name in files. The Dutch one is the word in the data.
    pub filed: Bilingual,
}

/// The mark of a status.
pub const fn mark(status: Status) -> Mark {
    let (class, sign, nl, en) = match status {
        Status::Shown => ("mark-shown", "", "zichtbaar", "shown"),
        Status::Hidden => ("mark-hidden", "", "verborgen", "hidden"),
        Status::SecondaryHidden => (
            "mark-secondary",
            "",
            "verborgen om een ander cijfer",
            "hidden for another",
        ),
        Status::Unknown => ("mark-unknown", "?", "onbekend", "unknown"),
        Status::NotApplicable => (
            "mark-none",
            "\u{2013}",
            "niet van toepassing",
            "not applicable",
        ),
        Status::StructuralZero => ("mark-zero", "0", "altijd nul", "always zero"),
    };
    Mark {
        class,
        sign,
        name: Bilingual::new(nl, en),
        filed: Bilingual::new(status.code(), en),
    }
}

/// The name of a mark with that in files, where they differ: "verborgen (in bestanden: geheim)".
pub fn mark_name(status: Status, language: Language) -> String {
    let mark = mark(status);
    let (name, filed) = (mark.name.get(language), mark.filed.get(language));
    if name == filed {
        name.to_owned()
    } else {
        format!("{name} (in bestanden: {filed})")
    }
}

/// What a mark tells, in a plain sentence with the numbers of the region's policy.
pub fn mark_meaning(status: Status, policy: &Policy, language: Language) -> String {
    let (threshold, multiple) = (policy.drempel, policy.afronding_aantal);
    match (status, language) {
        (Status::Shown, Language::Nl) => {
            format!(
                "Afgerond zijn aantallen (op een veelvoud van {multiple}), dagen (op {}) en bedragen (op {} euro). Hoeveel aanbieders er zijn, is niet afgerond. Andere cijfers zijn daaruit berekend.",
                amount(u64::from(policy.afronding_dagen), language),
                amount(u64::from(policy.afronding_euro), language)
            )
        }
        (Status::Shown, Language::En) => {
            format!(
                "Rounded are counts (to a multiple of {multiple}), days (to {}) and amounts (to {} euros). How many providers there are is not rounded. Other figures are computed from those.",
                amount(u64::from(policy.afronding_dagen), language),
                amount(u64::from(policy.afronding_euro), language)
            )
        }
        (Status::Hidden, Language::Nl) => format!(
            "Verborgen, want het gaat over minder dan {threshold} jeugdigen of zegt te veel over één van hen. U leest tussen welke getallen het ligt, als dat te zeggen is. Toeval is daarin niet meegerekend."
        ),
        (Status::Hidden, Language::En) => format!(
            "Hidden, because it is about fewer than {threshold} youths or says too much about one of them. You can read between which numbers it lies, where that can be told. Chance is not counted in that."
        ),
        (Status::SecondaryHidden, Language::Nl) => {
            "Verborgen, want met dit getal erbij is een klein aantal uit te rekenen. Of het zelf klein is, zegt dit teken niet.".to_owned()
        }
        (Status::SecondaryHidden, Language::En) => {
            "Hidden, because a small number could be worked out with it. The mark does not say whether it is small itself.".to_owned()
        }
        (Status::Unknown, Language::Nl) => {
            "Niet bekend: de tijd waarover het gaat is nog niet voorbij of ligt voor het begin van de gegevens, de gemeente leverde het niet aan, of het is van dat jaar weggelaten omdat het een klein aantal zou verraden.".to_owned()
        }
        (Status::Unknown, Language::En) => {
            "Not known: the time it is about has not passed yet or lies before the records begin, the municipality did not supply it, or it was left out of that year because it would give a small number away.".to_owned()
        }
        (Status::StructuralZero, Language::Nl) => {
            "Altijd nul: deze hulp bestaat niet voor deze groep, of geen aanbieder heeft er een wachtlijst voor. Dat weet iedereen, dus er is niets te verbergen."
                .to_owned()
        }
        (Status::StructuralZero, Language::En) => {
            "Always zero: this care does not exist for this group, or no provider has a waiting list for it. Everybody knows that, so there is nothing to hide."
                .to_owned()
        }
        (Status::NotApplicable, Language::Nl) => {
            "Niet van toepassing: dit cijfer zegt hier niets.".to_owned()
        }
        (Status::NotApplicable, Language::En) => {
            "Not applicable: this figure has no meaning here.".to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_marks_differ_and_carry_the_words_of_the_data() {
        let marks = Status::ALL.map(mark);
        for (index, one) in marks.iter().enumerate() {
            assert_eq!(one.filed.get(Language::Nl), Status::ALL[index].code());
            let told = mark_name(Status::ALL[index], Language::Nl);
            assert!(told.contains(Status::ALL[index].code()), "{told}");
            assert!(!one.name.get(Language::Nl).contains("geheim"), "{told}");
            for other in &marks[..index] {
                assert_ne!(one.class, other.class);
                assert_ne!(one.name.get(Language::En), other.name.get(Language::En));
            }
        }
    }
}
