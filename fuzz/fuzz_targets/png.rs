//! Pictures in PNG, whose chunks a badge can be in.
#![no_main]

use assay::policy::Bounds;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // An error is an answer too.
    let _ = assay::carrier::png::contents(bytes, &Bounds::default());
});
