//! « Reprendre avec mes quatre images »: one form, a button for each picture. What is chosen so far travels in it.
//!
//! It never travels in an address: an address is kept, shown and sent elsewhere, and a key opens an exercise.

use leptos::prelude::*;

use crate::{
    routes::{CHOOSE, CHOSEN, CORRECT, TAKE_UP, TRY},
    shell::{Page, plain},
    ui::{
        Example,
        button::{Button, Rank},
        error_summary::{ErrorSummary, Problem},
        icon::Icon,
        notice::{Notice, Tone},
        picture::{Named, Picture, picture},
    },
};

/// Pictures to choose.
pub const PLACES: usize = 4;

/// Where the pictures are on the page.
const PICTURES: &str = "images";

/// What became of the last try.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tried {
    #[default]
    NotYet,
    /// The pictures open nothing.
    Wrong,
    /// Too many were trying: nobody looked.
    Busy,
}

/// How far one is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakingUp {
    /// In order; no more than [`PLACES`].
    pub chosen: Vec<Picture>,
    pub tried: Tried,
    /// This browser has an exercise that would go.
    pub under_way: bool,
}

pub fn page(taking_up: TakingUp) -> Page {
    let wrong = taking_up.tried == Tried::Wrong;
    Page::new(title(taking_up.chosen.len()), plain(content(taking_up))).wrong(wrong)
}

/// Heard first after each picture.
fn title(chosen: usize) -> String {
    match chosen {
        PLACES.. => "Vos quatre images sont choisies".to_owned(),
        chosen => format!("Image {} sur {PLACES}", chosen + 1),
    }
}

fn content(taking_up: TakingUp) -> AnyView {
    let TakingUp { chosen, tried, under_way } = taking_up;
    let problems = if tried == Tried::Wrong {
        vec![Problem::new(
            "Ces quatre images n’ouvrent aucun exercice\u{a0}: vérifiez-les, et leur ordre.",
            PICTURES,
        )]
    } else {
        Vec::new()
    };
    let hidden: Vec<_> = chosen
        .iter()
        .map(|which| view! { <input type="hidden" name=CHOSEN value=which.word()/> }.into_any())
        .collect();
    let full = chosen.len() >= PLACES;
    let question = if full { "Est-ce bien cela\u{a0}?".to_owned() } else { title(chosen.len()) };
    let stay = format!("{TAKE_UP}#{PICTURES}");
    view! {
        <div class="take_up">
            <ErrorSummary problems/>
            <h1>"Reprendre avec mes quatre images"</h1>
            <p>"Touchez vos quatre images, dans l’ordre où vous les avez notées."</p>
            {(tried == Tried::Busy).then(busy)}
            {under_way.then(other)}
            <form class="take_up__form" id=PICTURES tabindex="-1" method="post" action=stay>
                {hidden}
                <h2 class="take_up__question">{question}</h2>
                <ol class="take_up__places">{places(&chosen)}</ol>
                <div class="row take_up__row">
                    {full.then(|| view! { <Button label="Reprendre mon exercice" icon=Icon::ArrowRight formaction=TAKE_UP name=TRY value="oui"/> })}
                    {(!chosen.is_empty()).then(|| view! { <Button label="Corriger" about="la dernière image" rank=Rank::Secondary icon=Icon::Pencil name=CORRECT value="oui"/> })}
                </div>
                {(!full).then(|| view! { <ul class="take_up__choices">{choices(&chosen)}</ul> })}
            </form>
        </div>
    }
    .into_any()
}

fn busy() -> AnyView {
    view! {
        <Notice tone=Tone::Warning title="Il y a beaucoup de monde en ce moment">
            <p>"Attendez un peu, puis recommencez. Vos images sont toujours là."</p>
        </Notice>
    }
    .into_any()
}

fn other() -> AnyView {
    view! {
        <Notice tone=Tone::Warning title="Un autre exercice est en cours sur cet appareil">
            <p>"Si vous en reprenez un, celui-ci ne s’ouvrira plus ici."</p>
        </Notice>
    }
    .into_any()
}

fn places(chosen: &[Picture]) -> Vec<AnyView> {
    (0..PLACES)
        .map(|place| {
            let number = place + 1;
            match chosen.get(place) {
                Some(&which) => view! {
                    <li class="take_up__place take_up__place--taken">
                        <span class="take_up__number">{number} "."</span> <Named which/>
                    </li>
                }
                .into_any(),
                None => view! {
                    <li class="take_up__place">
                        <span class="take_up__number">{number} "."</span> <span class="unseen">" à choisir"</span>
                    </li>
                }
                .into_any(),
            }
        })
        .collect()
}

/// No two pictures of a key are alike: one that is chosen is shown so, and cannot be pressed twice.
fn choices(chosen: &[Picture]) -> Vec<AnyView> {
    Picture::all()
        .map(|which| match chosen.iter().position(|one| *one == which) {
            Some(place) => view! {
                <li class="take_up__choice take_up__choice--taken">
                    {picture(which)} <span>{which.name()} <span class="unseen">", image " {place + 1}</span></span>
                </li>
            }
            .into_any(),
            None => view! {
                <li>
                    <button class="take_up__choice" type="submit" name=CHOOSE value=which.word()>
                        {picture(which)} <span>{which.name()}</span>
                    </button>
                </li>
            }
            .into_any(),
        })
        .collect()
}

pub fn examples() -> Vec<Example> {
    let four = || [0, 13, 19, 22].map(Picture::nth).to_vec();
    // One form an example would be one id an example: the most telling two.
    vec![Example::new(
        "Quatre images qui n’ouvrent rien",
        content(TakingUp { chosen: four(), tried: Tried::Wrong, under_way: true }),
    )]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::to_html;

    fn shown(chosen: usize) -> String {
        let chosen = Picture::all().take(chosen).collect();
        to_html(|| content(TakingUp { chosen, ..TakingUp::default() }))
    }

    #[test]
    fn each_picture_is_a_button_until_it_is_chosen() {
        assert_eq!(shown(0).matches(r#"name="ajouter""#).count(), 32);
        let html = shown(3);
        assert_eq!(html.matches(r#"name="ajouter""#).count(), 29, "{html}");
        assert_eq!(html.matches(r#"type="hidden" name="image""#).count(), 3, "{html}");
        assert!(html.contains("Image 4 sur 4") && !html.contains("Reprendre mon exercice"), "{html}");
    }

    #[test]
    fn four_pictures_can_be_tried_or_corrected_and_no_fifth_added() {
        let html = shown(4);
        assert_eq!(html.matches(r#"name="ajouter""#).count(), 0, "{html}");
        assert!(html.contains("Reprendre mon exercice") && html.contains("Corriger"), "{html}");
    }

    #[test]
    fn no_picture_is_ever_in_an_address() {
        assert!(!shown(2).contains('?'), "a form by POST, and no link");
    }
}
