//! Any text gives a term or problems, each inside the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use scenarios::term::parse;

fuzz_target!(|content: &str| {
    if let Err(problems) = parse(content) {
        for problem in problems {
            assert!(content.get(problem.span.start..problem.span.end).is_some(), "{problem:?}");
        }
    }
});
