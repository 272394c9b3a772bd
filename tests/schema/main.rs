//! Is a credential built as its schema says: advice to issuers, which no verdict rests on.

mod in_credential;
#[path = "../support/mod.rs"]
mod support;

use assay::carrier::{Carrier, Found};
use assay::evidence::{Answer, Purpose, Unreachable};
use assay::present::{Place, english, report_json};
use assay::schema::{Fault, Problem, Unusable};
use assay::{
    Check, Evidence, Outcome, Policy, Question, Reason, Report, SchemaReason, Unobtained, Verdict,
    open, verify,
};
use serde_json::{Value, json};
use signing::Issuer;
use support::now;

const SCHEMA: &str = "https://schema.example/badge.json";
const OTHER: &str = "https://schema.example/other.json";

/// A badge that names these schemas, as its issuer signed it.
fn badge(schemas: Value) -> Value {
    let issuer = Issuer::did_key("schema");
    issuer.sign(unsigned(&issuer, schemas)).unwrap()
}

fn unsigned(issuer: &Issuer, schemas: Value) -> Value {
    json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
        ],
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": issuer.id(), "type": ["Profile"], "name": "Issuer"},
        "validFrom": "2024-01-01T00:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "achievement": {"id": "urn:uuid:2", "type": ["Achievement"], "name": "An achievement"},
        },
        "credentialSchema": schemas,
    })
}

fn named(url: &str) -> Value {
    json!({"id": url, "type": "1EdTechJsonSchemaValidator2019"})
}

fn evidence(answers: &[(&str, &Value)]) -> Evidence {
    let mut evidence = Evidence::none();
    for (url, schema) in answers {
        let body = schema.to_string().into_bytes();
        evidence.insert(*url, Answer::Response { status: 200, body });
    }
    evidence
}

fn judge(badge: &Value, evidence: &Evidence) -> Report {
    let policy = Policy::default();
    let opened = open(badge.to_string().as_bytes(), &policy.bounds).unwrap();
    verify(opened.credentials.only().unwrap(), evidence, &policy, now())
}

fn schema_check(report: &Report) -> (Outcome, Reason) {
    let Check {
        outcome, reason, ..
    } = report.checks.get(Question::Schema).clone();
    (outcome, reason)
}

/// A schema that the badge above fits, and one that it does not.
fn fits() -> Value {
    json!({"required": ["issuer", "credentialSubject"], "properties": {"type": {"type": "array"}}})
}

fn does_not_fit() -> Value {
    json!({"properties": {"credentialSubject": {"required": ["id"]}}})
}

fn broken(url: &str) -> (Outcome, Reason) {
    let problem = Problem {
        path: "/credentialSubject".into(),
        fault: Fault::Missing {
            names: vec!["id".into()],
        },
    };
    let (url, problems) = (url.to_owned(), vec![problem]);
    (
        Outcome::Fail,
        Reason::Schema(SchemaReason::Broken { url, problems }),
    )
}

fn followed(urls: &[&str]) -> (Outcome, Reason) {
    let urls = urls.iter().map(|url| (*url).to_owned()).collect();
    (
        Outcome::Pass,
        Reason::Schema(SchemaReason::Followed { urls }),
    )
}

fn unknown(reason: SchemaReason) -> (Outcome, Reason) {
    (Outcome::Unknown, Reason::Schema(reason))
}

#[test]
fn a_badge_that_is_built_as_its_schema_says() {
    let report = judge(&badge(named(SCHEMA)), &evidence(&[(SCHEMA, &fits())]));
    assert_eq!(schema_check(&report), followed(&[SCHEMA]));
    assert_eq!(report.verdict, Verdict::Unlisted);
    assert_eq!(report.wants, []);
}

#[test]
fn what_breaks_the_schema_is_named_and_changes_no_verdict() {
    let report = judge(
        &badge(named(SCHEMA)),
        &evidence(&[(SCHEMA, &does_not_fit())]),
    );
    assert_eq!(schema_check(&report), broken(SCHEMA));
    assert_eq!(report.verdict, Verdict::Unlisted);
}

#[test]
fn each_place_is_told_of_in_words_and_in_the_report() {
    let badge = badge(named(SCHEMA));
    let report = judge(&badge, &evidence(&[(SCHEMA, &does_not_fit())]));
    let check = report.checks.get(Question::Schema);
    assert_eq!(
        english::detail(check),
        "It is not built as https://schema.example/badge.json says. /credentialSubject: id is missing."
    );
    let place = Place {
        file: "x",
        carrier: Carrier::Json,
        found: &Found::default(),
        index: 1,
        of: 1,
        presentation: None,
    };
    let told = report_json(&place, &report);
    let told: Value = serde_json::from_str(&told).unwrap();
    let checks = told["checks"].as_array().unwrap();
    let told = checks
        .iter()
        .find(|check| check["check"] == "schema")
        .unwrap();
    assert_eq!(told["code"], "breaks-schema");
    let problem =
        json!({"path": "/credentialSubject", "keyword": "required", "detail": "id is missing"});
    assert_eq!(told["problems"], json!([problem]));
    let others = checks
        .iter()
        .filter(|check| check.get("problems").is_some());
    assert_eq!(others.count(), 1);
}

#[test]
fn a_badge_that_names_none() {
    let report = judge(&badge(json!([])), &Evidence::none());
    let absent = Reason::Schema(SchemaReason::Absent);
    assert_eq!(schema_check(&report), (Outcome::Absent, absent));
}

#[test]
fn of_several_schemas_every_one_has_to_fit() {
    let badge = badge(json!([named(SCHEMA), named(OTHER)]));
    let (fits, does_not) = (fits(), does_not_fit());
    for (answers, expected) in [
        (
            vec![(SCHEMA, &fits), (OTHER, &fits)],
            followed(&[SCHEMA, OTHER]),
        ),
        (vec![(SCHEMA, &fits), (OTHER, &does_not)], broken(OTHER)),
        // What is established to be wrong is, whatever the other one says.
        (vec![(OTHER, &does_not)], broken(OTHER)),
    ] {
        assert_eq!(schema_check(&judge(&badge, &evidence(&answers))), expected);
    }
    let (outcome, _) = schema_check(&judge(&badge, &evidence(&[(SCHEMA, &fits)])));
    assert_eq!(outcome, Outcome::Unknown);
}

#[test]
fn a_schema_is_wanted_once_the_signature_holds() {
    let wants = |badge: &Value| {
        let wants = judge(badge, &Evidence::none()).wants;
        let wants: Vec<_> = wants
            .into_iter()
            .map(|want| (want.url, want.purpose))
            .collect();
        wants
    };
    let signed = badge(named(SCHEMA));
    assert_eq!(wants(&signed), [(SCHEMA.to_owned(), Purpose::Schema)]);
    let issuer = Issuer::did_key("schema");
    assert_eq!(wants(&unsigned(&issuer, named(SCHEMA))), []);
    // A draft can be held against a schema that is there.
    let draft = unsigned(&issuer, named(SCHEMA));
    let report = judge(&draft, &evidence(&[(SCHEMA, &does_not_fit())]));
    assert_eq!(schema_check(&report), broken(SCHEMA));
}

#[test]
fn a_schema_that_is_not_to_be_had() {
    let badge = badge(named(SCHEMA));
    let unobtained = |why| {
        let url = SCHEMA.to_owned();
        (Outcome::Unknown, Reason::Unobtained { url, why })
    };
    for (answer, why) in [
        (Answer::Declined, Unobtained::Declined),
        (
            Answer::Unreachable(Unreachable::TimedOut),
            Unobtained::Unreachable(Unreachable::TimedOut),
        ),
        (
            Answer::Response {
                status: 404,
                body: Vec::new(),
            },
            Unobtained::Status(404),
        ),
    ] {
        let mut evidence = Evidence::none();
        evidence.insert(SCHEMA, answer);
        assert_eq!(schema_check(&judge(&badge, &evidence)), unobtained(why));
    }
}

#[test]
fn a_schema_that_cannot_be_used() {
    let badge = badge(named(SCHEMA));
    for (body, why) in [
        ("<html>", Unusable::NotJson),
        ("{\"type\": 5}", Unusable::Malformed),
        ("{\"$ref\": \"#\"}", Unusable::TooCostly),
    ] {
        let mut evidence = Evidence::none();
        let response = Answer::Response {
            status: 200,
            body: body.into(),
        };
        evidence.insert(SCHEMA, response);
        let url = SCHEMA.to_owned();
        let expected = unknown(SchemaReason::Unusable { url, why });
        assert_eq!(schema_check(&judge(&badge, &evidence)), expected, "{body}");
    }
}

#[test]
fn kinds_that_are_not_known_stay_open() {
    let types = |kind: &str| SchemaReason::UnsupportedType {
        types: vec![kind.into()],
    };
    for (entry, expected) in [
        (
            json!({"id": SCHEMA, "type": "ExampleSchema"}),
            types("ExampleSchema"),
        ),
        (
            json!({"id": "urn:a", "type": "JsonSchema"}),
            SchemaReason::NoAddress,
        ),
    ] {
        let report = judge(&badge(entry.clone()), &evidence(&[(SCHEMA, &fits())]));
        assert_eq!(schema_check(&report), unknown(expected), "{entry}");
        assert_eq!(report.wants, [], "{entry}");
    }
}

/// Verifiable Credentials JSON Schema, "Processing": schemas without a version are not processed.
#[test]
fn w3c_asks_for_a_version_and_1edtech_has_one_of_its_own() {
    let w3c = badge(json!({"id": SCHEMA, "type": "JsonSchema"}));
    let url = SCHEMA.to_owned();
    let why = Unusable::Draft { name: None };
    let without = judge(&w3c, &evidence(&[(SCHEMA, &fits())]));
    assert_eq!(
        schema_check(&without),
        unknown(SchemaReason::Unusable { url, why })
    );
    let mut schema = fits();
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    let report = judge(&w3c, &evidence(&[(SCHEMA, &schema)]));
    assert_eq!(schema_check(&report), followed(&[SCHEMA]));
}

#[test]
fn a_pinned_schema_has_to_be_the_one_that_was_pinned() {
    // The bytes `{}`.
    const HASH: &str = "sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=";
    let url = SCHEMA.to_owned();
    for (digest, expected) in [
        (HASH.to_owned(), followed(&[SCHEMA])),
        (format!("sha384-AA== {HASH}"), followed(&[SCHEMA])),
        (
            "sha256-AA==".into(),
            unknown(SchemaReason::Altered { url: url.clone() }),
        ),
        (
            "md5-AA==".into(),
            unknown(SchemaReason::UnsupportedDigest { url }),
        ),
    ] {
        let mut entry = named(SCHEMA);
        entry["digestSRI"] = json!(digest);
        let report = judge(&badge(entry), &evidence(&[(SCHEMA, &json!({}))]));
        assert_eq!(schema_check(&report), expected, "{digest}");
    }
}

/// 1EdTech's examples against 1EdTech's own schema: those that its names call wrong in their form.
#[test]
fn the_examples_of_1edtech() {
    const EXAMPLES: &str = "inspector-vc/src/test/resources/ob30";
    const SCHEMAS: &str = "waltid/waltid-libraries/credentials/waltid-verification-policies2/src/commonTest/resources";
    let (Some(examples), Some(schemas)) = (
        support::corpus("1edtech-public-validator"),
        support::corpus("schemas-ob3"),
    ) else {
        return;
    };
    let read = |path: std::path::PathBuf| -> Value {
        serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
    };
    let schema = read(
        schemas
            .join(SCHEMAS)
            .join("ob_v3p0_achievementcredential_schema.json"),
    );
    for (name, place) in [
        ("simple.json", None),
        ("simple-multiple-proofs.json", None),
        ("simple-did-key-method.json", None),
        // Its issuer's signature fails, its form does not.
        ("simple-err-proof-value.json", None),
        ("complete.json", None),
        ("simple-err-issuer.json", Some("")),
        ("simple-err-type.json", Some("/credentialSubject")),
        ("simple-err-issued.json", Some("/credentialSubject")),
        ("simple-err-issuer-type.json", Some("/issuer/type")),
        (
            "simple-err-issuer-parentorg-type.json",
            Some("/issuer/parentOrg/type"),
        ),
        (
            "simple-err-issuer-otheridentifier-type.json",
            Some("/issuer/otherIdentifier/1/type"),
        ),
        (
            "simple-err-credential-subject-type.json",
            Some("/credentialSubject/type"),
        ),
        (
            "simple-err-credential-subject-identifier-type.json",
            Some("/credentialSubject/identifier/0/type"),
        ),
        (
            "simple-err-credential-subject-result-type.json",
            Some("/credentialSubject/result/1/type"),
        ),
        // Of VC 1.1, for which 1EdTech has another schema.
        ("simple_v1.json", Some("")),
    ] {
        let mut document = read(examples.join(EXAMPLES).join(name));
        document["credentialSchema"] = json!([named(SCHEMA)]);
        let report = judge(&document, &evidence(&[(SCHEMA, &schema)]));
        let found = match schema_check(&report) {
            (Outcome::Pass, _) => None,
            (Outcome::Fail, Reason::Schema(SchemaReason::Broken { problems, .. })) => {
                Some(problems[0].path.clone())
            }
            other => panic!("{name}: {other:?}"),
        };
        assert_eq!(found.as_deref(), place, "{name}");
    }
}
