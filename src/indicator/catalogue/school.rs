//! Indicators of ambition 5, and the providers of care.

use super::{singular, without_figures};
use crate::indicator::entry::{Chapter, Indicator, Polarity, Publication, Unit};
use crate::vocabulary::Bilingual;

pub(super) const ENTRIES: &[Indicator] = &[
    Indicator {
        id: "onderwijs",
        name: Bilingual::new(
            "Jeugdhulp en school samen",
            "Youth care and school together",
        ),
        definition: Bilingual::new(
            "Of school en jeugdhulp samen zorgen dat jeugdigen kunnen leren en meedoen.",
            "Whether schools and youth care together help youths to learn and take part.",
        ),
        subject: singular("de samenwerking met school", "cooperation with schools"),
        chapter: Chapter::Education,
        unit: Unit::PerHundred,
        polarity: Polarity::NoJudgement,
        in_overview: true,
        publication: Publication::NoFiguresYet {
            in_development: false,
            reason: Bilingual::new(
                "Er is een gezamenlijke aanpak van gemeenten en scholen, maar nog geen cijfer dat laat zien of die werkt.",
                "Municipalities and schools have a joint approach, but no figure yet shows whether it works.",
            ),
            nearest: &["gebruik", "uitval"],
        },
    },
    without_figures(
        "aanbieders",
        Chapter::Providers,
        Bilingual::new("Aantal aanbieders", "Number of providers"),
        Bilingual::new(
            "Hoeveel aanbieders in het jaar jeugdhulp gaven.",
            "How many providers gave youth care in the year.",
        ),
        Bilingual::new(
            "De cijfers zijn niet naar aanbieder gepubliceerd: een kleine aanbieder zou herkenbaar zijn.",
            "Figures are not published by provider: a small one could be recognised.",
        ),
        &["trajecten"],
    ),
    without_figures(
        "aanbieders_alle_gemeenten",
        Chapter::Providers,
        Bilingual::new(
            "Aanbieders in alle gemeenten",
            "Providers in all municipalities",
        ),
        Bilingual::new(
            "Hoeveel aanbieders in alle gemeenten werken, en welk deel van het geld naar hen gaat.",
            "How many providers work in all municipalities, and which share of the money goes to them.",
        ),
        Bilingual::new(
            "De cijfers zijn niet naar aanbieder gepubliceerd.",
            "Figures are not published by provider.",
        ),
        &["kosten", "trajecten"],
    ),
    without_figures(
        "concentratie",
        Chapter::Providers,
        Bilingual::new("Verdeling over aanbieders", "Division over providers"),
        Bilingual::new(
            "Welk deel van het geld naar de grootste aanbieders gaat.",
            "Which share of the money goes to the largest providers.",
        ),
        Bilingual::new(
            "De kosten zijn niet naar aanbieder gepubliceerd.",
            "Cost is not published by provider.",
        ),
        &["kosten"],
    ),
    without_figures(
        "aantal_aanbieders",
        Chapter::Providers,
        Bilingual::new("Aanbieders per jeugdige", "Providers per youth"),
        Bilingual::new(
            "Hoeveel jeugdigen hulp hebben van één, twee, of drie en meer aanbieders.",
            "How many youths have care of one, two, or three and more providers.",
        ),
        Bilingual::new(
            "Het aantal aanbieders per jeugdige staat niet in deze publicatie.",
            "The number of providers of each youth is not in this release.",
        ),
        &["trajecten_per_jeugdige"],
    ),
    without_figures(
        "bestedingsruimte",
        Chapter::Providers,
        Bilingual::new("Ruimte van aanbieders", "Room of providers"),
        Bilingual::new(
            "Hoeveel van hun afgesproken budget aanbieders gebruiken.",
            "How much of their agreed budget providers use.",
        ),
        Bilingual::new(
            "De afgesproken budgetten zijn niet aangeleverd, en de kosten zijn niet naar aanbieder gepubliceerd.",
            "Agreed budgets were not supplied, and cost is not published by provider.",
        ),
        &["kosten"],
    ),
];
