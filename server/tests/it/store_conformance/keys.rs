//! Keys of pictures: one a seat, one seat a key, gone with the workshop.

use server::store::{KeptRow, KeyError, NewKey, SeatRow, TakeSeat};

use super::{House, begun, rehearsal, workshop};

pub(super) fn key(workshop: &str, pictures: &str, at_ms: i64) -> NewKey {
    NewKey { workshop: workshop.into(), seat: "s".into(), pictures: pictures.into(), at_ms }
}

pub(super) fn take(pictures: &str, token: &str, at_ms: i64) -> TakeSeat {
    TakeSeat { pictures: pictures.into(), token_digest: token.into(), at_ms }
}

fn kept(pictures: Option<&str>, touched_at_ms: i64) -> KeptRow {
    KeptRow { pictures: pictures.map(Into::into), touched_at_ms }
}

pub(crate) async fn a_seat_has_one_key_and_a_key_one_seat<H: House>() {
    let (house, store) = begun::<H>().await;
    assert_eq!(store.kept("w", "s").await.unwrap().unwrap(), kept(None, 0));
    assert_eq!(store.kept("w", "nobody").await.unwrap(), None);
    assert_eq!(store.make_key(key("w", "abc", 1)).await.unwrap(), "abc");
    assert_eq!(store.make_key(key("w", "def", 1)).await.unwrap(), "abc", "the former one stands");
    assert_eq!(house.rows("picture_key").await, 1);

    store.start_alone(workshop("w2", 0), rehearsal("w2", "r", 0)).await.unwrap();
    let taken = store.make_key(key("w2", "abc", 1)).await;
    assert!(matches!(taken, Err(KeyError::Taken)), "{taken:?}");
    assert_eq!(store.kept("w2", "s").await.unwrap().unwrap(), kept(None, 0), "refused, it touched nothing");
    assert_eq!(store.make_key(key("w", "abc", 2)).await.unwrap(), "abc", "its own key is never taken");
    for nowhere in [key("nowhere", "def", 1), NewKey { seat: "nobody".into(), ..key("w", "def", 1) }] {
        let gone = store.make_key(nowhere).await;
        assert!(matches!(gone, Err(KeyError::Gone)), "{gone:?}");
    }
    assert_eq!(store.make_key(key("w2", "def", 1)).await.unwrap(), "def");
}

pub(crate) async fn making_a_key_starts_the_delay_again<H: House>() {
    let (_house, store) = begun::<H>().await;
    store.make_key(key("w", "abc", 100)).await.unwrap();
    assert_eq!(store.purge(100).await.unwrap().workshops, 0);
    store.make_key(key("w", "def", 200)).await.unwrap();
    assert_eq!(store.kept("w", "s").await.unwrap().unwrap(), kept(Some("abc"), 200));
    store.make_key(key("w", "abc", 50)).await.unwrap();
    assert_eq!(store.kept("w", "s").await.unwrap().unwrap(), kept(Some("abc"), 200), "time goes forward");
    store.take_seat(take("abc", "new", 300)).await.unwrap();
    assert_eq!(store.kept("w", "s").await.unwrap().unwrap(), kept(Some("abc"), 300));
}

pub(crate) async fn a_key_gives_the_seat_to_the_last_who_shows_it<H: House>() {
    let (house, store) = begun::<H>().await;
    assert_eq!(store.take_seat(take("abc", "new", 1)).await.unwrap(), None);
    store.make_key(key("w", "abc", 1)).await.unwrap();
    assert_eq!(store.take_seat(take("cba", "new", 1)).await.unwrap(), None, "the order counts");
    assert_eq!(store.rehearsal("w", "r").await.unwrap().unwrap().token_digest, "token of w");

    let seat = Some(SeatRow { workshop: "w".into(), seat: "s".into() });
    assert_eq!(store.take_seat(take("abc", "new", 2)).await.unwrap(), seat);
    assert_eq!(store.take_seat(take("abc", "new", 2)).await.unwrap(), seat, "by who has it already");
    assert_eq!(store.rehearsal("w", "r").await.unwrap().unwrap().token_digest, "new");
    assert!(store.was_taken_from("w", "s", "token of w").await.unwrap());
    for never in
        [("w", "s", "new"), ("w", "s", "forged"), ("w2", "s", "token of w"), ("w", "t", "token of w")]
    {
        assert!(!store.was_taken_from(never.0, never.1, never.2).await.unwrap(), "{never:?}");
    }
    // The first browser takes its seat back, twice.
    for token in ["token of w", "new", "token of w"] {
        assert_eq!(store.take_seat(take("abc", token, 3)).await.unwrap(), seat);
        assert_eq!(store.rehearsal("w", "r").await.unwrap().unwrap().token_digest, token);
    }
    assert_eq!(house.rows("former_pass").await, 2);
}

pub(crate) async fn a_key_is_gone_with_its_workshop<H: House>() {
    let (house, store) = begun::<H>().await;
    store.make_key(key("w", "abc", 0)).await.unwrap();
    store.take_seat(take("abc", "new", 0)).await.unwrap();
    store.erase_workshop("w").await.unwrap();
    assert_eq!(store.take_seat(take("abc", "newer", 0)).await.unwrap(), None);
    assert_eq!(store.kept("w", "s").await.unwrap(), None);
    assert!(!store.was_taken_from("w", "s", "token of w").await.unwrap());

    store.start_alone(workshop("w2", 5), rehearsal("w2", "r", 5)).await.unwrap();
    assert_eq!(store.make_key(key("w2", "abc", 5)).await.unwrap(), "abc", "free again");
    store.purge(10).await.unwrap();
    assert_eq!((house.rows("picture_key").await, house.rows("former_pass").await), (0, 0));
}
