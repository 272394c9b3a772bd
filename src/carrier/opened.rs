//! What a file holds: one credential, or several, each for itself.

use super::{Carrier, Found, Unreadable};
use crate::credential::{Credential, Presentation};

/// A file's credentials, and what they were found in.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    pub carrier: Carrier,
    /// Where in the carrier.
    pub found: Found,
    /// The exact text that stands there: JSON, a token, or in older pictures an address.
    pub text: Vec<u8>,
    pub credentials: Credentials,
    /// The presentation that carries them, where there is one.
    pub presentation: Option<Presentation>,
}

/// The credentials of a file in their order, at least one; of each that cannot be read, why.
#[derive(Clone, Debug, PartialEq)]
pub struct Credentials(Vec<Result<Credential, Unreadable>>);

impl Credentials {
    /// None for an empty list.
    #[must_use]
    pub fn new(entries: Vec<Result<Credential, Unreadable>>) -> Option<Self> {
        (!entries.is_empty()).then_some(Self(entries))
    }

    /// A single credential.
    #[must_use]
    pub fn one(credential: Credential) -> Self {
        Self(vec![Ok(credential)])
    }

    /// How many there are, those that cannot be read among them.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The credential of a file that holds one and no more; None if it cannot be read.
    #[must_use]
    pub fn only(&self) -> Option<&Credential> {
        match self.0.as_slice() {
            [Ok(only)] => Some(only),
            _ => None,
        }
    }

    /// All of them, in the file's order.
    pub fn iter(&self) -> std::slice::Iter<'_, Result<Credential, Unreadable>> {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a Credentials {
    type Item = &'a Result<Credential, Unreadable>;
    type IntoIter = std::slice::Iter<'a, Result<Credential, Unreadable>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Credentials {
    type Item = Result<Credential, Unreadable>;
    type IntoIter = std::vec::IntoIter<Result<Credential, Unreadable>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
