//! Which members are parts of which groups, and what that makes of sums.

use std::collections::{BTreeMap, BTreeSet};

use super::PlainError;
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
        let mut dimension = Dimension {
            name: name.to_owned(),
            ..Dimension::default()
        };
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

/// The members of one dimension, numbered, with their groups.
#[derive(Debug, Default)]
pub(super) struct Dimension {
    /// Its name.
    pub name: String,
    /// The members by number.
    pub names: Vec<String>,
    /// How many of them stand in tables: the first ones. The others are only in the hierarchy.
    pub standing: usize,
    numbers: BTreeMap<String, usize>,
    parts: Vec<Vec<usize>>,
    /// All parts, parts of parts and so on.
    below: Vec<BTreeSet<usize>>,
    /// Those of them without parts; of a member without parts itself.
    leaves: Vec<BTreeSet<usize>>,
}

impl Dimension {
    /// The number of a member, a new one for a new member.
    fn number(&mut self, member: &str) -> usize {
        if let Some(number) = self.numbers.get(member) {
            return *number;
        }
        self.names.push(member.to_owned());
        self.parts.push(Vec::new());
        self.numbers.insert(member.to_owned(), self.names.len() - 1);
        self.names.len() - 1
    }

    /// The number of a member.
    pub(super) fn find(&self, member: &str) -> Option<usize> {
        self.numbers.get(member).copied()
    }

    /// Whether some member is a group.
    pub(super) fn groups(&self) -> bool {
        self.parts.iter().any(|parts| !parts.is_empty())
    }

    /// The members without parts that these cover.
    pub(super) fn leaves(&self, members: &BTreeSet<usize>) -> BTreeSet<usize> {
        members
            .iter()
            .flat_map(|member| self.leaves[*member].iter().copied())
            .collect()
    }

    /// Works out who is below whom, or gives the members that follow one another in a circle.
    fn close(&mut self) -> Result<(), Vec<usize>> {
        let size = self.names.len();
        self.below = vec![BTreeSet::new(); size];
        self.leaves = (0..size).map(|member| BTreeSet::from([member])).collect();
        // Parts before their groups: a group is ready when all its parts are.
        let mut waiting: Vec<usize> = self.parts.iter().map(Vec::len).collect();
        let mut above: Vec<Vec<usize>> = vec![Vec::new(); size];
        for (group, parts) in self.parts.iter().enumerate() {
            for part in parts {
                above[*part].push(group);
            }
        }
        let mut ready: Vec<usize> = (0..size).filter(|member| waiting[*member] == 0).collect();
        while let Some(member) = ready.pop() {
            if !self.parts[member].is_empty() {
                let parts = self.parts[member].clone();
                let deeper: BTreeSet<usize> = parts
                    .iter()
                    .flat_map(|part| self.below[*part].iter().copied())
                    .collect();
                self.leaves[member] = self.leaves(&parts.iter().copied().collect());
                self.below[member] = parts.into_iter().chain(deeper).collect();
            }
            for group in &above[member] {
                waiting[*group] -= 1;
                if waiting[*group] == 0 {
                    ready.push(*group);
                }
            }
        }
        match (0..size).find(|member| waiting[*member] > 0) {
            None => Ok(()),
            Some(start) => Err(self.circle(start, &waiting)),
        }
    }

    /// Follows parts that wait until one comes back.
    fn circle(&self, start: usize, waiting: &[usize]) -> Vec<usize> {
        let mut path = vec![start];
        loop {
            let last = path[path.len() - 1];
            let Some(next) = self.parts[last]
                .iter()
                .copied()
                .find(|part| waiting[*part] > 0)
            else {
                return path;
            };
            let seen = path.iter().position(|member| *member == next);
            path.push(next);
            if let Some(place) = seen {
                return path.split_off(place);
            }
        }
    }

    /// These members with all that is needed to tell how they hang together: a group is taken apart into its parts where
    /// something else among the members overlaps with it, unless that is a group it is in itself.
    pub(super) fn opened(&self, members: &BTreeSet<usize>) -> Opened {
        let mut opened = Opened {
            members: members.clone(),
            groups: BTreeSet::new(),
        };
        loop {
            let apart: Vec<usize> = opened
                .members
                .iter()
                .copied()
                .filter(|group| {
                    !self.parts[*group].is_empty()
                        && !opened.groups.contains(group)
                        && opened.members.iter().any(|other| {
                            other != group
                                && !self.below[*other].contains(group)
                                && !self.leaves[*other].is_disjoint(&self.leaves[*group])
                        })
                })
                .collect();
            if apart.is_empty() {
                return opened;
            }
            for group in apart {
                opened.groups.insert(group);
                opened.members.extend(&self.parts[group]);
            }
        }
    }

    /// Members that together cover the same as these, each person once.
    pub(super) fn cover(&self, members: &BTreeSet<usize>) -> Vec<usize> {
        let opened = self.opened(members);
        opened.members.difference(&opened.groups).copied().collect()
    }

    /// As [`Dimension::cover`], of the parts of a group.
    pub(super) fn cover_of_parts(&self, group: usize) -> Vec<usize> {
        self.cover(&self.parts[group].iter().copied().collect())
    }
}

/// Members, and which of them are groups that are the sum of others.
#[derive(Clone, Debug)]
pub(super) struct Opened {
    /// All members.
    pub members: BTreeSet<usize>,
    /// Those that are sums of others.
    pub groups: BTreeSet<usize>,
}
