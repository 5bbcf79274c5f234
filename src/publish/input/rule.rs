//! The rules a row must keep, and how often each was broken.

use std::collections::BTreeMap;
use std::path::Path;

use crate::publish::error::PublishError;

/// A rule on one row of the input. A row that breaks it is left out and counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// The key of an allocation, a person or a provider must be there.
    KeyIsGiven,
    /// A date must be a calendar date from 1900 to 2199, written year-month-day.
    DateIsValid,
    /// A number must be a number, and no amount or number of inhabitants may be over 100 million.
    NumberIsValid,
    /// A code must be in the code list.
    CodeIsKnown,
    /// A municipality must belong to the region.
    MunicipalityIsOurs,
    /// Care cannot end before it begins.
    EndIsNotBeforeBegin,
    /// Care cannot begin after the day the delivery is complete up to.
    BeginIsNotInTheFuture,
    /// An allocation stands in the file once.
    AllocationIsUnique,
    /// A declaration must belong to an allocation that was read.
    AllocationExists,
}

impl Rule {
    /// Its name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::KeyIsGiven => "key is given",
            Self::DateIsValid => "date is valid",
            Self::NumberIsValid => "number is valid",
            Self::CodeIsKnown => "code is known",
            Self::MunicipalityIsOurs => "municipality is in the region",
            Self::EndIsNotBeforeBegin => "end is not before begin",
            Self::BeginIsNotInTheFuture => "begin is not in the future",
            Self::AllocationIsUnique => "allocation stands there once",
            Self::AllocationExists => "allocation exists",
        }
    }
}

/// Rows read and rows left out, by file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    files: BTreeMap<String, FileReport>,
}

/// Rows of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileReport {
    /// Rows in the file.
    pub rows: usize,
    /// Rows left out, by the rule they broke.
    pub rejected: BTreeMap<Rule, usize>,
}

impl FileReport {
    /// Counts a row, and the rule it broke if it broke one.
    pub(super) fn count(&mut self, broken: Option<Rule>) {
        self.rows += 1;
        if let Some(rule) = broken {
            *self.rejected.entry(rule).or_default() += 1;
        }
    }
}

impl Report {
    /// Files with their counts, by name.
    pub fn files(&self) -> impl Iterator<Item = (&str, &FileReport)> {
        self.files
            .iter()
            .map(|(name, report)| (name.as_str(), report))
    }

    /// Adds a file; refuses it when it has no rows, and when over one row in twenty breaks a rule: then the file itself is wrong.
    pub(super) fn add(&mut self, path: &Path, report: FileReport) -> Result<(), PublishError> {
        if report.rows == 0 {
            return Err(PublishError::NoRows {
                path: path.to_owned(),
            });
        }
        let rejected: usize = report.rejected.values().sum();
        if let Some((rule, _)) = report.rejected.iter().max_by_key(|(_, count)| **count)
            && rejected * 20 > report.rows
        {
            return Err(PublishError::TooManyRejected {
                path: path.to_owned(),
                rejected,
                rows: report.rows,
                rule: rule.name(),
            });
        }
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        self.files.insert(name, report);
        Ok(())
    }
}
