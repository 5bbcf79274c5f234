//! Relations between figures. Nearly all are linear: a weighted sum of some of them lies between two bounds. The one that is not holds a
//! sum of amounts against how many they are and the sum of their squares.

/// One relation: `low <= sum of coefficient * variable <= high`.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Variables with their coefficients.
    pub terms: Vec<(usize, f64)>,
    /// Lower bound, minus infinity when there is none.
    pub low: f64,
    /// Upper bound, infinity when there is none.
    pub high: f64,
}

impl Row {
    /// The whole is exactly the sum of its parts.
    pub fn sum(whole: usize, parts: impl IntoIterator<Item = usize>) -> Self {
        Self {
            terms: whole_less_parts(whole, parts),
            low: 0.0,
            high: 0.0,
        }
    }

    /// A weighted sum is at most zero.
    pub fn at_most_zero(terms: Vec<(usize, f64)>) -> Self {
        Self {
            terms,
            low: f64::NEG_INFINITY,
            high: 0.0,
        }
    }

    /// One figure is never larger than another.
    pub fn at_most(smaller: usize, larger: usize) -> Self {
        Self::at_most_zero(vec![(smaller, 1.0), (larger, -1.0)])
    }

    /// The whole counts persons who may be in several parts: at most their sum, at least each of them.
    pub fn union(whole: usize, parts: &[usize]) -> impl Iterator<Item = Self> {
        let sum = Self::at_most_zero(whole_less_parts(whole, parts.iter().copied()));
        std::iter::once(sum).chain(
            parts
                .iter()
                .map(move |part| Self::at_most(*part, whole))
                .collect::<Vec<_>>(),
        )
    }

    /// The whole is a sum over persons of squares, and a person may be in several parts: at least the sum of the parts, at
    /// most that sum times their number (Cauchy-Schwarz).
    pub fn squares(whole: usize, parts: &[usize]) -> [Self; 2] {
        let times = parts.len() as f64;
        let least = parts
            .iter()
            .map(|part| (*part, 1.0))
            .chain([(whole, -1.0)])
            .collect();
        let most = parts
            .iter()
            .map(|part| (*part, -times))
            .chain([(whole, 1.0)])
            .collect();
        [Self::at_most_zero(least), Self::at_most_zero(most)]
    }
}

fn whole_less_parts(whole: usize, parts: impl IntoIterator<Item = usize>) -> Vec<(usize, f64)> {
    std::iter::once((whole, 1.0))
        .chain(parts.into_iter().map(|part| (part, -1.0)))
        .collect()
}

/// A number of amounts, their sum and the sum of their squares: the sum squared is at most the number times the squares (Cauchy-Schwarz).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amounts {
    /// The number of amounts, or more.
    pub count: usize,
    /// Their sum.
    pub sum: usize,
    /// The sum of their squares.
    pub squares: usize,
}

/// Relations, with for every variable those it stands in.
#[derive(Clone, Debug, PartialEq)]
pub struct System {
    ends: Vec<usize>,
    terms: Vec<(usize, f64)>,
    limits: Vec<(f64, f64)>,
    starts: Vec<usize>,
    touching: Vec<usize>,
    amounts: Vec<Amounts>,
    /// By variable, the places of the amounts that it tells of.
    in_amounts: Vec<(usize, usize)>,
}

impl System {
    /// The system of these relations between variables 0 up to `variables`.
    pub fn new(variables: usize, rows: impl IntoIterator<Item = Row>) -> Self {
        let (mut ends, mut terms, mut limits) = (Vec::new(), Vec::new(), Vec::new());
        for row in rows {
            terms.extend(row.terms);
            ends.push(terms.len());
            limits.push((row.low, row.high));
        }
        let mut starts = vec![0; variables + 1];
        for (variable, _) in &terms {
            starts[variable + 1] += 1;
        }
        for variable in 0..variables {
            starts[variable + 1] += starts[variable];
        }
        let mut next = starts.clone();
        let mut touching = vec![0; terms.len()];
        let mut begin = 0;
        for (row, end) in ends.iter().enumerate() {
            for (variable, _) in &terms[begin..*end] {
                touching[next[*variable]] = row;
                next[*variable] += 1;
            }
            begin = *end;
        }
        Self {
            ends,
            terms,
            limits,
            starts,
            touching,
            amounts: Vec::new(),
            in_amounts: Vec::new(),
        }
    }

    /// The same with these amounts.
    #[must_use]
    pub fn with_amounts(mut self, amounts: Vec<Amounts>) -> Self {
        self.in_amounts = amounts
            .iter()
            .enumerate()
            .flat_map(|(place, of)| [of.count, of.sum, of.squares].map(|part| (part, place)))
            .collect();
        self.in_amounts.sort_unstable();
        self.amounts = amounts;
        self
    }

    /// The amounts.
    pub fn amounts(&self) -> &[Amounts] {
        &self.amounts
    }

    /// The places of the amounts that `variable` tells of.
    pub fn in_amounts(&self, variable: usize) -> impl Iterator<Item = usize> {
        let from = self
            .in_amounts
            .partition_point(|(other, _)| *other < variable);
        self.in_amounts[from..]
            .iter()
            .take_while(move |(other, _)| *other == variable)
            .map(|(_, place)| *place)
    }

    /// How many linear relations there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// How many variables there are.
    pub fn variables(&self) -> usize {
        self.starts.len() - 1
    }

    /// The variables of a relation with their coefficients.
    pub fn terms(&self, row: usize) -> &[(usize, f64)] {
        let begin = if row == 0 { 0 } else { self.ends[row - 1] };
        &self.terms[begin..self.ends[row]]
    }

    /// Between what the weighted sum of a relation lies.
    pub fn limits(&self, row: usize) -> (f64, f64) {
        self.limits[row]
    }

    /// The relations that `variable` stands in.
    pub fn touching(&self, variable: usize) -> &[usize] {
        &self.touching[self.starts[variable]..self.starts[variable + 1]]
    }

    /// The weighted sum of a relation.
    pub fn activity(&self, row: usize, values: &[f64]) -> f64 {
        self.terms(row)
            .iter()
            .map(|(variable, coefficient)| coefficient * values[*variable])
            .sum()
    }

    /// How far `values` are from keeping a relation; 0 when they do.
    pub fn violation(&self, row: usize, values: &[f64]) -> f64 {
        let (low, high) = self.limits(row);
        let activity = self.activity(row, values);
        (low - activity).max(activity - high).max(0.0)
    }

    /// The variables that hang together with `variable` through relations that `joins` lets through, in order.
    pub fn component(&self, variable: usize, joins: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut seen = std::collections::BTreeSet::from([variable]);
        let mut waiting = vec![variable];
        while let Some(next) = waiting.pop() {
            for row in self.touching(next) {
                for (other, _) in self.terms(*row) {
                    if joins(*other) && seen.insert(*other) {
                        waiting.push(*other);
                    }
                }
            }
        }
        seen.into_iter().collect()
    }
}
