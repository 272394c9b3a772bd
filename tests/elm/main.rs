//! European Digital Credentials: what they say, what they state of Annex I, their seals, and
//! third-party ones.

mod annex_i;
mod contents;
mod corpus;
mod credential;
mod invariants;
mod seals;
#[path = "../support/mod.rs"]
mod support;
