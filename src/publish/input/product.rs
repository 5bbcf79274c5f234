//! The mapping of product codes to forms of care; an iJw product category alone does not determine the form.

use std::collections::HashMap;

use super::Reading;
use super::checks::Checks;
use super::report::{Fate, FileReport};
use super::rows::Rows;
use super::rule::Rule;
use super::source::Part;
use super::specification::PRODUCTS;
use super::unique::{Standing, Unique, mark};
use crate::publish::error::PublishError;
use crate::release::RowAction;
use crate::vocabulary::{Dimension, Member};

/// Form of care by product code.
pub(super) fn read(
    parts: &[Part],
    reading: &Reading<'_>,
) -> Result<(HashMap<String, Member>, FileReport), PublishError> {
    let (mut rows, mut report) = Rows::of(&PRODUCTS, parts, reading);
    let mut forms = HashMap::new();
    let mut unique = Unique::default();
    while let Some(row) = rows.next(&mut report)? {
        let [product, form, _segment, _description] = row.fields;
        let mut checks = Checks::of(&mut report, reading.actions, row.place);
        if product.is_empty() {
            checks.rejects(Rule::KeyIsGiven, "product");
        }
        let form = checks.member("zorgvorm", form, Dimension::CareForm);
        if form.is_none() {
            checks.rejects(Rule::FormIsKnown, "zorgvorm");
        }
        let (Some(form), true) = (form, checks.fate < Fate::Rejected) else {
            checks.finish();
            continue;
        };
        let key = mark(product);
        match unique.meet(key, &form.index(), row.place, checks.fate, 0) {
            Standing::New => {
                forms.insert(product.to_owned(), form);
                checks.finish();
            }
            Standing::Copy(first) => {
                checks.rejects(Rule::RowIsUnique, "");
                checks.finish().note_copy(first.place, row.place);
            }
            Standing::Clash(first) => {
                checks.rejects(Rule::KeyIsUnique, "product");
                let report = checks.finish();
                report.note_clash(first.place, row.place);
                if first.fate != Fate::Rejected {
                    forms.remove(product);
                    unique.settle(key, Fate::Rejected);
                    report.note(Rule::KeyIsUnique, "product", RowAction::Reject, first.place);
                    report.recount(first.fate, Fate::Rejected);
                }
            }
        }
    }
    Ok((forms, report))
}
