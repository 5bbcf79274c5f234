//! What goes along with an answer wherever it goes: into a file, a picture or a citation.

use super::Answer;
use crate::release::Release;
use crate::selection::Selection;
use crate::sentence::{self, text};
use crate::vocabulary::Language;

/// The finding, what it is about, and what must be known to read it rightly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The finding.
    pub title: String,
    /// What, unit, area and period.
    pub subtitle: String,
    /// What was tested, when municipalities are compared; that it is arithmetic, when a change is split.
    pub remark: Option<String>,
    /// Whether the area moves apart from the rest of the region.
    pub growth: Option<String>,
    /// Breaks and provisional figures.
    pub notices: Vec<String>,
    /// Who published it, as which release, and up to which day.
    pub source: String,
    /// That the data are made up, when they are.
    pub synthetic: Option<String>,
    /// What the marks of the answer mean.
    pub marks: Vec<String>,
}

/// What there is to say of an answer.
pub fn about(answer: &Answer, selection: &Selection, release: &Release) -> About {
    let (language, region) = (selection.language, &release.region);
    let reasons = answer.unknown_because();
    let mark = |status| {
        format!(
            "{}: {}",
            sentence::mark_name(status, language),
            sentence::mark_meaning_of(
                (status, &reasons),
                selection.indicator,
                region.policy(),
                language
            )
        )
    };
    About {
        title: answer.title(selection, region),
        subtitle: answer.subtitle(selection, region),
        remark: answer.remark(selection, region),
        growth: answer.growth(selection, region),
        notices: answer
            .notices(selection, region)
            .into_iter()
            .chain(held_against(selection, release))
            .collect(),
        source: source(release, language),
        synthetic: release.synthetic.then(|| synthetic(language)),
        marks: answer.statuses().into_iter().map(mark).collect(),
    }
}

/// What was agreed that durations are held against: on the screen a table stands under the figure.
fn held_against(selection: &Selection, release: &Release) -> Option<String> {
    let language = selection.language;
    if !selection.indicator.is_of_ranges() {
        return None;
    }
    let ranges = sentence::agreed_ranges(&release.region, language);
    let ranges: Vec<String> = ranges
        .into_iter()
        .map(|(form, words)| format!("{form} {words}"))
        .collect();
    let examples = release
        .synthetic
        .then(|| text::AGREED_EXAMPLES.get(language));
    let told = format!(
        "{}: {}. {}",
        text::AGREED_DURATIONS.get(language),
        ranges.join("; "),
        examples.unwrap_or_default()
    );
    (!ranges.is_empty()).then(|| told.trim_end().to_owned())
}

/// "Bron: Haaglanden, publicatie 2025-1, gegevens tot 1 april 2025."
pub(super) fn source(release: &Release, language: Language) -> String {
    let (name, id) = (release.region.name(), &release.id);
    let date = sentence::date(&release.reference_date, language);
    match language {
        Language::Nl => format!("Bron: {name}, publicatie {id}, gegevens tot {date}."),
        Language::En => format!("Source: {name}, publication {id}, data up to {date}."),
    }
}

/// That the data are made up.
pub(super) fn synthetic(language: Language) -> String {
    format!(
        "{} {}",
        text::SYNTHETIC.get(language),
        text::SYNTHETIC_MORE.get(language)
    )
}

impl About {
    /// All of it, a line each, in the order of a file.
    pub fn lines(self) -> Vec<String> {
        let mut lines = vec![self.title, self.subtitle];
        lines.extend(self.remark);
        lines.extend(self.growth);
        lines.extend(self.notices);
        lines.push(self.source);
        lines.extend(self.synthetic);
        lines.extend(self.marks);
        lines
    }
}
