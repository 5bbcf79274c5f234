//! What every file of the input holds: the one place that reading, checking, the sample and the documentation take it from.

mod files;
mod page;
mod schema;

pub use files::{
    BUDGETS, DECLARATIONS, FILES, LOCAL_TEAMS, ORDERS, OUTCOMES, POPULATION, PRODUCTS,
    TRAJECTORIES, WAITING_LIST,
};
pub use page::page;
pub use schema::schema;

use super::end_reason::EndReason;
use super::outcome::ANSWERS;
use super::rule::Rule;
use crate::vocabulary::{Bilingual, Dimension, ORDER_CODES};

/// What a value of a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A key: any text.
    Key,
    /// The key of a person, which is never shown, logged or written.
    PersonKey,
    /// Free text.
    Text,
    /// A calendar date.
    Date,
    /// A whole number.
    Whole,
    /// An amount in euros.
    Amount,
    /// A code of a list.
    Code(CodeList),
}

/// A list of codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeList {
    /// Municipalities, in `regio.toml`.
    Municipalities,
    /// Products, in the file of that name.
    Products,
    /// Forms of care.
    CareForms,
    /// Referrers.
    Referrers,
    /// Reasons of an end.
    EndReasons,
    /// Child protection and probation orders.
    Orders,
    /// Questions about outcome.
    Questions,
    /// Answers to them.
    Answers,
    /// Sexes.
    Sexes,
}

impl CodeList {
    /// The codes and what they mean; none when they are the region's own.
    pub fn entries(self) -> Vec<(&'static str, Bilingual)> {
        let members = |dimension: Dimension| {
            dimension
                .iter()
                .filter_map(|member| Some((member.spec().cbs?, member.label())))
                .collect()
        };
        match self {
            Self::Municipalities | Self::Products => Vec::new(),
            Self::CareForms => members(Dimension::CareForm),
            Self::Referrers => members(Dimension::Referrer),
            Self::EndReasons => EndReason::CODES
                .iter()
                .map(|(code, title, _)| (*code, *title))
                .collect(),
            Self::Orders => ORDER_CODES
                .iter()
                .map(|(code, title, _)| (*code, *title))
                .collect(),
            Self::Questions => Dimension::Question
                .parts()
                .map(|member| (member.code(), member.label()))
                .collect(),
            Self::Answers => ANSWERS
                .iter()
                .map(|(code, title, _)| (*code, *title))
                .collect(),
            Self::Sexes => vec![
                ("M", Bilingual::new("man", "male")),
                ("V", Bilingual::new("vrouw", "female")),
            ],
        }
    }
}

/// A column of a file.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name in the first line.
    pub name: &'static str,
    /// What it is.
    pub title: Bilingual,
    /// What more there is to say.
    pub explanation: Bilingual,
    /// What a value is.
    pub kind: Kind,
    /// Whether the file must have the column.
    pub required: bool,
    /// Whether a value may be empty.
    pub may_be_empty: bool,
    /// A value.
    pub example: &'static str,
    /// The rules that its values are held against.
    pub rules: &'static [Rule],
}

/// A file with its columns, in the order in which they are read.
#[derive(Clone, Copy, Debug)]
pub struct FileSpec<const N: usize> {
    /// What is said of it.
    pub about: About,
    /// Its columns.
    pub fields: [Field; N],
}

/// What is said of a file.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// Its name, without what follows the point.
    pub name: &'static str,
    /// What it is.
    pub title: Bilingual,
    /// What a row is and where it comes from.
    pub explanation: Bilingual,
    /// Whether publish can do without it.
    pub is_optional: bool,
    /// The columns that name a row together; none when a row has no name.
    pub key: &'static [&'static str],
    /// How many of its columns, from the first, the sample writes.
    pub sampled: usize,
    /// The rules that whole rows are held against.
    pub rules: &'static [Rule],
}

/// A file with its columns, however many.
#[derive(Clone, Copy, Debug)]
pub struct FileView {
    /// What is said of it.
    pub about: &'static About,
    /// Its columns.
    pub fields: &'static [Field],
}

impl<const N: usize> FileSpec<N> {
    /// It, however many columns it has.
    pub const fn view(&'static self) -> FileView {
        FileView {
            about: &self.about,
            fields: &self.fields,
        }
    }
}

impl FileView {
    /// The first line of the sample: names of columns.
    pub fn sampled(self) -> impl Iterator<Item = &'static str> {
        self.fields
            .iter()
            .take(self.about.sampled)
            .map(|field| field.name)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::*;
    use crate::vocabulary::Language;

    #[test]
    fn every_rule_is_said_of_a_file_and_every_name_is_one() {
        let said: BTreeSet<Rule> = FILES
            .iter()
            .flat_map(|file| {
                file.fields
                    .iter()
                    .flat_map(|field| field.rules)
                    .chain(file.about.rules)
            })
            .copied()
            .collect();
        assert_eq!(said, Rule::ALL.iter().copied().collect());
        let codes: BTreeSet<_> = Rule::ALL.iter().map(|rule| rule.code()).collect();
        assert_eq!(codes.len(), Rule::ALL.len());
        for file in FILES {
            let names: BTreeSet<_> = file.fields.iter().map(|field| field.name).collect();
            assert_eq!(names.len(), file.fields.len(), "{}", file.about.name);
            assert!(file.about.key.iter().all(|key| names.contains(key)));
        }
    }

    #[test]
    fn the_handbook_and_the_schema_are_what_the_specification_says() {
        let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
        for (file, text) in [
            ("input.md", page(Language::Nl) + "\n" + &page(Language::En)),
            ("input.json", schema().unwrap()),
        ] {
            let written = fs::read_to_string(docs.join(file)).unwrap_or_default();
            assert!(
                written == text,
                "docs/{file} is not what the specification says: run ./dev specification"
            );
        }
    }
}
