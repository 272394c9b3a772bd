//! What one file comes to: its rows. It is judged with what is known; nobody is asked.

use js_sys::{Array, Date, Function};
use wasm_bindgen::prelude::*;
use web_sys::File;

use super::message::{Answered, pack, unpack_files};
use crate::carrier::{self, Opened, Unreadable};
use crate::credential::Credential;
use crate::policy::Policy;
use crate::present::batch::{Place, Row};
use crate::present::english;
use crate::report::Report;
use crate::trust::RegistrySource;
use crate::ui::clock::now;
use crate::ui::decisions::{Decision, decision};
use crate::ui::{NotRead, read_file};
use crate::{Evidence, net, verify};

/// How long rows are gathered before the page is told: more often than it draws it need not be.
const GATHERED_MILLISECONDS: f64 = 16.0;

/// Where the page's lists of issuers are, to be asked for when the person agrees.
pub fn registry_sources() -> Vec<RegistrySource> {
    vec![RegistrySource::consortium()]
}

/// Checks files, each with its number, one after the other; tells of the rows as they come. Called in a
/// worker.
#[wasm_bindgen(js_name = checkFiles)]
pub async fn check_files(files: Array, onrows: Function) {
    let files = unpack_files(&files).into_iter();
    let mut files = files.map(|(number, file)| (number, read_file(&file)));
    let (mut gathered, mut since) = (Answered::default(), Date::now());
    // Each is read while the one before is checked.
    let mut next = files.next();
    while let Some((file, content)) = next {
        let content = content.await;
        next = files.next();
        gathered.rows.extend(placed(file, rows(content)));
        gathered.files += 1;
        if Date::now() - since > GATHERED_MILLISECONDS {
            tell(&onrows, &std::mem::take(&mut gathered));
            since = Date::now();
        }
    }
    tell(&onrows, &gathered);
}

/// Takes over what another thread of this page knows, and says that it can begin.
#[wasm_bindgen(js_name = takeOver)]
pub fn take_over(answers: &Array, onrows: &Function) {
    net::take_over(answers);
    tell(onrows, &Answered::default());
}

fn tell(onrows: &Function, answered: &Answered) {
    // What it throws is reported there.
    let _ = onrows.call1(&JsValue::NULL, &pack(answered));
}

/// Reads and checks the file with this number.
pub async fn check(number: usize, file: &File) -> Answered {
    Answered {
        rows: placed(number, rows(read_file(file).await)).collect(),
        files: 1,
    }
}

/// The rows of the file with this number.
fn placed(file: usize, rows: Vec<Row>) -> impl Iterator<Item = (Place, Row)> {
    let rows = rows.into_iter().enumerate();
    rows.map(move |(member, row)| (Place { file, member }, row))
}

/// A row for each badge, or one that says why there is none.
fn rows(content: Result<Vec<u8>, NotRead>) -> Vec<Row> {
    let bytes = match content {
        Ok(bytes) => bytes,
        Err(NotRead::TooLarge { limit }) => return vec![refused(&Unreadable::TooLarge { limit })],
        Err(NotRead::ByDevice) => return vec![Row::unreadable(english::NOT_READ.into())],
    };
    let policy = Policy {
        registry_sources: registry_sources(),
        ..Policy::default()
    };
    match carrier::open_all(&bytes, &policy.bounds) {
        Ok(badges) => badges
            .into_iter()
            .map(|badge| match badge {
                Ok(opened) => row(&opened, &policy),
                Err(why) => refused(&why),
            })
            .collect(),
        Err(why) => vec![refused(&why)],
    }
}

fn refused(why: &Unreadable) -> Row {
    Row::unreadable(english::unreadable(why))
}

fn row(opened: &Opened, policy: &Policy) -> Row {
    let reports: Vec<_> = opened
        .credentials
        .iter()
        .map(|credential| match credential {
            Ok(credential) => Ok(judged(credential, policy)),
            Err(why) => Err(english::unreadable(why)),
        })
        .collect();
    let reports: Vec<_> = reports
        .iter()
        .map(|report| report.as_ref().map_err(Clone::clone))
        .collect();
    // A file that was opened has a credential.
    Row::of_file(&reports).unwrap_or_else(|| refused(&Unreadable::BarePresentation))
}

/// The report that rests on what another card has looked up, as far as it wants that.
fn judged(credential: &Credential, policy: &Policy) -> Report {
    let mut evidence = Evidence::none();
    loop {
        let report = verify(credential, &evidence, policy, now());
        let before = evidence.len();
        for want in &report.wants {
            let is_refused = || {
                let host = net::host(&want.url);
                host.is_some_and(|host| decision(&host) == Some(Decision::Never))
            };
            if evidence.answer(&want.url).is_none()
                && let Some((answer, provenance)) = net::kept(&want.url)
                && !is_refused()
            {
                evidence.insert_from(want.url.clone(), answer, provenance);
            }
        }
        if evidence.len() == before {
            return report;
        }
    }
}
