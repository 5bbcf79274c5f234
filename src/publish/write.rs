//! Writes a release: every cube as a Parquet file, and the descriptor last; it replaces the earlier release only when it is complete.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, io};

use arrow::array::{ArrayRef, Float64Array, Int64Array, RecordBatch, StringArray};
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_writer::ArrowWriterOptions;
use parquet::basic::Compression;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use serde::Serialize;

use super::catalogue_record::{RECORD, record};
use super::error::PublishError;
use super::target::{CONFIG, beside, strays};
use crate::cube::{Cell, Cube, Status};
use crate::release::{
    Contributor, Controle, DESCRIPTOR, Field, Licence, Manifest, Package, Region, RegionConfig,
    Resource, Schema, Source, Weggelaten, sha256_hex,
};
use crate::vocabulary::{Language, Margin, Table};

/// A file of the release.
pub(super) struct ReleaseFile {
    name: String,
    bytes: Vec<u8>,
}

/// Encodes all cubes and describes them.
pub(super) fn encode(
    cubes: &[Cube],
    region: &Region,
    config: &RegionConfig,
) -> Result<Vec<ReleaseFile>, PublishError> {
    let mut files = Vec::new();
    let mut resources = Vec::new();
    for cube in cubes {
        let name = cube.table.resource_name(cube.margin);
        let path = format!("{name}.parquet");
        let bytes = encode_cube(cube, region).map_err(|detail| PublishError::Encode {
            file: path.clone(),
            detail,
        })?;
        resources.push(Resource {
            title: title(cube),
            path: path.clone(),
            format: "parquet".to_owned(),
            mediatype: "application/vnd.apache.parquet".to_owned(),
            bytes: bytes.len() as u64,
            hash: format!("sha256:{}", sha256_hex(&bytes)),
            rows: cube.keys().len() as u64,
            schema: schema(cube.table, cube.margin),
            name,
        });
        files.push(ReleaseFile { name: path, bytes });
    }
    let package = describe(config, resources);
    if let Some(record) = record(&package) {
        files.push(ReleaseFile {
            name: RECORD.to_owned(),
            bytes: pretty(RECORD, &record)?,
        });
    }
    files.push(ReleaseFile {
        name: DESCRIPTOR.to_owned(),
        bytes: compact(DESCRIPTOR, &package)?,
    });
    Ok(files)
}

/// Without white space: of the descriptor, which a browser fetches first, that is a third of all bytes.
fn compact(file: &str, content: &impl Serialize) -> Result<Vec<u8>, PublishError> {
    serde_json::to_vec(content).map_err(|error| PublishError::Encode {
        file: file.to_owned(),
        detail: error.to_string(),
    })
}

fn pretty(file: &str, content: &impl Serialize) -> Result<Vec<u8>, PublishError> {
    serde_json::to_vec_pretty(content).map_err(|error| PublishError::Encode {
        file: file.to_owned(),
        detail: error.to_string(),
    })
}

fn title(cube: &Cube) -> String {
    let table = cube.table.title().get(Language::Nl);
    if cube.margin.is_total() {
        return format!("{table}: per jaar en gebied");
    }
    let by: Vec<_> = cube
        .margin
        .dimensions()
        .map(|dimension| dimension.title().get(Language::Nl).to_lowercase())
        .collect();
    format!("{table}: per jaar en gebied, naar {}", by.join(" en "))
}

fn describe(config: &RegionConfig, resources: Vec<Resource>) -> Package {
    let description = if config.synthetisch {
        "Voorbeeldgegevens: nagebootste cijfers, gemaakt om op de gepubliceerde totalen te lijken. Ze zeggen niets over echte jeugdigen."
    } else {
        "Cijfers over jeugdhulp, samengevoegd en beschermd zodat niemand herkenbaar is."
    };
    Package {
        profile: "https://datapackage.org/profiles/2.0/datapackage.json".to_owned(),
        name: format!("regiovisie-monitor-{}", config.release),
        title: format!(
            "Regiovisie-monitor jeugdzorg {}, release {}",
            config.naam, config.release
        ),
        description: description.to_owned(),
        version: config.release.clone(),
        created: format!("{}T00:00:00Z", config.peildatum),
        licenses: vec![Licence {
            name: "CC0-1.0".to_owned(),
            title: "Creative Commons Zero 1.0".to_owned(),
            path: "https://creativecommons.org/publicdomain/zero/1.0/".to_owned(),
        }],
        sources: config
            .bronnen
            .iter()
            .map(|title| Source {
                title: title.clone(),
            })
            .collect(),
        contributors: vec![Contributor {
            title: config.uitgever.clone(),
            roles: vec!["publisher".to_owned()],
        }],
        resources,
        regiovisie: Manifest {
            formaat: Manifest::FORMAT,
            controle: None,
            weggelaten: Vec::new(),
            config: config.clone(),
        },
    }
}

fn schema(table: Table, margin: Margin) -> Schema {
    let field = |name: String, kind: &str, title: String, description: String| Field {
        name,
        kind: kind.to_owned(),
        title,
        description,
    };
    let mut fields = vec![
        field(
            "periode".to_owned(),
            "string",
            "Periode".to_owned(),
            "Kalenderjaar.".to_owned(),
        ),
        field(
            "gebied".to_owned(),
            "string",
            "Gebied".to_owned(),
            "Code van de gemeente, deelregio of regio; zie gebieden.".to_owned(),
        ),
    ];
    for dimension in table.columns(margin) {
        fields.push(field(
            dimension.code().to_owned(),
            "string",
            dimension.title().get(Language::Nl).to_owned(),
            dimension.definition().get(Language::Nl).to_owned(),
        ));
    }
    let primary_key = fields.iter().map(|field| field.name.clone()).collect();
    for measure in table.measures() {
        let title = measure.title().get(Language::Nl);
        let code = measure.code();
        fields.push(field(
            code.to_owned(),
            "integer",
            title.to_owned(),
            measure.definition().get(Language::Nl).to_owned(),
        ));
        fields.push(field(
            format!("{code}_status"),
            "string",
            format!("{title}: status"),
            "zichtbaar, geheim, secundair geheim, onbekend, niet van toepassing of altijd nul."
                .to_owned(),
        ));
        fields.push(field(
            format!("{code}_laag"),
            "number",
            format!("{title}: minstens"),
            "Alleen bij geheim: de kleinste mogelijke waarde.".to_owned(),
        ));
        fields.push(field(
            format!("{code}_hoog"),
            "number",
            format!("{title}: hoogstens"),
            "Alleen bij geheim: de grootste mogelijke waarde.".to_owned(),
        ));
    }
    Schema {
        fields,
        primary_key,
    }
}

fn encode_cube(cube: &Cube, region: &Region) -> Result<Vec<u8>, String> {
    let text = |values: Vec<String>| -> ArrayRef { Arc::new(StringArray::from(values)) };
    let keys = cube.keys();
    let mut columns: Vec<(String, ArrayRef, bool)> = vec![
        (
            "periode".to_owned(),
            text(keys.iter().map(|key| key.year.to_string()).collect()),
            false,
        ),
        (
            "gebied".to_owned(),
            text(
                keys.iter()
                    .map(|key| region.area(key.area).code.clone())
                    .collect(),
            ),
            false,
        ),
    ];
    for dimension in cube.table.columns(cube.margin) {
        let codes = keys
            .iter()
            .map(|key| key.member(dimension).code().to_owned())
            .collect();
        columns.push((dimension.code().to_owned(), text(codes), false));
    }
    for (measure, column) in cube.columns() {
        let cells: Vec<Cell> = (0..keys.len()).map(|row| column.cell(row)).collect();
        let code = measure.code();
        columns.push((code.to_owned(), values(&cells), true));
        columns.push((
            format!("{code}_status"),
            text(
                cells
                    .iter()
                    .map(|cell| status(*cell).code().to_owned())
                    .collect(),
            ),
            false,
        ));
        let bound = |end: fn(crate::statistics::Interval) -> f64| -> ArrayRef {
            Arc::new(
                cells
                    .iter()
                    .map(|cell| {
                        if cell.is_hidden() {
                            cell.within().map(end)
                        } else {
                            None
                        }
                    })
                    .collect::<Float64Array>(),
            )
        };
        columns.push((
            format!("{code}_laag"),
            bound(crate::statistics::Interval::lo),
            true,
        ));
        columns.push((
            format!("{code}_hoog"),
            bound(crate::statistics::Interval::hi),
            true,
        ));
    }
    let batch =
        RecordBatch::try_from_iter_with_nullable(columns).map_err(|error| error.to_string())?;
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_statistics_enabled(EnabledStatistics::Chunk)
        .set_created_by("regiovisie".to_owned())
        .build();
    let options = ArrowWriterOptions::new()
        .with_properties(properties)
        .with_skip_arrow_metadata(true);
    let mut writer = ArrowWriter::try_new_with_options(Vec::new(), batch.schema(), options)
        .map_err(|error| error.to_string())?;
    writer.write(&batch).map_err(|error| error.to_string())?;
    writer.into_inner().map_err(|error| error.to_string())
}

fn values(cells: &[Cell]) -> ArrayRef {
    // Published values are whole: counts, euros, days.
    #[allow(clippy::cast_possible_truncation, reason = "whole and far below 2^53")]
    Arc::new(
        cells
            .iter()
            .map(|cell| cell.shown().map(|value| value as i64))
            .collect::<Int64Array>(),
    )
}

fn status(cell: Cell) -> Status {
    match cell {
        Cell::Shown { .. } => Status::Shown,
        Cell::Hidden {
            secondary: false, ..
        } => Status::Hidden,
        Cell::Hidden {
            secondary: true, ..
        } => Status::SecondaryHidden,
        Cell::Unknown => Status::Unknown,
        Cell::NotApplicable => Status::NotApplicable,
        Cell::StructuralZero => Status::StructuralZero,
    }
}

/// A release that is complete and stands aside, so that nobody sees it yet.
pub(super) struct Aside {
    folder: PathBuf,
    waiting: PathBuf,
    old: PathBuf,
}

impl Aside {
    /// Writes the files beside `folder`.
    pub(super) fn write(
        folder: &Path,
        config_file: &Path,
        files: &[ReleaseFile],
    ) -> Result<Self, PublishError> {
        let [aside, old] = beside(folder)?;
        let fail = |path: &Path| PublishError::file(path.to_owned());
        if aside.exists() {
            fs::remove_dir_all(&aside).map_err(fail(&aside))?;
        }
        fs::create_dir_all(&aside).map_err(fail(&aside))?;
        let written = Self {
            folder: folder.to_owned(),
            waiting: aside,
            old,
        };
        let config = fs::read(config_file).map_err(fail(config_file))?;
        written.put(CONFIG, &config)?;
        for file in files {
            written.put(&file.name, &file.bytes)?;
        }
        Ok(written)
    }

    /// Where it stands.
    pub(super) fn path(&self) -> &Path {
        &self.waiting
    }

    /// Adds what the audit found and what was taken out, and puts the release in its folder, replacing an earlier one there. Between the two
    /// renames there is a moment without one: for a process that is killed right then, see [`recover`].
    pub(super) fn put_in_place(
        self,
        audited: Controle,
        left_out: &[(Table, u16)],
    ) -> Result<(), PublishError> {
        let fail = |path: &Path| PublishError::file(path.to_owned());
        let descriptor = self.waiting.join(DESCRIPTOR);
        let bytes = fs::read(&descriptor).map_err(fail(&descriptor))?;
        let mut package: Package =
            serde_json::from_slice(&bytes).map_err(|error| PublishError::Encode {
                file: DESCRIPTOR.to_owned(),
                detail: error.to_string(),
            })?;
        package.regiovisie.controle = Some(audited);
        package.regiovisie.weggelaten = left_out
            .iter()
            .map(|(table, year)| Weggelaten {
                tabel: table.code().to_owned(),
                jaar: *year,
            })
            .collect();
        self.put(DESCRIPTOR, &compact(DESCRIPTOR, &package)?)?;
        if self.folder.exists() {
            fs::rename(&self.folder, &self.old).map_err(fail(&self.folder))?;
        }
        if let Err(error) = fs::rename(&self.waiting, &self.folder) {
            recover(&self.folder)?;
            return Err(fail(&self.folder)(error));
        }
        retire(&self.old, &self.folder)
    }

    fn put(&self, name: &str, bytes: &[u8]) -> Result<(), PublishError> {
        let path = self.waiting.join(name);
        fs::write(&path, bytes).map_err(PublishError::file(&path))
    }
}

impl Drop for Aside {
    /// What was not put in its place is taken away; what cannot be is overwritten the next time.
    fn drop(&mut self) {
        if self.waiting.exists() {
            let _ = fs::remove_dir_all(&self.waiting);
        }
    }
}

/// Puts an interrupted replacement right: an earlier release that was moved away while no new one came in its place is moved
/// back; one that was replaced is removed.
pub(super) fn recover(folder: &Path) -> Result<(), PublishError> {
    let [_, old] = beside(folder)?;
    if folder.exists() {
        retire(&old, folder)
    } else if old.exists() {
        fs::rename(&old, folder).map_err(PublishError::file(&old))
    } else {
        Ok(())
    }
}

/// Removes an earlier release that was replaced by the one in `folder`. What came to stand with it in the meantime goes to the new one:
/// a proof takes minutes.
fn retire(old: &Path, folder: &Path) -> Result<(), PublishError> {
    if !old.exists() {
        return Ok(());
    }
    for name in strays(old)? {
        let (from, to) = (old.join(&name), folder.join(&name));
        if to.exists() {
            return Err(PublishError::file(&from)(io::Error::new(
                io::ErrorKind::AlreadyExists,
                "a file of this name stands in the new release; move this one elsewhere",
            )));
        }
        fs::rename(&from, &to).map_err(PublishError::file(&from))?;
    }
    fs::remove_dir_all(old).map_err(PublishError::file(old))
}
