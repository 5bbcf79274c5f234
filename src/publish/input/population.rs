//! Inhabitants by municipality and age, from open data.

use super::Reading;
use super::checks::Checks;
use super::report::FileReport;
use super::rows::Rows;
use super::rule::Rule;
use super::source::Part;
use super::specification::POPULATION;
use super::unique::{Keyed, mark};
use super::value::MOST;
use crate::publish::error::PublishError;
use crate::release::AreaId;
use crate::vocabulary::Member;

/// Inhabitants of one age group in a municipality on 1 January.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inhabitants {
    /// Year.
    pub year: u16,
    /// Municipality.
    pub municipality: AreaId,
    /// Age group.
    pub age: Member,
    /// How many.
    pub count: i64,
}

/// Reads the inhabitants; ages that youth care does not reach are passed over.
pub(super) fn read(
    parts: &[Part],
    reading: &Reading<'_>,
) -> Result<(Vec<Inhabitants>, FileReport), PublishError> {
    let (mut rows, mut report) = Rows::of(&POPULATION, parts, reading);
    let mut inhabitants: Vec<Option<Inhabitants>> = Vec::new();
    let mut keyed = Keyed::default();
    while let Some(row) = rows.next(&mut report)? {
        let [year, municipality, age, count] = row.fields;
        let mut checks = Checks::of(&mut report, reading.actions, row.place);
        let year: Option<u16> = checks.whole("jaar", year, |_| true);
        let municipality = checks.municipality("gemeente", municipality, reading.region);
        let age: Option<u32> = checks.whole("leeftijd", age, |_| true);
        let count: Option<i64> =
            checks.whole("inwoners", count, |count| (0..=MOST).contains(count));
        let (Some(year), Some(municipality), Some(age), Some(count)) =
            (year, municipality, age, count)
        else {
            checks.finish();
            continue;
        };
        let group = Member::of_age(age);
        if group.is_none() {
            checks.broke(Rule::AgeIsCounted, "leeftijd");
        }
        checks.plausible_year("jaar", year, reading.reference_day);
        let key = mark(&(year, municipality.0, age));
        if keyed.admits(key, &count, checks, "leeftijd") {
            inhabitants.push(group.map(|age| Inhabitants {
                year,
                municipality,
                age,
                count,
            }));
        }
    }
    let counted = keyed.kept(inhabitants).into_iter().flatten().collect();
    Ok((counted, report))
}
