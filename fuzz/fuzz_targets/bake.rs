//! Any picture, and any badge put into it: what is baked comes out byte for byte.
#![no_main]

use assay::carrier::bake::{bake, extract};
use assay::policy::Bounds;
use libfuzzer_sys::fuzz_target;
use serde_json::json;

fuzz_target!(|bytes: &[u8]| {
    // The first byte says how much of the rest is the badge's; the picture is behind it.
    let Some((length, rest)) = bytes.split_first() else {
        return;
    };
    let Some((name, picture)) = rest.split_at_checked(usize::from(*length)) else {
        return;
    };
    let badge = json!({
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "credentialSubject": {},
        "name": String::from_utf8_lossy(name),
    });
    let badge = badge.to_string();
    let bounds = Bounds::default();
    if let Ok(baked) = bake(picture, badge.as_bytes(), &bounds) {
        let found = extract(&baked, &bounds).map(|found| found.text);
        assert_eq!(found, Ok(badge.into_bytes()));
    }
});
