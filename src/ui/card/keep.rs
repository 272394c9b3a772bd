//! Saving the badge's own data, and putting it into a picture.

use wasm_bindgen_futures::spawn_local;
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

use super::unique::use_unique;
use crate::carrier::bake::{NotBaked, bake};
use crate::policy::Bounds;
use crate::present::english::{NOT_READ, keep, not_baked};
use crate::present::{badge_file, picture_file};
use crate::ui::Shared;
use crate::ui::download::download;
use crate::ui::read_file::{NotRead, read};

#[derive(Clone, PartialEq, Properties)]
pub struct KeepProps {
    /// The name of the file that the badge was found in.
    pub name: AttrValue,
    /// The badge's exact text.
    pub text: Shared<Vec<u8>>,
}

/// A picture with the badge in it and its file's name and media type; or why there is none, in words.
type Baked = Result<(String, &'static str, Shared<Vec<u8>>), String>;

/// Folded away: a button that saves, and a field that takes a picture.
#[component]
pub fn Keep(props: &KeepProps) -> Html {
    let id = use_unique();
    let outcome = use_state(|| None::<Baked>);
    let KeepProps { name, text } = props.clone();
    let onsave = {
        let text = text.clone();
        move |_| {
            let (name, media_type) = badge_file(&name, &text);
            download(&name, media_type, &text);
        }
    };
    let onchange = {
        let outcome = outcome.clone();
        move |event: Event| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            let picture = input.and_then(|input| input.files()?.get(0));
            let (text, outcome) = (text.clone(), outcome.clone());
            if let Some(picture) = picture {
                spawn_local(async move {
                    outcome.set(Some(baked(&picture, &text).await));
                });
            }
        }
    };
    html! {
        <details class="keep fold-out">
            <summary>{ keep::SUMMARY }</summary>
            <p class="quiet">{ keep::NOTE }</p>
            <p class="buttons">
                <button type="button" class="button keep-data" onclick={onsave}>
                    { keep::SAVE }
                </button>
            </p>
            <label for={id.clone()}>{ keep::INTO }</label>
            <input {id} type="file" accept="image/png,image/svg+xml" {onchange} />
            <div role="status">{ for outcome.as_ref().map(offer) }</div>
        </details>
    }
}

async fn baked(picture: &File, text: &[u8]) -> Baked {
    let bounds = Bounds::default();
    let bytes = read(picture).await.map_err(|why| match why {
        NotRead::ByDevice => NOT_READ.into(),
        NotRead::TooLarge { limit } => not_baked(&NotBaked::TooLarge { limit }),
    })?;
    let bytes = bake(&bytes, text, &bounds).map_err(|why| not_baked(&why))?;
    let (name, media_type) = picture_file(&picture.name(), &bytes);
    Ok((name, media_type, Shared::new(bytes)))
}

/// The picture, to be saved; or why there is none.
fn offer(baked: &Baked) -> Html {
    let (name, media_type, bytes) = match baked {
        Ok(picture) => picture.clone(),
        Err(why) => return html! { <p class="problem">{ why }</p> },
    };
    let onclick = move |_| download(&name, media_type, &bytes);
    html! {
        <>
            <p>{ keep::BAKED }</p>
            <p class="buttons">
                <button type="button" class="button is-first keep-picture" {onclick}>
                    { keep::SAVE_PICTURE }
                </button>
            </p>
        </>
    }
}
