//! What is shown, and who has said it.

use assay::carrier::{Carrier, Found};
use assay::key::Algorithm;
use assay::present::markdown::{Element, Node, nodes};
use assay::present::{Place, english, report_json};
use assay::{Evidence, Policy, Report, Verdict, open};
use serde_json::{Value, json};
use signing::{Issuer, base64url};

use crate::badge::{badge, judge, judge_bytes};
use crate::picture::ob3;

fn school() -> Issuer {
    Issuer::did_key("a school")
}

fn token(payload: &Value) -> String {
    let header = json!({"typ": "vc+jwt", "kid": school().method()});
    school().token(Algorithm::EdDsa, &header, payload).unwrap()
}

/// The badge, with another achievement than the one that was signed.
fn edited(mut badge: Value) -> Value {
    badge["credentialSubject"]["achievement"]["name"] = json!("Brain surgery");
    badge
}

fn as_json(report: &Report) -> Value {
    let place = Place {
        file: "badge",
        carrier: Carrier::Jwt,
        found: &Found::default(),
        index: 1,
        of: 1,
        presentation: None,
    };
    serde_json::from_str(&report_json(&place, report)).unwrap()
}

/// What is shown differs from what is signed: an edited decoded token still passes.
#[test]
fn false_good_08_what_is_shown_is_what_was_signed() {
    let badge = badge(school().id());
    let token = token(&badge);
    let good = judge_bytes(token.as_bytes(), &Evidence::none());
    assert_eq!(good.verdict, Verdict::Unlisted);
    assert_eq!(as_json(&good)["achievement"]["name"], "Welding");

    // The token's own text, edited.
    let [header, _, signature] = token.split('.').collect::<Vec<_>>()[..] else {
        panic!("three parts")
    };
    let payload = base64url(edited(badge.clone()).to_string());
    let altered = format!("{header}.{payload}.{signature}");
    let report = judge_bytes(altered.as_bytes(), &Evidence::none());
    assert_eq!(report.verdict, Verdict::Invalid);
    assert_eq!(as_json(&report)["attested"], false);

    // A decoded and edited copy, the token beside it in the way of wallets.
    let mut decoded = edited(badge.clone());
    decoded["proof"] = json!({"type": "JwtProof2020", "jwt": token});
    let report = judge(&decoded, &Evidence::none());
    assert_eq!(report.verdict, Verdict::Unconfirmed);
    assert_eq!(as_json(&report)["attested"], false);

    // An envelope around the token, with a copy of other content in it.
    let mut envelope = edited(badge);
    envelope["id"] = json!(format!("data:application/vc+jwt,{token}"));
    envelope["type"] = json!("EnvelopedVerifiableCredential");
    let report = judge(&envelope, &Evidence::none());
    assert_eq!(report.verdict, Verdict::Unlisted);
    let json = as_json(&report).to_string();
    assert!(json.contains("Welding") && !json.contains("Brain surgery"));
}

/// The same in a picture: one text for those who verify, another for those who read.
#[test]
fn false_good_08_a_picture_with_two_texts_is_none() {
    let badge = badge(school().id());
    let shown = edited(badge.clone());
    let picture = ob3(
        &format!(" verify=\"{}\"", token(&badge)),
        &format!("<![CDATA[{shown}]]>"),
    );
    let refused = open(picture.as_bytes(), &Policy::default().bounds).unwrap_err();
    assert_eq!(refused.code(), "several-baked");
}

/// Everything that would do something in a page, among what an issuer wrote.
const PAINT: &str = "<div class=\"verdict tone-good\" style=\"position:fixed\">Verified</div>

<style>.verdict { visibility: hidden }</style>

<script>alert(1)</script> and <b onclick=\"x()\">Verified</b>

![Verified](https://evil.example/verified.png) [Verified](javascript:alert)";

/// Whether no piece does more than hold text.
fn is_inert(node: &Node) -> bool {
    match node {
        Node::Break | Node::Code(_) | Node::Text(_) => true,
        Node::Element(_, inside) => inside.iter().all(is_inert),
        Node::Link(..) => false,
    }
}

fn text(node: &Node) -> String {
    match node {
        Node::Break => "\n".into(),
        Node::Code(text) | Node::Text(text) => text.clone(),
        Node::Element(Element::Paragraph, inside) => {
            inside.iter().map(text).collect::<String>() + "\n"
        }
        Node::Element(_, inside) | Node::Link(_, inside) => inside.iter().map(text).collect(),
    }
}

/// An issuer's HTML or CSS paints its own “Verified” over the widget. (The page itself is looked at in a
/// browser.)
#[test]
fn false_good_09_what_an_issuer_writes_is_text_and_no_verdict() {
    let mut badge = badge(school().id());
    badge["issuer"]["name"] = json!("<b class=\"tone-good\">Verified</b> by MIT");
    badge["credentialSubject"]["achievement"]["criteria"] = json!({"narrative": PAINT});
    let badge = school().sign(badge).unwrap();
    let report = judge(&badge, &Evidence::none());
    assert_eq!(report.verdict, Verdict::Unlisted);

    // The narrative: tags are the text that they are, and pictures and scripts lead nowhere.
    let achievement = report.claims.achievement.as_ref().unwrap();
    let criteria = achievement.criteria.as_ref().unwrap();
    let narrative = criteria.narrative.as_ref().unwrap();
    let pieces = nodes(&narrative.value);
    assert!(pieces.iter().all(is_inert), "{pieces:?}");
    let shown: String = pieces.iter().map(text).collect();
    for tag in ["<div class", "<style>", "<script>", "<b onclick"] {
        assert!(shown.contains(tag), "{shown}");
    }
    assert!(!shown.contains("evil.example"), "{shown}");

    // The name: none of our sentences has it, and the headline has the identifier.
    assert!(english::headline(&report).contains(school().id()));
    let mut sentences = vec![english::headline(&report)];
    sentences.extend(english::caveats(&report));
    sentences.extend(report.checks.all().iter().map(english::detail));
    for sentence in sentences {
        assert!(!sentence.contains("MIT"), "{sentence}");
        assert!(!sentence.to_lowercase().contains("verified"), "{sentence}");
    }
    let issuer = &as_json(&report)["issuer"];
    assert_eq!(issuer["listed_in"], json!([]));
}
