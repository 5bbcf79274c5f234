//! What must hold of the catalogue, checked while it is compiled: a fault stops the build, and the error says which entry has it and,
//! by the name of the check, which fault.

use super::PARTS;
use crate::indicator::entry::{Formula, Indicator, Operand, Publication, SurvivalAsk};
use crate::vocabulary::{Bilingual, Dimension, Language};

const _: () = {
    let mut part = 0;
    while part < PARTS.len() {
        let mut at = 0;
        while at < PARTS[part].len() {
            let entry = &PARTS[part][at];
            no_id_stands_twice(entry);
            no_text_is_empty(entry);
            nearest_indicators_have_figures(entry);
            codes_of_members_exist(entry);
            the_example_has_a_figure_for_every_column(entry);
            at += 1;
        }
        part += 1;
    }
};

/// How many entries have this id, and how many of those have figures.
const fn with_id(id: &str) -> (usize, usize) {
    let (mut found, mut published, mut part) = (0, 0, 0);
    while part < PARTS.len() {
        let mut at = 0;
        while at < PARTS[part].len() {
            let entry = &PARTS[part][at];
            if same(entry.id, id) {
                found += 1;
                if matches!(entry.publication, Publication::Published { .. }) {
                    published += 1;
                }
            }
            at += 1;
        }
        part += 1;
    }
    (found, published)
}

const fn no_id_stands_twice(entry: &Indicator) {
    assert!(with_id(entry.id).0 == 1, "{}", entry.id);
}

const fn no_text_is_empty(entry: &Indicator) {
    let mut told =
        is_told(entry.name) && is_told(entry.definition) && is_told(entry.subject.phrase);
    if let Publication::NoFiguresYet { reason, .. } = entry.publication {
        told = told && is_told(reason);
    }
    assert!(told, "{}", entry.id);
}

const fn is_told(text: Bilingual) -> bool {
    !text.get(Language::Nl).is_empty() && !text.get(Language::En).is_empty()
}

const fn nearest_indicators_have_figures(entry: &Indicator) {
    if let Publication::NoFiguresYet { nearest, .. } = entry.publication {
        assert!(!nearest.is_empty(), "{}", entry.id);
        let mut at = 0;
        while at < nearest.len() {
            assert!(with_id(nearest[at]).1 == 1, "{}", entry.id);
            at += 1;
        }
    }
}

const fn codes_of_members_exist(entry: &Indicator) {
    let Publication::Published { formula, .. } = entry.publication else {
        return;
    };
    let known = match formula {
        Formula::Total { operand, .. } | Formula::Change { operand, .. } => is_known(operand),
        Formula::Ratio {
            numerator,
            denominator,
            ..
        } => is_known(numerator) && is_known(denominator),
        Formula::Composition {
            operand,
            over,
            parts,
        } => {
            let mut known = is_known(operand) && parts.len() > 1;
            let mut at = 0;
            while at < parts.len() {
                known = known && has(over, parts[at]);
                at += 1;
            }
            known
        }
        Formula::Median { operand, over } => is_known(operand) && over.members().len() > 2,
        Formula::Survival {
            ask: SurvivalAsk::StillRunning(until),
        } => has(Dimension::Duration, until),
        Formula::Split { .. }
        | Formula::Survival {
            ask: SurvivalAsk::Median,
        } => true,
    };
    assert!(known, "{}", entry.id);
}

const fn is_known(operand: Operand) -> bool {
    let age = match operand.default_age {
        Some(code) => has(Dimension::AgeGroup, code),
        None => true,
    };
    let part = match operand.default_part {
        Some((dimension, code)) => has(dimension, code),
        None => true,
    };
    age && part
}

const fn has(dimension: Dimension, code: &str) -> bool {
    let members = dimension.members();
    let mut at = 0;
    while at < members.len() {
        if same(members[at].code, code) {
            return true;
        }
        at += 1;
    }
    false
}

const fn the_example_has_a_figure_for_every_column(entry: &Indicator) {
    let Publication::Published {
        formula, example, ..
    } = entry.publication
    else {
        return;
    };
    let columns = match formula {
        Formula::Total { .. } | Formula::Median { .. } => 1,
        Formula::Ratio { .. }
        | Formula::Composition { .. }
        | Formula::Survival { .. }
        | Formula::Change { .. } => 2,
        Formula::Split { .. } => 3,
    };
    assert!(!example.rows.is_empty(), "{}", entry.id);
    let mut at = 0;
    while at < example.rows.len() {
        assert!(example.rows[at].len() == columns, "{}", entry.id);
        at += 1;
    }
}

const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}
