//! How an indicator is calculated, in words, and its worked example as a table: all from its entry in the catalogue.

use super::findings::lower_first;
use super::{classes, life_table, number, range_example};
use crate::indicator::{
    CountInterval, Example, Formula, Indicator, Operand, RatioMethod, SplitWhole, SurvivalAsk,
};
use crate::vocabulary::{Dimension, Language, Measure, MeasureUnit};

/// A worked example: what each of a few made-up youths adds, what that makes together, and the arithmetic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worked {
    /// What the columns count.
    pub header: Vec<String>,
    /// A row for each: its name, and what it adds.
    pub rows: Vec<(String, Vec<String>)>,
    /// The sums; none for a split, whose rows are years, and for a life table.
    pub sums: Option<Vec<String>>,
    /// The arithmetic with its outcome.
    pub arithmetic: String,
}

/// The formula in words: "trajecten die één kant afbrak ÷ afgesloten trajecten met bekende reden × 100".
pub fn formula_words(formula: Formula, language: Language) -> String {
    number::formula(&words_of(formula, language))
}

fn words_of(formula: Formula, language: Language) -> String {
    let is_nl = language == Language::Nl;
    match formula {
        Formula::Total { operand, .. } => named(operand, language),
        Formula::Ratio {
            numerator,
            denominator,
            multiplier,
            ..
        } => {
            format!(
                "{} ÷ {}{}",
                named(numerator, language),
                named(denominator, language),
                number::times(multiplier, language)
            )
        }
        Formula::Composition { operand, over, .. } => {
            let what = named(operand, language);
            let parts = format!("{what} {}", by_dimension(over, language));
            if is_nl {
                format!("{parts} ÷ alle {what}\u{a0}×\u{a0}100")
            } else {
                format!("{parts} ÷ all {what}\u{a0}×\u{a0}100")
            }
        }
        Formula::Median { operand, over } => {
            let what = named(operand, language);
            let by = by_dimension(over, language);
            if is_nl {
                format!(
                    "het midden van de {what}, uit de aantallen {by}: begin van de klasse waarin het ligt + (helft van alle − aantal in lagere klassen) ÷ aantal in de klasse\u{a0}×\u{a0}lengte van de klasse (Yule & Kendall, 1950)"
                )
            } else {
                format!(
                    "the middle of the {what}, from the counts {by}: begin of the class it lies in + (half of all − count in lower classes) ÷ count in the class\u{a0}×\u{a0}length of the class (Yule & Kendall, 1950)"
                )
            }
        }
        Formula::Survival { ask } => survival_words(ask, language).to_owned(),
        Formula::Change { operand, .. } => {
            let what = named(operand, language);
            if is_nl {
                format!(
                    "{what} in het jaar ÷ {what} in het jaar ervoor\u{a0}×\u{a0}100\u{a0}−\u{a0}100"
                )
            } else {
                format!(
                    "{what} in the year ÷ {what} in the year before\u{a0}×\u{a0}100\u{a0}−\u{a0}100"
                )
            }
        }
        Formula::Split { whole } => {
            let product = match (whole, is_nl) {
                (SplitWhole::Cost, true) => {
                    "kosten = jeugdigen × trajecten per jeugdige × kosten per traject"
                }
                (SplitWhole::Cost, false) => {
                    "cost = youths × care periods per youth × cost per care period"
                }
                (SplitWhole::CostPerYouth, true) => {
                    "kosten per jeugdige = trajecten per jeugdige × kosten per traject"
                }
                (SplitWhole::CostPerYouth, false) => {
                    "cost per youth = care periods per youth × cost per care period"
                }
            };
            if is_nl {
                format!(
                    "{product}. Het deel van een factor is zijn groei (logaritme) maal het logaritmisch gemiddelde van het bedrag in beide jaren (LMDI; Ang, Energy Policy 33, 2005)"
                )
            } else {
                format!(
                    "{product}. The part of a factor is its growth (logarithm) times the logarithmic mean of the amount in both years (LMDI; Ang, Energy Policy 33, 2005)"
                )
            }
        }
    }
}

/// How a life table is worked out.
const fn survival_words(ask: SurvivalAsk, language: Language) -> &'static str {
    match (ask, language) {
        (SurvivalAsk::StillRunning(_), Language::Nl) => {
            "per klasse van duur: 1 − geëindigd in de klasse ÷ gevolgd in de klasse; die uitkomsten met elkaar vermenigvuldigd\u{a0}×\u{a0}100. Wie in een klasse uit beeld raakt, is daar voor de helft gevolgd (overlevingstafel: Cutler & Ederer, 1958)"
        }
        (SurvivalAsk::StillRunning(_), Language::En) => {
            "by class of duration: 1 − ended in the class ÷ followed in the class; those multiplied with each other\u{a0}×\u{a0}100. Who is lost from view in a class is followed for half of it (life table: Cutler & Ederer, 1958)"
        }
        (SurvivalAsk::Median, Language::Nl) => {
            "de dag waarop nog de helft loopt. Per klasse van duur: 1 − geëindigd in de klasse ÷ gevolgd in de klasse, die uitkomsten met elkaar vermenigvuldigd; binnen een klasse daalt het aandeel gelijkmatig. Wie in een klasse uit beeld raakt, is daar voor de helft gevolgd (overlevingstafel: Cutler & Ederer, 1958)"
        }
        (SurvivalAsk::Median, Language::En) => {
            "the day on which half still run. By class of duration: 1 − ended in the class ÷ followed in the class, those multiplied with each other; within a class the share falls evenly. Who is lost from view in a class is followed for half of it (life table: Cutler & Ederer, 1958)"
        }
    }
}

fn named(operand: Operand, language: Language) -> String {
    let measure = operand.measure.title().get(language);
    let members: Vec<String> = operand
        .defaults()
        .map(|member| lower_first(member.label().get(language)))
        .collect();
    if members.is_empty() {
        measure.to_owned()
    } else {
        format!("{measure} ({})", members.join(", "))
    }
}

/// "per zorgvorm": by what figures are divided.
pub fn by_dimension(dimension: Dimension, language: Language) -> String {
    let title = dimension.title().get(language).to_lowercase();
    match language {
        Language::Nl => format!("per {title}"),
        Language::En => format!("by {title}"),
    }
}

/// How the margin of a figure is computed.
pub const fn margin_words(formula: Formula, language: Language) -> &'static str {
    match (formula, language) {
        (
            Formula::Total {
                interval: CountInterval::Counted,
                ..
            }
            | Formula::Ratio {
                method: RatioMethod::Rate,
                ..
            },
            Language::Nl,
        ) => {
            "hoeveel het aantal door toeval had kunnen schelen, ook als er niets verandert, en wat afronding daarbij openlaat (precies: de methode van Byar; onder de 10 exact, naar Poisson)"
        }
        (
            Formula::Total {
                interval: CountInterval::Counted,
                ..
            }
            | Formula::Ratio {
                method: RatioMethod::Rate,
                ..
            },
            Language::En,
        ) => {
            "how much chance could have changed the count, even if nothing changes, and what rounding leaves open on top (precisely: the method of Byar; below 10 exact, after Poisson)"
        }
        (
            Formula::Ratio {
                method: RatioMethod::Proportion,
                ..
            }
            | Formula::Composition { .. },
            Language::Nl,
        ) => {
            "hoeveel het aandeel door toeval had kunnen schelen: meer naarmate het over minder gaat, en wat afronding daarbij openlaat (precies: de methode van Wilson)"
        }
        (
            Formula::Ratio {
                method: RatioMethod::Proportion,
                ..
            }
            | Formula::Composition { .. },
            Language::En,
        ) => {
            "how much chance could have changed the share: more as it is about fewer, and what rounding leaves open on top (precisely: the method of Wilson)"
        }
        (
            Formula::Ratio {
                method: RatioMethod::PartOfAmount { .. },
                ..
            },
            Language::Nl,
        ) => {
            "hoeveel het deel door toeval had kunnen schelen: meer als enkele jeugdigen veel kosten, en wat afronding daarbij openlaat (precies: uit de som van de kwadraten van de bedragen)"
        }
        (
            Formula::Ratio {
                method: RatioMethod::PartOfAmount { .. },
                ..
            },
            Language::En,
        ) => {
            "how much chance could have changed the part: more if a few youths cost a lot, and what rounding leaves open on top (precisely: from the sum of the squared amounts)"
        }
        (Formula::Total { .. } | Formula::Ratio { .. } | Formula::Change { .. }, Language::Nl) => {
            "hoeveel toeval had kunnen schelen: meer naarmate bedragen of dagen verder uiteenlopen, en wat afronding daarbij openlaat (precies: uit de som van hun kwadraten)"
        }
        (Formula::Total { .. } | Formula::Ratio { .. } | Formula::Change { .. }, Language::En) => {
            "how much chance could have made of it: more as amounts or days lie further apart, and what rounding leaves open on top (precisely: from the sum of their squares)"
        }
        (Formula::Median { .. }, Language::Nl) => {
            "hoeveel het midden door toeval had kunnen schelen: meer naarmate het over minder trajecten gaat, en wat afronding en verborgen aantallen daarbij openlaten (precies: de methode van Woodruff)"
        }
        (Formula::Median { .. }, Language::En) => {
            "how much chance could have shifted the middle: more as it is about fewer care periods, and what rounding and hidden counts leave open on top (precisely: the method of Woodruff)"
        }
        (Formula::Survival { .. }, Language::Nl) => {
            "hoeveel toeval had kunnen schelen: meer naarmate het over minder trajecten gaat, en wat afronding daarbij openlaat (precies: de fout van Greenwood, met grenzen die binnen 0 en 100 blijven)"
        }
        (Formula::Survival { .. }, Language::En) => {
            "how much chance could have made of it: more as it is about fewer care periods, and what rounding leaves open on top (precisely: Greenwood's error, with limits that stay within 0 and 100)"
        }
        (Formula::Split { .. }, Language::Nl) => {
            "alleen wat de afronding openlaat: het is een rekensom, er is niets getoetst"
        }
        (Formula::Split { .. }, Language::En) => {
            "only what rounding leaves open: it is arithmetic, nothing was tested"
        }
    }
}

/// The worked example of an indicator.
pub fn worked(
    indicator: &Indicator,
    formula: Formula,
    example: Example,
    language: Language,
) -> Worked {
    if let Some(worked) = range_example::of_example(indicator, language) {
        return worked;
    }
    let columns = formula.columns();
    let count = |value: f64, measure: Measure| number::count(value, measure.unit(), language);
    let cells = |row: &[f64]| {
        let cells = row.iter().zip(&columns);
        cells
            .map(|(value, measure)| count(*value, *measure))
            .collect()
    };
    let sums: Vec<f64> = (0..columns.len())
        .map(|column| {
            let added = example.rows.iter().filter_map(|row| row.get(column));
            added.sum()
        })
        .collect();
    let survival = indicator.survival();
    let by_class = survival.and_then(|ask| life_table::of_example(ask, example.rows, language));
    if let Some((table, by_hand)) = by_class {
        let answer = number::result(example.answer, indicator.unit, language);
        return Worked {
            header: table.header,
            rows: table.rows,
            sums: None,
            arithmetic: number::formula(&format!("{by_hand} = {answer}")),
        };
    }
    let rows = example.rows.iter().zip(names(formula, language));
    Worked {
        header: header(formula, language),
        rows: rows.map(|(row, name)| (name, cells(row))).collect(),
        // The rows of a split are years.
        sums: (!indicator.is_split()).then(|| cells(&sums)),
        arithmetic: number::formula(&arithmetic(indicator, formula, (&sums, example), language)),
    }
}

fn header(formula: Formula, language: Language) -> Vec<String> {
    match (formula, language) {
        (
            Formula::Composition {
                operand,
                over,
                parts,
            },
            _,
        ) => {
            let what = operand.measure.title().get(language);
            let part = parts
                .first()
                .and_then(|code| over.member(code))
                .map(|member| lower_first(member.label().get(language)))
                .unwrap_or_default();
            vec![format!("{what}: {part}"), what.to_owned()]
        }
        (Formula::Change { operand, .. }, Language::Nl) => {
            let what = operand.measure.title().get(language);
            vec![
                format!("{what} in het jaar ervoor"),
                format!("{what} in het jaar"),
            ]
        }
        (Formula::Change { operand, .. }, Language::En) => {
            let what = operand.measure.title().get(language);
            vec![
                format!("{what} in the year before"),
                format!("{what} in the year"),
            ]
        }
        (
            Formula::Ratio {
                numerator,
                denominator,
                ..
            },
            _,
        ) => vec![named(numerator, language), named(denominator, language)],
        _ => formula
            .columns()
            .into_iter()
            .map(|measure| measure.title().get(language).to_owned())
            .collect(),
    }
}

/// Youth A, trajectory A, or the two years of a split.
fn names(formula: Formula, language: Language) -> Vec<String> {
    if matches!(formula, Formula::Split { .. }) {
        return match language {
            Language::Nl => ["Het jaar ervoor", "Het jaar"],
            Language::En => ["The year before", "The year"],
        }
        .map(str::to_owned)
        .into();
    }
    if let Formula::Median { over, .. } = formula {
        let labels = over.parts().map(|class| class.label().get(language));
        return labels.map(str::to_owned).collect();
    }
    let whole = formula.columns().last().map(|measure| measure.unit());
    // What a total counts, each counts for one or more; but a provider is no youth's.
    let whole = whole.filter(|unit| {
        !matches!(formula, Formula::Total { .. }) || *unit == MeasureUnit::Providers
    });
    let name = match (whole, language) {
        (Some(MeasureUnit::Trajectories), Language::Nl) => "Traject",
        (Some(MeasureUnit::Trajectories), Language::En) => "Care period",
        (Some(MeasureUnit::Orders), Language::Nl) => "Maatregel",
        (Some(MeasureUnit::Orders), Language::En) => "Order",
        (Some(MeasureUnit::Providers), Language::Nl) => "Aanbieder",
        (Some(MeasureUnit::Providers), Language::En) => "Provider",
        (_, Language::Nl) => "Jeugdige",
        (_, Language::En) => "Youth",
    };
    ('A'..='Z')
        .map(|letter| format!("{name} {letter}"))
        .collect()
}

fn arithmetic(
    indicator: &Indicator,
    formula: Formula,
    (sums, example): (&[f64], Example),
    language: Language,
) -> String {
    let answer = number::result(example.answer, indicator.unit, language);
    let columns = formula.columns();
    let told = |column: usize| {
        let (Some(value), Some(measure)) = (sums.get(column), columns.get(column)) else {
            return String::new();
        };
        number::count(*value, measure.unit(), language)
    };
    match formula {
        // The table of classes has that of its own.
        Formula::Total { .. } | Formula::Survival { .. } => answer,
        Formula::Ratio { multiplier, .. } => format!(
            "{} ÷ {}{} = {answer}",
            told(0),
            told(1),
            number::times(multiplier, language)
        ),
        Formula::Composition { .. } => {
            format!("{} ÷ {}\u{a0}×\u{a0}100 = {answer}", told(0), told(1))
        }
        Formula::Median { over, .. } => median_by_hand(over, example, language)
            .map_or_else(|| answer.clone(), |by_hand| format!("{by_hand} = {answer}")),
        Formula::Change { .. } => format!(
            "{} ÷ {}\u{a0}×\u{a0}100\u{a0}−\u{a0}100 = {answer}",
            told(1),
            told(0)
        ),
        Formula::Split { whole } => {
            let [before, now] = example.rows else {
                return answer;
            };
            // The amount, and then its factors.
            let product = |row: &[f64]| match (row, whole) {
                ([youths, trajectories, cost], SplitWhole::Cost) => Some(vec![
                    *cost,
                    *youths,
                    trajectories / youths,
                    cost / trajectories,
                ]),
                ([youths, trajectories, cost], SplitWhole::CostPerYouth) => Some(vec![
                    cost / youths,
                    trajectories / youths,
                    cost / trajectories,
                ]),
                _ => None,
            };
            let (Some(before), Some(now)) = (product(before), product(now)) else {
                return answer;
            };
            let pairs: Vec<(f64, f64)> = before.into_iter().zip(now).collect();
            let Some(parts) = pairs
                .split_first()
                .and_then(|(amount, factors)| crate::statistics::parts_of_change(*amount, factors))
            else {
                return answer;
            };
            let euro = |value: f64| number::count(value.round(), MeasureUnit::Euro, language);
            let parts: Vec<String> = parts.into_iter().map(euro).collect();
            format!("{} = {answer}", parts.join(" + "))
        }
    }
}

/// Where in its class the middle of an example lies.
fn median_by_hand(over: Dimension, example: Example, language: Language) -> Option<String> {
    let counts: Option<Vec<f64>> = example
        .rows
        .iter()
        .map(|row| row.first().copied())
        .collect();
    classes::by_hand(over, &counts?, language).map(|(words, _)| words)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;
    use crate::indicator::{CATALOGUE, Publication, by_id};

    fn of(id: &str, language: Language) -> (String, Worked) {
        let entry = by_id(id).unwrap();
        let Publication::Published {
            formula, example, ..
        } = entry.publication
        else {
            panic!("{id} has no figures");
        };
        (
            formula_words(formula, language),
            worked(entry, formula, example, language),
        )
    }

    #[test]
    fn an_example_reads_as_one_would_do_it_by_hand() {
        let (formula, example) = of("uitval", Language::Nl);
        assert_eq!(
            formula,
            "trajecten die één kant afbrak ÷\u{a0}afgesloten trajecten met bekende reden\u{a0}×\u{a0}100"
        );
        assert_eq!(example.rows[2].0, "Traject C");
        assert_eq!(example.sums.unwrap(), ["1", "5"]);
        // What it is multiplied by stays with what stands before it, and no line ends with a sign.
        assert_eq!(example.arithmetic, "1 ÷\u{a0}5\u{a0}×\u{a0}100 =\u{a0}20,0");
        let (_, growth) = of("kostengroei", Language::En);
        assert_eq!(
            growth.arithmetic,
            "€26,500 ÷\u{a0}€25,000\u{a0}×\u{a0}100\u{a0}−\u{a0}100 =\u{a0}6.0%"
        );
        let (_, referrers) = of("verwijzers", Language::En);
        assert_eq!(referrers.header[0], "care periods begun: municipality");
    }

    /// By hand: L = 10,000 / ln 1.5 = 24,663; ln(5/4) = 0.22314 gives 5,503, ln(1.2/1.25) = −0.04082 gives −1,007, and
    /// ln(5,000/4,000) gives 5,503. Rounded they still make 10,000 but for a euro.
    #[test]
    fn a_split_shows_its_three_parts() {
        let (_, split) = of("kostenontleding", Language::Nl);
        assert_eq!(
            split.arithmetic,
            "€\u{a0}5.503 +\u{a0}\u{2212}€\u{a0}1.007 +\u{a0}€\u{a0}5.503 =\u{a0}€\u{a0}10.000"
        );
        assert_eq!(split.sums, None);
    }

    /// By hand: half of 1,000 is 500, of which 400 are in the first two classes; a quarter of the third, which has 183 days, is 45.75.
    #[test]
    fn a_median_is_worked_out_from_its_classes() {
        let (_, median) = of("duur_mediaan", Language::Nl);
        assert_eq!(
            median.rows[0],
            ("Korter dan 3 maanden".to_owned(), vec!["200".to_owned()])
        );
        assert_eq!(
            median.arithmetic,
            "182 +\u{a0}(500 \u{2212}\u{a0}400) ÷\u{a0}400\u{a0}×\u{a0}183 =\u{a0}228\u{a0}dagen"
        );
    }

    /// By hand: 5,000 became 6,000; L = 1,000 / ln 1.2 = 5,484.8, ln(1.2/1.25) = −0.04082 gives −224 and ln(5,000/4,000) gives 1,224.
    #[test]
    fn a_split_per_youth_shows_its_two_parts() {
        let (_, split) = of("kostenontleding_per_jeugdige", Language::Nl);
        assert_eq!(
            split.arithmetic,
            "\u{2212}€\u{a0}224 +\u{a0}€\u{a0}1.224 =\u{a0}€\u{a0}1.000"
        );
    }

    #[test]
    fn every_entry_with_figures_can_be_told_in_both_languages() {
        for entry in CATALOGUE {
            let Publication::Published {
                formula, example, ..
            } = entry.publication
            else {
                continue;
            };
            for language in [Language::Nl, Language::En] {
                let worked = worked(entry, formula, example, language);
                assert_eq!(worked.rows.len(), example.rows.len(), "{}", entry.id);
                let columns = worked.rows.iter().map(|(_, cells)| cells.len());
                assert!(
                    columns
                        .into_iter()
                        .all(|count| count == worked.header.len())
                );
                assert!(
                    worked.header.len() >= formula.columns().len(),
                    "{}",
                    entry.id
                );
                assert!(!formula_words(formula, language).is_empty());
            }
        }
    }

    #[test]
    fn plain_words_come_before_the_name_of_a_method() {
        for formula in CATALOGUE.iter().filter_map(Indicator::formula) {
            for (language, precisely) in
                [(Language::Nl, "(precies: "), (Language::En, "(precisely: ")]
            {
                let told = margin_words(formula, language);
                let plain = told.split(precisely).next().unwrap();
                for name in ["Byar", "Wilson", "Poisson", "kwadra", "squares"] {
                    assert!(!plain.contains(name), "{told}");
                }
                assert!(plain.len() > 40, "{told}");
            }
        }
    }
}
