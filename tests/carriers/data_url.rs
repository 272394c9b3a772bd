//! data: URLs, well and badly made.

use assay::carrier::{Carrier, DataUrlError, FileKind, Unreadable};
use base64ct::{Base64, Encoding as _};

use super::build::{itxt, ob3, png, stored, zip};
use super::{badge, opened, refused, text};

const TOKEN: &str = "eyJhbGciOiJFZERTQSJ9.e30.AA";

fn base64(media_type: &str, bytes: &[u8]) -> Vec<u8> {
    format!("data:{media_type};base64,{}", Base64::encode_string(bytes)).into_bytes()
}

fn percent(media_type: &str, text: &str) -> Vec<u8> {
    let escaped = text
        .replace('%', "%25")
        .replace('#', "%23")
        .replace('"', "%22");
    format!("data:{media_type},{escaped}").into_bytes()
}

#[test]
fn json_under_every_media_type_in_both_encodings() {
    let badge = badge();
    for media_type in ["application/json", "application/ld+json", "application/vc"] {
        for url in [
            base64(media_type, badge.as_bytes()),
            percent(media_type, &badge),
        ] {
            let opened = opened(&url);
            assert_eq!(opened.carrier, Carrier::Json);
            assert_eq!(opened.found.path(), Some(format!("data:{media_type}")));
        }
    }
    assert_eq!(
        text(&percent("application/vc+jwt", TOKEN)).text,
        TOKEN.as_bytes()
    );
}

#[test]
fn pictures() {
    let picture = png(&[itxt("openbadgecredential", badge().as_bytes())]);
    let found = opened(&base64("image/png", &picture));
    assert_eq!(found.carrier, Carrier::Png);
    assert_eq!(
        found.found.path().as_deref(),
        Some("data:image/png, iTXt openbadgecredential")
    );
    let picture = ob3("", &format!("<![CDATA[{}]]>", badge()));
    for url in [
        base64("image/svg+xml", picture.as_bytes()),
        percent("image/svg+xml;charset=utf-8", &picture),
    ] {
        assert_eq!(opened(&url).carrier, Carrier::Svg);
    }
}

/// What something is, is told by its content.
#[test]
fn a_wrong_media_type_makes_no_difference() {
    opened(&base64("image/png", badge().as_bytes()));
    opened(&percent("", &badge()));
}

#[test]
fn cut_off_anywhere() {
    let badge = badge();
    let picture = png(&[itxt("openbadgecredential", badge.as_bytes())]);
    for url in [
        base64("application/json", badge.as_bytes()),
        percent("application/json", badge.trim_end()),
        base64("image/png", &picture),
    ] {
        // Behind the badge's text a picture is only damaged.
        let behind = url.len() - 64;
        for at in 5..behind.min(url.len() - 1) {
            let problem = refused(&url[..at]);
            let is_told = matches!(
                problem,
                Unreadable::DataUrl(_)
                    | Unreadable::Empty
                    | Unreadable::Json(_)
                    | Unreadable::Kind(_)
                    | Unreadable::Png(_)
            );
            assert!(is_told, "{at}: {problem:?}");
        }
        opened(&url);
    }
}

#[test]
fn malformed_urls() {
    for (url, error) in [
        (
            &b"data:application/json;base64,{}"[..],
            DataUrlError::Base64,
        ),
        (b"data:application/json", DataUrlError::NoData),
        (
            b"data:application/json,{\"a\":\"#\"}",
            DataUrlError::Fragment,
        ),
    ] {
        assert_eq!(refused(url), Unreadable::DataUrl(error));
    }
    let not_text = Unreadable::Kind(FileKind::Binary);
    assert_eq!(refused(b"data:application/json,\xff"), not_text);
    assert_eq!(refused(b"data:application/json,"), Unreadable::Empty);
}

#[test]
fn no_archive_and_no_other_url_in_it() {
    let archive = zip(&[stored("a.json", badge().as_bytes())]);
    for (url, inner) in [
        (base64("application/zip", &archive), FileKind::Zip),
        (
            base64("text/plain", b"data:text/plain,x"),
            FileKind::DataUrl,
        ),
    ] {
        let expected = Unreadable::Nested {
            outer: FileKind::DataUrl,
            inner,
        };
        assert_eq!(refused(&url), expected);
    }
}
