//! The command line of the region's data steward: makes sample records and publishes a release.

#[path = "regiovisie/check.rs"]
mod check;
#[path = "regiovisie/diff.rs"]
mod diff;
#[path = "regiovisie/indicator.rs"]
mod indicator;
#[path = "regiovisie/output.rs"]
mod output;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use regiovisie::disclosure::Depth;
use regiovisie::disclosure::plain::CellRange;
use regiovisie::publish::{self, Published, audit};
use regiovisie::vocabulary::Language;
use regiovisie::worksheet;

#[path = "regiovisie/statistic.rs"]
mod statistic;

/// Makes a release of anonymised aggregates from individual records.
#[derive(Parser)]
#[command(
    version,
    about,
    after_help = "Example, from nothing to figures:\n  regiovisie sample records\n  regiovisie publish records release --regio data/regio.toml"
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Writes made-up records that agree with the published totals.
    #[command(after_help = "Example:\n  regiovisie sample records")]
    Sample {
        /// Folder for the records.
        folder: PathBuf,
        /// Share of the full number of youths; a small region may have too few in its towns to be published.
        #[arg(long, default_value_t = 1.0)]
        scale: f64,
        /// The same seed gives the same records.
        #[arg(long)]
        seed: Option<u64>,
        /// Replaces the records of an earlier sample; without it the folder must be new or empty.
        #[arg(long)]
        overwrite: bool,
        /// Leaves out the second part of each file; in those parts every rule of the input is broken, and no figure becomes another by it.
        #[arg(long)]
        clean: bool,
    },
    /// Holds records against the rules and says what is wrong with them, where, and what would become of it.
    #[command(
        after_help = "Examples:\n  regiovisie check records --regio data/regio.toml\n  regiovisie check records --regio data/regio.toml --html report.html --language en\n  regiovisie check --specification\n\nExit codes: 0 all rows count (some perhaps repaired), 1 rows were left out and the others can be published, 2 the records cannot be read or cannot be published, or the answer cannot be written."
    )]
    Check(check::Check),
    /// Reads records, counts, protects small counts, and writes a release.
    #[command(
        after_help = "The proof takes most of the time: about a minute for every year of ten municipalities, on two cores.\n\nExample:\n  regiovisie publish records release --regio data/regio.toml"
    )]
    Publish {
        /// Folder with the files that docs/input.md describes.
        records: PathBuf,
        /// Folder for the release: new, empty, or with an earlier release and nothing else, which is replaced in one move.
        release: PathBuf,
        /// Configuration of the region.
        #[arg(long, value_name = "FILE")]
        regio: PathBuf,
        /// Folder with an earlier release of the same figures, which a reader may have kept.
        #[arg(long, value_name = "FOLDER", num_args = 1..)]
        previous: Vec<PathBuf>,
        /// Folder with a release that was proved: what it hides to protect other figures stays hidden, so that the proof need not be
        /// found anew.
        #[arg(long, value_name = "FOLDER")]
        hide_as: Option<PathBuf>,
        /// File that keeps what was proved: when publishing was stopped, the same command goes on where it was. It tells more than the
        /// release does, so keep it where the records are.
        #[arg(long, value_name = "FILE")]
        resume: Option<PathBuf>,
        /// Leaves out the proof: for trying things out. Audit such a release before anyone sees it.
        #[arg(long)]
        quick: bool,
    },
    /// Says what changed between two releases, by how much and why.
    #[command(
        after_help = "Examples:\n  regiovisie diff release-2025-1 release-2025-2\n  regiovisie diff release-2025-1 release-2025-2 --json changes.json --language en\n\nExit codes: 0 nothing changed, 1 something changed, 2 the releases cannot be held against each other, or the answer cannot be written."
    )]
    Diff(diff::Diff),
    /// Takes the place of a reader and works out what hidden figures can be.
    #[command(after_long_help = audit::FORMAT)]
    Audit(Audit),
    /// Gives the figures of an indicator, computed as in the explorer.
    #[command(
        after_help = "Examples:\n  regiovisie indicator gebruik --area Delft\n  regiovisie indicator uitval --by zorgvorm --year 2023 --format csv"
    )]
    Indicator(indicator::Question),
    /// Applies one of our statistics to the rows of a CSV file, to hold it against another calculation.
    #[command(subcommand, after_long_help = worksheet::overview())]
    Statistic(statistic::Statistic),
}

#[derive(Args)]
struct Audit {
    /// Folder with a release, whose files are attacked as a reader has them.
    #[arg(required_unless_present = "table", conflicts_with = "table")]
    folder: Option<PathBuf>,
    /// Folder with an earlier release of the same figures, which a reader may have kept.
    #[arg(long, value_name = "FOLDER", num_args = 1.., requires = "folder")]
    previous: Vec<PathBuf>,
    /// Folder for the report: controle.html and controle.json.
    #[arg(long, value_name = "FOLDER", requires = "folder")]
    report: Option<PathBuf>,
    /// Reasons with all relations, and puts only those figures to the solver of which that leaves little; takes seconds.
    #[arg(long, requires = "folder", conflicts_with = "thorough")]
    quick: bool,
    /// Finds the least and the most that every protected figure can be, and not only whether that is enough; takes hours.
    #[arg(long, requires = "folder")]
    thorough: bool,
    /// Year whose figures are proved; all years when it is left out.
    #[arg(long, requires = "folder")]
    year: Vec<u16>,
    /// File that keeps what was worked out: when the audit was stopped, the same command goes on where it was.
    #[arg(long, value_name = "FILE", requires = "folder")]
    resume: Option<PathBuf>,
    /// A plain table; several are linked by the names of their dimensions. The long help tells the format.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    table: Vec<PathBuf>,
    /// Which members of the tables are parts of which groups.
    #[arg(
        long,
        value_name = "FILE",
        requires = "table",
        conflicts_with = "folder"
    )]
    hierarchy: Option<PathBuf>,
    /// Prints the ranges as JSON.
    #[arg(long, requires = "table", conflicts_with = "folder")]
    json: bool,
}

/// The audit found a hidden figure that is known exactly; 2 already says that the command was misspelt.
const DISCLOSED: u8 = 3;

fn main() -> ExitCode {
    let command = Arguments::parse().command;
    // Of these two, 1 already says something else.
    let failure = match command {
        Command::Check(_) | Command::Diff(_) => {
            ExitCode::from(publish::check::Outcome::Refused.code())
        }
        _ => ExitCode::FAILURE,
    };
    match run(command) {
        Ok(code) => code,
        Err(error) => {
            output::tell(format_args!("regiovisie: {error}"));
            failure
        }
    }
}

fn run(command: Command) -> Result<ExitCode, Box<dyn std::error::Error>> {
    match command {
        Command::Sample {
            folder,
            scale,
            seed,
            overwrite,
            clean,
        } => {
            let mut options = publish::sample::SampleOptions {
                scale,
                overwrite,
                mistakes: !clean,
                ..Default::default()
            };
            options.seed = seed.unwrap_or(options.seed);
            let summary = publish::sample::write_sample(&folder, &options)?;
            let lines: Vec<String> = summary
                .rows
                .iter()
                .map(|(name, rows)| format!("{name}.csv: {rows} rows\n"))
                .collect();
            output::print(lines.concat())?;
        }
        Command::Check(arguments) => return arguments.run(),
        Command::Diff(arguments) => return arguments.run(),
        Command::Publish {
            records,
            release,
            regio,
            previous,
            hide_as,
            resume,
            quick,
        } => {
            let options = publish::PublishOptions {
                depth: depth(quick, false),
                previous,
                hide_as,
                resume,
            };
            let progress = Steps::start();
            let published = publish::publish(&records, &release, &regio, &options, |step| {
                progress.say(step);
            })?;
            progress.finish();
            let place = format!("The release is in {}.", release.display());
            output::print(told(&published) + &place + "\n")
                .map_err(|error| format!("{place} Only {error}"))?;
        }
        Command::Audit(arguments) => return run_audit(&arguments),
        Command::Indicator(question) => indicator::run(&question)?,
        Command::Statistic(statistic) => statistic.run()?,
    }
    Ok(ExitCode::SUCCESS)
}

fn depth(quick: bool, thorough: bool) -> Depth {
    if quick {
        Depth::Screen
    } else if thorough {
        Depth::Exact
    } else {
        Depth::Proof
    }
}

fn run_audit(arguments: &Audit) -> Result<ExitCode, Box<dyn std::error::Error>> {
    if let Some(folder) = &arguments.folder {
        let options = audit::Options {
            previous: arguments.previous.clone(),
            depth: depth(arguments.quick, arguments.thorough),
            years: arguments.year.clone(),
            resume: arguments.resume.clone(),
            ..audit::Options::default()
        };
        if let Some(report) = &arguments.report {
            let previous = arguments.previous.iter().map(PathBuf::as_path);
            audit::outside(report, previous.chain([folder.as_path()]))?;
        }
        let found = audit::release(folder, &options)?;
        let mut printed = output::print(audit::words(&found));
        if let Some(report) = &arguments.report {
            audit::write(&found, report)?;
            let place = format!("The report is in {}.\n", report.display());
            printed = printed.and_then(|()| output::print(place));
        }
        printed?;
        return Ok(if found.is_passed() {
            ExitCode::SUCCESS
        } else {
            ExitCode::from(DISCLOSED)
        });
    }
    let ranges = audit::tables(&arguments.table, arguments.hierarchy.as_deref())?;
    if arguments.json {
        output::print(audit::json(&ranges)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    output::print(audit::text(&ranges))?;
    Ok(if ranges.iter().any(CellRange::disclosed) {
        ExitCode::from(DISCLOSED)
    } else {
        ExitCode::SUCCESS
    })
}

/// Says what is being done: one moving line on a terminal, a line a step with the time elsewhere.
struct Steps {
    bar: indicatif::ProgressBar,
    began: std::time::Instant,
}

impl Steps {
    fn start() -> Self {
        let bar = indicatif::ProgressBar::new_spinner();
        bar.enable_steady_tick(std::time::Duration::from_millis(120));
        Self {
            bar,
            began: std::time::Instant::now(),
        }
    }

    fn say(&self, step: &str) {
        if self.bar.is_hidden() {
            let seconds = self.began.elapsed().as_secs_f64();
            output::tell(format_args!("{seconds:>6.1} s  {step}"));
        } else {
            self.bar.set_message(step.to_owned());
        }
    }

    fn finish(&self) {
        self.say("done");
        self.bar.finish_and_clear();
    }
}

/// What was read and what was hidden, a line each.
fn told(published: &Published) -> String {
    let mut lines = Vec::new();
    for file in &published.report.files {
        lines.push(format!(
            "{}: {} rows read, {} left out, {} repaired",
            file.name, file.rows, file.rejected, file.repaired
        ));
        for (rule, column, problem) in file.problems() {
            lines.push(format!(
                "  {} {}: {} {column}",
                problem.count,
                publish::input::action_title(problem.action).get(Language::En),
                rule.title().get(Language::En)
            ));
        }
    }
    if !published.report.others.is_empty() {
        lines.push(format!("not read: {}", published.report.others.join(", ")));
    }
    for (table, suppression) in &published.suppression {
        lines.push(format!(
            "{}: {} figures, {} hidden because they are small, {} hidden to protect those",
            table.code(),
            suppression.figures,
            suppression.primary,
            suppression.secondary
        ));
    }
    for (table, year) in &published.left_out {
        lines.push(format!(
            "{}: nothing of {year}, as other tables would tell too much of its small counts",
            table.code()
        ));
    }
    lines.push(String::new());
    lines.join("\n")
}
