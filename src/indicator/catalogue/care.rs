//! Indicators of ambition 1 and 2: support nearby, and the right care in time.

use super::{
    BY_ALL_AND_PROVIDERS, BY_ALL_OF_YOUTHS, BY_FORM, BY_FORM_AND_DURATION, all, singular,
    without_figures,
};
use crate::indicator::entry::{
    Chapter, Example, Formula, Indicator, Polarity, Publication, RatioMethod, Unit,
};
use crate::vocabulary::{Bilingual, Dimension, Measure};

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
                "Lokale teams leggen hun hulp verschillend vast, en niet elke gemeente levert die gegevens aan. Daarom is hier nog geen eerlijk cijfer van te maken.",
                "Local teams record their help in different ways, and not every municipality supplies those data. No fair figure can be made of them yet.",
            ),
            nearest: &["gebruik", "instroom"],
        },
    },
    without_figures(
        "bekend_in_beide",
        Chapter::Upbringing,
        Bilingual::new("Bekend bij lokaal team en jeugdhulp", "Known to local team and youth care"),
        Bilingual::new("Van elke 100 jeugdigen: hoeveel hulp hadden van het lokale team en ook gespecialiseerde hulp.", "Of every 100 youths: how many had help of the local team and specialist care too."),
        Bilingual::new("Daarvoor moeten gegevens van lokale teams en aanbieders per jeugdige worden gekoppeld. Niet elke gemeente levert die aan.", "That takes linking data of local teams and providers by youth. Not every municipality supplies them."),
        &["gebruik"],
    ),
    without_figures(
        "duur_lokaal_team",
        Chapter::Upbringing,
        Bilingual::new("Hoe lang hulp van het lokale team duurt", "How long help of the local team lasts"),
        Bilingual::new("Hoe lang jeugdigen hulp krijgen van het lokale team.", "How long youths receive help of the local team."),
        Bilingual::new("Lokale teams leggen begin en eind verschillend vast.", "Local teams record begin and end in different ways."),
        &["duur_gemiddeld"],
    ),
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
            example: Example { rows: &[&[90.0, 1.0], &[150.0, 1.0], &[200.0, 1.0], &[260.0, 1.0], &[800.0, 1.0]], answer: 300.0 },
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
            example: Example { rows: &[&[1.0, 1.0], &[1.0, 1.0], &[1.0, 1.0], &[1.0, 1.0], &[0.0, 1.0]], answer: 80.0 },
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
            example: Example { rows: &[&[0.0, 1.0], &[0.0, 1.0], &[1.0, 1.0], &[0.0, 1.0], &[0.0, 1.0]], answer: 20.0 },
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
            example: Example { rows: &[&[0.0, 1.0], &[1.0, 1.0], &[0.0, 1.0], &[0.0, 1.0], &[0.0, 1.0]], answer: 20.0 },
        },
    },
    Indicator {
        id: "duur_mediaan",
        name: Bilingual::new("Middelste duur (mediaan)", "Middle duration (median)"),
        definition: Bilingual::new(
            "Hoe lang de helft van de trajecten die in het jaar eindigden hoogstens had geduurd; de andere helft duurde langer. Enkele heel lange trajecten trekken dit cijfer niet omhoog, zoals bij het gemiddelde. Het is berekend uit aantallen in zeven klassen, alsof de trajecten in een klasse gelijk zijn verdeeld.",
            "How long half of the care periods that ended in the year had lasted at most; the other half lasted longer. A few very long care periods do not raise this figure, as they do the mean. It is worked out from counts in seven classes, as if care periods lie evenly within a class.",
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
            example: Example { rows: &[&[200.0], &[200.0], &[400.0], &[100.0], &[50.0], &[30.0], &[20.0]], answer: 227.75 },
        },
    },
    Indicator {
        id: "duur_klassen",
        name: Bilingual::new("Korte en lange hulp", "Short and long care"),
        definition: Bilingual::new(
            "Van elke 100 trajecten die in het jaar eindigden: hoeveel er hoe lang hadden geduurd, van minder dan drie maanden tot vier jaar of langer.",
            "Of every 100 care periods that ended in the year: how many had lasted how long, from under three months to four years or longer.",
        ),
        subject: singular("het aandeel afgesloten trajecten", "the share of care periods ended"),
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
            example: Example { rows: &[&[1.0, 1.0], &[0.0, 1.0], &[1.0, 1.0], &[0.0, 1.0], &[0.0, 1.0]], answer: 40.0 },
        },
    },
    without_figures(
        "duur_overleving",
        Chapter::RightCareInTime,
        Bilingual::new("Duur, met hulp die nog loopt", "Duration, with care still running"),
        Bilingual::new("Hoeveel hulp na 6, 12 en 24 maanden nog loopt, ook als die nog niet is afgesloten.", "How much care still runs after 6, 12 and 24 months, whether or not it has ended."),
        Bilingual::new("Daarvoor moet per maand bekend zijn hoeveel trajecten nog lopen (een overlevingstafel). Dat staat niet in deze publicatie.", "That takes how many care periods still run each month (a life table). It is not in this release."),
        &["duur_gemiddeld", "duur_korter_jaar"],
    ).in_development(),
    Indicator {
        id: "voortijdig",
        name: Bilingual::new("Hulp die voortijdig stopt", "Care that ends early"),
        definition: Bilingual::new(
            "Van elke 100 trajecten die met een bekende reden eindigden: hoeveel er eerder stopten dan gepland, ook als beide kanten dat wilden of als er iets tussenkwam.",
            "Of every 100 care periods that ended for a known reason: how many stopped before planned, also when both sides wanted it or something came up.",
        ),
        subject: singular(
            "het aandeel hulp dat voortijdig stopt",
            "the share of care that ends early",
        ),
        chapter: Chapter::RightCareInTime,
        unit: Unit::PerHundred,
        polarity: Polarity::LowerIsBetter,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::Premature),
                denominator: all(Measure::ReasonKnown),
                multiplier: 100.0,
                method: RatioMethod::Proportion,
            },
            breakdowns: BY_ALL_AND_PROVIDERS,
            example: Example { rows: &[&[0.0, 1.0], &[1.0, 1.0], &[1.0, 1.0], &[0.0, 1.0], &[0.0, 1.0]], answer: 40.0 },
        },
    },
    Indicator {
        id: "herhaald_beroep",
        name: Bilingual::new("Eerder jeugdhulp gehad", "Earlier youth care"),
        definition: Bilingual::new(
            "Van elke 100 trajecten die in het jaar begonnen: hoeveel van jeugdigen bij wie in de vijf jaar ervoor al hulp was gestopt, minstens een dag eerder. Begint een jeugdige twee keer, dan telt zij twee keer.",
            "Of every 100 care periods that began in the year: how many by youths whose earlier care had ended in the five years before, a day earlier at least. Who starts twice counts twice.",
        ),
        subject: singular(
            "het aandeel hulp dat begint bij wie eerder hulp had",
            "the share of care begun by those who had care before",
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
            example: Example { rows: &[&[1.0, 1.0], &[0.0, 1.0], &[1.0, 1.0], &[0.0, 1.0], &[1.0, 1.0]], answer: 60.0 },
        },
    },
    without_figures(
        "doelrealisatie",
        Chapter::RightCareInTime,
        Bilingual::new("Of de hulp heeft geholpen", "Whether care has helped"),
        Bilingual::new("Hoeveel jeugdigen hun doelen haalden, zonder hulp verder kunnen en tevreden zijn.", "How many youths reached their goals, can do without care and are satisfied."),
        Bilingual::new("Aanbieders vragen dit nog niet allemaal op dezelfde manier. Zonder te weten wie antwoordde, zegt een percentage weinig.", "Providers do not all ask this in the same way yet. Without knowing who answered, a share says little."),
        &["uitval", "terugkeer"],
    ).in_development(),
    without_figures(
        "richtinggevend_kader",
        Chapter::RightCareInTime,
        Bilingual::new("Duur tegenover de richtlijn", "Duration against the guideline"),
        Bilingual::new("Hoeveel trajecten langer of korter duurden dan voor die hulp is afgesproken.", "How many care periods lasted longer or shorter than agreed for that care."),
        Bilingual::new("De afgesproken duur per soort hulp is niet aangeleverd.", "The agreed duration of each type of care was not supplied."),
        &["duur_gemiddeld", "duur_korter_jaar"],
    ),
    without_figures(
        "klantervaring",
        Chapter::RightCareInTime,
        Bilingual::new("Ervaringen van jongeren en ouders", "Experience of youths and parents"),
        Bilingual::new("Wat jongeren en ouders van de hulp vinden.", "What youths and parents think of care."),
        Bilingual::new("De vragenlijsten van de gemeenten verschillen en de antwoorden zijn niet aangeleverd.", "Questionnaires differ between municipalities, and answers were not supplied."),
        &["uitval", "terugkeer"],
    ),
    without_figures(
        "toewijzing_tot_start",
        Chapter::RightCareInTime,
        Bilingual::new("Van toewijzing tot start", "From allocation to start"),
        Bilingual::new("Hoeveel dagen er zijn tussen de toewijzing van de hulp en het begin. Dat is niet de hele wachttijd.", "How many days pass between the allocation of care and its start. That is not the whole wait."),
        Bilingual::new("De datum van toewijzing zit niet in de gegevens.", "The date of allocation is not in the data."),
        &["instroom_trajecten"],
    ),
];
