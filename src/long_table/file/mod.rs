//! Columns out of the bytes of a Parquet file, value by value handed to whoever makes codes or numbers of them.
//!
//! A reader of its own, because the measuring page is held against the smallest there is: general readers bring every type and
//! codec along, and hand out a value on the heap for each cell of text. [`File`] is the central type.

mod bits;
mod chunk;
mod compact;
mod delta;
mod fault;
mod footer;
mod page;
mod plain;
mod snappy;

pub(super) use chunk::read_column;
pub(super) use fault::Fault;
pub(super) use footer::{Column, File};
pub(super) use plain::Value;

#[cfg(test)]
pub(super) fn snappy_for_tests(packed: &[u8], length: usize) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    snappy::unpack(packed, length, &mut out).ok()?;
    Some(out)
}
