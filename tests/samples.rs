//! Each sample gets the verdict that the gallery promises.

mod support;

use assay::trust::Registry;
use assay::{Evidence, Policy, open, verify};
use serde_json::Value;
use support::{now, sample};

#[test]
fn every_sample_gets_its_verdict() {
    let policy = Policy {
        registries: vec![Registry::parse(&sample("registry.json")).unwrap()],
        ..Policy::default()
    };
    let index: Value = serde_json::from_slice(&sample("samples.json")).unwrap();
    let entries = index.as_array().unwrap();
    assert!(entries.len() >= 8);
    for entry in entries {
        let file = entry["file"].as_str().unwrap();
        let opened = open(&sample(file), &policy.bounds).unwrap();
        let report = verify(
            opened.credentials.only().unwrap(),
            &Evidence::none(),
            &policy,
            now(),
        );
        assert_eq!(
            Some(report.verdict.code()),
            entry["verdict"].as_str(),
            "{file}"
        );
    }
}
