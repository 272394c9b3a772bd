//! What the badge says, altered, left out, added or hidden.

use assay::Verdict;
use serde_json::{Value, json};
use signing::Issuer;

use crate::signer::{SIGNERS, after, refused, take, verdict};
use crate::support::{self, sample};

#[test]
fn the_badge_itself_is_good_and_expired() {
    for signer in SIGNERS {
        assert_eq!(
            verdict(&signer.signed()),
            Verdict::Expired,
            "{:?}",
            signer.0
        );
    }
}

#[test]
fn altered_content() {
    after(|badge| badge["credentialSubject"]["achievement"]["name"] = json!("Deep-sea welding"));
    after(|badge| badge["credentialSubject"]["result"][0]["status"] = json!("Completed"));
    after(|badge| badge["validUntil"] = json!("2035-01-01T00:00:00Z"));
    after(|badge| badge["id"] = json!("https://badges.example/2"));
    after(|badge| badge["type"] = json!(["VerifiableCredential"]));
}

#[test]
fn members_left_out() {
    for member in [
        "validUntil",
        "credentialStatus",
        "validFrom",
        "issuer",
        "type",
        "id",
    ] {
        after(|badge| drop(take(badge, member)));
    }
}

#[test]
fn members_left_out_in_part() {
    after(|badge| drop(take(&mut badge["credentialStatus"], "statusPurpose")));
    after(|badge| badge["credentialSubject"]["result"] = json!([]));
}

#[test]
fn the_issuer_swapped() {
    let stranger = Issuer::did_key("a stranger");
    after(|badge| badge["issuer"]["id"] = json!(stranger.id()));
    after(|badge| badge["issuer"]["name"] = json!("A famous university"));
    after(|badge| badge["issuer"] = json!("did:web:famous.example"));
}

/// A double holds both numbers, so canonical JSON writes both alike.
#[test]
fn a_number_that_stands_for_others() {
    for signer in SIGNERS {
        let mut badge = signer.unsigned();
        badge["credentialSubject"]["achievement"]["creditsAvailable"] = json!(1);
        let mut badge = signer.sign(badge);
        badge["credentialSubject"]["achievement"]["creditsAvailable"] =
            json!(9_007_199_254_740_993_u64);
        refused(&badge);
    }
}

#[test]
fn members_that_the_signature_does_not_cover() {
    after(|badge| badge["honours"] = json!("with distinction"));
    after(|badge| badge["credentialSubject"]["achievement"]["grade"] = json!("A"));
    after(|badge| badge["credentialSubject"]["achievement"]["@nonsense"] = json!("A"));
    after(|badge| badge["proof"]["note"] = json!("checked"));
    // Identifiers that are no IRIs are dropped in silence, with everything said of them.
    after(|badge| {
        badge["evidence"] = json!({"id": "not an iri", "type": "Evidence", "name": "Forged"});
    });
    after(|badge| badge["evidence"] = json!({"id": "https://exa mple.com", "type": "Evidence"}));
    after(|badge| badge["evidence"] = json!({"id": "relative/path", "type": ["Evidence"]}));
}

/// The same statements under another name: the signature holds, and a reader of names sees less.
#[test]
fn hidden_under_an_iri() {
    let typed = |value: &Value| json!({"@value": value, "@type": "http://www.w3.org/2001/XMLSchema#dateTime"});
    after(|badge| {
        let until = take(badge, "validUntil");
        badge["https://www.w3.org/2018/credentials#validUntil"] = typed(&until);
    });
    after(|badge| {
        let status = take(badge, "credentialStatus");
        badge["https://www.w3.org/2018/credentials#credentialStatus"] = status;
    });
    after(|badge| {
        let result = take(&mut badge["credentialSubject"], "result");
        badge["credentialSubject"]["Result"] = result;
    });
}

/// The same statements about the same node, in another place of the document.
#[test]
fn hidden_in_another_mention_of_the_same_identifier() {
    after(|badge| {
        let until = take(badge, "validUntil");
        badge["refreshService"]["type"] = json!([
            "1EdTechCredentialRefresh",
            "VerifiableCredential",
            "OpenBadgeCredential"
        ]);
        badge["refreshService"]["validUntil"] = until;
    });
    after(|badge| {
        let all = badge.clone();
        *badge =
            json!({"@context": all["@context"], "@graph": [all], "type": ["VerifiableCredential"]});
    });
    after(|badge| {
        let included =
            json!([{"id": "https://badges.example/1", "validUntil": take(badge, "validUntil")}]);
        badge["@included"] = included;
    });
}

#[test]
fn a_repeated_member_is_no_badge() {
    let text = String::from_utf8(sample("minimal.json")).unwrap();
    let doubled = text.replacen("\"name\"", "\"name\": \"Another\", \"name\"", 1);
    assert_ne!(text, doubled);
    let nothing = assay::Evidence::none();
    assert_eq!(support::verdict(doubled.as_bytes(), &nothing), "unreadable");
}
