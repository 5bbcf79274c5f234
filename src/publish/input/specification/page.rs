//! The page of the handbook about the input, as Markdown.

use std::fmt::Write as _;

use super::{CodeList, FILES, Field, FileView, Kind};
use crate::publish::input::rule::{Rule, action_title};
use crate::vocabulary::{Bilingual, Language};

const TITLE: Bilingual = Bilingual::new("Gegevens aanleveren", "Delivering data");
const INTRODUCTION: Bilingual = Bilingual::new(
    "Deze pagina komt uit de specificatie waarmee `regiovisie` zelf leest en controleert (`regiovisie check --specification`).\n\n\
     Zet de bestanden in één map. Elk bestand is CSV of Parquet en mag in delen komen: `trajecten.csv`, of `trajecten-2023.csv` en \
     `trajecten-2024.csv`, of een map `trajecten` met bestanden erin. De volgorde van rijen, delen en kolommen maakt niet uit.\n\n\
     CSV is UTF-8 of Windows-1252, met een komma of een puntkomma tussen de kolommen; de eerste regel noemt de kolommen. Een datum is \
     `2024-12-31` of `31-12-2024`, een bedrag `1234.56` of `1.234,56`. Kolommen die hieronder niet staan worden niet gelezen.",
    "This page comes from the specification by which `regiovisie` itself reads and checks (`regiovisie check --specification`).\n\n\
     Put the files in one folder. Each is CSV or Parquet and may come in parts: `trajecten.csv`, or `trajecten-2023.csv` and \
     `trajecten-2024.csv`, or a folder `trajecten` with files in it. The order of rows, parts and columns makes no difference.\n\n\
     CSV is UTF-8 or Windows-1252, with a comma or a semicolon between columns; the first line names the columns. A date is \
     `2024-12-31` or `31-12-2024`, an amount `1234.56` or `1.234,56`. Columns that do not stand below are not read.",
);
const RULES: Bilingual = Bilingual::new("Regels", "Rules");
const ABOUT_RULES: Bilingual = Bilingual::new(
    "Elke rij wordt aan deze regels gehouden, en `regiovisie check` zegt waar zij gebroken zijn en wat er met de rij gebeurde. Bij \
     sommige regels kan de regio anders kiezen, in `regio.toml`:\n\n```toml\n[regels]\nbedrag-negatief = \"weglaten\"\n```\n\n\
     Valt meer dan een op de twintig rijen van een bestand weg, dan wordt er niets gepubliceerd.",
    "Every row is held against these rules, and `regiovisie check` says where they were broken and what became of the row. Of some \
     rules the region can choose otherwise, in `regio.toml`:\n\n```toml\n[regels]\nbedrag-negatief = \"weglaten\"\n```\n\n\
     When more than one in twenty rows of a file is left out, nothing is published.",
);

/// The page in a language.
pub fn page(language: Language) -> String {
    let say = |text: Bilingual| text.get(language);
    let mut page = format!("# {}\n\n{}\n", say(TITLE), say(INTRODUCTION));
    for file in FILES {
        about(&mut page, file, language);
    }
    let _ = write!(page, "\n## {}\n\n{}\n\n", say(RULES), say(ABOUT_RULES));
    page.push_str(match language {
        Language::Nl => {
            "| naam | wat er met de rij gebeurt | ook te kiezen | uitleg |\n|---|---|---|---|\n"
        }
        Language::En => {
            "| name | what becomes of the row | can be chosen | explanation |\n|---|---|---|---|\n"
        }
    });
    for rule in Rule::ALL {
        let others: Vec<_> = rule
            .other_actions()
            .iter()
            .map(|action| format!("`{}`", action.code()))
            .collect();
        let _ = writeln!(
            page,
            "| `{}` | {} (`{}`) | {} | {} |",
            rule.code(),
            say(action_title(rule.default_action())),
            rule.default_action().code(),
            others.join(", "),
            say(rule.explanation())
        );
    }
    page
}

fn about(page: &mut String, file: FileView, language: Language) {
    let say = |text: Bilingual| text.get(language);
    let _ = write!(
        page,
        "\n## {}: `{}.csv`{}\n\n{}\n\n",
        say(file.about.title),
        file.about.name,
        match (file.about.is_optional, language) {
            (false, _) => "",
            (true, Language::Nl) => " (mag ontbreken)",
            (true, Language::En) => " (may be left out)",
        },
        say(file.about.explanation)
    );
    page.push_str(match language {
        Language::Nl => "| kolom | wat het is | soort | nodig | voorbeeld | regels |\n|---|---|---|---|---|---|\n",
        Language::En => "| column | what it is | type | needed | example | rules |\n|---|---|---|---|---|---|\n",
    });
    for field in file.fields {
        let _ = writeln!(
            page,
            "| `{}` | {}. {} | {} | {} | `{}` | {} |",
            field.name,
            say(field.title),
            say(field.explanation),
            say(kind(field.kind)),
            say(needed(field)),
            field.example,
            names(field.rules)
        );
    }
    let whole = match language {
        Language::Nl => "Regels voor de hele rij",
        Language::En => "Rules on whole rows",
    };
    let _ = writeln!(page, "\n{whole}: {}.", names(file.about.rules));
    for list in [
        CodeList::CareForms,
        CodeList::Referrers,
        CodeList::EndReasons,
    ] {
        let Some(field) = file
            .fields
            .iter()
            .find(|field| field.kind == Kind::Code(list))
        else {
            continue;
        };
        let codes: Vec<_> = list
            .entries()
            .into_iter()
            .map(|(code, title)| format!("`{code}` {}", say(title).to_lowercase()))
            .collect();
        let _ = writeln!(page, "\n`{}`: {}.", field.name, codes.join(", "));
    }
}

fn names(rules: &[Rule]) -> String {
    let names: Vec<_> = rules
        .iter()
        .map(|rule| format!("`{}`", rule.code()))
        .collect();
    names.join(", ")
}

const fn needed(field: &Field) -> Bilingual {
    match (field.required, field.may_be_empty) {
        (false, _) => Bilingual::new("nee", "no"),
        (true, true) => Bilingual::new(
            "kolom wel, waarde niet altijd",
            "the column, not always a value",
        ),
        (true, false) => Bilingual::new("ja", "yes"),
    }
}

const fn kind(kind: Kind) -> Bilingual {
    match kind {
        Kind::Key | Kind::PersonKey => Bilingual::new("sleutel", "key"),
        Kind::Text => Bilingual::new("tekst", "text"),
        Kind::Date => Bilingual::new("datum", "date"),
        Kind::Whole => Bilingual::new("heel getal", "whole number"),
        Kind::Amount => Bilingual::new("bedrag", "amount"),
        Kind::Code(_) => Bilingual::new("code", "code"),
    }
}
