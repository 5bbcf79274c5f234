//! Small cells that are hidden without telling that they are small.
//!
//! Were every figure that is hidden for another known to reach the threshold, that alone would hold others in place. So some small
//! cells look like them: then nobody can say of one that looks so how large it is.

use crate::disclosure::figures::{Fate, Figures};
use crate::disclosure::raw::RawTable;
use crate::release::sha256_hex;

/// One in so many cells is not told to be small when it is.
const ONE_IN: u32 = 20;

/// The figures of the cells of which it is not told, the same for the same records. What decides is taken from all exact figures
/// together: who does not have them cannot draw again. Headlines are told, for they are never hidden for another; and so are the
/// figures of the whole region, which bound all others.
pub(super) fn drawn(raw: &[RawTable], figures: &Figures) -> Vec<usize> {
    let exact: Vec<u8> = raw
        .iter()
        .flat_map(|table| table.cells.values().flatten())
        .flat_map(|value| value.to_le_bytes())
        .collect();
    let secret = sha256_hex(&exact);
    let is_drawn = |table: &str, row: usize| {
        let draw = sha256_hex(format!("{secret} {table} {row}").as_bytes());
        u32::from_str_radix(&draw[..8], 16).is_ok_and(|draw| draw.is_multiple_of(ONE_IN))
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
