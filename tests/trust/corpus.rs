//! The Consortium's own list, its sandbox's registry and its credentials.

use std::fs;

use assay::evidence::{Answer, Purpose};
use assay::resolve::document_url;
use assay::trust::TrustReason;
use assay::{Evidence, Outcome, Policy, Verdict, open, verify};
use serde_json::json;

use crate::made::{Federation, LIST, add, identity, policy, respond, wants};
use crate::support::{corpus, expectations, now};

const SANDBOX: &str = "https://digitalcredentials.github.io/sandbox-registry/registry.json";
const COMMUNITY: &str = "https://digitalcredentials.github.io/community-registry/registry.json";
const MEMBERS: &str = "https://digitalcredentials.github.io/dcc-registry/registry.json";
const ANCHOR: &str = "https://registry.dcconsortium.org";

/// The list, the sandbox's registry and the issuers' DID documents, as published.
fn published() -> Option<Evidence> {
    let documents = corpus("did-documents")?;
    let fixtures = corpus("dcc-vc-test-fixtures")?;
    let mut evidence = Evidence::none();
    let mut serve = |url: &str, path| {
        let body = fs::read(path).unwrap();
        evidence.insert(url, Answer::Response { status: 200, body });
    };
    serve(
        LIST,
        documents.join("dcc-known-registries/known-did-registries.json"),
    );
    serve(
        SANDBOX,
        documents.join("digitalcredentials.github.io/sandbox-registry/registry.json"),
    );
    for name in ["legacy", "oidf"] {
        let did = format!("did:web:digitalcredentials.github.io:vc-test-fixtures:dids:{name}");
        let path = fixtures.join("dids").join(name).join("did.json");
        serve(&document_url(&did).unwrap(), path);
    }
    Some(evidence)
}

/// Of eight registries three count: the others are called tests or sandboxes, or are at addresses
/// that say so.
#[test]
fn three_registries_of_the_list_count() {
    let Some(mut evidence) = published() else {
        return;
    };
    evidence.remove(SANDBOX);
    let lookup = assay::trust::look_up("did:example:somebody", &evidence, &policy(), now());
    let unanswered = lookup.unanswered.iter().map(|it| it.registry.as_str());
    assert_eq!(
        unanswered.collect::<Vec<_>>(),
        [
            "DCC Member Registry",
            "DCC Community Registry",
            "DCC Member Registry"
        ]
    );
    let wants = lookup.wants.iter();
    let wants: Vec<_> = wants
        .map(|want| (want.url.as_str(), want.purpose))
        .collect();
    let configuration = format!("{ANCHOR}/.well-known/openid-federation");
    assert_eq!(
        wants,
        [
            (COMMUNITY, Purpose::Registry),
            (MEMBERS, Purpose::Registry),
            (SANDBOX, Purpose::Registry),
            (configuration.as_str(), Purpose::EntityConfiguration),
        ]
    );
}

/// Their names say in which registries their issuers are: `legacy` in the sandbox's, `oidf` in one
/// that is for tests too, and `noRegistry` in none. None of that makes an issuer a known one.
#[test]
fn credentials_of_issuers_in_test_registries() {
    let (Some(mut evidence), Some(folder)) = (published(), corpus("dcc-vc-test-fixtures")) else {
        return;
    };
    add(&mut evidence, COMMUNITY, &json!({"registry": {}}));
    add(&mut evidence, MEMBERS, &json!({"registry": {}}));
    // A member registry of our own making that has no statement about anybody.
    let mut federation = Federation::new();
    for claim in ["iss", "sub"] {
        federation.configuration[claim] = json!(ANCHOR);
    }
    let configuration = format!("{ANCHOR}/.well-known/openid-federation");
    respond(
        &mut evidence,
        &configuration,
        &federation.configuration_token(),
    );
    let policy = policy();
    let mut counts = [0, 0];
    for [path, ..] in expectations(&folder) {
        let bytes = fs::read(folder.join(&path)).unwrap();
        if !path.starts_with("verifiableCredentials/") || bytes.is_empty() {
            continue;
        }
        let opened = open(&bytes, &policy.bounds).unwrap();
        let credential = opened.credentials.only().unwrap();
        let report = verify(credential, &evidence, &policy, now());
        for (url, purpose) in wants(&report) {
            if purpose == Purpose::EntityStatement {
                let body = Vec::new();
                evidence.insert(url, Answer::Response { status: 404, body });
            }
        }
        let report = verify(credential, &evidence, &policy, now());
        assert_ne!(report.verdict, Verdict::Genuine, "{path}");
        assert_eq!(report.listings, [], "{path}");
        let name = path.rsplit('/').next().unwrap();
        let expected = match name.split('-').next().unwrap() {
            "legacy" | "legacyRegistry" | "mixedRegistry" | "fourRegistry" => {
                counts[0] += 1;
                TrustReason::TestRegistryOnly {
                    registries: vec!["DCC Sandbox Registry".into()],
                }
            }
            "oidf" | "noRegistry" => {
                counts[1] += 1;
                TrustReason::NotListed {
                    registries: vec![
                        "DCC Member Registry".into(),
                        "DCC Community Registry".into(),
                        "DCC Member Registry".into(),
                    ],
                }
            }
            other => panic!("{other}"),
        };
        assert_eq!(identity(&report), (Outcome::Unknown, expected), "{path}");
        // Without any registry nothing else changes.
        let alone = verify(credential, &evidence, &Policy::default(), now());
        assert_eq!(alone.verdict, report.verdict, "{path}");
    }
    assert_eq!(counts.iter().sum::<usize>(), 44);
    assert!(counts.iter().all(|count| *count > 0));
}
