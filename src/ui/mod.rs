//! Yew components: the card that shows what is known of a badge, and the page around it.

mod badge;
mod card;
mod clock;
mod copy;
mod decisions;
mod download;
mod file;
mod folds;
#[cfg(feature = "page")]
mod frame;
mod gallery_filter;
mod independent_check;
mod kept;
mod layout;
#[cfg(feature = "page")]
mod link;
#[cfg(feature = "page")]
mod page;
mod read_file;
#[cfg(feature = "page")]
mod share;
mod shared;
mod sharing;

pub use badge::{Badge, BadgeProps, Fold, Network, Settled};
pub use clock::end_of_day;
pub use file::{BadgeFile, Content};
#[cfg(feature = "page")]
pub use frame::draw_frame;
pub use gallery_filter::{SkillFilter, SkillFilterProps};
pub use independent_check::{CheckedFile, IndependentCheck};
pub use layout::Layout;
#[cfg(feature = "page")]
pub use page::App;
pub use read_file::{NotRead, read as read_file};
pub use shared::Shared;
pub use sharing::Sharing;

/// The style sheet of [`Badge`], for whoever draws it outside `index.html`.
pub const STYLES: &str = concat!(
    include_str!("../../styles/card/material.css"),
    include_str!("../../styles/card/controls.css"),
    include_str!("../../styles/card/verdict.css"),
    include_str!("../../styles/card/hallmarks.css"),
    include_str!("../../styles/card/content.css"),
    include_str!("../../styles/card/members.css"),
    include_str!("../../styles/card/several.css"),
    include_str!("../../styles/card/filter.css"),
    include_str!("../../styles/card/layouts.css"),
    include_str!("../../styles/card/circumstances.css"),
);
