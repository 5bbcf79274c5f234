//! Primary rules: what may not be shown for its own sake.

use crate::cube::CellKey;
use crate::disclosure::check::is_structural_zero;
use crate::disclosure::figures::{Fate, SENSITIVE_REMAINDERS, SENSITIVE_SHARES};
use crate::disclosure::raw::RawTable;
use crate::release::{Policy, Region};
use crate::vocabulary::{Measure, MeasureUnit};

/// What becomes of each measure of a cell of `raw` by its own size, and by that of the same cell of the other tables.
pub(super) fn fates(
    raw: &RawTable,
    others: &[RawTable],
    key: CellKey,
    measures: &[Measure],
    region: &Region,
) -> Vec<Fate> {
    let values = raw.cells.get(&key).map_or(&[][..], Vec::as_slice);
    let value = |wanted: Measure| raw.value(key, wanted);
    let anywhere = |wanted: Measure| {
        let other = others.iter().find(|other| other.table == wanted.table());
        value(wanted).or_else(|| other?.value(key, wanted))
    };
    let policy = region.policy();
    let threshold = i64::from(policy.drempel);
    let is_small = |value: i64| value < threshold;
    let asked = value(Measure::ProvidersAsked);
    let zero = is_structural_zero(key, policy) || asked == Some(0);
    let few_asked = asked.is_some_and(|asked| asked < i64::from(policy.aanbieders_minstens));
    measures
        .iter()
        .zip(values)
        .map(|(measure, count)| {
            let persons = measure.persons();
            let few_youths =
                persons.and_then(value).is_some_and(is_small) || raw.of_few.contains(&key);
            let is_telling = |shares: &[(Measure, Measure)], tells: &dyn Fn(i64, i64) -> bool| {
                let of_it = shares.iter().filter(|(part, _)| part == measure);
                of_it
                    .filter_map(|(part, group)| anywhere(*part).zip(anywhere(*group)))
                    .any(|(some, all)| tells(some, all))
            };
            let hardly_anybody = is_telling(SENSITIVE_REMAINDERS, &|some, all| {
                is_over_share(all - some, all, policy)
            });
            let of_everybody = hardly_anybody
                || is_telling(SENSITIVE_SHARES, &|some, all| {
                    is_over_share(some, all, policy)
                });
            let is_cost = matches!(measure.unit(), MeasureUnit::Euro | MeasureUnit::EuroSquared);
            if measure.is_public() && raw.of_few.contains(&key) {
                // No secret of its own, but every provider in it gives care to a youth.
                Fate::ForAnother
            } else if measure.is_public() {
                Fate::Shown
            } else if raw.unknown.contains(&(key.year, *measure)) {
                Fate::Unknown
            } else if zero {
                Fate::StructuralZero
            } else if measure.is_count_of_youths()
                && is_small(*count)
                // That it is small would tell it.
                && !hardly_anybody
                && (!few_youths || persons.is_none_or(|persons| persons == *measure))
            {
                Fate::Small
            } else if *measure == Measure::ProvidersLong && (few_youths || few_asked) {
                // No secret of its own, but every provider in it has a youth who waits long.
                Fate::ForAnother
            } else if few_youths && persons.is_none() && measure.is_count_of_youths() {
                // Of a table that does not tell how many youths there are, a reader takes a count that is hidden for its own sake to be small.
                Fate::Untold
            } else if few_youths
                || (is_cost && raw.dominated.contains(&key))
                || (few_asked && !measure.is_count_of_youths())
            {
                Fate::OfFew
            } else if of_everybody || few_asked {
                Fate::Untold
            } else {
                Fate::Shown
            }
        })
        .collect()
}

/// Whether `part` is so much of `group` that it tells something of everybody in it.
fn is_over_share(part: i64, group: i64, policy: &Policy) -> bool {
    i128::from(part) * 100 > i128::from(group) * i128::from(policy.groep_aandeel)
}

#[cfg(test)]
#[path = "primary_tests.rs"]
mod tests;
