//! `<assay-badge>`: the badge for any page, whatever it is made with; `<assay-gallery>`: several of them.
//!
//! [`api`] is the table of all that a page can say to it and hear from it. Files and registries that a
//! page names are loaded without credentials; that request is the page's own wish. None of the
//! attributes switches a check off.
//!
//! A file with several credentials, a presentation say, has a report for each in `reports`, in the
//! file's order. `report`, `verdict` and `headline` are then those of the credential that can be
//! relied on least, the first of several; each report's `credential` says which one of how many it
//! is, and its `presentation` who presents them. For a file with one credential, `reports` holds
//! `report` alone.
//!
//! The elements' classes are JavaScript (`badge.js`, `gallery.js`), since only a class can be an element;
//! all else is drawn from here.

pub mod api;
#[cfg(feature = "browser")]
mod attributes;
#[cfg(feature = "browser")]
mod embedded;
#[cfg(feature = "browser")]
mod filter;
#[cfg(feature = "browser")]
mod load;
#[cfg(feature = "browser")]
mod mounted;
#[cfg(feature = "browser")]
mod shared_load;

#[cfg(feature = "browser")]
pub use filter::{MountedFilter, mount_filter};
#[cfg(feature = "browser")]
pub use mounted::{Mounted, mount_badge, styles};
