//! What an editor may write, and what she is told of the rest.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use super::*;
use crate::vocabulary::Language;

const HEAD: &str = "+++\ntitel = \"Titel\"\nkort = \"Kort\"\nsamenvatting = \"Eén zin.\"\nbronnen = [\"Bron (2021)\"]\n+++\n";

fn text(body: &str) -> Text {
    read(format!("{HEAD}{body}").as_bytes(), Language::Nl).unwrap()
}

fn blocks(body: &str) -> Vec<Block> {
    text(body).blocks
}

fn words(words: &str) -> Inline {
    Inline::Text(words.to_owned())
}

fn paragraph(said: &str) -> Block {
    Block::Paragraph(vec![words(said)])
}

/// Everything an editor is told, with the line, wherever it stands; and all words around it.
fn told(text: &Text) -> (Vec<(usize, String)>, String) {
    let mut found = (Vec::new(), String::new());
    let of_blocks = text.blocks.iter().filter_map(|block| match block {
        Block::Complaint(complaint) => Some(complaint),
        _ => None,
    });
    let mut complaints: Vec<&Complaint> = of_blocks.collect();
    for inline in text.inlines() {
        match inline {
            Inline::Text(words) => found.1.push_str(words),
            Inline::Complaint(complaint) => complaints.push(complaint),
            _ => {}
        }
    }
    found.0 = complaints
        .into_iter()
        .map(|complaint| (complaint.line, complaint.words.clone()))
        .collect();
    found
}

/// What an editor is told of a text with one thing wrong, and the words that a reader sees.
fn complaint(body: &str) -> (usize, String, String) {
    let (mut told, words) = told(&text(body));
    assert_eq!(told.len(), 1, "{body}: {told:?}");
    let (line, complaint) = told.remove(0);
    (line, complaint, words)
}

#[test]
fn plain_markdown_becomes_blocks() {
    let body = "\n## Kop\n\nEen *alinea*\nover **twee** regels.\n\n- een\n- twee\n\n3. drie\n\n> Zij zeggen: ja.\n\n*Bronnen: X.*\n\n### Onder\n";
    let expected = [
        Block::Heading(vec![words("Kop")]),
        Block::Paragraph(vec![
            words("Een "),
            Inline::Emphasis(vec![words("alinea")]),
            words("\nover "),
            Inline::Strong(vec![words("twee")]),
            words(" regels."),
        ]),
        Block::Bullets(vec![vec![paragraph("een")], vec![paragraph("twee")]]),
        Block::Numbers(3, vec![vec![paragraph("drie")]]),
        Block::Quote(vec![paragraph("Zij zeggen: ja.")]),
        Block::Note(vec![words("Bronnen: X.")]),
        Block::Subheading(vec![words("Onder")]),
    ];
    assert_eq!(blocks(body), expected);
}

#[test]
fn places_are_filled_in_where_they_stand() {
    let body = "In {{gebied}} in {{ jaar }}: *{{cijfer:kosten_per_jeugdige}}*, zie [{{gebied}}](?gebied=delft).";
    let expected = Block::Paragraph(vec![
        words("In "),
        Inline::Area,
        words(" in "),
        Inline::Year,
        words(": "),
        Inline::Emphasis(vec![Inline::Figure("kosten_per_jeugdige".to_owned())]),
        words(", zie "),
        Inline::Link("?gebied=delft".to_owned(), vec![Inline::Area]),
        words("."),
    ]);
    assert_eq!(blocks(body), [expected]);
}

#[test]
fn tiles_that_follow_each_other_stand_together() {
    let body = "{{zin:gebruik}}\n\n{{tegel:gebruik}}\n\n{{tegel:uitval}}\n\nEn.\n\n{{tegel:kosten}}\n\n{{geen-cijfers:onderwijs}}\n";
    let ids = |ids: &[&str]| Block::Tiles(ids.iter().map(|id| (*id).to_owned()).collect());
    let expected = [
        Block::Sentence("gebruik".to_owned()),
        ids(&["gebruik", "uitval"]),
        paragraph("En."),
        ids(&["kosten"]),
        Block::NoFigures("onderwijs".to_owned()),
    ];
    assert_eq!(blocks(body), expected);
}

#[test]
fn the_paragraph_on_example_data_is_told_apart_in_both_languages() {
    for title in ["Voorbeeldgegevens.", "Example data."] {
        let found = blocks(&format!(
            "**{title}** De cijfers zijn nagebootst.\n\n**Let op.** Iets anders."
        ));
        assert!(
            matches!(found.as_slice(), [Block::Example(_), Block::Paragraph(_)]),
            "{found:?}"
        );
    }
}

#[test]
fn a_place_that_cannot_be_filled_in_is_shown_with_the_reason() {
    let cases = [
        ("Zie {{cijfer:geluk}}.", "‘geluk’ bestaat niet"),
        ("Zie {{cijfer:onderwijs}}.", "{{geen-cijfers:onderwijs}}"),
        ("{{geen-cijfers:gebruik}}", "Over ‘gebruik’ zijn cijfers"),
        ("{{tegel:geluk}}", "‘geluk’ bestaat niet"),
        ("{{tegel:verblijf}}", "heeft niet één cijfer"),
        ("Zie {{cijfer:verblijf}}.", "heeft niet één cijfer"),
        ("Zie {{grafiek:gebruik}}.", "‘grafiek:gebruik’"),
        ("Zie {{gebieden}}.", "‘gebieden’"),
        ("Zie {{tegel:gebruik}}.", "op een eigen regel"),
        ("- {{tegel:gebruik}}", "op een eigen regel"),
        ("Zie {{gebied.", "hoort }}"),
        ("Zie gebied}}.", "hoort }}"),
        ("Zie {{gebied\n}}.", "hoort }}"),
    ];
    for (body, reason) in cases {
        // Of braces on two lines both are loose.
        let (told, words) = told(&text(&format!("\nEerst.\n\n{body}\n")));
        let (line, complaint) = &told[0];
        assert!(complaint.contains(reason), "{body}: {complaint}");
        assert_eq!(*line, 10, "{body}");
        let shown = body.trim_start_matches("- ");
        assert!(words.contains(shown), "{body}: {words}");
    }
}

#[test]
fn complaints_name_the_line_they_are_about() {
    let (line, ..) = complaint("Een\ntwee {{gebied}}\n*drie\nvier {{nee}}*\n");
    assert_eq!(line, 10);
}

#[test]
fn what_is_not_allowed_is_shown_as_words_with_the_reason() {
    let cases = [
        (
            "<script>alert(1)</script>",
            "HTML",
            "<script>alert(1)</script>",
        ),
        ("Zo <b>vet", "HTML", "<b>"),
        ("<!-- verborgen -->", "HTML", "<!-- verborgen -->"),
        ("![een plaatje](x.png)", "plaatje", "een plaatje"),
        ("[weg](https://example.org/)", "https://example.org/", "weg"),
        ("[weg](javascript:alert)", "javascript:alert", "weg"),
        (
            "<https://example.org/>",
            "https://example.org/",
            "https://example.org/",
        ),
        ("[weg](#kop)", "#kop", "weg"),
        ("    vier spaties", "computercode", "vier spaties"),
        ("Zo `code`.", "computercode", "code"),
        ("---", "streep", ""),
        ("# Titel", "##", "Titel"),
    ];
    for (body, reason, shown) in cases {
        let (line, complaint, words) = complaint(body);
        assert!(complaint.contains(reason), "{body}: {complaint}");
        assert!(words.contains(shown), "{body}: {words}");
        assert_eq!(line, 7, "{body}");
    }
}

#[test]
fn a_head_that_cannot_be_read_is_refused_with_its_line() {
    let refused = |source: &str| {
        let complaint = read(source.as_bytes(), Language::Nl).unwrap_err();
        (complaint.line, complaint.words)
    };
    for source in [
        "",
        "Gewoon tekst.",
        "+++\ntitel = \"X\"\n",
        "<!doctype html>",
    ] {
        assert!(refused(source).1.contains("+++"), "{source}");
    }
    let without = HEAD.replace("kort = \"Kort\"\n", "");
    assert!(refused(&without).1.contains("kort"));
    let (line, words) = refused(&HEAD.replace("kort", "krot"));
    assert_eq!((line, words.contains("krot")), (3, true), "{words}");
    let (line, _) = refused(&HEAD.replace("\"Eén zin.\"", "Eén zin."));
    assert_eq!(line, 4);
    assert!(
        read(b"+++\n\xff\n+++\n", Language::Nl)
            .unwrap_err()
            .words
            .contains("UTF-8")
    );
    assert!(
        refused(&format!("{HEAD}{}", "a".repeat(200_000)))
            .1
            .contains("lang")
    );
}

#[test]
fn a_head_with_something_missing_is_told_but_read() {
    let of = |from: &str, to: &str| {
        let source = HEAD.replace(from, to);
        let text = read(source.as_bytes(), Language::En).unwrap();
        text.complaints
            .into_iter()
            .map(|complaint| complaint.words)
            .collect::<Vec<_>>()
    };
    assert_eq!(of("Kort", "Kort"), Vec::<String>::new());
    assert!(of("[\"Bron (2021)\"]", "[]")[0].contains("bronnen"));
    assert!(of("Eén zin.", " ")[0].contains("samenvatting"));
    assert!(of("Kort", &"k".repeat(25))[0].contains("24"));
}

#[test]
fn windows_files_are_read_alike() {
    let body = "\n## Kop\n\nEen {{nee}}.\n";
    let source = format!("\u{feff}{HEAD}{body}").replace('\n', "\r\n");
    assert_eq!(read(source.as_bytes(), Language::Nl).unwrap(), text(body));
}

#[test]
fn a_text_arrives_as_it_was_sent() {
    let text = text("## K\n\n> - {{cijfer:gebruik}} <i>\n\n{{tegel:uitval}}\n");
    let json = serde_json::to_string(&text).unwrap();
    assert_eq!(serde_json::from_str::<Text>(&json).unwrap(), text);
}

#[test]
fn nonsense_ends_and_can_be_sent() {
    let deep = [
        ">".repeat(5_000),
        "- ".repeat(5_000),
        "*a **b ".repeat(2_000),
        "[".repeat(5_000),
    ];
    let odd = [
        "{{{{}}}}",
        "{{}}",
        "}}{{",
        "{{:}}",
        "{{tegel:}}",
        "\0",
        "[a]: ?b\n\n[a]",
    ]
    .map(str::to_owned);
    for body in deep.into_iter().chain(odd) {
        let text = text(&body);
        let json = serde_json::to_string(&text).unwrap();
        assert_eq!(serde_json::from_str::<Text>(&json).unwrap(), text);
    }
}
