//! The HTML document around every page: title, training band, skip link, how its reader likes to read. No theme and no
//! scenario reaches it.
//!
//! No `leptos_meta`: its title goes unescaped into the head. No inline script, no inline style: the CSP forbids both.

use leptos::prelude::*;

use crate::{comfort::Comfort, learner::aloud::Aloud, render::to_html, ui::band::Band};

/// Where « Aller au contenu » leads: every body holds exactly one `<main id=CONTENT tabindex="-1">`.
pub const CONTENT: &str = "contenu";

/// The files of a page, under the hashed names of the build.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assets {
    pub stylesheet: String,
    /// Preloaded: the regular weight.
    pub font: String,
    pub favicon: String,
    /// The module that wakes the islands up; absent from a site built without them.
    pub script: Option<String>,
}

/// One page, before its document.
pub struct Page {
    /// What the page is, as its `<h1>` says it: « Se connecter ».
    pub title: String,
    /// There is an error to correct: the title says so first.
    pub wrong: bool,
    /// To whom nothing is sent, with its preposition: « à la CAF ».
    pub recipient: Option<String>,
    /// Whatever an exercise left in the tab goes: see `islands.js`.
    pub forgets: bool,
    /// Asked for again by itself.
    pub refresh: Option<Refresh>,
    pub body: AnyView,
}

/// Asked for again by itself after so many seconds, where there is no script to keep it as it is on the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refresh {
    seconds: u16,
    /// The page's own, when it is none.
    address: Option<String>,
}

impl Refresh {
    pub const fn every(seconds: u16) -> Self {
        Self { seconds, address: None }
    }

    /// Without what the page's own address says of one time only.
    #[must_use]
    pub fn at(self, address: String) -> Self {
        Self { address: Some(address), ..self }
    }
}

impl Page {
    pub fn new(title: impl Into<String>, body: impl IntoView + 'static) -> Self {
        Self {
            title: title.into(),
            wrong: false,
            recipient: None,
            forgets: false,
            refresh: None,
            body: body.into_any(),
        }
    }

    #[must_use]
    pub fn wrong(mut self, wrong: bool) -> Self {
        self.wrong = wrong;
        self
    }

    #[must_use]
    pub fn forgets(mut self, forgets: bool) -> Self {
        self.forgets = forgets;
        self
    }

    #[must_use]
    pub fn refresh(mut self, refresh: Option<Refresh>) -> Self {
        self.refresh = refresh;
        self
    }

    #[must_use]
    pub fn recipient(mut self, recipient: Option<String>) -> Self {
        self.recipient = recipient;
        self
    }
}

/// The whole document. `nonce` is the response's own, for the script alone.
pub fn document(
    page: impl FnOnce() -> Page,
    assets: &Assets,
    comfort: Comfort,
    nonce: Option<&str>,
) -> String {
    let html = to_html(|| shell(page(), assets, comfort, nonce));
    format!("<!DOCTYPE html>{html}")
}

/// The content of a page that is not a clone: home, papers of the site, errors.
pub fn plain(children: impl IntoView + 'static) -> AnyView {
    view! { <main class="page" id=CONTENT tabindex="-1">{children}</main> }.into_any()
}

fn shell(page: Page, assets: &Assets, comfort: Comfort, nonce: Option<&str>) -> impl IntoView {
    let error = if page.wrong { "Erreur\u{a0}: " } else { "" };
    let title = format!("{error}{} — Entraînement, Miroir", page.title);
    let nonce = nonce.map(ToOwned::to_owned);
    let script =
        assets.script.clone().map(|src| view! { <script type="module" src=src nonce=nonce></script> });
    let forgets = page.forgets.then_some("");
    let aloud = comfort.attribute("lecture").map(|_| {
        view! { <Aloud listen="Écouter".to_owned() stop="Arrêter".to_owned()/> }
    });
    view! {
        <html
            lang="fr"
            data-texte=comfort.attribute("texte")
            data-espace=comfort.attribute("espace")
            data-contraste=comfort.attribute("contraste")
            data-mouvement=comfort.attribute("mouvement")
            data-oubli=forgets
        >
            <head>
                <meta charset="utf-8"/>
                <title>{title}</title>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="robots" content="noindex, nofollow"/>
                <meta name="format-detection" content="telephone=no"/>
                <meta name="theme-color" content="#ffd24a"/>
                <link rel="preload" href=assets.font.clone() r#as="font" r#type="font/woff2" crossorigin="anonymous"/>
                <link rel="stylesheet" href=assets.stylesheet.clone()/>
                <link rel="icon" href=assets.favicon.clone() r#type="image/svg+xml"/>
                {page.refresh.map(refresh)}
                {script}
            </head>
            <body>
                <a class="skip" href=format!("#{CONTENT}")>"Aller au contenu"</a>
                <Band recipient=page.recipient/>
                {page.body}
                {aloud}
            </body>
        </html>
    }
}

fn refresh(Refresh { seconds, address }: Refresh) -> AnyView {
    let content = match address {
        Some(address) => format!("{seconds};url={address}"),
        None => seconds.to_string(),
    };
    view! { <noscript><meta http-equiv="refresh" content=content/></noscript> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(title: &str, wrong: bool) -> String {
        let assets = Assets { script: Some("/assets/app.js".into()), ..Assets::default() };
        document(
            || Page::new(title, plain("Bonjour")).wrong(wrong),
            &assets,
            Comfort::default(),
            Some("n0nce"),
        )
    }

    #[test]
    fn every_page_carries_the_band_and_stays_out_of_indexes() {
        let html = sample("Accueil", false);
        assert!(html.starts_with("<!DOCTYPE html><html lang=\"fr\">"), "{html}");
        assert!(html.contains("SITE D’ENTRAÎNEMENT"), "{html}");
        assert!(html.contains("noindex"), "{html}");
        assert!(html.contains(r#"nonce="n0nce""#), "{html}");
        assert!(!html.contains("style="), "{html}");
    }

    #[test]
    fn a_reader_finds_their_settings_on_every_page() {
        let drawn = |digits: &str| {
            document(
                || Page::new("Accueil", plain("Bonjour")),
                &Assets::default(),
                Comfort::read(digits),
                None,
            )
        };
        let html = drawn("21211");
        for attribute in [
            "data-texte=\"tres-grand\"",
            "data-espace=\"large\"",
            "data-contraste=\"sombre\"",
            "data-mouvement=\"calme\"",
        ] {
            assert!(html.contains(attribute), "{attribute} in {html}");
        }
        assert!(html.contains("Aloud"), "{html}");
        assert!(!drawn("00000").contains("Aloud") && !drawn("00000").contains("data-texte"));
    }

    #[test]
    fn the_title_says_that_it_is_training_and_cannot_be_escaped_from() {
        let html = sample("</title><script>", true);
        assert!(
            html.contains("<title>Erreur\u{a0}: &lt;/title&gt;&lt;script&gt; — Entraînement, Miroir</title>"),
            "{html}"
        );
    }
}
