//! `regiovisie indicator`: the figures of the explorer on the command line.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use regiovisie::answer::{answer, document, screen, sheet};
use regiovisie::indicator::{self, CATALOGUE, Formula};
use regiovisie::publish::read_release;
use regiovisie::release::{AreaId, Region};
use regiovisie::selection::{Problem, ProblemKind, Selection, parse};
use regiovisie::vocabulary::{Dimension, Language, Member};

use crate::output::print;

#[derive(Args)]
pub struct Question {
    /// Id of the indicator, as in a link of the explorer; without it, all ids are listed.
    id: Option<String>,
    /// Folder with the release.
    #[arg(long, value_name = "FOLDER", default_value = "data")]
    release: PathBuf,
    /// Area: name, code or key in links; the whole region when it is left out.
    #[arg(long, requires = "id")]
    area: Option<String>,
    /// Year of a breakdown, or of a figure that is told for one year; the last one when it is left out, by gebied the last that can be compared. Without a breakdown all years are given.
    #[arg(long, requires = "id")]
    year: Option<u16>,
    /// What the figure is broken down by: zorgvorm, leeftijd, verwijzer or another dimension that it is published by; or gebied, which
    /// compares all municipalities.
    #[arg(long, value_name = "DIMENSION", requires = "id")]
    by: Option<String>,
    /// Member that the figure is narrowed to, as DIMENSION=CODE; once for each dimension.
    #[arg(long, value_name = "DIMENSION=CODE", requires = "id")]
    only: Vec<String>,
    /// The count in the numerator instead of the ratio.
    #[arg(long, requires = "id")]
    count: bool,
    /// Language of the answer.
    #[arg(long, value_enum, default_value_t = Words::Nl)]
    language: Words,
    /// How the answer is written.
    #[arg(long, value_enum, default_value_t = Format::Table, requires = "id")]
    format: Format,
}

/// Broken down by municipality.
const AREA: &str = "gebied";

#[derive(Clone, Copy, ValueEnum)]
enum Words {
    Nl,
    En,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For reading.
    Table,
    /// With every bound, and every cell that was read.
    Json,
    /// As the explorer gives it, for a spreadsheet.
    Csv,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
enum QuestionError {
    #[error("there is no indicator \"{id}\". There are:\n{known}")]
    Indicator { id: String, known: String },
    #[error("there is no area \"{area}\". There are: {known}")]
    Area { area: String, known: String },
    #[error("\"{given}\" is not DIMENSION=CODE, such as leeftijd=12-17")]
    Member { given: String },
    #[error("\"{value}\" cannot be chosen for {key}. There are: {known}")]
    Choice {
        key: &'static str,
        value: String,
        known: String,
    },
    #[error("{dimension} can be narrowed to one member only: give --only {dimension}=CODE once")]
    Twice { dimension: &'static str },
    #[error(
        "the figure cannot be broken down by {dimension} and narrowed to one {dimension} too: leave out one of them"
    )]
    Narrowed { dimension: &'static str },
    #[error("an area is chosen with --area: write --area {area}")]
    AreaAsMember { area: String },
    #[error(
        "all years of {id} are given: for one of them, say with --by what it is broken down by"
    )]
    Year { id: String },
    #[error("{id} has no numerator to count: leave --count out")]
    Count { id: String },
    #[error("{id} cannot be broken down by {dimension}{instead}")]
    Breakdown {
        id: String,
        dimension: &'static str,
        instead: String,
    },
    #[error("{id} cannot be narrowed by {dimension}{}", if known.is_empty() { String::new() } else { format!(". It can be by: {known}") })]
    NotNarrowed {
        id: String,
        dimension: &'static str,
        known: String,
    },
    #[error("there is no dimension \"{given}\". There are: {known}")]
    Dimension { given: String, known: String },
}

/// Answers on standard output.
pub fn run(question: &Question) -> Result<(), Box<dyn std::error::Error>> {
    let Some(id) = &question.id else {
        return Ok(print(listed())?);
    };
    if indicator::by_id(id).is_none() {
        return Err(QuestionError::Indicator {
            id: id.clone(),
            known: listed(),
        }
        .into());
    }
    let (release, store) = read_release(&question.release)?;
    let selection = selected(question, id, &release.region)?;
    let found = answer(&selection, &store, &release.region);
    match question.format {
        Format::Table => print(screen(&found, &selection, &release))?,
        Format::Json => {
            let document = document(&found, &selection, &release);
            print(serde_json::to_string_pretty(&document)? + "\n")?;
        }
        Format::Csv => match sheet(&found, &selection, &release, None) {
            Some(sheet) => print(sheet.csv()?)?,
            // There is no table: what is there to say goes beside it, so that a script is not given half a file.
            None => return Err(found.title(&selection, &release.region).into()),
        },
    }
    Ok(())
}

fn listed() -> String {
    let widest = CATALOGUE
        .iter()
        .map(|entry| entry.id.len())
        .max()
        .unwrap_or(0);
    CATALOGUE.iter().fold(String::new(), |mut text, entry| {
        // Writing to a String cannot fail.
        let _ = writeln!(
            text,
            "  {:widest$}  {}",
            entry.id,
            entry.name.get(Language::Nl)
        );
        text
    })
}

/// What is asked, by way of a link: so the command line follows the same rules as the explorer.
fn selected(question: &Question, id: &str, region: &Region) -> Result<Selection, QuestionError> {
    let mut query = form_urlencoded::Serializer::new(String::new());
    let by_area = question.by.as_deref() == Some(AREA);
    let view = if by_area { "vergelijken" } else { "verkennen" };
    query
        .append_pair("weergave", view)
        .append_pair("indicator", id);
    if let Some(area) = &question.area {
        query.append_pair("gebied", &region.area(by_name(area, region)?).key);
    }
    if let Some(year) = question.year {
        query.append_pair("jaar", &year.to_string());
    }
    let by = question
        .by
        .as_deref()
        .filter(|_| !by_area)
        .map(dimension)
        .transpose()?;
    if let Some(by) = by {
        query.append_pair("verdeling", by.code());
    }
    let mut narrowed: Vec<(Dimension, &str)> = Vec::new();
    for given in &question.only {
        let (name, code) = given.split_once('=').ok_or_else(|| QuestionError::Member {
            given: given.clone(),
        })?;
        if name.trim() == AREA {
            return Err(QuestionError::AreaAsMember {
                area: code.trim().to_owned(),
            });
        }
        let narrows = dimension(name.trim())?;
        let code_of = narrows.code();
        if by == Some(narrows) {
            return Err(QuestionError::Narrowed { dimension: code_of });
        }
        if narrowed.iter().any(|(dimension, _)| *dimension == narrows) {
            return Err(QuestionError::Twice { dimension: code_of });
        }
        narrowed.push((narrows, code.trim()));
        query.append_pair(code_of, code.trim());
    }
    if question.count {
        query.append_pair("toon", "aantal");
    }
    let language = match question.language {
        Words::Nl => "nl",
        Words::En => "en",
    };
    query.append_pair("taal", language);
    let (selection, problems) = parse(&query.finish(), region);
    // What cannot be divided is told by `honoured`, with what can.
    let mut unknown = problems
        .into_iter()
        .filter(|problem| problem.kind == ProblemKind::Unknown);
    match unknown.next() {
        None => honoured(question, id, (by, &narrowed), selection),
        Some(Problem { key, value, .. }) => Err(QuestionError::Choice {
            known: known(key, region),
            key,
            value,
        }),
    }
}

/// An option that would do nothing is refused: otherwise the answer is to another question.
fn honoured(
    question: &Question,
    id: &str,
    (by, narrowed): (Option<Dimension>, &[(Dimension, &str)]),
    selection: Selection,
) -> Result<Selection, QuestionError> {
    if selection.indicator.formula().is_none() {
        // It is told that there are no figures, whatever else was asked.
        return Ok(selection);
    }
    if let Some(dimension) = by.filter(|_| selection.breakdown != by) {
        let allowed = selection.indicator.breakdowns();
        let parts = selection.indicator.composed_over();
        let parts = parts.filter(|_| allowed.contains(&dimension));
        let instead = if let Some((over, _)) = parts {
            format!(
                ", unless --only {}=CODE chooses one of its parts",
                over.code()
            )
        } else {
            let known = allowed.iter().map(|dimension| dimension.code().to_owned());
            let known = list(known.chain([AREA.to_owned()]));
            format!(": choose from {known}")
        };
        return Err(QuestionError::Breakdown {
            id: id.to_owned(),
            dimension: dimension.code(),
            instead,
        });
    }
    if question.year.is_some() && !selection.is_of_a_year() {
        return Err(QuestionError::Year { id: id.to_owned() });
    }
    let is_total = matches!(selection.indicator.formula(), Some(Formula::Total { .. }));
    if question.count && !selection.indicator.has_count() && !is_total {
        return Err(QuestionError::Count { id: id.to_owned() });
    }
    for (dimension, code) in narrowed {
        let is_chosen = |member: &Member| member.dimension() == *dimension;
        if *code != dimension.total().code() && !selection.members.iter().any(is_chosen) {
            let by = selection.indicator.breakdowns().iter();
            return Err(QuestionError::NotNarrowed {
                id: id.to_owned(),
                dimension: dimension.code(),
                known: list(by.map(|dimension| dimension.code().to_owned())),
            });
        }
    }
    Ok(selection)
}

fn by_name(given: &str, region: &Region) -> Result<AreaId, QuestionError> {
    let same = |name: &str| name.eq_ignore_ascii_case(given.trim());
    region
        .areas()
        .find(|(_, area)| same(&area.key) || same(&area.code) || same(&area.name))
        .map(|(id, _)| id)
        .ok_or_else(|| QuestionError::Area {
            area: given.to_owned(),
            known: list(region.areas().map(|(_, area)| area.key.clone())),
        })
}

fn dimension(given: &str) -> Result<Dimension, QuestionError> {
    Dimension::from_code(given).ok_or_else(|| QuestionError::Dimension {
        given: given.to_owned(),
        known: list(
            Dimension::ALL
                .map(|dimension| dimension.code().to_owned())
                .into_iter()
                .chain([AREA.to_owned()]),
        ),
    })
}

/// What can be chosen for a key of a link.
fn known(key: &str, region: &Region) -> String {
    match Dimension::from_code(key) {
        Some(dimension) => list(
            dimension
                .iter()
                .filter(|member| !member.is_total())
                .map(|member| member.code().to_owned()),
        ),
        None => list(region.years().map(|year| year.to_string())),
    }
}

fn list(words: impl IntoIterator<Item = String>) -> String {
    words.into_iter().collect::<Vec<_>>().join(", ")
}
