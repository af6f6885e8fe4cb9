//! One learner's run through one scenario: commands in, events out, a state folded from them, a screen to show.
//!
//! It performs nothing and reads no clock: chance and the day come with the commands.

mod command;
mod decide;
mod event;
mod mode;
mod names;
mod reach;
mod room;
mod state;

mod control;
mod cookies;
mod judge;
mod questions;
mod way;
mod world;

mod cause;
mod coach;
mod papers;
mod review;
mod robot;
mod screen;
mod shown;
mod whereabouts;
mod wording;

pub use cause::{Cause, Line};
pub use coach::{Advice, Mark, Rung, Wandering, advise, concern};
pub use command::{Answers, Command, Consent, Draft, Reading, Stale, Start};
pub use control::Control;
pub use cookies::{Cookies, Purpose};
pub use decide::{decide, is_repeat, start};
pub use event::{Event, Objection, Problem};
pub use judge::{Expected, can_finish, expected, read};
pub use mode::Mode;
pub(crate) use names::{label_before_answers, labels_before_answers, title_before_answers};
pub use papers::{CarriedPaper, Letter, Sheet, carried, envelope, paper};
pub use reach::HintReach;
pub use review::{Hard, Review, Skill, review};
pub use robot::{Explored, Unmet, explore, mistaken_answer, right_answers, right_move, standing};
pub use room::{Ask, Call, Hand, LONGEST_MESSAGE, Ready, Unsaid, Words};
pub use screen::{
    Asked, Finish, FinishMistake, MailLine, OpenMail, Piece, RecapGroup, RecapRow, RecapValue, Receipt,
    STOPPED, Screen, ShownLink, ShownProblem, Verdict, Viewer, has_phone, mail, mails, screen, texts, unread,
};
pub use shown::{Shown, Step, Todo};
pub use state::{Arrived, State};
pub use whereabouts::{Whereabouts, whereabouts};
