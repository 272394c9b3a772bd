//! ZIP archives, well and badly made.

use assay::JsonError;
use assay::carrier::found::Oddity;
use assay::carrier::{Carrier, FileKind, Unreadable, ZipError};

use super::build::{Entry, deflated, itxt, ob3, png, stored, zip};
use super::{badge, bounds, each, opened, refused};

fn in_zip(name: &str, problem: Unreadable) -> Unreadable {
    Unreadable::InZip {
        name: name.into(),
        problem: Box::new(problem),
    }
}

fn picture() -> Vec<u8> {
    png(&[itxt("openbadgecredential", badge().as_bytes())])
}

#[test]
fn each_badge_is_one_of_its_own_and_other_files_are_passed_over() {
    let svg = ob3("", &format!("<![CDATA[{}]]>", badge()));
    let archive = zip(&[
        stored("badges/", b""),
        deflated("badges/a.json", badge().as_bytes()),
        stored("badges/b.png", &picture()),
        deflated("c.svg", svg.as_bytes()),
        stored("picture.png", &png(&[])),
        stored("certificate.pdf", b"%PDF-1.7"),
        stored("README.txt", b"Hello"),
        stored("manifest.json", b"{\"files\": 3}"),
        stored(".DS_Store", b"\0\0\0\x01Bud1"),
    ]);
    let found: Vec<String> = each(&archive)
        .into_iter()
        .map(|opened| {
            let opened = opened.unwrap();
            assert_eq!(opened.carrier, Carrier::Zip);
            opened.found.path().unwrap()
        })
        .collect();
    assert_eq!(
        found,
        [
            "badges/a.json",
            "badges/b.png, iTXt openbadgecredential",
            "c.svg, openbadges:credential",
        ]
    );
    // Who expects one is not given any.
    assert_eq!(refused(&archive), Unreadable::Several { count: 3 });
}

#[test]
fn a_broken_badge_beside_a_good_one_is_told_of() {
    let archive = zip(&[
        stored("a.json", badge().as_bytes()),
        stored("b.json", b"{\"type\": "),
    ]);
    let all = each(&archive);
    assert!(all[0].is_ok());
    let json = Unreadable::Json(JsonError::Truncated { line: 1, column: 9 });
    assert_eq!(all[1], Err(in_zip("b.json", json)));
}

#[test]
fn an_archive_without_a_badge() {
    assert_eq!(
        refused(&zip(&[])),
        Unreadable::Zip(ZipError::NoBadge { files: 0 })
    );
    let others = [stored("a.txt", b"Hello"), stored("b.png", &png(&[]))];
    assert_eq!(
        refused(&zip(&others)),
        Unreadable::Zip(ZipError::NoBadge { files: 2 })
    );
    // The only file's own problem says more.
    assert_eq!(
        refused(&zip(&others[1..])),
        in_zip("b.png", Unreadable::NothingBaked(FileKind::Png))
    );
}

#[test]
fn a_zip_in_a_zip_is_refused() {
    let inner = zip(&[stored("a.json", badge().as_bytes())]);
    let problem = Unreadable::Nested {
        outer: FileKind::Zip,
        inner: FileKind::Zip,
    };
    let archive = zip(&[stored("inner.zip", &inner)]);
    assert_eq!(refused(&archive), in_zip("inner.zip", problem));
}

#[test]
fn names_that_climb_are_cleaned_for_showing() {
    for (name, shown) in [
        ("../../../etc/a.json", "etc/a.json"),
        ("/etc/a.json", "etc/a.json"),
        ("..\\..\\a.json", "a.json"),
    ] {
        let found = opened(&zip(&[stored(name, badge().as_bytes())])).found;
        assert_eq!(found.path().as_deref(), Some(shown));
        assert_eq!(found.oddities, [Oddity::ClimbingName]);
    }
}

#[test]
fn locked_and_unknown_files() {
    let good = stored("a.json", badge().as_bytes());
    for (entry, problem) in [
        (
            Entry {
                flags: 1,
                ..good.clone()
            },
            ZipError::Encrypted,
        ),
        (
            Entry {
                method: 14,
                ..good.clone()
            },
            ZipError::Method { method: 14 },
        ),
        (
            Entry {
                method: 8,
                data: b"\xff\xff".to_vec(),
                ..good.clone()
            },
            ZipError::File,
        ),
    ] {
        let expected = in_zip("a.json", Unreadable::Zip(problem));
        assert_eq!(refused(&zip(&[entry])), expected);
    }
}

#[test]
fn a_wrong_checksum_is_noted_and_read() {
    let good = deflated("a.json", badge().as_bytes());
    let wrong = Entry {
        crc: good.crc ^ 1,
        ..good
    };
    assert_eq!(opened(&zip(&[wrong])).found.oddities, [Oddity::BadCrc]);
}

/// The sizes that an archive states are never believed.
#[test]
fn lengths_that_lie() {
    let good = deflated("a.json", badge().as_bytes());
    for unpacked in [0, u32::MAX - 1] {
        opened(&zip(&[Entry {
            unpacked,
            ..good.clone()
        }]));
    }
    let mut archive = zip(&[good]);
    let directory = archive
        .windows(4)
        .position(|four| four == b"PK\x01\x02")
        .unwrap();
    archive[directory + 20..directory + 24].copy_from_slice(&0x00ff_ffff_u32.to_le_bytes());
    let expected = in_zip("a.json", Unreadable::Zip(ZipError::File));
    assert_eq!(refused(&archive), expected);
}

#[test]
fn cut_off_anywhere() {
    let archive = zip(&[
        stored("a.json", badge().as_bytes()),
        deflated("b.json", badge().as_bytes()),
    ]);
    for at in 4..archive.len() {
        assert_eq!(
            refused(&archive[..at]),
            Unreadable::Zip(ZipError::Truncated),
            "{at}"
        );
    }
}

#[test]
fn a_broken_directory() {
    let mut archive = zip(&[stored("a.json", badge().as_bytes())]);
    let directory = archive
        .windows(4)
        .position(|four| four == b"PK\x01\x02")
        .unwrap();
    archive[directory] = b'X';
    assert_eq!(refused(&archive), Unreadable::Zip(ZipError::Directory));
}

#[test]
fn bombs_are_refused() {
    let limit = bounds().file_bytes;
    let bomb = deflated("a.json", &vec![b' '; limit + 1]);
    let problem = Unreadable::UnpackedTooLarge { limit };
    assert_eq!(refused(&zip(&[bomb])), in_zip("a.json", problem));

    // Many that are within their bound, one by one, are not together.
    let most = deflated("a.json", &vec![b' '; limit]);
    let limit = bounds().unpacked_bytes - 3 * limit;
    let all = each(&zip(&vec![most; 4]));
    let problem = Unreadable::UnpackedTooLarge { limit };
    assert_eq!(all, [Err(in_zip("a.json", problem))]);
}

#[test]
fn too_many_files() {
    let limit = bounds().zip_entries;
    let entry = stored("a.txt", b"x");
    assert_eq!(
        refused(&zip(&vec![entry.clone(); limit])),
        Unreadable::Zip(ZipError::NoBadge { files: limit })
    );
    assert_eq!(
        refused(&zip(&vec![entry; limit + 1])),
        Unreadable::Zip(ZipError::TooManyEntries { limit })
    );
}
