//! Multikey: a multicodec prefix and the key, in multibase (Controlled Identifiers 1.0, section
//! 2.2.2 and 2.4).

use super::{KeyError, PublicKey, ed25519};

/// The longest text that is decoded: an RSA key of 8192 bits takes about 1,400 characters, and
/// base58 decoding takes quadratic time.
const LONGEST: usize = 2_000;

/// `ed25519-pub`, as an unsigned varint.
const ED25519_PUB: [u8; 2] = [0xed, 0x01];

/// Reads a key such as `z6Mk…`, base58btc being the only encoding that the standard allows.
///
/// # Errors
/// Any [`KeyError`].
///
/// ```
/// let key = assay::key::multikey("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2");
/// assert!(key.is_ok());
/// ```
pub fn multikey(text: &str) -> Result<PublicKey, KeyError> {
    let bytes = base58btc(text).ok_or(KeyError::Malformed)?;
    match bytes.as_slice() {
        [first, second, key @ ..] if [*first, *second] == ED25519_PUB => ed25519(key),
        [first, second, ..] if *first >= 0x80 => Err(KeyError::Unsupported {
            kind: format!("multicodec 0x{first:02x}{second:02x}"),
        }),
        _ => Err(KeyError::Malformed),
    }
}

/// Bytes from multibase's `z` form; None for any other form.
pub(crate) fn base58btc(text: &str) -> Option<Vec<u8>> {
    let digits = text.strip_prefix('z')?;
    if digits.len() > LONGEST {
        return None;
    }
    bs58::decode(digits).into_vec().ok()
}

/// The multikey form of an Ed25519 key's 32 bytes.
#[must_use]
pub fn ed25519_multikey(key: &[u8; 32]) -> String {
    let bytes = [&ED25519_PUB[..], key].concat();
    format!("z{}", bs58::encode(bytes).into_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";

    #[test]
    fn writes_what_it_reads() {
        let Ok(PublicKey::Ed25519(key)) = multikey(KEY) else {
            panic!("{KEY} is an Ed25519 key")
        };
        assert_eq!(ed25519_multikey(key.as_bytes()), KEY);
    }

    #[test]
    fn names_the_kind_of_key_that_it_does_not_know() {
        let p256 = "zDnaegE6RR3atJtHKwTRTWHsJ3kNHqFwv7n9YjTgmU7TyfU76";
        assert_eq!(
            multikey(p256),
            Err(KeyError::Unsupported {
                kind: "multicodec 0x8024".into()
            })
        );
    }

    #[test]
    fn refuses_everything_else() {
        let long = format!("z{}", "1".repeat(LONGEST + 1));
        for text in [
            "",
            "z",
            "z6Mk",
            "u7QE",
            &KEY[1..],
            &KEY[..40],
            "z0OIl",
            &long,
        ] {
            assert_eq!(multikey(text), Err(KeyError::Malformed), "{text}");
        }
    }
}
