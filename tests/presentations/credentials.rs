//! Each credential of a presentation is read and judged for itself.

use assay::policy::Bounds;
use assay::{Evidence, Unreadable};
use serde_json::{Value, json};
use signing::Issuer;

use crate::made::{judge, presentation, presentation_of, signed, verdicts};
use crate::support::verdict;

#[test]
fn one_credential() {
    let file = presentation(vec![signed("one")]);
    assert_eq!(verdicts(&file), ["unlisted"]);
    // A single entry needs no list.
    let mut file = file;
    file["verifiableCredential"] = signed("one");
    assert_eq!(verdicts(&file), ["unlisted"]);
}

#[test]
fn three_credentials_of_which_one_was_altered_and_one_is_unsigned() {
    let mut altered = signed("altered");
    altered["credentialSubject"]["achievement"]["name"] = json!("Another");
    let mut unsigned = signed("unsigned");
    unsigned.as_object_mut().unwrap().remove("proof");
    let file = presentation(vec![signed("good"), altered, unsigned]);
    assert_eq!(verdicts(&file), ["unlisted", "invalid", "unconfirmed"]);
}

/// What cannot be read gets its reason, and spoils nothing.
#[test]
fn entries_that_cannot_be_read() {
    let entries = [
        (json!({"name": "no credential"}), "not-a-credential"),
        (json!(5), "not-a-credential"),
        (json!("hello"), "not-a-credential"),
        (json!({"type": "Assertion"}), "not-a-credential"),
        (presentation(vec![signed("inside")]), "presentation-inside"),
        (
            json!({
                "type": "EnvelopedVerifiablePresentation",
                "id": "data:application/vp+jwt,eyJhbGciOiJFUzI1NiJ9.e30.AA",
            }),
            "presentation-inside",
        ),
        (
            json!({"type": "EnvelopedVerifiableCredential", "id": "https://example.com/c"}),
            "envelope-without-content",
        ),
        (
            json!({"type": "EnvelopedVerifiableCredential", "id": "data:text/html,<p>"}),
            "envelope-media-type",
        ),
    ];
    let mut file = vec![signed("before")];
    file.extend(entries.iter().map(|(entry, _)| entry.clone()));
    file.push(signed("after"));
    let mut expected = vec!["unlisted".to_owned()];
    expected.extend(
        entries
            .iter()
            .map(|(_, code)| format!("unreadable: {code}")),
    );
    expected.push("unlisted".to_owned());
    assert_eq!(verdicts(&presentation(file)), expected);
}

#[test]
fn a_presentation_without_credentials() {
    let mut none = presentation(vec![]);
    let refused = |file: &Value| judge(file, &Evidence::none()).unwrap_err();
    assert_eq!(refused(&none), Unreadable::BarePresentation);
    none["verifiableCredential"] = json!(null);
    assert_eq!(refused(&none), Unreadable::BarePresentation);
    none.as_object_mut().unwrap().remove("verifiableCredential");
    assert_eq!(refused(&none), Unreadable::BarePresentation);
}

#[test]
fn more_credentials_than_are_checked() {
    let limit = Bounds::default().credentials;
    let file = |count: usize| presentation(vec![json!({"type": "VerifiableCredential"}); count]);
    assert_eq!(verdicts(&file(limit)).len(), limit);
    assert_eq!(
        judge(&file(limit + 1), &Evidence::none()).unwrap_err(),
        Unreadable::TooManyCredentials { limit }
    );
}

/// Neither the holder's signature nor its failing changes what is known of a credential.
#[test]
fn the_holders_proof_lifts_and_lowers_nothing() {
    let holder = Issuer::did_key("holder");
    let mut altered = signed("altered");
    altered["validFrom"] = json!("2023-01-01T00:00:00Z");
    let entries = vec![signed("good"), altered];
    let expected = ["unlisted", "invalid"];
    let unsigned = presentation_of(&holder, entries);
    let signed = holder.present(unsigned.clone()).unwrap();
    let mut broken = signed.clone();
    broken["id"] = json!("urn:example:another");
    for file in [unsigned, signed, broken] {
        assert_eq!(verdicts(&file), expected, "{file}");
    }
}

/// A credential gets the same verdict in a presentation and alone, whatever the presentation says
/// around it.
#[test]
fn a_credential_is_judged_as_the_document_that_it_is() {
    let alone = signed("alone");
    let mut file = presentation(vec![alone.clone()]);
    file["@context"] = json!(["https://example.com/unknown"]);
    file["expirationDate"] = json!("2000-01-01T00:00:00Z");
    assert_eq!(
        verdicts(&file),
        [verdict(alone.to_string().as_bytes(), &Evidence::none())]
    );
}

/// A credential that names a context of the presentation's as its own is not signed under it.
#[test]
fn a_credential_without_contexts_borrows_none() {
    let mut bare = signed("bare");
    bare.as_object_mut().unwrap().remove("@context");
    assert_eq!(verdicts(&presentation(vec![bare])), ["unconfirmed"]);
}

/// Each proof is a reason to look at the whole credential again, so they are counted over the file.
#[test]
fn more_signed_values_than_are_checked() {
    let limit = Bounds::default().presented_values;
    let mut many = signed("many");
    many["proof"] = json!(vec![many["proof"].clone(); 16]);
    let file = |count: usize| presentation(vec![many.clone(); count]);
    assert!(judge(&file(1), &Evidence::none()).is_ok());
    let values = many.to_string().matches(':').count() * 16;
    let refused = judge(&file(limit / values + 20), &Evidence::none());
    assert_eq!(refused.unwrap_err(), Unreadable::TooCostly);
}
