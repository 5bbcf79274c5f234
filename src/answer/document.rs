//! An answer as data: every figure with its bounds, its words and the cells it was read from. The keys are Dutch, as in the files.

use serde::Serialize;

use super::{Answer, Row};
use crate::cube::Status;
use crate::indicator::{Cause, Indicator, OperandValue, Origin, Outcome, Series};
use crate::release::Release;
use crate::selection::Selection;
use crate::sentence::{self, Place, text};
use crate::statistics::{Interval, Trend};
use crate::vocabulary::{Language, Member};

/// An answer as data.
#[derive(Clone, Debug, Serialize)]
pub struct Document {
    indicator: &'static str,
    naam: &'static str,
    definitie: &'static str,
    eenheid: String,
    gebied: Named,
    gekozen: Vec<Chosen>,
    zin: String,
    onderschrift: String,
    meldingen: Vec<String>,
    trend: Option<Tested>,
    rijen: Vec<Line>,
    bron: Source,
}

#[derive(Clone, Debug, Serialize)]
struct Named {
    sleutel: String,
    naam: String,
}

#[derive(Clone, Debug, Serialize)]
struct Chosen {
    dimensie: &'static str,
    code: &'static str,
    naam: &'static str,
}

#[derive(Clone, Debug, Serialize)]
struct Tested {
    uitkomst: &'static str,
    van: Option<u16>,
    tot: Option<u16>,
    per_jaar: Option<f64>,
    per_jaar_van: Option<f64>,
    per_jaar_tot: Option<f64>,
    p_waarde: Option<f64>,
}

#[derive(Clone, Debug, Serialize)]
struct Line {
    jaar: u16,
    voorlopig: bool,
    lid: Option<Chosen>,
    oorzaak: Option<&'static str>,
    gebied: String,
    tegenover_de_rest: Option<&'static str>,
    plaats_van: Option<usize>,
    plaats_tot: Option<usize>,
    waarde: Option<f64>,
    laagst: Option<f64>,
    hoogst: Option<f64>,
    woorden: String,
    status: Option<&'static str>,
    reden: Option<&'static str>,
    marge_van: Option<f64>,
    marge_tot: Option<f64>,
    berekening: Option<String>,
    opmerkingen: Vec<String>,
    teller: Option<Part>,
    noemer: Option<Part>,
    ook_gelezen: Vec<Part>,
}

#[derive(Clone, Debug, Serialize)]
struct Part {
    maat: &'static str,
    jaar: u16,
    waarde: Option<f64>,
    laagst: f64,
    hoogst: f64,
    status: &'static str,
    cellen: Vec<Read>,
}

/// A row of a file; the first is 1, as on the screen and in the workbook.
#[derive(Clone, Debug, Serialize)]
struct Read {
    bestand: String,
    rij: usize,
}

#[derive(Clone, Debug, Serialize)]
struct Source {
    regio: String,
    publicatie: String,
    gegevens_tot: String,
    nagebootst: bool,
}

/// The answer to `selection` as data. When there are no figures at all, it has no rows, and says why in place of the finding.
pub fn document(answer: &Answer, selection: &Selection, release: &Release) -> Document {
    let (language, region) = (selection.language, &release.region);
    let (shown, rows, series) = match answer {
        Answer::Rows {
            shown,
            rows,
            series,
            ..
        } => (&**shown, rows.as_slice(), series.as_ref()),
        Answer::Refused(_) => (selection.indicator, [].as_slice(), None),
    };
    let place = Place::of(region, selection.area).name;
    let lines = |row: &Row| {
        let of =
            |area: &str, outcome: &Outcome| line(row, area, outcome, (shown, release, language));
        let rest = row
            .rest
            .as_ref()
            .map(|rest| of(text::REST.get(language), rest));
        let name = row.municipality.as_ref().map_or(place, |of| &of.name);
        std::iter::once(of(name, &row.own)).chain(rest)
    };
    Document {
        indicator: shown.id,
        naam: shown.name.get(language),
        definitie: shown.definition.get(language),
        eenheid: sentence::unit_of(shown, language),
        gebied: Named {
            sleutel: region.area(selection.area).key.clone(),
            naam: place.to_owned(),
        },
        gekozen: selection
            .members
            .iter()
            .map(|member| chosen(*member, language))
            .collect(),
        zin: answer.title(selection, region),
        onderschrift: answer.subtitle(selection, region),
        meldingen: answer.notices(selection, region),
        trend: series.map(tested),
        rijen: rows.iter().flat_map(lines).collect(),
        bron: Source {
            regio: region.name().to_owned(),
            publicatie: release.id.clone(),
            gegevens_tot: release.reference_date.clone(),
            nagebootst: release.synthetic,
        },
    }
}

fn chosen(member: Member, language: Language) -> Chosen {
    Chosen {
        dimensie: member.dimension().code(),
        code: member.code(),
        naam: member.label().get(language),
    }
}

fn tested(series: &Series) -> Tested {
    let (outcome, effect) = match series.trend {
        Trend::Rising(effect) => ("stijgt", Some(effect)),
        Trend::Falling(effect) => ("daalt", Some(effect)),
        Trend::NoDemonstrableTrend(effect) => ("geen aantoonbare trend", Some(effect)),
        Trend::NotTestable(_) => ("niet te berekenen", None),
    };
    Tested {
        uitkomst: outcome,
        van: series.tested.map(|(first, _)| first),
        tot: series.tested.map(|(_, last)| last),
        per_jaar: effect.map(|effect| effect.per_year),
        per_jaar_van: effect.map(|effect| effect.interval.lo()),
        per_jaar_tot: effect.map(|effect| effect.interval.hi()),
        p_waarde: effect.map(|effect| effect.p_value),
    }
}

fn line(
    row: &Row,
    area: &str,
    outcome: &Outcome,
    (shown, release, language): (&Indicator, &Release, Language),
) -> Line {
    let figure = outcome.figure();
    let compared = row.municipality.as_ref().map(|of| &of.compared);
    let within = outcome.within();
    let (top, bottom) = figure
        .map(|figure| shown.parts_of(figure))
        .unwrap_or_default();
    let calculation = figure.map(|figure| sentence::calculation(shown, figure, language));
    Line {
        jaar: row.year,
        voorlopig: row.provisional,
        lid: row.member.map(|member| chosen(member, language)),
        oorzaak: row.cause.map(Cause::code),
        gebied: area.to_owned(),
        tegenover_de_rest: compared.map(|of| sentence::compared_words(of, language)),
        plaats_van: compared.and_then(|of| of.places).map(|(first, _)| first),
        plaats_tot: compared.and_then(|of| of.places).map(|(_, last)| last),
        waarde: outcome.value(),
        laagst: within.map(Interval::lo),
        hoogst: within.map(Interval::hi),
        woorden: sentence::outcome_words(outcome, shown.unit, language),
        status: outcome.status().map(Status::code),
        reden: match outcome {
            Outcome::Missing(reason) => Some(sentence::reason_words(*reason, language)),
            _ => None,
        },
        marge_van: figure.map(|figure| figure.confidence.lo()),
        marge_tot: figure.map(|figure| figure.confidence.hi()),
        berekening: calculation.as_ref().map(|(formula, _)| formula.clone()),
        opmerkingen: calculation.map(|(_, remarks)| remarks).unwrap_or_default(),
        teller: top.map(|value| part(value, release)),
        noemer: bottom.map(|value| part(value, release)),
        ook_gelezen: figure
            .iter()
            .flat_map(|figure| &figure.also)
            .map(|value| part(value, release))
            .collect(),
    }
}

fn part(value: &OperandValue, release: &Release) -> Part {
    Part {
        maat: value.measure.code(),
        jaar: value.year,
        waarde: (value.origin != Origin::Bounds).then_some(value.value),
        laagst: value.within.lo(),
        hoogst: value.within.hi(),
        status: value.status.code(),
        cellen: value
            .cells
            .iter()
            .filter_map(|cell| {
                let resource = release.resource(cell.table, cell.margin)?;
                Some(Read {
                    bestand: resource.path.clone(),
                    rij: cell.row + 1,
                })
            })
            .collect(),
    }
}
