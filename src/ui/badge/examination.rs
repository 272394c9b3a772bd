//! What is known of a file so far, and how it changes.

use std::collections::BTreeMap;
use std::rc::Rc;

use yew::{AttrValue, Reducible};

use crate::carrier::{Opened, Unreadable};
use crate::evidence::{Answer, Evidence, Request};
use crate::policy::Policy;
use crate::present::{english, not_loaded_json, report_json, unreadable_json};
use crate::report::{Report, Verdict};
use crate::timestamp::Timestamp;
use crate::ui::{BadgeFile, Content, Shared};
use crate::verify;

/// What is known of a file so far.
#[derive(Clone, Debug, PartialEq)]
pub enum Examination {
    /// Nothing yet.
    Pending,
    /// There is no badge in it; why, in words.
    Unreadable {
        detail: AttrValue,
        settled: Shared<Settled>,
    },
    Examined(Shared<Examined>),
}

/// What came out of a check, for the page around the card.
#[derive(Clone, Debug, PartialEq)]
pub struct Settled {
    pub verdict: Verdict,
    pub headline: String,
    /// The report, in the contract's form.
    pub report_json: String,
}

/// A badge and what was found out about it.
#[derive(Clone, Debug)]
pub struct Examined {
    pub name: AttrValue,
    pub opened: Rc<Opened>,
    pub policy: Policy,
    pub report: Rc<Report>,
    pub settled: Shared<Settled>,
    pub requests: Requests,
}

/// The requests of one badge, kept in memory as long as its card.
#[derive(Clone, Debug, Default)]
pub struct Requests {
    pub evidence: Evidence,
    /// What was asked for, or declined.
    pub put: BTreeMap<Request, State>,
}

/// What became of a request.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum State {
    UnderWay,
    Answered,
    Declined,
    Failed,
}

/// Something that happens to an examination.
pub enum Step {
    /// Another file is to be examined.
    Reset,
    Opened(BadgeFile, Policy, Timestamp),
    /// The person allows the requests.
    Asked(Vec<Request>),
    /// Answers came for the badge that was opened then.
    Answered(Rc<Opened>, Vec<(Request, Answer)>, Timestamp),
    /// Whom the badge should belong to.
    Named(Option<String>, Timestamp),
}

impl Examination {
    /// The last result, if there is one.
    pub fn settled(&self) -> Option<Shared<Settled>> {
        match self {
            Self::Pending => None,
            Self::Unreadable { settled, .. } => Some(settled.clone()),
            Self::Examined(examined) => Some(examined.settled.clone()),
        }
    }

    fn open(file: BadgeFile, policy: Policy, at: Timestamp) -> Self {
        let bytes = match &file.content {
            Content::Awaited => return Self::Pending,
            Content::NotLoaded(why) => return Self::not_loaded(&file.name, why.clone(), at),
            Content::Refused(why) => return Self::unreadable(&file.name, why, at),
            Content::Bytes(bytes) => bytes,
        };
        match crate::open(bytes, &policy.bounds) {
            Ok(opened) => {
                let requests = Requests::default();
                Self::examined(file.name, Rc::new(opened), policy, requests, at)
            }
            Err(why) => Self::unreadable(&file.name, &why, at),
        }
    }

    fn examined(
        name: AttrValue,
        opened: Rc<Opened>,
        policy: Policy,
        requests: Requests,
        at: Timestamp,
    ) -> Self {
        let report = verify(&opened.credential, &requests.evidence, &policy, at);
        let settled = Shared::new(Settled {
            verdict: report.verdict,
            headline: english::headline(&report, &opened.credential.claims),
            report_json: report_json(&name, &opened, &report),
        });
        Self::Examined(Shared::new(Examined {
            name,
            opened,
            policy,
            report: Rc::new(report),
            settled,
            requests,
        }))
    }

    fn unreadable(name: &str, why: &Unreadable, at: Timestamp) -> Self {
        let report_json = unreadable_json(name, why, at);
        Self::failed(english::UNREADABLE, &english::unreadable(why), report_json)
    }

    fn not_loaded(name: &str, why: AttrValue, at: Timestamp) -> Self {
        let report_json = not_loaded_json(name, &why, at);
        Self::failed(english::NOT_LOADED, &why, report_json)
    }

    fn failed(headline: &str, detail: &str, report_json: String) -> Self {
        let settled = Shared::new(Settled {
            verdict: Verdict::Unreadable,
            headline: headline.to_owned(),
            report_json,
        });
        let detail = detail.to_owned().into();
        Self::Unreadable { detail, settled }
    }

    /// The same badge with other requests, not judged anew.
    fn with_requests(examined: &Examined, requests: Requests) -> Self {
        Self::Examined(Shared::new(Examined {
            requests,
            ..examined.clone()
        }))
    }
}

impl Requests {
    /// Those that came to nothing and can be put again.
    pub fn in_state(&self, state: State) -> Vec<Request> {
        let requests = self.put.iter().filter(|(_, is)| **is == state);
        requests.map(|(request, _)| request.clone()).collect()
    }

    fn under_way(mut self, requests: Vec<Request>) -> Self {
        for request in requests {
            self.put.insert(request, State::UnderWay);
        }
        self
    }

    fn answered(mut self, answers: Vec<(Request, Answer)>) -> Self {
        for (request, answer) in answers {
            let state = match answer {
                Answer::Declined => State::Declined,
                Answer::Response { status: 200, .. } => State::Answered,
                Answer::Response { .. } | Answer::Unreachable(_) => State::Failed,
            };
            self.evidence.insert(request.url.clone(), answer);
            self.put.insert(request, state);
        }
        self
    }
}

impl Reducible for Examination {
    type Action = Step;

    fn reduce(self: Rc<Self>, step: Step) -> Rc<Self> {
        match (&*self, step) {
            (_, Step::Reset) => Self::Pending.into(),
            (_, Step::Opened(file, policy, at)) => Self::open(file, policy, at).into(),
            (Self::Examined(examined), Step::Asked(requests)) => {
                let requests = examined.requests.clone().under_way(requests);
                Self::with_requests(examined, requests).into()
            }
            (Self::Examined(examined), Step::Answered(opened, answers, at))
                // An answer that comes too late belongs to another badge.
                if Rc::ptr_eq(&opened, &examined.opened) =>
            {
                let requests = examined.requests.clone().answered(answers);
                let policy = examined.policy.clone();
                Self::examined(examined.name.clone(), opened, policy, requests, at).into()
            }
            (Self::Examined(examined), Step::Named(recipient, at)) => {
                let policy = Policy {
                    recipient,
                    ..examined.policy.clone()
                };
                let (name, opened) = (examined.name.clone(), Rc::clone(&examined.opened));
                Self::examined(name, opened, policy, examined.requests.clone(), at).into()
            }
            _ => self,
        }
    }
}
