//! Proofs of Data Integrity, their values decoded.
#![no_main]

use assay::proof::Proof;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(json) = serde_json::from_slice(bytes) {
        // An error is an answer too.
        let _ = Proof::read(&json);
    }
});
