//! Signatures in compact form: what is read can be put together again.
#![no_main]

use assay::jose::Jws;
use assay::policy::Bounds;
use base64ct::{Base64UrlUnpadded, Encoding as _};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    if let Ok(jws) = Jws::parse(text, &Bounds::default()) {
        let signature = Base64UrlUnpadded::encode_string(&jws.signature);
        let input = String::from_utf8_lossy(jws.signing_input());
        assert_eq!(format!("{input}.{signature}"), text);
        // An algorithm that is refused is an answer too.
        let _ = jws.header.algorithm();
    }
});
