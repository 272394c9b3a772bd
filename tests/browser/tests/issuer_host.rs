//! The host of an issuer's keys, in each state that a host can be in.

mod support;

use browser_tests::{Reply, ScriptedServer};
use serde_json::json;
use signing::{Issuer, badge};
use support::hosted::{report, words};
use support::open_page_among;
use support::states::{
    self, Case, ELSEWHERE, State, allow, check_again, code_of, show, silent_hosts,
};

/// The host of issuers, each with an address of its own.
struct IssuerHost {
    server: ScriptedServer,
}

impl IssuerHost {
    fn start() -> anyhow::Result<Self> {
        let server = ScriptedServer::named("issuer.example")?;
        Ok(Self { server })
    }

    /// The issuer whose DID document is served at `/name/did.json`.
    fn of_did(&self, name: &str) -> Issuer {
        Issuer::did_web(
            "a school",
            &format!("did:web:{}:{name}", self.server.host()),
        )
    }

    /// The issuer whose own address is `/name`, where its keys are listed.
    fn of_address(&self, name: &str) -> Issuer {
        Issuer::did_web("a school", &self.server.url(name))
    }
}

fn signed_badge(issuer: &Issuer) -> anyhow::Result<String> {
    Ok(issuer.sign(badge(issuer))?.to_string())
}

fn confirmed(state: State) -> Case {
    Case {
        state,
        verdict: "unlisted",
        code: "eddsa-rdfc-2022",
        words: "Its issuer has shown that they control an address at issuer.example, and no more",
    }
}

/// An issuer for each case, whose document stands at the path that belongs to its name.
async fn in_each_state(
    cases: Vec<Case>,
    issuer: impl Fn(&IssuerHost, &str) -> Issuer,
    path: impl Fn(&str) -> String,
) -> anyhow::Result<()> {
    let host = IssuerHost::start()?;
    let elsewhere = ScriptedServer::named(ELSEWHERE)?;
    let browser = open_page_among(&[&host.server, &elsewhere]).await?;
    let page = (&browser, &elsewhere);
    states::in_each_state(page, cases, ("integrity", "unconfirmed"), |case| {
        let name = case.state.path();
        let issuer = issuer(&host, &name);
        let document = issuer.did_document().to_string();
        let reply = case.state.reply(&document, &host.server);
        host.server.reply(&path(&name), reply);
        signed_badge(&issuer)
    })
    .await
}

#[tokio::test]
async fn what_is_said_of_a_did_document_in_each_state_of_its_host() -> anyhow::Result<()> {
    let mut cases = silent_hosts("unconfirmed");
    cases.extend([
        confirmed(State::Reachable),
        confirmed(State::Slow),
        confirmed(State::AsText),
        Case {
            state: State::AnotherDocument,
            verdict: "unconfirmed",
            code: "malformed-document",
            words: "did not hold the document that belongs there",
        },
    ]);
    in_each_state(cases, IssuerHost::of_did, |name| {
        format!("/{name}/did.json")
    })
    .await
}

/// Issuers with an https address have a document there that lists their keys.
#[tokio::test]
async fn what_is_said_of_an_issuers_own_address() -> anyhow::Result<()> {
    let mut cases = silent_hosts("unconfirmed");
    cases.push(confirmed(State::Reachable));
    in_each_state(cases, IssuerHost::of_address, |name| format!("/{name}")).await
}

/// A key that its issuer withdraws, or takes off its list, is not the issuer's at the next look.
#[tokio::test]
async fn a_key_withdrawn_between_two_looks() -> anyhow::Result<()> {
    let host = IssuerHost::start()?;
    let browser = open_page_among(&[&host.server]).await?;
    let mut withdrawn = host.of_did("withdrawn").did_document();
    withdrawn["verificationMethod"][0]["revoked"] = json!("2025-06-01T00:00:00Z");
    let mut unlisted = host.of_did("unlisted").did_document();
    unlisted["assertionMethod"] = json!([]);
    for (name, now, code, expected) in [
        (
            "withdrawn",
            withdrawn,
            "key-revoked",
            "The issuer withdrew this key on 1 June 2025.",
        ),
        (
            "unlisted",
            unlisted,
            "key-not-listed",
            "does not list this key for signing credentials.",
        ),
    ] {
        let issuer = host.of_did(name);
        let path = format!("/{name}/did.json");
        host.server
            .reply(&path, Reply::json(issuer.did_document().to_string()));
        show(&browser, name, &signed_badge(&issuer)?).await?;
        allow(&browser).await?;
        assert_eq!(report(&browser).await?["verdict"], "unlisted", "{name}");

        host.server.reply(&path, Reply::json(now.to_string()));
        let seen = check_again(&browser).await?;
        assert_eq!(seen, ["unlisted", "invalid"], "{name}");
        let report = report(&browser).await?;
        assert_eq!(code_of(&report, "issuer-key"), code);
        let said = words(&browser).await?;
        assert!(said.contains(expected), "{said}");
    }
    Ok(())
}
