//! Regiovisie: a youth-care monitor that the reader computes in her own browser.
//!
//! Records flow in through [`publish`] and leave as a release of Parquet cubes; the explorer reads that release and
//! computes every figure. The released files are the only thing both halves know. Dependencies point inwards, towards
//! [`vocabulary`].

pub mod answer;
pub mod chapter;
pub mod cube;
pub mod disclosure;
pub mod indicator;
pub mod long_table;
mod parquet_file;
pub mod release;
pub mod search;
pub mod selection;
pub mod sentence;
pub mod statistics;
pub mod vocabulary;

#[cfg(not(target_arch = "wasm32"))]
mod csv_line;
#[cfg(target_arch = "wasm32")]
pub mod explore;
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;
#[cfg(target_arch = "wasm32")]
pub mod spreadsheet;
#[cfg(not(target_arch = "wasm32"))]
pub mod worksheet;
