//! Every reference that a scenario makes, wherever it stands.

use crate::{
    model::{Mail, Part, Scenario, Template, When},
    reference::Reference,
    text::{Span, Spanned},
};

/// A reference, where it is written, and the message around it if there is one.
pub(crate) struct Quote<'s> {
    pub(crate) reference: &'s Reference,
    pub(crate) span: Span,
    pub(crate) mail: Option<&'s Mail>,
}

/// The references of `scenario`, in no particular order.
pub(crate) fn quotes(scenario: &Scenario) -> Vec<Quote<'_>> {
    let mut all = Vec::new();
    for mail in &scenario.mails {
        for template in std::iter::once(&mail.subject).chain(&mail.body) {
            all.extend(values(template).map(|(reference, span)| Quote { reference, span, mail: Some(mail) }));
        }
    }
    let mut outside = |reference, span| all.push(Quote { reference, span, mail: None });
    for screen in &scenario.screens {
        screen.paragraphs.iter().flat_map(values).for_each(|(reference, span)| outside(reference, span));
        for field in &screen.fields {
            field.expected.iter().for_each(|expected| outside(&expected.value, expected.span));
            let hints = field.hints.iter();
            let explanations = field.mistakes.iter().map(|mistake| &mistake.explanation);
            hints.chain(explanations).flat_map(values).for_each(|(reference, span)| outside(reference, span));
            let refusals = field.refusals.iter().map(|refusal| &refusal.when);
            for when in refusals.chain(field.mistakes.iter().map(|mistake| &mistake.when)) {
                if let When::Is(reference) = &when.value {
                    outside(reference, when.span);
                }
            }
        }
    }
    all
}

/// The references quoted in `template`.
pub(crate) fn values(template: &Spanned<Template>) -> impl Iterator<Item = (&Reference, Span)> {
    template.value.parts.iter().filter_map(|part| match part {
        Part::Value(reference) => Some((&reference.value, reference.span)),
        Part::Plain(_) => None,
    })
}
