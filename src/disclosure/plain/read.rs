//! One table as it is written: which cells it has, and what each says.

use std::collections::BTreeMap;

use super::PlainError;
use super::lines::Lines;

/// The member that stands for all members of a dimension.
pub(super) const TOTAL: &str = "totaal";

/// Counts above this would lose their last digit in the linear programmes.
const MOST: u64 = 1_000_000_000_000;

/// A published table.
#[derive(Debug)]
pub(super) struct Table {
    /// Name of the file.
    pub name: String,
    /// Its dimensions, in the order of the columns.
    pub dimensions: Vec<String>,
    /// Whether it gives percentages instead of counts.
    pub percentages: bool,
    /// What one more in the last digit of its percentages is: the coarsest that it prints, in percentage points.
    pub digit: f64,
    /// Its cells, in the order of the lines.
    pub rows: Vec<TableRow>,
}

/// A cell of a published table.
#[derive(Debug)]
pub(super) struct TableRow {
    /// The line it stands on.
    pub line: u64,
    /// A member of every dimension.
    pub members: Vec<String>,
    /// What it says.
    pub content: Content,
}

/// What a cell says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Content {
    /// The count lies between these; they are equal when it was not rounded.
    Open { low: f64, high: f64 },
    /// Nothing.
    Hidden,
    /// Nothing, where a percentage of the cell with these dimensions in total would stand.
    HiddenShare { of: Vec<usize> },
    /// `scale` times the cell lies between `least` and `most` times the cell with these dimensions in total.
    Share {
        scale: f64,
        least: f64,
        most: f64,
        of: Vec<usize>,
    },
}

impl Table {
    /// Reads a table.
    ///
    /// # Errors
    /// [`PlainError`].
    pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Self, PlainError> {
        let lines = Lines::read(name, bytes)?;
        let status = lines.required("status")?;
        let percentage = lines.place("percentage");
        let value = match (percentage, lines.place("waarde")) {
            (Some(_), Some(_)) => {
                return Err(PlainError::Columns {
                    file: name.to_owned(),
                    detail: "a table has either a column waarde or a column percentage; make two tables of it".to_owned(),
                });
            }
            (Some(place), None) => place,
            _ => lines.required("waarde")?,
        };
        let of = percentage.map(|_| lines.required("van")).transpose()?;
        let rounding = lines.place("afronding").filter(|_| percentage.is_none());
        let taken = [Some(status), Some(value), of, rounding];
        let places: Vec<usize> = (0..lines.columns.len())
            .filter(|place| !taken.contains(&Some(*place)))
            .collect();
        let dimensions: Vec<String> = places
            .iter()
            .map(|place| lines.columns[*place].clone())
            .collect();
        if dimensions.is_empty() || dimensions.iter().any(String::is_empty) {
            return Err(PlainError::Columns {
                file: name.to_owned(),
                detail: "every dimension needs a column with a name, and there has to be one"
                    .to_owned(),
            });
        }
        let mut table = Self {
            name: name.to_owned(),
            dimensions,
            percentages: percentage.is_some(),
            digit: 0.0,
            rows: Vec::new(),
        };
        let usual = of.and_then(|of| one_of(lines.rows.iter().map(|(_, values)| &values[of])));
        let mut seen: BTreeMap<Vec<String>, u64> = BTreeMap::new();
        for (line, values) in &lines.rows {
            let members = places
                .iter()
                .map(|place| member(&lines, *line, *place, &values[*place]))
                .collect::<Result<Vec<_>, _>>()?;
            if let Some(earlier) = seen.insert(members.clone(), *line) {
                return Err(PlainError::Twice {
                    file: name.to_owned(),
                    line: *line,
                    earlier,
                    cell: cell(&table.dimensions, &members),
                });
            }
            let content = match values[status].to_lowercase().as_str() {
                "geheim" => match of {
                    None => Content::Hidden,
                    Some(of) => Content::HiddenShare {
                        of: total(&lines, *line, &values[of], usual, &table.dimensions)?,
                    },
                },
                "open" => match of {
                    None => open(
                        &lines,
                        *line,
                        &values[value],
                        rounding.map_or("", |place| &values[place]),
                    )?,
                    Some(of) => {
                        let of = total(&lines, *line, &values[of], None, &table.dimensions)?;
                        let (share, digit) = share(&lines, *line, &values[value], of)?;
                        table.digit = table.digit.max(digit);
                        share
                    }
                },
                other => {
                    return Err(lines.wrong(
                        *line,
                        "status",
                        other,
                        "is no status; write open or geheim",
                    ));
                }
            };
            table.rows.push(TableRow {
                line: *line,
                members,
                content,
            });
        }
        Ok(table)
    }
}

/// How a cell is called in messages.
pub(super) fn cell(dimensions: &[String], members: &[String]) -> String {
    dimensions
        .iter()
        .zip(members)
        .map(|(dimension, member)| format!("{dimension}={member}"))
        .collect::<Vec<_>>()
        .join(", ")
}

fn member(lines: &Lines, line: u64, place: usize, value: &str) -> Result<String, PlainError> {
    if value.is_empty() {
        return Err(lines.wrong(
            line,
            &lines.columns[place],
            value,
            "is no member; write totaal when it is the total",
        ));
    }
    // Another spelling would pass for one more member, and hide what can be derived.
    Ok(if value.eq_ignore_ascii_case(TOTAL) {
        TOTAL.to_owned()
    } else {
        value.to_owned()
    })
}

fn whole(text: &str) -> Option<u64> {
    text.parse()
        .ok()
        .filter(|value| *value <= MOST && text.bytes().all(|byte| byte.is_ascii_digit()))
}

fn open(lines: &Lines, line: u64, value: &str, rounding: &str) -> Result<Content, PlainError> {
    let count = whole(value).ok_or_else(|| {
        lines.wrong(
            line,
            "waarde",
            value,
            "is no count; an open cell has a whole number of 0 or more, in digits only, up to a million million",
        )
    })?;
    let rounding_to = match rounding {
        "" => 1,
        text => whole(text).filter(|base| *base > 0).ok_or_else(|| {
            lines.wrong(
                line,
                "afronding",
                rounding,
                "is no rounding; write the number of which the value is a multiple, or nothing",
            )
        })?,
    };
    if !count.is_multiple_of(rounding_to) {
        return Err(lines.wrong(
            line,
            "waarde",
            value,
            format!(
                "is no multiple of {rounding_to}, to which it was rounded; correct one of the two"
            ),
        ));
    }
    let half = rounding_to / 2;
    Ok(Content::Open {
        low: count.saturating_sub(half) as f64,
        high: (count + half) as f64,
    })
}

/// The only text there is among these, apart from empty ones.
fn one_of<'a>(texts: impl Iterator<Item = &'a String>) -> Option<&'a str> {
    let mut texts = texts.filter(|text| !text.is_empty());
    let first = texts.next()?;
    texts.all(|text| text == first).then_some(first.as_str())
}

/// The dimensions whose total is 100 %. A hidden percentage may leave them out where all others name the same.
fn total(
    lines: &Lines,
    line: u64,
    of: &str,
    usual: Option<&str>,
    dimensions: &[String],
) -> Result<Vec<usize>, PlainError> {
    let of = if of.is_empty() {
        usual.unwrap_or(of)
    } else {
        of
    };
    of.split('+')
        .map(str::trim)
        .map(|name| {
            dimensions
                .iter()
                .position(|dimension| dimension == name)
                .ok_or_else(|| {
                    lines.wrong(
                        line,
                        "van",
                        of,
                        format!(
                            "names no dimension of this table; name the one whose total is 100 %, several with + between them, out of: {}",
                            dimensions.join(", ")
                        ),
                    )
                })
        })
        .collect()
}

/// A percentage lies within half of its last digit; both ends count, for one rounds half up and another half to even. With it
/// comes what one more in the last digit is.
fn share(
    lines: &Lines,
    line: u64,
    value: &str,
    of: Vec<usize>,
) -> Result<(Content, f64), PlainError> {
    let wrong = || {
        lines.wrong(
            line,
            "percentage",
            value,
            "is no percentage; write 0 to 100 with at most 6 decimals",
        )
    };
    let text = value.trim_end_matches('%').trim_end().replace(',', ".");
    let (integer, decimals) = text.split_once('.').unwrap_or((&text, ""));
    if decimals.len() > 6 || integer.is_empty() || text.ends_with('.') {
        return Err(wrong());
    }
    let printed = whole(&format!("{integer}{decimals}")).ok_or_else(wrong)?;
    let one = decimals.bytes().fold(1_u64, |power, _| power * 10);
    if printed > 100 * one {
        return Err(wrong());
    }
    let scale = 200 * one;
    let (least, most) = (
        (2 * printed).saturating_sub(1),
        (2 * printed + 1).min(scale),
    );
    let common = [least, most].into_iter().fold(scale, divisor);
    let share = Content::Share {
        scale: (scale / common) as f64,
        least: (least / common) as f64,
        most: (most / common) as f64,
        of,
    };
    Ok((share, 1.0 / one as f64))
}

fn divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { divisor(b, a % b) }
}
