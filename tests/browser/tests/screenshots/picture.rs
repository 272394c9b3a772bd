//! Pictures: read, compared and written, in as few bytes as their purpose allows.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::path::Path;

use anyhow::Context as _;
use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Transformations};

/// Red, green and blue.
type Colour = [u8; 3];

/// How far two colours of one pixel may be apart in red, green or blue: a reviewed picture has fewer
/// colours than the screen.
const TOLERANCE: u8 = 56;
/// So many pixels may be farther apart: the edges of letters are drawn with a little chance.
const FEW_PIXELS: usize = 12;
/// A colour of one pixel in so many is the ground's or a text's, and not a mixture at an edge.
const FLAT: usize = 400;
/// How many colours a written picture has, and how far they are apart at least, as squares.
const COLOURS: usize = 16;
const APART: u32 = 40 * 40;

/// A picture without transparency.
pub struct Picture {
    width: u32,
    pixels: Vec<Colour>,
}

/// In what two pictures differ.
pub struct Difference {
    /// In words.
    pub what: String,
    /// The new picture, pale, with red where it differs.
    pub picture: Picture,
}

impl Picture {
    /// Reads a file.
    pub fn read(file: &Path) -> anyhow::Result<Self> {
        let context = || format!("the picture {}", file.display());
        Self::from_png(&std::fs::read(file).with_context(context)?).with_context(context)
    }

    /// Reads a PNG file's bytes.
    pub fn from_png(bytes: &[u8]) -> anyhow::Result<Self> {
        let mut decoder = Decoder::new(std::io::Cursor::new(bytes));
        decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
        let mut reader = decoder.read_info()?;
        let mut samples = vec![0; reader.output_buffer_size().context("too large")?];
        let frame = reader.next_frame(&mut samples)?;
        let pixels = match frame.color_type {
            ColorType::Rgb => samples.chunks_exact(3),
            ColorType::Rgba => samples.chunks_exact(4),
            other => anyhow::bail!("{other:?} in place of red, green and blue"),
        };
        Ok(Self {
            width: frame.width,
            pixels: pixels.map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect(),
        })
    }

    /// The bytes of a PNG file with a small palette.
    pub fn to_png(&self) -> anyhow::Result<Vec<u8>> {
        let palette = self.palette();
        let mut places = HashMap::new();
        let mut place = |colour: &Colour| {
            *places
                .entry(*colour)
                .or_insert_with(|| nearest(&palette, *colour))
        };
        // Two pixels a byte, rows filled up.
        let rows = self.pixels.chunks(self.width.max(1) as usize);
        let indices: Vec<u8> = rows
            .flat_map(|row| row.chunks(2))
            .map(|pair| match pair {
                [left, right] => place(left) << 4 | place(right),
                [last] => place(last) << 4,
                _ => 0,
            })
            .collect();
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, self.width, self.height());
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(BitDepth::Four);
        encoder.set_palette(palette.concat());
        encoder.set_compression(Compression::High);
        // Numbers of colours are unlike their neighbours' in no way that a filter could use.
        encoder.set_filter(png::Filter::NoFilter);
        encoder.write_header()?.write_image_data(&indices)?;
        Ok(bytes)
    }

    /// How it differs from the reviewed one, if it does so visibly.
    pub fn difference(&self, reviewed: &Self) -> Option<Difference> {
        let size = |picture: &Self| (picture.width, picture.height());
        if size(self) != size(reviewed) {
            return Some(Difference {
                what: format!("{:?} pixels in place of {:?}", size(self), size(reviewed)),
                picture: Self {
                    width: reviewed.width,
                    pixels: reviewed.pixels.clone(),
                },
            });
        }
        let pairs = self.pixels.iter().zip(&reviewed.pixels);
        let mut differing = 0;
        let pixels = pairs
            .map(|(new, old)| {
                let is_far = new.iter().zip(old).any(|(a, b)| a.abs_diff(*b) > TOLERANCE);
                differing += usize::from(is_far);
                if is_far {
                    [255, 0, 0]
                } else {
                    new.map(|level| 191 + level / 4)
                }
            })
            .collect();
        let known = reviewed.counts();
        let is_new = |colour: &&(Colour, usize)| !known.iter().any(|(known, _)| *known == colour.0);
        let unknown = self.counts();
        let unknown = unknown
            .iter()
            .take_while(|(_, count)| *count > self.pixels.len() / FLAT);
        let unknown: Vec<_> = unknown.filter(is_new).map(|(colour, _)| colour).collect();
        let differs = differing > FEW_PIXELS || !unknown.is_empty();
        differs.then(|| Difference {
            what: format!("{differing} pixels differ; new colours: {unknown:?}"),
            picture: Self {
                width: self.width,
                pixels,
            },
        })
    }

    fn height(&self) -> u32 {
        u32::try_from(self.pixels.len()).unwrap_or(u32::MAX) / self.width.max(1)
    }

    /// Its colours and how many pixels have each, the most frequent first.
    fn counts(&self) -> Vec<(Colour, usize)> {
        let mut counts: HashMap<Colour, usize> = HashMap::new();
        for pixel in &self.pixels {
            *counts.entry(*pixel).or_default() += 1;
        }
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_by_key(|(colour, count)| (Reverse(*count), *colour));
        counts
    }

    /// The colours that it has most of, and that are not much like a more frequent one.
    fn palette(&self) -> Vec<Colour> {
        let mut palette: Vec<Colour> = Vec::new();
        for (colour, count) in self.counts() {
            let is_flat = count > self.pixels.len() / FLAT;
            let is_like = |other: &Colour| distance(*other, colour) < APART;
            if palette.len() < COLOURS && (is_flat || !palette.iter().any(is_like)) {
                palette.push(colour);
            }
        }
        palette
    }
}

fn distance(one: Colour, other: Colour) -> u32 {
    let parts = one.iter().zip(other);
    parts.map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}

/// The place in the palette of the colour that is nearest to this one.
fn nearest(palette: &[Colour], colour: Colour) -> u8 {
    let nearest = palette
        .iter()
        .enumerate()
        .min_by_key(|(_, other)| distance(**other, colour));
    nearest
        .and_then(|(place, _)| u8::try_from(place).ok())
        .unwrap_or(0)
}
