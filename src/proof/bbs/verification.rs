//! Core proof verification (draft-irtf-cfrg-bbs-signatures-08, section 3.6.4), and what pseudonyms
//! add to it (draft-irtf-cfrg-bbs-per-verifier-linkability-01).

use bls12_381::{G1Projective, G2Affine, G2Prepared, Gt, Scalar, multi_miller_loop};

use super::ciphersuite::{ApiId, POINT_LENGTH, hash_to_curve, p1};
use super::octets::{
    BbsProof, Key, octets_to_point, octets_to_proof, points_to_octets, scalar_to_octets,
};
use super::sum::sum_of_products;
use super::{Interface, Presentation};

/// What a proof is made about.
pub(super) struct Claim<'a> {
    pub api_id: ApiId,
    /// Q_1 and one for each message.
    pub generators: Vec<G1Projective>,
    /// The disclosed messages' scalars, each with its index.
    pub disclosed: Vec<(usize, Scalar)>,
    pub presentation: &'a Presentation<'a>,
}

/// ProofVerifyInit's result.
struct Initial {
    t1: G1Projective,
    t2: G1Projective,
    domain: Scalar,
}

/// CoreProofVerify and CoreProofVerifyWithNym: whether the holder knows a signature by `key` over
/// the header and messages that have the disclosed ones among them.
pub(super) fn core_proof_verify(key: &Key, octets: &[u8], claim: &Claim<'_>) -> bool {
    // Deserialization, 1. to 5.
    let Some(proof) = octets_to_proof(octets) else {
        return false;
    };
    // 1. and 2.
    let Some(initial) = initialize(key, &proof, claim) else {
        return false;
    };
    let pseudonym = match claim.presentation.interface {
        Interface::Pseudonym { point, domain, .. } => {
            match pseudonym_points(point, domain, &proof, claim.api_id) {
                Some(points) => points.to_vec(),
                None => return false,
            }
        }
        Interface::Plain | Interface::Blind { .. } => Vec::new(),
    };
    // 3. to 5.
    let calculated = |order| challenge(&proof, &initial, &pseudonym, claim, order);
    let mut orders = [Order::MessagesFirst, Order::PointsFirst].into_iter();
    if !orders.any(|order| proof.challenge == calculated(order)) {
        return false;
    }
    // 6. and 7.
    let w = G2Prepared::from(key.point);
    let bp2 = G2Prepared::from(-G2Affine::generator());
    let pairings = multi_miller_loop(&[(&proof.a_bar, &w), (&proof.b_bar, &bp2)]);
    pairings.final_exponentiation() == Gt::identity()
}

/// Proof verification initialization (section 3.7.3); None is the draft's INVALID.
fn initialize(key: &Key, proof: &BbsProof, claim: &Claim<'_>) -> Option<Initial> {
    let (q_1, h_points) = claim.generators.split_first()?;
    // 1.
    let domain = domain(key, claim);
    // 2.
    let [a_bar, b_bar, d] = [proof.a_bar, proof.b_bar, proof.d].map(G1Projective::from);
    let t1 = sum_of_products(&[
        (b_bar, proof.challenge),
        (a_bar, proof.e_hat),
        (d, proof.r1_hat),
    ]);
    // Deserialization, 4. to 15.: each message is disclosed or committed to, and none is left over.
    let mut disclosed = claim.disclosed.iter().peekable();
    let mut commitments = proof.commitments.iter();
    let mut bv = vec![(p1(), Scalar::one()), (*q_1, domain)];
    let mut t2 = vec![(d, proof.r3_hat)];
    for (index, h) in h_points.iter().enumerate() {
        match disclosed.next_if(|(own, _)| *own == index) {
            Some((_, message)) => bv.push((*h, *message)),
            None => t2.push((*h, *commitments.next()?)),
        }
    }
    if disclosed.next().is_some() || commitments.next().is_some() {
        return None;
    }
    // 3. and 4.
    let times_challenge = |(point, scalar)| (point, scalar * proof.challenge);
    t2.extend(bv.into_iter().map(times_challenge));
    let t2 = sum_of_products(&t2);
    // 5.
    Some(Initial { t1, t2, domain })
}

/// Domain calculation (section 4.2.3).
fn domain(key: &Key, claim: &Claim<'_>) -> Scalar {
    let messages = claim.generators.len().saturating_sub(1);
    // 1. to 3.
    let octets = [
        key.octets.as_slice(),
        &length_to_octets(messages),
        &points_to_octets(&claim.generators),
        claim.api_id.0.as_bytes(),
        &length_to_octets(claim.presentation.header.len()),
        claim.presentation.header,
    ];
    // 4.
    claim.api_id.hash_to_scalar(&octets.concat())
}

/// Pseudonym proof verification initialization: Pseudonym, OP and Uv; None is the draft's INVALID.
fn pseudonym_points(
    point: &[u8; POINT_LENGTH],
    domain: &[u8],
    proof: &BbsProof,
    api_id: ApiId,
) -> Option<[G1Projective; 3]> {
    let point = G1Projective::from(octets_to_point(point)?);
    // The secret that the pseudonym is made of is the last of the signed messages.
    let nym_secret_commitment = proof.commitments.last()?;
    // 1.
    let op = hash_to_curve(domain, api_id.0);
    // 2.
    let uv = op * nym_secret_commitment - point * proof.challenge;
    // 3. and 4.
    (!bool::from(uv.is_identity())).then_some([point, op, uv])
}

/// In which order a challenge is hashed. No input fits both: the first byte of a number of messages
/// is 0, and that of a compressed point is not.
#[derive(Clone, Copy)]
enum Order {
    /// Each index with its message, then the points: draft 06 and later.
    MessagesFirst,
    /// The points, then all indexes, then all messages: draft 05, which W3C's vectors were made with
    /// until August 2024, and which libraries still sign by.
    PointsFirst,
}

/// Challenge calculation (section 3.7.4); with a pseudonym, its points stand behind the others.
fn challenge(
    proof: &BbsProof,
    initial: &Initial,
    pseudonym: &[G1Projective],
    claim: &Claim<'_>,
    order: Order,
) -> Scalar {
    let mut points = [proof.a_bar, proof.b_bar, proof.d]
        .map(G1Projective::from)
        .to_vec();
    points.extend([initial.t1, initial.t2]);
    points.extend(pseudonym);
    let points = points_to_octets(&points);
    let count = length_to_octets(claim.disclosed.len());
    let indexes = claim.disclosed.iter();
    let indexes = indexes.map(|(index, _)| length_to_octets(*index));
    let messages = claim.disclosed.iter();
    let messages = messages.map(|(_, message)| scalar_to_octets(message));
    // 1.
    let mut octets = Vec::new();
    match order {
        Order::MessagesFirst => {
            octets.extend(count);
            for (index, message) in indexes.zip(messages) {
                octets.extend(index);
                octets.extend(message);
            }
            octets.extend(points);
        }
        Order::PointsFirst => {
            octets.extend(points);
            octets.extend(count);
            octets.extend(indexes.flatten());
            octets.extend(messages.flatten());
        }
    }
    octets.extend(scalar_to_octets(&initial.domain));
    // 2.
    octets.extend(length_to_octets(
        claim.presentation.presentation_header.len(),
    ));
    octets.extend(claim.presentation.presentation_header);
    // 3.
    claim.api_id.hash_to_scalar(&octets)
}

/// I2OSP(length, 8).
fn length_to_octets(length: usize) -> [u8; 8] {
    (length as u64).to_be_bytes()
}
