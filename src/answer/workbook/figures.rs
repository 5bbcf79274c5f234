//! The figures as shown, each as the formula that makes it.

use super::by_class;
use super::cells::Used;
use super::formula::{Columns, operand};
use super::{Digits, Entry, Worksheet};
use crate::answer::sheet::{header, key};
use crate::answer::{Answer, Row, about};
use crate::indicator::{Figure, Indicator, OperandValue, Outcome, Unit};
use crate::release::Release;
use crate::selection::{Selection, View};
use crate::sentence::{self, Place, text};
use crate::statistics::{Interval, Z_95};
use crate::vocabulary::{Bilingual, Language};

const NAME: Bilingual = Bilingual::new("Cijfers", "Figures");
const STANDARD_ERRORS: Bilingual = Bilingual::new("z bij 95\u{a0}%", "z at 95\u{a0}%");

pub(super) fn sheet(
    answer: &Answer,
    shown: &Indicator,
    rows: &[Row],
    (selection, release): (&Selection, &Release),
    used: &Used,
) -> Option<Worksheet> {
    let language = selection.language;
    let about = about(answer, selection, release);
    let mut sheet = vec![
        vec![Entry::Title(about.title)],
        vec![Entry::Words(about.subtitle)],
    ];
    let notices = about.synthetic.into_iter().chain(about.notices);
    sheet.extend(notices.map(|words| vec![Entry::Notice(words)]));
    sheet.push(vec![
        Entry::Words(STANDARD_ERRORS.get(language).to_owned()),
        Entry::Empty,
        Entry::Number(Z_95, Digits::Plain),
    ]);
    let z = format!("$C${}", sheet.len());
    sheet.push(Vec::new());
    sheet.push(names(selection));
    let frozen = u32::try_from(sheet.len()).ok()?;
    let place = Place::of(&release.region, selection.area).name;
    for row in rows {
        let name = row.municipality.as_ref().map_or(place, |of| &of.name);
        let rest = row
            .rest
            .as_ref()
            .map(|rest| (text::REST.get(language), rest));
        for (area, outcome) in std::iter::once((name, &row.own)).chain(rest) {
            let columns = Columns {
                row: sheet.len() + 1,
                z: z.clone(),
            };
            let line = Line {
                shown,
                row,
                selection,
                used,
                columns,
            };
            sheet.push(line.entries(area, outcome));
        }
    }
    Some(Worksheet {
        name: NAME.get(language).to_owned(),
        widths: vec![
            22, 20, 24, 11, 11, 24, 16, 12, 12, 11, 11, 11, 11, 11, 11, 9, 14, 14, 14, 12,
        ],
        frozen,
        rows: sheet,
    })
}

/// The columns of the CSV file, with the bounds of numerator and denominator between them, and the multiplier.
fn names(selection: &Selection) -> Vec<Entry> {
    let [low, high, times, remark] = match selection.language {
        Language::Nl => ["laagste", "hoogste", "maal", "opmerking"],
        Language::En => ["lowest", "highest", "times", "remark"],
    };
    let mut names = header(selection);
    let compared = names.split_off(11);
    let bottom = names.split_off(10);
    let bounds = |of: &str| [format!("{of} {low}"), format!("{of} {high}")];
    let top = names.last().cloned().unwrap_or_default();
    names.extend(bounds(&top));
    for of in bottom {
        let ends = bounds(&of);
        names.push(of);
        names.extend(ends);
    }
    names.push(times.to_owned());
    names.extend(compared);
    names.push(remark.to_owned());
    names.into_iter().map(Entry::Name).collect()
}

/// One row of the sheet.
struct Line<'a> {
    shown: &'a Indicator,
    row: &'a Row,
    selection: &'a Selection,
    used: &'a Used,
    columns: Columns,
}

impl Line<'_> {
    fn entries(&self, area: &str, outcome: &Outcome) -> Vec<Entry> {
        let language = self.selection.language;
        let status = outcome
            .status()
            .map(|status| sentence::mark(status).filed.get(language).to_owned());
        let words = sentence::outcome_words(outcome, self.shown.unit, language);
        let mut entries = vec![self.key(), Entry::Words(area.to_owned())];
        entries.extend(self.value(outcome, &words));
        entries.push(Entry::Words(words));
        entries.push(status.map_or(Entry::Empty, Entry::Words));
        entries.extend(self.calculation(outcome.figure()));
        entries.extend(self.compared());
        entries.push(if self.row.provisional {
            Entry::Words(text::PROVISIONAL.get(language).to_owned())
        } else {
            Entry::Empty
        });
        entries
    }

    fn key(&self) -> Entry {
        match (&self.row.municipality, self.row.member, self.row.cause) {
            (None, None, None) => Entry::Number(f64::from(self.row.year), Digits::Plain),
            _ => Entry::Words(key(self.row, self.selection.language)),
        }
    }

    /// The figure, its lowest and its highest.
    fn value(&self, outcome: &Outcome, words: &str) -> [Entry; 3] {
        let digits = digits(self.shown.unit);
        if let Outcome::Figure(figure) = outcome {
            let numbers = [figure.value, figure.within.lo(), figure.within.hi()];
            let formulas = match self.shown.survival() {
                Some(ask) => by_class::survival(ask, figure, self.used),
                None => self.columns.figure(self.shown, self.row.cause),
            };
            return match formulas {
                Some([value, low, high]) => [
                    Entry::Formula(value, numbers[0], digits),
                    Entry::Formula(low, numbers[1], digits),
                    Entry::Formula(high, numbers[2], digits),
                ],
                None => numbers.map(|number| Entry::Number(number, digits)),
            };
        }
        let within = outcome.within();
        // Hidden is words, so that no sum takes it for a number.
        let value = match outcome.status() {
            Some(status) if status.is_hidden() => {
                let name = sentence::mark(status).filed.get(self.selection.language);
                Entry::Words(format!("{name} ({words})"))
            }
            _ => outcome.value().map_or_else(
                || Entry::Words(words.to_owned()),
                |value| Entry::Number(value, digits),
            ),
        };
        [
            value,
            Entry::number(within.map(Interval::lo), digits),
            Entry::number(within.map(Interval::hi), digits),
        ]
    }

    /// Uncertainty, numerator and denominator with their bounds, and the multiplier.
    fn calculation(&self, figure: Option<&Figure>) -> Vec<Entry> {
        let Some(figure) = figure else {
            return vec![Entry::Empty; 9];
        };
        let digits = digits(self.shown.unit);
        let (lo, hi) = (figure.confidence.lo(), figure.confidence.hi());
        let mut entries = match self.columns.uncertainty(self.shown) {
            Some([low, high]) => vec![
                Entry::Formula(low, lo, digits),
                Entry::Formula(high, hi, digits),
            ],
            None => vec![Entry::Number(lo, digits), Entry::Number(hi, digits)],
        };
        let (top, bottom) = self.shown.parts_of(figure);
        let parts = [(top, self.columns.top()), (bottom, self.columns.bottom())];
        for (value, own) in parts {
            match value {
                Some(value) => entries.extend(self.operand(value, &own)),
                None => entries.extend(vec![Entry::Empty; 3]),
            }
        }
        entries.push(match figure.denominator {
            Some(_) => Entry::Number(figure.multiplier, Digits::Plain),
            None => Entry::Empty,
        });
        entries
    }

    fn operand(&self, value: &OperandValue, own: &[String; 3]) -> [Entry; 3] {
        let numbers = [value.value, value.within.lo(), value.within.hi()];
        let adds_up = value.measure.adds_over_areas();
        match operand(adds_up, &self.used.places(value), own) {
            Some([middle, low, high]) => [
                Entry::Formula(middle, numbers[0], Digits::Whole),
                Entry::Formula(low, numbers[1], Digits::Whole),
                Entry::Formula(high, numbers[2], Digits::Whole),
            ],
            None => numbers.map(|number| Entry::Number(number, Digits::Whole)),
        }
    }

    fn compared(&self) -> Vec<Entry> {
        if self.selection.view != View::Compare {
            return Vec::new();
        }
        let Some(of) = &self.row.municipality else {
            return vec![Entry::Empty; 3];
        };
        let place =
            |place: Option<usize>| Entry::number(place.map(|place| place as f64), Digits::Plain);
        let places = of.compared.places;
        vec![
            Entry::Words(
                sentence::compared_words(&of.compared, self.selection.language).to_owned(),
            ),
            place(places.map(|(first, _)| first)),
            place(places.map(|(_, last)| last)),
        ]
    }
}

/// As many decimals as the screen shows.
fn digits(unit: Unit) -> Digits {
    match unit {
        Unit::PerYouth => Digits::Hundredths,
        Unit::PerHundred | Unit::PerThousand | Unit::PercentMore | Unit::Weeks => Digits::Tenths,
        Unit::Youths
        | Unit::Trajectories
        | Unit::Days
        | Unit::Providers
        | Unit::Orders
        | Unit::Euro
        | Unit::EuroPerYouth
        | Unit::EuroPerTrajectory
        | Unit::EuroMore
        | Unit::EuroPerYouthMore => Digits::Whole,
    }
}
