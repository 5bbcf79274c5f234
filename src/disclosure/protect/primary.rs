//! Primary rules: what may not be shown for its own sake.

use crate::cube::CellKey;
use crate::disclosure::check::is_structural_zero;
use crate::disclosure::figures::Fate;
use crate::disclosure::raw::RawTable;
use crate::disclosure::sensitive::{Extreme, SensitiveShare};
use crate::release::Region;
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
            let extremes = || {
                SensitiveShare::of(*measure).filter_map(|share| {
                    let (part, group) = (anywhere(share.part)?, anywhere(share.group)?);
                    share.extreme(part, group, policy)
                })
            };
            let of_everybody = extremes().next().is_some();
            let hardly_anybody = extremes().any(|extreme| extreme == Extreme::HardlyAny);
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

#[cfg(test)]
#[path = "primary_tests.rs"]
mod tests;
