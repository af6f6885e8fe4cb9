//! Over the shoulder: the learner's page as it is, with values withheld until the learner agrees. The learner knows.

use leptos::prelude::*;
use scenarios::rehearsal::Screen;

use super::board::{ACT, SEAT};
use crate::{
    live::Live,
    mirror::{
        screen::{Beside, screen},
        site::{Site, header},
    },
    people::{self, Who},
    routes::room::Room,
    shell::{Page, Refresh},
    ui::{
        address_bar::AddressBar,
        animal::{Animal, animal},
        button::{Button, ButtonLink, Rank},
        icon::{Icon, icon},
        notice::{Notice, Tone},
    },
};

/// What the page shows, or why it shows nothing.
pub enum Seen {
    Screen {
        screen: Box<Screen>,
        agreed: bool,
        /// The imitated site, at the learner's page.
        site: Site,
    },
    /// The learner prefers not to be looked at.
    Declined,
    /// Nobody looks any more: too long without the page.
    Over,
}

const PART: &str = "regard";

/// `shown` tells the page's stream what it shows.
pub fn page(who: &Who, room: &str, seat: &str, which: Animal, shown: &str, seen: Seen) -> Page {
    let title = format!("La page {}", which.of());
    let routes = Room(room);
    let live = routes.look_live(seat, shown);
    let content = content(which, seen);
    let body = view! {
        <h1 class="seat__who">{animal(which)} {title.clone()}</h1>
        <form class="row" method="post" action=routes.look(seat)>
            <input type="hidden" name=SEAT value=seat.to_owned()/>
            <Button label="Ne plus regarder" rank=Rank::Secondary icon=Icon::Eye name=ACT value="arreter"/>
            <ButtonLink label="Revenir à la place" href=routes.seat(seat) rank=Rank::Quiet/>
        </form>
        <div class="look__part" id=PART>{content}</div>
        <Live address=live parts=vec![PART.to_owned()] pointed=String::new()/>
    };
    people::staffed(who, None, &title, false, body.into_any()).refresh(Some(Refresh::every(10)))
}

fn content(which: Animal, seen: Seen) -> AnyView {
    match seen {
        Seen::Declined => view! {
            <Notice tone=Tone::Warning title="La personne préfère que vous ne regardiez pas.">
                <p>"Allez la voir, ou proposez-lui votre aide autrement."</p>
            </Notice>
        }
        .into_any(),
        Seen::Over => view! {
            <Notice title="Vous ne regardez plus.">
                <p>"Cette page est restée fermée, ou un collègue regarde. Pour regarder encore, revenez à la place."</p>
            </Notice>
        }
        .into_any(),
        Seen::Screen { screen: shown, agreed, site } => {
            let told = if agreed {
                format!("{} a accepté que vous voyiez ses réponses.", which.first())
            } else {
                format!("{} sait que vous regardez. Ses réponses sont cachées.", which.first())
            };
            let page = screen(&shown, String::new(), String::new(), Beside { pointed: None, below: None });
            let (class, url) = (format!("look window {}", site.theme.colours()), site.url.clone());
            view! {
                <p class="look__told">{icon(Icon::Eye)} " " {told}</p>
                <div class=class inert="">
                    <AddressBar url/>
                    <div class="window__site">{header(site, None)} {page}</div>
                </div>
            }
            .into_any()
        }
    }
}
