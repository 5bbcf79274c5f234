//! What an outsider reads in published cubes, and every relation between the figures that she knows. Nothing in here comes from
//! the program's own reasoning, so that a fault there is not repeated.

use std::collections::{BTreeSet, HashMap};

use regiovisie::cube::{CellKey, Cube, Status};
use regiovisie::release::{Policy, Region};
use regiovisie::vocabulary::Dimension;

use super::agreed::AGREED;
use super::lasting::{YEARS_LATER, next};

/// Groups of members with their parts.
const GROUPS: &[(Dimension, &str, &[&str])] = &[
    (
        Dimension::CareForm,
        "totaal",
        &["zonder-verblijf", "met-verblijf"],
    ),
    (
        Dimension::CareForm,
        "zonder-verblijf",
        &["wijkteam", "ambulant", "daghulp", "netwerk"],
    ),
    (
        Dimension::CareForm,
        "met-verblijf",
        &["pleegzorg", "gezinsgericht", "gesloten", "ander-verblijf"],
    ),
    (Dimension::AgeGroup, "totaal", &["0-17", "18-22"]),
    (Dimension::AgeGroup, "0-17", &["0-3", "4-11", "12-17"]),
    (
        Dimension::Referrer,
        "totaal",
        &[
            "gemeente",
            "huisarts",
            "jeugdarts",
            "gi",
            "specialist",
            "geen",
            "onbekend",
            "rechter",
        ],
    ),
    (Dimension::ProviderCount, "totaal", &["1", "2", "3-of-meer"]),
    (
        Dimension::CostClass,
        "totaal",
        &["tot-10000", "10000-tot-100000", "boven-100000"],
    ),
    (
        Dimension::Order,
        "totaal",
        &["jeugdbescherming", "jeugdreclassering"],
    ),
    (
        Dimension::Order,
        "jeugdbescherming",
        &["ots", "vots", "voogdij"],
    ),
    (
        Dimension::Duration,
        "totaal",
        &[
            "tot-3-maanden",
            "3-tot-6-maanden",
            "6-tot-12-maanden",
            "1-tot-2-jaar",
            "2-tot-3-jaar",
            "3-tot-4-jaar",
            "4-jaar-en-langer",
        ],
    ),
    (Dimension::Range, "totaal", &["korter", "binnen", "langer"]),
    (
        Dimension::AllocationWait,
        "totaal",
        &[
            "tot-4-weken",
            "4-tot-8-weken",
            "8-tot-13-weken",
            "13-weken-en-langer",
        ],
    ),
    (
        Dimension::WithOrder,
        "totaal",
        &["met-maatregel", "zonder-maatregel"],
    ),
    (
        Dimension::LeavingAge,
        "totaal",
        &["tot-en-met-16", "17", "18-en-ouder"],
    ),
];

/// Each is the number of youths in the cell of a table.
const YOUTHS: [&str; 8] = [
    "jeugdigen",
    "jeugdigen_afgesloten",
    "wachtenden",
    "jeugdigen_maatregel",
    HELPED,
    "jeugdigen_antwoord",
    "uit_verblijf",
    "jeugdigen_pgb",
];

/// What is said of help of a local team that ended is about the youths whose help did, and the rest of the table about all who were helped.
const HELPED: &str = "jeugdigen_lokaal_team";
const HELP_ENDED: &str = "jeugdigen_lokaal_team_afgesloten";
const OF_HELP_ENDED: [&str; 3] = [
    "afgesloten_lokaal_team",
    "dagen_lokaal_team",
    "dagen_lokaal_team_kwadraat",
];

/// Who counts once in a cell, however many trajectories she has there.
const OF_YOUTHS: &[&str] = &[
    "jeugdigen",
    "instroom",
    "uitstroom",
    "jeugdigen_afgesloten",
    "gevolgd",
    "teruggekeerd",
    "jeugdigen_maatregel",
    "jeugdigen_maatregel_hulp",
    HELPED,
    "jeugdigen_lokaal_team_en_hulp",
    "jeugdigen_bekend",
    HELP_ENDED,
    "jeugdigen_antwoord",
    "jeugdigen_pgb",
];

const OF_TRAJECTORIES: &[&str] = &[
    "trajecten",
    "begintrajecten",
    "begintrajecten_herhaald",
    "voortijdig",
    "afgesloten_trajecten",
    "bereikt",
    "beeindigd_in_klasse",
    "beeindigd",
    "reden_bekend",
    "eenzijdig",
    "duur_korter_jaar",
    "wachtenden",
    "wachtenden_drie_maanden",
    "maatregelen",
    "begonnen_maatregelen",
    "beeindigde_maatregelen",
    "afgesloten_lokaal_team",
    "gevraagd",
    "beantwoord",
    "positief",
    "afgesloten_met_kader",
    "begonnen_toegewezen",
    "uit_verblijf",
];

/// A provider counts once in a cell, in however many of its parts it is.
const OF_PROVIDERS: &[&str] = &[
    "aanbieders_gevraagd",
    "aanbieders_drie_maanden",
    "aanbieders",
    "aanbieders_alle_gemeenten",
];

/// Within one cell a weighted sum of measures is at most 0.
const WITHIN: &[&[(&str, i64)]] = &[
    &[("jeugdigen", 1), ("trajecten", -1)],
    &[("begintrajecten", 1), ("trajecten", -1)],
    &[("instroom", 1), ("jeugdigen", -1)],
    &[("instroom", 1), ("begintrajecten", -1)],
    &[("uitstroom", 1), ("jeugdigen", -1)],
    &[("jeugdigen_afgesloten", 1), ("beeindigd", -1)],
    &[("jeugdigen_afgesloten", 1), ("jeugdigen", -1)],
    &[("beeindigd", 1), ("trajecten", -1)],
    &[("reden_bekend", 1), ("beeindigd", -1)],
    &[("eenzijdig", 1), ("voortijdig", -1)],
    &[("voortijdig", 1), ("reden_bekend", -1)],
    &[("begintrajecten_herhaald", 1), ("begintrajecten", -1)],
    &[("afgesloten_trajecten", 1), ("beeindigd", -1)],
    &[("beeindigd", 1), ("afgesloten_trajecten", -1)],
    &[("duur_korter_jaar", 1), ("beeindigd", -1)],
    &[("gevolgd", 1), ("jeugdigen_afgesloten", -1)],
    &[("teruggekeerd", 1), ("gevolgd", -1)],
    &[("uitstroom", 1), ("gevolgd", -1)],
    &[("uitstroom", 1), ("jeugdigen_afgesloten", -1)],
    &[("gevolgd", 1), ("teruggekeerd", -1), ("uitstroom", -1)],
    &[("beeindigd", 1), ("duur_dagen", -1)],
    &[
        ("beeindigd", 365),
        ("duur_korter_jaar", -364),
        ("duur_dagen", -1),
    ],
    &[("wachtenden_drie_maanden", 1), ("wachtenden", -1)],
    &[("wachtenden_drie_maanden", 91), ("wachtdagen", -1)],
    // Squared distances from 0, 20 and 45 days: whoever has waited for 91 days is as far away as that at least.
    &[
        ("wachtenden_drie_maanden", 91 * 91),
        ("wachtdagen_kwadraat", -1),
    ],
    &[
        ("wachtenden_drie_maanden", 71 * 71),
        ("wachtdagen", 2 * 20),
        ("wachtenden", -20 * 20),
        ("wachtdagen_kwadraat", -1),
    ],
    &[
        ("wachtenden_drie_maanden", 46 * 46),
        ("wachtdagen", 2 * 45),
        ("wachtenden", -45 * 45),
        ("wachtdagen_kwadraat", -1),
    ],
    // A trajectory that is not shorter than a year has 365 days at least.
    &[
        ("beeindigd", 365 * 365),
        ("duur_korter_jaar", -365 * 365),
        ("duur_kwadraat", -1),
    ],
    &[("aanbieders_drie_maanden", 1), ("aanbieders_gevraagd", -1)],
    &[
        ("aanbieders_drie_maanden", 1),
        ("wachtenden_drie_maanden", -1),
    ],
    &[("aanbieders", 1), ("trajecten", -1)],
    &[("aanbieders_alle_gemeenten", 1), ("aanbieders", -1)],
    &[("kosten_alle_gemeenten", 1), ("kosten", -1)],
    &[("kosten_grootste_twaalf", 1), ("kosten", -1)],
    &[("jeugdigen_maatregel", 1), ("maatregelen", -1)],
    &[("begonnen_maatregelen", 1), ("maatregelen", -1)],
    &[("beeindigde_maatregelen", 1), ("maatregelen", -1)],
    &[("jeugdigen_maatregel_hulp", 1), ("jeugdigen_maatregel", -1)],
    &[("jeugdigen_maatregel_hulp", 1), ("jeugdigen", -1)],
    &[(HELPED, 1), ("jeugdigen_bekend", -1)],
    &[("jeugdigen_lokaal_team_en_hulp", 1), (HELPED, -1)],
    &[(HELP_ENDED, 1), (HELPED, -1)],
    &[(HELP_ENDED, 1), ("afgesloten_lokaal_team", -1)],
    &[("afgesloten_lokaal_team", 1), ("dagen_lokaal_team", -1)],
    &[("jeugdigen_antwoord", 1), ("beantwoord", -1)],
    &[("jeugdigen_pgb", 1), ("kosten_pgb", -1)],
    &[("beantwoord", 1), ("gevraagd", -1)],
    &[("positief", 1), ("beantwoord", -1)],
    // Who has more than one trajectory that ended has more than one trajectory.
    &[
        ("beeindigd", 1),
        ("jeugdigen_afgesloten", -1),
        ("trajecten", -1),
        ("jeugdigen", 1),
    ],
];

/// Groups of youths with a group within: who is in the first and not in the second in the whole is so in some part.
const WITHOUT: &[(&str, &str)] = &[
    ("jeugdigen", "instroom"),
    ("jeugdigen", "uitstroom"),
    ("jeugdigen", "jeugdigen_afgesloten"),
    ("jeugdigen_afgesloten", "gevolgd"),
    ("jeugdigen_afgesloten", "uitstroom"),
    ("gevolgd", "teruggekeerd"),
    ("aanbieders_gevraagd", "aanbieders_drie_maanden"),
    ("jeugdigen_maatregel", "jeugdigen_maatregel_hulp"),
    ("aanbieders", "aanbieders_alle_gemeenten"),
    ("jeugdigen_bekend", HELPED),
    (HELPED, "jeugdigen_lokaal_team_en_hulp"),
    (HELPED, HELP_ENDED),
];

/// What a youth of a class costs at least and at most.
const CLASSES: &[(&str, Option<i64>, Option<i64>)] = &[
    ("tot-10000", None, Some(10_000)),
    ("10000-tot-100000", Some(10_001), Some(100_000)),
    ("boven-100000", Some(100_001), None),
];

/// The days that a trajectory of each class has lasted at least and at most.
const DURATIONS: &[(&str, i64, Option<i64>)] = &[
    ("tot-3-maanden", 1, Some(90)),
    ("3-tot-6-maanden", 91, Some(181)),
    ("6-tot-12-maanden", 182, Some(364)),
    ("1-tot-2-jaar", 365, Some(729)),
    ("2-tot-3-jaar", 730, Some(1094)),
    ("3-tot-4-jaar", 1095, Some(1459)),
    ("4-jaar-en-langer", 1460, None),
];

/// Year and area, and then a member of each dimension, in the order of [`place_of`].
pub(super) type Cell = [String; 15];

/// A weighted sum is at most, or exactly, nothing.
#[derive(Clone, Debug)]
pub(super) struct Relation {
    pub(super) terms: Vec<(usize, i64)>,
    pub(super) is_equality: bool,
}

/// A figure as it was published.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    pub(super) cell: Cell,
    pub(super) measure: &'static str,
    /// Whether it counts youths or trajectories.
    pub(super) is_count: bool,
    /// What it can be by itself.
    pub(super) bounds: (f64, f64),
    /// Whether it was hidden for its own sake.
    pub(super) is_protected: bool,
    /// Whether it was hidden, for whatever reason.
    pub(super) is_hidden: bool,
}

/// All that stands in a release.
pub(super) struct Reader {
    pub(super) figures: Vec<Figure>,
    /// Only between figures that were published.
    pub(super) relations: Vec<Relation>,
    places: HashMap<(Cell, &'static str), usize>,
}

impl Reader {
    /// Reads `cubes`.
    pub(super) fn new(cubes: &[Cube], region: &Region) -> Self {
        let mut reader = Self {
            figures: Vec::new(),
            relations: Vec::new(),
            places: HashMap::new(),
        };
        for cube in cubes {
            reader.read(cube, region);
        }
        reader.add_divisions(region);
        reader.add_within();
        reader.add_years(region);
        reader.add_providers(region);
        reader.add_classes(region);
        reader.add_durations();
        reader.add_lasting();
        reader.add_agreed();
        reader
    }

    fn read(&mut self, cube: &Cube, region: &Region) {
        let is_hidden = |row: usize, youths: &dyn Fn(&str) -> bool| {
            let youths = cube.columns().iter().find(|(of, _)| youths(of.code()));
            youths.is_some_and(|(_, column)| column.statuses[row] == Status::Hidden as u8)
        };
        for (row, key) in cube.keys().iter().enumerate() {
            let cell = named(*key, region);
            let few_helped = is_hidden(row, &|code| YOUTHS.contains(&code));
            let few_ended = is_hidden(row, &|code| code == HELP_ENDED);
            for (measure, column) in cube.columns() {
                let code = measure.code();
                let is_youths = YOUTHS.contains(&code);
                let few = if OF_HELP_ENDED.contains(&code) {
                    few_ended
                } else {
                    few_helped
                };
                let is_count = OF_YOUTHS.contains(&code) || OF_TRAJECTORIES.contains(&code);
                let status = Status::ALL[usize::from(column.statuses[row])];
                let threshold = f64::from(region.policy().drempel);
                let (low, high) = match status {
                    Status::Shown => rounded(code, is_count, column.values[row], region.policy()),
                    Status::StructuralZero => (0.0, 0.0),
                    Status::Hidden if is_count && (is_youths || !few) => (0.0, threshold - 1.0),
                    Status::Hidden | Status::SecondaryHidden => (0.0, f64::INFINITY),
                    Status::Unknown | Status::NotApplicable => continue,
                };
                let bounds = if status.is_hidden() {
                    (low.max(column.lows[row]), high.min(column.highs[row]))
                } else {
                    (low, high)
                };
                self.places.insert((cell.clone(), code), self.figures.len());
                self.figures.push(Figure {
                    cell: cell.clone(),
                    measure: code,
                    is_count,
                    bounds,
                    is_protected: status == Status::Hidden,
                    is_hidden: status.is_hidden(),
                });
            }
        }
    }

    /// Forgets relations between different measures or years.
    pub(super) fn only_within_measures(mut self) -> Self {
        let kind = |place: usize| (self.figures[place].measure, &self.figures[place].cell[0]);
        self.relations.retain(|relation| {
            let first = kind(relation.terms[0].0);
            relation
                .terms
                .iter()
                .all(|(place, _)| kind(*place) == first)
        });
        self
    }

    /// The place of a figure.
    pub(super) fn place(&self, cell: &Cell, measure: &'static str) -> Option<usize> {
        self.places.get(&(cell.clone(), measure)).copied()
    }

    fn add_divisions(&mut self, region: &Region) {
        for index in 0..self.figures.len() {
            let Figure { cell, measure, .. } = self.figures[index].clone();
            let mut divisions: Vec<(Option<Dimension>, Vec<Cell>)> = GROUPS
                .iter()
                .filter(|(dimension, group, _)| cell[place_of(*dimension)] == *group)
                .map(|(dimension, _, parts)| {
                    let parts = parts
                        .iter()
                        .map(|part| with(&cell, place_of(*dimension), part));
                    (Some(*dimension), parts.collect())
                })
                .collect();
            let within = region
                .areas()
                .filter(|(_, area)| {
                    area.parent
                        .is_some_and(|whole| region.area(whole).code == cell[1])
                })
                .map(|(_, area)| with(&cell, 1, &area.code));
            divisions.push((None, within.collect()));
            for (dimension, parts) in divisions {
                self.divide(&cell, measure, dimension, &parts);
            }
        }
    }

    fn divide(
        &mut self,
        cell: &Cell,
        measure: &'static str,
        dimension: Option<Dimension>,
        parts: &[Cell],
    ) {
        let of = |reader: &Self, measure| -> Vec<usize> {
            parts
                .iter()
                .filter_map(|part| reader.place(part, measure))
                .collect()
        };
        let (whole, places) = (self.place(cell, measure).unwrap(), of(self, measure));
        if places.is_empty() {
            return;
        }
        let whole_less_parts = |times: i64| -> Vec<(usize, i64)> {
            std::iter::once((whole, 1))
                .chain(places.iter().map(|part| (*part, -times)))
                .collect()
        };
        // Of these a youth has one in a year.
        let is_split = matches!(
            dimension,
            Some(
                Dimension::AgeGroup
                    | Dimension::ProviderCount
                    | Dimension::CostClass
                    | Dimension::WithOrder
            )
        );
        let is_square = measure.starts_with("kosten") && measure.ends_with("kwadraat");
        if is_square && !is_split {
            // A youth in n parts: the square of a sum is at least the sum of the squares and at most n times it.
            self.at_most(negated(whole_less_parts(1)));
            self.at_most(whole_less_parts(i64::try_from(places.len()).unwrap()));
        } else if !(OF_YOUTHS.contains(&measure) || OF_PROVIDERS.contains(&measure)) || is_split {
            self.relations.push(Relation {
                terms: whole_less_parts(1),
                is_equality: true,
            });
        } else {
            self.at_most(whole_less_parts(1));
            for part in &places {
                self.at_most(vec![(*part, 1), (whole, -1)]);
            }
            for (_, inner) in WITHOUT.iter().filter(|(outer, _)| *outer == measure) {
                let inners = of(self, inner);
                if let Some(inner) = self.place(cell, inner)
                    && inners.len() == places.len()
                {
                    let mut terms = whole_less_parts(1);
                    terms.push((inner, -1));
                    terms.extend(inners.iter().map(|part| (*part, 1)));
                    self.at_most(terms);
                }
            }
        }
    }

    fn add_within(&mut self) {
        for index in 0..self.figures.len() {
            let Figure { cell, measure, .. } = self.figures[index].clone();
            for terms in WITHIN.iter().filter(|terms| terms[0].0 == measure) {
                let terms: Option<Vec<(usize, i64)>> = terms
                    .iter()
                    .map(|(measure, weight)| Some((self.place(&cell, measure)?, *weight)))
                    .collect();
                if let Some(terms) = terms {
                    self.at_most(terms);
                }
            }
        }
    }

    /// What runs when a year begins ran the year before and did not end in it, and who is not new had care the year before.
    fn add_years(&mut self, region: &Region) {
        let whole = region.area(region.whole()).code.clone();
        for index in 0..self.figures.len() {
            let Figure { cell, measure, .. } = self.figures[index].clone();
            let next = with(&cell, 0, &(cell[0].parse::<u16>().unwrap() + 1).to_string());
            let terms: &[(&Cell, &str, i64)] = match measure {
                "trajecten" if [3, 6, 7, 13].iter().all(|place| cell[*place] == "totaal") => &[
                    (&next, "trajecten", 1),
                    (&next, "begintrajecten", -1),
                    (&cell, "trajecten", -1),
                    (&cell, "beeindigd", 1),
                ],
                "maatregelen" if cell[3] == "totaal" => &[
                    (&next, "maatregelen", 1),
                    (&next, "begonnen_maatregelen", -1),
                    (&cell, "maatregelen", -1),
                    (&cell, "beeindigde_maatregelen", 1),
                ],
                "jeugdigen"
                    if cell[1] == whole && cell[2..].iter().all(|member| member == "totaal") =>
                {
                    &[
                        (&next, "jeugdigen", 1),
                        (&next, "instroom", -1),
                        (&cell, "jeugdigen", -1),
                    ]
                }
                _ => continue,
            };
            let terms: Option<Vec<(usize, i64)>> = terms
                .iter()
                .map(|(cell, measure, weight)| Some((self.place(cell, measure)?, *weight)))
                .collect();
            let ends_at_18 = ["jeugdbescherming", "ots", "vots", "voogdij"];
            if let Some(terms) = terms {
                // Nobody leaves child protection but by its end: what did not end still runs.
                if measure == "maatregelen"
                    && cell.iter().any(|of| ends_at_18.contains(&of.as_str()))
                {
                    self.at_most(
                        terms
                            .iter()
                            .map(|(place, weight)| (*place, -weight))
                            .collect(),
                    );
                }
                self.at_most(terms);
            }
        }
    }

    /// Of all care in the region: whoever has two providers has two trajectories at least, and so on.
    fn add_providers(&mut self, region: &Region) {
        let whole = region.area(region.whole()).code.clone();
        for index in 0..self.figures.len() {
            let Figure { cell, measure, .. } = self.figures[index].clone();
            let is_of_everything = measure == "jeugdigen"
                && cell[1] == whole
                && cell[2..6].iter().all(|member| member == "totaal");
            let fewest = match cell[6].as_str() {
                "2" if is_of_everything => 2,
                "3-of-meer" if is_of_everything => 3,
                _ => continue,
            };
            let trajectories = self.place(&cell, "trajecten").unwrap();
            self.at_most(vec![(index, fewest), (trajectories, -1)]);
        }
    }

    /// Nobody costs more than the most of her class, and in the whole region nobody costs less than its least: euros of so many youths,
    /// and squared euros of so many euros.
    fn add_classes(&mut self, region: &Region) {
        let whole = region.area(region.whole()).code.clone();
        for index in 0..self.figures.len() {
            let Figure { cell, measure, .. } = self.figures[index].clone();
            let class = CLASSES.iter().find(|(code, ..)| *code == cell[7]);
            let amount = match measure {
                "jeugdigen" => "kosten",
                "kosten" => "kosten_kwadraat",
                _ => continue,
            };
            let Some((_, least, most)) = class else {
                continue;
            };
            let amount = self.place(&cell, amount).unwrap();
            if let Some(most) = most {
                self.at_most(vec![(amount, 1), (index, -most)]);
            }
            let least_here = least.filter(|_| cell[1] == whole);
            if let Some(least) = least_here {
                self.at_most(vec![(index, least), (amount, -1)]);
            }
            if measure != "jeugdigen" {
                continue;
            }
            let squares = self.place(&cell, "kosten_kwadraat").unwrap();
            if let (Some(least), Some(most)) = (least_here, most) {
                self.at_most(vec![
                    (squares, 1),
                    (amount, -least - most),
                    (index, least * most),
                ]);
            }
            // The sum of squares of what each costs more or less than some amount is no less than nothing.
            for amount_each in [2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000] {
                self.at_most(vec![
                    (amount, 2 * amount_each),
                    (index, -amount_each * amount_each),
                    (squares, -1),
                ]);
            }
        }
    }

    /// Who ended care of each class: those of the first three are shorter than a year, the days of all are at least what their classes say,
    /// and those of two years or more ran before the year began, and the year before did not end.
    fn add_durations(&mut self) {
        for index in 0..self.figures.len() {
            let Figure { cell, measure, .. } = self.figures[index].clone();
            if measure != "afgesloten_trajecten" || cell[9] != "totaal" {
                continue;
            }
            let counts: Option<Vec<(usize, i64, Option<i64>)>> = DURATIONS
                .iter()
                .map(|(code, least, most)| {
                    let count = self.place(&with(&cell, 9, code), "afgesloten_trajecten")?;
                    Some((count, *least, *most))
                })
                .collect();
            let Some(counts) = counts else { continue };
            // The table may stand alone.
            let Some(short) = self.place(&cell, "duur_korter_jaar") else {
                continue;
            };
            let shorter = counts[..3].iter().map(|(count, ..)| (*count, -1));
            self.relations.push(Relation {
                terms: std::iter::once((short, 1)).chain(shorter).collect(),
                is_equality: true,
            });
            let (days, squares) = (
                self.place(&cell, "duur_dagen").unwrap(),
                self.place(&cell, "duur_kwadraat").unwrap(),
            );
            let lasted = counts.iter().map(|(count, least, _)| (*count, *least));
            self.at_most(lasted.chain([(days, -1)]).collect());
            for from in [0, 136, 547, 1277] {
                let far = counts.iter().map(|(count, least, most)| {
                    let beyond = most.map_or(0, |most| (from - most).max(0));
                    (*count, (least - from).max(beyond).pow(2))
                });
                let others = [(days, 2 * from), (index, -from * from), (squares, -1)];
                self.at_most(
                    far.chain(others)
                        .filter(|(_, weight)| *weight != 0)
                        .collect(),
                );
            }
            let before = with(&cell, 0, &(cell[0].parse::<u16>().unwrap() - 1).to_string());
            let ran: [(&Cell, _); 2] = [(&cell, "begintrajecten"), (&before, "beeindigd")];
            for (when, left) in ran {
                let long = counts.iter().filter(|(_, least, _)| *least >= 730);
                let long = long.map(|(count, ..)| (*count, 1));
                if let (Some(all), Some(left)) =
                    (self.place(when, "trajecten"), self.place(when, left))
                {
                    self.at_most(long.chain([(all, -1), (left, 1)]).collect());
                }
            }
        }
    }

    /// Of what began in a year, what reached the next class reached this one and did not end in it. All that ended in a class in some
    /// years began where that can be, and the other way round: written for every run of years.
    fn add_lasting(&mut self) {
        let years: BTreeSet<u16> = self.figures.iter().map(|of| year(&of.cell)).collect();
        let all: Vec<u16> = years.into_iter().collect();
        for index in 0..self.figures.len() {
            let Figure { cell, measure, .. } = self.figures[index].clone();
            if measure != "bereikt" {
                continue;
            }
            let ended = self.place(&cell, "beeindigd_in_klasse").unwrap();
            let next = next(&cell[9])
                .and_then(|class| self.place(&with(&cell, 9, class.code()), "bereikt"));
            let terms = next.map(|next| (next, 1)).into_iter();
            self.at_most(terms.chain([(ended, 1), (index, -1)]).collect());
        }
        let areas: BTreeSet<String> = self.figures.iter().map(|of| of.cell[1].clone()).collect();
        let Some(any) = self.figures.first().map(|of| of.cell.clone()) else {
            return;
        };
        for area in &areas {
            for (class, least, most) in YEARS_LATER {
                for from in 0..all.len() {
                    for to in from..all.len() {
                        self.add_run((&any, area, class), (&all, from, to), (least, most));
                    }
                }
            }
        }
    }

    fn add_run(
        &mut self,
        (any, area, class): (&Cell, &str, &str),
        (all, from, to): (&[u16], usize, usize),
        (least, most): (u16, Option<u16>),
    ) {
        let place = |reader: &Self, year: u16, measure| {
            let mut cell = any.clone().map(|_| "totaal".to_owned());
            (cell[0], cell[1], cell[9]) = (year.to_string(), area.to_owned(), class.to_owned());
            reader.place(&cell, measure)
        };
        let run = &all[from..=to];
        let meets = |begun: u16, ended: u16| {
            ended >= begun + least && most.is_none_or(|most| ended <= begun + most)
        };
        // Cells that cannot be yet are not there.
        let began = |reader: &Self, year: &u16| place(reader, *year, "beeindigd_in_klasse");
        let ended = |reader: &Self, year: &u16| place(reader, *year, "afgesloten_trajecten");
        let of: Vec<usize> = run.iter().filter_map(|year| began(self, year)).collect();
        let within: Option<Vec<usize>> = all
            .iter()
            .filter(|year| run.iter().any(|begun| meets(*begun, **year)))
            .map(|year| ended(self, year))
            .collect();
        if let Some(within) = within.filter(|_| !of.is_empty()) {
            self.at_most(signed(&of, &within));
        }
        // All that can have ended in these years began in the first of the release or later.
        let is_whole = most.is_some_and(|most| all[0] <= run[0].saturating_sub(most));
        let of: Option<Vec<usize>> = run.iter().map(|year| ended(self, year)).collect();
        if let Some(of) = of.filter(|_| is_whole) {
            let begun = all
                .iter()
                .filter(|begun| run.iter().any(|year| meets(**begun, *year)));
            let within: Option<Vec<usize>> = begun.map(|year| began(self, year)).collect();
            if let Some(within) = within {
                self.at_most(signed(&of, &within));
            }
        }
    }

    /// What ended of each form by how long it lasted, beside what was agreed: of a class that lies in a part all is in it, and of one that lies
    /// across an end some may be. And all is all.
    fn add_agreed(&mut self) {
        for index in 0..self.figures.len() {
            let Figure { cell, measure, .. } = self.figures[index].clone();
            if measure != "afgesloten_met_kader" {
                continue;
            }
            let all = with(&cell, place_of(Dimension::Range), "totaal");
            let (mut within, mut across) = (Vec::new(), Vec::new());
            let mut is_known = true;
            for (form, from, until) in AGREED {
                for (class, least, most) in DURATIONS {
                    let of_class = with(&with(&all, 2, form), 9, class);
                    let Some(count) = self.place(&of_class, "afgesloten_trajecten") else {
                        is_known = false;
                        continue;
                    };
                    // The parts that the shortest and the longest of the class are in.
                    let part = |days: i64| match days {
                        days if days < *from => "korter",
                        days if days >= *until => "langer",
                        _ => "binnen",
                    };
                    let ends = [part(*least), part(most.unwrap_or(i64::MAX))];
                    let own = cell[place_of(Dimension::Range)].as_str();
                    if own == "totaal" || ends == [own, own] {
                        within.push(count);
                    } else if ends.contains(&own)
                        || (own == "binnen" && ends == ["korter", "langer"])
                    {
                        across.push(count);
                    }
                }
            }
            if is_known {
                self.at_most(signed(&within, &[index]));
                within.extend(across);
                self.at_most(signed(&[index], &within));
            }
        }
    }

    fn at_most(&mut self, terms: Vec<(usize, i64)>) {
        self.relations.push(Relation {
            terms,
            is_equality: false,
        });
    }
}

/// A cell by its codes.
pub(super) fn named(key: CellKey, region: &Region) -> Cell {
    [
        key.year.to_string(),
        region.area(key.area).code.clone(),
        key.member(Dimension::CareForm).code().to_owned(),
        key.member(Dimension::AgeGroup).code().to_owned(),
        key.member(Dimension::Referrer).code().to_owned(),
        key.member(Dimension::Quarter).code().to_owned(),
        key.member(Dimension::ProviderCount).code().to_owned(),
        key.member(Dimension::CostClass).code().to_owned(),
        key.member(Dimension::Order).code().to_owned(),
        key.member(Dimension::Duration).code().to_owned(),
        key.member(Dimension::Question).code().to_owned(),
        key.member(Dimension::AllocationWait).code().to_owned(),
        key.member(Dimension::Range).code().to_owned(),
        key.member(Dimension::WithOrder).code().to_owned(),
        key.member(Dimension::LeavingAge).code().to_owned(),
    ]
}

fn year(cell: &Cell) -> u16 {
    cell[0].parse().unwrap()
}

/// Some less others.
fn signed(some: &[usize], others: &[usize]) -> Vec<(usize, i64)> {
    let some = some.iter().map(|place| (*place, 1));
    some.chain(others.iter().map(|place| (*place, -1)))
        .collect()
}

fn negated(terms: Vec<(usize, i64)>) -> Vec<(usize, i64)> {
    terms
        .into_iter()
        .map(|(place, weight)| (place, -weight))
        .collect()
}

fn place_of(dimension: Dimension) -> usize {
    match dimension {
        Dimension::CareForm => 2,
        Dimension::AgeGroup => 3,
        Dimension::Referrer => 4,
        Dimension::Quarter => 5,
        Dimension::ProviderCount => 6,
        Dimension::CostClass => 7,
        Dimension::Order => 8,
        Dimension::Duration => 9,
        Dimension::Question => 10,
        Dimension::AllocationWait => 11,
        Dimension::Range => 12,
        Dimension::WithOrder => 13,
        Dimension::LeavingAge => 14,
    }
}

fn with(cell: &Cell, place: usize, code: &str) -> Cell {
    let mut other = cell.clone();
    code.clone_into(&mut other[place]);
    other
}

/// Which whole numbers are shown as `value`.
fn rounded(measure: &str, is_count: bool, value: f64, policy: &Policy) -> (f64, f64) {
    let multiple = |base: u32| {
        let base = f64::from(base);
        (
            value - (base / 2.0).floor(),
            value + ((base - 1.0) / 2.0).floor(),
        )
    };
    match measure {
        _ if is_count => {
            let (low, high) = multiple(policy.afronding_aantal);
            (low.max(f64::from(policy.drempel)), high)
        }
        "kosten" | "kosten_alle_gemeenten" | "kosten_grootste_twaalf" | "kosten_pgb" => {
            let (low, high) = multiple(policy.afronding_euro);
            (low.max(0.0), high)
        }
        "aanbieders_gevraagd" | "aanbieders" | "aanbieders_alle_gemeenten" => (value, value),
        "aanbieders_drie_maanden" => {
            let (low, high) = multiple(policy.afronding_aantal.max(5));
            (low.max(0.0), high)
        }
        "duur_dagen" | "wachtdagen" | "dagen_lokaal_team" => {
            let (low, high) = multiple(policy.afronding_dagen);
            (low.max(0.0), high)
        }
        _ => preferred(value),
    }
}

/// Halfway to the steps of the R10 series on both sides.
fn preferred(value: f64) -> (f64, f64) {
    const STEPS: [f64; 12] = [
        80.0, 100.0, 125.0, 160.0, 200.0, 250.0, 315.0, 400.0, 500.0, 630.0, 800.0, 1000.0,
    ];
    if value == 0.0 {
        return (0.0, 0.0);
    }
    let decade = 10_f64.powf(value.log10().floor());
    let place = (1..11)
        .min_by(|left, right| {
            let far = |step: usize| (STEPS[step] * decade / 100.0 - value).abs();
            far(*left).total_cmp(&far(*right))
        })
        .unwrap();
    let halfway = |left: usize| f64::midpoint(STEPS[left], STEPS[left + 1]) * decade / 100.0;
    (halfway(place - 1), halfway(place))
}
