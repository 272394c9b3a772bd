//! Hashes that name their function: of all that multihash knows, did:webvh 1.0 takes SHA-256 alone
//! ("did:webvh DID Method Parameters", `method`).

use crate::HashAlgorithm;

/// SHA-256, and a length of 32 bytes.
const PREFIX: [u8; 2] = [0x12, 0x20];

/// How long the base58btc of such a hash is.
const LENGTH: usize = 46;

/// `base58btc(multihash(text, SHA-256))`.
pub(super) fn sha256(text: &str) -> String {
    let digest = HashAlgorithm::Sha256.digest(text);
    bs58::encode([&PREFIX[..], &digest].concat()).into_string()
}

/// Whether a text is such a hash, of whatever.
pub(super) fn is_sha256(text: &str) -> bool {
    let bytes = (text.len() == LENGTH).then(|| bs58::decode(text).into_vec());
    matches!(bytes, Some(Ok(bytes)) if bytes.starts_with(&PREFIX) && bytes.len() == 34)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The hash of no bytes at all, which is well known.
    #[test]
    fn writes_and_knows_a_hash() {
        let empty = "QmdfTbBqBPQ7VNxZEYEj14VmRuZBkqFbiwReogJgS1zR1n";
        assert_eq!(sha256(""), empty);
        assert!(is_sha256(empty));
        for other in ["", "Qm", "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbT"] {
            assert!(!is_sha256(other), "{other}");
        }
    }
}
