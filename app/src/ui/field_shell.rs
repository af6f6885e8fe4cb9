//! What surrounds a control: its label or legend, its hint, its error in words, what was understood of the answer.
//!
//! Controls (`text_input`, `radios`…) draw their shell themselves: a page hands them a [`Field`] and nothing else.

use leptos::prelude::*;

use super::{
    Example,
    icon::{Icon, icon},
};

/// What a browser may keep on its side of an answer being typed, while it is not sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kept {
    /// Codes, passwords, and whatever nobody thought of.
    #[default]
    Never,
    /// Nothing but what the page itself says of the persona.
    Known,
    /// What the guard has passed.
    Vetted,
}

impl Kept {
    /// The word of the attribute `data-kept`, which `learner::journal` reads; none where nothing may be kept.
    const fn word(self) -> Option<&'static str> {
        match self {
            Self::Never => None,
            Self::Known => Some("known"),
            Self::Vetted => Some("vetted"),
        }
    }
}

/// One question: its name in the form, its words, and the error it holds, if any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    /// Unique in the page; the error summary leads there. On a group, the first choice carries it.
    pub id: String,
    /// The key under which the answer is sent.
    pub name: String,
    pub label: String,
    pub hint: Option<String>,
    /// What to do about it, without « Erreur : » (it is added).
    pub error: Option<String>,
    /// Said in the error's place when nothing is wrong: the question has just come up.
    pub news: Option<String>,
    /// What was understood of the answer, without « Compris : » (it is added).
    pub understood: Option<String>,
    /// Adds « (facultatif) » to the label.
    pub optional: bool,
    /// What a browser may keep of it.
    pub kept: Kept,
    /// The label is the title of the page: one question a page.
    pub title: bool,
    /// The id of the form that sends it, when it stands outside of it.
    pub form: Option<&'static str>,
}

impl Field {
    pub fn new(name: impl Into<String>, label: impl Into<String>) -> Self {
        let name = name.into();
        Self { id: format!("champ-{name}"), name, label: label.into(), ..Self::default() }
    }

    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    #[must_use]
    pub fn error(mut self, error: impl Into<String>) -> Self {
        self.error = Some(error.into());
        self
    }

    #[must_use]
    pub fn understood(mut self, understood: impl Into<String>) -> Self {
        self.understood = Some(understood.into());
        self
    }

    #[must_use]
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    #[must_use]
    pub fn titled(mut self) -> Self {
        self.title = true;
        self
    }

    pub fn hint_id(&self) -> String {
        format!("{}-indication", self.id)
    }

    pub fn error_id(&self) -> String {
        format!("{}-erreur", self.id)
    }

    pub fn understood_id(&self) -> String {
        format!("{}-compris", self.id)
    }

    /// The ids for `aria-describedby`: hint, then error, then what was understood, then whatever the control adds.
    pub fn described_by(&self, more: Option<String>) -> Option<String> {
        let ids = [
            self.hint.as_ref().map(|_| self.hint_id()),
            self.error.as_ref().or(self.news.as_ref()).map(|_| self.error_id()),
            self.understood.as_ref().map(|_| self.understood_id()),
            more,
        ];
        let ids: Vec<String> = ids.into_iter().flatten().collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// For `data-kept`.
    pub fn kept(&self) -> Option<&'static str> {
        self.kept.word()
    }

    /// For `aria-invalid`: absent rather than « false ».
    pub fn invalid(&self) -> Option<&'static str> {
        self.error.as_ref().map(|_| "true")
    }
}

/// A label around one control.
pub fn labelled(field: &Field, control: impl IntoView + 'static) -> AnyView {
    let label = view! { <label class="field_shell__label" for=field.id.clone()>{caption(field)}</label> };
    let label = if field.title {
        view! { <h1 class="field_shell__title">{label}</h1> }.into_any()
    } else {
        label.into_any()
    };
    view! {
        <div class=class(field) data-kept=field.kept()>
            {label} {hint(field)} {error(field)} <div class="field_shell__control">{control}</div>
            {understood(field)}
        </div>
    }
    .into_any()
}

/// A fieldset and its legend around several controls.
pub fn grouped(field: &Field, controls: impl IntoView + 'static) -> AnyView {
    let legend = if field.title {
        view! { <h1 class="field_shell__title">{caption(field)}</h1> }.into_any()
    } else {
        caption(field).into_any()
    };
    view! {
        <fieldset class=class(field) data-kept=field.kept() aria-describedby=field.described_by(None)>
            <legend class="field_shell__label">{legend}</legend>
            {hint(field)} {error(field)} <div class="field_shell__control">{controls}</div>
            {understood(field)}
        </fieldset>
    }
    .into_any()
}

/// « Erreur : » and the message, as they stand beside a control; or what is new.
pub fn error(field: &Field) -> Option<impl IntoView + use<>> {
    let id = field.error_id();
    let (class, drawing, before, message) = match (&field.error, &field.news) {
        (Some(error), _) => ("field_shell__error", Icon::Warning, "Erreur\u{a0}: ", error),
        (None, news) => ("field_shell__error field_shell__error--news", Icon::Info, "", news.as_ref()?),
    };
    let message = message.clone();
    Some(view! { <p class=class id=id>{icon(drawing)} <span>{before} {message}</span></p> })
}

fn hint(field: &Field) -> Option<impl IntoView + use<>> {
    let id = field.hint_id();
    field.hint.clone().map(|hint| view! { <p class="field_shell__hint" id=id>{hint}</p> })
}

fn understood(field: &Field) -> Option<impl IntoView + use<>> {
    let id = field.understood_id();
    field.understood.clone().map(|understood| {
        view! { <p class="field_shell__understood" id=id>"Compris\u{a0}: " <b>{understood}</b></p> }
    })
}

fn caption(field: &Field) -> impl IntoView + use<> {
    let optional =
        field.optional.then(|| view! { <span class="field_shell__optional">" (facultatif)"</span> });
    (field.label.clone(), optional)
}

fn class(field: &Field) -> &'static str {
    if field.error.is_some() { "field_shell field_shell--wrong" } else { "field_shell" }
}

pub fn examples() -> Vec<Example> {
    let field = Field::new("enfants", "Combien d’enfants sont à votre charge\u{a0}?")
        .hint("Comptez aussi ceux en résidence alternée.")
        .error("écrivez un nombre, par exemple 2.");
    let described = field.described_by(None);
    let control =
        view! { <input class="text_input text_input--4" id=field.id.clone() aria-describedby=described/> };
    let read = Field::new("debut", "Date du déménagement").understood("5 novembre 2026");
    let described = read.described_by(None);
    let answered = view! {
        <input class="text_input text_input--14" id=read.id.clone() value="5/11/26" aria-describedby=described/>
    };
    vec![
        Example::new("Avec une indication et une erreur", labelled(&field, control)),
        Example::new("Avec ce qui a été compris", labelled(&read, answered)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::to_html;

    #[test]
    fn a_control_is_described_by_its_hint_then_its_error() {
        let field = Field::new("nom", "Nom").hint("indice").error("erreur");
        assert_eq!(
            field.described_by(Some("unite".into())).as_deref(),
            Some("champ-nom-indication champ-nom-erreur unite")
        );
        let html = to_html(|| labelled(&field, ()));
        for id in [r#"id="champ-nom-indication""#, r#"id="champ-nom-erreur""#, r#"for="champ-nom""#] {
            assert!(html.contains(id), "{id} in {html}");
        }
        assert!(html.contains("Erreur\u{a0}: "), "{html}");
    }

    #[test]
    fn a_field_without_hint_or_error_is_described_by_nothing() {
        assert_eq!(Field::new("nom", "Nom").described_by(None), None);
    }
}
