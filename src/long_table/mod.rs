//! Long tables: any Parquet file with the columns of [`Dimension`] and [`Measure`], queried by filters on each dimension.
//!
//! A row keeps a small code per dimension and a narrow number per measure. One pass over the rows fills the margins that the
//! questions need; a change of filter then adds up the cells of a margin, of which there are far fewer. [`Engine`] is the central
//! type. It needs nothing but bytes and knows nothing of a browser.

mod column;
mod engine;
mod error;
mod lattice;
mod question;
mod rows;
mod sums;
mod table;

#[cfg(test)]
mod tests;

pub use column::Member;
pub use engine::{Engine, Filters};
pub use error::{TableError, Wanted};
pub use question::Question;
pub use table::{Dimension, Measure};
