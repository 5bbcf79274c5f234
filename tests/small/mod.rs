//! A region small enough to be published and attacked in a moment, and changes to plant in what it published.
#![allow(
    dead_code,
    reason = "the tests of the files and those of the commands each use a part"
)]

mod figure;
mod planted;
mod region;

pub(crate) use figure::{Figure, figure};
pub(crate) use planted::Planted;
pub(crate) use region::Small;
