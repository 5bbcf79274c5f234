//! The report of an audit as a page, for the data steward.

use std::fmt::Write as _;

use super::{Line, Report};
use crate::publish::audit::scope::listed;

/// The page: no script, no style from elsewhere.
pub(super) fn page(report: &Report) -> String {
    let mut html = format!(
        "<!doctype html>\n<html lang=\"nl\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>Controle van release {release}</title>\n\
         <style>body{{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}}table{{border-collapse:collapse;\
         font-variant-numeric:tabular-nums}}th,td{{padding:.25rem .75rem .25rem 0;text-align:left;vertical-align:top;border-bottom:1px solid #ccc}}\
         td.n{{text-align:right}}</style>\n<h1>Controle van {part}release {release}: {outcome}</h1>\n",
        release = escaped(report.release),
        part = if report.jaren_niet_aangevallen.is_empty() {
            String::new()
        } else {
            format!(
                "de cijfers van {} in ",
                listed(report.jaren.iter().copied())
            )
        },
        outcome = match (report.geslaagd, &report.samenvatting) {
            (true, summary) if summary.bewezen >= summary.beschermd => "geslaagd",
            (true, _) => "geslaagd, maar niet alles is bewezen",
            (false, _) => "niet geslaagd",
        }
    );
    summary(&mut html, report);
    scope(&mut html, report);
    lines(
        &mut html,
        "Te ver te herleiden",
        &report.te_ver_te_herleiden,
    );
    lines(
        &mut html,
        "Aandelen die zeker te hoog zijn",
        &report.zekere_aandelen,
    );
    lines(
        &mut html,
        "Alleen verborgen, en dus zelf het geheim",
        &report.zonder_gezelschap,
    );
    html.push_str(
        "<h2>Regels</h2>\n<table><tr><th>Regel<th>Gecontroleerd<th>Fout<th>Waaronder</tr>\n",
    );
    for rule in &report.regels {
        let _ = writeln!(
            html,
            "<tr><td>{}<td class=n>{}<td class=n>{}<td>{}</tr>",
            escaped(&rule.regel),
            rule.gecontroleerd,
            rule.fout,
            escaped(&rule.waaronder.join("; "))
        );
    }
    html.push_str(
        "</table>\n<h2>Per maat</h2>\n<table><tr><th>Maat<th>Cijfers<th>Zichtbaar<th>Geheim<th>Secundair geheim<th>Beschermd<th>Bewezen<th>Smalste</tr>\n",
    );
    for line in &report.maten {
        let narrowest = line.smalste.as_ref().map_or(String::new(), |narrowest| {
            format!(
                "{}: tussen {} en {}",
                escaped(narrowest.cijfer),
                narrowest.laagst,
                narrowest.hoogst
            )
        });
        let _ = writeln!(
            html,
            "<tr><td>{}<td class=n>{}<td class=n>{}<td class=n>{}<td class=n>{}<td class=n>{}<td class=n>{}<td>{narrowest}</tr>",
            line.maat,
            line.cijfers,
            line.zichtbaar,
            line.geheim,
            line.secundair_geheim,
            line.beschermd,
            line.bewezen
        );
    }
    html.push_str("</table>\n<h2>Bestanden</h2>\n<table><tr><th>Bestand<th>Hash</tr>\n");
    for file in &report.bestanden {
        let _ = writeln!(
            html,
            "<tr><td>{}<td><code>{}</code></tr>",
            escaped(file.bestand),
            escaped(file.hash)
        );
    }
    html.push_str("</table>\n");
    html
}

/// How much is hidden, and what was proved.
fn summary(html: &mut String, report: &Report) {
    let summary = &report.samenvatting;
    // Writing to a String cannot fail.
    let _ = writeln!(
        html,
        "<p>Van {} cijfers zijn er {} zichtbaar. {} zijn geheim om wat ze zelf zeggen, {} secundair geheim ({:.2} op elk): \
         de meeste om die te beschermen, en enkele die zelf klein zijn zonder dat het gezegd wordt. \
         Hoogstens {:.1} % van de jeugdigen in alle cellen samen zit in een geheime cel. Van {} van de {} beschermde cijfers \
         is bewezen dat er genoeg onzeker blijft voor wie de cijfers van dezelfde soort en hetzelfde jaar samen bekijkt. \
         Er zijn {} verbanden; er zijn {} lineaire programma’s opgelost ({}). Van {} cellen is ook gezocht of verbanden met \
         andere soorten en jaren samen meer verraden.</p>",
        summary.cijfers,
        summary.zichtbaar,
        summary.geheim,
        summary.secundair_geheim,
        report.secundair_per_primair,
        100.0 * report.jeugdigen_in_geheime_cellen_hoogstens,
        summary.bewezen,
        summary.beschermd,
        summary.verbanden,
        report.programmas,
        escaped(&summary.oplosser),
        report.cellen_met_omgeving
    );
}

/// Which years were attacked when not all were, and with which earlier releases.
fn scope(html: &mut String, report: &Report) {
    if !report.jaren_niet_aangevallen.is_empty() {
        let _ = writeln!(
            html,
            "<p><strong>Alleen cijfers van {} zijn aangevallen. Van die van {} is niets bewezen.</strong></p>",
            listed(report.jaren.iter().copied()),
            listed(report.jaren_niet_aangevallen.iter().copied())
        );
    }
    if !report.eerdere_releases.is_empty() {
        let _ = writeln!(
            html,
            "<p>Samen gelegd met eerdere releases: {}.</p>",
            escaped(&report.eerdere_releases.join(", "))
        );
    }
}

fn lines(html: &mut String, title: &str, lines: &[Line]) {
    let _ = writeln!(html, "<h2>{title}</h2>");
    if lines.is_empty() {
        html.push_str("<p>Geen.</p>\n");
        return;
    }
    html.push_str("<table><tr><th>Cijfer<th>Laagst<th>Hoogst<th>Nodig<th>Te herstellen door ook te verbergen</tr>\n");
    for line in lines {
        let _ = writeln!(
            html,
            "<tr><td>{}<td class=n>{}<td class=n>{}<td class=n>{}<td>{}</tr>",
            escaped(line.cijfer),
            line.laagst,
            line.hoogst,
            line.nodig,
            escaped(line.te_herstellen_door_ook_te_verbergen.unwrap_or("–"))
        );
    }
    html.push_str("</table>\n");
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
