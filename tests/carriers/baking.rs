//! What is baked comes out byte for byte, and nothing else of the picture changes.

use assay::carrier::bake::{NotBaked, bake, bake_png, bake_svg, extract};
use assay::carrier::{FileKind, PngError, SvgError, Unreadable};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::build::{self, chunk, itxt, ob3, png, stored, svg, zip, ztxt};
use super::{badge, bounds, opened, text};

/// Tokens by their form; nobody signed them. Their payloads are those of the name.
fn token(payload: &Value) -> String {
    use base64ct::{Base64UrlUnpadded, Encoding as _};
    let part = |json: &Value| Base64UrlUnpadded::encode_string(json.to_string().as_bytes());
    format!("{}.{}.AA", part(&json!({"alg": "EdDSA"})), part(payload))
}

fn exact(picture: &[u8]) -> Vec<u8> {
    extract(picture, &bounds()).unwrap().text
}

#[test]
fn the_keyword_and_namespace_of_each_generation() {
    let ob3 = json!({"type": ["VerifiableCredential", "OpenBadgeCredential"]});
    let clr = json!({"type": ["VerifiableCredential", "ClrCredential"]});
    let ob2 = json!({"type": "Assertion"});
    let inside = json!({"vc": ob3});
    for (text, keyword, element) in [
        (
            ob3.to_string(),
            "openbadgecredential",
            "openbadges:credential",
        ),
        (
            token(&ob3),
            "openbadgecredential",
            "openbadges:credential verify",
        ),
        (
            token(&inside),
            "openbadgecredential",
            "openbadges:credential verify",
        ),
        (clr.to_string(), "clrcredential", "clr:credential"),
        (token(&clr), "clrcredential", "clr:credential verify"),
        (ob2.to_string(), "openbadges", "openbadges:assertion"),
        (token(&ob2), "openbadges", "openbadges:assertion verify"),
        (
            " https://badges.example/1?a=b&c=d\r\n\t".to_owned(),
            "openbadges",
            "openbadges:assertion verify",
        ),
    ] {
        let baked = bake(&png(&[]), text.as_bytes(), &bounds()).unwrap();
        let found = super::text(&baked).found.path();
        assert_eq!(found, Some(format!("iTXt {keyword}")));
        assert_eq!(exact(&baked), text.as_bytes());

        let baked = bake(svg("").as_bytes(), text.as_bytes(), &bounds()).unwrap();
        assert_eq!(super::text(&baked).found.path().as_deref(), Some(element));
        assert_eq!(exact(&baked), text.as_bytes());
    }
}

#[test]
fn a_baked_badge_still_verifies() {
    let badge = badge();
    for picture in [png(&[]), svg("").into_bytes()] {
        let baked = bake(&picture, badge.as_bytes(), &bounds()).unwrap();
        let verdict = super::support::verdict(&baked, &assay::Evidence::none());
        assert_eq!(verdict, "unlisted");
    }
}

#[test]
fn earlier_badges_are_replaced() {
    let badge = badge();
    let software = build::text("Software", b"A program");
    let earlier = [
        itxt("openbadges", b"{}"),
        software.clone(),
        ztxt("openbadgecredential", b"{}"),
        build::text("clrcredential", b"{}"),
    ];
    let baked = bake_png(&png(&earlier), badge.as_bytes(), &bounds()).unwrap();
    let expected = png(&[itxt("openbadgecredential", badge.as_bytes()), software]);
    assert_eq!(baked, expected);

    let old = "<o:assertion xmlns:o=\"http://openbadges.org\">{}</o:assertion>";
    let older = "<o:credential xmlns:o=\"https://purl.imsglobal.org/clr/v2p0\" verify=\"x\"/>";
    let picture = svg(&format!("<g/>{old}<g>{older}</g>"));
    let baked = bake_svg(picture.as_bytes(), badge.as_bytes(), &bounds()).unwrap();
    let clean = bake_svg(svg("<g/><g></g>").as_bytes(), badge.as_bytes(), &bounds()).unwrap();
    assert_eq!(String::from_utf8(baked), String::from_utf8(clean));
}

#[test]
fn nothing_else_of_an_svg_changes() {
    let badge = badge();
    for picture in [
        svg("<title>é &amp; <![CDATA[<]]></title>"),
        format!("<?xml version=\"1.0\"?>\n<!-- x -->\n{}\n", svg("")),
        "<svg xmlns=\"http://www.w3.org/2000/svg\" />".to_owned(),
        "<s:svg\nxmlns:s=\"http://www.w3.org/2000/svg\"/>".to_owned(),
    ] {
        let baked = bake_svg(picture.as_bytes(), badge.as_bytes(), &bounds()).unwrap();
        let baked = String::from_utf8(baked).unwrap();
        assert_eq!(exact(baked.as_bytes()), badge.as_bytes());
        assert_eq!(opened(baked.as_bytes()).found.oddities, []);
        let from = baked.find("<openbadges:credential").unwrap();
        let end = "</openbadges:credential>";
        let to = baked.find(end).unwrap() + end.len();
        let without = format!("{}{}", &baked[..from], &baked[to..]);
        match picture.strip_suffix("/>") {
            Some(open) => assert!(without.starts_with(&format!("{open}></")), "{without}"),
            None => assert_eq!(without, picture),
        }
    }
}

/// Drawing programs declare older encodings, in pictures that are ASCII throughout.
#[test]
fn accents_in_a_picture_of_another_encoding() {
    let badge =
        json!({"type": ["VerifiableCredential", "OpenBadgeCredential"], "name": "é\u{2019}ü"});
    let badge = badge.to_string();
    let picture = format!("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>{}", svg(""));
    let baked = bake_svg(picture.as_bytes(), badge.as_bytes(), &bounds()).unwrap();
    assert!(baked.is_ascii());
    assert_eq!(exact(&baked), badge.as_bytes());
}

#[test]
fn what_cannot_be_baked() {
    let badge = badge();
    let refused = |picture: &[u8], text: &[u8]| bake(picture, text, &bounds()).unwrap_err();
    for text in [
        &b"{}"[..],
        b"[]",
        b"{\"type\": ",
        b"hello",
        b"https://somebody@badges.example/1",
        b"eyJ.e30.AA",
        &png(&[]),
    ] {
        assert_eq!(refused(&png(&[]), text), NotBaked::NotABadge);
    }
    assert_eq!(
        refused(b"\xff\xd8\xff\xe0", badge.as_bytes()),
        NotBaked::NotAPicture(FileKind::Jpeg)
    );
    let whole = png(&[]);
    let last = whole.len() - 12;
    assert_eq!(
        refused(&whole[..last], badge.as_bytes()),
        NotBaked::Picture(Unreadable::Png(PngError::Cut { offset: last }))
    );
    let headless = [build::SIGNATURE, &chunk(b"IEND", b"")].concat();
    assert_eq!(
        refused(&headless, badge.as_bytes()),
        NotBaked::Picture(Unreadable::Png(PngError::NotAChunk { offset: 8 }))
    );
    assert_eq!(
        refused(
            svg("").trim_end_matches("</svg>").as_bytes(),
            badge.as_bytes()
        ),
        NotBaked::Picture(Unreadable::Svg(SvgError::Truncated))
    );
    // The name of an SVG alone, in a text.
    let other = "<picture title=\"a:svg\"/>";
    assert_eq!(
        refused(other.as_bytes(), badge.as_bytes()),
        NotBaked::NotAPicture(FileKind::Xml)
    );
    let odd = "{\"type\": \"Assertion\", \"name\": \"\u{ffff}\"}";
    assert_eq!(
        refused(svg("").as_bytes(), odd.as_bytes()),
        NotBaked::Character {
            character: '\u{ffff}'
        }
    );
    let limit = bounds().file_bytes;
    let large = png(&[chunk(b"IDAT", &vec![0; limit - 100])]);
    assert_eq!(
        refused(&large, badge.as_bytes()),
        NotBaked::TooLarge { limit }
    );
}

#[test]
fn extracts_from_every_carrier_and_one_badge_alone() {
    let badge = badge();
    assert_eq!(exact(badge.as_bytes()), badge.as_bytes());
    let picture = ob3("", &format!("<![CDATA[{badge}]]>"));
    assert_eq!(exact(picture.as_bytes()), badge.as_bytes());
    let one = stored("a.json", badge.as_bytes());
    assert_eq!(
        exact(&zip(&[one.clone(), stored("a.txt", b"x")])),
        badge.as_bytes()
    );
    assert_eq!(
        extract(&zip(&[one.clone(), one]), &bounds()),
        Err(Unreadable::Several { count: 2 })
    );
    assert_eq!(
        extract(&png(&[]), &bounds()),
        Err(Unreadable::NothingBaked(FileKind::Png))
    );
}

/// A badge's text with anything in it that JSON can hold, and white space of every kind around it.
fn badge_text() -> impl Strategy<Value = String> {
    let string = prop_oneof![
        any::<String>(),
        Just("]]>".to_owned()),
        Just("]]]]>>&lt;<![CDATA[".to_owned()),
        "[\\]>&<'\"]{0,8}",
    ]
    .prop_filter("XML has no such characters", |text| {
        !text.contains(['\u{fffe}', '\u{ffff}'])
    });
    let space = "[ \t\r\n]{0,4}";
    (space, string.clone(), string, space).prop_map(|(before, name, value, after)| {
        let badge = json!({"type": ["VerifiableCredential"], "x": {name: value}});
        let text = badge.to_string().replace(",\"x\"", ",\r\n\t\"x\"");
        format!("{before}{text}{after}")
    })
}

fn any_chunk() -> impl Strategy<Value = Vec<u8>> {
    let data = proptest::collection::vec(any::<u8>(), 0..40);
    let kind = proptest::sample::select(vec![*b"tEXt", *b"iTXt", *b"zTXt", *b"pHYs", *b"acTL"]);
    prop_oneof![
        (kind, data.clone()).prop_map(|(kind, data)| chunk(&kind, &data)),
        data.prop_map(|data| itxt("openbadges", &data)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn out_of_a_png_comes_what_went_in(
        badge in badge_text(),
        chunks in proptest::collection::vec(any_chunk(), 0..6),
    ) {
        let baked = bake_png(&png(&chunks), badge.as_bytes(), &bounds()).unwrap();
        prop_assert_eq!(exact(&baked), badge.as_bytes());
        prop_assert!(text(&baked).found.oddities.is_empty());
        // Baking it again changes nothing.
        prop_assert_eq!(&bake_png(&baked, badge.as_bytes(), &bounds()).unwrap(), &baked);
    }

    #[test]
    fn out_of_an_svg_comes_what_went_in(badge in badge_text(), title in "[a-zé ]{0,9}") {
        let picture = svg(&format!("<title>{title}</title>"));
        let baked = bake_svg(picture.as_bytes(), badge.as_bytes(), &bounds()).unwrap();
        prop_assert_eq!(exact(&baked), badge.as_bytes());
        prop_assert_eq!(&bake_svg(&baked, badge.as_bytes(), &bounds()).unwrap(), &baked);
    }

    /// Whatever the bytes are, there is an answer.
    #[test]
    fn no_bytes_are_too_strange(
        bytes in proptest::collection::vec(any::<u8>(), 0..200),
        start in proptest::sample::select(vec![
            b"\x89PNG\r\n\x1a\n".to_vec(), b"<svg>".to_vec(), b"PK\x03\x04".to_vec(),
            b"data:;base64,".to_vec(), Vec::new(),
        ]),
    ) {
        let bytes = [start, bytes].concat();
        let _ = assay::carrier::open_all(&bytes, &bounds());
    }
}
