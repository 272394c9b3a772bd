//! What is known of a file so far, and how it changes.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::{AttrValue, Reducible};

use super::finding::{Finding, Settled};
use super::opened_file::{OpenedFile, Presented};
use super::requests::{Answered, Requests};
use crate::evidence::Request;
use crate::lacking;
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
    /// This program lacks what the file takes, so that no report of its counts: another one has to go on,
    /// and may ask these hosts, which the person has allowed.
    Lacking {
        allowed: BTreeSet<String>,
    },
}

/// A file and what was found out about each of its credentials.
#[derive(Clone, Debug)]
pub struct ExaminedFile {
    pub file: Rc<OpenedFile>,
    pub policy: Policy,
    /// The time that is asked about, if that is not now.
    pub as_of: Option<Timestamp>,
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
    /// It is there, to be judged as of a time, if that is not now.
    Opened(BadgeFile, Policy, Option<Timestamp>, Timestamp),
    /// The person allows these hosts to be asked for this file.
    Allowed(BTreeSet<String>),
    /// The requests are under way.
    Asked(Vec<Request>),
    /// Answers came for the file that was opened then.
    Answered(Rc<OpenedFile>, Vec<Answered>, Timestamp),
    /// The time that is asked about, if that is not now.
    AskedAsOf(Option<Timestamp>, Timestamp),
    /// Whom the badges should belong to.
    Named(Option<String>, Timestamp),
    /// A document that was supplied by hand is not to count any more.
    TakenAway(Request, Timestamp),
}

impl Examination {
    /// The last result, if there is one.
    pub fn settled(&self) -> Option<Shared<Settled>> {
        match self {
            Self::Unopened { settled, .. } => settled.clone(),
            Self::Opened(examined) => examined.settled.clone(),
            Self::Lacking { .. } => None,
        }
    }

    /// The hosts that the person has allowed for this file, where another program has to go on.
    pub fn lacking(&self) -> Option<BTreeSet<String>> {
        match self {
            Self::Lacking { allowed } => Some(allowed.clone()),
            _ => None,
        }
    }

    pub fn pending() -> Self {
        Self::unopened(Finding::Pending)
    }

    fn unopened(finding: Finding) -> Self {
        let settled = Settled::of(std::slice::from_ref(&finding)).map(Shared::new);
        Self::Unopened { finding, settled }
    }

    fn open(file: &BadgeFile, policy: Policy, as_of: Option<Timestamp>, at: Timestamp) -> Self {
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
                Self::examined(file, policy, as_of, Requests::default(), None, at)
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
        as_of: Option<Timestamp>,
        requests: Requests,
        before: Option<&ExaminedFile>,
        now: Timestamp,
    ) -> Self {
        let at = as_of.unwrap_or(now);
        let policy = Policy {
            now: as_of.map(|_| now),
            ..policy
        };
        let presented = before.and_then(|before| before.presented.as_deref());
        let presented = file.presented(&policy, &requests, presented, at);
        let findings = before.map_or(&[][..], |before| &before.findings);
        let findings = file.findings(&policy, &requests, presented.as_ref(), findings, at);
        Self::Opened(Shared::new(ExaminedFile {
            file,
            policy,
            as_of,
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

impl ExaminedFile {
    /// All that its reports could still use.
    pub fn wants(&self) -> BTreeSet<Request> {
        let of_credentials = self.findings.iter().flat_map(|finding| match finding {
            Finding::Examined(examined) => examined.report.wants.as_slice(),
            Finding::Pending | Finding::Unreadable { .. } => &[],
        });
        let of_holder = self.presented.iter();
        let of_holder = of_holder.flat_map(|presented| &presented.report.wants);
        of_credentials.chain(of_holder).cloned().collect()
    }

    /// The same file with what is known now, judged anew.
    fn judged_with(&self, requests: Requests, now: Timestamp) -> Examination {
        let (file, policy) = (Rc::clone(&self.file), self.policy.clone());
        Examination::examined(file, policy, self.as_of, requests, Some(self), now)
    }
}

impl Reducible for Examination {
    type Action = Step;

    fn reduce(self: Rc<Self>, step: Step) -> Rc<Self> {
        let next = self.next(step);
        if !lacking::is_lacking() {
            return next;
        }
        match &*next {
            Self::Opened(examined) => {
                let allowed = examined.requests.allowed();
                Self::Lacking { allowed }.into()
            }
            _ => next,
        }
    }
}

impl Examination {
    fn next(self: Rc<Self>, step: Step) -> Rc<Self> {
        match (&*self, step) {
            (_, Step::Reset) => Self::pending().into(),
            (_, Step::Opened(file, policy, as_of, at)) => {
                Self::open(&file, policy, as_of, at).into()
            }
            (Self::Opened(examined), Step::Allowed(hosts)) => {
                let requests = examined.requests.clone().allowing(hosts);
                Self::Opened(Shared::new(ExaminedFile {
                    requests,
                    ..ExaminedFile::clone(examined)
                }))
                .into()
            }
            (Self::Opened(examined), Step::Asked(requests)) => {
                Self::asked(examined, requests).into()
            }
            (Self::Opened(examined), Step::Answered(file, answers, at))
                // An answer that comes too late belongs to another file.
                if Rc::ptr_eq(&file, &examined.file) =>
            {
                let requests = examined.requests.clone().answered(answers);
                examined.judged_with(requests, at).into()
            }
            (Self::Opened(examined), Step::TakenAway(request, at)) => {
                let requests = examined.requests.clone().without(&request);
                examined.judged_with(requests, at).into()
            }
            (Self::Opened(examined), Step::AskedAsOf(as_of, at)) => {
                let asked = ExaminedFile {
                    as_of,
                    ..ExaminedFile::clone(examined)
                };
                asked.judged_with(asked.requests.clone(), at).into()
            }
            (Self::Opened(examined), Step::Named(recipient, at)) => {
                let policy = Policy {
                    recipient,
                    ..examined.policy.clone()
                };
                let named = ExaminedFile {
                    policy,
                    ..ExaminedFile::clone(examined)
                };
                named.judged_with(named.requests.clone(), at).into()
            }
            _ => self,
        }
    }
}
