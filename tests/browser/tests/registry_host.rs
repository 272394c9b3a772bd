//! The hosts of registries of issuers, in each state that a host can be in: a list that an element's page
//! names, the list of registries that the page starts with, and a registry in that list.

mod support;

use browser_tests::{Browser, Reply, ScriptedServer};
use serde_json::{Value, json};
use signing::{Issuer, badge};
use support::consortium::{LIST, consortium};
use support::hosted::{report, words};
use support::open_page_among;
use support::states::{
    Case, ELSEWHERE, State, allow, check_again, code_of, in_each_state, show, silent_hosts,
};

/// What registries call the school.
const NAME: &str = "The School of Welding";

fn school() -> Issuer {
    Issuer::did_key("a school")
}

fn signed_badge() -> anyhow::Result<String> {
    let school = school();
    Ok(school.sign(badge(&school))?.to_string())
}

/// A registry of the Consortium's earlier kind that lists this issuer.
fn registry(issuer: &str) -> String {
    json!({"registry": {issuer: {"name": NAME, "url": "https://school.example"}}}).to_string()
}

/// The Consortium's list, with one registry, at this path of a host.
fn list(host: &ScriptedServer, path: &str) -> Value {
    json!([{"name": "Partners", "type": "dcc-legacy", "url": host.url(path)}])
}

/// A registry that is not had says nothing, and the badge is worth no more than before.
fn open(state: State, code: &'static str, words: &'static str) -> Case {
    Case {
        state,
        verdict: "unlisted",
        code,
        words,
    }
}

fn listed(state: State) -> Case {
    Case {
        state,
        verdict: "genuine",
        code: "listed",
        words: "Listed in Partners.",
    }
}

/// The Consortium's list is the page's own start: its host is one to be asked like any.
#[tokio::test]
async fn what_is_said_of_the_list_of_registries_in_each_state_of_its_host() -> anyhow::Result<()> {
    let registries = ScriptedServer::named("registries.example")?;
    let elsewhere = ScriptedServer::named(ELSEWHERE)?;
    let none = json!([]);
    let consortium = consortium(&none)?;
    let mut cases = silent_hosts("unlisted");
    cases.push(open(
        State::AnotherDocument,
        "malformed-registry",
        "digitalcredentials.github.io answered in a form that we don't know.",
    ));
    let browser = open_page_among(&[&registries, &elsewhere, &consortium]).await?;
    let page = (&browser, &elsewhere);
    in_each_state(page, cases, ("issuer-identity", "unlisted"), |case| {
        let reply = case.state.reply(&none.to_string(), &consortium);
        // Another card's answer would do for this one.
        consortium.reply(LIST, reply.header("cache-control", "no-store"));
        signed_badge()
    })
    .await
}

/// A registry in the list has a host of its own, which is asked only after another question.
#[tokio::test]
async fn what_is_said_of_a_registry_in_each_state_of_its_host() -> anyhow::Result<()> {
    let registries = ScriptedServer::named("registries.example")?;
    let elsewhere = ScriptedServer::named(ELSEWHERE)?;
    let consortium = consortium(&json!([]))?;
    let mut cases = silent_hosts("unlisted");
    cases.extend([
        listed(State::Reachable),
        listed(State::Slow),
        listed(State::AsText),
        open(
            State::AnotherDocument,
            "malformed-registry",
            "Partners answered in a form that we don't know.",
        ),
    ]);
    let browser = open_page_among(&[&registries, &elsewhere, &consortium]).await?;
    let mut problems = Vec::new();
    for case in cases {
        let path = format!("/{}.json", case.state.path());
        let list = Reply::json(list(&registries, &path).to_string());
        consortium.reply(LIST, list.header("cache-control", "no-store"));
        let reply = case.state.reply(&registry(school().id()), &registries);
        registries.reply(&path, reply);
        show(&browser, &case.state.path(), &signed_badge()?).await?;
        allow(&browser).await?;
        assert_eq!(report(&browser).await?["verdict"], "unlisted");
        let question = browser.evaluate("text(find('.consent'))").await?;
        let question = question.as_str().unwrap_or_default();
        assert!(
            question.contains("we'd ask registries.example"),
            "{question}"
        );
        let seen = allow(&browser).await?;
        problems.extend(
            case.problems(&browser, "issuer-identity", &seen, "unlisted")
                .await?,
        );
    }
    assert!(problems.is_empty(), "{problems:#?}");
    assert_eq!(elsewhere.requests(), [""; 0], "a redirection was followed");
    Ok(())
}

/// An issuer that its registry has taken off is not listed at the next look.
#[tokio::test]
async fn an_issuer_taken_off_between_two_looks() -> anyhow::Result<()> {
    let registries = ScriptedServer::named("registries.example")?;
    let consortium = consortium(&list(&registries, "/registry.json"))?;
    let browser = open_page_among(&[&registries, &consortium]).await?;
    registries.reply("/registry.json", Reply::json(registry(school().id())));
    show(&browser, "taken-off", &signed_badge()?).await?;
    allow(&browser).await?;
    assert_eq!(allow(&browser).await?, ["unlisted", "genuine"]);
    let said = words(&browser).await?;
    assert!(
        said.contains(&format!("Genuine, from {NAME}, in force on")),
        "{said}"
    );

    registries.reply(
        "/registry.json",
        Reply::json(registry("did:key:somebody-else")),
    );
    assert_eq!(check_again(&browser).await?, ["genuine", "unlisted"]);
    assert_eq!(
        code_of(&report(&browser).await?, "issuer-identity"),
        "not-listed"
    );
    let said = words(&browser).await?;
    assert!(
        said.contains("Not in the lists we checked: Partners."),
        "{said}"
    );
    Ok(())
}

/// The list that an element's page names. Asking for it is the page's own wish, as asking for the badge
/// is, so it is loaded as browsers load what pages name: redirections are followed.
#[tokio::test]
async fn an_element_says_where_its_pages_registry_did_not_come() -> anyhow::Result<()> {
    let page = ScriptedServer::named("page.example")?;
    let elsewhere = ScriptedServer::named(ELSEWHERE)?;
    let browser = open_page_among(&[&page, &elsewhere]).await?;
    page.reply("/badge.json", Reply::json(signed_badge()?));
    let own = json!({"name": "Partners", "issuers": [{"id": school().id(), "name": NAME}]});
    let own = own.to_string();
    let note = "A list of issuers that this page names couldn't be loaded, so it wasn't used.";
    for (state, verdict) in [
        (State::Reachable, "genuine"),
        (State::Slow, "genuine"),
        (State::AsText, "genuine"),
        (State::AsPicture, "genuine"),
        (State::RedirectingWithin, "genuine"),
        (State::WithoutCors, "unlisted"),
        (State::NotFound, "unlisted"),
        (State::Gone, "unlisted"),
        (State::Fault, "unlisted"),
        (State::WebPage, "unlisted"),
        (State::RedirectingElsewhere, "unlisted"),
        (State::Endless, "unlisted"),
        (State::AnotherDocument, "unlisted"),
    ] {
        let path = format!("/{}.json", state.path());
        page.reply(&path, state.reply(&own, &page));
        let attributes = json!({
            "src": page.url("/badge.json"),
            "registry": page.url(&path),
            "network": "never",
        });
        let report = shown(&browser, attributes).await?;
        assert_eq!(report["verdict"], verdict, "{state:?}");
        let said = browser.evaluate("text(find('assay-badge'))").await?;
        let said = said.as_str().unwrap_or_default();
        assert_eq!(
            said.contains(note),
            verdict == "unlisted",
            "{state:?}: {said}"
        );
    }
    assert_eq!(elsewhere.requests(), ["GET /moved"]);
    Ok(())
}

/// The first report of an element with these attributes, put on the page in place of another.
async fn shown(browser: &Browser, attributes: Value) -> anyhow::Result<Value> {
    let shown = "new Promise(resolve => { \
        find('assay-badge')?.remove(); \
        const badge = document.createElement('assay-badge'); badge.loading = 'eager'; \
        for (const [name, value] of Object.entries(given[0])) badge.setAttribute(name, value); \
        badge.addEventListener('badge-verdict', event => resolve(event.detail.report)); \
        document.body.append(badge); })";
    browser.evaluate_with(shown, vec![attributes]).await
}

/// Where the list of registries cannot be reached, it is said whether that is this device's doing, and
/// the badge is worth what it was.
#[tokio::test]
async fn a_list_of_registries_that_cannot_be_reached() -> anyhow::Result<()> {
    // Nobody has the Consortium's name here.
    let browser = open_page_among(&[]).await?;
    let before = show(&browser, "unreachable", &signed_badge()?).await?;
    assert_eq!(before, "unlisted");
    assert_eq!(allow(&browser).await?, ["unlisted"]);
    let blocked = "digitalcredentials.github.io couldn't be read: no such host, no connection, or a host that lets no other page read it. A browser doesn't tell these apart.";
    let said = words(&browser).await?;
    assert!(said.contains(blocked), "{said}");

    browser.go_offline().await?;
    assert_eq!(check_again(&browser).await?, ["unlisted"]);
    let code = code_of(&report(&browser).await?, "issuer-identity").to_owned();
    assert_eq!(code, "offline");
    let said = words(&browser).await?;
    let offline = "digitalcredentials.github.io couldn't be read: this device is offline.";
    assert!(said.contains(offline), "{said}");
    assert!(
        said.contains("Connect to the internet and check again."),
        "{said}"
    );
    Ok(())
}
