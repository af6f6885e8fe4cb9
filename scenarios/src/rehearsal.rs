//! One learner's run through one scenario: commands in, events out, a state folded from them, a screen to show.
//!
//! It performs nothing and reads no clock: chance and the day come with the commands.

mod coach;
mod command;
mod control;
mod decide;
mod event;
mod screen;
mod state;
mod wording;

pub use coach::{Advice, advise};
pub use command::{Answers, Command, Draft, Reading, Stale, Start};
pub use control::Control;
pub use decide::{decide, is_repeat, read, start};
pub use event::{Event, Objection, Problem};
pub use screen::{
    Asked, Finish, FinishMistake, MailLine, OpenMail, RecapGroup, RecapRow, RecapValue, STOPPED, Screen,
    ShownProblem, Viewer, mail, mails, screen,
};
pub use state::{Arrived, State};
