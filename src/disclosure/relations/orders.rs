//! How those in care under an order, as orders tell of them, hang together with those as care tells of them.

use super::at_most_zero;
use crate::cube::CellKey;
use crate::disclosure::layout::Layout;
use crate::disclosure::system::Row;
use crate::release::Region;
use crate::vocabulary::{Measure, Member, Table};

/// The relations of a cell of all ages and types of [`Table::Orders`]: whoever is under an order and in care in a municipality is in care there,
/// and under an order somewhere. There are fewer of them than of these, also in the whole region: a youth may have her care in another
/// municipality than her order. In the whole region these are some of those under an order.
pub(super) fn in_care_under_order(
    layout: &Layout,
    table: Table,
    key: CellKey,
    region: &Region,
) -> Vec<Row> {
    let is_of_all = key == CellKey::total(key.year, key.area);
    let (Table::Orders, true, Some(with_order)) = (table, is_of_all, Member::of_with_order(true))
    else {
        return Vec::new();
    };
    let in_care = key.with(with_order);
    let in_both = [
        (key, Measure::UnderOrderInCare, 1.0),
        (in_care, Measure::Youths, -1.0),
    ];
    let anywhere = [
        (in_care, Measure::Youths, 1.0),
        (key, Measure::UnderOrder, -1.0),
    ];
    [
        Some(in_both),
        (key.area == region.whole()).then_some(anywhere),
    ]
    .into_iter()
    .flatten()
    .filter_map(|terms| at_most_zero(layout, terms))
    .collect()
}
