//! The values of proofs, written as CBOR in base64url.

use base64ct::{Base64UrlUnpadded, Encoding as _};

/// A derived proof's components, to be written as they are, whether or not they are good.
#[derive(Clone, Debug)]
pub struct DerivedValue {
    pub base_signature: Vec<u8>,
    pub public_key: Vec<u8>,
    pub signatures: Vec<Vec<u8>>,
    /// Blank nodes' canonical numbers, and the labels that they were signed under.
    pub labels: Vec<(u64, Vec<u8>)>,
    pub mandatory_indexes: Vec<u64>,
}

impl DerivedValue {
    /// serializeDerivedProofValue (vc-di-ecdsa 1.0, section 3.5.7)
    #[must_use]
    pub fn encode(&self) -> String {
        let mut bytes = vec![0xd9, 0x5d, 0x01, 0x85];
        bytes.extend(byte_string(&self.base_signature));
        bytes.extend(byte_string(&self.public_key));
        bytes.extend(array(self.signatures.iter().map(|one| byte_string(one))));
        bytes.extend(head(5, self.labels.len() as u64));
        for (node, label) in &self.labels {
            bytes.extend(head(0, *node));
            bytes.extend(byte_string(label));
        }
        bytes.extend(array(
            self.mandatory_indexes.iter().map(|one| head(0, *one)),
        ));
        multibase_url(&bytes)
    }
}

/// serializeBaseProofValue (section 3.5.2)
pub fn base_value(
    base_signature: &[u8],
    public_key: &[u8],
    hmac_key: &[u8],
    signatures: &[Vec<u8>],
    mandatory_pointers: &[&str],
) -> String {
    let mut bytes = vec![0xd9, 0x5d, 0x00, 0x85];
    for component in [base_signature, public_key, hmac_key] {
        bytes.extend(byte_string(component));
    }
    bytes.extend(array(signatures.iter().map(|one| byte_string(one))));
    bytes.extend(array(mandatory_pointers.iter().map(|pointer| {
        [head(3, pointer.len() as u64), pointer.as_bytes().to_vec()].concat()
    })));
    multibase_url(&bytes)
}

/// Bytes as the values of suites with selective disclosure have them.
#[must_use]
pub fn multibase_url(bytes: &[u8]) -> String {
    format!("u{}", base64url(bytes))
}

pub fn base64url(bytes: &[u8]) -> String {
    Base64UrlUnpadded::encode_string(bytes)
}

fn byte_string(bytes: &[u8]) -> Vec<u8> {
    [head(2, bytes.len() as u64), bytes.to_vec()].concat()
}

fn array(items: impl ExactSizeIterator<Item = Vec<u8>>) -> Vec<u8> {
    let mut bytes = head(4, items.len() as u64);
    bytes.extend(items.flatten());
    bytes
}

/// An item's head (RFC 8949, section 3), in its shortest form up to 65,535.
fn head(major: u8, argument: u64) -> Vec<u8> {
    let major = major << 5;
    let big_endian = argument.to_be_bytes();
    match argument {
        0..=23 => vec![major | big_endian[7]],
        24..=0xff => vec![major | 24, big_endian[7]],
        0x100..=0xffff => vec![major | 25, big_endian[6], big_endian[7]],
        _ => [&[major | 27][..], &big_endian].concat(),
    }
}
