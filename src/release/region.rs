//! A checked release: a descriptor whose areas, periods and breaks hang together. Only this type is computed with.

use super::DESCRIPTOR;
use super::agreed_range::AgreedRange;
use super::error::ReleaseError;
use super::hash::sha256_hex;
use super::manifest::{
    AreaKind, Controle, Licence, Manifest, Package, PeriodStatus, Policy, RegionConfig, Resource,
    Wording,
};
use crate::vocabulary::{Dimension, Margin, Member, Table};

/// An area, by its place in [`Region::areas`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AreaId(pub(crate) u16);

/// A municipality, a sub-region or the region.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// Code in the data.
    pub code: String,
    /// Key in links.
    pub key: String,
    /// Name on the screen.
    pub name: String,
    /// What it is.
    pub kind: AreaKind,
    /// The area it is part of.
    pub parent: Option<AreaId>,
    /// Column and row on the schematic map, counted from 1.
    pub tile: Option<(u8, u8)>,
    /// Of a municipality: the first year from which it supplies what its local team does.
    pub local_team_from: Option<u16>,
    /// Of a municipality: the first year from which it supplies its personal budgets.
    pub budgets_from: Option<u16>,
}

impl Area {
    /// The first year of which it supplies a table that not every municipality does.
    fn supplies_from(&self, table: Table) -> Option<u16> {
        match table {
            Table::Local => self.local_team_from,
            Table::Budgets => self.budgets_from,
            _ => None,
        }
    }
}

/// A break in a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Break {
    /// First year counted in the new way.
    pub from: u16,
    /// A few words.
    pub short: Wording,
    /// A sentence or two.
    pub explanation: Wording,
    areas: Vec<AreaId>,
}

/// The areas, periods, breaks and policy of a region.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    name: String,
    areas: Vec<Area>,
    years: Vec<(u16, PeriodStatus, Option<f64>)>,
    breaks: Vec<Break>,
    policy: Policy,
    ranges: Vec<AgreedRange>,
    /// Codes of tables, with the years that were taken out of them.
    left_out: Vec<(String, u16)>,
}

/// A release whose descriptor has been checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Release {
    /// Release id.
    pub id: String,
    /// Day up to which the delivery is complete, ISO 8601.
    pub reference_date: String,
    /// Whether the records are made up.
    pub synthetic: bool,
    /// The region it is about.
    pub region: Region,
    /// What the publisher's own audit found, when it says so.
    pub audit: Option<Controle>,
    /// Under which licences the data are given.
    pub licences: Vec<Licence>,
    /// SHA-256 of the descriptor, in hexadecimal; as that names the hash of each file, it stands for the whole release.
    pub hash: String,
    resources: Vec<Resource>,
}

impl Release {
    /// Reads and checks a descriptor.
    ///
    /// # Errors
    /// [`ReleaseError::Descriptor`] or [`ReleaseError::Version`].
    pub fn parse(bytes: &[u8]) -> Result<Self, ReleaseError> {
        let package: Package =
            serde_json::from_slice(bytes).map_err(|error| descriptor_error(error.to_string()))?;
        let Manifest {
            formaat,
            controle,
            weggelaten,
            config,
        } = package.regiovisie;
        if formaat != Manifest::FORMAT {
            return Err(ReleaseError::Version {
                found: formaat,
                known: Manifest::FORMAT,
            });
        }
        if let Some(elsewhere) = package.resources.iter().find(|of| !is_beside(&of.path)) {
            return Err(descriptor_error(format!(
                "the file {:?} does not lie in the folder of the release",
                elsewhere.path
            )));
        }
        Ok(Self {
            id: config.release.clone(),
            reference_date: config.peildatum.clone(),
            synthetic: config.synthetisch,
            region: Region {
                left_out: weggelaten
                    .into_iter()
                    .map(|entry| (entry.tabel, entry.jaar))
                    .collect(),
                ..Region::new(&config)?
            },
            audit: controle,
            licences: package.licenses,
            hash: sha256_hex(bytes),
            resources: package.resources,
        })
    }

    /// The file that holds one margin of a table.
    pub fn resource(&self, table: Table, margin: Margin) -> Option<&Resource> {
        let name = table.resource_name(margin);
        self.resources.iter().find(|resource| resource.name == name)
    }

    /// The file with the boundaries of the municipalities, where the region supplies one.
    pub fn boundaries(&self) -> Option<&Resource> {
        let is_map = |resource: &&Resource| resource.format == "geojson";
        self.resources.iter().find(is_map)
    }

    /// All files.
    pub fn resources(&self) -> &[Resource] {
        &self.resources
    }
}

impl Region {
    /// Checks a configuration: every value is usable, codes are unique, every area hangs under another one up to a single region, periods
    /// are consecutive years and breaks fall in them.
    ///
    /// # Errors
    /// [`ReleaseError::Descriptor`], with what is wrong.
    pub fn new(config: &RegionConfig) -> Result<Self, ReleaseError> {
        config.check().map_err(descriptor_error)?;
        let areas = read_areas(config)?;
        let years: Vec<_> = config
            .perioden
            .iter()
            .map(|period| {
                (
                    period.jaar,
                    period.status,
                    period.verwachte_herziening_kosten,
                )
            })
            .collect();
        if years.is_empty()
            || years
                .windows(2)
                .any(|pair| pair[1].0 != pair[0].0.wrapping_add(1))
        {
            return Err(descriptor_error(
                "`perioden` must be consecutive years (`jaar`)".to_owned(),
            ));
        }
        let policy = config.onthulling.clone();
        let breaks = read_breaks(config)?;
        let region = Self {
            name: config.naam.clone(),
            areas,
            years,
            breaks,
            policy,
            ranges: config.kader.iter().filter_map(AgreedRange::of).collect(),
            left_out: Vec::new(),
        };
        if region
            .area_ids()
            .any(|area| region.with_groups(area).count() > 8)
        {
            return Err(descriptor_error(
                "`deel_van`: areas form a circle".to_owned(),
            ));
        }
        Ok(region)
    }

    /// Name of the region.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Disclosure policy.
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// How long care should last, as a direction, by form.
    pub fn agreed_ranges(&self) -> &[AgreedRange] {
        &self.ranges
    }

    /// How long care of a form should last, when that was agreed: of the form itself, or of the nearest group it is part of.
    pub fn agreed_range(&self, form: Member) -> Option<AgreedRange> {
        form.with_groups().find_map(|group| {
            self.ranges
                .iter()
                .find(|range| range.form == group)
                .copied()
        })
    }

    /// Whether care of every form should last as long as in another region, or release.
    pub fn agrees_with(&self, other: &Self) -> bool {
        let days = |region: &Self, form: Member| region.agreed_range(form).map(AgreedRange::days);
        Dimension::CareForm
            .parts()
            .all(|form| days(self, form) == days(other, form))
    }

    /// All areas, in the order of the configuration.
    pub fn areas(&self) -> impl Iterator<Item = (AreaId, &Area)> {
        self.area_ids().zip(&self.areas)
    }

    fn area_ids(&self) -> impl Iterator<Item = AreaId> + use<> {
        (0..u16::try_from(self.areas.len()).unwrap_or(u16::MAX)).map(AreaId)
    }

    /// The areas of one kind.
    pub fn areas_of(&self, kind: AreaKind) -> impl Iterator<Item = (AreaId, &Area)> {
        self.areas().filter(move |(_, area)| area.kind == kind)
    }

    /// An area by its id.
    pub fn area(&self, id: AreaId) -> &Area {
        &self.areas[usize::from(id.0)]
    }

    /// The region as a whole.
    pub fn whole(&self) -> AreaId {
        self.areas_of(AreaKind::Regio)
            .next()
            .map_or(AreaId(0), |(id, _)| id)
    }

    /// The area with this code in the data.
    pub fn by_code(&self, code: &str) -> Option<AreaId> {
        self.areas()
            .find(|(_, area)| area.code == code)
            .map(|(id, _)| id)
    }

    /// The area with this key in links.
    pub fn by_key(&self, key: &str) -> Option<AreaId> {
        self.areas()
            .find(|(_, area)| area.key == key)
            .map(|(id, _)| id)
    }

    /// An area and every area it is part of, the region last.
    pub fn with_groups(&self, id: AreaId) -> impl Iterator<Item = AreaId> {
        // Bounded, so that a circle in a bad configuration ends.
        std::iter::successors(Some(id), |area| self.area(*area).parent).take(9)
    }

    /// The areas directly below `id`.
    pub fn parts(&self, id: AreaId) -> impl Iterator<Item = AreaId> {
        self.areas()
            .filter(move |(_, area)| area.parent == Some(id))
            .map(|(part, _)| part)
    }

    /// Whether there are municipalities outside `area`: without them it has no rest of the region to be held against.
    pub fn has_rest(&self, area: AreaId) -> bool {
        self.areas_of(AreaKind::Gemeente)
            .any(|(town, _)| self.with_groups(town).all(|group| group != area))
    }

    /// Whether a table has figures of an area in a year, as far as municipalities supply it: a group has them when one of its
    /// municipalities does.
    pub fn is_supplied(&self, table: Table, area: AreaId, year: u16) -> bool {
        !table.is_supplied_by_municipality()
            || self.areas_of(AreaKind::Gemeente).any(|(town, entry)| {
                entry.supplies_from(table).is_some_and(|from| from <= year)
                    && self.with_groups(town).any(|group| group == area)
            })
    }

    /// The municipalities on the schematic map, by column and row from 1. Where the configuration does not place them all, they stand
    /// in their own order, in rows as long as there are rows.
    pub fn tiles(&self) -> Vec<(AreaId, (u8, u8))> {
        let towns: Vec<_> = self.areas_of(AreaKind::Gemeente).collect();
        let placed: Option<Vec<_>> = towns
            .iter()
            .map(|(area, entry)| Some((*area, entry.tile?)))
            .collect();
        placed.unwrap_or_else(|| {
            let across = (1..=u8::MAX)
                .find(|across| usize::from(*across).pow(2) >= towns.len())
                .unwrap_or(u8::MAX);
            let places =
                (1..=u8::MAX).flat_map(|row| (1..=across).map(move |column| (column, row)));
            towns.iter().map(|(area, _)| *area).zip(places).collect()
        })
    }

    /// The tables with the years that were taken out of this release.
    pub fn left_out(&self) -> impl Iterator<Item = (Table, u16)> + '_ {
        let of = |table: Table| {
            let years = self.left_out.iter();
            years.filter_map(move |(code, year)| (code == table.code()).then_some((table, *year)))
        };
        Table::ALL.into_iter().flat_map(of)
    }

    /// Whether the figures of a table were taken out of a year of this release.
    pub fn is_left_out(&self, table: Table, year: u16) -> bool {
        let mut left_out = self.left_out.iter();
        left_out.any(|(code, of)| (code.as_str(), *of) == (table.code(), year))
    }

    /// Years with figures, in order.
    pub fn years(&self) -> impl DoubleEndedIterator<Item = u16> + ExactSizeIterator {
        self.years.iter().map(|(year, ..)| *year)
    }

    /// The last year with figures.
    pub fn last_year(&self) -> u16 {
        self.years.last().map_or(0, |(year, ..)| *year)
    }

    /// Whether the figures of `year` may still change.
    pub fn is_provisional(&self, year: u16) -> bool {
        self.years
            .iter()
            .any(|(entry, status, _)| *entry == year && *status == PeriodStatus::Voorlopig)
    }

    /// The percentage by which the cost of a provisional year is expected to rise.
    pub fn expected_cost_revision(&self, year: u16) -> Option<f64> {
        self.years
            .iter()
            .find(|(entry, ..)| *entry == year)
            .and_then(|(.., revision)| *revision)
    }

    /// The breaks in the series of `area`: those that happened in it or in a part of it.
    pub fn breaks_in(&self, area: AreaId) -> impl Iterator<Item = &Break> {
        self.breaks.iter().filter(move |entry| {
            entry
                .areas
                .iter()
                .any(|place| self.with_groups(*place).any(|group| group == area))
        })
    }

    /// The breaks in the series of the rest of the region, seen from `area`.
    pub fn breaks_outside(&self, area: AreaId) -> impl Iterator<Item = &Break> {
        self.breaks.iter().filter(move |entry| {
            entry
                .areas
                .iter()
                .any(|place| self.with_groups(*place).all(|group| group != area))
        })
    }
}

/// The place of an area in the configuration.
fn find(config: &RegionConfig, code: &str) -> Option<AreaId> {
    let index = config.gebieden.iter().position(|area| area.code == code)?;
    u16::try_from(index).ok().map(AreaId)
}

fn read_areas(config: &RegionConfig) -> Result<Vec<Area>, ReleaseError> {
    let mut areas = Vec::with_capacity(config.gebieden.len());
    for (index, area) in config.gebieden.iter().enumerate() {
        let twin = config.gebieden[..index]
            .iter()
            .any(|other| other.code == area.code || other.sleutel == area.sleutel);
        if twin {
            return Err(descriptor_error(format!(
                "area {}: its `code` or `sleutel` stands there twice",
                area.code
            )));
        }
        let on_same_tile = area.tegel.is_some()
            && config.gebieden[..index]
                .iter()
                .any(|other| other.tegel == area.tegel);
        if on_same_tile {
            return Err(descriptor_error(format!(
                "area {}: another area has the same `tegel`",
                area.code
            )));
        }
        let parent = match &area.deel_van {
            None => None,
            Some(code) => Some(find(config, code).ok_or_else(|| {
                descriptor_error(format!(
                    "area {}: `deel_van` is {code}, which is not there",
                    area.code
                ))
            })?),
        };
        for (key, from, why) in [
            (
                "lokaal_team_vanaf",
                area.lokaal_team_vanaf,
                "each has a team of its own",
            ),
            ("pgb_vanaf", area.pgb_vanaf, "each supplies its own budgets"),
        ] {
            if from.is_some() && area.soort != AreaKind::Gemeente {
                return Err(descriptor_error(format!(
                    "area {}: `{key}` is of a municipality only, as {why}",
                    area.code
                )));
            }
        }
        if parent.is_none() != (area.soort == AreaKind::Regio) {
            return Err(descriptor_error(format!(
                "area {}: the region, and only the region, has no `deel_van`",
                area.code
            )));
        }
        areas.push(Area {
            code: area.code.clone(),
            key: area.sleutel.clone(),
            name: area.naam.clone(),
            kind: area.soort,
            parent,
            tile: area.tegel.map(|[column, row]| (column, row)),
            local_team_from: area.lokaal_team_vanaf,
            budgets_from: area.pgb_vanaf,
        });
    }
    if areas
        .iter()
        .filter(|area| area.kind == AreaKind::Regio)
        .count()
        != 1
    {
        return Err(descriptor_error(
            "`gebieden` must hold exactly one region (`soort` regio)".to_owned(),
        ));
    }
    if areas.iter().any(|area| {
        area.parent
            .is_some_and(|parent| areas[usize::from(parent.0)].kind == AreaKind::Gemeente)
    }) {
        return Err(descriptor_error(
            "`deel_van`: nothing can be part of a municipality".to_owned(),
        ));
    }
    Ok(areas)
}

fn read_breaks(config: &RegionConfig) -> Result<Vec<Break>, ReleaseError> {
    config
        .breuken
        .iter()
        .map(|entry| {
            let areas = entry
                .gebieden
                .iter()
                .map(|code| {
                    find(config, code).ok_or_else(|| {
                        descriptor_error(format!(
                            "`gebieden` of a break names the unknown area {code}"
                        ))
                    })
                })
                .collect::<Result<_, _>>()?;
            Ok(Break {
                from: entry.vanaf,
                short: entry.kort.clone(),
                explanation: entry.uitleg.clone(),
                areas,
            })
        })
        .collect()
}

/// Whether a path leads to a file in the folder of the descriptor, as a data package must: no address, and no way out.
fn is_beside(path: &str) -> bool {
    let is_plain = |part: &str| !part.is_empty() && part != "." && part != "..";
    !path.contains(['\\', ':', '?', '#', '%']) && path.split('/').all(is_plain)
}

fn descriptor_error(detail: String) -> ReleaseError {
    ReleaseError::Descriptor {
        file: DESCRIPTOR.to_owned(),
        detail,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;

    /// Care of a form lasts as agreed for it, or for the nearest group that it is part of.
    #[test]
    fn what_was_agreed_is_of_each_form_however_it_is_written() {
        let config = include_str!("../../data/regio.toml");
        let (before, after) = config.split_once("[[kader]]").unwrap();
        let (_, after) = after.split_once("[catalogus]").unwrap();
        let with = |ranges: &[(&str, u16)]| {
            let ranges: Vec<String> = ranges
                .iter()
                .map(|(form, months)| {
                    format!("[[kader]]\nzorgvorm = \"{form}\"\ntot_maanden = {months}\n")
                })
                .collect();
            let ranges = ranges.concat();
            let config = format!("{before}{ranges}[catalogus]{after}");
            Region::new(&toml::from_str(&config).unwrap()).unwrap()
        };
        let by_group = with(&[("met-verblijf", 12), ("gesloten", 6)]);
        let by_form = with(&[
            ("pleegzorg", 12),
            ("gezinsgericht", 12),
            ("gesloten", 6),
            ("ander-verblijf", 12),
        ]);
        assert!(by_group.agrees_with(&by_form) && by_form.agrees_with(&by_group));
        for other in [
            with(&[]),
            with(&[("met-verblijf", 12)]),
            with(&[("met-verblijf", 12), ("gesloten", 7)]),
            with(&[("met-verblijf", 12), ("gesloten", 6), ("daghulp", 6)]),
        ] {
            assert!(!by_group.agrees_with(&other) && !other.agrees_with(&by_group));
        }
    }

    /// A descriptor decides what is fetched: never something outside its own folder.
    #[test]
    fn a_file_outside_the_folder_of_the_release_is_refused() {
        let shipped = include_str!("../../data/datapackage.json");
        assert!(Release::parse(shipped.as_bytes()).is_ok());
        let file = "\"path\":\"gebruik-totaal.parquet\"";
        assert!(shipped.contains(file));
        for path in [
            "../gebruik-totaal.parquet",
            "/gebruik-totaal.parquet",
            "https://elders.nl/gebruik-totaal.parquet",
            "a/../../b.parquet",
            "%2e%2e/b.parquet",
            "",
        ] {
            let other = shipped.replace(file, &format!("\"path\":\"{path}\""));
            assert!(
                matches!(
                    Release::parse(other.as_bytes()),
                    Err(ReleaseError::Descriptor { .. })
                ),
                "{path}"
            );
        }
        let below = shipped.replace(file, "\"path\":\"2024/gebruik-totaal.parquet\"");
        assert!(Release::parse(below.as_bytes()).is_ok());
    }
}
