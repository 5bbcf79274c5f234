//! Indicators of ambition 1 and 2: support nearby, and the right care in time.

use super::{
    BY_AGE, BY_ALL_AND_PROVIDERS, BY_ALL_OF_YOUTHS, BY_FORM, BY_FORM_AND_DURATION, ONE_OF_FIVE,
    all, singular, without_figures,
};
use crate::indicator::entry::{
    Chapter, Example, Formula, Indicator, Polarity, Publication, RatioMethod, Subject, SurvivalAsk,
    Unit, response_to,
};
use crate::vocabulary::{Bilingual, Dimension, Measure};

/// The question whose answers stand for how many there are.
const GOALS: &str = "doelen-gehaald";

/// The share of answers to a question at the end of care that is favourable.
const fn outcome(
    id: &'static str,
    question: &'static str,
    name: Bilingual,
    definition: Bilingual,
    subject: Subject,
) -> Indicator {
    Indicator {
        id,
        name,
        definition,
        subject,
        chapter: Chapter::RightCareInTime,
        unit: Unit::PerHundred,
        polarity: Polarity::HigherIsBetter,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::Positive).on(question),
                denominator: all(Measure::Answered).on(question),
                multiplier: 100.0,
                method: RatioMethod::Proportion,
            },
            breakdowns: &[],
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
    }
}

/// The share of care that began in a year that still runs where a class of duration begins.
const fn still_running(
    id: &'static str,
    until: &'static str,
    name: Bilingual,
    definition: Bilingual,
    subject: Subject,
    example: Example,
) -> Indicator {
    Indicator {
        id,
        name,
        definition,
        subject,
        chapter: Chapter::RightCareInTime,
        unit: Unit::PerHundred,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Survival {
                ask: SurvivalAsk::StillRunning(until),
            },
            breakdowns: &[],
            example,
        },
    }
}

pub(super) const ENTRIES: &[Indicator] = &[
    Indicator {
        id: "gewoon_opvoeden",
        name: Bilingual::new(
            "Steun dichtbij, zonder jeugdhulp",
            "Support nearby, without youth care",
        ),
        definition: Bilingual::new(
            "Of gezinnen met steun uit hun omgeving en van het lokale team zonder jeugdhulp verder kunnen.",
            "Whether families can do without youth care, with support from those around them and the local team.",
        ),
        subject: singular("de steun dichtbij", "support nearby"),
        chapter: Chapter::Upbringing,
        unit: Unit::PerHundred,
        polarity: Polarity::NoJudgement,
        in_overview: true,
        publication: Publication::NoFiguresYet {
            in_development: false,
            reason: Bilingual::new(
                "Niemand legt vast welke gezinnen zich met steun uit hun omgeving redden. Wel bekend is wie hulp van het lokale team had, in de gemeenten die dat aanleveren.",
                "Nobody records which families manage with support from those around them. What is known is who had help of the local team, in municipalities that supply it.",
            ),
            nearest: &["bekend_in_beide", "gebruik", "instroom"],
        },
    },
    Indicator {
        id: "bekend_in_beide",
        name: Bilingual::new(
            "Bekend bij lokaal team en jeugdhulp",
            "Known to local team and youth care",
        ),
        definition: Bilingual::new(
            "Van elke 100 jeugdigen met hulp van het lokale team, gespecialiseerde jeugdhulp of allebei: hoeveel allebei hadden in hetzelfde jaar. Alleen van gemeenten die gegevens van het lokale team aanleveren. Hulp van een wijkteam telt niet als gespecialiseerd.",
            "Of every 100 youths with help of the local team, specialist youth care or both: how many had both in the same year. Only of municipalities that supply data of the local team. Care of a neighbourhood team does not count as specialist.",
        ),
        subject: singular(
            "het aandeel jeugdigen dat bij lokaal team en jeugdhulp bekend is",
            "the share of youths known to local team and youth care",
        ),
        chapter: Chapter::Upbringing,
        unit: Unit::PerHundred,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::LocalInCare),
                denominator: all(Measure::KnownYouths),
                multiplier: 100.0,
                method: RatioMethod::Proportion,
            },
            breakdowns: BY_AGE,
            example: Example {
                rows: &[
                    &[1.0, 1.0],
                    &[0.0, 1.0],
                    &[0.0, 1.0],
                    &[1.0, 1.0],
                    &[0.0, 1.0],
                ],
                answer: 40.0,
            },
        },
    },
    Indicator {
        id: "duur_lokaal_team",
        name: Bilingual::new(
            "Hoe lang hulp van het lokale team duurt",
            "How long help of the local team lasts",
        ),
        definition: Bilingual::new(
            "Hoeveel dagen de hulp van het lokale team die in het jaar eindigde, gemiddeld had geduurd. Alleen van gemeenten die dit aanleveren. Lokale teams leggen begin en eind verschillend vast: vergelijk gemeenten daarom met voorzichtigheid.",
            "How many days the help of the local team that ended in the year had lasted, on average. Only of municipalities that supply it. Local teams record start and end in different ways, so compare municipalities with care.",
        ),
        subject: singular(
            "de gemiddelde duur van hulp van het lokale team",
            "the mean duration of help of the local team",
        ),
        chapter: Chapter::Upbringing,
        unit: Unit::Days,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::LocalDays),
                denominator: all(Measure::LocalEnded),
                multiplier: 1.0,
                method: RatioMethod::Mean {
                    squares: Measure::LocalDaysSquared,
                },
            },
            breakdowns: BY_AGE,
            example: Example {
                rows: &[
                    &[30.0, 1.0],
                    &[90.0, 1.0],
                    &[120.0, 1.0],
                    &[150.0, 1.0],
                    &[360.0, 1.0],
                ],
                answer: 150.0,
            },
        },
    },
    Indicator {
        id: "duur_gemiddeld",
        name: Bilingual::new("Hoe lang hulp duurt", "How long care lasts"),
        definition: Bilingual::new(
            "Hoeveel dagen een traject dat in het jaar eindigde, gemiddeld had geduurd. Een traject is hulp in één vorm van één aanbieder, van begin tot eind.",
            "How many days a care period that ended in the year had lasted, on average. A care period is care of one form by one provider, from start to end.",
        ),
        subject: singular(
            "de gemiddelde duur van afgesloten hulp",
            "the mean duration of ended care",
        ),
        chapter: Chapter::RightCareInTime,
        unit: Unit::Days,
        polarity: Polarity::NoJudgement,
        in_overview: true,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::Days),
                denominator: all(Measure::EndedTrajectories),
                multiplier: 1.0,
                method: RatioMethod::Mean {
                    squares: Measure::DaysSquared,
                },
            },
            breakdowns: BY_ALL_AND_PROVIDERS,
            example: Example {
                rows: &[
                    &[90.0, 1.0],
                    &[150.0, 1.0],
                    &[200.0, 1.0],
                    &[260.0, 1.0],
                    &[800.0, 1.0],
                ],
                answer: 300.0,
            },
        },
    },
    Indicator {
        id: "duur_korter_jaar",
        name: Bilingual::new("Hulp korter dan een jaar", "Care shorter than a year"),
        definition: Bilingual::new(
            "Van elke 100 trajecten die in het jaar eindigden: hoeveel er korter dan een jaar duurden.",
            "Of every 100 care periods that ended in the year: how many lasted under one year.",
        ),
        subject: singular(
            "het aandeel hulp korter dan een jaar",
            "the share of care shorter than a year",
        ),
        chapter: Chapter::RightCareInTime,
        unit: Unit::PerHundred,
        polarity: Polarity::NoJudgement,
        in_overview: true,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::UnderOneYear),
                denominator: all(Measure::EndedTrajectories),
                multiplier: 100.0,
                method: RatioMethod::Proportion,
            },
            breakdowns: BY_ALL_AND_PROVIDERS,
            example: Example {
                rows: &[
                    &[1.0, 1.0],
                    &[1.0, 1.0],
                    &[1.0, 1.0],
                    &[1.0, 1.0],
                    &[0.0, 1.0],
                ],
                answer: 80.0,
            },
        },
    },
    Indicator {
        id: "uitval",
        name: Bilingual::new(
            "Hulp die één kant afbreekt (uitval)",
            "Care broken off by one side (drop-out)",
        ),
        definition: Bilingual::new(
            "Van elke 100 trajecten die met een bekende reden eindigden: hoeveel de jeugdige of de aanbieder alleen afbrak.",
            "Of every 100 care periods that ended for a known reason: how many the youth or the provider alone broke off.",
        ),
        subject: singular("de uitval", "drop-out"),
        chapter: Chapter::RightCareInTime,
        unit: Unit::PerHundred,
        polarity: Polarity::LowerIsBetter,
        in_overview: true,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::OneSided),
                denominator: all(Measure::ReasonKnown),
                multiplier: 100.0,
                method: RatioMethod::Proportion,
            },
            breakdowns: BY_ALL_AND_PROVIDERS,
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
    Indicator {
        id: "terugkeer",
        name: Bilingual::new("Jeugdigen die terugkomen", "Youths who return"),
        definition: Bilingual::new(
            "Van elke 100 jeugdigen van wie in het jaar alle hulp eindigde: hoeveel er binnen twaalf maanden opnieuw hulp kregen.",
            "Of every 100 youths whose care ended in the year: how many received care again within twelve months.",
        ),
        subject: singular(
            "het aandeel jeugdigen dat terugkomt",
            "the share of youths who return",
        ),
        chapter: Chapter::RightCareInTime,
        unit: Unit::PerHundred,
        polarity: Polarity::LowerIsBetter,
        in_overview: true,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::Returned),
                denominator: all(Measure::Followed),
                multiplier: 100.0,
                method: RatioMethod::Proportion,
            },
            breakdowns: BY_ALL_AND_PROVIDERS,
            example: Example {
                rows: ONE_OF_FIVE,
                answer: 20.0,
            },
        },
    },
    Indicator {
        id: "duur_mediaan",
        name: Bilingual::new(
            "Middelste duur van afgesloten hulp",
            "Middle duration of care that ended",
        ),
        definition: Bilingual::new(
            "Hoe lang de helft van de trajecten die in het jaar eindigden hoogstens had geduurd; de andere helft duurde langer. Anders dan bij het gemiddelde trekken enkele heel lange trajecten dit cijfer niet omhoog. Het is berekend uit aantallen in zeven groepen naar duur. We nemen aan dat trajecten binnen een groep gelijk gespreid zijn.",
            "How long half of the care periods that ended in the year had lasted at most; the other half lasted longer. Unlike the mean, this figure is not raised by a few very long care periods. It is worked out from counts in seven groups by duration. Care periods are taken to lie evenly within a group.",
        ),
        subject: singular(
            "de middelste duur van afgesloten hulp",
            "the median duration of ended care",
        ),
        chapter: Chapter::RightCareInTime,
        unit: Unit::Days,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Median {
                operand: all(Measure::EndedOfDuration),
                over: Dimension::Duration,
            },
            breakdowns: BY_FORM,
            example: Example {
                rows: &[
                    &[200.0],
                    &[200.0],
                    &[400.0],
                    &[100.0],
                    &[50.0],
                    &[30.0],
                    &[20.0],
                ],
                answer: 227.75,
            },
        },
    },
    Indicator {
        id: "duur_klassen",
        name: Bilingual::new("Korte en lange hulp", "Short and long care"),
        definition: Bilingual::new(
            "Van elke 100 trajecten die in het jaar eindigden: hoeveel er kort en hoeveel er lang hadden geduurd, van minder dan drie maanden tot vier jaar of langer.",
            "Of every 100 care periods that ended in the year: how many had lasted short and how many long, from under three months to four years or longer.",
        ),
        subject: singular(
            "het aandeel afgesloten trajecten",
            "the share of care periods ended",
        ),
        chapter: Chapter::RightCareInTime,
        unit: Unit::PerHundred,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Composition {
                operand: all(Measure::EndedOfDuration),
                over: Dimension::Duration,
                parts: &[
                    "tot-3-maanden",
                    "3-tot-6-maanden",
                    "6-tot-12-maanden",
                    "1-tot-2-jaar",
                    "2-tot-3-jaar",
                    "3-tot-4-jaar",
                    "4-jaar-en-langer",
                ],
            },
            breakdowns: BY_FORM_AND_DURATION,
            example: Example {
                rows: &[
                    &[1.0, 1.0],
                    &[0.0, 1.0],
                    &[1.0, 1.0],
                    &[0.0, 1.0],
                    &[0.0, 1.0],
                ],
                answer: 40.0,
            },
        },
    },
    Indicator {
        id: "duur_overleving",
        name: Bilingual::new(
            "Middelste duur van begonnen hulp",
            "Middle duration of care that began",
        ),
        definition: Bilingual::new(
            "Zoveel dagen na het begin was de helft van de trajecten gestopt. Hulp die nog loopt telt ook mee. Een traject telt in het jaar waarin het begon. Het is een schatting: wie administratief stopt of te oud wordt, telt mee zolang hij is gevolgd. Van de nieuwste jaren is dit nog niet bekend.",
            "So many days after the start half of the care periods had ended. Care that still runs counts too. A care period counts in the year in which it began. It is an estimate: who stops on paper or grows too old counts as long as she is followed. Of the newest years it is not known yet.",
        ),
        subject: singular(
            "de middelste duur van begonnen hulp",
            "the middle duration of care that began",
        ),
        chapter: Chapter::RightCareInTime,
        unit: Unit::Days,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Survival {
                ask: SurvivalAsk::Median,
            },
            breakdowns: &[],
            example: Example {
                rows: &[
                    &[1005.0, 200.0],
                    &[795.0, 195.0],
                    &[570.0, 140.0],
                    &[410.0, 200.0],
                    &[190.0, 60.0],
                ],
                answer: 304.0,
            },
        },
    },
    still_running(
        "loopt_na_half_jaar",
        "6-tot-12-maanden",
        Bilingual::new(
            "Hulp die na een half jaar nog loopt",
            "Care that still runs after half a year",
        ),
        Bilingual::new(
            "Van elke 100 trajecten die in het jaar begonnen: hoeveel er een half jaar of langer liepen (182 dagen of meer). Een traject telt in het jaar waarin het begon. Het is een schatting: wie administratief stopt of te oud wordt, telt mee zolang hij is gevolgd. Van het nieuwste jaar is dit nog niet bekend.",
            "Of every 100 care periods that began in the year: how many ran for half a year or longer (182 days or more). A care period counts in the year in which it began. It is an estimate: who stops on paper or grows too old counts as long as she is followed. Of the newest year it is not known yet.",
        ),
        singular(
            "het aandeel hulp dat na een half jaar nog loopt",
            "the share of care that still runs after half a year",
        ),
        Example {
            rows: &[&[1005.0, 200.0], &[795.0, 195.0], &[570.0, 140.0]],
            answer: 60.0,
        },
    ),
    still_running(
        "loopt_na_jaar",
        "1-tot-2-jaar",
        Bilingual::new(
            "Hulp die na een jaar nog loopt",
            "Care that still runs after a year",
        ),
        Bilingual::new(
            "Van elke 100 trajecten die in het jaar begonnen: hoeveel er een jaar of langer liepen (365 dagen of meer). Een traject telt in het jaar waarin het begon. Het is een schatting: wie administratief stopt of te oud wordt, telt mee zolang hij is gevolgd. Van het nieuwste jaar is dit nog niet bekend.",
            "Of every 100 care periods that began in the year: how many ran for a year or longer (365 days or more). A care period counts in the year in which it began. It is an estimate: who stops on paper or grows too old counts as long as she is followed. Of the newest year it is not known yet.",
        ),
        singular(
            "het aandeel hulp dat na een jaar nog loopt",
            "the share of care that still runs after a year",
        ),
        Example {
            rows: &[
                &[1005.0, 200.0],
                &[795.0, 195.0],
                &[570.0, 140.0],
                &[410.0, 200.0],
            ],
            answer: 45.0,
        },
    ),
    still_running(
        "loopt_na_twee_jaar",
        "2-tot-3-jaar",
        Bilingual::new(
            "Hulp die na twee jaar nog loopt",
            "Care that still runs after two years",
        ),
        Bilingual::new(
            "Van elke 100 trajecten die in het jaar begonnen: hoeveel er twee jaar of langer liepen (730 dagen of meer). Een traject telt in het jaar waarin het begon. Het is een schatting: wie administratief stopt of te oud wordt, telt mee zolang hij is gevolgd. Van de twee nieuwste jaren is dit nog niet bekend.",
            "Of every 100 care periods that began in the year: how many ran for two years or longer (730 days or more). A care period counts in the year in which it began. It is an estimate: who stops on paper or grows too old counts as long as she is followed. Of the two newest years it is not known yet.",
        ),
        singular(
            "het aandeel hulp dat na twee jaar nog loopt",
            "the share of care that still runs after two years",
        ),
        Example {
            rows: &[
                &[1005.0, 200.0],
                &[795.0, 195.0],
                &[570.0, 140.0],
                &[410.0, 200.0],
                &[190.0, 60.0],
            ],
            answer: 22.5,
        },
    ),
    Indicator {
        id: "voortijdig",
        name: Bilingual::new("Hulp die voortijdig stopt", "Care that ends early"),
        definition: Bilingual::new(
            "Van elke 100 trajecten die met een bekende reden eindigden: hoeveel er eerder stopten dan gepland, ook als beide kanten dat wilden of als er iets tussenkwam. Uitval, waarbij één kant stopt, is hier een deel van.",
            "Of every 100 care periods that ended for a known reason: how many stopped before planned, also when both sides wanted it or something came up. Drop-out, where one side stops, is a part of it.",
        ),
        subject: singular(
            "het aandeel hulp dat voortijdig stopt",
            "the share of care that ends early",
        ),
        chapter: Chapter::RightCareInTime,
        unit: Unit::PerHundred,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::Premature),
                denominator: all(Measure::ReasonKnown),
                multiplier: 100.0,
                method: RatioMethod::Proportion,
            },
            breakdowns: BY_ALL_AND_PROVIDERS,
            example: Example {
                rows: &[
                    &[0.0, 1.0],
                    &[1.0, 1.0],
                    &[1.0, 1.0],
                    &[0.0, 1.0],
                    &[0.0, 1.0],
                ],
                answer: 40.0,
            },
        },
    },
    Indicator {
        id: "herhaald_beroep",
        name: Bilingual::new("Eerder jeugdhulp gehad", "Earlier youth care"),
        definition: Bilingual::new(
            "Van elke 100 trajecten die in het jaar begonnen: hoeveel van jeugdigen bij wie in de vijf jaar ervoor al hulp was geëindigd, minstens een dag eerder. Wie twee keer begint, telt twee keer. Dit kijkt terug; ‘Jeugdigen die terugkomen’ kijkt één jaar vooruit. Daarom zijn de getallen verschillend.",
            "Of every 100 care periods that began in the year: how many by youths whose earlier care had ended in the five years before, a day earlier at least. Who starts twice counts twice. This looks back; ‘Youths who return’ looks one year ahead. That is why the numbers differ.",
        ),
        subject: singular(
            "het aandeel met eerdere jeugdhulp",
            "the share with earlier youth care",
        ),
        chapter: Chapter::RightCareInTime,
        unit: Unit::PerHundred,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::BegunAgain),
                denominator: all(Measure::Begun),
                multiplier: 100.0,
                method: RatioMethod::Proportion,
            },
            breakdowns: BY_ALL_OF_YOUTHS,
            example: Example {
                rows: &[
                    &[1.0, 1.0],
                    &[0.0, 1.0],
                    &[1.0, 1.0],
                    &[0.0, 1.0],
                    &[1.0, 1.0],
                ],
                answer: 60.0,
            },
        },
    },
    outcome(
        "doelrealisatie",
        "doelen-gehaald",
        Bilingual::new("Doelen gehaald", "Goals reached"),
        Bilingual::new(
            "Van elke 100 trajecten die in het jaar eindigden: bij hoeveel de doelen van de hulp zijn gehaald. Alleen trajecten waarvan het antwoord bekend is, tellen mee. De aanbieder vraagt het aan de jeugdige of een ouder; wie van hen antwoordde, zit niet in de gegevens.",
            "Of every 100 care periods that ended in the year: in how many the goals of care were reached. Only care periods of which the answer is known count. The provider asks the youth or a parent; which of them answered is not in the data.",
        ),
        singular(
            "het aandeel hulp waarbij de doelen zijn gehaald",
            "the share of care that reached its goals",
        ),
    ),
    outcome(
        "problemen_verminderd",
        "problemen-verminderd",
        Bilingual::new("Problemen verminderd", "Problems reduced"),
        Bilingual::new(
            "Van elke 100 trajecten die in het jaar eindigden: bij hoeveel de problemen minder zijn geworden. Alleen trajecten waarvan het antwoord bekend is, tellen mee. De aanbieder vraagt het aan de jeugdige of een ouder; wie van hen antwoordde, zit niet in de gegevens.",
            "Of every 100 care periods that ended in the year: in how many the problems were reduced. Only care periods of which the answer is known count. The provider asks the youth or a parent; which of them answered is not in the data.",
        ),
        singular(
            "het aandeel hulp waarna de problemen minder zijn",
            "the share of care that reduced the problems",
        ),
    ),
    outcome(
        "zonder_hulp_verder",
        "zonder-hulp-verder",
        Bilingual::new("Zonder hulp verder", "Can do without care"),
        Bilingual::new(
            "Van elke 100 trajecten die in het jaar eindigden: na hoeveel de jeugdige zonder hulp verder kan. Alleen trajecten waarvan het antwoord bekend is, tellen mee. De aanbieder vraagt het aan de jeugdige of een ouder; wie van hen antwoordde, zit niet in de gegevens.",
            "Of every 100 care periods that ended in the year: after how many the youth can do without care. Only care periods of which the answer is known count. The provider asks the youth or a parent; which of them answered is not in the data.",
        ),
        singular(
            "het aandeel hulp waarna het zonder hulp verder kan",
            "the share of care after which the youth can do without",
        ),
    ),
    outcome(
        "tevredenheid",
        "tevreden",
        Bilingual::new("Tevreden over de hulp", "Satisfied with care"),
        Bilingual::new(
            "Van elke 100 trajecten die in het jaar eindigden: bij hoeveel de jeugdige of de ouder tevreden is over de hulp. Alleen trajecten waarvan het antwoord bekend is, tellen mee. De aanbieder vraagt het aan de jeugdige of een ouder; wie van hen antwoordde, zit niet in de gegevens.",
            "Of every 100 care periods that ended in the year: in how many the youth or the parent is satisfied with care. Only care periods of which the answer is known count. The provider asks the youth or a parent; which of them answered is not in the data.",
        ),
        singular(
            "het aandeel hulp waarover men tevreden is",
            "the share of care with which youth or parent is satisfied",
        ),
    ),
    Indicator {
        id: "respons_uitkomst",
        name: Bilingual::new("Uitkomst van hulp ingevuld", "Outcome of care filled in"),
        definition: Bilingual::new(
            "Van elke 100 trajecten die in het jaar eindigden: van hoeveel bekend is of de doelen zijn gehaald. Niet elke aanbieder vraagt het, en niet iedereen antwoordt. Hoe lager dit cijfer, hoe minder de uitkomst over alle hulp zegt.",
            "Of every 100 care periods that ended in the year: of how many it is known whether the goals were reached. Not every provider asks, and not everybody answers. The lower this figure, the less the outcome tells of all care.",
        ),
        subject: singular(
            "het aandeel hulp waarvan de uitkomst bekend is",
            "the share of care of which the outcome is known",
        ),
        chapter: Chapter::RightCareInTime,
        unit: Unit::PerHundred,
        polarity: Polarity::HigherIsBetter,
        in_overview: false,
        publication: Publication::Published {
            formula: response_to(GOALS),
            breakdowns: &[],
            example: Example {
                rows: &[
                    &[1.0, 1.0],
                    &[0.0, 1.0],
                    &[0.0, 1.0],
                    &[1.0, 1.0],
                    &[0.0, 1.0],
                ],
                answer: 40.0,
            },
        },
    },
    Indicator {
        id: "binnen_kader",
        name: Bilingual::new("Hulp binnen het kader", "Care within the agreed range"),
        definition: Bilingual::new(
            "Van elke 100 trajecten die in het jaar eindigden, van soorten hulp met een kader: hoeveel zo lang duurden als de regio voor die soort hulp als richting afsprak. Het kader is er om met aanbieders over te praten. Het gaat alleen over de duur, niet over het aantal uren hulp. Per soort hulp is het niet te zien: dan worden de aantallen te klein. Verandert de mix van hulp, dan verandert ook dit cijfer.",
            "Of every 100 care periods that ended in the year, of types of care with a range: how many lasted as long as the region agreed on for that type of care, as a direction. The range is there to talk about with providers. It is about duration only, not about hours of care. By type of care it cannot be seen: the counts would be too small. When the mix of care changes, so does this figure.",
        ),
        subject: singular(
            "het aandeel hulp binnen het kader",
            "the share of care within the agreed range",
        ),
        chapter: Chapter::RightCareInTime,
        unit: Unit::PerHundred,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::EndedWithRange).in_range("binnen"),
                denominator: all(Measure::EndedWithRange),
                multiplier: 100.0,
                method: RatioMethod::Proportion,
            },
            breakdowns: &[],
            example: Example {
                rows: &[
                    &[0.0, 1.0],
                    &[1.0, 1.0],
                    &[0.0, 1.0],
                    &[1.0, 1.0],
                    &[0.0, 1.0],
                ],
                answer: 40.0,
            },
        },
    },
    Indicator {
        id: "richtinggevend_kader",
        name: Bilingual::new(
            "Duur tegenover het richtinggevend kader",
            "Duration against the agreed range",
        ),
        definition: Bilingual::new(
            "Van elke 100 trajecten die in het jaar eindigden, van soorten hulp met een kader: hoeveel daarbinnen bleven, en hoeveel korter of langer duurden dan de regio voor die soort hulp als richting afsprak. Langer is niet meteen te lang, en korter niet meteen beter: het kader is er om met aanbieders over te praten. Het gaat alleen over de duur, niet over het aantal uren hulp.",
            "Of every 100 care periods that ended in the year, of types of care with a range: how many stayed within it, and how many lasted shorter or longer than the region agreed on for that type of care, as a direction. Longer is not too long at once, nor is shorter better: the range is there to talk about with providers. It is about duration only, not about hours of care.",
        ),
        subject: singular(
            "het aandeel afgesloten trajecten",
            "the share of care periods ended",
        ),
        chapter: Chapter::RightCareInTime,
        unit: Unit::PerHundred,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Composition {
                operand: all(Measure::EndedWithRange),
                over: Dimension::Range,
                parts: &["korter", "binnen", "langer"],
            },
            breakdowns: &[Dimension::Range],
            example: Example {
                rows: &[
                    &[1.0, 1.0],
                    &[0.0, 1.0],
                    &[1.0, 1.0],
                    &[0.0, 1.0],
                    &[0.0, 1.0],
                ],
                answer: 40.0,
            },
        },
    },
    without_figures(
        "klantervaring",
        Chapter::RightCareInTime,
        Bilingual::new(
            "Ervaringen van jongeren en ouders",
            "Experience of youths and parents",
        ),
        Bilingual::new(
            "Wat jongeren en ouders van de hulp vinden.",
            "What youths and parents think of care.",
        ),
        Bilingual::new(
            "Gemeenten vragen dit ieder met een eigen vragenlijst, en die antwoorden zijn niet aangeleverd. Wel bekend is wat aanbieders aan het einde van de hulp vragen: of men tevreden is.",
            "Municipalities ask this with questionnaires of their own, and those answers were not supplied. What is known is what providers ask when care ends: whether people are satisfied.",
        ),
        &["tevredenheid", "uitval", "terugkeer"],
    ),
    Indicator {
        id: "toewijzing_tot_start",
        name: Bilingual::new("Van toewijzing tot start", "From allocation to start"),
        definition: Bilingual::new(
            "Hoeveel dagen er bij de helft van de begonnen trajecten hoogstens zaten tussen de dag waarop de hulp werd toegewezen en het begin; bij de andere helft waren het er meer. Dit is niet de hele wachttijd: wat er tussen de aanmelding en de toewijzing gebeurde, telt niet mee, en wie nog wacht ook niet. Het is berekend uit aantallen in vier groepen. We nemen aan dat trajecten binnen een groep gelijk gespreid zijn.",
            "How many days at most lay between the day on which care was allocated and its start, for half of the care periods that began; for the other half there were more. This is not the whole wait: what happened between application and allocation does not count, nor does who still waits. It is worked out from counts in four groups. Care periods are taken to lie evenly within a group.",
        ),
        subject: singular(
            "de middelste tijd van toewijzing tot start",
            "the middle time from allocation to start",
        ),
        chapter: Chapter::RightCareInTime,
        unit: Unit::Days,
        polarity: Polarity::LowerIsBetter,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Median {
                operand: all(Measure::BegunAllocated),
                over: Dimension::AllocationWait,
            },
            breakdowns: &[],
            example: Example {
                rows: &[&[420.0], &[280.0], &[200.0], &[100.0]],
                answer: 36.0,
            },
        },
    },
    Indicator {
        id: "toewijzing_drie_maanden",
        name: Bilingual::new(
            "Drie maanden of langer tot de start",
            "Three months or longer to the start",
        ),
        definition: Bilingual::new(
            "Van elke 100 begonnen trajecten waarvan de dag van toewijzing bekend is: hoeveel er pas drie maanden (13 weken, 91 dagen) of langer na de toewijzing begonnen. Dit is niet de hele wachttijd: wat er tussen de aanmelding en de toewijzing gebeurde, telt niet mee, en wie nog wacht ook niet.",
            "Of every 100 care periods that began and of which the day of allocation is known: how many did so three months (13 weeks, 91 days) or longer after they were allocated. This is not the whole wait: what happened between application and allocation does not count, nor does who still waits.",
        ),
        subject: singular(
            "het aandeel hulp dat drie maanden of langer na de toewijzing begon",
            "the share of care that began three months or longer after it was allocated",
        ),
        chapter: Chapter::RightCareInTime,
        unit: Unit::PerHundred,
        polarity: Polarity::LowerIsBetter,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::BegunAllocated).begun_after("13-weken-en-langer"),
                denominator: all(Measure::BegunAllocated),
                multiplier: 100.0,
                method: RatioMethod::Proportion,
            },
            breakdowns: &[],
            example: Example {
                rows: &[
                    &[1.0, 1.0],
                    &[0.0, 1.0],
                    &[0.0, 1.0],
                    &[0.0, 1.0],
                    &[0.0, 1.0],
                ],
                answer: 20.0,
            },
        },
    },
];
