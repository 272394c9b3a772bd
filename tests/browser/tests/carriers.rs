//! Badges as people have them: in pictures, in archives, as tokens, and with details left out.

mod support;

use assay::carrier::bake::bake;
use assay::key::{Algorithm, KeyKind};
use assay::policy::Bounds;
use serde_json::{Value, json};
use signing::{Issuer, disclosure};
use support::{INPUT, PNG, SVG, assert_accessible, file, newest_verdict, open_page, samples};

#[tokio::test]
async fn a_badge_in_a_picture() -> anyhow::Result<()> {
    let browser = open_page().await?;
    let badge = std::fs::read(samples().join("minimal.json"))?;
    for (number, (name, picture)) in [("badge.png", PNG), ("badge.svg", SVG)].iter().enumerate() {
        let baked = bake(picture, &badge, &Bounds::default());
        let baked = baked.map_err(|why| anyhow::anyhow!("{why:?}"))?;
        browser.upload(INPUT, file(name, &baked)?).await?;
        assert_eq!(newest_verdict(&browser, number + 1).await?, "unlisted");
    }
    browser.upload(INPUT, file("bare.png", PNG)?).await?;
    assert_eq!(newest_verdict(&browser, 3).await?, "unreadable");
    let text = browser.text().await?;
    assert!(
        text.contains("This picture has no badge data in it."),
        "{text}"
    );
    assert!(
        text.contains("Ask the sender for the original file"),
        "{text}"
    );
    assert_accessible(&browser, "badges in pictures").await
}

/// An archive of a JSON file and a picture, each an unsigned badge.
#[tokio::test]
async fn each_badge_of_an_archive_has_its_card() -> anyhow::Result<()> {
    let browser = open_page().await?;
    let archive = samples().join("../fuzz/seeds/zip/two.zip");
    browser.upload(INPUT, archive).await?;
    assert_eq!(newest_verdict(&browser, 2).await?, "unconfirmed");
    Ok(())
}

fn payload(issuer: &str) -> Value {
    json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": "urn:uuid:1",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": issuer, "type": ["Profile"], "name": "An issuer of tokens"},
        "validFrom": "2024-01-01T00:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "achievement": {
                "id": "urn:uuid:2", "type": ["Achievement"], "name": "Welding in tokens",
                "description": "Welds.", "criteria": {"narrative": "A test."},
            },
        },
    })
}

#[tokio::test]
async fn a_token_with_and_without_disclosures() -> anyhow::Result<()> {
    let browser = open_page().await?;
    let issuer = Issuer::did_key_of("an issuer of tokens", KeyKind::P256);
    let mut payload = payload(issuer.id());
    let token = |typ: &str, payload: &Value| {
        let header = json!({"typ": typ, "kid": issuer.method()});
        issuer.token(Algorithm::Es256, &header, payload)
    };
    let plain = token("vc+jwt", &payload)?;
    browser
        .upload(INPUT, file("badge.jwt", plain.as_bytes())?)
        .await?;
    assert_eq!(newest_verdict(&browser, 1).await?, "unlisted");
    let text = browser.text().await?;
    assert!(text.contains("Welding in tokens"), "{text}");

    let (_, digest) = disclosure(&json!(["a salt", "role", "Welder"]));
    payload["credentialSubject"]["_sd"] = json!([digest]);
    let selective = format!("{}~", token("vc+sd-jwt", &payload)?);
    browser
        .upload(INPUT, file("badge.txt", selective.as_bytes())?)
        .await?;
    assert_eq!(newest_verdict(&browser, 2).await?, "unlisted");
    let text = browser.text().await?;
    assert!(text.contains("The holder left out one detail"), "{text}");

    let forged = format!("{}AAAAAAAA", &plain[..plain.len() - 8]);
    browser
        .upload(INPUT, file("forged.jwt", forged.as_bytes())?)
        .await?;
    assert_eq!(newest_verdict(&browser, 3).await?, "invalid");
    assert_accessible(&browser, "tokens").await?;
    assert_eq!(browser.console_errors().await?, [""; 0]);
    Ok(())
}
