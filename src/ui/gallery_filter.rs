//! Several badges, and only those with a certain skill.

use yew::prelude::*;

use crate::present::SkillCount;
use crate::present::english::gallery;

#[derive(Clone, PartialEq, Properties)]
pub struct SkillFilterProps {
    /// The skills to choose from.
    pub skills: Vec<SkillCount>,
    /// The name of the skill that was chosen.
    pub chosen: Option<AttrValue>,
    /// Called with the skill that is chosen now; None where the choice is taken back.
    pub onchosen: Callback<Option<AttrValue>>,
}

/// A chip for each skill, with the number of badges that have it; nothing where there is no skill.
#[component]
pub fn SkillFilter(props: &SkillFilterProps) -> Html {
    if props.skills.is_empty() {
        return Html::default();
    }
    let chip = |skill: &SkillCount| {
        let name = AttrValue::from(skill.name.clone());
        let is_chosen = props.chosen.as_ref() == Some(&name);
        let onclick = {
            let name = name.clone();
            props
                .onchosen
                .reform(move |_: MouseEvent| Some(name.clone()).filter(|_| !is_chosen))
        };
        html! {
            <li key={&*name}>
                <button
                    type="button"
                    class="filter-chip"
                    aria-pressed={is_chosen.to_string()}
                    {onclick}
                >
                    <bdi>{ gallery::skill(&skill.name) }</bdi>
                    { " " }
                    <span class="filter-count">
                        <span aria-hidden="true">{ "· " }{ skill.badges }</span>
                        <span class="for-ears">{ gallery::badges(skill.badges) }</span>
                    </span>
                </button>
            </li>
        }
    };
    html! {
        <div class="skill-filter assay-tokens" role="group" aria-label={gallery::FILTER}>
            <p class="quiet" aria-hidden="true">{ gallery::FILTER }</p>
            <ul>{ for props.skills.iter().map(chip) }</ul>
        </div>
    }
}
