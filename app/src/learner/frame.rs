//! The learner's page: the clone in its window, Miroir's own column beside it, a bar below it on a phone.
//!
//! Not the clone's content: that is the window's slot. In document order the window comes first, so that
//! Enter in a field presses the clone's « Continuer » and never one of Miroir's buttons.

use leptos::prelude::*;

use crate::{
    mirror::site::{Site, header},
    routes,
    shell::CONTENT,
    ui::{
        address_bar::AddressBar,
        button::{Button, GESTURE, Go, GoButton, PAGE_FORM, Rank},
        coach::HELP,
        face::{Face, Look},
        icon::{Icon, icon},
        tag::Badge,
    },
};

/// Whom the learner plays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Persona {
    pub look: Look,
    pub name: String,
    /// One line: « 41 ans, salariée, deux enfants ».
    pub story: String,
}

/// Where the learner is in Miroir; the entry is marked as current.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Procedure,
    Card,
    Papers,
    Messages,
    Phone,
    Lost,
    /// The settings of the display, which are no tool of the persona.
    Comfort,
}

impl Place {
    /// By the word under which a page says where it is.
    pub fn named(word: &str) -> Option<Self> {
        [Self::Card, Self::Papers, Self::Messages, Self::Phone, Self::Lost, Self::Comfort]
            .into_iter()
            .find(|place| place.word() == word)
    }

    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Procedure => "demarche",
            Self::Card => "fiche",
            Self::Papers => "papiers",
            Self::Messages => "messages",
            Self::Phone => "telephone",
            Self::Lost => "perdu",
            Self::Comfort => "confort",
        }
    }

    /// Its address in an exercise.
    pub fn address(self, exercise: routes::Exercise<'_>) -> String {
        match self {
            Self::Procedure => exercise.root(),
            Self::Card => exercise.card(),
            Self::Papers => exercise.papers(),
            Self::Messages => exercise.messages(),
            Self::Phone => exercise.phone(),
            Self::Lost => exercise.lost(),
            Self::Comfort => exercise.comfort(),
        }
    }
}

/// Where each tool leads. On a page with a form each is a gesture of it, so that what was typed is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tools {
    pub here: Place,
    pub procedure: Go,
    pub card: Go,
    pub papers: Go,
    pub messages: Go,
    pub comfort: Go,
    pub unread: u32,
    /// The telephone, where the scenario has one, and its messages not read yet.
    pub phone: Option<(Go, u32)>,
    /// « Je suis perdu ».
    pub lost: Go,
    /// On a phone only, where the coach is below the clone: `None` leads to it on the same page, if it is there.
    pub help: Option<Go>,
}

/// What the window shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Window {
    /// A site: a simulated address bar, a header under a neutral emblem.
    Site(Site),
    /// Miroir's own table, where the card and the papers lie: nothing of a site.
    Desk,
}

/// What the imitated site has around its page.
#[derive(Default)]
pub struct Furniture {
    /// Above its header.
    pub banner: Option<AnyView>,
    /// In its header.
    pub menu: Option<AnyView>,
}

/// What stands in Miroir's column under the persona.
#[derive(Default)]
pub struct Column {
    /// A `ui::coach::Coach`, and what goes with it.
    pub coach: Option<AnyView>,
    /// The paper laid beside the clone: the column is wider for it.
    pub paper: Option<AnyView>,
    /// The papers that can be laid there.
    pub shelf: Option<AnyView>,
    /// The words of the page.
    pub words: Option<AnyView>,
    /// In a room: who one is there, and the hand.
    pub room: Option<AnyView>,
}

impl Column {
    pub fn coached(coach: AnyView) -> Self {
        Self { coach: Some(coach), ..Self::default() }
    }
}

/// `later` leaves the exercise, `finish` erases everything.
#[component]
pub fn Frame(
    window: Window,
    persona: Persona,
    tools: Tools,
    later: Go,
    finish: Go,
    #[prop(optional)] furniture: Furniture,
    #[prop(optional)] column: Column,
    /// In a room: what the mediator asks, above the window, and in sight wherever one has scrolled to.
    #[prop(optional_no_strip)]
    call: Option<AnyView>,
    children: Children,
) -> impl IntoView {
    let Furniture { banner, menu } = furniture;
    let Column { coach, paper, shelf, words, room } = column;
    let frame = if paper.is_some() { "frame frame--beside" } else { "frame" };
    let (class, top) = match window {
        Window::Site(site) => (format!("window {}", site.theme.colours()), Some(site)),
        Window::Desk => ("window window--desk".to_owned(), None),
    };
    let (bar, header) = match top {
        Some(site) => (Some(view! { <AddressBar url=site.url.clone()/> }), Some(header(site, menu))),
        None => (None, None),
    };
    let help = tools.help.clone().or_else(|| coach.as_ref().map(|_| Go::link(format!("#{HELP}"))));
    let comfort = tools.comfort.clone();
    let enter = matches!(tools.procedure, Go::Submit { .. }).then(default_button);
    let lost = tools.lost.clone();
    let tools = Tools { help, ..tools };
    view! {
        {enter}
        {call}
        <div class=frame>
            <main class=class id=CONTENT tabindex="-1">
                {bar}
                {banner}
                <div class="window__site">
                    {header}
                    {children()}
                </div>
            </main>
            <aside class="frame__column" aria-label="Votre entraînement">
                <section class="pane persona">
                    <div class="persona__who">
                        <Face look=persona.look/>
                        <div>
                            <h2 class="persona__name">"Vous jouez " {persona.name}</h2>
                            <p class="persona__story">{persona.story}</p>
                        </div>
                    </div>
                    {toolbox(tools)}
                </section>
                {room}
                {coach}
                {paper}
                {shelf}
                {words}
                <div class="frame__end">
                    <GoButton label="Je suis perdu" go=lost rank=Rank::Secondary icon=Icon::Help/>
                    {leave(later)}
                    <GoButton label="Régler l’affichage" go=comfort rank=Rank::Secondary icon=Icon::Letters/>
                    <GoButton label="J’ai terminé\u{a0}: effacer" go=finish rank=Rank::Secondary icon=Icon::Eraser/>
                </div>
            </aside>
        </div>
    }
}

/// What Enter presses in a field: the first button of the form in the document, before menus and all else. Nobody sees
/// it, and nothing leads to it.
fn default_button() -> AnyView {
    view! {
        <button class="unseen" type="submit" form=PAGE_FORM tabindex="-1" aria-hidden="true">"Continuer"</button>
    }
    .into_any()
}

/// Leaving makes a key: it is asked for by a form, on pages without one too.
fn leave(later: Go) -> AnyView {
    const LABEL: &str = "Continuer plus tard";
    match later {
        Go::Link(action) => view! {
            <form method="post" action=action>
                <Button label=LABEL rank=Rank::Secondary icon=Icon::Clock/>
            </form>
        }
        .into_any(),
        go @ Go::Submit { .. } => {
            view! { <GoButton label=LABEL go rank=Rank::Secondary icon=Icon::Clock/> }.into_any()
        }
    }
}

fn toolbox(tools: Tools) -> impl IntoView {
    let Tools { here, procedure, card, papers, messages, unread, phone, help, .. } = tools;
    let badge = |unread| {
        let noun = if unread == 1 { "non lu" } else { "non lus" };
        view! { <Badge count=unread noun/> }.into_any()
    };
    let phone =
        phone.map(|(go, unread)| tool("SMS", Icon::Phone, go, here == Place::Phone, Some(badge(unread))));
    let help = help.map(|go| view! { <li class="tools__item tools__item--help">{entry("Aide", Icon::Help, go, false, None)}</li> });
    view! {
        <nav class="tools" aria-label="Vos outils">
            <ul class="tools__list">
                {tool("Démarche", Icon::Form, procedure, here == Place::Procedure, None)}
                {tool("Fiche", Icon::Card, card, here == Place::Card, None)}
                {tool("Papiers", Icon::Papers, papers, here == Place::Papers, None)}
                {tool("Messages", Icon::Mail, messages, here == Place::Messages, Some(badge(unread)))}
                {phone}
                {help}
            </ul>
        </nav>
    }
}

fn tool(label: &'static str, drawing: Icon, go: Go, here: bool, badge: Option<AnyView>) -> AnyView {
    view! { <li class="tools__item">{entry(label, drawing, go, here, badge)}</li> }.into_any()
}

fn entry(label: &'static str, drawing: Icon, go: Go, here: bool, badge: Option<AnyView>) -> AnyView {
    let current = here.then_some("page");
    match go {
        Go::Link(href) => view! {
            <a class="tools__entry" href=href aria-current=current>{icon(drawing)} <span>{label}</span> {badge}</a>
        }
        .into_any(),
        Go::Submit { form, action } => view! {
            <button class="tools__entry" type="submit" form=form name=GESTURE value=action formnovalidate aria-current=current>
                {icon(drawing)} <span>{label}</span> {badge}
            </button>
        }
        .into_any(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::to_html;

    fn page(go: impl Fn(&'static str) -> Go) -> String {
        let tools = Tools {
            here: Place::Procedure,
            procedure: go("demarche"),
            card: go("fiche"),
            papers: go("papiers"),
            messages: go("messages"),
            comfort: go("confort"),
            unread: 1,
            phone: None,
            lost: go("perdu"),
            help: None,
        };
        let (later, finish) = (go("plus-tard"), go("effacer"));
        to_html(move || {
            view! {
                <Frame window=Window::Desk persona=Persona::default() tools later finish>
                    <form id="page" method="post"><button>"Continuer"</button></form>
                </Frame>
            }
        })
    }

    #[test]
    fn enter_in_a_field_presses_continuer_before_any_tool() {
        let html = page(Go::submit);
        let first = html.find("<button").unwrap_or_default();
        let enter =
            r#"<button type="submit" form="page" tabindex="-1" aria-hidden="true" class="unseen">Continuer"#;
        assert!(html[first..].starts_with(enter), "{html}");
        assert_eq!(html.matches(r#"form="page""#).count(), 9, "{html}");
        assert_eq!(html.matches("formnovalidate").count(), 8, "{html}");
    }

    #[test]
    fn without_a_coach_nothing_leads_to_it() {
        assert!(!page(Go::submit).contains("#aide"));
    }

    #[test]
    fn without_a_form_the_tools_are_links() {
        let html = page(|action| Go::link(format!("/x/{action}")));
        assert!(html.contains(r#"href="/x/papiers""#) && !html.contains("formnovalidate"), "{html}");
        assert!(html.contains(r#"aria-current="page""#), "{html}");
        assert!(html.contains(r#"<form method="post" action="/x/plus-tard">"#), "{html}");
    }
}
