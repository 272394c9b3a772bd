//! The requests that a file's reports want, kept in memory as long as its cards.

use std::collections::BTreeSet;

use super::network::{Network, Permission, host};
use crate::evidence::{Answer, Evidence, Provenance, Purpose, Request, Source};
use crate::net;

/// What was asked for, and what came of it.
#[derive(Clone, Debug, Default)]
pub struct Requests {
    pub evidence: Evidence,
    states: States,
    /// The hosts that the person allows to be asked for this file.
    allowed: BTreeSet<String>,
    /// How many documents were asked for.
    count: usize,
}

/// What became of requests, in their order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct States(Vec<(Request, State)>);

/// What became of a request.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum State {
    UnderWay,
    Answered,
    /// A person supplied the document.
    Attached,
    Declined,
    Failed,
}

/// A request, its answer, and where that came from.
pub type Answered = (Request, Answer, Provenance);

/// What is to be done about requests without another question.
#[derive(Debug, Default)]
pub struct Due {
    /// To be asked, or to be had from what was kept.
    pub asked: Vec<Request>,
    /// Of hosts that the person never wants asked.
    pub refused: Vec<Request>,
}

impl Requests {
    /// Allows hosts to be asked for this file.
    pub fn allowing(mut self, hosts: impl IntoIterator<Item = String>) -> Self {
        self.allowed.extend(hosts);
        self
    }

    /// The hosts that the person has allowed for this file, and those that were asked because the person
    /// always allows them.
    pub fn allowed(&self) -> BTreeSet<String> {
        let asked = self.asked().into_iter().map(|request| host(&request.url));
        self.allowed.iter().cloned().chain(asked).collect()
    }

    pub fn under_way(mut self, requests: Vec<Request>) -> Self {
        let is_new = |request: &&Request| !self.states.has(request);
        let new = requests.iter().filter(is_new).count();
        self.count = self.count.saturating_add(new);
        for request in requests {
            self.states.insert(request, State::UnderWay);
        }
        self
    }

    pub fn answered(mut self, answers: Vec<Answered>) -> Self {
        for (request, answer, provenance) in answers {
            let state = match answer {
                _ if provenance.source == Source::Attached => State::Attached,
                Answer::Declined => State::Declined,
                Answer::Response { status: 200, .. } => State::Answered,
                // A hosted badge that is gone is withdrawn, which is an answer.
                Answer::Response { status: 410, .. } if request.purpose == Purpose::Assertion => {
                    State::Answered
                }
                // A registry that says nothing of an issuer does not list it.
                Answer::Response { status: 404, .. }
                    if request.purpose == Purpose::EntityStatement =>
                {
                    State::Answered
                }
                Answer::Response { .. } | Answer::Unreachable(_) => State::Failed,
            };
            self.evidence
                .insert_from(request.url.clone(), answer, provenance);
            self.states.insert(request, state);
        }
        self
    }

    /// Takes the answer to a request away again.
    pub fn without(mut self, request: &Request) -> Self {
        self.evidence.remove(&request.url);
        self.states.0.retain(|(other, _)| other.url != request.url);
        self
    }

    /// What was asked for, whatever came of it.
    pub fn asked(&self) -> Vec<Request> {
        let states = [State::Answered, State::Failed];
        let asked = states.map(|state| self.states.in_state(state));
        asked.concat()
    }

    /// How many more documents may be asked for.
    pub fn left(&self, limit: usize) -> usize {
        limit.saturating_sub(self.count)
    }

    /// What is to be done about these without another question.
    pub fn due(&self, wants: BTreeSet<Request>, network: &Network) -> Due {
        let mut due = Due::default();
        if network.is_off {
            return due;
        }
        for want in wants {
            if self.states.has(&want) {
                continue;
            }
            match self.permission(&host(&want.url), network) {
                Permission::Refused => due.refused.push(want),
                Permission::Allowed => due.asked.push(want),
                Permission::Open if net::kept(&want.url).is_some() => due.asked.push(want),
                Permission::Open => {}
            }
        }
        due
    }

    /// What the person or the page has said of a host; what is said of this file comes first.
    pub fn permission(&self, host: &str, network: &Network) -> Permission {
        match self.allowed.contains(host) {
            true => Permission::Allowed,
            false => network.permission(host),
        }
    }

    /// What became of these.
    pub fn of(&self, wanted: &BTreeSet<Request>) -> States {
        let states = self.states.0.iter();
        let own = states.filter(|(request, _)| wanted.contains(request));
        States(own.cloned().collect())
    }
}

impl States {
    fn has(&self, request: &Request) -> bool {
        self.0.iter().any(|(other, _)| other == request)
    }

    fn insert(&mut self, request: Request, state: State) {
        match self.0.iter_mut().find(|(other, _)| *other == request) {
            Some((_, is)) => *is = state,
            None => {
                let at = self.0.partition_point(|(other, _)| *other < request);
                self.0.insert(at, (request, state));
            }
        }
    }

    /// Those that are in one state.
    pub fn in_state(&self, state: State) -> Vec<Request> {
        let requests = self.0.iter().filter(|(_, is)| *is == state);
        requests.map(|(request, _)| request.clone()).collect()
    }
}
