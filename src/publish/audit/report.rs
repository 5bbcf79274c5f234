//! The report of an audit: for programs as JSON, for the data steward as a page.

mod page;

use std::path::Path;

use serde::Serialize;

use super::AuditError;
use super::release::{Exposed, ReleaseAudit, named};
use super::scope::listed;
use crate::cube::Status;
use crate::disclosure::{FigureName, RuleResult};
use crate::release::Controle;
use crate::vocabulary::Language;

/// The files of a report.
const JSON: &str = "controle.json";
const PAGE: &str = "controle.html";

#[derive(Serialize)]
struct Report<'a> {
    release: &'a str,
    eerdere_releases: &'a [String],
    geslaagd: bool,
    jaren: &'a [u16],
    jaren_niet_aangevallen: Vec<u16>,
    samenvatting: Controle,
    programmas: usize,
    cellen_met_omgeving: usize,
    jeugdigen_in_geheime_cellen_hoogstens: f64,
    secundair_per_primair: f64,
    bestanden: Vec<File<'a>>,
    regels: Vec<Rule>,
    maten: Vec<MeasureLine<'a>>,
    te_ver_te_herleiden: Vec<Line<'a>>,
    zekere_aandelen: Vec<Line<'a>>,
    zonder_gezelschap: Vec<Line<'a>>,
}

#[derive(Serialize)]
struct File<'a> {
    bestand: &'a str,
    hash: &'a str,
}

#[derive(Serialize)]
struct Rule {
    regel: String,
    gecontroleerd: usize,
    fout: usize,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    waaronder: Vec<String>,
}

#[derive(Serialize)]
struct MeasureLine<'a> {
    maat: &'a str,
    cijfers: usize,
    zichtbaar: usize,
    geheim: usize,
    secundair_geheim: usize,
    beschermd: usize,
    bewezen: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    smalste: Option<Line<'a>>,
}

#[derive(Serialize)]
struct Line<'a> {
    cijfer: &'a str,
    laagst: f64,
    hoogst: f64,
    nodig: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    te_herstellen_door_ook_te_verbergen: Option<&'a str>,
}

impl<'a> Line<'a> {
    fn of(exposed: &'a Exposed) -> Self {
        Self {
            cijfer: &exposed.figure,
            laagst: exposed.range.0,
            hoogst: exposed.range.1,
            nodig: exposed.required,
            te_herstellen_door_ook_te_verbergen: exposed
                .repair
                .as_ref()
                .map(|(_, words)| words.as_str()),
        }
    }
}

impl Line<'_> {
    /// What would mend it, as the end of a sentence.
    fn repair(&self) -> String {
        self.te_herstellen_door_ook_te_verbergen
            .map_or(String::new(), |other| format!("; hide {other} as well"))
    }
}

impl<'a> Report<'a> {
    fn of(audit: &'a ReleaseAudit) -> Self {
        let policy = audit.release.region.policy();
        let samenvatting = audit.summary();
        Self {
            release: &audit.release.id,
            eerdere_releases: &audit.previous,
            geslaagd: audit.is_passed(),
            jaren: &audit.years,
            jaren_niet_aangevallen: audit.years_left_out(),
            programmas: audit.programmes,
            cellen_met_omgeving: audit.surroundings,
            jeugdigen_in_geheime_cellen_hoogstens: audit.hidden_youths,
            secundair_per_primair: samenvatting.secundair_geheim as f64
                / samenvatting.geheim.max(1) as f64,
            bestanden: audit
                .release
                .resources()
                .iter()
                .map(|resource| File {
                    bestand: &resource.path,
                    hash: &resource.hash,
                })
                .collect(),
            regels: audit
                .check
                .rules
                .iter()
                .map(|result| Rule {
                    regel: result.rule.sentence(policy, Language::Nl),
                    gecontroleerd: result.checked,
                    fout: result.broken,
                    waaronder: examples(audit, result),
                })
                .collect(),
            maten: audit
                .measures
                .iter()
                .map(|entry| MeasureLine {
                    maat: entry.measure.code(),
                    cijfers: entry.by_status.iter().sum(),
                    zichtbaar: entry.by_status[Status::Shown as usize],
                    geheim: entry.by_status[Status::Hidden as usize],
                    secundair_geheim: entry.by_status[Status::SecondaryHidden as usize],
                    beschermd: entry.protected,
                    bewezen: entry.proved,
                    smalste: entry.narrowest.as_ref().map(Line::of),
                })
                .collect(),
            te_ver_te_herleiden: audit.exposed.iter().map(Line::of).collect(),
            zekere_aandelen: audit.certain_shares.iter().map(Line::of).collect(),
            zonder_gezelschap: audit.alone.iter().map(Line::of).collect(),
            samenvatting,
        }
    }
}

/// The first figures that break a rule, in words.
fn examples(audit: &ReleaseAudit, result: &RuleResult) -> Vec<String> {
    let name = |breach: &crate::disclosure::Breach| FigureName {
        key: breach.key,
        measure: breach.measure,
    };
    result
        .examples
        .iter()
        .map(|breach| named(&audit.release.region, name(breach)))
        .collect()
}

/// Writes the report into `folder`, which is made if it is not there. Both files are written aside first, so that an earlier report
/// makes way for a whole one or stays.
///
/// # Errors
/// [`AuditError::File`].
pub fn write(audit: &ReleaseAudit, folder: &Path) -> Result<(), AuditError> {
    let report = Report::of(audit);
    let json = serde_json::to_string_pretty(&report).unwrap_or_default();
    let fail = |path: &Path| {
        let path = path.to_owned();
        move |source| AuditError::File { path, source }
    };
    std::fs::create_dir_all(folder).map_err(fail(folder))?;
    let files = [(PAGE, page::page(&report)), (JSON, json)]
        .map(|(name, text)| (folder.join(name), folder.join(format!(".{name}.new")), text));
    let put = || {
        for (_, aside, text) in &files {
            std::fs::write(aside, text).map_err(fail(aside))?;
        }
        for (path, aside, _) in &files {
            std::fs::rename(aside, path).map_err(fail(path))?;
        }
        Ok(())
    };
    put().inspect_err(|_| {
        for (_, aside, _) in &files {
            // What cannot be taken away is overwritten the next time.
            let _ = std::fs::remove_file(aside);
        }
    })
}

/// What the command line says of an audit.
pub fn words(audit: &ReleaseAudit) -> String {
    let report = Report::of(audit);
    let mut text = String::new();
    let mut say = |line: String| {
        text.push_str(&line);
        text.push('\n');
    };
    let summary = &report.samenvatting;
    say(format!(
        "{} figures: {} shown, {} hidden for their own sake, {} hidden to protect those, or so it looks ({:.2} each)",
        summary.cijfers,
        summary.zichtbaar,
        summary.geheim,
        summary.secundair_geheim,
        report.secundair_per_primair
    ));
    say(format!(
        "{} of {} protected figures are proved to keep the room they must: {} relations, {} linear programmes ({}); at most {:.1} % of the youths in all cells are in a hidden one",
        summary.bewezen,
        summary.beschermd,
        summary.verbanden,
        report.programmas,
        summary.oplosser,
        100.0 * report.jeugdigen_in_geheime_cellen_hoogstens
    ));
    if report.cellen_met_omgeving > 0 {
        say(format!(
            "{} cells were attacked with what lies around them, across measures and years",
            report.cellen_met_omgeving
        ));
    }
    let policy = audit.release.region.policy();
    for result in audit.check.rules.iter().filter(|rule| rule.broken > 0) {
        say(format!(
            "BROKEN {} times: {} Such as {}.",
            result.broken,
            result.rule.sentence(policy, Language::En),
            examples(audit, result).join("; ")
        ));
    }
    let lines = report
        .te_ver_te_herleiden
        .iter()
        .chain(&report.zekere_aandelen);
    for line in lines.take(20) {
        let repair = line.repair();
        say(format!(
            "DISCLOSED {}: between {} and {}, {} wide is required{repair}",
            line.cijfer, line.laagst, line.hoogst, line.nodig
        ));
    }
    let found = report.te_ver_te_herleiden.len() + report.zekere_aandelen.len();
    if found > 20 {
        say(format!("and {} more: see the report", found - 20));
    }
    for line in report.zonder_gezelschap.iter().take(20) {
        let repair = line.repair();
        say(format!(
            "ALONE {}: it looks hidden for another, and there is no other, so that it must be nearly all of its group, or hardly any of it{repair}",
            line.cijfer
        ));
    }
    if report.zonder_gezelschap.len() > 20 {
        say(format!(
            "and {} more that are alone: see the report",
            report.zonder_gezelschap.len() - 20
        ));
    }
    let unproved = summary.beschermd - summary.bewezen.min(summary.beschermd);
    // That a part is passed must not be read as that the whole is.
    let of = if report.jaren_niet_aangevallen.is_empty() {
        String::new()
    } else {
        say(format!(
            "Only figures of {} were attacked, and nothing is proved of those of {}: without --year all are",
            listed(report.jaren.iter().copied()),
            listed(report.jaren_niet_aangevallen.iter().copied())
        ));
        format!(" of {}", listed(report.jaren.iter().copied()))
    };
    say(match (report.geslaagd, unproved) {
        (true, 0) => format!("The audit{of} is passed: every protected figure{of} is proved."),
        (true, _) => format!(
            "The audit{of} is passed as far as it went: no relation by itself gives a protected figure{of} away. That all of them together do \
             not is not proved for {unproved} figures; without --quick it is."
        ),
        (false, _) => "The audit is NOT passed.".to_owned(),
    });
    text
}
