//! RSA keys and signatures (RFC 8017) of 2048 to 8192 bits.

use ::rsa::pkcs1::RsaPublicKeyRef;
use ::rsa::pkcs8::der::Decode as _;
use ::rsa::traits::PublicKeyParts as _;
use ::rsa::{BoxedUint, sha2};
use sha2::{Sha256, Sha384, Sha512};

use super::{Algorithm, KeyError, PublicKey, Weakness};

/// The least bits of a modulus ("MUST be used", RFC 7518, sections 3.3 and 3.5).
const LEAST_BITS: usize = 2048;
/// The most bits of a modulus: a verification takes quadratic time, and no certificate authority
/// uses more.
const MOST_BITS: usize = 8192;
/// The most bits of a public exponent, for a verification takes linear time in it. The limit is the
/// one that `rsa` and `ring` have; almost every key has 65537.
const MOST_EXPONENT_BITS: usize = 33;

/// An RSA key, and the one algorithm that it is for if it says so.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct RsaKey {
    key: ::rsa::PublicKey,
    algorithm: Option<Algorithm>,
}

impl RsaKey {
    /// Modulus and public exponent.
    #[must_use]
    pub fn numbers(&self) -> &::rsa::PublicKey {
        &self.key
    }

    /// The algorithm that the key is for and no other (RFC 7517, section 4.4; RFC 8725, section 3.1);
    /// None where it says nothing.
    #[must_use]
    pub fn algorithm(&self) -> Option<Algorithm> {
        self.algorithm
    }

    pub(super) fn for_algorithm(self, algorithm: Algorithm) -> Self {
        let algorithm = Some(algorithm);
        Self { algorithm, ..self }
    }

    /// The bytes of the modulus, and of each signature.
    pub(super) fn length(&self) -> usize {
        self.key.size()
    }
}

/// An RSA key from its modulus and public exponent, big-endian.
///
/// Leading zeros change nothing: some libraries write one before the modulus.
///
/// # Errors
/// [`KeyError::Weak`] for a modulus under 2048 bits, one that shows ROCA's fingerprint, or the
/// exponent 1; [`KeyError::Unsupported`] for a modulus over 8192 bits or an exponent over 33;
/// [`KeyError::Malformed`] where modulus or exponent is even.
pub fn rsa(modulus: &[u8], exponent: &[u8]) -> Result<PublicKey, KeyError> {
    let (modulus, bits) = number(modulus);
    let (exponent, exponent_bits) = number(exponent);
    let is_odd = |number: &[u8]| number.last().is_some_and(|last| last % 2 == 1);
    if !is_odd(modulus) || !is_odd(exponent) {
        return Err(KeyError::Malformed);
    }
    if exponent_bits == 1 {
        return Err(KeyError::Weak(Weakness::ExponentOne));
    }
    if bits < LEAST_BITS {
        return Err(KeyError::Weak(Weakness::ShortModulus { bits }));
    }
    let unsupported = |kind| Err(KeyError::Unsupported { kind });
    if bits > MOST_BITS {
        return unsupported(format!("RSA of {bits} bits"));
    }
    if exponent_bits > MOST_EXPONENT_BITS {
        return unsupported(format!("RSA with an exponent of {exponent_bits} bits"));
    }
    if has_roca_fingerprint(modulus) {
        return Err(KeyError::Weak(Weakness::Roca));
    }
    let n = BoxedUint::from_be_slice_vartime(modulus);
    let e = BoxedUint::from_be_slice_vartime(exponent);
    let key = ::rsa::PublicKey::new_with_size_limits(n, e, LEAST_BITS..=MOST_BITS);
    let key = key.map_err(|_| KeyError::Malformed)?;
    let algorithm = None;
    Ok(PublicKey::Rsa(RsaKey { key, algorithm }))
}

/// An RSA key from the DER of PKCS#1's `RSAPublicKey` (RFC 8017, appendix A.1.1).
///
/// # Errors
/// As [`rsa()`], and [`KeyError::Malformed`] for anything but that one value.
pub fn rsa_pkcs1(der: &[u8]) -> Result<PublicKey, KeyError> {
    let key = RsaPublicKeyRef::from_der(der).map_err(|_| KeyError::Malformed)?;
    rsa(key.modulus.as_bytes(), key.public_exponent.as_bytes())
}

/// A number's bytes without leading zeros, and how many bits it has.
fn number(bytes: &[u8]) -> (&[u8], usize) {
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    let bytes = bytes.get(zeros..).unwrap_or_default();
    let unused = bytes.first().map_or(0, |first| first.leading_zeros());
    let unused = usize::try_from(unused).unwrap_or_default();
    (bytes, 8 * bytes.len() - unused)
}

/// Whether a modulus was made by the faulty library of CVE-2017-15361, so that it can be factored
/// ("The Return of Coppersmith's Attack", Nemec et al., 2017, section 2.3): modulo each of these
/// primes it is a power of 65537. One in 2^27 other moduli is so by chance.
fn has_roca_fingerprint(modulus: &[u8]) -> bool {
    const PRIMES: [u32; 17] = [
        11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157,
    ];
    PRIMES.into_iter().all(|prime| {
        let append = |number: u32, byte: &u8| (number * 256 + u32::from(*byte)) % prime;
        let remainder = modulus.iter().fold(0, append);
        let next = |power: &u32| Some(power * (65537 % prime) % prime);
        let powers = std::iter::successors(Some(1), next);
        // The powers repeat after fewer steps than the prime has units.
        powers
            .take(prime.try_into().unwrap_or_default())
            .any(|power| power == remainder)
    })
}

/// As strictly as RFC 8017 says: the signature is as long as the modulus and below it (section 8.1.2
/// and 8.2.2, steps 1 and 2), its padding is compared with the one that there is (8.2.2, step 4), and
/// PSS has the hash's length of salt and the same hash for its mask (RFC 7518, section 3.5).
pub(super) fn verifies(
    key: &RsaKey,
    algorithm: Algorithm,
    message: &[u8],
    signature: &[u8],
) -> bool {
    let key = &key.key;
    let result = match algorithm {
        Algorithm::Ps256 => key.pss_verify::<Sha256>(message, signature),
        Algorithm::Ps384 => key.pss_verify::<Sha384>(message, signature),
        Algorithm::Ps512 => key.pss_verify::<Sha512>(message, signature),
        Algorithm::Rs256 => key.pkcs1v15_verify::<Sha256>(message, signature),
        Algorithm::Rs384 => key.pkcs1v15_verify::<Sha384>(message, signature),
        Algorithm::Rs512 => key.pkcs1v15_verify::<Sha512>(message, signature),
        _ => return false,
    };
    result.is_ok()
}
