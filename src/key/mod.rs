//! Public keys: how they are written, and which are refused.

mod ecdsa;
mod ed25519;
mod jwk;
pub mod multikey;

pub use ecdsa::{p256, p384};
pub use ed25519::ed25519;
pub use jwk::jwk;
pub(crate) use jwk::{base64url, to_base64url};
pub use multikey::multikey;

/// A public key that Assay can verify with.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum PublicKey {
    /// Ed25519 (RFC 8032), not of small order.
    Ed25519(ed25519_dalek::VerifyingKey),
    /// ECDSA over P-256 (FIPS 186-5), a point on the curve.
    P256(::p256::ecdsa::VerifyingKey),
    /// ECDSA over P-384 (FIPS 186-5), a point on the curve.
    P384(::p384::ecdsa::VerifyingKey),
}

/// What a key is made for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum KeyKind {
    Ed25519,
    P256,
    P384,
}

/// Why a key cannot be used.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum KeyError {
    /// Not written as its type says, or no point on its curve.
    Malformed,
    /// A key that its owner published for other work than signing.
    NotForSigning,
    /// It was published with its private part, so anybody can sign with it.
    Private,
    /// A kind of key that is not known here, by its multicodec number or its type's name.
    Unsupported { kind: String },
    /// A point of small order: with it, one signature fits many documents ("Taming the many
    /// EdDSAs", section 3).
    Weak,
}

impl PublicKey {
    /// What the key is made for.
    #[must_use]
    pub fn kind(&self) -> KeyKind {
        match self {
            Self::Ed25519(_) => KeyKind::Ed25519,
            Self::P256(_) => KeyKind::P256,
            Self::P384(_) => KeyKind::P384,
        }
    }

    /// Whether `signature` is one of this key's over `message`.
    ///
    /// Ed25519 is verified strictly, and ECDSA signatures are pairs of numbers of fixed length (IEEE
    /// P1363) over the hash that fits the curve.
    #[must_use]
    pub fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        match self {
            Self::Ed25519(key) => ed25519::verifies(key, message, signature),
            Self::P256(key) => ecdsa::p256_verifies(key, message, signature),
            Self::P384(key) => ecdsa::p384_verifies(key, message, signature),
        }
    }
}

impl KeyKind {
    /// Its usual name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ed25519 => "Ed25519",
            Self::P256 => "P-256",
            Self::P384 => "P-384",
        }
    }

    /// The bytes of a signature by such a key.
    #[must_use]
    pub fn signature_length(self) -> usize {
        match self {
            Self::Ed25519 | Self::P256 => 64,
            Self::P384 => 96,
        }
    }
}

impl KeyError {
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::Malformed => "malformed-key",
            Self::NotForSigning => "key-not-for-signing",
            Self::Private => "private-key",
            Self::Unsupported { .. } => "unsupported-key",
            Self::Weak => "weak-key",
        }
    }
}
