//! The texts of the monitor: a file of Markdown with a head and `{{…}}` becomes a typed [`Text`]. `public/teksten/README.md` is the
//! contract with whoever writes; what does not follow it is shown as it stands, with a [`Complaint`] beside it.
//!
//! [`read()`] runs in the worker `chapters`; the explorer only knows the model, and builds elements from it.

mod head;
mod mistake;
mod model;
mod read;
mod token;

#[cfg(test)]
mod shipped_tests;
#[cfg(test)]
mod tests;

pub use model::{Block, Complaint, Inline, Text};
pub use read::read;
