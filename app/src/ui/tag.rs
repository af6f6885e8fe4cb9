//! A state in two words: « en instruction », « 1 non lu ».

use leptos::prelude::*;

use super::Example;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tint {
    #[default]
    Neutral,
    Success,
    Warning,
    Danger,
}

impl Tint {
    const fn class(self) -> &'static str {
        match self {
            Self::Neutral => "tag",
            Self::Success => "tag tag--success",
            Self::Warning => "tag tag--warning",
            Self::Danger => "tag tag--danger",
        }
    }
}

#[component]
pub fn Tag(#[prop(into)] label: String, #[prop(optional)] tint: Tint) -> impl IntoView {
    view! { <span class=tint.class()>{label}</span> }
}

/// A count of things waiting: nothing at zero. `noun` is said after the number by screen readers.
#[component]
pub fn Badge(count: u32, #[prop(into)] noun: String) -> impl IntoView {
    (count > 0)
        .then(|| view! { <span class="tag tag--count">{count} <span class="unseen">" " {noun}</span></span> })
}

pub fn examples() -> Vec<Example> {
    vec![
        Example::new(
            "Les états",
            view! {
                <div class="row">
                    <Tag label="brouillon"/>
                    <Tag label="terminé" tint=Tint::Success/>
                    <Tag label="à compléter" tint=Tint::Warning/>
                    <Tag label="rejetée" tint=Tint::Danger/>
                </div>
            },
        ),
        Example::new("Un compte", view! { <p>"Messages " <Badge count=3 noun="non lus"/></p> }),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::to_html;

    #[test]
    fn nothing_waiting_shows_no_badge() {
        assert!(!to_html(|| view! { <Badge count=0 noun="non lus"/> }).contains("tag"));
        assert!(to_html(|| view! { <Badge count=2 noun="non lus"/> }).contains("non lus"));
    }
}
