//! The other forms of a comparison in words: the funnel, and the grid of all indicators.

use super::findings::{Place, capital, selection_words};
use super::number::{self, Form};
use crate::indicator::{Funnel, FunnelPoint, Grid, Indicator, NoFunnel, Standing, grid_indicators};
use crate::release::{AreaId, Region};
use crate::statistics::Verdict;
use crate::vocabulary::{Language, Member};

/// Names of areas in a row: "Delft, Rijswijk en Westland".
pub fn names(region: &Region, areas: &[AreaId], language: Language) -> String {
    let names: Vec<&str> = areas
        .iter()
        .map(|area| Place::of(region, *area).name)
        .collect();
    listed(&names, language)
}

/// Words in a row, with the last one after "en".
pub(super) fn listed(words: &[impl AsRef<str>], language: Language) -> String {
    let and = match language {
        Language::Nl => "en",
        Language::En => "and",
    };
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    match words.as_slice() {
        [] => String::new(),
        [word] => (*word).to_owned(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

/// The finding of a funnel, as a title.
pub fn funnel_headline(
    indicator: &Indicator,
    funnel: &Funnel,
    year: u16,
    members: &[Member],
    language: Language,
) -> String {
    let (far, all) = (funnel.far(), funnel.points.len());
    let narrowed = selection_words(members, language)
        .map(|words| format!(" ({words})"))
        .unwrap_or_default();
    let name = format!("{}{narrowed}", capital(indicator.name.get(language)));
    match (language, far) {
        (Language::Nl, 0) => {
            format!("{name}, {year}: geen gemeente wijkt meer af dan toeval")
        }
        (Language::Nl, 1) => {
            format!("{name}, {year}: 1 van de {all} gemeenten wijkt meer af dan toeval")
        }
        (Language::Nl, _) => {
            format!("{name}, {year}: {far} van de {all} gemeenten wijken meer af dan toeval")
        }
        (Language::En, 0) => {
            format!("{name}, {year}: no municipality stands out more than chance")
        }
        (Language::En, 1) => {
            format!("{name}, {year}: 1 of {all} municipalities stands out more than chance")
        }
        (Language::En, _) => {
            format!("{name}, {year}: {far} of {all} municipalities stand out more than chance")
        }
    }
}

/// Who falls outside, how many would by chance, and who is not drawn.
pub fn funnel_remark(funnel: &Funnel, region: &Region, language: Language) -> String {
    let of = |wanted: &dyn Fn(&FunnelPoint) -> bool| {
        let areas: Vec<AreaId> = funnel
            .points
            .iter()
            .filter(|point| wanted(point))
            .map(|point| point.area)
            .collect();
        names(region, &areas, language)
    };
    let at = |standing: Standing| {
        of(&|point| point.standing == standing && (standing.is_far() || !point.is_undecided))
    };
    let undecided = |is_within: bool| {
        of(&|point| point.is_undecided && (point.standing == Standing::Within) == is_within)
    };
    let lists = [
        (
            at(Standing::Above { far: true }),
            [
                "Ruim hoger dan de regio (buiten de buitenste lijnen)",
                "Well above the region (outside the outer lines)",
            ],
        ),
        (
            at(Standing::Below { far: true }),
            ["Ruim lager", "Well below"],
        ),
        (
            at(Standing::Above { far: false }),
            [
                "Alleen boven de binnenste lijn, dat komt vaker door toeval voor",
                "Only above the inner line, which chance does more often",
            ],
        ),
        (
            at(Standing::Below { far: false }),
            [
                "Alleen onder de binnenste lijn",
                "Only below the inner line",
            ],
        ),
        (
            undecided(false),
            [
                "Buiten de binnenste lijn, en net buiten de buitenste; dat laatste kan ook door afronding komen",
                "Outside the inner line, and just outside the outer one, which may also be due to rounding",
            ],
        ),
        (
            undecided(true),
            [
                "Net buiten de binnenste lijn, maar dat kan ook door afronding komen",
                "Just outside the inner line, which may also be due to rounding",
            ],
        ),
    ];
    let mut sentences: Vec<String> = lists
        .into_iter()
        .filter(|(names, _)| !names.is_empty())
        .map(|(names, [nl, en])| match language {
            Language::Nl => format!("{nl}: {names}."),
            Language::En => format!("{en}: {names}."),
        })
        .collect();
    let all = funnel.points.len();
    let chance = number::figure(
        all as f64 * 0.05,
        crate::indicator::Unit::PerHundred,
        Form::Bare,
        language,
    );
    sentences.push(match language {
        Language::Nl => format!("Als gemeenten niet echt verschilden, lagen er van de {all} door toeval gemiddeld {chance} buiten de binnenste lijnen (95\u{a0}%), en buiten de buitenste (99,8\u{a0}%) bijna nooit een."),
        Language::En => format!("If municipalities did not really differ, chance would put {chance} of {all} outside the inner lines (95%) on average, and hardly ever one outside the outer ones (99.8%)."),
    });
    if !funnel.without.is_empty() {
        let names = names(region, &funnel.without, language);
        sentences.push(match language {
            Language::Nl => {
                format!("Niet getekend, want het cijfer is verborgen of niet bekend: {names}.")
            }
            Language::En => format!("Not drawn, for the figure is hidden or unknown: {names}."),
        });
    }
    sentences.join(" ")
}

/// Why there is no funnel.
pub fn no_funnel(reason: NoFunnel, language: Language) -> String {
    match (language, reason) {
        (Language::Nl, NoFunnel::Total) => "Een trechter zet een cijfer af tegen de grootte van de gemeente. Een aantal ís die grootte: daar hoort geen trechter bij.".to_owned(),
        (Language::En, NoFunnel::Total) => "A funnel sets a figure against the size of the municipality. A number is that size: there is no funnel for it.".to_owned(),
        (Language::Nl, NoFunnel::Providers) => "Een trechter laat zien hoe ver een cijfer door toeval kan afwijken bij elke grootte. Dit aandeel verandert met de grootte zelf: in een grote gemeente werken meer aanbieders. Daarom is er geen eerlijke trechter te tekenen.".to_owned(),
        (Language::En, NoFunnel::Providers) => "A funnel shows how far chance may take a figure at each size. This share changes with the size itself: in a large municipality more providers work. So no honest funnel can be drawn.".to_owned(),
        (Language::Nl, NoFunnel::Mean) => "Een trechter laat zien hoe ver een cijfer door toeval kan afwijken bij elke grootte. Bij een gemiddelde hangt dat ook af van enkele heel grote bedragen, lange trajecten of lange wachttijden, en die verschillen per gemeente. Daarom is er geen eerlijke trechter te tekenen. Bij de balken staat de onzekerheid van elke gemeente apart.".to_owned(),
        (Language::En, NoFunnel::Mean) => "A funnel shows how far chance may take a figure at each size. For an average that also depends on a few very large amounts, long care periods or long waits, which differ by municipality. So no honest funnel can be drawn. The bars show the uncertainty of each municipality by itself.".to_owned(),
        (Language::Nl, NoFunnel::Median) => "Een trechter laat zien hoe ver een cijfer door toeval kan afwijken bij elke grootte. Bij een middelste aantal dagen hangt dat ook af van hoe ver trajecten uiteenlopen, en dat verschilt per gemeente. Daarom is er geen eerlijke trechter te tekenen. Bij de balken staat de onzekerheid van elke gemeente apart.".to_owned(),
        (Language::Nl, NoFunnel::Followed) => "Een trechter laat zien hoe ver een cijfer door toeval kan afwijken bij elke grootte. Bij hulp die wordt gevolgd, raakt een deel onderweg uit beeld, en dat verschilt per gemeente. Daarom is er geen eerlijke trechter te tekenen. Bij de balken staat de onzekerheid van elke gemeente apart.".to_owned(),
        (Language::En, NoFunnel::Followed) => "A funnel shows how far chance may take a figure at each size. Of care that is followed a part is lost from view on the way, which differs by municipality. So no honest funnel can be drawn. The bars show the uncertainty of each municipality by itself.".to_owned(),
        (Language::En, NoFunnel::Median) => "A funnel shows how far chance may take a figure at each size. For a middle number of days that also depends on how far care periods lie apart, which differs by municipality. So no honest funnel can be drawn. The bars show the uncertainty of each municipality by itself.".to_owned(),
        (Language::Nl, NoFunnel::Change) => "Een trechter laat zien hoe ver een cijfer door toeval kan afwijken bij elke grootte. Bij een verandering op het jaar ervoor hangt dat af van de bedragen, niet alleen van hoeveel jeugdigen er zijn. Daarom is er geen eerlijke trechter te tekenen.".to_owned(),
        (Language::En, NoFunnel::Change) => "A funnel shows how far chance may take a figure at each size. For a change on the year before that depends on the amounts, not only on how many youths there are. So no honest funnel can be drawn.".to_owned(),
        (Language::Nl, NoFunnel::AllOrNothing) => "In de hele regio geldt dit voor niemand of voor iedereen. Dan laat toeval geen ruimte, en valt er geen trechter te tekenen.".to_owned(),
        (Language::En, NoFunnel::AllOrNothing) => "In the whole region this holds for nobody or for everybody. Then chance leaves no room, and there is no funnel to draw.".to_owned(),
        (Language::Nl, NoFunnel::NotAlike(until)) => format!("In dit jaar tellen niet alle gemeenten op dezelfde manier. Daarom is er geen cijfer van de regio om een trechter omheen te tekenen. Tot en met {until} kan dat wel."),
        (Language::En, NoFunnel::NotAlike(until)) => format!("In this year not all municipalities are counted in the same way, so there is no figure of the region to draw a funnel around. Up to {until} there is."),
        (Language::Nl, NoFunnel::NoFigures) => "Er zijn te weinig cijfers om een trechter te tekenen.".to_owned(),
        (Language::En, NoFunnel::NoFigures) => "There are too few figures to draw a funnel.".to_owned(),
    }
}

/// Where a municipality lies in the funnel.
pub fn standing_words(point: &FunnelPoint, language: Language) -> &'static str {
    if point.is_undecided {
        return match (point.standing, language) {
            (Standing::Within, Language::Nl) => "net buiten de binnenste lijn: kan afronding zijn",
            (Standing::Within, Language::En) => "just outside the inner line: may be rounding",
            (_, Language::Nl) => "net buiten de buitenste lijn: kan afronding zijn",
            (_, Language::En) => "just outside the outer line: may be rounding",
        };
    }
    match (language, point.standing) {
        (Language::Nl, Standing::Within) => "kan toeval zijn",
        (Language::Nl, Standing::Above { far: false }) => "boven de binnenste lijn",
        (Language::Nl, Standing::Above { far: true }) => "boven de buitenste lijn",
        (Language::Nl, Standing::Below { far: false }) => "onder de binnenste lijn",
        (Language::Nl, Standing::Below { far: true }) => "onder de buitenste lijn",
        (Language::En, Standing::Within) => "may be chance",
        (Language::En, Standing::Above { far: false }) => "above the inner line",
        (Language::En, Standing::Above { far: true }) => "above the outer line",
        (Language::En, Standing::Below { far: false }) => "below the inner line",
        (Language::En, Standing::Below { far: true }) => "below the outer line",
    }
}

/// The finding of the grid, as a title.
pub fn grid_headline(grid: &Grid, year: u16, language: Language) -> String {
    let (tested, found) = (grid.tested(), grid.found());
    match (language, tested) {
        (Language::Nl, 0) => format!("Alle onderwerpen in alle gemeenten, {year}"),
        (Language::En, 0) => format!("All topics in all municipalities, {year}"),
        (Language::Nl, _) => format!(
            "{found} van de {tested} cijfers uit {year} verschillen aantoonbaar van de rest van de regio"
        ),
        (Language::En, _) => format!(
            "{found} of {tested} figures for {year} demonstrably differ from the rest of the region"
        ),
    }
}

/// That a topic is not in the grid, and why; nothing when it is.
pub fn not_in_grid(indicator: &Indicator, language: Language) -> Option<String> {
    if grid_indicators().any(|entry| entry.id == indicator.id) {
        return None;
    }
    let name = indicator.name.get(language);
    Some(match language {
        Language::Nl => format!(
            "“{name}” staat niet in dit raster: hier staan alleen cijfers uit het overzicht, en geen totalen. Kies Balken om het te zien."
        ),
        Language::En => format!(
            "“{name}” is not in this grid: it only has figures of the overview, and no totals. Choose Bars to see it."
        ),
    })
}

/// How many of the differences in the grid are chance.
pub fn grid_remark(grid: &Grid, year: u16, language: Language) -> String {
    if let Some(until) = grid.alike_until.filter(|until| *until < year) {
        return match language {
            Language::Nl => format!(
                "In {year} tellen niet alle gemeenten op dezelfde manier. Daarom is hier niets getoetst. Tot en met {until} kan dat wel."
            ),
            Language::En => format!(
                "In {year} not all municipalities are counted in the same way, so nothing was tested here. Up to {until} it can be."
            ),
        };
    }
    let (tested, found) = (grid.tested(), grid.found());
    let (naive, most) = (
        grid.alarms_without_correction().round(),
        grid.false_alarms().ceil(),
    );
    match language {
        Language::Nl if found == 0 => format!(
            "Wie {tested} cijfers los van elkaar toetst, vindt er door toeval zo’n {naive:.0} die afwijken. De toets houdt daar rekening mee en vindt er geen."
        ),
        Language::En if found == 0 => format!(
            "If you test {tested} figures one by one, about {naive:.0} will stand out by chance. The test allows for that and finds none."
        ),
        Language::Nl => format!(
            "Wie {tested} cijfers los van elkaar toetst, vindt er door toeval zo’n {naive:.0} die afwijken, ook als er niets aan de hand is. De toets houdt daar rekening mee: van de {found} met een pijl is naar verwachting hoogstens {most:.0} toeval. Zonder pijl kan het verschil toeval zijn."
        ),
        Language::En => format!(
            "If you test {tested} figures one by one, about {naive:.0} will stand out by chance, even if nothing is going on. The test allows for that: of the {found} with an arrow at most {most:.0} are expected to be chance. Without an arrow the difference may be chance."
        ),
    }
}

/// What stands along the axes of a funnel.
pub fn funnel_axes(indicator: &Indicator, size: &str, language: Language) -> String {
    let name = super::capital(indicator.name.get(language));
    let unit = super::unit_of(indicator, language);
    match language {
        Language::Nl => format!(
            "Elke stip is een gemeente. Hoe hoger de stip, hoe hoger het cijfer ({name}, {unit}). Hoe verder naar rechts, hoe groter de gemeente ({size}); die schaal telt in sprongen: van 500 naar 1.000 is even ver als van 5.000 naar 10.000."
        ),
        Language::En => format!(
            "Each dot is a municipality. The higher the dot, the higher the figure ({name}, {unit}). The further to the right, the larger the municipality ({size}); that scale goes in leaps: from 500 to 1,000 is as far as from 5,000 to 10,000."
        ),
    }
}

/// How a figure of the grid stands to the rest of the region.
pub const fn grid_verdict(verdict: Option<Verdict>, language: Language) -> &'static str {
    match (verdict, language) {
        (Some(Verdict::Higher), Language::Nl) => "hoger dan de rest",
        (Some(Verdict::Lower), Language::Nl) => "lager dan de rest",
        (Some(Verdict::NoDemonstrableDifference), Language::Nl) => "kan toeval zijn",
        (Some(Verdict::Higher), Language::En) => "higher than the rest",
        (Some(Verdict::Lower), Language::En) => "lower than the rest",
        (Some(Verdict::NoDemonstrableDifference), Language::En) => "may be chance",
        (None, Language::Nl) => "niet getoetst",
        (None, Language::En) => "not tested",
    }
}

#[cfg(test)]
#[path = "compare_forms_tests.rs"]
mod tests;
