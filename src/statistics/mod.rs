//! Numbers in, numbers out: how sure a published figure is, whether it moves and whether two figures differ.
//!
//! Nothing here reads, writes or panics; what cannot be computed is `None` or says why. Published figures may be rounded or
//! hidden: [`Interval`] carries what they could have been, and every confidence interval is widened by it.
//!
//! - `interval`: the values a figure may have, and arithmetic that carries them through a formula
//! - `normal`: the normal distribution and the chi-square with one degree of freedom
//! - `student`: Student's t distribution
//! - `root`: bisection, the one solver behind every quantile
//! - `proportion`: Wilson's interval for a share
//! - `poisson`: exact and Byar's intervals for counts and rates
//! - `estimate`: a value with its standard error and what rounding or hiding leaves open
//! - `ratio`: means, totals and ratios from published sums and sums of squares
//! - `widen`: the same intervals over everything that rounding or hiding leaves possible
//! - `trend`: whether figures demonstrably rise or fall over the years
//! - `log_linear`: the textbook model of counts that change by the same percentage each year
//! - `difference`: whether one figure is demonstrably higher than another
//! - `standardised`: rates as they would be in a standard population
//! - `survival`: how long until something happens, when for some it has not happened yet
//! - `life_table`: the same, of which only is known how many came as far as a class of time
//! - `grouped_median`: the median of numbers of which only the classes are known
//! - `funnel`, `funnel_counts`: control limits of a funnel plot of shares and of rates
//! - `growth`: whether one series demonstrably rises faster than another
//! - `cochran_armitage`: the textbook test for a rising or falling share
//! - `decomposition`: how much each factor of a product contributed to its change
//! - `false_discovery`: how sure a finding is that was looked for among many
//! - `design_effect`: how much less units say that come in clusters
//! - `point_probability`: the probability of one count

mod cochran_armitage;
mod decomposition;
mod design_effect;
mod difference;
mod estimate;
mod false_discovery;
mod funnel;
mod funnel_counts;
mod grouped_median;
mod growth;
mod interval;
mod life_table;
mod log_linear;
mod normal;
mod point_probability;
mod poisson;
mod proportion;
mod ratio;
mod root;
mod standardised;
mod student;
mod survival;
mod trend;
mod widen;

pub use cochran_armitage::{LinearTrend, Scored, cochran_armitage};
pub use decomposition::{Factor, part_of_change_widened, parts_of_change};
pub use design_effect::{Cluster, Clustering, design_effect};
pub use difference::{Verdict, difference_p, differs};
pub use estimate::Estimate;
pub use false_discovery::benjamini_hochberg;
pub use funnel::{FUNNEL_MOST, funnel_limits};
pub use funnel_counts::funnel_counts;
pub use grouped_median::{
    Class, ClassBetween, NoMedian, grouped_median, grouped_median_between, grouped_median_interval,
};
pub use growth::{Pair, growth_apart};
pub use interval::Interval;
pub use life_table::{Beyond, Reached, falls_to, life_table};
pub use log_linear::{Exposed, LogLinear, log_linear};
pub use normal::{Z_95, Z_998, chi_square_1_p, normal_cdf, normal_quantile, normal_upper_tail};
pub use poisson::{EXACT_BELOW, EXACT_MOST, byar, count_interval, poisson_exact, rate};
pub use proportion::wilson;
pub use ratio::{FEW_FOR_A_MEAN, Sums, mean, part_of_sum, ratio_of_sums, total};
pub use standardised::{
    NotStandardisable, STANDARDISED_LEAST, Standardised, Stratum, directly_standardised,
};
pub use student::{student_critical, student_p};
pub use survival::{Followed, Survival, kaplan_meier, median_survival};
pub use trend::{Effect, LEVEL, MIN_PERIODS, NotTestable, Point, Refusal, Trend, trend};
pub use widen::{
    count_widened, mean_widened, part_widened, rate_widened, ratio_widened, total_widened,
    wilson_widened,
};

#[cfg(test)]
mod honesty_tests;
