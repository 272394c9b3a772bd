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
        let verdicts = opened.credentials.iter().map(|credential| {
            let credential = credential.as_ref().unwrap();
            verify(credential, &Evidence::none(), &policy, now()).verdict
        });
        // Of several the one that lets one rely on least.
        let verdict = verdicts.min_by_key(|verdict| verdict.reliance()).unwrap();
        assert_eq!(Some(verdict.code()), entry["verdict"].as_str(), "{file}");
    }
}
