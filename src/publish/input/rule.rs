//! The rules that rows are held against: each with its name, what becomes of the row, and what a region may choose instead.

use std::collections::BTreeMap;

use crate::release::{RegionConfig, RowAction};
use crate::vocabulary::Bilingual;

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident, $code:literal, $default:ident, [$($other:ident),*], $title_nl:literal, $title_en:literal, $nl:literal, $en:literal;)+) => {
        /// A rule on the rows of the input.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule { $($(#[$doc])* $name),+ }

        impl Rule {
            /// Every rule, in the order of reports.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];
            /// Its name, in reports and in `regio.toml`.
            pub const fn code(self) -> &'static str { match self { $(Self::$name => $code),+ } }
            /// What it asks, in a few words.
            pub const fn title(self) -> Bilingual { match self { $(Self::$name => Bilingual::new($title_nl, $title_en)),+ } }
            /// What it asks and what becomes of a row that breaks it.
            pub const fn explanation(self) -> Bilingual { match self { $(Self::$name => Bilingual::new($nl, $en)),+ } }
            /// What becomes of a row that breaks it, unless the region chooses otherwise.
            pub const fn default_action(self) -> RowAction { match self { $(Self::$name => RowAction::$default),+ } }
            /// What a region may choose instead.
            pub const fn other_actions(self) -> &'static [RowAction] { match self { $(Self::$name => &[$(RowAction::$other),*]),+ } }
        }
    };
}

rules! {
    /// A row has as many fields as the first line.
    FieldCount, "aantal-velden", Reject, [],
        "evenveel velden als de eerste regel", "as many fields as the first line",
        "Een rij met meer of minder velden dan de eerste regel wordt niet gelezen: het is niet te zien welk veld ontbreekt.",
        "A row with more or fewer fields than the first line is not read: it cannot be seen which field is missing.";
    /// A line is not blank.
    BlankLine, "lege-regel", Keep, [],
        "geen lege regel", "no blank line",
        "Een lege regel wordt overgeslagen. Hij telt niet als rij, wel als regel van het bestand.",
        "A blank line is passed over. It is no row, but it does count as a line of the file.";
    /// The key of an allocation, a provider or a product is there.
    KeyIsGiven, "sleutel-ontbreekt", Reject, [],
        "sleutel is ingevuld", "key is given",
        "Zonder toewijzing, aanbieder of product is niet te zeggen waar de rij bij hoort.",
        "Without allocation, provider or product it cannot be said what the row belongs to.";
    /// The person is known, by her key or by what stands in for it.
    PersonIsGiven, "persoon-ontbreekt", Repair, [Reject],
        "persoon is ingevuld", "person is given",
        "Ontbreekt de sleutel van de persoon, dan gelden geboortedatum, geslacht en postcode samen als sleutel, zoals bij het CBS. Ontbreken die ook, dan valt de rij weg. Bij een aanmelding op een wachtlijst, een maatregel en een budget hoort altijd een persoon.",
        "When the key of the person is missing, date of birth, sex and postcode together are the key, as at Statistics Netherlands. When those are missing as well, the row is left out. An application on a waiting list, an order and a budget always have a person.";
    /// A date is a calendar date.
    DateIsValid, "datum-ongeldig", Reject, [],
        "datum bestaat", "date is valid",
        "Een datum bestaat op de kalender en staat er als jaar-maand-dag of dag-maand-jaar.",
        "A date exists on the calendar and is written year-month-day or day-month-year.";
    /// A date can be of youth care of these years.
    DateIsPlausible, "datum-onwaarschijnlijk", Reject, [Keep],
        "datum is aannemelijk", "date is plausible",
        "Hulp of een declaratie begint in 2000 of later. Een jaar als 1900 is vaak een lege plek in een ander systeem; 2099 ligt in de toekomst en heeft daarvoor een regel.",
        "Care or a declaration begins in 2000 or later. A year such as 1900 is often an empty place in another system; 2099 lies in the future and has a rule for that.";
    /// The youth is of an age that youth care can have at the start.
    BirthIsPlausible, "geboortedatum-onwaarschijnlijk", Reject, [Keep],
        "geboortedatum past bij het begin", "date of birth fits the start",
        "Bij het begin van de hulp is de jeugdige hooguit 30 jaar, of wordt zij binnen een jaar geboren.",
        "When care begins the youth is at most 30 years old, or will be born within a year.";
    /// A person has one date of birth.
    BirthIsOne, "geboortedatum-verschilt", Repair, [],
        "persoon heeft één geboortedatum", "person has one date of birth",
        "Verschilt de geboortedatum van een persoon tussen rijen, dan telt de vroegste in trajecten, ook in maatregelen en lokale_teams. Zo is een jeugdige in een jaar overal even oud.",
        "When the date of birth of a person differs between rows, the earliest in trajecten counts, in maatregelen and lokale_teams as well. So a youth is of one age everywhere in a year.";
    /// A number is a number within bounds.
    NumberIsValid, "getal-ongeldig", Reject, [],
        "getal is een getal", "number is valid",
        "Een getal is heel, een bedrag heeft hooguit twee decimalen, en geen van beide is groter dan 100 miljoen. Een bedrag als 1.234 kan duizend of een zijn en wordt niet geraden.",
        "A number is whole, an amount has at most two decimals, and neither is over 100 million. An amount such as 1.234 may be a thousand or one, and is not guessed.";
    /// A code did not lose the zero it begins with.
    LeadingZero, "nul-weggevallen", Repair, [Reject],
        "code met nul ervoor", "code with its zero",
        "Een code van één cijfer krijgt de nul terug die een rekenblad eraf haalt: 2 wordt 02.",
        "A code of one digit gets back the zero that a spreadsheet takes off: 2 becomes 02.";
    /// The product has a form of care.
    ProductIsKnown, "product-onbekend", Reject, [],
        "product staat in producten", "product is in producten",
        "Het product staat in het bestand producten; anders is de zorgvorm niet bekend.",
        "The product stands in the file producten; otherwise its form of care is not known.";
    /// A form of care is in the code list.
    FormIsKnown, "zorgvorm-onbekend", Reject, [],
        "zorgvorm is bekend", "form of care is known",
        "De zorgvorm is een code van het CBS.",
        "The form of care is a code of Statistics Netherlands.";
    /// An order is in the code list.
    OrderIsKnown, "maatregel-onbekend", Reject, [],
        "maatregel is bekend", "order is known",
        "De maatregel is een code van het CBS. Preventieve jeugdbescherming is geen maatregel.",
        "The order is a code of Statistics Netherlands. Preventive child protection is no order.";
    /// A referrer is in the code list.
    ReferrerIsKnown, "verwijzer-onbekend", Repair, [Reject],
        "verwijzer is bekend", "referrer is known",
        "Een lege of onbekende verwijzer telt als 07, onbekend.",
        "An empty or unknown referrer counts as 07, unknown.";
    /// A reason is in the code list.
    ReasonIsKnown, "reden-onbekend", Repair, [Reject],
        "reden van het einde is bekend", "reason of the end is known",
        "Een reden die niet in de codelijst staat telt als niet ingevuld.",
        "A reason that is not in the code list counts as not given.";
    /// A municipality belongs to the region.
    MunicipalityIsOurs, "gemeente-onbekend", Reject, [],
        "gemeente hoort bij de regio", "municipality is in the region",
        "De gemeente staat als gemeente in regio.toml.",
        "The municipality stands in regio.toml as a municipality.";
    /// Care cannot end before it begins.
    EndIsNotBeforeBegin, "einde-voor-begin", Reject, [],
        "einde ligt niet voor begin", "end is not before begin",
        "Hulp of een maatregel kan niet eindigen voor zij begint.",
        "Care or an order cannot end before it begins.";
    /// Care or a declaration cannot begin after the day the delivery is complete up to.
    BeginIsNotInTheFuture, "begin-in-toekomst", Reject, [],
        "begin ligt niet in de toekomst", "begin is not in the future",
        "Hulp, een maatregel of een declaratie begint op of voor de peildatum, en een wachtlijst is van een kwartaal dat dan voorbij is.",
        "Care, an order or a declaration begins on or before the reference date, and a waiting list is of a quarter that is over by then.";
    /// An end after the reference day has not happened yet.
    EndIsNotInTheFuture, "einde-in-toekomst", Repair, [],
        "einde ligt niet in de toekomst", "end is not in the future",
        "Een einde na de peildatum (ook 2099 of 9999) is nog niet gebeurd: de hulp of de maatregel loopt door.",
        "An end after the reference date (2099 or 9999 as well) has not happened yet: the care or the order runs on.";
    /// Child protection ends at majority.
    ProtectionEndsAtMajority, "jeugdbescherming-na-18", Repair, [Reject],
        "jeugdbescherming eindigt op de 18e verjaardag", "child protection ends on the 18th birthday",
        "Een ondertoezichtstelling of voogdij eindigt van rechtswege op de 18e verjaardag. Loopt zij volgens de rij door, dan geldt die dag als einde; begint zij pas daarna, dan valt de rij weg. Jeugdreclassering kan wel doorlopen.",
        "Supervision and guardianship end by law on the 18th birthday. When the row says that it runs on, that day counts as its end; when it begins later, the row is left out. Youth probation can run on.";
    /// A row stands there once.
    RowIsUnique, "rij-dubbel", Reject, [],
        "rij staat er één keer", "row stands there once",
        "Van rijen die precies gelijk zijn telt er één. Bij declaraties maakt een declaratienummer twee gelijke bedragen verschillend.",
        "Of rows that are exactly alike one counts. In declaraties, a declaration number tells two equal amounts apart.";
    /// A key has one meaning.
    KeyIsUnique, "sleutel-dubbel", Reject, [],
        "sleutel heeft één betekenis", "key has one meaning",
        "Rijen met dezelfde sleutel en een andere inhoud vallen allemaal weg: welke klopt is niet te zien.",
        "Rows with the same key and other contents are all left out: it cannot be seen which is right.";
    /// A declaration belongs to an allocation that was read.
    AllocationExists, "toewijzing-onbekend", Reject, [],
        "toewijzing bestaat", "allocation exists",
        "Een declaratie en een uitkomst horen bij een toewijzing in trajecten die meetelt.",
        "A declaration and an outcome belong to an allocation in trajecten that counts.";
    /// A declaration is for a quarter.
    QuarterBegins, "kwartaal-begin", Repair, [Reject],
        "datum is het begin van een kwartaal", "date begins a quarter",
        "Een datum midden in een kwartaal telt voor dat kwartaal.",
        "A date inside a quarter counts for that quarter.";
    /// A waiting list is of the end of a quarter.
    QuarterEnds, "kwartaal-einde", Repair, [Reject],
        "datum is het einde van een kwartaal", "date ends a quarter",
        "Een datum midden in een kwartaal telt voor dat kwartaal. De dagen die iemand wacht, tellen tot die datum.",
        "A date inside a quarter counts for that quarter. The days that somebody has waited count up to that date.";
    /// Who waits at the end of a quarter applied before it.
    AppliedBeforeCount, "aanmelding-na-telling", Reject, [],
        "aanmelding ligt niet na de telling", "application is not after the count",
        "Wie aan het einde van een kwartaal wacht, meldde zich uiterlijk op die dag aan.",
        "Whoever waits at the end of a quarter applied on that day at the latest.";
    /// An amount is not negative.
    AmountIsNotNegative, "bedrag-negatief", Keep, [Reject],
        "bedrag is niet negatief", "amount is not negative",
        "Een negatief bedrag is een correctie en wordt afgetrokken.",
        "A negative amount is a correction and is subtracted.";
    /// An amount can be that of one quarter, or of a budget that of one year.
    AmountIsPlausible, "bedrag-onwaarschijnlijk", Reject, [Keep],
        "bedrag is aannemelijk", "amount is plausible",
        "Een bedrag voor één kwartaal, of bij een budget voor één jaar, is hooguit 1 miljoen euro, ook als het wordt afgetrokken. Een groter bedrag is vaak een komma op de verkeerde plaats, of een bedrag voor een hele groep.",
        "An amount for one quarter, or of a budget for one year, is at most 1 million euros, also when it is subtracted. A larger one is often a comma in the wrong place, or an amount for a whole group.";
    /// A declaration is for days in which there was care.
    DeclaredWithinCare, "declaratie-buiten-traject", Keep, [Reject],
        "kwartaal valt in het traject", "quarter lies in the trajectory",
        "Een bedrag voor een kwartaal zonder hulp telt mee in het jaar van dat kwartaal, als het traject in dat jaar liep. Anders telt het in geen enkel cijfer.",
        "An amount for a quarter without care counts in the year of that quarter if the trajectory ran in that year. Otherwise it counts in no figure.";
    /// A declaration came in within three months.
    DeclaredInTime, "declaratie-laat", Keep, [Reject],
        "declaratie is op tijd", "declaration is in time",
        "Een declaratie komt binnen drie maanden na het kwartaal. Een late telt gewoon mee.",
        "A declaration comes in within three months after the quarter. A late one counts all the same.";
    /// Trajectories do not overlap.
    DoesNotOverlap, "traject-overlapt", Repair, [],
        "trajecten overlappen niet", "trajectories do not overlap",
        "Trajecten van dezelfde persoon, aanbieder en zorgvorm die een dag delen worden één traject: eerste begin, laatste einde, kosten bij elkaar. Maatregelen van dezelfde persoon en soort ook, en hulp van het lokale team van dezelfde persoon en gemeente.",
        "Trajectories of one person, provider and form of care that share a day become one: first start, last end, costs added. So do orders of one person and type, and help of the local team of one person and municipality.";
    /// A municipality supplies help of its local team.
    LocalTeamIsSupplied, "lokaal-team-niet-aangeleverd", Keep, [Reject],
        "gemeente levert lokaal team aan", "municipality supplies local team",
        "De gemeente heeft in regio.toml een jaar bij lokaal_team_vanaf: vanaf dan is haar hulp volledig. Zonder dat jaar staat die hulp in geen enkel cijfer.",
        "In regio.toml the municipality has a year at lokaal_team_vanaf: from then on its help is complete. Without that year the help is in no figure.";
    /// A municipality supplies personal budgets.
    BudgetsAreSupplied, "pgb-niet-aangeleverd", Keep, [Reject],
        "gemeente levert budgetten aan", "municipality supplies budgets",
        "De gemeente heeft in regio.toml een jaar bij pgb_vanaf: vanaf dan zijn haar budgetten volledig. Die van eerder, of van een gemeente zonder dat jaar, staan in geen enkel cijfer.",
        "In regio.toml the municipality has a year at pgb_vanaf: from then on its budgets are complete. Those of before, or of a municipality without that year, are in no figure.";
    /// Something was spent from a budget.
    BudgetIsSpent, "pgb-zonder-uitgaven", Keep, [Reject],
        "uit het budget is iets uitgegeven", "something was spent from the budget",
        "Een budget waaruit in het jaar niets is uitgegeven, of meer is teruggestort dan uitgegeven, staat in geen enkel cijfer.",
        "A budget from which nothing was spent in the year, or into which more was paid back than spent, is in no figure.";
    /// A question about outcome is in the code list.
    QuestionIsKnown, "vraag-onbekend", Reject, [],
        "vraag is bekend", "question is known",
        "De vraag is een van de vier die de sector over de uitkomst van hulp afsprak.",
        "The question is one of the four that the sector agreed on about the outcome of care.";
    /// An answer is yes, no or none.
    AnswerIsKnown, "antwoord-onbekend", Reject, [],
        "antwoord is ja, nee of leeg", "answer is ja, nee or empty",
        "Het antwoord is ja of nee. Leeg betekent: gevraagd, maar niet beantwoord.",
        "The answer is ja (yes) or nee (no). Empty means: asked, but not answered.";
    /// What is asked about outcome is asked when care ends.
    AskedAtTheEnd, "uitkomst-zonder-einde", Keep, [Reject],
        "gevraagd bij een einde van hulp", "asked at an end of care",
        "De hulp is geëindigd, en niet met een administratieve stop. Anders staat de uitkomst in geen enkel cijfer.",
        "Care has ended, and not with an administrative stop. Otherwise the outcome is in no figure.";
    /// The day of an allocation can be one.
    AllocationDayIsValid, "toewijzingsdatum-ongeldig", Repair, [Reject],
        "dag van de toewijzing klopt", "day of the allocation is valid",
        "De dag van de toewijzing staat er als jaar-maand-dag of dag-maand-jaar, bestaat op de kalender en ligt tussen 2000 en de peildatum. Anders telt zij als niet ingevuld; het traject telt gewoon mee.",
        "The day of the allocation is written year-month-day or day-month-year, exists on the calendar and lies between 2000 and the reference date. Otherwise it counts as not given; the trajectory counts all the same.";
    /// Care begins once it has been allocated.
    AllocatedBeforeCare, "toewijzing-na-begin", Keep, [Reject],
        "toewijzing ligt niet na het begin", "allocation is not after the start",
        "De hulp begint op of na de dag van de toewijzing. Begon zij eerder, dan telt dat als nul dagen tot de start.",
        "Care begins on the day of the allocation or later. When it began earlier, that counts as no days to the start.";
    /// A stop ends care.
    StopEndsCare, "administratieve-stop", Keep, [],
        "stop is een einde van hulp", "stop is an end of care",
        "Een administratieve stop (20, 36 tot en met 39) is geen einde van hulp. Het traject telt mee in gebruik en niet bij afgesloten.",
        "An administrative stop (20, 36 to 39) is no end of care. The trajectory counts in use and not among the ended.";
    /// Inhabitants and budgets are of a year that can be counted.
    YearIsPlausible, "jaar-onwaarschijnlijk", Keep, [Reject],
        "jaar is aannemelijk", "year is plausible",
        "Inwoners en budgetten zijn van een jaar van 2000 tot en met het jaar van de peildatum. Die van een ander jaar staan in geen enkel cijfer en worden overgeslagen.",
        "Inhabitants and budgets are of a year from 2000 up to the year of the reference date. Those of another year are in no figure and are passed over.";
    /// The youth is of an age for which there are figures.
    AgeIsCounted, "leeftijd-buiten-cijfers", Keep, [],
        "leeftijd is 0 tot en met 22", "age is 0 to 22",
        "Inwoners van 23 jaar en ouder staan in geen enkel cijfer en worden overgeslagen.",
        "Inhabitants of 23 and over are in no figure and are passed over.";
}

impl Rule {
    /// The rule with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.code() == code)
    }
}

/// What becomes of a row, in words.
pub const fn action_title(action: RowAction) -> Bilingual {
    match action {
        RowAction::Reject => Bilingual::new("weggelaten", "left out"),
        RowAction::Repair => Bilingual::new("hersteld", "repaired"),
        RowAction::Keep => Bilingual::new("behouden", "kept"),
    }
}

/// What a region chose for every rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Actions {
    chosen: BTreeMap<Rule, RowAction>,
}

impl Actions {
    /// Reads `[regels]` of a configuration.
    ///
    /// # Errors
    /// What is wrong with it: a rule that does not exist, or a choice that it does not leave.
    pub fn of(config: &RegionConfig) -> Result<Self, String> {
        let mut chosen = BTreeMap::new();
        for (code, action) in &config.regels {
            let rule = Rule::from_code(code).ok_or_else(|| {
                format!(
                    "`regels` names the rule {code}, which does not exist; docs/input.md lists them"
                )
            })?;
            if *action != rule.default_action() && !rule.other_actions().contains(action) {
                let default = [rule.default_action()];
                let choices: Vec<String> = default
                    .iter()
                    .chain(rule.other_actions())
                    .map(|action| format!("\"{}\"", action.code()))
                    .collect();
                return Err(format!(
                    "`regels`: a row that breaks {code} cannot be \"{}\"; it can be {}",
                    action.code(),
                    choices.join(" or ")
                ));
            }
            chosen.insert(rule, *action);
        }
        Ok(Self { chosen })
    }

    /// What becomes of a row that breaks `rule`.
    pub fn for_rule(&self, rule: Rule) -> RowAction {
        self.chosen
            .get(&rule)
            .copied()
            .unwrap_or(rule.default_action())
    }
}
