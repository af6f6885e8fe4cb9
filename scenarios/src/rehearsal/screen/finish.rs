//! Answers shown for a last reading, and how it all finished.

use super::{Eye, Viewer};
use crate::{
    field::Privacy,
    graph,
    guard::Outcome,
    rehearsal::{
        judge::{counted, rows_missing},
        mode::Mode,
        questions::{Question, Wanted, questions},
        way,
        wording::{WITHHELD, in_french},
        world::Lived,
    },
};

/// Answers of one screen, for a last reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecapGroup {
    pub screen: String,
    pub title: String,
    pub rows: Vec<RecapRow>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecapRow {
    pub label: String,
    pub value: RecapValue,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecapValue {
    Shown(String),
    /// Something else than the persona's value was typed: it is not kept.
    NotKept,
    /// A free text, to which nothing is compared: it is not kept either.
    FreeText,
    Nothing,
}

/// How it finished: the site's receipt, and what Miroir says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finish {
    /// What the site registered; nothing when the learner left before.
    pub receipt: Option<Receipt>,
    /// What Miroir says; nothing while the learner may still go on.
    pub verdict: Option<Verdict>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    pub number: String,
    /// « 5 novembre 2026 ».
    pub date: String,
    pub groups: Vec<RecapGroup>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    pub title: String,
    pub text: String,
    pub all_right: bool,
    /// Right answers, and answers in all, when the rehearsal was a test.
    pub score: Option<(usize, usize)>,
    pub mistakes: Vec<FinishMistake>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FinishMistake {
    pub label: String,
    pub explanation: String,
}

impl Eye<'_> {
    /// The answers of the page `key`, as often as it is repeated; nothing when it was left out.
    pub(super) fn groups(&self, key: &str) -> Vec<RecapGroup> {
        let Some(screen) = self.graph.screen(key) else { return Vec::new() };
        let ids = way::instances(self.graph, self.state, key);
        let passed = ids.into_iter().filter(|id| self.state.passed.contains(id));
        passed.map(|id| self.group(screen, id)).collect()
    }

    fn group(&self, screen: &graph::Screen, id: String) -> RecapGroup {
        let lived = Lived::on(self.graph, self.state, screen, &id);
        let row = |question: &Question<'_>| RecapRow {
            label: self.text(&question.field.label, &question.lived),
            value: self.recap_value(question),
        };
        RecapGroup {
            title: self.text(&screen.title, &lived),
            rows: questions(screen, &lived, Wanted::Shown).iter().map(row).collect(),
            screen: id,
        }
    }

    fn recap_value(&self, question: &Question<'_>) -> RecapValue {
        let (rules, settings) = (question.field.kind.rules(), question.settings());
        let value = match self.state.answers.get(&question.id) {
            None | Some(Outcome::Empty) => return RecapValue::Nothing,
            Some(Outcome::Persona(_)) if rules.privacy() == Privacy::Secret => Some(WITHHELD.to_owned()),
            Some(Outcome::Persona(reference)) => self.state.value(reference).map(|value| in_french(&value)),
            Some(Outcome::Neutral(value)) => Some(in_french(&rules.shown(value.as_str(), &settings))),
            Some(_) => None,
        };
        match (value, self.viewer) {
            // Before the end of a test, nothing says what is wrong.
            (None, _) if question.field.expected.is_none() || self.is_testing() => RecapValue::FreeText,
            (None, _) => RecapValue::NotKept,
            (Some(value), Viewer::Learner) => RecapValue::Shown(value),
            (Some(_), Viewer::Staff) => RecapValue::Shown(WITHHELD.to_owned()),
        }
    }

    /// What a page with a receipt, or the end, adds to a screen.
    pub(super) fn finish(&self, screen: &graph::Screen) -> Option<Finish> {
        let receipt = (self.state.registered && !screen.receipt.is_empty()).then(|| Receipt {
            number: self.state.receipt_number(),
            date: self.state.today.in_words(),
            groups: screen.receipt.iter().flat_map(|key| self.groups(key)).collect(),
        });
        let verdict = self.verdict();
        (receipt.is_some() || verdict.is_some()).then_some(Finish { receipt, verdict })
    }

    fn verdict(&self) -> Option<Verdict> {
        let ending = self.graph.ending(self.state.ended.as_deref()?)?;
        let mut mistakes: Vec<FinishMistake> =
            counted(self.graph, self.state).iter().filter_map(|question| self.mistake(question)).collect();
        mistakes.extend(rows_missing(self.graph, self.state).into_iter().map(|(label, missing)| {
            let explanation = if missing == 1 {
                "Il manque une ligne. Relisez vos papiers.".to_owned()
            } else {
                format!("Il manque {missing} lignes. Relisez vos papiers.")
            };
            FinishMistake { label, explanation }
        }));
        let score = (self.state.mode == Mode::Test).then(|| self.score());
        Some(Verdict {
            score,
            title: ending.title.clone(),
            text: self.text(&ending.text, &Lived::new(self.graph, self.state)),
            all_right: mistakes.is_empty(),
            mistakes,
        })
    }

    /// Right answers, and answers in all, among those that a paper, the card or a message tells.
    fn score(&self) -> (usize, usize) {
        let asked = counted(self.graph, self.state);
        let judged: Vec<bool> = asked
            .iter()
            .filter(|question| question.field.expected.is_some())
            .map(|question| {
                self.state.answers.get(&question.id).is_none_or(|outcome| question.is_right(outcome))
            })
            .collect();
        (judged.iter().filter(|right| **right).count(), judged.len())
    }

    fn mistake(&self, question: &Question<'_>) -> Option<FinishMistake> {
        let outcome = self.state.answers.get(&question.id)?;
        if question.is_right(outcome) {
            return None;
        }
        let named = self.state.mistakes.get(&question.id);
        let named = named.and_then(|key| question.field.mistakes.iter().find(|mistake| mistake.key == *key));
        let explanation = match (named, outcome) {
            (Some(mistake), _) => self.text(&mistake.explanation, &question.lived),
            (None, Outcome::Slip(_)) => {
                "Il y a une faute de frappe. Comparez chaque lettre avec le papier.".to_owned()
            }
            (None, Outcome::Empty) => {
                "Cette question est restée sans réponse. Les papiers de votre personnage en parlent."
                    .to_owned()
            }
            _ => "Ce n’est pas ce qui est écrit sur les papiers de votre personnage.".to_owned(),
        };
        Some(FinishMistake { label: self.text(&question.field.label, &question.lived), explanation })
    }
}
