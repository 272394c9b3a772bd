//! What names stand for (JSON-LD 1.1 API, section 5.2, "IRI Expansion").

use std::rc::Rc;

use oxiri::{Iri, IriRef};

use super::active_context::ActiveContext;
use super::plain_iri::is_plain_iri;

/// What a term, a compact IRI or a reference expands to.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Expanded {
    /// Nothing: the name is mapped to null, or has the form of a keyword and is none.
    Null,
    Keyword(&'static str),
    /// An absolute IRI that is well-formed.
    Iri(Rc<str>),
    /// A blank node, with `_:`.
    Blank(Rc<str>),
    /// A term that no context defines, or a relative reference. There is no base to resolve it by.
    Relative,
    /// Neither an IRI nor a relative reference.
    Malformed,
}

impl Expanded {
    /// What a whole IRI, or what is meant to be one, comes to.
    pub(super) fn absolute(iri: &str) -> Self {
        if iri.starts_with("_:") {
            Self::Blank(iri.into())
        } else if is_plain_iri(iri) || Iri::parse(iri).is_ok() {
            Self::Iri(iri.into())
        } else {
            Self::Malformed
        }
    }
}

/// The keywords of JSON-LD 1.1 (section 1.7).
const KEYWORDS: [&str; 23] = [
    "@base",
    "@container",
    "@context",
    "@direction",
    "@graph",
    "@id",
    "@import",
    "@included",
    "@index",
    "@json",
    "@language",
    "@list",
    "@nest",
    "@none",
    "@prefix",
    "@propagate",
    "@protected",
    "@reverse",
    "@set",
    "@type",
    "@value",
    "@version",
    "@vocab",
];

/// The keyword that `value` is.
pub(super) fn keyword(value: &str) -> Option<&'static str> {
    let mut keywords = KEYWORDS.iter().copied();
    keywords.find(|keyword| *keyword == value)
}

/// Whether `value` is written like a keyword (section 1.4, "`@`1*ALPHA").
pub(super) fn has_keyword_form(value: &str) -> bool {
    value
        .strip_prefix('@')
        .is_some_and(|name| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphabetic()))
}

impl ActiveContext {
    /// IRI Expansion (section 5.2.2) with a context that is complete, and without a base IRI.
    ///
    /// `vocab` is the algorithm's flag of that name.
    pub(super) fn expand_iri(&self, value: &str, vocab: bool) -> Expanded {
        if value.starts_with('@') {
            // 1.
            if let Some(keyword) = keyword(value) {
                return Expanded::Keyword(keyword);
            }
            // 2.
            if has_keyword_form(value) {
                return Expanded::Null;
            }
        }
        // 4. and 5.
        match self.terms.get(value).map(|term| &term.mapping) {
            Some(Expanded::Keyword(keyword)) => return Expanded::Keyword(keyword),
            Some(mapping) if vocab => return mapping.clone(),
            _ => {}
        }
        // 6. and 6.1. A colon at the very start separates nothing.
        if let Some((prefix, suffix)) = value.split_once(':')
            && !prefix.is_empty()
        {
            // 6.2
            if prefix == "_" || suffix.starts_with("//") {
                return Expanded::absolute(value);
            }
            // 6.4
            if let Some(iri) = self.prefix(prefix) {
                return Expanded::absolute(&format!("{iri}{suffix}"));
            }
            // 6.5
            if let iri @ Expanded::Iri(_) = Expanded::absolute(value) {
                return iri;
            }
        }
        // 7.
        if vocab && let Some(vocabulary) = &self.vocabulary {
            return Expanded::absolute(&format!("{vocabulary}{value}"));
        }
        // 8. and 9. Whatever is meant to be a term is one, only not defined.
        match vocab || IriRef::parse(value).is_ok() {
            true => Expanded::Relative,
            false => Expanded::Malformed,
        }
    }

    /// The IRI of a term that may be a prefix.
    fn prefix(&self, term: &str) -> Option<&str> {
        match self
            .terms
            .get(term)
            .map(|term| (term.is_prefix, &term.mapping))
        {
            Some((true, Expanded::Iri(iri) | Expanded::Blank(iri))) => Some(iri),
            _ => None,
        }
    }
}
