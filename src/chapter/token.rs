//! The places that the monitor fills in: what stands between `{{` and `}}`.

use super::mistake::Mistake;
use crate::indicator::{self, Indicator, Publication};

/// What to fill in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Area,
    Year,
    Figure(String),
    Sentence(String),
    Tile(String),
    NoFigures(String),
}

impl Token {
    /// Reads what stands between the braces.
    pub(super) fn read(inside: &str) -> Result<Self, Mistake> {
        let inside = inside.trim();
        let Some((kind, id)) = inside.split_once(':') else {
            return match inside {
                "gebied" => Ok(Self::Area),
                "jaar" => Ok(Self::Year),
                _ => Err(Mistake::UnknownToken(inside.to_owned())),
            };
        };
        let (kind, id) = (kind.trim(), id.trim());
        let make = match kind {
            "cijfer" => Self::Figure,
            "zin" => Self::Sentence,
            "tegel" => Self::Tile,
            "geen-cijfers" => Self::NoFigures,
            _ => return Err(Mistake::UnknownToken(inside.to_owned())),
        };
        let name = || id.to_owned();
        let entry = indicator::by_id(id).ok_or_else(|| Mistake::UnknownIndicator(name()))?;
        match (has_figures(entry), kind == "geen-cijfers") {
            (true, true) => Err(Mistake::HasFigures(name())),
            (false, false) => Err(Mistake::HasNoFigures(name())),
            // Of all parts together there is a hundred in every hundred.
            (true, false) if entry.composed_over().is_some() => Err(Mistake::IsDivided(name())),
            _ => Ok(make(name())),
        }
    }
}

fn has_figures(entry: &Indicator) -> bool {
    matches!(entry.publication, Publication::Published { .. })
}

/// A stretch of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Words as they stand.
    Words(&'a str),
    /// With its braces, and what stands between them.
    Braced(&'a str, &'a str),
    /// From braces on that do not belong to others.
    Loose(&'a str),
}

/// Takes words apart at their braces.
pub(super) fn pieces(words: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = words;
    while let Some(start) = [rest.find("{{"), rest.find("}}")]
        .into_iter()
        .flatten()
        .min()
    {
        let (before, from) = rest.split_at(start);
        if !before.is_empty() {
            pieces.push(Piece::Words(before));
        }
        let inside = from
            .strip_prefix("{{")
            .and_then(|after| after.split_once("}}"))
            .map(|(inside, _)| inside)
            .filter(|inside| !inside.contains("{{") && !inside.contains('\n'));
        let length = inside.map_or(2, |inside| inside.len() + 4);
        let (taken, after) = from.split_at(length);
        pieces.push(match inside {
            Some(inside) => Piece::Braced(taken, inside),
            None => Piece::Loose(taken),
        });
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest));
    }
    pieces
}
