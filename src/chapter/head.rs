//! The head of a text: what stands between its two lines with `+++`, as TOML.

use serde::Deserialize;

use super::mistake::Mistake;

/// The line before and after it.
const FENCE: &str = "+++";
/// Characters that fit in the menu.
const MENU: usize = 24;

/// The head.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Head {
    pub(super) titel: String,
    pub(super) kort: String,
    pub(super) samenvatting: String,
    pub(super) bronnen: Vec<String>,
    #[serde(default)]
    pub(super) regio: Option<String>,
}

/// A file in its two parts.
#[derive(Debug)]
pub(super) struct Parts<'a> {
    pub(super) head: Head,
    pub(super) body: &'a str,
    /// Line of the file on which the body begins.
    pub(super) first_line: usize,
}

/// Takes a file apart; what is wrong with its head, and on which line.
pub(super) fn take_apart(source: &str) -> Result<Parts<'_>, (usize, Mistake)> {
    let source = source.trim_start_matches('\u{feff}');
    let is_fence = |line: &str| line.trim_end() == FENCE;
    let mut lines = source.split_inclusive('\n').enumerate();
    let (_, fence) = lines
        .next()
        .filter(|(_, line)| is_fence(line))
        .ok_or((1, Mistake::NoHead))?;
    let start = fence.len();
    let mut end = start;
    for (number, line) in lines {
        if is_fence(line) {
            let head = source.get(start..end).unwrap_or_default();
            let head = toml::from_str(head).map_err(|error| {
                let before = error.span().map_or(0, |span| span.start);
                let on = head.get(..before).unwrap_or_default().matches('\n').count();
                (on + 2, Mistake::Head(error.message().to_owned()))
            })?;
            let body = source.get(end + line.len()..).unwrap_or_default();
            return Ok(Parts {
                head,
                body,
                first_line: number + 2,
            });
        }
        end += line.len();
    }
    Err((1, Mistake::NoHead))
}

impl Head {
    /// What is wrong with it, though it can be read.
    pub(super) fn mistakes(&self) -> Vec<Mistake> {
        let is_blank = |text: &String| text.trim().is_empty();
        let checks = [
            ("titel", is_blank(&self.titel)),
            ("kort", is_blank(&self.kort)),
            ("samenvatting", is_blank(&self.samenvatting)),
            ("bronnen", self.bronnen.iter().all(is_blank)),
        ];
        let empty = checks
            .into_iter()
            .filter_map(|(key, is_empty)| is_empty.then_some(Mistake::Empty(key)));
        let long = (self.kort.chars().count() > MENU).then_some(Mistake::LongName);
        empty.chain(long).collect()
    }
}
