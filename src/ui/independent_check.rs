//! Where a doubter can check the same file without the page that shows it.

use yew::AttrValue;

use super::Shared;
use crate::net;
use crate::present::{FileSource, checking_address};

/// Where a doubter can check the same file without the page that shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct IndependentCheck {
    pub file: CheckedFile,
    /// The address of a page that checks files, without a query or a fragment: what leads it to the
    /// file is added.
    pub page: AttrValue,
}

/// How the checking page comes by the file.
#[derive(Clone, Debug, PartialEq)]
pub enum CheckedFile {
    /// It lies at this address.
    At(AttrValue),
    /// It has no address: the checking page's own carries it.
    Carried(Shared<Vec<u8>>),
}

impl IndependentCheck {
    /// The address at which the checking page is led to the file; None where it has to be handed the
    /// file by hand, since the file has no web address or is too large to be carried.
    #[must_use]
    pub fn address(&self) -> Option<String> {
        let file = match &self.file {
            CheckedFile::At(address) => net::host(address).map(|_| FileSource::At(address))?,
            CheckedFile::Carried(bytes) => FileSource::Carried(bytes),
        };
        checking_address(&self.page, file)
    }
}
