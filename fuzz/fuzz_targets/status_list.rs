//! Packed lists, signed by the badge's issuer: whatever is in them, the badge stays its issuer's, and is
//! in force only by a list that is not empty.
#![no_main]

use assay::evidence::Answer;
use assay::key::Algorithm;
use assay::{Evidence, Policy, Timestamp, Verdict, open, verify};
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};
use signing::{Issuer, base64url};

const LIST: &str = "https://status.example/1";

fuzz_target!(|input: (u8, u8, u16, &[u8])| {
    let (kind, size, index, packed) = input;
    let issuer = Issuer::did_key("fuzz");
    let encoded = base64url(packed);
    let (status, list) = match kind % 3 {
        0 => (
            json!({"credentialStatus": {
                "type": "BitstringStatusListEntry", "statusPurpose": "revocation",
                "statusListIndex": index.to_string(), "statusListCredential": LIST,
                "statusSize": size,
            }}),
            w3c("BitstringStatusList", &format!("u{encoded}")),
        ),
        1 => (
            json!({"credentialStatus": {
                "type": "RevocationList2020Status",
                "revocationListIndex": index, "revocationListCredential": LIST,
            }}),
            w3c("RevocationList2020", &encoded),
        ),
        _ => (
            json!({"status": {"status_list": {"idx": index, "uri": LIST}}}),
            json!({
                "sub": LIST, "iat": 1_600_000_000,
                "status_list": {"bits": size, "lst": encoded},
            }),
        ),
    };
    let typ = if kind % 3 == 2 {
        "statuslist+jwt"
    } else {
        "vc+jwt"
    };
    let Some(badge) = token(&issuer, "vc+jwt", credential(&issuer, status)) else {
        return;
    };
    let list = match typ {
        "vc+jwt" => credential(&issuer, list),
        _ => list,
    };
    let Some(list) = token(&issuer, typ, list) else {
        return;
    };
    let mut evidence = Evidence::none();
    let body = list.into_bytes();
    evidence.insert(LIST, Answer::Response { status: 200, body });
    let policy = Policy::default();
    let (Some(now), Ok(opened)) = (
        Timestamp::from_unix_seconds(1_700_000_000),
        open(badge.as_bytes(), &policy.bounds),
    ) else {
        return;
    };
    let Some(credential) = opened.credentials.only() else {
        return;
    };
    let report = verify(credential, &evidence, &policy, now);
    match report.verdict {
        Verdict::Revoked | Verdict::Suspended | Verdict::StatusUnknown => {}
        Verdict::Unlisted => assert!(!packed.is_empty()),
        other => panic!("{other:?}"),
    }
});

fn token(issuer: &Issuer, typ: &str, payload: Value) -> Option<String> {
    let header = json!({ "typ": typ });
    issuer.token(Algorithm::EdDsa, &header, &payload).ok()
}

/// The members that make a list a credential.
fn w3c(kind: &str, encoded: &str) -> Value {
    json!({
        "id": LIST,
        "type": ["VerifiableCredential", format!("{kind}Credential")],
        "credentialSubject": {
            "type": kind, "statusPurpose": "revocation", "encodedList": encoded,
        },
    })
}

/// A credential with these members besides the usual ones.
fn credential(issuer: &Issuer, members: Value) -> Value {
    let mut credential = json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "type": ["VerifiableCredential"],
        "issuer": issuer.id(),
        "credentialSubject": {},
    });
    if let (Value::Object(credential), Value::Object(members)) = (&mut credential, members) {
        credential.extend(members);
    }
    credential
}
