//! JSON Web Signatures (RFC 7515), as tokens and older proofs carry them, and what selective
//! disclosure adds to them: how they are written. What a good one means is for
//! [`proof`](crate::proof).

mod disclosures;
mod header;
mod jws;
mod media_type;
mod profile;
mod sd_jwt;

pub use disclosures::{Disclosed, MalformedDisclosure, disclose};
pub use header::{AlgorithmRefused, Header, algorithm};
pub use jws::{Jws, JwsError, JwsPart, is_json_serialization};
pub use media_type::{TokenContent, is_any, is_media_type};
pub use profile::TokenProfile;
pub use sd_jwt::{KeyBinding, SdJwt, SdJwtError};
