//! Indicators of ambition 5, and the providers of care.

use super::{all, singular, without_figures};
use crate::indicator::entry::{Chapter, Example, Formula, Indicator, Polarity, Publication, Unit};
use crate::vocabulary::{Bilingual, Dimension, Measure};

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
    Indicator {
        id: "aantal_aanbieders",
        name: Bilingual::new("Aanbieders per jeugdige", "Providers per youth"),
        definition: Bilingual::new(
            "Van elke 100 jeugdigen met jeugdhulp: hoeveel er in het jaar hulp hadden van één aanbieder, van twee, en van drie of meer. Na elkaar telt ook.",
            "Of every 100 youths receiving care: how many had care in the year of one provider, of two, and of three or more. One after the other counts too.",
        ),
        subject: singular(
            "het aandeel jeugdigen met jeugdhulp",
            "the share of youths receiving care",
        ),
        chapter: Chapter::Providers,
        unit: Unit::PerHundred,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Composition {
                operand: all(Measure::Youths),
                over: Dimension::ProviderCount,
                parts: &["1", "2", "3-of-meer"],
            },
            breakdowns: &[Dimension::CareForm, Dimension::ProviderCount],
            example: Example {
                rows: &[
                    &[1.0, 1.0],
                    &[1.0, 1.0],
                    &[0.0, 1.0],
                    &[1.0, 1.0],
                    &[0.0, 1.0],
                ],
                answer: 60.0,
            },
        },
    },
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
