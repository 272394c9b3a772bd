//! What requests to other hosts say of the person: no cookies, and not which page asks.

mod support;

use browser_tests::{Browser, Reply, ScriptedServer};
use serde_json::json;
use support::hosted::press;
use support::hosts::Hosts;
use support::open_page_among;
use support::recorder::{allow_once, at_rest};
use support::states::show;

/// Has the person visit a host that gives them a cookie which goes with every request, and sees that it
/// does where a page wants it to.
async fn give_cookie(browser: &Browser, host: &ScriptedServer) -> anyhow::Result<()> {
    let cookie = "who=somebody; SameSite=None; Secure; Path=/";
    host.reply("/visit", Reply::json("{}").header("set-cookie", cookie));
    browser.client().goto(&host.url("/visit")).await?;
    browser.open("/").await?;
    let ask = "fetch(given[0], {mode: 'no-cors', credentials: 'include', referrerPolicy: 'unsafe-url'})\
        .then(() => true)";
    browser
        .evaluate_with(ask, vec![json!(host.url("/visit"))])
        .await?;
    let (cookies, referrers) = (host.header("cookie"), host.header("referer"));
    assert_eq!(cookies.last(), Some(&Some("who=somebody".to_owned())));
    assert!(referrers.last().is_some_and(Option::is_some));
    Ok(())
}

#[tokio::test]
async fn requests_carry_no_cookies_and_no_referrer() -> anyhow::Result<()> {
    let hosts = Hosts::start()?;
    let picture = Reply::json("").header("content-type", "image/png");
    hosts.links.reply("/achievement.png", picture);
    hosts
        .links
        .reply("/badge.json", Reply::json(hosts.signed_badge()?));
    let browser = open_page_among(&hosts.all()).await?;
    let mut before = Vec::new();
    for host in hosts.all() {
        give_cookie(&browser, host).await?;
        before.push(host.requests().len());
    }
    // A document, a list, a registry, a picture and a badge behind a link.
    show(&browser, "badge", &hosts.signed_badge()?).await?;
    allow_once(&browser).await?;
    allow_once(&browser).await?;
    press(&browser, ".picture-offer").await?;
    at_rest(&browser).await?;
    browser.paste(&hosts.links.url("/badge.json")).await?;
    press(&browser, ".link-allow").await?;
    browser
        .wait_for("its card", "findAll('.results > li').length === 2")
        .await?;
    for (host, paths) in [
        (&hosts.issuer, &["GET /.well-known/did.json"][..]),
        (&hosts.status, &["GET /list"]),
        (
            &hosts.consortium,
            &["GET /dcc-known-registries/known-did-registries.json"],
        ),
        (&hosts.links, &["GET /achievement.png", "GET /badge.json"]),
    ] {
        let name = host.host();
        let requests = host.requests();
        let own = requests.len() - paths.len();
        assert_eq!(requests[own..], *paths, "{name}");
        for header in ["cookie", "referer", "authorization"] {
            let said = &host.header(header)[own..];
            assert!(
                said.iter().all(Option::is_none),
                "{name}, {header}: {said:?}"
            );
        }
    }
    Ok(())
}
