//! The set of keys that an issuer's website publishes (RFC 7517, section 5; Open Badges 3.0, "Verifying
//! Credentials: Recommended Practices": `/.well-known/jwks.json` at the authority of `issuer.id`).

use serde_json::{Map, Value};

use super::{ControlledDocument, VerificationMethod};
use crate::key::jwk;
use crate::reason::IssuerMethod;

/// Reads the set at `url` as the keys of `issuer`. Keys that say they are another issuer's are left
/// out, and so is what is no key.
///
/// None for what is no set.
pub(super) fn read(json: &Value, url: &str, issuer: &str) -> Option<ControlledDocument> {
    let keys = json.get("keys")?.as_array()?;
    let keys = keys.iter().filter_map(Value::as_object);
    let is_issuers = |key: &&Map<String, Value>| key.get("iss").is_none_or(|iss| iss == issuer);
    let method = |(index, key): (usize, &Map<String, Value>)| VerificationMethod {
        id: match key.get("kid").and_then(Value::as_str) {
            Some(name) if name.starts_with("https:") => name.to_owned(),
            Some(name) => format!("{url}#{name}"),
            // A key without a name can be found by itself alone.
            None => format!("{url}##{index}"),
        },
        controller: issuer.to_owned(),
        document: issuer.to_owned(),
        listed_by: IssuerMethod::JwkSet,
        key: jwk(key),
        for_assertions: true,
        for_authentication: true,
        revoked: None,
        expires: None,
    };
    Some(ControlledDocument {
        id: issuer.to_owned(),
        methods: keys.filter(is_issuers).enumerate().map(method).collect(),
        references: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn leaves_out_the_keys_of_others() {
        let key = |iss: Option<&str>, kid: &str| {
            let mut key = json!({
                "kty": "OKP", "crv": "Ed25519", "kid": kid,
                "x": "sBd1D9b7vjv4dl5DRmzQzZpXVaU-IV71-Xva41zlyRY",
            });
            if let Some(iss) = iss {
                key["iss"] = json!(iss);
            }
            key
        };
        let issuer = "https://a.example/1";
        let set = json!({"keys": [
            key(None, "one"), key(Some(issuer), "two"), key(Some("https://a.example/2"), "three"), 1,
        ]});
        let address = "https://a.example/.well-known/jwks.json";
        let document = read(&set, address, issuer).unwrap();
        let names: Vec<_> = document.methods.iter().map(|method| &method.id).collect();
        assert_eq!(
            names,
            [&format!("{address}#one"), &format!("{address}#two")]
        );
        assert_eq!(read(&json!([]), address, issuer), None);
    }
}
