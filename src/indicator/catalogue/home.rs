//! Indicators of ambition 3: as much at home as possible.

use super::{BY_ALL_AND_PROVIDERS, MINOR_INHABITANTS, ONE_OF_FIVE, all, minors};
use crate::indicator::entry::{
    Chapter, CountInterval, Example, Formula, Indicator, Polarity, Publication, RatioMethod,
    Subject, Unit,
};
use crate::vocabulary::{AT_17, Bilingual, Dimension, Measure};

pub(super) const ENTRIES: &[Indicator] = &[
    Indicator {
        id: "verblijf",
        name: Bilingual::new("Thuis of elders", "At home or elsewhere"),
        definition: Bilingual::new(
            "Van elke 100 trajecten die in het jaar liepen: hoeveel thuis of overdag, en hoeveel in een pleeggezin, een gezinshuis, gesloten of op een andere plek.",
            "Of every 100 care periods that ran in the year: how many at home or by day, and how many in a foster family, family-style, secure or elsewhere.",
        ),
        subject: Subject {
            phrase: Bilingual::new("het aandeel trajecten", "the share of care periods"),
            plural: (false, false),
        },
        chapter: Chapter::AtHome,
        unit: Unit::PerHundred,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Composition {
                operand: all(Measure::Trajectories),
                over: Dimension::CareForm,
                parts: &[
                    "zonder-verblijf",
                    "pleegzorg",
                    "gezinsgericht",
                    "gesloten",
                    "ander-verblijf",
                ],
            },
            breakdowns: BY_ALL_AND_PROVIDERS,
            example: Example {
                rows: &[
                    &[1.0, 1.0],
                    &[1.0, 1.0],
                    &[0.0, 1.0],
                    &[1.0, 1.0],
                    &[1.0, 1.0],
                ],
                answer: 80.0,
            },
        },
    },
    Indicator {
        id: "verblijf_jeugdigen",
        name: Bilingual::new(
            "Jeugdigen die niet thuis wonen",
            "Youths who do not live at home",
        ),
        definition: Bilingual::new(
            "Van elke 1.000 jeugdigen: hoeveel er in het jaar hulp met verblijf hadden, zoals pleegzorg of een gezinshuis. Zonder keuze van leeftijd gaat het om 0 tot en met 17 jaar.",
            "Of every 1,000 youths: how many had residential care in the year, such as foster care. Unless an age is chosen: those aged 0 to 17.",
        ),
        subject: Subject {
            phrase: Bilingual::new(
                "het aandeel jeugdigen dat niet thuis woont",
                "the share of youths who do not live at home",
            ),
            plural: (false, false),
        },
        chapter: Chapter::AtHome,
        unit: Unit::PerThousand,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: minors(Measure::Youths).in_form("met-verblijf"),
                denominator: MINOR_INHABITANTS,
                multiplier: 1_000.0,
                method: RatioMethod::Rate,
            },
            breakdowns: &[Dimension::AgeGroup],
            example: Example {
                rows: &[
                    &[0.0, 1.0],
                    &[0.0, 1.0],
                    &[0.0, 1.0],
                    &[1.0, 1.0],
                    &[0.0, 1.0],
                ],
                answer: 200.0,
            },
        },
    },
    Indicator {
        id: "gesloten",
        name: Bilingual::new("Jeugdigen in gesloten jeugdhulp", "Youths in secure care"),
        definition: Bilingual::new(
            "Hoeveel jeugdigen in het jaar gesloten jeugdhulp (JeugdzorgPlus) hadden.",
            "How many youths were in secure care in the year.",
        ),
        subject: Subject {
            phrase: Bilingual::new(
                "het aantal jeugdigen in gesloten jeugdhulp",
                "the number of youths in secure care",
            ),
            plural: (false, false),
        },
        chapter: Chapter::AtHome,
        unit: Unit::Youths,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Total {
                operand: all(Measure::Youths).in_form("gesloten"),
                interval: CountInterval::Counted,
            },
            breakdowns: &[Dimension::AgeGroup, Dimension::Referrer],
            example: Example {
                rows: &[&[1.0], &[0.0], &[0.0], &[1.0], &[0.0]],
                answer: 2.0,
            },
        },
    },
    Indicator {
        id: "gesloten_instroom",
        name: Bilingual::new(
            "Trajecten gesloten jeugdhulp die begonnen",
            "Secure care periods begun",
        ),
        definition: Bilingual::new(
            "Hoeveel trajecten in gesloten jeugdhulp in het jaar begonnen.",
            "How many care periods in secure care began in the year.",
        ),
        subject: Subject {
            phrase: Bilingual::new(
                "het aantal begonnen trajecten gesloten jeugdhulp",
                "the number of secure care periods begun",
            ),
            plural: (false, false),
        },
        chapter: Chapter::AtHome,
        unit: Unit::Trajectories,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Total {
                operand: all(Measure::Begun).in_form("gesloten"),
                interval: CountInterval::Counted,
            },
            breakdowns: &[Dimension::AgeGroup, Dimension::Referrer],
            example: Example {
                rows: &[&[1.0], &[0.0], &[2.0], &[1.0], &[0.0]],
                answer: 4.0,
            },
        },
    },
    Indicator {
        id: "gesloten_duur",
        name: Bilingual::new(
            "Hoe lang gesloten jeugdhulp duurt",
            "How long secure care lasts",
        ),
        definition: Bilingual::new(
            "Hoeveel dagen een traject in gesloten jeugdhulp dat in het jaar eindigde, gemiddeld had geduurd.",
            "How many days a care period in secure care that ended in the year had lasted, on average.",
        ),
        subject: Subject {
            phrase: Bilingual::new(
                "de gemiddelde duur van gesloten jeugdhulp",
                "the mean duration of secure care",
            ),
            plural: (false, false),
        },
        chapter: Chapter::AtHome,
        unit: Unit::Days,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::Days).in_form("gesloten"),
                denominator: all(Measure::EndedTrajectories).in_form("gesloten"),
                multiplier: 1.0,
                method: RatioMethod::Mean {
                    squares: Measure::DaysSquared,
                },
            },
            breakdowns: &[Dimension::AgeGroup, Dimension::Referrer],
            example: Example {
                rows: &[
                    &[120.0, 1.0],
                    &[150.0, 1.0],
                    &[210.0, 1.0],
                    &[240.0, 1.0],
                    &[280.0, 1.0],
                ],
                answer: 200.0,
            },
        },
    },
    Indicator {
        id: "uitstroom_17",
        name: Bilingual::new("Op 17 jaar uit verblijf", "Leaving residential care at 17"),
        definition: Bilingual::new(
            "Van elke 100 jeugdigen die in het jaar uit hulp met verblijf gingen, zoals een pleeggezin of gezinshuis: hoeveel er toen 17 jaar waren. Wie binnen drie maanden ergens anders met verblijf begon, ging niet weg en telt niet mee.",
            "Of every 100 youths who left residential care in the year, such as a foster family: how many were 17 by then. Whoever began other residential care within three months did not leave and does not count.",
        ),
        subject: Subject {
            phrase: Bilingual::new(
                "het aandeel van 17 jaar onder wie uit verblijf ging",
                "the share aged 17 of those who left residential care",
            ),
            plural: (false, false),
        },
        chapter: Chapter::AtHome,
        unit: Unit::PerHundred,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::LeftResidence).leaving_at(AT_17),
                denominator: all(Measure::LeftResidence),
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
];
