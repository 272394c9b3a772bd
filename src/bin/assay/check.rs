//! `assay check`, offline, for pipelines and for tests.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use assay::carrier::open_all;
use assay::evidence::Answer;
use assay::present::{english, report_json, unreadable_json};
use assay::trust::Registry;
use assay::{Evidence, Opened, Policy, Reliance, Report, Timestamp, Unreadable, verify};

use crate::read;

#[derive(clap::Args)]
pub struct Check {
    /// Print one JSON object a line
    #[arg(long)]
    json: bool,
    /// A folder with evidence.json: {"URL": {"status": 200, "body": "file in the folder"}}
    #[arg(long, value_name = "DIR")]
    evidence: Option<PathBuf>,
    /// The time to answer for; now, if left out
    #[arg(long, value_name = "RFC3339", value_parser = time)]
    at: Option<Timestamp>,
    /// The e-mail address or name of the person whom the badge should belong to
    #[arg(long, value_name = "TEXT")]
    recipient: Option<String>,
    /// A registry of issuers to trust; can be given several times
    #[arg(long, value_name = "FILE")]
    registry: Vec<PathBuf>,
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

fn time(text: &str) -> Result<Timestamp, String> {
    let expected = "expected a time such as 2025-03-14T09:00:00Z";
    Timestamp::parse(text).map_err(|_| expected.to_owned())
}

/// Whether every file can be relied on, its issuer perhaps unknown.
pub fn run(check: &Check) -> Result<bool, String> {
    let at = check.at.map_or_else(now, Ok)?;
    let evidence = match &check.evidence {
        Some(folder) => evidence(folder)?,
        None => Evidence::none(),
    };
    let registries = check.registry.iter().map(|path| registry(path));
    let policy = Policy {
        recipient: check.recipient.clone(),
        registries: registries.collect::<Result<_, _>>()?,
        ..Policy::default()
    };
    let mut all_good = true;
    let mut unread = None;
    for path in &check.files {
        let bytes = match read(path) {
            Ok(bytes) => bytes,
            // The other files still get their verdicts.
            Err(problem) => {
                eprintln!("assay: {problem}");
                unread.get_or_insert(problem);
                continue;
            }
        };
        let name = path.display().to_string();
        // A ZIP can have several badges in it, and each gets its line.
        let all = open_all(&bytes, &policy.bounds).unwrap_or_else(|why| vec![Err(why)]);
        for opened in &all {
            let text = match opened {
                Ok(opened) => {
                    let report = verify(&opened.credential, &evidence, &policy, at);
                    all_good &= report.verdict.reliance() >= Reliance::IssuerUnknown;
                    match check.json {
                        true => report_json(&name, opened, &report),
                        false => summary(&name, opened, &report),
                    }
                }
                Err(unreadable) => {
                    all_good = false;
                    match check.json {
                        true => unreadable_json(&name, unreadable, at),
                        false => unreadable_summary(&name, unreadable),
                    }
                }
            };
            match writeln!(std::io::stdout(), "{text}") {
                // Whoever reads has seen enough.
                Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(all_good),
                other => other.map_err(|error| error.to_string())?,
            }
        }
    }
    match unread {
        None => Ok(all_good),
        Some(_) => Err("some files could not be read".into()),
    }
}

fn now() -> Result<Timestamp, String> {
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).ok();
    elapsed
        .and_then(|elapsed| i64::try_from(elapsed.as_secs()).ok())
        .and_then(Timestamp::from_unix_seconds)
        .ok_or_else(|| "this machine's clock is out of range; give --at".into())
}

fn registry(path: &Path) -> Result<Registry, String> {
    Registry::parse(&read(path)?).map_err(|error| format!("{}: {}", path.display(), error.problem))
}

#[derive(serde::Deserialize)]
struct Recorded {
    status: u16,
    body: Option<PathBuf>,
}

fn evidence(folder: &Path) -> Result<Evidence, String> {
    let index = folder.join("evidence.json");
    let recorded: BTreeMap<String, Recorded> = serde_json::from_slice(&read(&index)?)
        .map_err(|error| format!("{}: {error}", index.display()))?;
    let mut evidence = Evidence::none();
    for (url, Recorded { status, body }) in recorded {
        let body = body.map_or_else(|| Ok(Vec::new()), |body| read(&folder.join(body)))?;
        evidence.insert(url, Answer::Response { status, body });
    }
    Ok(evidence)
}

fn summary(name: &str, opened: &Opened, report: &Report) -> String {
    let claims = &opened.credential.claims;
    let mut lines = vec![format!("{name}: {}", english::headline(report, claims))];
    if let Some(path) = opened.found.path() {
        lines.push(format!("  {:16} {path}", "found in"));
    }
    let notes = opened.found.notes.iter();
    lines.extend(notes.map(|note| format!("  {:16} {}", "", english::note(*note))));
    for check in report.checks.all() {
        lines.push(format!(
            "  {:16} {}",
            check.question.code(),
            english::answer(check)
        ));
        lines.push(format!("  {:16} {}", "", english::detail(check)));
        if let Some(next) = english::next_step(&check.reason) {
            lines.push(format!("  {:16} → {next}", ""));
        }
    }
    for want in &report.wants {
        lines.push(format!("  wants {} ({})", want.url, want.purpose.code()));
    }
    lines.extend(
        english::caveats(report)
            .iter()
            .map(|caveat| format!("  {caveat}")),
    );
    lines.join("\n")
}

fn unreadable_summary(name: &str, unreadable: &Unreadable) -> String {
    format!(
        "{name}: {}\n  {}",
        english::UNREADABLE,
        english::unreadable(unreadable)
    )
}
