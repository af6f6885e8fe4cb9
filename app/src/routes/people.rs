//! The addresses of the staff's accounts.

/// The first account, by the link that is printed at start.
pub const INSTALL: &str = "/installation";
pub const SIGN_IN: &str = "/connexion";
/// The second factor's code, by POST.
pub const CODE: &str = "/connexion/code";
pub const SIGN_OUT: &str = "/deconnexion";
pub const ACCOUNT: &str = "/compte";
pub const PASSWORD: &str = "/compte/mot-de-passe";
pub const FACTOR: &str = "/compte/second-facteur";
pub const SESSIONS: &str = "/compte/sessions";
/// People and places, for a host.
pub const PEOPLE: &str = "/gens";
pub const JOURNAL: &str = "/journal";

/// The link of an invitation.
pub fn invitation(token: &str) -> String {
    format!("/invitation/{token}")
}

/// The link of the first account.
pub fn installation(key: &str) -> String {
    format!("{INSTALL}?{KEY}={key}")
}

/// A page after a form that went well: the word says which.
pub fn done(page: &str, word: &str) -> String {
    format!("{page}?fait={word}")
}

/// In the address of the first account's page, and in its form.
pub const KEY: &str = "cle";

/// Names of inputs.
pub const LOGIN: &str = "identifiant";
pub const PASS: &str = "mot-de-passe";
pub const NEW_PASS: &str = "nouveau";
pub const NAME: &str = "nom";
pub const PLACE: &str = "lieu";
pub const OWED: &str = "suite";
pub const DIGITS: &str = "code";
pub const ROLE: &str = "role";
pub const INVITED: &str = "invitation";
pub const WHO: &str = "compte";
pub const SESSION: &str = "session";
