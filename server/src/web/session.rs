//! The pass of a learner, in a cookie: a session's own unless one means to come back, unseen by scripts, never sent from
//! another site. How they like to read stands in another, dressed alike.

use app::comfort::Comfort;
use axum::http::{HeaderMap, HeaderValue, header};

use crate::backend::Pass;

/// How the cookie is called and dressed, by the way Miroir is reached.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cookies {
    name: &'static str,
    /// How the cookie of the settings is called.
    comfort: &'static str,
    /// How the cookie of the staff is called.
    staff: &'static str,
    /// What follows the value.
    dress: &'static str,
}

impl Cookies {
    /// Over TLS the name itself is a promise (`__Host-`); browsers drop it, and `Secure`, on a room's plain HTTP.
    pub(super) const fn new(tls: bool) -> Self {
        if tls {
            Self {
                name: "__Host-miroir",
                comfort: "__Host-miroir-confort",
                staff: "__Host-miroir-equipe",
                dress: "; Path=/; HttpOnly; SameSite=Strict; Secure",
            }
        } else {
            Self {
                name: "miroir",
                comfort: "miroir-confort",
                staff: "miroir-equipe",
                dress: "; Path=/; HttpOnly; SameSite=Strict",
            }
        }
    }

    /// The pass a request carries.
    pub(super) fn read(self, headers: &HeaderMap) -> Option<Pass> {
        let mut parts = value(headers, self.name)?.split('.');
        let mut part = || parts.next().filter(|part| is_plain(part)).map(ToOwned::to_owned);
        let pass = Pass { workshop: part()?, seat: part()?, token: part()? };
        parts.next().is_none().then_some(pass)
    }

    pub(super) fn give(self, pass: &Pass) -> Option<HeaderValue> {
        let Pass { workshop, seat, token } = pass;
        HeaderValue::from_str(&format!("{}={workshop}.{seat}.{token}{}", self.name, self.dress)).ok()
    }

    /// The same, for so many days: it outlives the browser's window.
    pub(super) fn give_for(self, pass: &Pass, days: u16) -> Option<HeaderValue> {
        let given = self.give(pass)?;
        let seconds = u64::from(days) * 24 * 60 * 60;
        HeaderValue::from_str(&format!("{}; Max-Age={seconds}", given.to_str().ok()?)).ok()
    }

    pub(super) fn take_back(self) -> Option<HeaderValue> {
        HeaderValue::from_str(&format!("{}=; Max-Age=0{}", self.name, self.dress)).ok()
    }

    /// The settings a request carries, if any were chosen.
    pub(super) fn comfort(self, headers: &HeaderMap) -> Option<Comfort> {
        value(headers, self.comfort).map(Comfort::read)
    }

    pub(super) fn give_comfort(self, comfort: Comfort) -> Option<HeaderValue> {
        HeaderValue::from_str(&format!("{}={}{}", self.comfort, comfort.digits(), self.dress)).ok()
    }

    /// The token of the staff's session that a request carries.
    pub(super) fn staff(self, headers: &HeaderMap) -> Option<String> {
        value(headers, self.staff).filter(|token| is_plain(token)).map(ToOwned::to_owned)
    }

    pub(super) fn give_staff(self, token: &str) -> Option<HeaderValue> {
        HeaderValue::from_str(&format!("{}={token}{}", self.staff, self.dress)).ok()
    }

    pub(super) fn take_back_staff(self) -> Option<HeaderValue> {
        HeaderValue::from_str(&format!("{}=; Max-Age=0{}", self.staff, self.dress)).ok()
    }

    pub(super) fn take_back_comfort(self) -> Option<HeaderValue> {
        HeaderValue::from_str(&format!("{}=; Max-Age=0{}", self.comfort, self.dress)).ok()
    }
}

fn value<'h>(headers: &'h HeaderMap, wanted: &str) -> Option<&'h str> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == wanted).map(|(_, value)| value)
}

fn is_plain(part: &str) -> bool {
    (1..=40).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pass() -> Pass {
        Pass { workshop: "w1".into(), seat: "s1".into(), token: "t1".into() }
    }

    fn carrying(cookie: &str) -> HeaderMap {
        [(header::COOKIE, HeaderValue::from_str(cookie).expect("ascii"))].into_iter().collect()
    }

    #[test]
    fn a_pass_given_is_a_pass_read() {
        for tls in [false, true] {
            let cookies = Cookies::new(tls);
            let given = cookies.give(&pass()).expect("plain");
            let text = given.to_str().expect("ascii");
            assert!(
                text.contains("HttpOnly")
                    && text.contains("SameSite=Strict")
                    && text.contains("Secure") == tls
            );
            let pair = text.split(';').next().expect("a pair");
            assert_eq!(cookies.read(&carrying(&format!("autre=1; {pair}; b=2"))), Some(pass()));
        }
    }

    #[test]
    fn a_pass_given_for_days_is_dressed_the_same() {
        let cookies = Cookies::new(true);
        let (given, kept) =
            (cookies.give(&pass()).expect("plain"), cookies.give_for(&pass(), 7).expect("plain"));
        let (given, kept) = (given.to_str().expect("ascii"), kept.to_str().expect("ascii"));
        assert_eq!(kept.strip_prefix(given), Some("; Max-Age=604800"));
    }

    #[test]
    fn the_settings_have_a_cookie_of_their_own() {
        for tls in [false, true] {
            let cookies = Cookies::new(tls);
            let given = cookies.give_comfort(Comfort::read("21211")).expect("plain");
            let text = given.to_str().expect("ascii");
            assert!(text.contains("HttpOnly") && text.contains("SameSite=Strict"), "{text}");
            let pair = text.split(';').next().expect("a pair");
            let carried = carrying(pair);
            assert_eq!(cookies.comfort(&carried), Some(Comfort::read("21211")));
            assert_eq!(cookies.read(&carried), None, "it opens nothing");
        }
    }

    #[test]
    fn a_forged_cookie_is_no_pass() {
        let cookies = Cookies::new(false);
        for forged in
            ["miroir=", "miroir=a.b", "miroir=a.b.c.d", "miroir=a.b.%00", "miroir=../../x.b.c", "other=a.b.c"]
        {
            assert_eq!(cookies.read(&carrying(forged)), None, "{forged}");
        }
        assert_eq!(cookies.read(&carrying(&format!("miroir=a.b.{}", "x".repeat(4000)))), None);
    }
}
