//! Around the lines: the room's head with its counts, the group step by step, the last minutes.

use leptos::prelude::*;

use super::{Door, GROUP, Group, HEAD, Head, MINUTES, acts};
use crate::{
    routes::room::Room,
    ui::{
        bar::bar,
        button::{ButtonLink, Rank},
        icon::{Icon, icon},
    },
};

/// The room, its code, who is there.
pub fn entry(head: &Head) -> AnyView {
    let room = Room(&head.room);
    let (project, envelopes, report) = (room.project(), room.envelopes(), room.report());
    let code = head.code.clone().map(|code| {
        view! { <p class="board__code"><span class="unseen">"Code\u{a0}: "</span>{code}</p> }.into_any()
    });
    let door = match (head.door, head.code.is_some()) {
        (_, false) => "Atelier terminé",
        (Door::Open, _) => "Porte ouverte",
        (Door::Waiting, _) => "Salle d’attente",
        (Door::Closed, _) => "Porte fermée",
    };
    let until = head.ends.as_ref().map(|ends| format!(" · {} – {ends}", head.began));
    let until = until.unwrap_or_else(|| format!(" · depuis {}", head.began));
    let calling =
        (head.calling > 0).then(|| view! { " · " <b class="board__calling">{head.calling} " à aider"</b> });
    let waiting = (head.waiting > 0).then(|| format!(" · {} en attente", head.waiting));
    let open = head.code.is_some();
    let all = open.then(|| acts::for_all(head));
    let more = open.then(|| {
        view! {
            <details class="board__more">
                <summary class="button button--secondary">{icon(Icon::Dots)} <span class="unseen">"Plus d’actions pour tout le monde"</span></summary>
                <div class="board__panel">{acts::rarer_for_all(head)}</div>
            </details>
        }
    });
    // Once it is over, what is wanted is what it leaves.
    let project = open.then(|| view! { <ButtonLink label="Projeter" href=project rank=Rank::Secondary/> });
    let told = if open { Rank::Secondary } else { Rank::Primary };
    view! {
        <div class="board__head" id=HEAD>
            <div class="board__room">
                <h1 class="board__title">{head.title.clone()}</h1>
                <p class="board__about" id="compte">
                    {door} {until} " · " {present(head.present)} {waiting} {calling}
                </p>
            </div>
            {code}
            <div class="board__links">
                {all}
                {project}
                <ButtonLink label="Enveloppes" href=envelopes rank=Rank::Secondary/>
                <ButtonLink label="Bilan" href=report rank=told/>
                {more}
            </div>
        </div>
    }
    .into_any()
}

fn present(present: usize) -> String {
    match present {
        0 => "personne encore".to_owned(),
        1 => "1\u{a0}personne".to_owned(),
        many => format!("{many}\u{a0}personnes"),
    }
}

/// How many are at each step, and what is hard today.
pub fn group(group: &Group) -> AnyView {
    let most = group.steps.iter().map(|(_, count)| *count).max().unwrap_or_default();
    let steps: Vec<_> = group
        .steps
        .iter()
        .map(|(step, count)| {
            view! {
                <li class="board__step">
                    <span>{step.clone()}</span>
                    {bar(*count, most)}
                    <b>{*count}</b>
                </li>
            }
            .into_any()
        })
        .collect();
    let hard: Vec<_> = group
        .hard
        .iter()
        .map(|(label, times)| {
            view! { <li class="board__hard"><span>{label.clone()}</span> <b>{*times} "\u{a0}refus"</b></li> }
                .into_any()
        })
        .collect();
    let nobody = steps.is_empty().then(|| view! { <p>"Personne n’a encore commencé."</p> });
    let nothing = hard.is_empty().then(|| view! { <p>"Rien pour l’instant."</p> });
    view! {
        <section class="pane" id=GROUP aria-labelledby="titre-groupe">
            <h2 class="pane__title" id="titre-groupe">"Le groupe, étape par étape"</h2>
            {nobody}
            <ul class="board__list">{steps}</ul>
            <h3>"Ce qui est difficile aujourd’hui"</h3>
            {nothing}
            <ul class="board__list">{hard}</ul>
        </section>
    }
    .into_any()
}

pub fn minutes(minutes: &[(String, String)]) -> AnyView {
    let lines: Vec<_> = minutes
        .iter()
        .take(8)
        .map(|(when, what)| view! { <li><b>{when.clone()}</b> " · " {what.clone()}</li> }.into_any())
        .collect();
    let nothing = lines.is_empty().then(|| view! { <p>"Rien pour l’instant."</p> });
    view! {
        <section class="pane" id=MINUTES aria-labelledby="titre-minutes">
            <h2 class="pane__title" id="titre-minutes">"Dernières minutes"</h2>
            {nothing}
            <ul class="board__list board__list--small">{lines}</ul>
        </section>
    }
    .into_any()
}
