//! Primary rules: what may not be shown for its own sake.

use crate::cube::CellKey;
use crate::disclosure::check::is_structural_zero;
use crate::disclosure::figures::{Fate, SENSITIVE_SHARES};
use crate::disclosure::raw::RawTable;
use crate::release::Region;
use crate::vocabulary::{Measure, MeasureUnit};

/// What becomes of each measure of a cell by its own size.
pub(super) fn fates(
    raw: &RawTable,
    key: CellKey,
    values: &[i64],
    measures: &[Measure],
    region: &Region,
) -> Vec<Fate> {
    let value = |wanted: Measure| {
        measures
            .iter()
            .position(|measure| *measure == wanted)
            .map(|place| values[place])
    };
    let policy = region.policy();
    let is_small = |value: i64| value < i64::from(policy.drempel);
    let persons = raw.table.persons();
    let few_youths = persons.and_then(value).is_some_and(is_small);
    let zero = is_structural_zero(key, policy);
    measures
        .iter()
        .zip(values)
        .map(|(measure, count)| {
            let of_everybody = SENSITIVE_SHARES.iter().any(|(part, group)| {
                part == measure
                    && value(*group).is_some_and(|group| {
                        i128::from(*count) * 100
                            > i128::from(group) * i128::from(policy.groep_aandeel)
                    })
            });
            let is_cost = matches!(measure, Measure::Cost | Measure::CostSquared);
            if measure.unit() == MeasureUnit::Inhabitants {
                Fate::Shown
            } else if raw.unknown.contains(&(key.year, *measure)) {
                Fate::Unknown
            } else if zero {
                Fate::StructuralZero
            } else if measure.is_count_of_youths()
                && is_small(*count)
                && (!few_youths || persons == Some(*measure))
            {
                Fate::Small
            } else if few_youths || (is_cost && raw.dominated.contains(&key)) {
                Fate::OfFew
            } else if of_everybody {
                Fate::NearlyAll
            } else {
                Fate::Shown
            }
        })
        .collect()
}

#[cfg(test)]
#[path = "primary_tests.rs"]
mod tests;
