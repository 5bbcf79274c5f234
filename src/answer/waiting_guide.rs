//! Waiting for care in one area at the end of one quarter: every form of care with its figures, the longest wait first.

use super::notices::notices;
use crate::cube::{CellKey, CubeStore};
use crate::indicator::{self, Indicator, Outcome, Reason, Scope, Series, evaluate, series};
use crate::release::{AreaId, Region};
use crate::selection::{Selection, View};
use crate::vocabulary::{Dimension, Margin, Measure, Member, Table};

/// Ids of the indicators that the guide is made of.
const MEAN: &str = "wacht_gemiddeld";
const LONG: &str = "wacht_jeugdigen";
const NUMBER: &str = "wachtenden";
const PROVIDERS: &str = "wacht_aanbieders";

/// The files it reads.
pub fn waiting_guide_files() -> Vec<(Table, Margin)> {
    Table::Waiting
        .lattice()
        .into_iter()
        .map(|margin| (Table::Waiting, margin))
        .collect()
}

/// Who waits in an area at the end of a quarter.
#[derive(Clone, Debug, PartialEq)]
pub struct WaitingGuide {
    /// The indicator of the mean, which it is ordered by and leads to.
    pub mean_of: &'static Indicator,
    /// The year.
    pub year: u16,
    /// The quarter.
    pub quarter: Member,
    /// For all care together.
    pub all: WaitingFor,
    /// For every form of care of which a provider was asked.
    pub forms: Vec<WaitingFor>,
    /// Forms of care of which none was.
    pub not_asked: Vec<Member>,
}

impl WaitingGuide {
    /// Ids of the indicators of a form of care, in the order of the page.
    pub const IDS: [&'static str; 4] = [MEAN, LONG, NUMBER, PROVIDERS];

    /// What a reader must know of its figures: breaks, and whether the year is provisional.
    pub fn notices(&self, selection: &Selection, region: &Region) -> Vec<String> {
        let of_year = Selection {
            view: View::Explore,
            ..selection.clone()
        }
        .of(self.mean_of)
        .broken_down(Some(Dimension::CareForm));
        notices(&of_year, region)
    }
}

/// Who waits for one form of care.
#[derive(Clone, Debug, PartialEq)]
pub struct WaitingFor {
    /// The form of care; the total for all of them.
    pub form: Member,
    /// Weeks that youths have waited, on average.
    pub mean: Outcome,
    /// Of every hundred: how many have waited three months or more.
    pub long: Outcome,
    /// How many wait.
    pub number: Outcome,
    /// Of every hundred providers: where somebody waits that long.
    pub providers: Outcome,
    /// The mean at the end of the same quarter of every year.
    pub over_time: Series,
}

/// The first and the last year of which there are waiting lists; none when a release has no such figures.
pub fn years_asked(store: &CubeStore) -> Option<(u16, u16)> {
    let keys = store
        .cube(Table::Waiting, Margin::of(&[Dimension::Quarter]))?
        .keys();
    keys.first()
        .zip(keys.last())
        .map(|(first, last)| (first.year, last.year))
}

/// The quarters of a year in which providers were asked, in order.
pub fn quarters_asked(store: &CubeStore, area: AreaId, year: u16) -> Vec<Member> {
    Dimension::Quarter
        .parts()
        .filter(|quarter| {
            let key = CellKey::total(year, area).with(*quarter);
            store.find(key, Measure::ProvidersAsked).is_some()
        })
        .collect()
}

/// The quarter that is shown of those that were asked: the one that the reader chose, else the last.
pub fn quarter_shown(selection: &Selection, asked: &[Member]) -> Option<Member> {
    let chosen = selection.member(Dimension::Quarter);
    asked
        .iter()
        .find(|quarter| **quarter == chosen)
        .or(asked.last())
        .copied()
}

/// The guide for what the reader chose: the last quarter of the year unless she chose another. `None` when nobody was asked then, or
/// the files are not there.
pub fn waiting_guide(
    selection: &Selection,
    store: &CubeStore,
    region: &Region,
) -> Option<WaitingGuide> {
    let asked = quarters_asked(store, selection.area, selection.year);
    let quarter = quarter_shown(selection, &asked)?;
    let of = |form| waiting_for(form, quarter, selection, store, region);
    let mut forms = Vec::new();
    let mut not_asked = Vec::new();
    for form in Dimension::CareForm.parts() {
        let found = of(form)?;
        if found.providers == Outcome::Missing(Reason::NobodyAsked) {
            not_asked.push(form);
        } else {
            forms.push(found);
        }
    }
    // A figure that is hidden cannot be said to be longer than another.
    let weeks = |entry: &WaitingFor| entry.mean.figure().map_or(-1.0, |figure| figure.value);
    forms.sort_by(|left, right| weeks(right).total_cmp(&weeks(left)));
    Some(WaitingGuide {
        mean_of: indicator::by_id(MEAN)?,
        year: selection.year,
        quarter,
        all: of(Dimension::CareForm.total())?,
        forms,
        not_asked,
    })
}

fn waiting_for(
    form: Member,
    quarter: Member,
    selection: &Selection,
    store: &CubeStore,
    region: &Region,
) -> Option<WaitingFor> {
    let of_form: Vec<Member> = Some(form)
        .filter(|form| !form.is_total())
        .into_iter()
        .collect();
    let members = [of_form.clone(), vec![quarter]].concat();
    let scope = Scope::Area(selection.area);
    let figure = |id: &str| {
        let entry = indicator::by_id(id)?;
        Some(evaluate(
            entry,
            store,
            region,
            scope,
            selection.year,
            &members,
        ))
    };
    Some(WaitingFor {
        form,
        mean: figure(MEAN)?,
        long: figure(LONG)?,
        number: figure(NUMBER)?,
        providers: figure(PROVIDERS)?,
        over_time: series(
            indicator::by_id(MEAN)?,
            store,
            region,
            selection.area,
            &members,
        ),
    })
}
