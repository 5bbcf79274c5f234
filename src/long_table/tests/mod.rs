//! The engine against a recomputation that shares nothing with it, and against files of every sort.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "small numbers, written by the tests themselves"
)]

mod answers;
mod damaged;
mod files;
mod naive;
mod write;
