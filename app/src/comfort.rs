//! How a learner likes to read: five settings, each a short list of choices. No personal data, and nothing but this.
//!
//! The style sheet does the rest, from attributes of the root: `style/settings/comfort.css` and `style/themes/sombre.css`.

/// One setting.
#[derive(Debug)]
pub struct Setting {
    /// Its name in the form.
    pub name: &'static str,
    /// What it is asked with.
    pub label: &'static str,
    /// The word of each choice and how it is said. The first is what everybody has.
    pub choices: &'static [(&'static str, &'static str)],
}

pub const SETTINGS: [Setting; 5] = [
    Setting {
        name: "texte",
        label: "Taille du texte",
        choices: &[("normal", "Normale"), ("grand", "Grande"), ("tres-grand", "Très grande")],
    },
    Setting {
        name: "espace",
        label: "Espace entre les lignes et les mots",
        choices: &[("normal", "Normal"), ("large", "Large")],
    },
    Setting {
        name: "contraste",
        label: "Couleurs",
        choices: &[
            ("normal", "Normales"),
            ("fort", "Noir sur blanc, très contrasté"),
            ("sombre", "Clair sur fond sombre"),
        ],
    },
    Setting {
        name: "mouvement",
        label: "Mouvements à l’écran",
        choices: &[("normal", "Normaux"), ("calme", "Aucun mouvement")],
    },
    Setting {
        name: "lecture",
        label: "Lecture à voix haute",
        choices: &[("non", "Non"), ("oui", "Oui, avec un bouton «\u{a0}Écouter\u{a0}» près de chaque texte")],
    },
];

/// The choice made for each setting, in the order of [`SETTINGS`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Comfort([u8; SETTINGS.len()]);

impl Comfort {
    /// From what `chosen` says of each setting; a word that is none leaves what everybody has.
    pub fn choose<'a>(chosen: impl Fn(&str) -> Option<&'a str>) -> Self {
        let mut comfort = Self::default();
        for (place, setting) in comfort.0.iter_mut().zip(&SETTINGS) {
            let rank = chosen(setting.name)
                .and_then(|word| setting.choices.iter().position(|(choice, _)| *choice == word));
            *place = rank.and_then(|rank| u8::try_from(rank).ok()).unwrap_or_default();
        }
        comfort
    }

    /// From the digits that [`Comfort::digits`] gave; what does not read is what everybody has.
    pub fn read(digits: &str) -> Self {
        let mut comfort = Self::default();
        for ((place, setting), digit) in comfort.0.iter_mut().zip(&SETTINGS).zip(digits.bytes()) {
            let rank = digit.wrapping_sub(b'0');
            if usize::from(rank) < setting.choices.len() {
                *place = rank;
            }
        }
        comfort
    }

    /// One digit a setting.
    pub fn digits(self) -> String {
        self.0.iter().map(|rank| char::from(b'0' + rank)).collect()
    }

    /// The word chosen for the setting of that name.
    pub fn word(self, name: &str) -> &'static str {
        let at = SETTINGS.iter().position(|setting| setting.name == name).unwrap_or_default();
        SETTINGS[at].choices[usize::from(self.0[at])].0
    }

    /// The same, for the root of the page: nothing where it is what everybody has.
    pub fn attribute(self, name: &str) -> Option<&'static str> {
        let at = SETTINGS.iter().position(|setting| setting.name == name).unwrap_or_default();
        (self.0[at] > 0).then(|| self.word(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chosen_reads_back_from_its_digits() {
        let comfort = Comfort::choose(|name| match name {
            "texte" => Some("tres-grand"),
            "contraste" => Some("sombre"),
            "lecture" => Some("oui"),
            _ => None,
        });
        assert_eq!(comfort.digits(), "20201");
        assert_eq!(Comfort::read(&comfort.digits()), comfort);
        assert_eq!(comfort.attribute("contraste"), Some("sombre"));
        assert_eq!(comfort.attribute("espace"), None);
    }

    #[test]
    fn what_is_no_choice_changes_nothing() {
        for digits in ["", "9", "99999", "é", "-", "00000000"] {
            assert_eq!(Comfort::read(digits), Comfort::default(), "{digits}");
        }
        assert_eq!(Comfort::choose(|_| Some("<script>")), Comfort::default());
    }
}
