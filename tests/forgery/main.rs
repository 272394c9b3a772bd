//! Ways to make a badge say more than was signed. None comes out better than `unconfirmed`.

mod bbs;
mod content;
mod contexts;
mod derived_values;
mod disclosure;
mod proofs;
mod signatures;
mod signer;
#[path = "../support/mod.rs"]
mod support;
