//! The text table: every fixed text of the screen, once, in both languages.

use crate::vocabulary::Bilingual;

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident: $nl:literal, $en:literal;)+) => {
        $($(#[$doc])* pub const $name: Bilingual = Bilingual::new($nl, $en);)+
    };
}

texts! {
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
    /// What the first view is.
    OVERVIEW_LINE: "De belangrijkste cijfers van een gebied bij elkaar.", "The main figures of an area together.";
    /// What the view that compares is.
    COMPARE_LINE: "Eén cijfer van alle gemeenten naast elkaar.", "One figure of all municipalities side by side.";
    /// What a chapter is, among what was found.
    CHAPTER_LINE: "Wat is afgesproken, wat de cijfers laten zien, en wat we niet weten.", "What was agreed, what the figures show, and what is not known.";
    /// Label of the search field, and title of what was found.
    SEARCH: "Zoeken", "Search";
    /// Nothing fits.
    NOTHING_FOUND: "Kijk of er een typfout in staat, of probeer een ander of korter woord, zoals kosten, uitval of pleegzorg. Alle onderwerpen staan bij Definities.", "Check for a typing error, or try another or a shorter word, such as cost, drop-out or foster care. All topics are in Definitions.";
    /// On the page with results before anything was typed.
    SEARCH_HOW: "Zoek een onderwerp, een gemeente of een begrip.", "Search for a topic, a municipality or a term.";
    /// The view of waiting, in the menu.
    WAITING_TIMES: "Wachttijden", "Waiting times";
    /// The view of waiting, as a title.
    WAITING_GUIDE: "Wachttijdwijzer", "Guide to waiting times";
    /// What it is, among what was found.
    WAITING_GUIDE_LINE: "Op welke hulp jeugdigen hoe lang wachten, per gebied.", "For which care youths wait how long, by area.";
    /// The question it answers.
    WAITING_QUESTION: "Hoe lang wachten jeugdigen op hulp?", "How long do youths wait for care?";
    /// In the sentence with the choices, before the quarter.
    AT_END_OF: "aan het einde van het", "at the end of the";
    /// Between quarter and year.
    OF: "van", "of";
    /// How long they have waited.
    WAITED_MEAN: "Gemiddeld al gewacht", "Have waited, on average";
    /// Of every hundred.
    WAITED_LONG: "Wacht drie maanden of langer, van elke 100 wachtenden", "Have waited three months or more, of every 100 waiting";
    /// How many.
    WAITING_NUMBER: "Jeugdigen die wachten", "Youths who wait";
    /// At how many providers.
    WAITING_PROVIDERS: "Aanbieders waar iemand drie maanden of langer wacht", "Providers where somebody has waited three months or more";
    /// Over time.
    WAITING_OVER_TIME: "Gemiddelde, einde van dit kwartaal in elk jaar", "Average, at the end of this quarter of every year";
    /// Above the row of all care.
    ALL_CARE: "Alle hulp samen", "All care together";
    /// Above the rows of forms of care.
    BY_FORM: "Per soort hulp, langst eerst", "By type of care, longest first";
    /// Above forms of care for which few wait.
    TOO_FEW_WAIT: "Hierop wachten te weinig jeugdigen om meer te tonen", "Too few youths wait for these to show more";
    /// How to read it.
    WAITING_READ: "Dit is hoe lang jeugdigen op die dag al wachtten. Uiteindelijk wachten zij langer, want hun hulp is nog niet begonnen. Wie nu hulp zoekt, kan korter of langer wachten: vraag dat aan de aanbieder of aan het lokale team. Tussen haakjes staat de marge. Overlappen twee marges, dan kan de volgorde toeval zijn; zonder gemiddelde is de plek in de lijst niet te zeggen.", "This is how long youths had waited by that day. In the end they will wait longer, because their care has not begun yet. If you look for care now, you may wait less or more: ask the provider or the local team. The margin is in brackets. Where two margins overlap, the order may be chance; without an average, the place in the list is not known.";
    /// What is counted.
    WAITING_COUNTED: "Aanbieders geven elk kwartaal door wie er wacht. Wie op twee wachtlijsten staat, telt twee keer.", "Providers report each quarter who waits. Anyone on two waiting lists counts twice.";
    /// Link to the comparison.
    COMPARE_MUNICIPALITIES: "Vergelijk de gemeenten", "Compare municipalities";
    /// Forms of care of which no provider was asked.
    NOT_ASKED: "Hiervan gaf geen aanbieder een wachtlijst door:", "No provider reported a waiting list for:";
    /// There are no waiting lists in this release.
    NO_WAITING_LISTS: "In deze publicatie staan geen wachtlijsten. Zodra aanbieders ze doorgeven, staan de wachttijden hier.", "There are no waiting lists in this publication. As soon as providers report them, waiting times will be here.";
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
    /// The same where some municipalities do not supply it.
    REGION_LINE_OF_SUPPLIED: "De stippellijn is het cijfer van alle gemeenten samen die dit aanleveren.", "The dotted line is the figure of all municipalities together that supply it.";
    /// What each municipality was tested against.
    TESTED_AGAINST_REST: "Getoetst is elke gemeente tegenover de rest: de andere gemeenten samen.", "Each municipality is tested against the rest: the other municipalities together.";
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
    /// Show the sum of money.
    AS_AMOUNT: "Bedrag", "Amount";
    /// Toggle of the interval.
    UNCERTAINTY: "Marge tonen", "Show margin";
    /// Heading of the inspector.
    HOW: "Hoe is dit berekend?", "How was this calculated?";
    /// Name of the table that a duration was worked out of.
    BY_DURATION: "Hoe lang de hulp duurde", "How long care lasted";
    /// Heading above the durations that the region agreed on.
    AGREED_DURATIONS: "Wat de regio als richting afsprak", "What the region agreed on, as a direction";
    /// What a month is in them.
    AGREED_MONTHS: "Het zijn kalendermaanden: februari tot en met april zijn drie maanden. Binnen het kader is ook wat precies zo lang duurde als het kortste of het langste.", "They are calendar months: February to April are three months. What lasted exactly as long as the shortest or the longest is within the range too.";
    /// That they are made up, as the figures are.
    AGREED_EXAMPLES: "Dit zijn voorbeelden: de regio publiceerde geen duur per soort hulp.", "These are examples: the region published no durations by type of care.";
    /// Their column.
    AGREED_DURATION: "Duur", "Duration";
    /// Caption of the table.
    SAME_FIGURES: "Dezelfde cijfers als tabel", "The same figures as a table";
    /// Table column.
    UNCERTAINTY_COLUMN: "Marge", "Margin";
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
    /// Behind a year in a menu.
    WITHOUT_FIGURE: "geen cijfer", "no figure";
    /// Status of an indicator without figures.
    NO_FIGURES: "Nog geen cijfers", "No figures yet";
    /// Before the indicators of a chapter that the overview has no tile for.
    MORE_ABOUT: "Meer hierover:", "More about this:";
    /// The same where there is no tile at all.
    ALL_ABOUT: "Onderwerpen:", "Topics:";
    /// Before the indicators that have no figures yet.
    WITHOUT_FIGURES: "Nog geen cijfers:", "No figures yet:";
    /// Of how long help of local teams lasted.
    TEAMS_RECORD_APART: "Lokale teams leggen begin en eind van hun hulp verschillend vast. Een verschil tussen gemeenten kan ook daardoor komen.", "Local teams record start and end of their help in different ways. A difference between municipalities may come from that too.";
    /// Above links to other figures about the same.
    SEE_ALSO: "Bekijk ook", "See also";
    /// Above the nearest figures.
    NEAREST: "Wat er wel is:", "What there is:";
    /// What is known of a hidden share that may be anything from none to all.
    CANNOT_BE_TOLD: "niet te zeggen", "cannot be told";
    /// Heading of a hidden figure.
    TOO_SMALL: "Het precieze cijfer is verborgen,", "The exact figure is hidden,";
    /// Why.
    TOO_SMALL_WHY: "zodat niemand herkenbaar is.", "so that nobody can be recognised.";
    /// Why a figure that is not small is hidden.
    HIDDEN_FOR_ANOTHER: "want met dit cijfer is een klein aantal uit te rekenen.", "because a small number could be worked out from it.";
    /// Why a figure is always zero.
    ALWAYS_ZERO_WHY: "Deze hulp bestaat niet voor deze groep, of geen aanbieder heeft er een wachtlijst voor.", "This care does not exist for this group, or no provider has a waiting list for it.";
    /// Heading of a missing figure.
    NOT_COMPUTED: "Geen cijfer", "No figure";
    /// Where there is no figure: the same for all.
    WITHOUT_NARROWING: "Kijk naar alle jeugdigen en alle hulp samen", "Look at all youths and all care together";
    /// Where there is no figure: the same for all municipalities together.
    WHOLE_REGION: "Kijk naar de hele regio", "Look at the whole region";
    /// Over the years, of who costs more than a limit.
    LIMIT_STAYS: "De grens is in alle jaren gelijk. Als prijzen stijgen, komen er vanzelf meer jeugdigen boven.", "The limit is the same in all years. When prices rise, more youths will pass it for that reason alone.";

    /// Of a whole with its parts.
    PARTS_ARE_ROUNDED: "De aantallen zijn afgerond. Daardoor tellen de delen niet altijd precies op tot het geheel.", "The numbers are rounded, so the parts do not always add up to exactly the whole.";
    /// Of a part of an amount, beside its margin.
    FEW_DECIDE: "Een klein aantal jeugdigen bepaalt dit deel. De echte onzekerheid is daardoor wat groter dan hier staat.", "A small number of youths decides this part. The true uncertainty is therefore somewhat larger than stated.";
    /// Under a change that chance may explain.
    CHANGE_MAY_BE_CHANCE: "De marge loopt van een daling tot een stijging: een paar jeugdigen met heel dure hulp, het ene jaar wel en het andere niet, kunnen dit verschil al maken.", "The margin runs from a fall to a rise: a few youths with very expensive care, in one year and not in the other, may make this difference.";
    /// Opens all choices on a phone.
    CHOICES: "Keuzes", "Choices";
    /// What the list of notices is called.
    TO_KNOW: "Goed om te weten", "Good to know";
    /// Error heading.
    SOMETHING_WRONG: "Er gaat iets mis", "Something is wrong";
    /// Try again button.
    TRY_AGAIN: "Opnieuw proberen", "Try again";
    /// Unknown part of a link.
    LINK_PROBLEM: "Een deel van deze link is niet te volgen.", "Part of this link cannot be followed.";
    /// The rest of that.
    LINK_PROBLEM_MORE: "Dat deel is weggelaten. De rest van de link werkt.", "That part was left out. The rest of the link works.";
    /// In the footer.
    DEFINITIONS_OF_ALL: "Wat alle onderwerpen betekenen", "What all topics mean";
    /// Chart could not be drawn.
    NO_CHART: "De grafiek kon niet worden getekend. De cijfers staan in de tabel hieronder.", "The chart could not be drawn. The figures are in the table below.";
    /// What takes the keys above a chart, for assistive technology.
    WALK: "Punten van de grafiek", "Points of the chart";
    /// How to walk through a chart.
    WALK_HOW: "Met de pijltjestoetsen loopt u langs de punten van de grafiek. Met Home en End gaat u naar het eerste en het laatste punt, met Escape stopt u.", "Walk through the points of the chart with the arrow keys. Home and End lead to the first and the last point, Escape stops.";
    /// While the chart is drawn.
    DRAWING: "De grafiek wordt getekend …", "Drawing the chart …";
    /// The other language.
    OTHER_LANGUAGE: "English", "Nederlands";
    /// Footer: the choice of colours, for assistive technology too.
    THEMES: "Kleuren:", "Colours:";
    /// The system's own.
    THEME_SYSTEM: "zoals uw apparaat", "as on your device";
    /// Light.
    THEME_LIGHT: "licht", "light";
    /// Dark.
    THEME_DARK: "donker", "dark";
    /// High contrast.
    THEME_CONTRAST: "hoog contrast", "high contrast";
    /// Footer: licence of the data.
    DATA: "Bekijk de gegevens zelf", "See the data yourself";
    /// Footer: how it was made.
    COMPUTED_HERE: "Alle cijfers worden in uw eigen browser berekend. Deze pagina plaatst geen cookies en volgt u niet.", "All figures are computed in your own browser. This page sets no cookies and does not track you.";
    /// Footnote about the band.
    BAND: "De band is de marge: zoveel kan een cijfer door toeval en afronding schelen (95\u{a0}% zeker).", "The band is the margin: how much a figure may differ by chance and rounding (95% sure).";
    /// Of what the margin of answers tells.
    WHY_MARGIN_OF_ANSWERS: "Alleen wie antwoordde is geteld. De marge gaat over toeval en afronding, niet over wie niet antwoordde: de echte onzekerheid is groter.", "Only who answered was counted. The margin is about chance and rounding, not about who did not answer: the true uncertainty is larger.";
    /// Why there is a margin although everybody was counted.
    WHY_MARGIN: "Er is geen steekproef: iedereen is geteld. Toch is er een marge, want ook als er niets verandert, geeft toeval elk jaar een ander getal.", "There is no sample: everybody was counted. Still there is a margin, for even if nothing changes, chance gives another number each year.";
    /// Heading of the words of the monitor.
    TERMS: "Begrippen", "Terms";
    /// Footnote to a chart whose axis does not show zero.
    NOT_FROM_ZERO: "De as van de cijfers begint niet bij 0.", "The axis of the figures does not begin at 0.";
    /// Footnote to bars of which a hidden one may be longer than is shown.
    PAST_THE_AXIS: "Een vakje met een punt gaat verder dan de as.", "A box with a point goes on past the end of the axis.";
    /// Footnote to bars.
    BARS: "Het streepje is de marge: zoveel kan een cijfer door toeval en afronding schelen (95\u{a0}% zeker).", "The line is the margin: how much a figure may differ by chance and rounding (95% sure).";
    /// Footnote to bars beside the rest.
    BARS_REST: "Een rondje is de rest van de regio.", "A dot is the rest of the region.";
    /// Notice on money over the years.
    NOT_DEFLATED: "Bedragen zijn niet gecorrigeerd voor prijsstijging.", "Amounts are not corrected for inflation.";
    /// Expected revision, before the percentage.
    LATE: "er komen nog declaraties binnen. Het bedrag komt naar verwachting hoger uit, met ongeveer", "invoices are still coming in. The amount is expected to end up higher, by about";
    /// A figure that cannot be anything but zero.
    ALWAYS_ZERO: "0, altijd", "0, always";
    /// Heading of the marks below a chart, for assistive technology.
    MARKS: "Wat de tekens betekenen", "What the marks mean";
    /// Fourth view.
    ACCOUNTABILITY: "Verantwoording", "Accountability";
    /// Opening of that view.
    ACCOUNTABILITY_LEAD: "Deze cijfers gaan over jeugdigen. Niemand mag eruit kunnen opmaken wie dat zijn. Hier leest u hoe dat is geregeld, en hier controleert u het zelf.", "These figures are about youths. No one should be able to tell who they are. Here you read how that is arranged, and here you check it yourself.";
    /// Heading of the rules.
    HOW_PROTECTED: "Zo zijn de cijfers beschermd", "How the figures are protected";
    /// Heading of the legend.
    SIX_MARKS: "Zes tekens bij een cijfer", "Six marks with a figure";
    /// Under it.
    SIX_MARKS_MORE: "Een nul, een verborgen getal en een getal dat nog niet bekend is, zijn verschillende dingen. Daarom zien ze er verschillend uit, in tabellen en in grafieken.", "A zero, a hidden number and a number that is not known yet are different things. So they look different, in tables and in charts.";
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
    ONE_CELL: "Reken één verborgen cijfer na", "Work on one hidden figure";
    /// What it does.
    ONE_CELL_EXPLAINED: "Kies een verborgen cijfer. Uw browser zoekt dan uit wat iemand ervan te weten kan komen met alle andere cijfers samen. Dat mag nooit te precies zijn.", "Choose a hidden figure. Your browser then finds out what somebody could learn of it from all other figures together. That may never be too precise.";
    /// Opens the sentence with the choice of a cell.
    I_CHOOSE: "Ik kies", "I choose";
    /// Label of the choice of a measure.
    MEASURE: "Wat is geteld", "What is counted";
    /// Label of the choice of a cell.
    HIDDEN_CELL: "Verborgen cijfer", "Hidden figure";
    /// Nothing is hidden there.
    NOTHING_HIDDEN: "Hier is niets verborgen. Kies een ander gebied, een ander jaar of iets anders dat is geteld.", "Nothing is hidden here. Choose another area, another year or something else that is counted.";
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
    /// What a calculation read besides its amounts.
    READ_TOO: "Ook gelezen:", "Also read:";
    /// Why the margin of a count of trajectories is too small.
    CLUSTERED: "Een jeugdige kan meer dan één traject hebben. Daardoor is de echte marge iets groter dan hier staat.", "A youth may have more than one care period, so the true margin is somewhat larger than stated.";
    /// The same of orders.
    CLUSTERED_ORDERS: "Een jeugdige kan meer dan één maatregel hebben. Daardoor is de echte marge iets groter dan hier staat.", "A youth may have more than one order, so the true margin is somewhat larger than stated.";
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
    /// Better: higher.
    HIGHER_IS_BETTER: "hoger", "higher";
    /// Better: neither.
    NO_JUDGEMENT: "geen oordeel: hoger of lager is niet vanzelf beter", "no judgement: higher or lower is not better by itself";
    /// Heading: status.
    STATUS: "Stand", "Status";
    /// Status: published.
    PUBLISHED: "gepubliceerd", "published";
    /// Notice: a figure from answers.
    OUTCOMES_IN_DEVELOPMENT: "Dit cijfer is in ontwikkeling: nog niet elke aanbieder vraagt dit, en niet iedereen antwoordt.", "This figure is in development: not every provider asks this yet, and not everybody answers.";
    /// Status: published while it is being made.
    PUBLISHED_IN_DEVELOPMENT: "in ontwikkeling: er zijn cijfers, maar nog niet elke aanbieder vraagt dit", "in development: there are figures, but not every provider asks this yet";
    /// Status: in development.
    IN_DEVELOPMENT: "in ontwikkeling", "in development";
    /// Heading: what is missing.
    MISSING: "Wat ontbreekt", "What is missing";
    /// Heading of the worked example.
    EXAMPLE: "Een voorbeeld, met verzonnen gegevens", "An example, with made-up data";
    /// Row of the example.
    SUM: "Samen", "Together";
    /// Menu of the forms of a comparison, for assistive technology.
    COMPARE_FORMS: "Vorm van de vergelijking", "Form of the comparison";
    /// Bars.
    AS_BARS: "Balken", "Bars";
    /// Funnel.
    AS_FUNNEL: "Trechter", "Funnel";
    /// Map.
    AS_MAP: "Kaart", "Map";
    /// Grid.
    AS_GRID: "Raster", "Grid";
    /// Table column: how many units a figure is about.
    SIZE: "Grootte", "Size";
    /// Table column: the inner limits.
    INNER_LIMITS: "95\u{a0}% door toeval", "95% by chance";
    /// Table column: the outer limits.
    OUTER_LIMITS: "99,8\u{a0}% door toeval", "99.8% by chance";
    /// Table column: where in the funnel.
    IN_FUNNEL: "In de trechter", "In the funnel";
    /// Footnote to a funnel.
    FUNNEL_NOTE: "De stippellijn is het cijfer van de hele regio. Tussen de binnenste lijnen kan een verschil toeval zijn: daar ligt door toeval 95\u{a0}% van de gemeenten van die grootte. Buiten de buitenste lijnen is het bijna nooit toeval (0,2\u{a0}%); daar zijn de stippen dicht. Grote gemeenten vallen er eerder buiten: bij hen is ook een klein verschil geen toeval. De balken toetsen anders: tegen de rest van de regio, zonder de gemeente zelf. Een gemeente kan daar wel afwijken en hier niet.", "The dotted line is the figure of the whole region. Between the inner lines a difference may be chance: chance puts 95% of the municipalities of that size there. Outside the outer lines it is hardly ever chance (0.2%); there the dots are full. Large municipalities are outside them sooner: for them even a small difference is no chance. The bars test another way: against the rest of the region, without the municipality itself. A municipality may differ there and not here.";
    /// Footnote to a grid.
    GRID_NOTE: "Een gekleurd vak verschilt van de rest van de regio, meer dan toeval verklaart: ▲ is hoger, ▼ is lager. De kleur is geen oordeel: hoger is niet beter of slechter. Een vak zonder kleur kan toeval zijn. Hier zijn veel cijfers tegelijk getoetst. Daardoor krijgt een cijfer minder snel een pijl dan wanneer u naar dat ene onderwerp kijkt (Balken).", "A coloured box differs from the rest of the region by more than chance explains: ▲ is higher, ▼ is lower. The colour is no judgement: higher is neither better nor worse. A box without colour may be chance. Many figures are tested here at once, so a figure gets an arrow less easily than when you look at that topic alone (Bars).";
    /// Footnote to a schematic map.
    TILES_NOTE: "Elke gemeente is één tegel, ongeveer op haar plaats.", "Each municipality is one tile, roughly in its place.";
    /// Footnote to a map of what was tested.
    MAP_NOTE: "Een gemeente krijgt alleen een kleur en een pijl (▲ hoger, ▼ lager) als het verschil met de rest van de regio meer is dan toeval. De kleur is geen oordeel.", "A municipality only has a colour and an arrow (▲ higher, ▼ lower) when its difference with the rest of the region is more than chance. The colour is no judgement.";
    /// The boundaries did not come.
    NO_BOUNDARIES: "De grenzen konden niet worden opgehaald. U ziet de gemeenten als tegels.", "The boundaries could not be fetched. You see the municipalities as tiles.";
    /// Name of a part that scrolls sideways.
    SIDEWAYS: "Kan opzij schuiven", "Scrolls sideways";
    /// Cue that there is more to the right.
    MORE_TO_THE_RIGHT: "Schuif opzij voor de andere kolommen.", "Scroll sideways for the other columns.";
    /// It did not work.
    NO_DOWNLOAD: "Het bestand kon niet worden gemaakt.", "The file could not be made.";
    /// Fifth view.
    CHAPTERS: "Ambities", "Ambitions";
    /// Opening of that view.
    CHAPTERS_LEAD: "Cijfers vertellen niet alles. In deze hoofdstukken leest u wat is afgesproken, wat de cijfers laten zien, wat jongeren en ouders vertelden, en wat we niet weten.", "Figures do not tell everything. In these chapters you read what was agreed, what the figures show, what young people and parents said, and what is not known.";
    /// Back to the list of chapters.
    ALL_CHAPTERS: "Alle hoofdstukken", "All chapters";
    /// From a section of the overview.
    READ_CHAPTER: "Lees het hoofdstuk", "Read the chapter";
    /// Heading of the documents behind a text.
    SOURCES: "Bronnen van dit hoofdstuk", "Sources of this chapter";
    /// The same below the explanation by an area.
    OWN_SOURCES: "Bronnen van deze toelichting", "Sources of this explanation";
    /// To the chapter before.
    PREVIOUS: "Vorige", "Previous";
    /// To the chapter after.
    NEXT: "Volgende", "Next";
    /// From chapter to chapter, for assistive technology.
    TURN: "Verder lezen", "Read on";
    /// While a text is fetched.
    LOADING_TEXT: "De tekst wordt opgehaald …", "Fetching the text …";
    /// A text is not there.
    TEXT_MISSING: "Deze tekst is er niet. De cijfers en de andere hoofdstukken werken wel.", "This text is not there. The figures and the other chapters do work.";
    /// A text did not arrive.
    TEXT_UNREACHABLE: "Deze tekst kon niet worden opgehaald. Misschien hebt u geen internet. Wat al op het scherm stond, werkt nog.", "This text could not be fetched. You may be offline. What was on the screen already still works.";
    /// A text is about another region than the figures.
    TEXT_OF_OTHER_REGION: "Deze tekst gaat over een andere regio dan de cijfers. Daarom staat hij hier niet. De cijfers werken wel.", "This text is about another region than the figures, so it is not shown. The figures do work.";
    /// A text cannot be read.
    TEXT_WRONG: "Deze tekst kan niet worden gelezen. De cijfers en de andere hoofdstukken werken wel.", "This text cannot be read. The figures and the other chapters do work.";
    /// The reader of texts failed.
    NO_READER: "De teksten kunnen nu niet worden gelezen. De cijfers werken wel.", "The texts cannot be read now. The figures do work.";
    /// There are no chapters at all.
    NO_CHAPTERS: "Bij deze publicatie zijn nog geen hoofdstukken geschreven. De cijfers zijn er wel.", "No chapters have been written for this publication yet. The figures are there.";
    /// Before what an editor has to mend.
    FOR_EDITORS: "Voor de redactie, regel", "For the editors, line";
    /// A link in a text does not work.
    DEAD_LINK: "deze link klopt niet", "this link is not right";
    /// Above the explanation by an area.
    OWN_WORDS: "Eigen toelichting van", "Explanation by";
    /// To that explanation.
    TO_OWN_WORDS: "Lees ook de eigen toelichting van", "Read the explanation by";
    /// Heading of all that leaves the page with a figure.
    SAVE: "Bewaren en delen", "Save and share";
    /// Of the chart.
    CHART: "Grafiek", "Chart";
    /// Of the figures.
    FIGURES: "Cijfers", "Figures";
    /// Of the page.
    THIS_PAGE: "Pagina", "Page";
    /// Button: the chart in pixels.
    SAVE_PNG: "Afbeelding (PNG)", "Picture (PNG)";
    /// Button: the chart as a drawing.
    SAVE_SVG: "Tekening (SVG)", "Drawing (SVG)";
    /// Button: the figures with formulas.
    SAVE_XLSX: "Excel met formules (XLSX)", "Excel with formulas (XLSX)";
    /// Button: the figures as text.
    SAVE_CSV: "Tabel (CSV)", "Table (CSV)";
    /// Button.
    COPY_LINK: "Link kopiëren", "Copy link";
    /// It worked.
    LINK_COPIED: "De link is gekopieerd.", "The link is copied.";
    /// Button.
    COPY_CITATION: "Bronvermelding kopiëren", "Copy citation";
    /// It worked.
    CITATION_COPIED: "De bronvermelding is gekopieerd.", "The citation is copied.";
    /// Button in the inspector.
    COPY_FOOTNOTE: "Kopieer als voetnoot", "Copy as footnote";
    /// It worked.
    FOOTNOTE_COPIED: "De voetnoot is gekopieerd.", "The footnote is copied.";
    /// Button.
    PRINT: "Afdrukken", "Print";
    /// It did not work.
    NO_PRINT: "Afdrukken lukte niet. Gebruik het menu van uw browser.", "Printing failed. Use the menu of your browser.";
    /// While a file is made.
    MAKING: "Het bestand wordt gemaakt …", "Making the file …";
    /// The clipboard is closed to the page.
    COPY_BY_HAND: "Uw browser laat deze pagina niet kopiëren. Hieronder staat de tekst, al geselecteerd: kopieer hem zelf.", "Your browser does not let this page copy. The text is below, already selected: copy it yourself.";
    /// The field with that text, for assistive technology.
    TO_COPY: "Tekst om te kopiëren", "Text to copy";
    /// The picture could not be made.
    NO_PICTURE: "De afbeelding kon niet worden gemaakt. Probeer het nog eens, of druk de pagina af.", "The picture could not be made. Try again, or print the page.";
    /// The workbook could not be made.
    NO_WORKBOOK: "Het Excel-bestand kon niet worden gemaakt. Probeer het nog eens, of neem de tabel (CSV).", "The Excel file could not be made. Try again, or take the table (CSV).";
}
