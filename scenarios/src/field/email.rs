//! An e-mail address. Case and stray spaces do not matter; nothing is said of whether it exists.

use super::{
    Control, Examples, Keyboard, Line, Privacy, Problem, Rules, Settings,
    clean::{first, without_spaces},
};

pub(super) struct Email;

static PROBLEMS: [Problem; 4] = [
    Problem::new(
        "sans-arobase",
        "Il manque l’arobase (@) dans l’adresse électronique. Par exemple : prenom.nom@courriel.example",
    ),
    Problem::new(
        "sans-domaine",
        "Il manque la fin de l’adresse, après l’arobase (@). Par exemple : prenom.nom@courriel.example",
    ),
    Problem::new(
        "lettre-interdite",
        "Une adresse électronique n’a ni accent, ni virgule. Par exemple : prenom.nom@courriel.example",
    ),
    Problem::new(
        "deux-arobases",
        "Il y a deux arobases (@) ou plus. Gardez-en une seule. Par exemple : prenom.nom@courriel.example",
    ),
];

impl Rules for Email {
    fn word(&self) -> &'static str {
        "courriel"
    }

    fn privacy(&self) -> Privacy {
        Privacy::Identity
    }

    fn control<'s>(&self, _: &'s Settings) -> Control<'s> {
        Control::Lines(const { &[Line::alone(30, Keyboard::Email)] })
    }

    fn parse(&self, typed: &[&str], _: &Settings) -> Result<String, &'static Problem> {
        let text = without_spaces(first(typed)).to_lowercase();
        let Some((local, domain)) = text.split_once('@') else { return Err(&PROBLEMS[0]) };
        if domain.contains('@') {
            return Err(&PROBLEMS[3]);
        }
        let allowed = |letter: char| letter.is_ascii_alphanumeric() || "._-+".contains(letter);
        if !local.chars().chain(domain.chars()).all(allowed) || local.is_empty() {
            return Err(&PROBLEMS[2]);
        }
        let ends_well = domain.split('.').count() >= 2 && domain.split('.').all(|label| !label.is_empty());
        if ends_well { Ok(text) } else { Err(&PROBLEMS[1]) }
    }

    fn missing(&self) -> &'static str {
        "Tapez une adresse électronique. Par exemple : prenom.nom@courriel.example"
    }

    fn problems(&self) -> &'static [Problem] {
        &PROBLEMS
    }

    fn examples(&self) -> Vec<Examples> {
        Examples::plain(&[
            (&["camille.essai@courriel.example"], Ok("camille.essai@courriel.example")),
            (&[" Camille.Essai @courriel.example "], Ok("camille.essai@courriel.example")),
            (&["camille.essai"], Err("sans-arobase")),
            (&["camille.essai@courriel"], Err("sans-domaine")),
            (&["camille,essai@courriel.example"], Err("lettre-interdite")),
            (&["camille@essai@courriel.example"], Err("deux-arobases")),
        ])
    }
}
