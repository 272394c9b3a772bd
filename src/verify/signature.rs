//! Is a document unaltered, and was it who it names who signed it: a credential's issuer, or a
//! presentation's holder? Of a document's proofs one that holds suffices (Open Badges 3.0, section
//! 8.2).

use std::cell::Cell;

use serde_json::{Map, Value};

use super::judgement::{ESTABLISHED, Judgement, Signed, not_linked, refused, signer_key};
use crate::evidence::Evidence;
use crate::json;
use crate::jsonld::{self, Shape, ShapeError};
use crate::note::Note;
use crate::policy::{Bounds, Policy};
use crate::proof::{self, Proof, Secured, SignatureOf, SignatureValid};
use crate::reason::Reason;
use crate::report::{Outcome, ProofReport};
use crate::resolve::{Resolver, VerificationMethod};
use crate::timestamp::Timestamp;

/// Judges all proofs of a document and answers by the one that establishes most.
pub(super) fn judge(
    signed: &Signed<'_>,
    evidence: &Evidence,
    policy: &Policy,
    at: Timestamp,
) -> Judgement {
    let entries = proof::proofs(signed.document.get("proof"));
    let limit = policy.bounds.proofs;
    if entries.is_empty() {
        return Judgement::without_signature((Outcome::Absent, Reason::NoProof));
    }
    if entries.len() > limit {
        let reason = Reason::TooManyProofs { limit };
        return Judgement::without_signature((Outcome::Unknown, reason));
    }
    let proofs: Vec<_> = entries.into_iter().map(Proof::read).collect();
    let shape =
        jsonld::shape(signed.document, policy.bounds.context_references).map_err(from_shape);
    if let Ok(shape) = &shape
        && is_too_costly(signed.document, shape, &proofs, &policy.bounds)
    {
        let answer = (Outcome::Unknown, Reason::CanonicalizationTooCostly);
        return Judgement::without_signature(answer);
    }
    let judge = Judge {
        proofs,
        shape,
        signed,
        resolver: Resolver::new(evidence, policy, signed.relationship, at),
        bounds: &policy.bounds,
        at,
        latest: at.plus_seconds(policy.clock_skew.seconds),
        tries_left: Cell::new(4 * limit),
    };
    let places = judge.proofs.iter().enumerate();
    let judgements = places.map(|(place, proof)| judge.proof(place, proof));
    let judgements: Vec<Judgement> = judgements.collect();
    let entries = proof::proofs(signed.document.get("proof")).into_iter();
    let proofs = entries.zip(&judgements).map(report).collect();
    let wants = judge.resolver.wants();
    // The first of the best: max_by_key would take the last.
    let best = judgements.into_iter().rev().max_by_key(Judgement::rank);
    match best {
        Some(best) if best.rank() == ESTABLISHED => Judgement { proofs, ..best },
        Some(best) => Judgement {
            wants,
            proofs,
            ..best
        },
        None => Judgement::without_signature((Outcome::Absent, Reason::NoProof)),
    }
}

/// What one proof came to, by the names that it gives itself.
fn report((entry, judgement): (&Value, &Judgement)) -> ProofReport {
    let text = |name| entry.get(name).and_then(Value::as_str);
    let suite = text("cryptosuite").or_else(|| text("type"));
    ProofReport {
        suite: suite.map(str::to_owned),
        method: text("verificationMethod").map(str::to_owned),
        integrity: judgement.integrity.clone(),
        signer_key: judgement.signer_key.clone(),
    }
}

/// Each proof may be tried under each combination of contexts, over the whole document.
fn is_too_costly(
    document: &Map<String, Value>,
    shape: &Shape,
    proofs: &[Result<Proof<'_>, Reason>],
    bounds: &Bounds,
) -> bool {
    let members = document.iter().filter(|(name, _)| *name != "proof");
    let values: usize = members.map(|(_, member)| json::count(member)).sum();
    let combinations = jsonld::choices(&shape.contexts, bounds.snapshot_combinations).len();
    let cost = |proof: &Proof<'_>| {
        // A proof can cover statements that are not shown; each takes 32 bytes of it, or more.
        let values = values.max(proof.value.len() / 32);
        values.saturating_mul(proof.suite.cost_of_a_value())
    };
    let costs: usize = proofs.iter().flatten().map(cost).sum();
    costs.saturating_mul(combinations) > bounds.canonicalized_values
}

fn from_shape(error: ShapeError) -> Reason {
    match error {
        ShapeError::InlineContext => Reason::InlineContext,
        ShapeError::MalformedContext => Reason::MalformedContext,
        ShapeError::NotCompacted { member } => Reason::NotCompacted { member },
        ShapeError::SharedIdentifier { id } => Reason::SharedIdentifier { id },
        ShapeError::TooManyContexts => Reason::CanonicalizationTooCostly,
        ShapeError::UnknownContext { url } => Reason::UnknownContext { url },
    }
}

struct Judge<'a> {
    proofs: Vec<Result<Proof<'a>, Reason>>,
    shape: Result<Shape, Reason>,
    signed: &'a Signed<'a>,
    resolver: Resolver<'a>,
    bounds: &'a Bounds,
    at: Timestamp,
    /// What a clock may show that is ahead by as much as is allowed.
    latest: Timestamp,
    /// Proofs that name one another are tried again for each that names them.
    tries_left: Cell<usize>,
}

impl Judge<'_> {
    /// What the proof at this place comes to.
    fn proof(&self, place: usize, proof: &Result<Proof<'_>, Reason>) -> Judgement {
        let proof = match proof {
            Ok(proof) => proof,
            Err(reason) => return Judgement::without_signature(refused(reason.clone())),
        };
        match self.signature((place, proof), &mut Vec::new()) {
            Ok((valid, method)) => Judgement {
                integrity: match valid.gap() {
                    None => {
                        let mechanism = valid.mechanism();
                        (Outcome::Pass, Reason::SignatureMatches { mechanism })
                    }
                    Some(gap) => (Outcome::Unknown, gap),
                },
                signer_key: signer_key(
                    self.signed.signer,
                    &method,
                    self.signed.relationship,
                    &self.resolver,
                ),
                notes: [valid.notes(), &remarks(proof, self.latest)].concat(),
                wants: Vec::new(),
                proofs: Vec::new(),
            },
            Err(reason) => Judgement {
                signer_key: not_linked(self.signed.signer, &reason),
                ..Judgement::without_signature(refused(reason))
            },
        }
    }

    /// Whether the proof's signature, and that of every proof it was made on top of, holds.
    ///
    /// `above` are the identifiers of the proofs on the way here: a proof cannot precede itself.
    fn signature<'p>(
        &'p self,
        (place, proof): (usize, &'p Proof<'_>),
        above: &mut Vec<&'p str>,
    ) -> Result<(SignatureValid, VerificationMethod), Reason> {
        if proof.purpose != self.signed.relationship.name() {
            let purpose = proof.purpose.to_owned();
            return Err(Reason::WrongPurpose { purpose });
        }
        if let Some(expires) = proof.expires.filter(|expires| *expires <= self.at) {
            return Err(Reason::ProofExpired { expires });
        }
        let tries_left = self.tries_left.get().checked_sub(1);
        self.tries_left
            .set(tries_left.ok_or(Reason::CanonicalizationTooCostly)?);
        let previous = self.previous(proof, above)?;
        let shape = self.shape.as_ref().map_err(Clone::clone)?;
        let url = proof.verification_method;
        let method = self.resolver.verification_method(url)?;
        let key = method.key.as_ref();
        let key = key.map_err(|error| Reason::UnsupportedKey(error.clone()))?;
        let secured = Secured {
            document: self.signed.document,
            left_out: Some("proof"),
            shape,
            bounds: self.bounds,
        };
        let verify = || proof::verify(secured, proof, &previous, key);
        let bounds = Box::new(*self.bounds);
        let which = SignatureOf::Proof { place, bounds };
        let valid = self.signed.memory.outcome(which, key, verify)?;
        Ok((valid, method))
    }

    /// The proofs that `proof` names as its predecessors, each of which must hold (Data Integrity
    /// 1.0, section 4.3).
    fn previous<'p>(
        &'p self,
        proof: &'p Proof<'_>,
        above: &mut Vec<&'p str>,
    ) -> Result<Vec<&'p Proof<'p>>, Reason> {
        if proof.previous.is_empty() {
            return Ok(Vec::new());
        }
        let missing = |id: &str| Reason::PreviousProofMissing { id: id.to_owned() };
        above.extend(proof.id);
        let mut found = Vec::new();
        for id in &proof.previous {
            let readable = self.proofs.iter().enumerate();
            let readable =
                readable.filter_map(|(place, other)| Some((place, other.as_ref().ok()?)));
            let mut matching = readable.filter(|(_, other)| other.id == Some(*id));
            let predecessor = match (matching.next(), matching.next()) {
                (Some(only), None) if !above.contains(id) => only,
                _ => return Err(missing(id)),
            };
            self.signature(predecessor, above)?;
            found.push(predecessor.1);
        }
        if proof.id.is_some() {
            above.pop();
        }
        Ok(found)
    }
}

/// What a proof says of its making that changes no answer (Data Integrity 1.0, section 2.1). Only who set
/// a challenge could compare it; and no standard refuses a proof for its date, which is its maker's word.
fn remarks(proof: &Proof<'_>, latest: Timestamp) -> Vec<Note> {
    let texts = |name| {
        let entries = proof::proofs(proof.json.get(name)).into_iter();
        entries.filter_map(|entry| entry.as_str().map(str::to_owned))
    };
    let domains = texts("domain").map(|domain| Note::MadeForDomain { domain });
    let challenges = texts("challenge").map(|challenge| Note::MadeForChallenge { challenge });
    let ahead = proof.created.filter(|created| *created > latest);
    let ahead = ahead.map(|created| Note::DatedAhead { created });
    domains.chain(challenges).chain(ahead).collect()
}
