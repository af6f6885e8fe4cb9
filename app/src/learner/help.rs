//! What Miroir says beside the clone, as much of it as the way of rehearsing wants: a step shown, a hint, a button, or
//! nothing before the result.

use leptos::prelude::*;
use scenarios::rehearsal::{Advice, Mode, Rung, Step, Todo, Verdict};

use crate::{
    routes::{EXERCISES, Gesture, PROCEDURE},
    ui::{
        button::{Button, Go, GoButton, Rank},
        coach::{Coach, HELP},
        details::Details,
        icon::Icon,
    },
};

/// The id of all that the coach says of a page: its island changes this part and nothing else.
pub(super) const PART: &str = "coach";

/// Help on the page, the way to say that all is done, and the ways of rehearsing.
pub(super) fn panel(mode: Mode, advice: Option<&Advice>, can_finish: bool) -> AnyView {
    let finish = can_finish.then(|| {
        let go = Go::submit(Gesture::Finish.write());
        view! { <GoButton label="J’ai fini cette démarche" go rank=Rank::Secondary/> }.into_any()
    });
    // Where there is nothing to say, the coach does not ask.
    let speaks = |advice: &&Advice| {
        advice.ladder > 0 || advice.lost || advice.explanation.is_some() || advice.step.is_some()
    };
    let help = advice.filter(speaks).map(|advice| match &advice.step {
        Some(step) => shown(step, advice),
        None if advice.quiet => on_request(advice),
        None => help(advice),
    });
    // Where the phone's « Aide » leads, when no help is said.
    let place = help.is_none().then(|| view! { <div id=HELP tabindex="-1"></div> });
    // Said after a while, by the island: never a hint that was not asked for.
    let unread = advice.is_some_and(|advice| !advice.quiet && advice.rungs.len() < advice.ladder);
    let offer = (mode == Mode::Guided && unread)
        .then(|| view! { <p id="coach-offre" class="coach-offer" hidden>"Rien ne presse. Besoin d’un indice\u{a0}?"</p> });
    view! { <div id=PART class="coach-part">{help} {place} {offer} {finish} {modes(mode)}</div> }.into_any()
}

/// Whoever rehearses alone sees a button, and nothing else.
fn on_request(advice: &Advice) -> AnyView {
    let go = Go::submit(Gesture::Hint.write());
    let button = advice.ladder > 0 || advice.lost;
    let button =
        button.then(|| view! { <GoButton label="Demander de l’aide" go rank=Rank::Coach/> }.into_any());
    view! { <Coach title="Besoin d’aide\u{a0}?" button=button><p>"Essayez d’abord seul. L’aide reste là."</p></Coach> }
        .into_any()
}

/// What to do now, all of it, for whoever discovers the procedure.
fn shown(step: &Step, advice: &Advice) -> AnyView {
    let press =
        |words: &str| view! { <p>"Appuyez sur «\u{a0}" <b>{words.to_owned()}</b> "\u{a0}»."</p> }.into_any();
    let lost = advice.lost.then(|| view! { <p>"Ce n’est pas par ici."</p> });
    let content = match step {
        Step::Answer { answers, button } => {
            let answers: Vec<_> = answers.iter().map(|(label, todo)| answer_shown(label, todo)).collect();
            let todo = (!answers.is_empty()).then(|| view! { <ul class="coach__todo">{answers}</ul> });
            view! { {todo} {press(button)} }.into_any()
        }
        Step::Press(words) => press(words),
        Step::Wait => view! { <p>"Ouvrez «\u{a0}" <b>"Messages"</b> "\u{a0}», puis appuyez sur «\u{a0}" <b>"Relever les messages"</b> "\u{a0}»."</p> }.into_any(),
        Step::GoBack => press("Précédent"),
        Step::RemoveRow => press("Retirer"),
    };
    view! { <Coach title="On vous montre">{lost} {content}</Coach> }.into_any()
}

fn answer_shown(label: &str, todo: &Todo) -> AnyView {
    let (verb, value) = match todo {
        Todo::Type(text) => ("tapez ", text.clone()),
        Todo::Choose(text) => ("choisissez ", text.clone()),
        Todo::Tick => ("cochez la case", String::new()),
        Todo::Anything => ("répondez ce que vous voulez", String::new()),
        Todo::Nothing => ("laissez vide", String::new()),
    };
    view! { <li>{label.to_owned()} "\u{a0}: " {verb} <b>{value}</b></li> }.into_any()
}

/// The four ways of rehearsing, the present one said first. Changing loses nothing.
fn modes(mode: Mode) -> AnyView {
    let others = Mode::ALL.into_iter().filter(|other| *other != mode).map(|other| {
        let go = Go::submit(Gesture::Mode(other.word().to_owned()).write());
        view! {
            <li><GoButton label=name(other) go rank=Rank::Quiet/> <span class="modes__about">{about(other)}</span></li>
        }
        .into_any()
    });
    let others: Vec<_> = others.collect();
    view! {
        <Details summary=format!("Façon de s’entraîner\u{a0}: {}", name(mode).to_lowercase())>
            <p>{about(mode)}</p>
            <p>"Vous pouvez en changer. Rien n’est perdu."</p>
            <ul class="modes">{others}</ul>
        </Details>
    }
    .into_any()
}

const fn name(mode: Mode) -> &'static str {
    match mode {
        Mode::Discover => "Découvrir",
        Mode::Guided => "Guidé",
        Mode::Alone => "Seul",
        Mode::Test => "Épreuve",
    }
}

const fn about(mode: Mode) -> &'static str {
    match mode {
        Mode::Discover => "On vous montre quoi faire, page par page.",
        Mode::Guided => "Un indice arrive quand il peut servir.",
        Mode::Alone => "L’aide vient seulement si vous la demandez.",
        Mode::Test => "Aucune aide. Le résultat vient à la fin.",
    }
}

fn help(advice: &Advice) -> AnyView {
    let given = advice.rungs.len();
    let more = given < advice.ladder;
    let button = match (&advice.elsewhere, more) {
        (Some(screen), _) => {
            let go = Go::submit(Gesture::Modify(screen.clone()).write());
            Some(view! { <GoButton label="Revenir à cette page" go rank=Rank::Coach/> }.into_any())
        }
        (None, true) => {
            let label = if given == 0 { "Donnez-moi un indice" } else { "Un autre indice" };
            Some(view! { <GoButton label go=Go::submit(Gesture::Hint.write()) rank=Rank::Coach/> }.into_any())
        }
        (None, false) => None,
    };
    // A whole sentence, as that of a statement on honour, is not quoted again.
    let short = advice.label.chars().count() <= 40;
    let opening = match (&advice.explanation, given) {
        _ if advice.lost => "Ce n’est pas par ici. Revenez à la page d’avant.".to_owned(),
        (Some(explanation), _) => format!("«\u{a0}{}\u{a0}»\u{a0}: {explanation}", advice.label),
        (None, 0) if short => format!("Vous hésitez sur «\u{a0}{}\u{a0}»\u{a0}?", advice.label),
        (None, 0) => "Vous hésitez\u{a0}?".to_owned(),
        (None, _) if short => format!("Pour «\u{a0}{}\u{a0}»\u{a0}:", advice.label),
        (None, _) => "Un indice\u{a0}:".to_owned(),
    };
    let rungs: Vec<_> = advice.rungs.iter().map(rung_said).collect();
    let count = |number| u8::try_from(number).unwrap_or(u8::MAX);
    let (rung, of) = (count(given), count(advice.ladder));
    view! { <Coach title="Un coup de main" rung of button=button><p>{opening}</p>{rungs}</Coach> }.into_any()
}

/// A rung, and the way to the place on the paper that it shows.
fn rung_said(rung: &Rung) -> AnyView {
    let show = rung.shows.as_ref().map(|mark| {
        let go = Go::submit(Gesture::Show { paper: mark.paper.clone(), place: mark.line.clone() }.write());
        view! {
            <p class="coach__show">
                <GoButton label="Montrez-moi sur le papier" go rank=Rank::Coach icon=Icon::Papers/>
                <span class="unseen">{mark.title.clone()}</span>
            </p>
        }
    });
    view! { <p>{rung.says.clone()}</p> {show} }.into_any()
}

/// What Miroir says at the end, apart from the imitated site.
pub(super) fn verdict(finish: &Verdict, scenario: &str) -> AnyView {
    let mistakes: Vec<_> = finish
        .mistakes
        .iter()
        .map(|mistake| {
            view! { <li><b>{mistake.label.clone()}</b>"\u{a0}: " {mistake.explanation.clone()}</li> }
                .into_any()
        })
        .collect();
    let again = view! {
        <form method="post" action=EXERCISES>
            <input type="hidden" name=PROCEDURE value=scenario.to_owned()/>
            <Button label="Recommencer avec une autre personne" rank=Rank::Coach/>
        </form>
    }
    .into_any();
    let text = finish.text.clone();
    let score = finish.score.map(|(right, of)| {
        view! { <p class="coach__score"><b>{right} " sur " {of}</b> " réponses justes"</p> }
    });
    view! {
        <Coach title=finish.title.clone() button=Some(again)>
            {score}
            <p>{text}</p>
            {(!mistakes.is_empty()).then(|| view! { <ul>{mistakes}</ul> })}
        </Coach>
    }
    .into_any()
}
