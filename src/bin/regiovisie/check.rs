//! `regiovisie check`: holds records against the rules without publishing them.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use regiovisie::publish::input::specification;
use regiovisie::publish::{self, check};
use regiovisie::vocabulary::Language;

use crate::output::{Input, check_apart, print};

/// A language of reports.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum Tongue {
    /// Dutch.
    #[default]
    Nl,
    /// English.
    En,
}

impl From<Tongue> for Language {
    fn from(tongue: Tongue) -> Self {
        match tongue {
            Tongue::Nl => Self::Nl,
            Tongue::En => Self::En,
        }
    }
}

/// How the specification is given.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Form {
    /// The page of the handbook.
    Page,
    /// A Frictionless Data Package, for programs.
    Json,
}

/// The arguments of `regiovisie check`.
#[derive(Args)]
pub(crate) struct Check {
    /// Folder with the records.
    #[arg(required_unless_present = "specification")]
    records: Option<PathBuf>,
    /// Configuration of the region; `regio.toml` in the folder when it is left out.
    #[arg(long, value_name = "FILE")]
    regio: Option<PathBuf>,
    /// Writes the report for programs.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Writes the report as a page.
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// Language of the report.
    #[arg(long, value_enum, default_value_t)]
    language: Tongue,
    /// Tells what every file holds, and checks nothing.
    #[arg(long, value_enum, value_name = "FORM", num_args = 0..=1, require_equals = true, default_missing_value = "page", conflicts_with_all = ["records", "regio", "json", "html"])]
    specification: Option<Form>,
}

impl Check {
    pub(crate) fn run(&self) -> Result<ExitCode, Box<dyn std::error::Error>> {
        let language = Language::from(self.language);
        match (self.specification, &self.records) {
            (Some(Form::Json), _) => print(specification::schema()?)?,
            (Some(Form::Page), _) | (None, None) => print(specification::page(language))?,
            (None, Some(records)) => {
                let regio = self
                    .regio
                    .clone()
                    .unwrap_or_else(|| records.join("regio.toml"));
                let outputs = self.json.iter().chain(&self.html).map(PathBuf::as_path);
                check_apart(outputs, &[Input::Records(records), Input::File(&regio)])?;
                let bar = indicatif::ProgressBar::new(0);
                if let Ok(style) = indicatif::ProgressStyle::with_template(
                    "{msg:<12} {wide_bar} {bytes}/{total_bytes} {eta}",
                ) {
                    bar.set_style(style);
                }
                let report = publish::check(records, &regio, &|progress| {
                    bar.set_message(progress.file);
                    bar.set_length(progress.total);
                    bar.set_position(progress.done);
                })?;
                bar.finish_and_clear();
                let printed = print(check::text(&report, language));
                if let Some(file) = &self.json {
                    write(file, &check::json(&report, language)?)?;
                }
                if let Some(file) = &self.html {
                    write(file, &check::html(&report, language))?;
                }
                printed?;
                return Ok(ExitCode::from(check::Outcome::of(&report).code()));
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Writes a report; the error names the file.
pub(crate) fn write(file: &std::path::Path, text: &str) -> Result<(), publish::PublishError> {
    std::fs::write(file, text).map_err(|source| publish::PublishError::File {
        path: file.to_owned(),
        source,
    })
}
