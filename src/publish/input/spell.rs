//! What somebody had from one day until another: care, or an order. Rows of both are held against the same rules.

use std::collections::HashMap;
use std::hash::Hash;

use super::Reading;
use super::checks::Checks;
use super::report::{Fate, FileReport};
use super::rows::Rows;
use super::rule::Rule;
use super::source::Part;
use super::specification::FileSpec;
use super::unique::{Keyed, Mark};
use crate::publish::error::PublishError;

/// The most days that a youth has lived when something begins, and that she is born after it: 30 years and one.
const OLDEST: i32 = 31 * 366;
const UNBORN: i32 = 366;

/// What a person had from one day until another.
pub trait Spell {
    /// What spells of one person have in common that become one when they overlap.
    type Kind: Ord;

    /// Number of the person.
    fn person(&self) -> u32;
    /// Her day of birth.
    fn born(&self) -> i32;
    /// The same, to be corrected.
    fn set_born(&mut self, born: i32);
    /// What it was.
    fn kind(&self) -> Self::Kind;
    /// First day.
    fn begin(&self) -> i32;
    /// Last day; none while it runs.
    fn end(&self) -> Option<i32>;
}

/// Makes a spell of a type that has these fields; what it was is told by the last.
macro_rules! spell {
    ($name:ident, $kind:ty, $kind_of:expr) => {
        impl Spell for $name {
            type Kind = $kind;

            fn person(&self) -> u32 {
                self.person
            }

            fn born(&self) -> i32 {
                self.born
            }

            fn set_born(&mut self, born: i32) {
                self.born = born;
            }

            fn kind(&self) -> $kind {
                let kind_of: fn(&Self) -> $kind = $kind_of;
                kind_of(self)
            }

            fn begin(&self) -> i32 {
                self.begin
            }

            fn end(&self) -> Option<i32> {
                self.end
            }
        }
    };
}
pub(super) use spell;

/// Spells that keep all rules, in the order of their rows, each with its place and with what became of its row.
pub(super) struct Spells<T> {
    admitted: Vec<T>,
    keyed: Keyed,
}

impl<T> Default for Spells<T> {
    fn default() -> Self {
        Self {
            admitted: Vec::new(),
            keyed: Keyed::default(),
        }
    }
}

impl<T: Spell> Spells<T> {
    /// Reads a file of spells. `parse` gives what the fields of a row say, with the key of the row, if they say anything, and notes every
    /// rule that they break; rows with one key are one when their `contents` are alike. What contradicts is told of the first column of the key.
    pub(super) fn read<const N: usize, C: Hash>(
        spec: &'static FileSpec<N>,
        parts: &[Part],
        reading: &Reading<'_>,
        mut parse: impl FnMut(&[&str; N], &mut Checks<'_>) -> Option<(T, Mark)>,
        contents: impl Fn(&T) -> C,
    ) -> Result<(Self, FileReport), PublishError> {
        let (mut rows, mut report) = Rows::of(spec, parts, reading);
        let column = spec.about.key.first().copied().unwrap_or_default();
        let mut spells = Self::default();
        while let Some(row) = rows.next(&mut report)? {
            let mut checks = Checks::of(&mut report, reading.actions, row.place);
            match parse(&row.fields, &mut checks) {
                Some((spell, key)) if checks.fate < Fate::Rejected => {
                    let contents = contents(&spell);
                    spells.add(spell, key, &contents, checks, column);
                }
                _ => {
                    checks.finish();
                }
            }
        }
        Ok((spells, report))
    }

    /// Adds a spell, unless its row stands there already or its key has another meaning, told of `column`.
    fn add(
        &mut self,
        spell: T,
        key: Mark,
        contents: &impl Hash,
        checks: Checks<'_>,
        column: &'static str,
    ) {
        if self.keyed.admits(key, contents, checks, column) {
            self.admitted.push(spell);
        }
    }

    /// The number of the spell with this key, unless it was contradicted.
    pub(super) fn find(&self, key: Mark) -> Option<u32> {
        self.keyed.find(key)
    }

    /// A spell by its number.
    pub(super) fn at(&self, number: u32) -> &T {
        &self.admitted[number as usize]
    }

    /// The same, to be added to.
    pub(super) fn at_mut(&mut self, number: u32) -> &mut T {
        &mut self.admitted[number as usize]
    }

    /// Gives every person one day of birth: that in `known`, or else the earliest in her rows, which it adds there.
    pub(super) fn settle_births(&mut self, known: &mut HashMap<u32, i32>, report: &mut FileReport) {
        let mut earliest: HashMap<u32, i32> = HashMap::new();
        for number in self.keyed.numbers() {
            let spell = self.at(number);
            let born = earliest.entry(spell.person()).or_insert(spell.born());
            *born = spell.born().min(*born);
        }
        for (person, born) in earliest {
            known.entry(person).or_insert(born);
        }
        let of_person = |spell: &T| known[&spell.person()];
        let other: Vec<u32> = self
            .keyed
            .numbers()
            .filter(|number| self.at(*number).born() != of_person(self.at(*number)))
            .collect();
        for number in other {
            let born = of_person(self.at(number));
            self.at_mut(number).set_born(born);
            self.keyed
                .repaired(number, Rule::BirthIsOne, "geboortedatum", report);
        }
    }

    /// Notes the spells that overlap an earlier one of the same person and kind.
    pub(super) fn note_overlaps(&mut self, report: &mut FileReport) {
        let mut order: Vec<u32> = self.keyed.numbers().collect();
        let same = |number: u32| (self.at(number).person(), self.at(number).kind());
        order.sort_unstable_by_key(|number| {
            (
                same(*number),
                self.at(*number).begin(),
                self.keyed.place(*number),
            )
        });
        let mut overlapping = Vec::new();
        for of_one in order.chunk_by(|a, b| same(*a) == same(*b)) {
            let mut until: Option<i32> = None;
            for number in of_one {
                let spell = self.at(*number);
                if until.is_some_and(|until| spell.begin() <= until) {
                    overlapping.push(*number);
                }
                until = until.max(Some(spell.end().unwrap_or(i32::MAX)));
            }
        }
        for number in overlapping {
            self.keyed
                .repaired(number, Rule::DoesNotOverlap, "begin", report);
        }
    }

    /// What was not contradicted, in the order of its rows.
    pub(super) fn into_kept(self) -> Vec<T> {
        self.keyed.kept(self.admitted)
    }
}

impl Checks<'_> {
    /// Holds the first day of a spell against the others.
    pub(super) fn begins_well(&mut self, begin: i32, birth: Option<i32>, reference_day: i32) {
        self.plausible("begin", begin);
        if begin > reference_day {
            self.rejects(Rule::BeginIsNotInTheFuture, "begin");
        }
        if birth.is_some_and(|birth| !(-UNBORN..OLDEST).contains(&(begin - birth))) {
            self.broke(Rule::BirthIsPlausible, "geboortedatum");
        }
    }

    /// The last day of a spell, if it has come. A date that is none rejects the row.
    pub(super) fn end(
        &mut self,
        begin: Option<i32>,
        text: &str,
        reference_day: i32,
    ) -> Option<i32> {
        if text.is_empty() {
            return None;
        }
        let end = self.date("einde", text)?;
        if begin.is_some_and(|begin| end < begin) {
            self.rejects(Rule::EndIsNotBeforeBegin, "einde");
        }
        if end > reference_day {
            self.broke(Rule::EndIsNotInTheFuture, "einde");
            return None;
        }
        Some(end)
    }
}
