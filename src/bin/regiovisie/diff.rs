//! `regiovisie diff`: what changed between two releases.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use regiovisie::publish::diff;
use regiovisie::vocabulary::Language;

use crate::check::{Tongue, write};
use crate::output::{Input, check_apart, print};

/// The arguments of `regiovisie diff`.
#[derive(Args)]
pub(crate) struct Diff {
    /// Folder with the earlier release.
    old: PathBuf,
    /// Folder with the later release.
    new: PathBuf,
    /// Writes every figure that changed, for programs.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Writes the report as a page.
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// Language of the report.
    #[arg(long, value_enum, default_value_t)]
    language: Tongue,
}

impl Diff {
    pub(crate) fn run(&self) -> Result<ExitCode, Box<dyn std::error::Error>> {
        let language = Language::from(self.language);
        let outputs = self.json.iter().chain(&self.html).map(PathBuf::as_path);
        check_apart(
            outputs,
            &[Input::Release(&self.old), Input::Release(&self.new)],
        )?;
        let found = diff::diff(&self.old, &self.new)?;
        let printed = print(diff::text(&found, language));
        if let Some(file) = &self.json {
            write(file, &diff::json(&found, language)?)?;
        }
        if let Some(file) = &self.html {
            write(file, &diff::html(&found, language))?;
        }
        printed?;
        Ok(ExitCode::from(u8::from(!found.is_empty())))
    }
}
