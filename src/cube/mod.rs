//! Cubes in memory: typed columns of cells, sorted by key, and the store of those that have been loaded.

mod cell;
mod column;
mod key;
mod store;

pub use cell::{Cell, Status};
pub use column::{Column, Cube};
pub use key::CellKey;
pub use store::CubeStore;
