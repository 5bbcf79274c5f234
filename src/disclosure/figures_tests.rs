#![allow(
    clippy::unwrap_used,
    clippy::float_cmp,
    reason = "tests fail by panicking; these are whole numbers"
)]

use super::*;
use crate::release::RegionConfig;

/// What the other part of an amount is follows from the amount and the hidden part; it may be nearly all of it.
#[test]
fn a_part_of_a_shown_amount_leaves_the_other_part_as_uncertain() {
    let config: RegionConfig = toml::from_str(include_str!("../../data/regio.toml")).unwrap();
    let region = Region::new(&config).unwrap();
    let key = CellKey::total(2020, region.whole());
    let layout = Layout::new([Table::Use, Table::Providers].map(|table| (table, vec![key])));
    let place = |measure| layout.variable(key, measure).unwrap();
    let (whole, part) = (place(Measure::Cost), place(Measure::CostEverywhere));
    let figures = |fate_of_whole: Fate| {
        let mut fates = vec![Fate::Unknown; layout.len()];
        let mut published = vec![0.0; layout.len()];
        (fates[whole], fates[part]) = (fate_of_whole, Fate::OfFew);
        published[whole] = 1_000_000.0;
        Figures::new(layout.clone(), fates, published, &region)
    };
    // The policy asks for 20 %: of all cost, though the part is 50,000 at most.
    let of_shown = figures(Fate::Shown);
    assert_eq!(of_shown.required_width(part, 50_000.0), Some(200_000.0));
    assert_eq!(of_shown.enough_above(part, 10_000.0), 210_000.0);
    // Where the whole is hidden as well, what the other part is does not follow.
    let of_hidden = figures(Fate::ForAnother);
    assert_eq!(of_hidden.required_width(part, 50_000.0), Some(10_000.0));
    assert_eq!(of_hidden.enough_above(part, 10_000.0), 12_500.0);
}
