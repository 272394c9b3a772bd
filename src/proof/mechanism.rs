//! The ways in which something was signed (VC Data Model 2.0, section 4.12, "Securing Mechanisms").

use super::Suite;
use crate::jose::TokenProfile;
use crate::key::Algorithm;

/// A way in which a document was signed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum SecuringMechanism {
    /// A proof in the document.
    Proof(Suite),
    /// A token around it.
    Token(TokenProfile, Algorithm),
}

impl SecuringMechanism {
    /// The name in the report's contract: the suite's, or the kind of token's.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Proof(suite) => suite.name(),
            Self::Token(profile, _) => profile.name(),
        }
    }

    /// The name of the algorithm, where the mechanism's own name leaves it open.
    #[must_use]
    pub fn algorithm(self) -> Option<&'static str> {
        match self {
            Self::Proof(_) => None,
            Self::Token(_, algorithm) => Some(algorithm.name()),
        }
    }
}

impl SecuringMechanism {
    /// Whether what is signed are the document's statements; else it is the JSON itself.
    #[must_use]
    pub(crate) fn signs_statements(self) -> bool {
        match self {
            Self::Proof(suite) => suite.signs_statements(),
            Self::Token(..) => false,
        }
    }
}

impl From<Suite> for SecuringMechanism {
    fn from(suite: Suite) -> Self {
        Self::Proof(suite)
    }
}
