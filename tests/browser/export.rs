//! A visitor takes a figure along, as a table, a picture, a workbook or a citation: each says what the page says, and where it came
//! from.

use regiovisie::answer::about;
use regiovisie::answer::answer;
use serde_json::{Value, json};

use crate::harness::{Site, Visit, journey};
use crate::native;

/// Keeps what is handed over, and what becomes of its address.
const KEEP: &str = "window.handed = []; window.revoked = [];
    const make = URL.createObjectURL, revoke = URL.revokeObjectURL;
    URL.createObjectURL = blob => { const address = make(blob); handed.push([address, blob]); return address; };
    URL.revokeObjectURL = address => { revoked.push(address); revoke(address); };
    HTMLAnchorElement.prototype.click = function () { window.fileName = this.download; };";

/// The file as text, with its mark of byte order.
const FILE: &str = "return handed.at(-1)[1].arrayBuffer().then(bytes => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))";

/// The table of the page: label, and for the area and the rest value and words.
const TABLE: &str = "return [...document.querySelectorAll('#tabel tbody tr')].map(row => [row.querySelector('th').textContent,
    ...['eigen', 'rest'].map(kolom => row.querySelector(`td[data-kolom=${kolom}]`)).map(td =>
        td && [td.getAttribute('data-waarde') ?? '', (td.querySelector('.mark') ?? td).textContent])])";

async fn download(visit: &Visit) -> (String, Vec<Vec<String>>) {
    visit.click("#download-csv").await;
    visit.until("the file", "window.handed.length").await;
    let text = visit.script(FILE).await.as_str().unwrap().to_owned();
    let body = text.strip_prefix('\u{feff}').expect("no byte order mark");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .comment(Some(b'#'))
        .from_reader(body.as_bytes());
    let rows = reader
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect())
        .collect();
    (text, rows)
}

/// A line of the table on screen: its label, and value and words of the area and of the rest of the region.
type Line = (String, Option<[String; 2]>, Option<[String; 2]>);

#[test]
fn the_file_says_what_the_table_says() {
    journey(Site::built(), async |visit| {
        visit.before_every_page(KEEP).await;
        for link in [
            "?weergave=verkennen&indicator=uitval&gebied=delft",
            "?weergave=verkennen&indicator=uitval&gebied=midden-delfland&verdeling=zorgvorm",
            "?weergave=verkennen&indicator=terugkeer&gebied=haaglanden",
            "?weergave=vergelijken&indicator=uitval&gebied=delft&jaar=2022",
            "?weergave=verkennen&indicator=kosten_per_jeugdige&gebied=den-haag&taal=en",
        ] {
            visit.open_and_wait(link).await;
            let (text, rows) = download(visit).await;
            let table: Vec<Line> = serde_json::from_value(visit.script(TABLE).await).unwrap();
            let mut rows = rows.into_iter();
            for (label, own, rest) in table {
                for [value, words] in own.into_iter().chain(rest) {
                    let row = rows.next().expect("the file ends too early");
                    assert!(label.starts_with(&row[0]), "{link}: {label} {row:?}");
                    if !value.is_empty() {
                        assert_eq!(row[2].replace(',', "."), value, "{link}: {row:?}");
                    }
                    assert_eq!(row[5], words, "{link}: {row:?}");
                    if row[6] == "geheim" || row[6] == "secundair geheim" {
                        assert!(row[2].is_empty() && !row[3].is_empty() && !row[4].is_empty());
                    }
                }
            }
            assert_eq!(rows.next(), None, "{link}: the file goes on");
            let title = visit.text("#titel").await;
            assert!(text.contains(&title), "{title}");
            assert!(text.contains(&native::release().id));
            assert!(text.contains(link), "the link back is missing");
        }
        let text = download(visit).await.0;
        assert!(text.contains("# Example data."), "{text}");
        assert_eq!(
            visit.script("return fileName").await,
            json!("regiovisie-2025-1-kosten_per_jeugdige-den-haag.csv")
        );
        visit
            .until_equal(
                "the address to be given back",
                "revoked.length === handed.length && revoked.every(address => handed.some(([other]) => other === address))",
                &Value::Bool(true),
            )
            .await;
    });
}

/// The grid of the page, a line for each figure: municipality, value, and whether an arrow says that it stands out.
const GRID: &str = "return [...document.querySelectorAll('#raster tbody tr')].flatMap(row => [...row.querySelectorAll('td')].map(td =>
    [row.querySelector('th').textContent, td.dataset.waarde ?? '', !!td.className]))";

#[test]
fn the_file_of_a_grid_says_what_the_grid_says() {
    journey(Site::built(), async |visit| {
        visit.before_every_page(KEEP).await;
        let link = "?weergave=vergelijken&indicator=gebruik&gebied=delft&jaar=2022&vorm=raster";
        visit.open_and_wait(link).await;
        let (text, rows) = download(visit).await;
        let grid: Vec<(String, String, bool)> =
            serde_json::from_value(visit.script(GRID).await).unwrap();
        assert!(grid.iter().any(|(_, _, stands_out)| *stands_out));
        assert_eq!(rows.len(), grid.len());
        for (row, (name, value, stands_out)) in rows.iter().zip(&grid) {
            assert_eq!((&row[1], row[2].replace(',', ".")), (name, value.clone()));
            assert_eq!(row.last().unwrap().contains("dan de rest"), *stands_out);
        }
        for part in ["Voorbeeldgegevens.", "publicatie 2025-1", link] {
            assert!(text.contains(part), "no {part} in {text}");
        }
        assert_eq!(
            visit.script("return fileName").await,
            json!("regiovisie-2025-1-raster-2022.csv")
        );
    });
}

/// The guide to waiting times, a line for each figure: form of care and value.
const WAITING: &str =
    "return [...document.querySelectorAll('.guide-rows > li dd[data-cijfer]')].map(cell =>
    [cell.closest('li').querySelector('h3').textContent, cell.dataset.waarde ?? ''])";

#[test]
fn the_guide_to_waiting_times_is_saved_cited_and_printed() {
    journey(Site::built(), async |visit| {
        visit.before_every_page(KEEP).await;
        visit.before_every_page(CLIPBOARD).await;
        visit
            .before_every_page("window.printed = 0; window.print = () => { printed++; };")
            .await;
        let link = "?weergave=wachttijdwijzer&gebied=delft&jaar=2023&kwartaal=2";
        visit.open_and_wait(link).await;
        let (text, rows) = download(visit).await;
        let shown: Vec<(String, String)> =
            serde_json::from_value(visit.script(WAITING).await).unwrap();
        assert!(shown.len() > 6, "{shown:?}");
        for (form, value) in shown {
            let form = form.replace("Alle hulp samen", "Alle soorten hulp");
            let is_it = |row: &&Vec<String>| row[0] == form && row[3].replace(',', ".") == value;
            assert!(
                rows.iter().any(|row| is_it(&row)),
                "{form} {value}: {rows:#?}"
            );
        }
        let finding = visit.text("#bevinding").await.replace('\u{a0}', " ");
        for part in ["Voorbeeldgegevens.", "publicatie 2025-1", link, &finding] {
            let text = text.replace('\u{a0}', " ");
            assert!(text.contains(part), "no {part} in {text}");
        }
        assert_eq!(
            visit.script("return fileName").await,
            json!("regiovisie-2025-1-wachttijden-delft-2023-kwartaal-2.csv")
        );
        visit.click("#kopieer-bron").await;
        visit
            .until_says(".save-told", "De bronvermelding is gekopieerd.")
            .await;
        let copied = visit.script("return copied.at(-1)").await;
        let copied = copied.as_str().unwrap().replace('\u{a0}', " ");
        for part in ["Wachttijdwijzer. ", &finding, "Geraadpleegd op ", link] {
            assert!(copied.contains(part), "no {part} in {copied}");
        }
        visit.click("#afdrukken").await;
        visit.until_equal("the print", "printed", &json!(1)).await;
    });
}

/// What the clipboard was given; with `refuse` set it takes nothing, as in a browser that does not let a page copy.
const CLIPBOARD: &str = "window.copied = []; window.refuse = false;
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async text => { if (refuse) throw new Error('no'); copied.push(text); } } });";

/// The texts of the picture, each whole; and how far the furthest of those around the chart reaches.
const PICTURE: &str = "return handed.at(-1)[1].text().then(text => {
    // The policy of the page forbids styles in a document that is read here; a file on its own may have them.
    const picture = new DOMParser().parseFromString(text.replaceAll(' style=', ' data-style='), 'image/svg+xml').documentElement;
    const texts = [...picture.querySelectorAll('text')].map(element => element.textContent);
    const years = picture.querySelectorAll('svg .xtick, svg .ytick').length;
    picture.querySelector('svg').remove();
    document.body.append(picture);
    const ends = [...picture.querySelectorAll('text')].map(element => element.getBBox()).map(box => box.x + box.width);
    picture.remove();
    return [texts, years, Math.max(...ends), picture.viewBox.baseVal.height];
})";

/// Width and height of the PNG, and how many different colours are on a line down its middle.
const PIXELS: &str = "return createImageBitmap(handed.at(-1)[1]).then(image => {
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.drawImage(image, 0, 0);
    const line = context.getImageData(image.width / 2, 0, 1, image.height).data;
    const colours = new Set();
    for (let i = 0; i < line.length; i += 4) colours.add(line.slice(i, i + 3).join());
    const corner = context.getImageData(2, 2, 1, 1).data;
    return [image.width, image.height, colours.size, [...corner]];
})";

/// The parts of the workbook as text, by name.
const PARTS: &str = "return handed.at(-1)[1].arrayBuffer().then(async buffer => {
    const view = new DataView(buffer), parts = {};
    let at = buffer.byteLength - 22;
    while (view.getUint32(at, true) !== 0x06054b50) at--;
    let entry = view.getUint32(at + 16, true);
    for (let left = view.getUint16(at + 10, true); left > 0; left--) {
        const [method, size] = [view.getUint16(entry + 10, true), view.getUint32(entry + 20, true)];
        const [name, extra, more] = [28, 30, 32].map(offset => view.getUint16(entry + offset, true));
        const local = view.getUint32(entry + 42, true);
        const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
        const bytes = new Blob([buffer.slice(start, start + size)]).stream();
        const plain = method ? bytes.pipeThrough(new DecompressionStream('deflate-raw')) : bytes;
        parts[new TextDecoder().decode(new Uint8Array(buffer, entry + 46, name))] = await new Response(plain).text();
        entry += 46 + name + extra + more;
    }
    return parts;
})";

/// Presses a button that makes a file, and waits for it.
async fn make(visit: &Visit, button: &str) {
    let before = visit.script("return handed.length").await;
    visit.click(button).await;
    visit
        .until("the file", &format!("handed.length > {before} && document.querySelector('.save-told').dataset.staat === 'klaar'"))
        .await;
}

#[test]
fn a_picture_carries_all_that_must_be_known_with_it() {
    journey(Site::built(), async |visit| {
        visit.before_every_page(KEEP).await;
        for link in [
            "?weergave=verkennen&indicator=gebruik&gebied=den-haag",
            "?weergave=verkennen&indicator=uitval&gebied=wassenaar&verdeling=zorgvorm",
            "?weergave=vergelijken&indicator=kosten_per_jeugdige&gebied=delft&taal=en",
            "?weergave=vergelijken&indicator=gebruik&gebied=delft&vorm=kaart",
        ] {
            visit.open_and_wait(link).await;
            visit
                .until(
                    "the chart",
                    "document.querySelector('.chart')?.dataset.staat === 'getekend' || document.querySelector('.map-drawing')",
                )
                .await;
            make(visit, "#download-svg").await;
            let (texts, ticks, end, height): (Vec<String>, u64, f64, f64) =
                serde_json::from_value(visit.script(PICTURE).await).unwrap();
            let selection = native::selection(link);
            let found = answer(&selection, native::store(), &native::release().region);
            let said = about(&found, &selection, native::release());
            for words in said.lines() {
                assert!(
                    texts.contains(&words),
                    "{link}: {words:?} is not in {texts:#?}"
                );
            }
            let is_map = link.contains("kaart");
            assert!(ticks > 4 || is_map, "{link}: {ticks} labels on the axes");
            let has = |words: &str| texts.iter().any(|text| text.contains(words));
            assert_eq!(has("Elke gemeente is één tegel"), is_map, "{link}");
            assert!(!is_map || has("Wassenaar") && has("▼"), "{texts:#?}");
            assert!(end <= 840.0 - 31.0, "{link}: a text ends at {end}");
            make(visit, "#download-png").await;
            let (wide, high, colours, corner): (f64, f64, u64, [u8; 4]) =
                serde_json::from_value(visit.script(PIXELS).await).unwrap();
            assert!((wide - 2520.0).abs() < 0.5 && (high - 3.0 * height).abs() <= 1.0);
            assert!(colours > 3, "{link}: {colours} colours");
            assert_eq!(corner, [255, 255, 255, 255]);
        }
        let name = visit.script("return fileName").await;
        assert_eq!(
            name,
            json!("regiovisie-2025-1-gebruik-delft-gemeenten-2023.png")
        );
    });
}

#[test]
fn a_workbook_has_formulas_and_words_for_what_is_hidden() {
    journey(Site::built(), async |visit| {
        visit.before_every_page(KEEP).await;
        for (link, sheets, words) in [
            (
                "?weergave=verkennen&indicator=uitval&gebied=wassenaar&verdeling=zorgvorm",
                ["Cijfers", "Cellen", "Herkomst"],
                "geheim (tussen ",
            ),
            (
                "?weergave=verkennen&indicator=uitval&gebied=wassenaar&verdeling=zorgvorm&taal=en",
                ["Figures", "Cells", "Origin"],
                "hidden (between ",
            ),
        ] {
            visit.open_and_wait(link).await;
            assert!(
                !visit
                    .wire()
                    .iter()
                    .any(|answer| answer.path.ends_with("workbook_bg.wasm"))
                    || link.contains("taal=en")
            );
            make(visit, "#download-xlsx").await;
            let parts = visit.script(PARTS).await;
            let part = |name: &str| {
                parts[name]
                    .as_str()
                    .unwrap_or_else(|| panic!("no {name} in {parts}"))
                    .to_owned()
            };
            for name in sheets {
                assert!(part("xl/workbook.xml").contains(&format!("name=\"{name}\"")));
            }
            let figures = part("xl/worksheets/sheet1.xml");
            assert!(
                figures.contains("<f>J") && figures.contains("SQRT("),
                "{figures}"
            );
            let texts = part("xl/sharedStrings.xml");
            let title = visit.text("#titel").await;
            for words in [
                title.as_str(),
                words,
                native::release().hash.as_str(),
                &native::release().id,
            ] {
                assert!(texts.contains(words), "no {words:?} in {texts}");
            }
            // Every figure that is shown stands in it with all its digits, as the outcome of its formula.
            let shown: Vec<String> = serde_json::from_value(
                visit.script("return [...document.querySelectorAll('#tabel td[data-waarde]')].map(td => td.dataset.waarde).filter(Boolean)").await,
            )
            .unwrap();
            assert!(!shown.is_empty());
            for value in shown {
                assert!(
                    figures.contains(&format!("<v>{value}</v>")),
                    "no {value} in {figures}"
                );
            }
        }
    });
}

#[test]
fn without_the_worker_it_says_so_and_the_rest_works() {
    journey(Site::built().without("workbook_bg.wasm"), async |visit| {
        visit.allow_in_console("workbook_bg.wasm");
        visit.before_every_page(KEEP).await;
        visit
            .open_and_wait("?weergave=verkennen&indicator=uitval&gebied=delft")
            .await;
        visit.click("#download-xlsx").await;
        visit
            .until_says(".save-told", "Het Excel-bestand kon niet worden gemaakt.")
            .await;
        make(visit, "#download-csv").await;
        visit
            .until_says(".save-told", "Bewaard: regiovisie-2025-1-uitval-delft.csv")
            .await;
    });
}

#[test]
fn link_citation_and_footnote_are_copied_or_given_to_be_copied() {
    journey(Site::built(), async |visit| {
        visit.before_every_page(CLIPBOARD).await;
        let shown = "?weergave=verkennen&indicator=gebruik&gebied=delft";
        visit.open_and_wait(shown).await;
        // With the year, which the address bar leaves out: next year's last year is another.
        let link = &*format!("{shown}&jaar=2024");
        for (button, status, parts) in [
            ("#kopieer-link", "De link is gekopieerd.", vec![link]),
            (
                "#kopieer-bron",
                "De bronvermelding is gekopieerd.",
                vec![
                    "publicatie 2025-1",
                    "Voorbeeldgegevens.",
                    "Geraadpleegd op ",
                    link,
                ],
            ),
            (
                "#kopieer-voetnoot",
                "De voetnoot is gekopieerd.",
                vec![
                    "Delft, 2024 (voorlopig): ",
                    " ÷\u{a0}",
                    "publicatie 2025-1",
                    "Voorbeeldgegevens.",
                    link,
                ],
            ),
        ] {
            visit.click(button).await;
            visit.until_says(".save-told", status).await;
            let copied = visit.script("return copied.at(-1)").await;
            let copied = copied.as_str().unwrap();
            for part in parts {
                assert!(copied.contains(part), "no {part:?} in {copied}");
            }
        }
        visit.script("refuse = true").await;
        visit.click("#kopieer-link").await;
        visit.until_says(".save-told", "kopieer hem zelf").await;
        visit
            .until_equal(
                "the text, selected",
                "(field => field && document.activeElement === field && field.value.slice(field.selectionStart, field.selectionEnd))(document.querySelector('.save-text'))",
                &visit.script("return `${location.href}&jaar=2024`").await,
            )
            .await;
        visit.script("refuse = false").await;
        visit.open_and_wait(&format!("{link}&taal=en")).await;
        visit.click("#kopieer-bron").await;
        visit
            .until_says(".save-told", "The citation is copied.")
            .await;
        let copied = visit.script("return copied.at(-1)").await;
        assert!(copied.as_str().unwrap().contains("Retrieved "), "{copied}");
    });
}

/// On paper nothing can be pressed, and all that must be known is there.
#[test]
fn a_printed_page_has_notices_chart_and_table_and_no_controls() {
    journey(Site::built(), async |visit| {
        let dark = json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
        visit
            .dev_tools("Emulation.setEmulatedMedia", dark.clone())
            .await;
        visit
            .open_and_wait("?weergave=verkennen&indicator=gebruik&gebied=den-haag")
            .await;
        visit
            .until(
                "the chart",
                "document.querySelector('.chart').dataset.staat === 'getekend'",
            )
            .await;
        let drawn = "(svg => [+svg.getAttribute('width'), [...svg.querySelectorAll('.xtick text')].map(text => text.style.fill).at(0)])(document.querySelector('.main-svg'))";
        let on_screen = visit.script(&format!("return {drawn}")).await;
        visit
            .script("dispatchEvent(new Event('beforeprint'))")
            .await;
        visit
            .until_equal(
                "the chart for paper",
                drawn,
                &json!([660, "rgb(82, 93, 106)"]),
            )
            .await;
        visit
            .dev_tools("Emulation.setEmulatedMedia", json!({ "media": "print" }))
            .await;
        let seen = "[...document.querySelectorAll('.notice, .notices li, #titel, .chart, #tabel, #berekening, .choices, .save, nav, button')]
            .filter(element => element.checkVisibility()).map(element => element.id || element.className || element.localName)";
        let seen: Vec<String> =
            serde_json::from_value(visit.script(&format!("return {seen}")).await).unwrap();
        for part in ["notice", "li", "titel", "chart", "berekening", "tabel"] {
            assert!(seen.contains(&part.to_owned()), "no {part} in {seen:?}");
        }
        assert!(
            !seen
                .iter()
                .any(|part| ["choices", "save", "nav", "button"].contains(&part.as_str())),
            "{seen:?}"
        );
        let mut screen = dark;
        screen["media"] = json!("");
        visit.dev_tools("Emulation.setEmulatedMedia", screen).await;
        visit.script("dispatchEvent(new Event('afterprint'))").await;
        visit
            .until_equal("the chart for the screen", drawn, &on_screen)
            .await;
    });
}
