//! A badge and its signers: one for each suite and each kind of key.

use assay::key::KeyKind;
use assay::proof::Suite;
use assay::{Outcome, Policy, Question, Reason, Reliance, Verdict};
use base64ct::{Base64UrlUnpadded, Encoding as _};
use serde_json::{Value, json};
use signing::{Issuer, members, multibase, multibase_url, with_signature};

use crate::support::report;

pub const VC2: &str = "https://www.w3.org/ns/credentials/v2";
pub const ED25519_2018: &str = "https://w3id.org/security/suites/ed25519-2018/v1";
pub const ED25519_2020: &str = "https://w3id.org/security/suites/ed25519-2020/v1";
pub const EXTENSIONS: &str = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json";
pub const JWS_2020: &str = "https://w3id.org/security/suites/jws-2020/v1";
pub const OB3: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

/// Every suite, with every kind of key that it takes.
pub const SIGNERS: [Signer; 15] = [
    Signer(Suite::Bbs2023, KeyKind::Bls12381G2),
    Signer(Suite::EcdsaJcs2019, KeyKind::P256),
    Signer(Suite::EcdsaJcs2019, KeyKind::P384),
    Signer(Suite::EcdsaRdfc2019, KeyKind::P256),
    Signer(Suite::EcdsaRdfc2019, KeyKind::P384),
    Signer(Suite::EcdsaSd2023, KeyKind::P256),
    Signer(Suite::Ed25519Signature2018, KeyKind::Ed25519),
    Signer(Suite::Ed25519Signature2020, KeyKind::Ed25519),
    Signer(Suite::EddsaJcs2022, KeyKind::Ed25519),
    Signer(Suite::EddsaRdfc2022, KeyKind::Ed25519),
    Signer(Suite::JsonWebSignature2020, KeyKind::Ed25519),
    Signer(Suite::JsonWebSignature2020, KeyKind::P256),
    Signer(Suite::JsonWebSignature2020, KeyKind::P384),
    Signer(Suite::JsonWebSignature2020, KeyKind::Rsa),
    Signer(Suite::JsonWebSignature2020, KeyKind::Secp256k1),
];

#[derive(Clone, Copy, Debug)]
pub struct Signer(pub Suite, pub KeyKind);

impl Signer {
    pub fn issuer(self) -> Issuer {
        Issuer::did_key_of("an honest issuer", self.1)
    }

    pub fn stranger(self) -> Issuer {
        Issuer::did_key_of("a stranger", self.1)
    }

    pub fn sign(self, badge: Value) -> Value {
        self.sign_with(badge, json!({}))
    }

    /// A signed badge, whose proof has these members too.
    pub fn sign_with(self, badge: Value, more: Value) -> Value {
        self.sign_by(&self.issuer(), badge, more)
    }

    pub fn sign_by(self, issuer: &Issuer, badge: Value, more: Value) -> Value {
        let mut proof = members(self.0);
        let more = more.as_object().unwrap().clone();
        proof.as_object_mut().unwrap().extend(more);
        issuer.sign_with(badge, proof).unwrap()
    }

    pub fn unsigned(self) -> Value {
        self.unsigned_by(self.issuer().id())
    }

    pub fn unsigned_by(self, issuer: &str) -> Value {
        let mut badge = unsigned(issuer);
        if let Some(context) = self.context() {
            badge["@context"]
                .as_array_mut()
                .unwrap()
                .push(json!(context));
        }
        badge
    }

    /// The context that defines the suite's proofs, where W3C's own does not.
    pub fn context(self) -> Option<&'static str> {
        match self.0 {
            Suite::Ed25519Signature2018 => Some(ED25519_2018),
            Suite::Ed25519Signature2020 => Some(ED25519_2020),
            Suite::JsonWebSignature2020 => Some(JWS_2020),
            _ => None,
        }
    }

    pub fn signed(self) -> Value {
        self.sign(self.unsigned())
    }

    /// Changes a signed badge and expects it to be refused.
    #[track_caller]
    pub fn after(self, change: impl FnOnce(&mut Value)) {
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

/// Writes bytes as a proof's value has them.
type Encode = Box<dyn Fn(&[u8]) -> String>;

/// The bytes of a proof's signature, or of what stands in its place, and the way in which they are
/// written.
pub fn value(proof: &Value) -> (Vec<u8>, Encode) {
    let value = proof[value_member(proof)].as_str().unwrap();
    if let Some((header, signature)) = value.split_once("..") {
        let header = header.to_owned();
        return (
            Base64UrlUnpadded::decode_vec(signature).unwrap(),
            Box::new(move |bytes| with_signature(&header, bytes)),
        );
    }
    match value.split_at(1) {
        ("u", digits) => (
            Base64UrlUnpadded::decode_vec(digits).unwrap(),
            Box::new(multibase_url),
        ),
        (_, digits) => (
            bs58::decode(digits).into_vec().unwrap(),
            Box::new(multibase),
        ),
    }
}

/// Puts another value into a proof.
pub fn put(proof: &mut Value, value: Value) {
    let member = value_member(proof);
    proof[member] = value;
}

fn value_member(proof: &Value) -> &'static str {
    match proof.get("jws") {
        Some(_) => "jws",
        None => "proofValue",
    }
}

pub fn verdict(badge: &Value) -> Verdict {
    report(badge, &Policy::default()).verdict
}

pub fn integrity(badge: &Value) -> (Outcome, Reason) {
    let report = report(badge, &Policy::default());
    let check = report.checks.get(Question::Integrity);
    (check.outcome, check.reason.clone())
}

#[track_caller]
pub fn refused(badge: &Value) {
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
pub fn after(change: impl Fn(&mut Value)) {
    for signer in SIGNERS {
        signer.after(&change);
    }
}

pub fn take(badge: &mut Value, member: &str) -> Value {
    badge.as_object_mut().unwrap().remove(member).unwrap()
}
