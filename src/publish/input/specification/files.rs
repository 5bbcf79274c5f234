//! The files.

use super::{About, CodeList, Field, FileSpec, FileView, Kind};
use crate::publish::input::rule::Rule;
use crate::vocabulary::Bilingual;

/// All files, in the order in which they are read.
pub const FILES: [FileView; 9] = [
    PRODUCTS.view(),
    TRAJECTORIES.view(),
    DECLARATIONS.view(),
    POPULATION.view(),
    WAITING_LIST.view(),
    ORDERS.view(),
    LOCAL_TEAMS.view(),
    OUTCOMES.view(),
    BUDGETS.view(),
];

/// A column that must be there and must be filled in; the functions below make others of it.
const fn field(
    name: &'static str,
    kind: Kind,
    title: Bilingual,
    explanation: Bilingual,
    example: &'static str,
    rules: &'static [Rule],
) -> Field {
    Field {
        name,
        title,
        explanation,
        kind,
        required: true,
        may_be_empty: false,
        example,
        rules,
    }
}

impl Field {
    const fn may_be_empty(mut self) -> Self {
        self.may_be_empty = true;
        self
    }

    const fn optional(mut self) -> Self {
        self.required = false;
        self.may_be_empty = true;
        self
    }
}

const fn both(nl: &'static str, en: &'static str) -> Bilingual {
    Bilingual::new(nl, en)
}

/// The rules on the rows of a file in which a key names each.
const KEYED_ROWS: &[Rule] = &[
    Rule::FieldCount,
    Rule::BlankLine,
    Rule::RowIsUnique,
    Rule::KeyIsUnique,
];

/// The same, where a row says from when until when.
const SPELLS: &[Rule] = &[
    Rule::FieldCount,
    Rule::BlankLine,
    Rule::RowIsUnique,
    Rule::KeyIsUnique,
    Rule::DoesNotOverlap,
];

/// A youth beside the trajectories.
const PERSON: Field = field(
    "persoon",
    Kind::PersonKey,
    both("Persoon", "Person"),
    both(
        "Sleutel van de jeugdige, zoals in trajecten. Komt in geen enkel bericht, rapport of bestand.",
        "Key of the youth, as in trajecten. It is in no message, report or file.",
    ),
    "P0000001",
    &[Rule::PersonIsGiven],
);

/// And when she was born.
const BORN: Field = field(
    "geboortedatum",
    Kind::Date,
    both("Geboortedatum", "Date of birth"),
    both(
        "Bepaalt de leeftijd op de laatste dag van het jaar. Staat de jeugdige ook in trajecten, dan telt de datum daar.",
        "Determines the age on the last day of the year. When the youth is in trajecten as well, the date there counts.",
    ),
    "2010-06-01",
    &[Rule::DateIsValid, Rule::BirthIsPlausible, Rule::BirthIsOne],
);

/// When it began that she had something beside her trajectories.
const fn begins(explanation: Bilingual) -> Field {
    field(
        "begin",
        Kind::Date,
        both("Begin", "Begin"),
        explanation,
        "2021-03-15",
        &[
            Rule::DateIsValid,
            Rule::DateIsPlausible,
            Rule::BeginIsNotInTheFuture,
        ],
    )
}

/// Where a youth lives.
const MUNICIPALITY: Field = field(
    "gemeente",
    Kind::Code(CodeList::Municipalities),
    both("Gemeente", "Municipality"),
    both(
        "Volgens het woonplaatsbeginsel; een code uit regio.toml.",
        "By the rule of residence (woonplaatsbeginsel); a code of regio.toml.",
    ),
    "GM0503",
    &[Rule::MunicipalityIsOurs],
);

/// Products with their form of care.
pub static PRODUCTS: FileSpec<4> = FileSpec {
    about: About {
        name: "producten",
        title: both("Producten", "Products"),
        explanation: both(
            "Een rij per product. De productcategorie van iJw bepaalt de zorgvorm niet; deze tabel doet dat.",
            "A row per product. The product category of iJw does not determine the form of care; this table does.",
        ),
        is_optional: false,
        key: &["product"],
        sampled: 4,
        rules: KEYED_ROWS,
    },
    fields: [
        field(
            "product",
            Kind::Key,
            both("Product", "Product"),
            both(
                "Code van het product, zoals in trajecten.",
                "Code of the product, as in trajecten.",
            ),
            "41A02",
            &[Rule::KeyIsGiven],
        ),
        field(
            "zorgvorm",
            Kind::Code(CodeList::CareForms),
            both("Zorgvorm", "Form of care"),
            both(
                "CBS Beleidsinformatie Jeugd.",
                "Statistics Netherlands, Beleidsinformatie Jeugd.",
            ),
            "02",
            &[Rule::FormIsKnown, Rule::LeadingZero],
        ),
        field(
            "segment",
            Kind::Text,
            both("Segment", "Segment"),
            both(
                "Deel van de inkoop. Wordt nog niet gebruikt.",
                "Part of the purchasing. Not used yet.",
            ),
            "ggz",
            &[],
        )
        .optional(),
        field(
            "omschrijving",
            Kind::Text,
            both("Omschrijving", "Description"),
            both(
                "Naam van het product. Wordt niet gebruikt.",
                "Name of the product. Not used.",
            ),
            "begeleiding",
            &[],
        )
        .optional(),
    ],
};

/// Trajectories.
pub static TRAJECTORIES: FileSpec<13> = FileSpec {
    about: About {
        name: "trajecten",
        title: both("Trajecten", "Trajectories"),
        explanation: both(
            "Een rij per toewijzing: wie kreeg welke hulp, van wie, van wanneer tot wanneer.",
            "A row per allocation: who received what care, from whom, from when until when.",
        ),
        is_optional: false,
        key: &["toewijzing"],
        sampled: 11,
        rules: SPELLS,
    },
    fields: [
        field(
            "toewijzing",
            Kind::Key,
            both("Toewijzing", "Allocation"),
            both(
                "Sleutel van het besluit van de gemeente. Declaraties verwijzen ernaar.",
                "Key of the decision of the municipality. Declarations refer to it.",
            ),
            "T00000001",
            &[Rule::KeyIsGiven],
        ),
        field(
            "persoon",
            Kind::PersonKey,
            both("Persoon", "Person"),
            both(
                "Sleutel van de jeugdige, liefst een pseudoniem. Komt in geen enkel bericht, rapport of bestand.",
                "Key of the youth, a pseudonym if possible. It is in no message, report or file.",
            ),
            "P0000001",
            &[Rule::PersonIsGiven],
        )
        .may_be_empty(),
        field(
            "geboortedatum",
            Kind::Date,
            both("Geboortedatum", "Date of birth"),
            both(
                "Bepaalt de leeftijd op de laatste dag van het jaar.",
                "Determines the age on the last day of the year.",
            ),
            "2010-06-01",
            &[
                Rule::DateIsValid,
                Rule::BirthIsPlausible,
                Rule::BirthIsOne,
            ],
        ),
        MUNICIPALITY,
        field(
            "aanbieder",
            Kind::Key,
            both("Aanbieder", "Provider"),
            both(
                "Sleutel van de aanbieder, bijvoorbeeld de AGB-code.",
                "Key of the provider, such as its AGB code.",
            ),
            "A001",
            &[Rule::KeyIsGiven],
        ),
        field(
            "product",
            Kind::Code(CodeList::Products),
            both("Product", "Product"),
            both(
                "Code uit het bestand producten.",
                "Code of the file producten.",
            ),
            "41A02",
            &[Rule::ProductIsKnown],
        ),
        field(
            "verwijzer",
            Kind::Code(CodeList::Referrers),
            both("Verwijzer", "Referrer"),
            both(
                "CBS Beleidsinformatie Jeugd.",
                "Statistics Netherlands, Beleidsinformatie Jeugd.",
            ),
            "02",
            &[Rule::ReferrerIsKnown, Rule::LeadingZero],
        ),
        field(
            "begin",
            Kind::Date,
            both("Begin", "Begin"),
            both("Eerste dag van de hulp.", "First day of care."),
            "2023-01-16",
            &[
                Rule::DateIsValid,
                Rule::DateIsPlausible,
                Rule::BeginIsNotInTheFuture,
            ],
        ),
        field(
            "einde",
            Kind::Date,
            both("Einde", "End"),
            both(
                "Laatste dag van de hulp; leeg zolang zij loopt.",
                "Last day of care; empty while it runs.",
            ),
            "2023-11-30",
            &[
                Rule::DateIsValid,
                Rule::EndIsNotBeforeBegin,
                Rule::EndIsNotInTheFuture,
            ],
        )
        .may_be_empty(),
        field(
            "reden_einde",
            Kind::Code(CodeList::EndReasons),
            both("Reden van het einde", "Reason of the end"),
            both(
                "Reden van beëindiging volgens iJw; leeg als die niet bekend is of de hulp loopt.",
                "Stop reason of iJw; empty when it is not known or care runs.",
            ),
            "31",
            &[Rule::ReasonIsKnown, Rule::LeadingZero, Rule::StopEndsCare],
        )
        .may_be_empty(),
        field(
            "toegewezen",
            Kind::Date,
            both("Dag van toewijzing", "Day of allocation"),
            both(
                "Dag waarop de hulp werd toegewezen (bericht JW301); leeg als die niet bekend is. Zonder deze kolom zijn er geen cijfers over de tijd van toewijzing tot start.",
                "Day on which care was allocated (message JW301); empty when it is not known. Without this column there are no figures on the time from allocation to start.",
            ),
            "2022-12-20",
            &[Rule::AllocationDayIsValid, Rule::AllocatedBeforeCare],
        )
        .optional(),
        field(
            "geslacht",
            Kind::Code(CodeList::Sexes),
            both("Geslacht", "Sex"),
            both(
                "Alleen nodig als de sleutel van een persoon ontbreekt.",
                "Only needed when the key of a person is missing.",
            ),
            "V",
            &[Rule::PersonIsGiven],
        )
        .optional(),
        field(
            "postcode",
            Kind::PersonKey,
            both("Postcode", "Postcode"),
            both(
                "Alleen nodig als de sleutel van een persoon ontbreekt.",
                "Only needed when the key of a person is missing.",
            ),
            "2611AA",
            &[Rule::PersonIsGiven],
        )
        .optional(),
    ],
};

/// Declarations.
pub static DECLARATIONS: FileSpec<5> = FileSpec {
    about: About {
        name: "declaraties",
        title: both("Declaraties", "Declarations"),
        explanation: both(
            "Een rij per bedrag: wat een aanbieder voor een toewijzing en een kwartaal in rekening bracht.",
            "A row per amount: what a provider charged for an allocation and a quarter.",
        ),
        is_optional: false,
        key: &[],
        sampled: 3,
        rules: &[Rule::FieldCount, Rule::BlankLine, Rule::RowIsUnique],
    },
    fields: [
        field(
            "toewijzing",
            Kind::Key,
            both("Toewijzing", "Allocation"),
            both("Sleutel uit trajecten.", "Key of trajecten."),
            "T00000001",
            &[Rule::AllocationExists],
        ),
        field(
            "kwartaal_begin",
            Kind::Date,
            both("Begin van het kwartaal", "Begin of the quarter"),
            both(
                "Eerste dag van het kwartaal waarin de hulp gegeven is.",
                "First day of the quarter in which care was given.",
            ),
            "2023-01-01",
            &[
                Rule::DateIsValid,
                Rule::DateIsPlausible,
                Rule::BeginIsNotInTheFuture,
                Rule::QuarterBegins,
                Rule::DeclaredWithinCare,
            ],
        ),
        field(
            "bedrag",
            Kind::Amount,
            both("Bedrag", "Amount"),
            both(
                "Euro, met punt of komma voor de centen.",
                "Euros, with a point or a comma before the cents.",
            ),
            "1234.56",
            &[
                Rule::NumberIsValid,
                Rule::AmountIsNotNegative,
                Rule::AmountIsPlausible,
            ],
        ),
        field(
            "declaratienummer",
            Kind::Key,
            both("Declaratienummer", "Declaration number"),
            both(
                "Maakt twee gelijke bedragen voor hetzelfde kwartaal verschillend.",
                "Tells two equal amounts for the same quarter apart.",
            ),
            "D000123",
            &[],
        )
        .optional(),
        field(
            "ingediend",
            Kind::Date,
            both("Ingediend", "Submitted"),
            both(
                "Dag waarop de declaratie binnenkwam.",
                "Day on which the declaration came in.",
            ),
            "2023-04-20",
            &[Rule::DateIsValid, Rule::DeclaredInTime],
        )
        .optional(),
    ],
};

/// Inhabitants.
pub static POPULATION: FileSpec<4> = FileSpec {
    about: About {
        name: "bevolking",
        title: both("Bevolking", "Inhabitants"),
        explanation: both(
            "Een rij per jaar, gemeente en leeftijd: inwoners op 1 januari, open gegevens van het CBS.",
            "A row per year, municipality and age: inhabitants on 1 January, open data of Statistics Netherlands.",
        ),
        is_optional: false,
        key: &["jaar", "gemeente", "leeftijd"],
        sampled: 4,
        rules: KEYED_ROWS,
    },
    fields: [
        field(
            "jaar",
            Kind::Whole,
            both("Jaar", "Year"),
            both("Kalenderjaar.", "Calendar year."),
            "2023",
            &[Rule::NumberIsValid, Rule::YearIsPlausible],
        ),
        field(
            "gemeente",
            Kind::Code(CodeList::Municipalities),
            both("Gemeente", "Municipality"),
            both("Code uit regio.toml.", "Code of regio.toml."),
            "GM0503",
            &[Rule::MunicipalityIsOurs],
        ),
        field(
            "leeftijd",
            Kind::Whole,
            both("Leeftijd", "Age"),
            both("In jaren.", "In years."),
            "9",
            &[Rule::NumberIsValid, Rule::AgeIsCounted],
        ),
        field(
            "inwoners",
            Kind::Whole,
            both("Inwoners", "Inhabitants"),
            both("Aantal.", "Number."),
            "1250",
            &[Rule::NumberIsValid],
        ),
    ],
};

/// Waiting lists.
pub static WAITING_LIST: FileSpec<6> = FileSpec {
    about: About {
        name: "wachtlijst",
        title: both("Wachtlijst", "Waiting list"),
        explanation: both(
            "Wat aanbieders elk kwartaal doorgeven: een rij voor elke jeugdige die op de laatste dag van het kwartaal wacht. Waar een \
             aanbieder hulp geeft en niemand wacht, staat één rij zonder persoon en zonder aanmelding, voor elke zorgvorm en gemeente. Zo \
             is te zien dat het gevraagd is. Zonder dit bestand zijn er geen cijfers over wachten.",
            "What providers report each quarter: a row for every youth who waits on the last day of the quarter. Where a provider gives \
             care and nobody waits, one row has no person and no application, for each form of care and municipality. So it can be seen \
             that it was asked. Without this file there are no figures on waiting.",
        ),
        is_optional: true,
        key: &[],
        sampled: 6,
        rules: KEYED_ROWS,
    },
    fields: [
        field(
            "kwartaal_einde",
            Kind::Date,
            both("Einde van het kwartaal", "End of the quarter"),
            both(
                "Laatste dag van het kwartaal, de dag waarop geteld is.",
                "Last day of the quarter, the day that was counted.",
            ),
            "2023-03-31",
            &[
                Rule::DateIsValid,
                Rule::DateIsPlausible,
                Rule::BeginIsNotInTheFuture,
                Rule::QuarterEnds,
            ],
        ),
        field(
            "aanbieder",
            Kind::Key,
            both("Aanbieder", "Provider"),
            both(
                "Sleutel van de aanbieder, zoals in trajecten.",
                "Key of the provider, as in trajecten.",
            ),
            "A001",
            &[Rule::KeyIsGiven],
        ),
        field(
            "zorgvorm",
            Kind::Code(CodeList::CareForms),
            both("Zorgvorm", "Form of care"),
            both(
                "CBS Beleidsinformatie Jeugd: de hulp waarop gewacht wordt.",
                "Statistics Netherlands, Beleidsinformatie Jeugd: the care that is waited for.",
            ),
            "02",
            &[Rule::FormIsKnown, Rule::LeadingZero],
        ),
        MUNICIPALITY,
        field(
            "persoon",
            Kind::PersonKey,
            both("Persoon", "Person"),
            both(
                "Sleutel van de jeugdige; leeg als er niemand wacht. Dient alleen om dubbele rijen te vinden.",
                "Key of the youth; empty when nobody waits. Only serves to find double rows.",
            ),
            "P0000001",
            &[Rule::PersonIsGiven],
        )
        .may_be_empty(),
        field(
            "aangemeld",
            Kind::Date,
            both("Aangemeld", "Applied"),
            both(
                "Dag waarop de jeugdige zich bij de aanbieder aanmeldde; leeg als er niemand wacht.",
                "Day on which the youth applied to the provider; empty when nobody waits.",
            ),
            "2022-11-14",
            &[
                Rule::DateIsValid,
                Rule::DateIsPlausible,
                Rule::AppliedBeforeCount,
            ],
        )
        .may_be_empty(),
    ],
};

/// Child protection and probation orders.
pub static ORDERS: FileSpec<6> = FileSpec {
    about: About {
        name: "maatregelen",
        title: both("Maatregelen", "Orders"),
        explanation: both(
            "Een rij per maatregel van jeugdbescherming of jeugdreclassering, zoals gecertificeerde instellingen die uitvoeren. Wie ook in \
             trajecten staat, heeft daar dezelfde sleutel. Zonder dit bestand zijn er geen cijfers over maatregelen.",
            "A row per child protection or probation order, as certified institutions carry them out. Whoever is in trajecten as well has the \
             same key there. Without this file there are no figures on orders.",
        ),
        is_optional: true,
        key: &["persoon", "maatregel", "begin"],
        sampled: 6,
        rules: SPELLS,
    },
    fields: [
        PERSON,
        BORN,
        MUNICIPALITY,
        field(
            "maatregel",
            Kind::Code(CodeList::Orders),
            both("Maatregel", "Order"),
            both(
                "CBS Beleidsinformatie Jeugd: type maatregel.",
                "Statistics Netherlands, Beleidsinformatie Jeugd: type of order.",
            ),
            "11",
            &[Rule::OrderIsKnown],
        ),
        begins(both(
            "Eerste dag van de maatregel.",
            "First day of the order.",
        )),
        field(
            "einde",
            Kind::Date,
            both("Einde", "End"),
            both(
                "Laatste dag van de maatregel; leeg zolang zij loopt.",
                "Last day of the order; empty while it runs.",
            ),
            "2022-09-14",
            &[
                Rule::DateIsValid,
                Rule::EndIsNotBeforeBegin,
                Rule::EndIsNotInTheFuture,
                Rule::ProtectionEndsAtMajority,
            ],
        )
        .may_be_empty(),
    ],
};

/// Help of local teams.
pub static LOCAL_TEAMS: FileSpec<5> = FileSpec {
    about: About {
        name: "lokale_teams",
        title: both("Lokale teams", "Local teams"),
        explanation: both(
            "Een rij voor elke keer dat een lokaal team een jeugdige hielp, van begin tot einde. Een gemeente telt mee vanaf het jaar dat in \
             regio.toml bij lokaal_team_vanaf staat; van de andere staat er geen nul, maar niets. Wie ook in trajecten staat, heeft daar \
             dezelfde sleutel. Zonder dit bestand zijn er geen cijfers over lokale teams.",
            "A row for each time that a local team helped a youth, from start to end. A municipality counts from the year that \
             lokaal_team_vanaf in regio.toml says; of the others there is no zero, but nothing. Whoever is in trajecten as well has the same \
             key there. Without this file there are no figures on local teams.",
        ),
        is_optional: true,
        key: &["persoon", "gemeente", "begin"],
        sampled: 5,
        rules: SPELLS,
    },
    fields: [
        PERSON,
        BORN,
        field(
            "gemeente",
            Kind::Code(CodeList::Municipalities),
            both("Gemeente", "Municipality"),
            both(
                "De gemeente van het lokale team; een code uit regio.toml.",
                "The municipality of the local team; a code of regio.toml.",
            ),
            "GM0503",
            &[Rule::MunicipalityIsOurs, Rule::LocalTeamIsSupplied],
        ),
        begins(both("Eerste dag van de hulp.", "First day of the help.")),
        field(
            "einde",
            Kind::Date,
            both("Einde", "End"),
            both(
                "Laatste dag van de hulp; leeg zolang zij loopt.",
                "Last day of the help; empty while it runs.",
            ),
            "2021-09-14",
            &[
                Rule::DateIsValid,
                Rule::EndIsNotBeforeBegin,
                Rule::EndIsNotInTheFuture,
            ],
        )
        .may_be_empty(),
    ],
};

/// What was asked and answered when care ended.
pub static OUTCOMES: FileSpec<3> = FileSpec {
    about: About {
        name: "uitkomsten",
        title: both("Uitkomsten", "Outcomes"),
        explanation: both(
            "Wat aanbieders vragen als hulp eindigt: een rij voor elke vraag die bij een toewijzing is gesteld, ook als er geen antwoord kwam. \
             Geen rij betekent: niet gevraagd. Zonder dit bestand zijn er geen cijfers over de uitkomst van hulp.",
            "What providers ask when care ends: a row for each question that was asked about an allocation, also when no answer came. No row \
             means: not asked. Without this file there are no figures on the outcome of care.",
        ),
        is_optional: true,
        key: &["toewijzing", "vraag"],
        sampled: 3,
        rules: KEYED_ROWS,
    },
    fields: [
        field(
            "toewijzing",
            Kind::Key,
            both("Toewijzing", "Allocation"),
            both(
                "Sleutel van de toewijzing, zoals in trajecten. Zijn toewijzingen één traject geworden, dan telt wat bij de laatste is gevraagd.",
                "Key of the allocation, as in trajecten. When allocations became one trajectory, what was asked about the last one counts.",
            ),
            "T00000001",
            &[Rule::AllocationExists, Rule::AskedAtTheEnd],
        ),
        field(
            "vraag",
            Kind::Code(CodeList::Questions),
            both("Vraag", "Question"),
            both(
                "Wat er is gevraagd, met ‘ja’ als gunstig antwoord.",
                "What was asked, of which yes is the favourable answer.",
            ),
            "doelen-gehaald",
            &[Rule::QuestionIsKnown],
        ),
        field(
            "antwoord",
            Kind::Code(CodeList::Answers),
            both("Antwoord", "Answer"),
            both(
                "Leeg als de vraag is gesteld en er geen antwoord kwam.",
                "Empty when the question was asked and no answer came.",
            ),
            "ja",
            &[Rule::AnswerIsKnown],
        )
        .may_be_empty(),
    ],
};

/// Personal budgets.
pub static BUDGETS: FileSpec<4> = FileSpec {
    about: About {
        name: "pgb",
        title: both("Persoonsgebonden budgetten", "Personal budgets"),
        explanation: both(
            "Een rij voor elke jeugdige met een persoonsgebonden budget en elk jaar, met wat daaruit is uitgegeven volgens de Sociale \
             Verzekeringsbank. Een gemeente telt mee vanaf het jaar dat in regio.toml bij pgb_vanaf staat; van de andere staat er geen nul, maar \
             niets. Zonder dit bestand zijn er geen cijfers over persoonsgebonden budgetten.",
            "A row for each youth with a personal budget and each year, with what was spent from it according to the Social Insurance Bank. A \
             municipality counts from the year that pgb_vanaf in regio.toml says; of the others there is no zero, but nothing. Without this file \
             there are no figures on personal budgets.",
        ),
        is_optional: true,
        key: &["persoon", "gemeente", "jaar"],
        sampled: 4,
        rules: KEYED_ROWS,
    },
    fields: [
        PERSON,
        field(
            "gemeente",
            Kind::Code(CodeList::Municipalities),
            both("Gemeente", "Municipality"),
            both(
                "De gemeente die het budget toekende; een code uit regio.toml.",
                "The municipality that granted the budget; a code of regio.toml.",
            ),
            "GM0503",
            &[Rule::MunicipalityIsOurs, Rule::BudgetsAreSupplied],
        ),
        field(
            "jaar",
            Kind::Whole,
            both("Jaar", "Year"),
            both("Jaar van de uitgaven.", "Year of the spending."),
            "2023",
            &[Rule::NumberIsValid, Rule::YearIsPlausible],
        ),
        field(
            "besteed",
            Kind::Amount,
            both("Besteed", "Spent"),
            both(
                "Wat in het jaar uit het budget is uitgegeven, in euro. Wat niet is uitgegeven telt niet mee.",
                "What was spent from the budget in the year, in euros. What was not spent does not count.",
            ),
            "9876.50",
            &[
                Rule::NumberIsValid,
                Rule::BudgetIsSpent,
                Rule::AmountIsPlausible,
            ],
        ),
    ],
};
