//! Ways to make a badge say more than was signed. None comes out better than `unconfirmed`.

mod support;

use assay::{Policy, Question, Reason, Reliance, Verdict};
use serde_json::{Value, json};
use signing::{Issuer, multibase};
use support::{report, sample};

const VC2: &str = "https://www.w3.org/ns/credentials/v2";
const OB3: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

fn issuer() -> Issuer {
    Issuer::did_key("an honest issuer")
}

fn unsigned() -> Value {
    json!({
        "@context": [VC2, OB3],
        "id": "https://badges.example/1",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": issuer().id(), "type": ["Profile"], "name": "An honest issuer"},
        "validFrom": "2024-01-01T00:00:00Z",
        "validUntil": "2025-01-01T00:00:00Z",
        "refreshService": {"id": "https://badges.example/1", "type": "1EdTechCredentialRefresh"},
        "credentialStatus": {
            "id": "https://status.example/1#7",
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": "7",
            "statusListCredential": "https://status.example/1",
        },
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "achievement": {
                "id": "urn:uuid:1",
                "type": ["Achievement"],
                "name": "Welding",
                "description": "Welds.",
                "criteria": {"narrative": "A test."},
                "tag": ["metal", "heat"],
            },
            "result": [{"type": ["Result"], "status": "Failed"}],
        },
    })
}

fn signed() -> Value {
    let mut badge = unsigned();
    let contexts = badge["@context"].as_array_mut().unwrap();
    contexts.push(json!(
        "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
    ));
    issuer().sign(badge).unwrap()
}

fn verdict(badge: &Value) -> Verdict {
    report(badge, &Policy::default()).verdict
}

#[track_caller]
fn refused(badge: &Value) {
    let report = report(badge, &Policy::default());
    let reasons: Vec<_> = report
        .checks
        .all()
        .iter()
        .take(2)
        .map(|check| &check.reason)
        .collect();
    assert_eq!(report.verdict.reliance(), Reliance::Nothing, "{reasons:?}");
}

/// Changes a signed badge and expects it to be refused.
#[track_caller]
fn after(change: impl FnOnce(&mut Value)) {
    let mut badge = signed();
    change(&mut badge);
    assert_ne!(badge, signed(), "the change changes something");
    refused(&badge);
}

fn take(badge: &mut Value, member: &str) -> Value {
    badge.as_object_mut().unwrap().remove(member).unwrap()
}

#[test]
fn the_badge_itself_is_good_and_expired() {
    assert_eq!(verdict(&signed()), Verdict::Expired);
}

#[test]
fn altered_content() {
    after(|badge| badge["credentialSubject"]["achievement"]["name"] = json!("Deep-sea welding"));
    after(|badge| badge["credentialSubject"]["result"][0]["status"] = json!("Completed"));
    after(|badge| badge["validUntil"] = json!("2035-01-01T00:00:00Z"));
    after(|badge| badge["id"] = json!("https://badges.example/2"));
    after(|badge| badge["type"] = json!(["VerifiableCredential"]));
}

#[test]
fn members_left_out() {
    for member in [
        "validUntil",
        "credentialStatus",
        "validFrom",
        "issuer",
        "type",
        "id",
    ] {
        after(|badge| drop(take(badge, member)));
    }
}

#[test]
fn members_left_out_in_part() {
    after(|badge| drop(take(&mut badge["credentialStatus"], "statusPurpose")));
    after(|badge| badge["credentialSubject"]["result"] = json!([]));
}

#[test]
fn the_issuer_swapped() {
    let stranger = Issuer::did_key("a stranger");
    after(|badge| badge["issuer"]["id"] = json!(stranger.id()));
    after(|badge| badge["issuer"]["name"] = json!("A famous university"));
    after(|badge| badge["issuer"] = json!("did:web:famous.example"));
}

#[test]
fn signed_by_a_stranger() {
    let stranger = Issuer::did_key("a stranger");
    let badge = stranger.sign(unsigned()).unwrap();
    assert_eq!(verdict(&badge), Verdict::Invalid);
    // A did:web and an https issuer, for whom anybody could sign with a key of their own.
    for id in ["did:web:famous.example", "https://famous.example/issuer"] {
        let mut badge = unsigned();
        badge["issuer"]["id"] = json!(id);
        refused(&stranger.sign(badge).unwrap());
    }
}

/// Wrong verdict 1 of peers: a key in the fragment is not the issuer's document.
#[test]
fn a_key_in_the_fragment() {
    let stranger = Issuer::did_key("a stranger");
    let key = stranger.id().strip_prefix("did:key:").unwrap();
    for issuer in ["did:web:famous.example", "https://famous.example"] {
        let mut badge = unsigned();
        badge["issuer"]["id"] = json!(issuer);
        let method = format!("{issuer}#{key}");
        let suite = json!({
            "type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022", "verificationMethod": method,
        });
        refused(&stranger.sign_with(badge, suite).unwrap());
    }
}

#[test]
fn a_proof_from_another_badge() {
    let mut other = unsigned();
    other["credentialSubject"]["achievement"]["name"] = json!("Soldering");
    let other = issuer().sign(other).unwrap();
    after(|badge| badge["proof"] = other["proof"].clone());
}

#[test]
fn signatures_of_other_lengths_and_values() {
    for bytes in [&[][..], &[1], &[7; 63], &[7; 65], &[0; 64], &[7; 128]] {
        after(|badge| badge["proof"]["proofValue"] = json!(multibase(bytes)));
    }
    for text in ["", "z", "u", "not base58: 0OIl", "mAAAA"] {
        after(|badge| badge["proof"]["proofValue"] = json!(text));
    }
    after(|badge| badge["proof"]["proofValue"] = json!({"@value": "z"}));
    after(|badge| badge["proof"]["proofValue"] = json!(null));
}

#[test]
fn altered_proof_options() {
    after(|badge| badge["proof"]["created"] = json!("2020-01-01T00:00:00Z"));
    after(|badge| badge["proof"]["proofPurpose"] = json!("authentication"));
    after(|badge| badge["proof"]["cryptosuite"] = json!("eddsa-jcs-2022"));
    after(|badge| badge["proof"]["cryptosuite"] = json!("none"));
    after(|badge| badge["proof"]["type"] = json!("Ed25519Signature2020"));
    after(|badge| badge["proof"]["domain"] = json!("example.com"));
    after(|badge| badge["proof"]["verificationMethod"] = json!(issuer().id()));
    after(|badge| drop(take(badge, "proof")));
}

#[test]
fn signed_for_another_purpose_or_no_longer() {
    let sign = |members: Value| {
        let mut suite = json!({"type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022"});
        suite
            .as_object_mut()
            .unwrap()
            .extend(members.as_object().unwrap().clone());
        issuer().sign_with(unsigned(), suite).unwrap()
    };
    refused(&sign(json!({"proofPurpose": "authentication"})));
    refused(&sign(json!({"expires": "2025-01-01T00:00:00Z"})));
}

#[test]
fn members_that_the_signature_does_not_cover() {
    after(|badge| badge["honours"] = json!("with distinction"));
    after(|badge| badge["credentialSubject"]["achievement"]["grade"] = json!("A"));
    after(|badge| badge["credentialSubject"]["achievement"]["@nonsense"] = json!("A"));
    after(|badge| badge["proof"]["note"] = json!("checked"));
    // Identifiers that are no IRIs are dropped in silence, with everything said of them.
    after(|badge| {
        badge["evidence"] = json!({"id": "not an iri", "type": "Evidence", "name": "Forged"});
    });
    after(|badge| badge["evidence"] = json!({"id": "https://exa mple.com", "type": "Evidence"}));
    after(|badge| badge["evidence"] = json!({"id": "relative/path", "type": ["Evidence"]}));
}

/// The same statements under another name: the signature holds, and a reader of names sees less.
#[test]
fn hidden_under_an_iri() {
    let typed = |value: &Value| json!({"@value": value, "@type": "http://www.w3.org/2001/XMLSchema#dateTime"});
    after(|badge| {
        let until = take(badge, "validUntil");
        badge["https://www.w3.org/2018/credentials#validUntil"] = typed(&until);
    });
    after(|badge| {
        let status = take(badge, "credentialStatus");
        badge["https://www.w3.org/2018/credentials#credentialStatus"] = status;
    });
    after(|badge| {
        let result = take(&mut badge["credentialSubject"], "result");
        badge["credentialSubject"]["Result"] = result;
    });
}

/// The same statements about the same node, in another place of the document.
#[test]
fn hidden_in_another_mention_of_the_same_identifier() {
    after(|badge| {
        let until = take(badge, "validUntil");
        badge["refreshService"]["type"] = json!([
            "1EdTechCredentialRefresh",
            "VerifiableCredential",
            "OpenBadgeCredential"
        ]);
        badge["refreshService"]["validUntil"] = until;
    });
    after(|badge| {
        let all = badge.clone();
        *badge =
            json!({"@context": all["@context"], "@graph": [all], "type": ["VerifiableCredential"]});
    });
    after(|badge| {
        let included =
            json!([{"id": "https://badges.example/1", "validUntil": take(badge, "validUntil")}]);
        badge["@included"] = included;
    });
}

#[test]
fn contexts_that_change_what_words_mean() {
    after(|badge| {
        let contexts = badge["@context"].as_array_mut().unwrap();
        contexts.push(json!({"achievementType": "https://example.com/nothing"}));
    });
    after(|badge| {
        badge["@context"]
            .as_array_mut()
            .unwrap()
            .push(json!({"@vocab": "urn:x:"}))
    });
    after(|badge| {
        badge["@context"]
            .as_array_mut()
            .unwrap()
            .push(json!("https://example.com/c"))
    });
    after(|badge| {
        badge["@context"]
            .as_array_mut()
            .unwrap()
            .insert(0, json!(null))
    });
    after(|badge| badge["@context"] = json!(OB3));
    after(|badge| badge["credentialSubject"]["@context"] = json!({"result": null}));
}

#[test]
fn proof_sets_need_one_proof_of_the_issuers() {
    let good = signed();
    let stranger = Issuer::did_key("a stranger").sign(unsigned()).unwrap();
    let set = |proofs: &[&Value]| {
        let mut badge = good.clone();
        badge["proof"] = proofs.iter().map(|proof| (*proof).clone()).collect();
        badge
    };
    let mut broken = good["proof"].clone();
    broken["proofValue"] = json!(multibase(&[7; 64]));
    let unknown = json!({"type": "DataIntegrityProof", "cryptosuite": "xyz-2030"});
    // One that holds suffices, wherever it stands.
    assert_eq!(verdict(&set(&[&broken, &good["proof"]])), Verdict::Expired);
    assert_eq!(verdict(&set(&[&good["proof"], &unknown])), Verdict::Expired);
    refused(&set(&[&broken, &stranger["proof"], &unknown]));
    refused(&set(&[]));
    let many: Vec<&Value> = std::iter::repeat_n(&good["proof"], 17).collect();
    refused(&set(&many));
}

/// Work grows with values, proofs and snapshots of contexts: their product is bounded.
#[test]
fn more_work_than_any_badge_needs() {
    let mut badge = signed();
    let alignment = |n: usize| json!({"type": ["Alignment"], "targetName": format!("skill {n}")});
    badge["credentialSubject"]["achievement"]["alignment"] = (0..4_500).map(alignment).collect();
    badge["proof"] = std::iter::repeat_n(badge["proof"].clone(), 16).collect();
    let report = report(&badge, &Policy::default());
    let integrity = report.checks.get(Question::Integrity);
    assert_eq!(integrity.reason, Reason::CanonicalizationTooCostly);
    assert_eq!(report.verdict, Verdict::Unconfirmed);
}

#[test]
fn proofs_that_name_all_others_before_them() {
    let mut badge = signed();
    let id = |n: usize| format!("urn:uuid:{n}");
    let proof = |n: usize| {
        let mut proof = badge["proof"].clone();
        proof["id"] = json!(id(n));
        proof["previousProof"] = (0..n).map(id).collect();
        proof
    };
    badge["proof"] = (0..16).map(proof).collect();
    refused(&badge);
}

#[test]
fn a_proof_on_top_of_one_that_does_not_hold() {
    let id = "urn:uuid:first";
    let suite = json!({"type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022", "previousProof": id});
    let badge = issuer().sign_with(unsigned(), suite).unwrap();
    refused(&badge);
    let mut circle = badge;
    circle["proof"]["id"] = json!(id);
    refused(&circle);
}

#[test]
fn a_repeated_member_is_no_badge() {
    let text = String::from_utf8(sample("minimal.json")).unwrap();
    let doubled = text.replacen("\"name\"", "\"name\": \"Another\", \"name\"", 1);
    assert_ne!(text, doubled);
    let nothing = assay::Evidence::none();
    assert_eq!(support::verdict(doubled.as_bytes(), &nothing), "unreadable");
}
