//! The mapping of product codes to forms of care; an iJw product category alone does not determine the form.

use std::collections::HashMap;

use super::Reading;
use super::checks::Checks;
use super::report::{Fate, FileReport};
use super::rows::Rows;
use super::rule::Rule;
use super::source::Part;
use super::specification::PRODUCTS;
use super::unique::{Keyed, mark};
use crate::publish::error::PublishError;
use crate::vocabulary::{Dimension, Member};

/// Form of care by product code.
pub(super) fn read(
    parts: &[Part],
    reading: &Reading<'_>,
) -> Result<(HashMap<String, Member>, FileReport), PublishError> {
    let (mut rows, mut report) = Rows::of(&PRODUCTS, parts, reading);
    let mut forms = Vec::new();
    let mut keyed = Keyed::default();
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
        if keyed.admits(mark(product), &form.index(), checks, "product") {
            forms.push((product.to_owned(), form));
        }
    }
    Ok((keyed.kept(forms).into_iter().collect(), report))
}
