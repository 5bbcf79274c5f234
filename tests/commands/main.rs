//! The command line as its user meets it: one file per command, each test in a folder of its own.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests fail by panicking"
)]

mod audit_release;
mod audit_table;
mod check;
mod diff;
mod indicator;
mod output;
mod publish;
mod published_figures;
mod sample;
#[path = "../small/mod.rs"]
mod small;
mod statistic;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// What a command said and how it ended.
struct Outcome {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

impl Outcome {
    /// Everything it said.
    fn said(&self) -> String {
        format!("{}{}", self.stdout, self.stderr)
    }
}

/// Runs the program in `folder`.
fn regiovisie(folder: &Path, arguments: &[&str]) -> Outcome {
    let output = Command::new(env!("CARGO_BIN_EXE_regiovisie"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap();
    outcome_of(output)
}

fn outcome_of(output: Output) -> Outcome {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Outcome {
        code: output.status.code(),
        stdout: text(output.stdout),
        stderr: text(output.stderr),
    }
}

/// The configuration that ships.
fn config() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/regio.toml")
}
