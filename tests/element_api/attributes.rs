//! The attributes that the classes observe, as a JavaScript module.

use assay::element::api::{ELEMENTS, Kind};

pub fn attributes() -> String {
    let mut text = "// Made by `cargo xtask element-api` from src/element/api.\n".to_owned();
    for element in ELEMENTS {
        let name = element.name.trim_start_matches("assay-").to_uppercase();
        text += &format!("\nexport const {name}_ATTRIBUTES = {{\n");
        let own = element.attributes.iter();
        for attribute in own.filter(|attribute| attribute.kind != Kind::Html) {
            let mut members = vec![format!("property: {:?}", attribute.property)];
            if attribute.kind == Kind::Boolean {
                members.push("isBoolean: true".into());
            }
            if attribute.renews {
                members.push("renews: true".into());
            }
            text += &format!("  {:?}: {{ {} }},\n", attribute.name, members.join(", "));
        }
        text += "};\n";
    }
    text
}
