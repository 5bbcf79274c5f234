//! Which indicators look at the same thing in another way: whoever reads one may want the others.

use super::catalogue::by_id;
use super::entry::{Indicator, Publication};

/// Ids of indicators that go together, the plainest first. One may stand in several.
const TOGETHER: &[&[&str]] = &[
    &["gebruik", "jeugdigen", "instroom", "uitstroom"],
    &["trajecten", "trajecten_per_jeugdige", "aantal_aanbieders"],
    &["instroom", "instroom_trajecten", "leeftijd_instroom"],
    &["instroom", "verwijzers"],
    &["uitstroom", "uitstroom_trajecten", "terugkeer"],
    &["terugkeer", "herhaald_beroep"],
    &["uitval", "voortijdig", "terugkeer"],
    &[
        "duur_gemiddeld",
        "duur_mediaan",
        "duur_klassen",
        "duur_korter_jaar",
    ],
    &[
        "binnen_kader",
        "richtinggevend_kader",
        "duur_klassen",
        "duur_mediaan",
    ],
    &[
        "toewijzing_tot_start",
        "toewijzing_drie_maanden",
        "toewijzing_bekend",
        "wacht_gemiddeld",
    ],
    &["loopt_na_half_jaar", "loopt_na_jaar", "loopt_na_twee_jaar"],
    &[
        "duur_overleving",
        "duur_mediaan",
        "loopt_na_jaar",
        "loopt_na_half_jaar",
        "loopt_na_twee_jaar",
    ],
    &[
        "doelrealisatie",
        "problemen_verminderd",
        "zonder_hulp_verder",
        "tevredenheid",
        "respons_uitkomst",
    ],
    &["doelrealisatie", "uitval"],
    &[
        "reden_bekend",
        "toewijzing_bekend",
        "respons_uitkomst",
        "verwijzer_onbekend",
    ],
    &["reden_bekend", "uitval", "voortijdig"],
    &["verwijzer_onbekend", "verwijzers"],
    &["zonder_hulp_verder", "terugkeer"],
    &["bekend_in_beide", "duur_lokaal_team"],
    &["kosten", "kosten_per_jeugdige", "kosten_per_traject"],
    &["kosten", "kostengroei", "kostenontleding"],
    &["kosten_per_jeugdige", "kostenontleding_per_jeugdige"],
    &[
        "kosten_boven_100k",
        "geld_boven_100k",
        "kosten_per_jeugdige",
    ],
    &["pgb", "pgb_uitgaven", "pgb_per_jeugdige"],
    &["pgb", "jeugdigen"],
    &["kosten", "pgb_uitgaven"],
    &["kosten_per_jeugdige", "pgb_per_jeugdige"],
    &["verblijf", "verblijf_jeugdigen", "gesloten"],
    &["uitstroom_17", "verblijf_jeugdigen", "uitstroom"],
    &["gesloten", "gesloten_instroom", "gesloten_duur"],
    &[
        "maatregelen",
        "hulp_met_maatregel",
        "soorten_maatregelen",
        "begonnen_maatregelen",
    ],
    &[
        "kosten_onder_maatregel",
        "hulp_met_maatregel",
        "kosten_per_jeugdige",
    ],
    &["aanbieders", "aanbieders_alle_gemeenten", "concentratie"],
    &["aanbieders_alle_gemeenten", "geld_alle_gemeenten"],
    &["concentratie", "geld_alle_gemeenten"],
    &[
        "wacht_jeugdigen",
        "wacht_gemiddeld",
        "wachtenden",
        "wacht_aanbieders",
    ],
];

/// The indicators with figures that go together with this one.
pub fn related(to: &Indicator) -> Vec<&'static Indicator> {
    let mut found: Vec<&'static Indicator> = Vec::new();
    for id in TOGETHER
        .iter()
        .filter(|ids| ids.contains(&to.id))
        .flat_map(|ids| ids.iter())
    {
        let is_new = *id != to.id && found.iter().all(|known| known.id != *id);
        if let Some(entry) = by_id(id).filter(|_| is_new)
            && matches!(entry.publication, Publication::Published { .. })
        {
            found.push(entry);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicator::CATALOGUE;

    #[test]
    fn every_id_is_that_of_an_indicator_with_figures() {
        for id in TOGETHER.iter().flat_map(|ids| ids.iter()) {
            let is_published = by_id(id)
                .is_some_and(|entry| matches!(entry.publication, Publication::Published { .. }));
            assert!(is_published, "{id}");
        }
    }

    #[test]
    fn every_indicator_with_figures_leads_on_and_those_lead_back() {
        for entry in CATALOGUE
            .iter()
            .filter(|entry| matches!(entry.publication, Publication::Published { .. }))
        {
            let others = related(entry);
            assert!(!others.is_empty(), "{} leads nowhere", entry.id);
            for other in others {
                assert!(
                    related(other).iter().any(|back| back.id == entry.id),
                    "{} leads to {}, and that not back",
                    entry.id,
                    other.id
                );
            }
        }
    }
}
