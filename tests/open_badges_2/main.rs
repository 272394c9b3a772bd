//! Badges before 3.0, by scenario: hosted, signed, older still, and third-party ones.

mod as_of;
mod badge;
mod corpus;
mod hosted;
mod invariants;
mod older;
#[path = "../support/properties.rs"]
mod properties;
mod recipient;
mod signed;
#[path = "../support/mod.rs"]
mod support;
mod wording;
