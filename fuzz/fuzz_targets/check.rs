//! Any file at all: opened, and each credential in it judged, and the holder's proof.
#![no_main]

use assay::{Evidence, Outcome, Policy, Reliance, Timestamp, open, verify, verify_presentation};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let policy = Policy::default();
    let Ok(opened) = open(bytes, &policy.bounds) else {
        return;
    };
    let Some(now) = Timestamp::from_unix_seconds(1_700_000_000) else {
        return;
    };
    let nothing = Evidence::none();
    for credential in opened.credentials.iter().flatten() {
        let report = verify(credential, &nothing, &policy, now);
        // With no registry nothing can be genuine.
        assert!(report.verdict.reliance() < Reliance::Full);
    }
    if let Some(presentation) = &opened.presentation {
        let report = verify_presentation(presentation, &nothing, &policy, now);
        // A holder who is not named has signed nothing.
        assert!(report.outcome != Outcome::Pass || report.holder.is_some());
    }
});
