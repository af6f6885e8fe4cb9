//! What Miroir says at the end, apart from the imitated site: how it went, what was hard, what to practise next.
//!
//! Each sentence cites a question and counts from the facts.

use leptos::prelude::*;
use scenarios::rehearsal::{Hard, Review, Skill, Verdict};

use crate::{
    routes::{AGAIN, EXERCISES, Exercise, PROCEDURE},
    ui::{
        Example,
        button::{Button, ButtonLink, Rank},
        coach::Coach,
        details::Details,
        icon::Icon,
        pane::Pane,
    },
};

/// `ready` leads to the sheet « Pour de vrai », when the scenario has one.
pub(in crate::learner) fn verdict(
    finish: &Verdict,
    review: &Review,
    scenario: &str,
    ready: Option<Exercise<'_>>,
) -> AnyView {
    let mistakes: Vec<_> = finish
        .mistakes
        .iter()
        .map(|mistake| {
            view! { <li><b>{mistake.label.clone()}</b>"\u{a0}: " {mistake.explanation.clone()}</li> }
                .into_any()
        })
        .collect();
    let ready = ready.map(|routes| {
        view! {
            <ButtonLink label="Prêt pour le vrai\u{a0}: ma feuille" href=routes.ready() rank=Rank::Coach icon=Icon::Print/>
        }
    });
    let again = view! {
        {ready}
        <form method="post" action=EXERCISES>
            <input type="hidden" name=PROCEDURE value=scenario.to_owned()/>
            <input type="hidden" name=AGAIN value="oui"/>
            <Button label="Recommencer avec une autre personne" rank=Rank::Coach/>
        </form>
    }
    .into_any();
    let (text, looked_back) = (finish.text.clone(), looked_back(review));
    let score = finish.score.filter(|(_, of)| *of > 0).map(|(right, of)| {
        view! { <p class="coach__score"><b>{right} " sur " {of}</b> " réponses justes"</p> }
    });
    view! {
        <Coach title=finish.title.clone() button=Some(again)>
            {score}
            <p>{text}</p>
            {(!mistakes.is_empty()).then(|| view! { <ul>{mistakes}</ul> })}
            {looked_back}
        </Coach>
    }
    .into_any()
}

fn looked_back(review: &Review) -> AnyView {
    // What was shown was not done alone, nor badly.
    let alone = match (review.alone, review.sought()) {
        (_, 0) => None,
        (alone, asked) if alone == asked => {
            Some(format!("Vous avez répondu seul à tout\u{a0}: {}.", counted(asked, "question")))
        }
        (alone, asked) => {
            Some(format!("Sans aide et du premier coup\u{a0}: {} sur {asked}.", counted(alone, "question")))
        }
    };
    let shown = (review.shown > 0).then(|| {
        let questions = counted(review.shown, "question");
        view! { <p>{format!("On vous a montré la réponse\u{a0}: {questions}. La prochaine fois, essayez «\u{a0}Guidé\u{a0}».")}</p> }
    });
    let hard: Vec<_> = review.hard.iter().map(|hard| view! { <li>{told(hard)}</li> }.into_any()).collect();
    let hard = (!hard.is_empty()).then(|| {
        view! { <Details summary="Ce qui était difficile"><ul>{hard}</ul></Details> }
    });
    let turns = (review.wrong_turns > 0).then(|| {
        let times = counted(usize::from(review.wrong_turns), "fois");
        view! { <p>{format!("Vous avez pris un autre chemin {times}.")}</p> }
    });
    let stops = (review.stops > 0).then(|| {
        let times = counted(usize::from(review.stops), "fois");
        view! { <p>{format!("Un vrai numéro a été arrêté {times}. Rien n’en est gardé.")}</p> }
    });
    let practise: Vec<_> =
        review.practise.iter().map(|skill| view! { <li>{to_practise(*skill)}</li> }.into_any()).collect();
    let practise = (!practise.is_empty()).then(|| {
        view! { <h3 class="coach__next">"Pour la prochaine fois"</h3> <ul>{practise}</ul> }
    });
    view! { {alone.map(|said| view! { <p>{said}</p> })} {shown} {turns} {stops} {hard} {practise} }.into_any()
}

/// « Montant net social » : refusé 2 fois, 3 indices.
fn told(hard: &Hard) -> AnyView {
    let mut said = Vec::new();
    if hard.refused > 0 {
        said.push(format!("à corriger {}", counted(usize::from(hard.refused), "fois")));
    } else if hard.mistaken > 0 && !hard.wrong {
        said.push("corrigé ensuite".to_owned());
    }
    if hard.hints > 0 {
        said.push(counted(usize::from(hard.hints), "indice"));
    }
    if hard.wrong {
        said.push("la réponse est à revoir".to_owned());
    }
    view! { <b>{hard.label.clone()}</b> "\u{a0}: " {said.join(", ")} "." }.into_any()
}

fn counted(number: usize, noun: &str) -> String {
    let plural = if number > 1 && !noun.ends_with('s') { "s" } else { "" };
    format!("{number}\u{a0}{noun}{plural}")
}

const fn to_practise(skill: Skill) -> &'static str {
    match skill {
        Skill::ReadPapers => "Trouver la bonne ligne d’un papier. Lisez le nom de la ligne avant le montant.",
        Skill::Copy => "Recopier sans faute. Relisez par petits groupes de signes.",
        Skill::ReadMessages => "Retrouver un code dans ses messages. Regardez qui écrit, et quand.",
        Skill::Understand => "Lire la question en entier avant de choisir.",
        Skill::FindTheWay => "Se repérer dans un site. Lisez tous les titres avant d’appuyer.",
        Skill::KeepToOneself => "Garder ses vrais numéros pour les vrais sites.",
    }
}

pub fn examples() -> Vec<Example> {
    let review = Review {
        asked: 8,
        alone: 6,
        shown: 0,
        hard: vec![
            Hard {
                label: "Montant net social, août".into(),
                refused: 2,
                mistaken: 0,
                hints: 3,
                wrong: false,
            },
            Hard { label: "Adresse électronique".into(), refused: 1, mistaken: 0, hints: 0, wrong: false },
        ],
        wrong_turns: 1,
        stops: 1,
        practise: vec![Skill::KeepToOneself, Skill::ReadPapers, Skill::FindTheWay],
    };
    vec![Example::new(
        "Comment cela s’est passé",
        view! { <Pane title="Bravo, c’est juste">{looked_back(&review)}</Pane> },
    )]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::to_html;

    fn html(review: Review) -> String {
        to_html(move || looked_back(&review)).replace('\u{a0}', " ")
    }

    fn review() -> Review {
        Review {
            asked: 3,
            alone: 3,
            shown: 0,
            hard: Vec::new(),
            wrong_turns: 0,
            stops: 0,
            practise: Vec::new(),
        }
    }

    #[test]
    fn what_went_well_is_said_and_nothing_is_invented() {
        let html = html(review());
        assert!(html.contains("répondu seul à tout : 3 questions"), "{html}");
        assert!(!html.contains("difficile") && !html.contains("prochaine"), "{html}");
    }

    #[test]
    fn what_was_shown_was_not_done_alone() {
        let html = html(Review { alone: 0, shown: 3, ..review() });
        assert!(html.contains("montré la réponse : 3 questions") && !html.contains("seul"), "{html}");
    }

    #[test]
    fn what_was_hard_cites_the_question_and_counts() {
        let hard = Hard { label: "Voie".into(), refused: 2, mistaken: 0, hints: 1, wrong: true };
        let html = html(Review { alone: 2, hard: vec![hard], practise: vec![Skill::Copy], ..review() });
        assert!(html.contains("à corriger 2 fois, 1 indice, la réponse est à revoir"), "{html}");
        assert!(html.contains("2 questions sur 3"), "{html}");
    }
}
