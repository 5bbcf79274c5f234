//! The audit of a release: reads the written files as an outsider would, and finds out what all of them together tell of every
//! hidden figure.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::AuditError;
use super::previous::compare;
use super::progress::Progress;
use super::proofs::{Proofs, subject, subject_around};
use super::repair::{Trace, further, nearest_around, shown, strongest};
use super::scope::attacked;
use crate::cube::{CellKey, CubeStore, Status};
use crate::disclosure::solver::{Highs, Method, Solver};
use crate::disclosure::{
    BlockFindings, Check, Depth, Fate, FigureName, Figures, Finding, Knowledge, SensitiveShare,
    Solvers, Support, Surroundings, Verdict, alone, attack, blocks, check_primary, companions,
    reasoned,
};
use crate::publish::parallel::each;
use crate::publish::reader::read_release;
use crate::release::{Controle, Region, Release};
use crate::vocabulary::{Dimension, Measure, Table};

/// How an audit is done.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Earlier releases of the same figures, which a reader may have kept.
    pub previous: Vec<PathBuf>,
    /// How far it goes.
    pub depth: Depth,
    /// The years whose figures are attacked; all when there are none. All years are reasoned with.
    pub years: Vec<u16>,
    /// What the proof of its block showed when more was shown, and so still holds.
    pub settled: Vec<Finding>,
    /// The figures that look hidden for another and are hidden for their own sake, and why. Only the publisher knows; with it the proof is
    /// held against a reader who knows as much.
    pub reasons: Option<Vec<(FigureName, Fate)>>,
    /// What earlier rounds worked out: an attack on the very same figures, with the very same bounds, comes to the very same.
    pub kept: Option<Arc<Proofs>>,
    /// A file that keeps what was worked out: an audit that was stopped goes on from there.
    pub resume: Option<PathBuf>,
}

/// What an audit of a release found.
#[derive(Clone, Debug)]
pub struct ReleaseAudit {
    /// The release.
    pub release: Release,
    /// The rules that each figure keeps by itself.
    pub check: Check,
    /// The years whose figures were attacked, in order.
    pub years: Vec<u16>,
    /// Every protected figure of which too little is left, narrowest first.
    pub exposed: Vec<Exposed>,
    /// Shares that are certainly above the group share.
    pub certain_shares: Vec<Exposed>,
    /// Figures that look hidden for another where there is no other: they tell that nearly everybody in a group is in them, or hardly anybody.
    pub alone: Vec<Exposed>,
    /// Every protected figure.
    pub findings: Vec<Finding>,
    /// By measure.
    pub measures: Vec<MeasureAudit>,
    /// Programmes that were solved.
    pub programmes: usize,
    /// Cells that were attacked with what lies around them.
    pub surroundings: usize,
    /// Relations between figures.
    pub relations: usize,
    /// At most this share of the youths in the cells of all margins is in a hidden cell.
    pub hidden_youths: f64,
    /// The solvers.
    pub solver: String,
    /// Earlier releases that were taken into account, by their id.
    pub previous: Vec<String>,
}

/// A figure that can be worked out too far, with what a reader can work out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Exposed {
    /// Its name; `None` of a figure of an earlier release.
    pub name: Option<FigureName>,
    /// In words: measure, year, area and members.
    pub figure: String,
    /// The least and the most it can be.
    pub range: (f64, f64),
    /// The interval that has to be left.
    pub required: f64,
    /// A figure that could be hidden as well to repair it, with its words.
    pub repair: Option<(FigureName, String)>,
    /// Figures that could be hidden as well where that repair did not help: about everything that holds it, the nearest of the same measure.
    pub further: Vec<FigureName>,
}

/// What was found of a measure.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureAudit {
    /// The measure.
    pub measure: Measure,
    /// Figures by status, in the order of [`Status::ALL`].
    pub by_status: [usize; Status::ALL.len()],
    /// Figures that must be protected.
    pub protected: usize,
    /// Those of them that are proved to keep the interval that must be left.
    pub proved: usize,
    /// The narrowest interval that is left of any of them for sure; `None` as long as one is not proved.
    pub left: Option<f64>,
    /// The protected figure of which a reader can work out most, in relation to what is required.
    pub narrowest: Option<Exposed>,
}

impl ReleaseAudit {
    /// Whether nothing was found.
    pub fn is_passed(&self) -> bool {
        self.check.is_clean()
            && self.exposed.is_empty()
            && self.certain_shares.is_empty()
            && self.alone.is_empty()
    }

    /// The years of the release whose figures were not attacked, in order.
    pub fn years_left_out(&self) -> Vec<u16> {
        let years = self.release.region.years();
        years.filter(|year| !self.years.contains(year)).collect()
    }

    /// Figures that could be hidden as well to repair what was found.
    pub fn repairs(&self) -> impl Iterator<Item = FigureName> + '_ {
        self.exposed
            .iter()
            .chain(&self.certain_shares)
            .chain(&self.alone)
            .filter_map(|exposed| exposed.repair.as_ref())
            .map(|(name, _)| *name)
    }

    /// What goes with the release.
    pub fn summary(&self) -> Controle {
        let of = |status| self.check.totals.of(status) as u64;
        Controle {
            programma: format!("regiovisie {}", env!("CARGO_PKG_VERSION")),
            oplosser: self.solver.clone(),
            cijfers: self.check.totals.figures() as u64,
            zichtbaar: of(Status::Shown),
            geheim: of(Status::Hidden),
            secundair_geheim: of(Status::SecondaryHidden),
            onbekend: of(Status::Unknown),
            niet_van_toepassing: of(Status::NotApplicable),
            altijd_nul: of(Status::StructuralZero),
            beschermd: self
                .measures
                .iter()
                .map(|entry| entry.protected as u64)
                .sum(),
            bewezen: self.measures.iter().map(|entry| entry.proved as u64).sum(),
            smalste: self
                .measures
                .iter()
                .filter(|entry| entry.measure.is_count_of_youths())
                .filter_map(|entry| entry.left)
                .reduce(f64::min),
            verbanden: self.relations as u64,
        }
    }
}

/// Audits the release in `folder`.
///
/// # Errors
/// [`AuditError`] when a release cannot be read or contradicts itself, or when the solver gives no answer: nothing is proved then.
pub fn release(folder: &Path, options: &Options) -> Result<ReleaseAudit, AuditError> {
    let (release, store) = read(folder)?;
    let region = &release.region;
    let years = attacked(&options.years, region, folder)?;
    let proofs = match &options.kept {
        Some(kept) => Arc::clone(kept),
        None => Arc::new(match &options.resume {
            Some(file) => {
                let previous = options.previous.iter().map(PathBuf::as_path);
                Proofs::in_file(file, previous.chain([folder]))?
            }
            None => Proofs::default(),
        }),
    };
    let check = check_primary(store.cubes(), region);
    let mut figures = Figures::from_cubes(&store, region, None);
    figures.protect_untold(options.reasons.as_deref().unwrap_or_default());
    let mut exposed = Vec::new();
    let mut known_before = Vec::new();
    for earlier in &options.previous {
        let (before, before_store) = read(earlier)?;
        let told = compare(&mut figures, &release, (earlier, &before, &before_store))?;
        exposed.extend(told);
        known_before.push(before.id.clone());
    }
    let knowledge = reason(&figures)?;
    let certain_shares = certain_shares(&figures, &knowledge);
    let without_company = without_company(&figures, &knowledge);
    let told = told(&figures, options)?;
    let (told, told_knowledge) = told
        .as_ref()
        .map_or((&figures, &knowledge), |(told, of)| (told, of));
    let mut parts = blocks(told, told_knowledge);
    parts.retain(|block| {
        let of = block.variables.first();
        of.is_some_and(|variable| years.contains(&figures.layout.name(*variable).key.year))
    });
    let (alone, together) = (Highs::default(), Highs::with(Method::InteriorPoint));
    let solvers = Solvers {
        alone: &alone,
        together: &together,
    };
    let solver = match options.depth {
        Depth::Proof => format!("{}, {}", alone.name(), together.name()),
        Depth::Screen | Depth::Exact => alone.name(),
    };
    let settled: BTreeSet<usize> = options.settled.iter().map(|of| of.variable).collect();
    let progress = Progress::start();
    progress.begin("attack", parts.len());
    let mut found = each(&parts, |block| {
        let found = proofs.recall(
            || subject(block, told, (options.depth, &settled), &solver),
            || attack(block, told, solvers, options.depth, &settled),
        );
        progress.done(1);
        found
    })
    .into_iter()
    .collect::<Result<Vec<BlockFindings>, AuditError>>()?;
    progress.finish();
    let cells = match options.depth {
        Depth::Screen => Vec::new(),
        // What is found already has to be repaired first.
        Depth::Proof if found.iter().any(gives_away) => Vec::new(),
        Depth::Proof | Depth::Exact => cells(&figures, &years),
    };
    found.extend(attack_around(
        &cells,
        (&figures, &knowledge),
        &proofs,
        &alone,
    )?);
    let findings = worst(
        found
            .iter()
            .flat_map(|block| &block.findings)
            .chain(&options.settled),
    );
    exposed.extend(exposures(&findings, &found, (told, told_knowledge)));
    Ok(ReleaseAudit {
        measures: by_measure(&figures, &store, &findings),
        findings,
        programmes: found.iter().map(|block| block.programmes).sum(),
        surroundings: cells.len(),
        relations: figures.system.len(),
        hidden_youths: hidden_youths(&figures, &knowledge),
        solver,
        previous: known_before,
        check,
        years,
        exposed,
        certain_shares,
        alone: without_company,
        release,
    })
}

/// Whether a figure was found that is given away.
fn gives_away(found: &BlockFindings) -> bool {
    let mut findings = found.findings.iter();
    findings.any(|finding| finding.verdict == Verdict::Exposed)
}

/// The figures that are given away, narrowest first, with what would repair that.
fn exposures(
    findings: &[Finding],
    found: &[BlockFindings],
    (figures, knowledge): (&Figures, &Knowledge),
) -> Vec<Exposed> {
    let mut narrow: Vec<&Finding> = findings
        .iter()
        .filter(|finding| finding.verdict == Verdict::Exposed)
        .collect();
    narrow.sort_by(|left, right| room(left).total_cmp(&room(right)));
    let trace = (!narrow.is_empty()).then(|| Trace::of(figures));
    narrow
        .into_iter()
        .map(|finding| {
            let supports = found
                .iter()
                .flat_map(|block| &block.supports)
                .filter(|support| support.of == finding.variable);
            let of = (finding.variable, finding.range);
            let repair = trace
                .as_ref()
                .and_then(|trace| repair(figures, knowledge, trace, of, supports.clone()));
            Exposed {
                repair,
                further: further(figures, finding.variable, supports)
                    .map(|other| figures.layout.name(other))
                    .collect(),
                ..exposure(figures, finding)
            }
        })
        .collect()
}

/// The figures to a reader who is told why each is hidden, with what she reasons; `None` when the audit itself does not know.
fn told<'a>(
    figures: &Figures<'a>,
    options: &Options,
) -> Result<Option<(Figures<'a>, Knowledge)>, AuditError> {
    let Some(reasons) = &options.reasons else {
        return Ok(None);
    };
    let told = figures.told(reasons);
    let knowledge = reason(&told)?;
    Ok(Some((told, knowledge)))
}

/// Attacks every cell with what lies around it.
fn attack_around(
    cells: &[Vec<usize>],
    (figures, knowledge): (&Figures, &Knowledge),
    proofs: &Proofs,
    solver: &dyn Solver,
) -> Result<Vec<BlockFindings>, AuditError> {
    let progress = Progress::start();
    progress.begin("surroundings", cells.len());
    let found = each(cells, |goals| {
        let around = Surroundings::of(goals, figures, knowledge);
        let found = proofs.recall(
            || subject_around(&around, &solver.name()),
            || around.attack(figures, solver),
        );
        progress.done(1);
        found
    });
    progress.finish();
    found.into_iter().collect()
}

/// The protected figures of every cell of a table, for what lies around a cell lies around them all. Also of those that were settled: what
/// settles a figure is its block alone, and how far around a cell an attack looks depends on what is hidden. Those that go untold are
/// apart: so the others are attacked just as a reader of the files attacks them, as far around.
fn cells(figures: &Figures, years: &[u16]) -> Vec<Vec<usize>> {
    let mut cells: BTreeMap<(CellKey, Table, bool), Vec<usize>> = BTreeMap::new();
    for (variable, fate) in figures.fates.iter().enumerate() {
        let FigureName { key, measure } = figures.layout.name(variable);
        if fate.is_protected() && years.contains(&key.year) {
            let cell = (key, measure.table(), *fate == Fate::Untold);
            cells.entry(cell).or_default().push(variable);
        }
    }
    cells.into_values().collect()
}

/// One finding of each figure: one that it is given away counts, whatever another says, and of two of those the narrower.
fn worst<'a>(findings: impl Iterator<Item = &'a Finding>) -> Vec<Finding> {
    let mut by_figure: BTreeMap<usize, Finding> = BTreeMap::new();
    let is_worse = |one: &Finding, than: &Finding| {
        let is_exposed = |of: &Finding| of.verdict == Verdict::Exposed;
        match (is_exposed(one), is_exposed(than)) {
            (true, true) => room(one) < room(than),
            (is_exposed, was_exposed) => is_exposed && !was_exposed,
        }
    };
    for finding in findings {
        by_figure
            .entry(finding.variable)
            .and_modify(|known| {
                if is_worse(finding, known) {
                    *known = *finding;
                }
            })
            .or_insert(*finding);
    }
    by_figure.into_values().collect()
}

fn read(folder: &Path) -> Result<(Release, CubeStore), AuditError> {
    read_release(folder).map_err(|error| AuditError::Release {
        folder: folder.to_owned(),
        detail: error.to_string(),
    })
}

pub(super) fn reason(figures: &Figures) -> Result<Knowledge, AuditError> {
    reasoned(figures).map_err(|variable| AuditError::Contradiction {
        figure: words(figures, variable),
    })
}

/// Parts that are certainly above the group share of their group.
fn certain_shares(figures: &Figures, knowledge: &Knowledge) -> Vec<Exposed> {
    let policy = figures.region().policy();
    let mut trace = None;
    (0..figures.fates.len())
        .filter_map(|variable| {
            let name = figures.layout.name(variable);
            let (low, high) = knowledge.bounds(variable);
            let is_certain = SensitiveShare::of(name.measure).any(|share| {
                let group = figures.layout.variable(name.key, share.group);
                group.is_some_and(|group| {
                    share.is_certain((low, high), knowledge.bounds(group), policy)
                })
            });
            is_certain.then(|| {
                let trace = trace.get_or_insert_with(|| Trace::of(figures));
                let repair = repair(figures, knowledge, trace, (variable, (low, high)), []);
                Exposed {
                    figure: words(figures, variable),
                    range: (low, high),
                    repair,
                    ..Exposed::default()
                }
            })
        })
        .collect()
}

/// Figures that look hidden for another where there is no other.
fn without_company(figures: &Figures, knowledge: &Knowledge) -> Vec<Exposed> {
    alone(figures)
        .map(|variable| {
            let with = companions(figures, variable).into_iter().flatten().next();
            Exposed {
                figure: words(figures, variable),
                range: knowledge.bounds(variable),
                repair: with.map(|other| (figures.layout.name(other), words(figures, other))),
                ..Exposed::default()
            }
        })
        .collect()
}

/// How many times what is required is left.
fn room(finding: &Finding) -> f64 {
    (finding.range.1 - finding.range.0) / finding.required.max(1.0)
}

fn exposure(figures: &Figures, finding: &Finding) -> Exposed {
    Exposed {
        name: Some(figures.layout.name(finding.variable)),
        figure: words(figures, finding.variable),
        range: finding.range,
        required: finding.required,
        ..Exposed::default()
    }
}

/// A figure in words: `instroom 2020, Delft, pleegzorg, 4-11`.
pub(super) fn words(figures: &Figures, variable: usize) -> String {
    named(figures.region(), figures.layout.name(variable))
}

/// The name of a figure in words.
pub(super) fn named(region: &Region, name: FigureName) -> String {
    let mut words = format!(
        "{} {}, {}",
        name.measure.code(),
        name.key.year,
        region.area(name.key.area).name
    );
    for member in name.key.members().filter(|member| !member.is_total()) {
        words.push_str(", ");
        // A number alone does not say of what.
        if let Dimension::Quarter
        | Dimension::ProviderCount
        | Dimension::CostClass
        | Dimension::LeavingAge = member.dimension()
        {
            words.push_str(member.dimension().code());
            words.push(' ');
        }
        words.push_str(member.code());
    }
    words
}

/// The shown figure that could be hidden to leave more of a figure: the nearest in the reasoning that gave it away, or, when only all
/// relations at once did, the one that holds it most. Where that does not tell, the nearest of its measure and year.
fn repair<'a>(
    figures: &Figures,
    knowledge: &Knowledge,
    trace: &Trace,
    (variable, range): (usize, (f64, f64)),
    supports: impl IntoIterator<Item = &'a Support>,
) -> Option<(FigureName, String)> {
    let holding = (knowledge.bounds(variable) != range)
        .then(|| strongest(figures, trace, supports))
        .flatten();
    let other = holding
        .or_else(|| trace.nearest(variable, figures, shown(figures)))
        .or_else(|| nearest_around(figures, variable))?;
    Some((figures.layout.name(other), words(figures, other)))
}

fn by_measure(figures: &Figures, store: &CubeStore, findings: &[Finding]) -> Vec<MeasureAudit> {
    Measure::ALL
        .iter()
        .map(|measure| {
            let of_measure = || {
                findings
                    .iter()
                    .filter(|finding| figures.measure(finding.variable) == *measure)
            };
            let mut by_status = [0; Status::ALL.len()];
            for (_, column) in store
                .cubes()
                .flat_map(crate::cube::Cube::columns)
                .filter(|(entry, _)| entry == measure)
            {
                for status in &column.statuses {
                    if let Some(count) = by_status.get_mut(usize::from(*status)) {
                        *count += 1;
                    }
                }
            }
            MeasureAudit {
                measure: *measure,
                by_status,
                protected: of_measure().count(),
                proved: of_measure()
                    .filter(|finding| finding.verdict == Verdict::Proved)
                    .count(),
                left: of_measure()
                    .all(|finding| finding.verdict != Verdict::Open)
                    .then(|| of_measure().map(|finding| finding.left).reduce(f64::min))
                    .flatten(),
                narrowest: of_measure()
                    .min_by(|left, right| room(left).total_cmp(&room(right)))
                    .map(|finding| exposure(figures, finding)),
            }
        })
        .collect()
}

/// Of the youths in the cells of all margins, the share that is in hidden cells: at most, for it is not known how many those hold.
fn hidden_youths(figures: &Figures, knowledge: &Knowledge) -> f64 {
    let (mut hidden, mut all) = (0.0, 0.0);
    for variable in 0..figures.fates.len() {
        if figures.measure(variable) != Measure::Youths {
            continue;
        }
        let (low, high) = knowledge.bounds(variable);
        if figures.fates[variable].is_hidden() {
            hidden += high;
            all += high;
        } else {
            all += f64::midpoint(low, high);
        }
    }
    if all > 0.0 { hidden / all } else { 0.0 }
}
