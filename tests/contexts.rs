//! The bundled contexts against their manifest, and against published copies.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use assay::jsonld::contexts::{Snapshot, snapshots, urls};
use serde_json::Value;

/// Snapshots with the copy of the corpus that each must equal as JSON.
///
/// `npm:` is the folder of contexts that registry packages hold, `1edtech:` that
/// of 1EdTech's validator. The other snapshots of Open Badges have no copy there;
/// their hashes in the manifest agree with the states in the specification's git history.
const COPIES: &[(&str, &str)] = &[
    (
        "bitstring-status-list-v1",
        "npm:@digitalbazaar+vc-bitstring-status-list-context@1.1.0/vc-bitstring-status-list-v1.jsonld",
    ),
    ("clr-2.0", "1edtech:clr-v2p0.json"),
    ("clr-2.0.1", "1edtech:clr-v2p0-2.0.1.json"),
    ("credentials-v1", "1edtech:2018-credentials-v1.jsonld"),
    (
        "credentials-v1",
        "npm:credentials-context@2.0.0/map__www.w3.org_2018_credentials_v1.json",
    ),
    ("credentials-v2", "1edtech:credentials-v2.jsonld"),
    (
        "credentials-v2",
        "npm:@digitalbazaar+credentials-context@3.2.0/v2.jsonld",
    ),
    ("data-integrity-v1", "1edtech:data-integrity-v1.jsonld"),
    (
        "data-integrity-v2",
        "npm:@digitalbazaar+data-integrity-context@2.0.1/data-integrity-v2.jsonld",
    ),
    (
        "dcc-v1",
        "npm:@digitalcredentials+dcc-context@1.0.0/map__w3id.org_dcc_v1.json",
    ),
    ("did-v1", "1edtech:did-v1.jsonld"),
    ("did-v1", "npm:did-context@3.1.1/did-v1.jsonld"),
    ("ed25519-2018-v1", "1edtech:suites-ed25519-2018.jsonld"),
    ("ed25519-2020-v1", "1edtech:suites-ed25519-2020.jsonld"),
    (
        "ed25519-2020-v1",
        "1edtech:security-suites-ed25519-2020-v1.jsonld",
    ),
    ("jws-2020-v1", "1edtech:suites-jws-2020.jsonld"),
    (
        "multikey-v1",
        "npm:@digitalbazaar+multikey-context@2.0.1/multikey-v1.jsonld",
    ),
    (
        "ob-3.0-2022-05",
        "npm:@digitalcredentials+open-badges-context@3.0.0/map__OBv3_beta.json",
    ),
    ("ob-3.0-2022-06", "1edtech:obv3x.jsonld"),
    ("ob-3.0-2022-11", "1edtech:ob-v3p0.json"),
    ("ob-3.0.1-2023-05", "1edtech:ob-v3p0-3.0.1.json"),
    ("ob-3.0.2-2023-07", "1edtech:ob-v3p0-3.0.2.json"),
    (
        "ob-3.0.3-2024-03",
        "npm:@digitalcredentials+open-badges-context@3.0.0/map__purl.imsglobal.org_spec_ob_v3p0_context-3.0.3.json.json",
    ),
    ("ob-3.0.3-2026-06", "1edtech:ob-v3p0-3.0.3.json"),
    ("ob-extensions", "1edtech:ob-v3p0-extensions.json"),
    (
        "status-list-2021-v1",
        "npm:@digitalbazaar+vc-status-list-context@3.1.1/vc-status-list-v1.jsonld",
    ),
];

#[test]
fn bundled_contexts_equal_the_published_copies() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    if !corpus.is_dir() {
        println!("SKIPPED: the corpus is not here ({})", corpus.display());
        return;
    }
    let bundled = bundled();
    for (name, copy) in COPIES {
        let path = match copy.split_once(':') {
            Some(("npm", path)) => corpus.join("contexts-npm").join(path),
            Some(("1edtech", path)) => corpus
                .join("contexts-1edtech-validator/inspector-vc/src/main/resources/contexts")
                .join(path),
            _ => panic!("{copy}: neither npm nor 1edtech"),
        };
        let text = std::fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let snapshot = bundled[name];
        assert_eq!(parse(snapshot.json), parse(&text), "{name} and {copy}");
    }
}

#[test]
fn the_manifest_agrees_with_the_table() {
    let manifest = parse(include_str!(
        "../statements/src/jsonld/contexts/sources.json"
    ));
    let expected: BTreeMap<&str, &str> = manifest["snapshots"]
        .as_array()
        .expect("a list of snapshots")
        .iter()
        .map(|entry| (text(&entry["name"]), text(&entry["sha256"])))
        .collect();
    let found: BTreeMap<&str, &str> = bundled()
        .into_iter()
        .map(|(name, snapshot)| (name, snapshot.sha256))
        .collect();
    assert_eq!(expected, found);

    let contexts = manifest["contexts"].as_array().expect("a list of contexts");
    let listed: BTreeSet<&str> = contexts.iter().map(|entry| text(&entry["url"])).collect();
    assert_eq!(listed, urls().collect::<BTreeSet<_>>());
    for entry in contexts {
        let url = text(&entry["url"]);
        let expected: Vec<&str> = entry["snapshots"]
            .as_array()
            .expect(url)
            .iter()
            .map(text)
            .collect();
        let found: Vec<&str> = snapshots(url)
            .expect(url)
            .iter()
            .map(|snapshot| snapshot.name)
            .collect();
        assert_eq!(expected, found, "{url}");
    }
}

fn bundled() -> BTreeMap<&'static str, &'static Snapshot> {
    urls()
        .flat_map(|url| snapshots(url).expect(url))
        .map(|snapshot| (snapshot.name, snapshot))
        .collect()
}

fn parse(json: &str) -> Value {
    serde_json::from_str(json).expect("JSON")
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a string")
}
