//! Records of CLR 2.0: what each credential in one comes to, and what the record itself does.

mod corpus;
mod credentials;
mod forgery;
mod invariants;
mod made;
#[path = "../support/properties.rs"]
mod properties;
#[path = "../support/mod.rs"]
mod support;
mod unsigned;
mod wording;
