//! Passwords: long rather than strange, hashed by argon2id, two at a time so that a crowd at the door does not take the
//! whole machine.

use argon2::{
    Argon2,
    password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash},
};
use tokio::{
    sync::{OnceCell, Semaphore},
    task::spawn_blocking,
};

use crate::backend::Refusal;

/// Why a password will not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weak {
    /// Fewer than twelve letters.
    Short,
    /// More than two hundred.
    Long,
    /// The login, or one letter over and over.
    Guessed,
}

const SHORTEST: usize = 12;
const LONGEST: usize = 200;

pub(super) fn check(password: &str, login: &str) -> Result<(), Weak> {
    let letters = password.chars().count();
    if letters < SHORTEST {
        return Err(Weak::Short);
    }
    if letters > LONGEST {
        return Err(Weak::Long);
    }
    let first = password.chars().next();
    let monotonous = password.chars().all(|letter| Some(letter) == first);
    if monotonous || password.to_lowercase() == login { Err(Weak::Guessed) } else { Ok(()) }
}

#[derive(Debug)]
pub(super) struct Hashing {
    places: Semaphore,
    /// Of a password that nobody has: an unknown login takes as long as a known one.
    nobodys: OnceCell<String>,
}

impl Default for Hashing {
    fn default() -> Self {
        Self { places: Semaphore::new(2), nobodys: OnceCell::new() }
    }
}

impl Hashing {
    pub(super) async fn hash(&self, password: String) -> Result<String, Refusal> {
        let _place = self.places.acquire().await.map_err(|_| Refusal::Hashing)?;
        let hashed = spawn_blocking(move || {
            Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string())
        });
        hashed.await.map_err(|_| Refusal::Hashing)?.map_err(|_| Refusal::Hashing)
    }

    /// Whether it is the password; `None` as hash: of nobody, and it takes as long to say no.
    pub(super) async fn verify(&self, password: String, hash: Option<String>) -> Result<bool, Refusal> {
        let known = hash.is_some();
        // Made whoever asks: the first unknown login after a start takes no longer either.
        let nobodys = self.nobodys.get_or_try_init(|| self.hash(crate::chance::token())).await?;
        let hash = hash.unwrap_or_else(|| nobodys.clone());
        let _place = self.places.acquire().await.map_err(|_| Refusal::Hashing)?;
        let same = spawn_blocking(move || {
            let hash = PasswordHash::new(&hash).ok()?;
            Some(Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
        });
        let same = same.await.map_err(|_| Refusal::Hashing)?.unwrap_or(false);
        Ok(same && known)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pass_phrase_is_welcome_and_a_short_password_is_not() {
        assert_eq!(check("les tortues aiment la pluie", "claire"), Ok(()));
        assert_eq!(check("Az3$kl!", "claire"), Err(Weak::Short));
        assert_eq!(check(&"ab".repeat(101), "claire"), Err(Weak::Long));
        assert_eq!(check("aaaaaaaaaaaaaa", "claire"), Err(Weak::Guessed));
        assert_eq!(check("Claire.Durand", "claire.durand"), Err(Weak::Guessed));
    }

    #[tokio::test]
    async fn a_password_is_verified_and_nobodys_never_is() {
        let hashing = Hashing::default();
        let hash = hashing.hash("les tortues aiment la pluie".into()).await.expect("a hash");
        assert!(hash.starts_with("$argon2id$"), "{hash}");
        let is_it = async |password: &str, hash: Option<&String>| {
            hashing.verify(password.into(), hash.cloned()).await.expect("verified")
        };
        assert!(is_it("les tortues aiment la pluie", Some(&hash)).await);
        assert!(!is_it("les tortues aiment le soleil", Some(&hash)).await);
        assert!(!is_it("les tortues aiment la pluie", None).await);
    }
}
