//! What is known of a file so far, and how it changes.

use std::rc::Rc;

use yew::{AttrValue, Reducible};

use super::finding::{Finding, Settled};
use super::opened_file::{OpenedFile, Presented};
use super::requests::Requests;
use crate::evidence::{Answer, Request};
use crate::policy::Policy;
use crate::present::{english, not_loaded_json, unreadable_json};
use crate::timestamp::Timestamp;
use crate::ui::{BadgeFile, Content, Shared};

/// What is known of a file so far.
#[derive(Clone, Debug, PartialEq)]
pub enum Examination {
    /// Nothing yet, or that there is no badge in it.
    Unopened {
        finding: Finding,
        settled: Option<Shared<Settled>>,
    },
    Opened(Shared<ExaminedFile>),
}

/// A file and what was found out about each of its credentials.
#[derive(Clone, Debug)]
pub struct ExaminedFile {
    pub file: Rc<OpenedFile>,
    pub policy: Policy,
    pub requests: Requests,
    /// One a credential, in the file's order.
    pub findings: Vec<Finding>,
    /// Who presents them, where a presentation carries them.
    pub presented: Option<Shared<Presented>>,
    pub settled: Option<Shared<Settled>>,
}

/// Something that happens to an examination.
pub enum Step {
    /// Another file is to be examined.
    Reset,
    Opened(BadgeFile, Policy, Timestamp),
    /// The person allows the requests.
    Asked(Vec<Request>),
    /// Answers came for the file that was opened then.
    Answered(Rc<OpenedFile>, Vec<(Request, Answer)>, Timestamp),
    /// Whom the badges should belong to.
    Named(Option<String>, Timestamp),
}

impl Examination {
    /// The last result, if there is one.
    pub fn settled(&self) -> Option<Shared<Settled>> {
        match self {
            Self::Unopened { settled, .. } => settled.clone(),
            Self::Opened(examined) => examined.settled.clone(),
        }
    }

    pub fn pending() -> Self {
        Self::unopened(Finding::Pending)
    }

    fn unopened(finding: Finding) -> Self {
        let settled = Settled::of(std::slice::from_ref(&finding)).map(Shared::new);
        Self::Unopened { finding, settled }
    }

    fn open(file: &BadgeFile, policy: Policy, at: Timestamp) -> Self {
        let name = &file.name;
        let unreadable = |why| {
            let report_json = unreadable_json(name, why, at);
            let detail = english::unreadable(why);
            Self::unopened(Finding::failed(english::UNREADABLE, &detail, report_json))
        };
        let opened = match &file.content {
            Content::Awaited => return Self::pending(),
            Content::NotLoaded(why) => return Self::not_loaded(name, why, at),
            Content::Refused(why) => return unreadable(why),
            Content::Opened(opened) => Ok((**opened).clone()),
            Content::Bytes(bytes) => crate::open(bytes, &policy.bounds),
        };
        match opened {
            Ok(opened) => {
                let file = Rc::new(OpenedFile::new(name.clone(), opened));
                Self::examined(file, policy, Requests::default(), None, at)
            }
            Err(why) => unreadable(&why),
        }
    }

    fn not_loaded(name: &AttrValue, why: &AttrValue, at: Timestamp) -> Self {
        let report_json = not_loaded_json(name, why, at);
        Self::unopened(Finding::failed(english::NOT_LOADED, why, report_json))
    }

    fn examined(
        file: Rc<OpenedFile>,
        policy: Policy,
        requests: Requests,
        before: Option<&ExaminedFile>,
        at: Timestamp,
    ) -> Self {
        let presented = before.and_then(|before| before.presented.as_deref());
        let presented = file.presented(&policy, &requests, presented, at);
        let findings = before.map_or(&[][..], |before| &before.findings);
        let findings = file.findings(&policy, &requests, presented.as_ref(), findings, at);
        Self::Opened(Shared::new(ExaminedFile {
            file,
            policy,
            requests,
            settled: Settled::of(&findings).map(Shared::new),
            findings,
            presented: presented.map(Shared::new),
        }))
    }

    /// The same file with other requests, not judged anew.
    fn asked(examined: &ExaminedFile, asked: Vec<Request>) -> Self {
        let requests = examined.requests.clone().under_way(asked);
        let findings = examined.findings.iter();
        let presented = examined.presented.as_deref();
        Self::Opened(Shared::new(ExaminedFile {
            findings: findings
                .map(|finding| finding.with_requests(&requests))
                .collect(),
            presented: presented.map(|presented| {
                Shared::new(Presented {
                    requests: requests.of(&presented.wanted),
                    ..presented.clone()
                })
            }),
            requests,
            ..examined.clone()
        }))
    }
}

impl Reducible for Examination {
    type Action = Step;

    fn reduce(self: Rc<Self>, step: Step) -> Rc<Self> {
        match (&*self, step) {
            (_, Step::Reset) => Self::pending().into(),
            (_, Step::Opened(file, policy, at)) => Self::open(&file, policy, at).into(),
            (Self::Opened(examined), Step::Asked(requests)) => {
                Self::asked(examined, requests).into()
            }
            (Self::Opened(examined), Step::Answered(file, answers, at))
                // An answer that comes too late belongs to another file.
                if Rc::ptr_eq(&file, &examined.file) =>
            {
                let requests = examined.requests.clone().answered(answers);
                let policy = examined.policy.clone();
                Self::examined(file, policy, requests, Some(examined), at).into()
            }
            (Self::Opened(examined), Step::Named(recipient, at)) => {
                let policy = Policy {
                    recipient,
                    ..examined.policy.clone()
                };
                let (file, requests) = (Rc::clone(&examined.file), examined.requests.clone());
                Self::examined(file, policy, requests, Some(examined), at).into()
            }
            _ => self,
        }
    }
}
