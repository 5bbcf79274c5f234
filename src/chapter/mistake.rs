//! What can be wrong with a text, and how that is said to who edits it.

use super::model::Complaint;
use crate::vocabulary::Language;

/// Something that does not follow the contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mistake {
    /// The file is no UTF-8.
    NotText,
    /// The file is far too long for a chapter.
    TooLong,
    /// There is no head between two lines with `+++`.
    NoHead,
    /// The head cannot be read; why, in the words of its reader.
    Head(String),
    /// A key of the head has nothing in it.
    Empty(&'static str),
    /// The name does not fit in the menu.
    LongName,
    /// Braces that do not close, or were never opened.
    Braces,
    /// No such place to fill in.
    UnknownToken(String),
    /// No such indicator.
    UnknownIndicator(String),
    /// An indicator without figures where a figure is asked for.
    HasNoFigures(String),
    /// An indicator with figures where it is asked why there are none.
    HasFigures(String),
    /// An indicator that divides a whole into parts, where one figure is asked for.
    IsDivided(String),
    /// A block within a line.
    NotAlone(String),
    /// HTML.
    Html,
    /// A picture.
    Image,
    /// A link that leaves the monitor.
    OutsideLink(String),
    /// A heading with one `#`.
    TopHeading,
    /// Computer code, among which text that is indented by four spaces.
    Code,
    /// A line across the page.
    Rule,
}

impl Mistake {
    /// As a complaint about a line.
    pub(super) fn on(&self, line: usize, language: Language) -> Complaint {
        let words = match language {
            Language::Nl => self.dutch(),
            Language::En => self.english(),
        };
        Complaint { line, words }
    }

    fn dutch(&self) -> String {
        match self {
            Self::NotText => "Dit bestand is geen gewone tekst. Bewaar het als UTF-8.".to_owned(),
            Self::TooLong => "Dit bestand is te lang voor een hoofdstuk.".to_owned(),
            Self::NoHead => "De kop ontbreekt. Begin het bestand met een regel +++, dan titel, kort, samenvatting en bronnen, en dan weer +++.".to_owned(),
            Self::Head(detail) => format!("De kop tussen de regels met +++ klopt niet: {detail}"),
            Self::Empty(key) => format!("‘{key}’ in de kop is leeg."),
            Self::LongName => "‘kort’ in de kop heeft meer dan 24 tekens en past niet in het menu.".to_owned(),
            Self::Braces => "Bij {{ hoort }}, op dezelfde regel.".to_owned(),
            Self::UnknownToken(name) => format!("‘{name}’ kan niet tussen {{{{ en }}}} staan."),
            Self::UnknownIndicator(id) => format!("Het cijfer ‘{id}’ bestaat niet."),
            Self::HasNoFigures(id) => format!("Over ‘{id}’ zijn nog geen cijfers. Gebruik {{{{geen-cijfers:{id}}}}}."),
            Self::HasFigures(id) => format!("Over ‘{id}’ zijn cijfers. {{{{geen-cijfers:…}}}} past daar niet bij."),
            Self::IsDivided(id) => format!("‘{id}’ is in delen verdeeld en heeft niet één cijfer. Verwijs ernaar met een link."),
            Self::NotAlone(name) => format!("Zet {{{{{name}}}}} op een eigen regel, met een lege regel erboven en eronder."),
            Self::Html => "HTML mag niet in een tekst.".to_owned(),
            Self::Image => "Een plaatje mag niet in een tekst.".to_owned(),
            Self::OutsideLink(to) => format!("De link naar ‘{to}’ werkt niet: links gaan alleen naar de monitor zelf en beginnen met een vraagteken."),
            Self::TopHeading => "Gebruik ## voor een kop. De titel staat al boven het hoofdstuk.".to_owned(),
            Self::Code => "Dit is als computercode geschreven. Haal de spaties vooraan of de tekens ` weg.".to_owned(),
            Self::Rule => "Een streep mag niet in een tekst. Gebruik een kop.".to_owned(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::NotText => "This file is no plain text. Save it as UTF-8.".to_owned(),
            Self::TooLong => "This file is too long for a chapter.".to_owned(),
            Self::NoHead => "The head is missing. Begin the file with a line +++, then titel, kort, samenvatting and bronnen, then +++ again.".to_owned(),
            Self::Head(detail) => format!("The head between the lines with +++ is not right: {detail}"),
            Self::Empty(key) => format!("‘{key}’ in the head is empty."),
            Self::LongName => "‘kort’ in the head has more than 24 characters and does not fit in the menu.".to_owned(),
            Self::Braces => "{{ needs }}, on the same line.".to_owned(),
            Self::UnknownToken(name) => format!("‘{name}’ cannot stand between {{{{ and }}}}."),
            Self::UnknownIndicator(id) => format!("The figure ‘{id}’ does not exist."),
            Self::HasNoFigures(id) => format!("There are no figures on ‘{id}’ yet. Use {{{{geen-cijfers:{id}}}}}."),
            Self::HasFigures(id) => format!("There are figures on ‘{id}’. {{{{geen-cijfers:…}}}} does not suit it."),
            Self::IsDivided(id) => format!("‘{id}’ is divided into parts and has no single figure. Refer to it with a link."),
            Self::NotAlone(name) => format!("Put {{{{{name}}}}} on a line of its own, with an empty line above and below."),
            Self::Html => "HTML is not allowed in a text.".to_owned(),
            Self::Image => "A picture is not allowed in a text.".to_owned(),
            Self::OutsideLink(to) => format!("The link to ‘{to}’ does not work: links only lead to the monitor itself and begin with a question mark."),
            Self::TopHeading => "Use ## for a heading. The title stands above the chapter already.".to_owned(),
            Self::Code => "This is written as computer code. Take away the spaces in front, or the characters `.".to_owned(),
            Self::Rule => "A line across the page is not allowed in a text. Use a heading.".to_owned(),
        }
    }
}
