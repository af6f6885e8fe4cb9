//! What every page of one rehearsal needs: whose it is, the imitated site, where its tools lead.
//!
//! It is plain data handed in by the server: no page asks the world anything.

use leptos::prelude::*;
use scenarios::{graph, persona, rehearsal::State};

use super::frame::{Frame, Persona, Place, Site, Theme, Tools, Window};
use crate::{
    routes::{self, Gesture},
    shell::Page,
    ui::{button::Go, face::Look},
};

/// One rehearsal, as its pages see it.
#[derive(Clone, Copy, Debug)]
pub struct Exercise<'a> {
    pub id: &'a str,
    /// Its scenario's folder in the catalogue.
    pub scenario: &'a str,
    pub graph: &'a graph::Graph,
    pub state: &'a State,
}

impl Exercise<'_> {
    pub(super) const fn routes(&self) -> routes::Exercise<'_> {
        routes::Exercise(self.id)
    }

    /// A page of the rehearsal in its frame. On a page with a form the tools are gestures of it, so that what was
    /// typed is kept; elsewhere they are links.
    pub(super) fn framed(
        &self,
        here: Place,
        window: Window,
        has_form: bool,
        coach: Option<AnyView>,
        content: AnyView,
    ) -> AnyView {
        self.framed_with_menu(here, window, has_form, None, coach, content)
    }

    /// The same, with the menu of the imitated site.
    pub(super) fn framed_with_menu(
        &self,
        here: Place,
        window: Window,
        has_form: bool,
        menu: Option<AnyView>,
        coach: Option<AnyView>,
        content: AnyView,
    ) -> AnyView {
        let to = |gesture: Gesture, link: String| {
            if has_form { Go::submit(gesture.write()) } else { Go::link(link) }
        };
        let routes = self.routes();
        let tools = Tools {
            here,
            procedure: to(Gesture::Procedure, routes.root()),
            card: to(Gesture::Card, routes.card()),
            papers: to(Gesture::Papers, routes.papers()),
            messages: to(Gesture::Messages, routes.messages()),
            unread: u32::try_from(self.state.unread()).unwrap_or(u32::MAX),
            help: coach.is_none().then(|| Go::link(routes.root())),
        };
        let finish = to(Gesture::Erase, routes.erase());
        let persona = self.persona();
        view! { <Frame window persona tools finish menu=menu coach=coach>{content}</Frame> }.into_any()
    }

    /// The clone's window, at `path` of the imitated site.
    pub(super) fn site(&self, path: &str) -> Window {
        let site = &self.graph.site;
        Window::Site(Site {
            theme: Theme::named(&site.theme).unwrap_or_default(),
            url: format!("https://{}{path}", site.host),
            initials: site.initials.clone(),
            name: site.name.clone(),
            subtitle: site.subtitle.clone(),
        })
    }

    fn persona(&self) -> Persona {
        let persona = &self.state.persona;
        let value = |path| persona.value(path).unwrap_or_default();
        let letters: u32 = value("prenom").chars().map(u32::from).sum();
        Persona {
            look: Look(u8::try_from(letters % 4).unwrap_or_default()),
            name: format!("{} {}", value("prenom"), value("nom")),
            story: story(persona, self.state),
        }
    }
}

/// The document's page around a framed body.
pub(super) fn page(title: impl Into<String>, body: AnyView) -> Page {
    Page::new(title, body).recipient(Some("à l’administration".to_owned()))
}

/// One line: « 41 ans, vient de déménager, a une voiture ».
fn story(persona: &persona::Persona, state: &State) -> String {
    let mut story = Vec::new();
    story.extend(persona.age(state.today).map(|age| format!("{age}\u{a0}ans")));
    if persona.value("demenagement.date").is_some() {
        story.push("vient de déménager".to_owned());
    }
    if persona.value("vehicule.immatriculation").is_some() {
        story.push("a une voiture".to_owned());
    }
    story.join(", ")
}
