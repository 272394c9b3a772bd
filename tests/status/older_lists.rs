//! The forerunners of Bitstring Status List: Status List 2021 and Revocation List 2020.

use base64ct::{Base64, Encoding as _};
use miniz_oxide::deflate::compress_to_vec_zlib;
use serde_json::{Value, json};
use signing::base64url;
use signing::status_list::gzip;

use crate::list::*;

const VC_1: &str = "https://www.w3.org/2018/credentials/v1";
const DATA_INTEGRITY: &str = "https://w3id.org/security/data-integrity/v2";

/// What differs between the two.
struct Generation {
    entry: fn(&str) -> Value,
    list_type: &'static str,
    subject_type: &'static str,
    has_purpose: bool,
    context: &'static str,
}

const STATUS_LIST: Generation = Generation {
    entry: |index| {
        json!({
            "type": "StatusList2021Entry", "statusPurpose": "revocation",
            "statusListIndex": index, "statusListCredential": LIST,
        })
    },
    list_type: "StatusList2021Credential",
    subject_type: "StatusList2021",
    has_purpose: true,
    context: "https://w3id.org/vc/status-list/2021/v1",
};

const REVOCATION_LIST: Generation = Generation {
    entry: |index| {
        json!({
            "type": "RevocationList2020Status",
            "revocationListIndex": index, "revocationListCredential": LIST,
        })
    },
    list_type: "RevocationList2020Credential",
    subject_type: "RevocationList2020",
    has_purpose: false,
    context: "https://w3id.org/vc-revocation-list-2020/v1",
};

impl Generation {
    /// In a VC-JWT, as most of these were: no context has to define the types.
    fn badge(&self, index: &str) -> String {
        let school = school();
        let badge = json!({
            "@context": [VC_1],
            "type": ["VerifiableCredential"],
            "issuer": school.id(),
            "issuanceDate": "2025-01-01T00:00:00Z",
            "credentialSubject": {"id": "did:example:learner"},
            "credentialStatus": (self.entry)(index),
        });
        token(&school, "JWT", &json!({ "iss": school.id(), "vc": badge }))
    }

    fn subject(&self, encoded: &str) -> Value {
        let id = format!("{LIST}#list");
        let mut subject = json!({"id": id, "type": self.subject_type, "encodedList": encoded});
        if self.has_purpose {
            subject["statusPurpose"] = json!("revocation");
        }
        subject
    }

    fn list(&self, encoded: &str) -> String {
        let school = school();
        let list = json!({
            "@context": [VC_1],
            "id": LIST,
            "type": ["VerifiableCredential", self.list_type],
            "issuer": school.id(),
            "issuanceDate": "2026-05-01T00:00:00Z",
            "credentialSubject": self.subject(encoded),
        });
        token(&school, "JWT", &json!({ "iss": school.id(), "vc": list }))
    }
}

#[test]
fn in_force_and_withdrawn() {
    for generation in [STATUS_LIST, REVOCATION_LIST] {
        let list = serving(&generation.list(&base64url(gzip(&bits(SHORTEST, &[7])))));
        assert_eq!(codes(&judge(&generation.badge("6"), &list)), IN_FORCE);
        assert_eq!(codes(&judge(&generation.badge("7"), &list)), REVOKED);
        let beyond = generation.badge("131072");
        assert_eq!(codes(&judge(&beyond, &list)), unknown("index-out-of-range"));
    }
}

/// Drafts left the alphabet open.
#[test]
fn base64_of_either_alphabet() {
    // Of this list the two alphabets write something else.
    let packed = gzip(&bits(SHORTEST, &[7, 70, 700, 7000]));
    let (url, plain) = (base64url(&packed), Base64::encode_string(&packed));
    assert!(url.contains(['-', '_']) && plain.contains(['+', '/']));
    for generation in [STATUS_LIST, REVOCATION_LIST] {
        for encoded in [&url, &plain] {
            let list = serving(&generation.list(encoded));
            assert_eq!(codes(&judge(&generation.badge("7"), &list)), REVOKED);
        }
    }
}

/// Revocation List 2020 says zlib in its text and has gzip in its example.
#[test]
fn zlib_is_revocation_list_2020s_alone() {
    let encoded = base64url(compress_to_vec_zlib(&bits(SHORTEST, &[7]), 6));
    let code = |generation: Generation| {
        let list = serving(&generation.list(&encoded));
        codes(&judge(&generation.badge("7"), &list))
    };
    assert_eq!(code(REVOCATION_LIST), REVOKED);
    assert_eq!(code(STATUS_LIST), unknown("malformed-status-list"));
}

/// A list of one generation is none of another.
#[test]
fn generations_are_not_mixed() {
    let encoded = base64url(gzip(&bits(SHORTEST, &[])));
    let list = serving(&REVOCATION_LIST.list(&encoded));
    let report = judge(&STATUS_LIST.badge("7"), &list);
    assert_eq!(codes(&report), unknown("malformed-status-list"));
}

/// With embedded proofs, under the context that defines the types.
#[test]
fn with_embedded_proofs() {
    let school = school();
    for generation in [STATUS_LIST, REVOCATION_LIST] {
        let signed = |subject: Value, types: Value, more: Value| {
            let mut credential = json!({
                "@context": [VC_1, generation.context, DATA_INTEGRITY],
                "type": types,
                "issuer": school.id(),
                "issuanceDate": "2026-05-01T00:00:00Z",
                "credentialSubject": subject,
            });
            let members = credential.as_object_mut().unwrap();
            members.extend(more.as_object().unwrap().clone());
            school.sign(credential).unwrap().to_string()
        };
        let mut entry = (generation.entry)("7");
        entry["id"] = json!(format!("{LIST}#7"));
        let badge = signed(
            json!({"id": "did:example:learner"}),
            json!(["VerifiableCredential"]),
            json!({ "credentialStatus": entry }),
        );
        for (set, expected) in [(vec![], IN_FORCE), (vec![7], REVOKED)] {
            let encoded = base64url(gzip(&bits(SHORTEST, &set)));
            let list = signed(
                generation.subject(&encoded),
                json!(["VerifiableCredential", generation.list_type]),
                json!({ "id": LIST }),
            );
            assert_eq!(codes(&judge(&badge, &serving(&list))), expected);
        }
    }
}
