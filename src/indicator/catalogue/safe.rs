//! Indicators of ambition 4: safe in a lasting way.

use super::{MINOR_INHABITANTS, ONE_OF_FIVE, all, minors, singular, without_figures};
use crate::indicator::entry::{
    Chapter, CountInterval, Example, Formula, Indicator, Polarity, Publication, RatioMethod,
    Subject, Unit,
};
use crate::vocabulary::{Bilingual, Dimension, Measure};

const BY_AGE_AND_ORDER: &[Dimension] = &[Dimension::AgeGroup, Dimension::Order];

pub(super) const ENTRIES: &[Indicator] = &[
    Indicator {
        id: "maatregelen",
        name: Bilingual::new("Jeugdigen met een maatregel", "Youths under an order"),
        definition: Bilingual::new(
            "Van elke 1.000 jeugdigen: hoeveel er in het jaar een maatregel hadden. Meestal legt de kinderrechter die op: een ondertoezichtstelling (OTS), ook een voorlopige, voogdij of jeugdreclassering. Wie twee soorten had, telt bij beide en in het totaal één keer. Zonder keuze van leeftijd gaat het om 0 tot en met 17 jaar.",
            "Of every 1,000 youths: how many were under an order in the year. Mostly the children's court imposes it: supervision, also provisional, guardianship or youth probation. Whoever was under two types counts in both, and once in the total. Unless an age is chosen: those aged 0 to 17.",
        ),
        subject: singular(
            "het aandeel jeugdigen met een maatregel",
            "the share of youths under an order",
        ),
        chapter: Chapter::Safe,
        unit: Unit::PerThousand,
        polarity: Polarity::NoJudgement,
        in_overview: true,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: minors(Measure::UnderOrder),
                denominator: MINOR_INHABITANTS,
                multiplier: 1_000.0,
                method: RatioMethod::Rate,
            },
            breakdowns: BY_AGE_AND_ORDER,
            example: Example {
                rows: ONE_OF_FIVE,
                answer: 200.0,
            },
        },
    },
    Indicator {
        id: "hulp_met_maatregel",
        name: Bilingual::new("Jeugdhulp én een maatregel", "Youth care and an order"),
        definition: Bilingual::new(
            "Van elke 100 jeugdigen met jeugdhulp: hoeveel er in het jaar in dezelfde gemeente ook een maatregel hadden. De anderen kregen hulp zonder maatregel. Het kan zijn dat hulp en maatregel niet op dezelfde dag liepen.",
            "Of every 100 youths receiving care: how many were also under an order in the year, in the same municipality. The others had care without one. Care and order may not have run on the same day.",
        ),
        subject: singular(
            "het aandeel jeugdigen met jeugdhulp dat ook een maatregel heeft",
            "the share of youths receiving care who are under an order as well",
        ),
        chapter: Chapter::Safe,
        unit: Unit::PerHundred,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::UnderOrderInCare),
                denominator: all(Measure::Youths),
                multiplier: 100.0,
                method: RatioMethod::Proportion,
            },
            breakdowns: &[Dimension::AgeGroup],
            example: Example {
                rows: ONE_OF_FIVE,
                answer: 20.0,
            },
        },
    },
    Indicator {
        id: "soorten_maatregelen",
        name: Bilingual::new("Soorten maatregelen", "Types of orders"),
        definition: Bilingual::new(
            "Van elke 100 maatregelen die in het jaar liepen, van jeugdigen van alle leeftijden: hoeveel ondertoezichtstellingen, voorlopige ondertoezichtstellingen, voogdijen en maatregelen van jeugdreclassering. Preventieve jeugdbescherming is geen maatregel en telt niet mee.",
            "Of every 100 orders that ran in the year, of youths of all ages: how many supervision, provisional supervision, guardianship and probation. Preventive child protection is no order and does not count.",
        ),
        subject: singular("het aandeel maatregelen", "the share of orders"),
        chapter: Chapter::Safe,
        unit: Unit::PerHundred,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Composition {
                operand: all(Measure::Orders),
                over: Dimension::Order,
                parts: &["ots", "vots", "voogdij", "jeugdreclassering"],
            },
            breakdowns: BY_AGE_AND_ORDER,
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
    Indicator {
        id: "begonnen_maatregelen",
        name: Bilingual::new("Maatregelen die begonnen", "Orders begun"),
        definition: Bilingual::new(
            "Hoeveel maatregelen er in het jaar begonnen, voor jeugdigen van alle leeftijden. Een voorlopige ondertoezichtstelling die een gewone wordt, telt als twee.",
            "How many orders began in the year, for youths of all ages. Provisional supervision that becomes ordinary supervision counts as two.",
        ),
        subject: singular(
            "het aantal begonnen maatregelen",
            "the number of orders begun",
        ),
        chapter: Chapter::Safe,
        unit: Unit::Orders,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Total {
                operand: all(Measure::OrdersBegun),
                interval: CountInterval::Counted,
            },
            breakdowns: BY_AGE_AND_ORDER,
            example: Example {
                rows: &[&[1.0], &[0.0], &[2.0], &[0.0], &[1.0]],
                answer: 4.0,
            },
        },
    },
    without_figures(
        "jeugdbeschermingstafel",
        Chapter::Safe,
        Bilingual::new("Jeugdbeschermingstafel", "Child protection consultation"),
        Bilingual::new(
            "Hoe vaak een zorg over veiligheid aan de jeugdbeschermingstafel komt, en wat er dan volgt.",
            "How often concerns about safety come to the child protection consultation, and what follows.",
        ),
        Bilingual::new(
            "De verzoeken en uitkomsten van de tafel zijn niet aangeleverd.",
            "Requests and outcomes were not supplied.",
        ),
        &["maatregelen"],
    ),
    Indicator {
        id: "kosten_onder_maatregel",
        name: Bilingual::new(
            "Kosten van hulp bij een maatregel",
            "Cost of care under an order",
        ),
        definition: Bilingual::new(
            "Wat jeugdhulp in het jaar kostte voor jeugdigen met een maatregel, gemiddeld per jeugdige met een maatregel. Wie geen jeugdhulp had, telt mee met €\u{a0}0: alleen over wie wel hulp had, is het gemiddelde hoger. De maatregel zelf zit er niet in. Het kan zijn dat hulp en maatregel niet op dezelfde dag liepen.",
            "What youth care cost in the year for youths under an order, on average per youth under an order. Whoever had no youth care counts with €0: of those who did have care, the average is higher. The order itself is not in it. Care and order may not have run on the same day.",
        ),
        subject: Subject {
            phrase: Bilingual::new(
                "de kosten van jeugdhulp per jeugdige met een maatregel",
                "the cost of youth care per youth under an order",
            ),
            plural: (true, false),
        },
        chapter: Chapter::Safe,
        unit: Unit::EuroPerYouth,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::Cost).under_order(),
                denominator: all(Measure::UnderOrder),
                multiplier: 1.0,
                method: RatioMethod::Mean {
                    squares: Measure::CostSquared,
                },
            },
            breakdowns: &[],
            example: Example {
                rows: &[
                    &[0.0, 1.0],
                    &[6_000.0, 1.0],
                    &[9_000.0, 1.0],
                    &[15_000.0, 1.0],
                    &[70_000.0, 1.0],
                ],
                answer: 20_000.0,
            },
        },
    },
];
