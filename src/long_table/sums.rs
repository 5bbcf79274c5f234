//! What is added up together: the number of rows and the sum of every measure, side by side in memory.

/// The first lane counts rows; each measure has one of the others.
pub(super) type Sums = [f64; LANES];

pub(super) const LANES: usize = 8;
/// The lane that counts rows.
pub(super) const COUNT: usize = 0;

pub(super) fn add(to: &mut Sums, from: &Sums) {
    for (to, from) in to.iter_mut().zip(from) {
        *to += from;
    }
}

/// The sums of a list of cells; of measures that are not known in every row, also in how many they are.
#[derive(Clone, Debug, Default)]
pub(super) struct Cells {
    pub sums: Vec<Sums>,
    /// Empty when every measure is known in every row.
    pub known: Vec<Sums>,
}

impl Cells {
    /// Makes it `count` empty cells.
    pub fn clear(&mut self, count: usize, with_known: bool) {
        self.sums.clear();
        self.sums.resize(count, [0.0; LANES]);
        self.known.clear();
        if with_known {
            self.known.resize(count, [0.0; LANES]);
        }
    }

    /// The sum in a lane of a cell, `NaN` when it is not known in any row.
    pub fn sum(&self, cell: usize, lane: usize) -> f64 {
        match self.known.get(cell) {
            Some(known) if known[lane] == 0.0 => f64::NAN,
            _ => self.sums[cell][lane],
        }
    }
}
