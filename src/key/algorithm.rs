//! The algorithms of signatures, by their names in JOSE's registry (RFC 7518, section 3.1; RFC 8037;
//! RFC 8812; RFC 9864).

use super::KeyKind;

/// How a signature is made: its scheme and its hash.
///
/// There is none without a signature (`none`), and none with a shared secret (`HS256` and its like).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Algorithm {
    /// Ed25519 (RFC 8037, section 3.1).
    EdDsa,
    /// ECDSA over P-256 with SHA-256 (RFC 7518, section 3.4).
    Es256,
    /// ECDSA over secp256k1 with SHA-256 (RFC 8812, section 3.2).
    Es256k,
    /// ECDSA over P-384 with SHA-384 (RFC 7518, section 3.4).
    Es384,
    /// RSASSA-PSS with SHA-256 (RFC 7518, section 3.5).
    Ps256,
    /// RSASSA-PSS with SHA-384.
    Ps384,
    /// RSASSA-PSS with SHA-512.
    Ps512,
    /// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518, section 3.3).
    Rs256,
    /// RSASSA-PKCS1-v1_5 with SHA-384.
    Rs384,
    /// RSASSA-PKCS1-v1_5 with SHA-512.
    Rs512,
}

impl Algorithm {
    /// Every algorithm.
    pub const ALL: [Self; 10] = [
        Self::EdDsa,
        Self::Es256,
        Self::Es256k,
        Self::Es384,
        Self::Ps256,
        Self::Ps384,
        Self::Ps512,
        Self::Rs256,
        Self::Rs384,
        Self::Rs512,
    ];

    /// The algorithm of a name, to the letter; None for any other.
    ///
    /// `Ed25519` is RFC 9864's name for what badges call `EdDSA`: of the curves that `EdDSA` leaves
    /// open, Ed25519 is the one that is known here.
    ///
    /// ```
    /// use assay::key::Algorithm;
    ///
    /// assert_eq!(Algorithm::of("ES256"), Some(Algorithm::Es256));
    /// assert_eq!(Algorithm::of("none"), None);
    /// ```
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        if name == "Ed25519" {
            return Some(Self::EdDsa);
        }
        let mut all = Self::ALL.into_iter();
        all.find(|algorithm| algorithm.name() == name)
    }

    /// Its name in a JOSE header's `alg`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::EdDsa => "EdDSA",
            Self::Es256 => "ES256",
            Self::Es256k => "ES256K",
            Self::Es384 => "ES384",
            Self::Ps256 => "PS256",
            Self::Ps384 => "PS384",
            Self::Ps512 => "PS512",
            Self::Rs256 => "RS256",
            Self::Rs384 => "RS384",
            Self::Rs512 => "RS512",
        }
    }

    /// Whether keys of a kind can make such signatures.
    #[must_use]
    pub fn fits(self, kind: KeyKind) -> bool {
        let own = match self {
            Self::EdDsa => KeyKind::Ed25519,
            Self::Es256 => KeyKind::P256,
            Self::Es256k => KeyKind::Secp256k1,
            Self::Es384 => KeyKind::P384,
            Self::Ps256 | Self::Ps384 | Self::Ps512 => KeyKind::Rsa,
            Self::Rs256 | Self::Rs384 | Self::Rs512 => KeyKind::Rsa,
        };
        own == kind
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_for_its_algorithm() {
        for algorithm in Algorithm::ALL {
            assert_eq!(Algorithm::of(algorithm.name()), Some(algorithm));
        }
        assert_eq!(Algorithm::of("Ed25519"), Some(Algorithm::EdDsa));
    }

    #[test]
    fn refuses_no_signature_shared_secrets_and_other_spellings() {
        for name in [
            "", "none", "None", "NONE", "HS256", "HS384", "HS512", "es256", "RS256 ", "RS1",
            "ES512", "Ed448", "RSA-OAEP", "ECDH-ES",
        ] {
            assert_eq!(Algorithm::of(name), None, "{name}");
        }
    }

    #[test]
    fn a_kind_s_own_algorithm_is_the_only_one_that_fits() {
        for kind in KeyKind::ALL {
            let fit = Algorithm::ALL
                .into_iter()
                .filter(|algorithm| algorithm.fits(kind));
            let fit: Vec<Algorithm> = fit.collect();
            let expected: Vec<Algorithm> = match kind {
                KeyKind::Rsa => Algorithm::ALL[4..].to_vec(),
                _ => kind.algorithm().into_iter().collect(),
            };
            assert_eq!(fit, expected, "{kind:?}");
        }
    }
}
