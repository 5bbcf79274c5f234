//! The specification for programs: a Frictionless Data Package of Table Schemas.

use serde_json::{Value, json};

use super::{FILES, Field, FileView, Kind};
use crate::publish::input::rule::Rule;
use crate::vocabulary::{Bilingual, Language};

fn both(text: Bilingual) -> Value {
    json!({ "nl": text.get(Language::Nl), "en": text.get(Language::En) })
}

/// The descriptor, as JSON.
///
/// # Errors
/// What the writer of JSON says; it has no reason to.
pub fn schema() -> Result<String, serde_json::Error> {
    let rules: Vec<_> = Rule::ALL
        .iter()
        .map(|rule| {
            json!({
                "name": rule.code(),
                "title": both(rule.title()),
                "description": both(rule.explanation()),
                "action": rule.default_action(),
                "otherActions": rule.other_actions(),
            })
        })
        .collect();
    let package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "regiovisie-input",
        "title": "Invoer van regiovisie publish",
        "resources": FILES.map(resource),
        "regiovisie": { "rules": rules },
    });
    serde_json::to_string_pretty(&package).map(|text| text + "\n")
}

fn resource(file: FileView) -> Value {
    let fields: Vec<_> = file.fields.iter().map(field).collect();
    json!({
        "name": file.about.name,
        "path": format!("{}.csv", file.about.name),
        "title": file.about.title.get(Language::Nl),
        "description": file.about.explanation.get(Language::Nl),
        "regiovisie": {
            "title": both(file.about.title),
            "description": both(file.about.explanation),
            "optional": file.about.is_optional,
            "rules": file.about.rules.iter().map(|rule| rule.code()).collect::<Vec<_>>(),
        },
        "schema": {
            "fields": fields,
            "primaryKey": file.about.key,
        },
    })
}

fn field(field: &Field) -> Value {
    let mut constraints = json!({ "required": field.required && !field.may_be_empty });
    if let Kind::Code(list) = field.kind {
        let codes: Vec<_> = list.entries().into_iter().map(|(code, _)| code).collect();
        if !codes.is_empty() {
            constraints["enum"] = json!(codes);
        }
    }
    json!({
        "name": field.name,
        "type": match field.kind {
            Kind::Date => "date",
            Kind::Whole => "integer",
            Kind::Amount => "number",
            Kind::Key | Kind::PersonKey | Kind::Text | Kind::Code(_) => "string",
        },
        "title": field.title.get(Language::Nl),
        "description": field.explanation.get(Language::Nl),
        "example": field.example,
        "constraints": constraints,
        "regiovisie": {
            "title": both(field.title),
            "description": both(field.explanation),
            "column": field.required,
            "rules": field.rules.iter().map(|rule| rule.code()).collect::<Vec<_>>(),
        },
    })
}
