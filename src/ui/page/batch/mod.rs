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

/// What the person has chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choice {
    /// Which badges are shown.
    pub filter: Filter,
    /// What was typed to search for.
    pub typed: AttrValue,
    /// The row at which the keyboard is.
    active: usize,
    /// Counts the times when it was sent there.
    moves: u32,
    /// The badge whose card is shown.
    open: Option<Place>,
}

impl Choice {
    fn moved(&self, to: usize) -> Self {
        Self {
            active: to,
            moves: self.moves.wrapping_add(1),
            ..self.clone()
        }
    }
}

/// The whole of it.
#[component]
pub fn Batch(props: &BatchProps) -> Html {
    let batch = use_batch(&props.files);
    let choice = use_state_eq(Choice::default);
    let place = use_node_ref();
    let seen = use_window(&place);
    // Declared behind the window, whose effect puts the rows in their places.
    use_effect_with(choice.moves, {
        let (place, active) = (place.clone(), choice.active);
        move |moves| {
            if *moves > 0 {
                focus(&place, active);
            }
        }
    });
    let run = batch.run.borrow();
    let rows = &run.rows;
    let shown = Shared::new(rows.shown(&choice.filter));
    let onchoice = {
        let choice = choice.setter();
        Callback::from(move |chosen| choice.set(chosen))
    };
    let onmove = {
        let choice = choice.clone();
        Callback::from(move |to| choice.set(choice.moved(to)))
    };
    let onopen = {
        let (choice, batch, shown) = (choice.clone(), batch.clone(), shown.clone());
        Callback::from(move |position: usize| {
            let rows = &batch.run.borrow().rows;
            if let Some(entry) = shown.get(position).and_then(|index| rows.get(*index)) {
                choice.set(Choice {
                    active: position,
                    open: Some(entry.place),
                    ..(*choice).clone()
                });
            }
        })
    };
    let onclose = {
        let choice = choice.clone();
        Callback::from(move |()| {
            choice.set(Choice {
                open: None,
                ..choice.moved(choice.active)
            });
        })
    };
    // The same all along, so that the card is not drawn anew with each row that comes in.
    let onsettled = use_callback((), {
        let batch = batch.clone();
        move |(place, settled): (Place, Shared<Settled>), ()| {
            batch.settle(place, settled.row.clone());
        }
    });
    let sheet = choice.open.and_then(|place| {
        let index = rows.index_of(place)?;
        let name = rows.get(index)?.file_name.clone();
        Some(html! {
            <Sheet
                {place}
                file={props.files.get(place.file)?.clone()}
                {name}
                position={shown.iter().position(|it| *it == index)}
                of={shown.len()}
                network={props.network.clone()}
                registry_sources={props.registry_sources.clone()}
                folder={props.folder.clone()}
                {onsettled}
                onmove={onopen.clone()}
                {onclose}
            />
        })
    });
    html! {
        <section class="batch assay-tokens" aria-labelledby="batch-title">
            { summary(&batch, &run, &choice, shown.len(), &onchoice, &props.onclear) }
            { list(rows, &shown, &seen, &place, choice.active, &onmove, &onopen) }
            { sheet.unwrap_or_default() }
        </section>
    }
}
