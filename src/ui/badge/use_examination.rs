//! The hook that examines a file, and takes what the person answers.

use std::collections::BTreeSet;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::Network;
use super::driver::ask_all;
use super::examination::{Examination, ExaminedFile, Step};
use super::network::{Permission, host};
use crate::evidence::{Answer, Provenance, Request, Source};
use crate::net::Way;
use crate::policy::Policy;
use crate::timestamp::Timestamp;
use crate::trust::{Registry, RegistrySource};
use crate::ui::clock::now;
use crate::ui::decisions::{Decision, decide};
use crate::ui::{BadgeFile, Shared};

/// What a person says about documents that could be asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Consent {
    /// Their hosts, and the relay's, may be asked for this file.
    Allowed(Vec<Request>),
    /// Nor are they to be had from what was kept.
    Again(Vec<Request>),
    /// Here is the document.
    Attached(Request, Vec<u8>),
    /// A host may always, or never, be asked.
    Decided(String, Decision),
    Declined(Vec<Request>),
    /// The document that was supplied by hand is not to count any more.
    TakenAway(Request),
}

pub struct ExaminationHandle {
    state: UseReducerHandle<Examination>,
    network: Network,
}

impl ExaminationHandle {
    pub fn examination(&self) -> Examination {
        (*self.state).clone()
    }

    /// To be called with the person's answer.
    pub fn onanswer(&self) -> Callback<Consent> {
        let (state, network) = (self.state.clone(), self.network.clone());
        Callback::from(move |consent| {
            let Examination::Opened(examined) = &*state else {
                return;
            };
            let file = Rc::clone(&examined.file);
            match consent {
                Consent::Allowed(requests) => ask(&state, examined, &network, requests, false),
                Consent::Again(requests) => ask(&state, examined, &network, requests, true),
                Consent::Attached(request, body) => {
                    let provenance = Provenance {
                        source: Source::Attached,
                        at: Some(now()),
                    };
                    let answer = (request, Answer::received(200, body), provenance);
                    state.dispatch(Step::Answered(file, vec![answer], now()));
                }
                Consent::Decided(host, decision) => {
                    decide(&host, Some(decision));
                    go_on(&state, examined, &network);
                }
                Consent::Declined(requests) => state.dispatch(declined(file, requests)),
                Consent::TakenAway(request) => {
                    state.dispatch(Step::TakenAway(request, now()));
                }
            }
        })
    }

    /// To be called with the name or address that the person typed.
    pub fn onrecipient(&self) -> Callback<String> {
        let state = self.state.dispatcher();
        Callback::from(move |typed: String| {
            let recipient = (!typed.trim().is_empty()).then_some(typed);
            state.dispatch(Step::Named(recipient, now()));
        })
    }

    /// To be called with the time that is asked about; None for now.
    pub fn onasof(&self) -> Callback<Option<Timestamp>> {
        let state = self.state.dispatcher();
        Callback::from(move |as_of| state.dispatch(Step::AskedAsOf(as_of, now())))
    }
}

/// What a file is judged by.
#[derive(Clone, PartialEq)]
pub struct Terms {
    pub registries: Shared<Vec<Registry>>,
    pub registry_sources: Shared<Vec<RegistrySource>>,
    /// The time that is asked about, if that is not now.
    pub as_of: Option<Timestamp>,
    /// Whom the badges should belong to.
    pub recipient: Option<AttrValue>,
    /// The hosts that the person has allowed to be asked already.
    pub allowed: Vec<String>,
}

impl Terms {
    fn policy(&self) -> Policy {
        Policy {
            registries: self.registries.to_vec(),
            registry_sources: self.registry_sources.to_vec(),
            recipient: self.recipient.as_deref().map(str::to_owned),
            ..Policy::default()
        }
    }
}

/// Examines `file`, and anew whenever it or the terms change; once more with every other `attempt`.
#[hook]
pub fn use_examination(
    file: &BadgeFile,
    terms: &Terms,
    network: &Network,
    attempt: u32,
) -> ExaminationHandle {
    let state = use_reducer_eq(Examination::pending);
    let dispatcher = state.dispatcher();
    use_effect_with((file.clone(), terms.clone()), move |(file, terms)| {
        dispatcher.dispatch(Step::Reset);
        let (file, policy, as_of) = (file.clone(), terms.policy(), terms.as_of);
        let allowed: BTreeSet<String> = terms.allowed.iter().cloned().collect();
        // Later, so that the waiting shape is painted before the work begins.
        let timeout = Timeout::new(0, move || {
            dispatcher.dispatch(Step::Opened(file, policy, as_of, now()));
            if !allowed.is_empty() {
                dispatcher.dispatch(Step::Allowed(allowed));
            }
        });
        move || drop(timeout)
    });
    use_effect_with(attempt, {
        let (state, network) = (state.clone(), network.clone());
        move |attempt| {
            if let Examination::Opened(examined) = &*state
                && *attempt > 0
            {
                check_again(&state, examined, &network);
            }
        }
    });
    let examined = match &*state {
        Examination::Opened(examined) => Some(examined.clone()),
        Examination::Unopened { .. } | Examination::Lacking { .. } => None,
    };
    use_effect_with((examined, network.clone()), {
        let state = state.clone();
        move |(examined, network)| {
            if let Some(examined) = examined {
                go_on(&state, examined, network);
            }
        }
    });
    let network = network.clone();
    ExaminationHandle { state, network }
}

type State = UseReducerHandle<Examination>;

/// Does what needs no further question: the host was allowed before, or refused for good, or the
/// document is at hand.
fn go_on(state: &State, examined: &ExaminedFile, network: &Network) {
    let due = examined.requests.due(examined.wants(), network);
    if !due.refused.is_empty() {
        state.dispatch(declined(Rc::clone(&examined.file), due.refused));
    }
    if !due.asked.is_empty() {
        start(state, examined, network, due.asked, false);
    }
}

/// Asks anew for what was asked for before, or judges anew by the clock where that is nothing.
fn check_again(state: &State, examined: &ExaminedFile, network: &Network) {
    let asked = match network.is_off {
        true => vec![],
        false => examined.requests.asked(),
    };
    if asked.is_empty() {
        let file = Rc::clone(&examined.file);
        state.dispatch(Step::Answered(file, vec![], now()));
    } else {
        start(state, examined, network, asked, true);
    }
}

/// The person says that these may be asked for: their hosts, for this file, and the relay's.
fn ask(
    state: &State,
    examined: &ExaminedFile,
    network: &Network,
    requests: Vec<Request>,
    is_anew: bool,
) {
    let hosts = requests.iter().map(|request| host(&request.url));
    let relay = network.relay.iter().map(|relay| relay.host().to_owned());
    let hosts: BTreeSet<String> = hosts.chain(relay).collect();
    let examined = ExaminedFile {
        requests: examined.requests.clone().allowing(hosts.clone()),
        ..examined.clone()
    };
    state.dispatch(Step::Allowed(hosts));
    start(state, &examined, network, requests, is_anew);
}

fn start(
    state: &State,
    examined: &ExaminedFile,
    network: &Network,
    requests: Vec<Request>,
    is_anew: bool,
) {
    let is_allowed =
        |host: &str| examined.requests.permission(host, network) == Permission::Allowed;
    let relay = network.relay.clone();
    let way = Way {
        relay: relay.filter(|relay| is_allowed(relay.host())),
        is_anew,
    };
    let limit = examined.policy.bounds.requests;
    // Whoever asks once more may ask as much once more.
    let left = match is_anew {
        true => limit,
        false => examined.requests.left(limit),
    };
    let file = Rc::clone(&examined.file);
    state.dispatch(Step::Asked(requests.clone()));
    let state = state.dispatcher();
    spawn_local(async move {
        let answers = ask_all(requests, way, left).await;
        state.dispatch(Step::Answered(file, answers, now()));
    });
}

fn declined(file: Rc<super::opened_file::OpenedFile>, requests: Vec<Request>) -> Step {
    let declined = |request| (request, Answer::Declined, Provenance::default());
    Step::Answered(file, requests.into_iter().map(declined).collect(), now())
}
