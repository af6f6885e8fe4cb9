//! One learner's run through one scenario: commands in, events out, a state folded from them, a screen to show.
//!
//! It performs nothing and reads no clock: chance and the day come with the commands.

mod command;
mod decide;
mod event;
mod mode;
mod state;

mod control;
mod cookies;
mod judge;
mod questions;
mod way;
mod world;

mod coach;
mod papers;
mod robot;
mod screen;
mod shown;
mod wording;

pub use coach::{Advice, Mark, Rung, advise};
pub use command::{Answers, Command, Consent, Draft, Reading, Stale, Start};
pub use control::Control;
pub use cookies::{Cookies, Purpose};
pub use decide::{decide, is_repeat, start};
pub use event::{Event, Objection, Problem};
pub use judge::{Expected, can_finish, expected, read};
pub use mode::Mode;
pub use papers::{CarriedPaper, Letter, Sheet, carried, paper};
pub use robot::{Explored, Unmet, explore, mistaken_answer, right_answers, right_move, standing};
pub use screen::{
    Asked, Finish, FinishMistake, MailLine, OpenMail, Piece, RecapGroup, RecapRow, RecapValue, Receipt,
    STOPPED, Screen, ShownLink, ShownProblem, Verdict, Viewer, mail, mails, screen,
};
pub use shown::{Step, Todo};
pub use state::{Arrived, State};
