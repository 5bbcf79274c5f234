//! Whole numbers as differences, and texts as differences: what newer writers use where a dictionary does not pay.

use super::compact::{varint, zigzag};
use super::fault::Fault;
use super::plain::Value;

const DAMAGED: Fault = Fault::Damaged("values stored as differences end too early");

/// Takes `count` whole numbers from the front of `bytes`.
pub(super) fn wholes(bytes: &mut &[u8], count: usize) -> Result<Vec<i64>, Fault> {
    let mut size = || usize::try_from(varint(bytes)?).map_err(|_| DAMAGED);
    let (block, parts, total) = (size()?, size()?, size()?);
    let mut value = zigzag(varint(bytes)?);
    let in_part = block.checked_div(parts).unwrap_or(0);
    if total != count || in_part == 0 || in_part % 8 != 0 {
        return Err(DAMAGED);
    }
    let mut out = Vec::with_capacity(count);
    if count > 0 {
        out.push(value);
    }
    while out.len() < count {
        let least = zigzag(varint(bytes)?);
        let (widths, rest) = bytes.split_at_checked(parts).ok_or(DAMAGED)?;
        *bytes = rest;
        for &width in widths {
            let wanted = (count - out.len()).min(in_part);
            if wanted == 0 {
                break;
            }
            let bits = usize::from(width);
            let length = (in_part / 8).saturating_mul(bits).min(bytes.len());
            let (packed, rest) = bytes.split_at(length);
            if bits > 64 || wanted * bits > length * 8 {
                return Err(DAMAGED);
            }
            *bytes = rest;
            for index in 0..wanted {
                value = value
                    .wrapping_add(least)
                    .wrapping_add(wide(packed, index * bits, bits).cast_signed());
                out.push(value);
            }
        }
    }
    Ok(out)
}

fn wide(packed: &[u8], bit: usize, bits: usize) -> u64 {
    let mut value = 0;
    for place in 0..bits {
        let at = bit + place;
        value |= u64::from(packed[at / 8] >> (at % 8) & 1) << place;
    }
    value
}

/// Texts of which the lengths come first; with `shared`, also how much each has in common with the one before.
pub(super) fn texts<T>(
    mut bytes: &[u8],
    shared: bool,
    count: usize,
    out: &mut Vec<T>,
    encode: &mut impl FnMut(Value) -> Result<T, Fault>,
) -> Result<(), Fault> {
    let common = if shared {
        wholes(&mut bytes, count)?
    } else {
        vec![0; count]
    };
    let lengths = wholes(&mut bytes, count)?;
    let mut text = Vec::new();
    for (common, length) in common.into_iter().zip(lengths) {
        let common = usize::try_from(common).map_err(|_| DAMAGED)?;
        let length = usize::try_from(length).map_err(|_| DAMAGED)?;
        let (own, rest) = bytes.split_at_checked(length).ok_or(DAMAGED)?;
        bytes = rest;
        if common > text.len() {
            return Err(DAMAGED);
        }
        text.truncate(common);
        text.extend_from_slice(own);
        out.push(encode(Value::Text(&text))?);
    }
    Ok(())
}
