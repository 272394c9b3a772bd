//! The badge's picture. One that another host keeps is shown only when the person says so.

use yew::prelude::*;

use crate::credential::Image;
use crate::net;
use crate::present::english::{card, consent};
use crate::present::{self, Picture};
use crate::ui::card::text::linked;

#[derive(Clone, PartialEq, Properties)]
pub struct BadgePictureProps {
    pub image: Image,
}

/// The picture beside the badge's name, if the file carries it: nobody is asked for it.
pub fn small_picture(image: &Image) -> Html {
    match present::picture(&image.url) {
        Picture::Embedded => html! {
            <img class="small-picture" src={image.url.clone()} alt="" decoding="async" />
        },
        Picture::Remote | Picture::Unshowable => Html::default(),
    }
}

/// The picture, or an offer to ask for it.
#[component]
pub fn BadgePicture(props: &BadgePictureProps) -> Html {
    let allowed = use_state_eq(|| None::<String>);
    let failed = use_state_eq(|| false);
    let Image { url, caption } = &props.image;
    let host = net::host(url).unwrap_or_default();
    // Another picture needs another word.
    let is_allowed = allowed.as_deref() == Some(url.as_str());
    let onerror = {
        let failed = failed.clone();
        move |_: Event| failed.set(true)
    };
    let alt = caption.clone().unwrap_or_else(|| card::NO_CAPTION.into());
    match present::picture(url) {
        Picture::Embedded if !*failed => html! {
            <img class="picture" src={url.clone()} {alt} decoding="async" {onerror} />
        },
        Picture::Remote if is_allowed && !*failed => html! {
            // Without credentials, and without saying which page asks.
            <img
                class="picture"
                src={url.clone()}
                {alt}
                crossorigin="anonymous"
                referrerpolicy="no-referrer"
                {onerror}
            />
        },
        Picture::Remote if is_allowed => html! {
            <p class="picture-note">
                { consent::picture_failed(&host) }{ " " }
                { linked(url, html! { card::OPEN_PICTURE }) }
            </p>
        },
        Picture::Remote => {
            let address = url.clone();
            let onclick = move |_| allowed.set(Some(address.clone()));
            html! {
                <button type="button" class="picture-offer" {onclick}>
                    { consent::show_picture(&host) }
                </button>
            }
        }
        Picture::Embedded | Picture::Unshowable => html! {
            <p class="picture-note">{ card::PICTURE_LEFT_OUT }</p>
        },
    }
}
