//! JSON Web Signatures (RFC 7515), as tokens and older proofs carry them, and what selective
//! disclosure adds to them: how they are written. What a good one means is for
//! [`proof`](crate::proof).

mod disclosures;
mod header;
mod jws;
mod sd_jwt;

pub use disclosures::{Disclosed, MalformedDisclosure, disclose};
pub use header::{AlgorithmRefused, Header, algorithm, is_media_type};
pub use jws::{Jws, JwsError, JwsPart, is_json_serialization};
pub use sd_jwt::{KeyBinding, SdJwt, SdJwtError};
