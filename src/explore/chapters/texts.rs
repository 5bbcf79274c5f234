//! The texts themselves: fetched when they are asked for, made into a model by a worker, and kept for the rest of the visit.

use std::collections::BTreeMap;
use std::sync::Arc;

use bytes::Bytes;
use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker};

use crate::chapter::{Complaint, Text};
use crate::explore::fetch;
use crate::release::ReleaseError;
use crate::selection::ChapterKey;
use crate::vocabulary::Language;

/// Where the texts stand, relative to the page.
const FOLDER: &str = "teksten";
/// The script of the worker.
const SCRIPT: &str = "chapters-worker.js";

/// A text as far as it is there.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum State {
    Coming,
    Here(Arc<Text>),
    Absent(Trouble),
}

/// Why a text is not there.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Trouble {
    Missing,
    Unreachable,
    Wrong(Complaint),
    NoReader,
    OtherRegion,
}

/// The file of a chapter.
pub(super) fn chapter_file(key: ChapterKey, language: Language) -> String {
    format!("{}/{}.md", language.code(), key.code())
}

/// The file with the explanation by an area.
pub(super) fn area_file(area: &str, language: Language) -> String {
    format!("{}/gemeenten/{area}.md", language.code())
}

/// All texts that were asked for, by file.
#[derive(Clone, Copy)]
pub(in crate::explore) struct Texts {
    states: RwSignal<BTreeMap<String, State>>,
    /// What the worker was sent, in order: it answers with the place in here.
    sent: StoredValue<Vec<(String, Language)>>,
    worker: StoredValue<Option<Worker>, LocalStorage>,
    /// The key of the region that the figures are about.
    region: StoredValue<String>,
}

impl Texts {
    pub(in crate::explore) fn provide() {
        provide_context(Self {
            states: RwSignal::new(BTreeMap::new()),
            sent: StoredValue::new(Vec::new()),
            worker: StoredValue::new_local(None),
            region: StoredValue::default(),
        });
    }

    /// The figures are about this region: a text about another does not belong to them.
    pub(super) fn belong_to(self, region: &str) {
        self.region.set_value(region.to_owned());
    }

    /// How far a text is; nothing before it is asked for.
    pub(super) fn get(self, file: &str) -> State {
        let state = self
            .states
            .with(|states| states.get(file).cloned().unwrap_or(State::Coming));
        let is_of_other = |text: &Text| {
            text.region
                .as_ref()
                .is_some_and(|of| self.region.with_value(|region| region != of))
        };
        match state {
            State::Here(text) if is_of_other(&text) => State::Absent(Trouble::OtherRegion),
            state => state,
        }
    }

    /// Fetches what was not asked for before.
    pub(super) fn want(self, file: String, language: Language) {
        if self
            .states
            .with_untracked(|states| states.contains_key(&file))
        {
            return;
        }
        self.set(file.clone(), State::Coming);
        spawn_local(async move {
            match fetch::from(FOLDER, &file).await {
                // Hosts that answer everything with their own page have no such file either.
                Ok(bytes) if bytes.trim_ascii_start().starts_with(b"<") => {
                    self.set(file, State::Absent(Trouble::Missing));
                }
                Ok(bytes) => {
                    if self.send(&file, language, &bytes).is_err() {
                        self.set(file, State::Absent(Trouble::NoReader));
                    }
                }
                Err(ReleaseError::Missing { .. }) => {
                    self.set(file, State::Absent(Trouble::Missing));
                }
                Err(_) => self.set(file, State::Absent(Trouble::Unreachable)),
            }
        });
    }

    /// Forgets what failed, so that it can be asked for again.
    pub(super) fn forget_failures(self) {
        self.states
            .update(|states| states.retain(|_, state| !matches!(state, State::Absent(_))));
    }

    fn set(self, file: String, state: State) {
        self.states.try_update(|states| states.insert(file, state));
    }

    fn send(self, file: &str, language: Language, bytes: &Bytes) -> Result<(), JsValue> {
        let worker = self.worker()?;
        let number = self
            .sent
            .try_update_value(|sent| {
                sent.push((file.to_owned(), language));
                sent.len() - 1
            })
            .unwrap_or_default();
        let bytes = Uint8Array::from(bytes.as_ref());
        let number = JsValue::from_f64(number as f64);
        worker.post_message(&Array::of3(&number, &bytes, &language.code().into()))
    }

    /// The worker, which is started for the first text.
    fn worker(self) -> Result<Worker, JsValue> {
        if let Some(worker) = self.worker.try_get_value().flatten() {
            return Ok(worker);
        }
        let worker = Worker::new(SCRIPT)?;
        // Both live as long as the worker, which lives as long as the page.
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let answer: Array = event.data().unchecked_into();
            self.answered(answer.get(0).as_f64(), answer.get(1).as_string());
        });
        let on_error = Closure::<dyn Fn()>::new(move || self.stopped());
        worker.set_onmessage(Some(on_message.into_js_value().unchecked_ref()));
        worker.set_onerror(Some(on_error.into_js_value().unchecked_ref()));
        self.worker.try_set_value(Some(worker.clone()));
        Ok(worker)
    }

    fn answered(self, number: Option<f64>, json: Option<String>) {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the number is one that we sent"
        )]
        let place = number.unwrap_or(-1.0) as usize;
        let sent = self.sent.try_with_value(|sent| sent.get(place).cloned());
        let Some(Some((file, _))) = sent else {
            return;
        };
        let read =
            json.and_then(|json| serde_json::from_str::<Result<Text, Complaint>>(&json).ok());
        let state = match read {
            Some(Ok(text)) => State::Here(Arc::new(text)),
            Some(Err(complaint)) => State::Absent(Trouble::Wrong(complaint)),
            None => State::Absent(Trouble::NoReader),
        };
        self.set(file, state);
    }

    /// The worker did not start: what waits for it will not come, and a next try starts another.
    fn stopped(self) {
        self.worker.try_set_value(None);
        let sent = self.sent.try_get_value().unwrap_or_default();
        self.states.try_update(|states| {
            for (file, _) in sent {
                if let Some(state) = states
                    .get_mut(&file)
                    .filter(|state| **state == State::Coming)
                {
                    *state = State::Absent(Trouble::NoReader);
                }
            }
        });
    }
}

pub(super) fn texts() -> Texts {
    expect_context::<Texts>()
}
