//! Random youths with random care, and what there is to count of them: written apart from the program's own derivation and queries.

use std::collections::{BTreeMap, BTreeSet};

use regiovisie::cube::CellKey;
use regiovisie::disclosure::RawTable;
use regiovisie::release::{AreaId, Region};
use regiovisie::vocabulary::{Dimension, Measure, Member, Table};

use super::draw::Draw;
use super::durations::Lasted;
use super::providers::Spent;

/// A trajectory; months are counted from January of the first year that is published.
#[expect(clippy::struct_excessive_bools, reason = "each is drawn by itself")]
struct Care {
    town: AreaId,
    form: Member,
    referrer: Member,
    provider: u64,
    begin: i64,
    /// The first month after it.
    end: i64,
    is_administrative: bool,
    reason_known: bool,
    one_sided: bool,
    premature: bool,
    days: i64,
    euros_a_month: i64,
}

/// What a population is drawn from.
pub(super) struct Recipe {
    pub(super) towns: Vec<(AreaId, usize)>,
    pub(super) forms: Vec<Member>,
    pub(super) referrers: Vec<Member>,
    /// Ages that occur.
    pub(super) ages: Vec<Member>,
    /// Whether those who stopped in the last year have been followed.
    pub(super) is_followed: bool,
}

/// A member, the first far likelier than the last.
fn skewed(draw: &mut Draw, members: &[Member]) -> Member {
    let mut place = 0;
    while place + 1 < members.len() && draw.chance(45) {
        place += 1;
    }
    members[place]
}

fn care(draw: &mut Draw, recipe: &Recipe, town: AreaId, from: i64, until: i64) -> Care {
    let begin = draw.between(from, until);
    let months = draw.between(1, 9) * draw.between(1, 4);
    let reason_known = draw.chance(85);
    let one_sided = reason_known && draw.chance(35);
    Care {
        town,
        form: skewed(draw, &recipe.forms),
        referrer: skewed(draw, &recipe.referrers),
        provider: provider(draw, recipe, town),
        begin,
        end: begin + months,
        is_administrative: draw.chance(5),
        reason_known,
        one_sided,
        premature: one_sided || (reason_known && draw.chance(30)),
        days: months * 30 - draw.between(0, 20),
        // Some cost over 100,000 euros in a year.
        euros_a_month: draw.between(40, 400) << draw.below(6),
    }
}

/// One of twelve providers that work in every town, or of as many that work in this one alone.
fn provider(draw: &mut Draw, recipe: &Recipe, town: AreaId) -> u64 {
    let number = draw.below(24);
    if number < 12 {
        return number;
    }
    let place = recipe.towns.iter().position(|(other, _)| *other == town);
    number + 100 * place.unwrap() as u64
}

/// One youth: her age in the first year, and her care.
fn youth(draw: &mut Draw, recipe: &Recipe, town: AreaId) -> (i64, Vec<Care>) {
    let age = if draw.chance(8) {
        draw.between(0, 3)
    } else {
        draw.between(2, 21)
    };
    let mut all = vec![care(draw, recipe, town, -16, 22)];
    while draw.chance(40) {
        let moves = draw.chance(6);
        let town = if moves {
            recipe.towns[draw.place(recipe.towns.len())].0
        } else {
            town
        };
        let last = all[all.len() - 1].end;
        // Beside the care before it, or after it.
        let from = last - draw.between(-9, 12);
        all.push(care(draw, recipe, town, from, from + 2));
    }
    (age, all)
}

/// What one youth adds to a cell.
#[derive(Default)]
struct Share {
    values: Vec<i64>,
}

/// Counts of every year, of the youths who are drawn.
pub(super) fn count(draw: &mut Draw, region: &Region, recipe: &Recipe) -> [RawTable; 4] {
    let mut tables = [Table::Use, Table::Ended].map(|table| RawTable {
        table,
        cells: lattice(table, region, recipe),
        unknown: BTreeSet::new(),
        dominated: BTreeSet::new(),
        of_few: BTreeSet::new(),
    });
    let mut parts = Parts::default();
    let mut spent = Spent::default();
    let mut lasted = Lasted::default();
    let mut youths = 0;
    for (town, number) in &recipe.towns {
        for _ in 0..*number {
            youths += 1;
            let (age, all) = youth(draw, recipe, *town);
            for (year, later) in region.years().zip(0..) {
                // Nobody comes into these ages later: a youth who runs on ran before.
                let ages = [age, age + later].map(|age| age_group(age, recipe));
                let [Some(_), Some(age)] = ages else { continue };
                let of_youth = [
                    age,
                    providers(&all, later * 12),
                    cost_class(&all, later * 12),
                    with_order(i64::try_from(youths).unwrap(), later),
                ];
                for (table, shares) in tables.iter_mut().zip(shares(&all, later * 12)) {
                    let mut added: BTreeMap<CellKey, Share> = BTreeMap::new();
                    for (care, values) in all.iter().zip(shares) {
                        let Some(values) = values else { continue };
                        let keys = cells_of(region, year, care, of_youth);
                        if table.table == Table::Ended {
                            lasted.note(region, year, youths, (care.town, care.form, care.days));
                        }
                        for key in keys.into_iter().filter(|key| table.cells.contains_key(key)) {
                            added.entry(key).or_default().add(table.table, &values);
                            if table.table == Table::Use {
                                parts.add_to_provider(key, care.provider, values[COST]);
                                spent.note(key, (youths, care.provider, values[COST]), care.town);
                            }
                        }
                    }
                    for (key, share) in added {
                        if table.table == Table::Use {
                            parts
                                .of_youths
                                .entry(key)
                                .or_default()
                                .push(share.values[COST]);
                        }
                        let sums = table.cells.get_mut(&key).unwrap();
                        for (sum, value) in sums.iter_mut().zip(share.finished(table.table)) {
                            *sum += value;
                        }
                    }
                }
            }
        }
    }
    tables[0].dominated = parts.that_tell_too_much();
    if !recipe.is_followed {
        let last = region.last_year();
        tables[1]
            .unknown
            .extend([(last, Measure::Followed), (last, Measure::Returned)]);
    }
    let [in_care, ended] = tables;
    [
        in_care,
        ended,
        spent.counted(region, recipe.towns.len()),
        lasted.counted(region, &recipe.forms),
    ]
}

/// The place of the cost among the measures of use.
const COST: usize = 5;

fn age_group(age: i64, recipe: &Recipe) -> Option<Member> {
    let age = u32::try_from(age).ok().and_then(Member::of_age)?;
    recipe.ages.contains(&age).then_some(age)
}

/// What the cost of every cell is made of.
#[derive(Default)]
struct Parts {
    of_youths: BTreeMap<CellKey, Vec<i64>>,
    of_providers: BTreeMap<CellKey, BTreeMap<u64, i64>>,
}

impl Parts {
    fn add_to_provider(&mut self, key: CellKey, provider: u64, euros: i64) {
        let of_cell = self.of_providers.entry(key).or_default();
        *of_cell.entry(provider).or_default() += euros;
    }

    fn that_tell_too_much(self) -> BTreeSet<CellKey> {
        let of_providers = self
            .of_providers
            .into_iter()
            .map(|(key, parts)| (key, parts.into_values().collect()));
        self.of_youths
            .into_iter()
            .chain(of_providers)
            .filter(|(_, parts)| tells_too_much(parts.clone()))
            .map(|(key, _)| key)
            .collect()
    }
}

/// Over half, or the second can work out the first to within a tenth.
pub(super) fn tells_too_much(mut parts: Vec<i64>) -> bool {
    parts.sort_unstable();
    let total: i64 = parts.iter().sum();
    let largest = parts.pop().unwrap_or(0);
    let second = parts.pop().unwrap_or(0);
    largest > 0 && (largest * 2 > total || (total - largest - second) * 10 < largest)
}

/// How many providers a youth has in the year that begins in month `first`.
fn providers(all: &[Care], first: i64) -> Member {
    let running = all.iter().filter(|care| runs_in(care, first));
    let different: BTreeSet<u64> = running.map(|care| care.provider).collect();
    let code = match different.len() {
        0 | 1 => "1",
        2 => "2",
        _ => "3-of-meer",
    };
    Dimension::ProviderCount.member(code).unwrap()
}

/// What the care of a youth costs in the year that begins in month `first`.
fn cost_class(all: &[Care], first: i64) -> Member {
    let running = all.iter().filter(|care| runs_in(care, first));
    let code = match running.map(|care| euros(care, first)).sum() {
        100_001.. => "boven-100000",
        10_001..=100_000 => "10000-tot-100000",
        _ => "tot-10000",
    };
    Dimension::CostClass.member(code).unwrap()
}

/// Whether a youth is under an order in a year: of no matter what, two in nine.
fn with_order(youth: i64, later: i64) -> Member {
    let code = if (youth * 31 + later * 17) % 9 < 2 {
        "met-maatregel"
    } else {
        "zonder-maatregel"
    };
    Dimension::WithOrder.member(code).unwrap()
}

/// What a trajectory that runs costs in the year that begins in month `first`.
fn euros(care: &Care, first: i64) -> i64 {
    (care.end.min(first + 12) - care.begin.max(first)) * care.euros_a_month
}

fn runs_in(care: &Care, first: i64) -> bool {
    care.begin < first + 12 && care.end > first
}

/// By trajectory, what it adds in the year that begins in month `first`: to the table of use, and to that of ended care.
fn shares(all: &[Care], first: i64) -> [Vec<Option<Vec<i64>>>; 2] {
    let next = first + 12;
    let begins_within = |from: i64, until: i64| {
        all.iter()
            .any(|other| from <= other.begin && other.begin < until)
    };
    let mut found = [Vec::new(), Vec::new()];
    for care in all {
        let runs = runs_in(care, first);
        let begun = first <= care.begin && care.begin < next;
        let is_new = !all
            .iter()
            .any(|other| other.begin < care.begin && other.end > care.begin - 12);
        // With a month between them, and nobody's care goes back five years.
        let had_before = all
            .iter()
            .any(|other| !other.is_administrative && other.end < care.begin);
        let ends = runs && care.end <= next;
        let leaves = ends
            && !care.is_administrative
            && !all
                .iter()
                .any(|other| other.begin <= care.end && other.end > care.end);
        let gone = leaves && !begins_within(care.end, care.end + 3);
        let returned = leaves && begins_within(care.end, care.end + 12);
        let number = i64::from;
        found[0].push(runs.then(|| {
            vec![
                1,
                1,
                number(begun),
                number(begun && is_new),
                number(gone),
                euros(care, first),
                0,
                number(begun && had_before),
            ]
        }));
        found[1].push((ends && !care.is_administrative).then(|| {
            vec![
                1,
                1,
                number(care.reason_known),
                number(care.one_sided),
                care.days,
                care.days * care.days,
                number(care.days < 365),
                number(leaves),
                number(returned),
                number(care.premature),
            ]
        }));
    }
    found
}

impl Share {
    /// Adds a trajectory; what counts youths counts her once.
    fn add(&mut self, table: Table, values: &[i64]) {
        self.values.resize(values.len(), 0);
        for ((sum, value), place) in self.values.iter_mut().zip(values).zip(0..) {
            let is_of_youths = match table {
                Table::Use => [0, 3, 4].contains(&place),
                _ => [0, 7, 8].contains(&place),
            };
            *sum = if is_of_youths {
                (*sum).max(*value)
            } else {
                *sum + value
            };
        }
    }

    fn finished(mut self, table: Table) -> Vec<i64> {
        if table == Table::Use {
            self.values[6] = self.values[5] * self.values[5];
        }
        self.values
    }
}

fn cells_of(region: &Region, year: u16, care: &Care, of_youth: [Member; 4]) -> Vec<CellKey> {
    let mut keys: Vec<CellKey> = region
        .with_groups(care.town)
        .map(|area| CellKey::total(year, area))
        .collect();
    for member in [care.form, care.referrer].into_iter().chain(of_youth) {
        keys = keys
            .iter()
            .flat_map(|key| member.with_groups().map(|group| key.with(group)))
            .collect();
    }
    keys
}

/// Whether cells that are broken down by these are published: two at most, a number of providers alone or, of care that is given, by
/// form, and a class of cost, or whether there is an order, alone and only of that.
fn is_published(table: Table, by: &[Dimension]) -> bool {
    by.len() < 3
        && (!by.contains(&Dimension::ProviderCount)
            || by.len() == 1
            || (table == Table::Use && by.contains(&Dimension::CareForm)))
        && [Dimension::CostClass, Dimension::WithOrder]
            .iter()
            .all(|alone| !by.contains(alone) || (table == Table::Use && by.len() == 1))
}

/// Every cell of the members that occur and that is published; all zero.
fn lattice(table: Table, region: &Region, recipe: &Recipe) -> BTreeMap<CellKey, Vec<i64>> {
    let members = |leaves: &[Member]| -> BTreeSet<Member> {
        leaves.iter().flat_map(|leaf| leaf.with_groups()).collect()
    };
    let forms = members(&recipe.forms);
    let referrers = members(&recipe.referrers);
    let ages = members(&recipe.ages);
    // Of these, too, a cell has one at most.
    let of_youths: Vec<Member> = [
        Dimension::ProviderCount,
        Dimension::CostClass,
        Dimension::WithOrder,
    ]
    .into_iter()
    .flat_map(Dimension::parts)
    .chain([Dimension::ProviderCount.total()])
    .collect();
    let mut cells = BTreeMap::new();
    for year in region.years() {
        for (area, _) in region.areas() {
            for form in &forms {
                for age in &ages {
                    for referrer in &referrers {
                        for of_youth in &of_youths {
                            let key = CellKey::total(year, area)
                                .with(*form)
                                .with(*age)
                                .with(*referrer)
                                .with(*of_youth);
                            let by: Vec<Dimension> = key.margin().dimensions().collect();
                            if is_published(table, &by) {
                                cells.insert(key, vec![0; table.measures().count()]);
                            }
                        }
                    }
                }
            }
        }
    }
    cells
}
