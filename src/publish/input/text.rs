//! Text files as records of fields: the encoding and the separator are found out, and every record knows its line.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use super::report::{Encoding, Separator};
use crate::csv_line::{Quotes, UNCLOSED};
use crate::publish::error::PublishError;

/// The most bytes of one record: with more, a quote was not closed.
const LONGEST: usize = 1 << 20;

/// The three bytes that say that UTF-8 follows.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// A record: its fields one after the other, without the space around them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Record {
    text: String,
    fields: Vec<(usize, usize)>,
    /// The line it begins on.
    pub(super) line: u32,
}

impl Record {
    /// A field, empty when there is none.
    pub(super) fn get(&self, index: usize) -> &str {
        self.fields
            .get(index)
            .and_then(|(begin, end)| self.text.get(*begin..*end))
            .unwrap_or_default()
    }

    /// How many fields it has.
    pub(super) fn len(&self) -> usize {
        self.fields.len()
    }

    /// Whether it is a blank line.
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty() && self.fields.len() < 2
    }

    /// All fields.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|index| self.get(index))
    }
}

/// A text file that is read record by record.
pub(super) struct TextFile {
    reader: BufReader<File>,
    line: u32,
    separator: u8,
    encoding: Encoding,
    /// Whether letters were seen that only UTF-8 writes so.
    is_surely_utf8: bool,
    raw: Vec<u8>,
    /// Bytes read so far.
    pub(super) bytes: u64,
}

impl TextFile {
    /// Opens a file and reads its first line.
    pub(super) fn open(path: &Path) -> Result<(Self, Record), PublishError> {
        let file = File::open(path).map_err(PublishError::file(path))?;
        let mut opened = Self {
            reader: BufReader::with_capacity(1 << 16, file),
            line: 0,
            separator: b',',
            encoding: Encoding::Utf8,
            is_surely_utf8: false,
            raw: Vec::new(),
            bytes: 0,
        };
        let first = opened.reader.fill_buf().map_err(PublishError::file(path))?;
        if first.starts_with(b"\xff\xfe") || first.starts_with(b"\xfe\xff") {
            return Err(unreadable(
                path,
                1,
                "the file is UTF-16 text; save it again as UTF-8",
            ));
        }
        if first.starts_with(MARK) {
            opened.encoding = Encoding::Utf8WithMark;
            opened.reader.consume(MARK.len());
            opened.bytes = MARK.len() as u64;
        }
        // Whichever stands in it most often; names of columns hold none of them.
        let end = opened.reader.fill_buf().map_err(PublishError::file(path))?;
        let line = end.split(|byte| *byte == b'\n').next().unwrap_or_default();
        let count = |wanted: u8| line.split(|byte| *byte == wanted).count();
        if count(b';') > count(b',') {
            opened.separator = b';';
        }
        let mut record = Record::default();
        opened.next(path, &mut record)?;
        Ok((opened, record))
    }

    /// What stands between its columns.
    pub(super) fn separator(&self) -> Separator {
        if self.separator == b';' {
            Separator::Semicolon
        } else {
            Separator::Comma
        }
    }

    /// How it is written, as far as it was read.
    pub(super) fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Reads the next record; `false` at the end.
    pub(super) fn next(&mut self, path: &Path, record: &mut Record) -> Result<bool, PublishError> {
        self.raw.clear();
        record.fields.clear();
        record.text.clear();
        record.line = self.line + 1;
        let mut quotes = Quotes::default();
        loop {
            let known = self.raw.len();
            let read = self
                .reader
                .read_until(b'\n', &mut self.raw)
                .map_err(PublishError::file(path))?;
            self.bytes += read as u64;
            if read == 0 {
                if self.raw.is_empty() {
                    return Ok(false);
                }
                break;
            }
            self.line += 1;
            let added = &self.raw[known..];
            if quotes.is_open() || added.contains(&b'"') {
                quotes.follow(added, self.separator);
            }
            if !quotes.is_open() || self.raw.len() > LONGEST {
                break;
            }
        }
        if self.raw.contains(&0) {
            return Err(unreadable(
                path,
                record.line,
                "the file is not text; save it as CSV in UTF-8, or name it .parquet if it is Parquet",
            ));
        }
        if quotes.is_open() {
            return Err(unreadable(path, record.line, UNCLOSED));
        }
        self.decode(path, record.line)?;
        split(&self.raw, self.separator, record);
        Ok(true)
    }

    /// Makes the bytes of a record UTF-8.
    fn decode(&mut self, path: &Path, line: u32) -> Result<(), PublishError> {
        if self.raw.is_ascii() {
            return Ok(());
        }
        if self.encoding != Encoding::Windows1252 {
            if std::str::from_utf8(&self.raw).is_ok() {
                self.is_surely_utf8 = true;
                return Ok(());
            }
            if self.is_surely_utf8 || self.encoding == Encoding::Utf8WithMark {
                return Err(unreadable(
                    path,
                    line,
                    "the file is UTF-8 text up to here and something else from here; save it again as UTF-8",
                ));
            }
            self.encoding = Encoding::Windows1252;
        }
        let mut text = String::with_capacity(self.raw.len() + 16);
        for byte in &self.raw {
            let Some(letter) = windows_1252(*byte) else {
                return Err(unreadable(
                    path,
                    line,
                    "the file is neither UTF-8 nor Windows-1252 text; save it again as UTF-8",
                ));
            };
            text.push(letter);
        }
        self.raw = text.into_bytes();
        Ok(())
    }
}

fn unreadable(path: &Path, line: u32, detail: &'static str) -> PublishError {
    PublishError::Csv {
        path: path.to_owned(),
        line: u64::from(line),
        detail: detail.to_owned(),
    }
}

/// Splits bytes that are UTF-8 into fields.
fn split(raw: &[u8], separator: u8, record: &mut Record) {
    let text = String::from_utf8_lossy(raw);
    let line = text.trim_end_matches(['\n', '\r']);
    let separator = char::from(separator);
    if !line.contains('"') {
        for field in line.split(separator) {
            push(record, field.trim());
        }
        return;
    }
    let mut rest = line;
    loop {
        let field = rest.trim_start();
        let Some(inside) = field.strip_prefix('"') else {
            let (field, more) = cut(field, separator);
            push(record, field.trim());
            match more {
                Some(more) => rest = more,
                None => return,
            }
            continue;
        };
        let mut value = String::new();
        let mut inside = inside;
        loop {
            let (text, after) = inside.split_once('"').unwrap_or((inside, ""));
            value.push_str(text);
            let Some(again) = after.strip_prefix('"') else {
                inside = after;
                break;
            };
            value.push('"');
            inside = again;
        }
        let (tail, more) = cut(inside, separator);
        value.push_str(tail.trim());
        push(record, value.trim());
        match more {
            Some(more) => rest = more,
            None => return,
        }
    }
}

fn cut(text: &str, separator: char) -> (&str, Option<&str>) {
    match text.split_once(separator) {
        Some((field, more)) => (field, Some(more)),
        None => (text, None),
    }
}

fn push(record: &mut Record, field: &str) {
    let begin = record.text.len();
    record.text.push_str(field);
    record.fields.push((begin, record.text.len()));
}

/// A letter of Windows-1252, by the index of the WHATWG Encoding Standard; five bytes are none.
fn windows_1252(byte: u8) -> Option<char> {
    const HIGH: [u16; 32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
        0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
        0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ];
    match byte {
        0x80..=0x9f => match HIGH[usize::from(byte - 0x80)] {
            0 => None,
            letter => char::from_u32(u32::from(letter)),
        },
        other => Some(char::from(other)),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;

    type Lines = Vec<(u32, Vec<String>)>;

    fn read(bytes: &[u8]) -> Result<(Lines, TextFile), PublishError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file.csv");
        std::fs::write(&path, bytes).unwrap();
        let (mut file, mut record) = TextFile::open(&path)?;
        let mut records = Vec::new();
        loop {
            records.push((record.line, record.iter().map(str::to_owned).collect()));
            if !file.next(&path, &mut record)? {
                return Ok((records, file));
            }
        }
    }

    #[test]
    fn quotes_may_hold_separators_newlines_and_quotes_and_lines_stay_right() {
        let (records, _) = read(
            b"a,b\r\n\"one, two\",\"say \"\"no\"\"\"\r\n\r\n\"first\nsecond\", x \r\n5\" pipe,y\r\n\"\",z",
        )
        .unwrap();
        let expected = [
            (1, vec!["a", "b"]),
            (2, vec!["one, two", "say \"no\""]),
            (3, vec![""]),
            (4, vec!["first\nsecond", "x"]),
            (6, vec!["5\" pipe", "y"]),
            (7, vec!["", "z"]),
        ];
        assert_eq!(records.len(), expected.len());
        for ((line, fields), (expected_line, expected_fields)) in records.iter().zip(&expected) {
            assert_eq!(
                (line, fields),
                (
                    expected_line,
                    &expected_fields
                        .iter()
                        .map(|field| (*field).to_owned())
                        .collect::<Vec<_>>()
                )
            );
        }
    }

    #[test]
    fn encodings_and_separators_are_found_out() {
        for (bytes, encoding, separator) in [
            (&b"a,b\n\xc3\xa9,x\n"[..], Encoding::Utf8, Separator::Comma),
            (
                b"\xef\xbb\xbfa;b\n\xc3\xa9;x\n",
                Encoding::Utf8WithMark,
                Separator::Semicolon,
            ),
            (
                b"a;b\n\xe9;x\n",
                Encoding::Windows1252,
                Separator::Semicolon,
            ),
        ] {
            let (records, file) = read(bytes).unwrap();
            assert_eq!(records[0].1, ["a", "b"]);
            assert_eq!(records[1].1, ["\u{e9}", "x"]);
            assert_eq!((file.encoding(), file.separator()), (encoding, separator));
        }
        assert_eq!(read(b"a,b\n\x80,x\n").unwrap().0[1].1[0], "\u{20ac}");
    }

    #[test]
    fn what_is_no_text_is_refused_with_its_line() {
        for (bytes, line, part) in [
            (&b"\xff\xfea\0,\0"[..], 1, "UTF-16"),
            (b"a,b\nx\0,y\n", 2, "not text"),
            (b"a,b\n\xc3\xa9,x\n\xe9,y\n", 3, "UTF-8 text up to here"),
            (b"a,b\n\x81,x\n", 2, "neither"),
            (b"a,b\nx,\"y\nz,1\n", 2, "not closed"),
        ] {
            match read(bytes) {
                Err(PublishError::Csv {
                    line: found,
                    detail,
                    ..
                }) => {
                    assert_eq!(found, line, "{detail}");
                    assert!(detail.contains(part), "{detail}");
                }
                _ => panic!("{part} is not refused"),
            }
        }
    }
}
