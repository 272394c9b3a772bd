//! README's tables.

use std::fmt::Write as _;

use assay::element::api::{ELEMENTS, Element, Kind, Named};

const BEGIN: &str = "<!-- Made by `cargo xtask element-api`: -->\n";
const END: &str = "<!-- Up to here. -->\n";

/// README with the tables between its markers.
pub fn with_tables(readme: &str) -> String {
    let (before, rest) = readme.split_once(BEGIN).expect("a beginning");
    let (_, after) = rest.split_once(END).expect("an end");
    let tables: Vec<String> = ELEMENTS.into_iter().map(tables).collect();
    format!("{before}{BEGIN}\n{}\n{END}{after}", tables.join("\n"))
}

fn tables(element: &Element) -> String {
    let mut text = format!("`<{}>`: {}\n\n", element.name, element.doc);
    let mut table = |title: &str, rows: Vec<[String; 2]>| {
        if rows.is_empty() {
            return;
        }
        writeln!(text, "| {title} | |\n| --- | --- |").unwrap();
        for [name, doc] in rows {
            writeln!(text, "| {name} | {doc} |").unwrap();
        }
        text.push('\n');
    };
    let attributes = element.attributes.iter().map(|attribute| {
        let values = match attribute.kind {
            Kind::Choice(values) => {
                let values: Vec<String> = values.iter().map(|value| code(value)).collect();
                format!("{}. ", values.join(", "))
            }
            _ => String::new(),
        };
        let default = match attribute.kind {
            Kind::Boolean => String::new(),
            Kind::Choice(_) => format!(" Default: `{}`.", attribute.default),
            _ => format!(" Default: {}.", attribute.default),
        };
        [
            code(attribute.name),
            format!("{values}{}{default}", attribute.doc),
        ]
    });
    table("attribute", attributes.collect());
    let properties = element.properties.iter().map(|property| {
        let readonly = if property.is_readonly {
            ""
        } else {
            " (to set)"
        };
        [
            format!("{}{readonly}", code(property.name)),
            property.doc.into(),
        ]
    });
    table("property", properties.collect());
    let methods = element.methods.iter();
    let methods = methods.map(|method| [format!("`{}()`", method.name), method.doc.into()]);
    table("method", methods.collect());
    let events = element.events.iter().map(|event| {
        let members: Vec<String> = event.members.iter().map(|(name, _)| code(name)).collect();
        let detail = format!("`detail` has {}.", members.join(", "));
        [code(event.name), format!("{} {detail}", event.doc)]
    });
    table("event", events.collect());
    let named = |named: &[Named], name: fn(&str) -> String| {
        let row = |it: &Named| [name(it.name), it.doc.to_owned()];
        named.iter().map(row).collect()
    };
    table(
        "state",
        named(element.states, |name| format!("`:state({name})`")),
    );
    table(
        "slot",
        named(element.slots, |name| match name {
            "" => "(without a name)".into(),
            name => code(name),
        }),
    );
    table(
        "part",
        named(element.parts, |name| format!("`::part({name})`")),
    );
    let css_properties = element.css_properties.iter().map(|property| {
        let default = format!(" Default: {}.", property.default);
        [code(property.name), format!("{}{default}", property.doc)]
    });
    table("CSS property", css_properties.collect());
    text.trim_end().to_owned() + "\n"
}

fn code(text: &str) -> String {
    format!("`{text}`")
}
