//! The staff's accounts: signing in, one's own account, people and places. It knows nothing of rooms.

mod account;
mod head;
mod house;
mod journal;
mod newcomer;
mod sign_in;

pub use account::{Account, Enrolling, Outcome, Session, page as account};
pub use head::{Entry, Who, page as staffed};
pub use house::{Asked, House, Invitation, Person, Place, Role, page as house};
pub use journal::{Line, page as journal};
pub use newcomer::{Newcomer, Wrong, page as newcomer};
pub use sign_in::{Signing, code as owed_code, page as sign_in};

use crate::ui::Example;

/// Each page as it is seen first, and with something to correct.
pub fn examples() -> Vec<Example> {
    let mut all = head::examples();
    all.extend(sign_in::examples());
    all.extend(newcomer::examples());
    all.extend(account::examples());
    all.extend(house::examples());
    all.extend(journal::examples());
    all
}
