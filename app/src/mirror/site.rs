//! The imitated site as such: its colours, its address, and its name under a neutral emblem.

use leptos::prelude::*;
use scenarios::graph;

/// The colours of an imitated site: custom properties that stop at the window's edge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    Bleu,
    Sarcelle,
    Prune,
    Ardoise,
    Brique,
    Foret,
}

impl Theme {
    /// The class that sets its custom properties.
    pub const fn colours(self) -> &'static str {
        match self {
            Self::Bleu => "theme-bleu",
            Self::Sarcelle => "theme-sarcelle",
            Self::Prune => "theme-prune",
            Self::Ardoise => "theme-ardoise",
            Self::Brique => "theme-brique",
            Self::Foret => "theme-foret",
        }
    }

    /// By the name a scenario gives it.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "bleu" => Some(Self::Bleu),
            "sarcelle" => Some(Self::Sarcelle),
            "prune" => Some(Self::Prune),
            "ardoise" => Some(Self::Ardoise),
            "brique" => Some(Self::Brique),
            "foret" => Some(Self::Foret),
            _ => None,
        }
    }
}

/// The imitated site: its address, and its name under a neutral emblem.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    pub theme: Theme,
    pub url: String,
    /// Two letters or three.
    pub initials: String,
    pub name: String,
    pub subtitle: String,
}

impl Site {
    /// The site of a scenario, at `path`.
    pub fn at(site: &graph::Site, path: &str) -> Self {
        Self {
            theme: Theme::named(&site.theme).unwrap_or_default(),
            url: format!("https://{}{path}", site.host),
            initials: site.initials.clone(),
            name: site.name.clone(),
            subtitle: site.subtitle.clone(),
        }
    }
}

pub fn header(site: Site, menu: Option<AnyView>) -> AnyView {
    view! {
        <div class="site">
            <span class="site__emblem" aria-hidden="true">{site.initials}</span>
            <p class="site__title">
                <b class="site__name">{site.name}</b>
                <span class="site__subtitle">{site.subtitle}</span>
            </p>
            {menu}
        </div>
    }
    .into_any()
}
