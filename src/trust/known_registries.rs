//! Lists of registries, in the form of the Digital Credentials Consortium's: an array of
//! `{"name": …, "type": "dcc-legacy", "url": …}` and
//! `{"name": …, "type": "oidf", "trustAnchorEC": …}`.

use serde_json::{Map, Value};

use super::consultation::Consultation;
use super::federation::Anchor;
use super::test_registry::{is_at_a_test_address, is_for_tests};
use super::{Answer, Lookup, NoAnswer, legacy};
use crate::evidence::Purpose;
use crate::json;
use crate::web_address::WebAddress;

/// A registry of a list.
struct Known {
    name: String,
    /// By the list's own flag, its name or any of its addresses.
    is_test: bool,
    kind: Result<Kind, NoAnswer>,
}

/// How a registry is asked.
enum Kind {
    /// The file of this address has all issuers.
    Legacy { url: String },
    /// The trust anchor of a federation is configured at this address (OpenID Federation 1.0).
    Federation { configuration: String },
}

/// Looks `issuer` up in each registry of the list at `url`.
///
/// Who is no DID is in none of them, and the list is not even asked for.
pub(super) fn look_up(
    issuer: &str,
    url: &str,
    consultation: &Consultation<'_>,
    lookup: &mut Lookup,
) {
    if !issuer.starts_with("did:") {
        return;
    }
    let registries = match read(url, consultation) {
        Ok(registries) => registries,
        Err(why) => return lookup.add(url, false, Err(why)),
    };
    let limit = consultation.bounds().registries;
    for (index, known) in registries.into_iter().enumerate() {
        let own = consultation.anew();
        let (is_test, answer) = match index < limit {
            true => known.find(issuer, &own),
            false => (known.is_test, Err(NoAnswer::BeyondLimit { limit })),
        };
        lookup.add(&known.name, is_test, answer);
        if !is_test || known.tells_nothing_new_to_the_host_of(url) {
            consultation.want_all_of(&own);
        }
    }
}

fn read(url: &str, consultation: &Consultation<'_>) -> Result<Vec<Known>, NoAnswer> {
    let body = consultation.body(url, Purpose::KnownRegistries)?;
    let list = match json::parse(body, consultation.bounds()) {
        Ok(Value::Array(list)) => list,
        _ => return Err(NoAnswer::Malformed),
    };
    let known = |entry: &Value| entry.as_object().and_then(Known::read);
    let known: Option<Vec<Known>> = list.iter().map(known).collect();
    known.ok_or(NoAnswer::Malformed)
}

impl Known {
    /// None for an entry without a name or a type.
    fn read(entry: &Map<String, Value>) -> Option<Self> {
        let text = |name: &str| entry.get(name).and_then(Value::as_str);
        let address = |name: &str| {
            let url = text(name).filter(|url| url.starts_with("https://"));
            let url = url.filter(|url| WebAddress::parse(url).is_some());
            url.map(str::to_owned).ok_or(NoAnswer::NoAddress)
        };
        let name = text("name").filter(|name| !name.trim().is_empty())?;
        let addresses = ["url", "trustAnchorEC", "governanceUrl"];
        let mut addresses = addresses.into_iter().filter_map(text);
        Some(Self {
            name: name.to_owned(),
            is_test: entry.get("test") == Some(&Value::Bool(true))
                || is_for_tests(name)
                || addresses.any(is_at_a_test_address),
            kind: match text("type")? {
                "dcc-legacy" => address("url").map(|url| Kind::Legacy { url }),
                "oidf" => {
                    address("trustAnchorEC").map(|configuration| Kind::Federation { configuration })
                }
                other => Err(NoAnswer::UnsupportedKind {
                    name: other.to_owned(),
                }),
            },
        })
    }

    /// Whether it turns out to be a test registry, and what it says.
    fn find(&self, issuer: &str, consultation: &Consultation<'_>) -> (bool, Answer) {
        match &self.kind {
            Ok(Kind::Legacy { url }) => (self.is_test, legacy::find(issuer, url, consultation)),
            Ok(Kind::Federation { configuration }) => {
                match Anchor::read(configuration, consultation) {
                    Ok(anchor) => (
                        self.is_test || anchor.is_for_tests(),
                        anchor.find(issuer, consultation),
                    ),
                    Err(why) => (self.is_test, Err(why)),
                }
            }
            Err(why) => (self.is_test, Err(why.clone())),
        }
    }

    /// A test registry never counts, so no other host is asked for one, and none is told the issuer.
    fn tells_nothing_new_to_the_host_of(&self, list: &str) -> bool {
        match &self.kind {
            Ok(Kind::Legacy { url }) => {
                let addresses = (WebAddress::parse(url), WebAddress::parse(list));
                matches!(addresses, (Some(own), Some(list)) if own.has_origin_of(&list))
            }
            _ => false,
        }
    }
}
