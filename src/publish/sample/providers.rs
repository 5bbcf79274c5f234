//! The providers of the region: who offers which care, where and since when.

use super::draw::{Draw, whole};
use super::profile::{Care, Market, Profile, ProviderKind};

struct Provider {
    everywhere: bool,
    size: f64,
    markets: Vec<(Market, f64)>,
    municipalities: Vec<bool>,
    from: i32,
}

impl Provider {
    fn weight(&self, market: Market, municipality: usize, year: i32) -> f64 {
        if !self.municipalities[municipality] || year < self.from {
            return 0.0;
        }
        let share = self
            .markets
            .iter()
            .find(|(served, _)| *served == market)
            .map_or(0.0, |(_, share)| *share);
        share * self.size
    }
}

/// All providers, in the order of their codes.
pub(super) struct Panel(Vec<Provider>);

impl Panel {
    /// Draws the providers of the profile.
    pub(super) fn new(profile: &Profile, draw: &mut Draw) -> Self {
        let inhabitants: Vec<f64> = profile
            .municipalities
            .iter()
            .map(|town| town.population.iter().sum())
            .collect();
        let mut providers = Vec::new();
        for kind in &profile.providers {
            for number in 0..kind.count {
                providers.push(provider(kind, number, &inhabitants, draw));
            }
        }
        draw.shuffle(&mut providers);
        Self(providers)
    }

    /// A provider for new care in a municipality; the chance that it works everywhere belongs to the kind of care.
    pub(super) fn choose(
        &self,
        care: &Care,
        municipality: usize,
        year: i32,
        draw: &mut Draw,
    ) -> usize {
        let weights = |everywhere: bool| -> Vec<f64> {
            let weight = |provider: &Provider| provider.weight(care.market, municipality, year);
            self.0
                .iter()
                .map(|provider| {
                    if provider.everywhere == everywhere {
                        weight(provider)
                    } else {
                        0.0
                    }
                })
                .collect()
        };
        let everywhere = draw.chance(care.wide);
        draw.pick(&weights(everywhere))
            .or_else(|| draw.pick(&weights(true)))
            .unwrap_or(0)
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether a provider takes new youths for this care, here and now.
    pub(super) fn offers(
        &self,
        provider: usize,
        care: &Care,
        municipality: usize,
        year: i32,
    ) -> bool {
        self.0
            .get(provider)
            .is_some_and(|provider| provider.weight(care.market, municipality, year) > 0.0)
    }
}

fn provider(kind: &ProviderKind, number: usize, inhabitants: &[f64], draw: &mut Draw) -> Provider {
    let mut municipalities = vec![kind.everywhere; inhabitants.len()];
    if !kind.everywhere {
        let (fewest, most) = kind.municipalities;
        for _ in 0..draw.between(fewest, most) {
            let open: Vec<f64> = inhabitants
                .iter()
                .zip(&municipalities)
                .map(|(weight, taken)| if *taken { 0.0 } else { *weight })
                .collect();
            if let Some(chosen) = draw.pick(&open) {
                municipalities[chosen] = true;
            }
        }
    }
    let from = kind.starting.map_or(i32::MIN, |(first, last)| {
        first + whole(f64::from(last - first) * number as f64 / (kind.count.max(2) - 1) as f64)
    });
    Provider {
        everywhere: kind.everywhere,
        size: draw.quantile(&kind.size),
        markets: kind
            .markets
            .iter()
            .map(|(market, share)| (*market, *share))
            .collect(),
        municipalities,
        from,
    }
}
