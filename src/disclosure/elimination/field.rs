//! Arithmetic modulo the prime 2^61 - 1.

/// The prime.
pub(super) const PRIME: u64 = (1 << 61) - 1;

/// Sum.
pub(super) fn add(a: u64, b: u64) -> u64 {
    let sum = a + b;
    if sum >= PRIME { sum - PRIME } else { sum }
}

/// Difference.
pub(super) fn sub(a: u64, b: u64) -> u64 {
    if a >= b { a - b } else { a + PRIME - b }
}

/// Product: the upper bits count as much as the lower, for 2^61 is 1.
pub(super) fn mul(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    let low = u64::try_from(product & u128::from(PRIME)).unwrap_or_default();
    let high = u64::try_from(product >> 61).unwrap_or_default();
    add(low, high)
}

fn power(mut base: u64, mut exponent: u64) -> u64 {
    let mut result = 1;
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = mul(result, base);
        }
        base = mul(base, base);
        exponent >>= 1;
    }
    result
}

/// What times `a` is one, by Fermat; `a` is not 0.
pub(super) fn inverse(a: u64) -> u64 {
    power(a, PRIME - 2)
}

/// The residue of a finite floating-point number, exactly: it is a whole number times a power of two.
pub(super) fn residue(number: f64) -> u64 {
    let bits = number.abs().to_bits();
    let exponent = bits >> 52;
    let fraction = bits & ((1 << 52) - 1);
    let (mantissa, exponent) = if exponent == 0 {
        (fraction, 1)
    } else {
        (fraction | (1 << 52), exponent)
    };
    // The number is mantissa * 2^(exponent - 1075); two to the power of 61 is one.
    let power = (exponent + 61 * 18 - 1075) % 61;
    let size = mul(mantissa % PRIME, (1 << power) % PRIME);
    if number < 0.0 { sub(0, size) } else { size }
}

/// The fraction that a residue stands for: the only one, if any, with a numerator below 2^42 and a denominator below 2^17.
pub(super) fn fraction(residue: u64) -> Option<f64> {
    const NUMERATOR: i64 = 1 << 42;
    const DENOMINATOR: i64 = 1 << 17;
    // Euclid's steps from the prime and the residue pass it.
    let (mut a, mut b) = (i64::try_from(PRIME).ok()?, i64::try_from(residue).ok()?);
    let (mut s, mut t) = (0_i64, 1_i64);
    while b >= NUMERATOR {
        let quotient = a / b;
        (a, b) = (b, a - quotient * b);
        (s, t) = (t, s - quotient * t);
    }
    (t.abs() < DENOMINATOR).then(|| b as f64 / t as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_multiplied_can_be_divided() {
        for a in [1, 2, 3, 12_345_678_901, PRIME - 1] {
            assert_eq!(mul(a, inverse(a)), 1, "{a}");
        }
        assert_eq!(mul(PRIME - 1, PRIME - 1), 1);
    }

    #[test]
    fn numbers_survive_the_round_trip() {
        for number in [0.0, 1.0, -1.0, 47.0, -1e12, 0.5, -0.75, 1.0 / 1024.0, 1e12] {
            assert_eq!(fraction(residue(number)), Some(number), "{number}");
        }
        let third = mul(residue(10.0), inverse(residue(3.0)));
        assert_eq!(fraction(third), Some(10.0 / 3.0));
        // Neither passes for the other.
        assert_eq!(
            fraction(residue(f64::from(1 << 11).recip())),
            Some(1.0 / 2048.0)
        );
        assert_eq!(fraction(residue(1e17)), None);
    }
}
