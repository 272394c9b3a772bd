//! The value of a derived proof of `bbs-2023` (Data Integrity BBS Cryptosuites 1.0, section 3.3).

use super::super::selective::{self, DisclosureError, LabelMap, MandatoryIndexes, Statements};
use super::super::{MalformedProof, Suite};
use crate::reason::Reason;

/// The most messages that a signature may cover, disclosed or not. Each takes a verifier about a
/// millisecond in a browser; 1EdTech's fullest example makes about 700.
const MOST_MESSAGES: usize = 1_000;

/// The components of a derived proof's value.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct DerivedProof<'a> {
    pub feature: Feature,
    /// The proof of knowing the issuer's signature.
    pub bbs_proof: &'a [u8],
    pub labels: LabelMap,
    pub mandatory_indexes: MandatoryIndexes,
    /// Where the statements that the holder disclosed stood among those that may be left out, in
    /// ascending order.
    pub selective_indexes: Vec<usize>,
    /// What the holder tied this one proof to.
    pub presentation_header: &'a [u8],
    pub pseudonym: Option<Pseudonym<'a>>,
    /// How many messages the issuer signed, not counting the holder's own; 0 where there are none.
    pub length_bbs_messages: usize,
}

/// The optional features of the suite (section 4).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Feature {
    Baseline,
    /// Only who knows a secret could make the proof.
    AnonymousHolderBinding,
    /// The holder goes by a name that the signature is bound to.
    Pseudonym,
    /// Both. W3C's vectors for a pseudonym alone say this too, so how many secrets the holder has is
    /// taken from the proof.
    HolderBindingPseudonym,
}

/// A name that the holder goes by in one place.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Pseudonym<'a> {
    /// A point of G1, compressed.
    pub point: [u8; 48],
    /// The place that it was made for (`nym_domain`): a verifier's name, say. The standard's text has
    /// it, and W3C's vectors leave it out.
    pub domain: Option<&'a [u8]>,
}

impl<'a> DerivedProof<'a> {
    /// parseDerivedProofValue (section 3.3.7), from step 3 on.
    ///
    /// # Errors
    /// [`Reason::BaseProof`] for the proof that derived ones are made from,
    /// [`Reason::CanonicalizationTooCostly`] for too many messages, and [`Reason::MalformedProof`].
    pub fn parse(value: &'a [u8]) -> Result<Self, Reason> {
        let malformed = |error| Reason::MalformedProof(MalformedProof::Disclosure(error));
        // 3.
        let (feature, components) = match value {
            [0xd9, 0x5d, 0x02 | 0x04 | 0x06 | 0x08, ..] => {
                return Err(Reason::BaseProof {
                    suite: Suite::Bbs2023,
                });
            }
            [0xd9, 0x5d, 0x03, rest @ ..] => (Feature::Baseline, rest),
            [0xd9, 0x5d, 0x05, rest @ ..] => (Feature::AnonymousHolderBinding, rest),
            [0xd9, 0x5d, 0x07, rest @ ..] => (Feature::Pseudonym, rest),
            [0xd9, 0x5d, 0x09, rest @ ..] => (Feature::HolderBindingPseudonym, rest),
            _ => return Err(malformed(DisclosureError::Header)),
        };
        let proof = Self::components(feature, components).map_err(malformed)?;
        let messages = proof.bbs_proof.len() / 32 + proof.selective_indexes.len();
        match messages.max(proof.length_bbs_messages) <= MOST_MESSAGES {
            true => Ok(proof),
            false => Err(Reason::CanonicalizationTooCostly),
        }
    }

    /// Steps 4 to 6.
    fn components(feature: Feature, bytes: &'a [u8]) -> Result<Self, DisclosureError> {
        let has_pseudonym = matches!(
            feature,
            Feature::Pseudonym | Feature::HolderBindingPseudonym
        );
        let has_domain = has_pseudonym && bytes.first() == Some(&0x88);
        let count = match feature {
            Feature::Baseline => 5,
            Feature::AnonymousHolderBinding => 6,
            _ if has_domain => 8,
            _ => 7,
        };
        selective::components(bytes, count, |reader| {
            let bbs_proof = reader.bytes()?;
            let labels = reader.map(|entry| {
                // decompressLabelMap (section 3.3.5)
                Ok((entry.unsigned()?, format!("b{}", entry.unsigned()?)))
            })?;
            let mandatory_indexes = reader.array(|item| item.unsigned())?;
            let selective_indexes = ascending(reader.array(|item| item.unsigned())?)?;
            let presentation_header = reader.bytes()?;
            let domain = match has_domain {
                true => Some(reader.text_or_bytes()?),
                false => None,
            };
            let pseudonym = match has_pseudonym {
                true => Some(Pseudonym {
                    point: reader.bytes_of("pseudonym")?,
                    domain,
                }),
                false => None,
            };
            let length_bbs_messages = match feature {
                Feature::Baseline => 0,
                _ => reader.unsigned()?,
            };
            Ok(Self {
                feature,
                bbs_proof,
                labels: LabelMap::new(labels)?,
                mandatory_indexes: MandatoryIndexes::new(
                    &mandatory_indexes,
                    selective_indexes.len(),
                )?,
                selective_indexes,
                presentation_header,
                pseudonym,
                length_bbs_messages: usize::try_from(length_bbs_messages).unwrap_or(usize::MAX),
            })
        })
    }

    /// The document's statements under the issuer's labels (createVerifyData, section 3.3.8, steps 3
    /// to 7), from its canonical N-Quads; None where the proof is of a document with other statements.
    #[must_use]
    pub fn statements(&self, canonical_document: &str) -> Option<Statements> {
        Statements::new(canonical_document, &self.labels, &self.mandatory_indexes)
    }
}

/// Indexes in the order in which a proof takes them (draft-irtf-cfrg-bbs-signatures-08, section
/// 3.5.4): an index that does not follow on the one before it stands twice or out of order.
fn ascending(indexes: Vec<u64>) -> Result<Vec<usize>, DisclosureError> {
    let mut following = 0;
    let mut places = Vec::new();
    for index in indexes {
        if index < following {
            return Err(DisclosureError::IndexRepeated { index });
        }
        let out_of_range = DisclosureError::IndexOutOfRange { index };
        let place = usize::try_from(index).ok().filter(|own| *own < usize::MAX);
        places.push(place.ok_or(out_of_range)?);
        following = index.saturating_add(1);
    }
    Ok(places)
}
