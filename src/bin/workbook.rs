//! Writes a workbook, in a web worker of the explorer: a binary of its own, so that the first view does not carry it.
//! `public/workbook-worker.js` hands it what stands in the workbook.

#[cfg(target_arch = "wasm32")]
mod worker {
    use regiovisie::spreadsheet;
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// The bytes of the file; the workbook comes as JSON.
    #[wasm_bindgen]
    pub fn write(workbook: &str) -> Result<Vec<u8>, JsValue> {
        let failed = |error: String| JsValue::from_str(&error);
        let workbook = serde_json::from_str(workbook).map_err(|error| failed(error.to_string()))?;
        spreadsheet::write(&workbook).map_err(|error| failed(error.to_string()))
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This runs in a browser, as a worker of the explorer: ./dev serve");
}
