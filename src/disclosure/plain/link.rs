//! Which cells of several tables are one and the same, and which cells are missing from them.
//!
//! A cell is named by its members; a total over everything is not named, so that a table without that dimension has the same
//! cell. Two tables with other members in a dimension have other totals of it, unless the members cover the same.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::PlainError;
use super::dimension::Dimension;
use super::hierarchy::Hierarchy;
use super::key::{Axis, Key, Place, key_of, keys, with};
use super::read::{Content, TOTAL, Table};

/// Combinations of members of one table that are still worked through.
const MOST: usize = 4_000_000;

/// All cells of all tables.
#[derive(Debug, Default)]
pub(super) struct Linked {
    /// The dimensions.
    pub dimensions: Vec<Dimension>,
    /// For every dimension the sets of leaf members that some table totals and that are not everything.
    pub scopes: Vec<Vec<BTreeSet<usize>>>,
    /// The cells by number.
    pub keys: Vec<Key>,
    numbers: HashMap<Key, usize>,
    /// For every table its dimensions.
    pub shapes: Vec<Vec<Axis>>,
    /// For every row of every table its cell.
    pub cells: Vec<Vec<usize>>,
}

impl Linked {
    /// Links tables. Cells are numbered in the order of their first appearance, those that are in no file last.
    ///
    /// # Errors
    /// [`PlainError`] for a bad hierarchy, or when a table has too many combinations.
    pub(super) fn new(tables: &[Table], hierarchy: &Hierarchy) -> Result<Self, PlainError> {
        let mut linked = Self::default();
        linked.read_dimensions(tables, hierarchy)?;
        let covered: Vec<Vec<BTreeSet<usize>>> = tables
            .iter()
            .map(|table| {
                (0..table.dimensions.len())
                    .map(|place| linked.covered(table, place))
                    .collect()
            })
            .collect();
        linked.read_scopes(tables, &covered);
        for (table, covered) in tables.iter().zip(&covered) {
            let shape = linked.shape(table, covered, tables)?;
            linked.shapes.push(shape);
        }
        for (table, number) in tables.iter().zip(0..) {
            let cells = table
                .rows
                .iter()
                .map(|row| {
                    let key = linked.key(number, &row.members);
                    linked.cell(key)
                })
                .collect();
            linked.cells.push(cells);
        }
        for (number, table) in tables.iter().enumerate() {
            if table.percentages {
                linked.denominators(number, table);
            } else {
                linked.complete(number, table)?;
            }
        }
        linked.complete_groups();
        Ok(linked)
    }

    fn read_dimensions(
        &mut self,
        tables: &[Table],
        hierarchy: &Hierarchy,
    ) -> Result<(), PlainError> {
        let mut names: Vec<&String> = Vec::new();
        let mut members: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for table in tables {
            for (place, name) in table.dimensions.iter().enumerate() {
                if !names.contains(&name) {
                    names.push(name);
                }
                members.entry(name.clone()).or_default().extend(
                    table
                        .rows
                        .iter()
                        .map(|row| row.members[place].as_str())
                        .filter(|member| *member != TOTAL),
                );
            }
        }
        hierarchy.check(&members)?;
        self.dimensions = names
            .into_iter()
            .map(|name| hierarchy.dimension(name, &members[name]))
            .collect::<Result<_, _>>()?;
        self.scopes = vec![Vec::new(); self.dimensions.len()];
        Ok(())
    }

    fn dimension(&self, name: &str) -> usize {
        self.dimensions
            .iter()
            .position(|dimension| dimension.name == name)
            .unwrap_or_default()
    }

    fn members(&self, table: &Table, place: usize) -> BTreeSet<usize> {
        let dimension = &self.dimensions[self.dimension(&table.dimensions[place])];
        table
            .rows
            .iter()
            .filter_map(|row| dimension.find(&row.members[place]))
            .collect()
    }

    /// The leaf members that a table covers in a dimension.
    fn covered(&self, table: &Table, place: usize) -> BTreeSet<usize> {
        let dimension = &self.dimensions[self.dimension(&table.dimensions[place])];
        dimension.leaves(&self.members(table, place))
    }

    /// Collects the sets that are totalled and are not everything. Percentages tell what their members are a share of, not
    /// which members there are.
    fn read_scopes(&mut self, tables: &[Table], covered: &[Vec<BTreeSet<usize>>]) {
        for dimension in 0..self.dimensions.len() {
            let sets: Vec<&BTreeSet<usize>> = tables
                .iter()
                .zip(covered)
                .filter(|(table, _)| !table.percentages)
                .flat_map(|(table, covered)| table.dimensions.iter().zip(covered))
                .filter(|(name, set)| **name == self.dimensions[dimension].name && !set.is_empty())
                .map(|(_, set)| set)
                .collect();
            let everything: BTreeSet<usize> = sets.iter().copied().flatten().copied().collect();
            for set in sets {
                if *set != everything && !self.scopes[dimension].contains(set) {
                    self.scopes[dimension].push(set.clone());
                }
            }
        }
    }

    fn shape(
        &self,
        table: &Table,
        covered: &[BTreeSet<usize>],
        tables: &[Table],
    ) -> Result<Vec<Axis>, PlainError> {
        covered
            .iter()
            .enumerate()
            .map(|(place, covered)| {
                let number = self.dimension(&table.dimensions[place]);
                let dimension = &self.dimensions[number];
                let members = self.members(table, place);
                let scopes = &self.scopes[number];
                let mut total = scopes.iter().position(|scope| scope == covered);
                if table.percentages && total.is_none() && !scopes.is_empty() {
                    total = self.total_of_percentages(table, place, covered, tables)?;
                }
                Ok(Axis {
                    dimension: number,
                    members: dimension.opened(&members).members.into_iter().collect(),
                    total: total.map(Place::Total),
                    totals: table.rows.iter().any(|row| row.members[place] == TOTAL),
                    cover: dimension.cover(&members),
                })
            })
            .collect()
    }

    /// To which total percentages stand: that of the only set of members in another table which has all of theirs.
    fn total_of_percentages(
        &self,
        table: &Table,
        place: usize,
        covered: &BTreeSet<usize>,
        tables: &[Table],
    ) -> Result<Option<usize>, PlainError> {
        let name = &table.dimensions[place];
        let scopes = &self.scopes[self.dimension(name)];
        let sets: BTreeSet<BTreeSet<usize>> = tables
            .iter()
            .filter(|other| !other.percentages)
            .filter_map(|other| {
                let place = other.dimensions.iter().position(|other| other == name)?;
                Some(self.covered(other, place))
            })
            .collect();
        if sets.contains(covered) {
            return Ok(None);
        }
        let mut wider = sets.iter().filter(|set| set.is_superset(covered));
        match (wider.next(), wider.next()) {
            (Some(set), None) => Ok(scopes.iter().position(|scope| scope == set)),
            _ => Err(PlainError::WhichTotal {
                file: table.name.clone(),
                dimension: name.clone(),
            }),
        }
    }

    /// The name of a cell of a table.
    pub(super) fn key(&self, table: usize, members: &[String]) -> Key {
        let places = self.shapes[table]
            .iter()
            .zip(members)
            .map(|(axis, member)| {
                let found = self.dimensions[axis.dimension].find(member);
                (axis, found.map(Place::Member))
            });
        key_of(places)
    }

    /// The name of what a cell is a percentage of: the same cell with these dimensions in total.
    pub(super) fn key_of_total(&self, table: usize, members: &[String], of: &[usize]) -> Key {
        let mut members = members.to_vec();
        for place in of {
            TOTAL.clone_into(&mut members[*place]);
        }
        self.key(table, &members)
    }

    /// The number of a cell, a new one for a new cell.
    pub(super) fn cell(&mut self, key: Key) -> usize {
        if let Some(number) = self.numbers.get(&key) {
            return *number;
        }
        self.keys.push(key.clone());
        self.numbers.insert(key, self.keys.len() - 1);
        self.keys.len() - 1
    }

    /// The number of a cell, if there is one.
    pub(super) fn find(&self, key: &Key) -> Option<usize> {
        self.numbers.get(key).copied()
    }

    /// The name of a cell in words, for those that stand in no file.
    pub(super) fn name(&self, cell: usize) -> String {
        let places = self.keys[cell].iter().map(|(number, place)| {
            let dimension = &self.dimensions[*number];
            match place {
                Place::Member(member) => format!("{}={}", dimension.name, dimension.names[*member]),
                Place::Total(_) => format!("{}={TOTAL}", dimension.name),
            }
        });
        let name = places.collect::<Vec<_>>().join(", ");
        if name.is_empty() {
            TOTAL.to_owned()
        } else {
            name
        }
    }

    /// Makes a cell of what percentages are percentages of.
    fn denominators(&mut self, number: usize, table: &Table) {
        for row in &table.rows {
            if let Content::Share { of, .. } | Content::HiddenShare { of } = &row.content {
                let key = self.key_of_total(number, &row.members, of);
                self.cell(key);
            }
        }
    }

    /// Makes a cell of every combination of members of a table: what is missing from the file is unknown, not zero.
    fn complete(&mut self, number: usize, table: &Table) -> Result<(), PlainError> {
        let options: Vec<Vec<(usize, Option<Place>)>> =
            self.shapes[number].iter().map(Axis::options).collect();
        let cells = options
            .iter()
            .map(Vec::len)
            .fold(1_usize, usize::saturating_mul);
        if cells > MOST {
            return Err(PlainError::TooLarge {
                file: table.name.clone(),
                cells,
                most: MOST,
            });
        }
        for key in keys(&options) {
            self.cell(key);
        }
        Ok(())
    }

    /// Makes the cells that are needed to tell how groups of one table hang together with members of another.
    fn complete_groups(&mut self) {
        loop {
            let before = self.keys.len();
            for dimension in 0..self.dimensions.len() {
                for (rest, members) in self.slices(dimension) {
                    for member in self.dimensions[dimension].opened(&members).members {
                        self.cell(with(&rest, dimension, Place::Member(member)));
                    }
                }
            }
            if self.keys.len() == before {
                return;
            }
        }
    }

    /// Cells that differ in one dimension only, and have a member there: what they share, and those members. Only for a
    /// dimension with groups.
    pub(super) fn slices(&self, dimension: usize) -> BTreeMap<Key, BTreeSet<usize>> {
        let mut slices: BTreeMap<Key, BTreeSet<usize>> = BTreeMap::new();
        if !self.dimensions[dimension].groups() {
            return slices;
        }
        for key in &self.keys {
            for (place, (other, what)) in key.iter().enumerate() {
                if let (true, Place::Member(member)) = (*other == dimension, what) {
                    let mut rest = key.clone();
                    rest.remove(place);
                    slices.entry(rest).or_default().insert(*member);
                }
            }
        }
        slices
    }
}
