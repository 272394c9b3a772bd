//! Where the documents came from that a report rests on, where that is not their own host.

use super::{date, list, purpose, shortened};
use crate::evidence::{Obtained, Source};
use crate::web_address::WebAddress;

/// What a reader should know of them; nothing where all came from their own hosts.
#[must_use]
pub fn provenance(evidence: &[Obtained]) -> Vec<String> {
    let attached: Vec<String> = evidence
        .iter()
        .filter(|document| document.provenance.source == Source::Attached)
        .map(|document| {
            let Obtained { request, .. } = document;
            format!("{} ({})", purpose(request.purpose), host(&request.url))
        })
        .collect();
    let mut caveats = Vec::new();
    if !attached.is_empty() {
        caveats.push(format!(
            "Supplied by hand, not fetched from its host: {}. This verdict is worth no more than your trust in where that file came from.",
            list(&attached)
        ));
    }
    let mut relays: Vec<&str> = evidence
        .iter()
        .filter_map(|document| match &document.provenance.source {
            Source::Relayed { through } => Some(through.as_str()),
            _ => None,
        })
        .collect();
    relays.sort_unstable();
    relays.dedup();
    for relay in relays {
        let hosts = evidence
            .iter()
            .filter(|document| {
                matches!(&document.provenance.source, Source::Relayed { through } if through == relay)
            })
            .map(|document| host(&document.request.url));
        let mut hosts: Vec<String> = hosts.collect();
        hosts.sort();
        hosts.dedup();
        caveats.push(format!(
            "What {} said came through the relay {}, which could have altered it.",
            list(&hosts),
            shortened(relay)
        ));
    }
    caveats
}

/// One document, in words: what it is, whose, where it came from and when.
#[must_use]
pub fn obtained(document: &Obtained) -> String {
    let Obtained {
        request,
        provenance,
    } = document;
    let what = format!("{} ({})", purpose(request.purpose), host(&request.url));
    let source = match &provenance.source {
        Source::Attached => "supplied by hand".to_owned(),
        Source::Fetched => "fetched".to_owned(),
        Source::Recorded => "recorded".to_owned(),
        Source::Relayed { through } => format!("relayed by {}", shortened(through)),
    };
    match provenance.at {
        Some(at) => format!("{what}: {source}, {}", date::date_and_time(at)),
        None => format!("{what}: {source}"),
    }
}

fn host(url: &str) -> String {
    let address = WebAddress::parse(url);
    shortened(address.as_ref().map_or(url, WebAddress::authority))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{Provenance, Purpose, Request};

    fn document(host: &str, source: Source) -> Obtained {
        Obtained {
            request: Request {
                url: format!("https://{host}/did.json"),
                purpose: Purpose::DidDocument,
            },
            provenance: Provenance { source, at: None },
        }
    }

    #[test]
    fn nothing_is_said_of_what_came_from_its_own_host() {
        let evidence = [Source::Fetched, Source::Recorded];
        let evidence = evidence.map(|source| document("a.example", source));
        assert_eq!(provenance(&evidence), [""; 0]);
    }

    #[test]
    fn what_was_supplied_by_hand_or_relayed_is_named() {
        let relayed = || Source::Relayed {
            through: "relay.example".into(),
        };
        let evidence = [
            document("a.example", Source::Attached),
            document("b.example", relayed()),
            document("c.example", relayed()),
        ];
        assert_eq!(
            provenance(&evidence),
            [
                "Supplied by hand, not fetched from its host: the issuer's list of keys (a.example). This verdict is worth no more than your trust in where that file came from.",
                "What b.example and c.example said came through the relay relay.example, which could have altered it.",
            ]
        );
    }
}
