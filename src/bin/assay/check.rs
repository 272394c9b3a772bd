//! `assay check`: offline, with recorded evidence.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use assay::carrier::open_all;
use assay::evidence::{Answer, Request};
use assay::nested::{EndorsementReport, RecordCounts};
use assay::present::{Place, english, report_json, unreadable_credential_json, unreadable_json};
use assay::trust::{Registry, RegistrySource};
use assay::{
    Credential, Evidence, HolderReport, Opened, Policy, Reliance, Report, Timestamp, Unreadable,
    verify, verify_presentation,
};

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
    /// The person whom the badge should belong to: an e-mail address, a name, or another identifier
    /// that it can have, such as a telephone number or a DID
    #[arg(long, value_name = "TEXT")]
    recipient: Option<String>,
    /// A registry of issuers to trust, an address being looked up in the evidence; can be given
    /// several times
    #[arg(long, value_name = "FILE|URL")]
    registry: Vec<PathBuf>,
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

fn time(text: &str) -> Result<Timestamp, String> {
    let expected = "expected a time such as 2025-03-14T09:00:00Z";
    Timestamp::parse(text).map_err(|_| expected.to_owned())
}

/// Whether every credential can be relied on, its issuer perhaps unknown.
pub fn run(check: &Check) -> Result<bool, String> {
    let at = check.at.map_or_else(now, Ok)?;
    let evidence = match &check.evidence {
        Some(folder) => evidence(folder)?,
        None => Evidence::none(),
    };
    let mut policy = Policy {
        recipient: check.recipient.clone(),
        ..Policy::default()
    };
    for place in &check.registry {
        match url(place) {
            Some(url) => policy
                .registry_sources
                .push(RegistrySource::Registry { url }),
            None => policy.registries.push(registry(place)?),
        }
    }
    policy.registry_sources.push(RegistrySource::consortium());
    let mut all = true;
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
        // A ZIP can have several badges in it, and each is judged for itself.
        let badges = open_all(&bytes, &policy.bounds).unwrap_or_else(|why| vec![Err(why)]);
        let mut texts = Vec::new();
        for badge in &badges {
            match badge {
                Ok(opened) => {
                    let judged = Judged::new(opened, &evidence, &policy, at);
                    all &= judged.can_be_relied_on();
                    texts.extend(match check.json {
                        true => judged.json(&name),
                        false => judged.summary(&name),
                    });
                }
                Err(unreadable) => {
                    all = false;
                    texts.push(match check.json {
                        true => unreadable_json(&name, unreadable, at),
                        false => unreadable_summary(&name, english::UNREADABLE, unreadable),
                    });
                }
            }
        }
        match writeln!(std::io::stdout(), "{}", texts.join("\n")) {
            // Whoever reads has seen enough.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(all),
            other => other.map_err(|error| error.to_string())?,
        }
    }
    match unread {
        None => Ok(all),
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

/// The address that stands in a path's place.
fn url(place: &Path) -> Option<String> {
    let text = place.to_str()?;
    let is_url = ["https://", "http://"]
        .iter()
        .any(|scheme| text.starts_with(scheme));
    is_url.then(|| text.to_owned())
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

/// A file's credentials with what is known of each, and of who presents them.
struct Judged<'a> {
    opened: &'a Opened,
    reports: Vec<Result<Report, &'a Unreadable>>,
    holder: Option<HolderReport>,
    at: Timestamp,
}

impl<'a> Judged<'a> {
    fn new(opened: &'a Opened, evidence: &Evidence, policy: &Policy, at: Timestamp) -> Self {
        let report = |credential: &'a Result<Credential, Unreadable>| {
            let credential = credential.as_ref()?;
            Ok(verify(credential, evidence, policy, at))
        };
        let presentation = opened.presentation.as_ref();
        Self {
            opened,
            reports: opened.credentials.iter().map(report).collect(),
            holder: presentation
                .map(|presentation| verify_presentation(presentation, evidence, policy, at)),
            at,
        }
    }

    fn can_be_relied_on(&self) -> bool {
        self.reports.iter().all(|report| match report {
            Ok(report) => can_be_relied_on(report),
            Err(_) => false,
        })
    }

    /// One object a credential.
    fn json(&self, name: &str) -> Vec<String> {
        let json = |(index, report): (usize, &Result<Report, &Unreadable>)| {
            let place = Place {
                file: name,
                carrier: self.opened.carrier,
                found: &self.opened.found,
                index: index + 1,
                of: self.reports.len(),
                presentation: self.holder.as_ref(),
            };
            match report {
                Ok(report) => report_json(&place, report),
                Err(why) => unreadable_credential_json(&place, why, self.at),
            }
        };
        self.reports.iter().enumerate().map(json).collect()
    }

    fn summary(&self, name: &str) -> Vec<String> {
        let of = self.reports.len();
        let is_single = of == 1 && self.holder.is_none();
        let mut texts = Vec::new();
        if !is_single {
            texts.push(format!("{name}: {}", english::credentials(of)));
        }
        let found = &self.opened.found;
        if let Some(path) = found.path() {
            texts.push(format!("{name}: {path}"));
        }
        let oddities = found.oddities.iter();
        texts.extend(oddities.map(|oddity| format!("  {}", english::oddity(*oddity))));
        if let Some(holder) = &self.holder {
            texts.push(holder_summary(holder));
        }
        for (index, report) in self.reports.iter().enumerate() {
            let name = match is_single {
                true => name.to_owned(),
                false => format!("{name} ({} of {of})", index + 1),
            };
            texts.push(match report {
                Ok(report) => summary(&name, report),
                Err(why) => unreadable_summary(&name, english::UNREADABLE_CREDENTIAL, why),
            });
        }
        texts
    }
}

/// Whether a credential, and every one in it where it is a record, can be relied on.
fn can_be_relied_on(report: &Report) -> bool {
    report.verdict.reliance() >= Reliance::IssuerUnknown
        && RecordCounts::of(&report.credentials).unsure == 0
}

fn holder_summary(holder: &HolderReport) -> String {
    let mut lines = vec![english::holder(holder), english::holder_detail(holder)];
    lines.extend(english::holder_caveat(holder).map(str::to_owned));
    lines.extend(holder.notes.iter().map(english::note));
    lines.extend(holder.wants.iter().map(want));
    let lines: Vec<String> = lines.iter().map(|line| format!("  {line}")).collect();
    lines.join("\n")
}

fn want(want: &Request) -> String {
    format!("wants {} ({})", want.url, want.purpose.code())
}

fn summary(name: &str, report: &Report) -> String {
    let mut lines = vec![format!("{name}: {}", english::headline(report))];
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
    lines.extend(
        report
            .notes
            .iter()
            .map(|note| format!("  {}", english::note(note))),
    );
    let wants = report.wants.iter().map(want);
    lines.extend(wants.map(|want| format!("  {want}")));
    lines.extend(
        english::caveats(report)
            .iter()
            .map(|caveat| format!("  {caveat}")),
    );
    lines.extend(report.endorsements.iter().map(endorsement));
    let of = report.credentials.len();
    for (index, credential) in report.credentials.iter().enumerate() {
        let name = format!("{name}, {} of {of} in it", index + 1);
        lines.push(match credential {
            Ok(report) => summary(&name, report),
            Err(why) => unreadable_summary(&name, english::UNREADABLE_CREDENTIAL, why),
        });
    }
    lines.join("\n")
}

fn endorsement(report: &EndorsementReport) -> String {
    let (outcome, on) = (report.outcome.code(), english::endorsed(report.endorsed));
    format!(
        "  endorsement {on}: {outcome}. {}",
        english::endorsement(report)
    )
}

fn unreadable_summary(name: &str, headline: &str, unreadable: &Unreadable) -> String {
    format!("{name}: {headline}\n  {}", english::unreadable(unreadable))
}
