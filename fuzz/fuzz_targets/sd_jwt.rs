//! SD-JWT as text: the issuer's token, disclosures, the holder's token.
#![no_main]

use assay::jose::SdJwt;
use assay::policy::Bounds;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    if let Ok(sd_jwt) = SdJwt::parse(text, &Bounds::default())
        && let Ok(disclosed) = sd_jwt.disclosed
    {
        // Whatever the issuer signed in the open is still there.
        for name in sd_jwt
            .payload
            .keys()
            .filter(|name| !name.starts_with("_sd"))
        {
            assert!(disclosed.payload.contains_key(name), "{name}");
        }
    }
});
