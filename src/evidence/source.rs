//! Where an answer came from. It changes no verdict but that nobody supplies a registry by hand, and
//! whoever reads one should know.

use super::{Answer, Evidence, Request};
use crate::timestamp::Timestamp;

/// Where an answer came from.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum Source {
    /// A person supplied it by hand. It proves nothing of what the host says.
    Attached,
    /// The host gave it to this device.
    Fetched,
    /// The caller recorded it and knows where from.
    #[default]
    Recorded,
    /// A relay on this host fetched it, and could have altered it.
    Relayed { through: String },
}

impl Source {
    /// The name in the report's contract.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Attached => "attached",
            Self::Fetched => "fetched",
            Self::Recorded => "recorded",
            Self::Relayed { .. } => "relayed",
        }
    }
}

/// Where an answer came from, and when.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Provenance {
    pub source: Source,
    /// When it was fetched or attached: before the report's own time where it was kept.
    pub at: Option<Timestamp>,
}

/// A document that a report rests on.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Obtained {
    pub request: Request,
    pub provenance: Provenance,
}

impl Evidence {
    /// The document that answers `request`; None where there is none, be it that the host has none, gave
    /// no answer or was not to be asked, or that it may not serve for this. That a hosted badge is gone is
    /// an answer.
    #[must_use]
    pub fn obtained(&self, request: &Request) -> Option<Obtained> {
        let Answer::Response {
            status: 200 | 410, ..
        } = self.answer(&request.url)?
        else {
            return None;
        };
        if !self.may_serve(&request.url, request.purpose) {
            return None;
        }
        Some(Obtained {
            request: request.clone(),
            provenance: self.provenance(&request.url)?.clone(),
        })
    }
}
