//! The ready sentences that learners and mediators send each other, the same on both sides.

use scenarios::rehearsal::{Ask, Ready, Words};

/// Why a hand is raised, as the learner says it.
pub const fn ask(asks: Ask) -> &'static str {
    match asks {
        Ask::Question => "Je ne comprends pas la question.",
        Ask::Paper => "Je ne trouve pas le papier.",
        Ask::Refused => "Le site refuse ma réponse.",
        Ask::Lost => "Je ne sais plus où je suis.",
        Ask::Machine => "Mon ordinateur ne répond plus bien.",
        Ask::Come => "Venez me voir, s’il vous plaît.",
    }
}

pub const fn ready(sentence: Ready) -> &'static str {
    match sentence {
        Ready::RightWay => "Vous êtes sur la bonne voie.",
        Ready::TakeTime => "Prenez votre temps.",
        Ready::WellDone => "Bravo, c’était une étape difficile.",
        Ready::Coming => "J’arrive.",
        Ready::Here => "C’est ici.",
        Ready::ReadAgain => "Relisez la question.",
        Ready::LookAtPaper => "Regardez sur le papier.",
    }
}

/// What a mediator says, ready or not, with the stop that was forgotten: something may follow.
pub fn words(said: &Words) -> String {
    match said {
        Words::Ready(sentence) => ready(*sentence).to_owned(),
        Words::Own(own) => stopped(own.as_str().trim()),
    }
}

fn stopped(words: &str) -> String {
    let open = words.ends_with(|last: char| last.is_alphanumeric() || matches!(last, ')' | '»'));
    if open { format!("{words}.") } else { words.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_mediator_writes_ends_as_a_sentence() {
        for (written, said) in [
            ("Regardez en haut", "Regardez en haut."),
            ("La ligne (à gauche)", "La ligne (à gauche)."),
            ("C’est bien !", "C’est bien !"),
            ("Alors…", "Alors…"),
            ("", ""),
        ] {
            assert_eq!(stopped(written), said);
        }
    }
}
