//! The gallery's samples, and the registry that lists their issuers.

use serde::Deserialize;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::evidence::Answer;
use crate::net;
use crate::policy::Bounds;
use crate::present::english::page;
use crate::trust::Registry;
use crate::ui::{BadgeFile, Content, Shared};

const FOLDER: &str = "samples";

/// A badge to try.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct Sample {
    pub file: String,
    pub title: String,
    pub shows: String,
}

/// What there is to try; nothing until it is loaded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Samples {
    pub samples: Shared<Vec<Sample>>,
    /// For samples only.
    pub registries: Shared<Vec<Registry>>,
}

/// Loads the list of samples and their registry. A page without samples works as well.
#[hook]
pub fn use_samples() -> Samples {
    let samples = use_state(Samples::default);
    use_effect_with((), {
        let samples = samples.clone();
        move |()| {
            spawn_local(async move {
                let registry = body("registry.json").await;
                let registry = registry.and_then(|body| Registry::parse(&body).ok());
                let list = body("samples.json").await;
                let list = list.and_then(|body| serde_json::from_slice(&body).ok());
                samples.set(Samples {
                    samples: Shared::new(list.unwrap_or_default()),
                    registries: Shared::new(registry.into_iter().collect()),
                });
            });
        }
    });
    (*samples).clone()
}

/// Loads a sample.
pub async fn load(sample: &Sample) -> BadgeFile {
    let content = match body(&sample.file).await {
        Some(body) => Content::Bytes(Shared::new(body)),
        None => Content::NotLoaded(page::SAMPLE_NOT_LOADED.into()),
    };
    BadgeFile {
        name: sample.title.clone().into(),
        content,
    }
}

async fn body(file: &str) -> Option<Vec<u8>> {
    let limit = Bounds::default().file_bytes;
    match net::load(&format!("{FOLDER}/{file}"), limit).await {
        Answer::Response { status: 200, body } => Some(body),
        _ => None,
    }
}
