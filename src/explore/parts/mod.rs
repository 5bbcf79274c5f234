//! Small parts that several pages use.

mod agreed;
mod area_select;
mod goto;
mod link;
mod loading;
mod mark;
mod plain_table;
mod sparkline;
mod tile;
mod to_view;
mod wide;

pub(super) use agreed::agreed_durations;
pub(super) use area_select::{AreaSelect, YearSelect};
pub(super) use goto::Goto;
pub(super) use link::link_to;
pub(super) use loading::Fetched;
pub(super) use mark::{MarkKey, Present, marked, marked_outcome, present, sample};
pub(super) use plain_table::plain_table;
pub(super) use sparkline::{Breaks, sparkline};
pub(super) use tile::Tile;
pub(super) use to_view::ToView;
pub(super) use wide::Wide;

/// Whether a click is meant for this page: not for a new tab, window or download.
pub(super) fn is_plain_click(event: &leptos::ev::MouseEvent) -> bool {
    event.button() == 0
        && !event.ctrl_key()
        && !event.meta_key()
        && !event.shift_key()
        && !event.alt_key()
}
