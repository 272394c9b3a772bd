//! An opened file, and the check of all that it holds.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::AttrValue;

use super::finding::{Examined, Finding, Summary};
use super::requests::{Requests, States};
use crate::carrier::{Carrier, Found, Opened, Unreadable};
use crate::credential::{Credential, Presentation};
use crate::evidence::Request;
use crate::policy::Policy;
use crate::present::{Place, english, report_json, unreadable_credential_json};
use crate::timestamp::Timestamp;
use crate::ui::Shared;
use crate::{HolderReport, verify, verify_presentation};

/// A file with its credentials, each to be handed to its card.
#[derive(Debug)]
pub struct OpenedFile {
    pub name: AttrValue,
    carrier: Carrier,
    found: Found,
    /// The exact text that the credentials were read from.
    pub text: Shared<Vec<u8>>,
    credentials: Vec<Result<Rc<Credential>, Unreadable>>,
    presentation: Option<Presentation>,
}

/// What is known of who presents the credentials.
#[derive(Clone, Debug)]
pub struct Presented {
    pub report: HolderReport,
    /// All that its report has wanted up to now.
    pub wanted: BTreeSet<Request>,
    pub requests: States,
}

impl OpenedFile {
    pub fn new(name: AttrValue, opened: Opened) -> Self {
        let credentials = opened.credentials.into_iter();
        Self {
            name,
            carrier: opened.carrier,
            found: opened.found,
            text: Shared::new(opened.text),
            credentials: credentials
                .map(|credential| credential.map(Rc::new))
                .collect(),
            presentation: opened.presentation,
        }
    }

    /// Checks the holder's proof; `before` is what was found the last time.
    pub fn presented(
        &self,
        policy: &Policy,
        requests: &Requests,
        before: Option<&Presented>,
        at: Timestamp,
    ) -> Option<Presented> {
        let presentation = self.presentation.as_ref()?;
        let report = verify_presentation(presentation, &requests.evidence, policy, at);
        let mut wanted = before.map_or_else(BTreeSet::new, |before| before.wanted.clone());
        wanted.extend(report.wants.iter().cloned());
        Some(Presented {
            requests: requests.of(&wanted),
            report,
            wanted,
        })
    }

    /// Checks every credential; `before` is what was found the last time.
    pub fn findings(
        &self,
        policy: &Policy,
        requests: &Requests,
        presented: Option<&Presented>,
        before: &[Finding],
        at: Timestamp,
    ) -> Vec<Finding> {
        let mut before = before.iter();
        let finding = |(index, credential): (usize, &Result<Rc<Credential>, Unreadable>)| {
            let place = Place {
                file: &self.name,
                carrier: self.carrier,
                found: &self.found,
                index: index + 1,
                of: self.credentials.len(),
                presentation: presented.map(|presented| &presented.report),
            };
            let wanted = match before.next() {
                Some(Finding::Examined(examined)) => examined.wanted.clone(),
                _ => BTreeSet::new(),
            };
            match credential {
                Ok(credential) => self.examine(&place, credential, policy, requests, wanted, at),
                Err(why) => Finding::failed(
                    english::UNREADABLE_CREDENTIAL,
                    &english::unreadable(why),
                    unreadable_credential_json(&place, why, at),
                ),
            }
        };
        self.credentials.iter().enumerate().map(finding).collect()
    }

    fn examine(
        &self,
        place: &Place<'_>,
        credential: &Rc<Credential>,
        policy: &Policy,
        requests: &Requests,
        mut wanted: BTreeSet<Request>,
        at: Timestamp,
    ) -> Finding {
        let report = verify(credential, &requests.evidence, policy, at);
        wanted.extend(report.wants.iter().cloned());
        let is_alone = place.of == 1 && place.presentation.is_none();
        Finding::Examined(Shared::new(Examined {
            name: self.name.clone(),
            carrier: self.carrier,
            found: self.found.clone(),
            text: is_alone.then(|| self.text.clone()),
            credential: Rc::clone(credential),
            policy: policy.clone(),
            summary: Shared::new(Summary {
                verdict: report.verdict,
                headline: english::headline(&report),
                report_json: report_json(place, &report),
            }),
            report,
            requests: requests.of(&wanted),
            wanted,
        }))
    }
}
