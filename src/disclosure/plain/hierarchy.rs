//! The hierarchy file: which members are parts of which groups.

use std::collections::{BTreeMap, BTreeSet};

use super::PlainError;
use super::dimension::Dimension;
use super::lines::Lines;
use super::read::TOTAL;

/// The hierarchy file: for every dimension its parts with their groups, and the lines they stand on.
#[derive(Debug, Default)]
pub(super) struct Hierarchy {
    file: String,
    /// Dimension, part, group (empty when it is part of none), line.
    parts: Vec<(String, String, String, u64)>,
}

impl Hierarchy {
    /// Reads a hierarchy file with the columns `dimensie`, `lid` and `deel_van`.
    ///
    /// # Errors
    /// [`PlainError`].
    pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Self, PlainError> {
        let lines = Lines::read(file, bytes)?;
        let dimension = lines.required("dimensie")?;
        let member = lines.required("lid")?;
        let group = lines.required("deel_van")?;
        let mut seen: BTreeMap<(String, String, String), u64> = BTreeMap::new();
        let mut parts = Vec::new();
        for (line, values) in &lines.rows {
            let [dimension, member, group] =
                [dimension, member, group].map(|place| values[place].clone());
            if member.is_empty() || member.eq_ignore_ascii_case(TOTAL) {
                return Err(lines.wrong(
                    *line,
                    "lid",
                    &member,
                    "is no member; the total of a dimension is the sum of all of them without being told",
                ));
            }
            let key = (dimension.clone(), member.clone(), group.clone());
            if let Some(earlier) = seen.insert(key, *line) {
                return Err(PlainError::Twice {
                    file: file.to_owned(),
                    line: *line,
                    earlier,
                    cell: format!("{dimension}: {member} part of {group}"),
                });
            }
            let group = if group.eq_ignore_ascii_case(TOTAL) {
                String::new()
            } else {
                group
            };
            parts.push((dimension, member, group, *line));
        }
        Ok(Self {
            file: file.to_owned(),
            parts,
        })
    }

    /// The dimension `name`, whose members stand in tables.
    ///
    /// # Errors
    /// [`PlainError`] when groups go round in a circle or a member looks like a misspelling.
    pub(super) fn dimension(
        &self,
        name: &str,
        members: &BTreeSet<&str>,
    ) -> Result<Dimension, PlainError> {
        let mut dimension = Dimension::default();
        name.clone_into(&mut dimension.name);
        for member in members {
            dimension.number(member);
        }
        dimension.standing = dimension.names.len();
        let lines: Vec<_> = self.parts.iter().filter(|part| part.0 == name).collect();
        let named: BTreeSet<&str> = lines
            .iter()
            .flat_map(|(_, member, group, _)| [member.as_str(), group.as_str()])
            .filter(|member| !member.is_empty())
            .collect();
        for (_, member, group, line) in &lines {
            for (column, text) in [("lid", member), ("deel_van", group)] {
                self.known(text, members, &named)
                    .map_err(|advice| self.wrong(*line, column, text, advice))?;
            }
            let part = dimension.number(member);
            if !group.is_empty() {
                let group = dimension.number(group);
                dimension.parts[group].push(part);
            }
        }
        dimension.close().map_err(|circle| {
            let path: Vec<&str> = circle
                .iter()
                .map(|member| dimension.names[*member].as_str())
                .collect();
            let line = lines
                .iter()
                .find(|(_, member, _, _)| path.contains(&member.as_str()))
                .map_or(1, |line| line.3);
            PlainError::Circle {
                file: self.file.clone(),
                line,
                path: path.join(" > "),
            }
        })?;
        Ok(dimension)
    }

    /// That every dimension stands in a table, with at least one member.
    ///
    /// # Errors
    /// [`PlainError::Value`].
    pub(super) fn check(
        &self,
        members: &BTreeMap<String, BTreeSet<&str>>,
    ) -> Result<(), PlainError> {
        for (name, member, _, line) in &self.parts {
            let Some(known) = members.get(name) else {
                let names: Vec<&str> = members.keys().map(String::as_str).collect();
                return Err(self.wrong(
                    *line,
                    "dimensie",
                    name,
                    format!(
                        "is no dimension of any table; the tables have: {}",
                        names.join(", ")
                    ),
                ));
            };
            let meets = self
                .parts
                .iter()
                .filter(|part| part.0 == *name)
                .any(|part| known.contains(part.1.as_str()) || known.contains(part.2.as_str()));
            if !meets {
                return Err(self.wrong(
                    *line,
                    "lid",
                    member,
                    format!("stands in no table, and neither does any other member of {name} in this file; write them as the tables do"),
                ));
            }
        }
        Ok(())
    }

    /// A member may stand in no table (then its figures are unknown), but not when a table has nearly the same word that the
    /// hierarchy does not know: a misspelling would hide a leak.
    fn known(
        &self,
        text: &str,
        members: &BTreeSet<&str>,
        named: &BTreeSet<&str>,
    ) -> Result<(), String> {
        if text.is_empty() || members.contains(text) {
            return Ok(());
        }
        members
            .iter()
            .find(|member| !named.contains(**member) && alike(member, text))
            .map_or(Ok(()), |member| {
                Err(format!(
                    "stands in no table, but a table has {member:?}, which {} does not name; write both the same",
                    self.file
                ))
            })
    }

    fn wrong(&self, line: u64, column: &str, value: &str, advice: String) -> PlainError {
        PlainError::Value {
            file: self.file.clone(),
            line,
            column: column.to_owned(),
            value: value.to_owned(),
            advice,
        }
    }
}

/// Whether two words may be one that was misspelt: the same digits, and at most two letters apart.
fn alike(one: &str, other: &str) -> bool {
    let plain = |text: &str| -> Vec<char> {
        text.chars()
            .filter(|letter| letter.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    let digits = |text: &[char]| -> Vec<char> {
        text.iter().copied().filter(char::is_ascii_digit).collect()
    };
    let (one, other) = (plain(one), plain(other));
    if digits(&one) != digits(&other) {
        return false;
    }
    let allowed = match one.len().min(other.len()) {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    };
    distance(&one, &other) <= allowed
}

/// How many letters have to be added, left out or changed (Levenshtein).
fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let changed = corner + usize::from(a != b);
            corner = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(corner + 1);
        }
    }
    row[other.len()]
}
