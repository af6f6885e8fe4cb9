//! The law of fixes, for the tests that have texts to judge it by. It holds no text of its own.

use scenarios::{
    check,
    diagnostic::Diagnostic,
    remedy::{Trust, remedy},
    text::Text,
};

/// Applies each fix of `content` alone: its finding must go, and no other come. Then all of them. Gives how many there were.
pub(crate) fn judge(content: &str) -> usize {
    let text = Text::new("", content);
    let findings = check(&text).1;
    let mut tried = 0;
    for finding in &findings {
        let Some(fix) = &finding.fix else { continue };
        let mut mended = content.to_owned();
        mended.replace_range(fix.span.start..fix.span.end, &fix.replacement);
        let mut others = said(&findings);
        others.iter().position(|other| *other == what(finding)).map(|at| others.remove(at));
        for left in said(&check(&Text::new("", mended.as_str())).1) {
            match others.iter().position(|other| *other == left) {
                Some(at) => drop(others.remove(at)),
                // Once a text can be read, what is doubtful in it is told.
                None if finding.is_error() && is_doubtful(&mended, left) => {}
                None => panic!("the fix of {finding:?} leaves or makes {left:?} in:\n{mended}"),
            }
        }
        tried += 1;
    }
    for trust in [Trust::Safe, Trust::Doubtful] {
        let done = remedy(text.clone(), trust, |text| check(text).1);
        let left = done.findings.iter().filter_map(|finding| finding.fix.as_ref());
        let left = left.filter(|fix| fix.safe || trust == Trust::Doubtful).count();
        assert_eq!(left, 0, "{trust:?} leaves fixes in:\n{}", done.text.content);
        let errors = |findings: &[Diagnostic]| findings.iter().filter(|finding| finding.is_error()).count();
        assert!(errors(&done.findings) <= errors(&findings), "{trust:?}: {:?}", done.findings);
    }
    tried
}

fn is_doubtful(content: &str, left: (&str, &str)) -> bool {
    check(&Text::new("", content)).1.iter().any(|finding| what(finding) == left && !finding.is_error())
}

fn said(findings: &[Diagnostic]) -> Vec<(&'static str, &str)> {
    findings.iter().map(what).collect()
}

fn what(finding: &Diagnostic) -> (&'static str, &str) {
    (finding.code, finding.message.as_str())
}
