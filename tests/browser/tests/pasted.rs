//! What is pasted: each kind of text that can be a badge, and pictures.

mod support;

use assay::carrier::bake::bake;
use assay::key::{Algorithm, KeyKind};
use assay::policy::Bounds;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;
use signing::Issuer;
use support::{PNG, newest_verdict, open_page, samples};

#[tokio::test]
async fn a_badges_text_of_every_kind() -> anyhow::Result<()> {
    let browser = open_page().await?;
    let badge = std::fs::read_to_string(samples().join("minimal.json"))?;
    let issuer = Issuer::did_key_of("an issuer of tokens", KeyKind::P256);
    let payload = json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "type": ["VerifiableCredential"],
        "issuer": issuer.id(),
        "credentialSubject": {"id": "did:example:ada"},
    });
    let token = |typ: &str| {
        let header = json!({"typ": typ, "kid": issuer.method()});
        issuer.token(Algorithm::Es256, &header, &payload)
    };
    let encoded = BASE64_STANDARD.encode(&badge);
    let texts = [
        badge.clone(),
        format!("\u{feff} \r\n{badge}\n\n"),
        token("vc+jwt")?,
        format!("  {}~\n", token("vc+sd-jwt")?),
        format!("data:application/json;base64,{encoded}"),
    ];
    for (number, text) in texts.iter().enumerate() {
        browser.paste(text).await?;
        let verdict = newest_verdict(&browser, number + 1).await?;
        assert_eq!(verdict, "unlisted", "{text}");
    }
    assert_eq!(browser.console_errors().await?, [""; 0]);
    assert_eq!(browser.requests_to_outside().await?, [""; 0]);
    Ok(())
}

/// In the field a text is edited like any other, and it is checked once it is sent.
#[tokio::test]
async fn into_the_field_for_it() -> anyhow::Result<()> {
    let browser = open_page().await?;
    let badge = std::fs::read_to_string(samples().join("expired.json"))?;
    browser
        .evaluate_with(
            "(() => { find('.paste-field textarea').value = given[0]; \
             find('.paste-field button').click(); })()",
            vec![json!(badge)],
        )
        .await?;
    assert_eq!(newest_verdict(&browser, 1).await?, "expired");
    let left = browser
        .evaluate("find('.paste-field textarea').value")
        .await?;
    assert_eq!(left, "");
    // Neither a link nor a badge: said so, and nothing is asked for.
    browser.paste("Here is my badge!").await?;
    assert_eq!(newest_verdict(&browser, 2).await?, "unreadable");
    assert_eq!(browser.requests_to_outside().await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn a_picture_with_a_badge_in_it() -> anyhow::Result<()> {
    let browser = open_page().await?;
    let badge = std::fs::read(samples().join("minimal.json"))?;
    let baked = bake(PNG, &badge, &Bounds::default());
    let baked = baked.map_err(|why| anyhow::anyhow!("{why:?}"))?;
    browser
        .evaluate_with(
            "(() => { const data = new DataTransfer(); \
             const bytes = Uint8Array.from(atob(given[0]), letter => letter.charCodeAt(0)); \
             data.items.add(new File([bytes], 'image.png', {type: 'image/png'})); \
             document.body.dispatchEvent(pasteEvent(data)); })()",
            vec![json!(BASE64_STANDARD.encode(baked))],
        )
        .await?;
    assert_eq!(newest_verdict(&browser, 1).await?, "unlisted");
    Ok(())
}
