//! Baked SVG: the credential stands in an element of its own namespace (Open Badges 3.0, section
//! 5.3).

use std::ops::Range;

use quick_xml::errors::IllFormedError;
use quick_xml::escape::{EscapeError, resolve_xml_entity};
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::{NsReader, XmlVersion};

use super::found::{Found, Oddity, Place, SvgPart, Vocabulary};
use super::sniff;
use super::{Baked, FileKind, Unreadable};

/// Why an SVG cannot be read, up to its credential.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum SvgError {
    /// Markup inside the element for the credential, which has text alone.
    ElementInside { offset: usize },
    /// Another encoding than UTF-8.
    Encoding { name: String },
    /// The credential uses an entity that the file would have to define. None is ever expanded.
    Entity { name: String },
    /// Namespaces or elements within one another, more than the XML reader admits.
    Namespaces,
    /// Not UTF-8 from this byte on.
    NotUtf8 { offset: usize },
    /// The element for the credential has two attributes `verify`.
    RepeatedVerify,
    /// Not XML, from this byte on.
    Syntax { offset: usize },
    /// The file ends in the middle.
    Truncated,
}

/// Finds the credential's text in an SVG.
///
/// What a document type defines is passed over, and nothing is ever loaded. A file that is damaged
/// behind the credential is read.
///
/// # Errors
/// [`Unreadable::Svg`], [`Unreadable::NothingBaked`], or [`Unreadable::SeveralBaked`].
pub fn contents(bytes: &[u8]) -> Result<Baked, Unreadable> {
    let svg = decode(bytes).map_err(Unreadable::Svg)?;
    let mut found: Option<Baked> = None;
    let mut reader = Reader::new(svg);
    loop {
        match reader.next_element() {
            Ok(Some(element)) => {
                if let Some(baked) = element.baked()? {
                    found = Baked::only(found, baked)?;
                }
            }
            Ok(None) => break,
            Err(error) => {
                let Some(baked) = &mut found else {
                    return Err(Unreadable::Svg(error));
                };
                baked.found.add(Oddity::Damaged);
                break;
            }
        }
    }
    found.ok_or(Unreadable::NothingBaked(FileKind::Svg))
}

/// The XML as text.
pub(super) fn decode(bytes: &[u8]) -> Result<&str, SvgError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| SvgError::NotUtf8 {
        offset: error.valid_up_to(),
    })
}

/// An element for a credential.
pub(super) struct Element {
    /// The bytes of the whole element.
    pub(super) span: Range<usize>,
    vocabulary: Vocabulary,
    verify: Option<String>,
    content: String,
}

impl Element {
    /// The element's text; None where it has none.
    fn baked(self) -> Result<Option<Baked>, Unreadable> {
        let verify = self.verify.filter(|text| !text.trim().is_empty());
        let is_link = |text: &String| sniff::kind(text.as_bytes()) == FileKind::Url;
        let content = (!self.content.trim().is_empty()).then_some(self.content);
        let (part, text) = match (verify, content) {
            (None, None) => return Ok(None),
            (Some(verify), None) => (SvgPart::Verify, verify),
            (None, Some(content)) => (SvgPart::Content, content),
            // A hosted badge of an older generation has its address beside it.
            (Some(verify), Some(content)) if is_link(&verify) => (SvgPart::Content, content),
            (Some(verify), Some(content)) if verify.trim() == content.trim() => {
                (SvgPart::Content, content)
            }
            (Some(_), Some(_)) => return Err(Unreadable::SeveralBaked),
        };
        let place = Place::SvgElement {
            vocabulary: self.vocabulary,
            part,
        };
        Ok(Some(Baked {
            found: Found {
                places: vec![place],
                oddities: Vec::new(),
            },
            text: text.into_bytes(),
        }))
    }
}

/// The start tag of the document's element.
pub(super) struct Root {
    pub(super) span: Range<usize>,
    /// Whether it is the end tag too.
    pub(super) is_empty: bool,
    /// Whether its name is that of an SVG's.
    pub(super) is_svg: bool,
}

/// Goes through an SVG from one element for a credential to the next.
pub(super) struct Reader<'a> {
    xml: NsReader<&'a [u8]>,
    is_ascii: bool,
    /// Whether it says that it is in an encoding in which nothing but ASCII can be read.
    pub(super) is_ascii_alone: bool,
    depth: usize,
    /// None until the document's element was seen.
    pub(super) root: Option<Root>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(svg: &'a str) -> Self {
        let mut xml = NsReader::from_str(svg);
        // Otherwise an ampersand alone, which XML forbids, would be text here and not elsewhere.
        xml.config_mut().allow_dangling_amp = false;
        Self {
            xml,
            is_ascii: svg.is_ascii(),
            is_ascii_alone: false,
            depth: 0,
            root: None,
        }
    }

    /// The next element for a credential; None at the end of a whole document.
    pub(super) fn next_element(&mut self) -> Result<Option<Element>, SvgError> {
        loop {
            let start = self.offset();
            let is_ascii = self.is_ascii;
            let (namespace, event) = self.read()?;
            match event {
                Event::Decl(declaration) => {
                    if let Some(Ok(name)) = declaration.encoding() {
                        self.is_ascii_alone |= !is_utf8(&name);
                        encoding(&name, is_ascii)?;
                    }
                }
                Event::Start(tag) => {
                    let vocabulary = vocabulary(namespace, &tag);
                    let verify = vocabulary.map(|_| verify(&tag)).transpose()?.flatten();
                    self.enter(&tag, start, false);
                    self.depth += 1;
                    if let Some(vocabulary) = vocabulary {
                        return Ok(Some(Element {
                            vocabulary,
                            verify,
                            content: self.content()?,
                            span: start..self.offset(),
                        }));
                    }
                }
                Event::Empty(tag) => {
                    let vocabulary = vocabulary(namespace, &tag);
                    let verify = vocabulary.map(|_| verify(&tag)).transpose()?.flatten();
                    self.enter(&tag, start, true);
                    if let Some(vocabulary) = vocabulary {
                        return Ok(Some(Element {
                            vocabulary,
                            verify,
                            content: String::new(),
                            span: start..self.offset(),
                        }));
                    }
                }
                Event::End(_) => self.depth = self.depth.saturating_sub(1),
                Event::Eof if self.depth > 0 || self.root.is_none() => {
                    return Err(SvgError::Truncated);
                }
                Event::Eof => return Ok(None),
                _ => {}
            }
        }
    }

    /// The text up to the element's end: text, references and CDATA, in any mix.
    fn content(&mut self) -> Result<String, SvgError> {
        let mut content = String::new();
        loop {
            let offset = self.offset();
            match self.read()?.1 {
                Event::Text(text) => content.push_str(&text.xml10_content()),
                Event::CData(text) => content.push_str(&text.xml10_content()),
                Event::GeneralRef(reference) => resolve(&reference, &mut content)?,
                Event::Comment(_) | Event::PI(_) => {}
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(content);
                }
                Event::Eof => return Err(SvgError::Truncated),
                _ => return Err(SvgError::ElementInside { offset }),
            }
        }
    }

    fn read(&mut self) -> Result<(Option<Vocabulary>, Event<'a>), SvgError> {
        match self.xml.read_resolved_event() {
            Ok((ResolveResult::Bound(Namespace(name)), event)) => {
                let is_known = |known: &Vocabulary| known.namespace() == name;
                Ok((Vocabulary::ALL.into_iter().find(is_known), event))
            }
            Ok((_, event)) => Ok((None, event)),
            Err(error) => Err(self.judge(&error)),
        }
    }

    fn judge(&self, error: &quick_xml::Error) -> SvgError {
        match error {
            // Each of these says that the end was not found.
            quick_xml::Error::Syntax(_)
            | quick_xml::Error::IllFormed(IllFormedError::MissingEndTag(_)) => SvgError::Truncated,
            quick_xml::Error::Namespace(
                quick_xml::name::NamespaceError::TooManyBindings(_)
                | quick_xml::name::NamespaceError::TooDeeplyNested(_),
            ) => SvgError::Namespaces,
            _ => SvgError::Syntax {
                offset: usize::try_from(self.xml.error_position()).unwrap_or(usize::MAX),
            },
        }
    }

    fn enter(&mut self, tag: &BytesStart<'_>, start: usize, is_empty: bool) {
        if self.root.is_none() {
            self.root = Some(Root {
                span: start..self.offset(),
                is_empty,
                is_svg: tag.local_name().into_inner() == "svg",
            });
        }
    }

    fn offset(&self) -> usize {
        usize::try_from(self.xml.buffer_position()).unwrap_or(usize::MAX)
    }
}

/// Refuses what the XML declaration names, unless it is UTF-8 or makes no difference.
fn encoding(name: &str, is_ascii: bool) -> Result<(), SvgError> {
    // All encodings in which these bytes are XML at all agree on ASCII.
    if is_utf8(name) || is_ascii {
        return Ok(());
    }
    Err(SvgError::Encoding {
        name: name.to_owned(),
    })
}

fn is_utf8(name: &str) -> bool {
    let mut known = ["utf-8", "utf8", "us-ascii"].into_iter();
    known.any(|known| name.eq_ignore_ascii_case(known))
}

/// The vocabulary of which the tag is an element for a credential.
fn vocabulary(namespace: Option<Vocabulary>, tag: &BytesStart<'_>) -> Option<Vocabulary> {
    let local = tag.local_name();
    // Each vocabulary has one of the names; some bakers write the other.
    ["assertion", "credential"]
        .contains(&local.into_inner())
        .then_some(namespace)
        .flatten()
}

/// The attribute `verify`, which holds a token, or the address of an older badge.
fn verify(tag: &BytesStart<'_>) -> Result<Option<String>, SvgError> {
    let mut verify = None;
    let mut attributes = tag.attributes();
    // The reader's own check takes the square of their number.
    for attribute in attributes.with_checks(false).flatten() {
        if attribute.key.as_ref() != "verify" {
            continue;
        }
        let value = attribute
            .normalized_value(XmlVersion::Explicit1_0)
            .map_err(|error| match error {
                quick_xml::Error::Escape(EscapeError::UnrecognizedEntity(_, name)) => {
                    SvgError::Entity { name }
                }
                _ => SvgError::Entity {
                    name: String::new(),
                },
            })?;
        if verify.replace(value.into_owned()).is_some() {
            return Err(SvgError::RepeatedVerify);
        }
    }
    Ok(verify)
}

/// One of XML's own entities, or a character's number; nothing that a document defines.
fn resolve(reference: &BytesRef<'_>, content: &mut String) -> Result<(), SvgError> {
    let name: &str = reference;
    let unknown = || SvgError::Entity {
        name: name.to_owned(),
    };
    match reference.resolve_char_ref() {
        Ok(Some(character)) => content.push(character),
        Ok(None) => content.push_str(resolve_xml_entity(name).ok_or_else(unknown)?),
        Err(_) => return Err(unknown()),
    }
    Ok(())
}
