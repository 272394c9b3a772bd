//! Credentials of every odd kind, made from bytes: terms of the bundled contexts where they are defined
//! and where they are not, and values of every form.

use assay::jsonld::contexts::urls;
use assay::jsonld::{ContextChoice, choices};
use serde_json::{Map, Value, json};

const V2: &str = "https://www.w3.org/ns/credentials/v2";
const V1: &str = "https://www.w3.org/2018/credentials/v1";

/// How deep objects go.
const DEEPEST: usize = 5;

/// A document with the published forms of its contexts that it is to be read under.
pub fn credential(bytes: &[u8]) -> (Map<String, Value>, ContextChoice) {
    let mut generator = Generator {
        bytes: bytes.iter(),
        terms: Map::new(),
    };
    let contexts = generator.contexts();
    let all = choices(&contexts, 16);
    let choice = all[generator.below(all.len())].clone();
    for snapshot in choice.snapshots() {
        let document: Value = serde_json::from_str(snapshot.json).unwrap();
        if let Value::Object(terms) = &document["@context"] {
            generator.terms.extend(terms.clone());
        }
    }
    let root = generator.terms.clone();
    let mut document = generator.object(&root, 0);
    document.insert("@context".into(), json!(contexts));
    (document, choice)
}

/// Whether a graph can state it.
fn says_something(value: &Value) -> bool {
    value.as_object().is_some_and(|object| {
        let is_value = object.contains_key("@value");
        !is_value && (object.is_empty() || object.keys().any(|name| name != "id"))
    })
}

struct Generator<'b> {
    bytes: std::slice::Iter<'b, u8>,
    /// What all contexts define at their top.
    terms: Map<String, Value>,
}

impl Generator<'_> {
    /// The next byte; zeros when all are used, which end everything soon.
    fn byte(&mut self) -> usize {
        self.bytes.next().copied().unwrap_or(0).into()
    }

    fn below(&mut self, count: usize) -> usize {
        let number = self.byte();
        let number = if count > 256 {
            number << 8 | self.byte()
        } else {
            number
        };
        number % count.max(1)
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.byte() % count == count - 1
    }

    fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    fn contexts(&mut self) -> Vec<String> {
        let all: Vec<&str> = urls().collect();
        let first = if self.one_in(3) { V1 } else { V2 };
        let mut contexts = vec![first.to_owned()];
        for _ in 0..self.below(4) {
            let url = (*self.pick(&all)).to_owned();
            if !contexts.contains(&url) {
                contexts.push(url);
            }
        }
        contexts
    }

    /// An object whose members are, most of them, terms of `scope` or of its own types.
    fn object(&mut self, scope: &Map<String, Value>, depth: usize) -> Map<String, Value> {
        let mut object = Map::new();
        let mut scope = scope.clone();
        let types = self.types();
        for name in types.as_array().into_iter().flatten().chain([&types]) {
            let definition = name.as_str().and_then(|name| self.terms.get(name));
            if let Some(Value::Object(own)) = definition.and_then(|term| term.get("@context")) {
                scope.extend(own.clone());
            }
        }
        if !self.one_in(6) {
            object.insert("type".into(), types);
        }
        if self.one_in(2) {
            object.insert("id".into(), json!(self.identifier()));
        }
        let names: Vec<&String> = scope.keys().filter(|name| !name.starts_with('@')).collect();
        for _ in 0..self.below(6) {
            let name = match self.byte() {
                0..=7 => "undefined".to_owned(),
                8..=11 => "someOther".to_owned(),
                _ if names.is_empty() => continue,
                _ => (*self.pick(&names)).clone(),
            };
            // A class is a term with a context of its own.
            let is_class = name.starts_with(|first: char| first.is_uppercase());
            if is_class || matches!(name.as_str(), "id" | "type") || name.contains(':') {
                continue;
            }
            let own = scope.get(&name).and_then(|term| term.get("@context"));
            let value = match own {
                // `oxjsonld` 0.2 applies a term's own context on top of that of the object's type, where
                // the standard takes this one back first; one node further in it has lost it.
                Some(Value::Object(own)) => {
                    let names: Vec<String> = own.keys().cloned().collect();
                    self.flat(&names)
                }
                _ => {
                    let terms = self.terms.clone();
                    self.value(&terms, depth + 1)
                }
            };
            // `oxjsonld` 0.2 puts objects into graphs of their own, and not references.
            let is_graph = matches!(name.as_str(), "proof" | "verifiableCredential");
            if !is_graph || says_something(&value) {
                object.insert(name, value);
            }
        }
        // `oxjsonld` 0.2 takes what has an identifier and types for no more than a reference.
        if object
            .keys()
            .all(|name| matches!(name.as_str(), "id" | "type"))
            && object.len() > 1
        {
            object.remove("id");
        }
        object
    }

    /// A text, or an object with texts, none of which has a term or a prefix in it.
    fn flat(&mut self, names: &[String]) -> Value {
        let texts = [
            "",
            "text",
            "https://example.org/a?b#c",
            "did:key:z6Mk",
            "#x",
        ];
        let mut object = Map::new();
        for _ in 0..self.below(4) {
            let name = self.pick(names).clone();
            if !matches!(name.as_str(), "id" | "type") && !name.starts_with('@') {
                object.insert(name, json!(self.pick(&texts)));
            }
        }
        match self.one_in(2) {
            true => json!(self.text()),
            false => Value::Object(object),
        }
    }

    /// At most one with a context of its own: `oxjsonld` 0.2 applies only the last of several.
    fn types(&mut self) -> Value {
        let classes = self.terms.iter();
        let classes: Vec<String> = classes
            .filter(|(name, _)| name.starts_with(|first: char| first.is_uppercase()))
            .map(|(name, _)| name.clone())
            .collect();
        let mut types: Vec<Value> = Vec::new();
        for _ in 0..self.below(4) {
            let name = match self.byte() {
                0..=5 => "Undefined".to_owned(),
                6..=9 => self.text(),
                _ if classes.is_empty() => continue,
                _ => self.pick(&classes).clone(),
            };
            let has_context = |name: &str| {
                let term = self.terms.get(name);
                term.is_some_and(|term| term.get("@context").is_some())
            };
            let mut others = types.iter().filter_map(Value::as_str);
            if !has_context(&name) || !others.any(has_context) {
                types.push(json!(name));
            }
        }
        match types.as_slice() {
            [single] if self.one_in(2) => single.clone(),
            _ => json!(types),
        }
    }

    fn value(&mut self, scope: &Map<String, Value>, depth: usize) -> Value {
        if depth >= DEEPEST {
            return json!(self.text());
        }
        match self.byte() % 16 {
            0..=4 => Value::Object(self.object(scope, depth)),
            5 | 6 => {
                let count = self.below(4);
                (0..count).map(|_| self.value(scope, depth + 1)).collect()
            }
            7 => self.number(),
            8 => json!(self.one_in(2)),
            9 => Value::Null,
            10 => self.value_object(),
            11 => json!({"a": self.number(), "Z": [self.text(), null, {}], "\u{e9}": self.text()}),
            12 => json!({ "id": self.identifier() }),
            _ => json!(self.text()),
        }
    }

    /// Numbers with one form, whether one writes them by 15 digits or by as few as tell them apart.
    fn number(&mut self) -> Value {
        let numbers = [
            json!(0),
            json!(-0.0),
            json!(1),
            json!(-42),
            json!(3.0),
            json!(2.5),
            json!(-0.001),
            json!(1e19),
            json!(1e21),
            json!(123_456.789),
            json!(1e-7),
            json!(9_007_199_254_740_991_u64),
        ];
        self.pick(&numbers).clone()
    }

    fn text(&mut self) -> String {
        let texts = [
            "",
            "text",
            "line\nbreak \"quoted\" \\ \u{7f}\u{1}\u{e9}\u{1f600}",
            "https://example.org/a?b#c",
            "https://example.org/\u{e9}",
            "urn:uuid:6b84b429-31ee-4dac-9d20-e5c55881f80e",
            "did:key:z6Mk",
            "relative/reference",
            "#fragment",
            "//host/path",
            "https://exa mple.org/",
            "not a reference",
            "_:label",
            "@id",
            "@",
            "id",
            "type",
            "name",
            "Achievement",
            "assertionMethod",
            "VerifiableCredential",
            "xsd:dateTime",
            "schema:name",
            "2024-01-01T00:00:00Z",
            ":",
            "a:",
            ":b",
            "%zz",
        ];
        (*self.pick(&texts)).to_owned()
    }

    /// Where a node's name is none, `judge` sees nothing that is said of it.
    fn identifier(&mut self) -> &'static str {
        let identifiers = [
            "",
            "https://example.org/a?b#c",
            "https://example.org/\u{e9}",
            "urn:uuid:6b84b429-31ee-4dac-9d20-e5c55881f80e",
            "did:key:z6Mk",
            "relative/reference",
            "#fragment",
            "//host/path",
            "name",
            "VerifiableCredential",
            "xsd:dateTime",
            "a:",
        ];
        self.pick::<&str>(&identifiers)
    }

    fn value_object(&mut self) -> Value {
        let mut object = Map::new();
        let value = match self.byte() % 6 {
            0 => Value::Null,
            1 => self.number(),
            2 => json!(true),
            _ => json!(self.text()),
        };
        let is_null = value.is_null();
        object.insert("@value".into(), value);
        // `oxjsonld` 0.2 refuses null in a language or of a type, which is nothing.
        if is_null {
            return Value::Object(object);
        }
        if self.one_in(3) {
            let tags = ["en", "DE-at", "zh-Hant-TW", "no tag", ""];
            object.insert("@language".into(), json!(self.pick(&tags)));
        }
        let is_typed = self.one_in(3);
        if is_typed {
            // `oxjsonld` 0.2 passes over a type that is like a keyword.
            object.insert("@type".into(), json!(self.text().trim_start_matches('@')));
        }
        // `oxjsonld` 0.2 lets a type and a direction stand together.
        if self.one_in(5) && !is_typed {
            let directions = ["ltr", "rtl", "up"];
            object.insert("@direction".into(), json!(self.pick(&directions)));
        }
        Value::Object(object)
    }
}
