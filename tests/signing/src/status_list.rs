//! Lists of withdrawn badges, in the form of Bitstring Status List 1.0.

use miniz_oxide::deflate::compress_to_vec;
use serde_json::{Value, json};

use crate::{Issuer, base64url};

/// The bytes of the shortest list that Bitstring Status List 1.0 allows.
pub const SHORTEST: usize = 16 * 1024;

/// So many bytes with these bits set, index 0 being the left-most one.
///
/// # Panics
/// For a bit that is beyond them.
pub fn bits(length: usize, set: &[usize]) -> Vec<u8> {
    let mut bytes = vec![0; length];
    for index in set {
        bytes[index / 8] |= 0x80 >> (index % 8);
    }
    bytes
}

/// A gzip file with one member (RFC 1952).
///
/// # Panics
/// For four gigabytes and more.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let size = u32::try_from(bytes.len()).expect("less than four gigabytes");
    [
        &[0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3],
        compress_to_vec(bytes, 6).as_slice(),
        &rawzip::crc32(bytes).to_le_bytes(),
        &size.to_le_bytes(),
    ]
    .concat()
}

/// An `encodedList`.
pub fn encoded(bytes: &[u8]) -> String {
    format!("u{}", base64url(gzip(bytes)))
}

/// The entry of a badge that has this place in the list at `url`.
pub fn entry(url: &str, purpose: &str, index: impl Into<Value>) -> Value {
    json!({
        "type": "BitstringStatusListEntry",
        "statusPurpose": purpose,
        "statusListIndex": index.into(),
        "statusListCredential": url,
    })
}

/// The list at `url`, for these purposes; nobody has signed it yet.
pub fn list(url: &str, issuer: &Issuer, purposes: impl Into<Value>, encoded: &str) -> Value {
    json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "id": url,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": issuer.id(),
        "validFrom": "2026-05-01T00:00:00Z",
        "credentialSubject": {
            "id": format!("{url}#list"),
            "type": "BitstringStatusList",
            "statusPurpose": purposes.into(),
            "encodedList": encoded,
        },
    })
}
