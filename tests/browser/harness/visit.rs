//! What a visitor does and sees: follows links, chooses, reads. Waiting is polling with a deadline, never a pause.

use std::cell::RefCell;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use axum::http::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::error::WebDriverErrorInner;
use thirtyfour::{By, RequestData, SessionId, WebDriver, WebElement};

use super::site::{Served, Wire};

/// Far longer than anything takes; only a failing test waits for it.
const DEADLINE: Duration = Duration::from_secs(30);
const POLL: Duration = Duration::from_millis(40);

/// The script that tells whether everything on the page has arrived.
const ARRIVED: &str = "document.querySelector('.tile .number, #tabel, #raster, .none-yet, .guide .lead, .account, .found, .contents, .chapter h2, main .trouble') && !document.querySelector('.waiting')";

/// A visit to a site.
pub(crate) struct Visit {
    /// The browser.
    pub driver: WebDriver,
    served: Served,
    expected: RefCell<Vec<String>>,
    allowed: RefCell<Vec<String>>,
}

#[derive(Debug)]
struct DevTools(&'static str, Value);

impl FormatRequestData for DevTools {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(Method::POST, format!("session/{session}/goog/cdp/execute"))
            .add_body(json!({ "cmd": self.0, "params": self.1 }))
    }
}

impl Visit {
    pub(super) fn new(driver: WebDriver, served: Served) -> Self {
        Self {
            driver,
            served,
            expected: RefCell::default(),
            allowed: RefCell::default(),
        }
    }

    /// Opens a link of the site, as from outside.
    pub(crate) async fn open(&self, link: &str) {
        self.driver.goto(self.served.url(link)).await.unwrap();
    }

    /// Opens a link, and waits until all its figures are there.
    pub(crate) async fn open_and_wait(&self, link: &str) {
        self.open(link).await;
        self.arrived().await;
    }

    /// Goes to a link of the site without loading the page anew, as going back does.
    pub(crate) async fn follow(&self, link: &str) {
        let script = "history.pushState(null, '', arguments[0] || location.pathname); dispatchEvent(new PopStateEvent('popstate'));";
        self.script_with(script, json!(link)).await;
    }

    /// Waits until nothing on the page waits any more, the chart included.
    pub(crate) async fn arrived(&self) {
        self.until("the figures to arrive", ARRIVED).await;
    }

    /// Runs a script that starts with `return`, or gives nothing.
    pub(crate) async fn script(&self, script: &str) -> Value {
        self.script_with(script, Value::Null).await
    }

    /// The same with `arguments[0]`.
    pub(crate) async fn script_with(&self, script: &str, argument: Value) -> Value {
        let answer = self.driver.execute(script, vec![argument]).await;
        answer
            .unwrap_or_else(|error| {
                panic!(
                    "{error}\nin the script: {}",
                    script.chars().take(300).collect::<String>()
                )
            })
            .json()
            .clone()
    }

    /// Waits until an expression is true, or stops with what was waited for and what stands on the page.
    pub(crate) async fn until(&self, what: &str, expression: &str) {
        let script = format!("return !!({expression})");
        let deadline = Instant::now() + DEADLINE;
        while self.script(&script).await != json!(true) {
            assert!(
                Instant::now() < deadline,
                "waited in vain for {what}; the page at {} says:\n{}",
                self.query().await,
                self.text("body").await
            );
            tokio::time::sleep(POLL).await;
        }
    }

    /// Waits until an expression gives what is expected, or stops with the last thing it gave.
    pub(crate) async fn until_equal(&self, what: &str, expression: &str, expected: &Value) {
        let script = format!("return ({expression})");
        let deadline = Instant::now() + DEADLINE;
        loop {
            let found = self.script(&script).await;
            if found == *expected {
                return;
            }
            assert!(
                Instant::now() < deadline,
                "{what} at {}\n    page: {found}\nexpected: {expected}",
                self.query().await
            );
            tokio::time::sleep(POLL).await;
        }
    }

    /// Waits for a text anywhere in what is visible of an element.
    pub(crate) async fn until_says(&self, css: &str, words: &str) {
        let expression = format!(
            "[...document.querySelectorAll({})].some(e => e.checkVisibility() && e.innerText.replaceAll('\\u00a0', ' ').includes({}))",
            json!(css),
            json!(words.replace('\u{a0}', " "))
        );
        self.until(&format!("“{words}” in {css}"), &expression)
            .await;
    }

    /// What is visible of the first such element; nothing when there is none.
    pub(crate) async fn text(&self, css: &str) -> String {
        self.script_with(
            "return document.querySelector(arguments[0])?.innerText ?? ''",
            json!(css),
        )
        .await
        .as_str()
        .unwrap_or_default()
        .to_owned()
    }

    /// How many such elements there are.
    pub(crate) async fn count(&self, css: &str) -> u64 {
        self.script_with(
            "return document.querySelectorAll(arguments[0]).length",
            json!(css),
        )
        .await
        .as_u64()
        .unwrap()
    }

    /// The query string, as in the address bar.
    pub(crate) async fn query(&self) -> String {
        self.driver
            .current_url()
            .await
            .unwrap()
            .query()
            .map(|query| format!("?{query}"))
            .unwrap_or_default()
    }

    /// Waits until the address bar has this query string.
    pub(crate) async fn until_query(&self, query: &str) {
        self.until_equal("the link", "location.search", &json!(query))
            .await;
    }

    /// The first such element.
    pub(crate) async fn element(&self, css: &str) -> WebElement {
        self.driver
            .find(By::Css(css))
            .await
            .unwrap_or_else(|error| panic!("{css}: {error}"))
    }

    /// Clicks; once more when the page puts another element in its place just then.
    pub(crate) async fn click(&self, css: &str) {
        let deadline = Instant::now() + DEADLINE;
        while let Err(error) = self.element(css).await.click().await {
            let replaced = matches!(
                error.as_inner(),
                WebDriverErrorInner::StaleElementReference(_)
            );
            assert!(replaced && Instant::now() < deadline, "{css}: {error}");
            tokio::time::sleep(POLL).await;
        }
    }

    /// Chooses from a menu.
    pub(crate) async fn choose(&self, menu: &str, value: &str) {
        self.click(&format!("{menu} option[value='{value}']")).await;
    }

    /// Gives the browser itself an order.
    pub(crate) async fn dev_tools(&self, order: &'static str, parameters: Value) -> Value {
        self.driver
            .cmd(DevTools(order, parameters))
            .await
            .unwrap_or_else(|error| panic!("{order}: {error}"))
            .value()
            .unwrap()
    }

    /// Gives the window a width, as on another screen.
    pub(crate) async fn width(&self, pixels: u32) {
        let size =
            json!({ "width": pixels, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        self.dev_tools("Emulation.setDeviceMetricsOverride", size)
            .await;
    }

    /// Runs a script in every page from now on, before anything of its own.
    pub(crate) async fn before_every_page(&self, script: &str) {
        self.dev_tools(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": script }),
        )
        .await;
    }

    /// A file of the served copy, to damage or mend on the way.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.served.path(name)
    }

    /// Puts a file back as it was built.
    pub(crate) fn mend(&self, name: &str) {
        let built = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("dist")
            .join(name);
        fs::copy(built, self.file(name)).unwrap();
    }

    /// What the server has sent so far.
    pub(crate) fn wire(&self) -> Vec<Wire> {
        self.served.wire()
    }

    /// Announces a warning or error; [`super::journey`] fails when it does not come.
    pub(crate) fn expect_in_console(&self, words: &str) {
        self.expected.borrow_mut().push(words.to_owned());
    }

    /// Allows a warning that only a slow machine waits long enough for.
    pub(crate) fn allow_in_console(&self, words: &str) {
        self.allowed.borrow_mut().push(words.to_owned());
    }

    pub(super) async fn assert_console(&self) {
        let lines: Vec<String> = self.complaints().await;
        let expected = self.expected.borrow();
        let allowed = self.allowed.borrow();
        let is_known = |line: &&String| {
            expected
                .iter()
                .chain(allowed.iter())
                .any(|words| line.contains(words.as_str()))
        };
        let surprises: Vec<&String> = lines.iter().filter(|line| !is_known(line)).collect();
        assert!(surprises.is_empty(), "the console holds: {surprises:#?}");
        let absent: Vec<&String> = expected
            .iter()
            .filter(|words| !lines.iter().any(|line| line.contains(words.as_str())))
            .collect();
        assert!(
            absent.is_empty(),
            "the console misses {absent:?}; it holds: {lines:#?}"
        );
    }

    async fn complaints(&self) -> Vec<String> {
        let log = self.driver.browser_log().await.unwrap();
        log.into_iter()
            .filter(|line| matches!(line.level.as_str(), "SEVERE" | "WARNING"))
            .map(|line| line.message)
            .collect()
    }

    pub(super) async fn tell_where_it_stopped(&self) {
        let log = self
            .driver
            .browser_log()
            .await
            .map(|log| log.into_iter().map(|line| line.message).collect::<Vec<_>>());
        eprintln!(
            "stopped at {:?}; console: {log:#?}",
            self.driver.current_url().await.map(|url| url.to_string())
        );
    }

    pub(super) async fn close(self) {
        let _ = self.driver.quit().await;
    }
}
