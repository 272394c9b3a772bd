//! What a European Digital Credential states of the elements of Annex I.

use assay::credential::Element;
use assay::present::{Place, report_json};
use assay::{Evidence, Policy, open, verify};
use serde_json::{Value, json};

use crate::corpus::{SAMPLES, judge};
use crate::credential::{stated, unsigned};
use crate::support::{corpus, now, report};

#[test]
fn every_element_of_annex_i_is_stated_with_the_member_it_comes_from() {
    let report = report(&unsigned(), &Policy::default());
    for (element, expected) in [
        (
            Element::Learner,
            &[
                ("Ada Example", "fullName"),
                ("Ada", "givenName"),
                ("Example", "familyName"),
                ("AB-1", "nationalID"),
            ][..],
        ),
        (
            Element::Title,
            &[
                ("Welding", "title"),
                ("Certificate of welding", "displayParameter.title"),
            ],
        ),
        (Element::IssuerCountry, &[("FRA", "countryCode")]),
        (
            Element::AwardingBody,
            &[("A guild", "awardingBody"), ("A college", "issuer")],
        ),
        (Element::Date, &[("2024-05-06T00:00:00Z", "awardingDate")]),
        (
            Element::Outcomes,
            &[
                ("Joins metals", "learningOutcome"),
                ("Works safely", "learningOutcome"),
                ("weld", "relatedESCOSkill"),
                ("plan a weld", "relatedSkill"),
            ],
        ),
        (
            Element::Workload,
            &[("2 (ECTS)", "creditPoint"), ("PT60H", "volumeOfLearning")],
        ),
        (
            Element::Level,
            &[("Level 4", "eqfLevel"), ("National level 3", "nqfLevel")],
        ),
        (
            Element::AssessmentType,
            &[("Practical test", "provenBy.specifiedBy.dcType")],
        ),
        (
            Element::Participation,
            &[("Blended", "influencedBy.specifiedBy.mode")],
        ),
        (
            Element::QualityAssurance,
            &[
                ("Audit of A guild", "awardingBody.accreditation"),
                ("Audit of A college", "issuer.accreditation"),
            ],
        ),
        (Element::Prerequisites, &[("Eyesight", "entryRequirement")]),
        (
            Element::Supervision,
            &[("Supervised onsite", "idVerification")],
        ),
        (Element::Grade, &[("Pass", "grade")]),
        (Element::Stackability, &[("true", "isPartialQualification")]),
        (
            Element::FurtherInformation,
            &[("Welding only", "additionalNote")],
        ),
    ] {
        let stated = stated(&report, element);
        let values: Vec<&str> = stated.iter().map(|(value, _)| value.as_str()).collect();
        let wanted: Vec<&str> = expected.iter().map(|(value, _)| *value).collect();
        assert_eq!(values, wanted, "{element:?}");
        for ((_, member), (_, end)) in stated.iter().zip(expected) {
            assert!(member.ends_with(end), "{member}, {end}");
        }
    }
}

#[test]
fn the_report_has_the_elements_in_their_order_and_says_what_is_not_stated() {
    let mut credential = unsigned();
    let claim = credential["credentialSubject"]["hasClaim"]
        .as_object_mut()
        .unwrap();
    claim.remove("provenBy");
    let opened = open(credential.to_string().as_bytes(), &Policy::default().bounds).unwrap();
    let credential = opened.credentials.only().unwrap();
    let report = verify(credential, &Evidence::none(), &Policy::default(), now());
    let place = Place {
        file: "x",
        carrier: opened.carrier,
        found: &opened.found,
        index: 1,
        of: 1,
        presentation: None,
    };
    let json: Value = serde_json::from_str(&report_json(&place, &report)).unwrap();
    assert_eq!(json["format"], "elm");
    let elements = json["annex_i"].as_array().unwrap();
    assert_eq!(elements.len(), 16);
    assert_eq!(
        elements[1],
        json!({
            "element": "title", "mandatory": true, "stated": true,
            "values": [
                {"value": "Welding", "member": "credentialSubject.hasClaim.title"},
                {"value": "Certificate of welding", "member": "displayParameter.title"},
            ],
        })
    );
    let missing = json!({
        "element": "assessment-type", "mandatory": true, "stated": false, "values": [],
    });
    assert_eq!(elements[8], missing);
    assert_eq!(elements[15]["mandatory"], json!(false));
}

/// The example that was made for Annex I states all that the table of elements has for the model;
/// of quality assurance it says nothing, and so do we.
#[test]
fn the_example_for_annex_i_states_its_elements() {
    let Some(root) = corpus("european-edc") else {
        return;
    };
    let (_, report) = judge(&root.join(SAMPLES).join("Sample-MC-Annex1-unsigned.jsonld"));
    for (element, value, member) in [
        (
            Element::Learner,
            "Ana Andromeda",
            "credentialSubject.fullName",
        ),
        (Element::Learner, "Ana", "credentialSubject.givenName"),
        (
            Element::Learner,
            "Andromeda",
            "credentialSubject.familyName",
        ),
        (
            Element::Learner,
            "LA-234218",
            "credentialSubject.nationalID",
        ),
        (
            Element::Title,
            "Digital micro-credential creation",
            "credentialSubject.hasClaim.title",
        ),
        (Element::Title, "Micro-Credential", "displayParameter.title"),
        (
            Element::IssuerCountry,
            "Ireland",
            "issuer.location.address.countryCode",
        ),
        (
            Element::AwardingBody,
            "University of Zed",
            "credentialSubject.hasClaim.awardedBy.awardingBody",
        ),
        (Element::Date, "2022-12-31T23:00:00Z", "validFrom"),
        (
            Element::Outcomes,
            "Developing digital content",
            "credentialSubject.hasClaim.specifiedBy.learningOutcome",
        ),
        (
            Element::Outcomes,
            "develop digital content",
            "credentialSubject.hasClaim.specifiedBy.learningOutcome.relatedESCOSkill",
        ),
        (
            Element::Workload,
            "2 (European Credit Transfer System)",
            "credentialSubject.hasClaim.specifiedBy.creditPoint",
        ),
        (
            Element::Workload,
            "PT60H",
            "credentialSubject.hasClaim.specifiedBy.volumeOfLearning",
        ),
        (
            Element::Level,
            "Level 6",
            "credentialSubject.hasClaim.specifiedBy.eqfLevel",
        ),
        (
            Element::Level,
            "RQF Level 6",
            "credentialSubject.hasClaim.specifiedBy.nqfLevel",
        ),
        (
            Element::AssessmentType,
            "artefact assessment",
            "credentialSubject.hasClaim.provenBy.specifiedBy.dcType",
        ),
        (
            Element::Participation,
            "Blended",
            "credentialSubject.hasClaim.influencedBy.specifiedBy.mode",
        ),
        (
            Element::Supervision,
            "Unsupervised without ID Verification",
            "credentialSubject.hasClaim.provenBy.idVerification",
        ),
        (
            Element::Grade,
            "Pass",
            "credentialSubject.hasClaim.provenBy.grade",
        ),
        (
            Element::Stackability,
            "false",
            "credentialSubject.hasClaim.specifiedBy.isPartialQualification",
        ),
    ] {
        let stated = stated(&report, element);
        assert!(
            stated.contains(&(value.to_owned(), member)),
            "{element:?}: {stated:?}"
        );
    }
    assert_eq!(stated(&report, Element::Prerequisites).len(), 1);
    assert_eq!(stated(&report, Element::QualityAssurance), []);
    assert_eq!(stated(&report, Element::FurtherInformation), []);
}
