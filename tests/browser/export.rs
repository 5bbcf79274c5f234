//! A visitor takes the table along: the file says what the page says, and where it came from.

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
