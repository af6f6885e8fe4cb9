//! What a person presses: a real `<button>` that submits, or a link that leads elsewhere and looks alike.
//!
//! One primary button a page. Nothing here runs script.

use leptos::prelude::*;

use super::{
    Example,
    icon::{Icon, icon},
};

/// How much a button asks to be pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rank {
    #[default]
    Primary,
    Secondary,
    /// Reads as a link, keeps the size of a button.
    Quiet,
    /// What it does cannot be undone.
    Danger,
    /// Miroir speaking, never the imitated site.
    Coach,
}

impl Rank {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button",
            Self::Secondary => "button button--secondary",
            Self::Quiet => "button button--quiet",
            Self::Danger => "button button--danger",
            Self::Coach => "button button--coach",
        }
    }
}

/// Where pressing leads.
///
/// On a page that holds a form, looking at a paper must not lose what was typed: the button submits the
/// page's own form, from wherever it stands. On the other pages a link is enough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Go {
    Link(String),
    /// Submits the form whose id is `form`, unvalidated, with `geste=action`.
    Submit {
        form: &'static str,
        action: String,
    },
}

impl Go {
    pub fn link(href: impl Into<String>) -> Self {
        Self::Link(href.into())
    }

    /// Submits the page's own form, of id [`PAGE_FORM`].
    pub fn submit(action: impl Into<String>) -> Self {
        Self::Submit { form: PAGE_FORM, action: action.into() }
    }
}

/// The id of the one form of a learner's page.
pub const PAGE_FORM: &str = "page";

/// The name under which a button of the page's form says what it does.
pub const GESTURE: &str = "geste";

/// A `<button type="submit">`.
#[component]
pub fn Button(
    #[prop(into)] label: String,
    #[prop(optional)] rank: Rank,
    #[prop(optional_no_strip, into)] icon: Option<Icon>,
    /// Said after the label by screen readers only: « Modifier » *votre adresse*.
    #[prop(optional, into)]
    about: String,
    #[prop(optional, into)] name: Option<String>,
    #[prop(optional, into)] value: Option<String>,
    #[prop(optional, into)] form: Option<String>,
    #[prop(optional, into)] formaction: Option<String>,
    #[prop(optional)] formnovalidate: bool,
) -> impl IntoView {
    view! {
        <button
            class=rank.class()
            type="submit"
            name=name
            value=value
            form=form
            formaction=formaction
            formnovalidate=formnovalidate
        >
            {inside(icon, label, about)}
        </button>
    }
}

/// A link that looks like a button.
#[component]
pub fn ButtonLink(
    #[prop(into)] label: String,
    #[prop(into)] href: String,
    #[prop(optional)] rank: Rank,
    #[prop(optional_no_strip, into)] icon: Option<Icon>,
    #[prop(optional, into)] about: String,
) -> impl IntoView {
    view! {
        <a class=rank.class() href=href>
            {inside(icon, label, about)}
        </a>
    }
}

/// A button or a link, as the page has a form or not.
#[component]
pub fn GoButton(
    #[prop(into)] label: String,
    go: Go,
    #[prop(optional)] rank: Rank,
    #[prop(optional_no_strip, into)] icon: Option<Icon>,
    #[prop(optional, into)] about: String,
) -> impl IntoView {
    match go {
        Go::Link(href) => view! { <ButtonLink label href rank icon about/> }.into_any(),
        Go::Submit { form, action } => view! {
            <Button label rank icon about name=GESTURE value=action form=form formnovalidate=true/>
        }
        .into_any(),
    }
}

fn inside(drawing: Option<Icon>, label: String, about: String) -> impl IntoView {
    (drawing.map(icon), label, (!about.is_empty()).then(|| view! { <span class="unseen">" " {about}</span> }))
}

pub fn examples() -> Vec<Example> {
    vec![
        Example::new(
            "Les quatre rangs, et celui de l’aide",
            view! {
                <div class="row">
                    <Button label="Continuer"/>
                    <Button label="Précédent" rank=Rank::Secondary/>
                    <Button label="Je n’ai pas ce papier" rank=Rank::Quiet/>
                    <Button label="Tout effacer" rank=Rank::Danger icon=Icon::Eraser/>
                    <Button label="Montrez-moi où" rank=Rank::Coach icon=Icon::Help/>
                </div>
            },
        ),
        Example::new(
            "Un lien qui a l’air d’un bouton",
            view! {
                <div class="row">
                    <ButtonLink label="S’entraîner seul" href="#button" icon=Icon::ArrowRight/>
                    <ButtonLink label="Retour à l’accueil" href="#button" rank=Rank::Secondary icon=Icon::Home/>
                    <ButtonLink label="Modifier" about="votre adresse" href="#button" rank=Rank::Quiet icon=Icon::Pencil/>
                </div>
            },
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::to_html;

    #[test]
    fn a_gesture_submits_the_pages_own_form_unvalidated() {
        let html = to_html(|| view! { <GoButton label="Papiers" go=Go::submit("papiers")/> });
        for attribute in [r#"form="page""#, r#"name="geste""#, r#"value="papiers""#, "formnovalidate"] {
            assert!(html.contains(attribute), "{attribute} in {html}");
        }
    }

    #[test]
    fn a_button_says_what_it_is_about_to_those_who_do_not_see_the_row() {
        let html = to_html(|| view! { <Button label="Modifier" about="votre adresse"/> });
        assert!(html.contains(r#"<span class="unseen">"#) && html.contains("votre adresse"), "{html}");
        assert!(!html.contains("formnovalidate"), "{html}");
    }
}
