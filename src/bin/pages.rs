//! All pages of the explorer, for whoever goes on from the overview or follows a link to another page. A binary of its own, so that the
//! first view does not carry it; `boot.js` brings it in.

#[cfg(target_arch = "wasm32")]
mod app {
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Fetches what the overview has fetched, so that taking over needs no network.
    #[wasm_bindgen]
    pub async fn prepare() {
        regiovisie::explore::prepare().await;
    }

    /// Puts the explorer in the page; `taking_over` from the overview.
    #[wasm_bindgen]
    pub fn begin(taking_over: bool) {
        regiovisie::explore::start(taking_over);
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The explorer runs in a browser: ./dev serve");
}
