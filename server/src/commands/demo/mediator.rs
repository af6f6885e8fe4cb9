//! The mediator of the demonstration: an account made as the first one is, and a session opened as anybody's.

use app::routes::{people, room};

use super::{Trouble, browser::Browser};
use crate::{
    backend::{Backend, Newcomer, Refusal},
    chance,
};

pub(super) struct Mediator {
    pub(super) account: String,
    pub(super) place: String,
    pub(super) login: String,
    pub(super) password: String,
    /// Of a session, for the boards that are looked at.
    pub(super) cookie: String,
}

/// On a folder without an account.
pub(super) async fn comes(backend: &Backend, port: u16) -> Result<Mediator, Trouble> {
    let key = backend.installation(true).await?.unwrap_or_default();
    let (login, password) = ("demo".to_owned(), chance::token());
    let newcomer = Newcomer { login: login.clone(), name: "Claire".to_owned(), password: password.clone() };
    let made = backend.install(&key, newcomer, "Médiathèque de Valfranche").await;
    let staff = made.map_err(|_| Trouble::Room(Refusal::NotThere))?;
    let mut browser = Browser::new(port);
    let came = browser
        .sends(people::SIGN_IN, [(people::LOGIN, login.as_str()), (people::PASS, password.as_str())])
        .await?;
    if came.location.as_deref() != Some(room::ROOMS) {
        return Err(Trouble::Room(Refusal::NotThere));
    }
    Ok(Mediator {
        account: staff.account,
        place: staff.place.id,
        login,
        password,
        cookie: browser.carrying(),
    })
}
