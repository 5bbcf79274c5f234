//! The catalogue: every indicator once, as data. Pages, tables, exports and sentences derive from it.

use super::entry::{
    Chapter, CountInterval, Formula, Indicator, Operand, Polarity, Publication, RatioMethod,
    Subject, Unit,
};
use crate::vocabulary::{Bilingual, Dimension, Measure};

const BY_ALL: &[Dimension] = &Dimension::ALL;
const MINORS: Option<&str> = Some("0-17");

const fn all(measure: Measure) -> Operand {
    Operand {
        measure,
        default_age: None,
        follows: BY_ALL,
    }
}

const fn minors(measure: Measure) -> Operand {
    Operand {
        measure,
        default_age: MINORS,
        follows: BY_ALL,
    }
}

const MINOR_INHABITANTS: Operand = Operand {
    measure: Measure::Inhabitants,
    default_age: MINORS,
    follows: &[Dimension::AgeGroup],
};

const fn singular(nl: &'static str, en: &'static str) -> Subject {
    Subject {
        phrase: Bilingual::new(nl, en),
        plural: (false, false),
    }
}

/// Every indicator, in the order of the monitor.
pub static CATALOGUE: &[Indicator] = &[
    Indicator {
        id: "gebruik",
        name: Bilingual::new("Jeugdigen met jeugdhulp", "Youths in care"),
        definition: Bilingual::new(
            "Van elke 100 jeugdigen: hoeveel er in het jaar jeugdhulp hadden. Zonder keuze van leeftijd gaat het om 0 tot en met 17 jaar.",
            "Of every 100 youths: how many had youth care in the year. Unless an age is chosen: those aged 0 to 17.",
        ),
        subject: singular(
            "het aandeel jeugdigen met jeugdhulp",
            "the share of youths in care",
        ),
        chapter: Chapter::General,
        unit: Unit::PerHundred,
        polarity: Polarity::NoJudgement,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: minors(Measure::Youths),
                denominator: MINOR_INHABITANTS,
                multiplier: 100.0,
                method: RatioMethod::Proportion,
            },
            breakdowns: BY_ALL,
        },
    },
    Indicator {
        id: "jeugdigen",
        name: Bilingual::new("Aantal jeugdigen met jeugdhulp", "Number of youths in care"),
        definition: Bilingual::new(
            "Hoeveel jeugdigen in het jaar minstens één dag jeugdhulp hadden, van 0 tot en met 22 jaar.",
            "How many youths had at least one day of youth care in the year, aged 0 to 22.",
        ),
        subject: singular(
            "het aantal jeugdigen met jeugdhulp",
            "the number of youths in care",
        ),
        chapter: Chapter::General,
        unit: Unit::Youths,
        polarity: Polarity::NoJudgement,
        publication: Publication::Published {
            formula: Formula::Total {
                operand: all(Measure::Youths),
                interval: CountInterval::Counted,
            },
            breakdowns: BY_ALL,
        },
    },
    Indicator {
        id: "kosten_per_jeugdige",
        name: Bilingual::new("Kosten per jeugdige", "Cost per youth"),
        definition: Bilingual::new(
            "Wat de hulp in het jaar kostte, gemiddeld per jeugdige met jeugdhulp.",
            "What care cost in the year, on average per youth in care.",
        ),
        subject: Subject {
            phrase: Bilingual::new("de kosten per jeugdige", "the cost per youth"),
            plural: (true, false),
        },
        chapter: Chapter::General,
        unit: Unit::EuroPerYouth,
        polarity: Polarity::NoJudgement,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::Cost),
                denominator: all(Measure::Youths),
                multiplier: 1.0,
                method: RatioMethod::Mean {
                    squares: Measure::CostSquared,
                },
            },
            breakdowns: BY_ALL,
        },
    },
    Indicator {
        id: "kosten",
        name: Bilingual::new("Kosten in totaal", "Total cost"),
        definition: Bilingual::new(
            "Wat de hulp in het jaar in totaal kostte.",
            "What care cost in the year in total.",
        ),
        subject: Subject {
            phrase: Bilingual::new("de kosten van jeugdhulp", "the cost of youth care"),
            plural: (true, false),
        },
        chapter: Chapter::General,
        unit: Unit::Euro,
        polarity: Polarity::NoJudgement,
        publication: Publication::Published {
            formula: Formula::Total {
                operand: all(Measure::Cost),
                interval: CountInterval::Compound {
                    squares: Measure::CostSquared,
                },
            },
            breakdowns: BY_ALL,
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
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: minors(Measure::Inflow),
                denominator: MINOR_INHABITANTS,
                multiplier: 1_000.0,
                method: RatioMethod::Rate,
            },
            breakdowns: BY_ALL,
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
            "Of every 100 youths in care: for how many the last care ended in the year, with none in the three months after.",
        ),
        subject: singular(
            "het aandeel jeugdigen dat stopt",
            "the share of youths who leave",
        ),
        chapter: Chapter::General,
        unit: Unit::PerHundred,
        polarity: Polarity::NoJudgement,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::Outflow),
                denominator: all(Measure::Youths),
                multiplier: 100.0,
                method: RatioMethod::Proportion,
            },
            breakdowns: BY_ALL,
        },
    },
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
        publication: Publication::NoFiguresYet {
            reason: Bilingual::new(
                "Lokale teams leggen hun hulp verschillend vast, en niet elke gemeente levert die gegevens aan. Daarom is hier nog geen eerlijk cijfer van te maken.",
                "Local teams record their help in different ways, and not every municipality supplies those data. No fair figure can be made of them yet.",
            ),
            nearest: &["gebruik", "instroom"],
        },
    },
    Indicator {
        id: "duur_gemiddeld",
        name: Bilingual::new("Hoe lang hulp duurt", "How long care lasts"),
        definition: Bilingual::new(
            "Hoeveel dagen een traject dat in het jaar eindigde, gemiddeld had geduurd. Een traject is hulp in één vorm van één aanbieder, van begin tot eind.",
            "How many days a trajectory that ended in the year had lasted, on average.",
        ),
        subject: singular(
            "de gemiddelde duur van afgesloten hulp",
            "the mean duration of ended care",
        ),
        chapter: Chapter::RightCareInTime,
        unit: Unit::Days,
        polarity: Polarity::NoJudgement,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::Days),
                denominator: all(Measure::EndedTrajectories),
                multiplier: 1.0,
                method: RatioMethod::Mean {
                    squares: Measure::DaysSquared,
                },
            },
            breakdowns: BY_ALL,
        },
    },
    Indicator {
        id: "duur_korter_jaar",
        name: Bilingual::new("Hulp korter dan een jaar", "Care shorter than a year"),
        definition: Bilingual::new(
            "Van elke 100 trajecten die in het jaar eindigden: hoeveel er korter dan een jaar duurden.",
            "Of every 100 trajectories that ended in the year: how many lasted under one year.",
        ),
        subject: singular(
            "het aandeel hulp korter dan een jaar",
            "the share of care shorter than a year",
        ),
        chapter: Chapter::RightCareInTime,
        unit: Unit::PerHundred,
        polarity: Polarity::NoJudgement,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::UnderOneYear),
                denominator: all(Measure::EndedTrajectories),
                multiplier: 100.0,
                method: RatioMethod::Proportion,
            },
            breakdowns: BY_ALL,
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
            "Of every 100 trajectories that ended for a known reason: how many the client or the provider alone broke off.",
        ),
        subject: singular("de uitval", "drop-out"),
        chapter: Chapter::RightCareInTime,
        unit: Unit::PerHundred,
        polarity: Polarity::LowerIsBetter,
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::OneSided),
                denominator: all(Measure::ReasonKnown),
                multiplier: 100.0,
                method: RatioMethod::Proportion,
            },
            breakdowns: BY_ALL,
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
        publication: Publication::Published {
            formula: Formula::Ratio {
                numerator: all(Measure::Returned),
                denominator: all(Measure::Followed),
                multiplier: 100.0,
                method: RatioMethod::Proportion,
            },
            breakdowns: BY_ALL,
        },
    },
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
        publication: Publication::NoFiguresYet {
            reason: Bilingual::new(
                "Er is een gezamenlijke aanpak van gemeenten en scholen, maar nog geen cijfer dat laat zien of die werkt.",
                "Municipalities and schools have a joint approach, but no figure yet shows whether it works.",
            ),
            nearest: &["gebruik", "uitval"],
        },
    },
];

/// The indicator with this id.
pub fn by_id(id: &str) -> Option<&'static Indicator> {
    CATALOGUE.iter().find(|indicator| indicator.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_do_not_contradict_themselves_or_each_other() {
        for entry in CATALOGUE {
            assert_eq!(
                CATALOGUE
                    .iter()
                    .filter(|other| other.id == entry.id)
                    .count(),
                1,
                "{} stands there twice",
                entry.id
            );
            match &entry.publication {
                Publication::Published {
                    formula,
                    breakdowns,
                } => {
                    for operand in formula.operands() {
                        if let Some(age) = operand.default_age {
                            assert!(
                                Dimension::AgeGroup.member(age).is_some(),
                                "{}: unknown age group {age}",
                                entry.id
                            );
                        }
                        // A broken-down figure must stand in the lattice of every table it reads.
                        for dimension in breakdowns
                            .iter()
                            .filter(|dimension| operand.follows.contains(dimension))
                        {
                            let margin = crate::vocabulary::Margin::of(&[*dimension]);
                            assert!(
                                operand.measure.table().lattice().contains(&margin),
                                "{}: {dimension:?}",
                                entry.id
                            );
                        }
                    }
                }
                Publication::NoFiguresYet { nearest, .. } => {
                    for id in *nearest {
                        assert!(
                            matches!(
                                by_id(id).map(|near| &near.publication),
                                Some(Publication::Published { .. })
                            ),
                            "{}: nearest {id} has no figures",
                            entry.id
                        );
                    }
                }
            }
        }
    }
}
