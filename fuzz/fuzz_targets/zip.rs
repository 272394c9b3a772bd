//! ZIP archives of badges.
#![no_main]

use assay::policy::Bounds;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // An error is an answer too.
    let bounds = Bounds::default();
    if let Ok(files) = assay::carrier::zip::contents(bytes, &bounds) {
        let sizes = files.iter().flatten().map(|file| file.text.len());
        assert!(sizes.sum::<usize>() <= bounds.unpacked_bytes);
    }
});
