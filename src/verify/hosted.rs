//! Hosted badges: what the issuer's site says now is the assertion, and a file only says where to
//! ask (Open Badges 2.0, "HostedBadge Verification").

use serde_json::{Map, Value};

use super::documents::Documents;
use super::judgement::Answer;
use super::open_badges::Findings;
use super::scope;
use crate::credential::{Claims, Issuer, Linked, OpenBadge, Verification, is_revoked, string};
use crate::evidence::Purpose;
use crate::note::Note;
use crate::reason::{Reason, Unobtained};
use crate::report::Outcome;
use crate::web_address::{WebAddress, is_same};

/// Judges a badge that is hosted at `address`; `file` is the copy that somebody holds, if there is
/// more of it than the address.
pub(super) fn judge(
    address: Option<&str>,
    file: Option<&OpenBadge>,
    documents: &Documents<'_>,
) -> Findings {
    let unknown = |reason: Reason| open(file.map(OpenBadge::claims), address, reason);
    let Some((url, place)) = address.and_then(|url| Some((url, WebAddress::parse(url)?))) else {
        return unknown(Reason::NoAddress);
    };
    let (status, body) = match documents.answer(url, Purpose::Assertion) {
        Ok(answer) => answer,
        Err(reason) => return unknown(reason),
    };
    let document = documents.object(body);
    if status == 410 || (status == 200 && document.as_ref().is_some_and(is_revoked)) {
        return withdrawn(&place, file, document.as_ref(), documents);
    }
    if status != 200 {
        let url = url.to_owned();
        let why = Unobtained::Status(status);
        return unknown(Reason::Unobtained { url, why });
    }
    let Some(mut hosted) = document.as_ref().and_then(OpenBadge::read) else {
        let url = url.to_owned();
        return unknown(Reason::MalformedDocument { url });
    };
    if let Some(id) = hosted.address().filter(|id| !is_same(id, url)) {
        let url = url.to_owned();
        return unknown(Reason::NotItsAddress { url, id });
    }
    if hosted.verification() == Verification::Signed {
        return unknown(Reason::TokenMissing);
    }
    let url = place.to_string();
    let still_hosted = (Outcome::Pass, Reason::StillHosted { url: url.clone() });
    let filled = documents
        .fill_badge_class(&mut hosted)
        .and_then(|()| documents.fill_issuer(&mut hosted));
    if let Err(reason) = filled {
        let claims = file.unwrap_or(&hosted).claims();
        return Findings {
            status: still_hosted,
            ..open(Some(claims), address, reason)
        };
    }
    let claims = hosted.claims();
    let members = file.map_or_else(Vec::new, |file| differences(file, &hosted, &claims));
    Findings {
        integrity: match members.is_empty() {
            true => (Outcome::Pass, Reason::Hosted { url }),
            false => (Outcome::Fail, Reason::DiffersFromHosted { url, members }),
        },
        issuer_key: scope::check(&place, &hosted),
        status: still_hosted,
        claims,
        notes: Vec::new(),
    }
}

/// Everything open for one reason.
fn open(claims: Option<Claims>, address: Option<&str>, reason: Reason) -> Findings {
    let claims = claims.unwrap_or_else(|| Claims {
        id: address.map(str::to_owned),
        ..Claims::default()
    });
    Findings::open(claims, reason)
}

/// The site says that the badge is withdrawn, and need not say any more of it: nothing that the
/// file claims is confirmed.
fn withdrawn(
    place: &WebAddress,
    file: Option<&OpenBadge>,
    document: Option<&Map<String, Value>>,
    documents: &Documents<'_>,
) -> Findings {
    let badge = file.cloned().or_else(|| OpenBadge::read(document?));
    let url = place.to_string();
    let (issuer, issuer_key) = match badge {
        Some(mut badge) => {
            let answer = withdrawn_by_issuer(place, &mut badge, documents);
            (badge.issuer.id().map(str::to_owned), answer)
        }
        None => (None, (Outcome::Unknown, Reason::NoIssuer)),
    };
    let reason = document.and_then(|document| string(document, "revocationReason"));
    Findings {
        claims: Claims {
            id: Some(url.clone()),
            issuer: Issuer {
                id: issuer,
                ..Issuer::default()
            },
            ..Claims::default()
        },
        integrity: (Outcome::Pass, Reason::Hosted { url }),
        issuer_key,
        status: (Outcome::Fail, Reason::Revoked),
        notes: reason
            .map(|text| Note::RevocationReason { text })
            .into_iter()
            .collect(),
    }
}

/// On the issuer's own origin a withdrawal counts, whatever else its profile may say.
fn withdrawn_by_issuer(
    place: &WebAddress,
    badge: &mut OpenBadge,
    documents: &Documents<'_>,
) -> Answer {
    if let Err(reason) = documents.fill_badge_class(badge) {
        return (Outcome::Unknown, reason);
    }
    let site = badge.issuer.id().and_then(WebAddress::parse);
    if site.is_some_and(|site| place.has_origin_of(&site)) {
        let url = place.to_string();
        return (Outcome::Pass, Reason::HostedByIssuer { url });
    }
    match documents.fill_issuer(badge) {
        Ok(()) => scope::check(place, badge),
        Err(reason) => (Outcome::Unknown, reason),
    }
}

/// The members in which the file says something else than the site does, among those that are
/// shown. What the file has by address alone is what the site has there.
fn differences(file: &OpenBadge, hosted: &OpenBadge, says: &Claims) -> Vec<&'static str> {
    let mut file = file.clone();
    if matches!(file.badge_class, Linked::At(_)) && file.badge_class.id() == hosted.badge_class.id()
    {
        file.take_badge_class(hosted.badge_class.clone());
    }
    if file.issuer.id() == hosted.issuer.id() {
        file.issuer = hosted.issuer.clone();
    }
    let claims = file.claims();
    let achievements = (&claims.achievement, &says.achievement);
    let achievement = |differs: fn(&Achieved, &Achieved) -> bool| match achievements {
        (Some(one), Some(other)) => differs(one, other),
        (None, None) => false,
        _ => true,
    };
    [
        ("id", claims.id != says.id),
        (
            "recipient",
            claims.subject.identifiers != says.subject.identifiers,
        ),
        ("issuedOn", claims.awarded_date != says.awarded_date),
        ("expires", claims.ends != says.ends),
        ("evidence", claims.evidence != says.evidence),
        (
            "narrative",
            claims.subject.narrative != says.subject.narrative,
        ),
        ("issuer", claims.issuer != says.issuer),
        ("image", claims.picture() != says.picture()),
        ("endorsement", claims.endorsements != says.endorsements),
        ("badge", achievement(|one, other| one.id != other.id)),
        ("name", achievement(|one, other| one.name != other.name)),
        (
            "description",
            achievement(|one, other| one.description != other.description),
        ),
        (
            "criteria",
            achievement(|one, other| one.criteria != other.criteria),
        ),
        (
            "alignment",
            achievement(|one, other| one.alignments != other.alignments),
        ),
        ("tags", achievement(|one, other| one.tags != other.tags)),
        (
            "version",
            achievement(|one, other| one.version != other.version),
        ),
        (
            "@language",
            achievement(|one, other| one.language != other.language),
        ),
    ]
    .into_iter()
    .filter_map(|(member, differs)| differs.then_some(member))
    .collect()
}

type Achieved = crate::credential::Achievement;
