//! Which published form of each context a document is read under.

use super::contexts::{self, Snapshot};

/// One published form for each context that a document refers to.
#[derive(Clone, Debug, Default)]
pub struct ContextChoice(Vec<(String, &'static Snapshot)>);

impl ContextChoice {
    /// The names of the chosen snapshots, in the order of the document's contexts.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.snapshots().map(|snapshot| snapshot.name)
    }

    /// The chosen snapshots, in that order.
    pub fn snapshots(&self) -> impl Iterator<Item = &'static Snapshot> {
        self.0.iter().map(|(_, snapshot)| *snapshot)
    }

    /// The chosen form of the context at `url`.
    #[must_use]
    pub fn snapshot(&self, url: &str) -> Option<&'static Snapshot> {
        let mut chosen = self.0.iter();
        chosen
            .find(|(known, _)| known == url)
            .map(|(_, snapshot)| *snapshot)
    }
}

/// Every combination of published forms of these contexts, the newest first, at most `limit`.
///
/// Open Badges contexts gained terms after they were published, so a badge may have been signed
/// under any of several documents of one URL.
#[must_use]
pub fn choices(urls: &[String], limit: usize) -> Vec<ContextChoice> {
    let mut combinations = vec![Vec::new()];
    for url in urls {
        let snapshots = contexts::snapshots(url).unwrap_or_default();
        combinations = snapshots
            .iter()
            .flat_map(|snapshot| {
                combinations.iter().map(move |combination: &Vec<_>| {
                    let mut combination = combination.clone();
                    combination.push((url.clone(), snapshot));
                    combination
                })
            })
            .take(limit)
            .collect();
    }
    combinations.into_iter().map(ContextChoice).collect()
}
