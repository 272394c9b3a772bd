//! Which program an element loads: the one that most badges need, and the whole one where that lacks
//! something, with the same verdict in the end and none that is worse before.

mod support;

use std::path::Path;

use anyhow::Context as _;
use assay::key::{Algorithm, KeyKind};
use assay::proof::Suite;
use assay::trust::RegistrySource;
use assay::{Evidence, Policy, Question, Timestamp, open, verify};
use browser_tests::{Browser, Reply, ScriptedServer, built_page};
use serde_json::{Value, json};
use signing::{Issuer, badge, members};
use support::embedding::{SAMPLES, open_page_with, report_of, sample, was_asked_for};
use support::recorder::{Recorder, allow_once, question};
use support::site;

const COMMON: &str = "common_bg.wasm";
const WHOLE: &str = "page_bg.wasm";

fn issuer(kind: KeyKind) -> Issuer {
    Issuer::did_key_of("an issuer with a rare key", kind)
}

/// A badge in a token.
fn token(kind: KeyKind, algorithm: Algorithm) -> anyhow::Result<String> {
    let issuer = issuer(kind);
    let mut payload = badge(&issuer);
    payload["iss"] = json!(issuer.id());
    payload["jti"] = payload["id"].clone();
    let header = json!({"typ": "JWT", "kid": issuer.method()});
    issuer.token(algorithm, &header, &payload)
}

/// A badge for each kind of key that the smaller program leaves out.
fn rare_badges() -> anyhow::Result<Vec<(&'static str, String)>> {
    let p384 = issuer(KeyKind::P384);
    let bbs = issuer(KeyKind::Bls12381G2);
    let ecdsa = p384.sign_with(badge(&p384), members(Suite::EcdsaRdfc2019))?;
    let bbs = bbs.sign_bbs(badge(&bbs), members(Suite::Bbs2023), |_| {})?;
    Ok(vec![
        ("P-384", ecdsa.to_string()),
        ("bbs-2023", bbs.to_string()),
        ("secp256k1", token(KeyKind::Secp256k1, Algorithm::Es256k)?),
        ("RSA", token(KeyKind::Rsa, Algorithm::Rs256)?),
    ])
}

/// The verdict, and the reasons of all checks, of an element that asks nobody.
fn judged(text: &str) -> anyhow::Result<Value> {
    let policy = Policy {
        registry_sources: vec![RegistrySource::consortium()],
        ..Policy::default()
    };
    let opened = open(text.as_bytes(), &policy.bounds).map_err(|why| anyhow::anyhow!("{why:?}"))?;
    let credential = opened.credentials.only();
    let credential = credential.context("one credential")?;
    let now = Timestamp::parse("2026-06-01T00:00:00Z").map_err(|why| anyhow::anyhow!("{why:?}"))?;
    let report = verify(credential, &Evidence::none(), &policy, now);
    let reasons = Question::ALL.map(|question| report.checks.get(question).reason.code());
    Ok(json!([report.verdict.code(), reasons]))
}

/// Puts a badge with this text on the page, and returns all reports of it and how often it was loaded.
async fn show(browser: &Browser, text: &str) -> anyhow::Result<Value> {
    let script = "(async () => { \
        const badge = document.createElement('assay-badge'); badge.loading = 'eager'; \
        const seen = []; let loaded = 0; \
        badge.addEventListener('badge-load', () => loaded += 1); \
        badge.addEventListener('badge-report', ({ detail: { report } }) => \
            seen.push([report.verdict, report.checks.map(({ code }) => code)])); \
        badge.credential = given[0]; document.body.append(badge); await badge.ready; \
        await new Promise(done => setTimeout(done, 300)); \
        const drawn = badge.shadowRoot.querySelectorAll('.assay').length; \
        return { seen, loaded, drawn }; })()";
    browser.evaluate_with(script, vec![json!(text)]).await
}

#[tokio::test]
async fn a_badge_with_a_common_key_loads_the_smaller_program_alone() -> anyhow::Result<()> {
    let browser = open_page_with("common-program", "").await?;
    for name in [
        "rich-genuine",
        "minimal",
        "altered",
        "presentation",
        "record",
    ] {
        let report = report_of(&browser, json!({"src": sample(name), "loading": "eager"})).await?;
        assert!(report["verdict"].is_string(), "{name}: {report}");
    }
    let p256 = token(KeyKind::P256, Algorithm::Es256)?;
    let expected = json!({"seen": [judged(&p256)?], "loaded": 1, "drawn": 1});
    assert_eq!(show(&browser, &p256).await?, expected);
    assert!(was_asked_for(&browser, COMMON));
    assert!(!was_asked_for(&browser, WHOLE));
    Ok(())
}

#[tokio::test]
async fn the_whole_program_judges_what_the_smaller_one_lacks_and_nothing_is_said_before()
-> anyhow::Result<()> {
    for (name, text) in rare_badges()? {
        let browser = open_page_with(&format!("lacking-{name}"), "").await?;
        let expected = json!({"seen": [judged(&text)?], "loaded": 1, "drawn": 1});
        assert_eq!(expected["seen"][0][0], "unlisted", "{name}");
        assert_eq!(show(&browser, &text).await?, expected, "{name}");
        assert!(was_asked_for(&browser, COMMON), "{name}");
        assert!(was_asked_for(&browser, WHOLE), "{name}");
        // A badge that is the smaller program's to judge is judged as well, whichever does it.
        let src = sample("rich-genuine");
        let registry = format!("{SAMPLES}/registry.json");
        let report = report_of(
            &browser,
            json!({"src": src, "registry": registry, "loading": "eager"}),
        )
        .await?;
        assert_eq!(report["verdict"], "genuine", "{name}");
    }
    Ok(())
}

/// A key that is seen only once the reader lets its host be asked: the reader is not asked again.
#[tokio::test]
async fn what_the_reader_has_allowed_the_whole_program_may_ask_too() -> anyhow::Result<()> {
    let host = ScriptedServer::named("issuer.example")?;
    let issuer = issuer(KeyKind::P384).under("did:web:issuer.example");
    let document = Reply::json(issuer.did_document().to_string());
    host.reply("/.well-known/did.json", document);
    let signed = issuer.sign_with(badge(&issuer), members(Suite::EcdsaRdfc2019))?;
    let page = "<!doctype html><html lang=en><meta charset=utf-8><title>A page</title>\
        <link rel=icon href=data:,><script type=module src=assay/assay.js></script><body>";
    let name = "allowed-before";
    let site = site(name, &[("index.html", page.as_bytes())])?;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("sites")
        .join(name);
    std::os::unix::fs::symlink(built_page()?, folder.join("assay"))?;
    let browser = Browser::with_site_and_hosts(site, &[&host]).await?;
    browser.open("/").await?;

    let recorder = Recorder::start(&browser).await?;
    let before = show(&browser, &signed.to_string()).await?;
    assert_eq!(before["seen"][0][0], "unconfirmed", "{before}");
    assert!(!was_asked_for(&browser, WHOLE));
    allow_once(&browser).await?;
    browser
        .wait_for("the verdict", "find('assay-badge').verdict === 'unlisted'")
        .await?;
    assert!(was_asked_for(&browser, WHOLE));
    assert_eq!(recorder.contacted(&browser).await?, ["issuer.example"]);
    let asked = question(&browser).await?;
    assert!(!asked.contains("issuer.example"), "{asked}");
    Ok(())
}

#[tokio::test]
async fn without_the_whole_program_nothing_is_said_and_the_pages_content_stays()
-> anyhow::Result<()> {
    let page = "<!doctype html><html lang=en><meta charset=utf-8><title>A page</title>\
        <link rel=icon href=data:,><script type=module src=assay.js></script>\
        <body><assay-badge loading=eager><a href=badge.json>My badge</a></assay-badge>";
    let (script, common) = (
        std::fs::read(built_page()?.join("assay.js"))?,
        std::fs::read(built_page()?.join(COMMON))?,
    );
    let files: [(&str, &[u8]); 3] = [
        ("index.html", page.as_bytes()),
        ("assay.js", &script),
        (COMMON, &common),
    ];
    let browser = Browser::with_site(site("without-whole", &files)?).await?;
    browser.open("/").await?;
    browser
        .wait_for("the element", "customElements.get('assay-badge')")
        .await?;
    let (_, text) = rare_badges()?.remove(0);
    let told = "(async () => { \
        const badge = find('assay-badge'); let code = null; \
        badge.addEventListener('badge-error', ({ detail }) => code = detail.code); \
        badge.credential = given[0]; \
        return [await badge.ready, code, badge.report, badge.shadowRoot.querySelector('.assay')]; })()";
    let told = browser.evaluate_with(told, vec![json!(text)]).await?;
    assert_eq!(told, json!([null, "no-program", null, null]));
    assert_eq!(browser.text().await?.trim(), "My badge");
    Ok(())
}
