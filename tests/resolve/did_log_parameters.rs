//! did:webvh: what an entry may set, and when.

use assay::IssuerMethod;
use assay::resolve::DidLogError;
use serde_json::{Value, json};
use signing::DidLog;

use crate::badge::listed;
use crate::did_log::{Keys, issuer_key, refused};

/// A log whose entry at `index` sets this too.
fn setting(index: usize, name: &str, value: Value) -> DidLog {
    Keys::new().log(|drafts| drafts[index].parameters[name] = value)
}

#[test]
fn what_may_be_set() {
    for (index, name, value) in [
        (0, "portable", json!(true)),
        (0, "deactivated", json!(false)),
        (0, "ttl", json!(0)),
        (0, "ttl", json!(1_u64 << 31)),
        (0, "watchers", json!(["https://watcher.example"])),
        (0, "witness", json!({})),
        (0, "nextKeyHashes", json!([])),
        (2, "method", json!("did:webvh:1.0")),
        (2, "portable", json!(false)),
        (2, "updateKeys", json!([])),
        // Deprecated, and taken for the default.
        (0, "watchers", json!(null)),
        (0, "witness", json!(null)),
        (0, "nextKeyHashes", json!(null)),
        (0, "ttl", json!(null)),
    ] {
        let log = setting(index, name, value);
        assert_eq!(issuer_key(&log), listed(IssuerMethod::DidWebvh), "{name}");
    }
}

#[test]
fn what_may_not_be_set() {
    let scid = Keys::new().log(|_| ()).scid();
    for (index, name, value) in [
        (0, "unheardOf", json!(1)),
        (0, "updateKeys", json!("z6Mk")),
        (0, "updateKeys", json!([1])),
        (0, "nextKeyHashes", json!({})),
        (0, "watchers", json!("https://watcher.example")),
        (0, "portable", json!("true")),
        (0, "portable", json!(null)),
        (0, "deactivated", json!(1)),
        (0, "ttl", json!(-1)),
        (0, "ttl", json!(1.5)),
        (0, "ttl", json!((1_u64 << 31) + 1)),
        (0, "ttl", json!("3600")),
        (0, "witness", json!([])),
        (0, "witness", json!({"threshold": 0})),
        // What only the first entry may set.
        (1, "scid", json!("{SCID}")),
        (1, "scid", json!(scid)),
        (1, "portable", json!(true)),
    ] {
        let (version, name) = (index + 1, name.to_owned());
        let log = setting(index, &name, value);
        refused(&log, DidLogError::MalformedParameter { version, name });
    }
}

#[test]
fn what_the_first_entry_has_to_set() {
    for missing in ["method", "scid", "updateKeys"] {
        let keys = Keys::new();
        let log = keys.log(|drafts| {
            let parameters = drafts[0].parameters.as_object_mut().unwrap();
            parameters.remove(missing);
        });
        let (version, name) = (1, missing.to_owned());
        refused(&log, DidLogError::MalformedParameter { version, name });
    }
}

#[test]
fn a_version_of_the_method_that_is_not_known() {
    for index in [0, 2] {
        for name in [
            "did:webvh:99.0",
            "did:webvh:1.0-rc1",
            "didwebvh:1.0",
            "did:webvh:0.5",
            "",
        ] {
            let log = setting(index, "method", json!(name));
            let name = name.to_owned();
            refused(&log, DidLogError::UnsupportedVersion { name });
        }
    }
}
