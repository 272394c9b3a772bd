//! What a key says of who holds it, which is less than a name.

use super::shortened;
use crate::reason::{IssuerMethod, Reason};
use crate::report::{Outcome, Question, Report};
use crate::resolve::document_url;
use crate::web_address::WebAddress;

/// What the issuer of a badge that is the issuer's has shown of themselves; None where that is nothing,
/// and where a registry says who they are, which is more.
#[must_use]
pub fn identity(report: &Report) -> Option<String> {
    if !report.listings.is_empty() {
        return None;
    }
    let check = report.checks.get(Question::IssuerKey);
    let (Outcome::Pass, Reason::KeyOfIssuer { method }) = (check.outcome, &check.reason) else {
        return None;
    };
    let url = report.claims.issuer.id.as_deref().and_then(document_url);
    let address = url.as_deref().and_then(WebAddress::parse);
    let host = address.map(|address| shortened(address.host()));
    Some(match (method, host) {
        (IssuerMethod::DidJwk | IssuerMethod::DidKey, _) => {
            "Its issuer has shown a key, and no more: no organisation, person or website.".into()
        }
        (IssuerMethod::DidWebvh, Some(host)) => format!(
            "Its issuer has shown an identifier with a history that is kept at {host}. Who controls it need not be who owns {host}."
        ),
        (_, Some(host)) => format!(
            "Its issuer has shown that they control an address at {host}, and no more: whether that is who you think of is for you to tell."
        ),
        (_, None) => return None,
    })
}
