//! Yew components: the card that shows what is known of a badge, and the page around it.

mod badge;
mod card;
mod clock;
mod decisions;
mod download;
mod file;
mod folds;
mod independent_check;
mod kept;
mod layout;
mod page;
mod read_file;
mod shared;

pub use badge::{Badge, BadgeProps, Fold, Network, Settled};
pub use clock::end_of_day;
pub use file::{BadgeFile, Content};
pub use independent_check::{CheckedFile, IndependentCheck};
pub use layout::Layout;
pub use page::App;
pub use read_file::{NotRead, read as read_file};
pub use shared::Shared;

/// The style sheet of [`Badge`], for whoever draws it outside `index.html`.
pub const STYLES: &str = concat!(
    include_str!("../../styles/card/material.css"),
    include_str!("../../styles/card/controls.css"),
    include_str!("../../styles/card/verdict.css"),
    include_str!("../../styles/card/hallmarks.css"),
    include_str!("../../styles/card/content.css"),
    include_str!("../../styles/card/members.css"),
    include_str!("../../styles/card/several.css"),
    include_str!("../../styles/card/layouts.css"),
    include_str!("../../styles/card/circumstances.css"),
);
