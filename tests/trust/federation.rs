//! Registries that are federations (OpenID Federation 1.0): every token is verified, and one that
//! does not hold leaves the question open.

use assay::evidence::{Answer, Purpose, Unreachable};
use assay::jose::{JwsError, JwsPart};
use assay::key::{Algorithm, KeyError, KeyKind};
use assay::trust::{NoAnswer, StatementError, TrustReason};
use assay::{Outcome, Timestamp, Unobtained, Verdict};
use serde_json::{Value, json};
use signing::{Issuer, base64url};

use crate::made::{
    ANCHOR, CONFIGURATION, Federation, LIST, NOW, badge, federation_entry, identity, list,
    no_answer, policy, refused, report, report_on, respond, wants,
};

#[test]
fn a_statement_of_the_registry_says_who_the_issuer_is() {
    for (kind, algorithm) in [
        (KeyKind::P256, Algorithm::Es256),
        (KeyKind::Ed25519, Algorithm::EdDsa),
        (KeyKind::Rsa, Algorithm::Rs256),
    ] {
        let report = report(&Federation::with(kind, algorithm).evidence());
        assert_eq!(report.verdict, Verdict::Genuine);
        let [listing] = report.listings.as_slice() else {
            panic!("{:?}", report.listings);
        };
        assert_eq!(listing.registry, "Members");
        assert_eq!(listing.name, "Northfield University");
        let legal_name = listing.legal_name.as_deref();
        assert_eq!(legal_name, Some("Board of Northfield University"));
        assert_eq!(listing.url.as_deref(), Some("https://northfield.example"));
        let logo = listing.logo.as_deref();
        assert_eq!(logo, Some("data:image/png;base64,iVBORw0KGgo="));
        assert_eq!(wants(&report), []);
    }
}

/// One document at a time, each only once the one before it is there; the issuer is named to nobody
/// before the registry has shown its keys.
#[test]
fn is_asked_step_by_step() {
    let federation = Federation::new();
    let mut evidence = assay::Evidence::none();
    let asked = |evidence: &assay::Evidence| wants(&report(evidence));
    assert_eq!(asked(&evidence), [(LIST.into(), Purpose::KnownRegistries)]);
    respond(
        &mut evidence,
        LIST,
        &json!([federation_entry()]).to_string(),
    );
    let configuration = (CONFIGURATION.into(), Purpose::EntityConfiguration);
    assert_eq!(asked(&evidence), [configuration]);
    respond(
        &mut evidence,
        CONFIGURATION,
        &federation.configuration_token(),
    );
    let statement = (Federation::statement_url(), Purpose::EntityStatement);
    assert_eq!(asked(&evidence), [statement]);
    respond(
        &mut evidence,
        &Federation::statement_url(),
        &federation.statement_token(),
    );
    assert_eq!(asked(&evidence), []);
}

#[test]
fn nobody_is_asked_about_a_badge_that_is_not_known_to_be_its_issuers() {
    let mut altered = badge();
    altered["credentialSubject"]["achievement"]["name"] = json!("Surgery");
    let mut unsigned = badge();
    unsigned.as_object_mut().unwrap().remove("proof");
    for badge in [altered, unsigned] {
        let evidence = Federation::new().evidence();
        for evidence in [evidence, assay::Evidence::none()] {
            let report = report_on(&badge, &evidence, &policy());
            assert_eq!(report.listings, []);
            assert_eq!(wants(&report), []);
        }
    }
}

#[test]
fn what_the_registry_knows_nothing_of_is_not_listed() {
    let mut evidence = Federation::new().evidence();
    let body = br#"{"error": "not_found"}"#.to_vec();
    let answer = Answer::Response { status: 404, body };
    evidence.insert(Federation::statement_url(), answer);
    let registries = vec!["Members".to_owned()];
    let expected = (Outcome::Unknown, TrustReason::NotListed { registries });
    assert_eq!(identity(&report(&evidence)), expected);
}

#[test]
fn a_registry_that_cannot_be_asked_leaves_the_question_open() {
    let response = |status| Answer::Response {
        status,
        body: Vec::new(),
    };
    for (answer, why) in [
        (response(500), Unobtained::Status(500)),
        (response(410), Unobtained::Status(410)),
        (response(204), Unobtained::Status(204)),
        (Answer::Declined, Unobtained::Declined),
        (
            Answer::Unreachable(Unreachable::TimedOut),
            Unobtained::Unreachable(Unreachable::TimedOut),
        ),
    ] {
        for url in [LIST, CONFIGURATION, &Federation::statement_url()] {
            let mut evidence = Federation::new().evidence();
            evidence.insert(url, answer.clone());
            assert_eq!(no_answer(&evidence), NoAnswer::Unobtained(why), "{url}");
        }
    }
    // Only the registry's word on one issuer can be that there is none.
    for url in [LIST, CONFIGURATION] {
        let mut evidence = Federation::new().evidence();
        evidence.insert(url, response(404));
        let why = NoAnswer::Unobtained(Unobtained::Status(404));
        assert_eq!(no_answer(&evidence), why, "{url}");
    }
}

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

#[test]
fn what_the_standard_leaves_open_is_taken() {
    let cases: [(&str, fn(&mut Federation)); 5] = [
        ("an identifier with a stroke at its end", |it| {
            let id = json!("https://members.example/");
            it.configuration["iss"] = id.clone();
            it.configuration["sub"] = id.clone();
            it.statement["iss"] = id;
        }),
        ("keys of the subject's, which are not used", |it| {
            it.statement["jwks"] = json!({"keys": []});
        }),
        ("a media type in full", |it| {
            it.statement_header["typ"] = json!("application/entity-statement+jwt");
        }),
        ("a clock that is ahead by five minutes", |it| {
            it.statement["iat"] = json!(NOW + 300);
        }),
        ("a name to be shown to people", |it| {
            let names = &mut it.statement["metadata"]["federation_entity"];
            names["organization_name"] = Value::Null;
            names["display_name"] = json!("Northfield");
        }),
    ];
    for (what, change) in cases {
        let mut federation = Federation::new();
        change(&mut federation);
        assert_eq!(
            report(&federation.evidence()).verdict,
            Verdict::Genuine,
            "{what}"
        );
    }
}

/// The subject goes into the query whole, whatever it is made of.
#[test]
fn asks_for_the_very_issuer() {
    let did = "did:web:badges.example%3A8443:issuers:a+b&sub=x";
    let signer = Issuer::did_web("an issuer with a port", did);
    let mut federation = Federation::new();
    federation.configuration["metadata"]["federation_entity"]["federation_fetch_endpoint"] =
        json!("https://members.example/api?kind=issuer");
    let mut evidence = list(&json!([federation_entry()]));
    respond(
        &mut evidence,
        CONFIGURATION,
        &federation.configuration_token(),
    );
    let policy = policy();
    let lookup = assay::trust::look_up(signer.id(), &evidence, &policy, crate::support::now());
    let [want] = lookup.wants.as_slice() else {
        panic!("{:?}", lookup.wants);
    };
    assert_eq!(
        want.url,
        "https://members.example/api?kind=issuer&sub=\
         did%3Aweb%3Abadges.example%253A8443%3Aissuers%3Aa%2Bb%26sub%3Dx"
    );
    let long = format!("did:web:{}.example", "a".repeat(8000));
    let lookup = assay::trust::look_up(&long, &evidence, &policy, crate::support::now());
    assert_eq!(lookup.wants, []);
    let limit = policy.bounds.url_octets;
    assert_eq!(lookup.unanswered[0].why, NoAnswer::LongAddress { limit });
}
