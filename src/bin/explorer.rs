//! The first page of the explorer in the browser: the overview, and nothing that it does not need. Elsewhere it only says where to find
//! it.

#[cfg(target_arch = "wasm32")]
mod app {
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Makes way for the app with all pages.
    #[wasm_bindgen]
    pub fn leave() {
        regiovisie::explore::leave();
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {
    regiovisie::explore::start_overview();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The explorer runs in a browser: ./dev serve");
}
