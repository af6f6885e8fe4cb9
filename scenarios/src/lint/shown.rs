//! Every text that a learner may read, wherever it stands, with its place.
//!
//! It is words alone: what is quoted between braces is [`QUOTED`]. What only other authors read is not here.

use std::borrow::Cow;

use crate::{
    model::{Block, BlockKind, Field, Part, Scenario, Screen, Template},
    text::{Span, Spanned},
};

/// Stands for a value between braces, and is a word.
pub(crate) const QUOTED: &str = "{…}";

/// One text.
pub(crate) struct Shown<'m> {
    pub(crate) words: Cow<'m, str>,
    pub(crate) span: Span,
}

/// The texts of `scenario`, in no particular order, once each even where a part of the file is repeated.
pub(crate) fn shown(scenario: &Scenario) -> Vec<Shown<'_>> {
    let mut all = Texts { all: Vec::new() };
    all.said(&scenario.title);
    all.said(&scenario.summary);
    let site = &scenario.site;
    all.said(&site.name);
    all.said(&site.subtitle);
    site.menu.iter().chain(&site.footer).for_each(|link| all.template(&link.words));
    if let Some(cookies) = &site.cookies {
        all.template(&cookies.text);
        cookies.purposes.value.iter().for_each(|purpose| all.said(&purpose.label));
    }
    for paper in &scenario.papers {
        let texts = [&paper.title, &paper.from].into_iter().chain(&paper.date).chain(&paper.body);
        texts.for_each(|text| all.template(text));
        all.pairs(&paper.lines);
    }
    for mail in &scenario.mails {
        mail.address.iter().for_each(|address| all.said(address));
        std::iter::once(&mail.from)
            .chain(&mail.subject)
            .chain(&mail.body)
            .for_each(|text| all.template(text));
    }
    scenario.screens.iter().for_each(|screen| all.screen(screen));
    scenario.envelope.iter().for_each(|step| all.template(step));
    scenario.words.iter().for_each(|word| all.said(&word.says));
    if let Some(real) = &scenario.for_real {
        real.bring.iter().chain(&real.fakes).chain(&real.help).for_each(|text| all.said(text));
    }
    for ending in &scenario.endings {
        all.said(&ending.title);
        all.template(&ending.text);
    }
    let mut all = all.all;
    all.sort_by_key(|shown| shown.span);
    all.dedup_by_key(|shown| shown.span);
    all
}

/// The words of `template`, in which [`QUOTED`] stands for each value.
pub(crate) fn words(template: &Template) -> Cow<'_, str> {
    match template.parts.as_slice() {
        [] => Cow::Borrowed(""),
        [Part::Plain(text)] => Cow::Borrowed(text),
        parts => Cow::Owned(
            parts
                .iter()
                .map(|part| match part {
                    Part::Plain(text) => text.as_str(),
                    Part::Value(_) => QUOTED,
                })
                .collect(),
        ),
    }
}

struct Texts<'m> {
    all: Vec<Shown<'m>>,
}

impl<'m> Texts<'m> {
    fn said(&mut self, text: &'m Spanned<String>) {
        self.all.push(Shown { words: Cow::Borrowed(&text.value), span: text.span });
    }

    fn template(&mut self, text: &'m Spanned<Template>) {
        self.all.push(Shown { words: words(&text.value), span: text.span });
    }

    fn pairs(&mut self, pairs: &'m [(Spanned<String>, Spanned<Template>)]) {
        for (name, value) in pairs {
            self.said(name);
            self.template(value);
        }
    }

    fn screen(&mut self, screen: &'m Screen) {
        self.template(&screen.title);
        screen.step.iter().chain(&screen.button).for_each(|text| self.said(text));
        screen.hints.rungs().iter().for_each(|hint| self.template(&hint.says));
        self.blocks(&screen.blocks);
    }

    fn blocks(&mut self, blocks: &'m [Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Paragraph(text)
                | BlockKind::Heading(text)
                | BlockKind::Notice { text, .. }
                | BlockKind::Link { words: text, .. }
                | BlockKind::Button { words: text, .. } => self.template(text),
                BlockKind::List(items) => items.iter().for_each(|text| self.template(text)),
                BlockKind::Details { title, text } => {
                    std::iter::once(title).chain(text).for_each(|text| self.template(text));
                }
                BlockKind::Table { caption, columns, rows, .. } => {
                    let cells = columns.iter().chain(rows.iter().flatten());
                    std::iter::once(caption).chain(cells).for_each(|text| self.template(text));
                }
                BlockKind::Definitions(pairs) => self.pairs(pairs),
                BlockKind::Image { description, .. } => self.said(description),
                BlockKind::Group { title, blocks, .. } => {
                    if let Some(title) = title {
                        self.template(title);
                    }
                    self.blocks(blocks);
                }
                BlockKind::Rows(rows) => {
                    rows.title.iter().for_each(|text| self.template(text));
                    self.said(&rows.add);
                    self.blocks(&rows.blocks);
                }
                BlockKind::Field(field) => self.field(field),
            }
        }
    }

    fn field(&mut self, field: &'m Field) {
        std::iter::once(&field.label).chain(&field.help).for_each(|text| self.template(text));
        let choices = field.settings.choices.iter().flat_map(|choices| &choices.value);
        choices.for_each(|choice| self.said(&choice.label));
        field.refusals.iter().for_each(|refusal| self.template(&refusal.message));
        field.mistakes.iter().for_each(|mistake| self.template(&mistake.explanation));
        field.hints.rungs().iter().for_each(|hint| self.template(&hint.says));
    }
}
