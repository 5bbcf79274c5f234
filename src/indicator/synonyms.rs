//! What people call things: words of daily speech, next to the catalogue. A word may be the start of a longer one.

/// Other words for an indicator, by its id; one that the catalogue does not have is passed over.
pub const SYNONYMS: &[(&str, &str)] = &[
    (
        "gebruik",
        "hulp zorg kinderen kind jongeren percentage deel bereik cliënten children clients use",
    ),
    (
        "jeugdigen",
        "hulp zorg kinderen kind jongeren hoeveel cliënten children clients how many",
    ),
    (
        "kosten_per_jeugdige",
        "geld euro uitgaven prijs duur bedrag gemiddeld betaalbaar money euros price spending expensive",
    ),
    (
        "kosten",
        "geld euro uitgaven budget begroting tekort miljoen bedrag betaalbaar money euros spending budget deficit",
    ),
    (
        "instroom",
        "nieuw aanmelding begin start toegang verwijzing aanvraag new start access intake",
    ),
    (
        "uitstroom",
        "klaar afronden einde stoppen uit zorg finished end leave",
    ),
    (
        "gewoon_opvoeden",
        "preventie opvoeden gezin buurt wijkteam lokaal normaliseren prevention family",
    ),
    (
        "duur_gemiddeld",
        "lang duur behandelduur looptijd tijd dagen lengte gemiddeld length duration days",
    ),
    (
        "duur_korter_jaar",
        "kort duur looptijd tijd snel short duration",
    ),
    (
        "uitval",
        "afgebroken voortijdig mislukt stoppen stopt vroeg breuk drop out dropout",
    ),
    (
        "terugkeer",
        "herhaald opnieuw terug terugkeer terugkomen terugval recidive herhaling again repeat relapse",
    ),
    (
        "wachttijd",
        "wachtlijst wachten wachttijden waiting list queue",
    ),
    (
        "onderwijs",
        "school scholen leerling thuiszitter passend thuiszitters pupils education",
    ),
    (
        "bekend_in_beide",
        "wijkteam lokaal team overlap samen local team both",
    ),
    (
        "duur_lokaal_team",
        "wijkteam lokaal lang duur looptijd local team length",
    ),
    (
        "duur_klassen",
        "verdeling duur looptijd lang kort maanden jaren klassen duration classes long short months years",
    ),
    (
        "duur_mediaan",
        "mediaan midden doorsnee lang duur behandelduur looptijd median length duration",
    ),
    (
        "duur_overleving",
        "overleving lopend doorloop lang duur mediaan survival running duration median",
    ),
    (
        "loopt_na_half_jaar",
        "overleving lopend doorloop lang duur looptijd half jaar maanden survival running duration months",
    ),
    (
        "loopt_na_jaar",
        "overleving lopend doorloop lang duur looptijd jaar maanden survival running duration year",
    ),
    (
        "loopt_na_twee_jaar",
        "overleving lopend doorloop lang duur looptijd twee jaar langdurig survival running duration years",
    ),
    (
        "voortijdig",
        "afgebroken stoppen stopt vroeg eerder breuk uitval early end dropout",
    ),
    (
        "herhaald_beroep",
        "herhaald beroep opnieuw terug terugkomen eerder verleden vijf jaar recidive again repeat history",
    ),
    (
        "doelrealisatie",
        "resultaat effect werkt helpt geholpen succes geslaagd uitkomst doelrealisatie outcome success result effective goals",
    ),
    (
        "problemen_verminderd",
        "resultaat effect werkt helpt geholpen uitkomst minder klachten outcome result effective",
    ),
    (
        "zonder_hulp_verder",
        "resultaat effect klaar zelfstandig uitkomst helpt geholpen outcome result independent",
    ),
    (
        "tevredenheid",
        "tevreden tevredenheid cliënttevredenheid klanttevredenheid ervaring mening oordeel helpt uitkomst outcome satisfaction opinion",
    ),
    (
        "respons_uitkomst",
        "respons antwoord vragenlijst uitkomst betrouwbaar zeker zekerheid datakwaliteit response answer survey",
    ),
    (
        "binnen_kader",
        "norm richtlijn richtinggevend afspraak afgesproken lang kort duur guideline norm agreed range",
    ),
    (
        "richtinggevend_kader",
        "norm richtlijn kader afspraak afgesproken lang kort duur guideline norm agreed range",
    ),
    (
        "klantervaring",
        "tevreden tevredenheid cliënt ervaring mening enquête satisfaction survey clients",
    ),
    (
        "toewijzing_tot_start",
        "doorlooptijd wachten wachttijd start toewijzing beschikking mediaan wait start allocation",
    ),
    (
        "toewijzing_drie_maanden",
        "doorlooptijd wachten wachttijd lang start toewijzing beschikking treeknorm wait long start allocation",
    ),
    (
        "toewijzing_bekend",
        "toewijzing beschikking volledig betrouwbaar datakwaliteit allocation complete data quality",
    ),
    (
        "wachtenden",
        "wachtlijst wachten wachttijd waiting list queue",
    ),
    (
        "wacht_jeugdigen",
        "wachtlijst wachten wachttijd drie maanden lang waiting list queue",
    ),
    (
        "wacht_gemiddeld",
        "wachtlijst wachten wachttijd weken gemiddelde waiting time weeks",
    ),
    (
        "wacht_aanbieders",
        "wachtlijst wachten wachttijd aanbieder instelling waiting time providers",
    ),
    (
        "trajecten",
        "zorg hulp toewijzing beschikking indicatie hoeveel aantal care number",
    ),
    (
        "trajecten_per_jeugdige",
        "stapelen stapeling meer hulp tegelijk gemiddeld stacking average",
    ),
    (
        "kosten_per_traject",
        "geld euro prijs tarief bedrag duur gemiddeld money euros price expensive",
    ),
    (
        "kostengroei",
        "geld euro stijging groei toename inflatie budget tekort money growth increase",
    ),
    (
        "kostenontleding",
        "waarom geld euro stijging oorzaak verklaring prijs volume why money cause explanation",
    ),
    (
        "kostenontleding_per_jeugdige",
        "waarom duurder goedkoper oorzaak stijging daling per kind gemiddeld why dearer cheaper cause rise",
    ),
    (
        "instroom_trajecten",
        "nieuw begin start instroom toegang aanmelding aanvraag new start inflow",
    ),
    (
        "uitstroom_trajecten",
        "klaar afronden einde stoppen uitstroom finished end outflow",
    ),
    (
        "leeftijd_instroom",
        "leeftijd jong oud baby peuter puber jaar age young old",
    ),
    (
        "verwijzers",
        "huisarts gemeente wijkteam rechter jeugdarts verwijzing toegang doctor referral court",
    ),
    (
        "kosten_boven_100k",
        "duur duurste geld euro ton hoog uitschieter expensive high money",
    ),
    (
        "geld_boven_100k",
        "duur duurste geld euro ton hoog uitschieter budget expensive high money",
    ),
    (
        "pgb",
        "pgb persoonsgebonden budget zelf inkopen svb personal budget",
    ),
    (
        "pgb_uitgaven",
        "pgb kosten geld euro besteed svb personal budget money",
    ),
    (
        "pgb_per_jeugdige",
        "pgb kosten geld euro gemiddeld svb personal budget money",
    ),
    (
        "prognose",
        "prognose voorspelling verwachting toekomst raming begroting forecast future estimate",
    ),
    (
        "q_analyse",
        "volume omvang afspraak declaratie overschrijding agreement volume",
    ),
    (
        "reden_bekend",
        "datakwaliteit betrouwbaar volledig ingevuld reden einde kwaliteit data reliable complete reason",
    ),
    (
        "verwijzer_onbekend",
        "datakwaliteit betrouwbaar volledig ingevuld ontbreekt verwijzer kwaliteit data reliable complete referrer missing",
    ),
    (
        "datakwaliteit",
        "betrouwbaar volledig fouten kwaliteit datakwaliteit zeker zekerheid data reliable complete quality",
    ),
    (
        "verblijf",
        "thuis wonen uit huis pleeggezin instelling gezinshuis verblijf home residence",
    ),
    (
        "verblijf_jeugdigen",
        "thuis wonen uithuisplaatsing uithuisgeplaatst uit huis instelling verblijf out of home placement residence",
    ),
    (
        "gesloten",
        "gesloten jeugdzorgplus dwang opgesloten gedwongen secure closed compulsion",
    ),
    (
        "gesloten_instroom",
        "gesloten jeugdzorgplus dwang nieuw start instroom secure closed new",
    ),
    (
        "gesloten_duur",
        "gesloten jeugdzorgplus dwang lang duur dagen secure closed length",
    ),
    (
        "uitstroom_17",
        "achttien volwassen zelfstandig 18 17 overgang leaving care adult",
    ),
    (
        "maatregelen",
        "ots ondertoezichtstelling voogdij reclassering bescherming rechter veilig dwang kinderbeschermingsmaatregel measure supervision guardian court safe",
    ),
    (
        "hulp_met_maatregel",
        "vrijwillig gedwongen kader dwang drang ots voogdij voluntary compulsory measure",
    ),
    (
        "soorten_maatregelen",
        "ots vots voogdij reclassering ondertoezichtstelling verdeling samenstelling composition measure supervision guardian probation",
    ),
    (
        "begonnen_maatregelen",
        "nieuwe ots voogdij reclassering uitspraak rechter instroom new measure court",
    ),
    (
        "jeugdbeschermingstafel",
        "veilig thuis raad veiligheid melding bescherming mishandeling safety abuse",
    ),
    (
        "kosten_onder_maatregel",
        "geld euro bescherming voogdij ots reclassering money measure",
    ),
    (
        "aanbieders",
        "aanbieder instelling organisatie zorgaanbieder hoeveel provider organisation",
    ),
    (
        "aanbieders_alle_gemeenten",
        "aanbieder instelling regionaal organisatie provider organisation",
    ),
    (
        "geld_alle_gemeenten",
        "budget euro kosten aanbieder instelling regionaal organisatie provider organisation money",
    ),
    (
        "concentratie",
        "aanbieder grootste grote instelling markt verdeling provider largest market",
    ),
    (
        "aantal_aanbieders",
        "aanbieder instelling stapelen meerdere organisaties provider stacking",
    ),
    (
        "bestedingsruimte",
        "bestedingsruimte budget plafond ruimte aanbieder geld budget ceiling money",
    ),
];

/// Something that people look for and that is no figure of this release: what it is called, and what can be said of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absent {
    /// Ids of the catalogue that take its place once they are there.
    pub until: &'static [&'static str],
    /// What people type.
    pub words: &'static str,
    /// What it is called.
    pub title: crate::vocabulary::Bilingual,
    /// What can be said of it.
    pub line: crate::vocabulary::Bilingual,
}

/// What is looked for in vain, so that the reader is not left guessing.
pub const ABSENT: &[Absent] = &[Absent {
    until: &["ggz"],
    words: "ggz jeugdggz psychiatrie psycholoog psychisch mentaal depressie adhd autisme mental health psychiatry",
    title: crate::vocabulary::Bilingual::new("Jeugd-ggz", "Youth mental health care"),
    line: crate::vocabulary::Bilingual::new(
        "Jeugd-ggz telt mee, maar niet apart: ze zit in de vorm waarin de hulp is gegeven. Hier ziet u alle vormen naast elkaar.",
        "Youth mental health care is included, but not separately: it is part of the form in which care was given. Here you see all forms side by side.",
    ),
}];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicator::CATALOGUE;

    #[test]
    fn every_indicator_has_words_of_daily_speech() {
        for entry in CATALOGUE {
            assert!(
                SYNONYMS.iter().any(|(id, _)| *id == entry.id),
                "{} has no synonyms",
                entry.id
            );
        }
    }
}
