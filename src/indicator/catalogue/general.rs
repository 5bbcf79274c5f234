//! Indicators of the general picture: how many youths, trajectories and euros.

use super::{
    BY_ALL, BY_ALL_AND_PROVIDERS, BY_ALL_BUT_COST, BY_ALL_OF_YOUTHS, BY_FORM_AND_AGE,
    MINOR_INHABITANTS, ONE_OF_FIVE, all, minors, singular, without_figures,
};
use crate::indicator::entry::{
    ALLOCATION_KNOWN, Chapter, CountInterval, Example, Formula, Indicator, Polarity, Publication,
    RatioMethod, SplitWhole, Subject, Unit,
};
use crate::vocabulary::{Bilingual, Dimension, Measure};

/// The class of the youths who cost most.
const OVER_100_000: &str = "boven-100000";

pub(super) const ENTRIES: &[Indicator] = &[
    Indicator {
        id: "gebruik",
        name: Bilingual::new("Jeugdigen met jeugdhulp", "Youths receiving youth care"),
        definition: Bilingual::new(
            "Van elke 100 jeugdigen: hoeveel er in het jaar jeugdhulp hadden. Zonder keuze van leeftijd gaat het om 0 tot en met 17 jaar.",
            "Of every 100 youths: how many had youth care in the year. Unless an age is chosen: those aged 0 to 17.",
        ),
        subject: singular(
            "het aandeel jeugdigen met jeugdhulp",
            "the share of youths receiving youth care",
        ),
        chapter: Chapter::General,
        unit: Unit::PerHundred,
        polarity: Polarity::NoJudgement,
        in_overview: true,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: minors(Measure::Youths),
                denominator: MINOR_INHABITANTS,
                multiplier: 100.0,
                method: RatioMethod::Proportion,
            },
            breakdowns: BY_ALL,
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
        id: "jeugdigen",
        name: Bilingual::new(
            "Aantal jeugdigen met jeugdhulp",
            "Number of youths receiving care",
        ),
        definition: Bilingual::new(
            "Hoeveel jeugdigen in het jaar minstens één dag jeugdhulp hadden, van 0 tot en met 22 jaar.",
            "How many youths had at least one day of youth care in the year, aged 0 to 22.",
        ),
        subject: singular(
            "het aantal jeugdigen met jeugdhulp",
            "the number of youths receiving youth care",
        ),
        chapter: Chapter::General,
        unit: Unit::Youths,
        polarity: Polarity::NoJudgement,
        in_overview: true,
        publication: Publication::Published {
            formula: Formula::Total {
                operand: all(Measure::Youths),
                interval: CountInterval::Counted,
            },
            breakdowns: BY_ALL_OF_YOUTHS,
            example: Example {
                rows: &[&[1.0], &[0.0], &[1.0], &[1.0], &[0.0], &[1.0]],
                answer: 4.0,
            },
        },
    },
    Indicator {
        id: "kosten_per_jeugdige",
        name: Bilingual::new("Kosten per jeugdige", "Cost per youth"),
        definition: Bilingual::new(
            "Wat de hulp in het jaar kostte, gemiddeld per jeugdige met jeugdhulp.",
            "What care cost in the year, on average per youth.",
        ),
        subject: Subject {
            phrase: Bilingual::new("de kosten per jeugdige", "the cost per youth"),
            plural: (true, false),
        },
        chapter: Chapter::General,
        unit: Unit::EuroPerYouth,
        polarity: Polarity::NoJudgement,
        in_overview: true,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::Cost),
                denominator: all(Measure::Youths),
                multiplier: 1.0,
                method: RatioMethod::Mean {
                    squares: Measure::CostSquared,
                },
            },
            breakdowns: BY_ALL_BUT_COST,
            example: Example {
                rows: &[
                    &[2_000.0, 1.0],
                    &[4_000.0, 1.0],
                    &[6_000.0, 1.0],
                    &[8_000.0, 1.0],
                    &[30_000.0, 1.0],
                ],
                answer: 10_000.0,
            },
        },
    },
    Indicator {
        id: "kosten",
        name: Bilingual::new("Kosten in totaal", "Total cost"),
        definition: Bilingual::new(
            "Wat de hulp in het jaar in totaal kostte, zonder persoonsgebonden budgetten.",
            "What care cost in the year in total, without personal budgets.",
        ),
        subject: Subject {
            phrase: Bilingual::new("de kosten van jeugdhulp", "the cost of youth care"),
            plural: (true, false),
        },
        chapter: Chapter::General,
        unit: Unit::Euro,
        polarity: Polarity::NoJudgement,
        in_overview: true,
        publication: Publication::Published {
            formula: Formula::Total {
                operand: all(Measure::Cost),
                interval: CountInterval::Compound {
                    squares: Measure::CostSquared,
                },
            },
            breakdowns: BY_ALL_OF_YOUTHS,
            example: Example {
                rows: &[&[2_000.0], &[4_000.0], &[6_000.0], &[8_000.0], &[30_000.0]],
                answer: 50_000.0,
            },
        },
    },
    Indicator {
        id: "instroom",
        name: Bilingual::new("Nieuwe jeugdigen (instroom)", "New youths (inflow)"),
        definition: Bilingual::new(
            "Van elke 1.000 jeugdigen: hoeveel er in het jaar begonnen met hulp, na twaalf maanden zonder. Zonder keuze van leeftijd gaat het om 0 tot en met 17 jaar.",
            "Of every 1,000 youths: how many started care in the year, after twelve months without. Unless an age is chosen: those aged 0 to 17.",
        ),
        subject: singular(
            "de instroom van nieuwe jeugdigen",
            "the inflow of new youths",
        ),
        chapter: Chapter::General,
        unit: Unit::PerThousand,
        polarity: Polarity::NoJudgement,
        in_overview: true,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: minors(Measure::Inflow),
                denominator: MINOR_INHABITANTS,
                multiplier: 1_000.0,
                method: RatioMethod::Rate,
            },
            breakdowns: BY_ALL,
            example: Example {
                rows: &[
                    &[0.0, 1.0],
                    &[0.0, 1.0],
                    &[1.0, 1.0],
                    &[0.0, 1.0],
                    &[0.0, 1.0],
                ],
                answer: 200.0,
            },
        },
    },
    Indicator {
        id: "uitstroom",
        name: Bilingual::new(
            "Jeugdigen die stoppen (uitstroom)",
            "Youths who leave (outflow)",
        ),
        definition: Bilingual::new(
            "Van elke 100 jeugdigen met jeugdhulp: van hoeveel de laatste hulp in het jaar eindigde, zonder nieuwe hulp in de drie maanden erna.",
            "Of every 100 youths receiving care: for how many the last care ended in the year, with none in the three months after.",
        ),
        subject: singular(
            "het aandeel jeugdigen dat stopt",
            "the share of youths who leave",
        ),
        chapter: Chapter::General,
        unit: Unit::PerHundred,
        polarity: Polarity::NoJudgement,
        in_overview: true,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::Outflow),
                denominator: all(Measure::Youths),
                multiplier: 100.0,
                method: RatioMethod::Proportion,
            },
            breakdowns: BY_ALL_AND_PROVIDERS,
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
        id: "trajecten",
        name: Bilingual::new("Aantal trajecten", "Number of care periods"),
        definition: Bilingual::new(
            "Hoeveel trajecten er in het jaar liepen. Een traject is hulp in één vorm van één aanbieder, van begin tot eind. Een jeugdige kan er meer dan één hebben.",
            "How many care periods ran in the year. A care period is care of one form by one provider, from start to end. A youth may have more than one.",
        ),
        subject: Subject {
            phrase: Bilingual::new("het aantal trajecten", "the number of care periods"),
            plural: (false, false),
        },
        chapter: Chapter::General,
        unit: Unit::Trajectories,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Total {
                operand: all(Measure::Trajectories),
                interval: CountInterval::Counted,
            },
            breakdowns: BY_ALL_AND_PROVIDERS,
            example: Example {
                rows: &[&[1.0], &[1.0], &[2.0], &[1.0], &[3.0]],
                answer: 8.0,
            },
        },
    },
    Indicator {
        id: "trajecten_per_jeugdige",
        name: Bilingual::new("Trajecten per jeugdige", "Care periods per youth"),
        definition: Bilingual::new(
            "Hoeveel trajecten een jeugdige met jeugdhulp in het jaar gemiddeld had.",
            "How many care periods a youth receiving care had in the year, on average.",
        ),
        subject: Subject {
            phrase: Bilingual::new(
                "het aantal trajecten per jeugdige",
                "the number of care periods per youth",
            ),
            plural: (false, false),
        },
        chapter: Chapter::General,
        unit: Unit::PerYouth,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::Trajectories),
                denominator: all(Measure::Youths),
                multiplier: 1.0,
                method: RatioMethod::Rate,
            },
            breakdowns: BY_ALL_BUT_COST,
            example: Example {
                rows: &[
                    &[1.0, 1.0],
                    &[1.0, 1.0],
                    &[2.0, 1.0],
                    &[1.0, 1.0],
                    &[3.0, 1.0],
                ],
                answer: 1.6,
            },
        },
    },
    Indicator {
        id: "kosten_per_traject",
        name: Bilingual::new("Kosten per traject", "Cost per care period"),
        definition: Bilingual::new(
            "Wat de hulp in het jaar kostte, gemiddeld per traject dat liep.",
            "What care cost in the year, on average per care period that ran.",
        ),
        subject: Subject {
            phrase: Bilingual::new("de kosten per traject", "the cost per care period"),
            plural: (true, false),
        },
        chapter: Chapter::General,
        unit: Unit::EuroPerTrajectory,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::Cost),
                denominator: all(Measure::Trajectories),
                multiplier: 1.0,
                method: RatioMethod::Mean {
                    squares: Measure::CostSquared,
                },
            },
            breakdowns: BY_ALL_BUT_COST,
            example: Example {
                rows: &[
                    &[1_500.0, 1.0],
                    &[2_500.0, 1.0],
                    &[4_000.0, 1.0],
                    &[6_000.0, 1.0],
                    &[11_000.0, 1.0],
                ],
                answer: 5_000.0,
            },
        },
    },
    Indicator {
        id: "kostengroei",
        name: Bilingual::new("Groei van de kosten", "Growth of cost"),
        definition: Bilingual::new(
            "Hoeveel procent meer of minder de hulp in het jaar kostte dan in het jaar ervoor. Over een breuk heen is dat niet te zeggen.",
            "By how many percent care cost more or less than in the year before. Across a break this cannot be said.",
        ),
        subject: singular("de groei van de kosten", "the growth of cost"),
        chapter: Chapter::General,
        unit: Unit::PercentMore,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Change {
                operand: all(Measure::Cost),
                squares: Measure::CostSquared,
            },
            breakdowns: BY_ALL_AND_PROVIDERS,
            example: Example {
                rows: &[
                    &[4_000.0, 5_000.0],
                    &[6_000.0, 6_000.0],
                    &[10_000.0, 10_000.0],
                    &[0.0, 1_500.0],
                    &[5_000.0, 4_000.0],
                ],
                answer: 6.0,
            },
        },
    },
    Indicator {
        id: "kostenontleding",
        name: Bilingual::new("Waarom de kosten veranderden", "Why cost changed"),
        definition: Bilingual::new(
            "De verandering van de kosten op het jaar ervoor, in drie delen: door het aantal jeugdigen, door het aantal trajecten per jeugdige en door de kosten per traject. Samen zijn de delen precies de hele verandering.",
            "The change of cost on the year before, in three parts: by the number of youths, by the number of care periods per youth and by the cost per care period. Together the parts are exactly the whole change.",
        ),
        subject: Subject {
            phrase: Bilingual::new("de kosten van jeugdhulp", "the cost of youth care"),
            plural: (true, false),
        },
        chapter: Chapter::General,
        unit: Unit::EuroMore,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Split {
                whole: SplitWhole::Cost,
            },
            breakdowns: BY_ALL_AND_PROVIDERS,
            example: Example {
                rows: &[&[4.0, 5.0, 20_000.0], &[5.0, 6.0, 30_000.0]],
                answer: 10_000.0,
            },
        },
    },
    Indicator {
        id: "kostenontleding_per_jeugdige",
        name: Bilingual::new(
            "Waarom kosten per jeugdige veranderden",
            "Why cost per youth changed",
        ),
        definition: Bilingual::new(
            "De verandering van de kosten per jeugdige op het jaar ervoor, in twee delen: door het aantal trajecten per jeugdige en door de kosten per traject. Samen zijn de delen precies de hele verandering.",
            "The change of cost per youth on the year before, in two parts: by the number of care periods per youth and by the cost per care period. Together the parts are exactly the whole change.",
        ),
        subject: Subject {
            phrase: Bilingual::new("de kosten per jeugdige", "the cost per youth"),
            plural: (true, false),
        },
        chapter: Chapter::General,
        unit: Unit::EuroPerYouthMore,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Split {
                whole: SplitWhole::CostPerYouth,
            },
            breakdowns: BY_ALL_AND_PROVIDERS,
            example: Example {
                rows: &[&[4.0, 5.0, 20_000.0], &[5.0, 6.0, 30_000.0]],
                answer: 1_000.0,
            },
        },
    },
    Indicator {
        id: "instroom_trajecten",
        name: Bilingual::new("Trajecten die begonnen", "Care periods begun"),
        definition: Bilingual::new(
            "Hoeveel trajecten er in het jaar begonnen, op elke 1.000 jeugdigen. Wie van soort hulp wisselt, begint een nieuw traject. Zonder keuze van leeftijd gaat het om 0 tot en met 17 jaar.",
            "How many care periods began in the year, for every 1,000 youths. Whoever changes to another type of care begins a new one. Unless an age is chosen: those aged 0 to 17.",
        ),
        subject: Subject {
            phrase: Bilingual::new(
                "het aantal begonnen trajecten op elke 1.000 jeugdigen",
                "the number of care periods begun for every 1,000 youths",
            ),
            plural: (false, false),
        },
        chapter: Chapter::General,
        unit: Unit::PerThousand,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: minors(Measure::Begun),
                denominator: MINOR_INHABITANTS,
                multiplier: 1_000.0,
                method: RatioMethod::Rate,
            },
            breakdowns: BY_ALL,
            example: Example {
                rows: &[
                    &[2.0, 1.0],
                    &[0.0, 1.0],
                    &[1.0, 1.0],
                    &[0.0, 1.0],
                    &[0.0, 1.0],
                ],
                answer: 600.0,
            },
        },
    },
    Indicator {
        id: "uitstroom_trajecten",
        name: Bilingual::new("Trajecten die eindigden", "Care periods ended"),
        definition: Bilingual::new(
            "Van elke 100 trajecten die in het jaar liepen: hoeveel er eindigden. Een stop om administratieve redenen telt niet mee.",
            "Of every 100 care periods that ran in the year: how many ended. Administrative stops do not count.",
        ),
        subject: Subject {
            phrase: Bilingual::new(
                "het aandeel trajecten dat eindigt",
                "the share of care periods that end",
            ),
            plural: (false, false),
        },
        chapter: Chapter::General,
        unit: Unit::PerHundred,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::EndedTrajectories),
                denominator: all(Measure::Trajectories),
                multiplier: 100.0,
                method: RatioMethod::Proportion,
            },
            breakdowns: BY_ALL_AND_PROVIDERS,
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
        id: "leeftijd_instroom",
        name: Bilingual::new("Leeftijd bij de start", "Age at the start"),
        definition: Bilingual::new(
            "Van elke 100 nieuwe jeugdigen: hoe oud zij aan het eind van het jaar waren. De gemiddelde leeftijd en de groep van 0 tot en met 7 jaar zijn niet gepubliceerd.",
            "Of every 100 new youths: how old they were at the end of the year. Their mean age and the group of 0 to 7 are not published.",
        ),
        subject: Subject {
            phrase: Bilingual::new("het aandeel nieuwe jeugdigen", "the share of new youths"),
            plural: (false, false),
        },
        chapter: Chapter::General,
        unit: Unit::PerHundred,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Composition {
                operand: all(Measure::Inflow),
                over: Dimension::AgeGroup,
                parts: &["0-3", "4-11", "12-17", "18-22"],
            },
            breakdowns: BY_ALL,
            example: Example {
                rows: ONE_OF_FIVE,
                answer: 20.0,
            },
        },
    },
    Indicator {
        id: "verwijzers",
        name: Bilingual::new("Verwijzers", "Referrers"),
        definition: Bilingual::new(
            "Van elke 100 trajecten die in het jaar begonnen: hoeveel er via elke verwijzer kwamen.",
            "Of every 100 care periods begun in the year: how many came through each referrer.",
        ),
        subject: Subject {
            phrase: Bilingual::new(
                "het aandeel begonnen trajecten",
                "the share of care periods begun",
            ),
            plural: (false, false),
        },
        chapter: Chapter::General,
        unit: Unit::PerHundred,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Composition {
                operand: all(Measure::Begun),
                over: Dimension::Referrer,
                parts: &[
                    "gemeente",
                    "huisarts",
                    "jeugdarts",
                    "gi",
                    "specialist",
                    "geen",
                    "onbekend",
                    "rechter",
                ],
            },
            breakdowns: BY_ALL,
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
        id: "kosten_boven_100k",
        name: Bilingual::new("Jeugdigen boven €\u{a0}100.000", "Youths over €100,000"),
        definition: Bilingual::new(
            "Van elke 100 jeugdigen met jeugdhulp: van hoeveel de hulp in het jaar samen meer dan €\u{a0}100.000 kostte. Die grens stijgt niet mee met de prijzen.",
            "Of every 100 youths receiving care: for how many all care together cost over €100,000 in the year. That limit does not rise with prices.",
        ),
        subject: singular(
            "het aandeel jeugdigen van wie de hulp meer dan €\u{a0}100.000 kostte",
            "the share of youths whose care cost over €100,000",
        ),
        chapter: Chapter::General,
        unit: Unit::PerHundred,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::Youths).costing(OVER_100_000),
                denominator: all(Measure::Youths),
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
        id: "geld_boven_100k",
        name: Bilingual::new("Kosten boven €\u{a0}100.000", "Cost over €100,000"),
        definition: Bilingual::new(
            "Van elke €\u{a0}100 aan jeugdhulp: hoeveel er ging naar jeugdigen van wie de hulp in het jaar samen meer dan €\u{a0}100.000 kostte. Die grens stijgt niet mee met de prijzen.",
            "Of every €100 spent on youth care: how much went to youths for whom all care together cost over €100,000 in the year. That limit does not rise with prices.",
        ),
        subject: singular(
            "het deel van het geld voor jeugdigen van wie de hulp meer dan €\u{a0}100.000 kostte",
            "the share of the money for youths whose care cost over €100,000",
        ),
        chapter: Chapter::General,
        unit: Unit::PerHundred,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::Cost).costing(OVER_100_000),
                denominator: all(Measure::Cost),
                multiplier: 100.0,
                method: RatioMethod::PartOfAmount {
                    squares: Measure::CostSquared,
                    of_whole: Measure::CostSquared,
                },
            },
            breakdowns: &[],
            example: Example {
                rows: &[
                    &[0.0, 40_000.0],
                    &[120_000.0, 120_000.0],
                    &[0.0, 200.0],
                    &[0.0, 99_800.0],
                    &[0.0, 40_000.0],
                ],
                answer: 40.0,
            },
        },
    },
    without_figures(
        "prognose",
        Chapter::General,
        Bilingual::new(
            "Verwachte kosten van dit jaar",
            "Expected cost of this year",
        ),
        Bilingual::new(
            "Wat de hulp in het lopende jaar naar verwachting gaat kosten, met een marge.",
            "What care is expected to cost in the running year, with a margin.",
        ),
        Bilingual::new(
            "Daarvoor moet bekend zijn hoe laat declaraties meestal binnenkomen. De datum van ontvangst ontbreekt.",
            "That takes how late invoices usually arrive. Their date of receipt is missing.",
        ),
        &["kosten", "kostengroei"],
    ),
    without_figures(
        "q_analyse",
        Chapter::General,
        Bilingual::new("Hulp binnen de afspraak", "Care within the agreement"),
        Bilingual::new(
            "Van hoeveel trajecten niet meer is gedeclareerd dan was afgesproken.",
            "For how many care periods no more was declared than agreed.",
        ),
        Bilingual::new(
            "De afgesproken omvang per toewijzing zit niet in de gegevens.",
            "The agreed volume of each allocation is not in the data.",
        ),
        &["kosten_per_traject"],
    )
    .in_development(),
    Indicator {
        id: "reden_bekend",
        name: Bilingual::new(
            "Reden van het einde ingevuld",
            "Reason of the end filled in",
        ),
        definition: Bilingual::new(
            "Van elke 100 trajecten die in het jaar eindigden: van hoeveel de reden van het einde is ingevuld, zoals ‘volgens plan’ of ‘de jeugdige stopte zelf’. Waarom iemand stopte, staat er niet bij. Hoe lager dit cijfer, hoe minder de uitval zegt.",
            "Of every 100 care periods that ended in the year: for how many the reason of the end was given, such as ‘as planned’ or ‘the youth stopped’. Why somebody stopped is not in it. The lower this figure, the less drop-out tells.",
        ),
        subject: singular(
            "het aandeel hulp waarvan de reden van het einde bekend is",
            "the share of care of which the reason of its end is known",
        ),
        chapter: Chapter::General,
        unit: Unit::PerHundred,
        polarity: Polarity::HigherIsBetter,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::ReasonKnown),
                denominator: all(Measure::EndedTrajectories),
                multiplier: 100.0,
                method: RatioMethod::Proportion,
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
        id: "verwijzer_onbekend",
        name: Bilingual::new("Verwijzer niet ingevuld", "Referrer not filled in"),
        definition: Bilingual::new(
            "Van elke 100 trajecten die in het jaar begonnen: bij hoeveel niet is ingevuld wie verwees. Hoe hoger dit cijfer, hoe minder de verdeling naar verwijzer zegt. Hulp die zonder verwijzer begon, telt hier niet mee.",
            "Of every 100 care periods that began in the year: for how many it was not given who referred. The higher this figure, the less the division by referrer tells. Care that began without a referrer does not count here.",
        ),
        subject: singular(
            "het aandeel hulp zonder ingevulde verwijzer",
            "the share of care without a referrer filled in",
        ),
        chapter: Chapter::General,
        unit: Unit::PerHundred,
        polarity: Polarity::LowerIsBetter,
        in_overview: false,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::Begun).through("onbekend"),
                denominator: all(Measure::Begun),
                multiplier: 100.0,
                method: RatioMethod::Proportion,
            },
            breakdowns: BY_FORM_AND_AGE,
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
        id: "toewijzing_bekend",
        name: Bilingual::new("Dag van toewijzing bekend", "Day of allocation known"),
        definition: Bilingual::new(
            "Van elke 100 begonnen trajecten: van hoeveel bekend is op welke dag ze zijn toegewezen. Alleen die tellen mee bij de tijd van toewijzing tot start.",
            "Of every 100 care periods that began: of how many the day is known on which they were allocated. Only those count in the time from allocation to start.",
        ),
        subject: singular(
            "het aandeel hulp waarvan de dag van toewijzing bekend is",
            "the share of care of which the day of allocation is known",
        ),
        chapter: Chapter::General,
        unit: Unit::PerHundred,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::Published {
            formula: ALLOCATION_KNOWN,
            breakdowns: &[],
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
    without_figures(
        "datakwaliteit",
        Chapter::General,
        Bilingual::new("Kwaliteit van de gegevens", "Quality of the data"),
        Bilingual::new(
            "Of de cijfers compleet genoeg zijn om er een conclusie op te bouwen.",
            "Whether the figures are complete enough to build a conclusion on.",
        ),
        Bilingual::new(
            "Late declaraties en openstaande toewijzingen worden nog niet gepubliceerd. Wel ziet u van hoeveel hulp de verwijzer, de dag van toewijzing, de reden van het einde en de uitkomst bekend zijn.",
            "Late invoices and pending allocations are not published yet. What you can see is of how much care the referrer, the day of allocation, the reason of its end and the outcome are known.",
        ),
        &[
            "verwijzer_onbekend",
            "toewijzing_bekend",
            "reden_bekend",
            "respons_uitkomst",
        ],
    ),
];
