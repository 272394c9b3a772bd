//! The same for JavaScript.

use assay::Timestamp;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{is_accepted, verdict, verifies_ed25519, verifies_p256};

/// Why a file is not accepted at this RFC 3339 time: its verdict's name; None if it is.
#[wasm_bindgen]
pub fn refusal(bytes: &[u8], at: &str) -> Option<String> {
    let Ok(at) = Timestamp::parse(at) else {
        return Some("no time".into());
    };
    let verdict = verdict(bytes, at);
    (!is_accepted(verdict)).then(|| verdict.code().into())
}

#[wasm_bindgen]
pub fn ed25519(key: &[u8], message: &[u8], signature: &[u8]) -> bool {
    verifies_ed25519(key, message, signature)
}

#[wasm_bindgen]
pub fn p256(key: &[u8], message: &[u8], signature: &[u8]) -> bool {
    verifies_p256(key, message, signature)
}
