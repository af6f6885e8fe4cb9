//! The drawn face of a persona: never a photograph, which would be somebody.

use leptos::prelude::*;

use super::Example;

/// Which of the faces; any number is one of them, so a persona can hand its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look(pub u8);

const SKINS: [&str; 4] = ["#f3cfae", "#a9714b", "#e2b088", "#7a4e33"];
const HAIRS: [&str; 4] = ["#4a2f20", "#1f1a1a", "#9aa0a8", "#7d4a1e"];
const TOPS: [&str; 4] = ["#4d7ea8", "#b0623f", "#5b8a6b", "#8a6fa8"];

/// Hair behind the head, then hair over the forehead: long, short, bun, cropped.
const CUTS: [(&str, &str); 4] = [
    (
        "M15 27c0-13 6-19 17-19s17 6 17 19v17H15z",
        "M19 28c1-9 5-13 13-13s12 4 13 13c-7-1-11-4-14-8-2 4-6 7-12 8z",
    ),
    ("M18 25c0-10 5-15 14-15s14 5 14 15z", "M18 27c0-10 4-14 14-14s14 4 14 14c-2-5-5-7-9-7-6 1-14 0-19 7z"),
    (
        "M32 4a6 6 0 1 1 0 12 6 6 0 0 1 0-12zM17 27c0-11 5-16 15-16s15 5 15 16z",
        "M18 28c0-9 4-14 14-14s14 5 14 14c-4-2-8-6-14-7-6 1-10 5-14 7z",
    ),
    ("M19 23c1-8 5-12 13-12s12 4 13 12z", "M19 24c1-7 5-10 13-10s12 3 13 10c-6-3-20-3-26 0z"),
];

#[component]
pub fn Face(#[prop(optional)] look: Look) -> impl IntoView {
    let which = usize::from(look.0 % 4);
    let (behind, over) = CUTS[which];
    view! {
        <svg class="face" viewBox="0 0 64 64" aria-hidden="true">
            <path fill="#dce8f3" d="M0 0h64v64H0z"/>
            <path fill=HAIRS[which] d=behind/>
            <path fill=TOPS[which] d="M8 64c1-12 9-18 24-18s23 6 24 18z"/>
            <path fill=SKINS[which] d="M26 38h12v9a6 6 0 0 1-12 0zM32 14c8 0 13 5 13 13 0 9-6 16-13 16s-13-7-13-16c0-8 5-13 13-13z"/>
            <path fill=HAIRS[which] d=over/>
            <path
                class="face__lines"
                d="M27 28v1.5M37 28v1.5M28 35c2.5 2 5.5 2 8 0"
            />
        </svg>
    }
}

pub fn examples() -> Vec<Example> {
    let faces: Vec<_> = (0..4).map(|n| view! { <Face look=Look(n)/> }.into_any()).collect();
    vec![Example::new("Les quatre visages", view! { <div class="row">{faces}</div> })]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::to_html;

    #[test]
    fn any_number_is_a_face() {
        assert!(to_html(|| view! { <Face look=Look(255)/> }).contains("<svg"));
    }
}
