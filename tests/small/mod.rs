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

/// A configuration of ten years with the last three of them: what is said of a release is the same of any number of years.
pub(crate) fn of_three_years(config: &str) -> String {
    (2015..2022).fold(config.to_owned(), |text, year| {
        let period = format!("[[perioden]]\njaar = {year}\nstatus = \"definitief\"\n\n");
        assert!(text.contains(&period), "{year}");
        text.replace(&period, "")
    })
}
