//! Any text gives findings or a graph, and findings point inside the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use scenarios::{check, diagnostic::Diagnostic, graph::Graph, text::Text};

fuzz_target!(|content: &str| {
    let text = Text::new("essai", content);
    let (scenario, findings) = check(&text);
    assert!(findings.iter().any(Diagnostic::is_error) || Graph::build(&scenario).is_ok());
    for finding in findings {
        assert!(content.get(finding.span.start..finding.span.end).is_some(), "{finding:?}");
    }
});
