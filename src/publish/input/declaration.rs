//! Declarations: what providers charged, per allocation and quarter.

use std::path::Path;

use super::rows::{Rows, cents};
use super::rule::{FileReport, Report, Rule};
use super::trajectory::Allocated;
use crate::publish::error::PublishError;

/// Reads `declaraties.csv` and adds the amounts to their trajectories, by year.
pub(super) fn add_cost(
    path: &Path,
    trajectories: &mut Allocated,
    report: &mut Report,
) -> Result<(), PublishError> {
    let mut rows = Rows::open(path, ["toewijzing", "kwartaal_begin", "bedrag"])?;
    let mut counts = FileReport::default();
    while let Some([allocation, quarter, amount]) = rows.next()? {
        let added = (|| {
            let year: u16 = quarter
                .get(..4)
                .and_then(|year| year.parse().ok())
                .ok_or(Rule::DateIsValid)?;
            let amount = cents(amount)?;
            let trajectory = trajectories
                .find(allocation)
                .ok_or(Rule::AllocationExists)?;
            match trajectory.cost.iter_mut().find(|(known, _)| *known == year) {
                Some((_, sum)) => *sum = sum.saturating_add(amount),
                None => trajectory.cost.push((year, amount)),
            }
            Ok(())
        })();
        counts.count(added.err());
    }
    report.add(path, counts)
}
