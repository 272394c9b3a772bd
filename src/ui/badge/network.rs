//! Whether, which and how other hosts may be asked.

use crate::evidence::Relay;
use crate::net;
use crate::ui::decisions::{Decision, decision};

/// Whether, which and how other hosts may be asked. Unless the page allows a host, none is asked before
/// the person agrees; and none against the person's word.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Network {
    /// Nobody is asked: what would need the network stays unknown.
    pub is_off: bool,
    /// Hosts that the page allows, each with a port that is not the usual one.
    pub allowed: Vec<String>,
    /// Where to ask for what a host lets no other page read.
    pub relay: Option<Relay>,
}

/// What may be done about one host.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Permission {
    Allowed,
    /// Nobody has said yet.
    Open,
    Refused,
}

impl Network {
    /// The value of the attribute `network`: `ask`, `never`, or `allow` with hosts after it; None for
    /// whatever else there may be.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = text.split_ascii_whitespace();
        match words.next()? {
            "ask" => Some(Self::default()),
            "never" => Some(Self {
                is_off: true,
                ..Self::default()
            }),
            "allow" => Some(Self {
                allowed: words.map(str::to_ascii_lowercase).collect(),
                ..Self::default()
            }),
            _ => None,
        }
    }

    /// What the page and the person have said of a host, for all files.
    pub(super) fn permission(&self, host: &str) -> Permission {
        match decision(host) {
            Some(Decision::Never) => Permission::Refused,
            Some(Decision::Always) => Permission::Allowed,
            None if self.allowed.iter().any(|allowed| allowed == host) => Permission::Allowed,
            None => Permission::Open,
        }
    }
}

/// The host to be asked; what names none cannot be asked, and names itself.
pub(super) fn host(url: &str) -> String {
    net::host(url).unwrap_or_else(|| url.to_owned())
}
