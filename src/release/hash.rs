//! Hashes: a file that is not byte for byte what the descriptor promises is refused.

use sha2::{Digest, Sha256};

use super::error::ReleaseError;
use super::manifest::Resource;

/// SHA-256 of `bytes`, in hexadecimal.
pub fn sha256_hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    Sha256::digest(bytes)
        .iter()
        .fold(String::with_capacity(64), |mut hex, byte| {
            // Writing to a String cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}

/// Checks length and hash of a file against its entry in the descriptor.
///
/// # Errors
/// [`ReleaseError::WrongHash`] when one of them differs.
pub fn check_bytes(resource: &Resource, bytes: &[u8]) -> Result<(), ReleaseError> {
    let promised = resource
        .hash
        .strip_prefix("sha256:")
        .unwrap_or(&resource.hash);
    if bytes.len() as u64 == resource.bytes && sha256_hex(bytes) == promised {
        Ok(())
    } else {
        Err(ReleaseError::WrongHash {
            file: resource.path.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sha256_of_abc_is_the_value_in_fips_180_4() {
        assert_eq!(
            sha256_hex(b"abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
