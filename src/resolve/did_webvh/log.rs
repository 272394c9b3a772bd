//! The log, entry by entry, none passed over (did:webvh 1.0, "Read (Resolve)"). The steps' numbers are
//! those of that section.

use serde_json::{Map, Value};

use super::authorization::signer;
use super::entry::Entry;
use super::error::DidLogError;
use super::identifier::Identifier;
use super::parameters::Parameters;
use super::witness::WitnessRule;
use crate::policy::Bounds;
use crate::timestamp::Timestamp;

/// What a log is held against.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting<'a> {
    pub did: &'a str,
    pub scid: &'a str,
    pub bounds: &'a Bounds,
    /// The time that is answered for.
    pub at: Timestamp,
    /// What a clock may show that is ahead by as much as is allowed.
    pub latest: Timestamp,
}

/// A log that holds but for its witnesses, who are asked last.
#[derive(Clone, Debug)]
pub(super) struct Log {
    pub versions: Vec<Version>,
    /// The last version of the document.
    pub state: Map<String, Value>,
    pub deactivated: bool,
}

/// What a witness has to know of an entry.
#[derive(Clone, Debug)]
pub(super) struct Version {
    pub id: String,
    /// Who has to approve it, if anybody.
    pub witnesses: Option<WitnessRule>,
}

/// Verifies every entry of a log.
pub(super) fn read(body: &[u8], setting: Setting<'_>) -> Result<Log, DidLogError> {
    let bounds = setting.bounds;
    if body.len() > bounds.did_log_bytes {
        let limit = bounds.did_log_bytes;
        return Err(DidLogError::TooLong { limit });
    }
    let text = std::str::from_utf8(body);
    let text = text.map_err(|_| DidLogError::MalformedEntry { version: 1 })?;
    let limit = bounds.did_log_entries;
    let mut versions = Vec::new();
    let mut before: Option<(Entry, Parameters)> = None;
    let mut is_named = false;
    for (line, version) in text.trim_end().lines().zip(1..) {
        if version > limit {
            return Err(DidLogError::TooLong { limit });
        }
        let entry = Entry::read(line, version, bounds)?;
        let parameters = setting.accept(&entry, before.as_ref())?;
        // 6.3.
        is_named |= id(&entry) == setting.did;
        let earlier = before.as_ref().map(|(_, parameters)| parameters);
        versions.push(Version {
            id: entry.id.clone(),
            witnesses: parameters.witnesses_of(earlier),
        });
        before = Some((entry, parameters));
    }
    match before {
        None => Err(DidLogError::MalformedEntry { version: 1 }),
        Some(_) if !is_named => Err(DidLogError::OtherIdentifier),
        Some((entry, parameters)) => Ok(Log {
            versions,
            state: entry.state,
            deactivated: parameters.deactivated,
        }),
    }
}

impl Setting<'_> {
    /// One entry after the one before it, and the parameters that hold then.
    fn accept(
        self,
        entry: &Entry,
        before: Option<&(Entry, Parameters)>,
    ) -> Result<Parameters, DidLogError> {
        let version = entry.version;
        let (previous, earlier) = match before {
            Some((previous, earlier)) => (Some(previous), Some(earlier)),
            None => (None, None),
        };
        // A deactivated identifier has no later versions.
        if earlier.is_some_and(|earlier| earlier.deactivated) {
            return Err(DidLogError::Unauthorized { version });
        }
        // 1. and 7. The parameters, and what the entry before had committed them to.
        let parameters = Parameters::after(earlier, &entry.parameters, version, self.scid)?;
        // 3. The version's number and hash.
        entry.follows(previous.map_or(self.scid, |previous| &previous.id))?;
        // 2. The proofs.
        self.is_authorized(entry, parameters.authorized(earlier))?;
        // 4. The time.
        if previous.is_some_and(|previous| entry.time <= previous.time) {
            return Err(DidLogError::NotLater { version });
        }
        if entry.time > self.latest {
            return Err(DidLogError::InTheFuture { version });
        }
        // 5. The hash of the first entry is the identifier.
        if previous.is_none() {
            entry.certifies(self.scid, self.bounds)?;
        }
        // 6. The document's own identifier.
        self.is_of_the_same(entry, previous, parameters.portable)?;
        Ok(parameters)
    }

    /// Every proof that is there has to hold, and one has to be there.
    fn is_authorized(self, entry: &Entry, keys: &[String]) -> Result<(), DidLogError> {
        let is_good = |proof: &Value| signer(&entry.unsecured, proof, keys, self.at).is_some();
        let count = entry.proofs.len();
        let are_good =
            (1..=self.bounds.proofs).contains(&count) && entry.proofs.iter().all(is_good);
        let version = entry.version;
        are_good
            .then_some(())
            .ok_or(DidLogError::Unauthorized { version })
    }

    /// The SCID never changes, and the rest only where that was allowed from the first ("DID
    /// Portability").
    fn is_of_the_same(
        self,
        entry: &Entry,
        previous: Option<&Entry>,
        portable: bool,
    ) -> Result<(), DidLogError> {
        let id = id(entry);
        // 6.1. and 6.2.
        let is_of_this_hash =
            Identifier::parse(id).is_some_and(|identifier| identifier.scid == self.scid);
        let has_moved = previous.map(self::id).filter(|former| *former != id);
        let is_well_moved = has_moved.is_none_or(|former| portable && is_known_as(entry, former));
        match is_of_this_hash && is_well_moved {
            true => Ok(()),
            false => Err(DidLogError::MalformedEntry {
                version: entry.version,
            }),
        }
    }
}

/// The identifier of an entry's document; empty where it has none.
pub(super) fn id(entry: &Entry) -> &str {
    let id = entry.state.get("id").and_then(Value::as_str);
    id.unwrap_or_default()
}

fn is_known_as(entry: &Entry, id: &str) -> bool {
    match entry.state.get("alsoKnownAs") {
        Some(Value::Array(names)) => names.iter().any(|name| name == id),
        _ => false,
    }
}
