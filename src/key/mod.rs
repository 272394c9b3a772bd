//! Public keys: how they are written, and which are refused.

mod algorithm;
mod bls;
mod ecdsa;
mod ed25519;
mod jwk;
#[cfg(not(feature = "complete"))]
mod left_out;
pub mod multikey;
#[cfg(feature = "complete")]
mod pem;
#[cfg(feature = "complete")]
mod rare_curves;
#[cfg(feature = "complete")]
mod rsa;

pub use algorithm::Algorithm;
pub use bls::{Bls12381G2, bls12381_g2};
pub use ecdsa::p256;
pub use ed25519::ed25519;
pub use jwk::jwk;
pub(crate) use jwk::{base64url, to_base64url};
#[cfg(not(feature = "complete"))]
pub use left_out::{p384, pem, rsa, rsa_pkcs1, secp256k1};
pub use multikey::multikey;
#[cfg(feature = "complete")]
pub use pem::pem;
#[cfg(feature = "complete")]
pub use rare_curves::{p384, secp256k1};
#[cfg(feature = "complete")]
pub use rsa::{RsaKey, rsa, rsa_pkcs1};

/// A public key that Assay can verify with; some kinds only with the feature `complete`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum PublicKey {
    /// BBS over BLS12-381, a key in G2; it has no algorithm of its own here.
    Bls12381G2(Bls12381G2),
    /// Ed25519 (RFC 8032), not of small order.
    Ed25519(ed25519_dalek::VerifyingKey),
    /// ECDSA over P-256 (FIPS 186-5), a point on the curve.
    P256(::p256::ecdsa::VerifyingKey),
    /// ECDSA over P-384 (FIPS 186-5), a point on the curve.
    #[cfg(feature = "complete")]
    P384(::p384::ecdsa::VerifyingKey),
    /// RSA (RFC 8017), a modulus of 2048 to 8192 bits.
    #[cfg(feature = "complete")]
    Rsa(RsaKey),
    /// ECDSA over secp256k1 (RFC 8812), a point on the curve.
    #[cfg(feature = "complete")]
    Secp256k1(k256::ecdsa::VerifyingKey),
}

/// What a key is made for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum KeyKind {
    Bls12381G2,
    Ed25519,
    P256,
    P384,
    Rsa,
    Secp256k1,
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
    /// A kind or size of key that is not known here, by its multicodec number or its type's name.
    Unsupported { kind: String },
    /// A key that does not protect what it signs.
    Weak(Weakness),
}

/// What makes a key a weak one.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Weakness {
    /// RSA's public exponent is 1, so that every padded message is its own signature.
    ExponentOne,
    /// An RSA modulus with the fingerprint of CVE-2017-15361, which can be factored.
    Roca,
    /// An RSA modulus of fewer than 2048 bits (RFC 7518, sections 3.3 and 3.5).
    ShortModulus { bits: usize },
    /// A point of small order: with it, one signature fits many documents ("Taming the many
    /// EdDSAs", section 3).
    SmallOrder,
}

impl PublicKey {
    /// What the key is made for.
    #[must_use]
    pub fn kind(&self) -> KeyKind {
        match self {
            Self::Bls12381G2(_) => KeyKind::Bls12381G2,
            Self::Ed25519(_) => KeyKind::Ed25519,
            Self::P256(_) => KeyKind::P256,
            #[cfg(feature = "complete")]
            Self::P384(_) => KeyKind::P384,
            #[cfg(feature = "complete")]
            Self::Rsa(_) => KeyKind::Rsa,
            #[cfg(feature = "complete")]
            Self::Secp256k1(_) => KeyKind::Secp256k1,
        }
    }

    /// The bytes of a signature by this key; None for BBS, whose proofs have no one length.
    #[must_use]
    pub fn signature_length(&self) -> Option<usize> {
        match self {
            #[cfg(feature = "complete")]
            Self::Rsa(key) => Some(key.length()),
            _ => self.kind().signature_length(),
        }
    }

    /// Whether the key is for signatures of an algorithm: its kind makes such, and it was not published
    /// for another algorithm alone.
    #[must_use]
    pub fn takes(&self, algorithm: Algorithm) -> bool {
        let only: Option<Algorithm> = match self {
            #[cfg(feature = "complete")]
            Self::Rsa(key) => key.algorithm(),
            _ => None,
        };
        algorithm.fits(self.kind()) && only.is_none_or(|only| only == algorithm)
    }

    /// Whether `signature` is one of this key's over `message`, made with `algorithm`; false where the
    /// key does not take that.
    ///
    /// Ed25519 is verified strictly; ECDSA signatures are pairs of numbers of the curve's length (IEEE
    /// P1363; RFC 7518, section 3.4); RSA's are as long as the modulus, PSS with the hash's length of
    /// salt (RFC 7518, sections 3.3 and 3.5).
    #[must_use]
    pub fn verifies(&self, algorithm: Algorithm, message: &[u8], signature: &[u8]) -> bool {
        if !self.takes(algorithm) {
            return false;
        }
        match self {
            Self::Bls12381G2(_) => false,
            Self::Ed25519(key) => ed25519::verifies(key, message, signature),
            Self::P256(key) => ecdsa::p256_verifies(key, message, signature),
            #[cfg(feature = "complete")]
            Self::P384(key) => rare_curves::p384_verifies(key, message, signature),
            #[cfg(feature = "complete")]
            Self::Rsa(key) => rsa::verifies(key, algorithm, message, signature),
            #[cfg(feature = "complete")]
            Self::Secp256k1(key) => rare_curves::secp256k1_verifies(key, message, signature),
        }
    }
}

impl KeyKind {
    /// Every kind.
    pub const ALL: [Self; 6] = [
        Self::Bls12381G2,
        Self::Ed25519,
        Self::P256,
        Self::P384,
        Self::Rsa,
        Self::Secp256k1,
    ];

    /// Its usual name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Bls12381G2 => "BLS12-381 G2",
            Self::Ed25519 => "Ed25519",
            Self::P256 => "P-256",
            Self::P384 => "P-384",
            Self::Rsa => "RSA",
            Self::Secp256k1 => "secp256k1",
        }
    }

    /// The one algorithm that such keys sign with; None where the kind alone does not say it.
    #[must_use]
    pub fn algorithm(self) -> Option<Algorithm> {
        match self {
            Self::Bls12381G2 | Self::Rsa => None,
            Self::Ed25519 => Some(Algorithm::EdDsa),
            Self::P256 => Some(Algorithm::Es256),
            Self::P384 => Some(Algorithm::Es384),
            Self::Secp256k1 => Some(Algorithm::Es256k),
        }
    }

    /// The bytes of a signature by such a key; None where they depend on the key, or more.
    #[must_use]
    pub fn signature_length(self) -> Option<usize> {
        match self {
            Self::Bls12381G2 | Self::Rsa => None,
            Self::Ed25519 | Self::P256 | Self::Secp256k1 => Some(64),
            Self::P384 => Some(96),
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
            Self::Weak(_) => "weak-key",
        }
    }
}
