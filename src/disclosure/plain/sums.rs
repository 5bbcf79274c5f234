//! The relations between cells: sums of members, sums of groups, parts of larger totals, and percentages.

use std::collections::{BTreeMap, BTreeSet};

use super::key::{Key, Place, keys, with};
use super::link::Linked;
use super::read::{Content, Table};
use crate::disclosure::system::Row;

/// All relations between the cells of linked tables.
pub(super) fn relations(linked: &Linked, tables: &[Table]) -> Vec<Row> {
    let mut sums = BTreeSet::new();
    for (number, table) in tables.iter().enumerate() {
        if !table.percentages {
            totals(linked, number, &mut sums);
        }
    }
    groups(linked, &mut sums);
    sums.into_iter()
        .map(|(whole, parts)| Row::sum(whole, parts))
        .chain(wider_totals(linked))
        .chain(shares(linked, tables))
        .chain(hundred(linked, tables))
        .collect()
}

/// A total is the sum over the members of its table.
fn totals(linked: &Linked, table: usize, sums: &mut BTreeSet<(usize, Vec<usize>)>) {
    let shape = &linked.shapes[table];
    for (place, axis) in shape.iter().enumerate() {
        if !axis.totals || axis.cover.is_empty() {
            continue;
        }
        let others: Vec<_> = shape
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != place)
            .map(|(_, axis)| axis.options())
            .collect();
        for rest in keys(&others) {
            let whole = match axis.total {
                Some(total) => with(&rest, axis.dimension, total),
                None => rest.clone(),
            };
            sums.extend(sum(linked, &whole, &rest, axis.dimension, &axis.cover));
        }
    }
}

/// A group is the sum of its parts, in whichever table those stand.
fn groups(linked: &Linked, sums: &mut BTreeSet<(usize, Vec<usize>)>) {
    for (number, dimension) in linked.dimensions.iter().enumerate() {
        let mut opened = BTreeMap::new();
        for (rest, members) in linked.slices(number) {
            let groups = opened
                .entry(members)
                .or_insert_with_key(|members| dimension.opened(members).groups);
            for group in groups.iter() {
                let whole = with(&rest, number, Place::Member(*group));
                sums.extend(sum(
                    linked,
                    &whole,
                    &rest,
                    number,
                    &dimension.cover_of_parts(*group),
                ));
            }
        }
    }
}

fn sum(
    linked: &Linked,
    whole: &Key,
    rest: &Key,
    dimension: usize,
    members: &[usize],
) -> Option<(usize, Vec<usize>)> {
    let mut parts = members
        .iter()
        .map(|member| linked.find(&with(rest, dimension, Place::Member(*member))))
        .collect::<Option<Vec<_>>>()?;
    parts.sort_unstable();
    Some((linked.find(whole)?, parts))
}

/// A total over some members is never more than the total over those and others.
fn wider_totals(linked: &Linked) -> Vec<Row> {
    let mut rows = Vec::new();
    for (cell, key) in linked.keys.iter().enumerate() {
        for (place, (dimension, what)) in key.iter().enumerate() {
            let Place::Total(scope) = what else { continue };
            let scopes = &linked.scopes[*dimension];
            let mut rest = key.clone();
            rest.remove(place);
            let wider = (0..scopes.len())
                .filter(|other| other != scope && scopes[*other].is_superset(&scopes[*scope]))
                .map(|other| with(&rest, *dimension, Place::Total(other)));
            let found = wider
                .chain([rest.clone()])
                .filter_map(|key| linked.find(&key));
            rows.extend(found.map(|whole| Row::at_most(cell, whole)));
        }
    }
    rows
}

/// What percentages say of cells and their totals.
fn shares(linked: &Linked, tables: &[Table]) -> Vec<Row> {
    let mut rows = Vec::new();
    for (number, table) in tables.iter().enumerate() {
        for (row, part) in table.rows.iter().zip(&linked.cells[number]) {
            let Content::Share {
                scale,
                least,
                most,
                of,
            } = &row.content
            else {
                continue;
            };
            let Some(whole) = linked.find(&linked.key_of_total(number, &row.members, of)) else {
                continue;
            };
            // A total as a percentage of itself says nothing.
            if whole != *part {
                if *least > 0.0 {
                    rows.push(Row::at_most_zero(vec![(whole, *least), (*part, -scale)]));
                }
                rows.push(Row::at_most_zero(vec![(*part, *scale), (whole, -most)]));
            }
        }
    }
    rows
}

/// A table that hides percentages lists everything that together is 100 %: nothing else would have to be hidden.
fn hundred(linked: &Linked, tables: &[Table]) -> Vec<Row> {
    let mut sums = BTreeSet::new();
    for (number, table) in tables.iter().enumerate() {
        for row in &table.rows {
            let Content::HiddenShare { of } = &row.content else {
                continue;
            };
            let shape = &linked.shapes[number];
            let whole = linked.key_of_total(number, &row.members, of);
            let (hundred, others): (Vec<_>, Vec<_>) = shape
                .iter()
                .enumerate()
                .partition(|(place, _)| of.contains(place));
            let rest: Vec<usize> = others.iter().map(|(_, axis)| axis.dimension).collect();
            let rest: Key = whole
                .iter()
                .filter(|(dimension, _)| rest.contains(dimension))
                .copied()
                .collect();
            let mut parts = vec![rest];
            for (_, axis) in hundred {
                parts = parts
                    .iter()
                    .flat_map(|key| {
                        axis.cover
                            .iter()
                            .map(|member| with(key, axis.dimension, Place::Member(*member)))
                    })
                    .collect();
            }
            let parts: Option<Vec<usize>> = parts.iter().map(|key| linked.find(key)).collect();
            if let (Some(whole), Some(mut parts)) = (linked.find(&whole), parts) {
                parts.sort_unstable();
                sums.insert((whole, parts));
            }
        }
    }
    sums.into_iter()
        .map(|(whole, parts)| Row::sum(whole, parts))
        .collect()
}
