//! Many badges at once: how far their check has come, how many came out how, and a list of them, of which
//! each opens its card.

mod check;
mod list;
mod message;
mod pool;
mod sheet;
mod summary;
mod use_batch;
mod use_window;

pub use self::check::registry_sources;

use std::rc::Rc;

use web_sys::File;
use yew::prelude::*;

use self::list::{focus, list};
use self::sheet::Sheet;
use self::summary::summary;
use self::use_batch::use_batch;
use self::use_window::use_window;
use crate::present::batch::{Filter, Place};
use crate::trust::RegistrySource;
use crate::ui::{Network, Settled, Shared};

#[derive(Clone, PartialEq, Properties)]
pub struct BatchProps {
    /// The files; more may come to them, at their end.
    pub files: Shared<Vec<File>>,
    pub network: Network,
    pub registry_sources: Shared<Vec<RegistrySource>>,
    /// The address of the page, for who wants to show a badge elsewhere.
    pub folder: Option<AttrValue>,
    /// The list is to be taken away.
    pub onclear: Callback<()>,
}

/// Which badges are shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choice {
    pub filter: Filter,
    /// What was typed to search for.
    pub typed: AttrValue,
}

/// The whole of it.
#[component]
pub fn Batch(props: &BatchProps) -> Html {
    let batch = use_batch(&props.files);
    let choice = use_state_eq(Choice::default);
    let active = use_state_eq(|| 0_usize);
    let open = use_state_eq(|| None::<Place>);
    let place = use_node_ref();
    let seen = use_window(&place);
    let rows = batch.rows.borrow();
    let shown = Shared::new(rows.shown(&choice.filter));
    let position = open.and_then(|place| {
        let index = rows.index_of(place)?;
        shown.iter().position(|it| *it == index)
    });
    let takes_focus = use_mut_ref(|| false);
    let onmove = {
        let (active, takes_focus) = (active.setter(), Rc::clone(&takes_focus));
        Callback::from(move |to| {
            takes_focus.replace(true);
            active.set(to);
        })
    };
    // Declared behind the window, whose effect puts the rows in their places.
    use_effect_with((*active, *open), {
        let (place, takes_focus) = (place.clone(), Rc::clone(&takes_focus));
        move |(active, _)| {
            if takes_focus.take() {
                focus(&place, *active);
            }
        }
    });
    let onopen = {
        let (open, active) = (open.setter(), active.setter());
        let (rows, shown) = (Rc::clone(&batch.rows), shown.clone());
        Callback::from(move |position: usize| {
            let rows = rows.borrow();
            if let Some(entry) = shown.get(position).and_then(|index| rows.get(*index)) {
                active.set(position);
                open.set(Some(entry.place));
            }
        })
    };
    // The same all along, so that the card is not drawn anew with each row that comes in.
    let onsettled = use_callback(props.files.clone(), {
        let batch = batch.clone();
        move |(place, settled): (Place, Shared<Settled>), files| {
            batch.settle(files, place, settled.row.clone());
        }
    });
    let onclose = {
        let open = open.setter();
        Callback::from(move |()| {
            takes_focus.replace(true);
            open.set(None);
        })
    };
    let sheet = (*open).and_then(|place| {
        let entry = rows.get(rows.index_of(place)?)?;
        Some(html! {
            <Sheet
                {place}
                file={props.files.get(place.file)?.clone()}
                name={AttrValue::from(entry.file_name.clone())}
                {position}
                of={shown.len()}
                network={props.network.clone()}
                registry_sources={props.registry_sources.clone()}
                folder={props.folder.clone()}
                onsettled={onsettled.clone()}
                onmove={onopen.clone()}
                {onclose}
            />
        })
    });
    let onchoice = {
        let (choice, active) = (choice.setter(), active.setter());
        Callback::from(move |chosen| {
            active.set(0);
            choice.set(chosen);
        })
    };
    html! {
        <section class="batch assay-tokens" aria-labelledby="batch-title">
            { summary(&batch, &rows, &choice, shown.len(), &onchoice, &props.onclear) }
            { list(&rows, &shown, &seen, &place, *active, &onmove, &onopen) }
            { sheet.unwrap_or_default() }
        </section>
    }
}
