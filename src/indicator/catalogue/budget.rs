//! Indicators of personal budgets, with which youths or their parents buy care themselves.

use super::{all, singular};
use crate::indicator::entry::{
    Chapter, CountInterval, Example, Formula, Indicator, Polarity, Publication, RatioMethod,
    Subject, Unit,
};
use crate::vocabulary::{Bilingual, Measure};

pub(super) const ENTRIES: &[Indicator] = &[
    Indicator {
        id: "pgb",
        name: Bilingual::new("Jeugdigen met een pgb", "Youths with a personal budget"),
        definition: Bilingual::new(
            "Voor hoeveel jeugdigen in het jaar iets is uitgegeven uit een persoonsgebonden budget (pgb): geld waarmee ouders zelf hulp inkopen. Alleen van gemeenten die dit aanleveren. In de andere cijfers zit deze hulp niet; wie daarnaast hulp van een aanbieder van de regio heeft, telt daar ook mee.",
            "For how many youths something was spent in the year from a personal budget: money with which parents buy care themselves. Only of municipalities that supply it. That care is in no other figure; whoever also has care of a provider of the region counts there as well.",
        ),
        subject: singular(
            "het aantal jeugdigen met een persoonsgebonden budget",
            "the number of youths with a personal budget",
        ),
        chapter: Chapter::General,
        unit: Unit::Youths,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Total {
                operand: all(Measure::BudgetYouths),
                interval: CountInterval::Counted,
            },
            breakdowns: &[],
            example: Example {
                rows: &[&[1.0], &[0.0], &[0.0], &[1.0], &[1.0]],
                answer: 3.0,
            },
        },
    },
    Indicator {
        id: "pgb_uitgaven",
        name: Bilingual::new("Uitgaven uit pgb’s", "Spending from personal budgets"),
        definition: Bilingual::new(
            "Wat er in het jaar is uitgegeven uit persoonsgebonden budgetten (pgb’s) voor jeugdhulp. Het gaat om wat is uitgegeven, niet om wat was toegekend. Alleen van gemeenten die dit aanleveren.",
            "What was spent in the year from personal budgets for youth care: what was spent, not what was granted. Only of municipalities that supply it.",
        ),
        subject: Subject {
            phrase: Bilingual::new(
                "de uitgaven uit persoonsgebonden budgetten",
                "spending from personal budgets",
            ),
            plural: (true, false),
        },
        chapter: Chapter::General,
        unit: Unit::Euro,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Total {
                operand: all(Measure::BudgetCost),
                interval: CountInterval::Compound {
                    squares: Measure::BudgetCostSquared,
                },
            },
            breakdowns: &[],
            example: Example {
                rows: &[&[4_000.0], &[6_000.0], &[8_000.0], &[12_000.0], &[20_000.0]],
                answer: 50_000.0,
            },
        },
    },
    Indicator {
        id: "pgb_per_jeugdige",
        name: Bilingual::new(
            "Uitgaven per jeugdige met een pgb",
            "Spending per personal budget",
        ),
        definition: Bilingual::new(
            "Wat er in het jaar uit persoonsgebonden budgetten (pgb’s) is uitgegeven, gemiddeld per jeugdige met zo’n budget. Alleen van gemeenten die dit aanleveren.",
            "What was spent in the year from personal budgets, on average per youth with one. Only of municipalities that supply it.",
        ),
        subject: Subject {
            phrase: Bilingual::new(
                "de uitgaven per jeugdige met een persoonsgebonden budget",
                "spending per youth with a personal budget",
            ),
            plural: (true, false),
        },
        chapter: Chapter::General,
        unit: Unit::EuroPerYouth,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::BudgetCost),
                denominator: all(Measure::BudgetYouths),
                multiplier: 1.0,
                method: RatioMethod::Mean {
                    squares: Measure::BudgetCostSquared,
                },
            },
            breakdowns: &[],
            example: Example {
                rows: &[
                    &[4_000.0, 1.0],
                    &[6_000.0, 1.0],
                    &[8_000.0, 1.0],
                    &[12_000.0, 1.0],
                    &[20_000.0, 1.0],
                ],
                answer: 10_000.0,
            },
        },
    },
];
