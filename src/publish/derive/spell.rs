//! What holds of everything that a person had from one day until another, whether care or an order.

use super::calendar::{first_day, last_day};
use crate::publish::input::Spell;

/// Whether a spell ran on some day of the year.
pub(super) fn runs_in(spell: &impl Spell, year: u16) -> bool {
    spell.begin() <= last_day(year) && spell.end().is_none_or(|end| end >= first_day(year))
}

/// Of two last days the later one; none when one of them runs on.
pub(super) fn later(one: Option<i32>, other: Option<i32>) -> Option<i32> {
    one.and_then(|one| other.map(|other| one.max(other)))
}

/// Makes one of spells of one person and kind that share a day: `absorb` adds the later to the earlier. They come sorted by person,
/// kind and begin.
pub(super) fn merge<T: Spell>(sorted: &mut Vec<T>, absorb: impl Fn(&mut T, &mut T)) {
    sorted.dedup_by(|next, last| {
        let continues = (last.person(), last.kind()) == (next.person(), next.kind())
            && last.end().is_none_or(|end| next.begin() <= end);
        if continues {
            absorb(last, next);
        }
        continues
    });
}
