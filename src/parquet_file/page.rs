//! Pages: the pieces in which the bytes of a column are packed.

use super::compact::{Compact, kind};
use super::fault::Fault;
use super::snappy;

/// What a page is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    Dictionary,
    Data,
    /// With levels before the packed part.
    DataNewer,
    Other,
}

/// A page, still packed.
pub(super) struct Page<'a> {
    pub purpose: Purpose,
    pub values: usize,
    pub encoding: i64,
    packed: &'a [u8],
    unpacked: usize,
    /// How many bytes of levels stand before the packed part, the first for repetition, the second for definition.
    levels: [usize; 2],
    compressed: bool,
}

/// Takes the next page from the front of `bytes`.
pub(super) fn next<'a>(bytes: &mut &'a [u8]) -> Result<Page<'a>, Fault> {
    let mut page = Page {
        purpose: Purpose::Other,
        values: 0,
        encoding: 0,
        packed: &[],
        unpacked: 0,
        levels: [0; 2],
        compressed: true,
    };
    let mut length = 0;
    let mut from = Compact::new(bytes);
    let mut last = 0;
    while let Some(field) = from.field(&mut last)? {
        match field {
            (1, kind::I32) => {
                page.purpose = match from.whole()? {
                    0 => Purpose::Data,
                    2 => Purpose::Dictionary,
                    3 => Purpose::DataNewer,
                    _ => Purpose::Other,
                }
            }
            (2, kind::I32) => page.unpacked = from.size()?,
            (3, kind::I32) => length = from.size()?,
            (5 | 7, kind::STRUCT) => describe(&mut from, &mut page, 2)?,
            (8, kind::STRUCT) => describe(&mut from, &mut page, 4)?,
            (_, kind) => from.skip(kind)?,
        }
    }
    (page.packed, *bytes) = from
        .rest()
        .split_at_checked(length)
        .ok_or(Fault::Damaged("a page lies outside its column"))?;
    Ok(page)
}

// The three kinds of page are described alike, but for the number of the field with the encoding.
fn describe(from: &mut Compact, page: &mut Page, encoding: i64) -> Result<(), Fault> {
    let newer = encoding == 4;
    let mut last = 0;
    while let Some(field) = from.field(&mut last)? {
        match field {
            (1, kind::I32) => page.values = from.size()?,
            (number, kind::I32) if number == encoding => page.encoding = from.whole()?,
            (5, kind::I32) if newer => page.levels[1] = from.size()?,
            (6, kind::I32) if newer => page.levels[0] = from.size()?,
            (7, kind::FALSE) if newer => page.compressed = false,
            (_, kind) => from.skip(kind)?,
        }
    }
    Ok(())
}

impl<'a> Page<'a> {
    /// The bytes of the definition levels, if they stand apart, and those of the rest, unpacked into `space` if they have to be.
    pub fn open<'b>(
        &self,
        codec: i64,
        space: &'b mut Vec<u8>,
    ) -> Result<(&'a [u8], &'b [u8]), Fault>
    where
        'a: 'b,
    {
        let outside = Fault::Damaged("levels lie outside their page");
        let [repetition, definition] = self.levels;
        let (_, after) = self.packed.split_at_checked(repetition).ok_or(outside)?;
        let (levels, packed) = after.split_at_checked(definition).ok_or(outside)?;
        let unpacked = self
            .unpacked
            .checked_sub(repetition + definition)
            .ok_or(outside)?;
        if !self.compressed {
            return Ok((levels, packed));
        }
        match codec {
            0 => Ok((levels, packed)),
            1 if packed.is_empty() && unpacked == 0 => Ok((levels, packed)),
            1 => {
                snappy::unpack(packed, unpacked, space)?;
                Ok((levels, space))
            }
            2 => Err(Fault::Unsupported("gzip")),
            3 => Err(Fault::Unsupported("lzo")),
            4 => Err(Fault::Unsupported("brotli")),
            5 | 7 => Err(Fault::Unsupported("lz4")),
            6 => Err(Fault::Unsupported("zstd")),
            _ => Err(Fault::Unsupported("an unknown codec")),
        }
    }
}
