//! Reads the records and holds each row against named rules; what breaks one is counted with its place, never silently lost.

mod budget;
mod checks;
mod declaration;
mod end_reason;
mod local_help;
mod order;
mod outcome;
mod parquet_rows;
mod people;
mod population;
mod product;
mod quarter;
mod report;
mod rows;
mod rule;
mod source;
pub mod specification;
mod spell;
mod text;
mod trajectory;
mod unique;
mod value;
mod waiting_list;

use std::collections::HashMap;
use std::path::Path;

pub use budget::Budget;
pub use end_reason::EndReason;
pub use local_help::LocalHelp;
pub use order::Order;
pub use outcome::Outcomes;
pub use population::Inhabitants;
pub(super) use report::ONE_IN;
pub use report::{
    Encoding, FileReport, Format, PartReport, Place, Problem, Refusal, Report, Separator,
};
pub use rule::{Actions, Rule, action_title};
pub use spell::Spell;
pub use trajectory::Trajectory;
pub(super) use value::calendar_date;
pub use waiting_list::Waiting;

use self::people::People;
use super::error::PublishError;
use crate::release::Region;

/// Everything a delivery holds, checked.
#[derive(Debug)]
pub struct Delivery {
    /// Trajectories, with their declared cost and their outcome.
    pub trajectories: Vec<Trajectory>,
    /// Inhabitants.
    pub inhabitants: Vec<Inhabitants>,
    /// Waiting lists.
    pub waiting: Vec<Waiting>,
    /// Child protection and probation orders.
    pub orders: Vec<Order>,
    /// Help of local teams.
    pub local_help: Vec<LocalHelp>,
    /// Personal budgets.
    pub budgets: Vec<Budget>,
    /// What was read, what broke a rule and what became of it.
    pub report: Report,
}

/// What reading goes by.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// The region.
    pub region: &'a Region,
    /// The day up to which the delivery is complete.
    pub reference_day: i32,
    /// What becomes of rows that break a rule.
    pub actions: &'a Actions,
    /// Is told how far reading is.
    pub progress: &'a dyn Fn(Progress),
}

/// How far reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The file that is read.
    pub file: &'static str,
    /// Bytes of it that were read.
    pub done: u64,
    /// All of its bytes.
    pub total: u64,
}

/// Reads a folder with the files of [`specification::FILES`], each in one file or in parts.
///
/// # Errors
/// [`PublishError`] when a file is missing or cannot be read. What is wrong with single rows is in the report, as is what makes a
/// file unfit to publish: see [`Report::refusals`].
pub fn read(folder: &Path, reading: &Reading<'_>) -> Result<Delivery, PublishError> {
    if !folder.is_dir() {
        return Err(PublishError::NoRecords {
            folder: folder.to_owned(),
        });
    }
    let found = source::find(folder)?;
    let [
        products,
        trajectories,
        declarations,
        population,
        waiting_lists,
        order_lists,
        of_local_teams,
        outcomes,
        of_budgets,
    ] = &found.parts;
    let (forms, of_products) = product::read(products, reading)?;
    let mut numbers = People::default();
    let mut births = HashMap::new();
    let (mut allocated, mut of_trajectories) =
        trajectory::read(trajectories, &forms, &mut numbers, reading)?;
    let of_declarations = declaration::add_cost(declarations, &mut allocated, reading)?;
    allocated.settle_births(&mut births, &mut of_trajectories);
    allocated.note_overlaps(&mut of_trajectories);
    let (inhabitants, of_population) = population::read(population, reading)?;
    let mut files = vec![of_products, of_trajectories, of_declarations, of_population];
    let mut waiting = Vec::new();
    if !waiting_lists.is_empty() {
        let (read, of_waiting_lists) = waiting_list::read(waiting_lists, reading)?;
        waiting = read;
        files.push(of_waiting_lists);
    }
    let mut orders = Vec::new();
    if !order_lists.is_empty() {
        let (mut read, mut of_orders) = order::read(order_lists, &mut numbers, reading)?;
        read.settle_births(&mut births, &mut of_orders);
        read.note_overlaps(&mut of_orders);
        orders = read.into_kept();
        files.push(of_orders);
    }
    let mut local_help = Vec::new();
    if !of_local_teams.is_empty() {
        let (mut read, mut of_help) = local_help::read(of_local_teams, &mut numbers, reading)?;
        read.settle_births(&mut births, &mut of_help);
        read.note_overlaps(&mut of_help);
        local_help = read.into_kept();
        files.push(of_help);
    }
    if !outcomes.is_empty() {
        files.push(outcome::add(outcomes, &mut allocated, reading)?);
    }
    let mut budgets = Vec::new();
    if !of_budgets.is_empty() {
        let (read, of_spending) = budget::read(of_budgets, &mut numbers, reading)?;
        budgets = read;
        files.push(of_spending);
    }
    Ok(Delivery {
        trajectories: allocated.into_kept(),
        inhabitants,
        waiting,
        orders,
        local_help,
        budgets,
        report: Report {
            folder: folder.to_owned(),
            files,
            others: found.others,
        },
    })
}

impl Delivery {
    /// It, unless nothing can be published of it.
    ///
    /// # Errors
    /// [`PublishError::Refused`].
    pub fn accepted(self) -> Result<Self, PublishError> {
        match self.report.refusals().into_iter().next() {
            Some(refusal) => Err(PublishError::Refused(refusal)),
            None => Ok(self),
        }
    }
}
