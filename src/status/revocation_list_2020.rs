//! `RevocationList2020Status` (Revocation List 2020).

use super::status_list_credential::Definition;
use super::unpack::{any_base64, gzip};

pub(super) const DEFINITION: Definition = Definition {
    entry_type: "RevocationList2020Status",
    credential_member: "revocationListCredential",
    index_member: "revocationListIndex",
    list_type: "RevocationList2020Credential",
    subject_type: "RevocationList2020",
    has_purpose: false,
    has_size: false,
    decode: any_base64,
    // The text says zlib, and its example is gzip.
    unpack: |packed, unpacker| match packed {
        [0x1f, 0x8b, ..] => gzip(packed, unpacker),
        _ => unpacker.zlib(packed),
    },
};
