//! Baked pictures of others: what is found in each. Whether it verifies is for other tests.

use std::fs;

use assay::carrier::{FileKind, Unreadable, texts};
use assay::{JsonError, open};
use serde_json::Value;

use super::bounds;
use super::support::{corpus, expectations};

/// What is found: the place and the form of the text, or why there is none.
fn found(bytes: &[u8]) -> String {
    match texts(bytes, &bounds()).map(|mut all| all.pop().unwrap().unwrap()) {
        Ok(baked) => {
            let text = String::from_utf8(baked.text).unwrap();
            assert_eq!(baked.found.oddities, []);
            let form = match text.trim() {
                json if serde_json::from_str::<Value>(json).is_ok() => "JSON",
                token if token.split('.').count() == 3 && token.starts_with("ey") => "token",
                url if url.starts_with("http") => "address",
                _ => "other",
            };
            format!("{}: {form}", baked.found.path().unwrap())
        }
        Err(problem) => format!("{problem:?}"),
    }
}

#[test]
fn mozilla() {
    let Some(folder) = corpus("mozilla-openbadges-bakery") else {
        return;
    };
    let mut count = 0;
    for [path, expected, ..] in expectations(&folder) {
        let bytes = fs::read(folder.join(&path)).unwrap();
        let place = found(&bytes);
        let opened = open(&bytes, &bounds());
        if expected == "url-only" {
            assert_eq!(place, "openbadges:assertion verify: address", "{path}");
            let opened = opened.expect("a hosted badge's address");
            let credential = opened.credentials.only().expect("one badge");
            assert_eq!(credential.format.code(), "ob2", "{path}");
            count += 1;
            continue;
        }
        let problem = opened.expect_err("fragments of badges");
        match expected.as_str() {
            "not-baked" => {
                let kind = match path.ends_with(".png") {
                    true => FileKind::Png,
                    false => FileKind::Svg,
                };
                assert_eq!(problem, Unreadable::NothingBaked(kind), "{path}");
            }
            "valid-payload" => assert_eq!(place, "openbadges:assertion: JSON", "{path}"),
            "invalid" => {
                assert_eq!(place, "openbadges:assertion: other", "{path}");
                let syntax = JsonError::Syntax {
                    line: 3,
                    column: 15,
                };
                assert_eq!(problem, Unreadable::Json(syntax), "{path}");
            }
            other => panic!("{path}: {other}"),
        }
        count += 1;
    }
    assert_eq!(count, 5);
}

#[test]
fn others() {
    const RESOURCES: &str = "inspector-vc/src/test/resources";
    let mut checked = 0;
    for (name, path, expected) in [
        (
            "1edtech-public-validator",
            format!("{RESOURCES}/ob20/simple-badge.png"),
            "iTXt openbadges: JSON",
        ),
        (
            "1edtech-public-validator",
            format!("{RESOURCES}/ob20/assets/robotics-badge.png"),
            "NothingBaked(Png)",
        ),
        (
            "1edtech-public-validator",
            format!("{RESOURCES}/ob20/assets/beths-robot-badge.png"),
            "NothingBaked(Png)",
        ),
        (
            "1edtech-public-validator",
            format!("{RESOURCES}/ob30/simple-json.png"),
            "iTXt openbadgecredential: JSON",
        ),
        (
            "1edtech-public-validator",
            format!("{RESOURCES}/ob30/simple-jwt.png"),
            "iTXt openbadgecredential: token",
        ),
        (
            "1edtech-public-validator",
            format!("{RESOURCES}/ob30/simple-jwt_v1.png"),
            "iTXt openbadgecredential: token",
        ),
        (
            "1edtech-public-validator",
            format!("{RESOURCES}/ob30/simple-json.svg"),
            "openbadges:credential: JSON",
        ),
        (
            "1edtech-public-validator",
            format!("{RESOURCES}/ob30/simple-jwt.svg"),
            "openbadges:credential verify: token",
        ),
        (
            "1edtech-public-validator",
            format!("{RESOURCES}/ob30/simple-jwt_v1.svg"),
            "openbadges:credential verify: token",
        ),
        (
            "1edtech-validator-core",
            "baked_heart.png".into(),
            "iTXt openbadges: JSON",
        ),
        (
            "1edtech-validator-core",
            "public_domain_heart.png".into(),
            "NothingBaked(Png)",
        ),
        // Pictures of QR codes, with nothing baked in.
        (
            "dcc-vc-test-fixtures",
            "qr-sample/legacyRegistry-noStatus-noExpiry-minimal.png".into(),
            "NothingBaked(Png)",
        ),
        (
            "dcc-vc-test-fixtures",
            "qr-sample/mixedRegistry-validStatus-noExpiry.svg".into(),
            "NothingBaked(Svg)",
        ),
    ] {
        let Some(folder) = corpus(name) else {
            continue;
        };
        let bytes = fs::read(folder.join(&path)).unwrap();
        assert_eq!(found(&bytes), expected, "{path}");
        checked += 1;
    }
    println!("{checked} pictures checked");
}
