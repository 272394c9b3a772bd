//! BBS with BLS12-381-SHA-256 (draft-irtf-cfrg-bbs-signatures-08): a signer and a prover whose random
//! numbers everybody can work out.

use std::collections::BTreeSet;

use anyhow::{Context as _, Result};
use bls12_381::hash_to_curve::{ExpandMsgXmd, HashToCurve, HashToField as _};
use bls12_381::{G1Affine, G1Projective, G2Affine, Scalar};
use sha2_for_curve::Sha256;

const API_ID: &str = "BBS_BLS12381G1_XMD:SHA-256_SSWU_RO_H2G_HM2S_";

/// A number that `octets` hash to.
pub fn hash_to_scalar(octets: &[u8], tag: &str) -> Scalar {
    let dst = format!("{API_ID}{tag}");
    let mut scalar = [Scalar::zero()];
    Scalar::hash_to_field::<ExpandMsgXmd<Sha256>, _>([octets], dst.as_bytes(), &mut scalar);
    let [scalar] = scalar;
    scalar
}

/// The key that belongs to a secret: 96 bytes.
pub fn public_key(secret: &Scalar) -> [u8; 96] {
    G2Affine::from(G2Affine::generator() * secret).to_compressed()
}

/// P1, Q_1 and a generator for each message (section 4.1.1).
struct Generators {
    p1: G1Projective,
    q1: G1Projective,
    h: Vec<G1Projective>,
}

impl Generators {
    fn new(messages: usize) -> Result<Self> {
        let seed = |seed: &str, count| {
            let dst = format!("{API_ID}SIG_GENERATOR_SEED_");
            let generator_dst = format!("{API_ID}SIG_GENERATOR_DST_");
            let mut v = expand(format!("{API_ID}{seed}").as_bytes(), &dst);
            let generator = |index: u64| {
                v = expand(&[v.as_slice(), &index.to_be_bytes()].concat(), &dst);
                <G1Projective as HashToCurve<ExpandMsgXmd<Sha256>>>::hash_to_curve(
                    [&v],
                    generator_dst.as_bytes(),
                )
            };
            (1..=count).map(generator).collect::<Vec<_>>()
        };
        let p1 = seed("BP_MESSAGE_GENERATOR_SEED", 1);
        let generators = seed("MESSAGE_GENERATOR_SEED", messages as u64 + 1);
        let (q1, h) = generators.split_first().context("a generator")?;
        Ok(Self {
            p1: *p1.first().context("a generator")?,
            q1: *q1,
            h: h.to_vec(),
        })
    }

    /// Domain calculation (section 4.2.3).
    fn domain(&self, key: &[u8; 96], header: &[u8]) -> Scalar {
        let points = [&[self.q1], self.h.as_slice()].concat();
        let octets = [
            key,
            &number(self.h.len())[..],
            &octets(&points),
            API_ID.as_bytes(),
            &number(header.len()),
            header,
        ];
        hash_to_scalar(&octets.concat(), "H2S_")
    }
}

/// `expand_message` to 48 octets.
fn expand(message: &[u8], dst: &str) -> Vec<u8> {
    use bls12_381::hash_to_curve::ExpandMessage as _;
    let mut expanded = vec![0; 48];
    // The second parameter matters to tags of more than 255 octets alone.
    type Length = <Scalar as bls12_381::hash_to_curve::HashToField>::XofOutputLength;
    ExpandMsgXmd::<Sha256>::init_expand::<_, Length>([message], dst.as_bytes(), 48)
        .read_into(&mut expanded);
    expanded
}

fn octets(points: &[G1Projective]) -> Vec<u8> {
    let points = points.iter().map(G1Affine::from);
    points.flat_map(|point| point.to_compressed()).collect()
}

fn big_endian(scalar: &Scalar) -> [u8; 32] {
    let mut octets = scalar.to_bytes();
    octets.reverse();
    octets
}

fn number(number: usize) -> [u8; 8] {
    (number as u64).to_be_bytes()
}

/// What a signer and a prover know together.
pub struct Signed<'a> {
    generators: Generators,
    key: [u8; 96],
    header: &'a [u8],
    messages: Vec<Scalar>,
    a: G1Projective,
    b: G1Projective,
    e: Scalar,
}

impl<'a> Signed<'a> {
    /// CoreSign (section 3.6.1).
    pub fn new(secret: &Scalar, header: &'a [u8], messages: &[String]) -> Result<Self> {
        let generators = Generators::new(messages.len())?;
        let key = public_key(secret);
        let domain = generators.domain(&key, header);
        let scalar =
            |message: &String| hash_to_scalar(message.as_bytes(), "MAP_MSG_TO_SCALAR_AS_HASH_");
        let messages: Vec<Scalar> = messages.iter().map(scalar).collect();
        let known = [secret, &domain].into_iter().chain(&messages);
        let known: Vec<u8> = known.flat_map(big_endian).collect();
        let e = hash_to_scalar(&known, "H2S_");
        let terms = generators.h.iter().zip(&messages);
        let terms: G1Projective = terms.map(|(h, message)| h * message).sum();
        let b = generators.p1 + generators.q1 * domain + terms;
        let inverse = Option::from((secret + e).invert()).context("another secret")?;
        let inverse: Scalar = inverse;
        Ok(Self {
            a: b * inverse,
            b,
            e,
            key,
            header,
            messages,
            generators,
        })
    }

    /// CoreProofGen (section 3.6.3), for some of the messages.
    pub fn proof(&self, presentation_header: &[u8], disclosed: &[usize]) -> Result<Vec<u8>> {
        let mut counter = 0_u64;
        let known = [&octets(&[self.a]), presentation_header].concat();
        let mut random = || {
            counter += 1;
            hash_to_scalar(
                &[known.as_slice(), &counter.to_be_bytes()].concat(),
                "RANDOM_",
            )
        };
        let shown: BTreeSet<usize> = disclosed.iter().copied().collect();
        let hidden = self.generators.h.iter().zip(&self.messages).enumerate();
        let hidden = hidden.filter(|(index, _)| !shown.contains(index));
        let hidden: Vec<_> = hidden
            .map(|(_, (h, message))| (h, message, random()))
            .collect();
        let [r1, r2, e, r1_blind, r3_blind] = std::array::from_fn(|_| random());
        // Proof initialization (section 3.7.1)
        let d = self.b * r2;
        let a_bar = self.a * (r1 * r2);
        let b_bar = d * r1 - a_bar * self.e;
        let t1 = a_bar * e + d * r1_blind;
        let blinded: G1Projective = hidden.iter().map(|(h, _, blind)| **h * blind).sum();
        let t2 = d * r3_blind + blinded;
        // Challenge calculation (section 3.7.4)
        let mut challenged = number(disclosed.len()).to_vec();
        for index in disclosed {
            challenged.extend(number(*index));
            challenged.extend(big_endian(self.messages.get(*index).context("an index")?));
        }
        challenged.extend(octets(&[a_bar, b_bar, d, t1, t2]));
        challenged.extend(big_endian(&self.generators.domain(&self.key, self.header)));
        challenged.extend(number(presentation_header.len()));
        challenged.extend(presentation_header);
        let challenge = hash_to_scalar(&challenged, "H2S_");
        // Proof finalization (section 3.7.2)
        let r3: Scalar = Option::from(r2.invert()).context("another number")?;
        let mut proof = octets(&[a_bar, b_bar, d]);
        proof.extend(big_endian(&(e + self.e * challenge)));
        proof.extend(big_endian(&(r1_blind - r1 * challenge)));
        proof.extend(big_endian(&(r3_blind - r3 * challenge)));
        for (_, message, blind) in hidden {
            proof.extend(big_endian(&(blind + message * challenge)));
        }
        proof.extend(big_endian(&challenge));
        Ok(proof)
    }
}
