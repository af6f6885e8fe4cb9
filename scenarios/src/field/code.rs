//! A code of digits received by message: six, or as many as `longueur` says. Spaces do not matter.
//!
//! Which code is right is not its affair.

use super::{
    Control, Examples, Keyboard, Line, Privacy, Problem, Rules, Setting, Settings,
    clean::{first, grouped, without_spaces},
};

pub(super) struct Code;

static PROBLEMS: [Problem; 2] = [
    Problem::new("pas-des-chiffres", "Le code n’a que des chiffres. Par exemple : {exemple}"),
    Problem::new("longueur", "Le code a {longueur} chiffres. Par exemple : {exemple}"),
];

impl Rules for Code {
    fn word(&self) -> &'static str {
        "code-reçu"
    }

    fn privacy(&self) -> Privacy {
        Privacy::Secret
    }

    fn takes(&self) -> &'static [Setting] {
        &[Setting::Longest]
    }

    fn control<'s>(&self, _: &'s Settings) -> Control<'s> {
        Control::Lines(const { &[Line::alone(8, Keyboard::Digits)] })
    }

    fn parse(&self, typed: &[&str], settings: &Settings) -> Result<String, &'static Problem> {
        let text = without_spaces(first(typed)).replace(['-', '.'], "");
        if !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(&PROBLEMS[0]);
        }
        let length = settings.longest.unwrap_or_else(|| self.usual_length());
        if text.len() == usize::from(length) { Ok(text) } else { Err(&PROBLEMS[1]) }
    }

    fn missing(&self) -> &'static str {
        "Tapez les {longueur} chiffres du code reçu."
    }

    fn problems(&self) -> &'static [Problem] {
        &PROBLEMS
    }

    fn examples(&self) -> Vec<Examples> {
        vec![
            Examples::with(
                Settings::default(),
                &[
                    (&["482913"], Ok("482913")),
                    (&["482 913"], Ok("482913")),
                    (&["48291O"], Err("pas-des-chiffres")),
                    (&["48291"], Err("longueur")),
                ],
            ),
            Examples::with(
                Settings { longest: Some(5), ..Settings::default() },
                &[(&["40721"], Ok("40721")), (&["482913"], Err("longueur"))],
            ),
        ]
    }

    fn usual_length(&self) -> u16 {
        6
    }

    fn sample(&self, settings: &Settings) -> String {
        let length = usize::from(settings.longest.unwrap_or_else(|| self.usual_length())).min(20);
        let digits: String = "1234567890".chars().cycle().take(length).collect();
        if length % 3 == 0 { grouped(&digits, &[3; 6]) } else { digits }
    }
}
