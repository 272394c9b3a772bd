//! Every way of saying that a badge is withdrawn: a badge and its list.

use serde_json::{Value, json};
use signing::status_list::gzip;
use signing::{Issuer, base64url};

use crate::list::*;

/// A mechanism, and how its list is signed.
#[derive(Clone, Copy, Debug)]
pub enum Mechanism {
    Bitstring,
    BitstringToken,
    OneEdTech,
    RevocationList2020,
    StatusList2021,
    TokenStatusList,
}

pub const ALL: [Mechanism; 6] = [
    Mechanism::Bitstring,
    Mechanism::BitstringToken,
    Mechanism::OneEdTech,
    Mechanism::RevocationList2020,
    Mechanism::StatusList2021,
    Mechanism::TokenStatusList,
];

/// A badge of the issuer's that nobody has signed yet, and its list, signed by `keeper`.
pub fn made(
    mechanism: Mechanism,
    issuer: &Issuer,
    keeper: &Issuer,
    is_revoked: bool,
) -> (Value, String) {
    let set: &[usize] = if is_revoked { &[9] } else { &[] };
    let packed = gzip(&bits(SHORTEST, set));
    let w3c = |entry: Value, list_type: &str, subject_type: &str, encoded: String| {
        let mut list = list(keeper, "revocation", &encoded);
        list["type"] = json!(["VerifiableCredential", list_type]);
        list["credentialSubject"]["type"] = json!(subject_type);
        (entry, token(keeper, "vc+jwt", &list))
    };
    let (entry, list) = match mechanism {
        Mechanism::Bitstring => {
            let list = list(keeper, "revocation", &format!("u{}", base64url(packed)));
            (
                entry("revocation", "9"),
                keeper.sign(list).unwrap().to_string(),
            )
        }
        Mechanism::BitstringToken => w3c(
            entry("revocation", "9"),
            "BitstringStatusListCredential",
            "BitstringStatusList",
            format!("u{}", base64url(packed)),
        ),
        Mechanism::OneEdTech => {
            let revoked = if is_revoked {
                json!([{"id": "urn:uuid:0001"}])
            } else {
                json!([])
            };
            (
                json!({"id": LIST, "type": "1EdTechRevocationList"}),
                json!({"id": LIST, "revokedCredential": revoked}).to_string(),
            )
        }
        Mechanism::RevocationList2020 => w3c(
            json!({
                "type": "RevocationList2020Status",
                "revocationListIndex": "9", "revocationListCredential": LIST,
            }),
            "RevocationList2020Credential",
            "RevocationList2020",
            base64url(packed),
        ),
        Mechanism::StatusList2021 => w3c(
            json!({
                "type": "StatusList2021Entry", "statusPurpose": "revocation",
                "statusListIndex": "9", "statusListCredential": LIST,
            }),
            "StatusList2021Credential",
            "StatusList2021",
            base64url(packed),
        ),
        Mechanism::TokenStatusList => {
            let lst = encoded_token_list(&[0, u8::from(is_revoked) << 1]);
            let claims = json!({
                "sub": LIST, "iat": 1_780_000_000, "status_list": {"bits": 1, "lst": lst},
            });
            (Value::Null, token(keeper, "statuslist+jwt", &claims))
        }
    };
    let mut badge = badge(issuer, entry);
    if let Mechanism::TokenStatusList = mechanism {
        badge.as_object_mut().unwrap().remove("credentialStatus");
        badge["status"] = json!({"status_list": {"idx": 9, "uri": LIST}});
    }
    (badge, list)
}
