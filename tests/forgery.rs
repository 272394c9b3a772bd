//! Ways to make a badge say more than was signed. None comes out better than `unconfirmed`.

mod support;

use assay::key::KeyKind;
use assay::proof::Suite;
use assay::{Outcome, Policy, Question, Reason, Reliance, Verdict};
use serde_json::{Value, json};
use signing::{Issuer, members, multibase};
use support::{report, sample};

const VC2: &str = "https://www.w3.org/ns/credentials/v2";
const ED25519_2020: &str = "https://w3id.org/security/suites/ed25519-2020/v1";
const EXTENSIONS: &str = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json";
const OB3: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

/// Every suite, with every kind of key that it takes.
const SIGNERS: [Signer; 7] = [
    Signer(Suite::EcdsaJcs2019, KeyKind::P256),
    Signer(Suite::EcdsaJcs2019, KeyKind::P384),
    Signer(Suite::EcdsaRdfc2019, KeyKind::P256),
    Signer(Suite::EcdsaRdfc2019, KeyKind::P384),
    Signer(Suite::Ed25519Signature2020, KeyKind::Ed25519),
    Signer(Suite::EddsaJcs2022, KeyKind::Ed25519),
    Signer(Suite::EddsaRdfc2022, KeyKind::Ed25519),
];

#[derive(Clone, Copy)]
struct Signer(Suite, KeyKind);

impl Signer {
    fn issuer(self) -> Issuer {
        Issuer::did_key_of("an honest issuer", self.1)
    }

    fn stranger(self) -> Issuer {
        Issuer::did_key_of("a stranger", self.1)
    }

    fn sign(self, badge: Value) -> Value {
        self.sign_with(badge, json!({}))
    }

    /// A signed badge, whose proof has these members too.
    fn sign_with(self, badge: Value, more: Value) -> Value {
        self.sign_by(&self.issuer(), badge, more)
    }

    fn sign_by(self, issuer: &Issuer, badge: Value, more: Value) -> Value {
        let mut proof = members(self.0);
        let more = more.as_object().unwrap().clone();
        proof.as_object_mut().unwrap().extend(more);
        issuer.sign_with(badge, proof).unwrap()
    }

    fn unsigned(self) -> Value {
        self.unsigned_by(self.issuer().id())
    }

    fn unsigned_by(self, issuer: &str) -> Value {
        let mut badge = unsigned(issuer);
        // The one suite whose proofs W3C's context does not define.
        if self.0 == Suite::Ed25519Signature2020 {
            badge["@context"]
                .as_array_mut()
                .unwrap()
                .push(json!(ED25519_2020));
        }
        badge
    }

    fn signed(self) -> Value {
        self.sign(self.unsigned())
    }

    /// Changes a signed badge and expects it to be refused.
    #[track_caller]
    fn after(self, change: impl FnOnce(&mut Value)) {
        let mut badge = self.signed();
        change(&mut badge);
        assert_ne!(badge, self.signed(), "the change changes something");
        refused(&badge);
    }
}

fn unsigned(issuer: &str) -> Value {
    json!({
        "@context": [VC2, OB3, EXTENSIONS],
        "id": "https://badges.example/1",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": issuer, "type": ["Profile"], "name": "An honest issuer"},
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

fn verdict(badge: &Value) -> Verdict {
    report(badge, &Policy::default()).verdict
}

fn integrity(badge: &Value) -> (Outcome, Reason) {
    let report = report(badge, &Policy::default());
    let check = report.checks.get(Question::Integrity);
    (check.outcome, check.reason.clone())
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

/// Makes the same change with every suite.
#[track_caller]
fn after(change: impl Fn(&mut Value)) {
    for signer in SIGNERS {
        signer.after(&change);
    }
}

fn take(badge: &mut Value, member: &str) -> Value {
    badge.as_object_mut().unwrap().remove(member).unwrap()
}

#[test]
fn the_badge_itself_is_good_and_expired() {
    for signer in SIGNERS {
        assert_eq!(
            verdict(&signer.signed()),
            Verdict::Expired,
            "{:?}",
            signer.0
        );
    }
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
    for signer in SIGNERS {
        let sign = |badge| signer.sign_by(&signer.stranger(), badge, json!({}));
        assert_eq!(verdict(&sign(signer.unsigned())), Verdict::Invalid);
        // A did:web and an https issuer, for whom anybody could sign with a key of their own.
        for id in ["did:web:famous.example", "https://famous.example/issuer"] {
            refused(&sign(signer.unsigned_by(id)));
        }
    }
}

/// Wrong verdict 1 of peers: a key in the fragment is not the issuer's document.
#[test]
fn a_key_in_the_fragment() {
    for signer in SIGNERS {
        let stranger = signer.stranger();
        let key = stranger.id().strip_prefix("did:key:").unwrap();
        for issuer in ["did:web:famous.example", "https://famous.example"] {
            let method = json!({"verificationMethod": format!("{issuer}#{key}")});
            refused(&signer.sign_by(&stranger, signer.unsigned_by(issuer), method));
        }
    }
}

#[test]
fn a_proof_from_another_badge() {
    for signer in SIGNERS {
        let mut other = signer.unsigned();
        other["credentialSubject"]["achievement"]["name"] = json!("Soldering");
        let other = signer.sign(other);
        signer.after(|badge| badge["proof"] = other["proof"].clone());
    }
}

/// A signature that holds, with the kind of key that another suite takes.
#[test]
fn a_key_that_does_not_fit_the_suite() {
    for signer in SIGNERS {
        let badge = signer.signed();
        for other in Suite::ALL {
            let mut relabelled = badge.clone();
            let names = members(other);
            relabelled["proof"]["type"] = names["type"].clone();
            match names.get("cryptosuite") {
                Some(name) => relabelled["proof"]["cryptosuite"] = name.clone(),
                None => drop(
                    relabelled["proof"]
                        .as_object_mut()
                        .unwrap()
                        .remove("cryptosuite"),
                ),
            }
            if other != signer.0 {
                refused(&relabelled);
            }
        }
    }
    let signer = Signer(Suite::EcdsaJcs2019, KeyKind::P256);
    let mut badge = signer.signed();
    badge["proof"]["cryptosuite"] = json!("eddsa-jcs-2022");
    let unfit = Reason::UnfitKey {
        suite: Suite::EddsaJcs2022,
        key: KeyKind::P256,
    };
    assert_eq!(integrity(&badge), (Outcome::Unknown, unfit));
}

#[test]
fn signatures_of_other_lengths_and_values() {
    let lengths = [0, 1, 63, 64, 65, 95, 96, 97, 128];
    for bytes in lengths
        .map(|length| vec![7; length])
        .iter()
        .chain([&vec![0; 64]])
    {
        after(|badge| badge["proof"]["proofValue"] = json!(multibase(bytes)));
    }
    for signer in SIGNERS {
        let badge = signer.signed();
        let value = badge["proof"]["proofValue"].as_str().unwrap();
        let bytes = bs58::decode(&value[1..]).into_vec().unwrap();
        let truncated = &bytes[..bytes.len() - 1];
        let longer = [&bytes[..], &[0]].concat();
        for wrong in [truncated, &longer, &bytes[1..], &bytes.repeat(2)] {
            signer.after(|badge| badge["proof"]["proofValue"] = json!(multibase(wrong)));
        }
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
    after(|badge| badge["proof"]["cryptosuite"] = json!("none"));
    after(|badge| badge["proof"]["domain"] = json!("example.com"));
    after(|badge| badge["proof"]["verificationMethod"] = badge["issuer"]["id"].clone());
    after(|badge| badge["proof"]["@context"] = json!(VC2));
    after(|badge| badge["proof"]["@context"] = json!([VC2, OB3, EXTENSIONS, VC2]));
    after(|badge| drop(take(badge, "proof")));
}

#[test]
fn signed_for_another_purpose_or_no_longer() {
    for signer in SIGNERS {
        let sign = |more: Value| signer.sign_with(signer.unsigned(), more);
        refused(&sign(json!({"proofPurpose": "authentication"})));
        refused(&sign(json!({"expires": "2025-01-01T00:00:00Z"})));
    }
}

/// Even what the issuer signed is not shown as attested where no context says what it means.
#[test]
fn undefined_members_that_were_signed() {
    for signer in SIGNERS {
        let mut badge = signer.unsigned();
        badge["credentialSubject"]["achievement"]["grade"] = json!("A");
        let badge = signer.sign(badge);
        let (outcome, reason) = integrity(&badge);
        assert_eq!(
            (outcome, reason.code()),
            (Outcome::Unknown, "uncovered-terms")
        );
        refused(&badge);
    }
}

/// Under JCS contexts may be put behind the signed ones; they define nothing of what was signed.
#[test]
fn contexts_put_behind_the_signed_ones() {
    for signer in [
        Signer(Suite::EcdsaJcs2019, KeyKind::P256),
        Signer(Suite::EddsaJcs2022, KeyKind::Ed25519),
    ] {
        let with_extensions = |mut badge: Value| {
            let contexts = badge["@context"].as_array_mut().unwrap();
            contexts.push(json!(EXTENSIONS));
            badge
        };
        let mut badge = signer.unsigned();
        badge["@context"] = json!([VC2, OB3]);
        let undefined = badge.clone();
        drop(take(&mut badge, "refreshService"));
        let badge = with_extensions(signer.sign(badge));
        assert_eq!(verdict(&badge), Verdict::Expired);
        let undefined = integrity(&with_extensions(signer.sign(undefined)));
        let terms = vec!["1EdTechCredentialRefresh".into()];
        assert_eq!(
            undefined,
            (Outcome::Unknown, Reason::UndefinedTerms { terms })
        );
        // In front of them, or between, they are others than those that were signed.
        for at in [0, 1] {
            let mut badge = badge.clone();
            badge["@context"]
                .as_array_mut()
                .unwrap()
                .insert(at, json!(EXTENSIONS));
            refused(&badge);
        }
    }
}

/// A double holds both numbers, so canonical JSON writes both alike.
#[test]
fn a_number_that_stands_for_others() {
    for signer in SIGNERS {
        let mut badge = signer.unsigned();
        badge["credentialSubject"]["achievement"]["creditsAvailable"] = json!(1);
        let mut badge = signer.sign(badge);
        badge["credentialSubject"]["achievement"]["creditsAvailable"] =
            json!(9_007_199_254_740_993_u64);
        refused(&badge);
    }
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
    for signer in SIGNERS {
        let good = signer.signed();
        let stranger = signer.sign_by(&signer.stranger(), signer.unsigned(), json!({}));
        let set = |proofs: &[&Value]| {
            let mut badge = good.clone();
            badge["proof"] = proofs.iter().map(|proof| (*proof).clone()).collect();
            badge
        };
        let mut broken = good["proof"].clone();
        broken["proofValue"] = json!(multibase(&vec![7; signer.1.signature_length()]));
        let unknown = json!({"type": "DataIntegrityProof", "cryptosuite": "xyz-2030"});
        // One that holds suffices, wherever it stands.
        assert_eq!(verdict(&set(&[&broken, &good["proof"]])), Verdict::Expired);
        assert_eq!(verdict(&set(&[&good["proof"], &unknown])), Verdict::Expired);
        refused(&set(&[&broken, &stranger["proof"], &unknown]));
        refused(&set(&[]));
        let many: Vec<&Value> = std::iter::repeat_n(&good["proof"], 17).collect();
        refused(&set(&many));
    }
}

#[test]
fn a_proof_on_top_of_one_that_does_not_hold() {
    for signer in SIGNERS {
        let id = "urn:uuid:first";
        let badge = signer.sign_with(signer.unsigned(), json!({"previousProof": id}));
        refused(&badge);
        let mut circle = badge;
        circle["proof"]["id"] = json!(id);
        refused(&circle);
    }
}

#[test]
fn a_repeated_member_is_no_badge() {
    let text = String::from_utf8(sample("minimal.json")).unwrap();
    let doubled = text.replacen("\"name\"", "\"name\": \"Another\", \"name\"", 1);
    assert_ne!(text, doubled);
    let nothing = assay::Evidence::none();
    assert_eq!(support::verdict(doubled.as_bytes(), &nothing), "unreadable");
}
