//! Credentials inside another: why those of a record came out as they did, and what endorsements come
//! to.

mod endorsement;
mod record;

pub use endorsement::{EndorsementCounts, EndorsementReason, EndorsementReport};
pub use record::{RecordCounts, RecordReason};
