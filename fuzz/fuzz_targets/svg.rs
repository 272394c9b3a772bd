//! Pictures in SVG, whose elements a badge can be in.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // An error is an answer too.
    let _ = assay::carrier::svg::contents(bytes);
});
