//! Multikey: a multicodec prefix and the key, in multibase (Controlled Identifiers 1.0, section
//! 2.2.2 and 2.4).

#[cfg(feature = "complete")]
use rsa::pkcs1::EncodeRsaPublicKey as _;

use super::{KeyError, KeyKind, PublicKey, bls12381_g2, ed25519, p256, p384, rsa_pkcs1, secp256k1};

/// The longest text that is decoded: an RSA key of 8192 bits takes about 1,400 characters, and
/// base58 decoding takes quadratic time.
const LONGEST: usize = 2_000;

/// The multicodec numbers of public keys, as unsigned varints.
const PREFIXES: [([u8; 2], KeyKind); 6] = [
    ([0xe7, 0x01], KeyKind::Secp256k1),
    ([0xeb, 0x01], KeyKind::Bls12381G2),
    ([0xed, 0x01], KeyKind::Ed25519),
    ([0x80, 0x24], KeyKind::P256),
    ([0x81, 0x24], KeyKind::P384),
    ([0x85, 0x24], KeyKind::Rsa),
];

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
    let Some((prefix, key)) = bytes.split_first_chunk::<2>() else {
        return Err(KeyError::Malformed);
    };
    let known = PREFIXES.iter().find(|(known, _)| known == prefix);
    match (known.map(|(_, kind)| kind), prefix) {
        (Some(KeyKind::Bls12381G2), _) => bls12381_g2(key),
        (Some(KeyKind::Ed25519), _) => ed25519(key),
        (Some(KeyKind::P256), _) => p256(compressed(key)?),
        (Some(KeyKind::P384), _) => p384(compressed(key)?),
        (Some(KeyKind::Rsa), _) => rsa_pkcs1(key),
        (Some(KeyKind::Secp256k1), _) => secp256k1(compressed(key)?),
        (None, [first, second]) if *first >= 0x80 => Err(KeyError::Unsupported {
            kind: format!("multicodec 0x{first:02x}{second:02x}"),
        }),
        (None, _) => Err(KeyError::Malformed),
    }
}

/// The only form in which a Multikey has a point: its `x`, and the sign of its `y`.
fn compressed(point: &[u8]) -> Result<&[u8], KeyError> {
    match point {
        [2 | 3, ..] => Ok(point),
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

/// Writes a key in the form that [`multikey`] reads.
#[must_use]
pub fn to_multikey(key: &PublicKey) -> String {
    let own = key.kind();
    let prefix = PREFIXES.iter().find(|(_, kind)| *kind == own);
    let mut bytes: Vec<u8> = prefix
        .map(|(prefix, _)| prefix.to_vec())
        .unwrap_or_default();
    match key {
        PublicKey::Bls12381G2(key) => bytes.extend(key.as_bytes()),
        PublicKey::Ed25519(key) => bytes.extend(key.as_bytes()),
        PublicKey::P256(key) => bytes.extend(key.to_sec1_point(true).as_bytes()),
        #[cfg(feature = "complete")]
        PublicKey::P384(key) => bytes.extend(key.to_sec1_point(true).as_bytes()),
        #[cfg(feature = "complete")]
        PublicKey::Rsa(key) => {
            // DER has room for far larger numbers than a key's.
            let der = key.numbers().to_pkcs1_der().ok();
            bytes.extend(der.iter().flat_map(|der| der.as_bytes()));
        }
        #[cfg(feature = "complete")]
        PublicKey::Secp256k1(key) => bytes.extend(key.to_sec1_point(true).as_bytes()),
    }
    format!("z{}", bs58::encode(bytes).into_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ED25519: &str = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
    const P256: &str = "zDnaegE6RR3atJtHKwTRTWHsJ3kNHqFwv7n9YjTgmU7TyfU76";
    const P384: &str = "z82LkuBieyGShVBhvtE2zoiD6Kma4tJGFtkAhxR5pfkp5QPw4LutoYWhvQCnGjdVn14kujQ";

    const SECP256K1: &str = "zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme";
    const BLS12381_G2: &str = "zUC7EK3ZakmukHhuncwkbySmomv3FmrkmS36E4Ks5rsb6VQSRpoCrx6Hb8e2Nk6UvJFSdyw9NK1scFXJp21gNNYFjVWNgaqyGnkyhtagagCpQb5B7tagJu3HDbjQ8h5ypoHjwBb";

    #[test]
    fn writes_what_it_reads() {
        for (text, kind) in [
            (BLS12381_G2, KeyKind::Bls12381G2),
            (ED25519, KeyKind::Ed25519),
            (P256, KeyKind::P256),
            (P384, KeyKind::P384),
            (SECP256K1, KeyKind::Secp256k1),
        ] {
            let key = multikey(text).unwrap();
            assert_eq!(key.kind(), kind);
            assert_eq!(to_multikey(&key), text);
        }
    }

    #[test]
    fn names_the_kind_of_key_that_it_does_not_know() {
        let x25519 = "z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc";
        assert_eq!(
            multikey(x25519),
            Err(KeyError::Unsupported {
                kind: "multicodec 0xec01".into()
            })
        );
    }

    #[test]
    fn refuses_an_uncompressed_point() {
        let PublicKey::P256(key) = multikey(P256).unwrap() else {
            panic!("{P256} is a P-256 key")
        };
        let point = key.to_sec1_point(false);
        let bytes = [&[0x80, 0x24], point.as_bytes()].concat();
        let text = format!("z{}", bs58::encode(bytes).into_string());
        assert_eq!(multikey(&text), Err(KeyError::Malformed));
    }

    #[test]
    fn refuses_everything_else() {
        let long = format!("z{}", "1".repeat(LONGEST + 1));
        for text in [
            "",
            "z",
            "z6Mk",
            "u7QE",
            &ED25519[1..],
            &ED25519[..40],
            &P256[..40],
            &P384[..60],
            "z0OIl",
            &long,
        ] {
            assert_eq!(multikey(text), Err(KeyError::Malformed), "{text}");
        }
    }
}
