//! The explorer in the browser. Elsewhere it only says where to find it.

#[cfg(target_arch = "wasm32")]
fn main() {
    regiovisie::explore::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The explorer runs in a browser: ./dev serve");
}
