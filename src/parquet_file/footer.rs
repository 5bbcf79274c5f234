//! The description at the end of a file: which columns there are and where their bytes stand.

use super::compact::{Compact, kind};
use super::fault::Fault;

/// How values are stored, by the number that the format gives it.
pub(super) mod physical {
    pub const INT32: i64 = 1;
    pub const INT64: i64 = 2;
    pub const FLOAT: i64 = 4;
    pub const DOUBLE: i64 = 5;
    pub const BYTE_ARRAY: i64 = 6;
    pub const FIXED: i64 = 7;
}

/// Twice the rows of a long table of all 342 municipalities with twenty years; more would not fit beside other pages.
const MOST_ROWS: usize = 1 << 24;

/// A file of which the description has been read.
pub(crate) struct File<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) groups: Vec<Vec<Chunk>>,
    columns: Vec<Column>,
    rows: usize,
}

/// One column as the schema describes it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Column {
    pub(crate) name: String,
    /// Its place among all columns.
    pub(super) place: usize,
    pub(super) physical: i64,
    pub(super) width: usize,
    pub(super) optional: bool,
    pub(super) unsigned: bool,
    pub(crate) nested: bool,
    /// Digits after the point, of a decimal number.
    pub(crate) scale: Option<i32>,
}

/// The bytes of one column in one row group.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Chunk {
    pub start: usize,
    pub length: usize,
    pub rows: usize,
    pub codec: i64,
    physical: i64,
}

impl Column {
    /// Whether its values are text.
    pub fn is_text(&self) -> bool {
        self.physical == physical::BYTE_ARRAY
    }
}

impl<'a> File<'a> {
    /// Reads the description.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        let inside = bytes
            .strip_prefix(b"PAR1")
            .ok_or(Fault::NotParquet)?
            .strip_suffix(b"PAR1")
            .ok_or(Fault::Damaged("the end of the file is missing"))?;
        let (before, length) = inside
            .split_last_chunk::<4>()
            .ok_or(Fault::Damaged("the end of the file is missing"))?;
        let length = usize::try_from(u32::from_le_bytes(*length)).unwrap_or(usize::MAX);
        let start = before
            .len()
            .checked_sub(length)
            .ok_or(Fault::Damaged("the description is longer than the file"))?;
        let mut file = Self {
            bytes,
            groups: Vec::new(),
            columns: Vec::new(),
            rows: 0,
        };
        file.describe(&mut Compact::new(&before[start..]))?;
        Ok(file)
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// All columns, in the order of the file.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The column of that name, `None` when there is no such column.
    pub fn column(&self, name: &str) -> Result<Option<&Column>, Fault> {
        let mut named = self.columns.iter().filter(|column| column.name == name);
        match named.clone().find(|column| !column.nested) {
            None if named.next().is_some() => Err(Fault::Nested),
            found => Ok(found),
        }
    }

    fn describe(&mut self, from: &mut Compact) -> Result<(), Fault> {
        let mut last = 0;
        while let Some(field) = from.field(&mut last)? {
            match field {
                (2, kind::LIST) => self.columns = schema(from)?,
                (4, kind::LIST) => {
                    for _ in 0..from.list()?.0 {
                        self.group(from)?;
                    }
                }
                (_, kind) => from.skip(kind)?,
            }
        }
        Ok(())
    }

    fn group(&mut self, from: &mut Compact) -> Result<(), Fault> {
        let mut chunks = Vec::new();
        let mut rows = 0;
        let mut last = 0;
        while let Some(field) = from.field(&mut last)? {
            match field {
                (1, kind::LIST) => {
                    for _ in 0..from.list()?.0 {
                        chunks.push(chunk(from)?);
                    }
                }
                (3, kind::I64) => rows = from.size()?,
                (_, kind) => from.skip(kind)?,
            }
        }
        self.rows = self.rows.saturating_add(rows);
        if self.rows > MOST_ROWS {
            return Err(Fault::TooManyRows);
        }
        for chunk in &mut chunks {
            chunk.rows = rows;
        }
        self.groups.push(chunks);
        Ok(())
    }

    /// The bytes of a column in a row group.
    pub(super) fn chunk(
        &self,
        group: &[Chunk],
        column: &Column,
    ) -> Result<(&'a [u8], Chunk), Fault> {
        let outside = Fault::Damaged("a column lies outside the file");
        let chunk = group.get(column.place).copied().ok_or(outside)?;
        if chunk.physical != column.physical {
            return Err(Fault::Damaged("a column is described in two ways"));
        }
        let bytes = self
            .bytes
            .get(chunk.start..)
            .and_then(|rest| rest.get(..chunk.length))
            .ok_or(outside)?;
        Ok((bytes, chunk))
    }
}

/// The columns in the order of their bytes: those inside a group have a place too, but cannot be read.
fn schema(from: &mut Compact) -> Result<Vec<Column>, Fault> {
    let mut columns = Vec::new();
    // How many children are still to come, of the table itself and of each group that is open.
    let mut open: Vec<usize> = Vec::new();
    for index in 0..from.list()?.0 {
        let (mut column, children) = element(from)?;
        while open.last() == Some(&0) {
            open.pop();
        }
        if let Some(left) = open.last_mut() {
            *left -= 1;
        }
        if index == 0 || children > 0 {
            open.push(children);
            continue;
        }
        column.nested |= open.len() != 1;
        column.place = columns.len();
        columns.push(column);
    }
    Ok(columns)
}

fn element(from: &mut Compact) -> Result<(Column, usize), Fault> {
    const OPTIONAL: i64 = 1;
    const REPEATED: i64 = 2;
    const DECIMAL: i64 = 5;
    const UNSIGNED: std::ops::RangeInclusive<i64> = 11..=14;
    let mut column = Column {
        physical: -1,
        ..Column::default()
    };
    let mut children = 0;
    let mut digits = 0;
    let mut last = 0;
    while let Some(field) = from.field(&mut last)? {
        match field {
            (1, kind::I32) => column.physical = from.whole()?,
            (2, kind::I32) => column.width = from.size()?,
            (3, kind::I32) => {
                let repetition = from.whole()?;
                column.optional = repetition == OPTIONAL;
                column.nested = repetition == REPEATED;
            }
            (4, kind::BINARY) => {
                column.name = String::from_utf8_lossy(from.binary()?).into_owned();
            }
            (5, kind::I32) => children = from.size()?,
            (6, kind::I32) => {
                let meaning = from.whole()?;
                column.unsigned |= UNSIGNED.contains(&meaning);
                if meaning == DECIMAL {
                    column.scale.get_or_insert(0);
                }
            }
            (7, kind::I32) => digits = i32::try_from(from.whole()?).unwrap_or_default(),
            (10, kind::STRUCT) => logical(from, &mut column)?,
            (_, kind) => from.skip(kind)?,
        }
    }
    if column.scale == Some(0) {
        column.scale = Some(digits);
    }
    Ok((column, children))
}

/// The newer way of saying what a value means: of it, whole numbers without a sign and the digits of decimal numbers.
fn logical(from: &mut Compact, column: &mut Column) -> Result<(), Fault> {
    let mut last = 0;
    while let Some((kind_of_value, kind)) = from.field(&mut last)? {
        if kind != kind::STRUCT || !matches!(kind_of_value, 5 | 10) {
            from.skip(kind)?;
            continue;
        }
        if kind_of_value == 5 {
            column.scale.get_or_insert(0);
        }
        let mut last = 0;
        while let Some(field) = from.field(&mut last)? {
            match (kind_of_value, field) {
                (5, (1, kind::I32)) => {
                    column.scale = i32::try_from(from.whole()?).ok();
                }
                (10, (2, kind::FALSE)) => column.unsigned = true,
                (_, (_, kind)) => from.skip(kind)?,
            }
        }
    }
    Ok(())
}

fn chunk(from: &mut Compact) -> Result<Chunk, Fault> {
    let mut chunk = Chunk::default();
    let mut last = 0;
    while let Some(field) = from.field(&mut last)? {
        match field {
            (3, kind::STRUCT) => description(from, &mut chunk)?,
            (8 | 9, kind::STRUCT | kind::BINARY) => {
                return Err(Fault::Unsupported("encryption"));
            }
            (_, kind) => from.skip(kind)?,
        }
    }
    Ok(chunk)
}

fn description(from: &mut Compact, chunk: &mut Chunk) -> Result<(), Fault> {
    let mut dictionary = None;
    let mut last = 0;
    while let Some(field) = from.field(&mut last)? {
        match field {
            (1, kind::I32) => chunk.physical = from.whole()?,
            (4, kind::I32) => chunk.codec = from.whole()?,
            (7, kind::I64) => chunk.length = from.size()?,
            (9, kind::I64) => chunk.start = from.size()?,
            // Some writers put 0 here when there is no dictionary.
            (11, kind::I64) => dictionary = Some(from.size()?).filter(|start| *start > 0),
            (_, kind) => from.skip(kind)?,
        }
    }
    if let Some(start) = dictionary {
        chunk.start = chunk.start.min(start);
    }
    Ok(())
}
