//! What a record's headline, caveats and report say of the credentials in it.

use assay::carrier::{Carrier, Found};
use assay::present::{Associated, Place, associations, english, report_json};
use serde_json::{Value, json};
use signing::Issuer;

use crate::made::*;

fn three() -> Value {
    let expired = with(
        badge(&company(), "expired"),
        "validUntil",
        json!("2025-01-01T00:00:00Z"),
    );
    record(vec![
        signed(&school(), "good"),
        company().sign(expired).unwrap(),
        badge(&school(), "unsigned"),
    ])
}

#[test]
fn the_headline_says_that_one_of_three_is_not_in_force() {
    let report = judge(&three());
    assert_eq!(
        english::headline(&report),
        "Genuine, from The listed school, in force on 1 June 2026. 1 of the 3 credentials in it is not confirmed or not in force."
    );
    let caveats = english::caveats(&report);
    let unsigned = "Not signed by themselves are 1 of the 3 credentials in it: the record's issuer alone vouches for those.";
    assert!(
        caveats.iter().any(|caveat| caveat == unsigned),
        "{caveats:?}"
    );
}

#[test]
fn a_record_of_good_credentials_needs_no_word_on_them() {
    let report = judge(&record(vec![signed(&school(), "good")]));
    assert_eq!(
        english::headline(&report),
        "Genuine, from The listed school, in force on 1 June 2026."
    );
}

/// "Genuine" is never said of a credential that rests on its record, whatever it comes to.
#[test]
fn a_credential_that_rests_on_its_record_is_called_so() {
    let mut others = badge(&school(), "past");
    others["validUntil"] = json!("2025-01-01T00:00:00Z");
    let entries = vec![
        badge(&school(), "own"),
        badge(&company(), "anothers"),
        others,
    ];
    let report = judge(&record(entries));
    let headlines: Vec<String> = report
        .credentials
        .iter()
        .map(|credential| english::headline(credential.as_ref().unwrap()))
        .collect();
    assert_eq!(
        headlines,
        [
            "Not signed by itself: it rests on the record's issuer alone.",
            "Not signed by the issuer that it names: the record's issuer alone vouches for it.",
            "Not signed by itself: it rests on the record's issuer alone, and it expired on 1 January 2025.",
        ]
    );
}

#[test]
fn a_record_that_leaves_something_out_says_so() {
    let partial = |value: Value| {
        let file = with(unsigned_record(vec![]), "partial", value);
        let caveats = english::caveats(&judge(&school().sign(file).unwrap()));
        caveats.contains(&"By its own account it is not the whole record.".to_owned())
    };
    assert!(partial(json!(true)));
    assert!(!partial(json!(false)));
}

/// Names come from the record, and from credentials that are attested.
#[test]
fn associations_are_named() {
    let mut forged = signed(&company(), "forged");
    forged["validFrom"] = json!("2023-01-01T00:00:00Z");
    let mut file = unsigned_record(vec![signed(&company(), "part"), forged]);
    let subject = &mut file["credentialSubject"];
    subject["achievement"] = json!([
        {"id": "urn:example:whole", "type": "Achievement", "name": "The whole"},
    ]);
    let association = |kind: &str, source: &str, target: &str| json!({"type": "Association", "associationType": kind, "sourceId": source, "targetId": target});
    let part = "urn:example:achievement:part";
    let hidden = "urn:example:achievement:forged";
    subject["association"] = json!([
        association("isPartOf", part, "urn:example:whole"),
        association("precedes", hidden, part),
    ]);
    let report = judge(&school().sign(file).unwrap());
    let lines = associations(&report);
    let lines: Vec<_> = lines
        .iter()
        .map(|line| (named(line.source), line.words.as_str(), named(line.target)))
        .collect();
    assert_eq!(
        lines,
        [
            ("part", "is part of", "The whole"),
            (hidden, "precedes", "part")
        ]
    );
}

fn named(associated: Associated<'_>) -> &str {
    match associated {
        Associated::Identifier(id) => id,
        Associated::Missing => "",
        Associated::Named(name) => &name.value,
    }
}

/// Each credential's report stands in the record's, under the same names.
#[test]
fn the_report_holds_a_report_for_each_credential() {
    let mut file = unsigned_record(vec![
        signed(&school(), "good"),
        badge(&Issuer::did_key("company"), "unsigned"),
        json!("not a token"),
    ]);
    file["partial"] = json!(false);
    let report = judge(&school().sign(file).unwrap());
    let place = Place {
        file: "record.json",
        carrier: Carrier::Json,
        found: &Found::default(),
        index: 1,
        of: 1,
        presentation: None,
    };
    let json: Value = serde_json::from_str(&report_json(&place, &report)).unwrap();
    assert_eq!(json["format"], "clr2");
    assert_eq!(json["verdict"], "genuine");
    assert_eq!(json["record"]["partial"], false);
    assert!(json.get("credential").is_none());
    let credentials = json["credentials"].as_array().unwrap();
    let verdicts: Vec<_> = credentials
        .iter()
        .map(|it| it["verdict"].as_str().unwrap())
        .collect();
    assert_eq!(verdicts, ["genuine", "unconfirmed", "unreadable"]);
    assert_eq!(credentials[0]["credential"], json!({"index": 1, "of": 3}));
    assert_eq!(credentials[0]["checks"].as_array().unwrap().len(), 8);
    assert_eq!(credentials[1]["checks"][1]["code"], "record-issuer-only");
    assert_eq!(credentials[2]["problem"]["code"], "not-a-credential");
}
