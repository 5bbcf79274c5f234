//! Inhabitants by municipality and age, from open data.

use std::path::Path;

use super::rows::{MOST, Rows, whole};
use super::rule::{FileReport, Report, Rule};
use crate::publish::error::PublishError;
use crate::release::{AreaId, AreaKind, Region};
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

/// Reads `bevolking.csv`; ages that youth care does not reach are passed over.
pub(super) fn read(
    path: &Path,
    region: &Region,
    report: &mut Report,
) -> Result<Vec<Inhabitants>, PublishError> {
    let mut rows = Rows::open(path, ["jaar", "gemeente", "leeftijd", "inwoners"])?;
    let mut inhabitants = Vec::new();
    let mut counts = FileReport::default();
    while let Some([year, municipality, age, count]) = rows.next()? {
        let parsed = (|| {
            let municipality = region
                .by_code(municipality)
                .filter(|area| region.area(*area).kind == AreaKind::Gemeente)
                .ok_or(Rule::MunicipalityIsOurs)?;
            let (year, count) = (whole(year)?, whole(count)?);
            if !(0..=MOST).contains(&count) {
                return Err(Rule::NumberIsValid);
            }
            Ok(Member::of_age(whole(age)?).map(|age| Inhabitants {
                year,
                municipality,
                age,
                count,
            }))
        })();
        counts.count(parsed.as_ref().err().copied());
        inhabitants.extend(parsed.ok().flatten());
    }
    report.add(path, counts)?;
    Ok(inhabitants)
}
