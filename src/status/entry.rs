//! What a credential's entry asks, and of which list.

use serde_json::{Map, Value};

use super::status_list_credential::{self, Definition};
use super::{
    StatusReason, bitstring_status_list, revocation_list_1edtech, revocation_list_2020,
    status_list_2021, token_status_list,
};
use crate::credential::{StatusEntry, list};
use crate::reason::Reason;
use crate::web_address::WebAddress;

/// An entry of a kind that is known.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// Where the list is.
    pub url: String,
    pub query: Query,
}

/// What to look up in the list.
#[derive(Clone, Debug)]
pub(crate) enum Query {
    /// The credential's identifier, in JSON that nobody signed.
    Identifier,
    /// An index of a list that is a credential itself.
    StatusListCredential(status_list_credential::Query),
    /// An index of a list that is a token.
    StatusListToken { index: u64 },
}

const CREDENTIALS: [&Definition; 3] = [
    &bitstring_status_list::DEFINITION,
    &revocation_list_2020::DEFINITION,
    &status_list_2021::DEFINITION,
];

impl Entry {
    /// Reads an entry of any mechanism that is known.
    ///
    /// # Errors
    /// [`Reason::UnsupportedStatus`], or why an entry of a known mechanism cannot be followed.
    pub fn read(entry: &StatusEntry) -> Result<Self, Reason> {
        let members = &entry.members;
        let has_type = |name: &str| entry.types.iter().any(|kind| kind == name);
        if let Some(definition) = CREDENTIALS.iter().find(|it| has_type(it.entry_type)) {
            let query = definition.query(members)?;
            let url = address(members, definition.credential_member)?;
            let query = Query::StatusListCredential(query);
            return Ok(Self { url, query });
        }
        if has_type(revocation_list_1edtech::TYPE) {
            let url = address(members, "id")?;
            let query = Query::Identifier;
            return Ok(Self { url, query });
        }
        if has_type(token_status_list::NAME) {
            let url = address(members, "uri")?;
            let index = integer(members, "idx")?;
            let query = Query::StatusListToken { index };
            return Ok(Self { url, query });
        }
        let types = entry.types.clone();
        Err(Reason::UnsupportedStatus { types })
    }

    /// Whether it is about withdrawing or suspending. Other entries only add remarks.
    pub fn is_of_withdrawal(&self) -> bool {
        match &self.query {
            Query::StatusListCredential(query) => query.is_of_withdrawal(),
            Query::Identifier | Query::StatusListToken { .. } => true,
        }
    }
}

/// The one value of a member; of several none can be picked.
pub(super) fn one<'a>(members: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    match list(members.get(name)).as_slice() {
        [only] => Some(only),
        _ => None,
    }
}

fn address(members: &Map<String, Value>, member: &'static str) -> Result<String, StatusReason> {
    let text = one(members, member).and_then(Value::as_str);
    let address = text.filter(|text| WebAddress::parse(text).is_some());
    let malformed = StatusReason::MalformedEntry { member };
    address.map(str::to_owned).ok_or(malformed)
}

/// A whole number from 0 on, of any size; what is beyond the largest that there is counts as that.
///
/// Bitstring Status List 1.0 (section 2.1) writes an index as digits in a string, Token Status List
/// (section 6.2) as a number, and issuers either way. Nothing else is read as a number.
pub(super) fn integer(
    members: &Map<String, Value>,
    member: &'static str,
) -> Result<u64, StatusReason> {
    let digits = match one(members, member) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(StatusReason::MalformedEntry { member });
    }
    Ok(digits.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_index_is_digits_and_nothing_else() {
        let read = |index: Value| {
            let members = json!({ "idx": index });
            integer(members.as_object().unwrap(), "idx").ok()
        };
        for (index, value) in [
            (json!("0"), 0),
            (json!("94567"), 94567),
            (json!("007"), 7),
            (json!(23), 23),
            (json!(["5"]), 5),
            (json!("99999999999999999999999999"), u64::MAX),
        ] {
            assert_eq!(read(index.clone()), Some(value), "{index}");
        }
        for index in [
            json!(""),
            json!("x"),
            json!("-1"),
            json!("+1"),
            json!(" 1"),
            json!("1.0"),
            json!("0x10"),
            json!("١"),
            json!(-1),
            json!(1.5),
            json!(true),
            json!(null),
            json!(["1", "2"]),
            json!({"@value": 1}),
        ] {
            assert_eq!(read(index.clone()), None, "{index}");
        }
    }
}
