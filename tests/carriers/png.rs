//! Baked PNGs, well and badly made.

use assay::JsonError;
use assay::carrier::found::Oddity;
use assay::carrier::png::TextProblem;
use assay::carrier::{Carrier, FileKind, PngError, Unreadable};

use super::build::{self, SIGNATURE, chunk, ihdr, itxt, packed_itxt, png, ztxt};
use super::{badge, bounds, opened, refused, text};

const KEYWORD: &str = "openbadgecredential";

#[test]
fn every_kind_of_chunk_and_every_keyword() {
    let badge = badge();
    for keyword in [KEYWORD, "clrcredential", "openbadges"] {
        for (kind, chunk) in [
            ("iTXt", itxt(keyword, badge.as_bytes())),
            ("iTXt", packed_itxt(keyword, badge.as_bytes())),
            ("zTXt", ztxt(keyword, badge.as_bytes())),
            ("tEXt", build::text(keyword, badge.as_bytes())),
        ] {
            let opened = opened(&png(&[chunk]));
            assert_eq!(opened.carrier, Carrier::Png);
            assert_eq!(opened.found.path(), Some(format!("{kind} {keyword}")));
            assert_eq!(opened.found.oddities, []);
        }
    }
}

#[test]
fn other_text_is_not_a_badge() {
    let badge = badge();
    for keyword in [
        "Software",
        "OpenBadgeCredential",
        "openbadgecredentials",
        "",
    ] {
        assert_eq!(
            refused(&png(&[itxt(keyword, badge.as_bytes())])),
            Unreadable::NothingBaked(FileKind::Png)
        );
    }
    // What no chunk holds is not read, however much it looks like a badge.
    let behind = [png(&[]), badge.into_bytes()].concat();
    assert_eq!(refused(&behind), Unreadable::NothingBaked(FileKind::Png));
}

#[test]
fn a_wrong_checksum_is_noted_and_read() {
    let mut chunk = itxt(KEYWORD, badge().as_bytes());
    *chunk.last_mut().unwrap() ^= 1;
    assert_eq!(opened(&png(&[chunk])).found.oddities, [Oddity::BadCrc]);
}

#[test]
fn accented_text_whatever_the_chunk_should_hold() {
    let utf8 = "{\"name\": \"Café®\"}";
    let latin1: Vec<u8> = utf8.chars().map(|c| u8::try_from(c).unwrap()).collect();
    for (chunk, notes) in [
        (itxt(KEYWORD, utf8.as_bytes()), vec![]),
        (packed_itxt(KEYWORD, utf8.as_bytes()), vec![]),
        // These two are Latin-1 by the standard, and UTF-8 by many a baker.
        (build::text(KEYWORD, utf8.as_bytes()), vec![]),
        (ztxt(KEYWORD, utf8.as_bytes()), vec![]),
        (build::text(KEYWORD, &latin1), vec![]),
        (ztxt(KEYWORD, &latin1), vec![]),
        (itxt(KEYWORD, &latin1), vec![Oddity::NotUtf8]),
    ] {
        let found = text(&png(&[chunk]));
        assert_eq!(String::from_utf8(found.text).unwrap(), utf8);
        assert_eq!(found.found.oddities, notes);
    }
}

#[test]
fn the_address_of_an_older_badge() {
    let chunk = build::text("openbadges", b"https://badges.example/assertions/1");
    let picture = png(&[chunk]);
    assert_eq!(text(&picture).text, b"https://badges.example/assertions/1");
    // A hosted badge of which only the address is known.
    let opened = opened(&picture);
    let credential = opened.credentials.only().expect("one badge");
    let address = credential.claims.id.as_deref();
    assert_eq!(address, Some("https://badges.example/assertions/1"));
    assert_eq!(credential.format.code(), "ob2");
}

/// By itself, an address is a link that may lead to anything.
#[test]
fn an_address_alone_is_no_badge() {
    let address = b"https://badges.example/assertions/1";
    assert_eq!(refused(address), Unreadable::Kind(FileKind::Url));
}

#[test]
fn the_same_badge_twice_is_one() {
    let badge = badge();
    let twice = [
        itxt(KEYWORD, badge.as_bytes()),
        ztxt(KEYWORD, badge.as_bytes()),
    ];
    assert_eq!(opened(&png(&twice)).found.oddities, [Oddity::Repeated]);
    // An emptied place is none.
    let emptied = [itxt("openbadges", b" "), itxt(KEYWORD, badge.as_bytes())];
    assert_eq!(opened(&png(&emptied)).found.oddities, []);
}

#[test]
fn two_badges_are_refused() {
    let badge = badge();
    let other = badge.replace("2025", "2024");
    assert_ne!(badge, other);
    for keyword in [KEYWORD, "openbadges"] {
        let both = [
            itxt(KEYWORD, badge.as_bytes()),
            itxt(keyword, other.as_bytes()),
        ];
        assert_eq!(refused(&png(&both)), Unreadable::SeveralBaked);
    }
}

#[test]
fn cut_off_at_and_in_every_chunk() {
    let baked = itxt(KEYWORD, badge().as_bytes());
    let parts = [
        ihdr(),
        chunk(b"tEXt", b"Software\0x"),
        baked,
        chunk(b"IDAT", b"..."),
        chunk(b"IEND", b""),
    ];
    let whole = [SIGNATURE, &parts.concat()].concat();
    let mut offset = SIGNATURE.len();
    for (index, part) in parts.iter().enumerate() {
        for at in 0..part.len() {
            let cut = &whole[..offset + at];
            if index <= 2 {
                let expected = Unreadable::Png(PngError::Cut { offset });
                assert_eq!(refused(cut), expected, "{index}: {at}");
            } else {
                // The badge is whole.
                assert_eq!(
                    opened(cut).found.oddities,
                    [Oddity::Damaged],
                    "{index}: {at}"
                );
            }
        }
        offset += part.len();
    }
    assert_eq!(opened(&whole).found.oddities, []);
    assert_eq!(
        refused(&SIGNATURE[..7]),
        Unreadable::Png(PngError::Signature)
    );
}

#[test]
fn lengths_that_lie() {
    let picture = png(&[itxt(KEYWORD, badge().as_bytes())]);
    let offset = SIGNATURE.len() + ihdr().len();
    let lying = |length: u32| {
        let mut picture = picture.clone();
        picture[offset..offset + 4].copy_from_slice(&length.to_be_bytes());
        refused(&picture)
    };
    assert_eq!(
        lying(u32::MAX),
        Unreadable::Png(PngError::Length {
            offset,
            length: u32::MAX
        })
    );
    assert_eq!(
        lying(0x7fff_ffff),
        Unreadable::Png(PngError::Cut { offset })
    );
    // What would have to be the next chunk's type is the badge's text.
    let next = offset + 12 + 16;
    assert_eq!(
        lying(16),
        Unreadable::Png(PngError::NotAChunk { offset: next })
    );
}

#[test]
fn malformed_text() {
    let problem = |picture: &[u8]| match refused(picture) {
        Unreadable::Png(PngError::Text { problem, .. }) => problem,
        other => panic!("{other:?}"),
    };
    let with = |kind: &[u8; 4], rest: &[u8]| {
        png(&[chunk(kind, &[KEYWORD.as_bytes(), b"\0", rest].concat())])
    };
    assert_eq!(problem(&with(b"zTXt", b"")), TextProblem::Parts);
    assert_eq!(problem(&with(b"iTXt", b"\0")), TextProblem::Parts);
    assert_eq!(problem(&with(b"iTXt", b"\0\0en")), TextProblem::Parts);
    assert_eq!(
        problem(&with(b"zTXt", b"\x07x")),
        TextProblem::Method { method: 7 }
    );
    assert_eq!(
        problem(&with(b"iTXt", b"\x01\x01\0\0x")),
        TextProblem::Method { method: 1 }
    );
    assert_eq!(
        problem(&with(b"zTXt", b"\0not zlib")),
        TextProblem::Compression
    );
    assert_eq!(
        problem(&with(b"iTXt", b"\x01\0\0\0not zlib")),
        TextProblem::Compression
    );
}

#[test]
fn a_bomb_is_refused() {
    let limit = bounds().file_bytes;
    let bomb = vec![b' '; limit + 1];
    for chunk in [ztxt(KEYWORD, &bomb), packed_itxt(KEYWORD, &bomb)] {
        assert!(chunk.len() < 20_000, "{}", chunk.len());
        let picture = png(&[chunk]);
        assert_eq!(refused(&picture), Unreadable::UnpackedTooLarge { limit });
    }
    // Many that are within their bound, one by one, are not together.
    let most = ztxt(KEYWORD, &vec![b' '; limit]);
    let many = png(&vec![most; 4]);
    let left = bounds().unpacked_bytes - 3 * limit;
    assert_eq!(refused(&many), Unreadable::UnpackedTooLarge { limit: left });
}

#[test]
fn deep_and_broken_json_in_a_picture() {
    let limit = bounds().json_depth;
    let deep = "[".repeat(limit + 1) + &"]".repeat(limit + 1);
    assert_eq!(
        refused(&png(&[itxt(KEYWORD, deep.as_bytes())])),
        Unreadable::Json(JsonError::TooDeep { limit })
    );
    assert_eq!(
        refused(&png(&[itxt(KEYWORD, b"{\"type\": ")])),
        Unreadable::Json(JsonError::Truncated { line: 1, column: 9 })
    );
}

#[test]
fn no_container_in_a_picture() {
    for (inside, inner) in [
        (
            &b"<svg xmlns='http://www.w3.org/2000/svg'/>"[..],
            FileKind::Svg,
        ),
        (b"data:application/json,{}", FileKind::DataUrl),
        (&super::build::zip(&[]), FileKind::Zip),
    ] {
        let expected = Unreadable::Nested {
            outer: FileKind::Png,
            inner,
        };
        assert_eq!(refused(&png(&[itxt(KEYWORD, inside)])), expected);
    }
    // A PNG is no text, and read as Latin-1 no PNG any more.
    let inside = png(&[itxt(KEYWORD, badge().as_bytes())]);
    assert_eq!(
        refused(&png(&[itxt(KEYWORD, &inside)])),
        Unreadable::Kind(FileKind::Binary)
    );
}
