//! Why a check came out as it did: data to compare and to word, in no language.

mod as_of;
mod code;
mod refresh;
mod schema;

pub use refresh::RefreshReason;
pub use schema::SchemaReason;

pub use as_of::AsOfReason;

use crate::evidence::Unreachable;
use crate::jose::MalformedDisclosure;
use crate::key::{KeyError, KeyKind};
use crate::nested::{EndorsementCounts, RecordReason};
use crate::proof::{MalformedProof, SecuringMechanism, Suite};
use crate::resolve::DidLogError;
use crate::status::StatusReason;
use crate::timestamp::Timestamp;
use crate::trust::TrustReason;

/// Why a check came out as it did.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Reason {
    /// The status is known for now, and the question is for another time.
    AsOf(AsOfReason),
    /// The signature over an assertion matches; its badge class and its issuer's profile are what
    /// their addresses say.
    AssertionSigned {
        mechanism: SecuringMechanism,
    },
    /// The proof is the one that a holder derives shareable ones from, and must not be shared itself.
    BaseProof {
        suite: Suite,
    },
    /// A registered claim and the credential's own member contradict each other.
    ContradictingClaim {
        claim: &'static str,
        member: &'static str,
    },
    /// The token's header asks for what is not known.
    CriticalMembers {
        names: Vec<String>,
    },
    /// The document cannot be canonicalised within bounds.
    CanonicalizationTooCostly,
    /// The log of a did:webvh gives no document.
    DidLog(DidLogError),
    /// The issuer's site says something else than the file does, in these members.
    DiffersFromHosted {
        url: String,
        members: Vec<&'static str>,
    },
    /// Some values of the document became no statement, though every term is defined.
    DroppedValues,
    /// The credential carries no endorsements.
    EndorsementsAbsent,
    /// It carries endorsements, each of which was judged.
    Endorsements(EndorsementCounts),
    /// It carries endorsements, and none of them was verified.
    EndorsementsNotChecked {
        count: usize,
    },
    /// The period of validity ended.
    Expired {
        until: Timestamp,
    },
    /// The signature matches, and the holder's own key made it.
    HolderSigned {
        mechanism: SecuringMechanism,
        method: IssuerMethod,
    },
    /// The issuer's site confirms now what is shown.
    Hosted {
        url: String,
    },
    /// The site that confirms it is one that the issuer's profile allows.
    HostedByIssuer {
        url: String,
    },
    /// The site that confirms it is none that the issuer's profile allows.
    HostedElsewhere {
        url: String,
        issuer: String,
    },
    /// An integer that has no canonical JSON of its own.
    InexactNumber,
    /// A context that is written into the document itself.
    InlineContext,
    /// Within the period of validity.
    InForce {
        from: Option<Timestamp>,
        until: Option<Timestamp>,
    },
    /// The document is not valid JSON-LD.
    InvalidJsonLd {
        problem: String,
    },
    /// The issuer's document says that the key was no longer to be used from then on.
    KeyExpired {
        at: Timestamp,
    },
    /// The issuer's key made the signature.
    KeyOfIssuer {
        method: IssuerMethod,
    },
    /// The key's own controller, or its document, does not stand behind it for assertions.
    KeyNotListed {
        method: String,
        controller: String,
    },
    /// The issuer's document says that the key was revoked.
    KeyRevoked {
        at: Timestamp,
    },
    /// The holder's signature over what was disclosed is not one over this.
    KeyBindingMismatch,
    /// What was disclosed is not what the issuer signed.
    MalformedDisclosure(MalformedDisclosure),
    /// A date that cannot be read.
    MalformedDate {
        member: &'static str,
        text: String,
    },
    /// A `@context` that is neither a URL nor a list of URLs, or that does not start with W3C's.
    MalformedContext,
    /// A fetched document is not what it should be.
    MalformedDocument {
        url: String,
    },
    MalformedProof(MalformedProof),
    /// A credential at a place in its token that its `@context`, or the token's `typ`, is not for.
    MisplacedCredential,
    /// The presentation does not say who presents it.
    NoHolder,
    /// A hosted badge names no web address that it can be asked at.
    NoAddress,
    /// The issuer is missing, or has no identifier.
    NoIssuer,
    /// Neither a start nor an end of validity.
    NoDates,
    /// It has no identifier of a kind that what was typed could be.
    NoRecipientIdentifier,
    /// Nothing was signed.
    NoProof,
    /// The credential offers no way to ask.
    NoStatusMethod,
    /// No signature was found good, so there is no key to speak of.
    NoValidSignature,
    /// This question was not put.
    NotAsked,
    /// A member is written in a form other than the compacted one, so that a reader could
    /// overlook it.
    NotCompacted {
        member: String,
    },
    /// What answers at the address is said to belong to another one.
    NotItsAddress {
        url: String,
        id: String,
    },
    /// The issuer's list of withdrawn badges does not have it.
    NotRevoked {
        url: String,
    },
    /// The period of validity has not begun.
    NotYetValid {
        from: Timestamp,
    },
    /// `previousProof` names a proof that is not there or does not hold.
    PreviousProofMissing {
        id: String,
    },
    /// The proof binds a pseudonym, and does not say for whom it was made.
    PseudonymWithoutDomain,
    ProofExpired {
        expires: Timestamp,
    },
    /// What was typed differs from every identifier that it can be compared with.
    RecipientDiffers,
    /// What was typed equals one of the recipient's identifiers.
    RecipientMatches {
        identity_type: String,
        lowercased: bool,
        /// As a hash, which anybody can test who knows or guesses it.
        hashed: bool,
    },
    /// It has no signature of its own, and stands in a record that has one.
    Record(RecordReason),
    /// Why a newer version of the credential does not stand in its place.
    Refresh(RefreshReason),
    /// The token names an algorithm with which nobody's signature can be verified.
    RefusedAlgorithm {
        name: String,
    },
    Revoked,
    /// What came of the schemas that it names.
    Schema(SchemaReason),
    /// Another part of the document has the credential's own identifier and adds to it.
    SharedIdentifier {
        id: String,
    },
    SignatureMatches {
        mechanism: SecuringMechanism,
    },
    SignatureMismatch {
        mechanism: SecuringMechanism,
    },
    /// What lists of withdrawn credentials say, or why they say nothing.
    Status(StatusReason),
    /// The issuer's site still has it, and does not call it withdrawn.
    StillHosted {
        url: String,
    },
    /// The key belongs to somebody else than the issuer.
    StrangersKey {
        issuer: String,
        controller: String,
    },
    Suspended,
    /// The assertion of a signed badge without the token that it was signed in.
    TokenMissing,
    TooManyProofs {
        limit: usize,
    },
    /// What registries of issuers came to.
    Trust(TrustReason),
    /// Nothing links the key to the issuer, whose identifier cannot be looked up.
    UnboundIssuer {
        issuer: String,
        controller: String,
    },
    /// A seal around it, with signatures by these algorithms; seals are not checked.
    UncheckedSeal {
        algorithms: Vec<String>,
    },
    /// Members that the signature does not cover, since no context defines them.
    UncoveredTerms {
        terms: Vec<String>,
    },
    /// Members that the signature covers, and that no context gives a meaning.
    UndefinedTerms {
        terms: Vec<String>,
    },
    /// The suite takes no keys of this kind.
    UnfitKey {
        mechanism: SecuringMechanism,
        key: KeyKind,
    },
    UnknownContext {
        url: String,
    },
    /// A document is needed that is not there.
    Unobtained {
        url: String,
        why: Unobtained,
    },
    /// The proof does not hold, and uses a feature of its suite that other versions define otherwise.
    UnsettledFeature {
        suite: Suite,
    },
    /// The issuer's identifier is no web address at which its profile could be asked for.
    UnresolvableIssuer {
        issuer: String,
    },
    UnsupportedDidMethod {
        did: String,
    },
    /// An issuer's or holder's identifier of a kind for which no keys can be looked up.
    UnsupportedIssuer {
        issuer: String,
    },
    UnsupportedKey(KeyError),
    UnsupportedStatus {
        types: Vec<String>,
    },
    UnsupportedSuite {
        name: String,
    },
    /// A recipient's identifier is hashed in a way that is not known.
    UnsupportedRecipientHash,
    /// Of several keys that the signer lists, the token does not say which it is signed with, and none
    /// of them fits.
    UnnamedKey {
        signer: String,
    },
    /// The token says that it is of another type.
    WrongTokenType {
        name: String,
    },
    /// The proof was made for another purpose than assertion.
    WrongPurpose {
        purpose: String,
    },
}

/// How an issuer's identifier is tied to its key.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum IssuerMethod {
    /// The document at the identifier's own address lists the key.
    ControllerDocument,
    /// The identifier is the key, as a JSON Web Key, and no more.
    DidJwk,
    /// The identifier is the key, and no more.
    DidKey,
    /// The document at the identifier's own domain lists the key.
    DidWeb,
    /// The last version of the document in the identifier's log lists the key; whoever serves the log
    /// is not who controls it.
    DidWebvh,
    /// The set of keys at the identifier's own domain lists the key.
    JwkSet,
    /// The profile at the identifier's own address lists the key.
    Profile,
}

/// Why a document is not there.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Unobtained {
    Declined,
    NotAsked,
    /// An answer that is no success.
    Status(u16),
    /// A person supplied it, where only its own host's word counts.
    SuppliedByHand,
    Unreachable(Unreachable),
}
