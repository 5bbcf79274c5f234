//! The compact protocol of Thrift, in which Parquet writes its own descriptions.

use super::fault::Fault;

const ENDS_EARLY: Fault = Fault::Damaged("a description ends too early");
const DEEPEST: u8 = 16;

/// What a field holds, by the number that the protocol gives it.
pub(super) mod kind {
    pub const TRUE: u8 = 1;
    pub const FALSE: u8 = 2;
    pub const BYTE: u8 = 3;
    pub const I16: u8 = 4;
    pub const I32: u8 = 5;
    pub const I64: u8 = 6;
    pub const DOUBLE: u8 = 7;
    pub const BINARY: u8 = 8;
    pub const LIST: u8 = 9;
    pub const SET: u8 = 10;
    pub const MAP: u8 = 11;
    pub const STRUCT: u8 = 12;
}

/// A place in the bytes of a description.
pub(super) struct Compact<'a> {
    rest: &'a [u8],
}

impl<'a> Compact<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// The bytes after what has been read.
    pub fn rest(&self) -> &'a [u8] {
        self.rest
    }

    fn take(&mut self, count: usize) -> Result<&'a [u8], Fault> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or(ENDS_EARLY)?;
        self.rest = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8, Fault> {
        self.take(1).map(|taken| taken[0])
    }

    fn varint(&mut self) -> Result<u64, Fault> {
        varint(&mut self.rest)
    }

    fn length(&mut self) -> Result<usize, Fault> {
        usize::try_from(self.varint()?).map_err(|_| ENDS_EARLY)
    }

    /// A whole number of any width.
    pub fn whole(&mut self) -> Result<i64, Fault> {
        self.varint().map(zigzag)
    }

    /// A whole number that has to fit, such as a length or an offset.
    pub fn size(&mut self) -> Result<usize, Fault> {
        usize::try_from(self.whole()?)
            .map_err(|_| Fault::Damaged("a length or place is impossible"))
    }

    pub fn binary(&mut self) -> Result<&'a [u8], Fault> {
        let length = self.length()?;
        self.take(length)
    }

    /// The next field of a structure: its number and kind; `None` at the end. `last` is the number before it, 0 at the start.
    pub fn field(&mut self, last: &mut i64) -> Result<Option<(i64, u8)>, Fault> {
        let head = self.byte()?;
        if head == 0 {
            return Ok(None);
        }
        *last = match head >> 4 {
            0 => self.whole()?,
            step => *last + i64::from(step),
        };
        Ok(Some((*last, head & 15)))
    }

    /// The head of a list: how many, of which kind.
    pub fn list(&mut self) -> Result<(usize, u8), Fault> {
        let head = self.byte()?;
        let count = match head >> 4 {
            15 => self.length()?,
            few => usize::from(few),
        };
        // Each item takes a byte at least, so that no count makes a loop longer than the file.
        if count > self.rest.len() {
            return Err(ENDS_EARLY);
        }
        Ok((count, head & 15))
    }

    pub fn skip(&mut self, kind: u8) -> Result<(), Fault> {
        self.skip_within(kind, DEEPEST)
    }

    fn skip_within(&mut self, kind: u8, depth: u8) -> Result<(), Fault> {
        let depth = depth
            .checked_sub(1)
            .ok_or(Fault::Damaged("a description is nested too deeply"))?;
        match kind {
            kind::TRUE | kind::FALSE => {}
            kind::BYTE => drop(self.byte()?),
            kind::I16 | kind::I32 | kind::I64 => drop(self.varint()?),
            kind::DOUBLE => drop(self.take(8)?),
            kind::BINARY => drop(self.binary()?),
            kind::LIST | kind::SET => {
                let (count, item) = self.list()?;
                for _ in 0..count {
                    self.skip_item(item, depth)?;
                }
            }
            kind::MAP => {
                let count = self.length()?;
                if count > 0 {
                    let kinds = self.byte()?;
                    for _ in 0..count {
                        self.skip_item(kinds >> 4, depth)?;
                        self.skip_item(kinds & 15, depth)?;
                    }
                }
            }
            kind::STRUCT => {
                let mut last = 0;
                while let Some((_, inner)) = self.field(&mut last)? {
                    self.skip_within(inner, depth)?;
                }
            }
            _ => return Err(Fault::Damaged("a description holds an unknown kind")),
        }
        Ok(())
    }

    // In a list a yes or no is a byte; in a structure it is the kind itself.
    fn skip_item(&mut self, kind: u8, depth: u8) -> Result<(), Fault> {
        match kind {
            kind::TRUE | kind::FALSE => self.byte().map(drop),
            _ => self.skip_within(kind, depth),
        }
    }
}

/// A number of seven bits a byte, taken from the front of `bytes`.
pub(super) fn varint(bytes: &mut &[u8]) -> Result<u64, Fault> {
    let mut value = 0;
    for shift in (0..64).step_by(7) {
        let (byte, rest) = bytes.split_first().ok_or(ENDS_EARLY)?;
        *bytes = rest;
        value |= u64::from(byte & 127) << shift;
        if *byte < 128 {
            return Ok(value);
        }
    }
    Err(Fault::Damaged("a number is too long"))
}

/// A number with its sign in the last bit.
pub(super) fn zigzag(value: u64) -> i64 {
    (value >> 1).cast_signed() ^ -(value & 1).cast_signed()
}
