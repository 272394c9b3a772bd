//! The hash functions that suites are built on (FIPS 180-4).

use sha2::{Digest, Sha256, Sha384, Sha512};

/// A hash function.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum HashAlgorithm {
    Sha256,
    Sha384,
    Sha512,
}

impl HashAlgorithm {
    /// The digest of `data`: 32 bytes, 48 or 64.
    #[must_use]
    pub fn digest(self, data: impl AsRef<[u8]>) -> Vec<u8> {
        match self {
            Self::Sha256 => Sha256::digest(data).to_vec(),
            Self::Sha384 => Sha384::digest(data).to_vec(),
            Self::Sha512 => Sha512::digest(data).to_vec(),
        }
    }

    /// The digest of texts one behind another, in lower-case hexadecimal.
    pub fn hexadecimal<'t>(self, texts: impl IntoIterator<Item = &'t str>) -> String {
        let digest = match self {
            Self::Sha256 => chained::<Sha256>(texts),
            Self::Sha384 => chained::<Sha384>(texts),
            Self::Sha512 => chained::<Sha512>(texts),
        };
        let digits = digest.iter().flat_map(|byte| [byte >> 4, byte & 0xf]);
        digits
            .filter_map(|digit| char::from_digit(digit.into(), 16))
            .collect()
    }
}

fn chained<'t, D: Digest>(texts: impl IntoIterator<Item = &'t str>) -> Vec<u8> {
    let hasher = texts.into_iter().fold(D::new(), D::chain_update);
    hasher.finalize().to_vec()
}
