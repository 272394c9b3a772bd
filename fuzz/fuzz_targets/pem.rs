//! Keys in PEM: what is read as a key is written as the same key.
#![no_main]

use assay::key::multikey::to_multikey;
use assay::key::{multikey, pem};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // Most texts are no PEM, so bytes are wrapped up first unless they are meant to be one.
    let text = String::from_utf8_lossy(bytes);
    let text = match text.starts_with('-') {
        true => text.into_owned(),
        false => {
            use base64ct::{Base64, Encoding as _};
            let encoded = Base64::encode_string(bytes);
            let lines: Vec<_> = encoded
                .as_bytes()
                .chunks(64)
                .map(String::from_utf8_lossy)
                .collect();
            let lines = lines.join("\n");
            format!("-----BEGIN PUBLIC KEY-----\n{lines}\n-----END PUBLIC KEY-----\n")
        }
    };
    if let Ok(key) = pem(&text) {
        assert_eq!(multikey(&to_multikey(&key)), Ok(key));
    }
});
