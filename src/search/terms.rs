//! Words of the monitor itself, which a reader may look up, with what they mean.

use crate::vocabulary::Bilingual;

/// A word, others for it, and what it means.
pub struct Term {
    /// The word.
    pub name: Bilingual,
    pub(super) other: &'static str,
    /// What it means.
    pub meaning: Bilingual,
}

/// All of them.
pub const TERMS: [Term; 11] = [
    Term {
        name: Bilingual::new("Trend", "Trend"),
        other: "stijgt daalt stijging daling ontwikkeling groei rising falling growth",
        meaning: Bilingual::new(
            "Een stijging of daling over jaren die op dezelfde manier zijn geteld. We noemen iets pas een trend als toeval zo’n lijn in minder dan 2 van de 1.000 gevallen zou geven, en de lijn niet aan één jaar hangt. Bij elk onderwerp staat onder ‘Hoe is dit berekend?’ hoe het is getoetst.",
            "A rise or fall over years that were counted in the same way. We only call it a trend when chance would give such a line in fewer than 2 of 1,000 cases, and it does not hang on one year. With each topic, ‘How was this calculated?’ tells how it was tested.",
        ),
    },
    Term {
        name: Bilingual::new("Toeval", "Chance"),
        other: "significant statistiek statistics kans",
        meaning: Bilingual::new(
            "Ook als er niets verandert, komt er elk jaar een ander getal uit. In een kleine gemeente scheelt dat meer dan in een grote. We noemen een verschil pas een verschil als het groter is dan toeval.",
            "Even if nothing changes, each year gives another number. In a small municipality that matters more than in a large one. We only call a difference a difference when it is larger than chance.",
        ),
    },
    Term {
        name: Bilingual::new("Marge", "Margin"),
        other: "onzekerheid onzekerheidsmarge betrouwbaarheid interval uncertainty confidence wilson byar",
        meaning: Bilingual::new(
            "Zoveel kan een cijfer schelen door toeval en door afronding. In 95 van de 100 gevallen ligt het cijfer zonder toeval tussen de twee grenzen. Ook een telling van alle jeugdigen heeft een marge: wie in een jaar hulp nodig heeft, hangt deels van toeval af, dus volgend jaar is het een ander getal, ook als er niets verandert. De dunne lijn of het vlak in een grafiek is de marge.",
            "How much a figure may differ by chance and by rounding. In 95 of 100 cases the figure without chance lies between the two ends. A count of all youths has a margin too: who needs care in a year depends on chance in part, so next year gives another number even if nothing changes. The thin line or the band in a chart is the margin.",
        ),
    },
    Term {
        name: Bilingual::new("Breuk", "Break"),
        other: "trendbreuk anders geteld niet vergelijkbaar comparable",
        meaning: Bilingual::new(
            "Vanaf zo’n jaar is er anders geteld. Cijfers van ervoor en erna zijn dan niet te vergelijken. In een grafiek stopt de lijn daar.",
            "From such a year on it was counted differently. Figures before and after cannot be compared. In a chart the line stops there.",
        ),
    },
    Term {
        name: Bilingual::new("Voorlopig", "Provisional"),
        other: "nog niet definitief herziening revision",
        meaning: Bilingual::new(
            "Over het laatste jaar komen nog gegevens binnen. Het cijfer verandert daarom nog.",
            "Data about the last year are still coming in, so its figure will still change.",
        ),
    },
    Term {
        name: Bilingual::new("Toewijzing", "Allocation"),
        other: "toegewezen beschikking besluit gemeente verwijzer start decision",
        meaning: Bilingual::new(
            "Het besluit dat een jeugdige bepaalde hulp krijgt van een bepaalde aanbieder. De gemeente neemt het, soms na een verwijzing van bijvoorbeeld een huisarts. Pas daarna kan de hulp beginnen.",
            "The decision that a youth gets certain care from a certain provider. The municipality takes it, sometimes after a referral by a GP for instance. Only then can care begin.",
        ),
    },
    Term {
        name: Bilingual::new("Richtinggevend kader", "Agreed range"),
        other: "richtlijn norm afspraak duur maanden guideline duration months",
        meaning: Bilingual::new(
            "Per soort hulp een richtlijn voor hoelang die duurt, als begin van een gesprek met aanbieders. Hulp die langer of korter duurt, is niet vanzelf verkeerd.",
            "For each type of care a guideline for how long it lasts, as the begin of a conversation with providers. Care that lasts longer or shorter is not wrong by itself.",
        ),
    },
    Term {
        name: Bilingual::new("Persoonsgebonden budget (pgb)", "Personal budget"),
        other: "svb zelf inkopen ouders buy parents",
        meaning: Bilingual::new(
            "Geld waarmee ouders zelf hulp inkopen voor hun kind. De Sociale Verzekeringsbank betaalt die hulp. Ze loopt niet via aanbieders van de regio en zit daarom alleen in de cijfers over pgb’s.",
            "Money with which parents buy care for their child themselves. The Social Insurance Bank pays for it. It does not go through providers of the region, so it is in the figures on personal budgets only.",
        ),
    },
    Term {
        name: Bilingual::new("Maatregel", "Order"),
        other: "kinderrechter ots voogdij jeugdreclassering dwang gedwongen ondertoezichtstelling court supervision guardianship probation",
        meaning: Bilingual::new(
            "Wat een rechter of officier van justitie oplegt: een ondertoezichtstelling, voogdij of jeugdreclassering. Een jeugdige telt mee als die in het jaar minstens één dag een maatregel had.",
            "What a judge or prosecutor imposes: supervision, guardianship or youth probation. A youth counts when she was under an order for at least one day of the year.",
        ),
    },
    Term {
        name: Bilingual::new("Rest van de regio", "Rest of the region"),
        other: "vergelijking gemiddelde benchmark andere gemeenten average other municipalities",
        meaning: Bilingual::new(
            "Alle andere gemeenten van de regio samen. Een gemeente wordt daarmee vergeleken, en niet met een totaal waar zij zelf in zit.",
            "All other municipalities of the region together. A municipality is compared with those, and not with a total that contains it.",
        ),
    },
    Term {
        name: Bilingual::new("Traject", "Care period"),
        other: "behandeling hulptraject treatment trajectory trajectories",
        meaning: Bilingual::new(
            "Eén vorm van hulp voor één jeugdige bij één aanbieder, van begin tot eind. Een jeugdige kan meer trajecten hebben.",
            "One form of care for one youth at one provider, from start to end. A youth may have several care periods.",
        ),
    },
];
