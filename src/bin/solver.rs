//! The linear programme behind one hidden figure, in a web worker of the explorer: a binary of its own, so that the first view
//! does not carry it. `public/solver-worker.js` hands it the question.

#[cfg(target_arch = "wasm32")]
mod worker {
    use regiovisie::disclosure::answer;
    use regiovisie::disclosure::solver::Microlp;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Between what a figure lies, by all relations together.
    #[wasm_bindgen]
    pub fn solve(question: &[f64]) -> Vec<f64> {
        answer(question, &Microlp)
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The solver runs in a browser, as a worker of the explorer: ./dev serve");
}
