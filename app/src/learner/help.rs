//! What Miroir says beside the clone, as much of it as the way of rehearsing wants: a step shown, a hint, a button, or
//! nothing before the result.

mod cause;
mod verdict;

use leptos::prelude::*;
use scenarios::rehearsal::{Advice, HintReach, Mode, Rung, Shown, State, Step, Todo, Wandering};

pub use self::verdict::examples;
pub(super) use self::verdict::verdict;

use super::telephone::LOOK_AGAIN;
use crate::{
    mirror::field::POINTED,
    routes::Gesture,
    ui::{
        button::{ButtonLink, Go, GoButton, Rank},
        coach::{Coach, HELP},
        details::Details,
        icon::Icon,
    },
};

/// The id of all that the coach says of a page: its island changes this part and nothing else.
pub(super) const PART: &str = "coach";

/// Help on the page, the way to say that all is done, and the ways of rehearsing.
pub(super) fn panel(state: &State, advice: Option<&Advice>, can_finish: bool) -> AnyView {
    let (mode, reach) = (state.mode, state.reach);
    let finish = can_finish.then(|| {
        let go = Go::submit(Gesture::Finish.write());
        if state.registered {
            return view! { <GoButton label="J’ai fini cette démarche" go rank=Rank::Secondary/> }.into_any();
        }
        // It cannot be taken up again: asked once more, in place.
        view! {
            <Details summary="J’ai fini cette démarche">
                <p>"Votre demande n’est pas encore envoyée. Si vous arrêtez, l’exercice est fini."</p>
                <GoButton label="Arrêter sans envoyer" go rank=Rank::Secondary/>
            </Details>
        }
        .into_any()
    });
    // Where there is nothing to say, the coach does not ask.
    let speaks = |advice: &&Advice| {
        advice.ladder > 0 || advice.wandering.is_some() || advice.cause.is_some() || advice.step.is_some()
    };
    let help = advice.filter(speaks).map(|advice| match &advice.step {
        Some(step) => shown(step, advice),
        None if advice.quiet => on_request(advice),
        None => help(advice),
    });
    let help =
        help.or_else(|| (reach == HintReach::Mediator && mode != Mode::Test).then(|| by_the_mediator(state)));
    // Where the phone's « Aide » leads, when no help is said.
    let place = help.is_none().then(|| view! { <div id=HELP tabindex="-1"></div> });
    // Said after a while, by the island: never a hint that was not asked for.
    let unread = advice.is_some_and(|advice| !advice.quiet && advice.rungs.len() < advice.ladder);
    let offer = (mode == Mode::Guided && unread)
        .then(|| view! { <p id="coach-offre" class="coach-offer" hidden>"Rien ne presse. Besoin d’un indice\u{a0}?"</p> });
    view! { <div id=PART class="coach-part">{help} {place} {offer} {finish} {modes(mode, reach)}</div> }
        .into_any()
}

/// Whoever rehearses alone sees a button, and nothing else.
fn on_request(advice: &Advice) -> AnyView {
    let go = Go::submit(Gesture::Hint.write());
    let button = advice.ladder > 0;
    let button =
        button.then(|| view! { <GoButton label="Demander de l’aide" go rank=Rank::Coach/> }.into_any());
    view! { <Coach title="Besoin d’aide\u{a0}?" button=button><p>"Essayez d’abord seul. L’aide reste là."</p></Coach> }
        .into_any()
}

/// In a room where only the mediator helps.
fn by_the_mediator(state: &State) -> AnyView {
    let called = "Vous avez appelé le médiateur. Il vient vous aider.";
    let words = if state.hand.is_some() { called } else { MEDIATOR_HELPS };
    view! { <Coach title="Besoin d’aide\u{a0}?"><p>{words}</p></Coach> }.into_any()
}

const MEDIATOR_HELPS: &str =
    "Ici, le médiateur donne les indices. Appuyez sur «\u{a0}Appeler le médiateur\u{a0}».";

/// What to do now, all of it, for whoever discovers the procedure.
fn shown(step: &Step, advice: &Advice) -> AnyView {
    let lost = advice.wandering.map(astray);
    let content = match step {
        Step::Answer { answers, button } => {
            let asks = match answers.len() {
                0 => "Ici, le site ne pose pas de question.".to_owned(),
                1 => "Ici, le site pose une question.".to_owned(),
                many => format!("Ici, le site pose {many}\u{a0}questions."),
            };
            let answers: Vec<_> = answers.iter().map(answer_shown).collect();
            let todo = (!answers.is_empty()).then(|| view! { <ul class="coach__todo">{answers}</ul> });
            view! { <p>{asks}</p> {todo} {press(button)} }.into_any()
        }
        other => moved(other),
    };
    view! { <Coach title="On vous montre">{lost} {content}</Coach> }.into_any()
}

/// What to press, in words.
pub(super) fn moved(step: &Step) -> AnyView {
    match step {
        Step::Answer { button, .. } => {
            view! { <p>"Répondez aux questions de la page."</p> {press(button)} }.into_any()
        }
        Step::Press(words) => press(words),
        Step::Wait { phone: true } => view! { <p>"Ouvrez «\u{a0}" <b>"SMS"</b> "\u{a0}», puis appuyez sur «\u{a0}" <b>{LOOK_AGAIN}</b> "\u{a0}»."</p> }.into_any(),
        Step::Wait { phone: false } => view! { <p>"Ouvrez «\u{a0}" <b>"Messages"</b> "\u{a0}», puis appuyez sur «\u{a0}" <b>"Relever les messages"</b> "\u{a0}»."</p> }.into_any(),
        Step::GoBack => press("Précédent"),
        Step::RemoveRow => press("Retirer"),
    }
}

fn press(words: &str) -> AnyView {
    view! { <p>"Appuyez sur «\u{a0}" <b>{words.to_owned()}</b> "\u{a0}»."</p> }.into_any()
}

/// How somebody lost the way, without blame.
fn astray(wandering: Wandering) -> AnyView {
    match wandering {
        Wandering::WrongTurn => {
            view! { <p>"Ce n’est pas par ici. Revenez à la page d’avant."</p> }.into_any()
        }
        Wandering::InCircles => {
            view! { <p>"Vous êtes déjà passé par cette page. C’est normal de chercher."</p> }.into_any()
        }
    }
}

fn answer_shown(Shown { label, todo, found }: &Shown) -> AnyView {
    let (verb, value) = match todo {
        Todo::Type(text) => ("tapez ", text.clone()),
        Todo::Choose(text) => ("choisissez ", text.clone()),
        Todo::Tick => ("cochez la case", String::new()),
        Todo::Leave => ("c’est déjà juste, ne changez rien", String::new()),
        Todo::Anything => ("répondez ce que vous voulez", String::new()),
        Todo::Nothing => ("laissez vide", String::new()),
    };
    let found = found.clone().map(|found| view! { <span class="coach__found">{found}</span> });
    view! { <li>{label.clone()} "\u{a0}: " {verb} <b>{value}</b> {found}</li> }.into_any()
}

/// The ways of rehearsing that may be chosen, the present one said first. Changing loses nothing.
fn modes(mode: Mode, reach: HintReach) -> AnyView {
    let others = Mode::ALL.into_iter().filter(|other| *other != mode && reach.allows(*other)).map(|other| {
        let go = Go::submit(Gesture::Mode(other.word().to_owned()).write());
        view! {
            <li><GoButton label=name(other) go rank=Rank::Quiet/> <span class="modes__about">{about(other, reach)}</span></li>
        }
        .into_any()
    });
    let others: Vec<_> = others.collect();
    view! {
        <Details summary=format!("Façon de s’entraîner\u{a0}: {}", name(mode).to_lowercase())>
            <p>{about(mode, reach)}</p>
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

const fn about(mode: Mode, reach: HintReach) -> &'static str {
    match mode {
        Mode::Guided | Mode::Alone if matches!(reach, HintReach::Mediator) => MEDIATOR_HELPS,
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
    let short = advice.is_about_a_question();
    let label = shortened(&advice.label);
    let named = |after: &str| format!("«\u{a0}{label}\u{a0}»{after}");
    let opening = match (&advice.wandering, &advice.cause, given) {
        (Some(wandering), ..) => {
            let question = short.then(|| {
                let after = if given == 0 { "\u{a0}?" } else { "\u{a0}:" };
                let before = if given == 0 { "Vous hésitez sur " } else { "Pour " };
                view! { <p>{before} {named(after)}</p> }
            });
            view! { {astray(*wandering)} {question} }.into_any()
        }
        (None, Some(found), _) => {
            let of = short.then(|| view! { <p class="coach__about">{named("\u{a0}:")}</p> });
            view! { {of} {cause::said(found)} }.into_any()
        }
        (None, None, 0) if short => view! { <p>"Vous hésitez sur " {named("\u{a0}?")}</p> }.into_any(),
        (None, None, 0) => view! { <p>"Vous hésitez\u{a0}?"</p> }.into_any(),
        (None, None, _) if short => view! { <p>"Pour " {named("\u{a0}:")}</p> }.into_any(),
        (None, None, _) => view! { <p>"Un indice\u{a0}:"</p> }.into_any(),
    };
    let last = (advice.beyond && given > 0 && !more).then(|| {
        view! { <p>"Pour un autre indice, appuyez sur «\u{a0}Appeler le médiateur\u{a0}»."</p> }
    });
    let rungs: Vec<_> = advice.rungs.iter().map(rung_said).collect();
    let count = |number| u8::try_from(number).unwrap_or(u8::MAX);
    let (rung, of) = (count(given), count(advice.ladder));
    let pointed = advice.points.then(|| {
        view! {
            <p class="coach__show">
                <ButtonLink label="Aller à la question" href=format!("#{POINTED}") rank=Rank::Coach icon=Icon::Hand/>
            </p>
        }
    });
    view! { <Coach title="Un coup de main" rung of button=button>{opening} {rungs} {last} {pointed}</Coach> }
        .into_any()
}

/// A label by its first words: enough to be found again on the page.
fn shortened(label: &str) -> String {
    const LONGEST: usize = 40;
    if label.chars().count() <= LONGEST {
        return label.to_owned();
    }
    let mut kept = String::new();
    for word in label.split(' ') {
        if kept.chars().count() + word.chars().count() >= LONGEST {
            break;
        }
        if !kept.is_empty() {
            kept.push(' ');
        }
        kept.push_str(word);
    }
    let kept = kept.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    format!("{kept}…")
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
