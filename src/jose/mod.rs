//! Tokens: what JSON Object Signing and Encryption puts around a payload.

mod disclosures;

pub use disclosures::{Disclosed, MalformedDisclosure, disclose};
