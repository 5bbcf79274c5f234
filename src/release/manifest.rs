//! The descriptor of a release as it stands on disk: a Frictionless Data Package (v2) with a `regiovisie` block. Keys of
//! that block are Dutch, as published; `regio.toml` holds the same block before publication.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::agreed_range::RangeConfig;
use crate::vocabulary::{Dimension, Language};

/// `datapackage.json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Package {
    /// Profile of the Data Package standard.
    #[serde(rename = "$schema")]
    pub profile: String,
    /// Machine name of the package.
    pub name: String,
    /// Title, in Dutch.
    pub title: String,
    /// Description, in Dutch; says so when the data are synthetic.
    pub description: String,
    /// Release id.
    pub version: String,
    /// Moment of the delivery, RFC 3339.
    pub created: String,
    /// Licences.
    pub licenses: Vec<Licence>,
    /// Sources.
    pub sources: Vec<Source>,
    /// Who made it.
    pub contributors: Vec<Contributor>,
    /// The files.
    pub resources: Vec<Resource>,
    /// What this monitor needs to know besides.
    pub regiovisie: Manifest,
}

/// A licence of the Data Package standard.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Licence {
    /// Open Definition licence id.
    pub name: String,
    /// Title.
    pub title: String,
    /// Address of the text.
    pub path: String,
}

/// A source of the Data Package standard.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// Title.
    pub title: String,
}

/// A contributor of the Data Package standard.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contributor {
    /// Name of the organisation.
    pub title: String,
    /// Roles.
    pub roles: Vec<String>,
}

/// One file of the release.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Resource {
    /// `gebruik-zorgvorm`.
    pub name: String,
    /// File name, relative to the descriptor.
    pub path: String,
    /// Title, in Dutch.
    pub title: String,
    /// `parquet`.
    pub format: String,
    /// Media type.
    pub mediatype: String,
    /// Length in bytes.
    pub bytes: u64,
    /// `sha256:` and the hash in hexadecimal.
    pub hash: String,
    /// Number of cells; none in a file that holds no figures.
    #[serde(default)]
    pub rows: u64,
    /// Columns.
    #[serde(default)]
    pub schema: Schema,
}

/// A Table Schema.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Schema {
    /// Columns, in order.
    pub fields: Vec<Field>,
    /// The columns that name a cell.
    #[serde(rename = "primaryKey")]
    pub primary_key: Vec<String>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Field {
    /// Column name.
    pub name: String,
    /// `string`, `integer` or `number`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Title, in Dutch.
    pub title: String,
    /// Definition, in Dutch.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
}

/// The `regiovisie` block of the descriptor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of this block; see [`Manifest::FORMAT`].
    pub formaat: u32,
    /// What the publisher's own audit of these files found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub controle: Option<Controle>,
    /// What was taken out, as with it small counts could be worked out; what was never supplied is not in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weggelaten: Vec<Weggelaten>,
    /// Everything that stood in `regio.toml`.
    #[serde(flatten)]
    pub config: RegionConfig,
}

/// A year that was taken out of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weggelaten {
    /// Code of the table.
    pub tabel: String,
    /// The year.
    pub jaar: u16,
}

/// What the audit before publication found; it was run on the written files, as an outsider would.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Controle {
    /// The program that did it, with its version.
    pub programma: String,
    /// The solver of linear programmes it used, with its version.
    pub oplosser: String,
    /// All figures.
    pub cijfers: u64,
    /// Shown figures.
    pub zichtbaar: u64,
    /// Hidden because they are small, or about few youths.
    pub geheim: u64,
    /// Hidden so that those cannot be derived.
    pub secundair_geheim: u64,
    /// Not known yet.
    pub onbekend: u64,
    /// Without meaning.
    pub niet_van_toepassing: u64,
    /// Zero because they cannot be anything else.
    pub altijd_nul: u64,
    /// Figures of which it was worked out what all others tell of them.
    pub beschermd: u64,
    /// Those of them that were proved to keep enough room; none in a release of before it was proved.
    #[serde(default)]
    pub bewezen: u64,
    /// The narrowest interval that was left of a hidden count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub smalste: Option<f64>,
    /// Relations between figures that were used.
    pub verbanden: u64,
}

impl Manifest {
    /// The format this program writes and reads.
    pub const FORMAT: u32 = 1;
}

/// Everything about a region that is not in its records: `regio.toml`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegionConfig {
    /// Release id, for instance `2025-1`.
    pub release: String,
    /// The release before this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vorige_release: Option<String>,
    /// Day up to which the delivery is complete, ISO 8601.
    pub peildatum: String,
    /// Day from which on the delivery holds all care, ISO 8601: what looks back needs it. By default the first day of the first period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volledig_vanaf: Option<String>,
    /// Whether the records are made up. Shown wherever a figure is shown.
    pub synthetisch: bool,
    /// Name of the region.
    pub naam: String,
    /// Who publishes.
    pub uitgever: String,
    /// Where the records come from, one source a line.
    pub bronnen: Vec<String>,
    /// Municipalities, sub-regions and the region.
    pub gebieden: Vec<AreaConfig>,
    /// Periods, in order.
    pub perioden: Vec<PeriodConfig>,
    /// Breaks in the series.
    #[serde(default)]
    pub breuken: Vec<BreakConfig>,
    /// Disclosure policy.
    pub onthulling: Policy,
    /// How the release stands in a catalogue of open data; without it no record for one is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub catalogus: Option<CatalogueConfig>,
    /// How long care should last, as a direction, by form; without it nothing is held against it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kader: Vec<RangeConfig>,
    /// What becomes of rows of the input that break a rule, where it is not what the rule says itself.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub regels: BTreeMap<String, RowAction>,
}

/// What becomes of a row of the input that breaks a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum RowAction {
    /// It does not count.
    #[serde(rename = "weglaten")]
    Reject,
    /// It counts, after a mending that the rule describes.
    #[serde(rename = "herstellen")]
    Repair,
    /// It counts as it is.
    #[serde(rename = "houden")]
    Keep,
}

impl RowAction {
    /// The word for it in `regio.toml`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Reject => "weglaten",
            Self::Repair => "herstellen",
            Self::Keep => "houden",
        }
    }
}

impl RegionConfig {
    /// Checks every value by itself and against the values it is measured by; [`super::Region`] checks how areas hang together.
    ///
    /// # Errors
    /// What is wrong, with the key it stands under.
    pub(super) fn check(&self) -> Result<(), String> {
        let ids = [
            ("release", Some(&self.release)),
            ("vorige_release", self.vorige_release.as_ref()),
        ];
        for (key, id) in ids.into_iter().filter_map(|(key, id)| Some((key, id?))) {
            if !is_made_of(id, |byte| {
                byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'-'
            }) {
                return Err(format!(
                    "`{key}` is \"{id}\": write it with letters, digits, points and hyphens, such as 2025-1"
                ));
            }
        }
        if self.naam.trim().is_empty() {
            return Err("`naam` of the region is empty: give its name".to_owned());
        }
        for area in &self.gebieden {
            area.check()?;
        }
        for period in &self.perioden {
            period.check()?;
        }
        for entry in &self.breuken {
            if !self
                .perioden
                .iter()
                .any(|period| period.jaar == entry.vanaf)
            {
                return Err(format!(
                    "`vanaf` of a break is {}, which is none of the years in `perioden`",
                    entry.vanaf
                ));
            }
        }
        for (place, range) in self.kader.iter().enumerate() {
            range.check(&self.kader[..place])?;
        }
        if let Some(catalogue) = &self.catalogus {
            catalogue.check()?;
        }
        self.onthulling.check()
    }
}

/// What a catalogue of open data asks for besides.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CatalogueConfig {
    /// The web address of the folder with the release, which is also the identifier of the data: the same for every release.
    pub adres: String,
    /// Where questions go: a mail address of the organisation or the web address of a page.
    pub contact: String,
    /// The web address that stands for the publisher in the register of government organisations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uitgever: Option<String>,
}

impl CatalogueConfig {
    /// Whether questions go to a page, and not by mail.
    pub fn contact_is_page(&self) -> bool {
        is_web_address(&self.contact)
    }

    fn check(&self) -> Result<(), String> {
        let Self {
            adres,
            contact,
            uitgever,
        } = self;
        if !is_web_address(adres) || !adres.ends_with('/') {
            return Err(format!(
                "`adres` of `catalogus` is \"{adres}\": give the web address of the folder with the release, such as https://example.org/data/"
            ));
        }
        let is_mail = contact.split_once('@').is_some_and(|(name, host)| {
            is_made_of(name, is_graphic) && is_made_of(host, is_graphic)
        });
        if !is_mail && !self.contact_is_page() {
            return Err(format!(
                "`contact` of `catalogus` is \"{contact}\": give a mail address or the web address of a page"
            ));
        }
        match uitgever {
            Some(id) if !is_web_address(id) => Err(format!(
                "`uitgever` of `catalogus` is \"{id}\": give the web address that stands for the publisher in the register of organisations"
            )),
            _ => Ok(()),
        }
    }
}

fn is_graphic(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'@')
}

fn is_web_address(text: &str) -> bool {
    let rest = text
        .strip_prefix("https://")
        .or(text.strip_prefix("http://"));
    rest.is_some_and(|rest| is_made_of(rest, is_graphic))
}

fn is_made_of(text: &str, allowed: impl Fn(u8) -> bool) -> bool {
    !text.is_empty() && text.bytes().all(allowed)
}

/// An area in the configuration.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaConfig {
    /// Code in the data: CBS code of a municipality, or a code of the region's own.
    pub code: String,
    /// Key in links: `delft`.
    pub sleutel: String,
    /// Name.
    pub naam: String,
    /// What it is.
    pub soort: AreaKind,
    /// Code of the area it is part of; the region has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deel_van: Option<String>,
    /// Column and row of a municipality on the schematic map, counted from 1 at the top left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tegel: Option<[u8; 2]>,
    /// Of a municipality: the first year from which it supplies what its local team does, all of it. Without one it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lokaal_team_vanaf: Option<u16>,
    /// Of a municipality: the first year from which it supplies its personal budgets, all of them. Without one it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pgb_vanaf: Option<u16>,
}

impl AreaConfig {
    fn check(&self) -> Result<(), String> {
        let Self {
            code,
            sleutel,
            naam,
            ..
        } = self;
        if code.trim().is_empty() {
            return Err(format!(
                "`code` of area \"{naam}\" is empty: give the code it has in the records"
            ));
        }
        if !is_made_of(sleutel, |byte| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'
        }) {
            return Err(format!(
                "`sleutel` of area {code} is \"{sleutel}\": write it with small letters, digits and hyphens, such as den-haag"
            ));
        }
        if naam.trim().is_empty() {
            return Err(format!("`naam` of area {code} is empty: give its name"));
        }
        match self.tegel {
            Some([column, row]) if !(1..=20).contains(&column) || !(1..=20).contains(&row) => {
                return Err(format!(
                    "`tegel` of area {code} is [{column}, {row}]: column and row run from 1 to 20"
                ));
            }
            _ => {}
        }
        Ok(())
    }
}

/// What an area is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AreaKind {
    /// A municipality.
    Gemeente,
    /// Some municipalities together.
    Deelregio,
    /// All of them.
    Regio,
}

/// A year, and how final its figures are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeriodConfig {
    /// Calendar year.
    pub jaar: u16,
    /// Final or provisional.
    pub status: PeriodStatus,
    /// For a provisional year: by how many percent the cost is expected to rise once late declarations are in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verwachte_herziening_kosten: Option<f64>,
}

impl PeriodConfig {
    fn check(&self) -> Result<(), String> {
        let year = self.jaar;
        if !(1900..2200).contains(&year) {
            return Err(format!("`jaar` {year} is not a year from 1900 to 2199"));
        }
        match self.verwachte_herziening_kosten {
            Some(percent) if !percent.is_finite() || percent < 0.0 => Err(format!(
                "`verwachte_herziening_kosten` of {year} is {percent}: give a percentage of 0 or more"
            )),
            _ => Ok(()),
        }
    }
}

/// How final the figures of a period are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PeriodStatus {
    /// Will not change, short of a correction.
    Definitief,
    /// Declarations are still coming in.
    Voorlopig,
}

/// A break: figures before and after cannot be compared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BreakConfig {
    /// The first year counted in the new way.
    pub vanaf: u16,
    /// Areas it happened in. It also breaks the series of every area that contains one of them.
    pub gebieden: Vec<String>,
    /// A few words, for on the axis.
    pub kort: Wording,
    /// A sentence or two.
    pub uitleg: Wording,
}

/// A text in both languages, as configured.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

impl Wording {
    /// The wording in `language`.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Nl => &self.nl,
            Language::En => &self.en,
        }
    }
}

/// How small counts are protected.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// Counts below this are hidden.
    pub drempel: u32,
    /// What a reader can work out of a hidden count must leave an interval at least this wide.
    pub breedte: u32,
    /// Counts that are shown are rounded to a multiple of this.
    pub afronding_aantal: u32,
    /// Amounts are rounded to a multiple of this, in euros.
    pub afronding_euro: u32,
    /// Sums of days are rounded to a multiple of this.
    pub afronding_dagen: u32,
    /// A part that is over this percentage of its group tells something of everybody in it, and is treated as a small count.
    #[serde(default = "Policy::groep_aandeel")]
    pub groep_aandeel: u32,
    /// An amount is hidden when its largest contributor (a youth, or a provider) has over this percentage of it.
    #[serde(default = "Policy::grootste_aandeel")]
    pub grootste_aandeel: u32,
    /// The p % rule: an amount is hidden when the second largest contributor could work out the largest to within this percentage.
    #[serde(default = "Policy::p_procent")]
    pub p_procent: u32,
    /// What can still be worked out of a hidden amount must leave an interval of at least this percentage of it.
    #[serde(default = "Policy::breedte_bedrag")]
    pub breedte_bedrag: u32,
    /// Where fewer providers than this told who waits, nothing is shown of who does: it would be the list of one of them.
    #[serde(default = "Policy::aanbieders_minstens")]
    pub aanbieders_minstens: u32,
    /// Combinations in which nobody can be: shown as zero, for everybody knows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub altijd_nul: Vec<StructuralZero>,
}

/// A combination of members in which nobody can be, by their codes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StructuralZero {
    /// Form of care, or a group of forms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zorgvorm: Option<String>,
    /// Age group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leeftijd: Option<String>,
    /// Referrer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verwijzer: Option<String>,
    /// Number of providers of a youth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aantal_aanbieders: Option<String>,
    /// Class of what a youth cost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kostenklasse: Option<String>,
    /// Type of order, or a group of types.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maatregel: Option<String>,
    /// Whether the youth was under an order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub met_maatregel: Option<String>,
}

impl StructuralZero {
    /// The code it names in a dimension.
    pub fn code(&self, dimension: Dimension) -> Option<&str> {
        match dimension {
            Dimension::CareForm => self.zorgvorm.as_deref(),
            Dimension::AgeGroup => self.leeftijd.as_deref(),
            Dimension::Referrer => self.verwijzer.as_deref(),
            Dimension::Order => self.maatregel.as_deref(),
            Dimension::ProviderCount => self.aantal_aanbieders.as_deref(),
            Dimension::CostClass => self.kostenklasse.as_deref(),
            Dimension::WithOrder => self.met_maatregel.as_deref(),
            Dimension::Quarter
            | Dimension::Duration
            | Dimension::Question
            | Dimension::AllocationWait
            | Dimension::Range
            | Dimension::LeavingAge => None,
        }
    }

    fn check(&self) -> Result<(), String> {
        let named: Vec<(Dimension, &str)> = Dimension::ALL
            .into_iter()
            .filter_map(|dimension| Some((dimension, self.code(dimension)?)))
            .collect();
        if named.is_empty() {
            return Err(
                "`altijd_nul` names no zorgvorm, leeftijd, verwijzer, aantal_aanbieders, kostenklasse, maatregel or met_maatregel".to_owned(),
            );
        }
        let unknown = |(dimension, code): &&(Dimension, &str)| {
            dimension
                .member(code)
                .is_none_or(crate::vocabulary::Member::is_total)
        };
        match named.iter().find(unknown) {
            Some((dimension, code)) => Err(format!(
                "`altijd_nul` names {} \"{code}\", which is no part of that dimension",
                dimension.code()
            )),
            None => Ok(()),
        }
    }
}

impl Policy {
    const fn groep_aandeel() -> u32 {
        90
    }

    const fn grootste_aandeel() -> u32 {
        50
    }

    const fn p_procent() -> u32 {
        10
    }

    const fn breedte_bedrag() -> u32 {
        20
    }

    const fn aanbieders_minstens() -> u32 {
        3
    }

    fn check(&self) -> Result<(), String> {
        let Self {
            drempel,
            breedte,
            afronding_aantal,
            ..
        } = *self;
        let whole = [
            ("drempel", drempel),
            ("breedte", breedte),
            ("afronding_aantal", afronding_aantal),
            ("afronding_euro", self.afronding_euro),
            ("afronding_dagen", self.afronding_dagen),
            ("aanbieders_minstens", self.aanbieders_minstens),
        ];
        if let Some((key, _)) = whole.into_iter().find(|(_, value)| *value == 0) {
            return Err(format!("`{key}` is 0: it must be at least 1"));
        }
        let shares = [
            ("groep_aandeel", self.groep_aandeel),
            ("grootste_aandeel", self.grootste_aandeel),
            ("p_procent", self.p_procent),
            ("breedte_bedrag", self.breedte_bedrag),
        ];
        if let Some((key, share)) = shares
            .into_iter()
            .find(|(_, share)| !(1..=100).contains(share))
        {
            return Err(format!(
                "`{key}` is {share}: it is a percentage from 1 to 100"
            ));
        }
        for entry in &self.altijd_nul {
            entry.check()?;
        }
        if breedte >= drempel {
            return Err(format!(
                "`breedte` is {breedte}: it must be below `drempel` ({drempel}), or every hidden count would tell too much"
            ));
        }
        if afronding_aantal > drempel {
            return Err(format!(
                "`afronding_aantal` is {afronding_aantal}: it may not be over `drempel` ({drempel}), or counts would be rounded to 0"
            ));
        }
        Ok(())
    }
}
