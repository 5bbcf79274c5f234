//! Parquet files for tests, written by the Parquet crate.

use std::sync::Arc;

use parquet::basic::{Compression, Encoding};
use parquet::column::writer::ColumnWriter;
use parquet::data_type::{ByteArray, FixedLenByteArray};
use parquet::file::properties::{WriterProperties, WriterVersion};
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;

use super::naive::Row;
use crate::long_table::{Dimension, Measure};

/// How a file is written.
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
#[derive(Clone, Debug)]
pub struct Style {
    /// Parquet type of the years, such as `INT32` or `BYTE_ARRAY`.
    pub years: &'static str,
    /// Parquet type of the measures, with its annotation if it has one.
    pub measures: &'static str,
    /// Whether columns may hold nulls.
    pub optional: bool,
    pub dictionary: bool,
    /// Encoding of measures without a dictionary.
    pub encoding: Encoding,
    /// Encoding of codes without a dictionary.
    pub texts: Encoding,
    pub newer_pages: bool,
    pub codec: Compression,
    pub rows_in_group: usize,
    pub rows_in_page: usize,
    /// A column that is left out.
    pub without: Option<&'static str>,
    /// A column of lists, groups and a text before all others.
    pub extra: bool,
}

impl Default for Style {
    fn default() -> Self {
        Self {
            years: "INT32",
            measures: "DOUBLE",
            optional: true,
            dictionary: true,
            encoding: Encoding::PLAIN,
            texts: Encoding::PLAIN,
            newer_pages: false,
            codec: Compression::SNAPPY,
            rows_in_group: 1000,
            rows_in_page: 100,
            without: None,
            extra: false,
        }
    }
}

/// The bytes of a file with these rows.
pub fn write(rows: &[Row], style: &Style) -> Vec<u8> {
    let repetition = if style.optional {
        "optional"
    } else {
        "required"
    };
    let mut message = "message table {\n".to_owned();
    if style.extra {
        message += "optional group lijst { repeated int32 item; optional group dieper { optional double jaar; } }\nrequired binary opmerking (utf8);\n";
    }
    let names = names(style);
    for (name, place) in &names {
        let kind = match place {
            Place::Dimension(0) if style.years == "INT32" => "int32".to_owned(),
            Place::Dimension(0) if style.years == "INT64" => "int64".to_owned(),
            Place::Dimension(_) => "binary".to_owned(),
            Place::Measure(_) => style
                .measures
                .to_lowercase()
                .split(" (")
                .next()
                .unwrap()
                .to_owned(),
        };
        let annotation = match place {
            Place::Dimension(0) if style.years != "BYTE_ARRAY" => String::new(),
            Place::Dimension(_) => " (utf8)".to_owned(),
            Place::Measure(_) => style
                .measures
                .split_once(" (")
                .map_or(String::new(), |(_, rest)| format!(" ({rest}")),
        };
        message.extend([repetition, " ", &kind, " ", name, &annotation, ";\n"]);
    }
    message += "}";
    let schema = Arc::new(parse_message_type(&message).unwrap());
    let mut properties = WriterProperties::builder()
        .set_compression(style.codec)
        .set_dictionary_enabled(style.dictionary)
        .set_data_page_row_count_limit(style.rows_in_page)
        .set_write_batch_size(style.rows_in_page)
        .set_writer_version(if style.newer_pages {
            WriterVersion::PARQUET_2_0
        } else {
            WriterVersion::PARQUET_1_0
        });
    if !style.dictionary {
        for (name, place) in &names {
            let whole = matches!(place, Place::Dimension(0)) && style.years != "BYTE_ARRAY";
            let encoding = match place {
                Place::Dimension(_) if whole => Encoding::PLAIN,
                Place::Dimension(_) => style.texts,
                Place::Measure(_) => style.encoding,
            };
            properties = properties.set_column_encoding((*name).into(), encoding);
        }
    }
    let mut writer =
        SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties.build())).unwrap();
    let mut rest = rows;
    while !rest.is_empty() {
        let (group, after) = rest.split_at(rest.len().min(style.rows_in_group));
        rest = after;
        let mut groups = writer.next_row_group().unwrap();
        if style.extra {
            for _ in 0..3 {
                let mut column = groups.next_column().unwrap().unwrap();
                match column.untyped() {
                    ColumnWriter::Int32ColumnWriter(typed) => {
                        let levels: Vec<i16> = group.iter().flat_map(|_| [2, 2]).collect();
                        let repeats: Vec<i16> = group.iter().flat_map(|_| [0, 1]).collect();
                        typed
                            .write_batch(&vec![7; levels.len()], Some(&levels), Some(&repeats))
                            .unwrap();
                    }
                    ColumnWriter::DoubleColumnWriter(typed) => {
                        typed
                            .write_batch(&[], Some(&vec![0; group.len()]), None)
                            .unwrap();
                    }
                    ColumnWriter::ByteArrayColumnWriter(typed) => {
                        typed
                            .write_batch(&vec![ByteArray::from("niets"); group.len()], None, None)
                            .unwrap();
                    }
                    _ => unreachable!(),
                }
                column.close().unwrap();
            }
        }
        for (_, place) in &names {
            let mut column = groups.next_column().unwrap().unwrap();
            fill(column.untyped(), group, *place, style);
            column.close().unwrap();
        }
        groups.close().unwrap();
    }
    writer.into_inner().unwrap()
}

#[derive(Clone, Copy)]
enum Place {
    Dimension(usize),
    Measure(usize),
}

fn names(style: &Style) -> Vec<(&'static str, Place)> {
    let dimensions = Dimension::ALL
        .iter()
        .enumerate()
        .map(|(index, dimension)| (dimension.code(), Place::Dimension(index)));
    let measures = Measure::ALL
        .iter()
        .enumerate()
        .map(|(index, measure)| (measure.code(), Place::Measure(index)));
    dimensions
        .chain(measures)
        .filter(|(name, _)| style.without != Some(*name))
        .collect()
}

fn fill(writer: &mut ColumnWriter<'_>, rows: &[Row], place: Place, style: &Style) {
    let (texts, numbers): (Vec<Option<&str>>, Vec<Option<f64>>) = rows
        .iter()
        .map(|row| match place {
            Place::Dimension(index) => {
                let text = row.codes[index].as_deref();
                (text, text.and_then(|text| text.parse().ok()))
            }
            Place::Measure(index) => (None, row.numbers[index]),
        })
        .unzip();
    let present = |known: bool| i16::from(known);
    let levels: Vec<i16> = match (place, &*writer) {
        (Place::Dimension(_), ColumnWriter::ByteArrayColumnWriter(_)) => {
            texts.iter().map(|text| present(text.is_some())).collect()
        }
        _ => numbers
            .iter()
            .map(|number| present(number.is_some()))
            .collect(),
    };
    let levels = style.optional.then_some(levels.as_slice());
    let known = numbers.iter().flatten().copied();
    let unit = if style.measures.contains("decimal") && matches!(place, Place::Measure(_)) {
        100.0
    } else {
        1.0
    };
    let whole = known.clone().map(|number| (number * unit).round() as i64);
    match writer {
        ColumnWriter::Int32ColumnWriter(typed) => {
            let values: Vec<i32> = whole
                .map(|value| {
                    if style.measures.contains("uint") {
                        (value as u32).cast_signed()
                    } else {
                        value as i32
                    }
                })
                .collect();
            typed.write_batch(&values, levels, None).unwrap();
        }
        ColumnWriter::Int64ColumnWriter(typed) => {
            typed
                .write_batch(&whole.collect::<Vec<_>>(), levels, None)
                .unwrap();
        }
        ColumnWriter::FloatColumnWriter(typed) => {
            typed
                .write_batch(
                    &known.map(|number| number as f32).collect::<Vec<_>>(),
                    levels,
                    None,
                )
                .unwrap();
        }
        ColumnWriter::DoubleColumnWriter(typed) => {
            typed
                .write_batch(&known.collect::<Vec<_>>(), levels, None)
                .unwrap();
        }
        ColumnWriter::ByteArrayColumnWriter(typed) => {
            let values: Vec<ByteArray> = match place {
                Place::Dimension(_) => texts
                    .iter()
                    .flatten()
                    .map(|text| ByteArray::from(*text))
                    .collect(),
                Place::Measure(_) => known
                    .map(|number| ByteArray::from(number.to_string().into_bytes()))
                    .collect(),
            };
            typed.write_batch(&values, levels, None).unwrap();
        }
        ColumnWriter::FixedLenByteArrayColumnWriter(typed) => {
            let values: Vec<FixedLenByteArray> = whole
                .map(|value| {
                    FixedLenByteArray::from(ByteArray::from(
                        i128::from(value).to_be_bytes()[7..].to_vec(),
                    ))
                })
                .collect();
            typed.write_batch(&values, levels, None).unwrap();
        }
        ColumnWriter::BoolColumnWriter(typed) => {
            typed
                .write_batch(
                    &known.map(|number| number > 0.0).collect::<Vec<_>>(),
                    levels,
                    None,
                )
                .unwrap();
        }
        ColumnWriter::Int96ColumnWriter(_) => unreachable!(),
    }
}
