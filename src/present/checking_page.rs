//! Addresses at which a page of Assay's checks a certain badge.

use base64ct::{Base64UrlUnpadded, Encoding as _};

use crate::percent_encoding::percent_encoded;
use crate::policy::Bounds;

/// The part of an address that carries a badge; as it is the fragment, no server is sent it (RFC 9110,
/// section 4.2.5).
const CARRYING: &str = "#badge=";

/// What leads a page to a badge.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum FileSource<'a> {
    /// The web address that the file lies at.
    At(&'a str),
    /// The file itself.
    Carried(&'a [u8]),
}

/// An address that should carry a badge, and does not.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum NotCarried {
    /// It is cut off or altered: what is there is no base64url (RFC 4648, section 5).
    Damaged,
    /// It is longer than [`Bounds::carrying_url_octets`].
    TooLong { limit: usize },
}

impl FileSource<'_> {
    /// The address at which the page at `page`, an address without a query, is led to the file;
    /// `query` is what else to tell it, each part with an `&` behind it.
    ///
    /// None where the file is too large to be carried.
    pub(super) fn address(self, page: &str, query: &str) -> Option<String> {
        let limit = Bounds::default().carrying_url_octets;
        match self {
            Self::At(file) => Some(format!("{page}?{query}url={}", percent_encoded(file))),
            // Files can have megabytes, which need not be encoded to see that they are too many.
            Self::Carried(bytes) if bytes.len() > limit => None,
            Self::Carried(bytes) => {
                let query = match query.strip_suffix('&') {
                    Some(query) => format!("?{query}"),
                    None => String::new(),
                };
                let encoded = Base64UrlUnpadded::encode_string(bytes);
                let address = format!("{page}{query}{CARRYING}{encoded}");
                (address.len() <= limit).then_some(address)
            }
        }
    }
}

/// The address at which the page at `page`, an address without a query, checks this file. The page asks
/// before it fetches a file; one that is carried along it shows at once, and no server is sent it.
///
/// None where the file is too large to be carried in an address.
///
/// ```
/// use assay::present::{FileSource, checking_address};
/// let page = "https://assay.example/";
/// assert_eq!(
///     checking_address(page, FileSource::At("https://a.example/b?c=d")).unwrap(),
///     "https://assay.example/?url=https%3A%2F%2Fa.example%2Fb%3Fc%3Dd",
/// );
/// assert_eq!(
///     checking_address(page, FileSource::Carried(b"{}")).unwrap(),
///     "https://assay.example/#badge=e30",
/// );
/// ```
#[must_use]
pub fn checking_address(page: &str, file: FileSource) -> Option<String> {
    file.address(page, "")
}

/// The file that such an address carries; None for an address that is none of these.
///
/// # Errors
/// [`NotCarried`] where it should carry one.
#[must_use]
pub fn carried_badge(address: &str) -> Option<Result<Vec<u8>, NotCarried>> {
    let (_, encoded) = address.trim().split_once(CARRYING)?;
    let limit = Bounds::default().carrying_url_octets;
    if address.len() > limit {
        return Some(Err(NotCarried::TooLong { limit }));
    }
    let bytes = Base64UrlUnpadded::decode_vec(encoded);
    Some(bytes.map_err(|_| NotCarried::Damaged))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "https://assay.example/folder/";

    #[test]
    fn a_badge_comes_out_as_it_was_put_in() {
        for file in [&b"{}"[..], b"\x89PNG\r\n\x1a\n\x00\xff", b"eyJ.e.", b""] {
            let address = checking_address(PAGE, FileSource::Carried(file)).unwrap();
            assert!(address.starts_with(PAGE), "{address}");
            assert_eq!(carried_badge(&address), Some(Ok(file.to_vec())));
        }
    }

    #[test]
    fn an_address_carries_no_more_than_browsers_follow() {
        let limit = Bounds::default().carrying_url_octets;
        let room = (limit - PAGE.len() - CARRYING.len()) / 4 * 3;
        let fits = vec![b' '; room];
        let address = checking_address(PAGE, FileSource::Carried(&fits)).unwrap();
        assert_eq!(carried_badge(&address), Some(Ok(fits)));
        for size in [room + 3, limit, 10 * limit] {
            let file = vec![b' '; size];
            assert_eq!(checking_address(PAGE, FileSource::Carried(&file)), None);
        }
        let longer = format!("{address}AAAA");
        assert_eq!(
            carried_badge(&longer),
            Some(Err(NotCarried::TooLong { limit }))
        );
    }

    #[test]
    fn what_is_cut_off_or_altered_is_told_from_what_carries_nothing() {
        for damaged in ["#badge=e", "#badge=e3 0", "#badge=e30=", "#badge=e3/0"] {
            let address = format!("{PAGE}{damaged}");
            assert_eq!(carried_badge(&address), Some(Err(NotCarried::Damaged)));
        }
        for other in ["", "#", "#badges", "?badge=e30", "#other"] {
            assert_eq!(carried_badge(&format!("{PAGE}{other}")), None, "{other}");
        }
    }
}
