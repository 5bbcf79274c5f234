//! Probability of one count, without the loss of digits that factorials of large counts bring.
//!
//! The saddle-point form of Loader (Fast and Accurate Computation of Binomial Probabilities, 2000), which R uses too: the sizes that
//! cancel are never formed.

use std::f64::consts::PI;

/// Probability of exactly `events`, a whole number, when `mean` are expected; relative error below 1e-13.
pub(super) fn poisson_at(events: f64, mean: f64) -> f64 {
    if mean <= 0.0 {
        return if events > 0.0 { 0.0 } else { 1.0 };
    }
    if events <= 0.0 {
        return (-mean).exp();
    }
    (-stirling_error(events) - deviance(events, mean)).exp() / (2.0 * PI * events).sqrt()
}

/// Probability of exactly `events` among `n` units, whole numbers, each an event with probability `share` strictly between 0 and 1;
/// relative error below 1e-13 for shares that are not extreme.
pub(super) fn binomial_at(events: f64, n: f64, share: f64) -> f64 {
    let rest = n - events;
    if events <= 0.0 {
        return (n * (-share).ln_1p()).exp();
    }
    if rest <= 0.0 {
        return (n * share.ln()).exp();
    }
    let log = stirling_error(n)
        - stirling_error(events)
        - stirling_error(rest)
        - deviance(events, n * share)
        - deviance(rest, n * (1.0 - share));
    log.exp() * (n / (2.0 * PI * events * rest)).sqrt()
}

/// ln n! less Stirling's formula for it.
fn stirling_error(n: f64) -> f64 {
    if n < 16.0 {
        let mut log_factorial = 0.0;
        let mut k = 2.0;
        while k <= n {
            log_factorial += f64::ln(k);
            k += 1.0;
        }
        return log_factorial - (n + 0.5) * n.ln() + n - 0.5 * (2.0 * PI).ln();
    }
    let inverse_square = 1.0 / (n * n);
    [
        1.0 / 1188.0,
        -1.0 / 1680.0,
        1.0 / 1260.0,
        -1.0 / 360.0,
        1.0 / 12.0,
    ]
    .into_iter()
    .fold(0.0, |sum, coefficient| sum * inverse_square + coefficient)
        / n
}

/// x ln(x / mean) + mean − x, by a series where the two are close.
fn deviance(x: f64, mean: f64) -> f64 {
    if (x - mean).abs() >= 0.1 * (x + mean) {
        return x * (x / mean).ln() + mean - x;
    }
    let v = (x - mean) / (x + mean);
    let mut sum = (x - mean) * v;
    let mut power = 2.0 * x * v;
    for odd in (1..200).map(|j| f64::from(2 * j + 1)) {
        power *= v * v;
        let next = sum + power / odd;
        if next.to_bits() == sum.to_bits() {
            break;
        }
        sum = next;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(found: f64, expected: f64) {
        assert!(
            (found / expected - 1.0).abs() < 1e-12,
            "{found} is not {expected}"
        );
    }

    // mpmath 1.4.1, fifty digits, from the definitions.
    #[test]
    fn agrees_with_fifty_digits() {
        close(poisson_at(0.0, 0.5), 0.606_530_659_712_633_4);
        close(poisson_at(3.0, 2.5), 0.213_763_017_249_736_45);
        close(poisson_at(15.0, 40.0), 3.488_357_467_808_799_5e-06);
        close(poisson_at(16.0, 16.0), 0.099_217_531_622_155_82);
        close(poisson_at(1000.0, 950.0), 0.003_461_013_223_648_279);
        close(
            poisson_at(1_000_000.0, 1_001_000.0),
            0.000_242_051_314_236_213_32,
        );
        close(binomial_at(0.0, 20.0, 0.1), 0.121_576_654_590_569_27);
        close(binomial_at(20.0, 20.0, 0.9), 0.121_576_654_590_569_35);
        close(binomial_at(3.0, 10.0, 0.25), 0.250_282_287_597_656_25);
        close(binomial_at(15.0, 40.0, 0.5), 0.036_584_738_205_419_85);
        close(binomial_at(300.0, 1000.0, 0.28), 0.010_347_054_802_436_896);
        close(
            binomial_at(100_000.0, 1_000_000.0, 0.101),
            5.311_671_679_224_535_5e-06,
        );
    }

    #[test]
    fn all_probabilities_add_up_to_one() {
        for (n, share) in [(1, 0.5), (7, 0.01), (40, 0.3), (500, 0.97)] {
            let sum: f64 = (0..=n)
                .map(|k| binomial_at(f64::from(k), f64::from(n), share))
                .sum();
            assert!((sum - 1.0).abs() < 1e-13, "{n} {share}: {sum}");
        }
        for mean in [0.0, 0.3, 9.0, 120.0] {
            let sum: f64 = (0..400).map(|k| poisson_at(f64::from(k), mean)).sum();
            assert!((sum - 1.0).abs() < 1e-13, "{mean}: {sum}");
        }
    }
}
