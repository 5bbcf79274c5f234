//! A visitor who trusts nobody: nothing leaves the site, nothing is kept, and the content security policy is never crossed.

use serde_json::json;

use crate::harness::{Site, Visit, journey};

const LISTEN: &str = "window.violations = [];
    addEventListener('securitypolicyviolation', event => violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));";

/// Opens the overview, goes to a chart, points at a figure in it and breaks it down.
async fn walk(visit: &Visit) {
    visit.open_and_wait("?gebied=delft").await;
    visit.click(".tile[data-indicator=gebruik]").await;
    visit
        .until(
            "the chart",
            "document.querySelector('.chart[data-staat=getekend] .scatterlayer .point')",
        )
        .await;
    let middle = "const points = document.querySelectorAll('.scatterlayer .point'); const point = points[points.length - 1];
        point.scrollIntoView({ block: 'center' });
        const box = point.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2].map(Math.round)";
    let middle: (i64, i64) = serde_json::from_value(visit.script(middle).await).unwrap();
    visit
        .driver
        .action_chain()
        .move_to(middle.0 - 3, middle.1)
        .move_to(middle.0, middle.1)
        .perform()
        .await
        .unwrap();
    visit
        .until(
            "what the point says",
            "document.querySelector('.hoverlayer .hovertext')?.textContent.includes('Delft, 20')",
        )
        .await;
    visit.click("#verdeling-verwijzer").await;
    visit
        .until("the bars", "document.querySelector('.barlayer .point')")
        .await;
}

async fn assert_no_violation(visit: &Visit) {
    assert_eq!(visit.script("return violations").await, json!([]));
}

#[test]
fn a_visit_crosses_no_policy_and_asks_only_its_own_site() {
    journey(Site::built(), async |visit| {
        visit.before_every_page(LISTEN).await;
        walk(visit).await;
        assert_no_violation(visit).await;
        let others = "return performance.getEntriesByType('resource').map(entry => entry.name).filter(name => new URL(name).origin !== location.origin && !name.startsWith('data:'))";
        assert_eq!(visit.script(others).await, json!([]));
        assert!(
            visit
                .script("return performance.getEntriesByType('resource').length")
                .await
                .as_u64()
                .unwrap()
                > 5
        );
        let foreign = "return [...document.querySelectorAll('a[href], link[href], script[src], img[src], iframe')].map(e => e.href || e.src).filter(url => new URL(url).origin !== location.origin)";
        assert_eq!(visit.script(foreign).await, json!([]));
        assert!(
            visit.wire().iter().all(|answer| answer.status < 400),
            "{:?}",
            visit.wire()
        );
    });
}

#[test]
fn a_visit_leaves_nothing_behind() {
    journey(Site::built(), async |visit| {
        walk(visit).await;
        assert_eq!(visit.driver.get_all_cookies().await.unwrap().len(), 0);
        let kept = "return (async () => [document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length,
            (await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length])()";
        assert_eq!(visit.script(kept).await, json!(["", 0, 0, 0, 0, 0]));
    });
}

#[test]
fn the_policy_of_the_page_holds_without_that_of_the_server_too() {
    journey(
        Site::built().with_header(
            "content-security-policy",
            "default-src * 'unsafe-inline' 'unsafe-eval' data: blob:",
        ),
        async |visit| {
            visit.before_every_page(LISTEN).await;
            walk(visit).await;
            assert_no_violation(visit).await;
            visit.expect_in_console("violates the following Content Security Policy directive");
            visit.expect_in_console("violates the document's Content Security Policy");
            let cross = "const style = document.createElement('style'); style.textContent = 'a { color: red }'; document.head.append(style);
            return fetch('http://127.0.0.1:9/').then(() => 'fetched', () => 'refused')";
            assert_eq!(visit.script(cross).await, json!("refused"));
            visit
                .until("both to be noticed", "violations.length >= 2")
                .await;
            let directives = visit
                .script("return violations.map(violation => violation.split(' ')[0]).sort()")
                .await;
            assert_eq!(directives, json!(["connect-src", "style-src-elem"]));
        },
    );
}

#[test]
fn the_site_works_from_a_folder_of_its_host() {
    journey(Site::built().under("/een/map"), async |visit| {
        visit.before_every_page(LISTEN).await;
        walk(visit).await;
        visit.driver.refresh().await.unwrap();
        visit.arrived().await;
        visit.click(".brand").await;
        visit
            .until("the overview", "document.querySelector('.tile .number')")
            .await;
        assert_no_violation(visit).await;
        let outside: Vec<_> = visit
            .wire()
            .into_iter()
            .filter(|answer| !answer.path.starts_with("/een/map/"))
            .collect();
        assert!(
            outside.is_empty(),
            "asked for outside the folder: {outside:?}"
        );
    });
}
