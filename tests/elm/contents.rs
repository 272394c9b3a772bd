//! What a European Digital Credential says, in the model that all formats are read into.

use assay::credential::{Element, Format, Framework, Identifier, Text};
use assay::key::{Algorithm, KeyKind};
use assay::proof::Suite;
use assay::{Evidence, Outcome, Policy, Question, Verdict, open, verify};
use serde_json::json;
use signing::{Issuer, members};

use crate::credential::{achievement, claiming, concept, stated, texts, unsigned};
use crate::support::{now, report};

const VC1: &str = "https://www.w3.org/2018/credentials/v1";

fn value(text: Option<&Text>) -> &str {
    text.map(|text| text.value.as_str()).unwrap_or_default()
}

#[test]
fn its_texts_are_the_english_ones_with_their_language() {
    let claims = report(&unsigned(), &Policy::default()).claims;
    let title = claims.title().unwrap();
    assert_eq!(
        (title.value.as_str(), title.language.as_deref()),
        ("Welding", Some("en"))
    );
    assert_eq!(value(claims.name.as_ref()), "Certificate of welding");
    assert_eq!(value(claims.description.as_ref()), "has learnt to weld");
    assert_eq!(value(claims.issuer.name.as_ref()), "A college");

    let mut french = unsigned();
    french["credentialSubject"]["hasClaim"]["title"] = json!({"fr": "Soudage", "it": "Saldatura"});
    let title = report(&french, &Policy::default())
        .claims
        .title()
        .cloned()
        .unwrap();
    assert_eq!(
        (title.value.as_str(), title.language.as_deref()),
        ("Soudage", Some("fr"))
    );
}

#[test]
fn its_people_and_organisations_are_identified() {
    let claims = report(&unsigned(), &Policy::default()).claims;
    let issuer = &claims.issuer;
    assert_eq!(issuer.id.as_deref(), Some("urn:org"));
    assert_eq!(issuer.country.as_deref(), Some("FRA"));
    assert_eq!(issuer.url.as_deref(), Some("https://college.example"));
    assert_eq!(issuer.email.as_deref(), Some("office@college.example"));
    let assessor = claims.subject.source.as_ref().unwrap();
    assert_eq!(value(assessor.name.as_ref()), "An assessor");
    let pair = |it: &Identifier| (it.identity_type.clone(), it.identity_hash.clone());
    let identifiers: Vec<_> = claims.subject.identifiers.iter().map(pair).collect();
    let expected = [
        ("ext:name", "Ada Example"),
        ("emailAddress", "ada@example.org"),
        ("nationalIdentityNumber", "AB-1"),
    ];
    assert_eq!(
        identifiers,
        expected.map(|(kind, text)| (kind.into(), text.into()))
    );
}

#[test]
fn its_recipient_is_compared_like_any_other() {
    for (typed, outcome) in [
        ("Ada Example", Outcome::Pass),
        ("ADA@example.org", Outcome::Pass),
        ("Somebody Else", Outcome::Fail),
    ] {
        let policy = Policy {
            recipient: Some(typed.into()),
            ..Policy::default()
        };
        let report = report(&unsigned(), &policy);
        assert_eq!(
            report.checks.get(Question::Recipient).outcome,
            outcome,
            "{typed}"
        );
    }
}

#[test]
fn learning_outcomes_are_skills_by_what_they_are_related_to_or_by_their_title() {
    let skills = report(&unsigned(), &Policy::default()).claims.skills();
    let skill = |skill: &assay::credential::Skill| {
        let name = value(skill.name.as_ref()).to_owned();
        (name, skill.framework.clone(), skill.url.clone())
    };
    let skills: Vec<_> = skills.iter().map(skill).collect();
    let url = |url: &str| Some(url.to_owned());
    assert_eq!(
        skills,
        [
            (
                "weld".into(),
                Framework::Esco,
                url("http://data.europa.eu/esco/skill/1")
            ),
            (
                "plan a weld".into(),
                Framework::DigComp,
                url("http://data.europa.eu/snb/dcf/2")
            ),
            ("Works safely".into(), Framework::Other(None), None),
        ]
    );
}

#[test]
fn an_assessment_with_a_grade_is_a_result() {
    let claims = report(&unsigned(), &Policy::default()).claims;
    let [result] = claims.results.as_slice() else {
        panic!("one result");
    };
    assert_eq!(result.value.as_deref(), Some("Pass"));
    let description = result.description.as_ref().unwrap();
    assert_eq!(value(description.name.as_ref()), "Final test");
    assert_eq!(description.result_type.as_deref(), Some("Practical test"));
    let achievement = claims.achievement.unwrap();
    assert_eq!(
        achievement.achievement_type.as_deref(),
        Some("Short programme")
    );
    assert_eq!(
        achievement.field_of_study.as_deref(),
        Some("Metals, Crafts")
    );
    assert_eq!(achievement.language.as_deref(), Some("English"));
}

#[test]
fn what_is_claimed_is_shown_member_for_member() {
    let claims = report(&unsigned(), &Policy::default()).claims;
    let texts = texts(&claims.rows);
    for expected in [
        "LearningAchievement > title: Welding",
        "LearningAchievement > awardedBy > awardingBody: A guild",
        "LearningAchievement > provenBy > grade: Pass",
        "LearningAchievement > specifiedBy > creditPoint: 2 (ECTS)",
        "LearningAchievement > specifiedBy > learningOutcome > title: Works safely",
    ] {
        assert!(
            texts.iter().any(|text| text == expected),
            "{expected}: {texts:#?}"
        );
    }
    let hidden = ["urn:note", "prefLabel", "relatedESCOSkill", "inScheme"];
    for text in &texts {
        assert!(hidden.iter().all(|name| !text.contains(name)), "{text}");
    }
}

/// Of several claims none is the title, and each is shown.
#[test]
fn several_claims_are_told_apart() {
    let entitlement = json!({"type": "LearningEntitlement", "title": {"en": "May weld"}});
    let report = report(
        &claiming("urn:org", &json!([achievement(), entitlement])),
        &Policy::default(),
    );
    assert_eq!(value(report.claims.title()), "Certificate of welding");
    assert_eq!(report.claims.skills().len(), 3);
    let texts = texts(&report.claims.rows);
    assert!(texts.contains(&"LearningAchievement > title: Welding".to_owned()));
    assert!(texts.contains(&"LearningEntitlement > title: May weld".to_owned()));
    let titles = stated(&report, Element::Title);
    let titles: Vec<_> = titles.iter().map(|(title, _)| title.as_str()).collect();
    assert_eq!(titles, ["Welding", "May weld", "Certificate of welding"]);
}

#[test]
fn an_unsigned_one_is_as_good_as_any_unsigned_file() {
    let report = report(&unsigned(), &Policy::default());
    assert_eq!(report.verdict, Verdict::Unconfirmed);
    let integrity = report.checks.get(Question::Integrity);
    assert_eq!(
        (integrity.outcome, integrity.reason.code()),
        (Outcome::Absent, "no-proof")
    );
}

#[test]
fn one_in_a_token_is_attested() {
    let issuer = Issuer::did_key_of("a college", KeyKind::P256);
    let header = json!({"kid": issuer.method()});
    let payload = json!({"iss": issuer.id(), "vc": claiming(issuer.id(), &achievement())});
    let token = issuer.token(Algorithm::Es256, &header, &payload).unwrap();
    let opened = open(token.as_bytes(), &Policy::default().bounds).unwrap();
    let credential = opened.credentials.only().unwrap();
    assert_eq!(credential.format, Format::Elm);
    let report = verify(credential, &Evidence::none(), &Policy::default(), now());
    assert_eq!(report.verdict, Verdict::Unlisted);
    assert_eq!(stated(&report, Element::Grade).len(), 1);
}

/// The model's own context is none that Assay knows, so its words have no settled meaning.
#[test]
fn one_with_an_embedded_proof_has_an_unknown_context() {
    let issuer = Issuer::did_key("a college");
    let document = json!({"@context": VC1, "issuer": issuer.id()});
    let signed = issuer
        .sign_with(document, members(Suite::EddsaJcs2022))
        .unwrap();
    let mut credential = claiming(issuer.id(), &achievement());
    credential["proof"] = signed["proof"].clone();
    let report = report(&credential, &Policy::default());
    assert_eq!(report.verdict, Verdict::Unconfirmed);
    let integrity = report.checks.get(Question::Integrity);
    assert_eq!(
        (integrity.outcome, integrity.reason.code()),
        (Outcome::Unknown, "unknown-context")
    );
}

#[test]
fn of_several_issuers_none_is_the_issuer() {
    let mut credential = unsigned();
    let issuer = credential["issuer"].clone();
    credential["issuer"] = json!([issuer, {"id": "urn:other"}]);
    let claims = report(&credential, &Policy::default()).claims;
    assert_eq!(claims.issuer, assay::credential::Issuer::default());
}

#[test]
fn what_is_of_the_wrong_form_is_left_out() {
    for (pointer, value) in [
        ("/issuer", json!(["urn:a", "urn:b"])),
        ("/issuer", json!(7)),
        ("/displayParameter", json!("title")),
        ("/credentialSubject", json!("urn:person")),
        ("/credentialSubject/hasClaim", json!([1, "urn:claim", null])),
        (
            "/credentialSubject/hasClaim/specifiedBy",
            json!([[], {}, concept("", "")]),
        ),
        ("/credentialSubject/fullName", json!({"en": {}})),
    ] {
        let mut credential = unsigned();
        *credential.pointer_mut(pointer).unwrap() = value;
        let report = report(&credential, &Policy::default());
        assert_eq!(report.verdict, Verdict::Unconfirmed, "{pointer}");
    }
}
