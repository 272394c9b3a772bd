//! Is a credential still in force: the mechanisms by which issuers withdraw and suspend, a file each.
//!
//! ```text
//!  StatusEntry ──Entry::read──▶ where the list is, and what to look up in it ─┐
//!                                                                             ├──▶ Standing
//!  an answer's bytes ──▶ a credential, a token or JSON ──look_up──────────────┘
//! ```
//!
//! Nothing here asks for a list, and nothing here says who signed one: both are for
//! [`verify`](crate::verify()), which looks nothing up in a list before it has judged it.

mod bits;
mod bitstring_status_list;
mod entry;
mod freshness;
mod reason;
mod revocation_list_1edtech;
mod revocation_list_2020;
mod status_list_2021;
mod status_list_credential;
mod token_status_list;
mod unpack;

pub(crate) use entry::{Entry, Query};
pub use freshness::fresh_until;
pub use reason::{Consulted, Keeper, Standing, StatusReason};
pub(crate) use revocation_list_1edtech::look_up as look_up_identifier;
pub(crate) use token_status_list::StatusListToken;

use crate::note::Note;

/// What a list says of one credential.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Found {
    /// None where the list is for something else than withdrawing and suspending.
    pub standing: Option<Standing>,
    pub notes: Vec<Note>,
}

impl From<Standing> for Found {
    fn from(standing: Standing) -> Self {
        Self {
            standing: Some(standing),
            notes: Vec::new(),
        }
    }
}
