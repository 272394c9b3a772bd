//! Files with several credentials: what is read of each, and what is known of who presents them.

mod corpus;
mod credentials;
mod holder;
mod invariants;
mod made;
#[path = "../support/properties.rs"]
mod properties;
#[path = "../support/mod.rs"]
mod support;
mod tokens;
