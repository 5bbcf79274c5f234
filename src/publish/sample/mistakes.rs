//! What goes wrong in real deliveries: of every file a second part, in which each rule of the input is broken at least once, in the notation
//! of a Dutch spreadsheet.
//!
//! No figure becomes another by it. What breaks a rule is left out, or says once more what stands in the first part, or is taken off again.

use std::path::Path;

use super::SampleError;
use super::profile::Profile;
use crate::publish::input::specification::{
    BUDGETS, DECLARATIONS, FileView, LOCAL_TEAMS, ORDERS, OUTCOMES, POPULATION, PRODUCTS,
    TRAJECTORIES, WAITING_LIST,
};

/// What the name of such a part ends with.
pub(super) const PART: &str = "-met-fouten";

/// A second part of a file.
pub(super) struct Part {
    pub(super) file: FileView,
    /// As many fields as the file has columns, but for the row that has too few; a blank line has none.
    pub(super) rows: Vec<Vec<String>>,
}

/// A row of the first part, its values by column.
struct Row {
    file: FileView,
    values: Vec<String>,
}

impl Row {
    /// A row that says nothing yet.
    fn of(file: FileView, values: &[(&str, &str)]) -> Self {
        let blank = Self {
            file,
            values: vec![String::new(); file.fields.len()],
        };
        blank.but(values)
    }

    fn get(&self, column: &str) -> &str {
        let place = self.file.fields.iter().position(|of| of.name == column);
        place.map_or("", |place| &self.values[place])
    }

    /// The same with other values in some columns.
    fn but(&self, changes: &[(&str, &str)]) -> Self {
        let mut values = self.values.clone();
        for (column, value) in changes {
            if let Some(place) = self.file.fields.iter().position(|of| of.name == *column) {
                (*value).clone_into(&mut values[place]);
            }
        }
        Self {
            file: self.file,
            values,
        }
    }
}

/// The first row of a file for which a condition holds.
fn first(
    file: FileView,
    path: &Path,
    is_wanted: impl Fn(&Row) -> bool,
) -> Result<Option<Row>, csv::Error> {
    for record in csv::Reader::from_path(path)?.into_records() {
        let mut values: Vec<String> = record?.iter().map(dutch).collect();
        values.resize(file.fields.len(), String::new());
        let row = Row { file, values };
        if is_wanted(&row) {
            return Ok(Some(row));
        }
    }
    Ok(None)
}

/// A date as a Dutch spreadsheet writes it; anything else stays as it is.
fn dutch(value: &str) -> String {
    match value.split('-').collect::<Vec<_>>().as_slice() {
        [year, month, day] if year.len() == 4 => format!("{day}-{month}-{year}"),
        _ => value.to_owned(),
    }
}

/// The year of such a date; of a row without one a year that is never over.
fn year(date: &str) -> i32 {
    let year = date.rsplit('-').next().and_then(|year| year.parse().ok());
    year.unwrap_or(i32::MAX)
}

/// The second parts. `first_part` gives where the first of a file stands.
pub(super) fn parts(
    profile: &Profile,
    first_part: impl Fn(FileView) -> std::path::PathBuf,
) -> Result<Vec<Part>, SampleError> {
    let read = |file: FileView, is_wanted: &dyn Fn(&Row) -> bool| {
        let path = first_part(file);
        first(file, &path, is_wanted).map_err(|source| SampleError::Write { file: path, source })
    };
    let any = |_: &Row| true;
    let [trajectories, declarations] = [TRAJECTORIES.view(), DECLARATIONS.view()];
    let runs = |row: &Row| row.get("einde").is_empty();
    let running = read(trajectories, &|row: &Row| {
        runs(row) && row.get("verwijzer") != "07" && !row.get("toegewezen").is_empty()
    })?;
    let unknown_referrer = read(trajectories, &|row: &Row| {
        runs(row) && row.get("verwijzer") == "07"
    })?;
    let over = read(trajectories, &|row: &Row| year(row.get("einde")) < 2019)?;
    let declared = read(declarations, &any)?;
    let town = profile.municipalities.first();
    let town = town.map_or("", |of| &of.code);
    let is_silent =
        |of: &&super::profile::Municipality| !profile.local_teams.is_supplied_by(&of.code);
    let silent = profile.municipalities.iter().find(is_silent);
    let grants = |of: &&super::profile::Municipality| profile.budgets.supplied.contains(&of.code);
    let budgetless = profile.municipalities.iter().find(|of| !grants(of));

    let mut parts = vec![
        of_products(),
        of_trajectories(town, running.as_ref(), unknown_referrer.as_ref()),
        of_declarations(declared.as_ref(), over.as_ref()),
        of_inhabitants(read(POPULATION.view(), &any)?),
        of_waiting(read(WAITING_LIST.view(), &|row: &Row| {
            !row.get("persoon").is_empty()
        })?),
        of_orders(town, read(ORDERS.view(), &runs)?),
        of_local_help(
            silent.map(|of| of.code.as_str()),
            read(LOCAL_TEAMS.view(), &runs)?,
        ),
        of_outcomes(running.as_ref(), read(OUTCOMES.view(), &any)?),
        of_budgets(
            budgetless.map(|of| of.code.as_str()),
            read(BUDGETS.view(), &any)?,
        ),
    ];
    for part in &mut parts {
        // Of every file: a blank line, and a row of which a field fell off.
        if let Some(mut short) = part.rows.last().cloned() {
            short.pop();
            part.rows.push(Vec::new());
            part.rows.push(short);
        }
    }
    Ok(parts)
}

fn part(file: FileView, rows: impl IntoIterator<Item = Row>) -> Part {
    Part {
        file,
        rows: rows.into_iter().map(|row| row.values).collect(),
    }
}

/// There are so few products that no more than one may be left out.
fn of_products() -> Part {
    let file = PRODUCTS.view();
    let product = Row::of(file, &[("product", "99Z99"), ("zorgvorm", "2")]);
    part(file, [product])
}

fn of_trajectories(town: &str, running: Option<&Row>, unknown_referrer: Option<&Row>) -> Part {
    let file = TRAJECTORIES.view();
    let mut rows = Vec::new();
    if let Some(running) = running {
        let stranger = Row::of(
            file,
            &[
                ("toewijzing", "X0000001"),
                ("persoon", "P9999901"),
                ("geboortedatum", "01-06-2012"),
                ("gemeente", town),
                ("aanbieder", running.get("aanbieder")),
                ("product", running.get("product")),
                ("verwijzer", "02"),
                ("begin", "16-01-2023"),
                ("einde", "30-06-2023"),
                ("reden_einde", "31"),
            ],
        );
        let left_out: [(&str, &str); 10] = [
            ("toewijzing", ""),
            ("aanbieder", ""),
            ("persoon", ""),
            ("begin", "30-02-2023"),
            ("begin", "01-01-1900"),
            ("begin", "01-01-2099"),
            ("geboortedatum", "01-06-1960"),
            ("product", "99Z98"),
            ("gemeente", "GM9999"),
            ("einde", "15-01-2023"),
        ];
        rows.extend(left_out.map(|change| stranger.but(&[change])));
        // The same allocation with two meanings.
        rows.push(stranger.but(&[("toewijzing", "X0000002")]));
        rows.push(stranger.but(&[("toewijzing", "X0000002"), ("begin", "17-01-2023")]));
        // What runs, once more: as a copy, and under other allocations that become one with it.
        rows.push(running.but(&[]));
        let referrer = running.get("verwijzer").trim_start_matches('0').to_owned();
        let later = format!("31-12-{}", year(running.get("geboortedatum")));
        let after = format!("01-01-{}", year(running.get("begin")).saturating_add(1));
        let again: [(&str, &str, &str); 6] = [
            ("X0000003", "verwijzer", &referrer),
            ("X0000004", "einde", "31-12-2099"),
            ("X0000005", "reden_einde", "99"),
            ("X0000006", "geboortedatum", &later),
            ("X0000008", "toegewezen", "30-02-2023"),
            ("X0000009", "toegewezen", &after),
        ];
        rows.extend(again.map(|(allocation, column, value)| {
            running.but(&[("toewijzing", allocation), (column, value)])
        }));
    }
    rows.extend(
        unknown_referrer.map(|row| row.but(&[("toewijzing", "X0000007"), ("verwijzer", "")])),
    );
    part(file, rows)
}

fn of_declarations(declared: Option<&Row>, over: Option<&Row>) -> Part {
    let file = DECLARATIONS.view();
    let mut rows = Vec::new();
    if let Some(declared) = declared {
        // A copy of what was declared.
        rows.push(declared.but(&[("bedrag", &declared.get("bedrag").replace('.', ","))]));
        let left_out: [(&str, &str); 6] = [
            ("toewijzing", "X9999999"),
            ("kwartaal_begin", "30-02-2023"),
            ("kwartaal_begin", "01-01-1900"),
            ("kwartaal_begin", "01-01-2099"),
            ("bedrag", "1.234"),
            ("bedrag", "2.000.000,00"),
        ];
        rows.extend(left_out.map(|change| declared.but(&[change])));
        // An amount that was declared too late, in the middle of a quarter, and taken off again.
        let quarter = declared.get("kwartaal_begin").to_owned();
        let late = format!("31-12-{}", year(&quarter) + 1);
        let inside = format!("02{}", &quarter[2..]);
        for (number, amount) in [("C1", "987,65"), ("C2", "-987,65")] {
            rows.push(declared.but(&[
                ("kwartaal_begin", &inside),
                ("bedrag", amount),
                ("declaratienummer", number),
                ("ingediend", &late),
            ]));
        }
    }
    // The same for a quarter in which there was no care any more.
    for (number, amount) in [("C3", "1.234,50"), ("C4", "-1.234,50")] {
        rows.extend(over.map(|over| {
            Row::of(
                file,
                &[
                    ("toewijzing", over.get("toewijzing")),
                    ("kwartaal_begin", "01-01-2023"),
                    ("bedrag", amount),
                    ("declaratienummer", number),
                ],
            )
        }));
    }
    part(file, rows)
}

fn of_inhabitants(known: Option<Row>) -> Part {
    let changes: [&[(&str, &str)]; 5] = [
        &[],
        &[("gemeente", "GM9999")],
        &[("inwoners", "1,5")],
        &[("jaar", "1990")],
        &[("leeftijd", "45")],
    ];
    let rows = known.map(|known| changes.map(|change| known.but(change)));
    part(POPULATION.view(), rows.into_iter().flatten())
}

fn of_waiting(known: Option<Row>) -> Part {
    let mut rows = Vec::new();
    if let Some(known) = known {
        let counted = known.get("kwartaal_einde").to_owned();
        let next_year = format!("01-01-{}", year(&counted) + 1);
        let left_out: [(&str, &str); 8] = [
            ("aanbieder", ""),
            ("zorgvorm", "77"),
            ("gemeente", "GM9999"),
            ("persoon", ""),
            ("kwartaal_einde", "31-02-2023"),
            ("kwartaal_einde", "31-12-2099"),
            ("aangemeld", &next_year),
            ("aangemeld", "01-01-1900"),
        ];
        // A copy; and, inside the quarter, that the list exists.
        rows.push(known.but(&[]));
        rows.extend(left_out.map(|change| known.but(&[change])));
        let inside = format!("15{}", &counted[2..]);
        let form = known.get("zorgvorm").trim_start_matches('0').to_owned();
        rows.push(known.but(&[
            ("kwartaal_einde", &inside),
            ("zorgvorm", &form),
            ("persoon", ""),
            ("aangemeld", ""),
        ]));
    }
    part(WAITING_LIST.view(), rows)
}

fn of_orders(town: &str, running: Option<Row>) -> Part {
    let file = ORDERS.view();
    let stranger = Row::of(
        file,
        &[
            ("persoon", "P9999902"),
            ("geboortedatum", "01-06-2000"),
            ("gemeente", town),
            ("maatregel", "11"),
            ("begin", "16-01-2017"),
            ("einde", "30-06-2017"),
        ],
    );
    let changes: [&[(&str, &str)]; 9] = [
        &[("persoon", "")],
        &[("maatregel", "99")],
        &[("gemeente", "GM9999")],
        &[("begin", "30-02-2017")],
        &[("begin", "01-01-1900")],
        &[("begin", "01-01-2099")],
        &[("geboortedatum", "01-06-1960")],
        &[("einde", "15-01-2017")],
        // An order to protect a child that is no child any more.
        &[("begin", "16-01-2019"), ("einde", "30-06-2019")],
    ];
    let mut rows: Vec<Row> = changes.map(|change| stranger.but(change)).into();
    if let Some(running) = running {
        rows.push(running.but(&[("einde", "31-12-2099")]));
    }
    part(file, rows)
}

fn of_local_help(silent: Option<&str>, running: Option<Row>) -> Part {
    let file = LOCAL_TEAMS.view();
    let mut rows = Vec::new();
    if let Some(running) = running {
        let stranger = running.but(&[
            ("persoon", "P9999903"),
            ("begin", "16-01-2023"),
            ("einde", "30-06-2023"),
        ]);
        let left_out: [(&str, &str); 6] = [
            ("persoon", ""),
            ("gemeente", "GM9999"),
            ("begin", "30-02-2023"),
            ("begin", "01-01-1900"),
            ("begin", "01-01-2099"),
            ("einde", "15-01-2023"),
        ];
        rows.extend(left_out.map(|change| stranger.but(&[change])));
        rows.extend(silent.map(|code| stranger.but(&[("gemeente", code)])));
        rows.push(running.but(&[("einde", "31-12-2099")]));
    }
    part(file, rows)
}

fn of_outcomes(running: Option<&Row>, known: Option<Row>) -> Part {
    let file = OUTCOMES.view();
    let mut rows = Vec::new();
    if let Some(known) = known {
        rows.push(known.but(&[]));
        let left_out: [(&str, &str); 3] = [
            ("toewijzing", "X9999999"),
            ("vraag", "blij"),
            ("antwoord", "misschien"),
        ];
        rows.extend(left_out.map(|change| known.but(&[change])));
        // Of care that runs: of one question the answer, of which another says the opposite, and one that is asked too early.
        if let Some(running) = running {
            let early = known.but(&[("toewijzing", running.get("toewijzing"))]);
            rows.push(early.but(&[("antwoord", "ja")]));
        }
    }
    part(file, rows)
}

fn of_budgets(silent: Option<&str>, known: Option<Row>) -> Part {
    let file = BUDGETS.view();
    let mut rows = Vec::new();
    if let Some(known) = known {
        rows.push(known.but(&[]));
        let stranger = known.but(&[("persoon", "P9999904")]);
        let in_no_figure: [(&str, &str); 7] = [
            ("persoon", ""),
            ("gemeente", "GM9999"),
            ("jaar", "vorig jaar"),
            ("jaar", "1999"),
            ("besteed", "1.234"),
            ("besteed", "-12,50"),
            ("besteed", "9000000"),
        ];
        rows.extend(in_no_figure.map(|change| stranger.but(&[change])));
        rows.extend(silent.map(|code| stranger.but(&[("gemeente", code)])));
        // One budget with two amounts.
        let twice = known.but(&[("persoon", "P9999905")]);
        rows.extend(["100", "200"].map(|spent| twice.but(&[("besteed", spent)])));
    }
    part(file, rows)
}
