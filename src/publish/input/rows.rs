//! The rows of a file of the input, whatever it is written in and however many parts it has.

use std::path::Path;

use super::parquet_rows::ParquetRows;
use super::report::{FileReport, Format, Place};
use super::rule::Rule;
use super::source::Part;
use super::specification::FileSpec;
use super::text::{Record, TextFile};
use super::{Progress, Reading};
use crate::publish::error::PublishError;

/// How many rows are read between two reports of progress.
const PIECE: u32 = 1 << 14;

/// The rows of all parts of a file.
pub(super) struct Rows<'a, const N: usize> {
    spec: &'static FileSpec<N>,
    reading: &'a Reading<'a>,
    parts: &'a [Part],
    current: usize,
    open: Option<Open<N>>,
    record: Record,
    since: u32,
    /// Bytes of the parts that are done, and of all.
    done: u64,
    total: u64,
}

/// A row: its fields in the order of the specification, and where it stands.
pub(super) struct Row<'a, const N: usize> {
    pub(super) fields: [&'a str; N],
    pub(super) place: Place,
}

enum Open<const N: usize> {
    Text {
        file: TextFile,
        places: [Option<usize>; N],
        width: usize,
    },
    Parquet(ParquetRows),
}

impl<'a, const N: usize> Rows<'a, N> {
    /// The rows of `parts`, and the report in which what is read is counted.
    pub(super) fn of(
        spec: &'static FileSpec<N>,
        parts: &'a [Part],
        reading: &'a Reading<'a>,
    ) -> (Self, FileReport) {
        let report = FileReport::of(spec.about.name, parts.iter().map(|part| part.name.clone()));
        let rows = Self {
            spec,
            reading,
            parts,
            current: 0,
            open: None,
            record: Record::default(),
            since: 0,
            done: 0,
            total: parts.iter().map(|part| part.bytes).sum(),
        };
        (rows, report)
    }

    /// The next row, or `None` at the end. Blank lines and rows that cannot be read are noted in `report`.
    pub(super) fn next(
        &mut self,
        report: &mut FileReport,
    ) -> Result<Option<Row<'_, N>>, PublishError> {
        let place = loop {
            let Some(part) = self.parts.get(self.current) else {
                return Ok(None);
            };
            let number = u16::try_from(self.current).unwrap_or(u16::MAX);
            if self.open.is_none() {
                let opened = open(self.spec, part)?;
                report.parts[self.current].unread_columns = match &opened {
                    Open::Text { places, width, .. } => *width - places.iter().flatten().count(),
                    Open::Parquet(rows) => rows.unread,
                };
                self.open = Some(opened);
            }
            let Some(open) = &mut self.open else {
                return Ok(None);
            };
            let (more, line, read) = match open {
                Open::Text { file, .. } => {
                    let more = file.next(&part.path, &mut self.record)?;
                    (more, self.record.line, file.bytes)
                }
                Open::Parquet(rows) => {
                    let more = rows.next(&part.path)?;
                    let share = u64::from(rows.row) * part.bytes / rows.all.max(1);
                    (more, rows.row, share)
                }
            };
            self.since += 1;
            if self.since == PIECE || !more {
                self.since = 0;
                (self.reading.progress)(Progress {
                    file: self.spec.about.name,
                    done: self.done + read,
                    total: self.total,
                });
            }
            if !more {
                if let Some(Open::Text { file, .. }) = &self.open {
                    report.parts[self.current].format =
                        Format::Text(file.encoding(), file.separator());
                }
                self.done += part.bytes;
                self.open = None;
                self.current += 1;
                continue;
            }
            let place = Place { part: number, line };
            if let Open::Text { width, .. } = open {
                if self.record.is_blank() {
                    let action = self.reading.actions.for_rule(Rule::BlankLine);
                    report.note(Rule::BlankLine, "", action, place);
                    continue;
                }
                if self.record.len() != *width {
                    let action = self.reading.actions.for_rule(Rule::FieldCount);
                    report.note(Rule::FieldCount, "", action, place);
                    report.count(place, super::report::Fate::Rejected);
                    continue;
                }
            }
            break place;
        };
        let fields = match &self.open {
            Some(Open::Text { places, .. }) => {
                places.map(|index| index.map_or("", |index| self.record.get(index)))
            }
            Some(Open::Parquet(rows)) => std::array::from_fn(|column| rows.get(column)),
            None => [""; N],
        };
        Ok(Some(Row { fields, place }))
    }
}

/// Where each of the columns `wanted` stands among those of a file, in capitals or not.
///
/// # Errors
/// [`PublishError::ColumnTwice`].
pub(super) fn places(
    path: &Path,
    header: &[&str],
    wanted: &[&'static str],
) -> Result<Vec<Option<usize>>, PublishError> {
    wanted
        .iter()
        .map(|wanted| {
            let mut found = (0..header.len()).filter(|index| {
                let name = header[*index].to_lowercase();
                name == *wanted
            });
            match (found.next(), found.next()) {
                (_, Some(_)) => Err(PublishError::ColumnTwice {
                    path: path.to_owned(),
                    column: wanted,
                }),
                (place, None) => Ok(place),
            }
        })
        .collect()
}

fn open<const N: usize>(spec: &'static FileSpec<N>, part: &Part) -> Result<Open<N>, PublishError> {
    let names = spec.fields.map(|field| field.name);
    let path = &part.path;
    let missing = |index: usize| PublishError::MissingColumn {
        path: path.clone(),
        column: names[index],
        where_named: if part.is_parquet() {
            "a Parquet file has to name its columns as `regiovisie check --specification` does"
        } else {
            "the first line must name the columns"
        },
    };
    let lacks =
        |present: &[bool]| (0..N).find(|index| spec.fields[*index].required && !present[*index]);
    if part.is_parquet() {
        let (rows, present) = ParquetRows::open(path, &names)?;
        return match lacks(&present) {
            Some(index) => Err(missing(index)),
            None => Ok(Open::Parquet(rows)),
        };
    }
    let (file, record) = TextFile::open(path)?;
    let header: Vec<&str> = record.iter().collect();
    let found = places(path, &header, &names)?;
    let places: [Option<usize>; N] = std::array::from_fn(|column| found[column]);
    if let Some(index) = lacks(&places.map(|place| place.is_some())) {
        return Err(other_separator(path, &record).unwrap_or_else(|| missing(index)));
    }
    Ok(Open::Text {
        file,
        places,
        width: header.len(),
    })
}

/// The error when columns are separated by something else than a comma or a semicolon.
fn other_separator(path: &Path, header: &Record) -> Option<PublishError> {
    [('\t', "tab"), ('|', "vertical bar (|)")]
        .into_iter()
        .find(|(separator, _)| header.iter().any(|column| column.contains(*separator)))
        .map(|(_, separator)| PublishError::Separator {
            path: path.to_owned(),
            separator,
        })
}
