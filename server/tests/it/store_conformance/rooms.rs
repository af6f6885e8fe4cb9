//! Rooms: a code is one room's, a seat is given once, nobody is one too many, and all of it goes with the workshop.

use server::store::{BeginError, Door, Join, NewModel, NewRoom, RoomCall, RoomRow, Stand, Standing, Store};
use tokio::task::JoinSet;

use super::{House, rehearsal};

fn room(workshop: &str, code: &str, at_ms: i64) -> NewRoom {
    NewRoom {
        workshop: workshop.into(),
        place: "library".into(),
        opened_by: "claire".into(),
        title: "mardi".into(),
        plan: "{}".into(),
        seats: 3,
        code: code.into(),
        invitation: format!("token of {workshop}"),
        door: Door::Open,
        at_ms,
        ends_at_ms: None,
    }
}

fn join(workshop: &str, seat: &str, at_ms: i64) -> Join {
    let token_digest = format!("token of {seat}");
    Join { workshop: workshop.into(), seat: seat.into(), token_digest, at_ms, most: 10 }
}

fn stand(seat: Option<&str>, from: &[Standing], to: Standing) -> Stand {
    let seat = seat.map(Into::into);
    Stand { workshop: "w".into(), seat, from: from.to_vec(), to, token_digest: None, at_ms: 9 }
}

async fn called(store: &dyn Store, code: &str) -> Option<String> {
    store.room_called(&RoomCall::Code(code.into())).await.unwrap()
}

pub(crate) async fn a_room_is_read_back_and_its_code_is_no_other_rooms<H: House>() {
    let (house, store) = opened::<H>().await;
    let taken = store.open_room(room("w2", "111", 1)).await;
    assert!(matches!(taken, Err(BeginError::Taken)), "{taken:?}");
    assert_eq!(house.rows("workshop").await, 1, "refused, it left no workshop behind");
    store.open_room(room("w2", "222", 5)).await.unwrap();
    store.open_room(NewRoom { place: "town hall".into(), ..room("w3", "333", 3) }).await.unwrap();

    let expected = RoomRow {
        workshop: "w2".into(),
        place: "library".into(),
        opened_by: "claire".into(),
        title: "mardi".into(),
        plan: "{}".into(),
        seats: 3,
        code: Some("222".into()),
        invitation: Some("token of w2".into()),
        door: Door::Open,
        opened_at_ms: 5,
        ends_at_ms: None,
        closed_at_ms: None,
        touched_at_ms: 5,
        given: 0,
    };
    assert_eq!(store.room("w2").await.unwrap().as_ref(), Some(&expected));
    let of_place: Vec<_> = store.rooms_of("library", 10).await.unwrap();
    assert_eq!(of_place.iter().map(|row| row.workshop.as_str()).collect::<Vec<_>>(), ["w2", "w"]);
    assert_eq!(store.rooms_of("library", 1).await.unwrap(), [expected]);
    assert_eq!(called(&*store, "222").await.as_deref(), Some("w2"));
    let invited = store.room_called(&RoomCall::Invitation("token of w".into())).await.unwrap();
    assert_eq!(invited.as_deref(), Some("w"));
    assert_eq!(called(&*store, "999").await, None);
}

pub(crate) async fn a_closed_room_has_no_code_and_takes_nobody<H: House>() {
    let (_house, store) = opened::<H>().await;
    store.join(join("w", "a", 1)).await.unwrap().unwrap();
    assert!(store.close_room("w", 7).await.unwrap());
    assert!(!store.close_room("w", 8).await.unwrap(), "once");
    assert!(!store.set_door("w", Door::Open).await.unwrap(), "for good");
    let row = store.room("w").await.unwrap().unwrap();
    assert_eq!((row.code, row.invitation, row.door, row.closed_at_ms), (None, None, Door::Closed, Some(7)));
    assert_eq!(called(&*store, "111").await, None);
    assert_eq!(store.join(join("w", "b", 9)).await.unwrap(), None);
    assert_eq!(store.room_seats("w").await.unwrap().len(), 1, "who was in is in");
    // The code is free again.
    store.open_room(room("w2", "111", 9)).await.unwrap();
}

pub(crate) async fn rooms_whose_end_is_past_are_told<H: House>() {
    let (_house, store) = opened::<H>().await;
    store.open_room(NewRoom { ends_at_ms: Some(50), ..room("w2", "222", 1) }).await.unwrap();
    assert!(store.join(join("w2", "a", 49)).await.unwrap().is_some());
    assert_eq!(store.join(join("w2", "b", 50)).await.unwrap(), None, "closed in time, swept or not");
    assert!(store.rooms_to_close(49).await.unwrap().is_empty());
    assert_eq!(store.rooms_to_close(50).await.unwrap(), ["w2"]);
    store.close_room("w2", 50).await.unwrap();
    assert!(store.rooms_to_close(60).await.unwrap().is_empty());
}

pub(crate) async fn the_door_tells_who_comes_in<H: House>() {
    let (_house, store) = opened::<H>().await;
    let first = store.join(join("w", "a", 1)).await.unwrap().unwrap();
    assert_eq!((first.number, first.standing, first.since_ms), (1, Standing::In, 1));
    assert!(store.set_door("w", Door::Waiting).await.unwrap());
    let second = store.join(join("w", "b", 2)).await.unwrap().unwrap();
    assert_eq!((second.number, second.standing), (2, Standing::Waiting));
    assert!(store.set_door("w", Door::Closed).await.unwrap());
    assert_eq!(store.join(join("w", "c", 3)).await.unwrap(), None);
    assert_eq!(store.join(join("nowhere", "c", 3)).await.unwrap(), None);

    let waiting = [Standing::Waiting];
    assert!(store.stand(stand(Some("a"), &waiting, Standing::In)).await.unwrap().is_empty());
    assert_eq!(store.stand(stand(None, &waiting, Standing::In)).await.unwrap(), ["b"]);
    let second = store.room_seat("w", "b").await.unwrap().unwrap();
    assert_eq!((second.standing, second.since_ms, second.joined_at_ms), (Standing::In, 9, 2));
    assert_eq!(store.room("w").await.unwrap().unwrap().touched_at_ms, 9);
}

pub(crate) async fn forty_who_come_at_once_are_never_one_too_many<H: House>() {
    let (house, store) = opened::<H>().await;
    let mut coming = JoinSet::new();
    for seat in 0..40 {
        let store = store.clone();
        coming.spawn(async move { store.join(join("w", &format!("s{seat}"), 1)).await.unwrap() });
    }
    let mut numbers: Vec<_> = coming.join_all().await.into_iter().flatten().map(|seat| seat.number).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, [1, 2, 3]);
    assert_eq!(house.rows("seat").await, 3, "no seat without a chair");
    // A seat given back makes place, and its number is nobody else's.
    let both = [Standing::Waiting, Standing::In];
    let gone = store.room_seats("w").await.unwrap()[0].seat.clone();
    store.stand(stand(Some(&gone), &both, Standing::Left)).await.unwrap();
    let next = store.join(join("w", "next", 2)).await.unwrap().unwrap();
    assert_eq!(next.number, 4);
    let last = Join { most: 4, ..join("w", "last", 3) };
    store.stand(stand(Some("next"), &both, Standing::Left)).await.unwrap();
    assert_eq!(store.join(last).await.unwrap(), None, "every animal has been given");
}

pub(crate) async fn a_seat_taken_back_opens_nothing<H: House>() {
    let (_house, store) = opened::<H>().await;
    store.join(join("w", "s", 1)).await.unwrap();
    store.start_rehearsal(rehearsal("w", "r", 0)).await.unwrap();
    let removed = Stand {
        token_digest: Some("of nobody".into()),
        ..stand(Some("s"), &[Standing::In], Standing::Removed)
    };
    assert_eq!(store.stand(removed).await.unwrap(), ["s"]);
    assert_eq!(store.room_seat("w", "s").await.unwrap().unwrap().token_digest, "of nobody");
    assert_eq!(store.rehearsal("w", "r").await.unwrap().unwrap().token_digest, "of nobody");
    let again = stand(Some("s"), &[Standing::Waiting, Standing::In], Standing::In);
    assert!(store.stand(again).await.unwrap().is_empty(), "for good");
}

pub(crate) async fn a_room_goes_with_its_workshop_and_a_model_stays<H: House>() {
    let (house, store) = opened::<H>().await;
    let model = |id: &str, name: &str, plan: &str| NewModel {
        place: "library".into(),
        id: id.into(),
        name: name.into(),
        plan: plan.into(),
        at_ms: 1,
    };
    store.keep_model(model("m1", "impots", "{1}")).await.unwrap();
    store.keep_model(model("m2", "impots", "{2}")).await.unwrap();
    store.keep_model(model("m3", "caf", "{3}")).await.unwrap();
    let kept: Vec<_> =
        store.models("library").await.unwrap().into_iter().map(|row| (row.name, row.plan)).collect();
    assert_eq!(kept, [("caf".to_owned(), "{3}".to_owned()), ("impots".to_owned(), "{2}".to_owned())]);
    assert!(store.models("town hall").await.unwrap().is_empty());
    assert!(!store.drop_model("town hall", "m3").await.unwrap());
    assert!(store.drop_model("library", "m3").await.unwrap());

    store.join(join("w", "s", 1)).await.unwrap();
    store.start_rehearsal(rehearsal("w", "r", 0)).await.unwrap();
    assert!(store.erase_workshop("w").await.unwrap());
    for table in ["workshop", "room", "seat", "room_seat", "rehearsal", "fact"] {
        assert_eq!(house.rows(table).await, 0, "{table}");
    }
    assert_eq!(house.rows("room_model").await, 1);
}

async fn opened<H: House>() -> (H, std::sync::Arc<dyn Store>) {
    let house = H::build().await;
    let store = house.open().await;
    store.open_room(room("w", "111", 0)).await.unwrap();
    (house, store)
}
