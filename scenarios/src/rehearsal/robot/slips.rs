//! Wrong answers worth trying: each named mistake, each choice, a slip of the hand, nothing at all.

use crate::{
    field::{self, Privacy},
    graph::When,
    rehearsal::questions::Question,
    term::{Kind, Value},
};

/// Texts to type in answer to `question`, most of them wrong.
pub(super) fn slips(question: &Question<'_>) -> Vec<Vec<String>> {
    let (rules, settings) = (question.field.kind.rules(), question.settings());
    let mut all: Vec<Vec<String>> = vec![Vec::new()];
    all.extend(settings.choices.iter().map(|choice| vec![choice.key.clone()]));
    if question.field.kind == field::Kind::Boxes {
        all.push(settings.choices.iter().map(|choice| choice.key.clone()).collect());
    }
    if rules.answer_kind(&settings) == Kind::YesNo {
        all.extend([vec!["oui".to_owned()], vec!["non".to_owned()]]);
    }
    let mistakes = question.field.mistakes.iter().map(|mistake| &mistake.when);
    let refusals = question.field.refusals.iter().map(|refusal| &refusal.when);
    for when in mistakes.chain(refusals) {
        match when {
            When::Is(term) => {
                let reference = question.lived.reference(term);
                let copied = reference.and_then(|reference| question.lived.state.value(&reference));
                let value = copied.unwrap_or_else(|| term.value(&question.lived).stored());
                all.push(rules.parts(&value, &settings));
            }
            When::Holds(_) => all.extend(amounts(question).iter().map(|value| rules.parts(value, &settings))),
            When::Slip | When::Different => {}
        }
    }
    if rules.privacy() == Privacy::Neutral {
        all.extend(amounts(question).iter().take(2).map(|value| rules.parts(value, &settings)));
    }
    all.extend(mistyped(question));
    all.sort_unstable();
    all.dedup();
    all
}

/// The expected answer with two letters swapped.
fn mistyped(question: &Question<'_>) -> Option<Vec<String>> {
    let mut parts = super::right_answer(question);
    let text = parts.first_mut()?;
    let letters: Vec<char> = text.chars().collect();
    let at = letters
        .windows(2)
        .position(|pair| pair[0] != pair[1] && pair.iter().all(char::is_ascii_alphanumeric))?;
    let mut swapped = letters;
    swapped.swap(at, at + 1);
    *text = swapped.into_iter().collect();
    Some(parts)
}

/// Amounts that people write for the expected one: yearly, without its comma, without its cents, nothing, what was there.
fn amounts(question: &Question<'_>) -> Vec<String> {
    let expected = question.field.expected.as_ref().map(|term| term.value(&question.lived));
    let written = question.field.prefilled.as_ref().map(|term| term.value(&question.lived).stored());
    let mut all: Vec<String> = written.into_iter().filter(|text| !text.is_empty()).collect();
    if let Some(value @ (Value::Money(_) | Value::Number(_))) = expected {
        let amount = value.amount();
        let hundred = rust_decimal::Decimal::ONE_HUNDRED;
        let twelve = rust_decimal::Decimal::from(12);
        let made = [
            rust_decimal::Decimal::ZERO,
            amount * twelve,
            amount * hundred,
            amount.trunc(),
            (amount / twelve).round_dp(2),
            (amount / hundred).round_dp(2),
            amount + rust_decimal::Decimal::ONE,
        ];
        all.extend(made.iter().map(|amount| amount.normalize().to_string()));
    }
    all
}
