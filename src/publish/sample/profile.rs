//! The calibration as types, read from `profile.toml` and checked once, so that the simulation can rely on it.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::SampleError;
use super::calendar::{Day, day};

/// The classes CBS uses for the duration of ended trajectories, from under three months to four years and more.
pub(super) const DURATION_CLASSES: usize = 7;
/// Duration classes from this one on last a year or longer.
pub(super) const FIRST_LONG_CLASS: usize = 3;

/// A value per year, linear between the given points and constant outside them.
#[derive(Debug, Deserialize)]
pub(super) struct Yearly(Vec<(i32, f64)>);

impl Yearly {
    pub(super) fn at(&self, year: i32) -> f64 {
        let next = self.0.partition_point(|(point, _)| *point < year);
        match (
            next.checked_sub(1).and_then(|before| self.0.get(before)),
            self.0.get(next),
        ) {
            (Some((y0, v0)), Some((y1, v1))) => {
                v0 + (v1 - v0) * f64::from(year - y0) / f64::from(y1 - y0)
            }
            (Some((_, only)), None) | (None, Some((_, only))) => *only,
            (None, None) => 1.0,
        }
    }

    fn last_year(&self) -> Option<i32> {
        self.0.last().map(|(year, _)| *year)
    }

    fn is_ascending(&self) -> bool {
        !self.0.is_empty() && self.0.windows(2).all(|pair| pair[0].0 < pair[1].0)
    }
}

/// A date as year, month, day.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(super) struct Date(i32, u32, u32);

impl Date {
    pub(super) fn day(self) -> Day {
        day(self.0, self.1, self.2)
    }
}

/// Care that the same providers compete for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Market {
    Ggz,
    Lvb,
    Ambulant,
    Dyslexie,
    Dag,
    Pleegzorg,
    Verblijf,
    Gesloten,
}

#[derive(Debug, Deserialize)]
pub(super) struct Period {
    pub(super) first_year: i32,
    pub(super) kept_from: Date,
    pub(super) costs_from: i32,
    pub(super) population: (i32, i32),
    pub(super) last_day: Date,
}

#[derive(Debug, Deserialize)]
pub(super) struct Inflow {
    pub(super) age: Vec<f64>,
    pub(super) young_until: usize,
    pub(super) young: Yearly,
    pub(super) month: Vec<f64>,
}

#[derive(Debug, Deserialize)]
pub(super) struct CareerProfile {
    pub(super) next_at_once: f64,
    pub(super) next_within_year: f64,
    pub(super) next_later: f64,
    pub(super) later_days: (i32, i32),
    pub(super) parallel: f64,
    pub(super) parallel_residential: f64,
    pub(super) renewal_overlap: f64,
    pub(super) overlap_days: (i32, i32),
    pub(super) same_provider: f64,
    pub(super) move_rate: f64,
    pub(super) extended_care: f64,
    pub(super) extended_start: f64,
    pub(super) last_age: i32,
}

#[derive(Debug, Deserialize)]
pub(super) struct DurationProfile {
    pub(super) classes: Vec<(i32, i32)>,
    pub(super) long: Yearly,
}

#[derive(Debug, Deserialize)]
pub(super) struct Reasons {
    pub(super) codes: Vec<String>,
    pub(super) weights: Vec<f64>,
    pub(super) one_sided: Vec<String>,
    #[serde(rename = "move")]
    pub(super) moved: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Referrers {
    pub(super) codes: Vec<String>,
    pub(super) shift: Vec<ReferrerShift>,
}

#[derive(Debug, Deserialize)]
pub(super) struct ReferrerShift {
    pub(super) municipality: String,
    pub(super) from: Vec<String>,
    pub(super) to: String,
    pub(super) share: Yearly,
}

#[derive(Debug, Deserialize)]
pub(super) struct LocalPartnership {
    pub(super) municipality: String,
    pub(super) from: Date,
    pub(super) share: f64,
    pub(super) reason: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct CostProfile {
    pub(super) per_youth: Yearly,
    pub(super) running_year_growth: f64,
    pub(super) late: Vec<(i32, i32, f64)>,
    pub(super) quarter_spread: Vec<f64>,
}

impl CostProfile {
    /// The last year with a calibrated cost per youth.
    pub(super) fn last_year(&self) -> i32 {
        self.per_youth.last_year().unwrap_or(i32::MAX)
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct WaitingProfile {
    /// First day of the first quarter in which providers were asked.
    pub(super) from: Date,
    /// Share of applications that come to stand on a list.
    pub(super) listed: f64,
    /// The longest wait, in weeks, at a provider where nobody waits long.
    pub(super) short_weeks: f64,
}

/// Waiting for a kind of care.
#[derive(Debug, Deserialize)]
pub(super) struct Wait {
    /// Share of the providers at which youths wait long.
    pub(super) long: Yearly,
    /// The mean wait there, in weeks, from application to start.
    pub(super) weeks: Yearly,
}

/// Child protection and probation orders.
#[derive(Debug, Deserialize)]
pub(super) struct OrderProfile {
    /// Care that came through these may be accompanied by an order.
    pub(super) referrers: Vec<String>,
    /// Of care whose referrer was shifted, the share that would have come through these.
    pub(super) shifted: f64,
    /// The most days by which an order begins before that care.
    pub(super) lead_days: i32,
    /// For every order, how many there are of youths who are never in care.
    pub(super) without_care: f64,
    #[serde(rename = "kind")]
    pub(super) kinds: Vec<OrderKind>,
}

impl OrderProfile {
    fn is_usable(&self, referrers: &[String]) -> bool {
        self.referrers.iter().all(|code| referrers.contains(code))
            && self
                .kinds
                .iter()
                .all(|kind| kind.chance.is_ascending() && !kind.days.is_empty())
    }
}

/// Help of local teams.
#[derive(Debug, Deserialize)]
pub(super) struct LocalTeams {
    /// Nothing that ended before this is known.
    pub(super) from: Date,
    /// Of specialist trajectories, the share with help of the local team before or beside it.
    pub(super) chance: f64,
    /// For every such trajectory, how many youths have that help and never come into specialist care.
    pub(super) alone: f64,
    /// The most days by which the help begins before that trajectory.
    pub(super) lead_days: i32,
    /// Quantile function of its days.
    pub(super) days: Vec<f64>,
    pub(super) supplied: Vec<LocalTeam>,
}

impl LocalTeams {
    /// Whether a municipality supplies help of its local team.
    pub(super) fn is_supplied_by(&self, municipality: &str) -> bool {
        let mut supplied = self.supplied.iter();
        supplied.any(|team| team.municipality == municipality)
    }

    fn is_usable(&self, municipalities: &[Municipality]) -> bool {
        let is_ours = |team: &LocalTeam| {
            let mut codes = municipalities.iter().map(|of| &of.code);
            codes.any(|code| *code == team.municipality)
        };
        self.supplied.iter().all(is_ours) && !self.days.is_empty()
    }
}

/// The local team of a municipality that supplies what it does.
#[derive(Debug, Deserialize)]
pub(super) struct LocalTeam {
    pub(super) municipality: String,
    /// Times how long its help lasts.
    pub(super) pace: f64,
}

/// What is asked when care ends.
#[derive(Debug, Deserialize)]
pub(super) struct OutcomeProfile {
    /// First day on which it is asked.
    pub(super) from: Date,
    /// Share of the providers that ask.
    pub(super) providers: Yearly,
    /// Share of their care that ends of which they do.
    pub(super) asked: f64,
    /// Share of those of which somebody answers.
    pub(super) answered: f64,
    /// Share of the questions that are left open then.
    pub(super) skipped: f64,
    /// The reason of an end as planned.
    pub(super) planned: String,
    /// Times the chance of a favourable answer after any other end.
    pub(super) unplanned: f64,
    /// How much the answers of one youth go together.
    pub(super) together: f64,
    /// Reasons after which nobody asks.
    pub(super) not_after: Vec<String>,
    pub(super) questions: Vec<OutcomeQuestion>,
}

/// A question, and the chance of a favourable answer after an end as planned.
#[derive(Debug, Deserialize)]
pub(super) struct OutcomeQuestion {
    pub(super) code: String,
    pub(super) positive: f64,
}

impl OutcomeProfile {
    fn is_usable(&self, reasons: &[String]) -> bool {
        let named = self.not_after.iter().chain([&self.planned]);
        self.providers.is_ascending() && named.into_iter().all(|code| reasons.contains(code))
    }
}

/// How long before it begins care is allocated.
#[derive(Debug, Deserialize)]
pub(super) struct AllocationProfile {
    /// Share of the care that begins in a year of which the day is in the records.
    pub(super) known: Yearly,
    /// Quantile function of the days from allocation to start; below zero when care began before.
    pub(super) days: Vec<f64>,
    /// Times those days, by the year in which care begins.
    pub(super) pace: Yearly,
    /// And by provider: the quickest and the slowest.
    pub(super) providers: (f64, f64),
}

impl AllocationProfile {
    fn is_usable(&self) -> bool {
        self.known.is_ascending() && self.pace.is_ascending() && !self.days.is_empty()
    }
}

/// Personal budgets.
#[derive(Debug, Deserialize)]
pub(super) struct BudgetProfile {
    /// The first year of which they are known.
    pub(super) from: i32,
    /// Codes of the municipalities that supply them.
    pub(super) supplied: Vec<String>,
    /// For every trajectory that begins in a year, the chance of a budget.
    pub(super) chance: Yearly,
    /// The share of those whose youth is the one in care.
    pub(super) beside_care: f64,
    /// Quantile function of the years that it lasts.
    pub(super) years: Vec<f64>,
    /// Quantile function of what is spent in a year.
    pub(super) spent: Vec<f64>,
    /// Times that, by year.
    pub(super) price: Yearly,
}

impl BudgetProfile {
    fn is_usable(&self, municipalities: &[Municipality]) -> bool {
        let is_ours = |code: &String| municipalities.iter().any(|of| of.code == *code);
        self.supplied.iter().all(is_ours)
            && self.chance.is_ascending()
            && self.price.is_ascending()
            && !self.years.is_empty()
            && !self.spent.is_empty()
    }
}

/// One type of order.
#[derive(Debug, Deserialize)]
pub(super) struct OrderKind {
    /// Code of Statistics Netherlands.
    pub(super) code: String,
    /// By year in which the care begins.
    pub(super) chance: Yearly,
    /// Quantile function of its days.
    pub(super) days: Vec<f64>,
    /// The age from which a youth can be under it, and at which it ends.
    pub(super) from_age: u32,
    pub(super) until_age: u32,
    /// Forms of care that it accompanies; all when there are none.
    #[serde(default)]
    pub(super) forms: Vec<String>,
    /// The provisional order before it.
    pub(super) first: Option<FirstOrder>,
}

/// A provisional order.
#[derive(Debug, Deserialize)]
pub(super) struct FirstOrder {
    /// Code of Statistics Netherlands.
    pub(super) code: String,
    /// Before which share of the others.
    pub(super) share: f64,
    /// How long it lasts.
    pub(super) days: i32,
}

#[derive(Debug, Deserialize)]
pub(super) struct Municipality {
    pub(super) code: String,
    /// Inhabitants of 0-4, 5-9, 10-14, 15-19 and 20-24 on 1 January 2021.
    pub(super) population: [f64; 5],
    pub(super) growth: f64,
    pub(super) use_rate: Yearly,
    pub(super) residential: f64,
}

#[derive(Debug, Deserialize)]
pub(super) struct Care {
    pub(super) segment: String,
    pub(super) form: String,
    pub(super) market: Market,
    pub(super) share: Vec<f64>,
    pub(super) trend: Yearly,
    pub(super) duration: [f64; DURATION_CLASSES],
    pub(super) stay: f64,
    pub(super) referrers: Vec<f64>,
    pub(super) euro_per_day: f64,
    pub(super) spread: Vec<f64>,
    pub(super) wide: f64,
    pub(super) drop_out: f64,
    /// None for care that has no list.
    pub(super) wait: Option<Wait>,
    /// Product code and description.
    pub(super) products: Vec<(String, String)>,
}

impl Care {
    /// Care with residence: CBS forms 11 to 14.
    pub(super) fn residential(&self) -> bool {
        self.form.starts_with('1')
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct ProviderKind {
    pub(super) count: usize,
    pub(super) everywhere: bool,
    #[serde(default)]
    pub(super) municipalities: (i32, i32),
    pub(super) markets: BTreeMap<Market, f64>,
    pub(super) size: Vec<f64>,
    pub(super) starting: Option<(i32, i32)>,
}

/// Everything the generator knows about the region.
#[derive(Debug, Deserialize)]
pub(super) struct Profile {
    pub(super) age_bands: Vec<i32>,
    pub(super) period: Period,
    pub(super) inflow: Inflow,
    pub(super) career: CareerProfile,
    pub(super) duration: DurationProfile,
    pub(super) reasons: Reasons,
    pub(super) referrers: Referrers,
    pub(super) local_partnership: LocalPartnership,
    pub(super) cost: CostProfile,
    pub(super) waiting: WaitingProfile,
    pub(super) orders: OrderProfile,
    pub(super) local_teams: LocalTeams,
    pub(super) outcomes: OutcomeProfile,
    pub(super) allocations: AllocationProfile,
    pub(super) budgets: BudgetProfile,
    #[serde(rename = "municipality")]
    pub(super) municipalities: Vec<Municipality>,
    #[serde(rename = "care")]
    pub(super) cares: Vec<Care>,
    pub(super) providers: Vec<ProviderKind>,
}

impl Profile {
    /// The calibration that ships with the program.
    pub(super) fn embedded() -> Result<Self, SampleError> {
        Self::parse(include_str!("profile.toml"))
    }

    /// Reads and checks a calibration.
    pub(super) fn parse(text: &str) -> Result<Self, SampleError> {
        let profile: Self = toml::from_str(text)?;
        match profile.problem() {
            None => Ok(profile),
            Some(problem) => Err(SampleError::ProfileContent(problem)),
        }
    }

    /// Position of a municipality by its code.
    pub(super) fn municipality(&self, code: &str) -> Option<usize> {
        self.municipalities
            .iter()
            .position(|municipality| municipality.code == code)
    }

    /// Last day of which anything is known.
    pub(super) fn last_day(&self) -> Day {
        self.period.last_day.day()
    }

    /// Age band of a full age in years.
    pub(super) fn band(&self, age: i32) -> usize {
        self.age_bands
            .partition_point(|lower| *lower <= age)
            .saturating_sub(1)
    }

    /// What is wrong with orders, local teams, outcomes, allocations and budgets.
    fn problem_beside_care(&self, referrers: &[String]) -> Option<String> {
        let problem = if !self.local_teams.is_usable(&self.municipalities) {
            "local_teams: an unknown municipality, or no days"
        } else if !self.orders.is_usable(referrers) {
            "orders: an unknown referrer, years that do not ascend, or no days"
        } else if !self.outcomes.is_usable(&self.reasons.codes) {
            "outcomes: an unknown reason, or years that do not ascend"
        } else if !self.allocations.is_usable() {
            "allocations: years that do not ascend, or no days"
        } else if !self.budgets.is_usable(&self.municipalities) {
            "budgets: an unknown municipality, years that do not ascend, or no amounts"
        } else {
            return None;
        };
        Some(problem.to_owned())
    }

    fn problem(&self) -> Option<String> {
        let referrers = &self.referrers.codes;
        let reasons = &self.reasons.codes;
        let bands = self.age_bands.len();
        let check = |good: bool, text: &str| (!good).then(|| text.to_owned());
        check(!self.municipalities.is_empty(), "no municipality")
            .or_else(|| {
                check(
                    self.duration.classes.len() == DURATION_CLASSES,
                    "duration.classes must be seven",
                )
            })
            .or_else(|| {
                check(
                    reasons.len() == self.reasons.weights.len(),
                    "reasons: codes and weights differ in number",
                )
            })
            .or_else(|| {
                check(
                    self.inflow.age.len() == 18 && self.inflow.month.len() == 12,
                    "inflow: 18 ages, 12 months",
                )
            })
            .or_else(|| {
                let named = [&self.reasons.moved, &self.local_partnership.reason];
                check(
                    named.iter().all(|code| reasons.contains(code)),
                    "a reason is used that reasons.codes does not list",
                )
            })
            .or_else(|| {
                let used = self
                    .referrers
                    .shift
                    .iter()
                    .flat_map(|shift| shift.from.iter().chain([&shift.to]));
                check(
                    used.into_iter().all(|code| referrers.contains(code)),
                    "referrers.shift names an unknown referrer",
                )
            })
            .or_else(|| {
                let known = self
                    .municipality(&self.local_partnership.municipality)
                    .is_some()
                    && self
                        .referrers
                        .shift
                        .iter()
                        .all(|shift| self.municipality(&shift.municipality).is_some());
                check(known, "a municipality is named that is not listed")
            })
            .or_else(|| {
                let rates = self
                    .municipalities
                    .iter()
                    .all(|municipality| municipality.use_rate.is_ascending());
                check(
                    rates && self.cost.per_youth.is_ascending(),
                    "years must ascend in use_rate and per_youth",
                )
            })
            .or_else(|| {
                self.cares.iter().find_map(|care| {
                    let good = care.share.len() == bands
                        && care.referrers.len() == referrers.len()
                        && !care.products.is_empty()
                        && !care.spread.is_empty()
                        && care.trend.is_ascending()
                        && care.wait.as_ref().is_none_or(|wait| {
                            wait.long.is_ascending() && wait.weeks.is_ascending()
                        });
                    check(
                        good,
                        &format!("care {} has a list of the wrong length", care.segment),
                    )
                })
            })
            .or_else(|| self.problem_beside_care(referrers))
            .or_else(|| {
                let served = |market| {
                    self.providers
                        .iter()
                        .any(|kind| kind.everywhere && kind.markets.contains_key(&market))
                };
                self.cares.iter().find_map(|care| {
                    check(
                        served(care.market),
                        &format!(
                            "no provider everywhere serves the market of {}",
                            care.segment
                        ),
                    )
                })
            })
    }
}
