//! What is said of lists: whose word it is, and of when.

use assay::present::{Hallmark, english};
use assay::{Question, Report};
use serde_json::json;
use signing::Issuer;

use crate::list::*;

fn detail(report: &Report) -> String {
    english::detail(report.checks.get(Question::Status))
}

#[test]
fn a_clear_list_is_named_with_its_day() {
    let badge = signed_badge(entry("revocation", "1"));
    let report = judge(&badge, &served(revocations(&[])));
    assert_eq!(
        detail(&report),
        "The issuer's list at status.example, of 1 May 2026, doesn't have it."
    );
    assert_eq!(
        english::card::hallmark_note(Hallmark::InForce, &report),
        "by a list of 1 May 2026"
    );
}

#[test]
fn a_withdrawal_and_a_suspension_are_told_apart() {
    let both = json!(["revocation", "suspension"]);
    let list = served(list(&school(), both, &encoded(&bits(SHORTEST, &[1]))));
    for (purpose, headline, says) in [
        (
            "revocation",
            "Withdrawn by the issuer.",
            "says that it is withdrawn.",
        ),
        (
            "suspension",
            "Suspended by the issuer.",
            "says that it is suspended for now.",
        ),
    ] {
        let report = judge(&signed_badge(entry(purpose, "1")), &list);
        assert_eq!(english::headline(&report), headline);
        assert!(detail(&report).ends_with(says), "{}", detail(&report));
    }
}

#[test]
fn an_unsigned_list_is_its_sites_word_alone() {
    let badge = {
        let school = school();
        let mut badge = badge(
            &school,
            json!({"id": LIST, "type": "1EdTechRevocationList"}),
        );
        let extensions = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json";
        badge["@context"]
            .as_array_mut()
            .unwrap()
            .push(json!(extensions));
        school.sign(badge).unwrap().to_string()
    };
    let report = judge(&badge, &serving(r#"{"revokedCredential": []}"#));
    assert_eq!(
        detail(&report),
        "The list at status.example doesn't have it. Nobody signed the list, so this is that site's word alone."
    );
}

/// Whatever is left open, every reason has a sentence of its own and a next step.
#[test]
fn what_is_left_open_is_said() {
    let badge = signed_badge(entry("revocation", "1"));
    let stranger = Issuer::did_key("a stranger");
    let anothers = list(&stranger, "revocation", &encoded(&bits(SHORTEST, &[1])));
    let mut expired = revocations(&[]);
    expired["validUntil"] = json!("2026-05-20T00:00:00Z");
    let mut altered = school().sign(revocations(&[])).unwrap();
    altered["validFrom"] = json!("2026-05-02T00:00:00Z");
    for (evidence, says) in [
        (
            serving(&stranger.sign(anothers).unwrap().to_string()),
            "It says that the badge is withdrawn. That isn't the issuer's word.",
        ),
        (served(expired), "is out of date since 20 May 2026."),
        (
            serving(&altered.to_string()),
            "was changed after it was signed",
        ),
        (
            served(list(
                &school(),
                "suspension",
                &encoded(&bits(SHORTEST, &[])),
            )),
            "is not one of this kind (“revocation”).",
        ),
        (
            served(list(&school(), "revocation", &encoded(&[]))),
            "place 1 of 0.",
        ),
    ] {
        let report = judge(&badge, &evidence);
        assert!(detail(&report).contains(says), "{}", detail(&report));
        let status = report.checks.get(Question::Status);
        let next = english::next_step(&status.reason).unwrap_or_default();
        assert!(next.starts_with("Ask the issuer"), "{next}");
        assert_eq!(
            english::headline(&report),
            "Genuine signature; we couldn't check whether it was withdrawn."
        );
    }
}
