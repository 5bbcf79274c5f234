//! A release falls apart into blocks of figures that hang together; each is attacked on its own.

use super::bounds::Knowledge;
use super::figures::Figures;
use super::solver::Programme;
use super::system::{Row, System};

/// Figures that hang together, renumbered from 0, with the relations that can still narrow them.
#[derive(Clone, Debug)]
pub struct Block {
    /// The variables of the release, in order; their places are the variables of this block.
    pub variables: Vec<usize>,
    /// What is known of each after reasoning relation by relation.
    pub bounds: Vec<(f64, f64)>,
    /// The relations that these bounds do not already keep.
    pub system: System,
}

/// Figures that hang together are attacked together, with all relations between them, as long as no more than so many are uncertain:
/// what a solver has time for.
const TOGETHER: usize = 1_000;

/// Splits the figures that are published into blocks that hang together. A block that is too large for a solver is split once more
/// into those of one measure in one year; the relations between measures and between years have then narrowed `knowledge`, and are
/// left at that.
pub fn blocks(figures: &Figures, knowledge: &Knowledge) -> Vec<Block> {
    let system = &figures.system;
    let kind = |variable: usize| {
        let name = figures.layout.name(variable);
        (name.key.year, name.measure)
    };
    let narrowing: Vec<usize> = (0..system.len())
        .filter(|row| !is_kept(*row, system, knowledge))
        .collect();
    let is_of_one_kind = |row: &usize| {
        let terms = system.terms(*row);
        let first = kind(terms[0].0);
        terms.iter().all(|(variable, _)| kind(*variable) == first)
    };
    let mut by_kind = Groups::new(figures.fates.len());
    for row in (0..system.len()).filter(is_of_one_kind) {
        by_kind.join_all(system.terms(row));
    }
    let mut together = by_kind.clone();
    for row in &narrowing {
        together.join_all(system.terms(*row));
    }
    let mut uncertain = vec![0; figures.fates.len()];
    for variable in 0..figures.fates.len() {
        let (low, high) = knowledge.bounds(variable);
        uncertain[together.root(variable)] += usize::from(low < high);
    }
    let mut place = vec![(0, 0); figures.fates.len()];
    let mut blocks: Vec<(Vec<usize>, Vec<Row>)> = Vec::new();
    let mut of_root = vec![None; figures.fates.len()];
    for (variable, place) in place.iter_mut().enumerate() {
        let root = match together.root(variable) {
            root if uncertain[root] <= TOGETHER => root,
            _ => by_kind.root(variable),
        };
        let block = *of_root[root].get_or_insert_with(|| {
            blocks.push((Vec::new(), Vec::new()));
            blocks.len() - 1
        });
        *place = (block, blocks[block].0.len());
        blocks[block].0.push(variable);
    }
    for row in narrowing {
        let terms = system.terms(row);
        let (block, _) = place[terms[0].0];
        if terms
            .iter()
            .any(|(variable, _)| place[*variable].0 != block)
        {
            continue;
        }
        let (low, high) = system.limits(row);
        let terms = terms
            .iter()
            .map(|(variable, coefficient)| (place[*variable].1, *coefficient))
            .collect();
        blocks[block].1.push(Row { terms, low, high });
    }
    blocks
        .into_iter()
        .map(|(variables, rows)| Block {
            bounds: variables
                .iter()
                .map(|variable| knowledge.bounds(*variable))
                .collect(),
            system: System::new(variables.len(), rows),
            variables,
        })
        .filter(|block| {
            block
                .variables
                .iter()
                .any(|variable| figures.fates[*variable].is_protected())
        })
        .collect()
}

/// Whether the bounds alone keep a relation, so that it can narrow nothing.
fn is_kept(row: usize, system: &System, knowledge: &Knowledge) -> bool {
    let (mut least, mut most) = (0.0, 0.0);
    for (variable, coefficient) in system.terms(row) {
        let (small, large) = knowledge.term(*variable, *coefficient);
        least += small;
        most += large;
    }
    let (low, high) = system.limits(row);
    least >= low && most <= high
}

impl Block {
    /// The programme of the block, in units of `unit`: relations are between sums, so they hold in any.
    pub fn programme(&self, unit: f64) -> Programme {
        let rows = (0..self.system.len()).map(|row| {
            let (low, high) = self.system.limits(row);
            Row {
                terms: self.system.terms(row).to_vec(),
                low: low / unit,
                high: high / unit,
            }
        });
        Programme {
            bounds: self
                .bounds
                .iter()
                .map(|(low, high)| (low / unit, high / unit))
                .collect(),
            rows: rows.collect(),
            whole: false,
        }
    }
}

/// Disjoint sets.
#[derive(Clone)]
struct Groups {
    parent: Vec<usize>,
}

impl Groups {
    fn new(members: usize) -> Self {
        Self {
            parent: (0..members).collect(),
        }
    }

    fn root(&mut self, mut member: usize) -> usize {
        while self.parent[member] != member {
            self.parent[member] = self.parent[self.parent[member]];
            member = self.parent[member];
        }
        member
    }

    fn join_all(&mut self, terms: &[(usize, f64)]) {
        for (variable, _) in &terms[1..] {
            self.join(terms[0].0, *variable);
        }
    }

    fn join(&mut self, first: usize, second: usize) {
        let (first, second) = (self.root(first), self.root(second));
        self.parent[first.max(second)] = first.min(second);
    }
}
