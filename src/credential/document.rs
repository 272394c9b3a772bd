//! A credential's JSON, with what is remembered of it.

use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;

use serde_json::{Map, Value};

use super::Credential;
use crate::policy::Bounds;
use crate::proof::SignatureMemory;

/// A JSON object that never changes, so that what was found out about it stays true.
#[derive(Clone, Debug, Default)]
pub struct Document {
    members: Map<String, Value>,
    signatures: SignatureMemory,
    nested: Rc<RefCell<Vec<Nested>>>,
}

/// Where in a document another credential stands: the list, and the place in it.
pub(crate) type NestedPlace = (&'static str, usize);

#[derive(Debug)]
struct Nested {
    place: NestedPlace,
    bounds: Bounds,
    credential: Rc<Credential>,
}

impl Document {
    /// What its signatures came to when it was judged before.
    #[must_use]
    pub fn signatures(&self) -> &SignatureMemory {
        &self.signatures
    }

    /// A credential inside, which is read the first time, so that it remembers its own signatures.
    pub(crate) fn nested<E>(
        &self,
        place: NestedPlace,
        bounds: &Bounds,
        read: impl FnOnce() -> Result<Credential, E>,
    ) -> Result<Rc<Credential>, E> {
        let is_known = |it: &&Nested| it.place == place && it.bounds == *bounds;
        if let Some(known) = self.nested.borrow().iter().find(is_known) {
            return Ok(Rc::clone(&known.credential));
        }
        let credential = Rc::new(read()?);
        self.nested.borrow_mut().push(Nested {
            place,
            bounds: *bounds,
            credential: Rc::clone(&credential),
        });
        Ok(credential)
    }
}

impl From<Map<String, Value>> for Document {
    fn from(members: Map<String, Value>) -> Self {
        Self {
            members,
            ..Self::default()
        }
    }
}

impl Deref for Document {
    type Target = Map<String, Value>;

    fn deref(&self) -> &Self::Target {
        &self.members
    }
}

/// What is remembered makes no difference.
impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        self.members == other.members
    }
}
