//! Facts and code lists as Arrow tables for the query engine; every column is a whole number.

use std::sync::Arc;

use arrow::array::{ArrayRef, Int64Array, RecordBatch};
use arrow::error::ArrowError;

use crate::publish::derive::{BudgetSpent, Ended, InCare, KnownLocally, Lasted, OrderRunning};
use crate::publish::input::{Inhabitants, Waiting};
use crate::release::{AreaId, Region};
use crate::vocabulary::{Dimension, Member};

type Batch = Result<RecordBatch, ArrowError>;

/// The rows of a year.
pub(super) fn of_year<T>(rows: &[T], year: impl Fn(&T) -> bool) -> Vec<&T> {
    rows.iter().filter(|row| year(row)).collect()
}

fn column<T>(rows: &[T], value: impl Fn(&T) -> i64) -> ArrayRef {
    Arc::new(Int64Array::from_iter_values(rows.iter().map(value)))
}

/// Trajectories in care by year.
pub(super) fn in_care(rows: &[InCare]) -> Batch {
    RecordBatch::try_from_iter([
        ("jaar", column(rows, |row| row.year.into())),
        ("persoon", column(rows, |row| row.person.into())),
        ("aanbieder", column(rows, |row| row.provider.into())),
        ("gemeente", column(rows, |row| row.municipality.0.into())),
        ("zorgvorm", column(rows, |row| row.form.index().into())),
        ("leeftijd", column(rows, |row| row.age.index().into())),
        ("verwijzer", column(rows, |row| row.referrer.index().into())),
        (
            Dimension::ProviderCount.code(),
            column(rows, |row| row.provider_count.index().into()),
        ),
        (
            Dimension::CostClass.code(),
            column(rows, |row| row.cost_class.index().into()),
        ),
        (
            Dimension::WithOrder.code(),
            column(rows, |row| row.with_order.index().into()),
        ),
        ("begonnen", column(rows, |row| row.begun.into())),
        ("herhaald", column(rows, |row| row.begun_again.into())),
        ("nieuw", column(rows, |row| row.inflow.into())),
        ("gestopt", column(rows, |row| row.outflow.into())),
        ("euro", column(rows, |row| row.euros)),
    ])
}

/// Trajectories that ended by year.
pub(super) fn ended(rows: &[Ended]) -> Batch {
    RecordBatch::try_from_iter([
        ("jaar", column(rows, |row| row.year.into())),
        ("persoon", column(rows, |row| row.person.into())),
        ("gemeente", column(rows, |row| row.municipality.0.into())),
        ("zorgvorm", column(rows, |row| row.form.index().into())),
        ("leeftijd", column(rows, |row| row.age.index().into())),
        ("verwijzer", column(rows, |row| row.referrer.index().into())),
        (
            Dimension::ProviderCount.code(),
            column(rows, |row| row.provider_count.index().into()),
        ),
        ("reden_bekend", column(rows, |row| row.reason_known.into())),
        ("eenzijdig", column(rows, |row| row.one_sided.into())),
        ("voortijdig", column(rows, |row| row.premature.into())),
        ("dagen", column(rows, |row| row.days)),
        (
            "korter_jaar",
            column(rows, |row| row.is_under_one_year().into()),
        ),
        ("gevolgd", column(rows, |row| row.followed.into())),
        ("teruggekeerd", column(rows, |row| row.returned.into())),
    ])
}

/// How long those lasted.
pub(super) fn durations(rows: &[Ended]) -> Batch {
    RecordBatch::try_from_iter([
        ("jaar", column(rows, |row| row.year.into())),
        ("persoon", column(rows, |row| row.person.into())),
        ("gemeente", column(rows, |row| row.municipality.0.into())),
        ("zorgvorm", column(rows, |row| row.form.index().into())),
        (
            Dimension::Duration.code(),
            column(rows, |row| row.duration.index().into()),
        ),
    ])
}

/// A trajectory that is counted in one member of a dimension.
struct Placed {
    year: u16,
    person: u32,
    municipality: AreaId,
    member: Member,
}

fn placed(rows: &[Placed], dimension: Dimension) -> Batch {
    RecordBatch::try_from_iter([
        ("jaar", column(rows, |row| row.year.into())),
        ("persoon", column(rows, |row| row.person.into())),
        ("gemeente", column(rows, |row| row.municipality.0.into())),
        (
            dimension.code(),
            column(rows, |row| row.member.index().into()),
        ),
    ])
}

/// Those that began of which it is known how long after their allocation.
pub(super) fn allocations(rows: &[InCare]) -> Batch {
    let begun = rows.iter().filter(|row| row.begun).filter_map(|row| {
        Some(Placed {
            year: row.year,
            person: row.person,
            municipality: row.municipality,
            member: row.allocation_wait?,
        })
    });
    placed(&begun.collect::<Vec<_>>(), Dimension::AllocationWait)
}

/// Those that ended of a form for which the region agreed on a duration, and where theirs stands.
pub(super) fn ranges(rows: &[Ended], region: &Region) -> Batch {
    let ended = rows.iter().filter_map(|row| {
        Some(Placed {
            year: row.year,
            person: row.person,
            municipality: row.municipality,
            member: region.agreed_range(row.form)?.days().place(row.days),
        })
    });
    placed(&ended.collect::<Vec<_>>(), Dimension::Range)
}

/// Youths who left residential care.
pub(super) fn left_residence(rows: &[Ended]) -> Batch {
    let left = rows.iter().filter_map(|row| {
        Some(Placed {
            year: row.year,
            person: row.person,
            municipality: row.municipality,
            member: row.leaving_age?,
        })
    });
    placed(&left.collect::<Vec<_>>(), Dimension::LeavingAge)
}

/// What was spent from personal budgets.
pub(super) fn budgets(rows: &[BudgetSpent]) -> Batch {
    RecordBatch::try_from_iter([
        ("jaar", column(rows, |row| row.year.into())),
        ("persoon", column(rows, |row| row.person.into())),
        ("gemeente", column(rows, |row| row.municipality.0.into())),
        ("euro", column(rows, |row| row.euros)),
    ])
}

/// Trajectories that began: a row for each class of duration that they reached.
pub(super) fn lasted(rows: &[Lasted]) -> Batch {
    let reached: Vec<(&Lasted, Member)> = rows
        .iter()
        .flat_map(|row| {
            let classes = Dimension::Duration.parts();
            classes
                .filter(|class| *class <= row.duration)
                .map(move |class| (row, class))
        })
        .collect();
    RecordBatch::try_from_iter([
        ("jaar", column(&reached, |(row, _)| row.year.into())),
        ("persoon", column(&reached, |(row, _)| row.person.into())),
        (
            "gemeente",
            column(&reached, |(row, _)| row.municipality.0.into()),
        ),
        (
            Dimension::Duration.code(),
            column(&reached, |(_, class)| class.index().into()),
        ),
        (
            "geeindigd",
            column(&reached, |(row, class)| {
                (row.ended && row.duration == *class).into()
            }),
        ),
    ])
}

/// What was asked when those ended: a row for each question.
pub(super) fn outcomes(rows: &[Ended]) -> Batch {
    let asked: Vec<(&Ended, Member, Option<bool>)> = rows
        .iter()
        .flat_map(|row| {
            let asked = row.outcomes.asked();
            asked.map(move |(question, answer)| (row, question, answer))
        })
        .collect();
    RecordBatch::try_from_iter([
        ("jaar", column(&asked, |(row, ..)| row.year.into())),
        ("persoon", column(&asked, |(row, ..)| row.person.into())),
        (
            "gemeente",
            column(&asked, |(row, ..)| row.municipality.0.into()),
        ),
        (
            Dimension::Question.code(),
            column(&asked, |(_, question, _)| question.index().into()),
        ),
        (
            "beantwoord",
            column(&asked, |(.., answer)| answer.is_some().into()),
        ),
        (
            "positief",
            column(&asked, |(.., answer)| (*answer == Some(true)).into()),
        ),
    ])
}

/// Inhabitants.
pub(super) fn inhabitants(rows: &[&Inhabitants]) -> Batch {
    RecordBatch::try_from_iter([
        ("jaar", column(rows, |row| row.year.into())),
        ("gemeente", column(rows, |row| row.municipality.0.into())),
        ("leeftijd", column(rows, |row| row.age.index().into())),
        ("inwoners", column(rows, |row| row.count)),
    ])
}

/// The days after which waiting is called long: three months.
const LONG: i64 = 91;

/// Places on waiting lists, and lists on which nobody waits.
pub(super) fn waiting(rows: &[&Waiting]) -> Batch {
    let days = |row: &&Waiting| row.days.unwrap_or(0);
    RecordBatch::try_from_iter([
        ("jaar", column(rows, |row| row.year.into())),
        ("kwartaal", column(rows, |row| row.quarter.index().into())),
        ("aanbieder", column(rows, |row| row.provider.into())),
        ("gemeente", column(rows, |row| row.municipality.0.into())),
        ("zorgvorm", column(rows, |row| row.form.index().into())),
        ("wacht", column(rows, |row| row.days.is_some().into())),
        ("wacht_lang", column(rows, |row| (days(row) >= LONG).into())),
        ("dagen", column(rows, days)),
    ])
}

/// Orders by year.
pub(super) fn orders(rows: &[OrderRunning]) -> Batch {
    RecordBatch::try_from_iter([
        ("jaar", column(rows, |row| row.year.into())),
        ("persoon", column(rows, |row| row.person.into())),
        ("gemeente", column(rows, |row| row.municipality.0.into())),
        ("leeftijd", column(rows, |row| row.age.index().into())),
        ("maatregel", column(rows, |row| row.kind.index().into())),
        ("begonnen", column(rows, |row| row.begun.into())),
        ("geeindigd", column(rows, |row| row.ended.into())),
        ("heeft_hulp", column(rows, |row| row.in_care.into())),
    ])
}

/// Who is known to local teams or specialist care by year.
pub(super) fn known_locally(rows: &[KnownLocally]) -> Batch {
    RecordBatch::try_from_iter([
        ("jaar", column(rows, |row| row.year.into())),
        ("persoon", column(rows, |row| row.person.into())),
        ("gemeente", column(rows, |row| row.municipality.0.into())),
        ("leeftijd", column(rows, |row| row.age.index().into())),
        ("lokaal", column(rows, |row| row.helped.into())),
        (
            "beide",
            column(rows, |row| (row.helped && row.in_care).into()),
        ),
        ("geeindigd", column(rows, |row| row.ended)),
        ("dagen", column(rows, |row| row.days)),
        ("kwadraat", column(rows, |row| row.days_squared)),
    ])
}

/// Every area with each area it is part of, itself included.
pub(super) fn area_groups(region: &Region) -> Batch {
    let pairs: Vec<_> = region
        .areas()
        .flat_map(|(area, _)| region.with_groups(area).map(move |group| (area, group)))
        .collect();
    RecordBatch::try_from_iter([
        ("gemeente", column(&pairs, |(area, _)| area.0.into())),
        ("gebied", column(&pairs, |(_, group)| group.0.into())),
    ])
}

/// Every member with each group it is part of, itself included, the total not.
pub(super) fn member_groups(dimension: Dimension) -> Batch {
    let pairs: Vec<_> = dimension
        .iter()
        .flat_map(|member| {
            member
                .with_groups()
                .filter(|group| !group.is_total())
                .map(move |group| (member, group))
        })
        .collect();
    RecordBatch::try_from_iter([
        ("blad", column(&pairs, |(member, _)| member.index().into())),
        ("lid", column(&pairs, |(_, group)| group.index().into())),
    ])
}
