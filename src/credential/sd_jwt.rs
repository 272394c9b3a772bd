//! Credentials in an SD-JWT: those of W3C's data model (Securing Verifiable Credentials using JOSE and
//! COSE 1.0, section 3.2), and those of SD-JWT VC, which has a data model of its own.

use serde_json::{Map, Value};

use super::read::{literal, numeric_date, string, strings};
use super::rows::RowReader;
use super::token::status_claim;
use super::{
    Claims, Credential, Format, Issuer, NotACredential, Row, Securing, Subject, Token, read_token,
};
use crate::jose::{Jws, KeyBinding, MalformedDisclosure, SdJwt, TokenProfile};

/// What a holder chose to show of a credential.
#[derive(Clone, Debug, PartialEq)]
pub struct Selection {
    /// How many digests nothing was disclosed for: details that were left out, or decoys. Or else why
    /// what was disclosed is not the issuer's.
    pub withheld: Result<usize, MalformedDisclosure>,
    /// The holder's key, as the issuer signed it (`cnf.jwk`).
    pub holder_key: Option<Map<String, Value>>,
    /// The holder's signature over this choice, where there is one.
    pub key_binding: Option<KeyBinding>,
}

/// Members of W3C's data model that the issuer must not leave to the holder (vc-jose-cose 1.0, section
/// 3.2.1).
const W3C_PLAIN: [&str; 5] = [
    "@context",
    "credentialSchema",
    "credentialStatus",
    "relatedResource",
    "type",
];

/// Claims that the issuer must not leave to the holder (SD-JWT VC, section 2.2.2.2).
const SD_JWT_VC_PLAIN: [&str; 7] = ["cnf", "exp", "iss", "nbf", "status", "vct", "vct#integrity"];

/// Reads the credential in an SD-JWT, without its disclosures if one of them is not the issuer's.
///
/// # Errors
/// [`NotACredential`] where the payload is something else, or where what has to be plain was disclosed.
pub fn read_sd_jwt(sd_jwt: SdJwt) -> Result<Credential, NotACredential> {
    let SdJwt {
        issuer_signed,
        payload,
        disclosed,
        key_binding,
    } = sd_jwt;
    let is_sd_jwt_vc = payload.get("vct").is_some_and(Value::is_string);
    let plain: &[&'static str] = match is_sd_jwt_vc {
        true => &SD_JWT_VC_PLAIN,
        false => &W3C_PLAIN,
    };
    let (document, withheld) = match disclosed {
        Ok(disclosed) => (disclosed.payload, Ok(disclosed.withheld)),
        Err(error) => (payload.clone(), Err(error)),
    };
    let was_selected =
        |name: &&&str| document.contains_key(**name) && !payload.contains_key(**name);
    if let Some(name) = plain.iter().find(was_selected) {
        return Err(NotACredential::SelectedMember { name });
    }
    let holder_key = payload.get("cnf").and_then(|cnf| cnf.get("jwk"));
    let selection = Selection {
        withheld,
        holder_key: holder_key.and_then(Value::as_object).cloned(),
        key_binding,
    };
    let mut credential = match is_sd_jwt_vc {
        true => Credential::of_sd_jwt_vc(issuer_signed, document),
        false => read_token(issuer_signed, Value::Object(document))?,
    };
    if let Securing::Token(token) = &mut credential.securing {
        token.selection = Some(selection);
        token.profile = match is_sd_jwt_vc {
            true => TokenProfile::SdJwtVc,
            false => TokenProfile::VcSdJwt,
        };
    }
    Ok(credential)
}

impl Credential {
    fn of_sd_jwt_vc(jws: Jws, document: Map<String, Value>) -> Self {
        let token = Token::of_payload(jws, TokenProfile::SdJwtVc, &document);
        Self {
            format: Format::SdJwtVc,
            claims: claims(&document),
            securing: Securing::Token(Box::new(token)),
            document: document.into(),
        }
    }
}

/// The claims that SD-JWT VC defines (section 2.2.2); what else a type has is its own.
fn claims(payload: &Map<String, Value>) -> Claims {
    let date = |name| numeric_date(payload, name);
    Claims {
        types: strings(payload.get("vct")),
        issuer: Issuer {
            id: string(payload, "iss"),
            ..Issuer::default()
        },
        awarded_date: date("iat"),
        starts: date("nbf").into_iter().collect(),
        ends: date("exp").into_iter().collect(),
        subject: Subject {
            id: string(payload, "sub"),
            ..Subject::default()
        },
        status: status_claim(payload),
        rows: rows(payload),
        ..Claims::default()
    }
}

/// The claims that are the type's own, and the type. What is not disclosed is no content.
fn rows(payload: &Map<String, Value>) -> Vec<Row> {
    let is_own = |name: &str| {
        let is_plain = name != "vct" && SD_JWT_VC_PLAIN.contains(&name);
        !is_plain && !["_sd_alg", "aud", "iat", "jti", "sub"].contains(&name)
    };
    let is_digest = |name: &str| matches!(name, "_sd" | "...");
    let own = payload.iter().filter(|(name, _)| is_own(name));
    RowReader::new(literal, is_digest).rows(own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Bounds;
    use base64ct::{Base64UrlUnpadded, Encoding as _};
    use serde_json::json;

    fn encode(json: &Value) -> String {
        Base64UrlUnpadded::encode_string(json.to_string().as_bytes())
    }

    /// A credential that nobody signed, with these members disclosed.
    fn read(mut payload: Value, disclosed: &[Value]) -> Result<Credential, NotACredential> {
        let disclosures: Vec<String> = disclosed.iter().map(encode).collect();
        let digest = |text: &String| {
            Base64UrlUnpadded::encode_string(&crate::HashAlgorithm::Sha256.digest(text))
        };
        payload["_sd"] = disclosures.iter().map(digest).collect();
        let token = format!("{}.{}.", encode(&json!({"alg": "ES256"})), encode(&payload));
        let disclosures: String = disclosures.iter().map(|text| format!("{text}~")).collect();
        let text = format!("{token}~{disclosures}");
        read_sd_jwt(SdJwt::parse(&text, &Bounds::default()).unwrap())
    }

    #[test]
    fn reads_the_claims_of_sd_jwt_vc() {
        let payload = json!({
            "vct": "https://types.example/badge", "iss": "did:example:1", "exp": 1_577_836_800,
            "status": {"status_list": {"idx": 1, "uri": "https://status.example/1"}},
        });
        let credential = read(payload, &[json!(["salt", "sub", "did:example:2"])]).unwrap();
        let claims = &credential.claims;
        assert_eq!(credential.format, Format::SdJwtVc);
        assert_eq!(claims.types, ["https://types.example/badge"]);
        assert_eq!(claims.issuer.id.as_deref(), Some("did:example:1"));
        assert_eq!(claims.subject.id.as_deref(), Some("did:example:2"));
        let [end] = claims.ends.as_slice() else {
            panic!("one end")
        };
        assert_eq!(end.text, "2020-01-01T00:00:00Z");
        let [status] = claims.status.as_slice() else {
            panic!("one entry")
        };
        assert_eq!(status.types, ["status_list"]);
    }

    #[test]
    fn reads_w3cs_data_model() {
        let payload = json!({"type": "VerifiableCredential", "issuer": "did:example:1"});
        let subject = json!(["salt", "credentialSubject", {"id": "did:example:2"}]);
        let credential = read(payload, &[subject]).unwrap();
        assert_eq!(credential.format, Format::Vc);
        let id = credential.claims.subject.id.as_deref();
        assert_eq!(id, Some("did:example:2"));
        let Securing::Token(token) = credential.securing else {
            panic!("a token")
        };
        assert_eq!(token.profile, TokenProfile::VcSdJwt);
    }

    #[test]
    fn refuses_what_a_holder_must_not_choose() {
        let vc = json!({"type": "VerifiableCredential", "issuer": "did:example:1"});
        let status = json!(["salt", "credentialStatus", {}]);
        let selected = |name| Err(NotACredential::SelectedMember { name });
        assert_eq!(read(vc, &[status]), selected("credentialStatus"));
        let sd_jwt_vc = json!({"vct": "https://types.example/badge"});
        let issuer = json!(["salt", "iss", "did:example:1"]);
        assert_eq!(read(sd_jwt_vc, &[issuer]), selected("iss"));
    }

    #[test]
    fn keeps_that_a_disclosure_is_not_the_issuers() {
        let payload = json!({"type": "VerifiableCredential", "issuer": "did:example:1"});
        let subject = json!(["salt", "credentialSubject", {"id": "did:example:2"}]);
        let credential = read(payload, &[subject.clone(), subject]).unwrap();
        assert_eq!(credential.claims.subject.id, None);
        let Securing::Token(token) = credential.securing else {
            panic!("a token")
        };
        let withheld = token.selection.map(|selection| selection.withheld);
        assert_eq!(withheld, Some(Err(MalformedDisclosure::DigestRepeated)));
    }

    #[test]
    fn other_payloads_are_no_credentials() {
        let name = json!(["salt", "name", "Ada"]);
        assert_eq!(read(json!({}), &[name]), Err(NotACredential::OtherJson));
    }
}
