//! The samples' picture: an octagon with a ring and a star, drawn by distance.

use anyhow::Result;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

const SIDE: u32 = 160;
const GROUND: [f64; 3] = [14.0, 92.0, 92.0];
const MARK: [f64; 3] = [244.0, 236.0, 214.0];

/// A PNG as a data URL.
pub fn data_url() -> Result<String> {
    let mut pixels = Vec::new();
    for y in 0..SIDE {
        for x in 0..SIDE {
            pixels.extend(pixel(f64::from(x) + 0.5, f64::from(y) + 0.5));
        }
    }
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, SIDE, SIDE);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    encoder.write_header()?.write_image_data(&pixels)?;
    Ok(format!("data:image/png;base64,{}", STANDARD.encode(file)))
}

fn pixel(x: f64, y: f64) -> [u8; 4] {
    let half = f64::from(SIDE) / 2.0;
    let (x, y) = (x - half, y - half);
    let octagon = x.abs().max(y.abs()).max((x.abs() + y.abs()) / 2f64.sqrt());
    let radius = x.hypot(y);
    let ring = (radius - half * 0.72).abs() - half * 0.03;
    let angle = y.atan2(x) + std::f64::consts::FRAC_PI_2;
    let star = radius - half * (0.40 + 0.16 * (angle * 5.0).cos());
    let mark = coverage(ring.min(star));
    let colour = |index: usize| {
        let (ground, mark_colour) = (GROUND[index], MARK[index]);
        (ground + (mark_colour - ground) * mark).round() as u8
    };
    let opacity = coverage(octagon - half * 0.96) * 255.0;
    [colour(0), colour(1), colour(2), opacity.round() as u8]
}

/// How much of a pixel lies inside, given its distance from the edge.
fn coverage(distance: f64) -> f64 {
    (0.5 - distance).clamp(0.0, 1.0)
}
