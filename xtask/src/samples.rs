//! `cargo xtask samples`: makes the samples anew, the same bytes each time.

pub mod badges;
mod picture;
mod record;

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use signing::{Disclosure, Issuer, KeyKind};

/// A file of the samples' folder.
struct File {
    name: &'static str,
    json: Value,
}

/// A sample, with what the gallery says of it.
struct Sample {
    file: File,
    title: &'static str,
    shows: &'static str,
    /// The verdict that each of its credentials gets offline, with the demo registry; of several the
    /// one that lets one rely on least.
    verdict: &'static str,
}

pub fn samples() -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../samples");
    fs::create_dir_all(&folder)?;
    for file in files()? {
        let path = folder.join(file.name);
        fs::write(&path, text(&file.json)?).with_context(|| path.display().to_string())?;
        println!("samples/{}", file.name);
    }
    Ok(())
}

fn text(json: &Value) -> Result<String> {
    Ok(serde_json::to_string_pretty(json)? + "\n")
}

fn files() -> Result<Vec<File>> {
    let listed = Issuer::did_key("listed issuer");
    let domain = Issuer::did_web("domain issuer", "did:web:badges.example");
    let samples = all(&listed, &domain)?;
    let index = samples
        .iter()
        .map(|sample| {
            json!({
                "file": sample.file.name,
                "title": sample.title,
                "shows": sample.shows,
                "verdict": sample.verdict,
            })
        })
        .collect();
    let registry = json!({
        "name": "Assay's demo registry",
        "issuers": [{
            "id": listed.id(),
            "name": "Northfield University",
            "url": "https://northfield.example",
        }],
    });
    let mut files: Vec<File> = samples.into_iter().map(|sample| sample.file).collect();
    files.push(File {
        name: "samples.json",
        json: index,
    });
    files.push(File {
        name: "registry.json",
        json: registry,
    });
    files.push(File {
        name: "did.json",
        json: domain.did_document(),
    });
    Ok(files)
}

fn all(listed: &Issuer, domain: &Issuer) -> Result<Vec<Sample>> {
    let unlisted = Issuer::did_key("unlisted issuer");
    let stranger = Issuer::did_key("stranger");
    let holder = Issuer::did_key("holder");
    let sample = |name, title, shows, verdict, json| Sample {
        file: File { name, json },
        title,
        shows,
        verdict,
    };
    Ok(vec![
        sample(
            "rich-genuine.json",
            "Everything in order",
            "A badge with every field that a card can show, from an issuer whom a registry lists.",
            "genuine",
            listed.sign(badges::rich(listed)?)?,
        ),
        sample(
            "minimal.json",
            "The least a badge can say",
            "Only what the standard asks for.",
            "genuine",
            listed.sign(badges::minimal(listed))?,
        ),
        sample(
            "unlisted-issuer.json",
            "An issuer in no list",
            "The signature is good. Who holds the key, no registry can tell.",
            "unlisted",
            unlisted.sign(badges::minimal(&unlisted))?,
        ),
        sample(
            "older-standard.json",
            "The older standard",
            "On data model 1.1, signed with Ed25519Signature2020.",
            "genuine",
            listed.sign_with(
                badges::older(listed),
                json!({"type": "Ed25519Signature2020"}),
            )?,
        ),
        sample(
            "details-left-out.json",
            "Only what its holder shows",
            "Signed so that the holder can leave details out; this one shows the achievement alone.",
            "unlisted",
            left_out(&Issuer::did_key_of("selective issuer", KeyKind::P256))?,
        ),
        sample(
            "expired.json",
            "Past its date",
            "Good when issued, and only until the end of 2023.",
            "expired",
            listed.sign(with(
                badges::minimal(listed),
                "validUntil",
                "2023-12-31T23:59:59Z",
            ))?,
        ),
        sample(
            "not-yet-valid.json",
            "Ahead of its date",
            "Signed now, and valid from 2090 on.",
            "not-yet-valid",
            listed.sign(with(
                badges::minimal(listed),
                "validFrom",
                "2090-01-01T00:00:00Z",
            ))?,
        ),
        sample(
            "altered.json",
            "Changed after signing",
            "Somebody made the grade better than it was.",
            "invalid",
            altered(listed.sign(badges::rich(listed)?)?),
        ),
        sample(
            "strangers-key.json",
            "Signed by a stranger",
            "It names a known issuer. The key is somebody else's.",
            "invalid",
            stranger.sign(badges::minimal(listed))?,
        ),
        sample(
            "unknown-context.json",
            "Words that nobody defined",
            "It refers to definitions that we don't know and never fetch.",
            "unconfirmed",
            listed.sign(with_context(
                badges::minimal(listed),
                "https://definitions.example/v1",
            ))?,
        ),
        sample(
            "uncovered-member.json",
            "More than was signed",
            "A member was added that the signature does not cover.",
            "unconfirmed",
            with(
                listed.sign(badges::minimal(listed))?,
                "honours",
                "with distinction",
            ),
        ),
        sample(
            "status-unknown.json",
            "Can be withdrawn",
            "The issuer can withdraw it. We ask before we look whether it did.",
            "status-unknown",
            listed.sign(with_status(badges::minimal(listed)))?,
        ),
        sample(
            "domain-issuer.json",
            "An issuer with a domain",
            "The key stands on the issuer's site: we ask before we look.",
            "unconfirmed",
            domain.sign(badges::minimal(domain))?,
        ),
        sample(
            "presentation.json",
            "Two badges in one file",
            "From two issuers, put together and signed by the one who presents them.",
            "unlisted",
            holder.present(badges::presentation(
                &holder,
                &[
                    listed.sign(badges::rich(listed)?)?,
                    unlisted.sign(badges::minimal(&unlisted))?,
                ],
            ))?,
        ),
        sample(
            "record.json",
            "A record of three",
            "A learner's record: one credential in it is past its date, and one has no signature of its own.",
            "genuine",
            record::record(listed, &unlisted)?,
        ),
        sample(
            "unsigned.json",
            "Not signed at all",
            "Anybody could have written it.",
            "unconfirmed",
            badges::minimal(listed),
        ),
    ])
}

fn with(mut badge: Value, member: &str, value: &str) -> Value {
    badge[member] = json!(value);
    badge
}

fn with_context(mut badge: Value, url: &str) -> Value {
    if let Some(contexts) = badge["@context"].as_array_mut() {
        contexts.push(json!(url));
    }
    badge
}

fn with_status(mut badge: Value) -> Value {
    badge["credentialStatus"] = json!({
        "id": "https://status.example/lists/3#94567",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": "94567",
        "statusListCredential": "https://status.example/lists/3",
    });
    badge
}

fn left_out(issuer: &Issuer) -> Result<Value> {
    let disclosure = Disclosure {
        mandatory: &["/issuer", "/validFrom"],
        selective: &["/credentialSubject/achievement"],
    };
    issuer.sign_selectively(badges::minimal(issuer), disclosure)
}

fn altered(mut badge: Value) -> Value {
    badge["credentialSubject"]["result"][2]["value"] = json!("97");
    badge
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The folder holds what this command makes.
    #[test]
    fn samples_are_current() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../samples");
        for file in files().unwrap() {
            let found = fs::read_to_string(folder.join(file.name)).unwrap();
            assert_eq!(
                found,
                text(&file.json).unwrap(),
                "{}: run `cargo xtask samples`",
                file.name
            );
        }
    }
}
