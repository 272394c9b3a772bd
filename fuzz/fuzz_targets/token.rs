//! Tokens as people paste them, whatever copying left around them.
#![no_main]

use assay::policy::Bounds;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let bounds = Bounds::default();
    if let Ok(credential) = assay::carrier::token(bytes, &bounds) {
        // White space around a token changes nothing.
        let padded = [b" ", bytes, b"\n"].concat();
        assert_eq!(assay::carrier::token(&padded, &bounds), Ok(credential));
    }
});
