//! Applies the fixes that findings carry, as long as the text gets better by them.
//!
//! It writes no file, and invents no fix: a finding without one is left to the author.

use crate::{
    diagnostic::{Diagnostic, Fix},
    syntax::MOST_FINDINGS,
    text::Text,
};

/// Times a mended text is looked at again: one fix may show the next.
const MAX_PASSES: usize = 12;
/// Bytes checked again and again when the fixes of one pass do not agree.
const MAX_RECHECKED: usize = 8 << 20;

/// Which fixes are applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// Those that keep what the author meant beyond doubt.
    Safe,
    /// Those that the author should look at, too.
    Doubtful,
}

/// A text after its fixes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remedied {
    pub text: Text,
    /// How many fixes were made.
    pub made: usize,
    /// What remains to be said of the text.
    pub findings: Vec<Diagnostic>,
}

/// Mends `text`, of which `check` gives the findings. No fix is kept that leaves as many findings as before.
pub fn remedy(mut text: Text, trust: Trust, check: impl Fn(&Text) -> Vec<Diagnostic>) -> Remedied {
    let mut findings = check(&text);
    let mut made = 0;
    for _ in 0..MAX_PASSES {
        let fixes = apart(&findings, trust, text.own().len());
        let Some((mended, left, count)) = better(&text, &findings, &fixes, &check) else { break };
        (text, findings) = (mended, left);
        made += count;
    }
    Remedied { text, made, findings }
}

/// The fixes of `findings` in the text's own file, which ends at `end`, in their order, none touching another.
fn apart(findings: &[Diagnostic], trust: Trust, end: usize) -> Vec<&Fix> {
    let mut fixes: Vec<&Fix> = findings
        .iter()
        .filter_map(|finding| finding.fix.as_ref())
        .filter(|fix| fix.span.end <= end)
        .filter(|fix| fix.safe || trust == Trust::Doubtful)
        .collect();
    fixes.sort_by_key(|fix| fix.span);
    let mut free = 0;
    fixes.retain(|fix| {
        let kept = fix.span.start >= free;
        if kept {
            // Two fixes that only add, at one place, would touch too.
            free = fix.span.end.max(fix.span.start + 1);
        }
        kept
    });
    fixes
}

/// The text with as many of `fixes` as make it better, what remains to be said of it, and how many were made.
fn better(
    text: &Text,
    findings: &[Diagnostic],
    fixes: &[&Fix],
    check: &impl Fn(&Text) -> Vec<Diagnostic>,
) -> Option<(Text, Vec<Diagnostic>, usize)> {
    let attempt = |text: &Text, before: &[Diagnostic], fixes: &[&Fix]| {
        let mended = Text::new(text.name.as_str(), mended(text.own(), fixes)?);
        let left = check(&mended);
        is_better(&left, before, fixes.len()).then_some((mended, left))
    };
    if fixes.is_empty() {
        return None;
    }
    if let Some((mended, left)) = attempt(text, findings, fixes) {
        return Some((mended, left, fixes.len()));
    }
    let mut best: Option<(Text, Vec<Diagnostic>, usize)> = None;
    // From the end of the text, so that the places of those to come stay true.
    for fix in fixes.iter().rev().take(MAX_RECHECKED / text.content.len().max(1)) {
        let (text, before, made) =
            best.as_ref().map_or((text, findings, 0), |(text, left, made)| (text, left, *made));
        if let Some((mended, left)) = attempt(text, before, &[*fix]) {
            best = Some((mended, left, made + 1));
        }
    }
    best
}

/// Whether `made` fixes took as many errors away, or as many findings: once a text can be read, what is doubtful in it is
/// told. Of a text with more than can be told, whether it says others.
fn is_better(left: &[Diagnostic], before: &[Diagnostic], made: usize) -> bool {
    let errors = |findings: &[Diagnostic]| findings.iter().filter(|finding| finding.is_error()).count();
    let cut = before.len() >= MOST_FINDINGS && left.len() <= before.len() && left != before;
    let mends_errors = errors(left) + made <= errors(before);
    mends_errors || (errors(left) <= errors(before) && (left.len() + made <= before.len() || cut))
}

/// `content` with `fixes`, which are in order; its line ends stay what they are.
fn mended(content: &str, fixes: &[&Fix]) -> Option<String> {
    let windows = content.contains("\r\n");
    let mut mended = String::with_capacity(content.len());
    let mut from = 0;
    for fix in fixes {
        mended.push_str(content.get(from..fix.span.start)?);
        if windows {
            mended.push_str(&fix.replacement.replace("\r\n", "\n").replace('\n', "\r\n"));
        } else {
            mended.push_str(&fix.replacement);
        }
        from = fix.span.end;
    }
    mended.push_str(content.get(from..)?);
    Some(mended)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    /// Says that no word may be « x », and offers « y »; « z » is told without a remedy.
    fn no_x(text: &Text) -> Vec<Diagnostic> {
        let told = |(at, word): (usize, &str)| {
            let span = Span::new(at, at + word.len());
            match word {
                "x" => Some(Diagnostic::error("x", span, "").safe_fix(span, "y")),
                "w" => Some(Diagnostic::error("w", span, "").safe_fix(span, "z")),
                "v" => Some(Diagnostic::warning("v", span, "").doubtful_fix(span, "y")),
                "z" => Some(Diagnostic::error("z", span, "")),
                _ => None,
            }
        };
        text.content.match_indices(|letter: char| !letter.is_whitespace()).filter_map(told).collect()
    }

    fn remedied(content: &str, trust: Trust) -> (String, usize, usize) {
        let done = remedy(Text::new("", content), trust, no_x);
        (done.text.content, done.made, done.findings.len())
    }

    #[test]
    fn safe_fixes_are_made_and_the_others_wait() {
        assert_eq!(remedied("x a v x", Trust::Safe), ("y a v y".into(), 2, 1));
        assert_eq!(remedied("x a v x", Trust::Doubtful), ("y a y y".into(), 3, 0));
        assert_eq!(remedied("a b", Trust::Doubtful), ("a b".into(), 0, 0));
    }

    #[test]
    fn a_fix_that_makes_nothing_better_is_not_kept() {
        assert_eq!(remedied("w", Trust::Safe), ("w".into(), 0, 1));
        assert_eq!(remedied("x w x", Trust::Safe), ("y w y".into(), 2, 1));
    }

    #[test]
    fn line_ends_stay_what_they_are() {
        let fix = Fix { span: Span::new(1, 1), replacement: "\n- ".into(), safe: true };
        assert_eq!(mended("a\r\nb", &[&fix]).as_deref(), Some("a\r\n- \r\nb"));
    }
}
