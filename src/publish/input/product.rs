//! The mapping of product codes to forms of care; an iJw product category alone does not determine the form.

use std::collections::HashMap;
use std::path::Path;

use super::rows::Rows;
use super::rule::{FileReport, Report, Rule};
use crate::publish::error::PublishError;
use crate::vocabulary::{Dimension, Member};

/// Form of care by product code.
pub(super) fn read(
    path: &Path,
    report: &mut Report,
) -> Result<HashMap<String, Member>, PublishError> {
    let mut rows = Rows::open(path, ["product", "zorgvorm"])?;
    let mut forms = HashMap::new();
    let mut counts = FileReport::default();
    while let Some([product, form]) = rows.next()? {
        match Dimension::CareForm.member_by_cbs(form) {
            Some(form) => {
                counts.count(None);
                forms.insert(product.to_owned(), form);
            }
            None => counts.count(Some(Rule::CodeIsKnown)),
        }
    }
    report.add(path, counts)?;
    Ok(forms)
}
