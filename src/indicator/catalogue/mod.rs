//! The catalogue: every indicator once, as data. Pages, tables, exports and sentences derive from it.

mod budget;
mod care;
mod general;
mod home;
mod safe;
mod school;
mod sound;
mod waiting;

use super::entry::{Chapter, Indicator, Operand, Polarity, Publication, Subject, Unit};
use crate::vocabulary::{Bilingual, Dimension, Measure};

const BY_ALL: &[Dimension] = &Dimension::OF_CARE;
/// For figures of all ages: a number of providers is not published by age.
const BY_ALL_AND_PROVIDERS: &[Dimension] = &Dimension::WITH_PROVIDERS;
/// And for use alone: nor is cost.
const BY_ALL_OF_YOUTHS: &[Dimension] = &Dimension::OF_YOUTHS;
/// And by whether the youth is under an order, for what is not by cost.
const BY_ALL_BUT_COST: &[Dimension] = &[
    Dimension::CareForm,
    Dimension::AgeGroup,
    Dimension::Referrer,
    Dimension::ProviderCount,
    Dimension::WithOrder,
];
const BY_AGE: &[Dimension] = &[Dimension::AgeGroup];
const BY_FORM: &[Dimension] = &[Dimension::CareForm];
const BY_FORM_AND_AGE: &[Dimension] = &[Dimension::CareForm, Dimension::AgeGroup];
const BY_FORM_AND_DURATION: &[Dimension] = &[Dimension::CareForm, Dimension::Duration];
const BY_FORM_AND_QUARTER: &[Dimension] = &[Dimension::CareForm, Dimension::Quarter];
const MINORS: &str = "0-17";
/// An example in which the second of five is counted.
const ONE_OF_FIVE: &[&[f64]] = &[
    &[0.0, 1.0],
    &[1.0, 1.0],
    &[0.0, 1.0],
    &[0.0, 1.0],
    &[0.0, 1.0],
];

const fn all(measure: Measure) -> Operand {
    Operand::of(measure)
}

const fn minors(measure: Measure) -> Operand {
    Operand::of(measure).aged(MINORS)
}

const MINOR_INHABITANTS: Operand = Operand {
    follows: &[Dimension::AgeGroup],
    ..minors(Measure::Inhabitants)
};

const fn singular(nl: &'static str, en: &'static str) -> Subject {
    Subject {
        phrase: Bilingual::new(nl, en),
        plural: (false, false),
    }
}

/// An entry that says what is missing, and what comes nearest. It has no figure, so no sentence speaks of it.
const fn without_figures(
    id: &'static str,
    chapter: Chapter,
    name: Bilingual,
    definition: Bilingual,
    reason: Bilingual,
    nearest: &'static [&'static str],
) -> Indicator {
    Indicator {
        id,
        name,
        definition,
        subject: Subject {
            phrase: name,
            plural: (false, false),
        },
        chapter,
        unit: Unit::PerHundred,
        polarity: Polarity::NoJudgement,
        in_overview: false,
        publication: Publication::NoFiguresYet {
            in_development: false,
            reason,
            nearest,
        },
    }
}

impl Indicator {
    /// The same entry, when somebody is at work on its figures.
    const fn in_development(mut self) -> Self {
        if let Publication::NoFiguresYet { in_development, .. } = &mut self.publication {
            *in_development = true;
        }
        self
    }
}

const PARTS: [&[Indicator]; 7] = [
    general::ENTRIES,
    budget::ENTRIES,
    care::ENTRIES,
    waiting::ENTRIES,
    home::ENTRIES,
    safe::ENTRIES,
    school::ENTRIES,
];

/// Every indicator, in the order of the monitor.
pub static CATALOGUE: &[Indicator] = &joined::<{ length() }>();

const fn length() -> usize {
    let (mut sum, mut part) = (0, 0);
    while part < PARTS.len() {
        sum += PARTS[part].len();
        part += 1;
    }
    sum
}

const fn joined<const N: usize>() -> [Indicator; N] {
    let mut all = [PARTS[0][0]; N];
    let (mut at, mut part) = (0, 0);
    while part < PARTS.len() {
        let mut entry = 0;
        while entry < PARTS[part].len() {
            all[at] = PARTS[part][entry];
            at += 1;
            entry += 1;
        }
        part += 1;
    }
    all
}

/// The indicator with this id.
pub fn by_id(id: &str) -> Option<&'static Indicator> {
    CATALOGUE.iter().find(|indicator| indicator.id == id)
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
