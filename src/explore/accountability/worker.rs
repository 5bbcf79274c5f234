//! The worker that solves linear programmes: started when the first question is asked, kept for the next.

use js_sys::{Array, Float64Array, Promise};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker};

use crate::disclosure::read_answer;
use crate::disclosure::solver::SolverError;

/// Its script, relative to the page.
const SCRIPT: &str = "solver-worker.js";

/// At most one worker, with at most one question.
#[derive(Clone, Copy)]
pub(super) struct Solving {
    worker: StoredValue<Option<Worker>, LocalStorage>,
}

impl Solving {
    pub(super) fn new() -> Self {
        let solving = Self {
            worker: StoredValue::new_local(None),
        };
        on_cleanup(move || solving.stop());
        solving
    }

    /// Ends what is going on, without an answer.
    pub(super) fn stop(self) {
        if let Some(Some(worker)) = self.worker.try_update_value(Option::take) {
            worker.terminate();
        }
    }

    /// Asks, and waits for the answer; never answered when it is stopped before.
    pub(super) async fn ask(self, question: &[f64]) -> Result<(f64, f64), SolverError> {
        let answer = self.send(question).await;
        if answer.is_err() {
            // Whatever is wrong with it, a next question begins anew.
            self.stop();
        }
        let numbers = answer.map_err(|_| SolverError::Failed("the worker failed".to_owned()))?;
        read_answer(&numbers)
    }

    async fn send(self, question: &[f64]) -> Result<Vec<f64>, JsValue> {
        let standing = self.worker.try_get_value().flatten();
        let worker = match standing {
            Some(worker) => worker,
            None => Worker::new(SCRIPT)?,
        };
        self.worker.try_set_value(Some(worker.clone()));
        let numbers = Float64Array::from(question);
        let promise = Promise::new(&mut |resolve, reject| {
            worker.set_onmessage(Some(&resolve));
            worker.set_onerror(Some(&reject));
        });
        worker.post_message_with_transfer(&numbers, &Array::of1(&numbers.buffer()))?;
        let message: MessageEvent = JsFuture::from(promise).await?.dyn_into()?;
        let answer: Float64Array = message.data().dyn_into()?;
        Ok(answer.to_vec())
    }
}
