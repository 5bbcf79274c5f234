//! The way from protection to publication without files: what the audit finds is hidden as well, until it finds nothing.

use std::collections::BTreeSet;

use regiovisie::cube::{Cube, CubeStore};
use regiovisie::disclosure::solver::{Highs, Method};
use regiovisie::disclosure::{
    Depth, Fate, FigureName, Figures, Finding, ProtectError, RawTable, Solvers, Verdict, attack,
    blocks, protect, reasoned,
};
use regiovisie::release::Region;

/// As many rounds as publishing takes.
const ROUNDS: usize = 6;

/// A protected release that passes the audit with every figure put to the solver; `None` when publishing would give up.
pub(super) fn audited(
    raw: &[RawTable],
    region: &Region,
) -> Result<Option<Vec<Cube>>, ProtectError> {
    let (alone, together) = (Highs::default(), Highs::with(Method::InteriorPoint));
    let solvers = Solvers {
        alone: &alone,
        together: &together,
    };
    let is_exposed = |finding: &&Finding| finding.verdict == Verdict::Exposed;
    let mut raw = raw.to_vec();
    let mut hidden: Vec<FigureName> = Vec::new();
    for _ in 0..ROUNDS {
        let cubes = protect(&mut raw, region, &hidden)?.cubes;
        let mut store = CubeStore::default();
        for cube in &cubes {
            store.insert(cube.clone());
        }
        let figures = Figures::from_cubes(&store, region, None);
        let knowledge = reasoned(&figures).unwrap();
        let before = hidden.len();
        let mut clean = true;
        for block in blocks(&figures, &knowledge) {
            let found = attack(&block, &figures, solvers, Depth::Proof, &BTreeSet::new()).unwrap();
            for finding in found.findings.iter().filter(is_exposed) {
                clean = false;
                hidden.extend(repair(&figures, finding.variable));
            }
        }
        if clean {
            return Ok(Some(cubes));
        }
        hidden.sort_unstable();
        hidden.dedup();
        if hidden.len() == before {
            break;
        }
    }
    Ok(None)
}

/// Of the smallest relation it stands in, the smallest figure that is shown and no headline.
fn repair(figures: &Figures, variable: usize) -> Option<FigureName> {
    let system = &figures.system;
    let mut rows: Vec<usize> = system.touching(variable).to_vec();
    rows.sort_by_key(|row| system.terms(*row).len());
    rows.into_iter()
        .flat_map(|row| system.terms(row).iter().map(|(other, _)| *other))
        .filter(|other| {
            figures.fates[*other] == Fate::Shown
                && !figures.measure(*other).is_public()
                && !figures.layout.name(*other).key.margin().is_total()
        })
        .min_by(|left, right| figures.published[*left].total_cmp(&figures.published[*right]))
        .map(|other| figures.layout.name(other))
}
