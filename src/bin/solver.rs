//! The linear programme behind one hidden figure, in a web worker: a binary of its own, so that the first view does not carry it.

fn main() {}
