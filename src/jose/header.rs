//! The protected header of a signature (RFC 7515, section 4).

use serde_json::{Map, Value};

use super::{JwsError, JwsPart};
use crate::json;
use crate::key::Algorithm;
use crate::policy::Bounds;

/// A header, the types of its members checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// The name of the algorithm, whether it is known or not.
    pub alg: String,
    pub typ: Option<String>,
    pub cty: Option<String>,
    pub kid: Option<String>,
    /// A key that the token itself carries: as good as the word of whoever wrote the token.
    pub jwk: Option<Map<String, Value>>,
    /// What a reader must understand or else refuse (RFC 7515, section 4.1.11).
    pub critical: Vec<String>,
    /// Members that point to a key elsewhere, or bring a certificate for it; never followed.
    pub ignored: Vec<&'static str>,
}

/// Why nothing can be verified with a header's algorithm.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum AlgorithmRefused {
    /// `none`: nothing was signed (RFC 7518, section 3.6).
    None,
    /// A code made with a shared secret: whoever can check it can make it (RFC 7518, section 3.2).
    SharedSecret,
    /// A name that is not known here.
    Unknown,
}

/// Keys elsewhere, and certificates (RFC 7515, sections 4.1.2 and 4.1.5 to 4.1.8).
const POINTERS: [&str; 5] = ["jku", "x5u", "x5c", "x5t", "x5t#S256"];

/// Names that RFC 7515 and 7518 define: `crit` must not list them.
const REGISTERED: [&str; 20] = [
    "alg", "jku", "jwk", "kid", "x5u", "x5c", "x5t", "x5t#S256", "typ", "cty", "crit", "epk",
    "apu", "apv", "iv", "tag", "p2s", "p2c", "enc", "zip",
];

impl Header {
    /// Reads the bytes of a header: strict JSON, an object, its known members of their types.
    ///
    /// # Errors
    /// [`JwsError::Json`], [`JwsError::NotAnObject`] or [`JwsError::Member`].
    pub fn read(bytes: &[u8], bounds: &Bounds) -> Result<Self, JwsError> {
        let part = JwsPart::Header;
        let json = json::parse(bytes, bounds).map_err(|error| JwsError::Json { part, error })?;
        let Value::Object(members) = json else {
            return Err(JwsError::NotAnObject { part });
        };
        let header = Self {
            alg: text(&members, "alg")?.ok_or(JwsError::Member { name: "alg" })?,
            typ: text(&members, "typ")?,
            cty: text(&members, "cty")?,
            kid: text(&members, "kid")?,
            jwk: match members.get("jwk") {
                None => None,
                Some(Value::Object(key)) => Some(key.clone()),
                Some(_) => return Err(JwsError::Member { name: "jwk" }),
            },
            critical: critical(&members)?,
            ignored: POINTERS
                .into_iter()
                .filter(|name| members.contains_key(*name))
                .collect(),
        };
        // RFC 7797, section 6: a reader that overlooked it would take other bytes for the payload.
        match members.get("b64") {
            Some(value) if *value != Value::Bool(true) && header.critical.is_empty() => {
                Err(JwsError::Member { name: "b64" })
            }
            _ => Ok(header),
        }
    }

    /// The algorithm that it names.
    ///
    /// # Errors
    /// [`AlgorithmRefused`] where nobody's signature can be verified with it.
    pub fn algorithm(&self) -> Result<Algorithm, AlgorithmRefused> {
        algorithm(&self.alg)
    }
}

/// The algorithm that a header's `alg` names.
///
/// # Errors
/// [`AlgorithmRefused`] where nobody's signature can be verified with it.
pub fn algorithm(name: &str) -> Result<Algorithm, AlgorithmRefused> {
    if let Some(algorithm) = Algorithm::of(name) {
        return Ok(algorithm);
    }
    Err(match name.to_ascii_lowercase().as_str() {
        "none" => AlgorithmRefused::None,
        "hs256" | "hs384" | "hs512" => AlgorithmRefused::SharedSecret,
        _ => AlgorithmRefused::Unknown,
    })
}

fn text(members: &Map<String, Value>, name: &'static str) -> Result<Option<String>, JwsError> {
    match members.get(name) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(JwsError::Member { name }),
    }
}

/// RFC 7515, section 4.1.11: names of members that are there, each once, and none of the standard's
/// own.
fn critical(members: &Map<String, Value>) -> Result<Vec<String>, JwsError> {
    let wrong = JwsError::Member { name: "crit" };
    let entries = match members.get("crit") {
        None => return Ok(Vec::new()),
        Some(Value::Array(entries)) if !entries.is_empty() => entries,
        Some(_) => return Err(wrong),
    };
    let mut names: Vec<String> = Vec::new();
    for entry in entries {
        match entry.as_str() {
            Some(name)
                if members.contains_key(name)
                    && !REGISTERED.contains(&name)
                    && !names.iter().any(|known| known == name) =>
            {
                names.push(name.to_owned());
            }
            _ => return Err(wrong),
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::JsonError;

    fn read(text: &str) -> Result<Header, JwsError> {
        Header::read(text.as_bytes(), &Bounds::default())
    }

    fn member(name: &'static str) -> Result<Header, JwsError> {
        Err(JwsError::Member { name })
    }

    #[test]
    fn reads_its_known_members_and_passes_over_others() {
        let header =
            read(r##"{"alg":"ES256","typ":"JWT","kid":"#k","x5u":"https://a","other":1}"##);
        let header = header.unwrap();
        assert_eq!(header.algorithm(), Ok(Algorithm::Es256));
        assert_eq!(header.kid.as_deref(), Some("#k"));
        assert_eq!(header.ignored, ["x5u"]);
        assert!(header.critical.is_empty());
    }

    #[test]
    fn refuses_members_of_other_types_and_repeated_ones() {
        assert_eq!(read("{}"), member("alg"));
        assert_eq!(read(r#"{"alg":["ES256"]}"#), member("alg"));
        assert_eq!(read(r#"{"alg":"ES256","kid":1}"#), member("kid"));
        assert_eq!(read(r#"{"alg":"ES256","jwk":"x"}"#), member("jwk"));
        let error = JsonError::DuplicateMember { name: "alg".into() };
        let part = JwsPart::Header;
        assert_eq!(
            read(r#"{"alg":"none","alg":"ES256"}"#),
            Err(JwsError::Json { part, error })
        );
        assert_eq!(read("[]"), Err(JwsError::NotAnObject { part }));
    }

    #[test]
    fn critical_members_are_there_and_no_standard_ones() {
        let header = read(r#"{"alg":"ES256","crit":["b64"],"b64":false}"#).unwrap();
        assert_eq!(header.critical, ["b64"]);
        for wrong in [
            r#"{"alg":"ES256","crit":[]}"#,
            r#"{"alg":"ES256","crit":"b64","b64":false}"#,
            r#"{"alg":"ES256","crit":["b64"]}"#,
            r#"{"alg":"ES256","crit":["alg"]}"#,
            r#"{"alg":"ES256","crit":["b64","b64"],"b64":false}"#,
        ] {
            assert_eq!(read(wrong), member("crit"), "{wrong}");
        }
        assert_eq!(read(r#"{"alg":"ES256","b64":false}"#), member("b64"));
    }

    #[test]
    fn tells_why_an_algorithm_is_refused() {
        for (name, expected) in [
            ("none", AlgorithmRefused::None),
            ("nOnE", AlgorithmRefused::None),
            ("HS256", AlgorithmRefused::SharedSecret),
            ("hs512", AlgorithmRefused::SharedSecret),
            ("ES512", AlgorithmRefused::Unknown),
            ("", AlgorithmRefused::Unknown),
        ] {
            let header = read(&format!(r#"{{"alg":"{name}"}}"#)).unwrap();
            assert_eq!(header.algorithm(), Err(expected), "{name}");
        }
    }
}
