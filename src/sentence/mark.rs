//! The six ways in which a figure can be published, as a reader meets them: one place for their word, their class on the
//! screen, their sign in a chart and what they mean.

use super::compare_forms::listed;
use super::number::amount;
use super::reason::reason_words;
use crate::cube::Status;
use crate::indicator::{Indicator, Reason};
use crate::release::Policy;
use crate::vocabulary::{Bilingual, Language, MeasureUnit};

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
    let threshold = policy.drempel;
    match (status, language) {
        (Status::Shown, _) => rounded_words(&EVERY_UNIT, policy, language),
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
            "Niet bekend: de tijd waarover het gaat is nog niet voorbij, loopt door in jaren die anders zijn geteld of ligt voor het begin van de gegevens, de gemeente leverde het niet aan, of het is van dat jaar weggelaten omdat het een klein aantal zou verraden.".to_owned()
        }
        (Status::Unknown, Language::En) => {
            "Not known: the time it is about has not passed yet, goes on into years that are counted differently or lies before the records begin, the municipality did not supply it, or it was left out of that year because it would give a small number away.".to_owned()
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

/// The same beside an indicator: what is rounded only as far as it is read for that, and of what is not known only the `reasons` that
/// hold there.
pub fn mark_meaning_of(
    (status, reasons): (Status, &[Reason]),
    indicator: &Indicator,
    policy: &Policy,
    language: Language,
) -> String {
    if status == Status::Unknown && !reasons.is_empty() {
        let each: Vec<&str> = reasons
            .iter()
            .map(|reason| reason_words(*reason, language))
            .collect();
        return each.join(" ");
    }
    match indicator.formula() {
        Some(formula) if status == Status::Shown => {
            let units: Vec<MeasureUnit> = formula
                .operands()
                .map(|operand| operand.measure.unit())
                .collect();
            rounded_words(&units, policy, language)
        }
        _ => mark_meaning(status, policy, language),
    }
}

const EVERY_UNIT: [MeasureUnit; 4] = [
    MeasureUnit::Persons,
    MeasureUnit::Days,
    MeasureUnit::Euro,
    MeasureUnit::Providers,
];

/// What of these units is rounded, and to what.
fn rounded_words(units: &[MeasureUnit], policy: &Policy, language: Language) -> String {
    use MeasureUnit as Of;
    let has = |wanted: &[MeasureUnit]| wanted.iter().any(|unit| units.contains(unit));
    let multiple = policy.afronding_aantal;
    let days = amount(u64::from(policy.afronding_dagen), language);
    let euros = amount(u64::from(policy.afronding_euro), language);
    let [of_counts, of_days, of_money] = match language {
        Language::Nl => [
            format!("aantallen (op een veelvoud van {multiple})"),
            format!("dagen (op {days})"),
            format!("bedragen (op {euros} euro)"),
        ],
        Language::En => [
            format!("counts (to a multiple of {multiple})"),
            format!("days (to {days})"),
            format!("amounts (to {euros} euros)"),
        ],
    };
    let rounded = [
        has(&[Of::Persons, Of::Trajectories, Of::Orders]).then_some(of_counts),
        has(&[Of::Days]).then_some(of_days),
        has(&[Of::Euro]).then_some(of_money),
    ];
    let rounded: Vec<String> = rounded.into_iter().flatten().collect();
    let [open, providers, rest] = match language {
        Language::Nl => [
            "Afgerond zijn",
            "Hoeveel aanbieders er zijn, is niet afgerond.",
            "Andere cijfers zijn daaruit berekend.",
        ],
        Language::En => [
            "Rounded are",
            "How many providers there are is not rounded.",
            "Other figures are computed from those.",
        ],
    };
    let mut sentences = Vec::new();
    if !rounded.is_empty() {
        sentences.push(format!("{open} {}.", listed(&rounded, language)));
    }
    if has(&[Of::Providers]) {
        sentences.push(providers.to_owned());
    }
    sentences.push(rest.to_owned());
    sentences.join(" ")
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;
    use crate::indicator::by_id;
    use crate::release::Region;

    #[test]
    fn what_is_not_known_has_the_reasons_that_hold_and_no_others() {
        let region =
            Region::new(&toml::from_str(include_str!("../../data/regio.toml")).unwrap()).unwrap();
        let told = |reasons: &[Reason]| {
            let entry = by_id("terugkeer").unwrap();
            mark_meaning_of(
                (Status::Unknown, reasons),
                entry,
                region.policy(),
                Language::Nl,
            )
        };
        assert_eq!(
            told(&[Reason::NotKnownYet]),
            "Nog niet bekend: de twaalf maanden erna zijn nog niet voorbij."
        );
        let both = told(&[Reason::NotSupplied, Reason::LeftOut]);
        assert!(
            both.contains("levert deze gegevens niet aan") && both.contains("weggelaten"),
            "{both}"
        );
        assert!(!both.contains("twaalf maanden"), "{both}");
        assert_eq!(
            told(&[]),
            mark_meaning(Status::Unknown, region.policy(), Language::Nl)
        );
    }

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
