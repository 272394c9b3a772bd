//! What the person who checks asks for: clock skew, trusted registries, and the bounds on work.

use crate::evidence::Purpose;
use crate::timestamp::Timestamp;
use crate::trust::{Registry, RegistrySource};

/// How strictly, for whom and at what cost a badge is judged.
///
/// A policy never switches a check off; it can only add what is trusted and what is compared.
#[derive(Clone, Debug, Default)]
pub struct Policy {
    pub bounds: Bounds,
    pub clock_skew: ClockSkew,
    /// When the question is put and the evidence is of, where a badge is judged as of another time than
    /// that; None where it is judged as of now.
    pub now: Option<Timestamp>,
    /// Whom the badge should belong to, as a person typed it; never sent anywhere.
    pub recipient: Option<String>,
    /// Lists of issuers that the person, page or company trusts to say who an issuer is.
    pub registries: Vec<Registry>,
    /// Where more such lists are, to be asked for once a badge is known to be its issuer's.
    pub registry_sources: Vec<RegistrySource>,
}

/// How many seconds an issuer's clock may be ahead of the checking one.
///
/// It is applied to the start of validity alone: an expired badge is expired.
/// Five minutes is the customary leeway for signed claims (RFC 7519, section 4.1.5, "no more than a
/// few minutes").
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ClockSkew {
    pub seconds: u32,
}

impl Default for ClockSkew {
    fn default() -> Self {
        Self { seconds: 300 }
    }
}

/// Limits on what an input can make Assay do. Each is far above what real badges need.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Bounds {
    /// Bytes of a dropped file. The largest published badges are pictures of a few megabytes;
    /// Open Badges 3.0 sets no limit.
    pub file_bytes: usize,
    /// Bytes that the compressed parts of one file, or the files in a ZIP, may come to together, each
    /// of them at most [`Bounds::file_bytes`]. Pictures, which are most of a ZIP's bytes, are compressed already and
    /// hardly grow; a badge's JSON grows five times; deflate can reach 1032 times (zlib's technical
    /// details, "Maximum Compression Factor").
    pub unpacked_bytes: usize,
    /// Values of JSON in all files of a ZIP together: 280 badges as full as 1EdTech's fullest
    /// example.
    pub zip_json_values: usize,
    /// Files and folders in a ZIP. A class of a hundred with a picture, a JSON file and a PDF each
    /// has 300.
    pub zip_entries: usize,
    /// Objects and arrays inside one another. 1EdTech's fullest example nests 14 deep; serde_json
    /// stops at 128.
    pub json_depth: usize,
    /// Values in one JSON document. 1EdTech's fullest example has about 700, a record of twenty
    /// credentials like it 14,000.
    pub json_values: usize,
    /// Bytes of a document that a report wants, where it is neither a badge nor a list of many (see
    /// [`Bounds::bytes_for`]). The largest DID documents in use have a few dozen keys of some hundred
    /// bytes each.
    pub document_bytes: usize,
    /// Documents that are asked for, for one file. A degree in 60 modules (see `credentials`), each from
    /// an issuer of its own with a list of withdrawn ones, wants 120.
    pub requests: usize,
    /// Credentials in one file; in one record, its endorsements and those of its credentials counted
    /// too. A degree of five years in modules of five points has 60 (ECTS Users' Guide 2015: 60 points
    /// a year); each credential takes a few milliseconds to check.
    pub credentials: usize,
    /// Credentials inside one another, below the outermost. A record that came from another
    /// institution, in a record, its achievement endorsed, makes three (Comprehensive Learner Record
    /// 2.0, `ClrSubject.verifiableCredential`, sets no limit).
    pub nested_credentials: usize,
    /// Values that are canonicalised, over all proofs and all snapshots of contexts that are tried:
    /// each takes about two microseconds in a browser (`cargo xtask bench`, the rich badge).
    pub canonicalized_values: usize,
    /// References to JSON-LD contexts in one document, embedded endorsements' included: a
    /// combination of them that is new takes up to half a millisecond to work out.
    pub context_references: usize,
    /// Values under the proofs of the credentials in a presentation, and of those inside another
    /// credential, counted once for each proof. All that
    /// `json_values` lets in passes with one proof each; with every form of the contexts tried, it
    /// is 16 times as many that are canonicalised.
    pub presented_values: usize,
    /// Proofs of one document that are tried (Data Integrity 1.0, section 5.2, warns of proof sets
    /// made to exhaust a verifier).
    pub proofs: usize,
    /// Disclosures of one SD-JWT: the fullest example of SD-JWT VC (appendix A, a person's
    /// identification data) has about 30.
    pub disclosures: usize,
    /// Entries of one credential that say where to ask about its status: for each of the four purposes
    /// of Bitstring Status List 1.0 one of it, and one of the mechanism before.
    pub status_entries: usize,
    /// Bytes that a status list unpacks to. The largest that Token Status List reckons with ("Size
    /// Comparison") are of 100 million entries, which are 12.5 million bytes.
    pub status_list_bytes: usize,
    /// Bytes that all lists together unpack to for one credential, and for those in it: four of the
    /// largest, or four thousand of the shortest that Bitstring Status List 1.0 allows.
    pub status_lists_bytes: usize,
    /// Bytes of a did:webvh's log, as many as a browser is let read of any document.
    pub did_log_bytes: usize,
    /// Entries of a did:webvh's log, each with a signature to verify: keys that are replaced every
    /// month make as many in sixteen years.
    pub did_log_entries: usize,
    /// Steps that telling blank nodes apart may take (RDF Canonicalization 1.0, section 7.1,
    /// "Dataset Poisoning").
    pub canonicalization_steps: u64,
    /// Problems of one schema that are told of: what somebody mends before trying again.
    pub schema_problems: usize,
    /// Steps that applying one schema may take. 1EdTech's fullest example takes 35,000 against 1EdTech's
    /// largest schema.
    pub schema_steps: usize,
    /// Combinations of context snapshots that are tried for one proof.
    pub snapshot_combinations: usize,
    /// Registries of one list that are asked. The Digital Credentials Consortium's has 8.
    pub registries: usize,
    /// Octets of an address that is made from an issuer's identifier: what servers should support
    /// (RFC 9110, section 4.1).
    pub url_octets: usize,
    /// Octets of an address that carries a badge. Chromium follows addresses of up to 2 MiB, Firefox of
    /// 1 MiB; Safari is the strictest, and is reported to stop at 80,000 characters.
    pub carrying_url_octets: usize,
}

/// Badges that the page lists at once, those in archives counted: twice as many as it is measured with
/// (`cargo xtask bench-drop`). A row takes about a kilobyte of memory.
pub const LISTED_BADGES: usize = 20_000;

impl Bounds {
    /// Bytes of a document that is wanted for this.
    ///
    /// A badge, and what it stands for, can have its picture in it, and is as large as a file may be. So
    /// are lists of withdrawn badges: of 100 million entries, the most that Token Status List reckons
    /// with ("Size Comparison"), a tenth of them withdrawn, none packs to less than 5.9 million bytes,
    /// which are 7.8 million in base64url.
    #[must_use]
    pub fn bytes_for(&self, purpose: Purpose) -> usize {
        match purpose {
            Purpose::Assertion
            | Purpose::BadgeClass
            | Purpose::Refresh
            | Purpose::RevocationList
            | Purpose::StatusList => self.file_bytes,
            _ => self.document_bytes,
        }
    }
}

impl Default for Bounds {
    fn default() -> Self {
        Self {
            file_bytes: 10 * 1024 * 1024,
            unpacked_bytes: 32 * 1024 * 1024,
            zip_json_values: 200_000,
            zip_entries: 500,
            json_depth: 64,
            json_values: 20_000,
            document_bytes: 1024 * 1024,
            requests: 120,
            credentials: 200,
            nested_credentials: 3,
            canonicalized_values: 100_000,
            context_references: 200,
            presented_values: 20_000,
            proofs: 16,
            disclosures: 500,
            status_entries: 8,
            status_list_bytes: 16 * 1024 * 1024,
            status_lists_bytes: 64 * 1024 * 1024,
            did_log_bytes: 1024 * 1024,
            did_log_entries: 200,
            canonicalization_steps: 100_000,
            schema_problems: 8,
            schema_steps: 1_000_000,
            snapshot_combinations: 16,
            registries: 32,
            url_octets: 8000,
            carrying_url_octets: 64 * 1024,
        }
    }
}
