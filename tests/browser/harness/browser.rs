//! Chromium and its driver: found, started on a free port with a profile of its own, and ended with the journey.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::json;
use tempfile::TempDir;
use thirtyfour::{Capabilities, WebDriver};

/// Headless, without a sandbox (tests run as root in containers), and silent towards the rest of the world.
const FLAGS: [&str; 13] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    // On a quick machine a test follows more links than the two hundred in ten seconds that Chromium allows a page;
    // it drops the rest without a word.
    "--disable-ipc-flooding-protection",
    "--window-size=1280,900",
];

/// A driver that runs, and the profile of its one browser.
pub(super) struct Browser {
    driver: Child,
    port: u16,
    profile: TempDir,
}

impl Browser {
    pub(super) fn start() -> Self {
        let mut driver = Command::new(program("CHROMEDRIVER", "chromedriver"))
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver could not be started");
        let mut lines = BufReader::new(driver.stdout.take().unwrap()).lines();
        let port = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| port_in(&line))
            .expect("chromedriver named no port");
        // Read on, so that the driver never waits for a full pipe.
        std::thread::spawn(move || lines.map_while(Result::ok).count());
        Self {
            driver,
            port,
            profile: TempDir::new().unwrap(),
        }
    }

    pub(super) async fn open(&self) -> WebDriver {
        let mut arguments: Vec<String> = FLAGS.iter().map(|flag| (*flag).to_owned()).collect();
        arguments.push(format!("--user-data-dir={}", self.profile.path().display()));
        let mut wanted = Capabilities::new();
        wanted.set("browserName", "chrome").unwrap();
        wanted
            .set(
                "goog:chromeOptions",
                json!({ "binary": program("CHROMIUM", "chromium"), "args": arguments }),
            )
            .unwrap();
        wanted
            .set("goog:loggingPrefs", json!({ "browser": "ALL" }))
            .unwrap();
        WebDriver::builder(format!("http://127.0.0.1:{}", self.port), wanted)
            .request_timeout(Duration::from_mins(2))
            .connect()
            .await
            .expect("Chromium could not be started; see whether `chromium --headless=new --no-sandbox` starts by hand")
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Chromium itself was closed with its session, or ends with its driver.
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// The port in "`ChromeDriver` was started successfully on port 12345."
fn port_in(line: &str) -> Option<u16> {
    let (_, after) = line.split_once("successfully on port ")?;
    after.trim_end_matches('.').trim().parse().ok()
}

/// A program: where the variable says, or on PATH.
fn program(variable: &str, name: &str) -> PathBuf {
    if let Some(chosen) = env::var_os(variable) {
        let chosen = PathBuf::from(chosen);
        assert!(
            chosen.is_file(),
            "{variable} says {}, where no program is. Unset it and run: ./dev test",
            chosen.display()
        );
        return chosen;
    }
    let folders = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&folders)
        .chain([Path::new("/usr/bin").to_owned()])
        .map(|folder| folder.join(name))
        .find(|path| path.is_file())
        .unwrap_or_else(|| {
            panic!(
                "{name} is missing on this machine. Run: ./dev test (it installs what is missing)"
            )
        })
}
