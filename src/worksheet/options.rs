//! What the user may choose.

use crate::statistics::normal_quantile;

/// Choices that hold for the whole file.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// How sure an interval is, between 0 and 1.
    pub level: f64,
    /// A rate is per so many.
    pub per: f64,
    /// The share at the middle of a funnel; that of all rows together when `None`.
    pub target: Option<f64>,
    /// Columns whose values name the groups; the column `group` when empty, if there is one.
    pub group: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            level: 0.95,
            per: 1000.0,
            target: None,
            group: Vec::new(),
        }
    }
}

impl Options {
    /// Half the width of a normal interval at the level, in standard errors.
    pub(super) fn z(&self) -> f64 {
        normal_quantile((1.0 - self.level) / 2.0).map_or(f64::NAN, |z| -z)
    }
}

/// A level of confidence: 0.95, 95 and 95% are the same.
///
/// # Errors
/// A sentence when it is none.
pub fn level(text: &str) -> Result<f64, String> {
    let number = number(text.trim_end_matches('%'));
    number
        .map(|number| {
            if number > 1.0 || text.ends_with('%') {
                number / 100.0
            } else {
                number
            }
        })
        .filter(|level| (0.5..=0.999_999).contains(level))
        .ok_or_else(|| "write a number like 0.95, or 95 for 95 %".to_owned())
}

/// What a rate is per.
///
/// # Errors
/// A sentence when nothing can be per that.
pub fn multiplier(text: &str) -> Result<f64, String> {
    number(text)
        .filter(|per| *per > 0.0 && *per <= 1e12)
        .ok_or_else(|| "write a number above 0, like 1000 or 100000".to_owned())
}

/// A share.
///
/// # Errors
/// A sentence when it is none.
pub fn share(text: &str) -> Result<f64, String> {
    number(text)
        .filter(|share| (0.0..=1.0).contains(share))
        .ok_or_else(|| "write a number from 0 to 1, like 0.125".to_owned())
}

fn number(text: &str) -> Option<f64> {
    text.trim()
        .parse()
        .ok()
        .filter(|number: &f64| number.is_finite())
}
