//! The durations that the region agreed on, as a direction: of each form of care, from how long to how long.

use serde::{Deserialize, Serialize};

use crate::vocabulary::{AgreedDays, Dimension, Member, days_of_months};

/// An agreed duration in the configuration.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RangeConfig {
    /// Form of care, or a group of forms: of a form with a range of its own that counts.
    pub zorgvorm: String,
    /// From how many months on care lasts as agreed; without it from the start.
    #[serde(default)]
    pub van_maanden: u16,
    /// Up to and including how many; without it care may last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tot_maanden: Option<u16>,
}

impl RangeConfig {
    /// Checks the values by themselves and against those before it.
    pub(super) fn check(&self, earlier: &[Self]) -> Result<(), String> {
        let Self {
            zorgvorm: form,
            van_maanden: from,
            tot_maanden: until,
        } = self;
        if self.form().is_none() {
            return Err(format!(
                "`kader` names the `zorgvorm` \"{form}\", which is no type of care: give one of {}",
                forms().collect::<Vec<_>>().join(", ")
            ));
        }
        if earlier.iter().any(|other| other.zorgvorm == *form) {
            return Err(format!("`kader` names {form} twice: leave one out"));
        }
        let at_most = 240;
        if *from > at_most || until.is_some_and(|until| until > at_most) {
            return Err(format!(
                "`kader` of {form}: months run up to {at_most}, which is twenty years"
            ));
        }
        if until.is_some_and(|until| until < *from.max(&1)) {
            return Err(format!(
                "`kader` of {form}: `tot_maanden` may not be under `van_maanden` or 0, or no care could last as agreed"
            ));
        }
        if *from == 0 && until.is_none() {
            return Err(format!(
                "`kader` of {form}: give `van_maanden`, `tot_maanden` or both, or all care lasts as agreed"
            ));
        }
        Ok(())
    }

    fn form(&self) -> Option<Member> {
        Dimension::CareForm
            .member(&self.zorgvorm)
            .filter(|form| !form.is_total())
    }
}

/// The codes that a range can be of.
fn forms() -> impl Iterator<Item = &'static str> {
    let all = Dimension::CareForm.iter();
    all.filter(|form| !form.is_total()).map(Member::code)
}

/// An agreed duration of a form of care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgreedRange {
    /// The form, or a group of forms.
    pub form: Member,
    /// From how many months on.
    pub from_months: u16,
    /// Up to and including how many; none where care may last.
    pub until_months: Option<u16>,
    days: AgreedDays,
}

impl AgreedRange {
    /// From so many months on, up to and including so many.
    pub fn new(form: Member, from_months: u16, until_months: Option<u16>) -> Self {
        Self {
            form,
            from_months,
            until_months,
            days: AgreedDays {
                from: days_of_months(from_months).0,
                until: until_months.map(|months| days_of_months(months).1 + 1),
            },
        }
    }

    pub(super) fn of(config: &RangeConfig) -> Option<Self> {
        Some(Self::new(
            config.form()?,
            config.van_maanden,
            config.tot_maanden,
        ))
    }

    /// The same in days. What lasts calendar months lasts as agreed, whichever months they are: so from the fewest days that they have, up to the most.
    pub fn days(self) -> AgreedDays {
        self.days
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;

    fn range(form: &str, from: u16, until: Option<u16>) -> RangeConfig {
        RangeConfig {
            zorgvorm: form.to_owned(),
            van_maanden: from,
            tot_maanden: until,
        }
    }

    #[test]
    fn a_range_that_no_care_could_have_is_refused_with_what_is_wrong() {
        let good = range("ambulant", 3, Some(12));
        assert_eq!(good.check(&[]), Ok(()));
        assert_eq!(range("pleegzorg", 12, None).check(&[]), Ok(()));
        assert_eq!(range("pleegzorg", 12, Some(12)).check(&[]), Ok(()));
        for (bad, says) in [
            (range("ambulant", 3, Some(12)), "twice"),
            (
                range("thuis", 3, Some(12)),
                "give one of zonder-verblijf, met-verblijf, wijkteam",
            ),
            (range("totaal", 3, Some(12)), "no type of care"),
            (range("daghulp", 12, Some(11)), "may not be under"),
            (range("daghulp", 0, Some(0)), "may not be under"),
            (range("daghulp", 0, None), "or both"),
            (range("daghulp", 12, Some(999)), "twenty years"),
        ] {
            let refused = bad.check(std::slice::from_ref(&good)).unwrap_err();
            assert!(refused.contains(says), "{refused}");
        }
    }
}
