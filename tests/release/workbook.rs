//! A workbook in which every figure is a formula: each formula, worked out here by a reader of its own, gives the figure that is shown.

use std::collections::BTreeMap;
use std::path::Path;

use regiovisie::answer::{Answer, Entry, Workbook, answer, workbook};
use regiovisie::indicator::CATALOGUE;
use regiovisie::publish::read_release;
use regiovisie::selection::parse;

/// Value of every cell with a number, by sheet and name ("Cijfers!C7"); what is words is no number.
struct Sheets<'a> {
    cells: BTreeMap<String, &'a Entry>,
}

impl<'a> Sheets<'a> {
    fn of(book: &'a Workbook) -> Self {
        let mut cells = BTreeMap::new();
        for sheet in &book.sheets {
            for (row, entries) in (1..).zip(&sheet.rows) {
                for (column, entry) in ('A'..='Z').zip(entries) {
                    cells.insert(format!("{}!{column}{row}", sheet.name), entry);
                }
            }
        }
        Self { cells }
    }

    /// Works a cell out, by its formulas and not by the results that stand beside them.
    fn value(&self, cell: &str) -> f64 {
        match self.cells.get(cell) {
            Some(Entry::Number(value, _)) => *value,
            Some(Entry::Formula(formula, ..)) => {
                let sheet = cell.split_once('!').unwrap().0;
                let mut reader = Reader {
                    sheets: self,
                    sheet,
                    rest: formula,
                };
                let value = reader.compared();
                assert_eq!(reader.rest, "", "the end of {formula}");
                value
            }
            other => panic!("{cell} is no number: {other:?}"),
        }
    }
}

/// Reads a formula from left to right, by the precedence of spreadsheets.
struct Reader<'a> {
    sheets: &'a Sheets<'a>,
    sheet: &'a str,
    rest: &'a str,
}

impl Reader<'_> {
    fn takes(&mut self, sign: &str) -> bool {
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn compared(&mut self) -> f64 {
        let left = self.sum();
        if self.takes(">=") {
            f64::from(u8::from(left >= self.sum()))
        } else if self.takes("<=") {
            f64::from(u8::from(left <= self.sum()))
        } else if self.takes("<") {
            f64::from(u8::from(left < self.sum()))
        } else {
            left
        }
    }

    fn sum(&mut self) -> f64 {
        let mut value = self.product();
        loop {
            if self.takes("+") {
                value += self.product();
            } else if self.takes("-") {
                value -= self.product();
            } else {
                return value;
            }
        }
    }

    fn product(&mut self) -> f64 {
        let mut value = self.power();
        loop {
            if self.takes("*") {
                value *= self.power();
            } else if self.takes("/") {
                value /= self.power();
            } else {
                return value;
            }
        }
    }

    fn power(&mut self) -> f64 {
        let mut value = self.atom();
        while self.takes("^") {
            value = value.powf(self.atom());
        }
        value
    }

    fn atom(&mut self) -> f64 {
        if self.takes("(") {
            let value = self.compared();
            assert!(self.takes(")"), "no bracket at {}", self.rest);
            return value;
        }
        let word = |letter: char| letter.is_ascii_alphanumeric() || "$!.".contains(letter);
        let end = self
            .rest
            .find(|letter| !word(letter))
            .unwrap_or(self.rest.len());
        let (name, rest) = self.rest.split_at(end);
        self.rest = rest;
        if self.takes("(") {
            let mut given = vec![self.compared()];
            while self.takes(",") {
                given.push(self.compared());
            }
            assert!(self.takes(")"), "no bracket at {}", self.rest);
            return function(name, &given);
        }
        name.parse().unwrap_or_else(|_| {
            let plain = name.replace('$', "");
            let whole = if plain.contains('!') {
                plain
            } else {
                format!("{}!{plain}", self.sheet)
            };
            self.sheets.value(&whole)
        })
    }
}

fn function(name: &str, given: &[f64]) -> f64 {
    match (name, given) {
        ("IF", [test, then, other]) => {
            if *test > 0.0 {
                *then
            } else {
                *other
            }
        }
        ("SQRT", [value]) => value.sqrt(),
        ("INT", [value]) => value.floor(),
        ("ROUNDUP", [value, _]) => value.ceil(),
        ("CHIINV", [tail, degrees]) => chi_square_above(*tail, *degrees),
        ("SUM", all) => all.iter().sum(),
        ("MAX", all) => all.iter().copied().fold(f64::NEG_INFINITY, f64::max),
        ("MIN", all) => all.iter().copied().fold(f64::INFINITY, f64::min),
        _ => panic!("{name} of {} is not known", given.len()),
    }
}

/// Above which value the chi square distribution with an even number of degrees of freedom has this probability: for `2k` of them that
/// above `2m` is the Poisson probability of fewer than `k` at mean `m`.
fn chi_square_above(tail: f64, degrees: f64) -> f64 {
    let above = |value: f64| {
        let mean = value / 2.0;
        let (mut term, mut sum, mut count) = ((-mean).exp(), 0.0, 0.0);
        while count < degrees / 2.0 {
            sum += term;
            count += 1.0;
            term *= mean / count;
        }
        sum
    };
    let (mut low, mut high) = (0.0, 1000.0);
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if above(middle) > tail {
            low = middle;
        } else {
            high = middle;
        }
    }
    low
}

#[test]
fn every_formula_gives_the_figure_that_is_shown() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let (release, store) = read_release(&data).unwrap();
    let (mut formulas, mut of_life_tables) = (0, 0);
    for entry in CATALOGUE {
        for link in [
            "weergave=verkennen&gebied=delft",
            "weergave=verkennen&gebied=haaglanden",
            "weergave=verkennen&gebied=wassenaar&verdeling=leeftijd",
            "weergave=vergelijken&jaar=2022",
            "weergave=verkennen&gebied=wassenaar&toon=aantal&taal=en",
        ] {
            let (selection, _) = parse(&format!("?indicator={}&{link}", entry.id), &release.region);
            let found = answer(&selection, &store, &release.region);
            let Some(book) = workbook(&found, &selection, &release, &store, None) else {
                continue;
            };
            let sheets = Sheets::of(&book);
            for (cell, given) in &sheets.cells {
                if let Entry::Formula(formula, shown, _) = given {
                    let value = sheets.value(cell);
                    assert!(
                        (value - shown).abs() <= 1e-9 * shown.abs().max(1.0),
                        "{} {link} {cell} ={formula}: {value}, shown is {shown}",
                        entry.id
                    );
                    formulas += 1;
                    of_life_tables += usize::from(formula.contains("MIN(1,2*"));
                }
            }
        }
    }
    assert!(formulas > 5_000, "only {formulas} formulas");
    assert!(of_life_tables > 200, "only {of_life_tables} of life tables");
}

/// Of a split the whole is a formula over the two years; its parts are numbers that add up to it, and every cell they read is there.
#[test]
fn a_split_has_its_causes_and_a_whole_that_is_worked_out() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let (release, store) = read_release(&data).unwrap();
    let (selection, _) = parse(
        "?weergave=verkennen&indicator=kostenontleding&gebied=delft&jaar=2023",
        &release.region,
    );
    let found = answer(&selection, &store, &release.region);
    let book = workbook(&found, &selection, &release, &store, None).unwrap();
    let figures: Vec<_> = book.sheets[0].rows.iter().rev().take(4).rev().collect();
    let named: Vec<&Entry> = figures.iter().map(|row| &row[0]).collect();
    let causes = [
        "Aantal jeugdigen",
        "Trajecten per jeugdige",
        "Kosten per traject",
        "Samen",
    ];
    assert_eq!(
        named,
        causes
            .map(|cause| Entry::Words(cause.to_owned()))
            .each_ref()
            .to_vec()
    );
    let parts: f64 = figures[..3]
        .iter()
        .map(|row| match row[2] {
            Entry::Number(value, _) => value,
            ref other => panic!("a part is no number: {other:?}"),
        })
        .sum();
    let Entry::Formula(_, whole, _) = &figures[3][2] else {
        panic!("the whole is no formula")
    };
    assert!((parts - whole).abs() < 1e-6);
    // Youths, trajectories and cost, each in two years, below the names of the columns.
    assert_eq!(book.sheets[1].rows.len(), 7);
}

/// Whatever sums a column up skips words; it would not skip a zero.
/// Between what a hidden figure lies, or that nothing can be told of a share.
fn tells_bounds(words: &str) -> bool {
    words.contains("geheim (tussen ") || words.contains("geheim (niet te zeggen)")
}

#[test]
fn what_is_hidden_is_words_and_never_a_number() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let (release, store) = read_release(&data).unwrap();
    let (selection, _) = parse(
        "?weergave=verkennen&indicator=uitval&gebied=wassenaar&verdeling=zorgvorm",
        &release.region,
    );
    let found = answer(&selection, &store, &release.region);
    let book = workbook(
        &found,
        &selection,
        &release,
        &store,
        Some("https://monitor.example/?x"),
    )
    .unwrap();
    let Answer::Rows { rows, .. } = &found else {
        panic!("no rows")
    };
    let hidden = rows
        .iter()
        .flat_map(|row| std::iter::once(&row.own).chain(&row.rest))
        .filter(|outcome| {
            outcome
                .status()
                .is_some_and(regiovisie::cube::Status::is_hidden)
        })
        .count();
    let said = book.sheets[0]
        .rows
        .iter()
        .filter(|row| matches!(row.get(2), Some(Entry::Words(words)) if tells_bounds(words)))
        .count();
    assert!(hidden > 0);
    assert_eq!(said, hidden);
    let origin: Vec<&str> = book.sheets[2]
        .rows
        .iter()
        .flatten()
        .filter_map(|entry| match entry {
            Entry::Prose(words)
            | Entry::Notice(words)
            | Entry::Link(words)
            | Entry::Title(words) => Some(words.as_str()),
            _ => None,
        })
        .collect();
    for words in [
        release.id.as_str(),
        &release.hash,
        "Creative Commons Zero 1.0",
        "https://monitor.example/?x",
    ] {
        assert!(origin.contains(&words), "no {words:?} in {origin:#?}");
    }
    assert!(
        origin
            .iter()
            .any(|words| words.starts_with("Voorbeeldgegevens."))
    );
}
