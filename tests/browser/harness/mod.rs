//! A journey: a copy of the site on a server of its own, a browser of its own, and a look at the console at the end.

mod browser;
mod site;
mod visit;

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Condvar, Mutex, PoisonError};

use browser::Browser;
pub(crate) use site::{Site, Wire};
pub(crate) use visit::Visit;

/// At most this many browsers at once, whatever the number of test threads.
const BROWSERS: usize = 2;
static FREE: (Mutex<usize>, Condvar) = (Mutex::new(BROWSERS), Condvar::new());

/// One of the browsers that may run; given back when dropped, also by a test that panics.
struct Turn;

impl Turn {
    fn wait() -> Self {
        let mut free = FREE.0.lock().unwrap_or_else(PoisonError::into_inner);
        while *free == 0 {
            free = FREE.1.wait(free).unwrap_or_else(PoisonError::into_inner);
        }
        *free -= 1;
        Self
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *FREE.0.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        FREE.1.notify_one();
    }
}

/// Walks through `steps` on `site`. Fails when a step fails, or when the console holds a warning or an error that the steps did
/// not announce with [`Visit::expect_in_console`], or misses one that they did.
pub(crate) fn journey(site: Site, steps: impl AsyncFnOnce(&Visit)) {
    let _turn = Turn::wait();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap();
    let served = runtime.block_on(site.serve());
    let browser = Browser::start();
    let driver = runtime.block_on(browser.open());
    let visit = Visit::new(driver, served);
    // The browser is closed whatever happens; only then does the test fail.
    let walked = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            steps(&visit).await;
            visit.assert_console().await;
        });
    }));
    if walked.is_err() {
        runtime.block_on(visit.tell_where_it_stopped());
    }
    runtime.block_on(visit.close());
    drop(browser);
    if let Err(panic) = walked {
        resume_unwind(panic);
    }
}
