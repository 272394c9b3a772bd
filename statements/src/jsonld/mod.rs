//! JSON-LD documents as RDF statements, with nothing lost on the way unnoticed.
//!
//! A JSON-LD processor drops what it cannot express: members that no context defines, identifiers
//! that are no IRIs, values of the wrong form. What is dropped is not signed. So whatever [`statements`]
//! drops it notes, and a document counts as covered only when nothing was dropped and when its JSON can
//! be read in only one way ([`shape()`]).
//!
//! The contexts are known, so what they come to is worked out once and kept (`compiled`).

mod active_context;
mod choice;
mod compiled;
mod context_processing;
pub mod contexts;
mod error;
mod expand;
mod iri;
mod literal;
mod plain_iri;
mod shape;
mod statements;
mod term_definition;
mod value_object;

pub use choice::{ContextChoice, choices};
pub use error::JsonLdError;
pub use expand::{statements, statements_without};
pub use shape::{Shape, ShapeError, is_endorsement_subject, shape};
pub use statements::Statements;
