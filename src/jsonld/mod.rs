//! JSON-LD documents as RDF statements, with nothing lost on the way unnoticed.
//!
//! A JSON-LD processor drops what it cannot express: members that no context defines, identifiers
//! that are no IRIs, values of the wrong form. What is dropped is not signed. So a document counts
//! as covered only when every value in it became exactly one statement (`tally`), and when its
//! JSON can be read in only one way (`shape`).

pub mod contexts;
mod expand;
mod shape;
mod tally;
mod type_scoped;

pub use expand::{ContextChoice, Statements, choices, statements};
pub(crate) use shape::is_endorsement_subject;
pub use shape::{Shape, ShapeError, shape};
