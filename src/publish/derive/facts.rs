//! The facts that are tabulated: one row per trajectory and year in care, one per trajectory that ended.

use crate::publish::input::Outcomes;
use crate::release::AreaId;
use crate::vocabulary::Member;

/// A trajectory in a year.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each becomes a column of its own"
)]
#[derive(Clone, Debug, PartialEq)]
pub struct InCare {
    /// Year.
    pub year: u16,
    /// Number of the person.
    pub person: u32,
    /// Number of the provider.
    pub provider: u32,
    /// Municipality.
    pub municipality: AreaId,
    /// Form of care.
    pub form: Member,
    /// Age group on the last day of the year.
    pub age: Member,
    /// Referrer.
    pub referrer: Member,
    /// How many providers gave the person care in the year.
    pub provider_count: Member,
    /// What all care of the person cost in the year.
    pub cost_class: Member,
    /// Whether the person was under an order in the year.
    pub with_order: Member,
    /// Whether it began in the year.
    pub begun: bool,
    /// Whether it began in the year, and the youth had care in the five years before.
    pub begun_again: bool,
    /// Whether with it a youth came into care after twelve months without.
    pub inflow: bool,
    /// Whether with it a youth's last care ended in the year, with none in the three months after.
    pub outflow: bool,
    /// How long after its allocation it began, when that is known.
    pub allocation_wait: Option<Member>,
    /// Declared cost in the year, in whole euros.
    pub euros: i64,
}

#[cfg(test)]
impl InCare {
    /// Outpatient care of a youth of ten, of which a test says what matters to it.
    pub fn of_anybody(year: u16, person: u32) -> Self {
        use crate::vocabulary::Dimension;
        let member = |dimension: Dimension, code: &str| {
            dimension.member_by_cbs(code).unwrap_or(dimension.total())
        };
        Self {
            year,
            person,
            provider: 1,
            municipality: AreaId(0),
            form: member(Dimension::CareForm, "02"),
            age: Member::of_age(10).unwrap_or(Dimension::AgeGroup.total()),
            referrer: member(Dimension::Referrer, "04"),
            provider_count: Dimension::ProviderCount.total(),
            cost_class: Dimension::CostClass.total(),
            with_order: Dimension::WithOrder.total(),
            begun: false,
            begun_again: false,
            inflow: false,
            outflow: false,
            allocation_wait: None,
            euros: 0,
        }
    }
}

/// A trajectory that ended in a year.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each becomes a column of its own"
)]
#[derive(Clone, Debug, PartialEq)]
pub struct Ended {
    /// Year.
    pub year: u16,
    /// Number of the person.
    pub person: u32,
    /// Municipality.
    pub municipality: AreaId,
    /// Form of care.
    pub form: Member,
    /// Age group on the last day of the year.
    pub age: Member,
    /// Referrer.
    pub referrer: Member,
    /// How many providers gave the person care in the year.
    pub provider_count: Member,
    /// Whether the reason is known.
    pub reason_known: bool,
    /// Whether client or provider alone decided.
    pub one_sided: bool,
    /// Whether it ended before its time, by whomever.
    pub premature: bool,
    /// First day up to and including last day.
    pub days: i64,
    /// Of which length that is.
    pub duration: Member,
    /// Whether with it all care of the youth ended, and the next twelve months are known.
    pub followed: bool,
    /// Whether she came back within twelve months.
    pub returned: bool,
    /// What was asked and answered when it ended.
    pub outcomes: Outcomes,
    /// How old she was when with it her residential care of the year ended for good, with none in the three months after.
    pub leaving_age: Option<Member>,
}

impl Ended {
    /// Whether it lasted under a year of 365 days.
    pub fn is_under_one_year(&self) -> bool {
        self.days < 365
    }
}

/// A trajectory that began in a year, as far as is known of it at the end of the last year that is published.
#[derive(Clone, Debug, PartialEq)]
pub struct Lasted {
    /// Year.
    pub year: u16,
    /// Number of the person.
    pub person: u32,
    /// Municipality.
    pub municipality: AreaId,
    /// How long it is known to have lasted.
    pub duration: Member,
    /// Whether it ended then, and is among [`Facts::ended`] of that year.
    pub ended: bool,
}

/// A child protection or probation order in a year.
#[derive(Clone, Debug, PartialEq)]
pub struct OrderRunning {
    /// Year.
    pub year: u16,
    /// Number of the person.
    pub person: u32,
    /// Municipality.
    pub municipality: AreaId,
    /// What was ordered.
    pub kind: Member,
    /// Age group on the last day of the year.
    pub age: Member,
    /// Whether it began in the year.
    pub begun: bool,
    /// Whether it ended in the year.
    pub ended: bool,
    /// Whether the person had care in that year and municipality.
    pub in_care: bool,
}

/// Who had help of a local team or specialist care in a year, in a municipality that supplies help of local teams.
#[derive(Clone, Debug, PartialEq)]
pub struct KnownLocally {
    /// Year.
    pub year: u16,
    /// Number of the person.
    pub person: u32,
    /// Municipality.
    pub municipality: AreaId,
    /// Age group on the last day of the year.
    pub age: Member,
    /// Whether the local team helped her.
    pub helped: bool,
    /// Whether she was in specialist care.
    pub in_care: bool,
    /// How many times help of the local team ended.
    pub ended: i64,
    /// How many days that had lasted, first day up to and including last day.
    pub days: i64,
    /// Sum of the squares of those durations.
    pub days_squared: i64,
}

impl KnownLocally {
    pub(super) fn nothing(year: u16, municipality: AreaId, person: u32, age: Member) -> Self {
        Self {
            year,
            person,
            municipality,
            age,
            helped: false,
            in_care: false,
            ended: 0,
            days: 0,
            days_squared: 0,
        }
    }
}

/// What was spent from the personal budget of a youth in a year and municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BudgetSpent {
    /// Year.
    pub year: u16,
    /// Number of the person.
    pub person: u32,
    /// Municipality.
    pub municipality: AreaId,
    /// In whole euros.
    pub euros: i64,
}

/// All facts of a delivery.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// Trajectories in care by year.
    pub in_care: Vec<InCare>,
    /// Trajectories that ended by year.
    pub ended: Vec<Ended>,
    /// Trajectories that began by year.
    pub begun: Vec<Lasted>,
    /// Orders by year.
    pub orders: Vec<OrderRunning>,
    /// Who is known to local teams or specialist care by year.
    pub known_locally: Vec<KnownLocally>,
    /// What was spent from personal budgets by year.
    pub budgets: Vec<BudgetSpent>,
}
