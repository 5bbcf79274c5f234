//! The reader of the chapter texts, in a web worker of the explorer: a binary of its own, so that the first view does not carry a
//! parser of Markdown and one of TOML. `public/chapters-worker.js` hands it the files.

#[cfg(target_arch = "wasm32")]
mod worker {
    use regiovisie::vocabulary::Language;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// A file as the JSON of a text, or of the complaint why it is none.
    #[wasm_bindgen]
    pub fn read(bytes: &[u8], language: &str) -> String {
        let language = Language::from_code(language).unwrap_or_default();
        // An empty answer says that it did not work.
        serde_json::to_string(&regiovisie::chapter::read(bytes, language)).unwrap_or_default()
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The chapters are read in a browser, by a worker of the explorer: ./dev serve");
}
