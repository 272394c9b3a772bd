//! Texts in code that people copy.

/// A text as HTML writes it, in an attribute's value too (HTML, section 13.1.2.3).
///
/// ```
/// use assay::present::escaped;
/// assert_eq!(escaped(r#"<b title="1 & 2">"#), "&lt;b title=&quot;1 &amp; 2&quot;&gt;");
/// ```
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_that_ends_an_attribute_or_begins_a_tag() {
        let hostile = "\"><script>alert('1')</script>&lt;é\u{202e}\n";
        let escaped = escaped(hostile);
        assert!(!escaped.contains(['"', '\'', '<', '>']), "{escaped}");
        assert_eq!(
            escaped,
            "&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;lt;é\u{202e}\n"
        );
    }
}
