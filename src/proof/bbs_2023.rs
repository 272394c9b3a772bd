//! `bbs-2023` (Data Integrity BBS Cryptosuites 1.0, section 3.4): derived proofs.
//!
//! The issuer signs a document's statements one by one. Its holder passes on some of them, with a
//! proof of knowing the signature: another proof for everybody who is shown the document.

use serde_json::{Map, Value};

use super::definition::{Definition, Transformation};
use super::parse::required;
use super::{HashData, MalformedProof, Proof};
use crate::hash::HashAlgorithm;
use crate::key::{KeyKind, PublicKey, base64url};
use crate::note::Note;
use crate::reason::Reason;

pub(super) const NAME: &str = "bbs-2023";

/// Transformation and proof configuration as for `ecdsa-rdfc-2019` (section 3.3.8, steps 1 and 4).
pub(super) const DEFINITION: Definition = Definition {
    transformation: Transformation::Rdfc,
    keys: &[(KeyKind::Bls12381G2, HashAlgorithm::Sha256)],
    value,
    holds,
    notes: &[Note::DetailsMayBeLeftOut],
};

/// parseDerivedProofValue (section 3.3.7).
fn value(proof: &Map<String, Value>) -> Result<Vec<u8>, Reason> {
    // 1. and 2.
    let text = required(proof, "proofValue").map_err(Reason::MalformedProof)?;
    let octets = text.strip_prefix('u').and_then(base64url);
    let malformed = Reason::MalformedProof(MalformedProof::SignatureEncoding);
    let octets = octets.ok_or(malformed)?;
    // 3. to 6.
    curve::check_form(&octets)?;
    Ok(octets)
}

/// Verify Derived Proof (section 3.4.7), with the issuer's `key`.
fn holds(hash_data: &HashData, proof: &Proof<'_>, key: &PublicKey) -> Result<bool, Reason> {
    match key {
        PublicKey::Bls12381G2(key) => curve::holds(hash_data, &proof.value, key),
        _ => Ok(false),
    }
}

#[cfg(feature = "bbs")]
mod curve {
    use super::super::bbs::{
        DerivedProof, Feature, Key, NotDerived, holds as proof_holds, verify_data,
    };
    use super::super::{HashData, MalformedProof, Suite};
    use crate::key::{Bls12381G2, KeyError};
    use crate::reason::Reason;

    const SUITE: Suite = Suite::Bbs2023;

    pub(super) fn check_form(octets: &[u8]) -> Result<(), Reason> {
        read(octets).map(|_| ())
    }

    fn read(octets: &[u8]) -> Result<DerivedProof<'_>, Reason> {
        DerivedProof::read(octets).map_err(|error| match error {
            NotDerived::BaseProof => Reason::BaseProof { suite: SUITE },
            NotDerived::Malformed => Reason::MalformedProof(MalformedProof::SignatureEncoding),
        })
    }

    /// Steps 1 and 4 to 7. Where an optional feature's proof does not hold, it may have been made by
    /// another version of the drafts that define the feature.
    pub(super) fn holds(
        hash_data: &HashData,
        octets: &[u8],
        key: &Bls12381G2,
    ) -> Result<bool, Reason> {
        let proof = read(octets)?;
        // 1.
        let malformed = Reason::UnsupportedKey(KeyError::Malformed);
        let key = Key::read(key.as_bytes()).ok_or(malformed)?;
        let domain = match proof.pseudonym {
            None => None,
            Some((_, None)) => return Err(Reason::PseudonymWithoutDomain),
            Some((_, domain)) => domain,
        };
        // 4. to 7.
        let data = verify_data(&hash_data.canonical_document, &proof);
        let holds = data.is_some_and(|data| {
            proof_holds(
                &key,
                &proof,
                &hash_data.proof_hash,
                &data,
                domain.unwrap_or_default(),
            )
        });
        match (holds, proof.feature) {
            (false, feature) if feature != Feature::Baseline => {
                Err(Reason::UnsettledFeature { suite: SUITE })
            }
            _ => Ok(holds),
        }
    }
}

/// What a build says that has no curve.
#[cfg(not(feature = "bbs"))]
mod curve {
    use super::super::HashData;
    use super::NAME;
    use crate::key::Bls12381G2;
    use crate::reason::Reason;

    pub(super) fn check_form(_: &[u8]) -> Result<(), Reason> {
        let name = NAME.to_owned();
        Err(Reason::UnsupportedSuite { name })
    }

    pub(super) fn holds(_: &HashData, octets: &[u8], _: &Bls12381G2) -> Result<bool, Reason> {
        check_form(octets).map(|()| false)
    }
}
