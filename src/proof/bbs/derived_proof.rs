//! The value of a `bbs-2023` proof (Data Integrity BBS Cryptosuites 1.0, section 3.3).

use std::collections::BTreeMap;

use super::cbor::Reader;
use super::ciphersuite::POINT_LENGTH;
use super::octets::undisclosed_messages;

/// What stands before the CBOR: a tag that the standard took for itself, and the kind of proof.
const HEADER: [u8; 2] = [0xd9, 0x5d];

/// The most messages that a signature may cover, disclosed or not. Each takes a verifier about a
/// millisecond in a browser; 1EdTech's fullest example, without its pictures and endorsements'
/// proofs, makes about 700.
const MOST_MESSAGES: usize = 1_000;

/// The longest presentation header, domain of a pseudonym: far above what names a verifier or a
/// session.
const LONGEST_TEXT: usize = 10_000;

/// A derived proof: what a holder makes out of the issuer's signature for one verifier.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct DerivedProof<'a> {
    pub feature: Feature,
    pub bbs_proof: &'a [u8],
    /// From the number of a blank node in canonical form (`c14n0`) to its number in the signed
    /// document (`b0`).
    pub label_map: BTreeMap<u64, u64>,
    /// Which of the document's statements the issuer allows nobody to leave out.
    pub mandatory_indexes: Vec<u64>,
    /// Where the other statements stood among those that may be left out.
    pub selective_indexes: Vec<u64>,
    pub presentation_header: &'a [u8],
    /// The pseudonym's point, and the domain that it was made for where the proof says which.
    pub pseudonym: Option<(&'a [u8; POINT_LENGTH], Option<&'a [u8]>)>,
    /// How many messages the issuer signed, where the holder's own were signed too.
    pub length_bbs_messages: Option<usize>,
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

/// Why a value is no derived proof.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum NotDerived {
    /// It is the issuer's signature over everything, which is for its holder alone.
    BaseProof,
    /// It is not encoded as the suite has it, or too large.
    Malformed,
}

impl<'a> DerivedProof<'a> {
    /// parseDerivedProofValue (section 3.3.7), from the octets on.
    ///
    /// W3C's own vectors with pseudonyms leave out the domain, which the standard's text has between
    /// presentation header and pseudonym; both are read.
    ///
    /// # Errors
    /// [`NotDerived`].
    pub fn read(octets: &'a [u8]) -> Result<Self, NotDerived> {
        // 3.
        let (header, cbor) = octets
            .split_first_chunk::<3>()
            .ok_or(NotDerived::Malformed)?;
        let [first, second, kind] = *header;
        if [first, second] != HEADER {
            return Err(NotDerived::Malformed);
        }
        let feature = match kind {
            0x02 | 0x04 | 0x06 | 0x08 => return Err(NotDerived::BaseProof),
            0x03 => Feature::Baseline,
            0x05 => Feature::AnonymousHolderBinding,
            0x07 => Feature::Pseudonym,
            0x09 => Feature::HolderBindingPseudonym,
            _ => return Err(NotDerived::Malformed),
        };
        // 4. to 6.
        let proof = Self::components(feature, cbor).ok_or(NotDerived::Malformed)?;
        match proof.is_within_bounds() {
            true => Ok(proof),
            false => Err(NotDerived::Malformed),
        }
    }

    fn components(feature: Feature, cbor: &'a [u8]) -> Option<Self> {
        let mut reader = Reader::new(cbor);
        let count = reader.array()?;
        let domain_is_there = match (feature, count) {
            (Feature::Baseline, 5) | (Feature::AnonymousHolderBinding, 6) => false,
            (Feature::Pseudonym | Feature::HolderBindingPseudonym, 7 | 8) => count == 8,
            _ => return None,
        };
        let mut proof = Self {
            feature,
            bbs_proof: reader.bytes()?,
            label_map: label_map(&mut reader)?,
            mandatory_indexes: ascending(reader.numbers()?)?,
            selective_indexes: ascending(reader.numbers()?)?,
            presentation_header: reader.bytes()?,
            pseudonym: None,
            length_bbs_messages: None,
        };
        if matches!(
            feature,
            Feature::Pseudonym | Feature::HolderBindingPseudonym
        ) {
            let domain = match domain_is_there {
                true => Some(reader.text_or_bytes()?),
                false => None,
            };
            proof.pseudonym = Some((reader.bytes()?.try_into().ok()?, domain));
        }
        if feature != Feature::Baseline {
            proof.length_bbs_messages = Some(reader.unsigned()?.try_into().ok()?);
        }
        reader.end()?;
        Some(proof)
    }

    fn is_within_bounds(&self) -> bool {
        let domain = self.pseudonym.and_then(|(_, domain)| domain);
        let texts = [self.presentation_header, domain.unwrap_or_default()];
        let undisclosed = undisclosed_messages(self.bbs_proof.len());
        undisclosed.is_some_and(|count| count + self.selective_indexes.len() <= MOST_MESSAGES)
            && texts.iter().all(|text| text.len() <= LONGEST_TEXT)
    }
}

/// decompressLabelMap (section 3.3.5), the prefixes left out. Each node has a label of its own.
fn label_map(reader: &mut Reader<'_>) -> Option<BTreeMap<u64, u64>> {
    let count = reader.map()?;
    let mut labels = BTreeMap::new();
    for _ in 0..count {
        let (canonical, signed) = (reader.unsigned()?, reader.unsigned()?);
        if labels.insert(canonical, signed).is_some() {
            return None;
        }
    }
    let mut signed: Vec<_> = labels.values().collect();
    signed.sort_unstable();
    signed.dedup();
    (signed.len() == count).then_some(labels)
}

/// Indexes, which are in ascending order (IETF's BBS draft, section 3.4.4), each once.
fn ascending(indexes: Vec<u64>) -> Option<Vec<u64>> {
    indexes.is_sorted_by(|a, b| a < b).then_some(indexes)
}
