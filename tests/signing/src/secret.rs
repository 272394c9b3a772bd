//! Secret keys of every kind that the suites take.

use anyhow::Result;
use assay::key::{self, KeyError, KeyKind, PublicKey};
use ed25519_dalek::Signer as _;
use sha2::{Digest as _, Sha256, Sha384};

pub enum Secret {
    Ed25519(ed25519_dalek::SigningKey),
    P256(p256::ecdsa::SigningKey),
    P384(p384::ecdsa::SigningKey),
}

impl Secret {
    /// The key of the seed that `name` hashes to.
    pub fn of(name: &str, kind: KeyKind) -> Result<Self> {
        let seed = format!("Assay sample: {name}");
        Ok(match kind {
            KeyKind::Ed25519 => Self::Ed25519(ed25519_dalek::SigningKey::from_bytes(
                &Sha256::digest(seed).into(),
            )),
            KeyKind::P256 => {
                Self::P256(p256::ecdsa::SigningKey::from_slice(&Sha256::digest(seed))?)
            }
            KeyKind::P384 => {
                Self::P384(p384::ecdsa::SigningKey::from_slice(&Sha384::digest(seed))?)
            }
        })
    }

    pub fn public(&self) -> Result<PublicKey, KeyError> {
        match self {
            Self::Ed25519(key) => key::ed25519(key.verifying_key().as_bytes()),
            Self::P256(key) => key::p256(key.verifying_key().to_sec1_point(true).as_bytes()),
            Self::P384(key) => key::p384(key.verifying_key().to_sec1_point(true).as_bytes()),
        }
    }

    /// The compressed point of a P-256 key's public part.
    pub fn compressed_p256(&self) -> Option<Vec<u8>> {
        match self {
            Self::P256(key) => Some(key.verifying_key().to_sec1_point(true).as_bytes().to_vec()),
            _ => None,
        }
    }

    /// A signature in the form that `proofValue` has it. ECDSA's are deterministic (RFC 6979).
    pub fn sign(&self, message: &[u8]) -> Vec<u8> {
        match self {
            Self::Ed25519(key) => key.sign(message).to_vec(),
            Self::P256(key) => {
                let signature: p256::ecdsa::Signature = key.sign(message);
                signature.to_bytes().to_vec()
            }
            Self::P384(key) => {
                let signature: p384::ecdsa::Signature = key.sign(message);
                signature.to_bytes().to_vec()
            }
        }
    }
}
