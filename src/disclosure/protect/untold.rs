//! Small cells that are hidden without telling that they are small.
//!
//! Were every figure that is hidden for another known to reach the threshold, that alone would hold others in place. So some small
//! cells look like them: then nobody can say of one that looks so how large it is.

use crate::disclosure::figures::{Fate, Figures};
use crate::disclosure::raw::RawTable;
use crate::release::sha256_hex;

/// One in so many cells is not told to be small when it is.
const ONE_IN: u32 = 20;

/// What decides where chance does, the same for the same records. It is taken from all exact figures together: who does not have them
/// cannot draw again.
pub(super) struct Secret(String);

impl Secret {
    pub(super) fn of(raw: &[RawTable]) -> Self {
        let exact: Vec<u8> = raw
            .iter()
            .flat_map(|table| table.cells.values().flatten())
            .flat_map(|value| value.to_le_bytes())
            .collect();
        Self(sha256_hex(&exact))
    }

    /// A number for what is named.
    pub(super) fn draw(&self, name: &str) -> u32 {
        let draw = sha256_hex(format!("{} {name}", self.0).as_bytes());
        u32::from_str_radix(&draw[..8], 16).unwrap_or_default()
    }
}

/// The figures of the cells of which it is not told. Headlines are told, for they are never hidden for another; and so are the figures of
/// the whole region, which bound all others.
pub(super) fn drawn(secret: &Secret, figures: &Figures) -> Vec<usize> {
    let is_drawn = |table: &str, row: usize| {
        let draw = secret.draw(&format!("{table} {row}"));
        draw.is_multiple_of(ONE_IN)
    };
    let whole = figures.region().whole();
    let mut drawn = Vec::new();
    for block in figures.layout.blocks() {
        for (row, key) in block.keys.iter().enumerate() {
            if (key.area == whole && key.margin().is_total()) || !is_drawn(block.table.code(), row)
            {
                continue;
            }
            let of_cell = (0..block.measures.len()).map(|place| block.variable(row, place));
            drawn.extend(of_cell.filter(|variable| !figures.is_headline(*variable)));
        }
    }
    drawn
}

/// Hidden for its own sake, without saying so.
pub(super) fn untold(fate: Fate) -> Fate {
    match fate {
        Fate::Small | Fate::OfFew => Fate::Untold,
        other => other,
    }
}
