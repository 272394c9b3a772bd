//! Baked SVGs, well and badly made.

use assay::JsonError;
use assay::carrier::found::Oddity;
use assay::carrier::{Carrier, FileKind, SvgError, Unreadable};

use super::build::{ob3, svg};
use super::{badge, bounds, opened, refused, text};

/// A token by its form; nobody signed it.
const TOKEN: &str = "eyJhbGciOiJFZERTQSJ9.e30.AA";

fn cdata(text: &str) -> String {
    format!("<![CDATA[{text}]]>")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

#[test]
fn every_namespace_by_its_name_whatever_the_prefix() {
    let inside = cdata(&badge());
    for (namespace, element, path) in [
        ("http://openbadges.org", "assertion", "openbadges:assertion"),
        (
            "https://purl.imsglobal.org/ob/v3p0",
            "credential",
            "openbadges:credential",
        ),
        (
            "https://purl.imsglobal.org/clr/v2p0",
            "credential",
            "clr:credential",
        ),
    ] {
        for (name, declaration) in [
            (format!("openbadges:{element}"), "xmlns:openbadges"),
            (format!("x:{element}"), "xmlns:x"),
            (element.to_owned(), "xmlns"),
        ] {
            let picture = svg(&format!(
                "<{name} {declaration}=\"{namespace}\">{inside}</{name}>"
            ));
            let opened = opened(picture.as_bytes());
            assert_eq!(opened.carrier, Carrier::Svg);
            assert_eq!(opened.found.path().as_deref(), Some(path));
        }
    }
}

#[test]
fn other_elements_are_not_a_badge() {
    let inside = cdata(&badge());
    for picture in [
        svg(""),
        // The usual prefix, and another namespace.
        svg(&format!(
            "<openbadges:credential xmlns:openbadges=\"https://badges.example\">{inside}</openbadges:credential>"
        )),
        // A prefix that nothing declares.
        svg(&format!(
            "<openbadges:credential>{inside}</openbadges:credential>"
        )),
        svg(&format!("<credential>{inside}</credential>")),
        svg(&format!("<!-- {} -->", ob3("", &inside))),
        ob3("", " \n "),
        ob3(" verify=\" \"", ""),
    ] {
        let expected = Unreadable::NothingBaked(FileKind::Svg);
        assert_eq!(refused(picture.as_bytes()), expected, "{picture}");
    }
}

#[test]
fn text_however_it_is_split() {
    let badge = badge();
    let (start, end) = badge.split_at(badge.len() / 2);
    for inside in [
        cdata(&badge),
        format!("\n    {}\n  ", cdata(&badge)),
        escaped(&badge),
        cdata(start) + &cdata(end),
        escaped(start) + &cdata(end),
        cdata(start) + "<!-- between -->" + &escaped(end),
        badge
            .replace('"', "&#34;")
            .replace("learner", "&#x6c;earner"),
    ] {
        let found = text(ob3("", &inside).as_bytes());
        let found = String::from_utf8(found.text).unwrap();
        assert_eq!(found.trim(), badge.trim(), "{inside}");
    }
}

#[test]
fn a_token_in_the_attribute() {
    for picture in [
        ob3(&format!(" verify=\"{TOKEN}\""), ""),
        ob3(&format!(" verify='{TOKEN}'"), TOKEN),
        svg(&format!(
            "<c:credential verify=\"{TOKEN}\" xmlns:c=\"https://purl.imsglobal.org/ob/v3p0\"/>"
        )),
    ] {
        assert_eq!(text(picture.as_bytes()).text, TOKEN.as_bytes());
    }
    let found = text(ob3(&format!(" verify=\"{TOKEN}\""), "").as_bytes()).found;
    assert_eq!(
        found.path().as_deref(),
        Some("openbadges:credential verify")
    );
}

#[test]
fn an_address_beside_the_badge_is_passed_over() {
    let picture = ob3(" verify=\"https://badges.example/1\"", &cdata(&badge()));
    let path = opened(picture.as_bytes()).found.path();
    assert_eq!(path.as_deref(), Some("openbadges:credential"));
}

#[test]
fn two_badges_are_refused() {
    let badge = badge();
    let one = ob3("", &cdata(&badge));
    let other = ob3("", &cdata(&badge.replace("2025", "2024")));
    let both = |other: &str| svg(&format!("{one}{other}"));
    assert_eq!(
        opened(both(&one).as_bytes()).found.oddities,
        [Oddity::Repeated]
    );
    assert_eq!(refused(both(&other).as_bytes()), Unreadable::SeveralBaked);
    // One for readers of the attribute, and another for readers of the text.
    let mixed = ob3(&format!(" verify=\"{TOKEN}\""), &cdata(&badge));
    assert_eq!(refused(mixed.as_bytes()), Unreadable::SeveralBaked);
    let repeated = ob3(&format!(" verify=\"{TOKEN}\" verify=\"{TOKEN}x\""), "");
    assert_eq!(
        refused(repeated.as_bytes()),
        Unreadable::Svg(SvgError::RepeatedVerify)
    );
}

/// Each line ten times the one before: a billion times “lol”.
fn billion_laughs() -> String {
    let mut definitions = "<!ENTITY lol0 \"lol\">".to_owned();
    for level in 1..10 {
        let ten = format!("&lol{};", level - 1).repeat(10);
        definitions += &format!("<!ENTITY lol{level} \"{ten}\">");
    }
    format!("<!DOCTYPE svg [{definitions}]>")
}

#[test]
fn no_entity_is_expanded() {
    let entity = |name: &str| Unreadable::Svg(SvgError::Entity { name: name.into() });
    let laughs = billion_laughs();
    assert_eq!(
        refused(format!("{laughs}{}", ob3("", "{&lol9;}")).as_bytes()),
        entity("lol9")
    );
    assert_eq!(
        refused(format!("{laughs}{}", ob3(" verify=\"&lol9;\"", "")).as_bytes()),
        entity("lol9")
    );
    // Where there is no badge, nobody needs to know what it stands for.
    assert_eq!(
        refused(format!("{laughs}{}", svg("<text>&lol9;</text>")).as_bytes()),
        Unreadable::NothingBaked(FileKind::Svg)
    );
    let outside = "<!DOCTYPE svg [<!ENTITY file SYSTEM \"file:///etc/passwd\">]>";
    assert_eq!(
        refused(format!("{outside}{}", ob3("", "&file;")).as_bytes()),
        entity("file")
    );
    assert_eq!(refused(ob3("", "&#xd800;").as_bytes()), entity("#xd800"));
}

/// Drawing programs write both kinds.
#[test]
fn a_document_type_is_passed_over() {
    let picture = ob3("", &cdata(&badge()));
    for document_type in [
        "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">",
        "<!DOCTYPE svg [<!ENTITY ns_svg \"http://www.w3.org/2000/svg\">]>",
    ] {
        let picture = format!("<?xml version=\"1.0\"?>{document_type}{picture}");
        assert_eq!(opened(picture.as_bytes()).found.oddities, []);
    }
}

#[test]
fn cut_off_anywhere() {
    let picture = ob3("", &cdata(&badge()));
    let end_of_badge = picture.find("</b:credential>").unwrap() + "</b:credential>".len();
    let from = picture.find("<b:credential").unwrap();
    for at in from..picture.len() {
        let cut = &picture[..at];
        if at < end_of_badge {
            assert_eq!(
                refused(cut.as_bytes()),
                Unreadable::Svg(SvgError::Truncated),
                "{at}"
            );
        } else {
            assert_eq!(
                opened(cut.as_bytes()).found.oddities,
                [Oddity::Damaged],
                "{at}"
            );
        }
    }
}

#[test]
fn malformed_xml() {
    let problem = |picture: &str| match refused(picture.as_bytes()) {
        Unreadable::Svg(problem) => problem,
        other => panic!("{other:?}"),
    };
    let before = svg("").find("<path").unwrap();
    assert_eq!(
        problem(&svg("").replace("<path/>", "</g>")),
        SvgError::Syntax { offset: before }
    );
    let inside = ob3("", "<b>{}</b>");
    let offset = inside.find("<b>").unwrap();
    assert_eq!(problem(&inside), SvgError::ElementInside { offset });
    let many: String = (0..200)
        .map(|n| format!(" xmlns:n{n}=\"urn:{n}\""))
        .collect();
    assert_eq!(problem(&svg(&format!("<g{many}/>"))), SvgError::Namespaces);
    assert_eq!(problem(&svg(&"<g>".repeat(70_000))), SvgError::Namespaces);
}

#[test]
fn encodings() {
    let picture = ob3("", &cdata(&badge()));
    let declared =
        |name: &str, picture: &str| format!("<?xml version=\"1.0\" encoding=\"{name}\"?>{picture}");
    for name in ["UTF-8", "utf-8", "ISO-8859-1"] {
        opened(declared(name, &picture).as_bytes());
    }
    let accented = picture.replace("<path/>", "<title>é</title>");
    opened(declared("UTF-8", &accented).as_bytes());
    assert_eq!(
        refused(declared("ISO-8859-1", &accented).as_bytes()),
        Unreadable::Svg(SvgError::Encoding {
            name: "ISO-8859-1".into()
        })
    );
    let latin1: Vec<u8> = accented.chars().map(|c| u8::try_from(c).unwrap()).collect();
    let offset = accented.find('é').unwrap();
    assert_eq!(
        refused(&latin1),
        Unreadable::Svg(SvgError::NotUtf8 { offset })
    );
    let utf16: Vec<u8> = picture.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(refused(&utf16), Unreadable::Kind(FileKind::Utf16));
    let marked = [b"\xff\xfe", utf16.as_slice()].concat();
    assert_eq!(refused(&marked), Unreadable::Kind(FileKind::Utf16));
}

#[test]
fn deep_and_broken_json_in_a_picture() {
    let limit = bounds().json_depth;
    let deep = "[".repeat(limit + 1) + &"]".repeat(limit + 1);
    assert_eq!(
        refused(ob3("", &deep).as_bytes()),
        Unreadable::Json(JsonError::TooDeep { limit })
    );
    assert_eq!(
        refused(ob3("", "{type: 1}").as_bytes()),
        Unreadable::Json(JsonError::Syntax { line: 1, column: 2 })
    );
}

#[test]
fn no_container_in_a_picture() {
    assert_eq!(
        refused(ob3("", &cdata(&svg(""))).as_bytes()),
        Unreadable::Nested {
            outer: FileKind::Svg,
            inner: FileKind::Svg
        }
    );
}
