//! Snappy, the codec of most Parquet files: pieces to write, and pieces to repeat from what was written before.

use super::compact::varint;
use super::fault::Fault;

const DAMAGED: Fault = Fault::Damaged("a compressed page cannot be unpacked");
/// Room behind the end, so that short pieces can be copied as whole words.
const SLACK: usize = 16;
/// No piece grows more than this: 64 bytes out of 3.
const MOST_GROWTH: usize = 22;

/// Unpacks `packed` into `out`, which must become exactly `length` bytes.
pub(super) fn unpack(packed: &[u8], length: usize, out: &mut Vec<u8>) -> Result<(), Fault> {
    let mut rest = packed;
    if varint(&mut rest)? != length as u64 || length > packed.len().saturating_mul(MOST_GROWTH) {
        return Err(DAMAGED);
    }
    out.clear();
    out.resize(length + SLACK, 0);
    let mut at = 0;
    while let Some((&tag, after)) = rest.split_first() {
        rest = after;
        let size = usize::from(tag >> 2) + 1;
        let (size, back) = match tag & 3 {
            0 => {
                let size = match size.checked_sub(60) {
                    None | Some(0) => size,
                    Some(bytes) => little_endian(&mut rest, bytes)?
                        .checked_add(1)
                        .ok_or(DAMAGED)?,
                };
                if size > length - at || size > rest.len() {
                    return Err(DAMAGED);
                }
                write(out, at, rest, size);
                rest = &rest[size..];
                at += size;
                continue;
            }
            1 => (
                usize::from(tag >> 2 & 7) + 4,
                usize::from(tag >> 5) << 8 | little_endian(&mut rest, 1)?,
            ),
            2 => (size, little_endian(&mut rest, 2)?),
            _ => (size, little_endian(&mut rest, 4)?),
        };
        if back == 0 || back > at || size > length - at {
            return Err(DAMAGED);
        }
        repeat(out, at, back, size);
        at += size;
    }
    if at != length {
        return Err(DAMAGED);
    }
    out.truncate(length);
    Ok(())
}

fn little_endian(rest: &mut &[u8], bytes: usize) -> Result<usize, Fault> {
    let (taken, after) = rest.split_at_checked(bytes).ok_or(DAMAGED)?;
    *rest = after;
    let value = taken
        .iter()
        .rev()
        .fold(0_u64, |value, byte| value << 8 | u64::from(*byte));
    usize::try_from(value).map_err(|_| DAMAGED)
}

// A call to copy memory costs more than a short piece itself: that goes as two words, past its end if need be.
fn write(out: &mut [u8], at: usize, from: &[u8], size: usize) {
    if let (true, Some(words)) = (size <= SLACK, from.first_chunk::<SLACK>()) {
        out[at..at + SLACK].copy_from_slice(words);
    } else {
        out[at..at + size].copy_from_slice(&from[..size]);
    }
}

fn repeat(out: &mut [u8], at: usize, back: usize, size: usize) {
    let from = at - back;
    if back >= 8 && size <= SLACK {
        for word in [0, 8] {
            let mut piece = [0; 8];
            piece.copy_from_slice(&out[from + word..from + word + 8]);
            out[at + word..at + word + 8].copy_from_slice(&piece);
        }
    } else if back >= size {
        out.copy_within(from..from + size, at);
    } else {
        for place in at..at + size {
            out[place] = out[place - back];
        }
    }
}
