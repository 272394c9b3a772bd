//! Detached JSON Web Signatures, unencoded (RFC 7797), as the suites have them that are older than
//! `proofValue`.

use anyhow::{Context as _, Result};
use assay::key::{Algorithm, KeyKind};
use assay::proof::Suite;
use base64ct::{Base64UrlUnpadded, Encoding as _};
use serde_json::{Value, json};

/// The member of a proof that has the signature.
pub(crate) const MEMBER: &str = "jws";

/// Whether a proof of these members is signed so.
pub(crate) fn is_named_by(members: &Value) -> bool {
    let own = [Suite::Ed25519Signature2018, Suite::JsonWebSignature2020];
    own.iter()
        .any(|suite| members["type"] == suite.proof_type())
}

/// `header..signature`, by whoever signs bytes with the algorithm of a kind of key.
pub(crate) fn sign(
    kind: KeyKind,
    payload: &[u8],
    sign: impl Fn(Algorithm, &[u8]) -> Result<Vec<u8>>,
) -> Result<String> {
    let algorithm = match kind {
        // The one of six that JsonWebSignature2020 takes.
        KeyKind::Rsa => Algorithm::Ps256,
        kind => kind.algorithm().context("a key that suites take")?,
    };
    let header = json!({"alg": algorithm.name(), "b64": false, "crit": ["b64"]});
    let header = Base64UrlUnpadded::encode_string(header.to_string().as_bytes());
    let signature = sign(algorithm, &[header.as_bytes(), b".", payload].concat())?;
    Ok(with_signature(&header, &signature))
}

/// The same header with another signature.
pub fn with_signature(header: &str, signature: &[u8]) -> String {
    format!("{header}..{}", Base64UrlUnpadded::encode_string(signature))
}
