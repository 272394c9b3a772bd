//! What a forger can do to a token that an honest issuer signed.

use assay::key::KeyError;
use assay::{Outcome, Reason};
use serde_json::{Value, json};
use signing::base64url;

use crate::token::{
    Example, SIGNERS, badge, integrity, issuer, parts, refused, stranger, token, verdict,
};

#[test]
fn altered_content_and_altered_signatures() {
    for (algorithm, kind) in SIGNERS {
        let issuer = issuer(kind);
        let header = json!({"kid": issuer.method()});
        let good = issuer
            .token(algorithm, &header, &badge(issuer.id()))
            .unwrap();
        let [head, payload, signature] = parts(&good);
        let mut altered = badge(issuer.id());
        altered["credentialSubject"]["achievement"]["name"] = json!("Brain surgery");
        let mut added = badge(issuer.id());
        added["credentialSubject"]["grade"] = json!("A");
        let mut swapped = badge(issuer.id());
        swapped["issuer"]["name"] = json!("A famous university");
        for forged in [altered, added, swapped] {
            refused(&format!(
                "{head}.{}.{signature}",
                base64url(forged.to_string())
            ));
        }
        let other = issuer
            .token(algorithm, &header, &json!({"other": 1}))
            .unwrap();
        refused(&format!("{head}.{payload}.{}", parts(&other)[2]));
        let bytes = signature.len();
        for wrong in [
            String::new(),
            signature[..bytes - 4].to_owned(),
            format!("{signature}AAAA"),
            format!("AAAA{signature}"),
            "A".repeat(bytes),
        ] {
            refused(&format!("{head}.{payload}.{wrong}"));
        }
    }
}

#[test]
fn a_strangers_signature_under_the_issuers_name() {
    for (algorithm, kind) in SIGNERS {
        let (issuer, stranger) = (issuer(kind), stranger(kind));
        for header in [
            json!({"kid": issuer.method()}),
            json!({"kid": stranger.method()}),
            json!({"kid": format!("{}#{}", issuer.id(), &stranger.id()[8..])}),
            json!({"jwk": stranger.jwk().unwrap()}),
            json!({"jwk": stranger.jwk().unwrap(), "kid": issuer.method()}),
            json!({"jwk": stranger.jwk().unwrap(), "kid": "#0"}),
            json!({}),
        ] {
            let forged = stranger
                .token(algorithm, &header, &badge(issuer.id()))
                .unwrap();
            assert_eq!(verdict(&forged), "invalid", "{algorithm:?} {header}");
        }
    }
}

/// The stranger as the token's issuer, the honest one as the credential's.
#[test]
fn an_issuer_in_the_claim_and_another_in_the_credential() {
    let example = Example::new();
    let stranger = stranger(assay::key::KeyKind::P256);
    let mut payload = badge(example.issuer.id());
    payload["iss"] = json!(stranger.id());
    let header = json!({"kid": stranger.method()});
    let algorithm = assay::key::Algorithm::Es256;
    refused(&stranger.token(algorithm, &header, &payload).unwrap());
    // Signed by the honest issuer, it still says two things at once.
    let token = example
        .issuer
        .token(algorithm, &example.header, &payload)
        .unwrap();
    let (claim, member) = ("iss", "issuer");
    let expected = Reason::ContradictingClaim { claim, member };
    assert_eq!(integrity(&token), (Outcome::Unknown, expected));
}

#[test]
fn no_algorithm_and_those_of_shared_secrets() {
    let example = Example::new();
    for name in ["none", "None", "NONE", "HS256", "HS384", "HS512", "hs256"] {
        let header = json!({"alg": name, "kid": example.issuer.method()});
        for signature in ["", "AAAA"] {
            let forged = token(&header, &example.payload, signature);
            let name = name.to_owned();
            let refused = Reason::RefusedAlgorithm { name };
            assert_eq!(integrity(&forged), (Outcome::Fail, refused));
        }
    }
}

#[test]
fn an_algorithm_that_is_not_known_or_not_the_keys() {
    let example = Example::new();
    let good = example.signed();
    let relabelled = |name: &str| {
        let header = json!({"alg": name, "typ": "JWT", "kid": example.issuer.method()});
        token(&header, &example.payload, parts(&good)[2])
    };
    let name = "ES512".to_owned();
    let unknown = Reason::UnsupportedSuite { name };
    assert_eq!(integrity(&relabelled("ES512")), (Outcome::Unknown, unknown));
    for (algorithm, _) in SIGNERS
        .iter()
        .filter(|(algorithm, _)| algorithm.name() != "ES256")
    {
        let (outcome, reason) = integrity(&relabelled(algorithm.name()));
        assert_eq!((outcome, reason.code()), (Outcome::Unknown, "unfit-key"));
    }
}

#[test]
fn tokens_made_for_something_else() {
    let mut example = Example::new();
    for typ in [
        "at+jwt",
        "vp+jwt",
        "kb+jwt",
        "dc+sd-jwt",
        "application/json",
    ] {
        example.header["typ"] = json!(typ);
        let name = typ.to_owned();
        let expected = (Outcome::Fail, Reason::WrongTokenType { name });
        assert_eq!(integrity(&example.signed()), expected);
    }
    let mut example = Example::new();
    example.header["cty"] = json!("vp");
    refused(&example.signed());
}

#[test]
fn headers_that_ask_for_what_is_not_known() {
    let mut example = Example::new();
    example.header["crit"] = json!(["exp"]);
    example.header["exp"] = json!(1);
    let names = vec!["exp".to_owned()];
    let expected = (Outcome::Unknown, Reason::CriticalMembers { names });
    assert_eq!(integrity(&example.signed()), expected);
    for crit in [json!([]), json!(["kid"]), json!("exp"), json!(["absent"])] {
        example.header["crit"] = crit;
        assert_eq!(verdict(&example.signed()), "unreadable");
    }
    let mut example = Example::new();
    example.header["b64"] = json!(false);
    assert_eq!(verdict(&example.signed()), "unreadable");
}

#[test]
fn keys_that_are_elsewhere_are_not_followed() {
    let mut example = Example::new();
    let stranger = stranger(assay::key::KeyKind::P256);
    example.header["jku"] = json!("https://stranger.example/jwks.json");
    example.header["x5u"] = json!("https://stranger.example/certificate");
    assert_eq!(verdict(&example.signed()), "unlisted");
    let algorithm = assay::key::Algorithm::Es256;
    refused(
        &stranger
            .token(algorithm, &example.header, &example.payload)
            .unwrap(),
    );
}

#[test]
fn a_key_that_was_published_with_its_private_part() {
    let example = Example::new();
    let mut jwk = example.issuer.jwk().unwrap();
    jwk["d"] = json!("AAAA");
    for header in [
        json!({"jwk": jwk}),
        json!({"jwk": jwk, "kid": example.issuer.method()}),
    ] {
        let algorithm = assay::key::Algorithm::Es256;
        let token = example
            .issuer
            .token(algorithm, &header, &example.payload)
            .unwrap();
        let expected = Reason::UnsupportedKey(KeyError::Private);
        assert_eq!(integrity(&token), (Outcome::Fail, expected));
    }
}

#[test]
fn other_spellings_of_the_same_parts() {
    let good = Example::new().signed();
    let [header, payload, signature] = parts(&good);
    for forged in [
        format!("{header}=.{payload}.{signature}"),
        format!("{header}.{payload}=.{signature}"),
        format!("{header}.{payload}.{signature}=="),
        format!("{header}.{payload}.{signature}."),
        format!("{header}.{payload}"),
        format!("{header}..{signature}"),
        format!(".{payload}.{signature}"),
    ] {
        refused(&forged);
    }
}

#[test]
fn members_that_stand_twice() {
    let example = Example::new();
    let mut payload = example.payload.to_string();
    payload.insert_str(1, "\"issuer\":\"did:example:other\",");
    let header = base64url(json!({"alg": "ES256", "kid": example.issuer.method()}).to_string());
    assert_eq!(
        verdict(&format!("{header}.{}.AAAA", base64url(payload))),
        "unreadable"
    );
    let header = base64url("{\"alg\":\"none\",\"alg\":\"ES256\"}");
    let payload = base64url(example.payload.to_string());
    assert_eq!(verdict(&format!("{header}.{payload}.AAAA")), "unreadable");
}

/// PEERS: what is shown differs from what is signed.
#[test]
fn an_edited_copy_of_the_decoded_token_is_unsigned() {
    let edited: Value = Example::new().payload;
    assert_eq!(verdict(&edited.to_string()), "unconfirmed");
}
