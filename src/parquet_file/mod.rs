//! Columns out of the bytes of a Parquet file, value by value handed to whoever makes codes or numbers of them.
//!
//! A reader of its own, because what reads in the browser is downloaded first: general readers bring every type and codec along, and
//! hand out a value on the heap for each cell of text. [`File`] is the central type.

mod bits;
mod chunk;
mod compact;
mod delta;
mod fault;
mod footer;
mod page;
mod plain;
mod snappy;

pub(crate) use chunk::read_column;
pub(crate) use fault::Fault;
pub(crate) use footer::{Column, File};
pub(crate) use plain::Value;

#[cfg(test)]
pub(crate) fn snappy_for_tests(packed: &[u8], length: usize) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    snappy::unpack(packed, length, &mut out).ok()?;
    Some(out)
}
