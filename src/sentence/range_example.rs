//! The worked example of durations beside an agreed range: which of a few made-up care periods lasted shorter than the range of their form, as
//! long, or longer.

use super::agreed::{agreed_words, months};
use super::definition::Worked;
use super::findings::lower_first;
use super::number;
use crate::indicator::Indicator;
use crate::release::AgreedRange;
use crate::vocabulary::{Dimension, Language, Member};

/// A made-up care period: its form, the range of that form in months, and how many months it lasted.
struct Lasted {
    form: &'static str,
    from: u16,
    until: Option<u16>,
    months: u16,
}

const LASTED: [Lasted; 5] = [
    Lasted {
        form: "ambulant",
        from: 3,
        until: Some(12),
        months: 2,
    },
    Lasted {
        form: "ambulant",
        from: 3,
        until: Some(12),
        months: 8,
    },
    Lasted {
        form: "daghulp",
        from: 6,
        until: Some(24),
        months: 4,
    },
    Lasted {
        form: "pleegzorg",
        from: 12,
        until: None,
        months: 30,
    },
    Lasted {
        form: "gesloten",
        from: 3,
        until: Some(9),
        months: 11,
    },
];

impl Lasted {
    fn place(&self) -> Option<Member> {
        let code = if self.months < self.from {
            "korter"
        } else if self.until.is_some_and(|until| self.months > until) {
            "langer"
        } else {
            "binnen"
        };
        Dimension::Range.member(code)
    }

    fn cells(&self, language: Language) -> Option<Vec<String>> {
        let form = Dimension::CareForm.member(self.form)?;
        let range = AgreedRange::new(form, self.from, self.until);
        Some(vec![
            form.label().get(language).to_owned(),
            agreed_words(range, language),
            months(self.months, language),
            lower_first(self.place()?.label().get(language)),
        ])
    }
}

/// The example of an indicator of ranges; nothing of another.
pub(super) fn of_example(indicator: &Indicator, language: Language) -> Option<Worked> {
    if !indicator.is_of_ranges() {
        return None;
    }
    let (name, header) = match language {
        Language::Nl => ("Traject", ["soort hulp", "kader", "duurde", "plaats"]),
        Language::En => ("Care period", ["type of care", "range", "lasted", "place"]),
    };
    let mut rows = Vec::new();
    for (letter, lasted) in ('A'..='Z').zip(&LASTED) {
        rows.push((format!("{name} {letter}"), lasted.cells(language)?));
    }
    // A share of one part has the arithmetic of that one.
    let parts = match indicator.composed_over() {
        Some((_, parts)) => parts,
        None => vec![Dimension::Range.member("binnen")?],
    };
    let mut arithmetic = Vec::new();
    for part in parts {
        let of_part = LASTED.iter().filter(|of| of.place() == Some(part)).count();
        let share = 100.0 * of_part as f64 / LASTED.len() as f64;
        arithmetic.push(format!(
            "{}: {of_part} ÷ {}\u{a0}×\u{a0}100 = {}",
            lower_first(part.label().get(language)),
            LASTED.len(),
            number::result(share, indicator.unit, language)
        ));
    }
    Some(Worked {
        header: header.map(str::to_owned).into(),
        rows,
        sums: None,
        arithmetic: number::formula(&arithmetic.join("; ")),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, reason = "tests fail by panicking")]
mod tests {
    use super::*;
    use crate::indicator::{Example, Publication, by_id};

    fn of(id: &str, language: Language) -> (Example, Option<Worked>) {
        let entry = by_id(id).unwrap();
        let Publication::Published { example, .. } = entry.publication else {
            panic!("{id} has no figures");
        };
        (example, of_example(entry, language))
    }

    #[test]
    fn each_care_period_shows_its_range_its_duration_and_where_that_puts_it() {
        let (_, worked) = of("richtinggevend_kader", Language::Nl);
        let worked = worked.unwrap();
        let (name, cells) = &worked.rows[2];
        assert_eq!(name, "Traject C");
        assert_eq!(
            cells[1..],
            [
                "6 tot en met 24 maanden",
                "4 maanden",
                "korter dan het kader"
            ]
        );
        assert_eq!(worked.header.len(), cells.len());
        let by_hand = worked.arithmetic.replace('\u{a0}', " ");
        assert_eq!(
            by_hand,
            "korter dan het kader: 2 ÷ 5 × 100 = 40,0; binnen het kader: 2 ÷ 5 × 100 = 40,0; langer dan het kader: 1 ÷ 5 × 100 = 20,0"
        );
    }

    /// The numbers of the catalogue are the same care periods.
    #[test]
    fn the_example_is_that_of_the_catalogue() {
        for (id, part) in [
            ("binnen_kader", "binnen"),
            ("richtinggevend_kader", "korter"),
        ] {
            let (example, worked) = of(id, Language::En);
            let counted: Vec<bool> = example.rows.iter().map(|row| row[0] > 0.0).collect();
            let part = Dimension::Range.member(part);
            let made: Vec<bool> = LASTED.iter().map(|of| of.place() == part).collect();
            assert_eq!(counted, made, "{id}");
            let words = worked.unwrap().arithmetic.replace('\u{a0}', " ");
            let answer = format!("2 ÷ 5 × 100 = {:.1}", example.answer);
            assert!(words.contains(&answer), "{words}");
        }
        assert!(of("uitval", Language::Nl).1.is_none());
    }
}
