//! Any file at all: opened, and judged where there is a credential in it.
#![no_main]

use assay::{Evidence, Policy, Reliance, Timestamp, open, verify, verify_presentation};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let policy = Policy::default();
    let Ok(opened) = open(bytes, &policy.bounds) else {
        return;
    };
    let Some(now) = Timestamp::from_unix_seconds(1_700_000_000) else {
        return;
    };
    for credential in opened.credentials.iter().flatten() {
        let report = verify(credential, &Evidence::none(), &policy, now);
        // With no registry nothing can be genuine.
        assert!(report.verdict.reliance() < Reliance::Full);
    }
    if let Some(presentation) = &opened.presentation {
        let _ = verify_presentation(presentation, &Evidence::none(), &policy, now);
    }
});
