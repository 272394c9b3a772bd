//! What a document says, member for member, where no model of ours is made for it.

use serde_json::Value;

use super::Text;
use super::read::list;

/// One member: its name, and what it says.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Row {
    /// As the document has it, cut to 1,000 letters.
    pub name: String,
    pub value: RowValue,
}

/// What a member says.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum RowValue {
    /// More than is read.
    LeftOut,
    /// The members of an object.
    Rows(Vec<Row>),
    /// A text, cut to 1,000 letters with "…" behind it.
    Text(Text),
}

/// Rows of one credential. The fullest example of SD-JWT VC (appendix A, a person's identification
/// data) has about 30, the Commission's fullest example of a European Digital Credential 82.
const MOST_ROWS: usize = 500;

/// Objects inside one another. The same examples nest 2 and 4 deep; a card has no room for more.
const DEEPEST: usize = 8;

/// Letters of one text, a long paragraph's. The card's rows are not made for longer ones.
const LONGEST_TEXT: usize = 1_000;

type Member<'a> = (&'a String, &'a Value);

/// Reads rows of one credential.
pub(super) struct RowReader {
    /// What a value is in a text; None for one whose members are rows of their own.
    pub text: fn(&Value) -> Option<Text>,
    /// Whether a member, in whichever object, is shown elsewhere or is no content.
    pub is_skipped: fn(&str) -> bool,
    rows_left: usize,
}

impl RowReader {
    pub fn new(text: fn(&Value) -> Option<Text>, is_skipped: fn(&str) -> bool) -> Self {
        Self {
            text,
            is_skipped,
            rows_left: MOST_ROWS,
        }
    }

    /// The rows of an object's members, those of objects in it inside them; several values of a member
    /// are as many rows.
    pub fn rows<'a>(&mut self, members: impl IntoIterator<Item = Member<'a>>) -> Vec<Row> {
        self.rows_at(members.into_iter().collect(), DEEPEST)
    }

    fn rows_at(&mut self, members: Vec<Member<'_>>, levels_left: usize) -> Vec<Row> {
        let mut rows = Vec::new();
        // What something is called comes before what is said of it.
        let is_title = |(name, _): &Member<'_>| matches!(name.as_str(), "name" | "title");
        let (titles, others): (Vec<_>, Vec<_>) = members.into_iter().partition(is_title);
        for (name, value) in titles.into_iter().chain(others) {
            if (self.is_skipped)(name) {
                continue;
            }
            for value in items(value) {
                if self.rows_left == 0 {
                    return rows;
                }
                self.rows_left -= 1;
                let value = match self.rows_left {
                    0 => Some(RowValue::LeftOut),
                    _ => self.value(value, levels_left),
                };
                let name = shortened(name);
                rows.extend(value.map(|value| Row { name, value }));
            }
        }
        rows
    }

    /// None for what says nothing.
    fn value(&mut self, value: &Value, levels_left: usize) -> Option<RowValue> {
        if let Some(text) = (self.text)(value) {
            let value = shortened(&text.value);
            let is_there = !value.trim().is_empty();
            return is_there.then_some(RowValue::Text(Text { value, ..text }));
        }
        let members = value.as_object()?;
        let Some(levels_left) = levels_left.checked_sub(1) else {
            return Some(RowValue::LeftOut);
        };
        let rows = self.rows_at(members.into_iter().collect(), levels_left);
        (!rows.is_empty()).then_some(RowValue::Rows(rows))
    }
}

/// The values of a member, those of lists in lists among them.
fn items(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(values) => values.iter().flat_map(items).collect(),
        other => list(Some(other)),
    }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST_TEXT) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::credential::read::literal;
    use serde_json::json;

    fn rows(document: &Value) -> Vec<Row> {
        RowReader::new(literal, |_| false).rows(document.as_object().unwrap())
    }

    fn text(name: &str, value: &str) -> Row {
        let value = value.to_owned();
        Row {
            name: name.into(),
            value: RowValue::Text(Text {
                value,
                language: None,
            }),
        }
    }

    #[test]
    fn every_value_is_a_row_and_what_is_empty_none() {
        let document = json!({
            "a": ["x", 1.50, [true, ["y"]]], "b": {"c": "z"}, "d": null, "e": {}, "f": " ", "g": [],
        });
        let inner = Row {
            name: "b".into(),
            value: RowValue::Rows(vec![text("c", "z")]),
        };
        let expected = ["x", "1.5", "true", "y"].map(|value| text("a", value));
        let expected = [expected.to_vec(), vec![inner]].concat();
        assert_eq!(rows(&document), expected);
    }

    #[test]
    fn a_name_comes_first() {
        let document = json!({"a": "x", "title": "y", "name": "z"});
        let expected = [text("name", "z"), text("title", "y"), text("a", "x")];
        assert_eq!(rows(&document), expected);
    }

    #[test]
    fn what_is_too_much_is_left_out_and_that_is_told() {
        let many = json!({"a": vec!["x"; MOST_ROWS + 1]});
        let many = rows(&many);
        assert_eq!(many.len(), MOST_ROWS);
        let value = |row: &Row| row.value.clone();
        assert_eq!(many.last().map(value), Some(RowValue::LeftOut));

        let long = rows(&json!({"a": "é".repeat(LONGEST_TEXT + 1)}));
        assert_eq!(long, [text("a", &format!("{}…", "é".repeat(LONGEST_TEXT)))]);

        let mut deep = json!("x");
        for _ in 0..DEEPEST + 2 {
            deep = json!({ "a": deep });
        }
        let deep = format!("{:?}", rows(&deep));
        assert!(deep.contains("LeftOut"), "{deep}");
    }
}
