//! Documents of controllers: every method that is found has an identifier of its own.
#![no_main]

use assay::resolve::ControlledDocument;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(json) = serde_json::from_slice(bytes) else {
        return;
    };
    if let Some(document) = ControlledDocument::read(&json) {
        for method in &document.methods {
            assert_eq!(document.method(&method.id).as_ref(), Some(method));
        }
    }
});
