//! Random small tables, with all their possible contents counted out as the judge.

use super::*;

/// Draws (splitmix64): the same tables on every machine.
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (bits ^ (bits >> 31)) % limit
    }
}

/// A table of three by three with its margins, by row: the fourth row and column are totals.
type Cells = [[u64; 4]; 4];

fn with_margins(inner: [[u64; 3]; 3]) -> Cells {
    let mut cells = [[0; 4]; 4];
    for (row, values) in inner.iter().enumerate() {
        for (column, value) in values.iter().enumerate() {
            for (r, c) in [(row, column), (row, 3), (3, column), (3, 3)] {
                cells[r][c] += value;
            }
        }
    }
    cells
}

/// What is published of a table.
struct Published {
    /// Lowest and highest value of every cell, as far as it is told.
    told: [[(u64, u64); 4]; 4],
    hidden: [[bool; 4]; 4],
    /// Cell, and the whole per cent of its row total that it is.
    shares: Vec<(usize, usize, u64)>,
    files: Vec<String>,
}

fn name(place: usize) -> &'static str {
    ["a", "b", "c", "totaal"][place]
}

fn publish(cells: &Cells, draw: &mut Draw) -> Published {
    let mut published = Published {
        told: [[(0, u64::MAX); 4]; 4],
        hidden: [[false; 4]; 4],
        shares: Vec::new(),
        files: Vec::new(),
    };
    let density = 3 + draw.below(5);
    let rounded = draw.below(3) == 0;
    let tell = |published: &mut Published, (r, c): (usize, usize), base: u64| {
        let value = (cells[r][c] + base / 2) / base * base;
        let (low, high) = &mut published.told[r][c];
        *low = (*low).max(value.saturating_sub(base / 2));
        *high = (*high).min(value + base / 2);
        value
    };
    let mut text = "rij,kolom,waarde,status,afronding\n".to_owned();
    for r in 0..4 {
        for c in 0..4 {
            // The grand total is always told, so that there is an end to the counting.
            if (r, c) != (3, 3) && draw.below(10) < density {
                published.hidden[r][c] = true;
                text += &format!("{},{},,geheim,\n", name(r), name(c));
            } else {
                let base = if rounded && draw.below(2) == 0 { 3 } else { 1 };
                let value = tell(&mut published, (r, c), base);
                text += &format!("{},{},{value},open,{base}\n", name(r), name(c));
            }
        }
    }
    published.files.push(text);
    if draw.below(2) == 0 {
        // Another file without the columns: row totals, some rounded otherwise.
        let mut text = "rij,waarde,status,afronding\n".to_owned();
        for r in 0..4 {
            if draw.below(2) == 0 {
                let value = tell(&mut published, (r, 3), 5);
                text += &format!("{},{value},open,5\n", name(r));
            } else {
                published.hidden[r][3] = true;
                text += &format!("{},,geheim,\n", name(r));
            }
        }
        published.files.push(text);
    }
    if draw.below(2) == 0 {
        let mut text = "rij,kolom,percentage,van,status\n".to_owned();
        for (r, row) in cells.iter().enumerate().take(3) {
            let c = usize::try_from(draw.below(3)).unwrap();
            if row[3] > 0 {
                let share = (200 * row[c] + row[3]) / (2 * row[3]);
                published.shares.push((r, c, share));
                text += &format!("{},{},{share},kolom,open\n", name(r), name(c));
            }
        }
        if !published.shares.is_empty() {
            published.files.push(text);
        }
    }
    published
}

impl Published {
    fn allows(&self, cells: &Cells) -> bool {
        let told = (0..4).all(|r| {
            (0..4).all(|c| {
                let (low, high) = self.told[r][c];
                low <= cells[r][c] && cells[r][c] <= high
            })
        });
        told && self.shares.iter().all(|(r, c, share)| {
            let (part, whole) = (200 * cells[*r][*c], cells[*r][3]);
            whole > 0
                && (2 * share).saturating_sub(1) * whole <= part
                && part <= (2 * share + 1) * whole
        })
    }

    /// The range of every cell over all tables that could have been published so.
    fn counted_out(&self) -> [[(u64, u64); 4]; 4] {
        let mut ranges = [[(u64::MAX, 0); 4]; 4];
        self.fill(&mut [[0; 3]; 3], 0, self.told[3][3].1, &mut ranges);
        ranges
    }

    fn fill(
        &self,
        inner: &mut [[u64; 3]; 3],
        place: usize,
        left: u64,
        ranges: &mut [[(u64, u64); 4]; 4],
    ) {
        if place == 9 {
            let cells = with_margins(*inner);
            if self.allows(&cells) {
                for (range, value) in ranges.iter_mut().flatten().zip(cells.iter().flatten()) {
                    *range = (range.0.min(*value), range.1.max(*value));
                }
            }
            return;
        }
        let (r, c) = (place / 3, place % 3);
        if c == 0 && r > 0 {
            let sum: u64 = inner[r - 1].iter().sum();
            if sum < self.told[r - 1][3].0 || sum > self.told[r - 1][3].1 {
                return;
            }
        }
        let (low, high) = self.told[r][c];
        for value in low..=high.min(left) {
            inner[r][c] = value;
            self.fill(inner, place + 1, left - value, ranges);
        }
        inner[r][c] = 0;
    }
}

#[test]
fn two_solvers_and_counting_out_agree_on_two_hundred_tables() {
    let mut draw = Draw(20_260_101);
    let (mut known, mut narrow, mut wide) = (0, 0, 0);
    for number in 0..200 {
        let mut inner = [[0; 3]; 3];
        for value in inner.iter_mut().flatten() {
            *value = draw.below(3);
        }
        let published = publish(&with_margins(inner), &mut draw);
        let judged = published.counted_out();
        let files: Vec<&str> = published.files.iter().map(String::as_str).collect();
        let mut expected = Vec::new();
        for (r, row) in judged.iter().enumerate() {
            for (c, (low, high)) in row.iter().enumerate() {
                if published.hidden[r][c] {
                    expected.push(cell(&format!("{} {}", name(r), name(c)), *low, *high));
                    match high - low {
                        0 => known += 1,
                        1 => narrow += 1,
                        _ => wide += 1,
                    }
                }
            }
        }
        let found = ranges(&files, None);
        assert_eq!(found, expected, "table {number}: {files:#?}");
    }
    // The draw puts all kinds to the test.
    assert!(
        known > 100 && narrow > 100 && wide > 100,
        "{known} {narrow} {wide}"
    );
}
