//! A question to a solver as one row of numbers, and its answer likewise: what a page hands to a worker and gets back.

use super::solver::{Programme, Solver, SolverError};
use super::system::Row;

/// The first number of every message: a page and a worker of different builds do not understand each other.
const FORMAT: f64 = 1.0;

/// Numbers before the lists: format, variable, variables, relations, terms, whole.
const HEAD: usize = 6;

/// The question between what a variable of `programme` lies.
pub fn to_message(programme: &Programme, variable: usize) -> Vec<f64> {
    let terms: usize = programme.rows.iter().map(|row| row.terms.len()).sum();
    let mut numbers = vec![
        FORMAT,
        variable as f64,
        programme.bounds.len() as f64,
        programme.rows.len() as f64,
        terms as f64,
        f64::from(u8::from(programme.whole)),
    ];
    numbers.extend(
        programme
            .bounds
            .iter()
            .flat_map(|(low, high)| [*low, *high]),
    );
    for row in &programme.rows {
        numbers.extend([row.low, row.high, row.terms.len() as f64]);
        numbers.extend(
            row.terms
                .iter()
                .flat_map(|(variable, coefficient)| [*variable as f64, *coefficient]),
        );
    }
    numbers
}

/// Reads a question, asks the solver, and writes the answer.
pub fn answer(message: &[f64], solver: &dyn Solver) -> Vec<f64> {
    let malformed = || SolverError::Failed("the question could not be read".to_owned());
    let range = from_message(message)
        .ok_or_else(malformed)
        .and_then(|(programme, variable)| solver.load(&programme)?.range(variable));
    match range {
        Ok((low, high)) => vec![FORMAT, 0.0, low, high],
        Err(SolverError::Infeasible) => vec![FORMAT, 1.0],
        Err(SolverError::Unbounded) => vec![FORMAT, 2.0],
        Err(SolverError::Failed(_)) => vec![FORMAT, 3.0],
    }
}

/// Reads an answer: the least and the most that the variable can be.
///
/// # Errors
/// [`SolverError`], as the solver said.
pub fn read_answer(message: &[f64]) -> Result<(f64, f64), SolverError> {
    let code = |number: f64| number.to_bits();
    match message {
        [format, ok, low, high]
            if code(*format) == code(FORMAT) && code(*ok) == code(0.0) && low <= high =>
        {
            Ok((*low, *high))
        }
        [format, why] if code(*format) == code(FORMAT) && code(*why) == code(1.0) => {
            Err(SolverError::Infeasible)
        }
        [format, why] if code(*format) == code(FORMAT) && code(*why) == code(2.0) => {
            Err(SolverError::Unbounded)
        }
        _ => Err(SolverError::Failed("no answer".to_owned())),
    }
}

fn from_message(message: &[f64]) -> Option<(Programme, usize)> {
    let mut numbers = message.iter().copied();
    let head: Vec<f64> = numbers.by_ref().take(HEAD).collect();
    let [format, variable, variables, rows, terms, whole] = head[..] else {
        return None;
    };
    let (variable, variables, rows, terms) = (
        place(variable)?,
        place(variables)?,
        place(rows)?,
        place(terms)?,
    );
    // What is promised must be there, or a wrong number would ask for all memory there is.
    let length = HEAD + 2 * variables + 3 * rows + 2 * terms;
    if format.to_bits() != FORMAT.to_bits() || message.len() != length || variable >= variables {
        return None;
    }
    let mut next = || numbers.next();
    let mut bounds = Vec::with_capacity(variables);
    for _ in 0..variables {
        bounds.push((next()?, next()?));
    }
    let mut list = Vec::with_capacity(rows);
    for _ in 0..rows {
        let (low, high, many) = (next()?, next()?, place(next()?)?);
        let mut terms = Vec::new();
        for _ in 0..many {
            let at = place(next()?).filter(|at| *at < variables)?;
            terms.push((at, next()?));
        }
        list.push(Row { terms, low, high });
    }
    let programme = Programme {
        bounds,
        rows: list,
        whole: whole > 0.0,
    };
    Some((programme, variable))
}

/// A number that counts or points: whole, and not absurdly large.
fn place(number: f64) -> Option<usize> {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole, and within range"
    )]
    (number.fract() == 0.0 && (0.0..=1e8).contains(&number)).then_some(number as usize)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::super::solver::Microlp;
    use super::*;

    /// 30 youths in three parts, of which two are known: between 0 and 9 is narrowed to between 3 and 7.
    fn programme() -> Programme {
        Programme {
            bounds: vec![(28.0, 32.0), (10.0, 10.0), (15.0, 15.0), (0.0, 9.0)],
            rows: vec![Row::sum(0, [1, 2, 3])],
            whole: false,
        }
    }

    #[test]
    fn a_question_survives_the_way_there() {
        let mut programme = programme();
        programme.bounds.push((0.0, f64::INFINITY));
        programme.rows.push(Row::at_most(3, 4));
        programme.whole = true;
        let message = to_message(&programme, 3);
        assert_eq!(from_message(&message), Some((programme, 3)));
    }

    #[test]
    fn the_answer_is_that_of_the_solver() {
        let answer_to =
            |programme: &Programme| read_answer(&answer(&to_message(programme, 3), &Microlp));
        let (low, high) = answer_to(&programme()).unwrap();
        assert!(
            (low - 3.0).abs() < 1e-6 && (high - 7.0).abs() < 1e-6,
            "{low} {high}"
        );
        let mut contradiction = programme();
        contradiction.bounds[0] = (60.0, 61.0);
        assert_eq!(answer_to(&contradiction), Err(SolverError::Infeasible));
    }

    #[test]
    fn a_message_that_is_damaged_gives_no_answer() {
        let whole = to_message(&programme(), 3);
        let mut messages = vec![Vec::new(), whole[..whole.len() - 1].to_vec()];
        for (at, number) in [
            (0, 2.0),
            (1, 4.0),
            (1, -1.0),
            (2, 1e300),
            (3, f64::NAN),
            (4, 0.5),
        ] {
            let mut message = whole.clone();
            message[at] = number;
            messages.push(message);
        }
        // A term of a variable that is not there.
        let mut message = whole.clone();
        let last = message.len() - 2;
        message[last] = 4.0;
        messages.push(message);
        for message in messages {
            let answer = answer(&message, &Microlp);
            assert!(
                matches!(read_answer(&answer), Err(SolverError::Failed(_))),
                "{message:?}: {answer:?}"
            );
        }
    }
}
