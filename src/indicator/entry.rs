//! The shape of a catalogue entry: everything a page, a table, an export or a sentence needs to know of an indicator.

use crate::vocabulary::{Bilingual, Dimension, Measure, MeasureUnit, Member};

/// An indicator as data.
#[derive(Clone, Debug, PartialEq)]
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
#[derive(Clone, Debug, PartialEq)]
pub enum Publication {
    /// Computed from the release.
    Published {
        /// How.
        formula: Formula,
        /// By what it may be broken down.
        breakdowns: &'static [Dimension],
    },
    /// Not measured yet.
    NoFiguresYet {
        /// What is missing and who works on it.
        reason: Bilingual,
        /// Ids of the nearest indicators that do have figures.
        nearest: &'static [&'static str],
    },
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
}

impl Formula {
    /// Every measure the formula reads.
    pub fn operands(self) -> impl Iterator<Item = Operand> {
        let (first, second, squares) = match self {
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
                    RatioMethod::Mean { squares } => Some(Operand {
                        measure: squares,
                        ..numerator
                    }),
                },
            ),
        };
        [Some(first), second, squares].into_iter().flatten()
    }

    /// The operand that is shown when the reader asks for counts.
    pub fn counted(self) -> Operand {
        match self {
            Self::Total { operand, .. } => operand,
            Self::Ratio { numerator, .. } => numerator,
        }
    }
}

/// A measure in a formula, and how it follows what the reader selects.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Operand {
    /// The measure.
    pub measure: Measure,
    /// The age group it is about as long as the reader does not choose one.
    pub default_age: Option<&'static str>,
    /// The dimensions it is narrowed by; a population, for one, has no form of care.
    pub follows: &'static [Dimension],
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
    /// Days.
    Days,
}

/// Whether higher is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Polarity {
    /// Neither: the default.
    NoJudgement,
    /// Lower is better.
    LowerIsBetter,
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
    /// Ambition 5.
    Education,
}

impl Chapter {
    /// The chapters that have entries, in order.
    pub const ALL: [Self; 4] = [
        Self::General,
        Self::Upbringing,
        Self::RightCareInTime,
        Self::Education,
    ];

    /// The ambition of the vision that it is about; the general picture is about none.
    pub const fn ambition(self) -> Option<u8> {
        match self {
            Self::General => None,
            Self::Upbringing => Some(1),
            Self::RightCareInTime => Some(2),
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
                "2. Op tijd de best passende hulp",
                "2. The best fitting care, in time",
            ),
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

    /// Whether it divides one measure by another; what does not, only tells who is larger.
    pub fn is_ratio(&self) -> bool {
        matches!(
            self.publication,
            Publication::Published {
                formula: Formula::Ratio { .. },
                ..
            }
        )
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
            formula: Formula::Ratio {
                numerator, method, ..
            },
            breakdowns,
        } = &self.publication
        else {
            return self.clone();
        };
        let interval = match *method {
            RatioMethod::Mean { squares } => CountInterval::Compound { squares },
            RatioMethod::Proportion | RatioMethod::Rate => CountInterval::Counted,
        };
        let unit = match numerator.measure.unit() {
            MeasureUnit::Euro | MeasureUnit::EuroSquared => Unit::Euro,
            MeasureUnit::Days | MeasureUnit::DaysSquared => Unit::Days,
            MeasureUnit::Trajectories => Unit::Trajectories,
            MeasureUnit::Persons | MeasureUnit::Inhabitants => Unit::Youths,
        };
        Self {
            name: numerator.measure.title(),
            definition: numerator.measure.definition(),
            unit,
            publication: Publication::Published {
                formula: Formula::Total {
                    operand: *numerator,
                    interval,
                },
                breakdowns,
            },
            ..self.clone()
        }
    }
}
