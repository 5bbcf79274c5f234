//! The measures in the fact tables: what is counted, in which table, and over what it adds up.

use super::dimension::Dimension;
use super::language::Bilingual;
use super::table::Table;

/// How a measure counts, which decides what may be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting {
    /// Persons, once per cell. Adds up over what divides the youths themselves: a youth has one age, but may have two forms of care,
    /// two referrers and, after moving, two municipalities.
    UniquePersons,
    /// Providers, once per cell. Adds up over nothing: a provider gives several forms of care in several municipalities.
    UniqueProviders,
    /// Adds up over every dimension.
    Additive,
}

/// The unit a measure is expressed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeasureUnit {
    /// Youths.
    Persons,
    /// Trajectories of care.
    Trajectories,
    /// Child protection and probation orders.
    Orders,
    /// Whole euros.
    Euro,
    /// Squared euros, per youth: needed for the uncertainty of a mean.
    EuroSquared,
    /// Days.
    Days,
    /// Squared days, per trajectory.
    DaysSquared,
    /// Inhabitants, from open data: neither rounded nor hidden.
    Inhabitants,
    /// Providers of care.
    Providers,
}

macro_rules! measures {
    ($($(#[$doc:meta])* $name:ident, $code:literal, $table:ident, $counting:ident, $unit:ident, $nl:literal, $en:literal, $def_nl:literal, $def_en:literal;)+) => {
        /// A measure: one figure per cell of a fact table.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Measure { $($(#[$doc])* $name),+ }

        impl Measure {
            /// Every measure, in column order.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];
            /// Column name in the data.
            pub const fn code(self) -> &'static str { match self { $(Self::$name => $code),+ } }
            /// The fact table it stands in.
            pub const fn table(self) -> Table { match self { $(Self::$name => Table::$table),+ } }
            /// How it counts.
            pub const fn counting(self) -> Counting { match self { $(Self::$name => Counting::$counting),+ } }
            /// Its unit.
            pub const fn unit(self) -> MeasureUnit { match self { $(Self::$name => MeasureUnit::$unit),+ } }
            /// Name on the screen and in the data package.
            pub const fn title(self) -> Bilingual { match self { $(Self::$name => Bilingual::new($nl, $en)),+ } }
            /// Definition in one sentence.
            pub const fn definition(self) -> Bilingual { match self { $(Self::$name => Bilingual::new($def_nl, $def_en)),+ } }
        }
    };
}

measures! {
    /// Youths with care.
    Youths, "jeugdigen", Use, UniquePersons, Persons, "jeugdigen met jeugdhulp", "youths receiving care",
        "Jeugdigen die in de periode minstens één dag jeugdhulp hadden; ieder telt één keer.",
        "Youths with at least one day of care in the period; each counts once.";
    /// Trajectories active in the period.
    Trajectories, "trajecten", Use, Additive, Trajectories, "trajecten", "care periods",
        "Trajecten die in de periode liepen: persoon, aanbieder, zorgvorm en begin samen.",
        "Care periods that ran in the year: person, provider, form of care and start together.";
    /// Trajectories begun in the period.
    Begun, "begintrajecten", Use, Additive, Trajectories, "begonnen trajecten", "care periods begun",
        "Trajecten die in de periode begonnen.", "Care periods that began in the year.";
    /// Youths who came into care.
    Inflow, "instroom", Use, UniquePersons, Persons, "nieuwe jeugdigen", "new youths",
        "Jeugdigen die in de periode begonnen met hulp en de twaalf maanden ervoor geen jeugdhulp hadden.",
        "Youths who started care in the period after twelve months without care.";
    /// Youths who left care.
    Outflow, "uitstroom", Use, UniquePersons, Persons, "jeugdigen die stopten", "youths who left",
        "Jeugdigen van wie in de periode de laatste hulp eindigde, zonder nieuwe hulp in de drie maanden erna.",
        "Youths whose last care ended in the period, with no new care in the three months after.";
    /// Cost of care.
    Cost, "kosten", Use, Additive, Euro, "kosten", "cost",
        "Gedeclareerde kosten van zorg in natura in de periode, in euro.",
        "Declared cost of care in kind in the period, in euros.";
    /// Sum over youths of the squared cost.
    CostSquared, "kosten_kwadraat", Use, Additive, EuroSquared, "kosten in het kwadraat", "cost squared",
        "Som over jeugdigen van hun kosten in het kwadraat, grof afgerond (reeks R10, ISO 3); alleen voor de onzekerheid van een gemiddelde.",
        "Sum over youths of their squared cost, coarsely rounded (R10 series, ISO 3); only for the uncertainty of a mean.";
    /// Trajectories begun by youths who had care before.
    BegunAgain, "begintrajecten_herhaald", Use, Additive, Trajectories, "begonnen trajecten van wie eerder hulp had", "care periods begun by those who had care before",
        "Begonnen trajecten van jeugdigen van wie in de vijf jaar ervoor al een traject eindigde, met minstens een dag ertussen. Elk begin telt.",
        "Care periods begun by youths of whom another had ended in the five years before, with a day in between at least. Every start counts.";

    /// Youths with a trajectory that ended.
    EndedYouths, "jeugdigen_afgesloten", Ended, UniquePersons, Persons, "jeugdigen met afgesloten hulp", "youths with ended care",
        "Jeugdigen van wie in de periode minstens één traject eindigde.", "Youths with at least one care period that ended in the year.";
    /// Trajectories ended.
    EndedTrajectories, "beeindigd", Ended, Additive, Trajectories, "afgesloten trajecten", "care periods ended",
        "Trajecten die in de periode eindigden; administratieve stops tellen niet mee.",
        "Care periods that ended in the year; administrative stops do not count.";
    /// Ended with a known reason.
    ReasonKnown, "reden_bekend", Ended, Additive, Trajectories, "afgesloten trajecten met bekende reden", "care periods ended for a known reason",
        "Afgesloten trajecten waarvan de reden bekend is.", "Ended care periods with a known reason.";
    /// Ended by client or provider alone.
    OneSided, "eenzijdig", Ended, Additive, Trajectories, "trajecten die één kant afbrak", "care periods broken off by one side",
        "Afgesloten trajecten die de jeugdige of de aanbieder alleen besloot te beëindigen.",
        "Ended care periods that the youth or the provider alone decided to end.";
    /// Sum of days.
    Days, "duur_dagen", Ended, Additive, Days, "dagen hulp", "days of care",
        "Som van de duur in dagen van de afgesloten trajecten.", "Sum of the duration in days of ended care periods.";
    /// Sum of squared days.
    DaysSquared, "duur_kwadraat", Ended, Additive, DaysSquared, "dagen in het kwadraat", "days squared",
        "Som van de duur in het kwadraat, grof afgerond (reeks R10, ISO 3); alleen voor de onzekerheid van een gemiddelde.",
        "Sum of the squared duration, coarsely rounded (R10 series, ISO 3); only for the uncertainty of a mean.";
    /// Ended within a year.
    UnderOneYear, "duur_korter_jaar", Ended, Additive, Trajectories, "trajecten korter dan een jaar", "care periods under one year",
        "Afgesloten trajecten die korter dan een jaar (365 dagen) duurden.", "Ended care periods that lasted under a year (365 days).";
    /// Youths whose care ended and who were followed for twelve months.
    Followed, "gevolgd", Ended, UniquePersons, Persons, "jeugdigen die stopten en een jaar gevolgd zijn", "youths who left and were followed for a year",
        "Jeugdigen van wie in de periode alle hulp eindigde en van wie de twaalf maanden erna volledig bekend zijn.",
        "Youths whose care ended altogether in the period and whose next twelve months are fully known.";
    /// Of those, the ones who came back.
    Returned, "teruggekeerd", Ended, UniquePersons, Persons, "jeugdigen die terugkwamen", "youths who returned",
        "Van de gevolgde jeugdigen: wie binnen twaalf maanden opnieuw jeugdhulp kreeg.",
        "Of the youths followed: those who received care again within twelve months.";
    /// Ended before its time, by whomever.
    Premature, "voortijdig", Ended, Additive, Trajectories, "trajecten die voortijdig stopten", "care periods that ended early",
        "Afgesloten trajecten die eerder stopten dan gepland: door de jeugdige of de aanbieder alleen, in overleg, of door andere omstandigheden.",
        "Ended care periods that stopped before planned: by the youth or the provider alone, by agreement, or through other circumstances.";

    /// Trajectories ended, by how long they lasted.
    EndedOfDuration, "afgesloten_trajecten", Durations, Additive, Trajectories, "afgesloten trajecten", "care periods ended",
        "Trajecten die in de periode eindigden; administratieve stops tellen niet mee.",
        "Care periods that ended in the year; administrative stops do not count.";

    /// Trajectories begun, that lasted as long as a class of duration at least.
    Lasted, "bereikt", Survival, Additive, Trajectories, "begonnen trajecten die zo lang duurden", "care periods begun that lasted so long",
        "Trajecten die in de periode begonnen en minstens zo lang duurden als het begin van de klasse, voor zover bekend aan het eind van het laatste jaar.",
        "Care periods that began in the year and lasted at least as long as the start of the class, as far as is known at the end of the last year.";
    /// Of those, the ones that ended in it.
    EndedInClass, "beeindigd_in_klasse", Survival, Additive, Trajectories, "daarvan in de klasse geëindigd", "of those, ended in the class",
        "Van die trajecten: de trajecten die binnen de klasse eindigden, wanneer ook. Wat administratief stopte of nog loopt, eindigde niet.",
        "Of those care periods: the ones that ended within the class, whenever that was. What was stopped administratively or still runs did not end.";

    /// Trajectories begun of which the day of allocation is known.
    BegunAllocated, "begonnen_toegewezen", Allocations, Additive, Trajectories, "begonnen trajecten met bekende toewijzing", "care periods begun of which the allocation is known",
        "Trajecten die in de periode begonnen en waarvan bekend is op welke dag de gemeente of verwijzer ze toewees.",
        "Care periods that began in the year of which it is known on what day they were allocated.";

    /// Trajectories ended of a form for which a duration was agreed.
    EndedWithRange, "afgesloten_met_kader", Ranges, Additive, Trajectories, "afgesloten trajecten", "care periods ended",
        "Trajecten die in de periode eindigden, van een soort hulp waarvoor de regio een duur als richting afsprak. Administratieve stops tellen niet mee.",
        "Care periods that ended in the year, of a type of care for which the region agreed on a duration. Administrative stops do not count.";

    /// Youths with help of the local team.
    LocalYouths, "jeugdigen_lokaal_team", Local, UniquePersons, Persons, "jeugdigen met hulp van het lokale team", "youths with help of the local team",
        "Jeugdigen die in de periode minstens één dag hulp van het lokale team hadden; ieder telt één keer. Alleen van gemeenten die dit aanleveren.",
        "Youths with at least one day of help of the local team in the period; each counts once. Only of municipalities that supply it.";
    /// Of those, the ones in specialist care as well.
    LocalInCare, "jeugdigen_lokaal_team_en_hulp", Local, UniquePersons, Persons, "jeugdigen met hulp van het lokale team en gespecialiseerde hulp", "youths with help of the local team and specialist care",
        "Van die jeugdigen: wie in dezelfde periode en gemeente ook gespecialiseerde jeugdhulp had. Dat is alle jeugdhulp, behalve hulp van een wijkteam.",
        "Of those youths: the ones who had specialist youth care in the same period and municipality as well. That is all youth care but that of a neighbourhood team.";
    /// Youths with either.
    KnownYouths, "jeugdigen_bekend", Local, UniquePersons, Persons, "jeugdigen met hulp van het lokale team, gespecialiseerde hulp of allebei", "youths with help of the local team, specialist care or both",
        "Jeugdigen die in de periode hulp van het lokale team hadden, gespecialiseerde jeugdhulp of allebei; ieder telt één keer. Alleen van gemeenten die hulp van lokale teams aanleveren.",
        "Youths with help of the local team, specialist youth care or both in the period; each counts once. Only of municipalities that supply help of local teams.";
    /// Youths whose help ended.
    LocalEndedYouths, "jeugdigen_lokaal_team_afgesloten", Local, UniquePersons, Persons, "jeugdigen van wie hulp van het lokale team eindigde", "youths whose help of the local team ended",
        "Jeugdigen van wie in de periode hulp van het lokale team eindigde.", "Youths whose help of the local team ended in the period.";
    /// Times that help ended.
    LocalEnded, "afgesloten_lokaal_team", Local, Additive, Trajectories, "keren dat hulp van het lokale team eindigde", "times that help of the local team ended",
        "Hulp van het lokale team die in de periode eindigde: elke keer, van het begin tot het einde.",
        "Help of the local team that ended in the period: each time, from start to end.";
    /// How many days it had lasted.
    LocalDays, "dagen_lokaal_team", Local, Additive, Days, "dagen hulp van het lokale team", "days of help of the local team",
        "Som van de duur in dagen van de hulp van het lokale team die eindigde.", "Sum of the duration in days of the help of the local team that ended.";
    /// Those days squared.
    LocalDaysSquared, "dagen_lokaal_team_kwadraat", Local, Additive, DaysSquared, "dagen hulp van het lokale team in het kwadraat", "days of help of the local team squared",
        "Som van de duur in het kwadraat, grof afgerond (reeks R10, ISO 3); alleen voor de onzekerheid van een gemiddelde.",
        "Sum of the squared duration, coarsely rounded (R10 series, ISO 3); only for the uncertainty of a mean.";

    /// Youths with an answer.
    AnsweringYouths, "jeugdigen_antwoord", Outcomes, UniquePersons, Persons, "jeugdigen met een antwoord", "youths with an answer",
        "Jeugdigen van wie bij minstens één traject dat in de periode eindigde, het antwoord op de vraag bekend is; ieder telt één keer.",
        "Youths of whom the answer to the question is known for at least one care period that ended in the year; each counts once.";
    /// Trajectories that ended of which it was asked.
    Asked, "gevraagd", Outcomes, Additive, Trajectories, "keer gevraagd", "times asked",
        "Trajecten die in de periode eindigden en waarbij de aanbieder de vraag stelde.",
        "Care periods that ended in the year and in which the provider asked the question.";
    /// Of those, the ones with an answer.
    Answered, "beantwoord", Outcomes, Additive, Trajectories, "antwoorden", "answers",
        "Van die trajecten: waarbij de vraag is beantwoord.", "Of those care periods: the ones in which the question was answered.";
    /// Of those, the ones of which the answer is yes.
    Positive, "positief", Outcomes, Additive, Trajectories, "keer ‘ja’", "times ‘yes’",
        "Van de trajecten met een antwoord: waarbij het antwoord ‘ja’ is.", "Of the care periods with an answer: the ones in which it is ‘yes’.";

    /// Inhabitants.
    Inhabitants, "inwoners", Population, Additive, Inhabitants, "inwoners", "inhabitants",
        "Inwoners op 1 januari.", "Inhabitants on 1 January.";

    /// Providers that told who waits.
    ProvidersAsked, "aanbieders_gevraagd", Waiting, UniqueProviders, Providers, "aanbieders die hun wachtlijst doorgaven", "providers that reported their waiting list",
        "Aanbieders die voor het kwartaal doorgaven wie er op hulp wacht, ook als er niemand wacht. Geen gegeven over jeugdigen: niet afgerond en nooit verborgen.",
        "Providers that reported for the quarter who waits for care, also when nobody does. Not about youths: neither rounded nor ever hidden.";
    /// Providers where somebody has waited for three months or more.
    ProvidersLong, "aanbieders_drie_maanden", Waiting, UniqueProviders, Providers, "aanbieders waar iemand drie maanden of langer wacht", "providers where somebody has waited for three months or more",
        "Aanbieders waar op de laatste dag van het kwartaal minstens één jeugdige drie maanden (91 dagen) of langer wachtte.",
        "Providers where on the last day of the quarter at least one youth had waited for three months (91 days) or more.";
    /// Youths who wait, once for every list.
    Waiting, "wachtenden", Waiting, Additive, Persons, "wachtende jeugdigen", "waiting youths",
        "Jeugdigen die op de laatste dag van het kwartaal op hulp wachtten; wie op twee lijsten staat telt twee keer.",
        "Youths who waited for care on the last day of the quarter; whoever is on two lists counts twice.";
    /// Of those, the ones who have waited for three months or more.
    WaitingLong, "wachtenden_drie_maanden", Waiting, Additive, Persons, "jeugdigen die drie maanden of langer wachten", "youths who have waited for three months or more",
        "Van de wachtende jeugdigen: wie zich drie maanden (91 dagen) of langer geleden aanmeldde.",
        "Of the waiting youths: those who applied three months (91 days) ago or earlier.";
    /// Sum of the days they have waited.
    WaitingDays, "wachtdagen", Waiting, Additive, Days, "dagen gewacht", "days waited",
        "Som van de dagen sinds de aanmelding van de wachtende jeugdigen.", "Sum of the days since the waiting youths applied.";
    /// Sum of those days squared.
    WaitingDaysSquared, "wachtdagen_kwadraat", Waiting, Additive, DaysSquared, "dagen gewacht in het kwadraat", "days waited squared",
        "Som van de dagen in het kwadraat, grof afgerond (reeks R10, ISO 3); alleen voor de onzekerheid van een gemiddelde.",
        "Sum of the squared days, coarsely rounded (R10 series, ISO 3); only for the uncertainty of a mean.";

    /// Youths under an order.
    UnderOrder, "jeugdigen_maatregel", Orders, UniquePersons, Persons, "jeugdigen met een maatregel", "youths under an order",
        "Jeugdigen die in de periode minstens één dag een maatregel van jeugdbescherming of jeugdreclassering hadden; ieder telt één keer.",
        "Youths who were under a child protection or probation order for at least one day in the period; each counts once.";
    /// Orders that ran in the period.
    Orders, "maatregelen", Orders, Additive, Orders, "maatregelen", "orders",
        "Maatregelen die in de periode liepen: persoon, soort maatregel en begin samen.",
        "Orders that ran in the period: person, type of order and start together.";
    /// Orders that began in the period.
    OrdersBegun, "begonnen_maatregelen", Orders, Additive, Orders, "begonnen maatregelen", "orders begun",
        "Maatregelen die in de periode begonnen.", "Orders that began in the period.";
    /// Orders that ended in the period.
    OrdersEnded, "beeindigde_maatregelen", Orders, Additive, Orders, "beëindigde maatregelen", "orders ended",
        "Maatregelen die in de periode eindigden.", "Orders that ended in the period.";
    /// Youths under an order who were in care as well.
    UnderOrderInCare, "jeugdigen_maatregel_hulp", Orders, UniquePersons, Persons, "jeugdigen met jeugdhulp en een maatregel", "youths in care under an order",
        "Jeugdigen met een maatregel die in dezelfde periode en gemeente ook jeugdhulp hadden.",
        "Youths under an order who had youth care in the same period and municipality as well.";

    /// Providers that gave care.
    Providers, "aanbieders", Providers, UniqueProviders, Providers, "aanbieders", "providers",
        "Aanbieders die in de periode jeugdhulp gaven. Geen gegeven over jeugdigen: niet afgerond.",
        "Providers that gave youth care in the period. Not about youths: not rounded.";
    /// Of those, the ones that gave care in every municipality of the region.
    ProvidersEverywhere, "aanbieders_alle_gemeenten", Providers, UniqueProviders, Providers, "aanbieders die in alle gemeenten werken", "providers that work in all municipalities",
        "Van die aanbieders: wie in de periode in elke gemeente van de regio jeugdhulp gaf. Niet afgerond.",
        "Of those providers: the ones that gave youth care in every municipality of the region in the period. Not rounded.";
    /// Cost of care by providers that work everywhere.
    CostEverywhere, "kosten_alle_gemeenten", Providers, Additive, Euro, "kosten bij aanbieders die in alle gemeenten werken", "cost at providers that work in all municipalities",
        "Gedeclareerde kosten van de aanbieders die in de periode in elke gemeente van de regio jeugdhulp gaven, in euro.",
        "Declared cost of the providers that gave youth care in every municipality of the region in the period, in euros.";
    /// Sum over youths of that cost squared.
    CostEverywhereSquared, "kosten_alle_gemeenten_kwadraat", Providers, Additive, EuroSquared, "kosten bij aanbieders in alle gemeenten, in het kwadraat", "cost at providers in all municipalities, squared",
        "Som over jeugdigen van hun kosten bij die aanbieders in het kwadraat, grof afgerond (reeks R10, ISO 3); alleen voor de onzekerheid van een aandeel.",
        "Sum over youths of their squared cost at those providers, coarsely rounded (R10 series, ISO 3); only for the uncertainty of a share.";
    /// Cost of care by the largest providers of the region.
    CostLargest, "kosten_grootste_twaalf", Providers, Additive, Euro, "kosten bij de twaalf grootste aanbieders", "cost at the twelve largest providers",
        "Gedeclareerde kosten van de twaalf aanbieders die in de periode in de hele regio het meest declareerden, in euro.",
        "Declared cost of the twelve providers that declared most in the whole region in the period, in euros.";
    /// Sum over youths of that cost squared.
    CostLargestSquared, "kosten_grootste_twaalf_kwadraat", Providers, Additive, EuroSquared, "kosten bij de twaalf grootste aanbieders, in het kwadraat", "cost at the twelve largest providers, squared",
        "Som over jeugdigen van hun kosten bij die aanbieders in het kwadraat, grof afgerond (reeks R10, ISO 3); alleen voor de onzekerheid van een aandeel.",
        "Sum over youths of their squared cost at those providers, coarsely rounded (R10 series, ISO 3); only for the uncertainty of a share.";

    /// Youths who left residential care.
    LeftResidence, "uit_verblijf", LeftResidence, Additive, Persons, "jeugdigen die uit verblijf gingen", "youths who left residential care",
        "Jeugdigen van wie in de periode de laatste hulp met verblijf eindigde, zonder nieuwe in de drie maanden erna. Ieder telt één keer, bij de gemeente van dat verblijf.",
        "Youths whose last residential care ended in the period, with no other in the three months after. Each counts once, in the municipality of that care.";

    /// Youths with a personal budget.
    BudgetYouths, "jeugdigen_pgb", Budgets, UniquePersons, Persons, "jeugdigen met een persoonsgebonden budget", "youths with a personal budget",
        "Jeugdigen voor wie in de periode iets is uitgegeven uit een persoonsgebonden budget; ieder telt één keer. Alleen van gemeenten die dit aanleveren.",
        "Youths for whom something was spent from a personal budget in the period; each counts once. Only of municipalities that supply it.";
    /// What was spent from personal budgets.
    BudgetCost, "kosten_pgb", Budgets, Additive, Euro, "uitgaven uit persoonsgebonden budgetten", "spending from personal budgets",
        "Wat in de periode is uitgegeven uit persoonsgebonden budgetten voor jeugdhulp, in euro.",
        "What was spent from personal budgets for youth care in the period, in euros.";
    /// Sum of the squares of spending per youth.
    BudgetCostSquared, "kosten_pgb_kwadraat", Budgets, Additive, EuroSquared, "uitgaven uit persoonsgebonden budgetten in het kwadraat", "spending from personal budgets squared",
        "Som over jeugdigen van hun uitgaven in het kwadraat, grof afgerond (reeks R10, ISO 3); alleen voor de onzekerheid van een gemiddelde.",
        "Sum over youths of their squared spending, coarsely rounded (R10 series, ISO 3); only for the uncertainty of a mean.";
}

impl Measure {
    /// The measure with this column name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|measure| measure.code() == code)
    }

    /// Whether the members of `dimension` add up to their group.
    pub fn adds_over(self, dimension: Dimension) -> bool {
        match self.counting() {
            Counting::Additive => true,
            Counting::UniquePersons => dimension.divides_youths(),
            Counting::UniqueProviders => false,
        }
    }

    /// Whether municipalities add up to the region.
    pub fn adds_over_areas(self) -> bool {
        self.counting() == Counting::Additive
    }

    /// Whether it counts persons or trajectories, so that the threshold for small counts applies to it.
    pub fn is_count_of_youths(self) -> bool {
        matches!(
            self.unit(),
            MeasureUnit::Persons | MeasureUnit::Trajectories | MeasureUnit::Orders
        )
    }

    /// The amount that it is a part of in the same cell, of which the other part is published as no figure of its own.
    pub fn part_of(self) -> Option<Self> {
        matches!(self, Self::CostEverywhere | Self::CostLargest).then_some(Self::Cost)
    }

    /// The measure that says how many youths it is about: when that is small, it is hidden as well.
    pub const fn persons(self) -> Option<Self> {
        match self {
            Self::LocalEnded | Self::LocalDays | Self::LocalDaysSquared => {
                Some(Self::LocalEndedYouths)
            }
            other => other.table().persons(),
        }
    }

    /// Whether it takes records of years before, so that the first years of a delivery cannot have it.
    pub fn looks_back(self) -> bool {
        self == Self::BegunAgain
    }

    /// Whether releases of before it was counted lack it.
    pub fn came_later(self) -> bool {
        matches!(self, Self::BegunAgain | Self::Premature)
    }

    /// Whether it has figures that are the last to be hidden: its table has, and it is of the first that were counted. Of what came later
    /// a total may be hidden where it would give away a few, or small regions could publish nothing any more.
    pub fn has_headlines(self) -> bool {
        self.table().has_headlines() && !self.came_later()
    }

    /// Whether it tells nothing of youths in care, so that it is not rounded, nor hidden for another figure.
    pub fn is_public(self) -> bool {
        matches!(
            self,
            Self::Inhabitants | Self::ProvidersAsked | Self::Providers | Self::ProvidersEverywhere
        )
    }
}
