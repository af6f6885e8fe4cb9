//! One style sheet out of the many files of `style/`: imports put in place, comments and blanks dropped, assets named.
//!
//! Used twice: by the build script, for the binary, and by the server in development, at each request. It is not a CSS
//! parser: it knows strings, comments and the one form of import that `style/main.css` is written with. The crates that
//! know the language are alphas or rewrite it; brotli does most of what they would gain.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The folder's `main.css` with each `@import "./x.css" layer(y);` replaced by the file it names, in its layer.
pub(crate) fn bundle(folder: &Path) -> Result<String, String> {
    let main = read(&folder.join("main.css"))?;
    let mut bundled = String::new();
    for line in main.lines() {
        if line.trim_start().starts_with("@import") {
            let import = Import::parse(line.trim())
                .ok_or_else(|| format!("style/main.css has an import that is not understood: {line}"))?;
            let text = read(&folder.join(import.file))?;
            if minify(&text).contains("@import") {
                return Err(format!("style/{} imports another file: only main.css may.", import.file));
            }
            match import.layer {
                Some(layer) => writeln!(bundled, "@layer {layer} {{\n{text}\n}}"),
                None => writeln!(bundled, "{text}"),
            }
            .map_err(|error| error.to_string())?;
        } else {
            bundled.push_str(line);
            bundled.push('\n');
        }
    }
    Ok(bundled)
}

/// The same rules without comments, nor blanks that mean nothing.
pub(crate) fn minify(css: &str) -> String {
    let mut rest = css;
    let mut small = Small::default();
    while let Some(next) = rest.chars().next() {
        let taken = match next {
            '/' if rest.starts_with("/*") => {
                small.separated = true;
                rest.find("*/").map_or(rest.len(), |end| end + 2)
            }
            '"' | '\'' => small.copy(rest, string(rest)),
            '\\' => small.copy(rest, 1 + rest[1..].chars().next().map_or(0, char::len_utf8)),
            'u' if unquoted_url(rest) => small.copy(rest, rest.find(')').map_or(rest.len(), |end| end + 1)),
            blank if blank.is_ascii_whitespace() => {
                small.separated = true;
                1
            }
            other => small.copy(rest, other.len_utf8()),
        };
        rest = &rest[taken..];
    }
    small.text
}

/// The same text where each `/assets/NAME` is replaced by the address `address` gives for NAME.
///
/// Fails on the first name for which there is none.
pub(crate) fn with_addresses(text: &str, address: impl Fn(&str) -> Option<String>) -> Result<String, String> {
    const ROOT: &str = "/assets/";
    let mut named = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(ROOT) {
        let (before, from) = rest.split_at(start);
        let after = &from[ROOT.len()..];
        let end =
            after.find(|c: char| !(c.is_ascii_alphanumeric() || "._-/".contains(c))).unwrap_or(after.len());
        let name = &after[..end];
        named.push_str(before);
        named.push_str(&address(name).ok_or_else(|| format!("{ROOT}{name} is not among the assets."))?);
        rest = &after[end..];
    }
    named.push_str(rest);
    Ok(named)
}

struct Import<'a> {
    file: &'a str,
    layer: Option<&'a str>,
}

impl<'a> Import<'a> {
    fn parse(line: &'a str) -> Option<Self> {
        let (file, tail) = line.strip_prefix("@import")?.trim_start().strip_prefix('"')?.split_once('"')?;
        let tail = tail.trim().strip_suffix(';')?.trim();
        let layer = match tail {
            "" => None,
            _ => Some(tail.strip_prefix("layer(")?.strip_suffix(')')?.trim()),
        };
        Some(Self { file: file.strip_prefix("./").unwrap_or(file), layer })
    }
}

/// What was kept, and whether a blank or a comment stood between it and what comes next.
#[derive(Default)]
struct Small {
    text: String,
    separated: bool,
}

impl Small {
    /// Keeps the first `length` bytes of `rest`; a blank goes before them only where it separates two words.
    fn copy(&mut self, rest: &str, length: usize) -> usize {
        let next = rest.chars().next().unwrap_or_default();
        let last = self.text.chars().next_back().unwrap_or('{');
        if next == '}' && last == ';' {
            self.text.pop();
        } else if self.separated && !"{};,(:".contains(last) && !"{};,)".contains(next) {
            self.text.push(' ');
        }
        self.separated = false;
        self.text.push_str(&rest[..length]);
        length
    }
}

/// The length of the quoted string that `text` begins with.
fn string(text: &str) -> usize {
    let mut characters = text.char_indices();
    let Some((_, quote)) = characters.next() else { return 0 };
    while let Some((at, character)) = characters.next() {
        if character == '\\' {
            characters.next();
        } else if character == quote {
            return at + 1;
        }
    }
    text.len()
}

/// Whether `text` begins with an address that stands without quotes, in which `/*` opens no comment.
fn unquoted_url(text: &str) -> bool {
    text.strip_prefix("url(").is_some_and(|inside| !inside.trim_start().starts_with(['"', '\'']))
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{} cannot be read: {error}.", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_idle_blanks_go() {
        let css = "/* a */\n.a,\n.b > .c {\n  color : red;\n  margin: 0 auto ;\n}\n\n.d { }\n";
        assert_eq!(minify(css), ".a,.b > .c{color :red;margin:0 auto}.d{}");
    }

    #[test]
    fn blanks_that_mean_something_stay() {
        assert_eq!(
            minify(".a :hover { width: calc(1px + ( 2px * 3 )); }"),
            ".a :hover{width:calc(1px + (2px * 3))}"
        );
        assert_eq!(minify("@media (width >= 40rem) and (x) {}"), "@media (width >= 40rem) and (x){}");
        assert_eq!(minify(".a/* b */.c{}"), ".a .c{}");
    }

    #[test]
    fn strings_addresses_and_escapes_are_left_alone() {
        let css = r#".a::before{content:"/* ; } */  \" x";background:url(/assets/a/*b.svg)}.w-1\/2{}"#;
        assert_eq!(minify(css), css);
    }

    #[test]
    fn each_asset_gets_its_address() {
        let named = with_addresses("src:url(/assets/fonts/a.woff2) \"/assets/b.js\"", |name| {
            Some(format!("/assets/{name}?1"))
        });
        assert_eq!(named.as_deref(), Ok("src:url(/assets/fonts/a.woff2?1) \"/assets/b.js?1\""));
    }

    #[test]
    fn an_unknown_asset_is_named() {
        let error = with_addresses("url(/assets/none.svg)", |_| None);
        assert_eq!(error, Err("/assets/none.svg is not among the assets.".to_owned()));
    }

    #[test]
    fn an_import_says_its_layer() {
        let import = Import::parse("@import \"./ui/button.css\" layer(ui);");
        assert!(import.is_some_and(|import| import.file == "ui/button.css" && import.layer == Some("ui")));
        assert!(Import::parse("@import url(https://elsewhere.example/x.css);").is_none());
    }
}
