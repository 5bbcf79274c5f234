//! Indicators of ambition 5, and the providers of care.

use super::{ONE_OF_FIVE, all, singular, without_figures};
use crate::indicator::entry::{
    Chapter, CountInterval, Example, Formula, Indicator, Polarity, Publication, RatioMethod, Unit,
};
use crate::vocabulary::{Bilingual, Dimension, Measure};

/// Of every hundred euros of care: how many are in a part, of which these are the squares.
const fn share_of_cost(part: Measure, squares: Measure) -> Formula {
    Formula::Ratio {
        numerator: all(part),
        denominator: all(Measure::Cost),
        multiplier: 100.0,
        method: RatioMethod::PartOfAmount {
            squares,
            of_whole: Measure::CostSquared,
        },
    }
}

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
    Indicator {
        id: "aanbieders",
        name: Bilingual::new("Aantal aanbieders", "Number of providers"),
        definition: Bilingual::new(
            "Hoeveel aanbieders in het jaar jeugdhulp gaven aan jeugdigen uit het gebied. Wie in meer gemeenten werkt, telt in elke gemeente mee, en in de regio één keer.",
            "How many providers gave youth care in the year to youths from the area. One that works in several municipalities counts in each, and once in the region.",
        ),
        subject: singular("het aantal aanbieders", "the number of providers"),
        chapter: Chapter::Providers,
        unit: Unit::Providers,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Total {
                operand: all(Measure::Providers),
                interval: CountInterval::Counted,
            },
            breakdowns: &[],
            example: Example {
                rows: &[&[1.0], &[1.0], &[0.0], &[1.0], &[1.0]],
                answer: 4.0,
            },
        },
    },
    Indicator {
        id: "aanbieders_alle_gemeenten",
        name: Bilingual::new(
            "Aanbieders die in alle gemeenten werken",
            "Providers that work in all municipalities",
        ),
        definition: Bilingual::new(
            "Van elke 100 aanbieders die in het jaar jeugdhulp gaven aan jeugdigen uit het gebied: hoeveel er dat in alle gemeenten van de regio deden.",
            "Of every 100 providers that gave youth care in the year to youths from the area: how many did so in all municipalities of the region.",
        ),
        subject: singular(
            "het aandeel aanbieders dat in alle gemeenten werkt",
            "the share of providers that work in all municipalities",
        ),
        chapter: Chapter::Providers,
        unit: Unit::PerHundred,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::ProvidersEverywhere),
                denominator: all(Measure::Providers),
                multiplier: 100.0,
                method: RatioMethod::Proportion,
            },
            breakdowns: &[],
            example: Example {
                rows: ONE_OF_FIVE,
                answer: 20.0,
            },
        },
    },
    Indicator {
        id: "geld_alle_gemeenten",
        name: Bilingual::new(
            "Kosten bij aanbieders in alle gemeenten",
            "Cost at providers in all municipalities",
        ),
        definition: Bilingual::new(
            "Van elke €\u{a0}100 aan jeugdhulp: hoeveel er ging naar aanbieders die in het jaar in alle gemeenten van de regio hulp gaven.",
            "Of every €100 spent on youth care: how much went to providers that gave care in all municipalities of the region in the year.",
        ),
        subject: singular(
            "het deel van het geld dat gaat naar aanbieders die in alle gemeenten werken",
            "the share of the money that goes to providers that work in all municipalities",
        ),
        chapter: Chapter::Providers,
        unit: Unit::PerHundred,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: share_of_cost(Measure::CostEverywhere, Measure::CostEverywhereSquared),
            breakdowns: &[],
            example: Example {
                rows: &[
                    &[4_000.0, 4_000.0],
                    &[0.0, 3_000.0],
                    &[9_000.0, 10_000.0],
                    &[2_000.0, 2_000.0],
                    &[0.0, 1_000.0],
                ],
                answer: 75.0,
            },
        },
    },
    Indicator {
        id: "concentratie",
        name: Bilingual::new(
            "Kosten bij de twaalf grootste aanbieders",
            "Cost at the twelve largest providers",
        ),
        definition: Bilingual::new(
            "Van elke €\u{a0}100 aan jeugdhulp: hoeveel er ging naar de twaalf aanbieders die in het jaar in de hele regio het meest declareerden. De rest ging naar kleinere aanbieders.",
            "Of every €100 spent on youth care: how much went to the twelve providers that declared most in the whole region in the year. The rest went to smaller providers.",
        ),
        subject: singular(
            "het deel van het geld dat naar de twaalf grootste aanbieders gaat",
            "the share of the money that goes to the twelve largest providers",
        ),
        chapter: Chapter::Providers,
        unit: Unit::PerHundred,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: share_of_cost(Measure::CostLargest, Measure::CostLargestSquared),
            breakdowns: &[],
            example: Example {
                rows: &[
                    &[4_000.0, 4_000.0],
                    &[0.0, 3_000.0],
                    &[6_000.0, 10_000.0],
                    &[0.0, 2_000.0],
                    &[0.0, 1_000.0],
                ],
                answer: 50.0,
            },
        },
    },
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
