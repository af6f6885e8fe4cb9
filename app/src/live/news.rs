//! What the server says to a page that listens: parts of it, in HTML, and where they stand.

use std::fmt::Write as _;

/// One message, made of parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct News(String);

impl News {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// An element with an id, which takes the place of the one that has it.
    pub fn part(&mut self, html: &str) {
        self.0.push_str(html);
    }

    /// Elements of these ids stand in `inside`, in this order; those that stood there and are not named go.
    pub fn order<'i>(&mut self, inside: &str, ids: impl IntoIterator<Item = &'i str>) {
        let ids = ids.into_iter().collect::<Vec<_>>().join(" ");
        let _ = write!(self.0, r#"<i data-dans="{inside}" data-ordre="{ids}"></i>"#);
    }

    /// On one line, as a stream of events wants it.
    pub fn into_line(self) -> String {
        self.0.replace(['\r', '\n'], " ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_one_line_of_html() {
        let mut news = News::default();
        assert!(news.is_empty());
        news.part("<p id=\"a\">\nla loutre\n</p>");
        news.order("places", ["b", "a"]);
        assert_eq!(
            news.into_line(),
            r#"<p id="a"> la loutre </p><i data-dans="places" data-ordre="b a"></i>"#
        );
    }
}
