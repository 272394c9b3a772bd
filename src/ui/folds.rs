//! Which items of a list are unfolded.

use yew::prelude::*;

use super::Fold;

/// Which items are unfolded, by their place in the list.
#[derive(Clone)]
pub struct Folds(UseStateHandle<Vec<usize>>);

/// Remembers it for a component; `unfolded` are so at first.
#[hook]
pub fn use_folds(unfolded: &'static [usize]) -> Folds {
    Folds(use_state_eq(|| unfolded.to_vec()))
}

impl Folds {
    /// The fold of one item.
    pub fn of(&self, index: usize) -> Fold {
        let unfolded = self.0.clone();
        Fold {
            is_folded: !unfolded.contains(&index),
            ontoggle: Callback::from(move |()| {
                let mut now = (*unfolded).clone();
                match now.iter().position(|unfolded| *unfolded == index) {
                    Some(at) => drop(now.swap_remove(at)),
                    None => now.push(index),
                }
                unfolded.set(now);
            }),
        }
    }
}
