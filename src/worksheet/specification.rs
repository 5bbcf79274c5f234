//! Everything there is to say about one statistic.

use super::answer::Cell;
use super::checked::Rows;
use super::options::Options;

/// One statistic that can be applied to a file.
#[derive(Debug)]
pub struct Specification {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it gives, in one line.
    pub title: &'static str,
    /// Columns that it needs.
    pub input: &'static [Column],
    /// Columns that it gives, in order: names with their meaning.
    pub output: &'static [(&'static str, &'static str)],
    /// How it is computed, and what is done when it cannot be.
    pub formula: &'static str,
    /// Where the formula comes from.
    pub source: &'static str,
    /// What the user may choose.
    pub parameters: &'static [Parameter],
    /// What a row of the answer stands for.
    pub shape: Shape,
    /// A small file for the help.
    pub example: &'static str,
    pub(super) calculate: Calculate,
}

/// Rows of a group to rows of the answer, with a cell for every column of the output.
pub(super) type Calculate = fn(&Rows<'_>, &Options) -> Result<Vec<Vec<Cell>>, Refusal>;

/// A value that a statistic finds it cannot take.
#[derive(Debug)]
pub(super) struct Refusal {
    /// Row of the group.
    pub row: usize,
    /// Name of the column.
    pub column: &'static str,
    /// Why it cannot, and what to do.
    pub advice: String,
}

/// A column that a statistic needs.
#[derive(Debug)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// Other names that are understood.
    pub also: &'static [&'static str],
    /// What stands in it.
    pub meaning: &'static str,
    /// Which values it may have.
    pub kind: Kind,
    /// Another column, below or at which its value must stay.
    pub within: Option<&'static str>,
}

/// Which values a column may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// 0, 1, 2, ...
    Count,
    /// 1, 2, 3, ...
    Size,
    /// 0 or more; fractions too.
    Amount,
    /// Above 0; fractions too.
    Positive,
    /// Any number.
    Number,
    /// Any number, or nothing.
    End,
    /// From 0 to 1.
    Probability,
    /// 1 or 0.
    Flag,
    /// Any text.
    Text,
}

/// What the user may choose for a statistic, besides files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parameter {
    /// How sure the interval is.
    Level,
    /// What the rate is per.
    Per,
    /// The middle of the funnel.
    Target,
    /// The columns that name the groups.
    Group,
}

/// What a row of the answer stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A row of the file, which counts for itself.
    Row,
    /// A row of the file, for which all rows of its group count.
    RowInGroup,
    /// A group, or a part of it.
    Group,
}

impl Column {
    /// A column with one name and no other to stay within.
    pub(super) const fn new(name: &'static str, kind: Kind, meaning: &'static str) -> Self {
        Self {
            name,
            also: &[],
            meaning,
            kind,
            within: None,
        }
    }

    /// The same, to stay at or below another column.
    pub(super) const fn within(mut self, column: &'static str) -> Self {
        self.within = Some(column);
        self
    }

    /// The same, under other names too.
    pub(super) const fn also(mut self, names: &'static [&'static str]) -> Self {
        self.also = names;
        self
    }
}

impl Kind {
    /// Whether it may be a thousand or more.
    pub(super) fn may_be_large(self) -> bool {
        !matches!(self, Self::Probability | Self::Flag | Self::Text)
    }

    /// The values in words, as in "is no ...; write ...".
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Count => "a whole number of 0 or more",
            Self::Size => "a whole number of 1 or more",
            Self::Amount => "a number of 0 or more",
            Self::Positive => "a number above 0",
            Self::Number => "a number",
            Self::End => "a number, or nothing",
            Self::Probability => "a number from 0 to 1",
            Self::Flag => "1 or 0",
            Self::Text => "a text",
        }
    }

    /// Whether the number may stand in the column.
    pub(super) fn allows(self, number: f64) -> bool {
        match self {
            Self::Count => number >= 0.0 && number.fract() == 0.0,
            Self::Size => number >= 1.0 && number.fract() == 0.0,
            Self::Amount => number >= 0.0,
            Self::Positive => number > 0.0,
            Self::Number | Self::End | Self::Text => true,
            Self::Probability => (0.0..=1.0).contains(&number),
            Self::Flag => [0.0, 1.0].contains(&number),
        }
    }
}
