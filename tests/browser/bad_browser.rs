//! A visitor whose browser or connection falls short, or who finds a site that is only half there: a plain sentence says so.

use serde_json::json;

use crate::harness::{Site, Visit, journey};

async fn offline(visit: &Visit, offline: bool) {
    visit.dev_tools("Network.enable", json!({})).await;
    let line = json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    visit
        .dev_tools("Network.emulateNetworkConditions", line)
        .await;
}

#[test]
fn a_browser_without_webassembly_is_told() {
    journey(Site::built(), async |visit| {
        visit.before_every_page("delete self.WebAssembly").await;
        visit.open("").await;
        visit
            .until_says("#melding", "WebAssembly ontbreekt of staat uit.")
            .await;
        visit
            .until(
                "the loading message to go",
                "!document.querySelector('#laden')",
            )
            .await;
        visit.open("?taal=en").await;
        visit
            .until_says("#melding", "WebAssembly is missing or off.")
            .await;
        visit.allow_in_console("was preloaded using link preload but not used");
    });
}

#[test]
fn a_browser_without_javascript_is_told() {
    journey(Site::built(), async |visit| {
        visit
            .dev_tools(
                "Emulation.setScriptExecutionDisabled",
                json!({ "value": true }),
            )
            .await;
        visit.open("").await;
        let words = visit
            .element("noscript .trouble")
            .await
            .text()
            .await
            .unwrap();
        visit
            .dev_tools(
                "Emulation.setScriptExecutionDisabled",
                json!({ "value": false }),
            )
            .await;
        assert!(words.contains("JavaScript staat uit."), "{words}");
        visit.allow_in_console("was preloaded using link preload but not used");
    });
}

#[test]
fn an_incomplete_site_is_told() {
    let built = Site::built();
    let wasm = built.file_ending("_bg.wasm");
    journey(built.without(&wasm), async |visit| {
        visit.expect_in_console("_bg.wasm");
        visit.open("").await;
        visit
            .until_says(
                "#melding",
                "De monitor is niet compleet. Meld de beheerder code 404.",
            )
            .await;
        visit.open("?taal=en").await;
        visit
            .until_says(
                "#melding",
                "The monitor is incomplete. Tell the owner code 404.",
            )
            .await;
        visit.until("a link to the data", "document.querySelector('#melding a').getAttribute('href') === 'data/datapackage.json'").await;
        visit.mend(&wasm);
        visit.open_and_wait("").await;
        visit
            .until("figures", "document.querySelector('.tile .number')")
            .await;
    });
    let built = Site::built();
    let wasm = built.file_ending("_bg.wasm");
    journey(
        built.with(&wasm, |bytes| bytes[..bytes.len() / 2].to_vec()),
        async |visit| {
            visit.expect_in_console("CompileError");
            visit.open("").await;
            visit
                .until_says("#melding", "Laad de pagina opnieuw.")
                .await;
            visit.allow_in_console("was preloaded using link preload but not used");
        },
    );
}

#[test]
fn a_chart_that_cannot_be_drawn_leaves_the_table() {
    journey(
        Site::built().without("vendor/plotly-basic.min.js"),
        async |visit| {
            visit.expect_in_console("plotly-basic.min.js");
            visit
                .open("?weergave=verkennen&indicator=gebruik&gebied=delft")
                .await;
            visit
                .until_says(".chart", "De grafiek kon niet worden getekend.")
                .await;
            visit
                .until(
                    "the table",
                    "document.querySelectorAll('#tabel td[data-waarde]').length >= 10",
                )
                .await;
            visit.mend("vendor/plotly-basic.min.js");
            visit.choose("#gebied", "westland").await;
            visit
                .until(
                    "the next chart",
                    "document.querySelector('.chart[data-staat=getekend] .main-svg')",
                )
                .await;
            assert_eq!(visit.count(".chart .trouble").await, 0);
        },
    );
}

#[test]
fn a_lost_connection_is_told_and_trying_again_works() {
    journey(Site::built(), async |visit| {
        visit.expect_in_console("ERR_INTERNET_DISCONNECTED");
        visit
            .open_and_wait("?weergave=verkennen&indicator=uitval")
            .await;
        visit
            .until(
                "the chart",
                "document.querySelector('.chart[data-staat=getekend] .main-svg')",
            )
            .await;
        offline(visit, true).await;
        visit.click("#verdeling-leeftijd").await;
        visit
            .until_says(
                "main .trouble",
                "kon niet worden opgehaald. Misschien is er geen verbinding.",
            )
            .await;
        visit.click("a.language").await;
        visit
            .until_says(
                "main .trouble",
                "could not be fetched. Perhaps there is no connection.",
            )
            .await;
        // What was fetched before still works.
        visit.click("#verdeling-geen").await;
        visit
            .until(
                "the table over time",
                "document.querySelectorAll('#tabel td[data-waarde]').length >= 10",
            )
            .await;
        assert_eq!(visit.count("main .trouble").await, 0);
        visit.click("#verdeling-leeftijd").await;
        visit
            .until(
                "the remark",
                "document.querySelector('main .trouble button')",
            )
            .await;
        offline(visit, false).await;
        visit.click("main .trouble button").await;
        visit
            .until("the bars", "document.querySelector('.barlayer .point')")
            .await;
        assert_eq!(visit.count("main .trouble").await, 0);
    });
}

#[test]
fn a_crash_is_told() {
    journey(Site::built(), async |visit| {
        visit.open_and_wait("").await;
        visit.script("dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') }))").await;
        visit
            .until_says(
                "#melding",
                "De monitor is vastgelopen. Laad de pagina opnieuw.",
            )
            .await;
    });
}

#[test]
fn a_page_that_does_not_arrive_is_told_in_the_language_of_the_reader_and_she_can_go_back() {
    journey(Site::built().without("pages_bg.wasm"), async |visit| {
        visit.expect_in_console("pages_bg.wasm");
        visit.open_and_wait("?gebied=delft").await;
        visit.click("a.language").await;
        visit.until_says(".bar nav", "Explore").await;
        visit
            .follow("?weergave=verkennen&gebied=delft&taal=en")
            .await;
        visit
            .until_says("#melding", "The monitor is incomplete.")
            .await;
        visit
            .until(
                "nothing that seems to be coming",
                "[...document.querySelectorAll('.waiting')].every(e => !e.checkVisibility())",
            )
            .await;
        visit.script("history.back()").await;
        visit
            .until(
                "the overview, without the remark",
                "document.querySelector('.tile .number') && document.querySelector('#melding').hidden",
            )
            .await;
    });
}
