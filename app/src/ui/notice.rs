//! A word to the reader: to know, done, or to mind. Never an error of the form: that is `error_summary`.

use leptos::prelude::*;

use super::{
    Example,
    icon::{Icon, icon},
};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Info,
    Success,
    Warning,
}

impl Tone {
    const fn look(self) -> (&'static str, Icon, &'static str) {
        match self {
            Self::Info => ("notice", Icon::Info, "Information\u{a0}: "),
            Self::Success => ("notice notice--success", Icon::Check, "C’est fait\u{a0}: "),
            Self::Warning => ("notice notice--warning", Icon::Warning, "Attention\u{a0}: "),
        }
    }
}

#[component]
pub fn Notice(
    #[prop(optional)] tone: Tone,
    #[prop(optional, into)] title: String,
    children: Children,
) -> impl IntoView {
    let (class, drawing, spoken) = tone.look();
    view! {
        <div class=class>
            {icon(drawing)}
            <div class="notice__body">
                <p class="notice__title">
                    <span class="unseen">{spoken}</span>
                    {title}
                </p>
                {children()}
            </div>
        </div>
    }
}

pub fn examples() -> Vec<Example> {
    vec![
        Example::new(
            "À savoir",
            view! { <Notice title="Munissez-vous de vos papiers"><p>"Touchez «\u{a0}Papiers\u{a0}» quand vous en avez besoin."</p></Notice> },
        ),
        Example::new(
            "C’est fait",
            view! { <Notice tone=Tone::Success title="Votre déclaration est enregistrée"><p>"Vous pouvez l’imprimer."</p></Notice> },
        ),
        Example::new(
            "À surveiller",
            view! { <Notice tone=Tone::Warning><p>"Le site a été coupé quelques minutes. Vos réponses sont là."</p></Notice> },
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::to_html;

    #[test]
    fn the_tone_is_said_in_words_not_only_in_colour() {
        let html = to_html(|| view! { <Notice tone=Tone::Warning title="Coupure">"…"</Notice> });
        assert!(html.contains("Attention\u{a0}: "), "{html}");
    }
}
