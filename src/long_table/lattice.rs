//! Margins: sums for every combination of the members of some dimensions. Each is made once, from a finer one where there is one,
//! and otherwise from the rows.

use super::rows::{Target, pour};
use super::sums::{Cells, Sums, add};
use super::table::{Dimension, LongTable};

/// 64 bytes a cell: 8 MB for the largest margin, 16 MB for all of them.
const LARGEST: usize = 1 << 17;
const ALL_TOGETHER: usize = 1 << 18;

/// A set of dimensions, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Axes(u8);

impl Axes {
    pub fn of(dimensions: &[Dimension]) -> Self {
        dimensions
            .iter()
            .fold(Self::default(), |axes, dimension| axes.with(*dimension))
    }

    pub fn with(self, dimension: Dimension) -> Self {
        Self(self.0 | 1 << dimension as u8)
    }

    pub fn has(self, dimension: Dimension) -> bool {
        self.0 >> dimension as u8 & 1 == 1
    }

    fn within(self, other: Self) -> bool {
        self.0 & other.0 == self.0
    }
}

/// How far apart the members of each dimension lie, 0 for those not told apart, and how many cells that makes; `None` when more
/// than can be numbered.
pub(super) fn layout(
    table: &LongTable,
    dimensions: impl DoubleEndedIterator<Item = Dimension>,
) -> Option<([u32; Dimension::COUNT], usize)> {
    let mut steps = [0; Dimension::COUNT];
    let mut cells = 1_u32;
    for dimension in dimensions.rev() {
        steps[dimension as usize] = cells;
        cells = cells.checked_mul(u32::try_from(table.size(dimension)).ok()?)?;
    }
    Some((steps, cells as usize))
}

/// Sums by some dimensions.
#[derive(Debug)]
pub(super) struct Margin {
    axes: Axes,
    pub steps: [u32; Dimension::COUNT],
    pub cells: Cells,
}

impl Margin {
    /// An empty one; `None` when it would be too large to pay.
    fn new(table: &LongTable, axes: Axes) -> Option<Self> {
        let dimensions = Dimension::ALL
            .into_iter()
            .filter(|dimension| axes.has(*dimension));
        let (steps, count) = layout(table, dimensions).filter(|(_, count)| *count <= LARGEST)?;
        let mut cells = Cells::default();
        cells.clear(count, table.has_unknown());
        Some(Self { axes, steps, cells })
    }
}

/// The margins made so far, the oldest first.
#[derive(Debug, Default)]
pub(super) struct Lattice {
    margins: Vec<Margin>,
}

impl Lattice {
    /// Makes all these margins in one pass over the rows, but for those that would be too large.
    pub fn prepare(&mut self, table: &LongTable, wanted: &[Axes]) {
        let mut made: Vec<Margin> = wanted
            .iter()
            .filter_map(|axes| Margin::new(table, *axes))
            .collect();
        let mut targets: Vec<Target> = made
            .iter_mut()
            .map(|margin| Target {
                steps: &margin.steps,
                cells: &mut margin.cells,
            })
            .collect();
        pour(table, &mut targets);
        for margin in made {
            self.keep(margin);
        }
    }

    /// The margin of these dimensions, made now if need be; `None` when it would be too large.
    pub fn margin(&mut self, table: &LongTable, axes: Axes) -> Option<&Margin> {
        if let Some(place) = self.margins.iter().position(|margin| margin.axes == axes) {
            return self.margins.get(place);
        }
        let mut made = Margin::new(table, axes)?;
        let finer = self
            .margins
            .iter()
            .filter(|margin| axes.within(margin.axes) && margin.cells.sums.len() < table.rows)
            .min_by_key(|margin| margin.cells.sums.len());
        if let Some(finer) = finer {
            let walk: Vec<Vec<(u32, u32)>> = Dimension::ALL
                .into_iter()
                .filter(|dimension| finer.axes.has(*dimension))
                .map(|dimension| {
                    let (from, to) = (
                        finer.steps[dimension as usize],
                        made.steps[dimension as usize],
                    );
                    (0..)
                        .take(table.size(dimension))
                        .map(|code| (code * from, code * to))
                        .collect()
                })
                .collect();
            add_up(&finer.cells, &walk, &mut made.cells);
        } else {
            let mut target = Target {
                steps: &made.steps,
                cells: &mut made.cells,
            };
            pour(table, std::slice::from_mut(&mut target));
        }
        self.keep(made);
        self.margins.last()
    }

    fn keep(&mut self, margin: Margin) {
        self.margins.push(margin);
        let mut cells: usize = self
            .margins
            .iter()
            .map(|margin| margin.cells.sums.len())
            .sum();
        while cells > ALL_TOGETHER && self.margins.len() > 1 {
            cells -= self.margins.remove(0).cells.sums.len();
        }
    }
}

/// Adds cells to cells. `walk` has, for each dimension of the first, the members that count: how far each is from the start in the
/// first and in the second.
pub(super) fn add_up(from: &Cells, walk: &[Vec<(u32, u32)>], to: &mut Cells) {
    step(&from.sums, walk, 0, 0, &mut to.sums);
    if !from.known.is_empty() {
        step(&from.known, walk, 0, 0, &mut to.known);
    }
}

fn step(from: &[Sums], walk: &[Vec<(u32, u32)>], start: usize, end: usize, to: &mut [Sums]) {
    match walk {
        [] => add(&mut to[end], &from[start]),
        [last] => {
            for (from_step, to_step) in last {
                add(
                    &mut to[end + *to_step as usize],
                    &from[start + *from_step as usize],
                );
            }
        }
        [first, rest @ ..] => {
            for (from_step, to_step) in first {
                step(
                    from,
                    rest,
                    start + *from_step as usize,
                    end + *to_step as usize,
                    to,
                );
            }
        }
    }
}
