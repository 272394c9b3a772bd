//! The JSON-LD contexts that Assay knows: bundled, pinned by hash, never fetched.
//!
//! A published context is not always immutable. Open Badges 3.0.3, for one, has
//! gained terms under the same URL, and a badge is signed over the terms that
//! its issuer's copy defined. So a URL can have several snapshots; a verifier
//! tries them in turn.
//!
//! `contexts/sources.json` says where each snapshot comes from;
//! `cargo xtask contexts` makes the files and the table from it.

mod table;

/// One published form of a context document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// A unique name for reports, such as `ob-3.0.3-2025-11`.
    pub name: &'static str,
    /// The whole document, `{"@context": …}`, as canonical JSON (RFC 8785).
    pub json: &'static str,
    /// The SHA-256 of the bytes of `json`, in lower-case hexadecimal.
    pub sha256: &'static str,
}

/// The known snapshots of the context at `url`, the newest first.
///
/// `None` says that the context is not bundled. The URL is compared as it
/// stands: another spelling of it is another context.
pub fn snapshots(url: &str) -> Option<&'static [Snapshot]> {
    table::CONTEXTS
        .iter()
        .find(|(known, _)| *known == url)
        .map(|(_, snapshots)| *snapshots)
}

/// The URLs of all contexts that are bundled.
pub fn urls() -> impl Iterator<Item = &'static str> {
    table::CONTEXTS.iter().map(|(url, _)| *url)
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};

    use sha2::{Digest, Sha256};

    use super::*;

    fn all() -> impl Iterator<Item = &'static Snapshot> {
        urls().flat_map(|url| snapshots(url).expect("every listed URL is known"))
    }

    #[test]
    fn every_snapshot_hashes_to_its_sha256() {
        for snapshot in all() {
            let digest = Sha256::digest(snapshot.json);
            let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(hex, snapshot.sha256, "{}", snapshot.name);
        }
    }

    #[test]
    fn every_snapshot_is_an_object_with_one_context_member() {
        for snapshot in all() {
            let json: serde_json::Value = serde_json::from_str(snapshot.json).expect(snapshot.name);
            let members = json.as_object().expect(snapshot.name);
            assert_eq!(members.len(), 1, "{}", snapshot.name);
            assert!(members.contains_key("@context"), "{}", snapshot.name);
        }
    }

    #[test]
    fn a_name_stands_for_one_document_and_a_document_has_one_name() {
        let mut by_name = HashMap::new();
        let mut by_hash = HashMap::new();
        for snapshot in all() {
            let known = by_name.insert(snapshot.name, snapshot.sha256);
            assert!(known.is_none_or(|hash| hash == snapshot.sha256));
            let known = by_hash.insert(snapshot.sha256, snapshot.name);
            assert!(known.is_none_or(|name| name == snapshot.name));
        }
    }

    #[test]
    fn urls_are_unique_and_each_has_snapshots_that_differ() {
        let mut seen = HashSet::new();
        for url in urls() {
            assert!(seen.insert(url), "{url} is listed twice");
            let snapshots = snapshots(url).expect(url);
            assert!(!snapshots.is_empty(), "{url}");
            let hashes: HashSet<_> = snapshots.iter().map(|one| one.sha256).collect();
            assert_eq!(hashes.len(), snapshots.len(), "{url}");
        }
    }

    #[test]
    fn an_unknown_or_respelt_url_is_not_bundled() {
        assert!(snapshots("https://www.w3.org/ns/credentials/v2").is_some());
        assert!(snapshots("https://www.w3.org/ns/credentials/v2/").is_none());
        assert!(snapshots("https://www.w3.org/ns/credentials/undefined-terms/v2").is_none());
    }
}
