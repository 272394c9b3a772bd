//! JSON Web Keys: what is read as a key is written as the same key.
#![no_main]

use assay::key::multikey::to_multikey;
use assay::key::{jwk, multikey};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(serde_json::Value::Object(json)) = serde_json::from_slice(bytes) else {
        return;
    };
    if let Ok(key) = jwk(&json) {
        assert_eq!(multikey(&to_multikey(&key)), Ok(key));
    }
});
