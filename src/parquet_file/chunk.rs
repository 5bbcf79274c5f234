//! A whole column: the pages of all its row groups, with dictionaries looked up and nulls put back in their rows.

use super::bits::{self, Part};
use super::delta;
use super::fault::Fault;
use super::footer::{Column, File, physical};
use super::page::{self, Page, Purpose};
use super::plain::{self, Value};

/// The number that the format gives each encoding.
mod encoding {
    pub const PLAIN: i64 = 0;
    pub const OLDER_DICTIONARY: i64 = 2;
    pub const DELTA_WHOLES: i64 = 5;
    pub const DELTA_LENGTHS: i64 = 6;
    pub const DELTA_TEXTS: i64 = 7;
    pub const DICTIONARY: i64 = 8;
    pub const SPLIT: i64 = 9;
}

const NOT_IN_DICTIONARY: Fault = Fault::Damaged("a value is not in the dictionary");
const ENDS_IN_LEVELS: Fault = Fault::Damaged("a page ends in its levels");

/// One value per row: what `encode` makes of it, or `null`; and whether there is any null. Of a dictionary `encode` sees each entry once.
pub(crate) fn read_column<T: Copy>(
    file: &File,
    column: &Column,
    null: T,
    encode: impl FnMut(Value) -> Result<T, Fault>,
) -> Result<(Vec<T>, bool), Fault> {
    let mut decoder = Decoder {
        column,
        null,
        encode,
        dictionary: Vec::new(),
        known: Vec::new(),
        present: Vec::new(),
        nulls: false,
    };
    let mut unpacked = Vec::new();
    let mut out = Vec::with_capacity(file.rows());
    for group in &file.groups {
        let (mut bytes, chunk) = file.chunk(group, column)?;
        let end = out.len() + chunk.rows;
        decoder.dictionary.clear();
        while out.len() < end {
            let page = page::next(&mut bytes)?;
            if page.purpose == Purpose::Other {
                continue;
            }
            let (levels, values) = page.open(chunk.codec, &mut unpacked)?;
            if page.purpose == Purpose::Dictionary {
                decoder.dictionary(&page, values)?;
            } else if page.values > end - out.len() {
                return Err(Fault::Damaged("a column has more values than rows"));
            } else {
                decoder.rows(&page, levels, values, &mut out)?;
            }
        }
    }
    Ok((out, decoder.nulls))
}

struct Decoder<'a, T, F> {
    column: &'a Column,
    null: T,
    encode: F,
    dictionary: Vec<T>,
    // Kept from one page to the next, so that they grow only once.
    known: Vec<bool>,
    present: Vec<T>,
    /// Whether there was a null anywhere.
    nulls: bool,
}

impl<T: Copy, F: FnMut(Value) -> Result<T, Fault>> Decoder<'_, T, F> {
    fn dictionary(&mut self, page: &Page, bytes: &[u8]) -> Result<(), Fault> {
        // An entry takes a byte at least, so that no count asks for more memory than there are bytes.
        if page.values > bytes.len() {
            return Err(Fault::Damaged("a dictionary is shorter than it says"));
        }
        self.dictionary.clear();
        plain::read(
            bytes,
            self.column,
            page.values,
            &mut self.dictionary,
            &mut self.encode,
        )
    }

    fn rows(
        &mut self,
        page: &Page,
        apart: &[u8],
        bytes: &[u8],
        out: &mut Vec<T>,
    ) -> Result<(), Fault> {
        let (levels, values) = match (self.column.optional, page.purpose) {
            (false, _) => return self.values(page.encoding, bytes, page.values, out),
            (true, Purpose::DataNewer) => (apart, bytes),
            (true, _) => {
                let (length, rest) = bytes.split_first_chunk().ok_or(ENDS_IN_LEVELS)?;
                let length = usize::try_from(u32::from_le_bytes(*length)).unwrap_or(usize::MAX);
                rest.split_at_checked(length).ok_or(ENDS_IN_LEVELS)?
            }
        };
        if bits::are_ones(levels, page.values) {
            return self.values(page.encoding, values, page.values, out);
        }
        let mut known = std::mem::take(&mut self.known);
        known.clear();
        bits::runs(levels, 1, page.values, |part| {
            match part {
                Part::Same(level, times) => known.resize(known.len() + times, level == 1),
                Part::List(levels) => known.extend(levels.iter().map(|level| *level == 1)),
            }
            Ok(())
        })?;
        let count = known.iter().filter(|known| **known).count();
        let mut present = std::mem::take(&mut self.present);
        present.clear();
        self.values(page.encoding, values, count, &mut present)?;
        let mut next = present.iter();
        out.extend(known.iter().map(|known| match known {
            true => next.next().copied().unwrap_or(self.null),
            false => self.null,
        }));
        self.nulls |= count < known.len();
        (self.present, self.known) = (present, known);
        Ok(())
    }

    fn values(
        &mut self,
        encoding: i64,
        mut bytes: &[u8],
        count: usize,
        out: &mut Vec<T>,
    ) -> Result<(), Fault> {
        let text = self.column.physical == physical::BYTE_ARRAY;
        match encoding {
            encoding::PLAIN => plain::read(bytes, self.column, count, out, &mut self.encode),
            encoding::DICTIONARY | encoding::OLDER_DICTIONARY => self.look_up(bytes, count, out),
            encoding::DELTA_WHOLES if !text => {
                out.reserve(count);
                for value in delta::wholes(&mut bytes, count)? {
                    let value = self.restored(value);
                    out.push((self.encode)(value)?);
                }
                Ok(())
            }
            encoding::DELTA_LENGTHS if text => {
                delta::texts(bytes, false, count, out, &mut self.encode)
            }
            encoding::DELTA_TEXTS if text => {
                delta::texts(bytes, true, count, out, &mut self.encode)
            }
            encoding::SPLIT => {
                let bytes = plain::unsplit(bytes, self.column, count)?;
                plain::read(&bytes, self.column, count, out, &mut self.encode)
            }
            _ => Err(Fault::Unsupported("an unknown encoding")),
        }
    }

    fn look_up(&mut self, bytes: &[u8], count: usize, out: &mut Vec<T>) -> Result<(), Fault> {
        if count == 0 {
            return Ok(());
        }
        let (width, bytes) = bytes
            .split_first()
            .ok_or(Fault::Damaged("a page ends before its values do"))?;
        bits::runs(bytes, u32::from(*width), count, |part| match part {
            Part::Same(number, times) => {
                let entry = self
                    .dictionary
                    .get(number as usize)
                    .ok_or(NOT_IN_DICTIONARY)?;
                out.resize(out.len() + times, *entry);
                Ok(())
            }
            Part::List(numbers) => look_up(&self.dictionary, numbers, self.null, out),
        })
    }

    // Differences wrap at the width of the column.
    fn restored(&self, value: i64) -> Value<'static> {
        match (self.column.physical, self.column.unsigned) {
            (physical::INT32, false) => Value::Whole(low_half(value).cast_signed().into()),
            (physical::INT32, true) => Value::Whole(low_half(value).into()),
            _ => Value::Whole(value),
        }
    }
}

#[inline(never)]
fn look_up<T: Copy>(
    dictionary: &[T],
    numbers: &[u32],
    null: T,
    out: &mut Vec<T>,
) -> Result<(), Fault> {
    let mut known = true;
    out.extend(numbers.iter().map(|number| {
        let entry = dictionary.get(*number as usize);
        known &= entry.is_some();
        entry.copied().unwrap_or(null)
    }));
    if known {
        Ok(())
    } else {
        Err(NOT_IN_DICTIONARY)
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "only the lower half means something"
)]
fn low_half(value: i64) -> u32 {
    value.cast_unsigned() as u32
}
