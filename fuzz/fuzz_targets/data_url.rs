//! data: URLs, with text or a picture in them.
#![no_main]

use assay::policy::Bounds;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // An error is an answer too.
    let _ = assay::carrier::data_url::contents(bytes, &Bounds::default());
});
