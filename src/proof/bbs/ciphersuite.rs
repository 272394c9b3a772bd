//! The BLS12-381-SHA-256 ciphersuite (draft-irtf-cfrg-bbs-signatures-08, section 7.2.2), over the
//! curve arithmetic of `bls12_381`: everything that BBS hashes.

use bls12_381::hash_to_curve::{HashToField as _, MapToCurve};
use bls12_381::{G1Affine, G1Projective, Scalar};
use sha2::{Digest, Sha256};

/// The octets of a compressed point of G1 (`octet_point_length`).
pub(super) const POINT_LENGTH: usize = 48;
/// The octets of a scalar (`octet_scalar_length`).
pub(super) const SCALAR_LENGTH: usize = 32;

/// `expand_len`: the octets that one scalar is made of.
const EXPAND_LENGTH: usize = 48;

/// P1, the fixed point of G1.
const P1: [u8; POINT_LENGTH] = [
    0xa8, 0xce, 0x25, 0x61, 0x02, 0x84, 0x08, 0x21, 0xa3, 0xe9, 0x4e, 0xa9, 0x02, 0x5e, 0x46, 0x62,
    0xb2, 0x05, 0x76, 0x2f, 0x97, 0x76, 0xb3, 0xa7, 0x66, 0xc8, 0x72, 0xb9, 0x48, 0xf1, 0xfd, 0x22,
    0x5e, 0x7c, 0x59, 0x69, 0x85, 0x88, 0xe7, 0x0d, 0x11, 0x40, 0x6d, 0x16, 0x1b, 0x4e, 0x28, 0xc9,
];

/// The name that a variant of BBS hashes under, apart from the others: the ciphersuite's identifier,
/// and which procedures make generators and scalars.
#[derive(Clone, Copy)]
pub(super) struct ApiId(pub &'static str);

impl ApiId {
    /// Section 3.5.
    pub(super) const PLAIN: Self = Self("BBS_BLS12381G1_XMD:SHA-256_SSWU_RO_H2G_HM2S_");
    /// Of blind signatures.
    pub(super) const BLIND: Self = Self("BBS_BLS12381G1_XMD:SHA-256_SSWU_RO_BLIND_H2G_HM2S_");
    /// Of pseudonyms.
    pub(super) const PSEUDONYM: Self =
        Self("BBS_BLS12381G1_XMD:SHA-256_SSWU_RO_H2G_HM2S_PSEUDONYM_");

    /// Hash to scalar (section 4.2.2), with the tag that domain and challenge have.
    pub(super) fn hash_to_scalar(self, octets: &[u8]) -> Scalar {
        hash_to_scalar(octets, &format!("{}H2S_", self.0))
    }

    /// Messages to scalars (section 4.1.2), one of them.
    pub(super) fn message_to_scalar(self, message: &[u8]) -> Scalar {
        let map_dst = format!("{}MAP_MSG_TO_SCALAR_AS_HASH_", self.0);
        hash_to_scalar(message, &map_dst)
    }
}

/// P1.
pub(super) fn p1() -> G1Projective {
    // The identity stands for a constant that is no point, which a test rules out.
    let point = G1Affine::from_compressed(&P1);
    point.unwrap_or(G1Affine::identity()).into()
}

/// Generators calculation (section 4.1.1): points that nobody knows a relation between.
pub(super) fn create_generators(count: usize, api_id: &str) -> Vec<G1Projective> {
    generators(count, api_id, "MESSAGE_GENERATOR_SEED")
}

fn generators(count: usize, api_id: &str, seed: &str) -> Vec<G1Projective> {
    let seed_dst = format!("{api_id}SIG_GENERATOR_SEED_");
    let generator_dst = format!("{api_id}SIG_GENERATOR_DST_");
    let generator_seed = format!("{api_id}{seed}");
    // 1.
    let mut v = expand_message::<EXPAND_LENGTH>(&[generator_seed.as_bytes()], &seed_dst);
    // 2. to 4.
    let indexes = (1..=count).map(|index| (index as u64).to_be_bytes());
    let generator = |index: [u8; 8]| {
        v = expand_message(&[&v, &index], &seed_dst);
        hash_to_curve(&v, &generator_dst)
    };
    // 5.
    indexes.map(generator).collect()
}

fn hash_to_scalar(octets: &[u8], dst: &str) -> Scalar {
    // 1. and 2.
    let uniform_bytes = expand_message::<EXPAND_LENGTH>(&[octets], dst);
    Scalar::from_okm((&uniform_bytes).into())
}

/// `hash_to_curve` of BLS12381G1_XMD:SHA-256_SSWU_RO_ (RFC 9380, sections 3 and 8.8.1).
pub(super) fn hash_to_curve(octets: &[u8], dst: &str) -> G1Projective {
    type Field = <G1Projective as MapToCurve>::Field;
    // 1. hash_to_field(msg, 2): 64 octets for each element.
    let uniform_bytes = expand_message::<128>(&[octets], dst);
    let (elements, _) = uniform_bytes.as_chunks::<64>();
    // 2. to 4. Q0 + Q1
    let map = |octets: &[u8; 64]| G1Projective::map_to_curve(&Field::from_okm(octets.into()));
    let sum: G1Projective = elements.iter().map(map).sum();
    // 5.
    sum.clear_h()
}

/// `expand_message_xmd` with SHA-256 (RFC 9380, section 5.3.1). Every tag here is shorter than 256
/// bytes, and no more than 128 bytes are ever asked for.
fn expand_message<const LENGTH: usize>(message: &[&[u8]], dst: &str) -> [u8; LENGTH] {
    // 3. DST_prime
    let hash = |octets: &[&[u8]], index: u8| {
        let mut hasher = Sha256::new();
        octets.iter().for_each(|octets| hasher.update(octets));
        hasher.update([index]);
        hasher.update(dst);
        hasher.update([dst.len() as u8]);
        <[u8; 32]>::from(hasher.finalize())
    };
    // 4. to 7. b_0, over Z_pad, the message and l_i_b_str
    let (z_pad, length) = ([0; 64], (LENGTH as u16).to_be_bytes());
    let octets: Vec<&[u8]> = [&[z_pad.as_slice()], message, &[length.as_slice()]].concat();
    let first = hash(&octets, 0);
    // 8. to 12. b_1, b_2, … of which as many octets as are asked for
    let mut block = [0; 32];
    let mut uniform_bytes = [0; LENGTH];
    for (index, octets) in (1..).zip(uniform_bytes.chunks_mut(32)) {
        let mixed: Vec<u8> = first.iter().zip(&block).map(|(a, b)| a ^ b).collect();
        block = hash(&[&mixed], index);
        octets
            .iter_mut()
            .zip(block)
            .for_each(|(to, octet)| *to = octet);
    }
    uniform_bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn p1_is_made_as_the_draft_says() {
        let api_id = ApiId::PLAIN.0;
        let made = generators(1, api_id, "BP_MESSAGE_GENERATOR_SEED");
        assert_eq!(made, [p1()]);
    }

    /// RFC 9380, appendix K.1.
    #[test]
    fn expands_as_the_standard_says() {
        let dst = "QUUX-V01-CS02-with-expander-SHA256-128";
        let expanded = expand_message::<32>(&[b"abc"], dst);
        let expected = "d8ccab23b5985ccea865c6c97b6e5b8350e794e603b4b97902f53a8a0d605615";
        let digits: String = expanded
            .iter()
            .map(|octet| format!("{octet:02x}"))
            .collect();
        assert_eq!(digits, expected);
    }
}
