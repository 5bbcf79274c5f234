use super::super::system::Row;
use super::*;

const FREE: (f64, f64) = (0.0, f64::INFINITY);

fn found(bounds: &[(f64, f64)], rows: Vec<Row>) -> Vec<(usize, Option<f64>)> {
    let system = System::new(bounds.len(), rows);
    determined(&system, |variable| bounds[variable])
        .into_iter()
        .map(|determined| (determined.variable, determined.value))
        .collect()
}

const fn exactly(value: f64) -> (f64, f64) {
    (value, value)
}

#[test]
fn a_lone_hidden_part_follows_from_its_sum() {
    assert_eq!(
        found(
            &[exactly(30.0), exactly(10.0), FREE],
            vec![Row::sum(0, [1, 2])]
        ),
        [(2, Some(20.0))]
    );
}

#[test]
fn a_combination_of_rows_determines_what_no_row_does() {
    // Rows a+b = 5, c+d = 7 and columns a+c+e = 9, b+d = 6: rows less columns leave minus e.
    let sum = |parts: &[usize], total: f64| Row {
        terms: parts.iter().map(|part| (*part, 1.0)).collect(),
        low: total,
        high: total,
    };
    let rows = vec![
        sum(&[0, 1], 5.0),
        sum(&[2, 3], 7.0),
        sum(&[0, 2, 4], 9.0),
        sum(&[1, 3], 6.0),
    ];
    assert_eq!(found(&[FREE; 5], rows), [(4, Some(3.0))]);
}

#[test]
fn inequalities_and_bounds_determine_nothing_here() {
    assert_eq!(
        found(&[(0.0, 1.0), (1.0, 2.0)], vec![Row::at_most(1, 0)]),
        []
    );
}

#[test]
fn fractions_are_told_as_they_are() {
    let half = Row {
        terms: vec![(0, 2.0)],
        low: 3.0,
        high: 3.0,
    };
    assert_eq!(found(&[FREE], vec![half]), [(0, Some(1.5))]);
}

/// In a table with row and column sums a cell can move exactly when some pattern of -1, 0 and 1 that keeps all sums moves it:
/// all such patterns are tried.
#[test]
fn agrees_with_trying_all_moves() {
    let mut state = 7;
    let mut met = 0;
    for _ in 0..300 {
        let hidden: Vec<usize> = (0..12)
            .filter(|_| random(&mut state) % 5 < 3)
            .take(9)
            .collect();
        let bounds: Vec<(f64, f64)> = (0..12)
            .map(|cell| {
                if hidden.contains(&cell) {
                    FREE
                } else {
                    exactly(4.0)
                }
            })
            .collect();
        let line = |cells: Vec<usize>| Row {
            terms: cells.iter().map(|cell| (*cell, 1.0)).collect(),
            low: 40.0,
            high: 40.0,
        };
        let lines: Vec<Vec<usize>> = (0..3)
            .map(|row| (0..4).map(|column| 4 * row + column).collect())
            .chain((0..4).map(|column| (0..3).map(|row| 4 * row + column).collect()))
            .collect();
        let told: Vec<usize> = found(&bounds, lines.iter().cloned().map(line).collect())
            .into_iter()
            .map(|(variable, _)| variable)
            .collect();
        let mut moves = [false; 12];
        for pattern in 0..3_usize.pow(u32::try_from(hidden.len()).unwrap()) {
            let mut step = [0_i32; 12];
            let mut rest = pattern;
            for cell in &hidden {
                step[*cell] = i32::try_from(rest % 3).unwrap() - 1;
                rest /= 3;
            }
            if lines
                .iter()
                .all(|line| line.iter().map(|cell| step[*cell]).sum::<i32>() == 0)
            {
                for cell in &hidden {
                    moves[*cell] |= step[*cell] != 0;
                }
            }
        }
        let expected: Vec<usize> = hidden.into_iter().filter(|cell| !moves[*cell]).collect();
        met += expected.len();
        assert_eq!(told, expected);
    }
    assert!(met > 100, "the tables put too little to the test: {met}");
}
