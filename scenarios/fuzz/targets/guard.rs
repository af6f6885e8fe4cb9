//! The guard reads any text.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|content: &str| {
    let _ = scenarios::guard::kinds(content);
});
