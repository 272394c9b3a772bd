//! **Assay** tests a digital badge the way an assay office tests silver: it says what the thing is,
//! who put their mark on it, and what could not be established.
//!
//! ```text
//!  bytes ──carrier──▶ Credential ─┐
//!                                 ├──verify──▶ Report ──present──▶ words, JSON, the card
//!  Evidence, Policy, Timestamp ───┘              │
//!        ▲                                       │ wants
//!        └───────── a driver (net, the CLI) ◀────┘
//! ```
//!
//! The core does no I/O and reads no clock. [`verify()`] is a pure function; what it could still use
//! stands in [`Report::wants`], and whoever calls it decides what to fetch.
//!
//! ```
//! use assay::{Evidence, Policy, Timestamp, Verdict, open, verify};
//!
//! let policy = Policy::default();
//! let badge = br#"{"type": "VerifiableCredential", "credentialSubject": {}}"#;
//! let opened = open(badge, &policy.bounds).expect("a credential");
//! let now = Timestamp::parse("2025-01-01T00:00:00Z").expect("a time");
//! for credential in opened.credentials.iter().flatten() {
//!     let report = verify(credential, &Evidence::none(), &policy, now);
//!     assert_eq!(report.verdict, Verdict::Unconfirmed); // nobody signed it
//! }
//! ```

#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::unwrap_used
    )
)]

pub mod carrier;
pub mod credential;
pub mod element;
pub mod evidence;
mod inquiry;
pub mod jose;
mod json;
pub mod key;
pub mod nested;
#[cfg(feature = "browser")]
pub mod net;
mod note;
mod percent_encoding;
pub mod policy;
pub mod present;
pub mod proof;
mod reason;
mod recipient;
mod report;
pub mod resolve;
pub mod schema;
pub mod status;
mod timestamp;
pub mod trust;
#[cfg(feature = "browser")]
pub mod ui;
mod verify;
mod web_address;

pub use carrier::{Credentials, Opened, Unreadable, open};
pub use credential::{Credential, Presentation};
pub use evidence::Evidence;
pub use json::JsonError;
pub use note::Note;
pub use policy::Policy;
pub use reason::{AsOfReason, IssuerMethod, Reason, RefreshReason, SchemaReason, Unobtained};
pub use report::{
    Basis, Check, Checks, Listing, Outcome, ProofReport, Question, Reliance, Report, Verdict,
};
pub use statements::{HashAlgorithm, jcs, jsonld, rdf};
pub use timestamp::{NotATimestamp, Timestamp};
pub use verify::{HolderReport, verify, verify_presentation};
pub use web_address::WebAddress;
