//! Selective disclosure: what the suites have in common with which an issuer signs each statement
//! so that a holder can leave some of them out (vc-di-ecdsa 1.0, section 3.4; vc-di-bbs 1.0).
//!
//! ```text
//!  proofValue ─ multibase ─ CBOR ─▶ components: labels, indexes, what is the suite's own
//!                                       │
//!  canonical N-Quads ───────────────────┴─▶ statements: mandatory, disclosed
//! ```
//!
//! The holder writes the labels and indexes, and nobody signs them. What keeps them honest is that
//! every statement is signed under the labels that the issuer chose: none is left without a
//! signature, and two blank nodes never get one label.

mod cbor;
mod labels;
mod statements;

pub(super) use cbor::components;
pub use labels::LabelMap;
pub use statements::{MandatoryIndexes, Statements};

use serde_json::{Map, Value};

use super::MalformedProof;
use super::definition::PROOF_VALUE;
use super::parse::required;
use crate::key::base64url;

/// What is wrong with the value of a proof with selective disclosure, apart from its encoding.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum DisclosureError {
    /// What follows the header is not the CBOR of the suite's components.
    Cbor,
    /// It starts neither as a base proof nor as a derived proof of the suite.
    Header,
    /// A mandatory index that no statement has.
    IndexOutOfRange { index: u64 },
    /// A mandatory index that stands twice.
    IndexRepeated { index: u64 },
    /// The key in the proof is not of the suite's kind, or no point on its curve.
    Key,
    /// Two blank nodes have one label, so that one could be split into two.
    LabelShared { label: String },
    /// A component has another length than the suite gives it.
    Length {
        /// Its name in the suite's standard.
        component: &'static str,
        length: usize,
    },
    /// The map has no label for a blank node, by its canonical number.
    NodeMissing { node: u64 },
    /// The map has two labels for a blank node, by its canonical number.
    NodeRepeated { node: u64 },
}

/// The bytes of `proofValue`: base64url without padding, in multibase's `u` form (Controlled
/// Identifiers 1.0, section 2.4).
pub(super) fn value(proof: &Map<String, Value>) -> Result<Vec<u8>, MalformedProof> {
    let text = required(proof, PROOF_VALUE)?;
    let bytes = text.strip_prefix('u').and_then(base64url);
    bytes.ok_or(MalformedProof::SignatureEncoding)
}
