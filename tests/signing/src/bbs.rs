//! Badges signed with `bbs-2023`, and what their holders show of them.
//!
//! The arithmetic is written apart from the verifier's, over the same curve, so that each is a test of
//! the other.

mod derive;
mod scheme;

pub(crate) use derive::{Canonical, derive, stand_in};
pub(crate) use scheme::{hash_to_scalar, public_key};
