//! Small numbers packed in bits: runs of one value and groups of eight, as levels and dictionary numbers are stored.

use super::compact::varint;
use super::fault::Fault;

const DAMAGED: Fault = Fault::Damaged("packed numbers end too early");

/// How many numbers are unpacked at a time. A browser runs new code slowly, and better code takes over only when a function is
/// called again: so the work is done in many calls of short loops, here and wherever all rows are passed.
const PART: usize = 1024;

/// Whether these are `count` times 1, in a single run: what the levels of a column without nulls look like.
pub(super) fn are_ones(mut bytes: &[u8], count: usize) -> bool {
    varint(&mut bytes).is_ok_and(|head| head & 1 == 0 && head >> 1 >= count as u64)
        && bytes.first() == Some(&1)
}

/// Hands out `count` numbers of `width` bits in parts: either the same number so many times, or a list.
pub(super) fn runs(
    mut bytes: &[u8],
    width: u32,
    count: usize,
    mut take: impl FnMut(Part) -> Result<(), Fault>,
) -> Result<(), Fault> {
    if width > u32::BITS {
        return Err(Fault::Damaged("packed numbers are too wide"));
    }
    let mut list = [0; PART];
    let mut wanted = count;
    while wanted > 0 {
        let head = varint(&mut bytes)?;
        let size = usize::try_from(head >> 1).map_err(|_| DAMAGED)?;
        if head & 1 == 0 {
            let (value, rest) = bytes
                .split_at_checked(width.div_ceil(8) as usize)
                .ok_or(DAMAGED)?;
            bytes = rest;
            let value = value
                .iter()
                .rev()
                .fold(0, |value, byte| value << 8 | u32::from(*byte));
            let times = size.min(wanted);
            wanted -= times;
            take(Part::Same(value, times))?;
            continue;
        }
        let bits = width as usize;
        // Some writers leave out the end of the last group.
        let length = size.saturating_mul(bits).min(bytes.len());
        let (mut packed, rest) = bytes.split_at(length);
        bytes = rest;
        let mut values = size.saturating_mul(8).min(wanted);
        if values.saturating_mul(bits) > packed.len().saturating_mul(8) {
            return Err(DAMAGED);
        }
        wanted -= values;
        while values > 0 {
            let part = values.min(PART);
            unpack(packed, bits, &mut list[..part]);
            take(Part::List(&list[..part]))?;
            values -= part;
            packed = packed.get(PART / 8 * bits..).unwrap_or_default();
        }
    }
    Ok(())
}

/// Some of the numbers that were packed.
pub(super) enum Part<'a> {
    Same(u32, usize),
    List(&'a [u32]),
}

/// Unpacks numbers that lie side by side, the lowest bit first.
#[inline(never)]
fn unpack(packed: &[u8], bits: usize, out: &mut [u32]) {
    let mask = (1_u64 << bits) - 1;
    // Eight numbers of up to 8 bits lie within a word, and four of up to 16, even when they begin in the middle of a byte.
    let in_word = match bits {
        0..=8 => 8,
        9..=16 => 4,
        _ => 1,
    };
    for (index, numbers) in out.chunks_mut(in_word).enumerate() {
        let bit = index * in_word * bits;
        let mut word = word_at(packed, bit / 8) >> (bit % 8);
        for number in numbers {
            *number = low_half(word & mask);
            word >>= bits;
        }
    }
}

/// Eight bytes as one word; what lies behind the end is 0.
fn word_at(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default();
    rest.first_chunk().map_or_else(
        || {
            rest.iter()
                .rev()
                .fold(0, |word, byte| word << 8 | u64::from(*byte))
        },
        |word| u64::from_le_bytes(*word),
    )
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "the mask leaves 32 bits at most"
)]
fn low_half(word: u64) -> u32 {
    word as u32
}
