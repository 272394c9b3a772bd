use serde_json::json;

use super::*;

/// A disclosure's text, and its digest.
fn disclosure(content: &Value) -> (String, String) {
    let text = Base64UrlUnpadded::encode_string(content.to_string().as_bytes());
    let digest = Base64UrlUnpadded::encode_string(&HashAlgorithm::Sha256.digest(&text));
    (text, digest)
}

fn apply(payload: &Value, disclosures: &[&str]) -> Result<Disclosed, MalformedDisclosure> {
    disclose(
        payload.as_object().unwrap(),
        disclosures,
        &Bounds::default(),
    )
}

/// What is shown, and how much is withheld.
fn shown(payload: &Value, disclosures: &[&str]) -> Result<(Value, usize), MalformedDisclosure> {
    apply(payload, disclosures).map(|it| (Value::Object(it.payload), it.withheld))
}

/// RFC 9901, section 4.2.1: the same JSON, with its white space.
#[test]
fn the_standards_example() {
    let text = "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0";
    let payload = json!({"_sd": ["X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0"]});
    assert_eq!(
        shown(&payload, &[text]),
        Ok((json!({"family_name": "Möbius"}), 0))
    );
}

#[test]
fn members_and_items_return_to_their_places() {
    let (member, member_digest) = disclosure(&json!(["salt", "name", "Ada"]));
    let (item, item_digest) = disclosure(&json!(["salt", "welding"]));
    let payload = json!({
        "_sd_alg": "sha-256",
        "iss": "did:example:1",
        "subject": {"_sd": ["decoy", member_digest]},
        "skills": ["first", {"...": item_digest}, {"...": "withheld"}],
    });
    let expected = json!({
        "iss": "did:example:1",
        "subject": {"name": "Ada"},
        "skills": ["first", "welding"],
    });
    assert_eq!(shown(&payload, &[&member, &item]), Ok((expected, 2)));
}

#[test]
fn a_disclosure_may_hold_others() {
    let (inner, inner_digest) = disclosure(&json!(["salt", "street", "Main"]));
    let (outer, outer_digest) = disclosure(&json!(["salt", "address", {"_sd": [inner_digest]}]));
    let payload = json!({"_sd": [outer_digest]});
    let expected = json!({"address": {"street": "Main"}});
    assert_eq!(shown(&payload, &[&inner, &outer]), Ok((expected, 0)));
    // Without the outer one nothing stands for the inner one.
    assert_eq!(
        shown(&payload, &[&inner]),
        Err(MalformedDisclosure::Unreferenced)
    );
}

#[test]
fn refuses_what_the_issuer_did_not_sign() {
    let (stranger, _) = disclosure(&json!(["salt", "degree", "PhD"]));
    let (genuine, digest) = disclosure(&json!(["salt", "degree", "BSc"]));
    let payload = json!({"_sd": [digest]});
    assert_eq!(
        shown(&payload, &[&stranger]),
        Err(MalformedDisclosure::Unreferenced)
    );
    assert_eq!(
        shown(&payload, &[&genuine, &stranger]),
        Err(MalformedDisclosure::Unreferenced)
    );
    assert_eq!(
        shown(&payload, &[&genuine, &genuine]),
        Err(MalformedDisclosure::DigestRepeated)
    );
}

#[test]
fn refuses_a_digest_in_two_places() {
    let (text, digest) = disclosure(&json!(["salt", "degree", "BSc"]));
    let payload = json!({"_sd": [digest], "other": {"_sd": [digest]}});
    assert_eq!(
        shown(&payload, &[&text]),
        Err(MalformedDisclosure::DigestRepeated)
    );
    assert_eq!(
        shown(&json!({"_sd": ["a", "a"]}), &[]),
        Err(MalformedDisclosure::DigestRepeated)
    );
}

#[test]
fn refuses_a_member_that_is_there_already_or_has_a_reserved_name() {
    let (text, digest) = disclosure(&json!(["salt", "iss", "did:example:other"]));
    assert_eq!(
        shown(&json!({"iss": "did:example:1", "_sd": [digest]}), &[&text]),
        Err(MalformedDisclosure::ClaimExists { name: "iss".into() })
    );
    for name in [DIGESTS, HIDDEN_ITEM] {
        let (text, digest) = disclosure(&json!(["salt", name, []]));
        assert_eq!(
            shown(&json!({"_sd": [digest]}), &[&text]),
            Err(MalformedDisclosure::ReservedName)
        );
    }
}

#[test]
fn refuses_a_disclosure_in_the_place_of_the_other_kind() {
    let (item, item_digest) = disclosure(&json!(["salt", "welding"]));
    let (member, member_digest) = disclosure(&json!(["salt", "name", "Ada"]));
    for (payload, text) in [
        (json!({"_sd": [item_digest]}), item),
        (json!({"list": [{"...": member_digest}]}), member),
    ] {
        assert_eq!(
            shown(&payload, &[&text]),
            Err(MalformedDisclosure::NotADisclosure)
        );
    }
}

#[test]
fn refuses_what_is_no_disclosure() {
    let encode = |text: &str| Base64UrlUnpadded::encode_string(text.as_bytes());
    let broken = JsonError::Truncated { line: 1, column: 1 };
    for (text, expected) in [
        ("*".to_owned(), MalformedDisclosure::Encoding),
        (encode("["), MalformedDisclosure::Json(broken)),
        (encode("{}"), MalformedDisclosure::NotADisclosure),
        (encode("[]"), MalformedDisclosure::NotADisclosure),
        (encode("[1,2]"), MalformedDisclosure::NotADisclosure),
        (encode("[\"salt\"]"), MalformedDisclosure::NotADisclosure),
        (
            encode("[\"salt\",1,2]"),
            MalformedDisclosure::NotADisclosure,
        ),
        (
            encode("[\"salt\",\"a\",2,3]"),
            MalformedDisclosure::NotADisclosure,
        ),
    ] {
        assert_eq!(shown(&json!({}), &[&text]), Err(expected), "{text}");
    }
}

#[test]
fn refuses_a_payload_of_another_form() {
    for payload in [
        json!({"_sd": "digest"}),
        json!({"_sd": [1]}),
        json!({"_sd_alg": 1}),
        json!({"list": [{"...": "digest", "more": 1}]}),
        json!({"list": [{"...": 1}]}),
        json!({"place": {"...": "digest"}}),
    ] {
        assert_eq!(
            shown(&payload, &[]),
            Err(MalformedDisclosure::Payload),
            "{payload}"
        );
    }
    let name = "sha3-256".to_owned();
    assert_eq!(
        shown(&json!({"_sd_alg": name}), &[]),
        Err(MalformedDisclosure::UnsupportedHash { name })
    );
}

#[test]
fn bounds_depth_and_count() {
    let limit = Bounds::default().json_depth;
    let mut texts = Vec::new();
    let mut digest = String::from("innermost");
    for _ in 0..=limit {
        let (text, outer) = disclosure(&json!(["salt", "a", {"_sd": [digest]}]));
        texts.push(text);
        digest = outer;
    }
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    assert_eq!(
        shown(&json!({"_sd": [digest]}), &texts),
        Err(MalformedDisclosure::TooDeep { limit })
    );
    let limit = Bounds::default().disclosures;
    assert_eq!(
        shown(&json!({}), &vec![""; limit + 1]),
        Err(MalformedDisclosure::TooMany { limit })
    );
}
