//! How the trajectories that stand in each part of the agreed ranges hang together with how long trajectories of each form lasted, and those
//! of which the allocation is known with those that began.

use super::{Term, at_most_zero};
use crate::cube::CellKey;
use crate::disclosure::layout::Layout;
use crate::disclosure::system::Row;
use crate::release::Region;
use crate::vocabulary::{Dimension, Measure, Member, Table};

/// The relations of a cell of [`Table::Allocations`] or [`Table::Ranges`].
///
/// Of what began the allocation of some is known. What ended of the forms with a range stands in one of its parts: each part holds at
/// least what lasted, by its class of duration, as long as the part says in every case, of each form, and at most what may have; and so it is with what lasted under a
/// year or not, where classes are not published. And days are at least what the parts say.
pub(super) fn agreed(layout: &Layout, table: Table, key: CellKey, region: &Region) -> Vec<Row> {
    match table {
        Table::Allocations => begun(layout, key).into_iter().collect(),
        Table::Ranges => ended(layout, key, region),
        _ => Vec::new(),
    }
}

fn begun(layout: &Layout, key: CellKey) -> Option<Row> {
    let total = Dimension::AllocationWait.total();
    if key.member(Dimension::AllocationWait) != total {
        return None;
    }
    at_most_zero(
        layout,
        [
            (key, Measure::BegunAllocated, 1.0),
            (key, Measure::Begun, -1.0),
        ],
    )
}

fn ended(layout: &Layout, key: CellKey, region: &Region) -> Vec<Row> {
    let part = key.member(Dimension::Range);
    let all = key.with(Dimension::Range.total());
    let forms: Vec<Member> = Dimension::CareForm
        .parts()
        .filter(|form| region.agreed_range(*form).is_some())
        .collect();
    if part.is_total() {
        // What ended of a form is told twice, of which one may not be published.
        let sum = |of_form: Measure| {
            let whole = layout.variable(key, Measure::EndedWithRange)?;
            let parts = forms
                .iter()
                .map(|form| layout.variable(all.with(*form), of_form));
            Some(Row::sum(whole, parts.collect::<Option<Vec<_>>>()?))
        };
        return [Measure::EndedTrajectories, Measure::EndedOfDuration]
            .into_iter()
            .filter_map(sum)
            .chain(days(layout, key, region))
            .collect();
    }
    let limits = |form: Member| {
        region
            .agreed_range(form)
            .and_then(|range| range.days().limits(part))
    };
    [by_class, by_year]
        .into_iter()
        .flat_map(|slices| {
            let of_forms = forms
                .iter()
                .flat_map(|form| slices(all.with(*form), limits(*form)));
            let (mut surely, mut perhaps) = (Vec::new(), Vec::new());
            for slice in of_forms {
                if slice.is_within {
                    surely.extend(slice.counted.iter().copied());
                }
                if slice.meets {
                    perhaps.extend(slice.counted);
                }
            }
            surely.push((key, Measure::EndedWithRange, -1.0));
            let mut at_most = vec![(key, Measure::EndedWithRange, 1.0)];
            at_most.extend(
                perhaps
                    .into_iter()
                    .map(|(key, of, weight)| (key, of, -weight)),
            );
            [surely, at_most]
        })
        .filter_map(|terms| at_most_zero(layout, terms))
        .collect()
}

/// What ended of a form within some limits of days, as far as it is published.
struct Slice {
    /// The figures that it is the sum of.
    counted: Vec<Term>,
    /// Whether all of it lies within the limits of the part.
    is_within: bool,
    /// Whether some of it may.
    meets: bool,
}

type Limits = Option<(i64, Option<i64>)>;

fn slice(counted: Vec<Term>, (least, most): (i64, Option<i64>), limits: Limits) -> Slice {
    let end = |most: Option<i64>| most.unwrap_or(i64::MAX);
    Slice {
        counted,
        is_within: limits.is_some_and(|(from, to)| least >= from && end(most) <= end(to)),
        meets: limits.is_some_and(|(from, to)| least <= end(to) && end(most) >= from),
    }
}

/// By class of duration.
fn by_class(form: CellKey, limits: Limits) -> Vec<Slice> {
    Dimension::Duration
        .parts()
        .filter_map(|class| {
            let counted = vec![(form.with(class), Measure::EndedOfDuration, 1.0)];
            Some(slice(counted, class.duration_limits()?, limits))
        })
        .collect()
}

/// By whether it lasted a year.
fn by_year(form: CellKey, limits: Limits) -> Vec<Slice> {
    let under = (form, Measure::UnderOneYear, 1.0);
    let longer = vec![
        (form, Measure::EndedTrajectories, 1.0),
        (form, Measure::UnderOneYear, -1.0),
    ];
    vec![
        slice(vec![under], (1, Some(364)), limits),
        slice(longer, (365, None), limits),
    ]
}

/// Of each part the fewest days that any form has in it.
fn days(layout: &Layout, key: CellKey, region: &Region) -> Option<Row> {
    let ranges = region.agreed_ranges();
    let terms = Dimension::Range.parts().filter_map(|part| {
        let least = ranges
            .iter()
            .filter_map(|range| Some(range.days().limits(part)?.0))
            .min()?;
        Some((key.with(part), Measure::EndedWithRange, least as f64))
    });
    at_most_zero(layout, terms.chain([(key, Measure::Days, -1.0)]))
}
