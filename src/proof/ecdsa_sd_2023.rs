//! `ecdsa-sd-2023` (Data Integrity ECDSA Cryptosuites 1.0, section 3.6): derived proofs.
//!
//! The issuer makes a key for one badge alone, signs each statement with it that may be left out, and
//! throws it away. One more signature, by the issuer's own key, covers that key and all statements
//! that must not be left out: the base signature.
//!
//! Section 3.6.7, step 7 of the standard, taken literally, verifies the base signature with the key
//! inside the proof. Anybody could then make a proof in anybody's name. It has to be the key of the
//! verification method; the standard's own section 3.6.5, step 5, signs with that one.

use serde_json::{Map, Value};

use super::definition::{Definition, PROOF_VALUE, Transformation};
use super::selective::{self, DisclosureError, LabelMap, MandatoryIndexes, Statements};
use super::{HashData, MalformedProof, Proof, Suite};
use crate::HashAlgorithm;
use crate::key::{self, Algorithm, KeyKind, PublicKey};
use crate::note::Note;
use crate::reason::Reason;

pub(super) const NAME: &str = "ecdsa-sd-2023";

/// Transformation and proof configuration as for `ecdsa-rdfc-2019` (section 3.5.9, steps 1 and 4).
pub(super) const DEFINITION: Definition = Definition {
    transformation: Transformation::Rdfc,
    keys: &[(KeyKind::P256, HASH)],
    value_member: PROOF_VALUE,
    value,
    holds,
    notes: &[Note::DetailsMayBeLeftOut],
};

const HASH: HashAlgorithm = HashAlgorithm::Sha256;

/// The components of a derived proof's value.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct DerivedProof {
    /// The issuer's signature over the proof's options, the key and the mandatory statements.
    pub base_signature: [u8; 64],
    /// The key of this one proof: a Multikey's bytes. Section 3.5.8 speaks of 36 bytes; they are two
    /// of prefix and 33 of a compressed point.
    pub public_key: [u8; 35],
    /// One signature by that key for each statement that the holder disclosed.
    pub signatures: Vec<[u8; 64]>,
    pub labels: LabelMap,
    pub mandatory_indexes: MandatoryIndexes,
}

impl DerivedProof {
    /// parseDerivedProofValue (section 3.5.8), from step 3 on.
    ///
    /// # Errors
    /// [`Reason::BaseProof`] for the proof that derived ones are made from, and
    /// [`Reason::MalformedProof`].
    pub fn parse(value: &[u8]) -> Result<Self, Reason> {
        let malformed = |error| Reason::MalformedProof(MalformedProof::Disclosure(error));
        match value {
            // 3.
            [0xd9, 0x5d, 0x01, components @ ..] => Self::components(components).map_err(malformed),
            [0xd9, 0x5d, 0x00, ..] => Err(Reason::BaseProof {
                suite: Suite::EcdsaSd2023,
            }),
            _ => Err(malformed(DisclosureError::Header)),
        }
    }

    /// Steps 4 and 5.
    fn components(bytes: &[u8]) -> Result<Self, DisclosureError> {
        selective::components(bytes, 5, |reader| {
            let base_signature = reader.bytes_of("baseSignature")?;
            let public_key = reader.bytes_of("publicKey")?;
            let signatures = reader.array(|item| item.bytes_of("signatures"))?;
            let labels = reader.map(|entry| {
                let node = entry.unsigned()?;
                // decompressLabelMap (section 3.5.6)
                let digest: [u8; 32] = entry.bytes_of("labelMap")?;
                Ok((node, format!("u{}", key::to_base64url(&digest))))
            })?;
            let indexes = reader.array(|item| item.unsigned())?;
            Ok(Self {
                mandatory_indexes: MandatoryIndexes::new(&indexes, signatures.len())?,
                labels: LabelMap::new(labels)?,
                base_signature,
                public_key,
                signatures,
            })
        })
    }

    /// The document's statements under the issuer's labels (createVerifyData, section 3.5.9, steps 3
    /// to 7); None where the proof is of a document with other statements.
    #[must_use]
    pub fn statements(&self, hash_data: &HashData) -> Option<Statements> {
        let canonical = &hash_data.canonical_document;
        Statements::new(canonical, &self.labels, &self.mandatory_indexes)
    }

    /// What the base signature is made over (serializeSignData, section 3.5.1).
    #[must_use]
    pub fn signed_data(&self, hash_data: &HashData, statements: &Statements) -> Vec<u8> {
        // hashMandatoryNQuads (section 3.4.17)
        let mandatory_hash = HASH.digest(statements.mandatory.concat());
        let parts = [&hash_data.proof_hash, &self.public_key[..], &mandatory_hash];
        parts.concat()
    }

    /// The key of this one proof, to verify statements with and nothing else.
    fn key(&self) -> Result<PublicKey, Reason> {
        let key = match &self.public_key {
            [0x80, 0x24, point @ ..] => key::p256(point).ok(),
            _ => None,
        };
        let malformed = MalformedProof::Disclosure(DisclosureError::Key);
        key.ok_or(Reason::MalformedProof(malformed))
    }
}

fn value(proof: &Map<String, Value>) -> Result<Vec<u8>, Reason> {
    // parseDerivedProofValue (section 3.5.8), steps 1 and 2.
    let value = selective::value(proof).map_err(Reason::MalformedProof)?;
    DerivedProof::parse(&value)?.key()?;
    Ok(value)
}

/// Verify Derived Proof (section 3.6.7), with the issuer's `key`.
fn holds(hash_data: &HashData, proof: &Proof<'_>, key: &PublicKey) -> Result<bool, Reason> {
    let derived = DerivedProof::parse(&proof.value)?;
    // 2.
    let Some(statements) = derived.statements(hash_data) else {
        return Ok(false);
    };
    // 3.
    if statements.disclosed.len() != derived.signatures.len() {
        return Ok(false);
    }
    // 4.
    let own_key = derived.key()?;
    // 5.
    let signed = derived.signed_data(hash_data, &statements);
    // 7. By the issuer's key: see above.
    if !key.verifies(Algorithm::Es256, &signed, &derived.base_signature) {
        return Ok(false);
    }
    // 8.
    let mut disclosed = statements.disclosed.iter().zip(&derived.signatures);
    Ok(disclosed.all(|(statement, signature)| {
        own_key.verifies(Algorithm::Es256, statement.as_bytes(), signature)
    }))
}
