//! Values as they are, one after another.

use super::fault::Fault;
use super::footer::{Column, physical};

const ENDS_EARLY: Fault = Fault::Damaged("a page ends before its values do");

/// One value of a column.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Value<'a> {
    Whole(i64),
    Real(f64),
    Text(&'a [u8]),
    /// Of a decimal number: a whole number of any width, the highest byte first, with its sign.
    Wide(&'a [u8]),
}

/// Appends what `encode` makes of `count` values.
pub(super) fn read<T>(
    bytes: &[u8],
    column: &Column,
    count: usize,
    out: &mut Vec<T>,
    encode: &mut impl FnMut(Value) -> Result<T, Fault>,
) -> Result<(), Fault> {
    let width = match column.physical {
        physical::INT32 | physical::FLOAT => 4,
        physical::INT64 | physical::DOUBLE => 8,
        physical::FIXED if column.scale.is_some() && column.width > 0 => column.width,
        physical::BYTE_ARRAY => return read_texts(bytes, count, out, encode),
        _ => return Err(Fault::WrongKind),
    };
    let bytes = count
        .checked_mul(width)
        .and_then(|length| bytes.get(..length))
        .ok_or(ENDS_EARLY)?;
    let (words, longs) = (bytes.as_chunks::<4>().0, bytes.as_chunks::<8>().0);
    out.reserve(count);
    match (column.physical, column.unsigned) {
        (physical::INT32, false) => {
            for word in words {
                out.push(encode(Value::Whole(i32::from_le_bytes(*word).into()))?);
            }
        }
        (physical::INT32, true) => {
            for word in words {
                out.push(encode(Value::Whole(u32::from_le_bytes(*word).into()))?);
            }
        }
        (physical::INT64, false) => {
            for long in longs {
                out.push(encode(Value::Whole(i64::from_le_bytes(*long)))?);
            }
        }
        (physical::INT64, true) => {
            for long in longs {
                let value = u64::from_le_bytes(*long);
                out.push(encode(
                    i64::try_from(value).map_or(Value::Real(value as f64), Value::Whole),
                )?);
            }
        }
        (physical::FLOAT, _) => {
            for word in words {
                out.push(encode(Value::Real(f32::from_le_bytes(*word).into()))?);
            }
        }
        (physical::DOUBLE, _) => {
            for long in longs {
                out.push(encode(Value::Real(f64::from_le_bytes(*long)))?);
            }
        }
        _ => {
            for value in bytes.chunks_exact(width) {
                out.push(encode(Value::Wide(value))?);
            }
        }
    }
    Ok(())
}

fn read_texts<T>(
    mut bytes: &[u8],
    count: usize,
    out: &mut Vec<T>,
    encode: &mut impl FnMut(Value) -> Result<T, Fault>,
) -> Result<(), Fault> {
    for _ in 0..count {
        let (length, rest) = bytes.split_first_chunk().ok_or(ENDS_EARLY)?;
        let length = usize::try_from(u32::from_le_bytes(*length)).unwrap_or(usize::MAX);
        let (text, rest) = rest.split_at_checked(length).ok_or(ENDS_EARLY)?;
        bytes = rest;
        out.push(encode(Value::Text(text))?);
    }
    Ok(())
}

/// Numbers whose bytes are stored apart, all first bytes first: put together again, for [`read`].
pub(super) fn unsplit(bytes: &[u8], column: &Column, count: usize) -> Result<Vec<u8>, Fault> {
    let width = match column.physical {
        physical::INT32 | physical::FLOAT => 4,
        physical::INT64 | physical::DOUBLE => 8,
        physical::FIXED if column.width > 0 => column.width,
        _ => return Err(Fault::WrongKind),
    };
    let length = count.checked_mul(width).ok_or(ENDS_EARLY)?;
    let bytes = bytes.get(..length).ok_or(ENDS_EARLY)?;
    Ok((0..length)
        .map(|place| bytes[place % width * count + place / width])
        .collect())
}
