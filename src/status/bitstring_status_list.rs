//! `BitstringStatusListEntry` (Bitstring Status List 1.0).

use super::status_list_credential::Definition;
use super::unpack::gzip;
use crate::key::base64url;

pub(super) const DEFINITION: Definition = Definition {
    entry_type: "BitstringStatusListEntry",
    credential_member: "statusListCredential",
    index_member: "statusListIndex",
    list_type: "BitstringStatusListCredential",
    subject_type: "BitstringStatusList",
    has_purpose: true,
    has_size: true,
    // Section 2.2: multibase, whose letter for base64url is `u`.
    decode: |text| base64url(text.strip_prefix('u')?),
    unpack: gzip,
};
