//! Registries of issuers: whom they name, and what leaves that open.

#[path = "../support/mod.rs"]
mod support;

mod by_hand;
mod corpus;
mod federation;
mod invariants;
mod known_registries;
mod made;
mod registry;
mod statements;
mod wording;
