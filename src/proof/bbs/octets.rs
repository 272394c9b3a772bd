//! Points, scalars, keys and proofs as octets (draft-irtf-cfrg-bbs-signatures-08, section 4.2.4).

use bls12_381::{G1Affine, G1Projective, G2Affine, Scalar};

use super::ciphersuite::{POINT_LENGTH, SCALAR_LENGTH};

/// The fixed part of a proof: three points, three scalars and the challenge.
const PROOF_LENGTH_FLOOR: usize = 3 * POINT_LENGTH + 4 * SCALAR_LENGTH;

/// A proof of knowledge of a signature, its points and scalars known to be such.
pub(super) struct BbsProof {
    pub a_bar: G1Affine,
    pub b_bar: G1Affine,
    pub d: G1Affine,
    pub e_hat: Scalar,
    pub r1_hat: Scalar,
    pub r3_hat: Scalar,
    /// One for each message that is not disclosed.
    pub commitments: Vec<Scalar>,
    pub challenge: Scalar,
}

/// An issuer's public key: a point of G2's subgroup, and not the identity.
pub(in crate::proof) struct Key {
    pub(super) octets: [u8; 96],
    pub(super) point: G2Affine,
}

impl Key {
    /// Octets to public key (section 4.2.4.6), from the compressed form; None is the draft's INVALID.
    pub(in crate::proof) fn read(octets: &[u8; 96]) -> Option<Self> {
        // 1. to 3.
        let point = Option::<G2Affine>::from(G2Affine::from_compressed(octets))?;
        // 4. and 5.
        let key = Self {
            octets: *octets,
            point,
        };
        (!bool::from(point.is_identity())).then_some(key)
    }
}

/// How many messages a proof of so many octets leaves undisclosed; None where no proof has that
/// length.
pub(super) fn undisclosed_messages(proof_length: usize) -> Option<usize> {
    let scalars = proof_length.checked_sub(PROOF_LENGTH_FLOOR)?;
    scalars
        .is_multiple_of(SCALAR_LENGTH)
        .then_some(scalars / SCALAR_LENGTH)
}

/// Octets to proof (section 4.2.4.5); None is the draft's INVALID.
pub(super) fn octets_to_proof(octets: &[u8]) -> Option<BbsProof> {
    // 1. to 9.
    let (points, scalars) = octets.split_at_checked(3 * POINT_LENGTH)?;
    let (points, _) = points.as_chunks::<POINT_LENGTH>();
    let [a_bar, b_bar, d] = points else {
        return None;
    };
    // 10. to 17.
    let (scalars, []) = scalars.as_chunks::<SCALAR_LENGTH>() else {
        return None;
    };
    let scalars: Option<Vec<Scalar>> = scalars.iter().map(octets_to_scalar).collect();
    // 18. to 20.
    let scalars = scalars?;
    let [e_hat, r1_hat, r3_hat, commitments @ .., challenge] = scalars.as_slice() else {
        return None;
    };
    Some(BbsProof {
        a_bar: octets_to_point(a_bar)?,
        b_bar: octets_to_point(b_bar)?,
        d: octets_to_point(d)?,
        e_hat: *e_hat,
        r1_hat: *r1_hat,
        r3_hat: *r3_hat,
        commitments: commitments.to_vec(),
        challenge: *challenge,
    })
}

/// A point of G1's subgroup, and not the identity.
pub(super) fn octets_to_point(octets: &[u8; POINT_LENGTH]) -> Option<G1Affine> {
    let point = Option::<G1Affine>::from(G1Affine::from_compressed(octets))?;
    (!bool::from(point.is_identity())).then_some(point)
}

/// A scalar from 1 to r - 1.
fn octets_to_scalar(octets: &[u8; SCALAR_LENGTH]) -> Option<Scalar> {
    let mut little_endian = *octets;
    little_endian.reverse();
    let scalar = Option::<Scalar>::from(Scalar::from_bytes(&little_endian))?;
    (scalar != Scalar::zero()).then_some(scalar)
}

/// Serialize (section 4.2.4.1): a scalar's octets.
pub(super) fn scalar_to_octets(scalar: &Scalar) -> [u8; SCALAR_LENGTH] {
    let mut octets = scalar.to_bytes();
    octets.reverse();
    octets
}

/// Serialize (section 4.2.4.1): points' octets, one after the other.
pub(super) fn points_to_octets(points: &[G1Projective]) -> Vec<u8> {
    let mut affine = vec![G1Affine::identity(); points.len()];
    G1Projective::batch_normalize(points, &mut affine);
    affine.iter().flat_map(G1Affine::to_compressed).collect()
}
