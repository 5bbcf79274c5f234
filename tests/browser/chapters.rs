//! A visitor who reads: every chapter with the native figures in it, in both languages, for large and small areas; and what she sees
//! when a text is missing, wrong, unreachable or not there yet.

use std::path::{Path, PathBuf};

use regiovisie::chapter::{self, Block, Inline, Text};
use regiovisie::indicator::{self, Outcome, Series};
use regiovisie::selection::ChapterKey;
use regiovisie::sentence::{self, Place};
use regiovisie::vocabulary::Language;
use serde_json::{Value, json};

use crate::harness::{Site, journey};
use crate::native;

const LISTEN: &str = "window.violations = [];
    addEventListener('securitypolicyviolation', event => violations.push(`${event.effectiveDirective} ${event.blockedURI}`));";

fn file(key: ChapterKey, language: Language) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!(
        "public/teksten/{}/{}.md",
        language.code(),
        key.code()
    ))
}

fn text(key: ChapterKey, language: Language) -> Text {
    chapter::read(&std::fs::read(file(key, language)).unwrap(), language).unwrap()
}

/// With ordinary spaces, as the page is read here.
fn plain(words: &str) -> String {
    words.replace('\u{a0}', " ")
}

/// The page, as its reader has it: title, headings, sentences on trends, figures in sentences and on tiles.
const PAGE: &str = "(() => {
    const plain = words => words.replace(/[\\s\\u00a0]+/g, ' ').trim();
    const all = (css, of) => [...document.querySelectorAll(`.chapter article ${css}`)].map(of);
    return {
        title: plain(document.querySelector('.chapter h1')?.textContent ?? ''),
        headings: all('> h2', e => plain(e.textContent)).length,
        findings: all('.finding', e => [e.dataset.indicator, plain(e.innerText)]),
        told: all('.told', e => !e.checkVisibility({ visibilityProperty: true }) ? 'cannot be seen' : [e.dataset.indicator, plain([...e.childNodes].filter(n => n.className !== 'visually-hidden').map(n => n.textContent).join(''))]),
        tiles: all('.tile', e => [e.dataset.indicator, plain(e.querySelector('.number')?.textContent ?? '')]),
        reasons: all('.no-figures', e => e.dataset.indicator),
        faults: all('.fault', e => e.textContent),
    };
})()";

/// The same, from the texts and the data without any browser.
fn expected(text: &Text, link: &str) -> Value {
    let selection = native::selection(link);
    let language = selection.language;
    let region = &native::release().region;
    let entry = |id: &str| indicator::by_id(id).unwrap();
    let series = |id: &str| -> Series {
        indicator::series(entry(id), native::store(), region, selection.area, &[])
    };
    let mut findings = Vec::new();
    let mut tiles = Vec::new();
    let mut reasons = Vec::new();
    let mut headings = 0;
    for block in &text.blocks {
        match block {
            Block::Heading(_) => headings += 1,
            Block::Sentence(id) => {
                let place = Place::of(region, selection.area);
                let words = sentence::finding(entry(id), &series(id), place, language);
                findings.push(json!([id, plain(&words)]));
            }
            Block::Tiles(ids) => {
                for id in ids {
                    let series = series(id);
                    let number = match &series.known(selection.year).unwrap().own {
                        Outcome::Figure(figure) => {
                            sentence::tile(figure.value, entry(id).unit, language).0
                        }
                        Outcome::Hidden { within, .. } => {
                            sentence::between(*within, entry(id).unit, language)
                        }
                        Outcome::StructuralZero => panic!("{id} is always zero"),
                        Outcome::Missing(_) => String::new(),
                    };
                    tiles.push(json!([id, plain(&number)]));
                }
            }
            Block::NoFigures(id) => reasons.push(id),
            _ => {}
        }
    }
    let told: Vec<Value> = text
        .inlines()
        .into_iter()
        .filter_map(|inline| match inline {
            Inline::Figure(id) => {
                let series = series(id);
                let point = series.known(selection.year).unwrap();
                let words = sentence::told(&point.own, entry(id), language);
                let year = match point.year {
                    year if year == region.last_year() => String::new(),
                    year => format!(", in {year}"),
                };
                Some(json!([id, plain(&format!("{words}{year}"))]))
            }
            _ => None,
        })
        .collect();
    json!({
        "title": text.title,
        "headings": headings,
        "findings": findings,
        "told": told,
        "tiles": tiles,
        "reasons": reasons,
        "faults": [],
    })
}

/// Reads every chapter in both languages with this in the link.
fn read_through(choice: &'static str, has_own_words: bool) {
    journey(Site::built(), async |visit| {
        if !has_own_words {
            // Most areas wrote nothing; a browser mentions a file that is not there.
            visit.expect_in_console("gemeenten/");
        }
        visit
            .open_and_wait(&format!("?weergave=ambities{choice}"))
            .await;
        for language in [Language::Nl, Language::En] {
            for key in ChapterKey::ALL {
                let taal = if language == Language::En {
                    "&taal=en"
                } else {
                    ""
                };
                let link = format!("?weergave=ambities&hoofdstuk={}{choice}{taal}", key.code());
                visit.follow(&link).await;
                let text = text(key, language);
                visit
                    .until_equal(&link, PAGE, &expected(&text, &link))
                    .await;
            }
        }
    });
}

#[test]
fn every_chapter_shows_the_native_figures_of_the_region() {
    read_through("", false);
}

#[test]
fn every_chapter_shows_the_native_figures_of_a_municipality() {
    read_through("&gebied=delft", true);
}

#[test]
fn every_chapter_shows_the_native_figures_of_a_small_municipality_in_another_year() {
    read_through("&gebied=midden-delfland&jaar=2019", false);
}

#[test]
fn a_reader_finds_her_way_from_the_overview_through_the_chapters_and_back() {
    journey(Site::built(), async |visit| {
        visit.open_and_wait("?gebied=delft").await;
        visit.click(".theme:nth-of-type(2) .to-chapter a").await;
        let first = "?weergave=ambities&hoofdstuk=ambitie-1&gebied=delft";
        visit.until_query(first).await;
        visit.until_says(".chapter h1", "Ambitie 1:").await;
        visit.click(".turn-on").await;
        let second = "?weergave=ambities&hoofdstuk=ambitie-2&gebied=delft";
        visit.until_query(second).await;
        visit.until_says(".chapter h1", "Ambitie 2:").await;
        // The keyboard and the voice of the reader begin at the new text, and so does her view.
        visit
            .until_equal(
                "the start",
                "[document.activeElement.id, scrollY]",
                &json!(["inhoud", 0]),
            )
            .await;
        visit.script("history.back()").await;
        visit.until_says(".chapter h1", "Ambitie 1:").await;
        visit.until_query(first).await;
        visit.script("history.forward()").await;
        visit.until_says(".chapter h1", "Ambitie 2:").await;
        visit.click(".book-menu li:nth-child(7) a").await;
        visit.until_says(".chapter h1", "Kosten").await;
        visit
            .until_equal(
                "the chapter in the menu",
                "document.querySelector('.book-menu [aria-current]').textContent",
                &json!("Kosten"),
            )
            .await;
        visit.choose("#kies-gebied", "zoetermeer").await;
        visit
            .until_says(".chapter ol", "Kosten per jeugdige in Zoetermeer")
            .await;
        visit.expect_in_console("gemeenten/zoetermeer.md");
        visit
            .until_query("?weergave=ambities&hoofdstuk=kosten&gebied=zoetermeer")
            .await;
        visit.click(".bar nav a[aria-current]").await;
        visit
            .until_query("?weergave=ambities&gebied=zoetermeer")
            .await;
        visit.until_says(".contents", "Wat jeugdhulp kost").await;
        visit.click(".language").await;
        visit.until_says(".contents", "What youth care costs").await;
        visit.expect_in_console("en/gemeenten/zoetermeer.md");
    });
}

#[test]
fn a_link_in_a_text_keeps_area_year_and_language() {
    journey(Site::built(), async |visit| {
        visit
            .open_and_wait("?weergave=ambities&hoofdstuk=kosten&gebied=delft&jaar=2021&taal=en")
            .await;
        visit
            .click(".chapter article > p a[href*='verdeling']")
            .await;
        visit
            .until_query("?weergave=verkennen&indicator=kosten&gebied=delft&jaar=2021&verdeling=zorgvorm&taal=en")
            .await;
        visit.arrived().await;
    });
}

#[test]
fn an_area_speaks_for_itself_where_it_wrote_something() {
    journey(Site::built(), async |visit| {
        for page in [
            "?weergave=ambities",
            "?weergave=ambities&hoofdstuk=wachttijden",
        ] {
            visit.open_and_wait(&format!("{page}&gebied=delft")).await;
            visit
                .until_says(".own-words .by", "Eigen toelichting van Delft")
                .await;
            visit
                .until_says(".own-words", "Wat u moet weten bij de cijfers van Delft")
                .await;
            visit.choose("#kies-gebied", "rijswijk").await;
            visit.expect_in_console("gemeenten/rijswijk.md");
            visit
                .until("it to go", "!document.querySelector('.own-words')")
                .await;
        }
    });
}

#[test]
fn an_unknown_chapter_is_said_to_be_so() {
    journey(Site::built(), async |visit| {
        visit
            .open_and_wait("?weergave=ambities&hoofdstuk=ambitie-6&gebied=delft")
            .await;
        visit
            .until_says(".problems", "“ambitie-6” bestaat niet als hoofdstuk")
            .await;
        visit.until_says(".contents", "Algemeen beeld").await;
    });
}

#[test]
fn the_paragraph_on_example_data_goes_with_the_example_data() {
    journey(Site::built(), async |visit| {
        visit
            .open_and_wait("?weergave=ambities&hoofdstuk=kosten&gebied=delft")
            .await;
        assert_eq!(visit.count(".chapter .example").await, 1);
    });
    let real = Site::built().with("data/datapackage.json", |bytes| {
        let text = String::from_utf8(bytes).unwrap();
        let changed = text.replace("\"synthetisch\":true", "\"synthetisch\":false");
        assert_ne!(changed, text);
        changed.into_bytes()
    });
    journey(real, async |visit| {
        visit
            .open_and_wait("?weergave=ambities&hoofdstuk=kosten&gebied=delft")
            .await;
        assert_eq!(visit.count(".chapter .tile").await, 3);
        assert_eq!(visit.count(".chapter .example").await, 0);
    });
}

#[test]
fn a_missing_text_is_said_to_be_missing_and_the_others_are_read() {
    journey(
        Site::built().without("teksten/nl/kosten.md"),
        async |visit| {
            visit.expect_in_console("teksten/nl/kosten.md");
            visit.open_and_wait("?weergave=ambities&gebied=delft").await;
            visit
                .until_says(".contents .trouble", "Deze tekst is er niet")
                .await;
            visit.until_says(".contents", "Ambitie 5:").await;
            visit
                .open_and_wait("?weergave=ambities&hoofdstuk=kosten&gebied=delft")
                .await;
            visit
                .until_says("article .trouble", "Deze tekst is er niet")
                .await;
            visit.mend("teksten/nl/kosten.md");
            visit.click("article .trouble button").await;
            visit.until_says("article", "Dit is het totaal").await;
        },
    );
}

#[test]
fn a_text_about_another_region_is_not_shown_with_these_figures() {
    let other = |bytes: Vec<u8>| {
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains("regio = \"haaglanden\""));
        text.replace("regio = \"haaglanden\"", "regio = \"elders\"")
            .into_bytes()
    };
    journey(
        Site::built().with("teksten/nl/kosten.md", other),
        async |visit| {
            visit
                .open_and_wait("?weergave=ambities&hoofdstuk=kosten&gebied=delft")
                .await;
            visit
                .until_says("article .trouble", "gaat over een andere regio")
                .await;
            assert_eq!(visit.count("article .tile").await, 0);
        },
    );
}

#[test]
fn without_any_text_the_list_says_so_calmly() {
    let mut site = Site::built();
    for key in ChapterKey::ALL {
        site = site.without(&format!("teksten/nl/{}.md", key.code()));
    }
    journey(site, async |visit| {
        visit.expect_in_console("teksten/nl/");
        visit.open("?weergave=ambities&gebied=delft").await;
        visit
            .until_says("#geen-hoofdstukken", "nog geen hoofdstukken geschreven")
            .await;
        assert_eq!(visit.count("[role=alert]:not([hidden])").await, 0);
    });
}

#[test]
fn a_text_that_cannot_be_read_says_what_to_mend() {
    let site = Site::built().with("teksten/nl/kosten.md", |bytes| {
        String::from_utf8(bytes)
            .unwrap()
            .replace("kort =", "krot =")
            .into_bytes()
    });
    journey(site, async |visit| {
        visit
            .open_and_wait("?weergave=ambities&hoofdstuk=kosten&gebied=delft")
            .await;
        visit
            .until_says("article .trouble", "Deze tekst kan niet worden gelezen")
            .await;
        visit
            .until_says("article .fault", "Voor de redactie, regel 3")
            .await;
        visit.until_says("article .fault", "krot").await;
    });
}

#[test]
fn markup_in_a_text_stays_words() {
    const BAD: &str = "\n<img src=x onerror=\"window.hurt = 1\">\n\n<script>window.hurt = 1</script>\n\nZo [klik](javascript:window.hurt=1) en ![foto](x.png) en {{cijfer:geluk}}.\n\nZie [dit](?weergave=verkennen&indicator=geluk).\n";
    let site = Site::built().with("teksten/nl/kosten.md", |bytes| {
        let mut text = String::from_utf8(bytes).unwrap();
        text.push_str(BAD);
        text.into_bytes()
    });
    journey(site, async |visit| {
        visit.before_every_page(LISTEN).await;
        visit
            .open_and_wait("?weergave=ambities&hoofdstuk=kosten&gebied=delft")
            .await;
        visit.until_says("article", "<img src=x onerror=").await;
        visit.until_says("article", "{{cijfer:geluk}}").await;
        assert_eq!(visit.count(".chapter article .fault").await, 6);
        assert_eq!(
            visit
                .count(".chapter :is(img, script, iframe, style)")
                .await,
            0
        );
        assert_eq!(
            visit
                .count(".chapter a:not([href^='?']):not([href^='#'])")
                .await,
            0
        );
        assert_eq!(
            visit
                .script("return [window.hurt ?? null, violations]")
                .await,
            json!([null, []])
        );
    });
}

#[test]
fn without_its_reader_the_figures_still_work() {
    journey(Site::built().without("chapters_bg.wasm"), async |visit| {
        // Browsers differ in whether the page hears of what a worker misses.
        visit.allow_in_console("chapters_bg.wasm");
        visit
            .open_and_wait("?weergave=ambities&hoofdstuk=kosten&gebied=delft")
            .await;
        visit
            .until_says(
                "article .trouble",
                "De teksten kunnen nu niet worden gelezen",
            )
            .await;
        visit.click(".bar nav a:first-child").await;
        visit.until_says("#bevinding", "In Delft").await;
    });
}

#[test]
fn offline_a_reader_keeps_what_she_has_and_is_told_what_she_misses() {
    journey(Site::built(), async |visit| {
        visit
            .open_and_wait("?weergave=ambities&hoofdstuk=kosten&gebied=delft")
            .await;
        visit.until("every text", "document.querySelectorAll('.book-menu li').length === 9 && document.querySelector('.turn-on')?.textContent.includes('Wachttijden')").await;
        visit.dev_tools("Network.enable", json!({})).await;
        let offline = json!({ "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        visit
            .dev_tools("Network.emulateNetworkConditions", offline)
            .await;
        visit.expect_in_console("ERR_INTERNET_DISCONNECTED");
        visit.click(".turn-on").await;
        visit
            .until_says("article", "Wachten kan schadelijk zijn")
            .await;
        visit.click(".language").await;
        visit
            .until_says("article .trouble", "You may be offline")
            .await;
    });
}

#[test]
fn chapters_cross_no_policy_and_work_from_a_folder() {
    journey(Site::built().under("/een/map"), async |visit| {
        visit.before_every_page(LISTEN).await;
        visit
            .open_and_wait("?weergave=ambities&hoofdstuk=ambitie-2&gebied=delft")
            .await;
        assert_eq!(visit.script("return violations").await, json!([]));
        assert!(
            visit
                .wire()
                .iter()
                .all(|answer| answer.path.starts_with("/een/map/") && answer.status < 400),
            "{:?}",
            visit.wire()
        );
    });
}

#[test]
fn the_first_view_fetches_neither_texts_nor_their_reader() {
    journey(Site::built(), async |visit| {
        visit.open_and_wait("?gebied=delft").await;
        let fetched: Vec<String> = visit.wire().into_iter().map(|answer| answer.path).collect();
        assert!(
            !fetched
                .iter()
                .any(|path| path.contains("chapters") || path.contains("teksten")),
            "{fetched:?}"
        );
    });
}

#[test]
fn on_paper_a_heading_stays_with_its_text() {
    journey(Site::built(), async |visit| {
        visit
            .dev_tools("Emulation.setEmulatedMedia", json!({ "media": "print" }))
            .await;
        visit
            .open_and_wait("?weergave=ambities&hoofdstuk=kosten&gebied=delft")
            .await;
        let breaks = "[...new Set([...document.querySelectorAll('.chapter :is(h1, h2, h3)')].map(e => getComputedStyle(e).breakAfter))]";
        visit
            .until_equal("what follows a heading", breaks, &json!(["avoid"]))
            .await;
        let printed = "['.book-menu', '.turn', '.bar nav'].map(css => document.querySelector(css).checkVisibility())";
        visit
            .until_equal(
                "what is for the screen only",
                printed,
                &json!([false, false, false]),
            )
            .await;
    });
}
