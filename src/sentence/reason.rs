//! Why there is no figure, in words.

use crate::indicator::Reason;
use crate::vocabulary::Language;

/// Why there is no figure, as a sentence.
pub const fn reason_words(reason: Reason, language: Language) -> &'static str {
    match (reason, language) {
        (Reason::NoFiguresYet, Language::Nl) => "Hier zijn nog geen cijfers over.",
        (Reason::NoFiguresYet, Language::En) => "There are no figures on this yet.",
        (Reason::FinerThanLattice, Language::Nl) => {
            "Zo fijn zijn deze cijfers niet gepubliceerd: dan gaat het al snel om te weinig jeugdigen. Kies één keuze minder."
        }
        (Reason::FinerThanLattice, Language::En) => {
            "These figures are not published in so much detail: it would soon be about too few youths. Choose one option less."
        }
        (Reason::NotLoaded, Language::Nl) => "Dit cijfer kon niet worden opgehaald.",
        (Reason::NotLoaded, Language::En) => "This figure could not be fetched.",
        (Reason::NotPublished, Language::Nl) => "Dit cijfer staat niet in deze publicatie.",
        (Reason::NotPublished, Language::En) => "This figure is not in this publication.",
        (Reason::NotKnownYet, Language::Nl) => {
            "Nog niet bekend: de twaalf maanden erna zijn nog niet voorbij."
        }
        (Reason::NotKnownYet, Language::En) => {
            "Not known yet: the twelve months after have not passed."
        }
        (Reason::NotKnownThen, Language::Nl) => {
            "Niet bekend: de gegevens gaan niet ver genoeg terug om te zien wie eerder hulp had."
        }
        (Reason::NotKnownThen, Language::En) => {
            "Not known: the records do not go back far enough to see who had care before."
        }
        (Reason::NobodyAsked, Language::Nl) => "Hiervan gaf geen aanbieder een wachtlijst door.",
        (Reason::NobodyAsked, Language::En) => "No provider reported a waiting list for this.",
        (Reason::NotApplicable, Language::Nl) => "Niet van toepassing.",
        (Reason::NotApplicable, Language::En) => "Not applicable.",
        (Reason::AcrossBreak, Language::Nl) => {
            "Dit jaar is anders geteld dan het jaar ervoor. Daarom is niet te zeggen wat er veranderde. Kies een eerder jaar of een ander gebied."
        }
        (Reason::AcrossBreak, Language::En) => {
            "This year is counted differently from the year before, so it cannot be said what changed. Choose an earlier year or another area."
        }
        (Reason::NoYearBefore, Language::Nl) => {
            "Dit is het eerste jaar: er is geen jaar ervoor om mee te vergelijken."
        }
        (Reason::NoYearBefore, Language::En) => {
            "This is the first year: there is none before it to compare with."
        }
        (Reason::NotSupplied, Language::Nl) => {
            "Niet bekend: deze gemeente levert deze gegevens niet aan."
        }
        (Reason::NotSupplied, Language::En) => {
            "Not known: this municipality does not supply these data."
        }
        (Reason::LeftOut, Language::Nl) => {
            "Van dit jaar zijn deze cijfers weggelaten: samen met de andere cijfers zouden ze een klein aantal verraden."
        }
        (Reason::LeftOut, Language::En) => {
            "Of this year these figures were left out: with the others they would give a small count away."
        }
        (Reason::InOpenClass, Language::Nl) => {
            "Niet te zeggen: het midden kan in de laatste groep liggen, en die heeft geen einde."
        }
        (Reason::InOpenClass, Language::En) => {
            "Cannot be told: the middle may lie in the last group, which has no end."
        }
        (Reason::NotFollowedYet, Language::Nl) => {
            "Nog niet bekend: hulp die in dit jaar begon, is nog niet lang genoeg gevolgd."
        }
        (Reason::NotFollowedYet, Language::En) => {
            "Not known yet: care that began in this year has not been followed long enough."
        }
        (Reason::FollowedAcrossBreak, Language::Nl) => {
            "Niet te zeggen: hulp die in dit jaar begon, loopt door in een jaar waarin anders is geteld."
        }
        (Reason::FollowedAcrossBreak, Language::En) => {
            "Cannot be told: care that began in this year goes on into a year that is counted differently."
        }
        (Reason::MarginTooWide, Language::Nl) => {
            "Niet te zeggen: het gaat om zo weinig trajecten dat toeval hier te veel uitmaakt. Welk deel na een jaar nog loopt, is beter te zeggen."
        }
        (Reason::MarginTooWide, Language::En) => {
            "Cannot be told: it is about so few care periods that chance matters too much here. What part still runs after a year can be told better."
        }
        (Reason::NothingToDivideBy, Language::Nl) => "Te weinig jeugdigen om iets te berekenen.",
        (Reason::NothingToDivideBy, Language::En) => "Too few youths to calculate anything.",
    }
}

/// The same in a few words, for in a table.
pub const fn short_reason(reason: Reason, language: Language) -> &'static str {
    match (reason, language) {
        (Reason::NotKnownYet | Reason::NotFollowedYet, Language::Nl) => "nog niet bekend",
        (Reason::NotKnownYet | Reason::NotFollowedYet, Language::En) => "not known yet",
        (Reason::NotKnownThen, Language::Nl) => "niet bekend",
        (Reason::NotKnownThen, Language::En) => "not known",
        (Reason::NotSupplied, Language::Nl) => "niet aangeleverd",
        (Reason::NotSupplied, Language::En) => "not supplied",
        (Reason::LeftOut, Language::Nl) => "weggelaten",
        (Reason::LeftOut, Language::En) => "left out",
        (Reason::InOpenClass, Language::Nl) => "niet te zeggen",
        (Reason::InOpenClass, Language::En) => "cannot be told",
        (Reason::FollowedAcrossBreak, Language::Nl) => "loopt door na een breuk",
        (Reason::FollowedAcrossBreak, Language::En) => "goes on after a break",
        (Reason::MarginTooWide, Language::Nl) => "te weinig trajecten",
        (Reason::MarginTooWide, Language::En) => "too few care periods",
        (Reason::NothingToDivideBy, Language::Nl) => "te weinig jeugdigen",
        (Reason::NothingToDivideBy, Language::En) => "too few youths",
        (Reason::AcrossBreak, Language::Nl) => "anders geteld dan het jaar ervoor",
        (Reason::AcrossBreak, Language::En) => "counted differently from the year before",
        (Reason::NoYearBefore, Language::Nl) => "eerste jaar",
        (Reason::NoYearBefore, Language::En) => "first year",
        (Reason::NobodyAsked, Language::Nl) => "geen wachtlijst doorgegeven",
        (Reason::NobodyAsked, Language::En) => "no waiting list reported",
        (Reason::NotApplicable, Language::Nl) => "niet van toepassing",
        (Reason::NotApplicable, Language::En) => "not applicable",
        (_, Language::Nl) => "niet gepubliceerd",
        (_, Language::En) => "not published",
    }
}
