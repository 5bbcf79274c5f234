//! How those who left residential care hang together with whose residential care ended, and with who left care altogether.

use super::{Term, at_most_zero};
use crate::cube::CellKey;
use crate::disclosure::layout::Layout;
use crate::disclosure::system::Row;
use crate::release::Region;
use crate::vocabulary::{Dimension, Measure, Member, Table};

/// The relations of a cell of [`Table::LeftResidence`].
///
/// Whoever left is one of those whose residential care ended, of an age that fits: at the end of the year she may be a year older. And
/// whoever left all care with residential care left that, in the same municipality unless she left once more in the year, in another: so it
/// is known of the whole region only.
pub(super) fn leaving(layout: &Layout, table: Table, key: CellKey, region: &Region) -> Vec<Row> {
    let age = key.member(Dimension::LeavingAge);
    let (Table::LeftResidence, Some(residential)) = (table, Member::residential()) else {
        return Vec::new();
    };
    let all = key.with(Dimension::LeavingAge.total());
    let in_residence = all.with(residential);
    let left = |key: CellKey, sign: f64| (key, Measure::LeftResidence, sign);
    let ended = |key: CellKey| (key, Measure::EndedYouths, -1.0);
    let mut rules: Vec<Vec<Term>> = Vec::new();
    if age.is_total() {
        rules.push(vec![left(key, 1.0), ended(in_residence)]);
        if key.area == region.whole() {
            rules.push(vec![(in_residence, Measure::Outflow, 1.0), left(key, -1.0)]);
            // Who left all care at an age, as it is at the end of the year.
            rules.extend(Dimension::AgeGroup.parts().map(|group| {
                let at_age = Dimension::LeavingAge
                    .parts()
                    .filter(|age| age.age_groups_after_leaving().any(|after| after == group))
                    .map(|age| left(all.with(age), -1.0));
                let gone = (in_residence.with(group), Measure::Outflow, 1.0);
                std::iter::once(gone).chain(at_age).collect()
            }));
        }
    } else {
        let groups = age.age_groups_after_leaving();
        let of_age = groups.map(|group| ended(in_residence.with(group)));
        rules.push(std::iter::once(left(key, 1.0)).chain(of_age).collect());
    }
    rules
        .into_iter()
        .filter_map(|terms| at_most_zero(layout, terms))
        .collect()
}
