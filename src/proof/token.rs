//! Tokens: a JSON Web Signature around all that it says (RFC 7515, section 5.2; Securing Verifiable
//! Credentials using JOSE and COSE 1.0, section 3; VC Data Model 1.1, section 6.3.1).
//!
//! The signature covers every byte, so nothing can be left uncovered, and no statement is worked out:
//! the standards ask for no JSON-LD processing here. Members mean what their names say.

use super::{SecuringMechanism, SignatureValid};
use crate::jose::{AlgorithmRefused, Jws, TokenProfile};
use crate::key::{Algorithm, PublicKey};
use crate::reason::Reason;

/// The algorithm of a token's signature, its header's critical members looked at.
///
/// # Errors
/// [`Reason::RefusedAlgorithm`] where nothing is signed or anybody who checks could sign,
/// [`Reason::UnsupportedSuite`] for an algorithm that is not known, and
/// [`Reason::CriticalMembers`] for a header that asks for what is not known (RFC 7515, section
/// 4.1.11).
pub fn token_algorithm(jws: &Jws) -> Result<Algorithm, Reason> {
    let name = jws.header.alg.clone();
    let algorithm = jws.header.algorithm().map_err(|refused| match refused {
        AlgorithmRefused::None | AlgorithmRefused::SharedSecret => {
            Reason::RefusedAlgorithm { name }
        }
        AlgorithmRefused::Unknown => Reason::UnsupportedSuite { name },
    })?;
    match jws.header.critical.as_slice() {
        [] => Ok(algorithm),
        names => Err(Reason::CriticalMembers {
            names: names.to_vec(),
        }),
    }
}

/// Verifies a token with a key that somebody else has looked up.
///
/// # Errors
/// As [`token_algorithm`], and [`Reason::UnfitKey`] or [`Reason::SignatureMismatch`].
pub fn verify_token(
    jws: &Jws,
    profile: TokenProfile,
    key: &PublicKey,
) -> Result<SignatureValid, Reason> {
    let algorithm = token_algorithm(jws)?;
    let mechanism = SecuringMechanism::Token(profile, algorithm);
    if !key.takes(algorithm) {
        let key = key.kind();
        return Err(Reason::UnfitKey { mechanism, key });
    }
    // RFC 7515, section 5.2, step 8.
    if !key.verifies(algorithm, jws.signing_input(), &jws.signature) {
        return Err(Reason::SignatureMismatch { mechanism });
    }
    Ok(SignatureValid {
        mechanism,
        gap: None,
        notes: Vec::new(),
    })
}
