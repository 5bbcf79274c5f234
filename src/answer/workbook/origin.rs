//! Where the figures came from, what must be known to read them, and how to find the page again.

use super::cells::Used;
use super::formula::Columns;
use super::{Entry, Worksheet};
use crate::answer::{Answer, about};
use crate::indicator::{Formula, Indicator, SplitWhole};
use crate::release::Release;
use crate::selection::Selection;
use crate::sentence;
use crate::vocabulary::{Bilingual, Language};

const NAME: Bilingual = Bilingual::new("Herkomst", "Origin");
const FINDING: Bilingual = Bilingual::new("Uitkomst", "Finding");
const WHAT: Bilingual = Bilingual::new("Wat", "What");
const DEFINITION: Bilingual = Bilingual::new("Definitie", "Definition");
const TESTED: Bilingual = Bilingual::new("Toets", "Test");
const MIND: Bilingual = Bilingual::new("Let op", "Please note");
const SOURCE: Bilingual = Bilingual::new("Bron", "Source");
const RELEASE: Bilingual = Bilingual::new("Publicatie", "Publication");
const UNTIL: Bilingual = Bilingual::new("Gegevens tot", "Data up to");
const HASH: Bilingual = Bilingual::new(
    "Kenmerk (SHA-256 van datapackage.json)",
    "Fingerprint (SHA-256 of datapackage.json)",
);
const LICENCE: Bilingual = Bilingual::new("Licentie", "Licence");
const LINK: Bilingual = Bilingual::new("Deze pagina", "This page");
const MARK: Bilingual = Bilingual::new("Teken", "Mark");
const HOW: Bilingual = Bilingual::new("Formules", "Formulas");
const FIGURE: Bilingual = Bilingual::new(
    "Elk cijfer is een formule: teller gedeeld door noemer, maal een vast getal. Teller en noemer verwijzen naar het blad Cellen.",
    "Every figure is a formula: numerator divided by denominator, times a fixed number. Numerator and denominator refer to the sheet Cells.",
);
const COUNT: Bilingual = Bilingual::new(
    "Elk cijfer is een formule, die verwijst naar het blad Cellen.",
    "Every figure is a formula that refers to the sheet Cells.",
);
const CHANGE: Bilingual = Bilingual::new(
    "Elk cijfer is een formule: het jaar zelf (teller) gedeeld door het jaar ervoor (noemer), maal 100, min 100. Beide verwijzen naar het blad Cellen.",
    "Every figure is a formula: the year itself (numerator) divided by the year before (denominator), times 100, minus 100. Both refer to the sheet Cells.",
);
const SPLIT: Bilingual = Bilingual::new(
    "De hele verandering is een formule: de kosten in het jaar zelf (teller) min die in het jaar ervoor (noemer). De delen staan als getal. Wat daarvoor is gelezen, staat in het blad Cellen.",
    "The whole change is a formula: cost in the year itself (numerator) minus that in the year before (denominator). The parts are numbers; what was read for them is in the sheet Cells.",
);
const SPLIT_PER_YOUTH: Bilingual = Bilingual::new(
    "De hele verandering en de delen staan als getal. Wat daarvoor is gelezen, staat in het blad Cellen: kosten, jeugdigen en trajecten van beide jaren.",
    "The whole change and the parts are numbers. What was read for them is in the sheet Cells: cost, youths and care periods of both years.",
);
const MEDIAN: Bilingual = Bilingual::new(
    "Elk cijfer staat als getal, niet als formule. De aantallen per klasse waaruit het is berekend, staan in het blad Cellen.",
    "Every figure is a number, not a formula. The counts by class that it was worked out from are in the sheet Cells.",
);
const SURVIVAL: Bilingual = Bilingual::new(
    "Elk cijfer is een formule, die verwijst naar het blad Cellen: per klasse van duur hoeveel trajecten die bereikten en hoeveel er in stopten. Per klasse loopt dit deel door: 1 min twee maal wat stopte, gedeeld door wat de klasse bereikte, wat erin stopte en wat de volgende bereikte samen.",
    "Every figure is a formula that refers to the sheet Cells: for each class of duration how many care periods lasted as long, and how many ended in it. Of each class this part runs on: 1 minus twice what ended, divided by what came as far, what ended in it and what came as far as the next together.",
);
const BY_CLASS: Bilingual = Bilingual::new(
    "De onzekerheid (95\u{a0}%) staat als getal: zij volgt uit dezelfde aantallen (methode van Woodruff).",
    "The uncertainty (95\u{a0}%) is a number: it follows from the same counts (method of Woodruff).",
);
const BY_GREENWOOD: Bilingual = Bilingual::new(
    "De onzekerheid (95\u{a0}%) staat als getal: zij volgt uit dezelfde tafel (fout van Greenwood).",
    "The uncertainty (95\u{a0}%) is a number: it follows from the same table (Greenwood's error).",
);
const BY_ROUNDING: Bilingual = Bilingual::new(
    "De marge is hier alleen wat afronding openlaat: het is een rekensom, er is niets getoetst.",
    "The margin is only what rounding leaves open: it is arithmetic, and nothing was tested.",
);
const UNCERTAIN: Bilingual = Bilingual::new(
    "De onzekerheid (95\u{a0}%) is ook een formule, met de ruimste uitkomst die afronding toelaat.",
    "The uncertainty (95\u{a0}%) is a formula too, with the widest outcome that rounding allows.",
);
const NO_FORMULA: Bilingual = Bilingual::new(
    "De onzekerheid (95\u{a0}%) staat hier als getal, niet als formule: daar zijn ook de kwadraten van alle bedragen of dagen voor nodig.",
    "The uncertainty (95\u{a0}%) is a number here, not a formula: it also needs the squares of all amounts or days.",
);

pub(super) fn sheet(
    answer: &Answer,
    shown: &Indicator,
    (selection, release): (&Selection, &Release),
    used: &Used,
    link: Option<&str>,
) -> Worksheet {
    let language = selection.language;
    let about = about(answer, selection, release);
    let name = |name: Bilingual| Entry::Name(name.get(language).to_owned());
    let line = |label: Bilingual, words: String| vec![name(label), Entry::Prose(words)];
    let mut rows = vec![
        vec![name(FINDING), Entry::Title(about.title)],
        line(WHAT, about.subtitle),
        line(DEFINITION, shown.definition.get(language).to_owned()),
    ];
    rows.extend(about.remark.map(|remark| line(TESTED, remark)));
    let notices = about.synthetic.into_iter().chain(about.notices);
    rows.extend(notices.map(|words| vec![name(MIND), Entry::Notice(words)]));
    rows.extend([
        line(SOURCE, release.region.name().to_owned()),
        line(RELEASE, release.id.clone()),
        line(UNTIL, sentence::date(&release.reference_date, language)),
        line(HASH, release.hash.clone()),
    ]);
    for licence in &release.licences {
        rows.push(line(LICENCE, licence.title.clone()));
        rows.push(vec![Entry::Empty, Entry::Link(licence.path.clone())]);
    }
    rows.extend(link.map(|link| vec![name(LINK), Entry::Link(link.to_owned())]));
    rows.extend(about.marks.into_iter().map(|mark| line(MARK, mark)));
    let columns = Columns {
        row: 1,
        z: String::new(),
    };
    let figure = match shown.formula() {
        Some(Formula::Change { .. }) => CHANGE,
        Some(Formula::Split {
            whole: SplitWhole::Cost,
        }) => SPLIT,
        Some(Formula::Split {
            whole: SplitWhole::CostPerYouth,
        }) => SPLIT_PER_YOUTH,
        Some(Formula::Survival { .. }) => SURVIVAL,
        _ if shown.is_median() => MEDIAN,
        _ if shown.is_ratio() => FIGURE,
        _ => COUNT,
    };
    let uncertain = match columns.uncertainty(shown) {
        Some(_) => UNCERTAIN,
        None if shown.is_split() => BY_ROUNDING,
        None if shown.is_median() => BY_CLASS,
        None if shown.survival().is_some() => BY_GREENWOOD,
        None => NO_FORMULA,
    };
    for words in [figure, uncertain] {
        rows.push(line(HOW, words.get(language).to_owned()));
    }
    for (path, hash) in used.files(release) {
        let file = match language {
            Language::Nl => format!("Bestand {path}"),
            Language::En => format!("File {path}"),
        };
        rows.push(vec![Entry::Name(file), Entry::Prose(hash)]);
    }
    Worksheet {
        name: NAME.get(language).to_owned(),
        widths: vec![44, 96],
        frozen: 0,
        rows,
    }
}
