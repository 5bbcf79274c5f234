//! A visitor who asks for other colours, larger spacing or no motion: the page follows, charts too, and nothing gets lost.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::access::{PAGES, axe_on, drawn, inject_axe, scheme};
use crate::harness::{Site, Visit, journey};

/// One page of every view.
const VIEWS: [&str; 10] = [
    PAGES[0], PAGES[2], PAGES[4], PAGES[6], PAGES[7], PAGES[11], PAGES[12], PAGES[18], PAGES[20],
    PAGES[21],
];
/// What may be asked for in the link, with the scheme of the system. Without any of it: `access.rs`.
const LOOKS: [(&str, &str); 4] = [
    ("light", "thema=contrast"),
    ("dark", "thema=contrast"),
    ("light", "huisstijl=den-haag"),
    ("dark", "huisstijl=den-haag"),
];

const PAPER: &str = "getComputedStyle(document.documentElement).backgroundColor";
/// The colour of the line of the area, as Plotly was told.
const LINE: &str =
    "document.querySelector('.js-plotly-plot').data.filter(trace => trace.name).at(-1).line.color";
const CHART: &str = "?weergave=verkennen&indicator=gebruik&gebied=delft";

async fn media(visit: &Visit, feature: &str, value: &str) {
    let features = json!({ "features": [{ "name": feature, "value": value }] });
    visit
        .dev_tools("Emulation.setEmulatedMedia", features)
        .await;
}

/// The colour that a name comes down to here.
async fn colour(visit: &Visit, name: &str) -> Value {
    let script = "const e = document.createElement('i'); e.style.forcedColorAdjust = 'none'; e.style.color = arguments[0];
        document.body.append(e); const colour = getComputedStyle(e).color; e.remove(); return colour";
    visit.script_with(script, json!(name)).await
}

#[test]
fn axe_finds_nothing_in_any_theme_or_house_style() {
    journey(Site::built(), async |visit| {
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        visit.open_and_wait("").await;
        inject_axe(visit).await;
        for (system, look) in LOOKS {
            scheme(visit, system).await;
            for (page, language) in VIEWS.iter().zip(["nl", "en"].into_iter().cycle()) {
                let link = format!("{page}&{look}&taal={language}");
                for finding in axe_on(visit, &link, language).await {
                    found
                        .entry(finding)
                        .or_default()
                        .push(format!("{page} {look} {language} {system}"));
                }
            }
        }
        assert!(
            found.is_empty(),
            "axe finds, with the pages on which: {found:#?}"
        );
    });
}

#[test]
fn colours_follow_the_link_the_system_and_the_switch() {
    journey(Site::built(), async |visit| {
        scheme(visit, "light").await;
        visit.open_and_wait(CHART).await;
        drawn(visit).await;
        let (white, night) = (json!("rgb(255, 255, 255)"), json!("rgb(18, 24, 31)"));
        visit
            .until_equal("light by the system", PAPER, &white)
            .await;
        let line = json!("rgb(10, 90, 156)");
        visit.until_equal("the line in light", LINE, &line).await;
        visit.click(".themes a:nth-of-type(3)").await;
        visit.until_query(&format!("{CHART}&thema=donker")).await;
        visit.until_equal("dark by the switch", PAPER, &night).await;
        let line = json!("rgb(125, 184, 236)");
        visit.until_equal("the line in dark", LINE, &line).await;
        // The choice goes along with every link, and is kept nowhere else.
        visit.click(".bar nav a:first-child").await;
        visit.until_query("?gebied=delft&thema=donker").await;
        assert_eq!(
            visit
                .script(
                    "return localStorage.length + sessionStorage.length + document.cookie.length"
                )
                .await,
            json!(0)
        );
        visit.open_and_wait("").await;
        visit.until_equal("light again", PAPER, &white).await;
        scheme(visit, "dark").await;
        visit.until_equal("dark by the system", PAPER, &night).await;
        visit.open_and_wait("?thema=licht").await;
        visit.until_equal("light by the link", PAPER, &white).await;
        media(visit, "prefers-contrast", "more").await;
        visit.open_and_wait("").await;
        let theme = "document.documentElement.dataset.thema";
        visit
            .until_equal("contrast by the system", theme, &json!("contrast"))
            .await;
        visit.follow("?thema=licht").await;
        visit
            .until_equal("the link goes first", theme, &json!("licht"))
            .await;
    });
}

#[test]
fn a_house_style_colours_page_and_chart_and_may_be_missing() {
    journey(Site::built(), async |visit| {
        scheme(visit, "light").await;
        visit
            .open_and_wait(&format!("{CHART}&huisstijl=den-haag"))
            .await;
        drawn(visit).await;
        let own = colour(visit, "hsl(207 80% 35%)").await;
        visit
            .until_equal("the line in the house style", LINE, &own)
            .await;
        visit.follow(CHART).await;
        visit
            .until_equal("without", LINE, &json!("rgb(10, 90, 156)"))
            .await;
        visit.expect_in_console("themas/wassenaar.css");
        visit.open_and_wait("?huisstijl=wassenaar").await;
        visit.until_says("#bevinding", "ongeveer 1 op de").await;
        visit.open_and_wait("?huisstijl=..%2Fdata%2Fregio").await;
        visit
            .until_says(".problems", "bestaat niet als huisstijl")
            .await;
        let asked: Vec<String> = visit
            .wire()
            .into_iter()
            .map(|wire| wire.path)
            .filter(|path| path.contains("themas"))
            .collect();
        assert_eq!(asked, ["/themas/den-haag.css", "/themas/wassenaar.css"]);
    });
}

#[test]
fn forced_colours_reach_the_chart_and_what_is_current() {
    journey(Site::built(), async |visit| {
        media(visit, "forced-colors", "active").await;
        visit.open_and_wait(CHART).await;
        drawn(visit).await;
        let (link, canvas) = (
            colour(visit, "LinkText").await,
            colour(visit, "Canvas").await,
        );
        visit.until_equal("the line of the area", LINE, &link).await;
        let edge = |css: &str| {
            format!("getComputedStyle(document.querySelector('{css}')).borderBottomColor")
        };
        let current = visit
            .script(&format!("return {}", edge(".bar nav a[aria-current]")))
            .await;
        let other = visit
            .script(&format!(
                "return {}",
                edge(".bar nav a:not([aria-current])")
            ))
            .await;
        assert_eq!(other, canvas);
        assert_ne!(current, other);
        // A line that cannot be told from the paper would not be a line.
        assert_ne!(link, canvas);
        let clear = "[...document.querySelectorAll('.js-plotly-plot .xtick text')].every(e => getComputedStyle(e).fill !== getComputedStyle(document.documentElement).backgroundColor)";
        visit
            .until_equal("the words of the axis", clear, &json!(true))
            .await;
    });
}

/// As WCAG 1.4.12 asks: 1.5 between lines, twice the type after paragraphs, 0.12 between letters, 0.16 between words.
const SPACING: &str = "const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
    document.adoptedStyleSheets = [sheet]";

/// What is cut off or sticks out: elements with more content than room that do not scroll, and the width of the page.
const LOST: &str = "[Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ...[...document.querySelectorAll('body *')].filter(e => {
        const style = getComputedStyle(e);
        // What is put out of sight on purpose, for whoever hears the page, loses nothing.
        if (style.clipPath === 'inset(50%)' || e.closest('.visually-hidden, svg, .plot') || !e.checkVisibility() || e.tagName === 'SELECT' || e.tagName === 'INPUT') return false;
        const cut = ['hidden', 'clip'].includes(style.overflowX) && e.scrollWidth > e.clientWidth + 1 || ['hidden', 'clip'].includes(style.overflowY) && e.scrollHeight > e.clientHeight + 1;
        const out = e.matches('.tile, .calc, .notices, button') && e.scrollWidth > e.clientWidth + 1;
        return cut || out;
    }).map(e => e.className || e.tagName)]";

#[test]
fn more_space_between_letters_and_lines_loses_nothing() {
    journey(Site::built(), async |visit| {
        for width in [320, 1280] {
            visit.width(width).await;
            visit.open_and_wait("").await;
            visit.script(SPACING).await;
            for page in VIEWS {
                visit.follow(page).await;
                visit.until_query(page).await;
                drawn(visit).await;
                visit
                    .until_equal(&format!("lost at {width} px on {page}"), LOST, &json!([0]))
                    .await;
            }
        }
    });
}

/// Of a chart of bars: how many hundredths of its width the longest bar takes, and which words in it stick out of it.
const LONGEST_BAR: &str = "(chart => {
    const box = chart.getBoundingClientRect();
    const wide = [...chart.querySelectorAll('.barlayer .point path')].map(bar => bar.getBoundingClientRect().width);
    const out = [...chart.querySelectorAll('.annotation text')].filter(text => { const at = text.getBoundingClientRect(); return at.left < box.left - 1 || at.right > box.right + 1 });
    return [100 * Math.max(0, ...wide) / box.width >= 60, out.map(text => text.textContent)];
})(document.querySelector('.js-plotly-plot'))";

#[test]
fn on_a_phone_bars_have_the_width_of_the_chart() {
    journey(Site::built(), async |visit| {
        visit.width(390).await;
        visit.open_and_wait("").await;
        for page in [
            "?weergave=verkennen&indicator=gebruik&verdeling=zorgvorm&gebied=delft",
            "?weergave=verkennen&indicator=kosten&verdeling=zorgvorm&gebied=delft&taal=en",
            "?weergave=verkennen&indicator=kostenontleding&gebied=delft",
            "?weergave=vergelijken&indicator=gebruik&gebied=delft",
        ] {
            visit.follow(page).await;
            visit.until_query(page).await;
            drawn(visit).await;
            visit
                .until_equal(page, LONGEST_BAR, &json!([true, []]))
                .await;
        }
    });
}

#[test]
fn nothing_moves_by_itself_for_who_asked_for_that() {
    journey(Site::built(), async |visit| {
        media(visit, "prefers-reduced-motion", "reduce").await;
        visit.open_and_wait("").await;
        for page in VIEWS {
            visit.follow(page).await;
            visit.until_query(page).await;
            drawn(visit).await;
            visit
                .until_equal("what moves", "document.getAnimations().length", &json!(0))
                .await;
        }
    });
}

/// What is chosen, and any topic that may be, and is wider than its menu. The arrow of a menu takes 20 pixels.
const CUT_NAMES: &str = "(menus => {
    const pen = document.createElement('canvas').getContext('2d');
    const cut = menu => {
        const style = getComputedStyle(menu);
        pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
        const room = menu.clientWidth - 20 - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
        const names = menu.id === 'indicator' ? [...menu.options] : [...menu.selectedOptions];
        return names.map(of => of.label).filter(name => pen.measureText(name).width > room + 0.5);
    };
    return menus.length && menus.every(menu => menu.clientWidth) ? menus.flatMap(cut) : null;
})([...document.querySelectorAll('#keuzes select')])";
/// Whether the page itself scrolls sideways, and whether a table that does so on a phone says it.
const SIDEWAYS: &str = "(box => [document.documentElement.scrollWidth > document.documentElement.clientWidth,
    box.previousElementSibling.checkVisibility() === (innerWidth < 640 && box.scrollWidth > box.clientWidth)])(document.querySelector('#tabel').parentElement)";

#[test]
fn names_of_topics_and_tables_are_whole_or_say_how_to_see_the_rest() {
    journey(Site::built(), async |visit| {
        visit.open_and_wait("").await;
        for language in ["nl", "en"] {
            for width in [390, 1280] {
                visit.width(width).await;
                let page = format!("?weergave=vergelijken&gebied=delft&taal={language}");
                visit.follow(&page).await;
                drawn(visit).await;
                if width < 860 && visit.count(".choices.open").await == 0 {
                    visit.click(".choices-toggle").await;
                }
                let what = format!("{language} {width}");
                visit.until_equal(&what, CUT_NAMES, &json!([])).await;
                visit
                    .until_equal(&what, SIDEWAYS, &json!([false, true]))
                    .await;
                if width == 390 {
                    let words = if language == "nl" {
                        "Schuif opzij"
                    } else {
                        "Scroll sideways"
                    };
                    visit.until_says(".cue", words).await;
                }
                let grid = format!(
                    "?weergave=vergelijken&gebied=leidschendam-voorburg&vorm=raster&taal={language}"
                );
                visit.follow(&grid).await;
                visit.until_query(&grid).await;
                visit.until_equal(&grid, CUT_NAMES, &json!([])).await;
            }
        }
    });
}

/// Whether all columns of the table are in view, and whether each row with a figure tells what was divided.
const WHOLE_TABLE: &str = "(table => table && [table.parentElement.scrollWidth <= table.parentElement.clientWidth,
    [...table.querySelectorAll('tbody tr')].filter(row => row.querySelector('[data-kolom=eigen]').dataset.waarde !== undefined)
        .every(row => /^\\S.* (van|÷) \\S.*$/.test(row.querySelector('[data-kolom=geteld]')?.textContent ?? ''))])(document.querySelector('#tabel'))";

#[test]
fn every_column_is_in_view_and_a_share_has_both_its_numbers() {
    journey(Site::built(), async |visit| {
        visit.width(1280).await;
        visit.open_and_wait("").await;
        for page in [
            "?weergave=vergelijken&indicator=uitval&gebied=delft",
            "?weergave=vergelijken&indicator=kosten_per_jeugdige&gebied=delft",
            "?weergave=vergelijken&indicator=aanbieders_alle_gemeenten&gebied=delft",
            "?weergave=verkennen&indicator=geld_alle_gemeenten&gebied=delft",
            "?weergave=verkennen&indicator=wacht_aanbieders&gebied=delft",
        ] {
            visit.follow(page).await;
            visit.until_query(page).await;
            visit
                .until_equal(page, WHOLE_TABLE, &json!([true, true]))
                .await;
        }
    });
}

/// Whether the caption says that the axis does not begin at zero, and whether it does not.
const AXIS: &str = "[/begint niet bij 0/.test(document.querySelector('figcaption').textContent), document.querySelector('.js-plotly-plot').layout.yaxis.range[0] > 0]";

#[test]
fn captions_are_about_what_is_shown() {
    journey(Site::built(), async |visit| {
        visit.open_and_wait("").await;
        for (page, is_cut) in [
            (
                "?weergave=verkennen&indicator=kosten_per_jeugdige&gebied=delft",
                true,
            ),
            ("?weergave=verkennen&indicator=gesloten&gebied=delft", false),
            (
                "?weergave=vergelijken&vorm=trechter&indicator=gebruik&gebied=delft",
                true,
            ),
        ] {
            visit.follow(page).await;
            visit.until_query(page).await;
            drawn(visit).await;
            visit
                .until_equal(page, AXIS, &json!([is_cut, is_cut]))
                .await;
        }
        // Why a count of everybody has a margin is told where the margin is drawn, and only there.
        let count = "?weergave=verkennen&indicator=jeugdigen&gebied=delft";
        visit.follow(count).await;
        visit
            .until_says("figcaption", "Er is geen steekproef: iedereen is geteld.")
            .await;
        visit.follow(&format!("{count}&onzekerheid=uit")).await;
        visit
            .until(
                "no margin to explain",
                "!document.querySelector('figcaption').textContent.includes('steekproef')",
            )
            .await;
        visit.follow("?weergave=definities&gebied=delft").await;
        visit
            .until_says(
                "[aria-labelledby=begrippen] dd",
                "een telling van alle jeugdigen",
            )
            .await;
        let tested = "meer is dan toeval";
        let map = |topic: &str| {
            format!("?weergave=vergelijken&vorm=kaart&indicator={topic}&gebied=delft")
        };
        visit.follow(&map("gebruik")).await;
        visit.until_says(".figcaption", tested).await;
        visit.follow(&map("jeugdigen")).await;
        let untested = format!(
            "!document.querySelector('.figcaption').textContent.includes('{tested}') && document.querySelector('#titel').textContent.includes('Aantal')"
        );
        visit.until("no caption on a test", &untested).await;
        visit
            .follow("?weergave=vergelijken&vorm=raster&indicator=jeugdigen&gebied=delft")
            .await;
        visit.until_says("#niet-in-raster", "en geen totalen").await;
        visit
            .follow("?weergave=vergelijken&vorm=raster&indicator=gebruik&gebied=delft")
            .await;
        visit
            .until(
                "the grid",
                "document.querySelector('#raster') && !document.querySelector('#niet-in-raster')",
            )
            .await;
    });
}

/// How many tiles stand alone in the last row of others, with room beside them.
const ALONE: &str = "[...document.querySelectorAll('.tiles')].filter(tiles => {
    const all = [...tiles.children], last = all.at(-1);
    return all.length > 1 && all.at(-2).offsetTop < last.offsetTop && last.offsetWidth < tiles.clientWidth - 1;
}).length";

#[test]
fn no_tile_stands_alone_below_the_others() {
    journey(Site::built(), async |visit| {
        visit.open_and_wait("?gebied=delft").await;
        for width in [390, 700, 820, 1280] {
            visit.width(width).await;
            visit
                .until_equal(&width.to_string(), ALONE, &json!(0))
                .await;
        }
    });
}

/// Of a chart of bars: whether every box of what is hidden ends within the axis, whether one points past its end, and whether that is
/// said below.
const BOXES: &str = "(plot => {
    const axis = plot._fullLayout.xaxis, end = axis._offset + axis.l2p(axis.r2l(axis.range[1])) + 1;
    const boxes = [...plot.querySelectorAll('.shapelayer path')].filter(box => box.getBBox().height > 4 && box.getBBox().width > 0);
    const inside = boxes.every(box => box.getBBox().x + box.getBBox().width <= end);
    const pointed = boxes.some(box => box.getAttribute('d').split('L').length === 5);
    return [boxes.length > 0, inside, pointed, /met een punt|with a point/.test(document.querySelector('figcaption').textContent)];
})(document.querySelector('.js-plotly-plot'))";

#[test]
fn the_box_of_what_is_hidden_ends_within_the_axis_and_points_where_it_goes_on() {
    journey(Site::built(), async |visit| {
        visit.open_and_wait("").await;
        for width in [390, 1280] {
            visit.width(width).await;
            for (page, goes_on) in [
                (
                    "?weergave=verkennen&indicator=uitval&verdeling=zorgvorm&gebied=midden-delfland",
                    true,
                ),
                (
                    "?weergave=verkennen&indicator=gebruik&verdeling=zorgvorm&gebied=delft&taal=en",
                    false,
                ),
            ] {
                visit.follow(page).await;
                visit.until_query(page).await;
                drawn(visit).await;
                let expected = json!([true, true, goes_on, goes_on]);
                visit
                    .until_equal(&format!("{width} {page}"), BOXES, &expected)
                    .await;
            }
        }
    });
}

/// Through how many names and other dots the lines of a funnel run that lead from a dot to another name, and how many municipalities
/// have no name.
const CROSSED: &str = "(plot => {
    const { xaxis, yaxis, _size } = plot._fullLayout, box = plot.getBoundingClientRect();
    const names = [...plot.querySelectorAll('.annotation .bg')].map(name => name.getBoundingClientRect());
    const dots = [...plot.querySelectorAll('.points path')].map(dot => dot.getBoundingClientRect());
    const leads = plot.data.filter(line => line.mode === 'lines' && line.x.length === 2 && line.y[0] !== line.y[1]);
    const spot = (line, end) => [box.left + _size.l + xaxis.d2p(line.x[end]), box.top + _size.t + yaxis.d2p(line.y[end])];
    const words = [...plot.querySelectorAll('.annotation text')].map(name => name.textContent);
    const unnamed = [...document.querySelectorAll('#tabel tbody th')].filter(row => !words.includes(row.textContent.trim()));
    return [leads.length > 0, leads.flatMap(line => {
        const [from, to] = [spot(line, 0), spot(line, 1)], long = Math.hypot(to[0] - from[0], to[1] - from[1]);
        const on = far => from.map((at, axis) => at + (to[axis] - at) * far / long);
        const steps = Array.from({ length: Math.max(0, Math.floor(long - 14)) }, (_, step) => on(step + 10));
        return [...names, ...dots].filter(name => steps.some(([x, y]) => x > name.left + 1 && x < name.right - 1 && y > name.top + 2 && y < name.bottom - 2));
    }).length, unnamed.length];
})(document.querySelector('.js-plotly-plot'))";

#[test]
fn on_a_phone_no_line_in_a_funnel_runs_through_a_name() {
    journey(Site::built(), async |visit| {
        visit.width(390).await;
        visit.open_and_wait("").await;
        for topic in ["uitval", "uitstroom"] {
            let page =
                format!("?weergave=vergelijken&vorm=trechter&indicator={topic}&gebied=delft");
            visit.follow(&page).await;
            visit.until_query(&page).await;
            drawn(visit).await;
            visit
                .until_equal(topic, CROSSED, &json!([true, 0, 0]))
                .await;
        }
    });
}

/// Whether the figures of the first form of care stand side by side, two by two.
const SIDE_BY_SIDE: &str = "(tops => tops.length > 3 && tops[0] === tops[1] && tops[2] === tops[3])(
    [...document.querySelectorAll('.guide-rows > li:first-child dd')].map(fact => Math.round(fact.getBoundingClientRect().top)))";

#[test]
fn on_a_phone_figures_beside_each_other_stand_on_one_line() {
    journey(Site::built(), async |visit| {
        visit.width(390).await;
        visit
            .open_and_wait("?weergave=wachttijdwijzer&gebied=delft")
            .await;
        visit
            .until_equal("figures on one line", SIDE_BY_SIDE, &json!(true))
            .await;
    });
}
