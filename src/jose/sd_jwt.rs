//! SD-JWT: a signed token, the disclosures that its holder chose to add, and perhaps the holder's own
//! signature over that choice (RFC 9901, section 4).

use base64ct::{Base64UrlUnpadded, Encoding as _};
use serde_json::{Map, Value};

use super::disclosures::hash_algorithm;
use super::{Disclosed, Jws, JwsError, JwsPart, MalformedDisclosure, disclose};
use crate::json;
use crate::policy::Bounds;

/// The parts of an SD-JWT; nothing of it is verified yet.
#[derive(Clone, Debug, PartialEq)]
pub struct SdJwt {
    /// What the issuer signed.
    pub issuer_signed: Jws,
    /// Its payload, as it was signed.
    pub payload: Map<String, Value>,
    /// That payload, with what was disclosed in its place; or why the disclosures are not the
    /// issuer's.
    pub disclosed: Result<Disclosed, MalformedDisclosure>,
    /// The holder's signature, where there is one.
    pub key_binding: Option<KeyBinding>,
}

/// A holder's signature over an SD-JWT (section 4.3).
#[derive(Clone, Debug, PartialEq)]
pub struct KeyBinding {
    pub jws: Jws,
    /// Its claims: `aud`, `nonce`, `iat` and `sd_hash`.
    pub claims: Map<String, Value>,
    /// Whether `sd_hash` is the hash of this token with just these disclosures.
    pub is_of_these_disclosures: bool,
}

/// Why a text is no SD-JWT.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum SdJwtError {
    /// The issuer's token, or its payload.
    Issuer(JwsError),
    /// The holder's token, or its payload.
    KeyBinding(JwsError),
}

impl SdJwtError {
    /// The code in the report's contract.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Issuer(error) | Self::KeyBinding(error) => error.code(),
        }
    }
}

impl SdJwt {
    /// Reads `<issuer's token>~<disclosure>~…~<holder's token, or nothing>`. The caller has bounded
    /// the text's length.
    ///
    /// # Errors
    /// Any [`SdJwtError`].
    pub fn parse(text: &str, bounds: &Bounds) -> Result<Self, SdJwtError> {
        // Section 7.1, step 1. The parts.
        let (bound, holders) = text.rsplit_once('~').unwrap_or((text, ""));
        let mut parts = bound.split('~');
        let issuers = parts.next().unwrap_or_default();
        let disclosures: Vec<&str> = parts.collect();
        let issuer_signed = Jws::parse(issuers, bounds).map_err(SdJwtError::Issuer)?;
        let payload = claims(&issuer_signed, bounds).map_err(SdJwtError::Issuer)?;
        // Steps 2 to 5.
        let disclosed = disclose(&payload, &disclosures, bounds);
        let key_binding = match holders {
            "" => None,
            text => {
                let jws = Jws::parse(text, bounds).map_err(SdJwtError::KeyBinding)?;
                let claims = claims(&jws, bounds).map_err(SdJwtError::KeyBinding)?;
                // Section 4.3.1: over everything up to the last stroke, and it.
                let hash = hash_algorithm(&payload).ok();
                let hash = hash.map(|hash| hash.digest(format!("{bound}~")));
                let hash = hash.map(|digest| Base64UrlUnpadded::encode_string(&digest));
                let stated = claims.get("sd_hash").and_then(Value::as_str);
                Some(KeyBinding {
                    is_of_these_disclosures: hash.is_some() && stated == hash.as_deref(),
                    jws,
                    claims,
                })
            }
        };
        Ok(Self {
            issuer_signed,
            payload,
            disclosed,
            key_binding,
        })
    }
}

fn claims(jws: &Jws, bounds: &Bounds) -> Result<Map<String, Value>, JwsError> {
    let part = JwsPart::Payload;
    match json::parse(&jws.payload, bounds) {
        Ok(Value::Object(claims)) => Ok(claims),
        Ok(_) => Err(JwsError::NotAnObject { part }),
        Err(error) => Err(JwsError::Json { part, error }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn encode(bytes: &[u8]) -> String {
        Base64UrlUnpadded::encode_string(bytes)
    }

    /// A token that nobody signed.
    fn token(payload: &Value) -> String {
        let payload = encode(payload.to_string().as_bytes());
        format!("eyJhbGciOiJFUzI1NiJ9.{payload}.{}", encode(&[0; 64]))
    }

    fn parse(text: &str) -> Result<SdJwt, SdJwtError> {
        SdJwt::parse(text, &Bounds::default())
    }

    fn hash(text: &str) -> String {
        encode(&crate::HashAlgorithm::Sha256.digest(text))
    }

    fn example() -> String {
        let disclosure = encode(json!(["salt", "name", "Ada"]).to_string().as_bytes());
        let payload = json!({"vct": "urn:example:badge", "_sd": [hash(&disclosure), "decoy"]});
        format!("{}~{disclosure}~", token(&payload))
    }

    #[test]
    fn puts_what_was_disclosed_in_its_place() {
        let sd_jwt = parse(&example()).unwrap();
        let disclosed = sd_jwt.disclosed.unwrap();
        let payload = Value::Object(disclosed.payload);
        assert_eq!(payload, json!({"vct": "urn:example:badge", "name": "Ada"}));
        assert_eq!(disclosed.withheld, 1);
        assert_eq!(sd_jwt.key_binding, None);
    }

    #[test]
    fn tells_whether_the_holder_signed_just_this() {
        let bound = |example: &str, claims: &Value| {
            let binding = parse(&format!("{example}{}", token(claims)))
                .unwrap()
                .key_binding;
            binding.map(|binding| binding.is_of_these_disclosures)
        };
        let example = example();
        let claims = json!({"sd_hash": hash(&example)});
        assert_eq!(bound(&example, &claims), Some(true));
        assert_eq!(bound(&example, &json!({})), Some(false));
        // The same token after somebody took the disclosure away.
        let (issuers, _) = example.split_once('~').unwrap();
        assert_eq!(bound(&format!("{issuers}~"), &claims), Some(false));
    }

    #[test]
    fn says_which_part_is_broken() {
        let example = example();
        let parts = JwsError::Parts { count: 1 };
        assert_eq!(parse("x~"), Err(SdJwtError::Issuer(parts.clone())));
        assert_eq!(
            parse(&format!("{example}x")),
            Err(SdJwtError::KeyBinding(parts))
        );
        for text in ["*", ""] {
            let sd_jwt = parse(&format!("{example}{text}~")).unwrap();
            assert!(sd_jwt.disclosed.is_err(), "{text}");
        }
        let list = format!("{}~", token(&json!([])));
        let part = JwsPart::Payload;
        assert_eq!(
            parse(&list),
            Err(SdJwtError::Issuer(JwsError::NotAnObject { part }))
        );
    }
}
