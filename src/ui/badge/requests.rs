//! The requests that a file's reports want, kept in memory as long as its cards.

use std::collections::{BTreeMap, BTreeSet};

use crate::evidence::{Answer, Evidence, Purpose, Request};

/// What was asked for, and what came of it.
#[derive(Clone, Debug, Default)]
pub struct Requests {
    pub evidence: Evidence,
    states: States,
}

/// What became of requests.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct States(BTreeMap<Request, State>);

/// What became of a request.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum State {
    UnderWay,
    Answered,
    Declined,
    Failed,
}

impl Requests {
    pub fn under_way(mut self, requests: Vec<Request>) -> Self {
        for request in requests {
            self.states.0.insert(request, State::UnderWay);
        }
        self
    }

    pub fn answered(mut self, answers: Vec<(Request, Answer)>) -> Self {
        for (request, answer) in answers {
            let state = match answer {
                Answer::Declined => State::Declined,
                // A hosted badge that is gone is withdrawn, which is an answer.
                Answer::Response {
                    status: 200 | 410, ..
                } => State::Answered,
                // A registry that says nothing of an issuer does not list it.
                Answer::Response { status: 404, .. }
                    if request.purpose == Purpose::EntityStatement =>
                {
                    State::Answered
                }
                Answer::Response { .. } | Answer::Unreachable(_) => State::Failed,
            };
            self.evidence.insert(request.url.clone(), answer);
            self.states.0.insert(request, state);
        }
        self
    }

    /// What became of these.
    pub fn of(&self, wanted: &BTreeSet<Request>) -> States {
        let states = self.states.0.iter();
        let own = states.filter(|(request, _)| wanted.contains(request));
        States(
            own.map(|(request, state)| (request.clone(), *state))
                .collect(),
        )
    }
}

impl States {
    /// Those that are in one state.
    pub fn in_state(&self, state: State) -> Vec<Request> {
        let requests = self.0.iter().filter(|(_, is)| **is == state);
        requests.map(|(request, _)| request.clone()).collect()
    }
}
