//! The SQL of one margin: first per person within a cell, then per cell, so that persons are counted once.

use crate::vocabulary::{Dimension, Margin, Table};

/// The name of the table that says which groups a member of a dimension belongs to.
pub(super) fn groups(dimension: Dimension) -> String {
    format!("{}_groep", dimension.code())
}

/// The name of the table that [`of_providers`] gives.
pub(super) const OF_PROVIDERS: &str = "aanbiederkosten";

/// How many columns follow the measures of [`Table::Use`] and [`Table::Budgets`]: what all youths of the cell cost, the costliest of them, and the sum of
/// the squares. A youth for whom more was paid back than paid stands in them as nothing.
pub(super) const CONTRIBUTIONS: usize = 3;

/// How many follow those of the tables without a number of youths: how many had the trajectories.
pub(super) const YOUTHS: usize = 1;

/// How many providers are called the largest.
const LARGEST: usize = 12;

/// How many columns [`by_contributor`] gives after the name of a cell.
pub(super) const KINDS: usize = 4;

/// The rows of [`Table::Providers`]: what a youth cost at a provider, with whether that gave care in every municipality in the year, and
/// whether it is one of the largest of the region. As large is as large: who declared the same is in or out together.
pub(super) fn at_providers(municipalities: usize) -> String {
    let facts = Table::Use.code();
    format!(
        "WITH soorten AS (
            SELECT jaar, aanbieder, CAST(count(DISTINCT gemeente) = {municipalities} AS BIGINT) AS overal,
                CAST(rank() OVER (PARTITION BY jaar ORDER BY sum(euro) DESC) <= {LARGEST} AS BIGINT) AS groot
            FROM {facts} GROUP BY jaar, aanbieder)
         SELECT jaar, gemeente, persoon, aanbieder, overal, groot, sum(euro) AS euro
         FROM {facts} JOIN soorten USING (jaar, aanbieder) GROUP BY jaar, gemeente, persoon, aanbieder, overal, groot"
    )
}

/// What every contributor to the cost of a cell has in it at each kind of provider: neither everywhere nor large, everywhere only, large
/// only, both. `contributor` is the column that names it.
pub(super) fn by_contributor(contributor: &str) -> String {
    let (named, cell, from) = (
        named(Margin::TOTAL),
        cell(Margin::TOTAL),
        from(Table::Providers.code(), Table::Providers, Margin::TOTAL),
    );
    format!(
        "WITH feiten AS ({from})
         SELECT {named}, sum((1 - overal) * (1 - groot) * euro), sum(overal * (1 - groot) * euro), sum((1 - overal) * groot * euro),
            sum(overal * groot * euro)
         FROM feiten GROUP BY {cell}, {contributor}"
    )
}

/// The query that counts one margin; its columns are year, area, the dimensions and the measures, and [`CONTRIBUTIONS`] for
/// [`Table::Use`] and [`YOUTHS`] for tables of trajectories without a number of youths, all whole numbers.
pub(super) fn of_margin(table: Table, margin: Margin) -> String {
    let (named, cell, from) = (
        named(margin),
        cell(margin),
        from(table.code(), table, margin),
    );
    match table {
        Table::Use => format!(
            "WITH feiten AS ({from}), personen AS (
                SELECT {cell}, persoon, count(*) AS trajecten, sum(begonnen) AS begonnen, sum(herhaald) AS herhaald, max(nieuw) AS nieuw,
                    max(gestopt) AS gestopt, sum(euro) AS euro
                FROM feiten GROUP BY {cell}, persoon)
             SELECT {named}, count(*), sum(trajecten), sum(begonnen), sum(nieuw), sum(gestopt), sum(euro), sum(euro * euro),
                sum(herhaald), sum(greatest(euro, 0)), greatest(max(euro), 0), sum(greatest(euro, 0) * greatest(euro, 0))
             FROM personen GROUP BY {cell}"
        ),
        Table::Ended => format!(
            "WITH feiten AS ({from}), personen AS (
                SELECT {cell}, persoon, count(*) AS trajecten, sum(reden_bekend) AS reden_bekend, sum(eenzijdig) AS eenzijdig,
                    sum(voortijdig) AS voortijdig, sum(dagen) AS dagen, sum(dagen * dagen) AS kwadraat, sum(korter_jaar) AS korter_jaar, max(gevolgd) AS gevolgd,
                    max(teruggekeerd) AS teruggekeerd
                FROM feiten GROUP BY {cell}, persoon)
             SELECT {named}, count(*), sum(trajecten), sum(reden_bekend), sum(eenzijdig), sum(dagen), sum(kwadraat), sum(korter_jaar),
                sum(gevolgd), sum(teruggekeerd), sum(voortijdig)
             FROM personen GROUP BY {cell}"
        ),
        Table::Durations | Table::Allocations | Table::Ranges => format!(
            "WITH feiten AS ({from}) SELECT {named}, count(*), count(DISTINCT persoon) FROM feiten GROUP BY {cell}"
        ),
        Table::LeftResidence => {
            format!("WITH feiten AS ({from}) SELECT {named}, count(*) FROM feiten GROUP BY {cell}")
        }
        Table::Budgets => format!(
            "WITH feiten AS ({from}), personen AS (SELECT {cell}, persoon, sum(euro) AS euro FROM feiten GROUP BY {cell}, persoon)
             SELECT {named}, count(*), sum(euro), sum(euro * euro), sum(euro) AS alles, max(euro) AS grootste, sum(euro * euro) AS kwadraat
             FROM personen GROUP BY {cell}"
        ),
        Table::Survival => format!(
            "WITH feiten AS ({from}) SELECT {named}, count(*), sum(geeindigd), count(DISTINCT persoon) FROM feiten GROUP BY {cell}"
        ),
        Table::Outcomes => format!(
            "WITH feiten AS ({from}), personen AS (
                SELECT {cell}, persoon, count(*) AS gevraagd, sum(beantwoord) AS beantwoord, sum(positief) AS positief
                FROM feiten GROUP BY {cell}, persoon)
             SELECT {named}, sum(CAST(beantwoord > 0 AS BIGINT)), sum(gevraagd), sum(beantwoord), sum(positief)
             FROM personen GROUP BY {cell}"
        ),
        Table::Waiting => format!(
            "WITH feiten AS ({from}), aanbieders AS (
                SELECT {cell}, aanbieder, max(wacht_lang) AS heeft_lang, sum(wacht) AS wacht, sum(wacht_lang) AS wacht_lang,
                    sum(dagen) AS dagen, sum(dagen * dagen) AS kwadraat
                FROM feiten GROUP BY {cell}, aanbieder)
             SELECT {named}, count(*), sum(heeft_lang), sum(wacht), sum(wacht_lang), sum(dagen), sum(kwadraat)
             FROM aanbieders GROUP BY {cell}"
        ),
        Table::Orders => format!(
            "WITH feiten AS ({from}), personen AS (
                SELECT {cell}, persoon, count(*) AS maatregelen, sum(begonnen) AS begonnen, sum(geeindigd) AS geeindigd,
                    max(heeft_hulp) AS heeft_hulp
                FROM feiten GROUP BY {cell}, persoon)
             SELECT {named}, count(*), sum(maatregelen), sum(begonnen), sum(geeindigd), sum(heeft_hulp)
             FROM personen GROUP BY {cell}"
        ),
        Table::Local => format!(
            "WITH feiten AS ({from}), personen AS (
                SELECT {cell}, persoon, max(lokaal) AS lokaal, max(beide) AS beide, sum(geeindigd) AS geeindigd, sum(dagen) AS dagen,
                    sum(kwadraat) AS kwadraat
                FROM feiten GROUP BY {cell}, persoon)
             SELECT {named}, sum(lokaal), sum(beide), count(*), sum(CAST(geeindigd > 0 AS BIGINT)), sum(geeindigd), sum(dagen), sum(kwadraat)
             FROM personen GROUP BY {cell}"
        ),
        Table::Providers => format!(
            "WITH feiten AS ({from}), personen AS (
                SELECT {cell}, persoon, sum(overal * euro) AS overal, sum(groot * euro) AS groot
                FROM feiten GROUP BY {cell}, persoon), bedragen AS (
                SELECT {cell}, sum(overal) AS overal, sum(overal * overal) AS overal_kwadraat, sum(groot) AS groot, sum(groot * groot) AS groot_kwadraat
                FROM personen GROUP BY {cell}), aantallen AS (
                SELECT {cell}, count(*) AS alle, sum(overal) AS in_alle
                FROM (SELECT DISTINCT {cell}, aanbieder, overal FROM feiten) GROUP BY {cell})
             SELECT {named}, alle, in_alle, overal, overal_kwadraat, groot, groot_kwadraat FROM aantallen JOIN bedragen USING ({cell})"
        ),
        Table::Population => format!("WITH feiten AS ({from}) SELECT {named}, sum(inwoners) FROM feiten GROUP BY {cell}"),
    }
}

/// The cost of every provider by the finest groups: the small table that [`by_provider`] asks.
pub(super) fn of_providers() -> String {
    let leaves = dimensions_of(Table::Use).join(", ");
    format!(
        "SELECT jaar, gemeente, {leaves}, aanbieder, sum(euro) AS euro FROM {} GROUP BY jaar, gemeente, {leaves}, aanbieder",
        Table::Use.code()
    )
}

/// The cost of every cell of a margin by provider: year, area, the dimensions, then the provider's part. What was paid back is no part.
pub(super) fn by_provider(margin: Margin) -> String {
    let (named, cell, from) = (
        named(margin),
        cell(margin),
        from(OF_PROVIDERS, Table::Use, margin),
    );
    format!(
        "WITH feiten AS ({from})
         SELECT {named}, greatest(sum(euro), 0) FROM feiten GROUP BY {cell}, aanbieder"
    )
}

/// The columns that name a cell of a margin: nothing else is grouped by, which is what takes the time.
fn cell(margin: Margin) -> String {
    std::iter::once("jaar, gebied")
        .chain(margin.dimensions().map(Dimension::code))
        .collect::<Vec<_>>()
        .join(", ")
}

/// The columns of an answer that name a cell, those of which it is the total as well.
fn named(margin: Margin) -> String {
    let columns = Dimension::ALL.map(|dimension| {
        if margin.has(dimension) {
            dimension.code().to_owned()
        } else {
            format!("CAST(0 AS BIGINT) AS {}", dimension.code())
        }
    });
    format!("jaar, gebied, {}", columns.join(", "))
}

/// The facts of `name`, which has the dimensions of `table`, once for every cell of the margin that they fall in.
fn from(name: &str, table: Table, margin: Margin) -> String {
    let each = |part: fn(&str, &str) -> String| -> String {
        margin
            .dimensions()
            .map(|dimension| part(dimension.code(), &groups(dimension)))
            .collect()
    };
    let columns = each(|code, groups| format!(" {groups}.lid AS {code},"));
    let joins = each(|code, groups| format!(" JOIN {groups} ON feit.{code} = {groups}.blad"));
    let present = std::iter::once("jaar")
        .chain(dimensions_of(table))
        .collect::<Vec<_>>()
        .join(", ");
    format!(
        "SELECT feit.jaar, gebied_groep.gebied,{columns} feit.* EXCEPT ({present}) FROM {name} AS feit JOIN gebied_groep ON feit.gemeente = gebied_groep.gemeente{joins}"
    )
}

fn dimensions_of(table: Table) -> Vec<&'static str> {
    match table {
        // Of inhabitants only the age is known, whatever columns their files have.
        Table::Population => vec![Dimension::AgeGroup.code()],
        Table::Use
        | Table::Ended
        | Table::Waiting
        | Table::Orders
        | Table::Providers
        | Table::Durations
        | Table::Local
        | Table::Outcomes
        | Table::Survival
        | Table::Allocations
        | Table::Ranges
        | Table::LeftResidence
        | Table::Budgets => table
            .dimensions()
            .iter()
            .map(|dimension| dimension.code())
            .collect(),
    }
}
