//! Indicators of waiting for care, which stand under ambition 2.

use super::{BY_FORM_AND_QUARTER, all, singular};
use crate::indicator::entry::{
    Chapter, CountInterval, Example, Formula, Indicator, Polarity, Publication, RatioMethod, Unit,
};
use crate::vocabulary::{Bilingual, Measure};

pub(super) const ENTRIES: &[Indicator] = &[
    Indicator {
        id: "wacht_jeugdigen",
        name: Bilingual::new(
            "Drie maanden of langer wachten",
            "Waiting three months or more",
        ),
        definition: Bilingual::new(
            "Van elke 100 jeugdigen die op de laatste dag van het kwartaal op hulp wachten: hoeveel er zich drie maanden of langer geleden aanmeldden. Wie op twee wachtlijsten staat, telt twee keer. Bij een jaar zonder kwartaal is het 31 december.",
            "Of every 100 youths who wait for care on the last day of the quarter: how many applied three months ago or earlier. Whoever is on two waiting lists counts twice. Of a year without a quarter it is 31 December.",
        ),
        subject: singular(
            "het aandeel wachtenden dat drie maanden of langer wacht",
            "the share of those waiting who have waited three months or more",
        ),
        chapter: Chapter::RightCareInTime,
        unit: Unit::PerHundred,
        polarity: Polarity::LowerIsBetter,
        in_overview: true,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::WaitingLong),
                denominator: all(Measure::Waiting),
                multiplier: 100.0,
                method: RatioMethod::Proportion,
            },
            breakdowns: BY_FORM_AND_QUARTER,
            example: Example {
                rows: &[
                    &[0.0, 1.0],
                    &[1.0, 1.0],
                    &[0.0, 1.0],
                    &[0.0, 1.0],
                    &[1.0, 1.0],
                ],
                answer: 40.0,
            },
        },
    },
    Indicator {
        id: "wacht_gemiddeld",
        name: Bilingual::new(
            "Hoe lang jeugdigen al wachten",
            "How long youths have waited",
        ),
        definition: Bilingual::new(
            "Hoeveel weken de jeugdigen die op de laatste dag van het kwartaal op hulp wachten, toen gemiddeld al wachtten. Uiteindelijk wachten zij langer: hun hulp is nog niet begonnen. Wie op twee wachtlijsten staat, telt twee keer. Bij een jaar zonder kwartaal is het 31 december.",
            "How many weeks the youths who wait for care on the last day of the quarter had waited by then, on average. In the end they wait longer: their care has not begun yet. Whoever is on two waiting lists counts twice. Of a year without a quarter it is 31 December.",
        ),
        subject: singular(
            "de gemiddelde tijd die jeugdigen al wachten",
            "the mean time that youths have waited",
        ),
        chapter: Chapter::RightCareInTime,
        unit: Unit::Weeks,
        polarity: Polarity::LowerIsBetter,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::WaitingDays),
                denominator: all(Measure::Waiting),
                multiplier: 1.0 / 7.0,
                method: RatioMethod::Mean {
                    squares: Measure::WaitingDaysSquared,
                },
            },
            breakdowns: BY_FORM_AND_QUARTER,
            example: Example {
                rows: &[
                    &[14.0, 1.0],
                    &[21.0, 1.0],
                    &[35.0, 1.0],
                    &[70.0, 1.0],
                    &[140.0, 1.0],
                ],
                answer: 8.0,
            },
        },
    },
    Indicator {
        id: "wachtenden",
        name: Bilingual::new("Wachtende jeugdigen", "Waiting youths"),
        definition: Bilingual::new(
            "Hoeveel jeugdigen op de laatste dag van het kwartaal op hulp wachten. Wie op twee wachtlijsten staat, telt twee keer. Bij een jaar zonder kwartaal is het 31 december.",
            "How many youths wait for care on the last day of the quarter. Whoever is on two waiting lists counts twice. Of a year without a quarter it is 31 December.",
        ),
        subject: singular(
            "het aantal jeugdigen dat op hulp wacht",
            "the number of youths who wait for care",
        ),
        chapter: Chapter::RightCareInTime,
        unit: Unit::Youths,
        polarity: Polarity::LowerIsBetter,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Total {
                operand: all(Measure::Waiting),
                interval: CountInterval::Counted,
            },
            breakdowns: BY_FORM_AND_QUARTER,
            example: Example {
                rows: &[&[1.0], &[1.0], &[2.0], &[1.0], &[0.0]],
                answer: 5.0,
            },
        },
    },
    Indicator {
        id: "wacht_aanbieders",
        name: Bilingual::new(
            "Aanbieders waar jeugdigen lang wachten",
            "Providers where youths wait long",
        ),
        definition: Bilingual::new(
            "Van elke 100 aanbieders die hun wachtlijst doorgaven: bij hoeveel er op de laatste dag van het kwartaal minstens één jeugdige drie maanden of langer wachtte. Een groter gebied komt daardoor hoger uit dan een kleiner. Bij een jaar zonder kwartaal is het 31 december.",
            "Of every 100 providers that reported their waiting list: at how many at least one youth had waited three months or more on the last day of the quarter. So a larger area ends up higher than a smaller one. Of a year without a quarter it is 31 December.",
        ),
        subject: singular(
            "het aandeel aanbieders waar jeugdigen drie maanden of langer wachten",
            "the share of providers where youths wait three months or more",
        ),
        chapter: Chapter::RightCareInTime,
        unit: Unit::PerHundred,
        polarity: Polarity::LowerIsBetter,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::ProvidersLong),
                denominator: all(Measure::ProvidersAsked),
                multiplier: 100.0,
                method: RatioMethod::Proportion,
            },
            breakdowns: BY_FORM_AND_QUARTER,
            example: Example {
                rows: &[
                    &[0.0, 1.0],
                    &[0.0, 1.0],
                    &[1.0, 1.0],
                    &[0.0, 1.0],
                    &[0.0, 1.0],
                ],
                answer: 20.0,
            },
        },
    },
];
