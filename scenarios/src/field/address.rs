//! A whole address on four lines: street, complement (optional), postal code, town.
//!
//! Street and town are read as `voie` and `code-postal-et-commune` read them. Its canonical form is one line, its parts
//! after commas, which is also how a persona's address is written.

use super::{
    Control, Examples, Keyboard, Line, Privacy, Problem, Rules, Settings,
    clean::{LONGEST_LINE, tidy},
    street, town,
};

pub(super) struct Address;

const STREET: &str = "voie";
const MORE: &str = "complement";
const POSTCODE: &str = "code-postal";
const TOWN: &str = "commune";

/// Between the parts of the canonical form; no part holds it.
const BETWEEN: &str = ", ";

static PROBLEMS: [Problem; 4] = [
    Problem::new("sans-voie", "Tapez le numéro et le nom de la rue. Par exemple : 7 rue des Essais")
        .on(STREET),
    Problem::new("code-postal", "Le code postal a 5 chiffres. Par exemple : 96120").on(POSTCODE),
    Problem::new("sans-commune", "Tapez le nom de la commune. Par exemple : Valfranche").on(TOWN),
    Problem::new("trop-long", "Une ligne de l’adresse est trop longue. Tapez une seule chose par ligne.")
        .on(STREET),
];

impl Rules for Address {
    fn word(&self) -> &'static str {
        "adresse"
    }

    fn privacy(&self) -> Privacy {
        Privacy::Identity
    }

    fn control<'s>(&self, _: &'s Settings) -> Control<'s> {
        Control::Lines(
            const {
                &[
                    Line::named(STREET, "Numéro et nom de la rue", 34, Keyboard::Text),
                    Line::named(MORE, "Complément d’adresse (facultatif)", 34, Keyboard::Text),
                    Line::named(POSTCODE, "Code postal", 7, Keyboard::Digits),
                    Line::named(TOWN, "Commune", 26, Keyboard::Text),
                ]
            },
        )
    }

    fn parse(&self, typed: &[&str], _: &Settings) -> Result<String, &'static Problem> {
        if typed.iter().any(|line| line.chars().count() > usize::from(LONGEST_LINE)) {
            return Err(&PROBLEMS[3]);
        }
        let line = |at: usize| typed.get(at).copied().unwrap_or_default();
        let street = street::read(line(0));
        if street.is_empty() {
            return Err(&PROBLEMS[0]);
        }
        let postcode = town::postcode(line(2)).ok_or(&PROBLEMS[1])?;
        let town = without_commas(line(3));
        if town.is_empty() {
            return Err(&PROBLEMS[2]);
        }
        let more = without_commas(line(1)).to_lowercase();
        let parts = [street, more, format!("{postcode} {town}")];
        let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        Ok(parts.join(BETWEEN))
    }

    fn parts(&self, canonical: &str, _: &Settings) -> Vec<String> {
        let (rest, last) = canonical.rsplit_once(BETWEEN).unwrap_or((canonical, ""));
        let (street, more) = rest.split_once(BETWEEN).unwrap_or((rest, ""));
        let (postcode, town) = last.split_once(' ').unwrap_or((last, ""));
        [street, more, postcode, town].map(ToOwned::to_owned).to_vec()
    }

    fn missing(&self) -> &'static str {
        "Tapez l’adresse : la rue, le code postal et la commune. Par exemple : 7 rue des Essais, 96120 Valfranche"
    }

    fn problems(&self) -> &'static [Problem] {
        &PROBLEMS
    }

    fn examples(&self) -> Vec<Examples> {
        Examples::plain(&[
            (&["7 rue des Essais", "", "96120", "Valfranche"], Ok("7 rue des essais, 96120 Valfranche")),
            (
                &["7, r. des Essais", "Bât. B, appt 12", "96 120", "Valfranche"],
                Ok("7 rue des essais, bât. b appt 12, 96120 Valfranche"),
            ),
            (&["", "", "96120", "Valfranche"], Err("sans-voie")),
            (&["7 rue des Essais", "", "9612", "Valfranche"], Err("code-postal")),
            (&["7 rue des Essais", "", "96120", ""], Err("sans-commune")),
            (
                &[
                    "7 rue qui ne finit pas, qui ne finit pas, qui ne finit pas, qui ne finit pas, qui ne finit pas, qui ne finit pas, qui ne finit pas",
                    "",
                    "96120",
                    "Valfranche",
                ],
                Err("trop-long"),
            ),
        ])
    }
}

fn without_commas(text: &str) -> String {
    tidy(&text.replace([',', ';'], " "))
}
