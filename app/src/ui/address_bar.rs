//! The address of the imitated site, as a browser would show it. It is read aloud too: reading it is a lesson.
//!
//! Text only: nothing here leads to the real site.

use leptos::prelude::*;

use super::{
    Example,
    icon::{Icon, icon},
};

/// `url` in full, scheme included.
#[component]
pub fn AddressBar(#[prop(into)] url: String) -> impl IntoView {
    let address = Address::of(&url);
    let (drawing, safety) = if address.scheme == "https://" {
        (Icon::Lock, "connexion sécurisée")
    } else {
        (Icon::Warning, "connexion non sécurisée")
    };
    view! {
        <div class="address_bar">
            <span class="address_bar__dots" aria-hidden="true"></span>
            <p class="address_bar__url" dir="ltr">
                {icon(drawing)} <span class="unseen">"Barre d’adresse, " {safety} "\u{a0}: "</span>
                <span class="address_bar__text">
                    {address.scheme.to_owned()} <b class="address_bar__host">{address.host.to_owned()}</b>
                    {address.path.to_owned()}
                </span>
            </p>
            <p class="address_bar__note">"adresse imitée"</p>
        </div>
    }
}

#[derive(Debug, PartialEq, Eq)]
struct Address<'a> {
    scheme: &'a str,
    host: &'a str,
    path: &'a str,
}

impl<'a> Address<'a> {
    fn of(url: &'a str) -> Self {
        let (scheme, rest) = url.find("://").map_or(("", url), |at| url.split_at(at + 3));
        let (host, path) = rest.find(['/', '?', '#']).map_or((rest, ""), |at| rest.split_at(at));
        Self { scheme, host, path }
    }
}

pub fn examples() -> Vec<Example> {
    vec![
        Example::new("Une adresse sûre", view! { <AddressBar url="https://mon-compte.example/ressources"/> }),
        Example::new(
            "Une adresse qui ne l’est pas",
            view! { <AddressBar url="http://carte-grise-payer.example/payer"/> },
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::to_html;

    #[test]
    fn the_host_stands_out_from_its_address() {
        let address = Address { scheme: "https://", host: "a.exemple.fr", path: "/b?c" };
        assert_eq!(Address::of("https://a.exemple.fr/b?c"), address);
        assert_eq!(Address::of("exemple.fr").host, "exemple.fr");
    }

    #[test]
    fn it_leads_nowhere_and_says_that_it_is_imitated() {
        let html = to_html(|| view! { <AddressBar url="https://a.exemple.fr/b"/> });
        assert!(!html.contains("href") && html.contains("adresse imitée"), "{html}");
    }
}
