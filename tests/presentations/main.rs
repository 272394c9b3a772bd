//! Files with several credentials: what is read of each, and what is known of who presents them.

mod corpus;
mod credentials;
mod holder;
mod made;
#[path = "../support/mod.rs"]
mod support;
mod tokens;
