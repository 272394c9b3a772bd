//! Where in a file a credential's text stands, and what was odd on the way to it.

use std::fmt;

/// The way to a credential's text, and what was odd about it.
///
/// Nothing here bears on the verdict: a signature protects the text, whatever carries it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Found {
    /// From the outermost container inwards; empty where the file is the credential's text.
    pub places: Vec<Place>,
    /// Each kind at most once.
    pub oddities: Vec<Oddity>,
}

impl Found {
    /// No place of its own, as a credential in a record has none.
    pub(crate) const NOWHERE: Self = Self {
        places: Vec::new(),
        oddities: Vec::new(),
    };

    pub(super) fn add(&mut self, oddity: Oddity) {
        if !self.oddities.contains(&oddity) {
            self.oddities.push(oddity);
        }
    }

    /// The places as one text in technical terms, such as `badge.png, iTXt openbadgecredential`.
    #[must_use]
    pub fn path(&self) -> Option<String> {
        let places: Vec<String> = self.places.iter().map(Place::to_string).collect();
        (!places.is_empty()).then(|| places.join(", "))
    }
}

/// One container's place for a credential.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Place {
    /// A data: URL, with its media type.
    DataUrl { media_type: String },
    /// A chunk of text in a PNG.
    PngChunk { chunk: TextChunk, keyword: Keyword },
    /// An element in an SVG.
    SvgElement {
        vocabulary: Vocabulary,
        part: SvgPart,
    },
    /// A file in a ZIP; the name is cleaned, for showing, and is no path.
    ZipEntry { name: String },
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DataUrl { media_type } => write!(formatter, "data:{media_type}"),
            Self::PngChunk { chunk, keyword } => {
                write!(formatter, "{} {}", chunk.code(), keyword.code())
            }
            Self::SvgElement { vocabulary, part } => {
                formatter.write_str(vocabulary.prefixed_element())?;
                match part {
                    SvgPart::Content => Ok(()),
                    SvgPart::Verify => formatter.write_str(" verify"),
                }
            }
            Self::ZipEntry { name } => formatter.write_str(name),
        }
    }
}

/// The kinds of PNG chunk that hold text (PNG, third edition, section 11.3.3).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum TextChunk {
    /// UTF-8, perhaps compressed.
    Itxt,
    /// Latin-1.
    Text,
    /// Latin-1, compressed.
    Ztxt,
}

impl TextChunk {
    /// The chunk's type as the standard writes it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Itxt => "iTXt",
            Self::Text => "tEXt",
            Self::Ztxt => "zTXt",
        }
    }
}

/// The keywords of baked PNGs.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Keyword {
    /// CLR 2.0.
    ClrCredential,
    /// Open Badges 3.0, section 5.3.
    OpenBadgeCredential,
    /// Open Badges before 3.0 (Baked Badges, version 2.0).
    OpenBadges,
}

impl Keyword {
    pub(super) const ALL: [Self; 3] = [
        Self::ClrCredential,
        Self::OpenBadgeCredential,
        Self::OpenBadges,
    ];

    /// The keyword itself.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::ClrCredential => "clrcredential",
            Self::OpenBadgeCredential => "openbadgecredential",
            Self::OpenBadges => "openbadges",
        }
    }
}

/// The XML namespaces of baked SVGs.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Vocabulary {
    /// CLR 2.0.
    Clr2,
    /// Open Badges before 3.0 (Baked Badges, version 2.0).
    OpenBadges,
    /// Open Badges 3.0, section 5.3.
    OpenBadges3,
}

impl Vocabulary {
    pub(super) const ALL: [Self; 3] = [Self::Clr2, Self::OpenBadges, Self::OpenBadges3];

    /// The namespace's name.
    #[must_use]
    pub fn namespace(self) -> &'static str {
        match self {
            Self::Clr2 => "https://purl.imsglobal.org/clr/v2p0",
            Self::OpenBadges => "http://openbadges.org",
            Self::OpenBadges3 => "https://purl.imsglobal.org/ob/v3p0",
        }
    }

    /// The element with the prefix that is customary.
    pub(super) fn prefixed_element(self) -> &'static str {
        match self {
            Self::Clr2 => "clr:credential",
            Self::OpenBadges => "openbadges:assertion",
            Self::OpenBadges3 => "openbadges:credential",
        }
    }
}

/// Where in its element an SVG has the text.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum SvgPart {
    Content,
    /// The attribute `verify`.
    Verify,
}

/// What was odd about a container, and did not keep the text from being read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Oddity {
    /// A checksum does not match; the container was changed or damaged.
    BadCrc,
    /// A name in a ZIP that would leave the folder it is unpacked in.
    ClimbingName,
    /// Broken off or malformed behind the credential's text.
    Damaged,
    /// Text that has to be UTF-8 and was read as Latin-1.
    NotUtf8,
    /// The same text is there several times.
    Repeated,
}

impl Oddity {
    /// The code in the report's contract.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::BadCrc => "bad-crc",
            Self::ClimbingName => "climbing-name",
            Self::Damaged => "damaged",
            Self::NotUtf8 => "not-utf8",
            Self::Repeated => "repeated",
        }
    }
}
