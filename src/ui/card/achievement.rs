//! The badge itself: its picture, its name, what it is, and who earned it.

use yew::prelude::*;

use super::part::part;
use super::picture::BadgePicture;
use super::text::{claimed, identifier, plain, warnings};
use crate::credential::{Claims, Identifier, Text};
use crate::present::english::{self, card, layouts};

/// Descriptions of more characters than a short paragraph's are no part of a card that is cut short.
const LONG: usize = 240;

/// The top of the badge's own content.
pub fn achievement(claims: &Claims, with_picture: bool, is_brief: bool) -> Html {
    let achievement = claims.achievement.as_ref();
    let kind = achievement.and_then(|achievement| achievement.achievement_type.as_deref());
    let kind = kind.or_else(|| own_type(claims));
    let description = description(claims).filter(|it| !is_brief || !is_long(it));
    let picture = claims.picture().filter(|_| with_picture).cloned();
    let title = claims.title();
    html! {
        <section class="achievement" part="badge">
            if let Some(image) = picture {
                <div class="achievement-picture" part="picture"><BadgePicture {image} /></div>
            }
            <div class="achievement-words">
                if let Some(kind) = kind {
                    <p class="achievement-type">{ plain(&english::achievement_type(kind)) }</p>
                }
                <h3 class="achievement-name" part="name">
                    { title.map_or_else(|| html! { card::NO_NAME }, claimed) }
                </h3>
                { title.map(|title| warnings(&title.value)).unwrap_or_default() }
                if let Some(description) = description {
                    <p class="achievement-description">{ claimed(description) }</p>
                }
                { recipient(claims, is_brief) }
            </div>
        </section>
    }
}

/// The description that was too long for a card that is cut short.
pub fn long_description(claims: &Claims) -> Html {
    match description(claims).filter(|it| is_long(it)) {
        Some(text) => part(
            "description",
            layouts::DESCRIPTION,
            html! { <p>{ claimed(text) }</p> },
        ),
        None => Html::default(),
    }
}

fn description(claims: &Claims) -> Option<&Text> {
    let achievement = claims.achievement.as_ref();
    let described = achievement.and_then(|achievement| achievement.description.as_ref());
    described.or(claims.description.as_ref())
}

fn is_long(text: &Text) -> bool {
    text.value.chars().nth(LONG).is_some()
}

/// A plain credential's type beside W3C's.
fn own_type(claims: &Claims) -> Option<&str> {
    let is_own = |kind: &&String| *kind != "VerifiableCredential" && !kind.contains(':');
    let own = claims.types.iter().find(is_own);
    own.filter(|_| !claims.rows.is_empty()).map(String::as_str)
}

/// Whom the badge names; in brief the names alone, where there are some.
fn recipient(claims: &Claims, is_brief: bool) -> Html {
    let [names, others] = recipients(claims);
    let items = match is_brief && !names.is_empty() {
        true => names,
        false => [names, others].concat(),
    };
    html! {
        <div class="recipient">
            <h4 class="subtitle">{ card::RECIPIENT }</h4>
            if items.is_empty() {
                <p class="quiet">{ card::NO_RECIPIENT }</p>
            } else {
                { list(items) }
            }
        </div>
    }
}

/// By what else it names them than by the names that it gives in brief.
pub fn recipient_rest(claims: &Claims) -> Html {
    match recipients(claims) {
        [names, others] if !names.is_empty() && !others.is_empty() => {
            part("recipient-rest", card::RECIPIENT, list(others))
        }
        _ => Html::default(),
    }
}

/// Names and addresses that can be read, and what cannot.
fn recipients(claims: &Claims) -> [Vec<Html>; 2] {
    let subject = &claims.subject;
    let (hashed, plain): (Vec<_>, Vec<_>) = subject.identifiers.iter().partition(|it| it.hashed);
    let id = subject.id.as_deref().map(identifier);
    let hashed = hashed.into_iter().map(named);
    [
        plain.into_iter().map(named).collect(),
        hashed.chain(id).collect(),
    ]
}

fn list(items: Vec<Html>) -> Html {
    html! {
        <ul class="plain-list">
            for item in items {
                <li>{ item }</li>
            }
        </ul>
    }
}

fn named(identifier: &Identifier) -> Html {
    let kind = plain(english::identity_type(&identifier.identity_type));
    if identifier.hashed {
        return html! { <>{ kind }{ ", " }<span class="quiet">{ card::HASHED }</span></> };
    }
    html! { <>{ kind }{ ": " }<strong>{ plain(&identifier.identity_hash) }</strong></> }
}
