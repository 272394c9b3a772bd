//! The code that puts a badge on another page.

use super::checking_page::FileSource;
use super::html::escaped;
use crate::percent_encoding::percent_encoded;

/// The script that defines the element, in the folder of Assay's page.
pub const ELEMENT_SCRIPT: &str = "assay.js";

/// Makes a frame as high as what it shows. Only a frame's own window is heard, and a height is kept to
/// what a card can have, so that a frame can neither vanish nor push away the rest of the page.
const LISTENER: &str = r#"<script>
  addEventListener("message", ({ source, data }) => {
    const height = data?.type === "assay-height" ? Number(data.height) : 0;
    for (const frame of document.querySelectorAll("iframe")) {
      if (height > 0 && frame.contentWindow === source) {
        frame.style.height = `${Math.min(Math.max(height, 24), 6000)}px`;
      }
    }
  });
</script>"#;

/// A badge on another page: which, and how it is to look.
#[derive(Clone, Debug)]
pub struct Embedding<'a> {
    /// The address of the folder of Assay's page, with a slash at its end.
    pub page: &'a str,
    pub file: FileSource<'a>,
    /// Whether the file is a picture, which can stand in for the card.
    pub is_picture: bool,
    /// What the badge is called.
    pub name: &'a str,
    /// The layout's name; None for the usual one.
    pub layout: Option<&'a str>,
    /// The height of a frame in that layout, in CSS pixels, where nobody hears what the frame tells.
    pub height: u32,
    /// `light` or `dark`; None for what the page around it has.
    pub color_scheme: Option<&'a str>,
    pub is_sample: bool,
}

impl Embedding<'_> {
    /// Code with the element, and in it what a reader without JavaScript sees. None for a file that has no
    /// address.
    #[must_use]
    pub fn element(&self) -> Option<String> {
        let FileSource::At(file) = self.file else {
            return None;
        };
        let (page, file, name) = (escaped(self.page), escaped(file), escaped(self.name));
        let layout = attribute("layout", self.layout);
        let sample = if self.is_sample { " sample" } else { "" };
        let scheme = self.color_scheme.map(|it| format!("color-scheme: {it}"));
        let style = attribute("style", scheme.as_deref());
        let fallback = match self.is_picture {
            true => format!("<img src=\"{file}\" alt=\"{name}\">"),
            false => format!("<a href=\"{file}\">{name}</a>"),
        };
        Some(format!(
            "<script type=\"module\" src=\"{page}{ELEMENT_SCRIPT}\"></script>\n\n\
             <assay-badge src=\"{file}\"{layout}{sample}{style}>\n  {fallback}\n</assay-badge>"
        ))
    }

    /// Code with a frame, and the script that tells it its height. None for a file without an address that
    /// is too large to be carried in the frame's own.
    ///
    /// `title` names the frame for those who can't see it.
    #[must_use]
    pub fn frame(&self, title: &str) -> Option<String> {
        let part = |name: &str, value: Option<&str>| {
            value.map_or_else(String::new, |value| {
                format!("{name}={}&", percent_encoded(value))
            })
        };
        let query = format!(
            "embed&{}{}{}",
            part("layout", self.layout),
            part("color-scheme", self.color_scheme),
            if self.is_sample { "sample&" } else { "" },
        );
        let address = escaped(&self.file.address(self.page, &query)?);
        let (title, height) = (escaped(title), self.height);
        let scheme = self.color_scheme.map(|it| format!("; color-scheme: {it}"));
        let scheme = scheme.unwrap_or_default();
        Some(format!(
            "<iframe title=\"{title}\" src=\"{address}\" width=\"100%\" height=\"{height}\" \
             style=\"border: 0{scheme}\" loading=\"lazy\" allow=\"clipboard-write\"></iframe>\n\
             {LISTENER}"
        ))
    }
}

fn attribute(name: &str, value: Option<&str>) -> String {
    value.map_or_else(String::new, |value| {
        format!(" {name}=\"{}\"", escaped(value))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAME: &str = r#"Weld "hot" & <cold>"#;

    fn embedding(file: FileSource<'static>) -> Embedding<'static> {
        Embedding {
            page: "https://assay.example/",
            file,
            is_picture: false,
            name: NAME,
            layout: None,
            height: 400,
            color_scheme: None,
            is_sample: false,
        }
    }

    fn frame_tag(code: &str) -> &str {
        code.split_once('\n').unwrap().0
    }

    #[test]
    fn an_element_with_a_link_for_readers_without_scripts() {
        let file = FileSource::At("https://a.example/b.json?c=1&d=\"2\"");
        assert_eq!(
            embedding(file).element().unwrap(),
            "<script type=\"module\" src=\"https://assay.example/assay.js\"></script>\n\
             \n\
             <assay-badge src=\"https://a.example/b.json?c=1&amp;d=&quot;2&quot;\">\n  \
             <a href=\"https://a.example/b.json?c=1&amp;d=&quot;2&quot;\">\
             Weld &quot;hot&quot; &amp; &lt;cold&gt;</a>\n\
             </assay-badge>"
        );
    }

    #[test]
    fn a_sample_in_a_picture_in_the_dark() {
        let embedding = Embedding {
            is_picture: true,
            layout: Some("compact"),
            color_scheme: Some("dark"),
            is_sample: true,
            ..embedding(FileSource::At("https://a.example/b.png"))
        };
        let code = embedding.element().unwrap();
        let element = code.split_once("\n\n").unwrap().1;
        assert_eq!(
            element,
            "<assay-badge src=\"https://a.example/b.png\" layout=\"compact\" sample \
             style=\"color-scheme: dark\">\n  \
             <img src=\"https://a.example/b.png\" alt=\"Weld &quot;hot&quot; &amp; &lt;cold&gt;\">\n\
             </assay-badge>"
        );
        assert_eq!(
            frame_tag(&embedding.frame("A badge: \"x\"").unwrap()),
            "<iframe title=\"A badge: &quot;x&quot;\" src=\"https://assay.example/?embed&amp;\
             layout=compact&amp;color-scheme=dark&amp;sample&amp;url=https%3A%2F%2Fa.example%2Fb.png\" \
             width=\"100%\" height=\"400\" style=\"border: 0; color-scheme: dark\" loading=\"lazy\" \
             allow=\"clipboard-write\"></iframe>"
        );
    }

    #[test]
    fn a_file_without_an_address_is_carried_by_a_frame_alone() {
        let carried = embedding(FileSource::Carried(b"{}"));
        assert_eq!(carried.element(), None);
        let code = carried.frame("A badge").unwrap();
        assert!(
            code.contains(" src=\"https://assay.example/?embed#badge=e30\" "),
            "{code}"
        );
        let large = embedding(FileSource::Carried(&[b' '; 100_000]));
        assert_eq!(large.frame("A badge"), None);
    }
}
