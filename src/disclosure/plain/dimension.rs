//! The members of a dimension: which are groups, and which cover the same.

use std::collections::{BTreeMap, BTreeSet};

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
    /// The direct parts of every member.
    pub parts: Vec<Vec<usize>>,
    /// All parts, parts of parts and so on.
    below: Vec<BTreeSet<usize>>,
    /// Those of them without parts; of a member without parts itself.
    leaves: Vec<BTreeSet<usize>>,
}

impl Dimension {
    /// The number of a member, a new one for a new member.
    pub(super) fn number(&mut self, member: &str) -> usize {
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
    pub(super) fn close(&mut self) -> Result<(), Vec<usize>> {
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
