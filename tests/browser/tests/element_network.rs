//! Whom `<assay-badge>` contacts, for each value of its attribute `network`. What the page itself names,
//! the badge and registries, is loaded at once.

mod support;

use browser_tests::{Browser, Reply, ScriptedServer};
use serde_json::{Value, json};
use support::hosts::Hosts;
use support::open_page_among;
use support::recorder::{Recorder, allow_once, at_rest, question};

/// Puts an element with these attributes on the page, in place of another, and lets it come to rest.
async fn show(browser: &Browser, attributes: Value) -> anyhow::Result<()> {
    let show = "(() => { \
        find('assay-badge')?.remove(); \
        const badge = document.createElement('assay-badge'); badge.loading = 'eager'; \
        for (const [name, value] of Object.entries(given[0])) badge.setAttribute(name, value); \
        document.body.append(badge); })()";
    browser.evaluate_with(show, vec![attributes]).await?;
    browser
        .wait_for("its report", "find('assay-badge').report")
        .await?;
    at_rest(browser).await
}

/// An attribute's value, whom it lets the element contact besides the badge's host, and whether the
/// reader is asked about others.
struct Case {
    network: Option<&'static str>,
    contacted: &'static [&'static str],
    is_asked: bool,
}

#[tokio::test]
async fn an_element_contacts_whom_its_page_and_its_reader_allow() -> anyhow::Result<()> {
    let hosts = Hosts::start()?;
    hosts
        .links
        .reply("/badge.json", Reply::json(hosts.signed_badge()?));
    let browser = open_page_among(&hosts.all()).await?;
    let asking = |network, contacted| Case {
        network,
        contacted,
        is_asked: true,
    };
    for Case {
        network,
        contacted,
        is_asked,
    } in [
        asking(None, &[]),
        asking(Some("ask"), &[]),
        // What it does not know is no permission.
        asking(Some("always"), &[]),
        asking(Some("allow"), &[]),
        asking(Some("allow issuer.example"), &["issuer.example"]),
        // A list of withdrawn badges is nothing to ask for before the badge is its issuer's.
        asking(Some("allow status.example"), &[]),
        asking(
            Some("allow issuer.example status.example"),
            &["issuer.example", "status.example"],
        ),
        Case {
            network: Some("never"),
            contacted: &[],
            is_asked: false,
        },
    ] {
        let recorder = Recorder::start(&browser).await?;
        let mut attributes = json!({"src": hosts.links.url("/badge.json")});
        if let Some(network) = network {
            attributes["network"] = json!(network);
        }
        show(&browser, attributes).await?;
        let expected = [&["links.example"], contacted].concat();
        assert_eq!(
            recorder.contacted(&browser).await?,
            expected,
            "network={network:?}"
        );
        let asked = question(&browser).await?;
        assert_eq!(asked.is_empty(), !is_asked, "network={network:?}: {asked}");
        let is_off = browser
            .text()
            .await?
            .contains("This page doesn't let us ask other sites.");
        assert_eq!(is_off, !is_asked, "network={network:?}");
    }
    Ok(())
}

/// What its page allows is asked as soon as there is something to ask, and no host besides.
#[tokio::test]
async fn a_reader_allows_one_host_and_the_page_another() -> anyhow::Result<()> {
    let hosts = Hosts::start()?;
    hosts
        .links
        .reply("/badge.json", Reply::json(hosts.signed_badge()?));
    let browser = open_page_among(&hosts.all()).await?;
    let recorder = Recorder::start(&browser).await?;
    let attributes = json!({
        "src": hosts.links.url("/badge.json"),
        "network": "allow status.example",
    });
    show(&browser, attributes).await?;
    allow_once(&browser).await?;
    let expected = ["links.example", "issuer.example", "status.example"];
    assert_eq!(recorder.contacted(&browser).await?, expected);
    let asked = question(&browser).await?;
    assert!(asked.contains("digitalcredentials.github.io"), "{asked}");
    Ok(())
}

#[tokio::test]
async fn a_registry_that_the_page_names_is_loaded_and_no_more() -> anyhow::Result<()> {
    let hosts = Hosts::start()?;
    let registries = ScriptedServer::named("registries.example")?;
    let registry = json!({"name": "Partners", "issuers": [{
        "id": "did:web:issuer.example",
        "name": "The School of Welding",
        "url": hosts.other.url("/"),
        "logo": hosts.other.url("/logo.png"),
    }]});
    registries.reply("/registry.json", Reply::json(registry.to_string()));
    hosts
        .links
        .reply("/badge.json", Reply::json(hosts.signed_badge()?));
    let mut all = Vec::from(hosts.all());
    all.push(&registries);
    let browser = open_page_among(&all).await?;
    let recorder = Recorder::start(&browser).await?;
    let attributes = json!({
        "src": hosts.links.url("/badge.json"),
        "registry": registries.url("/registry.json"),
        "network": "allow issuer.example status.example",
    });
    show(&browser, attributes).await?;
    // Who is known need not be looked up elsewhere, and the registry's logo is left where it is.
    let report = browser.evaluate("find('assay-badge').report").await?;
    assert_eq!(report["verdict"], "genuine");
    assert_eq!(question(&browser).await?, "");
    let expected = [
        "links.example",
        "registries.example",
        "issuer.example",
        "status.example",
    ];
    assert_eq!(recorder.contacted(&browser).await?, expected);
    Ok(())
}
