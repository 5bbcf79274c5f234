//! What a series shows, as sentences. A rise, a fall or a difference is only said when its test supports it.

use super::change;
use super::course;
use super::life_table;
use super::number::{self, Form};
use super::reason::short_reason;
use super::text;
use super::title::topic_in;
use super::whole::unit_of;
use crate::indicator::{
    AMBITIONS, CATALOGUE, Figure, Formula, Indicator, OperandValue, Origin, Outcome, Publication,
    Series, SplitWhole, Unit,
};
use crate::release::{AreaId, AreaKind, Region};
use crate::statistics::{FEW_FOR_A_MEAN, NotTestable, Trend, Verdict};
use crate::vocabulary::{Dimension, Language, MeasureUnit, Member};

/// An area as sentences name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// Its name.
    pub name: &'a str,
    /// Whether it is the whole region.
    pub whole_region: bool,
}

impl<'a> Place<'a> {
    /// A sub-region goes by its short name.
    pub fn of(region: &'a Region, area: AreaId) -> Self {
        let entry = region.area(area);
        let name = match entry.kind {
            AreaKind::Deelregio => entry.name.split(" (").next().unwrap_or(&entry.name),
            AreaKind::Gemeente | AreaKind::Regio => &entry.name,
        };
        Self {
            name,
            whole_region: entry.kind == AreaKind::Regio,
        }
    }
}

/// Up to so many euros, the part of an amount that goes to youths who each cost over 100,000 is that of a hundred at most.
const FEW_FOR_A_PART: f64 = 1e7;

/// The finding, as a title: "In Delft stijgt het aandeel jeugdigen met jeugdhulp". Of what is itself a change, the finding is that of
/// the chosen year, or of the last final one without a choice.
pub fn headline(
    indicator: &Indicator,
    series: &Series,
    (place, year): (Place<'_>, Option<u16>),
    members: &[Member],
    language: Language,
) -> String {
    let subject = indicator.subject.phrase.get(language);
    let name = place.name;
    let selection = selection_words(members, language)
        .map(|words| format!(" ({words})"))
        .unwrap_or_default();
    if indicator.is_change()
        && let Some(words) = change::headline(indicator, series, (place, year), members, language)
    {
        return words;
    }
    match (language, series.trend) {
        (_, Trend::NoDemonstrableTrend(_)) => {
            let about = (indicator, series);
            let topic = topic_in(indicator, name, members, language);
            course::title(about, (name, &selection), &topic, language)
        }
        (Language::Nl, Trend::Rising(_)) => format!(
            "In {name} {} {subject}{selection}",
            dutch_verb(indicator, "stijgt", "stijgen")
        ),
        (Language::Nl, Trend::Falling(_)) => format!(
            "In {name} {} {subject}{selection}",
            dutch_verb(indicator, "daalt", "dalen")
        ),
        (Language::Nl, Trend::NotTestable(_)) => {
            format!("Een trend in {subject}{selection} in {name} is niet te berekenen")
        }
        (Language::En, Trend::Rising(_)) => format!("In {name}, {subject}{selection} is rising"),
        (Language::En, Trend::Falling(_)) => format!("In {name}, {subject}{selection} is falling"),
        (Language::En, Trend::NotTestable(_)) => {
            format!("A trend in {subject}{selection} in {name} cannot be calculated")
        }
    }
}

/// First and last tested figure, as plain facts: "Van 9,6 in 2015 naar 12,8 in 2023."
pub fn span_words(indicator: &Indicator, series: &Series, language: Language) -> Option<String> {
    let (first, last) = series.tested?;
    let words = |year| {
        let figure = series.at(year)?.own.figure()?;
        Some(number::figure(
            figure.value,
            indicator.unit,
            Form::Tile,
            language,
        ))
    };
    let (from, to) = (words(first)?, words(last)?);
    Some(match language {
        Language::Nl => format!("Van {from} in {first} naar {to} in {last}."),
        Language::En => format!("From {from} in {first} to {to} in {last}."),
    })
}

pub(super) fn dutch_verb(
    indicator: &Indicator,
    singular: &'static str,
    plural: &'static str,
) -> &'static str {
    if indicator.subject.plural.0 {
        plural
    } else {
        singular
    }
}

/// The members chosen, in words; nothing when nothing is narrowed.
pub fn selection_words(members: &[Member], language: Language) -> Option<String> {
    let labels: Vec<String> = members
        .iter()
        .filter(|member| !member.is_total())
        .map(|member| lower_first(member.label().get(language)))
        .collect();
    (!labels.is_empty()).then(|| labels.join(", "))
}

/// With a capital.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

pub(super) fn lower_first(label: &str) -> String {
    let mut letters = label.chars();
    letters
        .next()
        .map(|first| first.to_lowercase().chain(letters).collect())
        .unwrap_or_default()
}

/// What the chart shows: what, unit, area and period.
pub fn subtitle(
    (indicator, members): (&Indicator, &[Member]),
    place: Place<'_>,
    years: (u16, u16),
    has_rest: bool,
    language: Language,
) -> String {
    let name = match selection_words(members, language) {
        Some(words) => format!("{} ({words})", capital(indicator.name.get(language))),
        None => capital(indicator.name.get(language)),
    };
    let unit = match indicator.unit {
        // The name says what is counted.
        Unit::Youths
        | Unit::Trajectories
        | Unit::Orders
        | Unit::Providers
        | Unit::PerYouth
        | Unit::PercentMore
        | Unit::EuroMore
        | Unit::EuroPerYouthMore => String::new(),
        Unit::Euro | Unit::EuroPerYouth | Unit::EuroPerTrajectory => match language {
            Language::Nl => ", per jaar".to_owned(),
            Language::En => ", a year".to_owned(),
        },
        _ => format!(", {}", unit_of(indicator, language)),
    };
    let (first, last) = years;
    let period = match language {
        _ if first == last => first.to_string(),
        Language::Nl => format!("{first} tot en met {last}"),
        Language::En => format!("{first} to {last}"),
    };
    match (language, has_rest) {
        (_, false) => format!("{name}{unit}. {}, {period}.", place.name),
        (Language::Nl, true) => format!(
            "{name}{unit}. {} en de rest van de regio, {period}.",
            place.name
        ),
        (Language::En, true) => format!(
            "{name}{unit}. {} and the rest of the region, {period}.",
            place.name
        ),
    }
}

/// What a tile says of the trend, in bold, and what follows in plain type.
pub fn tile_verdict(
    indicator: &Indicator,
    series: &Series,
    language: Language,
) -> (String, String) {
    let tested = series.tested.map(|(first, last)| match language {
        Language::Nl => format!(" ({first} tot en met {last})"),
        Language::En => format!(" ({first} to {last})"),
    });
    let tested = tested.unwrap_or_default();
    let (bold, plain) = match (series.trend, language) {
        (Trend::NoDemonstrableTrend(_), _) => {
            let (bold, plain) = course::on_tile(series, language);
            return (bold, format!("{plain}{tested}."));
        }
        (Trend::Rising(effect), Language::Nl) => (
            "Stijgt",
            format!(
                ", {} per jaar{tested}.",
                change(effect.per_year, effect.relative, indicator, language)
            ),
        ),
        (Trend::Falling(effect), Language::Nl) => (
            "Daalt",
            format!(
                ", {} per jaar{tested}.",
                change(effect.per_year, effect.relative, indicator, language)
            ),
        ),
        (Trend::NotTestable(reason), Language::Nl) => (
            "Trend niet te berekenen",
            format!(": {}.", not_testable(&reason, language)),
        ),
        (Trend::Rising(effect), Language::En) => (
            "Rising",
            format!(
                ", {} a year{tested}.",
                change(effect.per_year, effect.relative, indicator, language)
            ),
        ),
        (Trend::Falling(effect), Language::En) => (
            "Falling",
            format!(
                ", {} a year{tested}.",
                change(effect.per_year, effect.relative, indicator, language)
            ),
        ),
        (Trend::NotTestable(reason), Language::En) => (
            "Trend cannot be calculated",
            format!(": {}.", not_testable(&reason, language)),
        ),
    };
    (bold.to_owned(), plain)
}

/// How much a figure changes per year: in percent where that reads best, else in its own unit.
fn change(
    per_year: f64,
    relative: Option<(f64, crate::statistics::Interval)>,
    indicator: &Indicator,
    language: Language,
) -> String {
    let about = match language {
        Language::Nl => "ongeveer",
        Language::En => "about",
    };
    if let (
        Unit::Euro
        | Unit::EuroPerYouth
        | Unit::EuroPerTrajectory
        | Unit::Youths
        | Unit::Trajectories
        | Unit::Orders
        | Unit::Days,
        Some((share, _)),
    ) = (indicator.unit, relative)
    {
        return format!("{about} {}", percent(share, language));
    }
    format!(
        "{about} {}",
        number::shown(per_year.abs(), indicator.unit, language)
    )
}

/// A share as a percentage, without its sign.
pub(super) fn percent(share: f64, language: Language) -> String {
    let number = number::figure(
        (share * 100.0).abs(),
        Unit::PerHundred,
        Form::Bare,
        language,
    );
    match language {
        Language::Nl => format!("{number}\u{a0}%"),
        Language::En => format!("{number}%"),
    }
}

pub(super) fn not_testable(reason: &NotTestable, language: Language) -> String {
    match (reason, language) {
        (NotTestable::TooFewPeriods { need, .. }, Language::Nl) => {
            format!("er zijn geen {need} vergelijkbare jaren")
        }
        (NotTestable::TooFewPeriods { need, .. }, Language::En) => {
            format!("there are no {need} comparable years")
        }
        (_, Language::Nl) => "er zijn te weinig bruikbare cijfers".to_owned(),
        (_, Language::En) => "there are too few usable figures".to_owned(),
    }
}

/// The rest of the region in words: its figure, and whether the difference is more than chance.
pub fn verdict_words(
    indicator: &Indicator,
    series: &Series,
    year: u16,
    language: Language,
) -> Option<String> {
    let rest = series.at(year)?.rest.as_ref()?;
    let figure = match rest {
        Outcome::Figure(figure) => {
            number::figure(figure.value, indicator.unit, Form::Tile, language)
        }
        Outcome::Hidden { .. } | Outcome::StructuralZero | Outcome::Missing(_) => return None,
    };
    if !series.is_comparable(year) {
        return Some(match language {
            Language::Nl => format!(
                "Rest van de regio: {figure}. Vanaf {} niet goed te vergelijken.",
                series.incomparable_from.unwrap_or(year)
            ),
            Language::En => format!(
                "Rest of the region: {figure}. Not comparable from {} on.",
                series.incomparable_from.unwrap_or(year)
            ),
        });
    }
    let verdict = series.against_rest(year);
    let own = series
        .at(year)?
        .own
        .figure()
        .map(|own| number::figure(own.value, indicator.unit, Form::Tile, language));
    if own.as_ref() == Some(&figure) && verdict == Some(Verdict::NoDemonstrableDifference) {
        return Some(match language {
            Language::Nl => format!("Rest van de regio: ook {figure}."),
            Language::En => format!("Rest of the region: {figure} as well."),
        });
    }
    Some(match (language, verdict) {
        (Language::Nl, Some(Verdict::Higher | Verdict::Lower)) => {
            format!("Rest van de regio: {figure}. Dat verschil is groter dan toeval.")
        }
        (Language::Nl, Some(Verdict::NoDemonstrableDifference)) => {
            format!("Rest van de regio: {figure}. Dat verschil kan toeval zijn.")
        }
        (Language::Nl, None) => format!("Rest van de regio: {figure}."),
        (Language::En, Some(Verdict::Higher | Verdict::Lower)) => {
            format!("Rest of the region: {figure}. The difference is more than chance.")
        }
        (Language::En, Some(Verdict::NoDemonstrableDifference)) => {
            format!("Rest of the region: {figure}. The difference may be chance.")
        }
        (Language::En, None) => format!("Rest of the region: {figure}."),
    })
}

/// A year in words beside the rest of the region: "Delft in 2022: 307 dagen. Rest van de regio: 318 dagen. Dat verschil kan toeval zijn."
/// It is the chosen year, or the last one before it in which the two can be held against each other; nothing when there is none.
pub fn beside_rest_words(
    indicator: &Indicator,
    series: &Series,
    (place, year): (Place<'_>, u16),
    language: Language,
) -> Option<String> {
    let mut until_then = series.points.iter().map(|point| point.year);
    let year = until_then.rfind(|at| *at <= year && series.against_rest(*at).is_some())?;
    let own = series.at(year)?.own.figure()?;
    let figure = number::figure(own.value, indicator.unit, Form::Tile, language);
    let rest = verdict_words(indicator, series, year, language)?;
    Some(format!("{} in {year}: {figure}. {rest}", place.name))
}

/// The paragraph that opens the overview: how many youths, against the rest, and what cost does.
pub fn lead(
    place: Place<'_>,
    year: u16,
    usage: &Series,
    cost: &Series,
    language: Language,
) -> String {
    let name = place.name;
    let mut sentences = Vec::new();
    if let Some(figure) = usage.at(year).and_then(|point| point.own.figure()) {
        let one_in = (100.0 / figure.value.max(0.1)).round();
        sentences.push(match (language, usage.against_rest(year)) {
            (Language::Nl, Some(Verdict::Higher)) => format!("In {name} kreeg in {year} ongeveer 1 op de {one_in} jeugdigen jeugdhulp, meer dan in de rest van de regio."),
            (Language::Nl, Some(Verdict::Lower)) => format!("In {name} kreeg in {year} ongeveer 1 op de {one_in} jeugdigen jeugdhulp, minder dan in de rest van de regio."),
            (Language::Nl, Some(Verdict::NoDemonstrableDifference)) => {
                format!("In {name} kreeg in {year} ongeveer 1 op de {one_in} jeugdigen jeugdhulp. Met de rest van de regio is geen verschil aan te tonen.")
            }
            (Language::Nl, None) => format!("In {name} kreeg in {year} ongeveer 1 op de {one_in} jeugdigen jeugdhulp."),
            (Language::En, Some(Verdict::Higher)) => format!("In {name}, about 1 in {one_in} youths received youth care in {year}, more than in the rest of the region."),
            (Language::En, Some(Verdict::Lower)) => format!("In {name}, about 1 in {one_in} youths received youth care in {year}, fewer than in the rest of the region."),
            (Language::En, Some(Verdict::NoDemonstrableDifference)) => {
                format!("In {name}, about 1 in {one_in} youths received youth care in {year}. No difference with the rest of the region can be shown.")
            }
            (Language::En, None) => format!("In {name}, about 1 in {one_in} youths received youth care in {year}."),
        });
    }
    if let Some(figure) = cost.at(year).and_then(|point| point.own.figure()) {
        let amount = number::figure(figure.value, Unit::EuroPerYouth, Form::Tile, language);
        sentences.push(match language {
            Language::Nl => format!("De hulp kostte gemiddeld {amount} per jeugdige."),
            Language::En => format!("That care cost {amount} per youth on average."),
        });
        let amount_in = |year| {
            let figure = cost.at(year)?.own.figure()?;
            Some(number::figure(
                figure.value,
                Unit::EuroPerYouth,
                Form::Tile,
                language,
            ))
        };
        if let (Trend::Rising(effect) | Trend::Falling(effect), Some((first, last))) =
            (cost.trend, cost.tested)
            && let (Some(from), Some(to)) = (amount_in(first), amount_in(last))
        {
            sentences.push(match (language, effect.per_year > 0.0) {
                (Language::Nl, true) => format!("Tussen {first} en {last} steeg dat van {from} naar {to}, niet gecorrigeerd voor prijsstijging."),
                (Language::Nl, false) => format!("Tussen {first} en {last} daalde dat van {from} naar {to}, niet gecorrigeerd voor prijsstijging."),
                (Language::En, true) => format!("Between {first} and {last} it rose from {from} to {to}, not corrected for inflation."),
                (Language::En, false) => format!("Between {first} and {last} it fell from {from} to {to}, not corrected for inflation."),
            });
        }
    }
    sentences.extend(uncovered(CATALOGUE, language));
    sentences.join(" ")
}

/// What is counted, of which age: "inwoners van 0 tot en met 17 jaar".
pub fn counted_words(value: &OperandValue, language: Language) -> String {
    let words = value.measure.title().get(language);
    let is_age = |member: &&Member| member.dimension() == Dimension::AgeGroup;
    match (value.about.iter().find(is_age), language) {
        (Some(age), Language::Nl) => format!("{words} van {}", age.label().get(language)),
        (Some(age), Language::En) => format!("{words} aged {}", age.label().get(language)),
        (None, _) => words.to_owned(),
    }
}

/// What was counted, of whom: "1.240 begonnen trajecten van 0 tot en met 17 jaar (huisarts)".
fn operand_words(indicator: &Indicator, value: &OperandValue, language: Language) -> String {
    let words = format!(
        "{} {}",
        amount_words(value, language),
        counted_words(value, language)
    );
    let is_age = |member: &&Member| member.dimension() == Dimension::AgeGroup;
    let others: Vec<Member> = value
        .about
        .iter()
        .filter(|member| !is_age(member))
        .copied()
        .collect();
    let words = match selection_words(&others, language) {
        Some(others) => format!("{words} ({others})"),
        None => words,
    };
    if indicator.is_change() {
        format!("{words} {} {}", text::IN.get(language), value.year)
    } else {
        words
    }
}

/// Which ambitions the catalogue has no figures for yet; nothing when there is none.
fn uncovered(catalogue: &[Indicator], language: Language) -> Option<String> {
    let has_figures = |ambition: u8| {
        catalogue.iter().any(|entry| {
            entry.chapter.ambition() == Some(ambition)
                && matches!(entry.publication, Publication::Published { .. })
        })
    };
    let numbers: Vec<String> = AMBITIONS
        .filter(|ambition| !has_figures(*ambition))
        .map(|ambition| ambition.to_string())
        .collect();
    let (last, first) = numbers.split_last()?;
    Some(match (language, first.is_empty()) {
        (Language::Nl, true) => format!("Voor ambitie {last} zijn er nog geen goede cijfers."),
        (Language::Nl, false) => format!(
            "Voor ambitie {} en {last} zijn er nog geen goede cijfers.",
            first.join(", ")
        ),
        (Language::En, true) => format!("For ambition {last} there are no good figures yet."),
        (Language::En, false) => format!(
            "For ambitions {} and {last} there are no good figures yet.",
            first.join(", ")
        ),
    })
}

/// The arithmetic of a figure with the real numbers.
fn arithmetic(indicator: &Indicator, figure: &Figure, language: Language) -> String {
    let operand = |value: &OperandValue| operand_words(indicator, value, language);
    let result = number::result(figure.value, indicator.unit, language);
    let interval = number::range(figure.confidence, indicator.unit, language);
    match &figure.denominator {
        Some(before)
            if indicator.formula()
                == Some(Formula::Split {
                    whole: SplitWhole::CostPerYouth,
                }) =>
        {
            let youths = |at: usize| figure.also.get(at).map(operand).unwrap_or_default();
            format!(
                "({} ÷ {}) \u{2212} ({} ÷ {}) = {result}",
                operand(&figure.numerator),
                youths(1),
                operand(before),
                youths(0)
            )
        }
        Some(before) if indicator.unit == Unit::EuroMore => format!(
            "{} \u{2212} {} = {result}",
            operand(&figure.numerator),
            operand(before)
        ),
        Some(before) if indicator.unit == Unit::PercentMore => format!(
            "{} ÷ {}\u{a0}×\u{a0}100\u{a0}\u{2212}\u{a0}100 = {result} ({interval})",
            operand(&figure.numerator),
            operand(before)
        ),
        Some(denominator) => {
            let times = number::times(figure.multiplier, language);
            format!(
                "{} ÷ {}{times} = {result} ({interval})",
                operand(&figure.numerator),
                operand(denominator)
            )
        }
        None if indicator.is_median() => {
            let all = operand(&figure.numerator);
            match (language, indicator.is_of_allocations()) {
                (Language::Nl, false) => {
                    format!("van {all} duurde de helft hoogstens {result} ({interval})")
                }
                (Language::En, false) => {
                    format!("of {all} half lasted {result} at most ({interval})")
                }
                (Language::Nl, true) => format!(
                    "van {all} begon de helft hoogstens {result} na de toewijzing ({interval})"
                ),
                (Language::En, true) => format!(
                    "of {all} half began {result} after the allocation at most ({interval})"
                ),
            }
        }
        None => {
            let ask = indicator.survival();
            match ask.and_then(|ask| life_table::of_figure(ask, figure, language)) {
                Some(by_hand) => format!("{by_hand} = {result} ({interval})"),
                None => format!("{} ({interval})", operand(&figure.numerator)),
            }
        }
    }
}

/// The arithmetic of a figure with the real numbers, and remarks on what it rests on.
pub fn calculation(
    indicator: &Indicator,
    figure: &Figure,
    language: Language,
) -> (String, Vec<String>) {
    let operand = |value: &OperandValue| operand_words(indicator, value, language);
    let formula = number::formula(&arithmetic(indicator, figure, language));
    let mut remarks = vec![indicator.definition.get(language).to_owned()];
    for value in std::iter::once(&figure.numerator).chain(&figure.denominator) {
        if value.within.is_point() {
            continue;
        }
        let unit = value.measure.unit();
        let (low, high) = (
            number::count(value.within.lo(), unit, language),
            number::count(value.within.hi(), unit, language),
        );
        let words = amount_words(value, language);
        remarks.push(match (value.origin, language) {
            (Origin::Cell, Language::Nl) => {
                format!("{words} is afgerond: het echte getal ligt tussen {low} en {high}.")
            }
            (Origin::Cell, Language::En) => {
                format!("{words} is rounded: the true number lies between {low} and {high}.")
            }
            (Origin::Difference, Language::Nl) => format!(
                "{words} is het verschil van twee afgeronde getallen: het echte getal ligt tussen {low} en {high}."
            ),
            (Origin::Difference, Language::En) => format!(
                "{words} is the difference of two rounded numbers: the true number lies between {low} and {high}."
            ),
            (Origin::Bounds, Language::Nl) => format!(
                "Wie in het jaar verhuisde, telt in twee gemeenten mee. Hoeveel {} er in de rest van de regio waren, is daarom niet precies te zeggen: tussen {low} en {high}.",
                value.measure.title().get(language)
            ),
            (Origin::Bounds, Language::En) => format!(
                "Anyone who moved during the year counts in two municipalities. So it is not exactly known how many {} there were in the rest of the region: between {low} and {high}.",
                value.measure.title().get(language)
            ),
        });
    }
    if indicator.is_change() && figure.confidence.lo() <= 0.0 && figure.confidence.hi() >= 0.0 {
        remarks.push(text::CHANGE_MAY_BE_CHANCE.get(language).to_owned());
    }
    if indicator.is_split() {
        let also: Vec<String> = figure.also.iter().map(operand).collect();
        remarks.push(format!(
            "{} {}.",
            text::READ_TOO.get(language),
            also.join("; ")
        ));
        return (formula, remarks);
    }
    remarks.push(
        match language {
            Language::Nl if indicator.is_of_answers() => "Tussen haakjes staat de marge (onzekerheidsmarge): zoveel kan het cijfer alleen al door toeval en afronding schelen (95\u{a0}% zeker). Alleen wie antwoordde is geteld: wie niet antwoordde maakt de echte onzekerheid groter.",
            Language::En if indicator.is_of_answers() => "In brackets: the margin (of uncertainty), how much the figure may differ by chance and rounding alone (95% sure). Only who answered was counted: who did not makes the true uncertainty larger.",
            Language::Nl => "Tussen haakjes staat de marge (onzekerheidsmarge): zoveel kan het cijfer alleen al door toeval en afronding schelen (95\u{a0}% zeker). Iedereen is geteld, maar ook als er niets verandert, geeft toeval elk jaar een ander getal.",
            Language::En => "In brackets: the margin (of uncertainty), how much the figure may differ by chance and rounding alone (95% sure). Everybody was counted, but even if nothing changes, chance gives another number each year.",
        }
        .to_owned(),
    );
    let may_be_many_of_one = matches!(
        figure.numerator.measure.unit(),
        MeasureUnit::Trajectories | MeasureUnit::Orders
    );
    if may_be_many_of_one && !indicator.is_mean() {
        let clustered = match figure.numerator.measure.unit() {
            MeasureUnit::Orders => text::CLUSTERED_ORDERS,
            _ => text::CLUSTERED,
        };
        remarks.push(clustered.get(language).to_owned());
    }
    if indicator.is_part_of_amount() && figure.numerator.value < FEW_FOR_A_PART {
        remarks.push(text::FEW_DECIDE.get(language).to_owned());
    }
    let few = figure
        .denominator
        .as_ref()
        .is_some_and(|units| units.value < FEW_FOR_A_MEAN);
    if few && indicator.is_mean() {
        remarks.push(
            match language {
                Language::Nl => "Dit is een gemiddelde over een kleine groep. Eén uitschieter weegt dan zwaar: de echte onzekerheid is wat groter dan hier staat.",
                Language::En => "This is the average of a small group. One extreme case then counts for a lot: the true uncertainty is somewhat larger than stated.",
            }
            .to_owned(),
        );
    }
    (formula, remarks)
}

/// That the calculation is of another year, as the chosen one has no figure.
pub fn calculated_elsewhen(chosen: u16, year: u16, language: Language) -> String {
    match (language, year < chosen) {
        (Language::Nl, true) => format!(
            "Over {chosen} is er geen cijfer om voor te rekenen. Dit is de berekening van {year}, het laatste jaar daarvoor met een cijfer."
        ),
        (Language::Nl, false) => format!(
            "Over {chosen} is er geen cijfer om voor te rekenen. Dit is de berekening van {year}, het eerste jaar met een cijfer."
        ),
        (Language::En, true) => format!(
            "There is no figure for {chosen} to work out. This is the calculation of {year}, the last year before it that has one."
        ),
        (Language::En, false) => format!(
            "There is no figure for {chosen} to work out. This is the calculation of {year}, the first year that has one."
        ),
    }
}

/// An operand as a number; as two where no single number is known.
fn amount_words(value: &OperandValue, language: Language) -> String {
    let count = |number| number::count(number, value.measure.unit(), language);
    match (value.origin, language) {
        (Origin::Cell | Origin::Difference, _) => count(value.value),
        (Origin::Bounds, Language::Nl) => format!(
            "tussen {} en {}",
            count(value.within.lo()),
            count(value.within.hi())
        ),
        (Origin::Bounds, Language::En) => format!(
            "between {} and {}",
            count(value.within.lo()),
            count(value.within.hi())
        ),
    }
}

/// An outcome for a table cell: the figure, what is known of it, or why it is not there.
pub fn outcome_words(outcome: &Outcome, unit: Unit, language: Language) -> String {
    match outcome {
        Outcome::Figure(figure) => number::figure(figure.value, unit, Form::Bare, language),
        Outcome::Hidden { within, .. } => number::between(*within, unit, language),
        Outcome::StructuralZero => text::ALWAYS_ZERO.get(language).to_owned(),
        Outcome::Missing(reason) => short_reason(*reason, language).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_covered_follows_the_catalogue() {
        let with = |catalogue: &[Indicator]| uncovered(catalogue, Language::Nl);
        assert_eq!(
            with(&[]).as_deref(),
            Some("Voor ambitie 1, 2, 3, 4 en 5 zijn er nog geen goede cijfers.")
        );
        let told = with(CATALOGUE).unwrap_or_default();
        for entry in CATALOGUE {
            let Some(ambition) = entry.chapter.ambition() else {
                continue;
            };
            let has_figures = CATALOGUE.iter().any(|other| {
                other.chapter == entry.chapter
                    && matches!(other.publication, Publication::Published { .. })
            });
            assert_eq!(told.contains(&ambition.to_string()), !has_figures, "{told}");
        }
    }
}
