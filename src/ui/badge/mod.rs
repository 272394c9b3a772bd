//! The badge: opens a file, checks it, and shows a card for each credential in it.

mod driver;
mod examination;
mod finding;
mod network;
mod opened_file;
mod requests;
mod several;
mod use_examination;

pub use finding::{Examined, Finding, Settled};
pub use network::Network;
pub use requests::{State, States};
pub use use_examination::Consent;

use yew::prelude::*;

use self::examination::Examination;
use self::several::Several;
use self::use_examination::{Terms, use_examination};
use super::card::Card;
use super::{BadgeFile, IndependentCheck, Layout, Shared, Sharing};
use crate::timestamp::Timestamp;
use crate::trust::{Registry, RegistrySource};

/// What a [`Badge`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct BadgeProps {
    /// The file to check.
    pub file: BadgeFile,
    /// Who is trusted to say who an issuer is.
    #[prop_or_default]
    pub registries: Shared<Vec<Registry>>,
    /// Where more of them are, to be asked for when the person agrees.
    #[prop_or_default]
    pub registry_sources: Shared<Vec<RegistrySource>>,
    /// Whether, which and how other hosts may be asked.
    #[prop_or_default]
    pub network: Network,
    /// The time to answer for; now, if left out. The card says which, and can be asked otherwise.
    #[prop_or_default]
    pub as_of: Option<Timestamp>,
    /// Whom it should belong to: an identifier, an e-mail address or a name. The person can name another.
    #[prop_or_default]
    pub recipient: Option<AttrValue>,
    /// Another number has what was asked for asked for once more, and the file checked with that.
    #[prop_or_default]
    pub attempt: u32,
    /// How much of it is shown.
    #[prop_or_default]
    pub layout: Layout,
    /// A line above the card with the file's name, and a button that folds the card to one row.
    #[prop_or_default]
    pub fold: Option<Fold>,
    /// Marks the card as a sample's.
    #[prop_or_default]
    pub is_sample: bool,
    /// Something else to know about this check, such as a registry that was not there.
    #[prop_or_default]
    pub note: Option<AttrValue>,
    /// Where a doubter can check the same file without this page.
    #[prop_or_default]
    pub independent_check: Option<IndependentCheck>,
    /// What it takes to offer the badge for other pages; it is not offered otherwise.
    #[prop_or_default]
    pub sharing: Option<Sharing>,
    /// Hosts that the person has allowed to be asked for this file already.
    #[prop_or_default]
    pub allowed: Vec<String>,
    /// Moves the focus to the headline once it is there.
    #[prop_or_default]
    pub takes_focus: bool,
    /// Called after every check, the repeated ones too.
    #[prop_or_default]
    pub onsettled: Callback<Shared<Settled>>,
    /// Called in place of that where this program lacks what the file takes ([`crate::lacking`]), with the
    /// hosts that the person has allowed: another program has to go on.
    #[prop_or_default]
    pub onlacking: Callback<Vec<String>>,
}

/// Whether a card is folded to one row, and what to do when a person wants it otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct Fold {
    pub is_folded: bool,
    pub ontoggle: Callback<()>,
}

/// A badge: what it is, who put their mark on it, and what could not be established. A file with
/// several has a card for each.
#[component]
pub fn Badge(props: &BadgeProps) -> Html {
    let handle = use_examination(
        &props.file,
        &Terms {
            registries: props.registries.clone(),
            registry_sources: props.registry_sources.clone(),
            as_of: props.as_of,
            recipient: props.recipient.clone(),
            allowed: props.allowed.clone(),
        },
        &props.network,
        props.attempt,
    );
    let examination = handle.examination();
    let onsettled = props.onsettled.clone();
    use_effect_with(examination.settled(), move |settled| {
        if let Some(settled) = settled {
            onsettled.emit(settled.clone());
        }
    });
    let onlacking = props.onlacking.clone();
    use_effect_with(examination.lacking(), move |allowed| {
        if let Some(allowed) = allowed {
            onlacking.emit(allowed.iter().cloned().collect());
        }
    });
    let (onanswer, onrecipient) = (handle.onanswer(), handle.onrecipient());
    let onasof = handle.onasof();
    let finding = match examination {
        Examination::Unopened { finding, .. } => finding,
        Examination::Lacking { .. } => Finding::Pending,
        Examination::Opened(examined) => {
            match (examined.findings.as_slice(), &examined.presented) {
                ([only], None) => only.clone(),
                _ => {
                    return html! {
                        <Several
                            {examined}
                            badge={props.clone()}
                            {onanswer}
                            {onrecipient}
                            {onasof}
                        />
                    };
                }
            }
        }
    };
    html! {
        <Card
            {finding}
            name={props.file.name.clone()}
            network={props.network.clone()}
            layout={props.layout}
            fold={props.fold.clone()}
            is_sample={props.is_sample}
            note={props.note.clone()}
            independent_check={props.independent_check.clone()}
            sharing={props.sharing.clone()}
            takes_focus={props.takes_focus}
            {onanswer}
            {onrecipient}
            {onasof}
        />
    }
}
