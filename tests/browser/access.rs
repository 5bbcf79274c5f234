//! A visitor with other eyes or other hands: axe finds nothing, nothing scrolls sideways, and keys reach everything visibly.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::harness::{Site, Visit, journey};

pub(crate) const PAGES: [&str; 23] = [
    "?gebied=delft",
    "?gebied=midden-delfland&jaar=2019",
    "?weergave=verkennen&indicator=kosten_per_jeugdige&gebied=den-haag",
    "?weergave=verkennen&indicator=uitval&gebied=delft&verdeling=zorgvorm",
    "?weergave=verkennen&indicator=uitval&gebied=midden-delfland&verdeling=leeftijd",
    "?weergave=verkennen&indicator=gebruik&gebied=delft&verdeling=verwijzer",
    "?weergave=verkennen&indicator=onderwijs",
    "?weergave=vergelijken&indicator=gebruik&gebied=delft&jaar=2023",
    "?weergave=vergelijken&indicator=uitval&zorgvorm=pleegzorg",
    "?weergave=verkennen&indicator=gebruik&verdeling=zorgvorm&leeftijd=12-17&verwijzer=gi",
    "?weergave=verkennen&indicator=geluk&gebied=atlantis",
    "?weergave=verantwoording&gebied=delft",
    "?weergave=ambities&gebied=delft",
    "?weergave=ambities&hoofdstuk=jongeren-en-ouders&gebied=delft",
    "?weergave=ambities&hoofdstuk=ambitie-1&gebied=delft",
    "?weergave=vergelijken&indicator=gebruik&gebied=delft&vorm=trechter",
    "?weergave=vergelijken&indicator=gebruik&gebied=delft&vorm=kaart",
    "?weergave=vergelijken&indicator=gebruik&gebied=delft&vorm=raster",
    "?zoek=kosten&gebied=delft",
    "?zoek=xyzzy",
    "?weergave=definities&indicator=kostenontleding",
    "?weergave=wachttijdwijzer&gebied=delft",
    "?weergave=wachttijdwijzer&gebied=delft&jaar=2017",
];

/// All rules of axe but those that only advise; what it finds, as "rule: element".
const AXE: &str = "return axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')} | ${node.failureSummary}`)))";

pub(crate) async fn inject_axe(visit: &Visit) {
    let axe =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
    let source = std::fs::read_to_string(axe)
        .expect("axe-core is not installed. Run: ./dev test (or npm ci)");
    visit.script(&source).await;
}

pub(crate) async fn scheme(visit: &Visit, scheme: &str) {
    visit
        .dev_tools(
            "Emulation.setEmulatedMedia",
            json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] }),
        )
        .await;
}

pub(crate) async fn drawn(visit: &Visit) {
    visit.arrived().await;
    visit.until("the chart", "!document.querySelector('.chart') || document.querySelector('.chart[data-staat=getekend] .main-svg')").await;
}

pub(crate) async fn axe(visit: &Visit) -> Vec<String> {
    serde_json::from_value(visit.script(AXE).await).unwrap()
}

/// What axe finds on a page in a language, once its chart is drawn.
pub(crate) async fn axe_on(visit: &Visit, link: &str, language: &str) -> Vec<String> {
    visit.follow(link).await;
    visit
        .until_equal(
            "the language",
            "document.documentElement.lang",
            &json!(language),
        )
        .await;
    drawn(visit).await;
    axe(visit).await
}

fn axe_finds_nothing(colours: &'static str) {
    journey(Site::built(), async |visit| {
        scheme(visit, colours).await;
        visit.open_and_wait("").await;
        inject_axe(visit).await;
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        // Every page in both languages and at both widths, but not each with each: that would take twice the time.
        for (turn, width) in [390, 1280].into_iter().enumerate() {
            visit.width(width).await;
            for (nth, page) in PAGES.into_iter().enumerate() {
                let language = ["nl", "en"][(nth + turn) % 2];
                let link = format!("{page}&taal={language}");
                for finding in axe_on(visit, &link, language).await {
                    found
                        .entry(finding)
                        .or_default()
                        .push(format!("{page} {language} {width} px"));
                }
            }
        }
        assert!(
            found.is_empty(),
            "in {colours} colours axe finds, with the pages on which: {found:#?}"
        );
    });
}

#[test]
fn axe_finds_nothing_in_light_colours() {
    axe_finds_nothing("light");
}

#[test]
fn axe_finds_nothing_in_dark_colours() {
    axe_finds_nothing("dark");
}

#[test]
fn axe_finds_nothing_when_there_is_trouble() {
    let without_file = Site::built().without("data/afgesloten-totaal.parquet");
    journey(without_file, async |visit| {
        visit.expect_in_console("afgesloten-totaal.parquet");
        for colours in ["light", "dark"] {
            scheme(visit, colours).await;
            visit.open_and_wait("?gebied=delft").await;
            inject_axe(visit).await;
            assert_eq!(axe(visit).await, Vec::<String>::new(), "{colours}");
        }
    });
    let refused = Site::built().with("data/datapackage.json", |_| b"geen beschrijving".to_vec());
    journey(refused, async |visit| {
        for (colours, link) in [("light", ""), ("dark", ""), ("dark", "?taal=en")] {
            scheme(visit, colours).await;
            visit.open_and_wait(link).await;
            inject_axe(visit).await;
            assert_eq!(axe(visit).await, Vec::<String>::new(), "{colours} {link}");
        }
    });
}

#[test]
fn axe_is_awake() {
    journey(Site::built(), async |visit| {
        visit.open_and_wait("").await;
        inject_axe(visit).await;
        visit
            .script("document.querySelector('#kies-gebied').removeAttribute('id')")
            .await;
        let found = axe(visit).await;
        assert!(
            found.iter().any(|line| line.starts_with("select-name")),
            "{found:?}"
        );
    });
}

#[test]
fn nothing_scrolls_sideways() {
    const WIDE: &str =
        "Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)";
    journey(Site::built(), async |visit| {
        for width in [320, 390, 820, 1280] {
            visit.width(width).await;
            visit.open_and_wait("").await;
            for page in PAGES {
                visit.follow(page).await;
                visit.until_query(page).await;
                drawn(visit).await;
                visit
                    .until_equal(&format!("pixels too wide at {width} px"), WIDE, &json!(0))
                    .await;
            }
        }
    });
}

/// What has the focus: which it is, whether it is in sight, and whether its focus can be seen.
const FOCUSED: &str = "const e = document.activeElement;
    if (!e || e === document.body) return null;
    const style = getComputedStyle(e), box = e.getBoundingClientRect();
    const order = [...document.querySelectorAll('*')].indexOf(e);
    const seen = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
    const sight = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
    return [order, `${e.tagName.toLowerCase()}#${e.id}.${e.className}`, seen && sight]";

/// Everything that can be operated; of a group of radio buttons only the chosen one is a stop.
const STOPS: &str = "const all = [...document.querySelectorAll('*')];
    return all.map((e, order) => [order, e]).filter(([, e]) => e.matches('a[href], button, select, input, summary, [tabindex=\"0\"]')
        && e.checkVisibility() && !e.disabled && !(e.type === 'radio' && !e.checked)).map(([order]) => order)";

#[test]
fn keys_reach_every_control_and_show_where_they_are() {
    journey(Site::built(), async |visit| {
        for (page, width) in [
            (PAGES[0], 1280),
            (PAGES[3], 1280),
            (PAGES[6], 1280),
            (PAGES[7], 1280),
            (PAGES[11], 1280),
            (PAGES[12], 1280),
            (PAGES[21], 1280),
            (PAGES[3], 390),
        ] {
            visit.width(width).await;
            visit.open_and_wait(page).await;
            drawn(visit).await;
            let mut stops: Vec<u64> = serde_json::from_value(visit.script(STOPS).await).unwrap();
            assert!(stops.len() > 8, "{page}: {stops:?}");
            let mut reached: Vec<u64> = Vec::new();
            let mut unseen: Vec<String> = Vec::new();
            for _ in 0..stops.len() {
                visit
                    .driver
                    .action_chain()
                    .send_keys(Key::Tab)
                    .perform()
                    .await
                    .unwrap();
                match visit.script(FOCUSED).await {
                    Value::Null => break,
                    focused => {
                        reached.push(focused[0].as_u64().unwrap());
                        if focused[2] != json!(true) {
                            unseen.push(focused[1].to_string());
                        }
                    }
                }
            }
            assert_eq!(
                unseen,
                Vec::<String>::new(),
                "{page} at {width} px: focus cannot be seen"
            );
            stops.retain(|stop| !reached.contains(stop));
            assert_eq!(
                stops,
                Vec::<u64>::new(),
                "{page} at {width} px: not reached by Tab (place among all elements)"
            );
        }
    });
}

/// Whether a node of the tree stands for this, and is not left out of it.
fn is(node: &Value, role: &str) -> bool {
    node["ignored"] == json!(false) && node["role"]["value"] == json!(role)
}

fn name(node: &Value) -> &str {
    node["name"]["value"].as_str().unwrap_or_default()
}

#[test]
fn whoever_hears_the_page_hears_names_headings_and_what_a_choice_did() {
    const CONTROLS: [&str; 6] = ["link", "button", "combobox", "radio", "checkbox", "table"];
    journey(Site::built(), async |visit| {
        let mut titles = Vec::new();
        for (page, menus) in [
            ("?gebied=delft", vec!["Ik bekijk (Gebied)", "in (Jaar)"]),
            (
                "?weergave=verkennen&indicator=gebruik&gebied=delft",
                vec!["Onderwerp", "Gebied"],
            ),
            (
                "?weergave=vergelijken&indicator=gebruik&gebied=delft",
                vec!["Onderwerp", "Gebied"],
            ),
            (
                "?weergave=wachttijdwijzer&gebied=delft",
                vec![
                    "Ik bekijk (Gebied)",
                    "aan het einde van het (Kwartaal)",
                    "van (Jaar)",
                ],
            ),
        ] {
            visit.open_and_wait(page).await;
            titles.push(visit.driver.title().await.unwrap());
            let tree = visit
                .dev_tools("Accessibility.getFullAXTree", json!({}))
                .await;
            let nodes = tree["nodes"].as_array().unwrap();
            let of = |role: &str| {
                nodes
                    .iter()
                    .filter(|node| is(node, role))
                    .collect::<Vec<_>>()
            };
            for role in CONTROLS {
                let nameless = of(role).iter().filter(|node| name(node).is_empty()).count();
                assert_eq!(nameless, 0, "{page}: {role} without a name");
            }
            let heard: Vec<&str> = of("combobox").into_iter().map(name).collect();
            for menu in menus {
                assert!(
                    heard.iter().any(|name| name
                        .split_whitespace()
                        .collect::<Vec<_>>()
                        .join(" ")
                        .replace("( ", "(")
                        .replace(" )", ")")
                        == menu),
                    "{page}: {menu} is not among {heard:?}"
                );
            }
            let levels =
                "[...document.querySelectorAll('h1, h2, h3, h4')].map(e => Number(e.tagName[1]))";
            let levels: Vec<i64> =
                serde_json::from_value(visit.script(&format!("return {levels}")).await).unwrap();
            assert_eq!(levels.first(), Some(&1), "{page}: {levels:?}");
            assert!(
                levels.windows(2).all(|of| of[1] <= of[0] + 1 && of[1] > 1),
                "{page}: {levels:?}"
            );
            // A chart is one picture with its words, not a heap of numbers.
            assert!(
                of("graphics-symbol").is_empty() && of("SvgRoot").is_empty(),
                "{page}"
            );
            let told = if page.starts_with("?weergave=ve") {
                "#titel > [role=status]"
            } else {
                ".lead[role=status]"
            };
            assert_eq!(visit.count(told).await, 1, "{page}: {told}");
        }
        let before = titles.len();
        titles.dedup();
        assert_eq!(titles.len(), before, "{titles:?}");
    });
}

#[test]
fn the_skip_link_leads_past_the_menu() {
    journey(Site::built(), async |visit| {
        visit.open_and_wait("?gebied=delft").await;
        visit
            .driver
            .action_chain()
            .send_keys(Key::Tab)
            .perform()
            .await
            .unwrap();
        visit
            .until_equal(
                "the first stop",
                "document.activeElement.getAttribute('href')",
                &json!("#inhoud"),
            )
            .await;
        visit
            .driver
            .action_chain()
            .send_keys(Key::Enter)
            .perform()
            .await
            .unwrap();
        visit
            .until_equal("the focus", "document.activeElement.id", &json!("inhoud"))
            .await;
        visit.arrived().await;
        visit.until_says("#bevinding", "In Delft").await;
    });
}

/// The names of what scrolls sideways, and of the table in it.
const NAMES: &str = "[...document.querySelectorAll('.wide')].map(area => [area, area.querySelector('table')].map(of =>
    of.getAttribute('aria-label') ?? document.getElementById(of.getAttribute('aria-labelledby'))?.textContent ?? ''))";

#[test]
fn what_scrolls_and_the_table_in_it_have_names_of_their_own() {
    journey(Site::built(), async |visit| {
        visit.open_and_wait("").await;
        for page in [
            PAGES[3], PAGES[7], PAGES[11], PAGES[15], PAGES[17], PAGES[20],
        ] {
            visit.follow(page).await;
            visit.until_query(page).await;
            visit
                .until("a table", "document.querySelector('.wide table')")
                .await;
            let names = visit.script(&format!("return {NAMES}")).await;
            for pair in names.as_array().unwrap() {
                let [area, table] = [&pair[0], &pair[1]].map(|name| name.as_str().unwrap());
                assert!(!table.is_empty(), "{page}");
                assert_eq!(area, "Kan opzij schuiven", "{page}: {table}");
                assert_ne!(area, table, "{page}");
            }
        }
    });
}
