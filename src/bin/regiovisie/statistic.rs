//! `regiovisie statistic`: a subcommand for every statistic of the catalogue, and the files it reads and writes.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, FromArgMatches, Subcommand, value_parser};
use regiovisie::worksheet::{self, CATALOGUE, Options, Parameter, Specification, WorksheetError};

use crate::output::{Input, OutputError, check_apart, print};

/// A statistic, the files, and what was chosen.
pub struct Statistic {
    specification: &'static Specification,
    input: PathBuf,
    output: Option<PathBuf>,
    options: Options,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum StatisticError {
    /// The input could not be read.
    #[error("{} cannot be read: {source}; check its name and whether you may read it", .path.display())]
    Read {
        path: PathBuf,
        source: std::io::Error,
    },
    /// The answer could not be written.
    #[error("{} cannot be written: {source}; check the folder and whether you may write there", .path.display())]
    Write {
        path: PathBuf,
        source: std::io::Error,
    },
    /// The answer could not be printed, or would replace the input.
    #[error(transparent)]
    Output(#[from] OutputError),
    /// The input cannot be used.
    #[error(transparent)]
    Worksheet(#[from] WorksheetError),
}

impl Statistic {
    /// Reads, computes and writes; nothing is written when something is wrong.
    ///
    /// # Errors
    /// [`StatisticError`].
    pub fn run(&self) -> Result<(), StatisticError> {
        check_apart(self.output.as_deref(), &[Input::File(&self.input)])?;
        let bytes = std::fs::read(&self.input).map_err(|source| StatisticError::Read {
            path: self.input.clone(),
            source,
        })?;
        let name = self.input.display().to_string();
        let answer = worksheet::apply(self.specification, &name, &bytes, &self.options)?;
        let Some(output) = &self.output else {
            return Ok(print(answer)?);
        };
        std::fs::write(output, answer).map_err(|source| StatisticError::Write {
            path: output.clone(),
            source,
        })
    }
}

/// By hand and not derived, so that names and help come from the catalogue.
impl Subcommand for Statistic {
    fn augment_subcommands(command: Command) -> Command {
        command.subcommands(
            CATALOGUE
                .iter()
                .map(|specification| subcommand(specification)),
        )
    }

    fn augment_subcommands_for_update(command: Command) -> Command {
        Self::augment_subcommands(command)
    }

    fn has_subcommand(name: &str) -> bool {
        CATALOGUE
            .iter()
            .any(|specification| specification.name == name)
    }
}

impl FromArgMatches for Statistic {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let missing = || clap::Error::new(clap::error::ErrorKind::MissingSubcommand);
        let (name, matches) = matches.subcommand().ok_or_else(missing)?;
        let specification = CATALOGUE
            .iter()
            .find(|specification| specification.name == name)
            .ok_or_else(missing)?;
        let mut options = Options::default();
        for parameter in specification.parameters {
            match parameter {
                Parameter::Level => {
                    options.level = chosen(matches, "level").unwrap_or(options.level);
                }
                Parameter::Per => {
                    options.per = chosen(matches, "per").unwrap_or(options.per);
                }
                Parameter::Target => options.target = chosen(matches, "target"),
                Parameter::Group => {
                    options.group = matches
                        .get_many("group")
                        .unwrap_or_default()
                        .cloned()
                        .collect();
                }
            }
        }
        Ok(Self {
            specification,
            input: chosen(matches, "input").ok_or_else(missing)?,
            output: chosen(matches, "output"),
            options,
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

fn chosen<T: Clone + Send + Sync + 'static>(matches: &ArgMatches, name: &str) -> Option<T> {
    matches.get_one::<T>(name).cloned()
}

fn subcommand(specification: &'static Specification) -> Command {
    Command::new(specification.name)
        .about(specification.title)
        .after_long_help(worksheet::explain(specification))
        .arg(
            Arg::new("input")
                .long("input")
                .value_name("FILE")
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help("CSV file with the columns that the long help names"),
        )
        .arg(
            Arg::new("output")
                .long("output")
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .help("CSV file for the answer; printed when it is left out"),
        )
        .args(
            specification
                .parameters
                .iter()
                .map(|parameter| option(*parameter)),
        )
}

fn option(parameter: Parameter) -> Arg {
    match parameter {
        Parameter::Level => Arg::new("level")
            .long("level")
            .value_name("LEVEL")
            .value_parser(worksheet::level)
            .help("How sure the interval is: 0.95, or 95 [default: 0.95]"),
        Parameter::Per => Arg::new("per")
            .long("per")
            .value_name("NUMBER")
            .value_parser(worksheet::multiplier)
            .help("What the rate is per [default: 1000]"),
        Parameter::Target => Arg::new("target")
            .long("target")
            .value_name("SHARE")
            .value_parser(worksheet::share)
            .help("Middle of the funnel, from 0 to 1; that of all rows together when it is left out"),
        Parameter::Group => Arg::new("group")
            .long("group")
            .value_name("COLUMN")
            .action(ArgAction::Append)
            .help("Column that says which rows go together; may be given more than once [default: group, if there is one]"),
    }
}
