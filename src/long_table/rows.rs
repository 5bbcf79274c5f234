//! Passes over the rows, a block at a time: a block is small enough to stay in the nearest memory while each of its columns is read
//! with a loop of its own type.

use std::ops::Range;

use super::sums::{COUNT, Cells, LANES, Sums, add};
use super::table::{LongTable, Measure};

const BLOCK: usize = 256;

/// Where rows go: `steps` is how far apart the members of each dimension lie among the cells, 0 for those not told apart.
pub(super) struct Target<'a> {
    pub steps: &'a [u32],
    pub cells: &'a mut Cells,
}

/// Adds every row to each of the targets, in one pass.
pub(super) fn pour(table: &LongTable, targets: &mut [Target]) {
    let mut block = Block::new();
    for start in (0..table.rows).step_by(BLOCK) {
        let rows = start..table.rows.min(start + BLOCK);
        block.read(table, rows.clone());
        for target in &mut *targets {
            block.locate(table, rows.clone(), target.steps);
            let places = &block.places[..rows.len()];
            add_at(places, &block.sums, &mut target.cells.sums);
            if !target.cells.known.is_empty() {
                add_at(places, &block.known, &mut target.cells.known);
            }
        }
    }
}

#[inline(never)]
fn add_at(places: &[u32], rows: &[Sums], cells: &mut [Sums]) {
    for (place, row) in places.iter().zip(rows) {
        add(&mut cells[*place as usize], row);
    }
}

/// Adds the rows to the target of which every chosen dimension has a chosen member.
pub(super) fn pour_chosen(table: &LongTable, chosen: &[Option<Vec<bool>>], target: &mut Target) {
    let mut block = Block::new();
    for start in (0..table.rows).step_by(BLOCK) {
        let rows = start..table.rows.min(start + BLOCK);
        let mut keep = [true; BLOCK];
        for (codes, chosen) in table.dimensions.iter().zip(chosen) {
            if let Some(chosen) = chosen {
                codes.keep_chosen(rows.clone(), chosen, &mut keep);
            }
        }
        if !keep[..rows.len()].contains(&true) {
            continue;
        }
        block.read(table, rows.clone());
        block.locate(table, rows.clone(), target.steps);
        for (row, keep) in keep.iter().enumerate().take(rows.len()) {
            if *keep {
                let place = block.places[row] as usize;
                add(&mut target.cells.sums[place], &block.sums[row]);
                if let Some(known) = target.cells.known.get_mut(place) {
                    add(known, &block.known[row]);
                }
            }
        }
    }
}

struct Block {
    sums: [Sums; BLOCK],
    known: [Sums; BLOCK],
    places: [u32; BLOCK],
}

impl Block {
    fn new() -> Self {
        let mut row = [0.0; LANES];
        row[COUNT] = 1.0;
        Self {
            sums: [row; BLOCK],
            known: [row; BLOCK],
            places: [0; BLOCK],
        }
    }

    fn read(&mut self, table: &LongTable, rows: Range<usize>) {
        for (measure, numbers) in Measure::ALL.iter().zip(&table.measures) {
            numbers.spread(rows.clone(), measure.lane(), &mut self.sums);
            if table.has_unknown() {
                numbers.spread_known(rows.clone(), measure.lane(), &mut self.known);
            }
        }
    }

    fn locate(&mut self, table: &LongTable, rows: Range<usize>, steps: &[u32]) {
        self.places.fill(0);
        for (codes, step) in table.dimensions.iter().zip(steps) {
            if *step > 0 {
                codes.add_places(rows.clone(), *step, &mut self.places);
            }
        }
    }
}
