//! `StatusList2021Entry` (Status List 2021, the first draft of Bitstring Status List).

use super::status_list_credential::Definition;
use super::unpack::{any_base64, gzip};

pub(super) const DEFINITION: Definition = Definition {
    entry_type: "StatusList2021Entry",
    credential_member: "statusListCredential",
    index_member: "statusListIndex",
    list_type: "StatusList2021Credential",
    subject_type: "StatusList2021",
    has_purpose: true,
    has_size: false,
    decode: any_base64,
    unpack: gzip,
};
