//! What page and workers say to each other.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::File;

use crate::present::Stamp;
use crate::present::batch::{Place, Row, RowIssuer, Says};
use crate::report::Verdict;

/// What a worker tells: rows with their places, and how many files are done with them.
#[derive(Default)]
pub struct Answered {
    pub rows: Vec<(Place, Row)>,
    pub files: usize,
}

const STAMPS: [Stamp; 3] = [Stamp::Solid, Stamp::Outline, Stamp::Struck];

/// The program and what is known, for a worker to begin with.
pub fn beginning(module: &JsValue, known: &Array) -> Object {
    object(&[("module", module), ("known", known)])
}

/// Files for a worker, each with its number.
pub fn files<'a>(files: impl Iterator<Item = (usize, &'a File)>) -> Object {
    let files: Array = files
        .map(|(number, file)| Array::of2(&number.into(), file))
        .collect();
    object(&[("files", &files)])
}

fn object(members: &[(&str, &JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in members {
        // A new object takes every member.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}

/// The files of [`files`].
pub fn unpack_files(files: &Array) -> Vec<(usize, File)> {
    let files = files.iter().filter_map(|pair| {
        let pair: Array = pair.dyn_into().ok()?;
        Some((number(&pair, 0)?, pair.get(1).dyn_into().ok()?))
    });
    files.collect()
}

pub fn pack(answered: &Answered) -> Array {
    let packed = Array::of1(&answered.files.into());
    for (place, row) in &answered.rows {
        packed.push(&pack_row(*place, row));
    }
    packed
}

/// None for what no worker of ours says.
pub fn unpack(message: &JsValue) -> Option<Answered> {
    let message: &Array = message.dyn_ref()?;
    let rows = message.iter().skip(1);
    Some(Answered {
        rows: rows.map(|row| unpack_row(&row)).collect::<Option<_>>()?,
        files: number(message, 0)?,
    })
}

fn pack_row(place: Place, row: &Row) -> Array {
    let verdict = Verdict::ALL.iter().position(|it| *it == row.verdict);
    // Digits of base three.
    let marks = row.marks.map(|marks| {
        let digit = |stamp| STAMPS.iter().position(|it| *it == stamp);
        let digits = marks.map(|stamp| digit(stamp).unwrap_or_default());
        digits.iter().fold(0, |number, digit| number * 3 + digit)
    });
    let packed: Array = [
        place.file.into(),
        place.member.into(),
        verdict.unwrap_or_default().into(),
        marks.map_or(JsValue::NULL, JsValue::from),
        row.could_ask.into(),
    ]
    .iter()
    .collect();
    match &row.says {
        Says::Sentence(sentence) => {
            packed.push(&sentence.into());
        }
        Says::Badge { name, issuer } => {
            packed.push(&name.into());
            match issuer {
                RowIssuer::Listed(name) => {
                    packed.push(&name.into());
                }
                RowIssuer::SelfNamed { name, id } => {
                    let text =
                        |text: &Option<String>| text.as_ref().map_or(JsValue::NULL, Into::into);
                    packed.push(&text(name));
                    packed.push(&text(id));
                }
            }
        }
    }
    packed
}

fn unpack_row(row: &JsValue) -> Option<(Place, Row)> {
    let row: &Array = row.dyn_ref()?;
    let text = |index| row.get(index).as_string();
    let says = match row.length() {
        6 => Says::Sentence(text(5)?),
        7 => Says::Badge {
            name: text(5)?,
            issuer: RowIssuer::Listed(text(6)?),
        },
        _ => Says::Badge {
            name: text(5)?,
            issuer: RowIssuer::SelfNamed {
                name: text(6),
                id: text(7),
            },
        },
    };
    let marks = number(row, 3).map(|number| {
        let stamp = |value: usize| STAMPS.into_iter().nth(number / value % 3);
        [27, 9, 3, 1].map(|value| stamp(value).unwrap_or(Stamp::Outline))
    });
    let place = Place {
        file: number(row, 0)?,
        member: number(row, 1)?,
    };
    let unpacked = Row {
        verdict: *Verdict::ALL.get(number(row, 2)?)?,
        marks,
        says,
        could_ask: row.get(4).is_truthy(),
    };
    Some((place, unpacked))
}

/// A whole number of ours.
fn number(array: &Array, index: u32) -> Option<usize> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a number that this program has written"
    )]
    let number = array.get(index).as_f64()? as usize;
    Some(number)
}
