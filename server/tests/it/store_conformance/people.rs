//! The staff: a login is one account's, a link makes one account, there is always a host, and the journal says all of it.

use std::sync::Arc;

use server::store::{
    AccountError, ChangeAccount, EndSessions, InvitationRow, JournalLine, NewAccount, NewSession, PlaceRow,
    PurgePeople, Role, Store,
};
use tokio::task::JoinSet;

use super::House;

fn library() -> PlaceRow {
    PlaceRow { id: "p1".into(), name: "Médiathèque".into() }
}

fn account(id: &str, role: Role) -> NewAccount {
    NewAccount {
        id: id.into(),
        login: id.into(),
        name: id.to_uppercase(),
        role,
        place: library(),
        password: format!("hash of {id}"),
        invitation: None,
        first: false,
        at_ms: 1,
    }
}

fn line(act: &str, at_ms: i64) -> JournalLine {
    JournalLine { at_ms, place: "p1".into(), account: "claire".into(), act: act.into(), about: "x".into() }
}

fn invitation(token: &str, by: &str) -> InvitationRow {
    InvitationRow {
        token_digest: token.into(),
        role: Role::Trainer,
        place: library(),
        made_by: by.into(),
        made_at_ms: 1,
        good_until_ms: 100,
    }
}

fn session(token: &str, account: &str, at_ms: i64) -> NewSession {
    NewSession {
        token_digest: token.into(),
        account: account.into(),
        browser: "Firefox, Linux".into(),
        at_ms,
    }
}

fn change(account: &str) -> ChangeAccount {
    ChangeAccount { account: account.into(), ..ChangeAccount::default() }
}

fn given(role: Role, account: &str) -> ChangeAccount {
    ChangeAccount { role: Some(role), ..change(account) }
}

fn closed(account: &str) -> ChangeAccount {
    ChangeAccount { close_at_ms: Some(9), ..change(account) }
}

async fn acts(store: &dyn Store) -> Vec<String> {
    store.journal(None, 100).await.unwrap().into_iter().rev().map(|line| line.act).collect()
}

/// A library whose host is Claire.
async fn opened<H: House>() -> (H, Arc<dyn Store>) {
    let house = H::build().await;
    let store = house.open().await;
    let first = NewAccount { first: true, ..account("claire", Role::Host) };
    store.make_account(first, line("opened", 1)).await.unwrap();
    (house, store)
}

pub(crate) async fn an_account_is_read_back_and_its_login_is_nobody_elses<H: House>() {
    let house = H::build().await;
    let store = house.open().await;
    assert!(store.has_no_account().await.unwrap());
    store.make_account(account("claire", Role::Host), line("opened", 1)).await.unwrap();
    assert!(!store.has_no_account().await.unwrap());

    let claire = store.account_of_login("claire").await.unwrap().unwrap();
    assert_eq!((claire.name.as_str(), claire.role, &claire.place), ("CLAIRE", Role::Host, &library()));
    assert_eq!((claire.password.as_str(), claire.second_factor.as_deref()), ("hash of claire", None));
    assert_eq!(store.account("claire").await.unwrap(), Some(claire));
    assert_eq!(store.account("paul").await.unwrap(), None);

    let annex = PlaceRow { id: "p2".into(), name: "Annexe".into() };
    let twin =
        NewAccount { login: "claire".into(), place: annex.clone(), ..account("other", Role::Mediator) };
    let taken = store.make_account(twin, line("opened", 2)).await;
    assert!(matches!(taken, Err(AccountError::Taken)), "{taken:?}");
    assert_eq!(store.places().await.unwrap(), [library()], "refused, it made no place");
    assert_eq!(acts(&*store).await, ["opened"], "and left no line");

    let paul = NewAccount { place: annex.clone(), ..account("paul", Role::Mediator) };
    store.make_account(paul, line("opened", 3)).await.unwrap();
    let of = async |place: Option<&str>| {
        let rows = store.accounts(place).await.unwrap();
        rows.into_iter().map(|row| row.id).collect::<Vec<_>>()
    };
    assert_eq!(of(None).await, ["paul", "claire"], "in the order of places");
    assert_eq!(of(Some("p1")).await, ["claire"]);

    store.name_place(PlaceRow { name: "Zone".into(), ..annex.clone() }, line("named", 4)).await.unwrap();
    store.name_place(PlaceRow { id: "p3".into(), name: "Bus".into() }, line("named", 5)).await.unwrap();
    let names: Vec<_> = store.places().await.unwrap().into_iter().map(|place| place.name).collect();
    assert_eq!(names, ["Bus", "Médiathèque", "Zone"]);
    assert_eq!(store.account("paul").await.unwrap().unwrap().place.name, "Zone");
}

pub(crate) async fn the_first_account_is_made_once<H: House>() {
    let house = H::build().await;
    let store = house.open().await;
    let mut coming = JoinSet::new();
    for person in 0..8 {
        let store = Arc::clone(&store);
        coming.spawn(async move {
            let first = NewAccount { first: true, ..account(&format!("a{person}"), Role::Host) };
            store.make_account(first, line("opened", 1)).await
        });
    }
    let made = coming.join_all().await;
    assert_eq!(made.iter().filter(|one| one.is_ok()).count(), 1);
    assert!(made.iter().all(|one| matches!(one, Ok(()) | Err(AccountError::Gone))), "{made:?}");
    assert_eq!((house.rows("account").await, house.rows("journal").await), (1, 1));
}

pub(crate) async fn an_invitation_makes_one_account_in_time<H: House>() {
    let (house, store) = opened::<H>().await;
    store.invite(invitation("t1", "claire"), line("invited", 1)).await.unwrap();
    assert_eq!(store.invitation("t1").await.unwrap(), Some(invitation("t1", "claire")));
    assert_eq!(store.invitation("t2").await.unwrap(), None);
    let invited = |id: &str, token: &str, at_ms| NewAccount {
        invitation: Some(token.into()),
        at_ms,
        ..account(id, Role::Trainer)
    };

    let taken = store.make_account(invited("claire", "t1", 2), line("opened", 2)).await;
    assert!(matches!(taken, Err(AccountError::Taken)), "{taken:?}");
    assert!(store.invitation("t1").await.unwrap().is_some(), "a login that is taken costs nothing");

    let mut coming = JoinSet::new();
    for person in 0..8 {
        let (store, new) = (Arc::clone(&store), invited(&format!("a{person}"), "t1", 2));
        coming.spawn(async move { store.make_account(new, line("opened", 2)).await });
    }
    let made = coming.join_all().await;
    assert_eq!(made.iter().filter(|one| one.is_ok()).count(), 1);
    assert_eq!((house.rows("account").await, house.rows("invitation").await), (2, 0));

    store.invite(invitation("t2", "claire"), line("invited", 3)).await.unwrap();
    let late = store.make_account(invited("late", "t2", 100), line("opened", 100)).await;
    assert!(matches!(late, Err(AccountError::Gone)), "{late:?}");
    assert_eq!(acts(&*store).await, ["opened", "invited", "opened", "invited"]);
}

pub(crate) async fn an_invitation_is_listed_while_it_is_good_and_can_be_taken_back<H: House>() {
    let (_house, store) = opened::<H>().await;
    assert_eq!(store.invitations(1).await.unwrap(), []);
    let later = InvitationRow { made_at_ms: 2, good_until_ms: 200, ..invitation("t2", "claire") };
    for one in [invitation("t1", "claire"), later.clone()] {
        store.invite(one, line("invited", 1)).await.unwrap();
    }
    assert_eq!(store.invitations(99).await.unwrap(), [later.clone(), invitation("t1", "claire")]);
    assert_eq!(store.invitations(100).await.unwrap(), [later], "the other is too old");
    assert!(store.withdraw("t2", line("withdrawn", 3)).await.unwrap());
    assert!(!store.withdraw("t2", line("withdrawn", 4)).await.unwrap());
    let late = NewAccount { invitation: Some("t2".into()), ..account("late", Role::Trainer) };
    let made = store.make_account(late, line("opened", 5)).await;
    assert!(matches!(made, Err(AccountError::Gone)), "{made:?}");
    assert_eq!(
        acts(&*store).await,
        ["opened", "invited", "invited", "withdrawn"],
        "a line for what was done"
    );
}

pub(crate) async fn there_is_always_a_host<H: House>() {
    let (_house, store) = opened::<H>().await;
    store.make_account(account("paul", Role::Mediator), line("opened", 2)).await.unwrap();
    for refused in [closed("claire"), given(Role::Trainer, "claire"), closed("nobody")] {
        assert!(!store.change_account(refused.clone(), line("refused", 3)).await.unwrap(), "{refused:?}");
    }
    assert!(store.change_account(given(Role::Host, "claire"), line("same", 3)).await.unwrap());
    assert!(store.change_account(given(Role::Host, "paul"), line("raised", 4)).await.unwrap());
    assert!(store.change_account(given(Role::Trainer, "claire"), line("lowered", 5)).await.unwrap());
    assert!(!store.change_account(closed("paul"), line("refused", 6)).await.unwrap());
    assert!(store.change_account(closed("claire"), line("closed", 7)).await.unwrap());
    assert!(
        !store.change_account(given(Role::Host, "claire"), line("refused", 8)).await.unwrap(),
        "for good"
    );
    assert_eq!(store.account("claire").await.unwrap().unwrap().closed_at_ms, Some(9));
    assert_eq!(acts(&*store).await, ["opened", "opened", "same", "raised", "lowered", "closed"]);
}

pub(crate) async fn what_is_not_asked_for_is_not_changed<H: House>() {
    let (_house, store) = opened::<H>().await;
    let before = store.account("claire").await.unwrap().unwrap();
    assert!(store.change_account(change("claire"), line("nothing", 2)).await.unwrap());
    assert_eq!(store.account("claire").await.unwrap().unwrap(), before);

    let name = ChangeAccount { name: Some("Clara".into()), ..change("claire") };
    let password = ChangeAccount { password: Some("other".into()), ..change("claire") };
    let factor = |secret: Option<&str>| ChangeAccount {
        second_factor: Some(secret.map(Into::into)),
        ..change("claire")
    };
    store.name_place(PlaceRow { id: "p2".into(), name: "Annexe".into() }, line("named", 3)).await.unwrap();
    let place = ChangeAccount { place: Some("p2".into()), ..change("claire") };
    for one in [name, factor(Some("secret")), password, place] {
        assert!(store.change_account(one, line("changed", 3)).await.unwrap());
    }
    let after = store.account("claire").await.unwrap().unwrap();
    assert_eq!((after.name.as_str(), after.password.as_str()), ("Clara", "other"));
    assert_eq!((after.second_factor.as_deref(), after.role), (Some("secret"), Role::Host));
    assert_eq!(after.place.name, "Annexe");
    assert!(store.change_account(factor(None), line("changed", 4)).await.unwrap());
    assert_eq!(store.account("claire").await.unwrap().unwrap().second_factor, None);
}

pub(crate) async fn a_step_is_taken_once_and_never_an_earlier_one<H: House>() {
    let (_house, store) = opened::<H>().await;
    let mut coming = JoinSet::new();
    for _ in 0..8 {
        let store = Arc::clone(&store);
        coming.spawn(async move { store.take_step("claire", 50).await.unwrap() });
    }
    assert_eq!(coming.join_all().await.into_iter().filter(|taken| *taken).count(), 1);
    assert!(!store.take_step("claire", 49).await.unwrap());
    assert!(store.take_step("claire", 51).await.unwrap());
    assert!(!store.take_step("nobody", 52).await.unwrap());
}

pub(crate) async fn sessions_end_one_by_one_all_but_one_or_with_the_account<H: House>() {
    let (house, store) = opened::<H>().await;
    store.make_account(account("paul", Role::Host), line("opened", 1)).await.unwrap();
    for (token, whose, at_ms) in
        [("s1", "claire", 1), ("s2", "claire", 2), ("s3", "claire", 3), ("s4", "paul", 4)]
    {
        store.open_session(session(token, whose, at_ms), line("came", at_ms)).await.unwrap();
    }
    let of = async |whose: &str| {
        let rows = store.sessions(whose).await.unwrap();
        rows.into_iter().map(|row| row.token_digest).collect::<Vec<_>>()
    };
    store.see_session("s1", 50).await.unwrap();
    store.see_session("s1", 40).await.unwrap();
    let first = store.session("s1").await.unwrap().unwrap();
    assert_eq!((first.account.as_str(), first.opened_at_ms, first.seen_at_ms), ("claire", 1, 50));
    assert_eq!(of("claire").await, ["s1", "s3", "s2"]);

    store.end_sessions("claire", EndSessions::One("s4".into()), line("ended", 5)).await.unwrap();
    assert_eq!(of("paul").await, ["s4"], "nobody ends somebody else's");
    store.end_sessions("claire", EndSessions::One("s3".into()), line("ended", 6)).await.unwrap();
    assert_eq!(of("claire").await, ["s1", "s2"]);
    store.end_sessions("claire", EndSessions::AllBut("s2".into()), line("ended", 7)).await.unwrap();
    assert_eq!(of("claire").await, ["s2"]);
    assert_eq!(store.session("s1").await.unwrap(), None);

    store.open_session(session("s5", "claire", 8), line("came", 8)).await.unwrap();
    let password = ChangeAccount { only_session: Some("s5".into()), ..change("claire") };
    assert!(store.change_account(password, line("changed", 8)).await.unwrap());
    assert_eq!((of("claire").await, of("paul").await), (vec!["s5".to_owned()], vec!["s4".to_owned()]));
    assert!(store.change_account(closed("claire"), line("closed", 9)).await.unwrap());
    assert_eq!(house.rows("staff_session").await, 1);
    assert!(!store.change_account(closed("paul"), line("refused", 9)).await.unwrap());
    assert_eq!(of("paul").await, ["s4"], "refused, it ended nothing");
}

pub(crate) async fn invitations_are_void_when_whoever_made_them_is_no_host<H: House>() {
    let (_house, store) = opened::<H>().await;
    store.make_account(account("paul", Role::Host), line("opened", 1)).await.unwrap();
    store.make_account(account("lou", Role::Host), line("opened", 1)).await.unwrap();
    for (token, by) in [("t1", "claire"), ("t2", "paul"), ("t3", "lou")] {
        store.invite(invitation(token, by), line("invited", 2)).await.unwrap();
    }
    let password = ChangeAccount { password: Some("other".into()), ..change("claire") };
    for one in [password, given(Role::Host, "claire"), given(Role::Mediator, "paul"), closed("lou")] {
        assert!(store.change_account(one, line("changed", 3)).await.unwrap());
    }
    assert!(store.invitation("t1").await.unwrap().is_some());
    assert_eq!(store.invitation("t2").await.unwrap(), None);
    assert_eq!(store.invitation("t3").await.unwrap(), None);
}

pub(crate) async fn the_journal_is_read_from_its_end_and_old_lines_go_leaving_one<H: House>() {
    let (house, store) = opened::<H>().await;
    for at_ms in [10, 20, 30] {
        store.note(line("looked", at_ms)).await.unwrap();
    }
    store.note(JournalLine { place: "p2".into(), ..line("elsewhere", 40) }).await.unwrap();
    let last = store.journal(Some("p1"), 2).await.unwrap();
    assert_eq!(last, [line("looked", 30), line("looked", 20)]);

    store.open_session(session("unseen", "claire", 30), line("came", 40)).await.unwrap();
    store.open_session(session("old", "claire", 15), line("came", 40)).await.unwrap();
    store.open_session(session("good", "claire", 30), line("came", 40)).await.unwrap();
    for token in ["old", "good"] {
        store.see_session(token, 45).await.unwrap();
    }
    store.invite(invitation("t1", "claire"), line("invited", 40)).await.unwrap();
    let purge = PurgePeople { journal_before_ms: 20, seen_before_ms: 40, opened_before_ms: 20, now_ms: 99 };
    assert_eq!(store.purge_people(purge).await.unwrap(), 2);
    let lines = store.journal(None, 1).await.unwrap();
    assert_eq!(
        lines,
        [JournalLine {
            at_ms: 99,
            place: String::new(),
            account: String::new(),
            act: "purge".into(),
            about: "2".into(),
        }]
    );
    let left = ["looked", "looked", "elsewhere", "came", "came", "came", "invited", "purge"];
    assert_eq!(acts(&*store).await, left);
    assert_eq!(store.sessions("claire").await.unwrap().len(), 1);
    assert!(store.session("good").await.unwrap().is_some());
    assert_eq!(house.rows("invitation").await, 1);

    assert_eq!(store.purge_people(PurgePeople { now_ms: 100, ..purge }).await.unwrap(), 0);
    assert_eq!(acts(&*store).await, left, "nothing went, nothing is said");
    assert_eq!(house.rows("invitation").await, 0);
}
