//! A part of the cells, with the relations between them: what is known of other cells becomes a constant.

use crate::disclosure::system::{Row, System};

/// The relations that any of these cells stands in, in order.
pub(super) fn touching(cells: impl IntoIterator<Item = usize>, system: &System) -> Vec<usize> {
    let mut numbers: Vec<usize> = cells
        .into_iter()
        .flat_map(|cell| system.touching(cell).iter().copied())
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// A relation between the cells of a part, by their places in it; all others in the relation are known.
pub(super) fn narrowed(
    number: usize,
    cells: &[usize],
    bounds: &[(f64, f64)],
    system: &System,
) -> Row {
    let (mut low, mut high) = system.limits(number);
    let mut terms = Vec::new();
    for (cell, coefficient) in system.terms(number) {
        if let Ok(place) = cells.binary_search(cell) {
            terms.push((place, *coefficient));
        } else {
            let constant = coefficient * bounds[*cell].0;
            (low, high) = (low - constant, high - constant);
        }
    }
    Row { terms, low, high }
}
