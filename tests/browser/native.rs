//! The same figures, computed here from `data/` without any browser: what the page has to show.

use std::path::Path;
use std::sync::LazyLock;

use regiovisie::cube::CubeStore;
use regiovisie::indicator::{self, CATALOGUE, Formula, Indicator, Outcome, Reason, Scope};
use regiovisie::publish::read_release;
use regiovisie::release::{AreaKind, DESCRIPTOR, Release};
use regiovisie::selection::{self, ProblemKind, Selection, ShowAs};
use regiovisie::sentence::{self, text};
use regiovisie::vocabulary::Member;
use serde_json::{Value, json};

static RELEASE: LazyLock<(Release, CubeStore)> = LazyLock::new(|| {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let descriptor = |folder: &str| std::fs::read(project.join(folder).join(DESCRIPTOR)).unwrap();
    assert!(
        descriptor("data") == descriptor("dist/data"),
        "dist/ was built from other data than data/ holds now. Run: ./dev build"
    );
    read_release(&project.join("data")).unwrap()
});

/// The release that ships.
pub(crate) fn release() -> &'static Release {
    &RELEASE.0
}

/// Everything in it.
pub(crate) fn store() -> &'static CubeStore {
    &RELEASE.1
}

/// What is asked when care ends, and of how much of it.
const OUTCOMES: [&str; 5] = [
    "doelrealisatie",
    "problemen_verminderd",
    "zonder_hulp_verder",
    "tevredenheid",
    "respons_uitkomst",
];

/// Every indicator with a figure for each row; why cost changed has its own test on the command line.
pub(crate) fn published() -> impl Iterator<Item = &'static Indicator> {
    CATALOGUE.iter().filter(|entry| {
        entry
            .formula()
            .is_some_and(|formula| !matches!(formula, Formula::Split { .. }))
    })
}

/// The selection that a link stands for.
pub(crate) fn selection(link: &str) -> Selection {
    let (selection, mut problems) = selection::parse(link, &release().region);
    // What a topic does not have is left out, as on the screen.
    problems.retain(|problem| problem.kind == ProblemKind::Unknown);
    assert!(problems.is_empty(), "{link}: {problems:?}");
    selection
}

/// What a row of the table shows: the figure exactly, and in words.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// Year or member, as labelled.
    pub label: String,
    /// Year, or place from below among the bars.
    pub place: f64,
    /// The area.
    pub own: Outcome,
    /// The rest of the region.
    pub rest: Option<Outcome>,
}

/// What the page of a selection shows.
pub(crate) enum Page {
    /// These rows, of this indicator.
    Rows(Box<Indicator>, Vec<Row>),
    /// The reason why there are none.
    Refused(Reason),
}

/// Evaluates a selection of the explore view.
pub(crate) fn page(selection: &Selection) -> Page {
    let region = &release().region;
    let shown = if selection.show_as == ShowAs::Count {
        selection.indicator.counted()
    } else {
        *selection.indicator
    };
    let evaluate = |year: u16, members: &[Member], scope| {
        indicator::evaluate(&shown, &RELEASE.1, region, scope, year, members)
    };
    // A total is not set beside that of the rest of the region: a municipality is simply smaller. Nor is a share of providers, of
    // whom a smaller area has fewer in more than one place.
    let is_of_providers = ["wacht_aanbieders", "aanbieders_alle_gemeenten"].contains(&shown.id);
    let is_ratio = !matches!(shown.formula(), Some(Formula::Total { .. })) && !is_of_providers;
    let has_rest = is_ratio && selection.area != region.whole();
    let row = |label: String, place: f64, year: u16, members: &[Member]| Row {
        label,
        place,
        own: evaluate(year, members, Scope::Area(selection.area)),
        rest: has_rest.then(|| evaluate(year, members, Scope::RestOf(selection.area))),
    };
    let language = selection.language;
    let rows: Vec<Row> = match selection.breakdown {
        None => region
            .years()
            .map(|year| {
                let mark = if region.is_provisional(year) {
                    format!(" ({})", text::PROVISIONAL.get(language))
                } else {
                    String::new()
                };
                row(
                    format!("{year}{mark}"),
                    f64::from(year),
                    year,
                    &selection.members,
                )
            })
            // Waiting lists and outcomes begin in 2019, help of local teams and budgets in 2017, everything else in 2015: durations by class of that year were left out,
            // and the row says so.
            .filter(|row| {
                let first = match shown.id {
                    "bekend_in_beide" | "duur_lokaal_team" => 2017.0,
                    id if id.starts_with("pgb") => 2017.0,
                    id if id.starts_with("wacht") || OUTCOMES.contains(&id) => 2019.0,
                    _ => 2015.0,
                };
                row.place >= first
            })
            .collect(),
        Some(dimension) => {
            let parts: Vec<Member> = match selection.indicator.formula() {
                // A whole has parts of its own.
                Some(Formula::Composition { over, parts, .. }) if over == dimension => {
                    parts.iter().filter_map(|code| over.member(code)).collect()
                }
                _ => dimension.parts().collect(),
            };
            let with = |member: Member| {
                selection
                    .members
                    .iter()
                    .copied()
                    .chain([member])
                    .collect::<Vec<_>>()
            };
            let place = |index: usize| f64::from(u8::try_from(parts.len() - 1 - index).unwrap());
            let label = |member: Member| member.label().get(language).to_owned();
            parts
                .iter()
                .enumerate()
                .map(|(index, member)| {
                    row(label(*member), place(index), selection.year, &with(*member))
                })
                .collect()
        }
    };
    let reasons: Vec<Reason> = rows
        .iter()
        .filter_map(|row| {
            if let Outcome::Missing(reason) = row.own {
                Some(reason)
            } else {
                None
            }
        })
        .collect();
    if reasons.len() == rows.len() {
        Page::Refused(reasons[0])
    } else {
        Page::Rows(Box::new(shown), rows)
    }
}

/// The name by which the table and the chart call the area.
pub(crate) fn area_name(selection: &Selection) -> String {
    let area = release().region.area(selection.area);
    match area.kind {
        AreaKind::Deelregio => area.name.split(" (").next().unwrap().to_owned(),
        AreaKind::Gemeente | AreaKind::Regio => area.name.clone(),
    }
}

/// The figure as the page carries it for programs; nothing when it is hidden or missing.
pub(crate) fn exact(outcome: &Outcome) -> Value {
    outcome
        .figure()
        .map_or(Value::Null, |figure| json!(figure.value.to_string()))
}

/// The large words on a tile, none where there is no figure; and the year they are about when that is not the chosen one.
pub(crate) fn tile(entry: &Indicator, selection: &Selection) -> (Option<String>, Option<String>) {
    let (region, language) = (&release().region, selection.language);
    let of = |year| {
        indicator::evaluate(
            entry,
            &RELEASE.1,
            region,
            Scope::Area(selection.area),
            year,
            &[],
        )
    };
    // Where follow-up is not complete yet, the last figure before it is shown with its year.
    let earlier = || {
        region
            .years()
            .rev()
            .filter(|year| *year < selection.year)
            .find(|year| of(*year).figure().is_some())
    };
    let is_known = of(selection.year) != Outcome::Missing(Reason::NotKnownYet);
    let year = if is_known {
        selection.year
    } else {
        earlier().unwrap_or(selection.year)
    };
    let words = match of(year) {
        Outcome::Figure(figure) => Some(sentence::tile(figure.value, entry.unit, language).0),
        Outcome::Hidden { within, .. } => Some(sentence::between(within, entry.unit, language)),
        Outcome::StructuralZero => Some(text::ALWAYS_ZERO.get(language).to_owned()),
        Outcome::Missing(_) => None,
    };
    (words, (year != selection.year).then(|| year.to_string()))
}
