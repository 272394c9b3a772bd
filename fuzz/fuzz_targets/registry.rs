//! Registries of issuers: a list of registries, a file of issuers, and what a federation states of
//! itself and of an issuer, a line of the input each.
#![no_main]

use assay::evidence::Answer;
use assay::trust::{Registry, RegistrySource, look_up};
use assay::{Evidence, Policy, Timestamp};
use libfuzzer_sys::fuzz_target;

const LIST: &str = "https://lists.example/registries.json";
const OWN_LIST: &str = "https://lists.example/own.json";
const FILE: &str = "https://files.example/registry.json";
const CONFIGURATION: &str = "https://members.example/.well-known/openid-federation";
const STATEMENT: &str = "https://members.example/fetch?sub=did%3Aweb%3Aissuer.example";
const ISSUER: &str = "did:web:issuer.example";
/// Both registries, whatever the input's own list says.
const BOTH: &str = r#"[{"name": "File", "type": "dcc-legacy", "url": "https://files.example/registry.json"},
    {"name": "Members", "type": "oidf", "trustAnchorEC": "https://members.example/.well-known/openid-federation"}]"#;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(registry) = Registry::parse(bytes) {
        for issuer in &registry.issuers {
            assert!(registry.entry(&issuer.id).is_some());
        }
    }
    let mut evidence = Evidence::none();
    let mut serve = |url: &str, body: &[u8]| {
        let body = body.to_vec();
        evidence.insert(url, Answer::Response { status: 200, body });
    };
    serve(OWN_LIST, BOTH.as_bytes());
    let lines = bytes.split(|byte| *byte == b'\n');
    for (url, line) in [LIST, FILE, CONFIGURATION, STATEMENT]
        .into_iter()
        .zip(lines)
    {
        serve(url, line);
    }
    let known = |url: &str| RegistrySource::KnownRegistries {
        url: url.to_owned(),
    };
    let policy = Policy {
        registry_sources: vec![known(LIST), known(OWN_LIST)],
        ..Policy::default()
    };
    // The time at which the seed's tokens are in force.
    let Some(now) = Timestamp::from_unix_seconds(1_780_272_000) else {
        return;
    };
    for listing in look_up(ISSUER, &evidence, &policy, now).listings {
        assert!(!listing.name.trim().is_empty());
        // Random bytes are no statement of a federation's.
        assert_ne!(listing.registry, "Members");
    }
});
