//! What every page of one rehearsal needs: whose it is, the imitated site, where its tools lead.
//!
//! It is plain data handed in by the server: no page asks the world anything.

use leptos::prelude::*;
use scenarios::{
    graph, persona,
    rehearsal::{self, State},
};

use super::{
    connection::Connection,
    frame::{Column, Frame, Furniture, Persona, Place, Tools, Window},
    idle,
    room::{self, InRoom},
};
use crate::{
    mirror::site::Site,
    routes::{self, Gesture, HEALTH},
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
    /// None for somebody alone.
    pub room: Option<&'a InRoom>,
}

impl Exercise<'_> {
    pub(super) const fn routes(&self) -> routes::Exercise<'_> {
        routes::Exercise(self.id)
    }

    /// A page of the rehearsal in its frame. On a page with a form the tools are gestures of it, so that what was
    /// typed is kept; elsewhere they are links.
    pub(super) fn framed(&self, here: Place, window: Window, content: AnyView) -> AnyView {
        self.framed_with(Furniture::default(), here, window, false, Column::default(), content)
    }

    /// The same, with the furniture of the imitated site.
    pub(super) fn framed_with(
        &self,
        furniture: Furniture,
        here: Place,
        window: Window,
        has_form: bool,
        mut column: Column,
        content: AnyView,
    ) -> AnyView {
        column.room = self.room.map(|room| room::pane(self, room, here, has_form));
        let call = self.room.map(|room| room::call(self, room, here, has_form));
        let live = self.room.map(room::live);
        let to = |gesture: Gesture, link: String| {
            if has_form { Go::submit(gesture.write()) } else { Go::link(link) }
        };
        let routes = self.routes();
        let count = |unread| u32::try_from(unread).unwrap_or(u32::MAX);
        let (texts, mails) = rehearsal::unread(self.graph, self.state);
        let tools = Tools {
            here,
            procedure: to(Gesture::Procedure, routes.root()),
            card: to(Gesture::Card, routes.card()),
            papers: to(Gesture::Papers, routes.papers()),
            messages: to(Gesture::Messages, routes.messages()),
            comfort: to(Gesture::Comfort, routes.comfort()),
            unread: count(mails),
            phone: rehearsal::has_phone(self.graph)
                .then(|| (to(Gesture::Phone, routes.phone()), count(texts))),
            lost: to(Gesture::Lost, routes.lost()),
            help: column.coach.is_none().then(|| Go::link(routes.root())),
        };
        let later = to(Gesture::Later, routes.later());
        let finish = to(Gesture::Erase, routes.erase());
        let persona = self.persona();
        let connection = connection();
        view! {
            <Frame window persona tools later finish furniture column call>{content}</Frame>
            {connection}
            {live}
            {idle::sheet(routes.erase())}
        }
        .into_any()
    }

    /// The clone's window, at `path` of the imitated site.
    pub(super) fn site(&self, path: &str) -> Window {
        Window::Site(Site::at(&self.graph.site, path))
    }

    fn persona(&self) -> Persona {
        let persona = &self.state.persona;
        let value = |path| persona.value(path).unwrap_or_default();
        Persona {
            look: look(persona),
            name: format!("{} {}", value("prenom"), value("nom")),
            story: story(persona, self.state),
        }
    }
}

fn connection() -> AnyView {
    view! {
        <Connection
            health=HEALTH.to_owned()
            lost="La connexion est coupée. Ce que vous tapez reste à l’écran.".to_owned()
            held="La connexion est coupée. Rien n’est parti, rien n’est perdu. Attendez qu’elle revienne, puis appuyez de nouveau.".to_owned()
            back="La connexion est revenue.".to_owned()
            again="La connexion est revenue. Appuyez de nouveau sur le bouton.".to_owned()
        />
    }
    .into_any()
}

/// The persona's face, the same wherever it is drawn. Two faces are women's, two are men's.
pub(super) fn look(persona: &persona::Persona) -> Look {
    let letters: u32 = persona.value("prenom").unwrap_or_default().chars().map(u32::from).sum();
    let one_of_two = if letters.is_multiple_of(2) { 0 } else { 2 };
    Look(one_of_two + u8::from(persona.value("civilite") == Some("M.")))
}

/// The document's page around a framed body.
pub(super) fn page(title: impl Into<String>, body: AnyView) -> Page {
    Page::new(title, body).recipient(Some("à l’administration".to_owned()))
}

/// One line: « 41 ans, en couple, 2 enfants, vendeuse ».
fn story(persona: &persona::Persona, state: &State) -> String {
    let mut story = Vec::new();
    story.extend(persona.age(state.today).map(|age| format!("{age}\u{a0}ans")));
    let woman = persona.value("civilite") == Some("Mme");
    match persona.count("adultes") {
        0 => {}
        1 if persona.count("enfants") > 0 => {
            story.push(if woman { "élève seule ses enfants" } else { "élève seul ses enfants" }.to_owned());
        }
        1 => story.push(if woman { "vit seule" } else { "vit seul" }.to_owned()),
        _ => story.push("en couple".to_owned()),
    }
    match persona.count("enfants") {
        0 => {}
        1 => story.push("1\u{a0}enfant".to_owned()),
        count => story.push(format!("{count}\u{a0}enfants")),
    }
    story.extend(persona.value("adultes.1.emploi").map(ToOwned::to_owned));
    if persona.value("demenagement.date").is_some() {
        story.push("vient de déménager".to_owned());
    }
    if persona.value("vehicule.immatriculation").is_some() {
        story.push("a une voiture".to_owned());
    }
    story.join(", ")
}

#[cfg(test)]
mod tests {
    use scenarios::{
        date::Date,
        rehearsal::{Event, State},
    };

    use super::*;

    fn told(values: &[(&str, &str)]) -> String {
        let values = values.iter().map(|(path, value)| ((*path).to_owned(), (*value).to_owned())).collect();
        let persona = persona::Persona { values, papers: Vec::new() };
        let today = Date::new(2026, 11, 23).expect("a day");
        let started =
            Event::Started { screen: "accueil".into(), persona: Box::new(persona.clone()), today, secret: 1 };
        story(&persona, &State::fold(&[started]).expect("a beginning")).replace('\u{a0}', " ")
    }

    #[test]
    fn a_story_says_in_a_line_who_somebody_is() {
        let alone = [("civilite", "M."), ("naissance.date", "1980-01-01"), ("adultes.1.prenom", "Noé")];
        assert_eq!(told(&alone), "46 ans, vit seul");
        let parent = [
            ("civilite", "Mme"),
            ("adultes.1.prenom", "Ana"),
            ("adultes.1.emploi", "vendeuse"),
            ("enfants.1.prenom", "Léon"),
        ];
        assert_eq!(told(&parent), "élève seule ses enfants, 1 enfant, vendeuse");
        assert_eq!(told(&[("demenagement.date", "2026-11-01")]), "vient de déménager");
    }
}
