//! What is erased or too old leaves nothing, and takes nothing else with it.

use server::store::{Append, AppendError, NewRehearsal};

use super::{
    House, TABLES, all, closure,
    keys::{key, take},
    rehearsal, submit, workshop,
};

pub(crate) async fn erasing_a_workshop_leaves_no_row_of_it<H: House>() {
    let house = H::build().await;
    let store = house.open().await;
    let mut before = Vec::new();
    for name in ["kept", "erased"] {
        before.clear();
        for table in TABLES {
            before.push(house.rows(table).await);
        }
        store.start_alone(workshop(name, 0), rehearsal(name, "r", 0)).await.unwrap();
        store.append(submit(name, "r", 1, "f")).await.unwrap();
        store.make_key(key(name, name, 0)).await.unwrap();
        store.take_seat(take(name, "new", 0)).await.unwrap();
    }
    assert!(store.erase_workshop("erased").await.unwrap());
    assert!(!store.erase_workshop("erased").await.unwrap());
    for (table, count) in TABLES.into_iter().zip(before) {
        assert_eq!(house.rows(table).await, count, "rows of {table}");
    }
    assert_eq!(all(&*store, "erased").await, []);
    assert_eq!(store.rehearsal("erased", "r").await.unwrap(), None);
    assert_eq!(all(&*store, "kept").await.len(), 2);
    let late = store.append(submit("erased", "r", 2, "g")).await;
    assert!(matches!(late, Err(AppendError::Gone)), "{late:?}");
}

pub(crate) async fn purging_keeps_what_is_young_and_the_closures_it_needs<H: House>() {
    let house = H::build().await;
    let store = house.open().await;
    for old in 0..120 {
        let name = format!("old{old}");
        let new = NewRehearsal { closure: closure("d0"), ..rehearsal(&name, "r", 5) };
        store.start_alone(workshop(&name, 5), new).await.unwrap();
    }
    for (name, digest) in [("revived", "d2"), ("young", "d3")] {
        let at_ms = if name == "young" { 100 } else { 5 };
        let new = NewRehearsal { closure: closure(digest), ..rehearsal(name, "r", at_ms) };
        store.start_alone(workshop(name, at_ms), new).await.unwrap();
    }
    store.append(Append { at_ms: 100, ..submit("revived", "r", 1, "f") }).await.unwrap();

    let purged = store.purge(100).await.unwrap();
    assert_eq!((purged.workshops, purged.closures), (120, 1));
    assert_eq!((house.rows("workshop").await, house.rows("fact").await), (2, 3));
    assert_eq!(store.closure("d0").await.unwrap(), None);
    assert_eq!(store.closure("d2").await.unwrap(), Some(closure("d2")));
    assert_eq!(store.closure("d3").await.unwrap(), Some(closure("d3")));
}
