//! Statements of federations that do not hold (OpenID Federation 1.0, section 3.2): each leaves the
//! question open, with its reason.

use assay::jose::{JwsError, JwsPart};
use assay::key::KeyError;
use assay::trust::StatementError;
use assay::{Timestamp, Verdict};
use serde_json::{Value, json};
use signing::{Issuer, KeyKind, base64url};

use crate::made::{ANCHOR, Federation, NOW, refused, report, respond, wants};
fn seconds(seconds: i64) -> Timestamp {
    Timestamp::from_unix_seconds(seconds).unwrap()
}

fn stranger() -> Issuer {
    Issuer::did_key_of("a stranger to the registry", KeyKind::P256)
}

fn claim(name: &'static str) -> StatementError {
    StatementError::Claim { name }
}

type Change = (&'static str, fn(&mut Federation), StatementError);

/// What somebody else than the registry could hand out about the issuer, and what is too old or not
/// understood.
#[test]
fn statements_that_do_not_hold() {
    let cases: Vec<Change> = vec![
        (
            "a stranger's, under the name of the registry's key",
            |it| it.statement_key = stranger(),
            StatementError::Signature,
        ),
        (
            "a key that the registry does not list",
            |it| it.statement_header["kid"] = json!("key-2"),
            StatementError::UnknownKey,
        ),
        (
            "no key named",
            |it| it.statement_header["kid"] = Value::Null,
            StatementError::Jws(JwsError::Member { name: "kid" }),
        ),
        (
            "an empty name of a key",
            |it| it.statement_header["kid"] = json!(""),
            StatementError::UnknownKey,
        ),
        (
            "nothing signed",
            |it| it.statement_header["alg"] = json!("none"),
            StatementError::Algorithm {
                name: "none".into(),
            },
        ),
        (
            "a shared secret",
            |it| it.statement_header["alg"] = json!("HS256"),
            StatementError::Algorithm {
                name: "HS256".into(),
            },
        ),
        (
            "an algorithm of other keys",
            |it| it.statement_header["alg"] = json!("RS256"),
            StatementError::Algorithm {
                name: "RS256".into(),
            },
        ),
        (
            "expired",
            |it| it.statement["exp"] = json!(NOW - 1),
            StatementError::Expired {
                at: seconds(NOW - 1),
            },
        ),
        (
            "expired this second",
            |it| it.statement["exp"] = json!(NOW),
            StatementError::Expired { at: seconds(NOW) },
        ),
        (
            "no end",
            |it| it.statement["exp"] = Value::Null,
            claim("exp"),
        ),
        (
            "an end that is no number",
            |it| it.statement["exp"] = json!((NOW + 60).to_string()),
            claim("exp"),
        ),
        (
            "issued later than a clock may be ahead",
            |it| it.statement["iat"] = json!(NOW + 301),
            StatementError::IssuedLater {
                at: seconds(NOW + 301),
            },
        ),
        (
            "no time of issuing",
            |it| it.statement["iat"] = Value::Null,
            claim("iat"),
        ),
        (
            "about somebody else",
            |it| it.statement["sub"] = json!("did:web:somebody.example"),
            StatementError::WrongSubject {
                subject: "did:web:somebody.example".into(),
            },
        ),
        (
            "the registry's statement about itself",
            |it| it.statement = it.configuration.clone(),
            StatementError::WrongSubject {
                subject: ANCHOR.into(),
            },
        ),
        (
            "another registry's",
            |it| it.statement["iss"] = json!("https://other.example"),
            StatementError::WrongIssuer {
                issuer: "https://other.example".into(),
            },
        ),
        (
            "the same registry's by another spelling",
            |it| it.statement["iss"] = json!("https://members.example/"),
            StatementError::WrongIssuer {
                issuer: "https://members.example/".into(),
            },
        ),
        (
            "another kind of token",
            |it| it.statement_header["typ"] = json!("JWT"),
            StatementError::WrongType {
                name: Some("JWT".into()),
            },
        ),
        (
            "a header that asks for more",
            |it| {
                it.statement_header["crit"] = json!(["exp"]);
                it.statement_header["exp"] = json!(NOW);
            },
            StatementError::CriticalMembers {
                names: vec!["exp".into()],
            },
        ),
        (
            "claims that must be understood",
            |it| it.statement["crit"] = json!(["accreditation"]),
            StatementError::NotUnderstood { claim: "crit" },
        ),
        (
            "a policy that could change the name",
            |it| it.statement["metadata_policy"] = json!({"federation_entity": {}}),
            StatementError::NotUnderstood {
                claim: "metadata_policy",
            },
        ),
        (
            "claims of a statement about oneself",
            |it| it.statement["authority_hints"] = json!([ANCHOR]),
            claim("authority_hints"),
        ),
        (
            "no metadata",
            |it| it.statement["metadata"] = Value::Null,
            claim("metadata"),
        ),
        (
            "no name",
            |it| {
                it.statement["metadata"]["federation_entity"]["organization_name"] = json!(" ");
            },
            claim("organization_name"),
        ),
    ];
    for (what, change, expected) in cases {
        let mut federation = Federation::new();
        change(&mut federation);
        assert_eq!(refused(&federation.evidence()), expected, "{what}");
    }
}

/// The registry's own statement, which is where its keys come from.
#[test]
fn configurations_that_do_not_hold() {
    let cases: Vec<Change> = vec![
        (
            "signed with a key that it does not list",
            |it| it.key = stranger(),
            StatementError::Signature,
        ),
        (
            "another registry's, from its own address",
            |it| {
                it.configuration["iss"] = json!("https://other.example");
                it.configuration["sub"] = json!("https://other.example");
            },
            StatementError::WrongIssuer {
                issuer: "https://other.example".into(),
            },
        ),
        (
            "about another",
            |it| it.configuration["sub"] = json!("https://other.example"),
            StatementError::WrongSubject {
                subject: "https://other.example".into(),
            },
        ),
        (
            "no web address",
            |it| it.configuration["iss"] = json!("members.example"),
            StatementError::WrongIssuer {
                issuer: "members.example".into(),
            },
        ),
        (
            "expired",
            |it| it.configuration["exp"] = json!(NOW - 1),
            StatementError::Expired {
                at: seconds(NOW - 1),
            },
        ),
        (
            "another kind of token",
            |it| it.configuration_header["typ"] = json!("vc+jwt"),
            StatementError::WrongType {
                name: Some("vc+jwt".into()),
            },
        ),
        (
            "nothing signed",
            |it| it.configuration_header["alg"] = json!("none"),
            StatementError::Algorithm {
                name: "none".into(),
            },
        ),
        (
            "no keys",
            |it| it.configuration["jwks"] = Value::Null,
            claim("jwks"),
        ),
        (
            "two keys of one name",
            |it| {
                let mut other = stranger().jwk().unwrap();
                other["kid"] = json!("key-1");
                let keys = it.configuration["jwks"]["keys"].as_array_mut().unwrap();
                keys.push(other);
            },
            StatementError::UnknownKey,
        ),
        (
            "a key with its private part",
            |it| it.configuration["jwks"]["keys"][0]["d"] = json!("AA"),
            StatementError::Key(KeyError::Private),
        ),
        (
            "claims of a statement about others",
            |it| it.configuration["constraints"] = json!({"max_path_length": 0}),
            claim("constraints"),
        ),
        (
            "no place to ask",
            |it| it.configuration["metadata"]["federation_entity"] = json!({}),
            claim("federation_fetch_endpoint"),
        ),
        (
            "a place without encryption",
            |it| {
                it.configuration["metadata"]["federation_entity"]["federation_fetch_endpoint"] =
                    json!("http://members.example/fetch");
            },
            claim("federation_fetch_endpoint"),
        ),
        (
            "a place with a fragment",
            |it| {
                it.configuration["metadata"]["federation_entity"]["federation_fetch_endpoint"] =
                    json!("https://members.example/fetch#");
            },
            claim("federation_fetch_endpoint"),
        ),
    ];
    for (what, change, expected) in cases {
        let mut federation = Federation::new();
        change(&mut federation);
        let evidence = federation.evidence();
        assert_eq!(refused(&evidence), expected, "{what}");
        assert_eq!(wants(&report(&evidence)), [], "{what}");
    }
}

#[test]
fn tokens_that_are_none_or_altered() {
    let federation = Federation::new();
    let token = federation.statement_token();
    let [header, payload, signature] = token.split('.').collect::<Vec<_>>()[..] else {
        panic!("{token}");
    };
    let mut renamed = federation.statement.clone();
    renamed["metadata"]["federation_entity"]["organization_name"] = json!("Harvard");
    let renamed = base64url(renamed.to_string());
    let parts = |count| StatementError::Jws(JwsError::Parts { count });
    for (body, expected) in [
        (String::new(), parts(1)),
        ("<html></html>".to_owned(), parts(1)),
        (
            federation.statement.to_string(),
            StatementError::Jws(JwsError::Encoding {
                part: JwsPart::Header,
            }),
        ),
        (
            format!("{header}.{renamed}.{signature}"),
            StatementError::Signature,
        ),
        (format!("{header}.{payload}."), StatementError::Signature),
        (
            format!("{header}.{}.{signature}", base64url("[]")),
            StatementError::Jws(JwsError::NotAnObject {
                part: JwsPart::Payload,
            }),
        ),
    ] {
        let mut evidence = federation.evidence();
        respond(&mut evidence, &Federation::statement_url(), &body);
        assert_eq!(refused(&evidence), expected, "{body}");
    }
    // White space around it is no part of it.
    let mut evidence = federation.evidence();
    respond(
        &mut evidence,
        &Federation::statement_url(),
        &format!("{token}\n"),
    );
    assert_eq!(report(&evidence).verdict, Verdict::Genuine);
}
