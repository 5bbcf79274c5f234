//! Columns in memory: small codes for what is chosen by, and numbers as narrow as they allow for what is added up.

use std::collections::BTreeMap;
use std::ops::Range;

use super::sums::Sums;
use crate::parquet_file::{Fault, Value};

/// How many rows a loop passes in one call: see `file/bits.rs`.
const PART: usize = 1024;

/// A value of a dimension.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Member {
    /// A whole number, such as a year.
    Whole(i64),
    /// A code.
    Text(String),
    /// Not known: null in the file.
    Unknown,
}

/// A dimension: a small code per row, numbering its members in order.
#[derive(Clone, Debug)]
pub(super) struct Codes {
    pub members: Vec<Member>,
    rows: Rows,
}

#[derive(Clone, Debug)]
enum Rows {
    Byte(Vec<u8>),
    Short(Vec<u16>),
}

/// Gives each new member the next number.
#[derive(Default)]
pub(super) struct Numbering {
    wholes: BTreeMap<i64, u16>,
    texts: BTreeMap<Vec<u8>, u16>,
    members: u16,
}

impl Numbering {
    /// The number of a null: no member gets it.
    pub const UNKNOWN: u16 = u16::MAX;

    /// The number of a value as it stands in the file.
    pub fn number(&mut self, value: Value) -> Result<u16, Fault> {
        let known = match value {
            Value::Whole(whole) => self.wholes.get(&whole),
            Value::Text(text) => self.texts.get(text),
            Value::Real(_) | Value::Wide(_) => return Err(Fault::WrongKind),
        };
        if let Some(number) = known {
            return Ok(*number);
        }
        let number = self.members;
        if number == Self::UNKNOWN {
            return Err(Fault::TooManyMembers);
        }
        self.members += 1;
        match value {
            Value::Text(text) => self.texts.insert(text.to_owned(), number),
            Value::Whole(whole) => self.wholes.insert(whole, number),
            Value::Real(_) | Value::Wide(_) => None,
        };
        Ok(number)
    }

    /// Puts the members in order, and the codes of all rows with them. `nulls` says whether some rows are null.
    pub fn finish(self, rows: &[u16], nulls: bool) -> Codes {
        let mut members = Vec::new();
        let mut codes = vec![0_u16; usize::from(self.members)];
        let ordered = self
            .wholes
            .into_iter()
            .map(|(whole, number)| (Member::Whole(whole), number))
            .chain(self.texts.into_iter().map(|(text, number)| {
                let text = String::from_utf8_lossy(&text).into_owned();
                (Member::Text(text), number)
            }));
        for (code, (member, number)) in (0..).zip(ordered) {
            members.push(member);
            codes[usize::from(number)] = code;
        }
        if nulls {
            members.push(Member::Unknown);
        }
        let rows = if members.len() <= 256 {
            let codes: Vec<u8> = codes.iter().map(|code| code.to_le_bytes()[0]).collect();
            Rows::Byte(in_order(rows, &codes, self.members.to_le_bytes()[0]))
        } else {
            Rows::Short(in_order(rows, &codes, self.members))
        };
        Codes { members, rows }
    }
}

/// Each number replaced by its code, and one that is not there by `unknown`.
fn in_order<T: Copy>(rows: &[u16], codes: &[T], unknown: T) -> Vec<T> {
    let mut out = Vec::with_capacity(rows.len());
    for part in rows.chunks(PART) {
        put_in_order(part, codes, unknown, &mut out);
    }
    out
}

#[inline(never)]
fn put_in_order<T: Copy>(rows: &[u16], codes: &[T], unknown: T, out: &mut Vec<T>) {
    out.extend(
        rows.iter()
            .map(|number| codes.get(usize::from(*number)).copied().unwrap_or(unknown)),
    );
}

impl Codes {
    /// Adds `step` times the code of each row to `places`.
    pub fn add_places(&self, rows: Range<usize>, step: u32, places: &mut [u32]) {
        match &self.rows {
            Rows::Byte(codes) => add_places(&codes[rows], step, places),
            Rows::Short(codes) => add_places(&codes[rows], step, places),
        }
    }

    /// Clears what is kept of the rows whose code is not chosen.
    pub fn keep_chosen(&self, rows: Range<usize>, chosen: &[bool], keep: &mut [bool]) {
        match &self.rows {
            Rows::Byte(codes) => {
                for (keep, code) in keep.iter_mut().zip(&codes[rows]) {
                    *keep &= chosen[usize::from(*code)];
                }
            }
            Rows::Short(codes) => {
                for (keep, code) in keep.iter_mut().zip(&codes[rows]) {
                    *keep &= chosen[usize::from(*code)];
                }
            }
        }
    }
}

#[inline(never)]
fn add_places<T: Copy + Into<u32>>(codes: &[T], step: u32, places: &mut [u32]) {
    for (place, code) in places.iter_mut().zip(codes) {
        *place += (*code).into() * step;
    }
}

/// A measure: a number per row. What is not known counts as 0 in `numbers` and is told apart by `known`.
#[derive(Clone, Debug)]
pub(super) struct Numbers {
    numbers: Typed,
    known: Option<Vec<bool>>,
}

#[derive(Clone, Debug)]
enum Typed {
    Byte(Vec<u8>),
    Short(Vec<u16>),
    Whole(Vec<i32>),
    Real(Vec<f64>),
}

/// Between what numbers lie, and whether all of them are whole and known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    low: f64,
    high: f64,
    whole: bool,
    unknown: bool,
}

impl Default for Span {
    fn default() -> Self {
        Self {
            low: 0.0,
            high: 0.0,
            whole: true,
            unknown: false,
        }
    }
}

impl Span {
    #[expect(
        clippy::float_cmp,
        reason = "whole numbers that fit come back the same"
    )]
    pub fn widen(&mut self, number: f64) {
        self.low = self.low.min(number);
        self.high = self.high.max(number);
        self.unknown |= number.is_nan();
        self.whole &= number.is_nan() || f64::from(whole(number)) == number;
    }
}

impl Numbers {
    /// From values in which `NaN` is not known, and the span of at least all of them. `nulls` says whether some rows are null.
    pub fn new(mut values: Vec<f64>, nulls: bool, span: &Span) -> Self {
        let known =
            (nulls || span.unknown).then(|| values.iter().map(|value| !value.is_nan()).collect());
        if known.is_some() {
            for value in &mut values {
                *value = if value.is_nan() { 0.0 } else { *value };
            }
        }
        Self {
            numbers: Typed::new(values, span),
            known,
        }
    }

    /// Whether a value is not known in some row.
    pub fn has_unknown(&self) -> bool {
        self.known.is_some()
    }

    /// Writes the number of each row into one lane of `sums`.
    pub fn spread(&self, rows: Range<usize>, lane: usize, sums: &mut [Sums]) {
        match &self.numbers {
            Typed::Byte(numbers) => spread(&numbers[rows], lane, sums),
            Typed::Short(numbers) => spread(&numbers[rows], lane, sums),
            Typed::Whole(numbers) => spread(&numbers[rows], lane, sums),
            Typed::Real(numbers) => spread(&numbers[rows], lane, sums),
        }
    }

    /// Writes into one lane of `sums` 1 for each row of which the number is known, and 0 for the others.
    pub fn spread_known(&self, rows: Range<usize>, lane: usize, sums: &mut [Sums]) {
        match &self.known {
            Some(known) => spread(&known[rows], lane, sums),
            None => {
                for sums in sums {
                    sums[lane] = 1.0;
                }
            }
        }
    }
}

impl Typed {
    fn new(values: Vec<f64>, span: &Span) -> Self {
        if !span.whole {
            Self::Real(values)
        } else if span.low < 0.0 || span.high > f64::from(u16::MAX) {
            Self::Whole(narrowed(&values, |value| value))
        } else if span.high > f64::from(u8::MAX) {
            Self::Short(narrowed(&values, low_short))
        } else {
            Self::Byte(narrowed(&values, low_byte))
        }
    }
}

/// Numbers that are whole, made as narrow as `narrow` makes them.
fn narrowed<T>(values: &[f64], narrow: impl Fn(i32) -> T + Copy) -> Vec<T> {
    let mut out = Vec::with_capacity(values.len());
    for part in values.chunks(PART) {
        put_narrowed(part, narrow, &mut out);
    }
    out
}

#[inline(never)]
fn put_narrowed<T>(values: &[f64], narrow: impl Fn(i32) -> T, out: &mut Vec<T>) {
    out.extend(values.iter().map(|value| narrow(whole(*value))));
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a number that is not whole or does not fit turns out to differ"
)]
fn whole(value: f64) -> i32 {
    value as i32
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the span of all numbers is within it"
)]
fn low_short(value: i32) -> u16 {
    value as u16
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the span of all numbers is within it"
)]
fn low_byte(value: i32) -> u8 {
    value as u8
}

#[inline(never)]
fn spread<T: Copy + Into<f64>>(numbers: &[T], lane: usize, sums: &mut [Sums]) {
    for (sums, number) in sums.iter_mut().zip(numbers) {
        sums[lane] = (*number).into();
    }
}
