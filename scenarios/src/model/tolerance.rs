//! A warning that the author has looked at, and lets be.
//!
//! Errors are not tolerated: `lint` says so.

use crate::text::Spanned;

/// One warning let be, in the whole file or in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tolerance {
    /// Code of the finding, such as `page-inatteignable`.
    pub rule: Spanned<String>,
    /// Name of a page or of a field; the whole file when nothing is said.
    pub within: Option<Spanned<String>>,
    pub reason: Spanned<String>,
}
