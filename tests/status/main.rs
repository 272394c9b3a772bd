//! Withdrawn or suspended: each mechanism by scenario, made here; and third-party lists with our reasons.

mod bitstring;
mod corpus;
mod freshness;
mod invariants;
mod list;
mod mechanism;
mod older_lists;
mod one_edtech;
#[path = "../support/properties.rs"]
mod properties;
mod signers;
#[path = "../support/mod.rs"]
mod support;
mod token_list;
mod wording;
