//! Multikeys: each key has one text, so what is read is written as it was.
#![no_main]

use assay::key::multikey;
use assay::key::multikey::to_multikey;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // Most texts are no base58, so most of the work goes to bytes that are encoded first.
    let text = match bytes.strip_prefix(b"z") {
        Some(_) => String::from_utf8_lossy(bytes).into_owned(),
        None => format!("z{}", bs58::encode(bytes).into_string()),
    };
    if let Ok(key) = multikey(&text) {
        assert_eq!(to_multikey(&key), text);
    }
});
