//! Electronic seals around credentials, as European Digital Credentials have them: signatures in a
//! JSON form with the certificate of whoever made them (JAdES, ETSI TS 119 182-1).

use serde_json::{Map, Value};

use super::{Credential, NotACredential, Securing, recognize, w3c};
use crate::jose::is_json_serialization;
use crate::json;
use crate::key::base64url;
use crate::policy::Bounds;

/// A seal that was recognised, and not checked: what it says and whose it is are open.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Seal {
    /// The algorithm of each of its signatures.
    pub algorithms: Vec<String>,
}

/// Members of a signature's header that name its maker's certificate, of which every signature has
/// one (TS 119 182-1, sections 5.1.7 and 5.1.8, and 5.2.2).
const CERTIFICATES: [&str; 5] = ["sigX5ts", "x5c", "x5t#S256", "x5t#o", "x5u"];

/// Reads the credential in a seal.
///
/// # Errors
/// [`NotACredential::SignedJson`] for another signature in a JSON form, or one around something else;
/// None for what is no such signature.
pub fn read_sealed(
    document: &Map<String, Value>,
    bounds: &Bounds,
) -> Option<Result<Credential, NotACredential>> {
    is_json_serialization(document)
        .then(|| sealed(document, bounds).ok_or(NotACredential::SignedJson))
}

fn sealed(document: &Map<String, Value>, bounds: &Bounds) -> Option<Credential> {
    // RFC 7515, section 7.2.1 and 7.2.2: several signatures, or the members of one.
    let signatures = match document.get("signatures") {
        Some(several) => several.as_array()?.iter().map(Value::as_object).collect(),
        None => vec![Some(document)],
    };
    let headers = signatures
        .into_iter()
        .map(|signature| header(signature?, bounds));
    let headers = headers.collect::<Option<Vec<_>>>()?;
    let first = headers.first()?;
    let is_certified =
        |header: &Map<String, Value>| CERTIFICATES.iter().any(|name| header.contains_key(*name));
    if !headers.iter().all(is_certified) {
        return None;
    }
    // RFC 7797, section 3: the payload as it is, or in base64url; the same for every signature.
    let payload = document.get("payload")?.as_str()?;
    let payload = match first.get("b64") {
        Some(Value::Bool(false)) => payload.as_bytes().to_vec(),
        _ => base64url(payload)?,
    };
    let Value::Object(content) = json::parse(&payload, bounds).ok()? else {
        return None;
    };
    let types = recognize(&content).ok()?;
    let algorithm = |header: &Map<String, Value>| header.get("alg")?.as_str().map(str::to_owned);
    let algorithms = headers.iter().filter_map(algorithm).collect();
    Some(Credential {
        securing: Securing::Seal(Seal { algorithms }),
        ..w3c(content, types)
    })
}

/// The protected header.
fn header(signature: &Map<String, Value>, bounds: &Bounds) -> Option<Map<String, Value>> {
    let header = base64url(signature.get("protected")?.as_str()?)?;
    match json::parse(&header, bounds).ok()? {
        Value::Object(header) => Some(header),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::credential::Format;
    use base64ct::{Base64UrlUnpadded, Encoding as _};
    use serde_json::json;

    const CREDENTIAL: &str =
        r#"{"type":["VerifiableCredential","EuropeanDigitalCredential"],"credentialSubject":{}}"#;

    fn encoded(text: &str) -> String {
        Base64UrlUnpadded::encode_string(text.as_bytes())
    }

    fn signature(header: &Value) -> Value {
        json!({"protected": encoded(&header.to_string()), "signature": "AA"})
    }

    fn read(document: &Value) -> Option<Result<Credential, NotACredential>> {
        read_sealed(document.as_object().unwrap(), &Bounds::default())
    }

    #[test]
    fn a_seal_is_told_by_its_certificate_in_either_form() {
        let plain = signature(&json!({"alg": "RS256", "x5c": ["AA"], "b64": false}));
        let mut flattened = signature(&json!({"alg": "ES256", "x5t#S256": "AA"}));
        flattened["payload"] = encoded(CREDENTIAL).into();
        for (document, algorithm) in [
            (
                json!({"payload": CREDENTIAL, "signatures": [plain]}),
                "RS256",
            ),
            (flattened, "ES256"),
        ] {
            let credential = read(&document).unwrap().unwrap();
            assert_eq!(credential.format, Format::Elm);
            let algorithms = vec![algorithm.to_owned()];
            assert_eq!(credential.securing, Securing::Seal(Seal { algorithms }));
        }
    }

    #[test]
    fn other_signed_json_is_none() {
        let certified = signature(&json!({"alg": "RS256", "x5c": ["AA"]}));
        let other = signature(&json!({"alg": "RS256"}));
        let payload = encoded(CREDENTIAL);
        for document in [
            json!({"payload": payload, "signatures": [other]}),
            json!({"payload": payload, "signatures": [certified, other]}),
            json!({"payload": payload, "signatures": []}),
            json!({"payload": payload, "signatures": [1]}),
            json!({"payload": CREDENTIAL, "signatures": [certified]}),
            json!({"payload": encoded("{}"), "signatures": [certified]}),
            json!({"payload": encoded("[1"), "signatures": [certified]}),
        ] {
            assert_eq!(
                read(&document),
                Some(Err(NotACredential::SignedJson)),
                "{document}"
            );
        }
        assert_eq!(read(&json!({"payload": payload})), None);
    }
}
