//! The engine for long tables in a browser, without the interface: what the measuring page of `./dev bench` runs.
//!
//! The module stands in this binary itself instead of coming from the library: the browser half of that brings Leptos along, whose
//! exports no linker removes.

#[cfg(target_arch = "wasm32")]
#[path = "../long_table/mod.rs"]
#[allow(
    unused_imports,
    reason = "the page needs less of it than tests and other code"
)]
mod long_table;
#[cfg(target_arch = "wasm32")]
#[path = "../parquet_file/mod.rs"]
#[allow(dead_code, reason = "the page needs less of it than a release does")]
mod parquet_file;

#[cfg(target_arch = "wasm32")]
mod page {
    use js_sys::Array;
    use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

    use crate::long_table::{self, Dimension, Filters, Member, Question};

    /// One long table.
    #[wasm_bindgen]
    pub struct Engine(long_table::Engine);

    #[wasm_bindgen]
    impl Engine {
        /// Reads a Parquet file, or throws a sentence in Dutch.
        #[wasm_bindgen(constructor)]
        #[expect(
            clippy::needless_pass_by_value,
            reason = "JavaScript hands over a copy"
        )]
        pub fn new(bytes: Vec<u8>) -> Result<Engine, JsError> {
            long_table::Engine::read(&bytes)
                .map(Engine)
                .map_err(|error| JsError::new(&error.sentence()))
        }

        /// How many rows the table has.
        #[wasm_bindgen(getter)]
        pub fn rows(&self) -> usize {
            self.0.rows()
        }

        /// The members of a dimension by code: texts and numbers, and null for what is not known.
        pub fn members(&self, dimension: usize) -> Array {
            let members = Dimension::ALL
                .get(dimension)
                .map_or(&[][..], |dimension| self.0.members(*dimension));
            members
                .iter()
                .map(|member| match member {
                    Member::Whole(whole) => JsValue::from_f64(*whole as f64),
                    Member::Text(text) => JsValue::from_str(text),
                    Member::Unknown => JsValue::NULL,
                })
                .collect()
        }

        /// The answer to a question as one list of numbers. `filters` holds, for each dimension that is chosen by, its place, how many
        /// codes, and the codes.
        pub fn ask(&mut self, question: usize, filters: &[u32], first: usize) -> Vec<f64> {
            let mut chosen = Filters::default();
            let mut rest = filters;
            while let [dimension, count, after @ ..] = rest {
                let (codes, after) = after.split_at((*count as usize).min(after.len()));
                rest = after;
                if let Some(chosen) = chosen.get_mut(*dimension as usize) {
                    *chosen = Some(
                        codes
                            .iter()
                            .filter_map(|code| u16::try_from(*code).ok())
                            .collect(),
                    );
                }
            }
            Question::ALL
                .get(question)
                .map_or_else(Vec::new, |question| self.0.ask(*question, &chosen, first))
        }
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The engine runs in a browser, on the measuring page: ./dev bench");
}
