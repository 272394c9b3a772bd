//! The hook that examines a file, and takes what the person answers.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::examination::{Examination, Step};
use crate::evidence::{Answer, Request};
use crate::net;
use crate::policy::Policy;
use crate::trust::{Registry, RegistrySource};
use crate::ui::clock::now;
use crate::ui::{BadgeFile, Shared};

/// What a person answers where the card asks whether other hosts may be asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Consent {
    Allowed(Vec<Request>),
    Declined(Vec<Request>),
}

pub struct ExaminationHandle(UseReducerHandle<Examination>);

impl ExaminationHandle {
    pub fn examination(&self) -> Examination {
        (*self.0).clone()
    }

    /// To be called with the person's answer.
    pub fn onanswer(&self) -> Callback<Consent> {
        let state = self.0.clone();
        Callback::from(move |consent| {
            let Examination::Opened(examined) = &*state else {
                return;
            };
            let file = Rc::clone(&examined.file);
            match consent {
                Consent::Declined(requests) => {
                    let declined = requests.into_iter().map(|it| (it, Answer::Declined));
                    state.dispatch(Step::Answered(file, declined.collect(), now()));
                }
                Consent::Allowed(requests) => {
                    state.dispatch(Step::Asked(requests.clone()));
                    let state = state.dispatcher();
                    spawn_local(async move {
                        let mut answers = Vec::new();
                        for request in requests {
                            let answer = net::ask(&request.url).await;
                            answers.push((request, answer));
                        }
                        state.dispatch(Step::Answered(file, answers, now()));
                    });
                }
            }
        })
    }

    /// To be called with the name or address that the person typed.
    pub fn onrecipient(&self) -> Callback<String> {
        let state = self.0.dispatcher();
        Callback::from(move |typed: String| {
            let recipient = (!typed.trim().is_empty()).then_some(typed);
            state.dispatch(Step::Named(recipient, now()));
        })
    }
}

/// Examines `file`, and anew whenever it or the registries change.
#[hook]
pub fn use_examination(
    file: &BadgeFile,
    registries: &Shared<Vec<Registry>>,
    registry_sources: &Shared<Vec<RegistrySource>>,
) -> ExaminationHandle {
    let state = use_reducer_eq(Examination::pending);
    let dispatcher = state.dispatcher();
    use_effect_with(
        (file.clone(), registries.clone(), registry_sources.clone()),
        move |(file, registries, registry_sources)| {
            dispatcher.dispatch(Step::Reset);
            let (file, policy) = (
                file.clone(),
                Policy {
                    registries: registries.to_vec(),
                    registry_sources: registry_sources.to_vec(),
                    ..Policy::default()
                },
            );
            // Later, so that the waiting shape is painted before the work begins.
            let timeout = Timeout::new(0, move || {
                dispatcher.dispatch(Step::Opened(file, policy, now()));
            });
            move || drop(timeout)
        },
    );
    ExaminationHandle(state)
}
