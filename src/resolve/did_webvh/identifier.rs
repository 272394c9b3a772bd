//! The identifier: a hash that certifies itself, and where the log is served (did:webvh 1.0,
//! "Method-Specific Identifier" and "The DID to HTTPS Transformation").

use super::multihash;
use crate::resolve::did_web;

/// A did:webvh, taken apart.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Identifier<'a> {
    /// The hash of the log's first entry.
    pub scid: &'a str,
    folder: String,
}

impl<'a> Identifier<'a> {
    /// None for what is no did:webvh, and for one that no public host can serve. Hosts and paths are
    /// plain ASCII, without percent-encoding but for the port's colon.
    pub fn parse(did: &'a str) -> Option<Self> {
        // 1. and 2. The prefix and the SCID are taken off.
        let (scid, location) = did.strip_prefix("did:webvh:")?.split_once(':')?;
        // 3. and 4. The domain and the path.
        let folder = did_web::folder(location)?;
        multihash::is_sha256(scid).then_some(Self { scid, folder })
    }

    /// 5. Where the log is.
    pub fn log(&self) -> String {
        format!("{}/did.jsonl", self.folder)
    }

    /// Where the witnesses' proofs are, beside the log.
    pub fn witness_proofs(&self) -> String {
        format!("{}/did-witness.json", self.folder)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCID: &str = "QmQvFgRe9yNYAT253FoGixHgRsZDCxeWQoU12varD5CDdJ";

    #[test]
    fn follows_the_methods_examples() {
        for (location, folder) in [
            ("example.com", "https://example.com/.well-known"),
            (
                "issuer.example.com",
                "https://issuer.example.com/.well-known",
            ),
            ("example.com:dids:issuer", "https://example.com/dids/issuer"),
            (
                "example.com%3A3000:dids:issuer",
                "https://example.com:3000/dids/issuer",
            ),
        ] {
            let did = format!("did:webvh:{SCID}:{location}");
            let identifier = Identifier::parse(&did).unwrap();
            assert_eq!(identifier.scid, SCID);
            assert_eq!(identifier.log(), format!("{folder}/did.jsonl"));
            let proofs = format!("{folder}/did-witness.json");
            assert_eq!(identifier.witness_proofs(), proofs);
        }
    }

    /// The method's negative test vectors for identifiers are among them.
    #[test]
    fn refuses_what_is_no_hash_or_no_public_host() {
        for rest in [
            SCID,
            &format!("{SCID}:"),
            &format!("{SCID}:127.0.0.1%3a8080"),
            &format!("{SCID}:127%2E0%2E0%2E1"),
            &format!("{SCID}:169%2e254%2e169%2e254"),
            &format!("{SCID}:127.0.0.1#x"),
            &format!("{SCID}:example.com:..:x"),
            &format!("{SCID}:example.com:%2e%2e:x"),
            &format!("{SCID}:example.com?versionId=1-x"),
            "{SCID}:example.com",
            "Qm0000000000000000000000000000000000000000000000:example.com",
            &format!("{SCID}x:example.com"),
            "zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiY:example.com",
        ] {
            assert_eq!(
                Identifier::parse(&format!("did:webvh:{rest}")),
                None,
                "{rest}"
            );
        }
        assert_eq!(Identifier::parse("did:web:example.com"), None);
        assert_eq!(
            Identifier::parse(&format!("did:tdw:{SCID}:example.com")),
            None
        );
    }
}
