//! Token Status List: a token with a list in it, and a claim `status.status_list` that names an index
//! of it (Token Status List, sections 5.1 and 6.2).

use serde_json::{Map, Value};

use super::bits::{Bits, Order};
use super::entry::one;
use super::{Standing, StatusReason};
use crate::carrier::{NotUnpacked, Unpacker};
use crate::credential::{DateClaim, numeric_date, string};
use crate::jose::{Jws, is_media_type};
use crate::json;
use crate::key::base64url;
use crate::policy::Bounds;
use crate::reason::Reason;

/// The name of the mechanism in the claim `status`.
pub(super) const NAME: &str = "status_list";

/// A list; nothing of it is verified yet.
#[derive(Clone, Debug)]
pub(crate) struct StatusListToken {
    pub jws: Jws,
    /// Who it says has signed it; the standard leaves that to the key.
    pub issuer: Option<String>,
    /// `iat` and `nbf`: it says nothing of any time before.
    pub starts: Vec<DateClaim>,
    pub ends: Vec<DateClaim>,
    /// How many seconds it may be kept.
    pub ttl: Option<u64>,
    size: u8,
    /// The values, packed.
    packed: Vec<u8>,
}

impl StatusListToken {
    /// Reads the list at `url`, and the form of its claims (section 8.3, steps 3 and 4).
    pub fn read(url: &str, body: &[u8], bounds: &Bounds) -> Result<Self, Reason> {
        let malformed = |member| {
            let url = url.to_owned();
            Reason::from(StatusReason::MalformedList { url, member })
        };
        let other = || Reason::MalformedDocument {
            url: url.to_owned(),
        };
        // RFC 9052, table 1: COSE_Mac0 and COSE_Sign1, tagged.
        if let [0xd1 | 0xd2, ..] = body {
            let url = url.to_owned();
            return Err(StatusReason::UnsupportedFormat { url }.into());
        }
        let text = std::str::from_utf8(body).map_err(|_| other())?;
        let jws = Jws::parse(text.trim(), bounds).map_err(|_| other())?;
        let payload = json::parse(&jws.payload, bounds).map_err(|_| other())?;
        let Value::Object(payload) = payload else {
            return Err(other());
        };
        let typ = jws.header.typ.as_deref().unwrap_or_default();
        if !is_media_type(typ, "statuslist+jwt") {
            return Err(malformed("typ"));
        }
        if let Some(id) = string(&payload, "sub").filter(|id| id != url) {
            let url = url.to_owned();
            return Err(Reason::NotItsAddress { url, id });
        }
        for required in ["sub", "iat"] {
            if !payload.contains_key(required) {
                return Err(malformed(required));
            }
        }
        let (size, packed) = values(&payload).ok_or_else(|| malformed(NAME))?;
        let dates = |names: &[&'static str]| {
            let dates = names.iter().filter_map(|name| numeric_date(&payload, name));
            dates.collect()
        };
        Ok(Self {
            issuer: string(&payload, "iss"),
            starts: dates(&["iat", "nbf"]),
            ends: dates(&["exp"]),
            ttl: payload.get("ttl").and_then(Value::as_u64),
            size,
            packed,
            jws,
        })
    }

    /// What the list, which has been found good, says of an index (section 8.3, steps 5 to 7).
    pub fn look_up(
        &self,
        url: &str,
        index: u64,
        unpacker: &mut Unpacker,
    ) -> Result<Standing, StatusReason> {
        let url = || url.to_owned();
        // 5. Decompress.
        let bytes = unpacker.zlib(&self.packed).map_err(|error| match error {
            NotUnpacked::Broken => StatusReason::MalformedList {
                url: url(),
                member: "lst",
            },
            NotUnpacked::TooLarge { limit } => StatusReason::TooLarge { url: url(), limit },
        })?;
        let bits = Bits {
            bytes: &bytes,
            size: self.size,
            order: Order::LeastSignificantFirst,
        };
        // 6. Beyond the list no statement can be made.
        let value = bits
            .value(index)
            .ok_or_else(|| StatusReason::IndexOutOfRange {
                url: url(),
                index,
                entries: bits.entries(),
            })?;
        // 7. Section 7.1, "Status Types Values".
        match value {
            0 => Ok(Standing::Clear),
            1 => Ok(Standing::Revoked),
            2 => Ok(Standing::Suspended),
            value => Err(StatusReason::UnsupportedValue { url: url(), value }),
        }
    }
}

/// How many bits a value has, and the packed values (section 4.2).
fn values(payload: &Map<String, Value>) -> Option<(u8, Vec<u8>)> {
    let list = payload.get(NAME)?.as_object()?;
    let size = match one(list, "bits")?.as_u64()? {
        1 => 1,
        2 => 2,
        4 => 4,
        8 => 8,
        _ => return None,
    };
    let packed = base64url(one(list, "lst")?.as_str()?)?;
    Some((size, packed))
}
