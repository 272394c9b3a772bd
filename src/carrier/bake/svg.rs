//! Baking into an SVG (Open Badges 3.0, section 5.3.1).

use super::subject::Subject;
use super::{NotBaked, within};
use crate::carrier::found::Vocabulary;
use crate::carrier::svg::{Reader, SvgError, decode};
use crate::carrier::{FileKind, Unreadable};
use crate::policy::Bounds;

/// Puts a credential into an SVG, as the first thing in the document's element: a token or an address
/// into the attribute `verify`, JSON as character data.
///
/// Elements that carried a credential are left out; all else stays as it is.
///
/// # Errors
/// Any [`NotBaked`].
pub fn bake_svg(picture: &[u8], text: &[u8], bounds: &Bounds) -> Result<Vec<u8>, NotBaked> {
    let subject = Subject::of(text, bounds)?;
    let broken = |error: SvgError| NotBaked::Picture(Unreadable::Svg(error));
    let svg = decode(picture).map_err(broken)?;

    let mut reader = Reader::new(svg);
    let mut earlier = Vec::new();
    while let Some(element) = reader.next_element().map_err(broken)? {
        earlier.push(element.span);
    }
    let root = reader.root.ok_or(broken(SvgError::Truncated))?;
    if !root.is_svg {
        return Err(NotBaked::NotAPicture(FileKind::Xml));
    }
    let element = element(&subject, reader.is_ascii_alone)?;

    let part = |from: usize, to: usize| {
        let cut = broken(SvgError::Syntax { offset: from });
        svg.get(from..to).ok_or(cut)
    };
    let start_tag = part(root.span.start, root.span.end)?;
    let mut out = part(0, root.span.start)?.to_owned();
    if root.is_empty {
        // `<svg/>` becomes `<svg>…</svg>`.
        let open = start_tag.trim_end_matches('>').trim_end_matches('/');
        let name = open.trim_start_matches('<');
        let name = name.split(|c: char| c.is_ascii_whitespace()).next();
        out += &format!("{open}>{element}</{}>", name.unwrap_or("svg"));
    } else {
        out += start_tag;
        out += &element;
    }
    let mut at = root.span.end;
    for span in earlier {
        out += part(at, span.start)?;
        at = span.end;
    }
    out += part(at, svg.len())?;
    within(bounds.file_bytes, out.into_bytes())
}

fn element(subject: &Subject<'_>, is_ascii_alone: bool) -> Result<String, NotBaked> {
    let (name, prefix) = match subject.vocabulary() {
        Vocabulary::Clr2 => ("clr:credential", "clr"),
        Vocabulary::OpenBadges => ("openbadges:assertion", "openbadges"),
        Vocabulary::OpenBadges3 => ("openbadges:credential", "openbadges"),
    };
    let namespace = subject.vocabulary().namespace();
    let start = format!("<{name} xmlns:{prefix}=\"{namespace}\"");
    Ok(if subject.is_line {
        // Neither has a quote or an angle bracket in it; white space around it would be lost.
        let line = subject.text.replace('&', "&amp;").replace('\n', "&#10;");
        let line = line.replace('\r', "&#13;").replace('\t', "&#9;");
        format!("{start} verify=\"{line}\"/>")
    } else {
        format!(
            "{start}>{}</{name}>",
            character_data(subject.text, is_ascii_alone)?
        )
    })
}

/// The text as CDATA, with what cannot stand there between its sections: its own end, and carriage
/// returns, which an XML reader makes line feeds (XML 1.0, sections 2.7 and 2.11). In a picture that
/// is in another encoding than UTF-8, what is not ASCII is given by its number too.
fn character_data(text: &str, is_ascii_alone: bool) -> Result<String, NotBaked> {
    let is_not_xml = |c: &char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    if let Some(character) = text.chars().find(is_not_xml) {
        return Err(NotBaked::Character { character });
    }
    let text = text.replace("]]>", "]]]]><![CDATA[>");
    let has_number = |c: char| c == '\r' || (is_ascii_alone && !c.is_ascii());
    let text: String = text
        .split_inclusive(has_number)
        .map(|part| match part.char_indices().next_back() {
            Some((at, last)) if has_number(last) => {
                let before = part.get(..at).unwrap_or_default();
                format!("{before}]]>&#{};<![CDATA[", u32::from(last))
            }
            _ => part.to_owned(),
        })
        .collect();
    Ok(format!("<![CDATA[{text}]]>"))
}
