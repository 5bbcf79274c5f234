//! How many providers gave a youth care in the year.

use super::dimension::{Dimension, Member, MemberSpec};

pub(super) const MEMBERS: &[MemberSpec] = &[
    MemberSpec::new(
        "totaal",
        "Een of meer aanbieders",
        "One or more providers",
        None,
    ),
    MemberSpec::new("1", "1 aanbieder", "1 provider", Some(0)),
    MemberSpec::new("2", "2 aanbieders", "2 providers", Some(0)),
    MemberSpec::new(
        "3-of-meer",
        "3 of meer aanbieders",
        "3 or more providers",
        Some(0),
    ),
];

impl Member {
    /// The member of a youth who had care of `count` providers; nobody in care has none.
    pub fn of_provider_count(count: usize) -> Option<Self> {
        let index = u8::try_from(count.min(3)).ok()?;
        Self::new(Dimension::ProviderCount, index).filter(|member| !member.is_total())
    }

    /// The fewest providers that its youths have, and so trajectories: those of two providers are two. Of another dimension, none.
    pub fn fewest_providers(self) -> Option<u8> {
        (self.dimension() == Dimension::ProviderCount && !self.is_total()).then_some(self.index())
    }
}
