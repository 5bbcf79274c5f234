//! Company for figures that are hidden for what they tell of everybody in a group: what is hidden with them, so that any may be the one.

use std::collections::BTreeSet;

use super::error::ProtectError;
use super::secondary::Protection;
use super::untold::Secret;
use crate::disclosure::company::{companions, is_hidden_beside, kin, may_be_hidden_for, says_so};
use crate::disclosure::figures::Fate;
use crate::disclosure::layout::FigureName;

/// How many are hidden with one, where there are so many.
const COMPANIONS: usize = 2;

impl Protection<'_> {
    /// Hides others with every figure that would give itself away: it looks hidden for another, and there is no other. First two that are drawn: what
    /// protection hides by itself is always the smallest, which would tell for which. Then, as long as a reader can rule those out
    /// by what is shown, everything beside it, the same of the whole region, and itself in other years. Where all that could be hidden with it is
    /// hidden for the same reason, nothing is left to do: that it is so everywhere can be seen.
    ///
    /// # Errors
    /// [`ProtectError::Alone`] when there is nothing that can be hidden with one.
    pub(super) fn give_company(&mut self, secret: &Secret) -> Result<(), ProtectError> {
        let of_everybody: Vec<usize> = (0..self.figures.fates.len())
            .filter(|variable| self.is_of_everybody(*variable))
            .collect();
        let mut drawn: BTreeSet<usize> = BTreeSet::new();
        for variable in &of_everybody {
            let says_so = |other: &usize| says_so(self.figures.fates[*other]);
            let kin = kin(&self.figures, *variable);
            if !self.figures.is_headline(*variable) && kin.iter().any(says_so) {
                continue;
            }
            // Those that were drawn for one stand with all that are near them; so do those of an earlier round or release, or each would add more.
            let measure = self.figures.measure(*variable);
            let has_been_drawn = |other: &&usize| {
                drawn.contains(*other)
                    || (self.kept_hidden.contains(*other)
                        && self.figures.measure(**other) == measure)
            };
            let missing = COMPANIONS.saturating_sub(kin.iter().filter(has_been_drawn).count());
            let [mut beside, whole, other_years] = companions(&self.figures, *variable);
            beside.sort_by_cached_key(|other| secret.draw(&format!("with {variable} {other}")));
            let others = beside.split_off(beside.len().min(missing));
            drawn.extend(&beside);
            self.hide_with(beside);
            let further = [others, whole, other_years].into_iter();
            for with in further.filter(|with| !with.is_empty()) {
                if self.has_company(*variable, &kin, &of_everybody)? {
                    break;
                }
                self.hide_with(with);
            }
            let mut kin = kin.into_iter();
            if !kin.any(|other| is_hidden_beside(&self.figures, *variable, other)) {
                let FigureName { key, measure } = self.figures.layout.name(*variable);
                return Err(ProtectError::Alone {
                    measure: measure.code(),
                    year: key.year,
                });
            }
        }
        Ok(())
    }

    fn hide_with(&mut self, with: Vec<usize>) {
        for other in with {
            self.figures.fates[other] = Fate::ForAnother;
        }
    }

    /// Whether a reader may think that it is hidden for one of its kin which is not hidden for the same reason: what is said of the one of two
    /// that are would be said of both.
    fn has_company(
        &self,
        variable: usize,
        kin: &BTreeSet<usize>,
        of_everybody: &[usize],
    ) -> Result<bool, ProtectError> {
        let knowledge = self.known_to_readers()?;
        Ok(kin.iter().any(|other| {
            of_everybody.binary_search(other).is_err()
                && may_be_hidden_for(&self.figures, &knowledge, variable, *other)
        }))
    }
}

#[cfg(test)]
#[path = "company_tests.rs"]
mod tests;
