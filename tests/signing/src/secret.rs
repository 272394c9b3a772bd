//! Secret keys of every kind that signs.

use std::collections::HashMap;
use std::sync::{Mutex, OnceLock};

use anyhow::{Context as _, Result, bail, ensure};
use assay::key::{self, Algorithm, KeyError, KeyKind, PublicKey};
use chacha20::ChaCha20Rng;
use chacha20::rand_core::SeedableRng as _;
use ed25519_dalek::Signer as _;
use rsa::traits::PublicKeyParts as _;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256, Sha384, Sha512};

use crate::bbs;
use crate::token::base64url;

/// A key whose secret everybody can read.
pub enum Secret {
    Bls12381G2(bls12_381::Scalar),
    Ed25519(ed25519_dalek::SigningKey),
    P256(p256::ecdsa::SigningKey),
    P384(p384::ecdsa::SigningKey),
    /// Of 2048 bits.
    Rsa(rsa::PrivateKey),
    Secp256k1(k256::ecdsa::SigningKey),
}

impl Secret {
    /// The key of the seed that `name` hashes to.
    ///
    /// # Errors
    /// For one name in 2^32, whose hash is no secret key of the curve.
    pub fn of(name: &str, kind: KeyKind) -> Result<Self> {
        let seed = format!("Assay sample: {name}");
        Ok(match kind {
            KeyKind::Bls12381G2 => {
                Self::Bls12381G2(bbs::hash_to_scalar(seed.as_bytes(), "SECRET_"))
            }
            KeyKind::Ed25519 => Self::Ed25519(ed25519_dalek::SigningKey::from_bytes(
                &Sha256::digest(seed).into(),
            )),
            KeyKind::P256 => {
                Self::P256(p256::ecdsa::SigningKey::from_slice(&Sha256::digest(seed))?)
            }
            KeyKind::P384 => {
                Self::P384(p384::ecdsa::SigningKey::from_slice(&Sha384::digest(seed))?)
            }
            KeyKind::Rsa => Self::Rsa(rsa_key(seed)?),
            KeyKind::Secp256k1 => {
                Self::Secp256k1(k256::ecdsa::SigningKey::from_slice(&Sha256::digest(seed))?)
            }
        })
    }

    /// The public key that belongs to it.
    ///
    /// # Errors
    /// Any [`KeyError`], if the key is not one that Assay takes.
    pub fn public(&self) -> Result<PublicKey, KeyError> {
        match self {
            Self::Bls12381G2(secret) => key::bls12381_g2(&bbs::public_key(secret)),
            Self::Ed25519(key) => key::ed25519(key.verifying_key().as_bytes()),
            Self::P256(key) => key::p256(key.verifying_key().to_sec1_point(true).as_bytes()),
            Self::P384(key) => key::p384(key.verifying_key().to_sec1_point(true).as_bytes()),
            Self::Rsa(key) => key::rsa(&key.n().to_be_bytes(), &key.e().to_be_bytes()),
            Self::Secp256k1(key) => {
                key::secp256k1(key.verifying_key().to_sec1_point(true).as_bytes())
            }
        }
    }

    /// The public key that belongs to it, as a JSON Web Key.
    ///
    /// # Errors
    /// For BLS12-381, whose keys are no issuer's of tokens.
    pub fn jwk(&self) -> Result<Value> {
        let curve = |name: &str, point: &[u8]| {
            let (x, y) = point.get(1..).unwrap_or_default().split_at(point.len() / 2);
            json!({"kty": "EC", "crv": name, "x": base64url(x), "y": base64url(y)})
        };
        Ok(match self {
            Self::Bls12381G2(_) => bail!("no key for tokens"),
            Self::Ed25519(key) => {
                let x = base64url(key.verifying_key().as_bytes());
                json!({"kty": "OKP", "crv": "Ed25519", "x": x})
            }
            Self::P256(key) => curve("P-256", key.verifying_key().to_sec1_point(false).as_bytes()),
            Self::P384(key) => curve("P-384", key.verifying_key().to_sec1_point(false).as_bytes()),
            Self::Rsa(key) => {
                let trimmed = |bytes: &[u8]| {
                    let start = bytes.iter().position(|byte| *byte != 0).unwrap_or_default();
                    base64url(bytes.get(start..).unwrap_or_default())
                };
                let (n, e) = (key.n().to_be_bytes(), key.e().to_be_bytes());
                json!({"kty": "RSA", "n": trimmed(&n), "e": trimmed(&e)})
            }
            Self::Secp256k1(key) => curve(
                "secp256k1",
                key.verifying_key().to_sec1_point(false).as_bytes(),
            ),
        })
    }

    /// An RSA key's public part in PEM, as SubjectPublicKeyInfo (RFC 7468, section 13).
    ///
    /// # Errors
    /// For a key of another kind.
    pub fn pem(&self) -> Result<String> {
        use rsa::pkcs8::{EncodePublicKey as _, LineEnding};
        match self {
            Self::Rsa(key) => Ok(key.to_public_key().to_public_key_pem(LineEnding::LF)?),
            _ => bail!("PEM is made for RSA keys alone"),
        }
    }

    /// The compressed point of a P-256 key's public part.
    pub fn compressed_p256(&self) -> Option<Vec<u8>> {
        match self {
            Self::P256(key) => Some(key.verifying_key().to_sec1_point(true).as_bytes().to_vec()),
            _ => None,
        }
    }

    /// A signature in the form that `proofValue` and a JWS have it.
    ///
    /// ECDSA's are deterministic (RFC 6979), and PSS takes its salt from the message.
    ///
    /// # Errors
    /// For an algorithm that does not fit the key.
    pub fn sign(&self, algorithm: Algorithm, message: &[u8]) -> Result<Vec<u8>> {
        let kind = self.public().ok().context("a good key")?.kind();
        ensure!(algorithm.fits(kind), "{algorithm:?} with {kind:?}");
        Ok(match self {
            Self::Bls12381G2(_) => bail!("BBS has no signatures to show"),
            Self::Ed25519(key) => key.sign(message).to_vec(),
            Self::P256(key) => {
                let signature: p256::ecdsa::Signature = key.sign(message);
                signature.to_bytes().to_vec()
            }
            Self::P384(key) => {
                let signature: p384::ecdsa::Signature = key.sign(message);
                signature.to_bytes().to_vec()
            }
            Self::Rsa(key) => {
                let rng = &mut rng(message);
                match algorithm {
                    Algorithm::Ps256 => key.pss_sign_with_rng::<Sha256, _>(rng, message),
                    Algorithm::Ps384 => key.pss_sign_with_rng::<Sha384, _>(rng, message),
                    Algorithm::Ps512 => key.pss_sign_with_rng::<Sha512, _>(rng, message),
                    Algorithm::Rs256 => key.pkcs1v15_sign_with_rng::<Sha256, _>(rng, message),
                    Algorithm::Rs384 => key.pkcs1v15_sign_with_rng::<Sha384, _>(rng, message),
                    _ => key.pkcs1v15_sign_with_rng::<Sha512, _>(rng, message),
                }?
            }
            Self::Secp256k1(key) => {
                let signature: k256::ecdsa::Signature = key.sign(message);
                signature.to_bytes().to_vec()
            }
        })
    }
}

/// Numbers that look random and are the same for the same seed.
pub fn rng(seed: &[u8]) -> ChaCha20Rng {
    ChaCha20Rng::from_seed(Sha256::digest(seed).into())
}

/// The RSA key that a seed leads to. The search takes a second or so, so that what was found is kept.
fn rsa_key(seed: String) -> Result<rsa::PrivateKey> {
    static FOUND: OnceLock<Mutex<HashMap<String, rsa::PrivateKey>>> = OnceLock::new();
    let found = FOUND.get_or_init(Mutex::default);
    let mut found = found.lock().ok().context("nobody panicked")?;
    if let Some(key) = found.get(&seed) {
        return Ok(key.clone());
    }
    let key = rsa::PrivateKey::new(&mut rng(seed.as_bytes()), 2048)?;
    found.insert(seed, key.clone());
    Ok(key)
}
