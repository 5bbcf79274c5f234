//! Other worlds: values for all figures that agree with everything published. A figure is safe when two such worlds are far enough
//! apart in it; when no two can be, what was published gives it away.

use std::collections::{BTreeMap, BTreeSet};

use super::draw::Draw;
use super::programme::{Programme, Row};
use super::reader::{Figure, Reader};

/// How often all figures that are not known to be safe are moved together, before they are moved one by one.
const SWEEPS: usize = 30;

/// What a solver may be off, as a share.
const TOLERANCE: f64 = 1e-6;

/// How far apart two worlds must be.
pub(super) struct Required {
    /// In a count.
    pub(super) count: f64,
    /// In anything else: a share of the larger.
    pub(super) share: f64,
}

impl Required {
    fn is_met(&self, figure: &Figure, (low, high): (f64, f64)) -> bool {
        let required = if figure.is_count {
            self.count
        } else {
            self.share * high
        };
        high - low >= required - TOLERANCE * high.max(1.0)
    }
}

/// What an attack came to.
#[derive(Debug, Default)]
pub(super) struct Attack {
    /// Figures that were given away, with all that they can be.
    pub(super) given_away: Vec<(Figure, (f64, f64))>,
    /// Figures that must be protected.
    pub(super) protected: usize,
}

/// Attacks a release of which the test knows the truth: that is the first world. All that hangs together is moved together.
pub(super) fn attack(reader: &Reader, truth: &[f64], required: &Required) -> Attack {
    let mut attack = Attack::default();
    let mut done = BTreeSet::new();
    let touching = touching(reader);
    for figure in 0..reader.figures.len() {
        if reader.figures[figure].is_protected && !done.contains(&figure) {
            let together = component(reader, &touching, figure);
            done.extend(together.iter().copied());
            attack_together(reader, &touching, &together, truth, required, &mut attack);
        }
    }
    attack
}

/// The relations that every figure stands in.
fn touching(reader: &Reader) -> Vec<Vec<usize>> {
    let mut touching = vec![Vec::new(); reader.figures.len()];
    for (number, relation) in reader.relations.iter().enumerate() {
        for (figure, _) in &relation.terms {
            touching[*figure].push(number);
        }
    }
    touching
}

/// All figures that hang together with this one, in order.
fn component(reader: &Reader, touching: &[Vec<usize>], figure: usize) -> Vec<usize> {
    let mut found = BTreeSet::from([figure]);
    let mut waiting = vec![figure];
    while let Some(next) = waiting.pop() {
        for relation in &touching[next] {
            for (other, _) in &reader.relations[*relation].terms {
                if found.insert(*other) {
                    waiting.push(*other);
                }
            }
        }
    }
    found.into_iter().collect()
}

fn programme(reader: &Reader, touching: &[Vec<usize>], together: &[usize]) -> Programme {
    let place: BTreeMap<usize, usize> = together.iter().copied().zip(0..).collect();
    let numbers: BTreeSet<usize> = together
        .iter()
        .flat_map(|figure| touching[*figure].iter().copied())
        .collect();
    let rows = numbers.into_iter().map(|number| {
        let relation = &reader.relations[number];
        let terms = relation.terms.iter();
        Row {
            terms: terms
                .map(|(figure, weight)| (place[figure], *weight as f64))
                .collect(),
            is_equality: relation.is_equality,
        }
    });
    let bounds = together.iter().map(|figure| reader.figures[*figure].bounds);
    Programme::new(bounds, rows)
}

fn attack_together(
    reader: &Reader,
    touching: &[Vec<usize>],
    together: &[usize],
    truth: &[f64],
    required: &Required,
    attack: &mut Attack,
) {
    let figures: Vec<&Figure> = together
        .iter()
        .map(|figure| &reader.figures[*figure])
        .collect();
    let programme = programme(reader, touching, together);
    let mut seen: Vec<(f64, f64)> = together
        .iter()
        .map(|figure| (truth[*figure], truth[*figure]))
        .collect();
    let ask = |weights: &[(usize, f64)], seen: &mut Vec<(f64, f64)>| {
        let world = programme.minimise(weights);
        for (seen, value) in seen.iter_mut().zip(&world) {
            *seen = (seen.0.min(*value), seen.1.max(*value));
        }
    };
    let open = |seen: &[(f64, f64)]| -> Vec<usize> {
        (0..figures.len())
            .filter(|place| {
                figures[*place].is_protected && !required.is_met(figures[*place], seen[*place])
            })
            .collect()
    };
    let mut draw = Draw::new(1);
    for _ in 0..SWEEPS {
        let mut weights: Vec<(usize, f64)> = open(&seen)
            .into_iter()
            .map(|place| (place, if draw.chance(50) { 1.0 } else { -1.0 }))
            .collect();
        if weights.len() < 4 {
            break;
        }
        ask(&weights, &mut seen);
        for (_, weight) in &mut weights {
            *weight = -*weight;
        }
        ask(&weights, &mut seen);
    }
    for place in open(&seen) {
        for sign in [1.0, -1.0] {
            if !required.is_met(figures[place], seen[place]) {
                ask(&[(place, sign)], &mut seen);
            }
        }
        if !required.is_met(figures[place], seen[place]) {
            attack
                .given_away
                .push((figures[place].clone(), seen[place]));
        }
    }
    attack.protected += figures.iter().filter(|figure| figure.is_protected).count();
}
