//! A badge for each state that a card can be in, on a site of its own.

use std::path::{Path, PathBuf};
use std::time::Duration;

use browser_tests::{Reply, ScriptedServer};
use serde_json::json;
use signing::status_list::{SHORTEST, bits, encoded, entry, list};
use signing::{Issuer, badge};

/// The host of what no sample has: a list of withdrawn badges, and an answer that doesn't come.
pub const HOST: &str = "badges.example";

/// A state, the badge that is in it, and the verdict that its report has; none while it is waited for.
pub struct State {
    pub name: &'static str,
    pub src: &'static str,
    pub verdict: Option<&'static str>,
}

/// All of them.
pub const STATES: [State; 8] = [
    state("genuine", "samples/rich-genuine.json"),
    state("unlisted", "samples/unlisted-issuer.json"),
    state("unconfirmed", "samples/unsigned.json"),
    state("invalid", "samples/altered.json"),
    state("expired", "samples/expired.json"),
    state("revoked", "sheet/withdrawn.json"),
    state("unreadable", "sheet/no-badge.json"),
    State {
        name: "pending",
        src: "https://badges.example/pending.json",
        verdict: None,
    },
];

const fn state(verdict: &'static str, src: &'static str) -> State {
    State {
        name: verdict,
        src,
        verdict: Some(verdict),
    }
}

/// The host, at work.
pub fn host(issuer: &Issuer) -> anyhow::Result<ScriptedServer> {
    let host = ScriptedServer::named(HOST)?;
    let withdrawn = encoded(&bits(SHORTEST, &[7]));
    let list = issuer.sign(list(&host.url("/list"), issuer, "revocation", &withdrawn))?;
    host.reply("/list", Reply::json(list.to_string()));
    let never = Reply::json("").after(Duration::from_secs(3600));
    host.reply("/pending.json", never);
    Ok(host)
}

/// A copy of the built page, with the sheet and its badges beside it.
pub fn site(
    page: &Path,
    name: &str,
    issuer: &Issuer,
    host: &ScriptedServer,
) -> anyhow::Result<PathBuf> {
    let site = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("sheets")
        .join(name);
    let _ = std::fs::remove_dir_all(&site);
    copy_folder(page, &site)?;
    let sheet = site.join("sheet");
    std::fs::create_dir_all(&sheet)?;
    std::fs::write(site.join("sheet.html"), include_str!("sheet.html"))?;
    let mut withdrawn = badge(issuer);
    withdrawn["credentialStatus"] = entry(&host.url("/list"), "revocation", "7");
    std::fs::write(
        sheet.join("withdrawn.json"),
        issuer.sign(withdrawn)?.to_string(),
    )?;
    std::fs::write(sheet.join("no-badge.json"), "{\"a\": 1}")?;
    let listed = json!({ "id": issuer.id(), "name": "Harbour Trade School" });
    let registry = json!({ "name": "Northfield's partners", "issuers": [listed] });
    std::fs::write(sheet.join("registry.json"), registry.to_string())?;
    Ok(site)
}

fn copy_folder(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let copy = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &copy)?;
        } else {
            std::fs::copy(entry.path(), copy)?;
        }
    }
    Ok(())
}
