//! What both solvers have to answer alike.

use super::*;

const NONE: f64 = f64::INFINITY;

fn solvers() -> [Box<dyn Solver>; 2] {
    [Box::new(Highs::default()), Box::new(Microlp)]
}

fn programme(bounds: &[(f64, f64)], rows: Vec<Row>, whole: bool) -> Programme {
    Programme {
        bounds: bounds.to_vec(),
        rows,
        whole,
    }
}

/// Two times x is at most nine, x and y are at most six together.
fn small(whole: bool) -> Programme {
    programme(
        &[(0.0, NONE), (0.0, NONE)],
        vec![
            Row {
                terms: vec![(0, 2.0)],
                low: -NONE,
                high: 9.0,
            },
            Row {
                terms: vec![(0, 1.0), (1, 1.0)],
                low: 1.0,
                high: 6.0,
            },
        ],
        whole,
    )
}

#[test]
fn a_session_answers_one_question_after_another() {
    for solver in solvers() {
        let mut session = solver.load(&small(false)).unwrap();
        assert_eq!(session.range(0), Ok((0.0, 4.5)), "{}", solver.name());
        assert_eq!(session.range(1), Ok((0.0, 6.0)), "{}", solver.name());
        assert_eq!(session.range(0), Ok((0.0, 4.5)), "{}", solver.name());
    }
}

#[test]
fn bounds_are_narrower_for_as_long_as_they_are_held() {
    for solver in solvers() {
        let mut session = solver.load(&small(false)).unwrap();
        session.hold(&[(0, (1.0, 3.0))]).unwrap();
        assert_eq!(session.range(0), Ok((1.0, 3.0)), "{}", solver.name());
        assert_eq!(session.range(1), Ok((0.0, 5.0)), "{}", solver.name());
        // Others take their place, and none reaches outside the bounds of the programme.
        session.hold(&[(1, (-5.0, 2.0))]).unwrap();
        assert_eq!(session.range(0), Ok((0.0, 4.5)), "{}", solver.name());
        assert_eq!(session.range(1), Ok((0.0, 2.0)), "{}", solver.name());
        session.hold(&[]).unwrap();
        assert_eq!(session.range(1), Ok((0.0, 6.0)), "{}", solver.name());
    }
}

#[test]
fn what_is_held_outlasts_a_question_without_answer() {
    for solver in solvers() {
        let mut session = solver.load(&small(false)).unwrap();
        session.hold(&[(0, (5.0, 6.0))]).unwrap();
        assert_eq!(session.minimise(&[]), Err(SolverError::Infeasible));
        session.hold(&[(0, (2.0, 6.0))]).unwrap();
        assert_eq!(session.range(0), Ok((2.0, 4.5)), "{}", solver.name());
    }
}

#[test]
fn bounds_that_are_none_cannot_be_held() {
    for solver in solvers() {
        let mut session = solver.load(&small(false)).unwrap();
        for wrong in [(2, (0.0, 1.0)), (0, (f64::NAN, 1.0)), (0, (0.0, f64::NAN))] {
            assert!(matches!(
                session.hold(&[wrong]),
                Err(SolverError::Failed(_))
            ));
        }
    }
}

#[test]
fn whole_numbers_are_whole() {
    for solver in solvers() {
        let mut session = solver.load(&small(true)).unwrap();
        assert_eq!(session.range(0), Ok((0.0, 4.0)), "{}", solver.name());
    }
}

#[test]
fn without_bound_and_without_answer_are_told_apart() {
    for (whole, solver) in [false, true]
        .into_iter()
        .flat_map(|whole| solvers().map(|solver| (whole, solver)))
    {
        let free = programme(&[(0.0, NONE), (0.0, NONE)], vec![Row::at_most(0, 1)], whole);
        let mut session = solver.load(&free).unwrap();
        assert_eq!(
            session.minimise(&[(0, -1.0)]),
            Err(SolverError::Unbounded),
            "{}",
            solver.name()
        );
        // The session goes on after it.
        assert!(session.minimise(&[(1, 1.0)]).unwrap()[1].abs() < 1e-9);
        let torn = programme(
            &[(0.0, NONE), (3.0, 4.0), (0.0, NONE)],
            vec![
                Row::sum(0, [1]),
                Row {
                    terms: vec![(0, 1.0)],
                    low: 5.0,
                    high: NONE,
                },
            ],
            whole,
        );
        assert_eq!(
            solver.load(&torn).unwrap().minimise(&[(2, -1.0)]),
            Err(SolverError::Infeasible),
            "{}",
            solver.name()
        );
    }
}

#[test]
fn half_a_youth_is_no_answer() {
    // Twice x is three: there is an answer, but no whole one.
    let odd = |whole| {
        programme(
            &[(0.0, NONE)],
            vec![Row {
                terms: vec![(0, 2.0)],
                low: 3.0,
                high: 3.0,
            }],
            whole,
        )
    };
    for solver in solvers() {
        assert_eq!(solver.load(&odd(false)).unwrap().range(0), Ok((1.5, 1.5)));
        assert_eq!(
            solver.load(&odd(true)).unwrap().range(0),
            Err(SolverError::Infeasible)
        );
        // Nor does another figure, which nothing bounds, make it one.
        let mut beside = odd(true);
        beside.bounds.push((0.0, NONE));
        assert_eq!(
            solver.load(&beside).unwrap().minimise(&[(1, -1.0)]),
            Err(SolverError::Infeasible)
        );
    }
}

#[test]
fn a_repeated_variable_counts_as_often_as_it_stands_there() {
    for solver in solvers() {
        let twice = programme(
            &[(0.0, NONE)],
            vec![Row {
                terms: vec![(0, 1.0), (0, 1.0)],
                low: 0.0,
                high: 10.0,
            }],
            false,
        );
        assert_eq!(solver.load(&twice).unwrap().range(0), Ok((0.0, 5.0)));
    }
}

#[test]
fn a_malformed_programme_is_refused_in_words() {
    for solver in solvers() {
        let strange = programme(&[(0.0, 1.0)], vec![Row::at_most(0, 7)], false);
        assert!(matches!(
            solver.load(&strange).err(),
            Some(SolverError::Failed(_))
        ));
        let mut session = solver
            .load(&programme(&[(0.0, 1.0)], vec![], false))
            .unwrap();
        assert!(matches!(
            session.minimise(&[(3, 1.0)]),
            Err(SolverError::Failed(_))
        ));
    }
}

#[test]
fn other_methods_of_highs_come_to_the_same() {
    for method in [Method::InteriorPoint, Method::FirstOrder] {
        let mut session = Highs::with(method).load(&small(false)).unwrap();
        for _ in 0..2 {
            let (low, high) = session.range(0).unwrap();
            assert!(
                low.abs() < 1e-3 && (high - 4.5).abs() < 1e-3,
                "{method:?}: {low} {high}"
            );
        }
    }
}
