//! What somebody who makes no mistake would do now, in words: shown to whoever discovers a procedure.

use super::{
    coach::mark,
    command::Command,
    questions::{Held, Question, Wanted, held, questions},
    robot::{right_answer, right_move},
    state::State,
    wording::{fill, in_french},
    world::Lived,
};
use crate::{
    field::{Kind, Privacy},
    graph::{Graph, Hint, Screen},
};

/// The next thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Answer these questions, each with what is to be answered; then press the page's button.
    Answer { answers: Vec<Shown>, button: String },
    /// Press these words: a link, or a button of the page.
    Press(String),
    /// Look for messages: on the telephone, when the one awaited comes there.
    Wait { phone: bool },
    /// « Précédent ».
    GoBack,
    /// « Retirer » a row.
    RemoveRow,
}

/// One question, and what is done with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    pub label: String,
    pub todo: Todo,
    /// Where the answer is found, in the words of the second rung of help.
    pub found: Option<String>,
}

/// What is to be done with one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Todo {
    Type(String),
    Choose(String),
    Tick,
    /// What stands there is right.
    Leave,
    /// Nothing in particular is expected.
    Anything,
    /// It is to be left empty.
    Nothing,
}

/// The next step; none at the end, or when nothing leads further.
pub(super) fn step(graph: &Graph, state: &State) -> Option<Step> {
    let screen = graph.screen(&state.screen)?;
    let lived = Lived::on(graph, state, screen, &state.screen);
    let there = held(screen, &lived, Wanted::Shown);
    Some(match right_move(graph, state, "")? {
        Command::Submit { .. } => answer(screen, &lived),
        Command::Follow { page, .. } => Step::Press(words(graph, &there, &lived, &page)?),
        Command::Press { button, .. } => Step::Press(fill(&there.buttons.get(button)?.words, &lived)),
        Command::AddRow { rows, .. } => {
            let (_, rows, _) = there.rows.iter().find(|(name, ..)| *name == rows)?;
            Step::Press(rows.add.clone())
        }
        Command::RemoveRow { .. } => Step::RemoveRow,
        Command::Wait => Step::Wait { phone: state.awaited().is_some_and(|mail| is_text(graph, mail)) },
        Command::GoBack { .. } => Step::GoBack,
        _ => return None,
    })
}

fn is_text(graph: &Graph, mail: &str) -> bool {
    graph.mail(mail).is_some_and(|mail| mail.phone)
}

/// The words of the link that leads to `page`.
fn words(graph: &Graph, there: &Held<'_>, lived: &Lived<'_>, page: &str) -> Option<String> {
    let site = graph.site.menu.iter().chain(&graph.site.footer);
    let link = there.links.iter().copied().chain(site).find(|link| link.page == page)?;
    Some(fill(&link.words, lived))
}

fn answer(screen: &Screen, lived: &Lived<'_>) -> Step {
    let asked = questions(screen, lived, Wanted::Shown);
    let answers = asked.iter().map(|question| {
        let hints = &question.field.hints;
        // The last rung is the answer itself.
        // A paper that the learner has not got is nowhere to be opened.
        let opens =
            |hint: &&Hint| hint.shows.as_ref().is_none_or(|place| mark(place, &question.lived).is_some());
        let found = hints.get(1).filter(|_| hints.len() > 2).filter(opens);
        let found = found.map(|hint| fill(&hint.says, &question.lived));
        Shown { label: fill(&question.field.label, &question.lived), todo: todo(question), found }
    });
    let button = screen.button.clone().unwrap_or_else(|| "Continuer".to_owned());
    Step::Answer { answers: answers.collect(), button }
}

fn todo(question: &Question<'_>) -> Todo {
    let (rules, settings) = (question.field.kind.rules(), question.settings());
    if question.field.kind == Kind::Honour {
        return Todo::Tick;
    }
    if question.field.expected.is_none() {
        return Todo::Anything;
    }
    let parts = right_answer(question);
    if parts.is_empty() {
        return Todo::Nothing;
    }
    if stands(question, &parts) {
        return Todo::Leave;
    }
    let typed: Vec<&str> = parts.iter().map(String::as_str).collect();
    let text = match rules.parse(&typed, &settings) {
        // A code and a password are shown as they are to be typed, here where nothing is real.
        Ok(_) if rules.privacy() == Privacy::Secret => parts.join(" "),
        Ok(canonical) => in_french(&rules.shown(&canonical, &settings)),
        Err(_) => parts.join(" "),
    };
    let chosen = !settings.choices.is_empty() || question.field.kind == Kind::YesNo;
    if chosen { Todo::Choose(text) } else { Todo::Type(text) }
}

/// Whether the site had written there what is to be answered.
fn stands(question: &Question<'_>, parts: &[String]) -> bool {
    let (Some(term), None) = (&question.field.prefilled, question.lived.state.answers.get(&question.id))
    else {
        return false;
    };
    let right: Vec<&str> = parts.iter().map(String::as_str).collect();
    let right = question.field.kind.rules().parse(&right, &question.settings()).ok();
    right.is_some() && question.canonical(&term.value(&question.lived).stored()) == right
}
