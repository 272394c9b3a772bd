//! The looks of a badge on somebody's page, and the code for it.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::ShareProps;
use super::code_field::CodeField;
use super::preview::Preview;
use crate::carrier::Carrier;
use crate::present::english::{card, embed};
use crate::present::{Embedding, FileSource};
use crate::ui::card::use_unique;
use crate::ui::link::Link;
use crate::ui::{BadgeFile, CheckedFile, Content, IndependentCheck, Layout};

/// The values of CSS's `color-scheme`; the first leaves it to the page.
const SCHEMES: [Option<&str>; 3] = [None, Some("light"), Some("dark")];

/// What somebody chose.
#[derive(Clone, Debug, PartialEq)]
struct Choice {
    /// As it was typed.
    address: String,
    layout: Layout,
    color_scheme: Option<&'static str>,
    is_frame: bool,
    is_sample: bool,
}

/// The choices, the badge as it will look, and the code.
#[component]
pub fn EmbedBuilder(props: &ShareProps) -> Html {
    let id = use_unique();
    let address = props.sharing.address.as_ref();
    let choice = use_state_eq(|| Choice {
        address: address.map_or_else(String::new, ToString::to_string),
        layout: Layout::default(),
        color_scheme: None,
        is_frame: address.is_none(),
        is_sample: false,
    });
    let changed = |change: fn(&mut Choice, usize)| {
        let choice = choice.clone();
        Callback::from(move |index| {
            let mut changed = (*choice).clone();
            change(&mut changed, index);
            choice.set(changed);
        })
    };
    let onaddress = {
        let choice = choice.clone();
        move |event: InputEvent| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            choice.set(Choice {
                address: input.map(|input| input.value()).unwrap_or_default(),
                ..(*choice).clone()
            });
        }
    };
    let onsample = {
        let choice = choice.clone();
        move |_: Event| {
            let is_sample = !choice.is_sample;
            choice.set(Choice {
                is_sample,
                ..(*choice).clone()
            });
        }
    };
    let place = place(&choice.address);
    let code = place.as_ref().map_err(|problem| *problem);
    let code = code.and_then(|place| code_for(props, &choice, place.as_deref()));
    let independent_check = IndependentCheck {
        file: match place {
            Ok(Some(address)) => CheckedFile::At(address.into()),
            _ => CheckedFile::Carried(props.text.clone()),
        },
        page: props.sharing.page.clone(),
    };
    let hint = format!("{id}-hint");
    html! {
        <div class="embed-builder">
            <label for={id.clone()}>{ embed::ADDRESS }</label>
            <p class="quiet" id={hint.clone()}>{ embed::ADDRESS_HINT }</p>
            <div class="field">
                <input
                    id={id.clone()}
                    class="embed-address"
                    type="url"
                    value={choice.address.clone()}
                    oninput={onaddress}
                    placeholder="https://"
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby={hint}
                />
            </div>
            <div class="choices">
                <Select
                    name="way"
                    label={embed::WAY}
                    options={embed::WAYS.to_vec()}
                    chosen={usize::from(choice.is_frame)}
                    onchosen={changed(|choice, index| choice.is_frame = index == 1)}
                />
                <Select
                    name="layout"
                    label={embed::LAYOUT}
                    options={embed::LAYOUTS.to_vec()}
                    chosen={Layout::ALL.iter().position(|it| *it == choice.layout).unwrap_or(0)}
                    onchosen={changed(|choice, index| {
                        choice.layout = Layout::ALL.get(index).copied().unwrap_or_default();
                    })}
                />
                <Select
                    name="color-scheme"
                    label={embed::SCHEME}
                    options={embed::SCHEMES.to_vec()}
                    chosen={SCHEMES.iter().position(|it| *it == choice.color_scheme).unwrap_or(0)}
                    onchosen={changed(|choice, index| {
                        choice.color_scheme = SCHEMES.get(index).copied().flatten();
                    })}
                />
            </div>
            <label class="embed-sample">
                <input type="checkbox" checked={choice.is_sample} onchange={onsample} />
                { " " }{ embed::SAMPLE }
            </label>
            <Preview
                file={BadgeFile {
                    name: props.examined.name.clone(),
                    content: Content::Bytes(props.text.clone()),
                }}
                layout={choice.layout}
                color_scheme={choice.color_scheme}
                is_sample={choice.is_sample}
                {independent_check}
                registry_sources={props.examined.policy.registry_sources.clone()}
            />
            {
                match code {
                    Ok(code) => html! { <CodeField {code} /> },
                    Err(problem) => html! { <p class="warning" role="status">{ problem }</p> },
                }
            }
            if choice.is_frame {
                <p class="quiet">{ embed::FRAME_NOTE }</p>
            }
            <p class="quiet">{ embed::PUBLIC }</p>
        </div>
    }
}

/// The address that was typed; None where there is none.
fn place(typed: &str) -> Result<Option<String>, &'static str> {
    match typed.trim() {
        "" => Ok(None),
        // What is short of its scheme could as well be a file's name.
        typed if !typed.starts_with("http") => Err(embed::ADDRESS_UNREADABLE),
        typed => match Link::of(typed) {
            Some(link) => Ok(Some(link.url)),
            None => Err(embed::ADDRESS_UNREADABLE),
        },
    }
}

/// The code, or why there is none.
fn code_for(
    props: &ShareProps,
    choice: &Choice,
    address: Option<&str>,
) -> Result<String, &'static str> {
    let title = props.examined.report.claims.title();
    let name = title.map_or(card::NO_NAME, |title| &title.value);
    let embedding = Embedding {
        page: &props.sharing.page,
        file: address.map_or(FileSource::Carried(&props.text), FileSource::At),
        is_picture: address.is_some_and(|address| is_picture(props, address)),
        name,
        layout: Some(choice.layout)
            .filter(|layout| *layout != Layout::default())
            .map(Layout::name),
        height: match choice.layout {
            Layout::Inline => 40,
            Layout::Compact => 120,
            Layout::Card => 480,
            Layout::Full => 960,
        },
        color_scheme: choice.color_scheme,
        is_sample: choice.is_sample,
    };
    if choice.is_frame {
        embedding
            .frame(&embed::frame_title(name))
            .ok_or(embed::TOO_LARGE)
    } else {
        embedding.element().ok_or(embed::NO_ADDRESS)
    }
}

/// Whether a picture lies at this address, as far as is known.
fn is_picture(props: &ShareProps, address: &str) -> bool {
    let path = address.split('?').next().unwrap_or(address);
    let is_named_so = [".png", ".svg"].iter().any(|ending| path.ends_with(ending));
    let came_from_there = props.sharing.address.as_deref() == Some(address);
    let was_picture = matches!(props.examined.carrier, Carrier::Png | Carrier::Svg);
    is_named_so || (came_from_there && was_picture)
}

#[derive(Clone, PartialEq, Properties)]
struct SelectProps {
    name: &'static str,
    label: &'static str,
    options: Vec<&'static str>,
    chosen: usize,
    onchosen: Callback<usize>,
}

#[component]
fn Select(props: &SelectProps) -> Html {
    let onchange = {
        let onchosen = props.onchosen.clone();
        move |event: Event| {
            let select = event.target_dyn_into::<HtmlSelectElement>();
            let index = select.map(|select| select.selected_index());
            if let Some(index) = index.and_then(|index| usize::try_from(index).ok()) {
                onchosen.emit(index);
            }
        }
    };
    let option = |(index, option): (usize, &&'static str)| {
        html! { <option selected={index == props.chosen}>{ *option }</option> }
    };
    html! {
        <label>
            { props.label }
            <select name={props.name} {onchange}>
                { for props.options.iter().enumerate().map(option) }
            </select>
        </label>
    }
}
