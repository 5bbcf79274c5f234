//! What an earlier release tells besides: its reader may have kept it.

use std::path::Path;

use super::AuditError;
use super::release::{Exposed, reason, words};
use super::repair::Trace;
use crate::cube::CubeStore;
use crate::disclosure::{Fate, Figures, Knowledge, Row, System};
use crate::release::Release;
use crate::vocabulary::Table;

/// A figure of a final year that stands in both releases: its variable in the new one, and in the earlier one.
type Pair = (usize, usize);

/// By how much a count may have changed from the earlier release to the new one, from the likeliest to the least: not at all, by one
/// record that was added, by one that was taken away.
const CHANGES: [(f64, f64); 3] = [(0.0, 0.0), (0.0, 1.0), (-1.0, 0.0)];

/// How often the releases tell each other what was learnt; each time takes all relations of both.
const ROUNDS: usize = 4;

/// Adds to `figures` what an earlier release tells of them, and gives the figures that the earlier one hid and the two together tell
/// too much of. A year that is final in both is taken as unchanged; where that is impossible a reader may know that one record was
/// added or taken away. The amounts of such a record are unknown.
///
/// # Errors
/// [`AuditError::Contradiction`] when more than one record changed, [`AuditError::NothingInCommon`] when no figure stands in both.
pub(super) fn compare(
    figures: &mut Figures,
    release: &Release,
    (folder, before, store): (&Path, &Release, &CubeStore),
) -> Result<Vec<Exposed>, AuditError> {
    let earlier = Figures::from_cubes(store, &before.region, None);
    let mut pairs = common(figures, &earlier);
    if pairs.is_empty() {
        return Err(AuditError::NothingInCommon {
            folder: folder.to_owned(),
        });
    }
    pairs.retain(|(now, _)| {
        let year = figures.layout.name(*now).key.year;
        !release.region.is_provisional(year)
            && !before.region.is_provisional(year)
            && !figures.measure(*now).is_public()
    });
    let mut contradiction = None;
    for change in CHANGES {
        match together(figures.clone(), earlier.clone(), &pairs, change) {
            Ok((now, then)) => {
                let exposed = told_by_the_new(&now, &then, &before.id, &pairs)?;
                *figures = now;
                return Ok(exposed);
            }
            // That nothing changed is the easiest to understand of what is impossible.
            Err(error @ AuditError::Contradiction { .. }) => {
                contradiction.get_or_insert(error);
            }
            Err(other) => return Err(other),
        }
    }
    contradiction.map_or(Ok(Vec::new()), Err)
}

/// The figures that stand in both and are of the same. An area is the same when it has the same code; where something else was agreed on how long
/// care should last, other care lies within it.
fn common(figures: &Figures, earlier: &Figures) -> Vec<Pair> {
    let agrees = figures.region().agrees_with(earlier.region());
    (0..figures.fates.len())
        .filter(|now| agrees || figures.measure(*now).table() != Table::Ranges)
        .filter_map(|now| {
            let name = figures.layout.name(now);
            let area = earlier
                .region()
                .by_code(&figures.region().area(name.key.area).code)?;
            let then = earlier
                .layout
                .variable(name.key.in_area(area), name.measure)?;
            Some((now, then))
        })
        .collect()
}

/// Lets the two tell each other what is known until neither learns more, when every count changed by no more than `change`.
fn together<'a, 'b>(
    mut now: Figures<'a>,
    mut then: Figures<'b>,
    pairs: &[Pair],
    change: (f64, f64),
) -> Result<(Figures<'a>, Figures<'b>), AuditError> {
    for _ in 0..ROUNDS {
        let (known_now, known_then) = (reason(&now)?, reason(&then)?);
        let changes = changes(&now, pairs, (&known_now, &known_then), change)?;
        let mut learnt = false;
        for ((new, old), (less, more)) in pairs.iter().zip(changes) {
            let ((low, high), (low_then, high_then)) =
                (known_now.bounds(*new), known_then.bounds(*old));
            let (new_low, new_high) = (low_then + less, high_then + more);
            let (old_low, old_high) = (low - more, high - less);
            if new_low > high || new_high < low {
                return Err(AuditError::Contradiction {
                    figure: words(&now, *new),
                });
            }
            learnt |=
                new_low > low || new_high < high || old_low > low_then || old_high < high_then;
            now.learn(*new, new_low, new_high);
            then.learn(*old, old_low, old_high);
        }
        if !learnt {
            break;
        }
    }
    Ok((now, then))
}

/// By how much each figure changed. What was added keeps the relations that all figures keep: where the reader sees that it is in one
/// part, she knows that it is in no other.
fn changes(
    figures: &Figures,
    pairs: &[Pair],
    (now, then): (&Knowledge, &Knowledge),
    (less, more): (f64, f64),
) -> Result<Vec<(f64, f64)>, AuditError> {
    if more <= less {
        return Ok(vec![(less, more); pairs.len()]);
    }
    // What was taken away is reasoned about as if it were added to the earlier one.
    let is_added = less >= 0.0;
    let mut is_paired = vec![false; figures.fates.len()];
    let mut bounds = vec![(0.0, f64::INFINITY); figures.fates.len()];
    for (new, old) in pairs {
        let ((low, high), (low_then, high_then)) = (now.bounds(*new), then.bounds(*old));
        let most = if figures.measure(*new).is_count_of_youths() {
            more - less
        } else {
            f64::INFINITY
        };
        let (at_least, at_most) = if is_added {
            (low - high_then, high - low_then)
        } else {
            (low_then - high, high_then - low)
        };
        bounds[*new] = (at_least.max(0.0), at_most.min(most));
        is_paired[*new] = true;
        if bounds[*new].0 > bounds[*new].1 {
            return Err(AuditError::Contradiction {
                figure: words(figures, *new),
            });
        }
    }
    let system = &figures.system;
    let rows = (0..system.len())
        .filter(|row| {
            system
                .terms(*row)
                .iter()
                .all(|(variable, _)| is_paired[*variable])
        })
        .map(|row| {
            let (low, high) = system.limits(row);
            Row {
                terms: system.terms(row).to_vec(),
                low,
                high,
            }
        });
    let system = System::new(figures.fates.len(), rows);
    let mut added = Knowledge::new(bounds, &system);
    let steps = system.len().saturating_mul(200);
    if let Err(crate::disclosure::Stopped::TooFar(variable)) =
        added.reason(&system, steps, |_, low, high| low <= high)
    {
        return Err(AuditError::Contradiction {
            figure: words(figures, variable),
        });
    }
    Ok(pairs
        .iter()
        .map(|(new, _)| match added.bounds(*new) {
            change if is_added => change,
            (low, high) => (-high, -low),
        })
        .collect())
}

/// What the new release tells of what the earlier one hid.
fn told_by_the_new(
    now: &Figures,
    then: &Figures,
    id: &str,
    pairs: &[Pair],
) -> Result<Vec<Exposed>, AuditError> {
    let known = reason(then)?;
    let narrow: Vec<(usize, f64)> = (0..then.fates.len())
        .filter_map(|variable| {
            let (low, high) = known.bounds(variable);
            let required = then.required_width(variable, high)?;
            (high - low < required).then_some((variable, required))
        })
        .collect();
    if narrow.is_empty() {
        return Ok(Vec::new());
    }
    let mut in_new = vec![None; then.fates.len()];
    for (new, old) in pairs {
        in_new[*old] = Some(*new).filter(|new| now.fates[*new] == Fate::Shown);
    }
    let trace = Trace::of(then);
    Ok(narrow
        .into_iter()
        .map(|(variable, required)| Exposed {
            figure: format!("{} ({id})", words(then, variable)),
            range: known.bounds(variable),
            required,
            repair: trace
                .nearest(variable, now, |old| in_new[old])
                .map(|new| (now.layout.name(new), words(now, new))),
            ..Exposed::default()
        })
        .collect())
}
