//! The text table: every fixed text of the screen, once, in both languages.

use crate::vocabulary::Bilingual;

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident: $nl:literal, $en:literal;)+) => {
        $($(#[$doc])* pub const $name: Bilingual = Bilingual::new($nl, $en);)+
    };
}

texts! {
    /// Which ambitions have figures.
    UNCOVERED: "Voor ambitie 1 en 5 zijn er nog geen goede cijfers; ambitie 3 en 4 volgen in deze monitor.", "For ambitions 1 and 5 there are no good figures yet; ambitions 3 and 4 will follow in this monitor.";
    /// Label of the year choice when years are all shown.
    YEAR_OF_CALCULATION: "Jaar van de berekening", "Year of the calculation";
    /// Key to the small lines: after a break.
    COUNTED_DIFFERENTLY: "vanaf hier anders geteld", "counted differently from here";
    /// Name of the site.
    SITE: "Regiovisie-monitor jeugdzorg", "Regional youth-care monitor";
    /// Skip link.
    SKIP: "Direct naar de inhoud", "Skip to content";
    /// Main menu, for assistive technology.
    MENU: "Hoofdmenu", "Main menu";
    /// First view.
    OVERVIEW: "Overzicht", "Overview";
    /// Second view.
    EXPLORE: "Verkennen", "Explore";
    /// Notice on made-up data, in bold.
    SYNTHETIC: "Voorbeeldgegevens.", "Example data.";
    /// The rest of that notice.
    SYNTHETIC_MORE: "Deze cijfers zijn nagebootst. Ze lijken op die van de regio, maar gaan over niemand.", "These figures are made up. They resemble those of the region, but are about nobody.";
    /// While the release is fetched.
    LOADING: "De cijfers worden opgehaald …", "Fetching the figures …";
    /// While one more file is fetched.
    LOADING_MORE: "Nog even: deze cijfers worden opgehaald …", "One moment: fetching these figures …";
    /// Opens the sentence with the choices.
    I_VIEW: "Ik bekijk", "Showing";
    /// In that sentence.
    IN: "in", "in";
    /// Ends that sentence.
    BESIDE_REST: "naast de rest van de regio", "next to the rest of the region";
    /// Label of the area choice.
    AREA: "Gebied", "Area";
    /// Label of the year choice.
    YEAR: "Jaar", "Year";
    /// Label of the indicator choice.
    INDICATOR: "Onderwerp", "Topic";
    /// Label of the breakdown choice.
    BREAKDOWN: "Verdelen naar", "Break down by";
    /// No breakdown.
    NO_BREAKDOWN: "Niet verdelen", "No breakdown";
    /// Label of the filters.
    FILTERS: "Alleen kijken naar", "Narrow to";
    /// Label of figure or count.
    SHOW_AS: "Tonen als", "Show as";
    /// Show counts.
    AS_COUNT: "Aantal", "Number";
    /// Toggle of the interval.
    UNCERTAINTY: "Onzekerheid tonen", "Show uncertainty";
    /// Heading of the inspector.
    HOW: "Hoe is dit berekend?", "How was this calculated?";
    /// Caption of the table.
    SAME_FIGURES: "Dezelfde cijfers als tabel", "The same figures as a table";
    /// Table column.
    UNCERTAINTY_COLUMN: "Onzekerheid", "Uncertainty";
    /// Table column, chart label.
    REST: "Rest van de regio", "Rest of the region";
    /// Provisional year.
    PROVISIONAL: "voorlopig", "provisional";
    /// Region group in the menu.
    REGION_GROUP: "Regio", "Region";
    /// Sub-region group in the menu.
    SUBREGION_GROUP: "Deel van de regio", "Part of the region";
    /// Municipality group in the menu.
    MUNICIPALITY_GROUP: "Gemeente", "Municipality";
    /// Status of an indicator without figures.
    NO_FIGURES: "Nog geen cijfers", "No figures yet";
    /// Above the nearest figures.
    NEAREST: "Wat er wel is:", "What there is:";
    /// Heading of a hidden figure.
    TOO_SMALL: "Het precieze cijfer is verborgen,", "The exact figure is hidden,";
    /// Why.
    TOO_SMALL_WHY: "zodat niemand herkenbaar is.", "so that nobody can be recognised.";
    /// Heading of a missing figure.
    NOT_COMPUTED: "Geen cijfer", "No figure";
    /// Opens all choices on a phone.
    CHOICES: "Keuzes", "Choices";
    /// Error heading.
    SOMETHING_WRONG: "Er gaat iets mis", "Something is wrong";
    /// Try again button.
    TRY_AGAIN: "Opnieuw proberen", "Try again";
    /// Unknown part of a link.
    LINK_PROBLEM: "Een deel van deze link klopt niet meer.", "Part of this link is not right any more.";
    /// Chart could not be drawn.
    NO_CHART: "De grafiek kon niet worden getekend. De cijfers staan in de tabel hieronder.", "The chart could not be drawn. The figures are in the table below.";
    /// While the chart is drawn.
    DRAWING: "De grafiek wordt getekend …", "Drawing the chart …";
    /// The other language.
    OTHER_LANGUAGE: "English", "Nederlands";
    /// Footer: licence of the data.
    DATA: "Bekijk de gegevens zelf", "See the data themselves";
    /// Footer: how it was made.
    COMPUTED_HERE: "Alle cijfers worden in uw eigen browser berekend. Deze pagina plaatst geen cookies en volgt u niet.", "All figures are computed in your own browser. This page sets no cookies and does not track you.";
    /// Hidden in a chart.
    HIDDEN_MARK: "verborgen", "hidden";
    /// Footnote about the band.
    BAND: "De band is de onzekerheid (95\u{a0}%).", "The band is the uncertainty (95\u{a0}%).";
    /// Footnote to bars.
    BARS: "Het streepje is de onzekerheid (95\u{a0}%).", "The line is the uncertainty (95\u{a0}%).";
    /// Footnote to bars beside the rest.
    BARS_REST: "Een rondje is de rest van de regio.", "A dot is the rest of the region.";
    /// Footnote to hidden figures.
    HIDDEN_NOTE: "Een gestippeld vak is een verborgen cijfer: het ligt ergens in dat vak.", "A dotted box is a hidden figure: it lies somewhere in that box.";
    /// Footnote on rounding.
    ROUNDED: "Aantallen zijn afgerond op vijf. Kleine aantallen zijn verborgen, zodat niemand herkenbaar is.", "Counts are rounded to five. Small counts are hidden, so that nobody can be recognised.";
    /// Expected revision, before the percentage.
    LATE: "er komen nog declaraties binnen. Het bedrag komt naar verwachting hoger uit, met ongeveer", "declarations are still coming in. The amount is expected to end up higher, by about";
}
