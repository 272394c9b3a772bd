//! Lists that are credentials themselves: what Bitstring Status List 1.0 and its forerunners have in
//! common.

use serde_json::{Map, Value};

use super::bits::{Bits, Order};
use super::entry::{integer, one};
use super::{Found, Standing, StatusReason};
use crate::carrier::{NotUnpacked, Unpacker};
use crate::credential::{Credential, list, strings, types};
use crate::note::Note;

/// What tells one generation from another.
#[derive(Debug)]
pub(super) struct Definition {
    pub entry_type: &'static str,
    /// The entry's member for the list's address.
    pub credential_member: &'static str,
    /// The entry's member for the index.
    pub index_member: &'static str,
    pub list_type: &'static str,
    pub subject_type: &'static str,
    /// Whether entries and lists state a purpose; it is revocation where they do not.
    pub has_purpose: bool,
    /// Whether entries state how many bits a value has; it is one where they do not.
    pub has_size: bool,
    pub decode: fn(&str) -> Option<Vec<u8>>,
    pub unpack: fn(&[u8], &mut Unpacker) -> Result<Vec<u8>, NotUnpacked>,
}

/// What an entry asks of a list.
#[derive(Clone, Debug)]
pub(crate) struct Query {
    definition: &'static Definition,
    purpose: Purpose,
    index: u64,
    size: u8,
    /// Where the issuer says more about messages.
    reference: Option<String>,
}

/// What a list is for (Bitstring Status List 1.0, section 2.1, `statusPurpose`).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Purpose {
    Message,
    Refresh,
    Revocation,
    Suspension,
}

/// Bitstring Status List 1.0, section 3.2, `minimumNumberOfEntries`: so that a list's host does not
/// learn which credential is looked up.
const FEWEST_ENTRIES: u64 = 131_072;

/// Bits of a value. The standard has a message for each possible value, so even half as many are out
/// of reach.
const LARGEST_SIZE: u64 = 64;

impl Purpose {
    const ALL: [Self; 4] = [
        Self::Message,
        Self::Refresh,
        Self::Revocation,
        Self::Suspension,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Message => "message",
            Self::Refresh => "refresh",
            Self::Revocation => "revocation",
            Self::Suspension => "suspension",
        }
    }
}

impl Definition {
    /// Reads what an entry asks.
    pub fn query(&'static self, entry: &Map<String, Value>) -> Result<Query, StatusReason> {
        Ok(Query {
            definition: self,
            purpose: match self.has_purpose {
                true => purpose(entry)?,
                false => Purpose::Revocation,
            },
            index: integer(entry, self.index_member)?,
            size: match self.has_size && entry.contains_key("statusSize") {
                true => size(entry)?,
                false => 1,
            },
            reference: strings(entry.get("statusReference")).into_iter().next(),
        })
    }
}

fn purpose(entry: &Map<String, Value>) -> Result<Purpose, StatusReason> {
    let member = "statusPurpose";
    let name = one(entry, member).and_then(Value::as_str);
    let name = name.ok_or(StatusReason::MalformedEntry { member })?;
    let mut all = Purpose::ALL.into_iter();
    all.find(|purpose| purpose.name() == name)
        .ok_or_else(|| StatusReason::UnsupportedPurpose {
            purpose: name.to_owned(),
        })
}

/// Section 2.1: an integer greater than zero.
fn size(entry: &Map<String, Value>) -> Result<u8, StatusReason> {
    let member = "statusSize";
    let size = integer(entry, member)?;
    match u8::try_from(size) {
        Ok(bits) if (1..=LARGEST_SIZE).contains(&size) => Ok(bits),
        _ => Err(StatusReason::MalformedEntry { member }),
    }
}

impl Query {
    pub fn is_of_withdrawal(&self) -> bool {
        matches!(self.purpose, Purpose::Revocation | Purpose::Suspension)
    }

    /// What a list, which has been found good, says (Bitstring Status List 1.0, section 3.2, "Validate
    /// Algorithm").
    pub fn look_up(
        &self,
        url: &str,
        list: &Credential,
        unpacker: &mut Unpacker,
    ) -> Result<Found, StatusReason> {
        let url = || url.to_owned();
        let malformed = |member| StatusReason::MalformedList { url: url(), member };
        let definition = self.definition;
        let is_of_type = |types: &[String], name| types.iter().any(|kind| kind == name);
        if !is_of_type(&list.claims.types, definition.list_type) {
            return Err(malformed("type"));
        }
        // 5. The purpose is one of the list's.
        let subject = self.subject(list).map_err(|found_another| {
            let purpose = self.purpose.name();
            match found_another {
                true => StatusReason::OtherPurpose {
                    url: url(),
                    purpose,
                },
                false => malformed("credentialSubject"),
            }
        })?;
        // 6. to 8. The bitstring.
        let text = one(subject, "encodedList").and_then(Value::as_str);
        let packed = text.and_then(definition.decode);
        let packed = packed.ok_or_else(|| malformed("encodedList"))?;
        let bytes = (definition.unpack)(&packed, unpacker);
        let bytes = bytes.map_err(|error| match error {
            NotUnpacked::Broken => malformed("encodedList"),
            NotUnpacked::TooLarge { limit } => StatusReason::TooLarge { url: url(), limit },
        })?;
        let bits = Bits {
            bytes: &bytes,
            size: self.size,
            order: Order::MostSignificantFirst,
        };
        // 10. The value at the index.
        let (index, entries) = (self.index, bits.entries());
        let value = bits
            .value(index)
            .ok_or_else(|| StatusReason::IndexOutOfRange {
                url: url(),
                index,
                entries,
            })?;
        // 9. A list that is shorter than it should be tells its host more, and us no less.
        let short = (entries < FEWEST_ENTRIES).then(|| Note::ShortStatusList {
            url: url(),
            entries,
        });
        let (standing, remark) = self.meaning(value);
        Ok(Found {
            standing,
            notes: remark.into_iter().chain(short).collect(),
        })
    }

    /// The subject that is a list for this purpose; or else whether there is one for another.
    fn subject<'a>(&self, credential: &'a Credential) -> Result<&'a Map<String, Value>, bool> {
        let subjects = list(credential.document.get("credentialSubject"));
        let subjects = subjects.into_iter().filter_map(Value::as_object);
        let is_list = |subject: &&Map<String, Value>| {
            let types = types(subject);
            types
                .iter()
                .any(|kind| kind == self.definition.subject_type)
        };
        let lists: Vec<_> = subjects.filter(is_list).collect();
        let is_for_this = |subject: &&Map<String, Value>| {
            let purposes = strings(subject.get("statusPurpose"));
            let name = self.purpose.name();
            !self.definition.has_purpose || purposes.iter().any(|purpose| purpose == name)
        };
        let found = lists.iter().copied().find(is_for_this);
        found.ok_or(!lists.is_empty())
    }

    /// What a value means; the text of a message is for software alone (section 2.1, `message`).
    fn meaning(&self, value: u64) -> (Option<Standing>, Option<Note>) {
        match (self.purpose, value) {
            (Purpose::Revocation | Purpose::Suspension, 0) => (Some(Standing::Clear), None),
            (Purpose::Revocation, _) => (Some(Standing::Revoked), None),
            (Purpose::Suspension, _) => (Some(Standing::Suspended), None),
            (Purpose::Message | Purpose::Refresh, 0) => (None, None),
            (Purpose::Message, value) => {
                let reference = self.reference.clone();
                (None, Some(Note::StatusMessage { value, reference }))
            }
            (Purpose::Refresh, _) => (None, Some(Note::NewerVersion)),
        }
    }
}
