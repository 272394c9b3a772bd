//! Several hosts, and badges that name them all.

use browser_tests::{Reply, ScriptedServer};
use serde_json::{Value, json};
use signing::status_list::{self, SHORTEST, bits, encoded};
use signing::{Issuer, badge};

use super::consortium::{LIST, consortium};

/// Hosts of an issuer's keys, of another's, of a list of withdrawn badges, of the list of registries, and
/// of all else that badges name. Nobody keeps what they answer, so that each card has to ask.
pub struct Hosts {
    pub issuer: ScriptedServer,
    pub other: ScriptedServer,
    pub status: ScriptedServer,
    pub consortium: ScriptedServer,
    pub links: ScriptedServer,
}

impl Hosts {
    pub fn start() -> anyhow::Result<Self> {
        let none = json!([]);
        let hosts = Self {
            issuer: ScriptedServer::named("issuer.example")?,
            other: ScriptedServer::named("other.example")?,
            status: ScriptedServer::named("status.example")?,
            consortium: consortium(&none)?,
            links: ScriptedServer::named("links.example")?,
        };
        let list = hosts.list()?;
        for (host, path, body) in [
            (
                &hosts.issuer,
                "/.well-known/did.json",
                school().did_document(),
            ),
            (
                &hosts.other,
                "/.well-known/did.json",
                company().did_document(),
            ),
            (&hosts.status, "/list", list),
            (&hosts.consortium, LIST, none),
        ] {
            let reply = Reply::json(body.to_string());
            host.reply(path, reply.header("cache-control", "no-store"));
        }
        Ok(hosts)
    }

    pub fn all(&self) -> [&ScriptedServer; 5] {
        let Self {
            issuer,
            other,
            status,
            consortium,
            links,
        } = self;
        [issuer, other, status, consortium, links]
    }

    /// Nobody's badges are withdrawn.
    fn list(&self) -> anyhow::Result<Value> {
        let none = encoded(&bits(SHORTEST, &[]));
        let (url, school) = (self.status.url("/list"), school());
        school.sign(status_list::list(&url, &school, "revocation", &none))
    }

    /// A badge that can be withdrawn and links to wherever badges can; nobody has signed it yet.
    pub fn badge(&self, issuer: &Issuer) -> Value {
        let at = |path| self.links.url(path);
        let picture = |path| json!({"id": at(path), "type": "Image"});
        let mut badge = badge(issuer);
        badge["issuer"]["url"] = json!(at("/"));
        badge["issuer"]["image"] = picture("/issuer.png");
        badge["credentialStatus"] =
            status_list::entry(&self.status.url("/list"), "revocation", "3");
        badge["evidence"] = json!([{"id": at("/evidence"), "type": ["Evidence"]}]);
        badge["credentialSchema"] = json!([{"id": at("/schema.json"), "type": "JsonSchema"}]);
        let achievement = &mut badge["credentialSubject"]["achievement"];
        achievement["image"] = picture("/achievement.png");
        achievement["criteria"] = json!({
            "id": at("/criteria"),
            "narrative": format!("![A picture]({})", at("/narrative.png")),
        });
        achievement["alignment"] = json!([{
            "type": ["Alignment"],
            "targetName": "Welding",
            "targetUrl": at("/skill"),
        }]);
        badge
    }

    /// The same, signed.
    pub fn signed_badge(&self) -> anyhow::Result<String> {
        let school = school();
        Ok(school.sign(self.badge(&school))?.to_string())
    }
}

/// The issuer whose keys are at `issuer.example`.
pub fn school() -> Issuer {
    Issuer::did_web("a school", "did:web:issuer.example")
}

/// The issuer whose keys are at `other.example`.
pub fn company() -> Issuer {
    Issuer::did_web("a company", "did:web:other.example")
}
