//! Company for figures that are hidden for what they tell of everybody in a group: what is hidden with them, so that any may be the one.

use super::error::ProtectError;
use super::secondary::Protection;
use super::untold::Secret;
use crate::disclosure::company::{companions, kin, may_be_hidden_for};
use crate::disclosure::figures::Fate;
use crate::disclosure::layout::FigureName;

/// How many are hidden with one, where there are so many.
const COMPANIONS: usize = 2;

impl Protection<'_> {
    /// Hides others with every figure that would give itself away: it looks hidden for another, and there is no other. Where all that
    /// could be hidden with it is hidden for the same reason, nothing is left to do: that it is so everywhere can be seen.
    ///
    /// # Errors
    /// [`ProtectError::Alone`] when there is nothing that can be hidden with one.
    pub(super) fn give_company(&mut self, secret: &Secret) -> Result<(), ProtectError> {
        let of_everybody: Vec<usize> = (0..self.figures.fates.len())
            .filter(|variable| self.is_of_everybody(*variable))
            .collect();
        for variable in &of_everybody {
            let hidden: Vec<usize> = kin(&self.figures, *variable)
                .into_iter()
                .filter(|other| may_be_hidden_for(&self.figures, *variable, *other))
                .collect();
            // Another that is hidden for the same reason is no company: what is said of the one of two is said of both.
            let is_other = |other: &usize| of_everybody.binary_search(other).is_err();
            if hidden.iter().any(is_other) {
                continue;
            }
            let with = companions(&self.figures, *variable).map(|mut some| {
                some.sort_by_cached_key(|other| secret.draw(&format!("with {variable} {other}")));
                some
            });
            let with: Vec<usize> = with.into_iter().flatten().take(COMPANIONS).collect();
            if with.is_empty() && hidden.is_empty() {
                let FigureName { key, measure } = self.figures.layout.name(*variable);
                return Err(ProtectError::Alone {
                    measure: measure.code(),
                    year: key.year,
                });
            }
            for other in with {
                self.figures.fates[other] = Fate::ForAnother;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
#[path = "company_tests.rs"]
mod tests;
