//! The engine against a recomputation that shares nothing with it, and against files of every sort.

mod answers;
mod damaged;
mod files;
mod naive;
mod write;
