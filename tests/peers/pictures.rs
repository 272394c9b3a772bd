//! Badges in pictures, each with the verdict of the badge by itself.

use assay::carrier::Carrier;
use assay::key::Algorithm;
use assay::{Evidence, Policy, Verdict, open, verify};
use serde_json::{Value, json};
use signing::Issuer;

use crate::badge::badge;
use crate::hosted;
use crate::picture::{itxt, ob3, packed_itxt, png, svg, text, ztxt};
use crate::support::now;

const KEYWORD: &str = "openbadgecredential";
/// Accents, a sign that Latin-1 has too, and braces that open and close nothing.
const NAME: &str = "Soudure « {niveau 2} » }{ ® \\\"é\\\"";

fn school() -> Issuer {
    Issuer::did_key("a school")
}

fn unsigned() -> Value {
    let mut badge = badge(school().id());
    badge["credentialSubject"]["achievement"]["name"] = json!(NAME);
    badge
}

fn signed() -> String {
    school().sign(unsigned()).unwrap().to_string()
}

fn token() -> String {
    let header = json!({"typ": "vc+jwt", "kid": school().method()});
    let token = school().token(Algorithm::EdDsa, &header, &unsigned());
    token.unwrap()
}

/// The picture's verdict is that of the badge, and its text came through whole.
#[track_caller]
fn assert_good(picture: &[u8], carrier: Carrier) {
    let policy = Policy::default();
    let opened = open(picture, &policy.bounds).unwrap_or_else(|why| panic!("{why:?}"));
    assert_eq!(opened.carrier, carrier);
    let credential = opened.credentials.only().unwrap();
    let report = verify(credential, &Evidence::none(), &policy, now());
    assert_eq!(report.verdict, Verdict::Unlisted);
    let achievement = report.claims.achievement.unwrap();
    assert_eq!(achievement.name.unwrap().value, NAME);
}

fn latin_1(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(c).unwrap()).collect()
}

/// A PNG is read as text: braces in strings, compressed `iTXt`, the payloads of tokens and accented text
/// break it.
#[test]
fn false_bad_12_every_badge_that_a_png_can_hold() {
    let (json, token) = (signed(), token());
    for chunk in [
        itxt(KEYWORD, json.as_bytes()),
        packed_itxt(KEYWORD, json.as_bytes()),
        ztxt(KEYWORD, json.as_bytes()),
        text(KEYWORD, json.as_bytes()),
        text(KEYWORD, &latin_1(&json)),
        itxt(KEYWORD, token.as_bytes()),
        packed_itxt(KEYWORD, token.as_bytes()),
    ] {
        assert_good(&png(&[chunk]), Carrier::Png);
    }
}

/// A legacy `tEXt` chunk that holds the address of a hosted badge.
#[test]
fn false_bad_12_a_png_that_holds_an_address() {
    let picture = png(&[text("openbadges", hosted::ASSERTION.as_bytes())]);
    let policy = Policy::default();
    let opened = open(&picture, &policy.bounds).unwrap();
    let credential = opened.credentials.only().unwrap();
    let report = verify(credential, &hosted::site(), &policy, now());
    assert_eq!(report.verdict, Verdict::Unlisted);
    assert_eq!(
        report.claims.achievement.unwrap().name.unwrap().value,
        "Welding"
    );
}

/// Of an SVG only the first piece of text is read, so that split text or CDATA is cut off.
#[test]
fn false_bad_13_an_svgs_text_however_it_is_split() {
    let badge = signed();
    let cdata = |text: &str| format!("<![CDATA[{text}]]>");
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let middle = badge.find("\"credentialSubject\"").unwrap();
    let (start, end) = badge.split_at(middle);
    for inside in [
        cdata(&badge),
        format!("\n  {}\n", cdata(&badge)),
        escaped(&badge),
        cdata(start) + &cdata(end),
        escaped(start) + &cdata(end),
        cdata(start) + "<!-- between -->" + &escaped(end),
        badge.replace('"', "&#34;"),
    ] {
        assert_good(ob3("", &inside).as_bytes(), Carrier::Svg);
    }
}

/// A `verify` attribute fails.
#[test]
fn false_bad_13_an_svgs_token_in_the_attribute() {
    let attribute = format!(" verify=\"{}\"", token());
    assert_good(ob3(&attribute, "").as_bytes(), Carrier::Svg);
    // Before 3.0, beside the assertion that is hosted there.
    let element = "openbadges:assertion xmlns:openbadges=\"http://openbadges.org\"";
    let assertion = hosted::assertion();
    let picture = svg(&format!(
        "<{element} verify=\"{}\"><![CDATA[{assertion}]]></openbadges:assertion>",
        hosted::ASSERTION
    ));
    let report = hosted::judge(&picture, &hosted::site());
    assert_eq!(report.verdict, Verdict::Unlisted);
}
