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
        self.chained([data.as_ref()])
    }

    /// The digest of texts one behind another, in lower-case hexadecimal.
    pub fn hexadecimal<'t>(self, texts: impl IntoIterator<Item = &'t str>) -> String {
        let digest = self.chained(texts.into_iter().map(str::as_bytes));
        let digits = digest.iter().flat_map(|byte| [byte >> 4, byte & 0xf]);
        digits
            .filter_map(|digit| char::from_digit(digit.into(), 16))
            .collect()
    }

    /// The digest of parts one behind another.
    fn chained<'p>(self, parts: impl IntoIterator<Item = &'p [u8]>) -> Vec<u8> {
        match self {
            Self::Sha256 => chained::<Sha256>(parts),
            Self::Sha384 => chained::<Sha384>(parts),
            Self::Sha512 => chained::<Sha512>(parts),
        }
    }
}

fn chained<'p, D: Digest>(parts: impl IntoIterator<Item = &'p [u8]>) -> Vec<u8> {
    let hasher = parts.into_iter().fold(D::new(), D::chain_update);
    hasher.finalize().to_vec()
}
