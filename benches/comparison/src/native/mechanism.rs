//! How the measured credentials are signed.

use anyhow::{Context as _, Result};
use assay::Timestamp;
use assay::key::{Algorithm, KeyKind};
use assay::proof::Suite;
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use signing::{Issuer, members};

const VC1: &str = "https://www.w3.org/2018/credentials/v1";

/// A suite, or a token's algorithm.
#[derive(Clone, Copy)]
pub enum Mechanism {
    Suite(Suite, KeyKind),
    /// VC-JWT (Verifiable Credentials 1.1, section 6.3.1), which more peers read than the tokens of 2.0.
    Token(Algorithm, KeyKind),
}

impl Mechanism {
    pub const ALL: [Self; 4] = [
        Self::Suite(Suite::EddsaRdfc2022, KeyKind::Ed25519),
        Self::Suite(Suite::EcdsaRdfc2019, KeyKind::P256),
        Self::Token(Algorithm::EdDsa, KeyKind::Ed25519),
        Self::Token(Algorithm::Es256, KeyKind::P256),
    ];

    pub fn name(self) -> String {
        match self {
            Self::Suite(suite, _) => suite.name().to_owned(),
            Self::Token(algorithm, _) => format!("VC-JWT, {}", algorithm.name()),
        }
    }

    pub fn key(self) -> KeyKind {
        match self {
            Self::Suite(_, key) | Self::Token(_, key) => key,
        }
    }

    /// The credential with a proof, or in a token, which is a string.
    ///
    /// # Errors
    /// Where it cannot be signed.
    pub fn sign(self, issuer: &Issuer, document: Value) -> Result<Value> {
        match self {
            Self::Suite(suite, _) => issuer.sign_with(document, members(suite)),
            Self::Token(algorithm, _) => {
                let header = json!({"typ": "JWT", "kid": issuer.method()});
                let token = issuer.token(algorithm, &header, &payload(issuer, document)?)?;
                Ok(json!(token))
            }
        }
    }
}

/// The credential on data model 1.1, with the claims that repeat its members.
fn payload(issuer: &Issuer, mut document: Value) -> Result<Value> {
    document["@context"][0] = json!(VC1);
    let members = document.as_object_mut().context("an object")?;
    let mut payload = json!({"iss": issuer.id(), "jti": members.get("id")});
    if let Some(subject) = members
        .get("credentialSubject")
        .and_then(|subject| subject.get("id"))
    {
        payload["sub"] = subject.clone();
    }
    let dates = [
        ("validFrom", "issuanceDate", "nbf"),
        ("validUntil", "expirationDate", "exp"),
    ];
    for (name, older_name, claim) in dates {
        let Some(date) = members.remove(name) else {
            continue;
        };
        let time = date.as_str().and_then(|text| Timestamp::parse(text).ok());
        let epoch = Timestamp::from_unix_seconds(0).context("a time")?;
        payload[claim] = json!(epoch.seconds_until(time.context("a time")?));
        members.insert(older_name.into(), date);
    }
    payload["vc"] = document;
    Ok(payload)
}

/// The same text with another letter in a name that is signed.
///
/// # Errors
/// Where there is no such name.
pub fn altered(text: &str) -> Result<String> {
    let rename = |json: &str| {
        let renamed = json.replacen("\"name\":\"Course ", "\"name\":\"Coarse ", 1);
        (renamed != json).then_some(renamed).context("a name")
    };
    let Some((header, rest)) = text.split_once('.').filter(|_| !text.starts_with('{')) else {
        return rename(text);
    };
    let (payload, signature) = rest.split_once('.').context("a token")?;
    let payload = String::from_utf8(BASE64_URL_SAFE_NO_PAD.decode(payload)?)?;
    let payload = BASE64_URL_SAFE_NO_PAD.encode(rename(&payload)?);
    Ok(format!("{header}.{payload}.{signature}"))
}
