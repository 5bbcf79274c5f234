//! What is wrong with `regio.toml`, in words for who wrote it: on which line, of which field, and what can stand there.

use std::ops::Range;
use std::path::Path;

use super::error::PublishError;
use crate::csv_line::line_of;

/// The mistake that kept `text`, of the file at `path`, from being read.
pub(super) fn mistake(path: &Path, text: &str, error: &toml::de::Error) -> PublishError {
    let said = error.message();
    let path = path.to_owned();
    let Some(span) = error.span() else {
        let detail = missing(said).unwrap_or_else(|| one_line(said));
        return PublishError::Config { path, detail };
    };
    let begin = span.start.min(text.len());
    // What is missing from the top of the file stands on no line.
    match missing(said) {
        Some(detail) if begin == 0 => PublishError::Config { path, detail },
        Some(detail) => PublishError::ConfigLine {
            path,
            line: line_of(text.as_bytes(), begin),
            detail,
        },
        None => PublishError::ConfigLine {
            path,
            line: line_of(text.as_bytes(), begin),
            detail: of_value(text, &span, said),
        },
    }
}

fn missing(said: &str) -> Option<String> {
    let field = said.strip_prefix("missing field `")?.strip_suffix('`')?;
    Some(format!("`{field}` is missing: add a line {field} = ..."))
}

fn of_value(text: &str, span: &Range<usize>, said: &str) -> String {
    let value = text.get(span.clone()).unwrap_or_default();
    let field = field(text, span.start);
    if let Some(rest) = said.strip_prefix("unknown variant ")
        && let Some((_, known)) = rest.split_once(", expected ")
    {
        return format!("{field} is {value}: it can be {}", choices(known, true));
    }
    if let Some(rest) = said.strip_prefix("unknown field ")
        && let Some((_, known)) = rest.split_once(", expected ")
    {
        return format!(
            "there is no {value} here: there can be {}",
            choices(known, false)
        );
    }
    if said.starts_with("string values must be quoted") {
        return format!(
            "{field} has no value that can be read: put quotes around it if it is a text"
        );
    }
    if said.starts_with("invalid type: map, expected a sequence") {
        let header = text.get(span.start..).and_then(|rest| rest.lines().next());
        let name = header.unwrap_or_default().trim().trim_matches(['[', ']']);
        return format!("there may be several of {name}: write [[{name}]], and not [{name}]");
    }
    let wanted = ["invalid type: ", "invalid value: ", "invalid length "]
        .iter()
        .find_map(|kind| said.strip_prefix(kind))
        .and_then(|rest| rest.rsplit_once(", expected "));
    match wanted {
        Some((_, "a string")) => format!(
            "{field} is {}: it must be a text, so put quotes around it: \"{}\"",
            one_line(value),
            one_line(value)
        ),
        Some((_, wanted)) => format!("{field} is {}: give {}", one_line(value), plain(wanted)),
        None => one_line(said),
    }
}

/// What the reader of the file asks for, in plain words.
fn plain(wanted: &str) -> &str {
    match wanted {
        "u8" => "a whole number from 0 to 255",
        "u16" => "a whole number from 0 to 65535",
        "u32" | "u64" | "usize" => "a whole number of 0 or more",
        "f64" | "f32" => "a number",
        "a boolean" => "true or false",
        "a sequence" => "a list between [ and ]",
        "an array of length 2" => "two whole numbers between [ and ]",
        "a map" => "fields with a name",
        other if other.starts_with("struct ") => "fields with a name",
        other => other,
    }
}

/// What can be chosen, with commas between; in quotes where it must be written so.
fn choices(known: &str, in_quotes: bool) -> String {
    let mark = if in_quotes { "\"" } else { "" };
    known.trim_start_matches("one of ").replace('`', mark)
}

/// The field that the value at `place` is of.
fn field(text: &str, place: usize) -> String {
    let line = text[..place].rsplit('\n').next().unwrap_or_default();
    let name = line
        .trim_end()
        .strip_suffix('=')
        .and_then(|before| before.trim_end().rsplit([' ', '\t', '{', ',']).next())
        .unwrap_or_default();
    if name.is_empty() {
        "a value".to_owned()
    } else {
        format!("`{name}`")
    }
}

fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.lines().map(str::trim).collect();
    words.join(" ")
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests fail by panicking")]
mod tests {
    use super::*;
    use crate::release::RegionConfig;

    #[test]
    fn a_mistake_is_told_with_its_line_its_field_and_what_can_stand_there() {
        let shipped = include_str!("../../data/regio.toml");
        for (right, wrong, said) in [
            (
                "peildatum = \"2025-04-01\"",
                "peildatum = 2025-04-01",
                "regio.toml, line 3: `peildatum` is 2025-04-01: it must be a text, so put quotes around it: \"2025-04-01\"",
            ),
            (
                "drempel = 10",
                "drempel = -1",
                "regio.toml, line 13: `drempel` is -1: give a whole number of 0 or more",
            ),
            (
                "drempel = 10",
                "drempl = 10",
                "regio.toml, line 13: there is no drempl here: there can be drempel, breedte, ",
            ),
            (
                "synthetisch = true",
                "synthetisch = \"ja\"",
                "regio.toml, line 4: `synthetisch` is \"ja\": give true or false",
            ),
            (
                "soort = \"deelregio\"",
                "soort = \"dorp\"",
                "`soort` is \"dorp\": it can be \"gemeente\", \"deelregio\", \"regio\"",
            ),
            (
                "[[breuken]]",
                "[breuken]",
                "regio.toml, line 143: there may be several of breuken: write [[breuken]], and not [breuken]",
            ),
            (
                "naam = \"Haaglanden\"\n",
                "",
                "regio.toml is not a valid configuration: `naam` is missing: add a line naam = ...",
            ),
            (
                "naam = \"Haaglanden\"",
                "naam = Haaglanden",
                "regio.toml, line 5: `naam` has no value that can be read: put quotes around it if it is a text",
            ),
            (
                "naam = \"Haaglanden\"",
                "naam = \"Haaglanden",
                "regio.toml, line 5: ",
            ),
        ] {
            let text = shipped.replacen(right, wrong, 1);
            assert_ne!(text, shipped, "{right}");
            let error = toml::from_str::<RegionConfig>(&text).unwrap_err();
            let told = mistake(Path::new("regio.toml"), &text, &error).to_string();
            assert!(told.contains(said), "{told}");
        }
    }
}
