//! Proofs whose value is a detached JSON Web Signature over both hashes, unencoded (RFC 7515, appendix
//! F; RFC 7797): `header..signature`, made over the header's text, a dot and the hashes' bytes.

use serde_json::{Map, Value, json};

use super::parse::required;
use super::{HashData, MalformedProof, Proof};
use crate::jose::{self, AlgorithmRefused};
use crate::json;
use crate::key::{Algorithm, PublicKey, base64url};
use crate::policy::Bounds;
use crate::reason::Reason;

/// The longest header that is read: one with the three members there may be takes 56 characters.
const LONGEST_HEADER: usize = 200;

/// The member of a proof that has the signature.
pub(super) const MEMBER: &str = "jws";

/// A detached signature, taken apart.
struct DetachedJws<'a> {
    /// As it stands in the text, since it is signed so.
    header: &'a str,
    algorithm: Result<Algorithm, String>,
    signature: Vec<u8>,
}

impl<'a> DetachedJws<'a> {
    fn parse(text: &'a str) -> Result<Self, MalformedProof> {
        let (header, signature) = text
            .split_once("..")
            .ok_or(MalformedProof::SignatureEncoding)?;
        let signature = base64url(signature).ok_or(MalformedProof::SignatureEncoding)?;
        Ok(Self {
            header,
            algorithm: algorithm(header)?,
            signature,
        })
    }
}

/// The algorithm that a header names, or the name of one that is not known.
///
/// There is one header for each algorithm: `b64` says how the payload was signed and has to be
/// critical, and what else a header could say the suites give no meaning (vc-jws-2020, section 3.3;
/// jsonld-signatures refuses any other member too).
fn algorithm(header: &str) -> Result<Result<Algorithm, String>, MalformedProof> {
    let bytes = Some(header).filter(|header| header.len() <= LONGEST_HEADER);
    let bytes = bytes
        .and_then(base64url)
        .ok_or(MalformedProof::SignatureEncoding)?;
    let json = json::parse(&bytes, &Bounds::default()).map_err(|_| MalformedProof::JwsHeader)?;
    let name = json.get("alg").and_then(Value::as_str);
    let name = name.ok_or(MalformedProof::JwsHeader)?;
    if json != json!({"alg": name, "b64": false, "crit": ["b64"]}) {
        return Err(MalformedProof::JwsHeader);
    }
    match jose::algorithm(name) {
        Ok(algorithm) => Ok(Ok(algorithm)),
        Err(AlgorithmRefused::Unknown) => Ok(Err(name.to_owned())),
        Err(_) => Err(MalformedProof::JwsHeader),
    }
}

/// The text of `jws`, its form checked.
pub(super) fn value(proof: &Map<String, Value>) -> Result<Vec<u8>, Reason> {
    let text = required(proof, MEMBER).map_err(Reason::MalformedProof)?;
    let jws = DetachedJws::parse(text).map_err(Reason::MalformedProof)?;
    match jws.algorithm {
        Ok(_) => Ok(text.as_bytes().to_vec()),
        Err(name) => Err(Reason::UnsupportedSuite { name }),
    }
}

/// Whether the signature is the key's own, made by one of `algorithms` (RFC 7515, section 5.2, with
/// the signing input of RFC 7797, section 3).
pub(super) fn holds(
    hash_data: &HashData,
    proof: &Proof<'_>,
    key: &PublicKey,
    algorithms: &[Algorithm],
) -> Result<bool, Reason> {
    let encoding = Reason::MalformedProof(MalformedProof::SignatureEncoding);
    let text = std::str::from_utf8(&proof.value).map_err(|_| encoding)?;
    let jws = DetachedJws::parse(text).map_err(Reason::MalformedProof)?;
    let algorithm = match jws.algorithm {
        Ok(algorithm) if algorithms.contains(&algorithm) && key.takes(algorithm) => algorithm,
        _ => {
            let (mechanism, key) = (proof.suite.into(), key.kind());
            return Err(Reason::UnfitKey { mechanism, key });
        }
    };
    let length = jws.signature.len();
    if key.signature_length() != Some(length) {
        let problem = MalformedProof::SignatureLength { length };
        return Err(Reason::MalformedProof(problem));
    }
    let input = [jws.header.as_bytes(), b".", &hash_data.bytes()].concat();
    Ok(key.verifies(algorithm, &input, &jws.signature))
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64ct::{Base64UrlUnpadded, Encoding as _};

    fn read(header: &Value) -> Result<Vec<u8>, Reason> {
        let header = Base64UrlUnpadded::encode_string(header.to_string().as_bytes());
        of(&format!("{header}..AAAA"))
    }

    fn of(text: &str) -> Result<Vec<u8>, Reason> {
        value(json!({"jws": text}).as_object().unwrap())
    }

    #[test]
    fn a_header_has_three_members_and_no_more() {
        assert!(read(&json!({"alg": "EdDSA", "b64": false, "crit": ["b64"]})).is_ok());
        for header in [
            json!({"alg": "EdDSA"}),
            json!({"alg": "EdDSA", "b64": true, "crit": ["b64"]}),
            json!({"alg": "EdDSA", "b64": false}),
            json!({"alg": "EdDSA", "b64": false, "crit": ["b64", "exp"]}),
            json!({"alg": "EdDSA", "b64": false, "crit": ["b64"], "kid": "#k"}),
            json!({"alg": "none", "b64": false, "crit": ["b64"]}),
            json!({"alg": "HS256", "b64": false, "crit": ["b64"]}),
            json!({"b64": false, "crit": ["b64"]}),
            json!([]),
        ] {
            let malformed = Reason::MalformedProof(MalformedProof::JwsHeader);
            assert_eq!(read(&header), Err(malformed), "{header}");
        }
    }

    #[test]
    fn an_algorithm_that_is_not_known_is_named() {
        let name = "ES512".to_owned();
        let header = json!({"alg": name, "b64": false, "crit": ["b64"]});
        assert_eq!(read(&header), Err(Reason::UnsupportedSuite { name }));
    }

    #[test]
    fn refuses_what_is_not_detached_or_not_encoded() {
        let long = format!("{}..AAAA", "A".repeat(LONGEST_HEADER + 1));
        for text in [
            "",
            "..",
            "e30..AAA=",
            "e30.e30.AAAA",
            "e30...AAAA",
            "*..AAAA",
            &long,
        ] {
            assert!(of(text).is_err(), "{text}");
        }
    }
}
