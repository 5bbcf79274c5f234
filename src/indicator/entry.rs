//! The shape of a catalogue entry: everything a page, a table, an export or a sentence needs to know of an indicator.

use super::evaluate::Figure;
use super::operand::OperandValue;
use crate::release::{AreaId, Region};
use crate::vocabulary::{Bilingual, Dimension, Measure, MeasureUnit, Member, Table, WITH_ORDER};

/// An indicator as data.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Indicator {
    /// Id, used in links.
    pub id: &'static str,
    /// Name on tiles and in menus.
    pub name: Bilingual,
    /// What it says, in one plain sentence.
    pub definition: Bilingual,
    /// How sentences speak of it.
    pub subject: Subject,
    /// The chapter of the monitor it belongs to.
    pub chapter: Chapter,
    /// Unit of the figure.
    pub unit: Unit,
    /// Whether higher is better, worse or neither.
    pub polarity: Polarity,
    /// Whether it stands in the small set that the overview shows.
    pub in_overview: bool,
    /// Whether there are figures, and if so how they are computed.
    pub publication: Publication,
}

/// How a sentence speaks of an indicator: "de kosten per jeugdige" + "stijgen".
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Subject {
    /// With article, to open a sentence.
    pub phrase: Bilingual,
    /// Whether the Dutch and the English verb are plural.
    pub plural: (bool, bool),
}

/// Whether there are figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Publication {
    /// Computed from the release.
    Published {
        /// How.
        formula: Formula,
        /// By what it may be broken down.
        breakdowns: &'static [Dimension],
        /// The formula worked out for a few made-up youths.
        example: Example,
    },
    /// Not measured yet.
    NoFiguresYet {
        /// Whether it is being made, or nobody has begun.
        in_development: bool,
        /// What is missing and who works on it.
        reason: Bilingual,
        /// Ids of the nearest indicators that do have figures.
        nearest: &'static [&'static str],
    },
}

/// A formula worked out by hand: what each of a few made-up youths or trajectories adds to the measures of
/// [`Formula::columns`], in that order. A split has a row for the year before and a row for the year itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Example {
    /// One row for each.
    pub rows: &'static [&'static [f64]],
    /// What comes out, in the unit of the indicator.
    pub answer: f64,
}

/// A formula over the measures of the release.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Formula {
    /// A measure as it stands.
    Total {
        /// The measure.
        operand: Operand,
        /// Its interval.
        interval: CountInterval,
    },
    /// Numerator / denominator x multiplier.
    Ratio {
        /// Numerator.
        numerator: Operand,
        /// Denominator.
        denominator: Operand,
        /// Multiplier.
        multiplier: f64,
        /// Its interval.
        method: RatioMethod,
    },
    /// What a whole is made of: each part of every hundred. Part and whole are both published figures; nothing is added.
    Composition {
        /// What is divided.
        operand: Operand,
        /// By what.
        over: Dimension,
        /// Codes of the parts, which have no overlap and together are the whole.
        parts: &'static [&'static str],
    },
    /// The middle of amounts of which only the classes are known: as many lie below it as above.
    Median {
        /// What is counted in each class.
        operand: Operand,
        /// The classes.
        over: Dimension,
    },
    /// How long care lasts that began in the year, with what still runs: the life table by class of duration.
    Survival {
        /// What is asked of it.
        ask: SurvivalAsk,
    },
    /// The change of an amount on the year before, in percent.
    Change {
        /// The amount.
        operand: Operand,
        /// The sum of squared amounts.
        squares: Measure,
    },
    /// Through what an amount changed on the year before, in euros: its factors, each with its part.
    Split {
        /// The amount.
        whole: SplitWhole,
    },
}

/// What is asked of a life table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SurvivalAsk {
    /// Of every hundred, how many still run where the class with this code begins.
    StillRunning(&'static str),
    /// After how many days half still run.
    Median,
}

/// An amount that is the product of others, by which its change is split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SplitWhole {
    /// Cost: youths, trajectories per youth, and cost per trajectory.
    Cost,
    /// Cost per youth: trajectories per youth, and cost per trajectory.
    CostPerYouth,
}

impl Formula {
    /// Every measure the formula reads.
    pub fn operands(self) -> impl Iterator<Item = Operand> {
        let (first, second, squares) = match self {
            Self::Composition { operand, .. } | Self::Median { operand, .. } => {
                (operand, None, None)
            }
            Self::Change { operand, squares } => (
                operand,
                None,
                Some(Operand {
                    measure: squares,
                    ..operand
                }),
            ),
            Self::Survival { .. } => (
                Operand::of(Measure::Begun),
                Some(Operand::of(Measure::Lasted).lasting("tot-3-maanden")),
                Some(Operand::of(Measure::EndedInClass).lasting("tot-3-maanden")),
            ),
            Self::Split { .. } => (
                Operand::of(Measure::Cost),
                Some(Operand::of(Measure::Trajectories)),
                Some(Operand::of(Measure::Youths)),
            ),
            Self::Total { operand, interval } => (
                operand,
                None,
                match interval {
                    CountInterval::Counted => None,
                    CountInterval::Compound { squares } => Some(Operand {
                        measure: squares,
                        ..operand
                    }),
                },
            ),
            Self::Ratio {
                numerator,
                denominator,
                method,
                ..
            } => (
                numerator,
                Some(denominator),
                match method {
                    RatioMethod::Proportion | RatioMethod::Rate => None,
                    RatioMethod::Mean { squares } | RatioMethod::PartOfAmount { squares, .. } => {
                        Some(Operand {
                            measure: squares,
                            ..numerator
                        })
                    }
                },
            ),
        };
        [Some(first), second, squares].into_iter().flatten()
    }

    /// The operand that is shown when the reader asks for counts.
    pub fn counted(self) -> Operand {
        match self {
            Self::Total { operand, .. }
            | Self::Composition { operand, .. }
            | Self::Median { operand, .. }
            | Self::Change { operand, .. } => operand,
            Self::Ratio { numerator, .. } => numerator,
            Self::Survival { .. } => Operand::of(Measure::Begun),
            Self::Split { .. } => Operand::of(Measure::Cost),
        }
    }

    /// The measures a worked example has columns for.
    pub fn columns(self) -> Vec<Measure> {
        match self {
            Self::Total { operand, .. } | Self::Median { operand, .. } => vec![operand.measure],
            Self::Ratio {
                numerator,
                denominator,
                ..
            } => vec![numerator.measure, denominator.measure],
            Self::Composition { operand, .. } | Self::Change { operand, .. } => {
                vec![operand.measure; 2]
            }
            Self::Survival { .. } => vec![Measure::Lasted, Measure::EndedInClass],
            Self::Split { .. } => vec![Measure::Youths, Measure::Trajectories, Measure::Cost],
        }
    }
}

/// Of how much care that began the day of allocation is known.
pub(super) const ALLOCATION_KNOWN: Formula = Formula::Ratio {
    numerator: Operand::of(Measure::BegunAllocated),
    denominator: Operand::of(Measure::Begun),
    multiplier: 100.0,
    method: RatioMethod::Proportion,
};

/// Of how much care that ended the answer to a question is known: n answered of n ended.
pub(super) const fn response_to(question: &'static str) -> Formula {
    Formula::Ratio {
        numerator: Operand::of(Measure::Answered).on(question),
        denominator: Operand::of(Measure::EndedTrajectories),
        multiplier: 100.0,
        method: RatioMethod::Proportion,
    }
}

/// A measure in a formula, and how it follows what the reader selects.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Operand {
    /// The measure.
    pub measure: Measure,
    /// The age group it is about as long as the reader does not choose one.
    pub default_age: Option<&'static str>,
    /// The form of care, class of cost, referrer, question or duration it is about as long as the reader does not choose one.
    pub default_part: Option<(Dimension, &'static str)>,
    /// The dimensions it is narrowed by; a population, for one, has no form of care.
    pub follows: &'static [Dimension],
}

impl Operand {
    /// A measure of everybody, narrowed by all that the reader chooses.
    pub const fn of(measure: Measure) -> Self {
        Self {
            measure,
            default_age: None,
            default_part: None,
            follows: measure.table().dimensions(),
        }
    }

    /// The same about an age group.
    #[must_use]
    pub const fn aged(self, age: &'static str) -> Self {
        Self {
            default_age: Some(age),
            ..self
        }
    }

    /// The same about a form of care.
    #[must_use]
    pub const fn in_form(self, form: &'static str) -> Self {
        Self {
            default_part: Some((Dimension::CareForm, form)),
            ..self
        }
    }

    /// The same about youths whose care cost so much.
    #[must_use]
    pub const fn costing(self, class: &'static str) -> Self {
        Self {
            default_part: Some((Dimension::CostClass, class)),
            ..self
        }
    }

    /// The same about care through a referrer.
    #[must_use]
    pub const fn through(self, referrer: &'static str) -> Self {
        Self {
            default_part: Some((Dimension::Referrer, referrer)),
            ..self
        }
    }

    /// The same about a class of duration.
    #[must_use]
    pub const fn lasting(self, class: &'static str) -> Self {
        Self {
            default_part: Some((Dimension::Duration, class)),
            ..self
        }
    }

    /// The same about what began so long after its allocation.
    #[must_use]
    pub const fn begun_after(self, class: &'static str) -> Self {
        Self {
            default_part: Some((Dimension::AllocationWait, class)),
            ..self
        }
    }

    /// The same about youths under an order.
    #[must_use]
    pub const fn under_order(self) -> Self {
        Self {
            default_part: Some((Dimension::WithOrder, WITH_ORDER)),
            ..self
        }
    }

    /// The same about youths who left residential care at an age.
    #[must_use]
    pub const fn leaving_at(self, age: &'static str) -> Self {
        Self {
            default_part: Some((Dimension::LeavingAge, age)),
            ..self
        }
    }

    /// The same about a part of the agreed ranges.
    #[must_use]
    pub const fn in_range(self, part: &'static str) -> Self {
        Self {
            default_part: Some((Dimension::Range, part)),
            ..self
        }
    }

    /// The same about a question at the end of care.
    #[must_use]
    pub const fn on(self, question: &'static str) -> Self {
        Self {
            default_part: Some((Dimension::Question, question)),
            ..self
        }
    }

    /// What it is about as long as the reader does not choose.
    pub fn defaults(self) -> impl Iterator<Item = Member> {
        let age = self.default_age.map(|age| (Dimension::AgeGroup, age));
        [self.default_part, age]
            .into_iter()
            .flatten()
            .filter_map(|(dimension, code)| dimension.member(code))
            .chain(self.measure.table().at_year_end())
    }
}

/// The interval of a total.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CountInterval {
    /// A count of independent events: exact Poisson below ten, else Byar.
    Counted,
    /// A sum of unequal amounts: compound Poisson with the sum of squares.
    Compound {
        /// The sum of squared amounts.
        squares: Measure,
    },
}

/// The interval of a ratio.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RatioMethod {
    /// A part of a whole: Wilson.
    Proportion,
    /// Events per population: Byar.
    Rate,
    /// A mean: from the sum of squares.
    Mean {
        /// The sum of squares of what is averaged.
        squares: Measure,
    },
    /// A part of an amount: from the sums of squares of part and whole. Where a youth may be in the part for some of what she cost, that
    /// makes the interval too wide rather than too narrow: the products of part and whole are taken to be no more than the squares of the part.
    PartOfAmount {
        /// The sum of squares of the part.
        squares: Measure,
        /// That of the whole.
        of_whole: Measure,
    },
}

/// Unit of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Youths.
    Youths,
    /// Trajectories of care.
    Trajectories,
    /// Of every hundred.
    PerHundred,
    /// Per thousand youths.
    PerThousand,
    /// Euro in total.
    Euro,
    /// Euro per youth and year.
    EuroPerYouth,
    /// Euro per trajectory and year.
    EuroPerTrajectory,
    /// More or fewer euros than in the year before.
    EuroMore,
    /// More or fewer euros per youth than in the year before.
    EuroPerYouthMore,
    /// Trajectories per youth.
    PerYouth,
    /// Percent more or less than in the year before.
    PercentMore,
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Providers of care.
    Providers,
    /// Child protection and probation orders.
    Orders,
}

/// Whether higher is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Polarity {
    /// Neither: the default.
    NoJudgement,
    /// Lower is better.
    LowerIsBetter,
    /// Higher is better.
    HigherIsBetter,
}

/// The ambitions of the vision, whether or not a chapter has figures for them.
pub const AMBITIONS: std::ops::RangeInclusive<u8> = 1..=5;

/// A chapter of the monitor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Chapter {
    /// General picture.
    General,
    /// Ambition 1.
    Upbringing,
    /// Ambition 2.
    RightCareInTime,
    /// Ambition 3.
    AtHome,
    /// Ambition 4.
    Safe,
    /// Ambition 5.
    Education,
    /// Providers of care.
    Providers,
}

impl Chapter {
    /// The chapters that have entries, in order.
    pub const ALL: [Self; 7] = [
        Self::General,
        Self::Upbringing,
        Self::RightCareInTime,
        Self::AtHome,
        Self::Safe,
        Self::Education,
        Self::Providers,
    ];

    /// The ambition of the vision that it is about; the general picture and the providers are about none.
    pub const fn ambition(self) -> Option<u8> {
        match self {
            Self::General | Self::Providers => None,
            Self::Upbringing => Some(1),
            Self::RightCareInTime => Some(2),
            Self::AtHome => Some(3),
            Self::Safe => Some(4),
            Self::Education => Some(5),
        }
    }

    /// Heading.
    pub const fn title(self) -> Bilingual {
        match self {
            Self::General => Bilingual::new("Algemeen beeld", "General picture"),
            Self::Upbringing => Bilingual::new(
                "1. Versterken van het gewone opvoeden en opgroeien",
                "1. Strengthening ordinary upbringing",
            ),
            Self::RightCareInTime => Bilingual::new(
                "2. Tijdig de best passende hulp",
                "2. The best fitting care, in time",
            ),
            Self::AtHome => Bilingual::new(
                "3. Zo thuis mogelijk opgroeien",
                "3. Growing up as much at home as possible",
            ),
            Self::Safe => {
                Bilingual::new("4. Duurzaam veilig opgroeien", "4. Safe in a lasting way")
            }
            Self::Providers => Bilingual::new("Aanbieders", "Providers"),
            Self::Education => Bilingual::new(
                "5. Jeugdhulp en onderwijs werken samen",
                "5. Youth care and education work together",
            ),
        }
    }

    /// The question the chapter answers.
    pub const fn question(self) -> Bilingual {
        match self {
            Self::General => Bilingual::new(
                "Hoeveel jeugdigen krijgen hulp, en wat kost dat?",
                "How many youths receive care, and what does it cost?",
            ),
            Self::Upbringing => Bilingual::new(
                "Lukt het om zonder jeugdhulp op te groeien, met steun dichtbij?",
                "Can children grow up without youth care, with support nearby?",
            ),
            Self::RightCareInTime => Bilingual::new(
                "Helpt de hulp in één keer goed, en duurt ze niet langer dan nodig?",
                "Is care right the first time, and no longer than needed?",
            ),
            Self::AtHome => Bilingual::new(
                "Hoeveel jeugdigen groeien thuis op, of in een ander gezin?",
                "How many youths grow up at home, or in another family?",
            ),
            Self::Safe => Bilingual::new(
                "Groeien jeugdigen veilig op, met zo weinig mogelijk dwang?",
                "Do youths grow up safely, with as little compulsion as possible?",
            ),
            Self::Providers => Bilingual::new(
                "Wie geeft de hulp, en hoe is die verdeeld?",
                "Who gives care, and how is it divided?",
            ),
            Self::Education => Bilingual::new(
                "Vinden school en jeugdhulp elkaar?",
                "Do schools and youth care find each other?",
            ),
        }
    }
}

impl Indicator {
    /// Whether it is a mean of amounts, of which one may be far larger than the others.
    pub fn is_mean(&self) -> bool {
        matches!(
            self.publication,
            Publication::Published {
                formula: Formula::Ratio {
                    method: RatioMethod::Mean { .. },
                    ..
                },
                ..
            }
        )
    }

    /// Whether it is about the youths of a class of cost, whose limits are the same in all years.
    pub fn has_limit_of_cost(&self) -> bool {
        self.formula().is_some_and(|formula| {
            formula
                .operands()
                .any(|operand| matches!(operand.default_part, Some((Dimension::CostClass, _))))
        })
    }

    /// Whether it is about personal budgets, for which no provider declares anything.
    pub fn is_of_budgets(&self) -> bool {
        self.formula()
            .is_some_and(|formula| formula.counted().measure.table() == Table::Budgets)
    }

    /// Whether it is how long help of local teams lasted.
    pub fn is_duration_of_local_help(&self) -> bool {
        self.formula().is_some_and(|formula| {
            formula
                .operands()
                .any(|operand| operand.measure == Measure::LocalDays)
        })
    }

    /// Whether it is the part of an amount that some units have.
    pub fn is_part_of_amount(&self) -> bool {
        matches!(
            self.formula(),
            Some(Formula::Ratio {
                method: RatioMethod::PartOfAmount { .. },
                ..
            })
        )
    }

    /// Its formula, if there are figures.
    pub fn formula(&self) -> Option<Formula> {
        match self.publication {
            Publication::Published { formula, .. } => Some(formula),
            Publication::NoFiguresYet { .. } => None,
        }
    }

    /// By what it may be broken down; by nothing when there are no figures.
    pub fn breakdowns(&self) -> &'static [Dimension] {
        match self.publication {
            Publication::Published { breakdowns, .. } => breakdowns,
            Publication::NoFiguresYet { .. } => &[],
        }
    }

    /// Whether it is a proportion, so that a large area and a small one can be compared; what is not, only tells who is larger.
    pub fn is_ratio(&self) -> bool {
        // A provider that works in two municipalities counts in both, and once in the region: the larger an area, the more likely
        // that somewhere in it somebody waits long.
        !self.is_of_providers()
            && matches!(
                self.formula(),
                Some(
                    Formula::Ratio { .. }
                        | Formula::Composition { .. }
                        | Formula::Median { .. }
                        | Formula::Survival { .. }
                        | Formula::Change { .. }
                )
            )
    }

    /// Whether it is of persons, of whom some count in two municipalities: then the rest of the region is known between bounds only.
    pub fn has_rest_between_bounds(&self) -> bool {
        self.is_ratio()
            && self.formula().is_some_and(|formula| {
                formula
                    .operands()
                    .any(|operand| !operand.measure.adds_over_areas())
            })
    }

    /// Whether what it counts are providers.
    pub fn is_of_providers(&self) -> bool {
        self.formula()
            .is_some_and(|formula| formula.counted().measure.unit() == MeasureUnit::Providers)
    }

    /// The area of which the breaks matter to its figure in `area`. Which providers work everywhere, and which are the largest, is decided
    /// in the whole region: what changed anywhere may have changed who they are.
    pub fn broken_with(&self, region: &Region, area: AreaId) -> AreaId {
        let is_chosen_everywhere = |operand: Operand| {
            matches!(
                operand.measure,
                Measure::ProvidersEverywhere | Measure::CostEverywhere | Measure::CostLargest
            )
        };
        let formula = self.formula();
        if formula.is_some_and(|formula| formula.operands().any(is_chosen_everywhere)) {
            region.whole()
        } else {
            area
        }
    }

    /// What was divided in a figure of it, and by what; of a figure that was worked out class by class nothing was divided, and the second is
    /// of how many it tells.
    pub fn parts_of<'a>(
        &self,
        figure: &'a Figure,
    ) -> (Option<&'a OperandValue>, Option<&'a OperandValue>) {
        match self.formula() {
            Some(Formula::Median { .. } | Formula::Survival { .. }) => {
                (None, Some(&figure.numerator))
            }
            _ => (Some(&figure.numerator), figure.denominator.as_ref()),
        }
    }

    /// Whether the reader may ask for the count behind it: a total is its own count, a change has none.
    pub fn has_count(&self) -> bool {
        matches!(
            self.formula(),
            Some(Formula::Ratio { .. } | Formula::Composition { .. })
        )
    }

    /// Whether it holds a year against the one before. Such figures share a year with the next, so no trend is tested.
    pub fn is_change(&self) -> bool {
        matches!(
            self.formula(),
            Some(Formula::Change { .. } | Formula::Split { .. })
        )
    }

    /// Whether it tells through what an amount changed, part by part.
    pub fn is_split(&self) -> bool {
        matches!(self.formula(), Some(Formula::Split { .. }))
    }

    /// Whether it tells of answers to a question, or of how many there are. The sector has only begun to ask.
    pub fn is_of_outcomes(&self) -> bool {
        self.formula()
            .is_some_and(|formula| formula.counted().measure.table() == Table::Outcomes)
    }

    /// Whether only whoever answered counts in it.
    pub fn is_of_answers(&self) -> bool {
        self.formula()
            .is_some_and(|formula| formula.counted().measure == Measure::Positive)
    }

    /// Of how much care is known what it tells of: answers, or the day of allocation. Nothing for an indicator that tells of all care, or of that itself.
    #[must_use]
    pub fn response(&self) -> Option<Self> {
        let Publication::Published {
            formula,
            breakdowns,
            example,
        } = self.publication
        else {
            return None;
        };
        let formula = match formula {
            Formula::Ratio {
                numerator:
                    Operand {
                        measure: Measure::Positive,
                        default_part: Some((Dimension::Question, question)),
                        ..
                    },
                ..
            } => response_to(question),
            Formula::Median { operand, .. }
            | Formula::Ratio {
                denominator: operand,
                ..
            } if operand.measure == Measure::BegunAllocated => ALLOCATION_KNOWN,
            _ => return None,
        };
        Some(Self {
            polarity: Polarity::NoJudgement,
            publication: Publication::Published {
                formula,
                breakdowns,
                example,
            },
            ..*self
        })
    }

    /// Whether it tells how long after its allocation care began.
    pub fn is_of_allocations(&self) -> bool {
        self.formula()
            .is_some_and(|formula| formula.counted().measure.table() == Table::Allocations)
    }

    /// Whether it holds durations against those that the region agreed on.
    pub fn is_of_ranges(&self) -> bool {
        self.formula()
            .is_some_and(|formula| formula.counted().measure.table() == Table::Ranges)
    }

    /// What it asks of a life table, if it does.
    pub fn survival(&self) -> Option<SurvivalAsk> {
        match self.formula()? {
            Formula::Survival { ask } => Some(ask),
            _ => None,
        }
    }

    /// For how many years after the one it is of something must have been followed: of a median of a life table, at least the next.
    pub fn years_followed(&self) -> u16 {
        let Some(ask) = self.survival() else {
            return 0;
        };
        let last_class = match ask {
            SurvivalAsk::Median => None,
            SurvivalAsk::StillRunning(until) => Dimension::Duration
                .parts()
                .take_while(|class| class.code() != until)
                .last(),
        };
        let year = 2000;
        let ends = last_class.and_then(|class| class.years_of_end(year)?.1);
        ends.map_or(1, |last| last - year)
    }

    /// Whether it is the middle of amounts of which only the classes are known.
    pub fn is_median(&self) -> bool {
        matches!(self.formula(), Some(Formula::Median { .. }))
    }

    /// Whether it is so many of every hundred, and so never more than all.
    pub fn is_part_of_whole(&self) -> bool {
        let is_part = match self.formula() {
            Some(Formula::Composition { .. } | Formula::Survival { .. }) => true,
            Some(Formula::Ratio { method, .. }) => matches!(
                method,
                RatioMethod::Proportion | RatioMethod::PartOfAmount { .. }
            ),
            _ => false,
        };
        is_part && self.unit == Unit::PerHundred
    }

    /// What it divides a whole by, with the parts.
    pub fn composed_over(&self) -> Option<(Dimension, Vec<Member>)> {
        match self.formula()? {
            Formula::Composition { over, parts, .. } => Some((
                over,
                parts.iter().filter_map(|code| over.member(code)).collect(),
            )),
            _ => None,
        }
    }

    /// The part of a whole that municipalities are compared by as long as the reader chooses none: beside an agreed range what stayed within
    /// it, which is what councils ask for, and else the first.
    pub fn compared_part(&self) -> Option<Member> {
        let (_, parts) = self.composed_over()?;
        let within = Dimension::Range.member("binnen");
        let asked = parts.iter().find(|part| Some(**part) == within);
        asked.or(parts.first()).copied()
    }

    /// The age group it counts as long as the reader chooses none, where that has to be said: two tiles that both count youths
    /// would otherwise seem to contradict each other.
    pub fn age_counted(&self) -> Option<Member> {
        let Publication::Published { formula, .. } = &self.publication else {
            return None;
        };
        let operand = formula.counted();
        match operand.default_age {
            Some(age) => Dimension::AgeGroup.member(age),
            None => (self.unit == Unit::Youths).then(|| Dimension::AgeGroup.total()),
        }
    }

    /// The same indicator as the count in its numerator: "635 nieuwe jeugdigen" instead of "39 van elke 1.000".
    #[must_use]
    pub fn counted(&self) -> Self {
        let Publication::Published {
            formula,
            breakdowns,
            example,
        } = self.publication
        else {
            return *self;
        };
        let (operand, interval) = match formula {
            Formula::Ratio {
                numerator,
                method: RatioMethod::Mean { squares } | RatioMethod::PartOfAmount { squares, .. },
                ..
            } => (numerator, CountInterval::Compound { squares }),
            Formula::Ratio { numerator, .. } => (numerator, CountInterval::Counted),
            Formula::Composition { operand, .. } => (operand, CountInterval::Counted),
            Formula::Total { .. }
            | Formula::Median { .. }
            | Formula::Survival { .. }
            | Formula::Change { .. }
            | Formula::Split { .. } => {
                return *self;
            }
        };
        let unit = match operand.measure.unit() {
            MeasureUnit::Euro | MeasureUnit::EuroSquared => Unit::Euro,
            MeasureUnit::Days | MeasureUnit::DaysSquared => Unit::Days,
            MeasureUnit::Trajectories => Unit::Trajectories,
            MeasureUnit::Persons | MeasureUnit::Inhabitants => Unit::Youths,
            MeasureUnit::Providers => Unit::Providers,
            MeasureUnit::Orders => Unit::Orders,
        };
        // What it counts by itself is less than all that the measure counts.
        let is_narrowed = operand.default_part.is_some();
        let (name, definition) = if is_narrowed {
            (self.name, self.definition)
        } else {
            (operand.measure.title(), operand.measure.definition())
        };
        Self {
            name,
            definition,
            unit,
            publication: Publication::Published {
                formula: Formula::Total { operand, interval },
                breakdowns,
                example,
            },
            ..*self
        }
    }
}
