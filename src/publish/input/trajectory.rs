//! Trajectories: who received what care from whom, from when until when.

use std::collections::HashMap;
use std::path::Path;

use super::rows::{Rows, day};
use super::rule::{FileReport, Report, Rule};
use crate::publish::error::PublishError;
use crate::release::{AreaId, AreaKind, Region};
use crate::vocabulary::{Dimension, Member};

/// One trajectory, its keys replaced by running numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Trajectory {
    /// Number of the person.
    pub person: u32,
    /// Day of birth.
    pub born: i32,
    /// Municipality, by woonplaatsbeginsel.
    pub municipality: AreaId,
    /// Number of the provider.
    pub provider: u32,
    /// Form of care.
    pub form: Member,
    /// Referrer.
    pub referrer: Member,
    /// First day.
    pub begin: i32,
    /// Last day; none while it runs.
    pub end: Option<i32>,
    /// Why it ended.
    pub reason: EndReason,
    /// Declared cost in cents, by year.
    pub cost: Vec<(u16, i64)>,
}

/// Why a trajectory ended, grouped from the iJw stop reasons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EndReason {
    /// The client alone decided (32), CBS 03.
    ByClient,
    /// The provider alone decided (33), CBS 04.
    ByProvider,
    /// Any other known reason: as planned (31), by agreement (34), external (35), death (02).
    OtherKnown,
    /// Only the administration changed (20, 36 to 39): no end of care.
    Administrative,
    /// Not given.
    Unknown,
}

impl EndReason {
    fn from_ijw(code: &str) -> Option<Self> {
        Some(match code {
            "" => Self::Unknown,
            "32" => Self::ByClient,
            "33" => Self::ByProvider,
            "02" | "31" | "34" | "35" => Self::OtherKnown,
            "20" | "36" | "37" | "38" | "39" => Self::Administrative,
            _ => return None,
        })
    }
}

/// Trajectories with the key that declarations refer to.
pub(super) struct Allocated {
    trajectories: Vec<Trajectory>,
    by_allocation: HashMap<String, usize>,
}

impl Allocated {
    /// The trajectory of an allocation.
    pub(super) fn find(&mut self, allocation: &str) -> Option<&mut Trajectory> {
        self.by_allocation
            .get(allocation)
            .map(|index| &mut self.trajectories[*index])
    }

    pub(super) fn into_trajectories(self) -> Vec<Trajectory> {
        self.trajectories
    }
}

/// Reads `trajecten.csv`.
pub(super) fn read(
    path: &Path,
    forms: &HashMap<String, Member>,
    region: &Region,
    reference_day: i32,
    report: &mut Report,
) -> Result<Allocated, PublishError> {
    let columns = [
        "toewijzing",
        "persoon",
        "geboortedatum",
        "gemeente",
        "aanbieder",
        "product",
        "verwijzer",
        "begin",
        "einde",
        "reden_einde",
    ];
    let mut rows = Rows::open(path, columns)?;
    let mut persons = Numbers::default();
    let mut providers = Numbers::default();
    let mut read = Allocated {
        trajectories: Vec::new(),
        by_allocation: HashMap::new(),
    };
    let mut counts = FileReport::default();
    while let Some(
        [
            allocation,
            person,
            born,
            municipality,
            provider,
            product,
            referrer,
            begin,
            end,
            reason,
        ],
    ) = rows.next()?
    {
        let parsed = (|| {
            if [allocation, person, provider].contains(&"") {
                return Err(Rule::KeyIsGiven);
            }
            if read.by_allocation.contains_key(allocation) {
                return Err(Rule::AllocationIsUnique);
            }
            let trajectory = Trajectory {
                person: persons.of(person),
                born: day(born)?,
                municipality: region
                    .by_code(municipality)
                    .filter(|area| region.area(*area).kind == AreaKind::Gemeente)
                    .ok_or(Rule::MunicipalityIsOurs)?,
                provider: providers.of(provider),
                form: forms.get(product).copied().ok_or(Rule::CodeIsKnown)?,
                referrer: Dimension::Referrer
                    .member_by_cbs(referrer)
                    .ok_or(Rule::CodeIsKnown)?,
                begin: day(begin)?,
                end: if end.is_empty() {
                    None
                } else {
                    Some(day(end)?)
                },
                reason: EndReason::from_ijw(reason).ok_or(Rule::CodeIsKnown)?,
                cost: Vec::new(),
            };
            if trajectory.end.is_some_and(|end| end < trajectory.begin) {
                return Err(Rule::EndIsNotBeforeBegin);
            }
            if trajectory.begin > reference_day {
                return Err(Rule::BeginIsNotInTheFuture);
            }
            // An end announced for after the reference day has not happened yet.
            Ok(Trajectory {
                end: trajectory.end.filter(|end| *end <= reference_day),
                ..trajectory
            })
        })();
        counts.count(parsed.as_ref().err().copied());
        if let Ok(trajectory) = parsed {
            read.by_allocation
                .insert(allocation.to_owned(), read.trajectories.len());
            read.trajectories.push(trajectory);
        }
    }
    report.add(path, counts)?;
    Ok(read)
}

/// Gives every key a running number, so that no key lives longer than reading.
#[derive(Default)]
struct Numbers {
    known: HashMap<String, u32>,
}

impl Numbers {
    fn of(&mut self, key: &str) -> u32 {
        let next = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        if let Some(number) = self.known.get(key) {
            return *number;
        }
        self.known.insert(key.to_owned(), next);
        next
    }
}
