//! What was read, what broke a rule and where, and what became of the rows.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::rule::Rule;
use crate::release::RowAction;
use crate::vocabulary::{Bilingual, Language};

/// How many places of a problem are named; the others are counted.
const PLACES: usize = 5;

/// Of how many rows one may be left out: with more, the file itself is wrong.
pub(in crate::publish) const ONE_IN: usize = 20;

/// Where a row stands: in which part of its file, and on which line of that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Number of the part.
    pub part: u16,
    /// Line, from 1; in Parquet the row, from 1.
    pub line: u32,
}

/// A rule that rows broke, in one column or as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What became of the rows.
    pub action: RowAction,
    /// How many there are.
    pub count: usize,
    /// The first of them.
    pub places: Vec<Place>,
}

/// How a part is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Text, in an encoding, with a separator.
    Text(Encoding, Separator),
    /// Parquet.
    #[default]
    Parquet,
}

/// How text is written in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, or only ASCII.
    #[default]
    Utf8,
    /// UTF-8 that says so with its first three bytes.
    Utf8WithMark,
    /// Windows-1252.
    Windows1252,
}

/// What stands between columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Separator {
    /// A comma.
    #[default]
    Comma,
    /// A semicolon.
    Semicolon,
}

impl Format {
    /// It in words.
    pub fn words(self, language: Language) -> String {
        let Self::Text(encoding, separator) = self else {
            return "Parquet".to_owned();
        };
        let encoding = match encoding {
            Encoding::Utf8 => Bilingual::new("UTF-8", "UTF-8"),
            Encoding::Utf8WithMark => Bilingual::new("UTF-8 met BOM", "UTF-8 with BOM"),
            Encoding::Windows1252 => Bilingual::new("Windows-1252", "Windows-1252"),
        };
        let separator = match separator {
            Separator::Comma => Bilingual::new("komma", "comma"),
            Separator::Semicolon => Bilingual::new("puntkomma", "semicolon"),
        };
        format!(
            "CSV, {}, {}",
            encoding.get(language),
            separator.get(language)
        )
    }
}

/// A part of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartReport {
    /// Its name within the folder.
    pub name: String,
    /// How it is written.
    pub format: Format,
    /// Rows it holds.
    pub rows: usize,
    /// Columns that are not read, by place: their names may say anything.
    pub unread_columns: usize,
    /// Dates written day first.
    pub dutch_dates: usize,
    /// Amounts with a comma.
    pub decimal_commas: usize,
    /// Rows that stand in an earlier part as well, by part.
    copies: BTreeMap<u16, usize>,
}

/// A file of the input.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileReport {
    /// Its name.
    pub name: &'static str,
    /// Its parts.
    pub parts: Vec<PartReport>,
    /// Rows it holds.
    pub rows: usize,
    /// Rows that do not count.
    pub rejected: usize,
    /// Rows that count after a mending.
    pub repaired: usize,
    problems: BTreeMap<(Rule, &'static str), Problem>,
    /// Keys that stand in two parts with other contents: how many, and the first.
    clashes: Option<(usize, Place, Place)>,
}

/// What became of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fate {
    /// It counts as it is.
    #[default]
    Kept,
    /// It counts after a mending.
    Repaired,
    /// It does not count.
    Rejected,
}

impl FileReport {
    /// A file of which nothing was read yet.
    pub(super) fn of(name: &'static str, parts: impl Iterator<Item = String>) -> Self {
        Self {
            name,
            parts: parts
                .map(|name| PartReport {
                    name,
                    ..PartReport::default()
                })
                .collect(),
            ..Self::default()
        }
    }

    /// What broke a rule, by rule and column; the column is empty when it is the whole row.
    pub fn problems(&self) -> impl Iterator<Item = (Rule, &'static str, &Problem)> {
        self.problems
            .iter()
            .map(|((rule, column), problem)| (*rule, *column, problem))
    }

    /// Rows that count.
    pub fn counted(&self) -> usize {
        self.rows - self.rejected
    }

    /// How many rows broke a rule, whatever the column.
    pub fn broken(&self, rule: Rule) -> usize {
        self.problems()
            .filter(|(broken, ..)| *broken == rule)
            .map(|(.., problem)| problem.count)
            .sum()
    }

    /// A place in words: file and line.
    pub fn place(&self, place: Place, language: Language) -> String {
        let part = self.parts.get(usize::from(place.part));
        let name = part.map_or(self.name, |part| part.name.as_str());
        let is_parquet = part.is_some_and(|part| part.format == Format::Parquet);
        let word = match (is_parquet, language) {
            (false, Language::Nl) => "regel",
            (false, Language::En) => "line",
            (true, Language::Nl) => "rij",
            (true, Language::En) => "row",
        };
        format!("{name}, {word} {}", place.line)
    }

    /// Notes a problem. It does not count the row.
    pub(super) fn note(&mut self, rule: Rule, column: &'static str, action: RowAction, at: Place) {
        let problem = self
            .problems
            .entry((rule, column))
            .or_insert_with(|| Problem {
                action,
                count: 0,
                places: Vec::new(),
            });
        problem.count += 1;
        // Those that come first, whatever the order in which they are found.
        if problem.places.len() < PLACES || problem.places.last().is_some_and(|last| at < *last) {
            let index = problem.places.partition_point(|known| *known < at);
            problem.places.insert(index, at);
            problem.places.truncate(PLACES);
        }
    }

    /// Counts a row.
    pub(super) fn count(&mut self, at: Place, fate: Fate) {
        self.rows += 1;
        if let Some(part) = self.parts.get_mut(usize::from(at.part)) {
            part.rows += 1;
        }
        match fate {
            Fate::Kept => {}
            Fate::Repaired => self.repaired += 1,
            Fate::Rejected => self.rejected += 1,
        }
    }

    /// Counts a row that was counted before in another way.
    pub(super) fn recount(&mut self, before: Fate, after: Fate) {
        match before {
            Fate::Kept => {}
            Fate::Repaired => self.repaired -= 1,
            Fate::Rejected => self.rejected -= 1,
        }
        match after {
            Fate::Kept => {}
            Fate::Repaired => self.repaired += 1,
            Fate::Rejected => self.rejected += 1,
        }
    }

    /// Notes that a row stands in another part as well.
    pub(super) fn note_copy(&mut self, first: Place, second: Place) {
        if first.part != second.part
            && let Some(part) = self.parts.get_mut(usize::from(second.part))
        {
            *part.copies.entry(first.part).or_default() += 1;
        }
    }

    /// Notes that a key stands in another part with other contents.
    pub(super) fn note_clash(&mut self, first: Place, second: Place) {
        if first.part != second.part {
            let (count, ..) = *self.clashes.get_or_insert((0, first, second));
            if let Some(clash) = &mut self.clashes {
                clash.0 = count + 1;
            }
        }
    }

    fn refusals(&self, folder: &std::path::Path) -> Vec<Refusal> {
        let path_of = |part: u16| {
            let part = self.parts.get(usize::from(part));
            folder.join(part.map_or(self.name, |part| part.name.as_str()))
        };
        let mut found = Vec::new();
        if self.rows == 0 {
            found.push(Refusal::NoRows { path: path_of(0) });
        }
        for (index, part) in (0..).zip(&self.parts) {
            let copy = part
                .copies
                .iter()
                .find(|(_, count)| part.rows > 0 && **count == part.rows);
            if let Some((other, _)) = copy {
                found.push(Refusal::SameRows {
                    first: path_of(*other),
                    second: path_of(index),
                });
            }
        }
        if let Some((count, first, second)) = self.clashes {
            found.push(Refusal::SameKey {
                count,
                first: path_of(first.part),
                first_line: first.line,
                second: path_of(second.part),
                second_line: second.line,
            });
        }
        let worst = self
            .problems()
            .filter(|(.., problem)| problem.action == RowAction::Reject)
            .max_by_key(|(.., problem)| problem.count);
        if let Some((rule, ..)) = worst
            && self.rejected * ONE_IN > self.rows
        {
            found.push(Refusal::TooManyRejected {
                path: path_of(0),
                rejected: self.rejected,
                rows: self.rows,
                rule,
            });
        }
        // A row is as good without it, but a column that cannot be read at all would silently leave its figures out.
        let unusable = self.problems().find(|(rule, _, problem)| {
            *rule == Rule::AllocationDayIsValid && problem.count * ONE_IN > self.rows
        });
        if let Some((rule, column, problem)) = unusable {
            found.push(Refusal::UnusableColumn {
                path: path_of(0),
                column,
                unusable: problem.count,
                rows: self.rows,
                rule,
            });
        }
        found
    }
}

/// All files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The folder.
    pub folder: PathBuf,
    /// Files, in the order in which they were read.
    pub files: Vec<FileReport>,
    /// What else the folder holds that looks like a table, and was not read.
    pub others: Vec<String>,
}

impl Report {
    /// Why nothing can be published of these files, if so.
    pub fn refusals(&self) -> Vec<Refusal> {
        self.files
            .iter()
            .flat_map(|file| file.refusals(&self.folder))
            .collect()
    }

    /// Rows of all files that do not count.
    pub fn rejected(&self) -> usize {
        self.files.iter().map(|file| file.rejected).sum()
    }
}

/// Why nothing is published of what was read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    /// A file has no rows.
    NoRows {
        /// The file.
        path: PathBuf,
    },
    /// Too many rows had to be left out.
    TooManyRejected {
        /// The file.
        path: PathBuf,
        /// Rows left out.
        rejected: usize,
        /// All rows.
        rows: usize,
        /// The rule that was broken most.
        rule: Rule,
    },
    /// Too many values of a column that may be left out cannot be used.
    UnusableColumn {
        /// The file.
        path: PathBuf,
        /// The column.
        column: &'static str,
        /// Rows with such a value.
        unusable: usize,
        /// All rows.
        rows: usize,
        /// The rule that they broke.
        rule: Rule,
    },
    /// Every row of a part stands in another.
    SameRows {
        /// The one.
        first: PathBuf,
        /// The other.
        second: PathBuf,
    },
    /// Two parts say different things of one key.
    SameKey {
        /// How many keys.
        count: usize,
        /// The one part.
        first: PathBuf,
        /// Line of the first key in it.
        first_line: u32,
        /// The other part.
        second: PathBuf,
        /// Line of the same key in that.
        second_line: u32,
    },
}

impl Refusal {
    /// It in words.
    pub fn words(&self, language: Language) -> String {
        match (self, language) {
            (Self::NoRows { path }, Language::Nl) => format!(
                "{} heeft geen rijen onder de eerste regel; er is niets gepubliceerd. Lever het bestand met zijn rijen",
                path.display()
            ),
            (Self::NoRows { path }, Language::En) => format!(
                "{} has no rows below the first line; nothing was published. Deliver the file with its rows",
                path.display()
            ),
            (
                Self::TooManyRejected {
                    path,
                    rejected,
                    rows,
                    rule,
                },
                Language::Nl,
            ) => format!(
                "{rejected} van {rows} rijen in {} voldoen niet aan een regel (het vaakst: {}); er is niets gepubliceerd. Verbeter het bestand en publiceer opnieuw",
                path.display(),
                rule.title().get(language)
            ),
            (
                Self::TooManyRejected {
                    path,
                    rejected,
                    rows,
                    rule,
                },
                Language::En,
            ) => format!(
                "{rejected} of {rows} rows in {} broke a rule (most often: {}); nothing was published. Correct the file and publish again",
                path.display(),
                rule.title().get(language)
            ),
            (
                Self::UnusableColumn {
                    path,
                    column,
                    unusable,
                    rows,
                    rule,
                },
                _,
            ) => unusable_words((path, column), (*unusable, *rows), *rule, language),
            (Self::SameRows { first, second }, Language::Nl) => format!(
                "{} en {} bevatten dezelfde rijen; er is niets gepubliceerd. Haal één van de twee weg",
                first.display(),
                second.display()
            ),
            (Self::SameRows { first, second }, Language::En) => format!(
                "{} and {} hold the same rows; nothing was published. Take one of the two away",
                first.display(),
                second.display()
            ),
            (
                Self::SameKey {
                    count,
                    first,
                    first_line,
                    second,
                    second_line,
                },
                Language::Nl,
            ) => format!(
                "{} (regel {first_line}) en {} (regel {second_line}) zeggen iets anders over dezelfde sleutel, zoals zij bij {count} sleutels doen; er is niets gepubliceerd. Zet elke sleutel in één bestand",
                first.display(),
                second.display()
            ),
            (
                Self::SameKey {
                    count,
                    first,
                    first_line,
                    second,
                    second_line,
                },
                Language::En,
            ) => format!(
                "{} (line {first_line}) and {} (line {second_line}) say different things of one key, as they do of {count} keys; nothing was published. Put every key in one file",
                first.display(),
                second.display()
            ),
        }
    }
}

/// That a column that may be left out cannot be used, and how it has to be written.
fn unusable_words(
    (path, column): (&Path, &str),
    (unusable, rows): (usize, usize),
    rule: Rule,
    language: Language,
) -> String {
    let (path, title, asked) = (
        path.display(),
        rule.title().get(language),
        rule.explanation().get(language),
    );
    match language {
        Language::Nl => format!(
            "{unusable} van {rows} rijen in {path} hebben in de kolom {column} iets dat niet te gebruiken is ({title}); er is niets gepubliceerd. {asked} Verbeter de kolom, of laat haar weg"
        ),
        Language::En => format!(
            "{unusable} of {rows} rows in {path} have something in the column {column} that cannot be used ({title}); nothing was published. {asked} Correct the column, or leave it out"
        ),
    }
}
