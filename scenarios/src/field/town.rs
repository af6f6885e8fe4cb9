//! Postal code and town, on two lines. Whether the town exists is not its affair.

use super::{
    Control, Examples, Keyboard, Line, Privacy, Problem, Rules, Settings,
    clean::{LONGEST_LINE, is_digits, tidy, without_spaces},
};

pub(super) struct Town;

static PROBLEMS: [Problem; 4] = [
    Problem::new("code-postal", "Le code postal a 5 chiffres. Par exemple : 96120"),
    Problem::new(
        "sans-commune",
        "Tapez le nom de la commune, après le code postal. Par exemple : Valfranche",
    )
    .on("commune"),
    Problem::new("trop-long", "Le nom de la commune est trop long. Tapez seulement le nom de la commune.")
        .on("commune"),
    Problem::new(
        "inverses",
        "Le code postal et la commune ont changé de place. Tapez les 5 chiffres ici, et la commune à côté.",
    ),
];

impl Rules for Town {
    fn word(&self) -> &'static str {
        "code-postal-et-commune"
    }

    fn privacy(&self) -> Privacy {
        Privacy::Identity
    }

    fn control<'s>(&self, _: &'s Settings) -> Control<'s> {
        Control::Lines(
            const {
                &[
                    Line::named("code-postal", "Code postal", 7, Keyboard::Digits),
                    Line::named("commune", "Commune", 26, Keyboard::Text),
                ]
            },
        )
    }

    fn parse(&self, typed: &[&str], _: &Settings) -> Result<String, &'static Problem> {
        let both = tidy(&typed.join(" "));
        if both.chars().count() > usize::from(LONGEST_LINE) {
            return Err(&PROBLEMS[2]);
        }
        let digits: String = without_spaces(&both).chars().take_while(char::is_ascii_digit).collect();
        if digits.len() != 5 {
            let swapped = typed.last().is_some_and(|town| postcode(town).is_some());
            return Err(&PROBLEMS[if swapped { 3 } else { 0 }]);
        }
        let mut left = 5;
        let town = both.trim_start_matches(|letter: char| {
            if left > 0 && letter.is_ascii_digit() {
                left -= 1;
                return true;
            }
            letter == ' '
        });
        if town.is_empty() {
            return Err(&PROBLEMS[1]);
        }
        Ok(format!("{digits} {town}"))
    }

    fn parts(&self, canonical: &str, _: &Settings) -> Vec<String> {
        let (code, town) = canonical.split_once(' ').unwrap_or((canonical, ""));
        vec![code.to_owned(), town.to_owned()]
    }

    fn missing(&self) -> &'static str {
        "Tapez le code postal et la commune. Par exemple : 96120 Valfranche"
    }

    fn problems(&self) -> &'static [Problem] {
        &PROBLEMS
    }

    fn examples(&self) -> Vec<Examples> {
        Examples::plain(&[
            (&["96120", "Valfranche"], Ok("96120 Valfranche")),
            (&["96 120 ", " Montclair-les-Essais"], Ok("96120 Montclair-les-Essais")),
            (&["", "Valfranche"], Err("code-postal")),
            (&["9612", "Valfranche"], Err("code-postal")),
            (&["96120", ""], Err("sans-commune")),
            (&["Valfranche", "96120"], Err("inverses")),
            (
                &[
                    "96120",
                    "Une commune dont le nom ne finit pas, dont le nom ne finit pas, dont le nom ne finit pas, dont le nom ne finit pas, dont le nom ne finit pas, dont le nom ne finit pas, dont le nom ne finit pas",
                ],
                Err("trop-long"),
            ),
        ])
    }
}

/// The five digits of a postal code, whatever spaces part them.
pub(super) fn postcode(text: &str) -> Option<String> {
    Some(without_spaces(text)).filter(|digits| digits.len() == 5 && is_digits(digits))
}
