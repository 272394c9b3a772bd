//! Logs of did:webvh: what is accepted has been read to its end, and to its last byte.
#![no_main]

use assay::Timestamp;
use assay::policy::Bounds;
use assay::resolve::did_log;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // The identifier that the log gives itself.
    let line = bytes.split(|byte| *byte == b'\n').next();
    let Ok(first) = serde_json::from_slice::<serde_json::Value>(line.unwrap_or_default()) else {
        return;
    };
    let did = first["state"]["id"].as_str().unwrap_or_default();
    let bounds = Bounds::default();
    let now = Timestamp::parse("2026-06-01T00:00:00Z").unwrap();
    let Ok(count) = did_log(did, bytes, &bounds, now) else {
        return;
    };
    let text = std::str::from_utf8(bytes).unwrap();
    assert_eq!(text.trim_end().lines().count(), count);
    let longer = format!("{}\n{{}}", text.trim_end());
    assert!(did_log(did, longer.as_bytes(), &bounds, now).is_err());
    // Every byte of the first entry but white space counts.
    let other = text.replacen("\"versionTime\"", "\"versionTimes\"", 1);
    assert!(other == text || did_log(did, other.as_bytes(), &bounds, now).is_err());
});
