//! Tokens, with and without disclosures.

use anyhow::{Context as _, Result};
use assay::HashAlgorithm;
use assay::key::Algorithm;
use base64ct::{Base64UrlUnpadded, Encoding as _};
use serde_json::{Value, json};

use crate::Issuer;

/// Text or bytes as tokens have them: base64url without padding.
pub fn base64url(bytes: impl AsRef<[u8]>) -> String {
    Base64UrlUnpadded::encode_string(bytes.as_ref())
}

/// A disclosure's text, and the digest that stands for it in what the issuer signs (RFC 9901, section
/// 4.2).
pub fn disclosure(content: &Value) -> (String, String) {
    let text = base64url(content.to_string());
    let digest = base64url(HashAlgorithm::Sha256.digest(&text));
    (text, digest)
}

impl Issuer {
    /// A token around `payload`; its header has `alg` and these members.
    ///
    /// # Errors
    /// For an algorithm that does not fit the key.
    pub fn token(&self, algorithm: Algorithm, header: &Value, payload: &Value) -> Result<String> {
        let mut whole = json!({"alg": algorithm.name()});
        let members = header.as_object().context("an object")?.clone();
        whole.as_object_mut().context("an object")?.extend(members);
        let input = format!(
            "{}.{}",
            base64url(whole.to_string()),
            base64url(payload.to_string())
        );
        let signature = self.key.sign(algorithm, input.as_bytes())?;
        Ok(format!("{input}.{}", base64url(signature)))
    }

    /// Its public key as a JSON Web Key, for the kinds that badges' tokens are signed with.
    ///
    /// # Errors
    /// For a key of another kind.
    pub fn jwk(&self) -> Result<Value> {
        self.key.jwk()
    }

    /// Its public key in PEM, for RSA.
    ///
    /// # Errors
    /// For a key of another kind.
    pub fn pem(&self) -> Result<String> {
        self.key.pem()
    }

    /// The did:jwk of the same key, as `kid` has it.
    ///
    /// # Errors
    /// As for [`Issuer::jwk`].
    pub fn did_jwk(&self) -> Result<String> {
        Ok(format!("did:jwk:{}", base64url(self.jwk()?.to_string())))
    }

    /// The verification method's URL.
    pub fn method(&self) -> &str {
        &self.method
    }
}
