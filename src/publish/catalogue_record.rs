//! The record of a release for a catalogue of open data (data.overheid.nl): DCAT-AP-NL 3.0 as JSON-LD.

use serde_json::{Value, json};

use crate::release::{CatalogueConfig, DESCRIPTOR, Package, RegionConfig, Resource};

/// The file that holds it.
pub(super) const RECORD: &str = "dcat.jsonld";

/// Vocabularies of the European Union, from which the profile takes its codes.
const AUTHORITY: &str = "http://publications.europa.eu/resource/authority";

/// The record of the release that `package` describes; `None` when its region is in no catalogue.
pub(super) fn record(package: &Package) -> Option<Value> {
    let config = &package.regiovisie.config;
    let catalogue = config.catalogus.as_ref()?;
    let mut files: Vec<Value> = package.resources.iter().map(of_file).collect();
    let mut descriptor = distribution(
        DESCRIPTOR,
        "Beschrijving van de bestanden (Data Package)",
        "application/json",
        "JSON",
    );
    descriptor["dct:conformsTo"] = link(&package.profile);
    files.push(descriptor);
    let publisher = publisher(config, catalogue);
    let keywords = ["jeugdzorg", "jeugdhulp", "jeugdbescherming", "monitor"].map(dutch);
    Some(json!({
        "@context": {
            "@base": catalogue.adres,
            "adms": "http://www.w3.org/ns/adms#",
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "spdx": "http://spdx.org/rdf/terms#",
            "vcard": "http://www.w3.org/2006/vcard/ns#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": catalogue.adres,
        "@type": "dcat:Dataset",
        // The same from release to release: it is one dataset, with versions.
        "dct:identifier": catalogue.adres,
        "dct:title": dutch(&format!("Regiovisie-monitor jeugdzorg {}", config.naam)),
        "dct:description": dutch(&package.description),
        "dcat:version": package.version,
        "dct:language": code("language", "NLD"),
        "dct:accessRights": code("access-right", "PUBLIC"),
        "dct:accrualPeriodicity": code("frequency", "ANNUAL"),
        "dct:temporal": covered(config),
        "adms:status": code("dataset-status", "COMPLETED"),
        "dcat:theme": [code("data-theme", "SOCI"), code("data-theme", "HEAL")],
        "dcat:keyword": keywords,
        "dct:creator": publisher,
        "dct:publisher": publisher,
        "dcat:contactPoint": contact(config, catalogue),
        "dcat:distribution": files,
    }))
}

fn of_file(file: &Resource) -> Value {
    let mut of_file = distribution(&file.path, &file.title, &file.mediatype, "PARQUET");
    of_file["dcat:byteSize"] = typed("nonNegativeInteger", &file.bytes.to_string());
    of_file["spdx:checksum"] = json!({
        "@type": "spdx:Checksum",
        "spdx:algorithm": link("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
        "spdx:checksumValue": typed("hexBinary", file.hash.trim_start_matches("sha256:")),
    });
    of_file
}

/// What is said of any file. Its path is held against the address of the release.
fn distribution(path: &str, title: &str, mediatype: &str, format: &str) -> Value {
    json!({
        "@id": path,
        "@type": "dcat:Distribution",
        "dct:title": dutch(title),
        "dcat:accessURL": link(path),
        "dcat:downloadURL": link(path),
        "dcat:mediaType": media_type(mediatype),
        "dct:format": code("file-type", format),
        "dct:license": code("licence", "CC0"),
    })
}

/// From the first day of the first year to the last of the last.
fn covered(config: &RegionConfig) -> Value {
    let years = || config.perioden.iter().map(|period| period.jaar);
    let mut period = json!({ "@type": "dct:PeriodOfTime" });
    for (key, day) in [
        (
            "dcat:startDate",
            years().min().map(|year| format!("{year}-01-01")),
        ),
        (
            "dcat:endDate",
            years().max().map(|year| format!("{year}-12-31")),
        ),
    ] {
        if let Some(day) = day {
            period[key] = typed("date", &day);
        }
    }
    period
}

fn publisher(config: &RegionConfig, catalogue: &CatalogueConfig) -> Value {
    let mut agent = json!({ "@type": "foaf:Agent", "foaf:name": dutch(&config.uitgever) });
    if let Some(id) = &catalogue.uitgever {
        agent["@id"] = json!(id);
    }
    agent
}

fn contact(config: &RegionConfig, catalogue: &CatalogueConfig) -> Value {
    let mut contact =
        json!({ "@type": ["vcard:Kind", "vcard:Organization"], "vcard:fn": config.uitgever });
    if catalogue.contact_is_page() {
        contact["vcard:hasURL"] = link(&catalogue.contact);
    } else {
        contact["vcard:hasEmail"] = link(&format!("mailto:{}", catalogue.contact));
    }
    contact
}

fn dutch(text: &str) -> Value {
    json!({ "@value": text, "@language": "nl" })
}

fn link(to: &str) -> Value {
    json!({ "@id": to })
}

fn typed(kind: &str, value: &str) -> Value {
    json!({ "@value": value, "@type": format!("xsd:{kind}") })
}

fn code(list: &str, code: &str) -> Value {
    link(&format!("{AUTHORITY}/{list}/{code}"))
}

fn media_type(name: &str) -> Value {
    link(&format!(
        "https://www.iana.org/assignments/media-types/{name}"
    ))
}
