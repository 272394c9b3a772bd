//! What a JSON document states: strict JSON, canonical JSON, JSON-LD over known contexts, and RDF in
//! canonical form.
//!
//! ```text
//!  bytes ──json──▶ Value ──jsonld──▶ Quads ──rdf──▶ canonical N-Quads ──hash──▶ what a proof signs
//!                    └──────────────jcs──────────▶ canonical JSON ─────┘
//! ```
//!
//! This is where a verification takes its time, beside the signature itself, so it is a crate of its own:
//! the page is compiled for size, and this for speed. It knows nothing of badges, keys and verdicts.

#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::unwrap_used
    )
)]

mod hash;
pub mod jcs;
pub mod json;
pub mod jsonld;
pub mod rdf;

pub use hash::HashAlgorithm;
