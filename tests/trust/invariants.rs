//! Whatever registries answer, less of it never improves a verdict, and nothing but a registry's own
//! word makes an issuer a known one.

use assay::evidence::{Answer, Unreachable};
use assay::trust::look_up;
use assay::{Evidence, Listing, Reliance};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::json;
use signing::Issuer;

use crate::made::{
    CONFIGURATION, Federation, LEGACY, LIST, NOW, add, federation_entry, issuer, legacy_entry,
    legacy_registry, list, policy, report, respond,
};
use crate::support::now;

/// Both kinds of registry, of which one or both list the issuer.
fn evidence(in_legacy: bool, in_federation: bool) -> Evidence {
    let mut evidence = Federation::new().evidence();
    add(
        &mut evidence,
        LIST,
        &json!([federation_entry(), legacy_entry()]),
    );
    let registry = match in_legacy {
        true => legacy_registry(),
        false => json!({"registry": {}}),
    };
    add(&mut evidence, LEGACY, &registry);
    if !in_federation {
        let body = Vec::new();
        let answer = Answer::Response { status: 404, body };
        evidence.insert(Federation::statement_url(), answer);
    }
    evidence
}

fn listings(evidence: &Evidence) -> Vec<Listing> {
    look_up(issuer().id(), evidence, &policy(), now()).listings
}

fn worse() -> impl Strategy<Value = Option<Answer>> {
    let response = |status: u16, body: Vec<u8>| Some(Answer::Response { status, body });
    prop_oneof![
        Just(None),
        Just(Some(Answer::Declined)),
        Just(Some(Answer::Unreachable(Unreachable::BlockedOrRefused))),
        Just(Some(Answer::Unreachable(Unreachable::Offline))),
        Just(response(200, b"[]".to_vec())),
        Just(response(200, b"{}".to_vec())),
        (400_u16..600).prop_map(move |status| response(status, Vec::new())),
        any::<Vec<u8>>().prop_map(move |body| response(200, body)),
        any::<Vec<u8>>().prop_map(move |body| response(404, body)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        cases: 64,
        ..ProptestConfig::default()
    })]

    #[test]
    fn less_evidence_never_improves_the_verdict(
        in_legacy in any::<bool>(),
        in_federation in any::<bool>(),
        changes in proptest::collection::vec((0_usize..4, worse()), 1..4),
    ) {
        let mut evidence = evidence(in_legacy, in_federation);
        let statement = Federation::statement_url();
        let urls = [LIST, LEGACY, CONFIGURATION, &statement];
        let mut before = report(&evidence).verdict.reliance();
        let is_listed = in_legacy || in_federation;
        prop_assert_eq!(before == Reliance::Full, is_listed);
        for (url, answer) in changes {
            evidence.remove(urls[url]);
            if let Some(answer) = answer {
                evidence.insert(urls[url], answer);
            }
            let now = report(&evidence).verdict.reliance();
            prop_assert!(now <= before);
            before = now;
        }
    }

    /// A flipped bit anywhere in what a federation signed.
    #[test]
    fn an_altered_statement_lists_nobody(
        of_registry in any::<bool>(),
        place in any::<Index>(),
        bit in 0..8_u32,
    ) {
        let federation = Federation::new();
        let mut evidence = federation.evidence();
        let (url, token) = match of_registry {
            true => (CONFIGURATION.to_owned(), federation.configuration_token()),
            false => (Federation::statement_url(), federation.statement_token()),
        };
        let mut bytes = token.into_bytes();
        let at = place.index(bytes.len());
        bytes[at] ^= 1 << bit;
        evidence.insert(url, Answer::Response { status: 200, body: bytes });
        prop_assert_eq!(listings(&evidence), []);
    }

    /// Whoever has not the registry's key states nothing, whatever their statement says of itself.
    #[test]
    fn a_strangers_statement_lists_nobody(
        name in select(vec!["key-1", "key-2", ""]),
        iss in select(vec!["https://members.example", "https://stranger.example"]),
        exp in NOW - 100..NOW + 100,
        brings_its_key in any::<bool>(),
    ) {
        let mut federation = Federation::new();
        let stranger = Issuer::did_key_of("a stranger to the registry", signing::KeyKind::P256);
        let jwk = stranger.jwk().unwrap();
        federation.statement_key = stranger;
        federation.statement_header["kid"] = json!(name);
        federation.statement["iss"] = json!(iss);
        federation.statement["exp"] = json!(exp);
        if brings_its_key {
            federation.statement_header["jwk"] = jwk.clone();
            federation.statement["jwks"] = json!({"keys": [jwk]});
        }
        prop_assert_eq!(listings(&federation.evidence()), []);
    }
}

/// The list alone, or a registry that the list does not have, establishes nothing.
#[test]
fn a_registry_counts_only_by_way_of_the_list() {
    let mut evidence = list(&json!([]));
    add(&mut evidence, LEGACY, &legacy_registry());
    assert_eq!(listings(&evidence), []);
    let mut evidence = Evidence::none();
    add(&mut evidence, LEGACY, &legacy_registry());
    let federation = Federation::new();
    respond(
        &mut evidence,
        CONFIGURATION,
        &federation.configuration_token(),
    );
    respond(
        &mut evidence,
        &Federation::statement_url(),
        &federation.statement_token(),
    );
    assert_eq!(listings(&evidence), []);
}
