//! Every sentence that people read, in English. Another language is a folder like this one.

mod annex_i;
pub mod as_of;
pub mod attach;
pub mod batch;
pub mod card;
pub mod carried;
mod claims;
pub mod consent;
mod container;
mod date;
mod detail;
mod did_log;
mod disclosure;
mod duration;
pub mod element;
pub mod embed;
mod endorsement;
pub mod gallery;
mod headline;
mod holder;
mod identity;
pub mod keep;
pub mod layouts;
pub mod link;
mod members;
mod next_step;
mod not_baked;
mod not_loaded;
mod note;
mod open_badges;
pub mod page;
mod provenance;
mod recipient;
mod record;
mod refresh;
mod schema;
mod seal;
pub mod settings;
mod status;
mod terms;
mod token;
mod trust;
mod unobtained;
mod unreadable;

pub use annex_i::{annex_i_element, annex_i_value};
pub use claims::{claimed_date, credits, identity_type, points, range, skill_level};
pub use container::oddity;
pub use date::{date, date_and_time};
pub use detail::detail;
pub use endorsement::{endorsed, endorsement};
pub use headline::{UNREADABLE, UNREADABLE_CREDENTIAL, caveats, headline};
pub use holder::{credentials, holder, holder_caveat, holder_detail, least_sure, several};
pub use identity::identity;
pub use members::{member, member_value};
pub use next_step::next_step;
pub use not_baked::not_baked;
pub use not_loaded::{NOT_LOADED, NOT_READ, not_loaded};
pub use note::note;
pub use provenance::{obtained, provenance};
pub use recipient::comparable;
pub use record::association;
pub use schema::fault;
pub use terms::{
    achievement_type, answer, framework, hallmark, hallmark_state, outcome, purpose, question,
    result_status, suspicion,
};
pub use token::mechanism;
pub use unreadable::unreadable;

/// The language of this folder, as an HTML `lang` value.
pub const LANGUAGE: &str = "en";

/// The direction in which that language is written, as an HTML `dir` value.
pub const DIRECTION: &str = "ltr";

/// "a", "a and b", "a, b and c".
fn list<T: AsRef<str>>(items: &[T]) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

/// At most so many of an input's own words, since it can be as long as it likes.
pub(super) fn shortened(text: &str) -> String {
    const LONGEST: usize = 120;
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}
