//! What changed on the year before, why cost did, and what a whole is made of, as sentences.

use super::findings::{Place, capital, dutch_verb, lower_first, selection_words};
use super::number::{self, Form};
use super::text;
use super::title::{fitting, topic_in};
use super::whole::shown_of;
use crate::indicator::{
    CATALOGUE, Cause, CostSplit, Figure, Formula, Indicator, Outcome, Series, SplitWhole, YearPoint,
};
use crate::vocabulary::{Language, Member};

/// One year in words: "In Delft stegen de kosten van jeugdhulp van 2022 op 2023 met 5,1 %". The chosen year if it has a figure, else the
/// last one before it, as in the calculation below the chart; without a choice the last final one. Nothing when no year has a figure.
pub(super) fn headline(
    indicator: &Indicator,
    series: &Series,
    (place, chosen): (Place<'_>, Option<u16>),
    members: &[Member],
    language: Language,
) -> Option<String> {
    let is_told = |point: &&YearPoint| match chosen {
        Some(chosen) => point.year <= chosen,
        None => !point.provisional,
    };
    let mut points = series.points.iter().rev().filter(is_told);
    let found = points.find_map(|point| Some((point, point.own.figure()?)));
    let Some((point, figure)) = found else {
        let topic = topic_in(indicator, place.name, members, language);
        let no_figure = text::NOT_COMPUTED.get(language).to_lowercase();
        return chosen.map(|year| format!("{topic}, {year}: {no_figure}"));
    };
    let (year, before) = (
        year_words(point.year, point.provisional, language),
        point.year - 1,
    );
    // What rose or fell is the amount, not its growth.
    let amount = total_of(indicator).unwrap_or(indicator);
    let (name, subject) = (place.name, amount.subject.phrase.get(language));
    let by = number::figure(figure.value.abs(), indicator.unit, Form::Tile, language);
    let is_plain = figure.confidence.lo() > 0.0 || figure.confidence.hi() < 0.0;
    let rose = figure.value > 0.0;
    let selection = selection_words(members, language)
        .map(|words| format!(" ({words})"))
        .unwrap_or_default();
    let topic = topic_in(amount, name, members, language);
    Some(match (language, is_plain) {
        (Language::Nl, true) => {
            let verb = if rose {
                dutch_verb(amount, "steeg", "stegen")
            } else {
                dutch_verb(amount, "daalde", "daalden")
            };
            format!("In {name} {verb} {subject}{selection} van {before} op {year} met {by}")
        }
        (Language::Nl, false) => fitting(vec![
            format!(
                "In {name} is van {before} op {year} geen stijging of daling aan te tonen in {subject}{selection}"
            ),
            format!("{topic}, van {before} op {year}: geen stijging of daling aan te tonen"),
        ]),
        (Language::En, true) => {
            let verb = if rose { "rose" } else { "fell" };
            format!("In {name}, {subject}{selection} {verb} by {by} from {before} to {year}")
        }
        (Language::En, false) => fitting(vec![
            format!(
                "In {name}, no rise or fall can be shown in {subject}{selection} from {before} to {year}"
            ),
            format!("{topic}, from {before} to {year}: no rise or fall can be shown"),
        ]),
    })
}

/// A year, and that it is provisional: "2024 (voorlopig)".
pub fn year_words(year: u16, provisional: bool, language: Language) -> String {
    if provisional {
        format!("{year} ({})", text::PROVISIONAL.get(language))
    } else {
        year.to_string()
    }
}

/// The indicator that is the amount itself of which this one is the change.
fn total_of(indicator: &Indicator) -> Option<&'static Indicator> {
    let Some(Formula::Change { operand: of, .. }) = indicator.formula() else {
        return None;
    };
    CATALOGUE.iter().find(
        |entry| matches!(entry.formula(), Some(Formula::Total { operand, .. }) if operand == of),
    )
}

/// Through what an amount changed, as a title: "In Delft kostte jeugdhulp in 2023 € 1,2 miljoen meer dan in 2022, vooral door hogere kosten per
/// traject". A cause is only named when it is the largest whatever rounding leaves open.
pub fn split_headline(
    (indicator, split): (&Indicator, &CostSplit),
    (place, year, provisional): (Place<'_>, u16, bool),
    members: &[Member],
    language: Language,
) -> String {
    let (name, before) = (place.name, split.before);
    let year = year_words(year, provisional, language);
    let selection = selection_words(members, language)
        .map(|words| format!(" ({words})"))
        .unwrap_or_default();
    let per_youth = match (split.whole, language) {
        (SplitWhole::Cost, _) => "",
        (SplitWhole::CostPerYouth, Language::Nl) => " per jeugdige",
        (SplitWhole::CostPerYouth, Language::En) => " per youth",
    };
    let Some(whole) = split.together.figure() else {
        let topic = topic_in(indicator, name, members, language);
        return format!("{topic}, {year}");
    };
    let selection = format!("{per_youth}{selection}");
    let by = number::figure(whole.value.abs(), indicator.unit, Form::Tile, language);
    let rose = whole.value > 0.0;
    if whole.within.lo() <= 0.0 && whole.within.hi() >= 0.0 {
        return match language {
            Language::Nl => format!(
                "In {name} kostte jeugdhulp{selection} in {year} ongeveer evenveel als in {before}"
            ),
            Language::En => format!(
                "In {name}, youth care{selection} cost about as much in {year} as in {before}"
            ),
        };
    }
    // Invoices that are still to come change the parts as well.
    let cause = main_cause(split, rose)
        .filter(|_| !provisional)
        .map(|cause| cause_words(cause, rose, language))
        .unwrap_or_default();
    // The year stands below as well, but not that it is provisional.
    let when = if provisional {
        format!(" in {year}")
    } else {
        String::new()
    };
    let more = match (language, rose) {
        (Language::Nl, true) => "meer",
        (Language::Nl, false) => "minder",
        (Language::En, true) => "more",
        (Language::En, false) => "less",
    };
    match language {
        Language::Nl => fitting(vec![
            format!(
                "In {name} kostte jeugdhulp{selection} in {year} {by} {more} dan in {before}{cause}"
            ),
            format!("Kosten{selection} in {name}{when}: {by} {more}{cause}"),
        ]),
        Language::En => fitting(vec![
            format!(
                "In {name}, youth care{selection} cost {by} {more} in {year} than in {before}{cause}"
            ),
            format!("Cost{selection} in {name}{when}: {by} {more}{cause}"),
        ]),
    }
}

/// The cause that did most in the direction of the change, when it is more than each other one whatever rounding leaves open.
fn main_cause(split: &CostSplit, rose: bool) -> Option<Cause> {
    let size = |figure: &Figure| {
        let (low, high) = (figure.within.lo(), figure.within.hi());
        if rose { (low, high) } else { (-high, -low) }
    };
    let sizes: Vec<(Cause, (f64, f64))> = split
        .parts
        .iter()
        .map(|(cause, part)| Some((*cause, size(part.figure()?))))
        .collect::<Option<_>>()?;
    sizes
        .iter()
        .find(|(cause, (least, _))| {
            let others = sizes.iter().filter(|(other, _)| other != cause);
            *least > others.map(|(_, (_, most))| *most).fold(0.0, f64::max)
        })
        .map(|(cause, _)| *cause)
}

fn cause_words(cause: Cause, rose: bool, language: Language) -> &'static str {
    match (cause, rose, language) {
        (Cause::Youths, true, Language::Nl) => ", vooral door meer jeugdigen",
        (Cause::Youths, false, Language::Nl) => ", vooral door minder jeugdigen",
        (Cause::TrajectoriesPerYouth, true, Language::Nl) => {
            ", vooral door meer trajecten per jeugdige"
        }
        (Cause::TrajectoriesPerYouth, false, Language::Nl) => {
            ", vooral door minder trajecten per jeugdige"
        }
        (Cause::CostPerTrajectory, true, Language::Nl) => ", vooral door hogere kosten per traject",
        (Cause::CostPerTrajectory, false, Language::Nl) => {
            ", vooral door lagere kosten per traject"
        }
        (Cause::Youths, true, Language::En) => ", mostly by more youths",
        (Cause::Youths, false, Language::En) => ", mostly by fewer youths",
        (Cause::TrajectoriesPerYouth, true, Language::En) => {
            ", mostly by more care periods per youth"
        }
        (Cause::TrajectoriesPerYouth, false, Language::En) => {
            ", mostly by fewer care periods per youth"
        }
        (Cause::CostPerTrajectory, true, Language::En) => {
            ", mostly by a higher cost per care period"
        }
        (Cause::CostPerTrajectory, false, Language::En) => {
            ", mostly by a lower cost per care period"
        }
        (Cause::Together, ..) => "",
    }
}

/// With which year a split compares.
pub fn split_against(before: u16, language: Language) -> String {
    match language {
        Language::Nl => format!("Vergeleken met {before}."),
        Language::En => format!("Compared with {before}."),
    }
}

/// What must be known to read a split: it is a sum, not a test.
pub const fn split_remark(language: Language) -> &'static str {
    match language {
        Language::Nl => {
            "Dit is een rekensom: de delen zijn samen precies de hele verandering. Ze zeggen welk deel van de rekensom veranderde, niet wat daarachter zit."
        }
        Language::En => {
            "This is arithmetic: the parts together are exactly the whole change. They say which part of the sum changed, not what lies behind it."
        }
    }
}

/// What a whole is made of, as a title: "Verwijzers in Delft in 2023: het grootste deel is huisarts (43,1 van elke 100 begonnen
/// trajecten)". Only when the
/// largest part is so beyond chance and rounding.
pub fn composition_headline(
    indicator: &Indicator,
    parts: &[(Member, &Outcome)],
    (place, year): (Place<'_>, u16),
    members: &[Member],
    language: Language,
) -> Option<String> {
    let mut shown: Vec<(Member, &Figure)> = parts
        .iter()
        .filter_map(|(member, outcome)| Some((*member, outcome.figure()?)))
        .collect();
    shown.sort_by(|one, other| other.1.value.total_cmp(&one.1.value));
    let (member, most) = *shown.first()?;
    let others = parts.iter().filter(|(other, _)| *other != member);
    let next = others
        .filter_map(|(_, outcome)| match outcome {
            Outcome::Figure(figure) => Some(figure.confidence.hi()),
            outcome => Some(outcome.within()?.hi()),
        })
        .fold(0.0, f64::max);
    if most.confidence.lo() <= next {
        return None;
    }
    let selection = selection_words(members, language)
        .map(|words| format!(" ({words})"))
        .unwrap_or_default();
    let name = capital(indicator.name.get(language));
    let label = lower_first(member.label().get(language));
    let value = shown_of(most.value, indicator, language);
    let place = place.name;
    // Of a part of less than half most of the whole is something else.
    let is_most = most.value >= 50.0;
    let what = match language {
        Language::Nl if is_most => "het grootste deel is",
        Language::Nl => "de grootste groep is",
        Language::En if is_most => "the largest part is",
        Language::En => "the largest group is",
    };
    Some(fitting(vec![
        format!("{name}{selection} in {place} in {year}: {what} {label} ({value})"),
        format!("{name}{selection} in {place}: {what} {label} ({value})"),
    ]))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;
    use crate::cube::Status;
    use crate::indicator::{OperandValue, by_id};
    use crate::statistics::{Estimate, Interval, NotTestable, Trend};
    use crate::vocabulary::Measure;

    fn point(year: u16, value: Option<f64>) -> YearPoint {
        let figure = |value: f64| {
            let exact = Interval::exact(value);
            Outcome::Figure(Box::new(Figure {
                value,
                within: exact,
                confidence: exact,
                estimate: Estimate::new(value, 1.0, exact).unwrap(),
                numerator: OperandValue::of_cell(
                    Measure::Cost,
                    year,
                    (value, exact),
                    Status::Shown,
                ),
                denominator: None,
                multiplier: 1.0,
                also: Vec::new(),
            }))
        };
        YearPoint {
            year,
            own: value.map_or(Outcome::StructuralZero, figure),
            rest: None,
            provisional: year == 2024,
        }
    }

    #[test]
    fn growth_is_told_of_the_two_years_it_was_worked_out_from() {
        let series = Series {
            points: vec![
                point(2016, None),
                point(2017, Some(5.14)),
                point(2018, None),
                point(2019, Some(-2.0)),
                point(2024, Some(3.0)),
            ],
            trend: Trend::NotTestable(NotTestable::TooFewPeriods { have: 0, need: 5 }),
            tested: None,
            incomparable_from: None,
            growth: None,
        };
        let told = |year, language| {
            let place = Place {
                name: "Delft",
                whole_region: false,
            };
            let entry = by_id("kostengroei").unwrap();
            headline(entry, &series, (place, year), &[], language)
                .unwrap()
                .replace('\u{a0}', " ")
        };
        for (year, nl) in [
            (Some(2017), "van 2016 op 2017 met 5,1 %"),
            // No figure: the year before it, as the calculation below the chart.
            (Some(2018), "van 2016 op 2017 met 5,1 %"),
            (Some(2024), "van 2023 op 2024 (voorlopig) met 3,0 %"),
            (None, "van 2018 op 2019 met 2,0 %"),
        ] {
            let told = told(year, Language::Nl);
            assert!(told.ends_with(nl), "{told}");
        }
        assert!(told(Some(2016), Language::Nl).ends_with("2016: geen cijfer"));
        assert!(told(None, Language::En).ends_with("fell by 2.0% from 2018 to 2019"));
    }
}
