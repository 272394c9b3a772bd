//! Hosted badges, and the host that answers for them.

use browser_tests::{Reply, ScriptedServer};
use serde_json::{Value, json};

const CONTEXT: &str = "https://w3id.org/openbadges/v2";

/// A badge of Open Badges 2.0 whose assertion, class and issuer are at one host, which confirms it.
pub struct HostedBadge {
    pub host: ScriptedServer,
}

impl HostedBadge {
    pub fn start() -> anyhow::Result<Self> {
        let badge = Self {
            host: ScriptedServer::start()?,
        };
        badge.host.reply("/class", Reply::json(badge.class()));
        badge.host.reply("/issuer", Reply::json(badge.issuer()));
        badge.serve("/assertion");
        Ok(badge)
    }

    /// The file that somebody holds of the badge at this path.
    pub fn file(&self, path: &str) -> String {
        self.assertion(path).to_string()
    }

    /// Confirms another badge, at this path.
    pub fn serve(&self, path: &str) {
        self.host.reply(path, Reply::json(self.file(path)));
    }

    fn assertion(&self, path: &str) -> Value {
        json!({
            "@context": CONTEXT,
            "type": "Assertion",
            "id": self.host.url(path),
            "recipient": {"type": "email", "hashed": false, "identity": "ada@example.com"},
            "issuedOn": "2024-03-14T09:00:00Z",
            "badge": self.host.url("/class"),
            "verification": {"type": "HostedBadge"},
        })
    }

    fn class(&self) -> String {
        let class = json!({
            "@context": CONTEXT,
            "type": "BadgeClass",
            "id": self.host.url("/class"),
            "name": "Welding",
            "description": "Welds steel.",
            "criteria": {"narrative": "A test."},
            "issuer": self.host.url("/issuer"),
        });
        class.to_string()
    }

    /// The issuer's profile.
    pub fn issuer(&self) -> String {
        let issuer = json!({
            "@context": CONTEXT,
            "type": "Issuer",
            "id": self.host.url("/issuer"),
            "name": "A school",
            "url": self.host.url("/"),
            "email": "office@badges.example",
        });
        issuer.to_string()
    }
}
