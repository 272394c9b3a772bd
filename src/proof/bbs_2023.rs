//! `bbs-2023` (Data Integrity BBS Cryptosuites 1.0, section 3.4): derived proofs.
//!
//! The issuer signs a document's statements one by one. Its holder passes on some of them, with a
//! proof of knowing the signature: another proof for everybody who is shown the document.

mod derived_proof;

pub use derived_proof::{DerivedProof, Feature, Pseudonym};

use serde_json::{Map, Value};

use super::definition::{Definition, PROOF_VALUE, Transformation};
use super::selective::{self, Statements};
use super::{HashData, Proof, Suite};
use crate::HashAlgorithm;
use crate::key::{Bls12381G2, KeyKind, PublicKey};
use crate::note::Note;
use crate::reason::Reason;

pub(super) const NAME: &str = "bbs-2023";

/// Transformation and proof configuration as for `ecdsa-rdfc-2019` (section 3.3.8, steps 1 and 4).
pub(super) const DEFINITION: Definition = Definition {
    transformation: Transformation::Rdfc,
    keys: &[(KeyKind::Bls12381G2, HASH)],
    value_member: PROOF_VALUE,
    value,
    holds,
    notes: &[Note::DetailsMayBeLeftOut],
};

const HASH: HashAlgorithm = HashAlgorithm::Sha256;

fn value(proof: &Map<String, Value>) -> Result<Vec<u8>, Reason> {
    // parseDerivedProofValue (section 3.3.7), steps 1 and 2.
    let value = selective::value(proof).map_err(Reason::MalformedProof)?;
    DerivedProof::parse(&value)?;
    Ok(value)
}

/// Verify Derived Proof (section 3.4.7), with the issuer's `key`.
fn holds(hash_data: &HashData, proof: &Proof<'_>, key: &PublicKey) -> Result<bool, Reason> {
    let PublicKey::Bls12381G2(key) = key else {
        return Ok(false);
    };
    let derived = DerivedProof::parse(&proof.value)?;
    let domain = match &derived.pseudonym {
        None => &[],
        Some(pseudonym) => pseudonym.domain.ok_or(Reason::PseudonymWithoutDomain)?,
    };
    // 4.
    let statements = derived.statements(&hash_data.canonical_document);
    let holds = statements.map(|statements| {
        let proof_hash = &hash_data.proof_hash;
        derived.holds(key, proof_hash, &statements, domain)
    });
    // 7. An optional feature's proof may have been made by another version of IETF's drafts, of which
    // W3C's standard names none.
    match holds.unwrap_or(Ok(false))? {
        false if derived.feature != Feature::Baseline => Err(Reason::UnsettledFeature {
            suite: Suite::Bbs2023,
        }),
        holds => Ok(holds),
    }
}

impl DerivedProof<'_> {
    /// What is signed along with the messages (section 3.4.7, step 5): the hash of the proof's
    /// configuration and that of the mandatory statements, 64 bytes.
    #[must_use]
    pub fn bbs_header(proof_hash: &[u8], statements: &Statements) -> Vec<u8> {
        [proof_hash, &HASH.digest(statements.mandatory.concat())].concat()
    }

    /// Whether the holder knows a signature by `key` over the statements (section 3.4.7, steps 5 and
    /// 6). `nym_domain` is the domain that a pseudonym, if there is one, was made for.
    ///
    /// # Errors
    /// [`Reason::UnsupportedKey`] where the key is no point of the curve's subgroup, and
    /// [`Reason::UnsupportedSuite`] in a build without the feature `bbs`.
    #[cfg(feature = "bbs")]
    pub fn holds(
        &self,
        key: &Bls12381G2,
        proof_hash: &[u8],
        statements: &Statements,
        nym_domain: &[u8],
    ) -> Result<bool, Reason> {
        use super::bbs::{self, Interface, Presentation};
        use crate::key::KeyError;

        let malformed = Reason::UnsupportedKey(KeyError::Malformed);
        let key = bbs::Key::read(key.as_bytes()).ok_or(malformed)?;
        if self.selective_indexes.len() != statements.disclosed.len() {
            return Ok(false);
        }
        let indexes = self.selective_indexes.iter().copied();
        let messages = statements.disclosed.iter().map(String::as_bytes);
        let presentation = Presentation {
            // 5.
            header: &Self::bbs_header(proof_hash, statements),
            presentation_header: self.presentation_header,
            messages: indexes.zip(messages).collect(),
            interface: match (&self.pseudonym, self.feature) {
                (Some(pseudonym), _) => Interface::Pseudonym {
                    signed: self.length_bbs_messages,
                    point: &pseudonym.point,
                    domain: nym_domain,
                },
                (None, Feature::Baseline) => Interface::Plain,
                (None, _) => Interface::Blind {
                    signed: self.length_bbs_messages,
                },
            },
        };
        // 6.
        Ok(bbs::proof_verify(&key, self.bbs_proof, &presentation))
    }

    #[cfg(not(feature = "bbs"))]
    pub fn holds(
        &self,
        _: &Bls12381G2,
        _: &[u8],
        _: &Statements,
        _: &[u8],
    ) -> Result<bool, Reason> {
        let name = NAME.to_owned();
        Err(Reason::UnsupportedSuite { name })
    }
}
