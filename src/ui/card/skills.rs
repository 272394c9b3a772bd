//! Skills: the reason why most people look.

use yew::prelude::*;

use super::part::{folding, part, subtitle, unstated};
use super::text::{claimed, linked, plain};
use crate::credential::{Claims, Skill};
use crate::present::english::{self, card};
use crate::present::{SkillGroup, level, skill_groups};

/// Longer lists fold.
const SHOWN: usize = 8;

/// Skills by framework, tags apart.
pub fn skills(claims: &Claims) -> Html {
    let groups = skill_groups(claims);
    let tags = claims
        .achievement
        .as_ref()
        .map(|a| a.tags.as_slice())
        .unwrap_or_default();
    let content = html! {
        <>
            if groups.is_empty() {
                { unstated(card::NO_SKILLS) }
            }
            { for groups.iter().map(|skills| group(skills, claims)) }
            if !tags.is_empty() {
                <div class="skill-group tags">
                    { subtitle(html! { card::TAGS }) }
                    { folding("tag-list", tags.iter().map(String::as_str).map(tag).collect(), 2 * SHOWN) }
                </div>
            }
        </>
    };
    part("skills", card::SKILLS, content)
}

fn tag(tag: &str) -> Html {
    html! { <li>{ plain(tag) }</li> }
}

fn group(group: &SkillGroup, claims: &Claims) -> Html {
    let items = group
        .skills
        .iter()
        .map(|skill| item(skill, claims))
        .collect();
    html! {
        <div class="skill-group">
            { subtitle(plain(&english::framework(&group.framework))) }
            { folding("skill-list", items, SHOWN) }
        </div>
    }
}

fn item(skill: &Skill, claims: &Claims) -> Html {
    let name = match &skill.name {
        Some(name) => claimed(name),
        None => html! { card::NO_SKILL_NAME },
    };
    let chip = match &skill.url {
        Some(url) => linked(url, name),
        None => html! { <span>{ name }</span> },
    };
    html! {
        <li class="skill">
            <span class="chip">{ chip }</span>
            if let Some(level) = level(skill, claims) {
                <span class="skill-level">{ " " }{ plain(&english::skill_level(level)) }</span>
            }
            if let Some(code) = &skill.code {
                <span class="skill-code">{ " " }{ plain(code) }</span>
            }
            if let Some(description) = &skill.description {
                <p class="skill-description">{ claimed(description) }</p>
            }
        </li>
    }
}
