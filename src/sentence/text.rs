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
    /// Third view.
    COMPARE: "Vergelijken", "Compare";
    /// Table column: how a municipality stands to the rest.
    AGAINST_REST: "Tegenover de rest", "Against the rest";
    /// Table column: between which places it stands.
    PLACES: "Plaats", "Place";
    /// Footnote: the region's own figure in a comparison.
    REGION_LINE: "De stippellijn is het cijfer van de hele regio.", "The dotted line is the figure of the whole region.";
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
    /// Why a figure that is not small is hidden.
    HIDDEN_FOR_ANOTHER: "want met dit cijfer is een klein aantal uit te rekenen.", "for a small count could be worked out with it.";
    /// Why a figure is always zero.
    ALWAYS_ZERO_WHY: "Deze hulp bestaat niet voor deze groep.", "This care does not exist for this group.";
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
    /// Footnote about the band.
    BAND: "De band is de onzekerheid (95\u{a0}%).", "The band is the uncertainty (95\u{a0}%).";
    /// Footnote to bars.
    BARS: "Het streepje is de onzekerheid (95\u{a0}%).", "The line is the uncertainty (95\u{a0}%).";
    /// Footnote to bars beside the rest.
    BARS_REST: "Een rondje is de rest van de regio.", "A dot is the rest of the region.";
    /// Expected revision, before the percentage.
    LATE: "er komen nog declaraties binnen. Het bedrag komt naar verwachting hoger uit, met ongeveer", "declarations are still coming in. The amount is expected to end up higher, by about";
    /// A figure that cannot be anything but zero.
    ALWAYS_ZERO: "0, altijd", "0, always";
    /// Heading of the marks below a chart, for assistive technology.
    MARKS: "Wat de tekens betekenen", "What the marks mean";
    /// Fourth view.
    ACCOUNTABILITY: "Verantwoording", "Accountability";
    /// Opening of that view.
    ACCOUNTABILITY_LEAD: "Deze cijfers gaan over jeugdigen. Niemand mag eruit kunnen opmaken wie dat zijn. Hier leest u hoe dat is geregeld, en hier controleert u het zelf.", "These figures are about youths. Nobody may be able to tell who they are. Here you read how that is arranged, and here you check it yourself.";
    /// Heading of the rules.
    HOW_PROTECTED: "Zo zijn de cijfers beschermd", "How the figures are protected";
    /// Heading of the legend.
    SIX_MARKS: "Zes tekens bij een cijfer", "Six marks with a figure";
    /// Under it.
    SIX_MARKS_MORE: "Een nul, een geheim getal en een getal dat nog niet bekend is, zijn verschillende dingen. Daarom zien ze er verschillend uit, in tabellen en in grafieken.", "A zero, a hidden number and a number that is not known yet are different things. So they look different, in tables and in charts.";
    /// Heading of the check.
    CHECK_YOURSELF: "Controleer zelf", "Check it yourself";
    /// What the check does.
    CHECK_EXPLAINED: "Uw browser haalt alle bestanden op en kijkt elk cijfer na. Daar komt niemand anders aan te pas. Daarna werkt het ook zonder internet.", "Your browser fetches all files and looks at every figure. Nobody else is involved. After that it also works without a connection.";
    /// The check has not been done.
    NOT_CHECKED: "nog niet nagekeken", "not checked yet";
    /// A rule is kept.
    IN_ORDER: "in orde", "in order";
    /// A rule is broken.
    BROKEN: "fout", "wrong";
    /// The table of rules, for assistive technology.
    RULES: "Alle regels, met de uitkomst", "All rules, with the outcome";
    /// Column with rules.
    RULE: "Regel", "Rule";
    /// Column with the number of figures held against a rule.
    CHECKED: "Nagekeken", "Checked";
    /// Column with the outcome.
    OUTCOME: "Uitkomst", "Outcome";
    /// Rule on the files.
    FILES_RULE: "Elk bestand is, teken voor teken, het bestand dat is gepubliceerd (SHA-256).", "Every file is, byte for byte, the file that was published (SHA-256).";
    /// Heading of the totals.
    HOW_MANY: "Hoeveel cijfers er zijn", "How many figures there are";
    /// Column with how figures were published.
    KIND: "Soort", "Kind";
    /// Row of the totals.
    ALL_FIGURES: "Alle cijfers samen", "All figures together";
    /// Column with what was counted in the browser.
    COUNTED_BY_YOU: "Door u geteld", "Counted by you";
    /// Column with what the region published.
    ACCORDING_TO_REGION: "Volgens de regio", "According to the region";
    /// Heading of the region's own check.
    OWN_CHECK: "De controle door de regio zelf", "The check by the region itself";
    /// Heading of the linear programme.
    ONE_CELL: "Reken één geheim cijfer na", "Work on one hidden figure";
    /// What it does.
    ONE_CELL_EXPLAINED: "Kies een geheim cijfer. Uw browser zoekt dan uit wat iemand ervan te weten kan komen met alle andere cijfers samen. Dat mag nooit te precies zijn.", "Choose a hidden figure. Your browser then finds out what somebody could learn of it from all other figures together. That may never be too precise.";
    /// Opens the sentence with the choice of a cell.
    I_CHOOSE: "Ik kies", "I choose";
    /// Label of the choice of a measure.
    MEASURE: "Wat is geteld", "What is counted";
    /// Label of the choice of a cell.
    HIDDEN_CELL: "Geheim cijfer", "Hidden figure";
    /// Nothing is hidden there.
    NOTHING_HIDDEN: "Hier is niets geheim. Kies een ander gebied, een ander jaar of iets anders dat is geteld.", "Nothing is hidden here. Choose another area, another year or something else that is counted.";
    /// Before the files are there.
    FILES_FIRST: "Daarvoor zijn eerst alle bestanden nodig.", "All files are needed for that first.";
    /// Button.
    WORK_OUT: "Reken na", "Work it out";
    /// Button while it works.
    STOP: "Stop", "Stop";
    /// While it works.
    WORKING_OUT: "Uw browser rekent. Dat kan even duren, u kunt gewoon verder lezen.", "Your browser is working. This may take a while, you can read on.";
    /// It did not work.
    NOT_WORKED_OUT: "Het narekenen lukte niet.", "Working it out failed.";
    /// Download button.
    DOWNLOAD_CSV: "Download als CSV", "Download as CSV";
    /// What a calculation read besides its amounts.
    READ_TOO: "Ook gelezen:", "Also read:";
    /// Why the margin of a count of trajectories is too small.
    CLUSTERED: "Een jeugdige kan meer dan één traject hebben. Daardoor is de echte marge iets groter dan hier staat.", "A youth may have more than one trajectory, so the true margin is somewhat larger than stated.";
    /// Footnote to the bars of a split.
    BARS_ROUNDED: "Het streepje laat zien wat afronding openlaat.", "The line shows what rounding leaves open.";
    /// Table column: what rounding leaves open.
    ROUNDING_COLUMN: "Door afronding", "By rounding";
    /// Table column of a split.
    CAUSE: "Door", "Through";
    /// Heading of the definitions.
    DEFINITIONS: "Definities", "Definitions";
    /// Opening of the definitions.
    DEFINITIONS_LEAD: "Hier staat van elk onderwerp wat het betekent en hoe het wordt berekend.", "What each topic means, and how it is calculated.";
    /// Link to the definition of an indicator.
    DEFINITION_LINK: "Definitie, met een voorbeeld", "Definition, with an example";
    /// Link to the figures of an indicator.
    SEE_FIGURES: "Bekijk de cijfers", "See the figures";
    /// Heading: how.
    FORMULA: "Berekening", "Calculation";
    /// Heading: where from.
    FROM: "Uit de tabel", "From the table";
    /// Heading: by what it may be broken down.
    DIVIDED_BY: "Te verdelen naar", "Can be broken down by";
    /// Heading: how sure.
    MARGIN: "Marge", "Margin";
    /// Heading: breaks.
    BREAKS: "Breuk", "Break";
    /// Heading: better or worse.
    BETTER: "Wat is beter?", "What is better?";
    /// Better: lower.
    LOWER_IS_BETTER: "lager", "lower";
    /// Better: neither.
    NO_JUDGEMENT: "geen oordeel: hoger of lager is niet vanzelf beter", "no judgement: higher or lower is not better by itself";
    /// Heading: status.
    STATUS: "Stand", "Status";
    /// Status: published.
    PUBLISHED: "gepubliceerd", "published";
    /// Status: in development.
    IN_DEVELOPMENT: "in ontwikkeling", "in development";
    /// Heading: what is missing.
    MISSING: "Wat ontbreekt", "What is missing";
    /// Heading of the worked example.
    EXAMPLE: "Een voorbeeld, met verzonnen jeugdigen", "An example, with made-up youths";
    /// Row of the example.
    SUM: "Samen", "Together";
    /// It did not work.
    NO_DOWNLOAD: "Het bestand kon niet worden gemaakt.", "The file could not be made.";
}
