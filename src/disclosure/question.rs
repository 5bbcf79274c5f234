//! One hidden figure held against all others of its measure and year: small enough for a browser to answer.

use super::bounds::{Knowledge, Stopped};
use super::figures::{Fate, Figures};
use super::layout::FigureName;
use super::solver::Programme;
use super::system::Row;
use crate::cube::CubeStore;
use crate::release::Region;

/// What a solver is asked about one hidden figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// All figures of its measure and year, with the relations between them.
    pub programme: Programme,
    /// The place of the figure among them.
    pub variable: usize,
    /// How many published figures of that year were taken into account, of any measure.
    pub figures: usize,
    /// How many relations were.
    pub relations: usize,
    /// What the file says of it.
    pub said: (f64, f64),
    /// The interval that has to be left; 0 for a figure that is hidden for another.
    pub required: f64,
}

/// Why there is nothing to ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoQuestion {
    /// The files that are loaded do not have the figure.
    #[error("the figure does not stand in the files that are loaded")]
    NotThere,
    /// It is not hidden.
    #[error("the figure is not hidden")]
    NotHidden,
    /// The files contradict each other.
    #[error("the published figures contradict each other")]
    Contradiction,
}

/// The question what all published figures of a year tell of one hidden figure. Other measures are reasoned with relation by
/// relation; those of its own measure go into the programme together.
///
/// # Errors
/// [`NoQuestion`].
pub fn question(
    store: &CubeStore,
    region: &Region,
    name: FigureName,
) -> Result<Question, NoQuestion> {
    let figures = Figures::from_cubes(store, region, Some(name.key.year));
    let asked = figures
        .layout
        .variable(name.key, name.measure)
        .ok_or(NoQuestion::NotThere)?;
    if !figures.fates[asked].is_hidden() {
        return Err(NoQuestion::NotHidden);
    }
    let knowledge = reasoned(&figures).map_err(|_| NoQuestion::Contradiction)?;
    let system = &figures.system;
    let free: Vec<usize> = (0..figures.fates.len())
        .filter(|variable| figures.measure(*variable) == name.measure)
        .collect();
    let mut place = vec![None; figures.fates.len()];
    for (index, variable) in free.iter().enumerate() {
        place[*variable] = Some(index);
    }
    let rows: Vec<Row> = (0..system.len())
        .filter_map(|row| {
            let terms: Option<Vec<(usize, f64)>> = system
                .terms(row)
                .iter()
                .map(|(variable, coefficient)| Some((place[*variable]?, *coefficient)))
                .collect();
            let (low, high) = system.limits(row);
            Some(Row {
                terms: terms?,
                low,
                high,
            })
        })
        .collect();
    let (_, high) = knowledge.bounds(asked);
    let shown = figures.fates.iter().filter(|fate| **fate == Fate::Shown);
    Ok(Question {
        variable: place[asked].ok_or(NoQuestion::NotThere)?,
        figures: shown.count(),
        relations: system.len(),
        said: figures.known(asked),
        required: figures.required_width(asked, high).unwrap_or(0.0),
        programme: Programme {
            bounds: free
                .iter()
                .map(|variable| knowledge.bounds(*variable))
                .collect(),
            rows,
            whole: false,
        },
    })
}

/// What follows from all figures, relation by relation.
///
/// # Errors
/// The figure of which nothing is left: the figures contradict each other.
pub fn reasoned(figures: &Figures) -> Result<Knowledge, usize> {
    let mut knowledge = Knowledge::new(figures.all_known(), &figures.system);
    let steps = figures.system.len().saturating_mul(200);
    match knowledge.reason(&figures.system, steps, |_, low, high| low <= high) {
        Ok(()) | Err(Stopped::TooLong) => {
            knowledge.keep();
            Ok(knowledge)
        }
        Err(Stopped::TooFar(variable)) => Err(variable),
    }
}
