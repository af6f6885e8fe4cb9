//! Every term that a scenario writes, wherever it stands, and the names it quotes.

use crate::{
    model::{
        Block, BlockKind, EndingWhen, Field, Mail, Paper, Required, Scenario, Screen, Template, Way, When,
    },
    names::{Here, Names, answer_kind},
    reference::Reference,
    term::{Expr, Kind},
    text::{Span, Spanned},
};

/// A term, and the place from which its names are understood.
pub(crate) struct Quoted<'n, 'm> {
    pub(crate) term: &'m Expr,
    pub(crate) here: Here<'n, 'm>,
    pub(crate) mail: Option<&'m Mail>,
    pub(crate) wanted: Wanted,
    pub(crate) on: On<'m>,
}

/// What a term is quoted on, and so whether a learner reads what it is worth.
#[derive(Debug, Clone, Copy)]
pub(crate) enum On<'m> {
    /// The site, one of its pages, or a message.
    Page,
    Paper(&'m Paper),
    /// An answer that the site has already written.
    Prefilled,
    /// The right answer, which nobody reads.
    Expected,
    /// Help, objections, endings and conditions: too late, or never read.
    Elsewhere,
}

/// What a term must be where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// Quoted in a text.
    Anything,
    Condition,
    /// Compared with the answer to a question.
    Answer(Kind),
    /// Compared with an answer, or a condition.
    AnswerOrCondition(Kind),
}

/// The name of something that a learner can know, where it is written, and the message around it if there is one.
pub(crate) struct Quote<'m> {
    pub(crate) reference: Reference,
    pub(crate) span: Span,
    pub(crate) mail: Option<&'m Mail>,
}

/// The names quoted by `scenario` that point at the persona, its papers, messages, the receipt, the day.
pub(crate) fn quotes(scenario: &Scenario) -> Vec<Quote<'_>> {
    let names = Names::of(scenario);
    let mut all = Vec::new();
    for quoted in terms(scenario, &names) {
        all.extend(quoted.term.paths().into_iter().filter_map(|(path, span)| {
            let path = quoted.here.path(&path);
            let reference = Reference::parse(of_persona(&path)).ok()?;
            Some(Quote { reference, span, mail: quoted.mail })
        }));
    }
    all
}

/// What `path` reads of the persona: the number of an item and the answers about it stand under the persona's list, and
/// are no values of the persona.
fn of_persona(path: &str) -> &str {
    let list = path.strip_suffix(".*.rang").unwrap_or(path);
    [".*.reponse.", ".*.lignes."]
        .iter()
        .filter(|_| path.starts_with("personnage."))
        .find_map(|space| path.split_once(space))
        .map_or(list, |(list, _)| list)
}

/// The names quoted in `template`, outside any loop.
pub(crate) fn values(template: &Spanned<Template>) -> impl Iterator<Item = Reference> {
    let paths = template.value.values().flat_map(|term| term.value.paths());
    paths.filter_map(|(path, _)| Reference::parse(&path).ok())
}

/// Every term of `scenario`, in no particular order.
pub(crate) fn terms<'n, 'm>(scenario: &'m Scenario, names: &'n Names<'m>) -> Vec<Quoted<'n, 'm>> {
    let mut all = Terms { all: Vec::new(), mail: None, on: On::Page };
    let outside = Here::outside(names);
    for link in scenario.site.menu.iter().chain(&scenario.site.footer) {
        all.text(&link.words, &outside);
    }
    scenario.site.cookies.iter().for_each(|cookies| all.text(&cookies.text, &outside));
    for paper in &scenario.papers {
        all.on = On::Paper(paper);
        all.paper(paper, &outside.on_paper(paper));
    }
    all.on = On::Page;
    for mail in &scenario.mails {
        all.mail = Some(mail);
        let here = Here::in_mail(names);
        std::iter::once(&mail.from)
            .chain(&mail.subject)
            .chain(&mail.body)
            .for_each(|text| all.text(text, &here));
    }
    all.mail = None;
    for screen in &scenario.screens {
        all.screen(screen, &outside);
    }
    for mishap in &scenario.mishaps {
        all.condition(mishap.when.as_ref(), &outside);
    }
    scenario.envelope.iter().for_each(|step| all.text(step, &outside));
    all.on = On::Elsewhere;
    for ending in &scenario.endings {
        all.text(&ending.text, &outside);
        if let EndingWhen::Holds(term) = &ending.when.value {
            all.push(term, &outside, Wanted::Condition);
        }
    }
    all.all
}

struct Terms<'n, 'm> {
    all: Vec<Quoted<'n, 'm>>,
    mail: Option<&'m Mail>,
    on: On<'m>,
}

impl<'n, 'm> Terms<'n, 'm> {
    fn push(&mut self, term: &'m Expr, here: &Here<'n, 'm>, wanted: Wanted) {
        let on = if wanted == Wanted::Anything { self.on } else { On::Elsewhere };
        self.all.push(Quoted { term, here: here.clone(), mail: self.mail, wanted, on });
    }

    /// An answer, right or written by the site.
    fn answer(&mut self, term: &'m Expr, here: &Here<'n, 'm>, kind: &Kind, on: On<'m>) {
        let wanted = Wanted::Answer(kind.clone());
        self.all.push(Quoted { term, here: here.clone(), mail: self.mail, wanted, on });
    }

    /// Texts that come when one is stuck.
    fn help(&mut self, text: &'m Spanned<Template>, here: &Here<'n, 'm>) {
        let on = std::mem::replace(&mut self.on, On::Elsewhere);
        self.text(text, here);
        self.on = on;
    }

    fn text(&mut self, text: &'m Spanned<Template>, here: &Here<'n, 'm>) {
        for value in text.value.values() {
            self.push(&value.value, here, Wanted::Anything);
        }
    }

    fn condition(&mut self, condition: Option<&'m Spanned<Expr>>, here: &Here<'n, 'm>) {
        if let Some(condition) = condition {
            self.push(&condition.value, here, Wanted::Condition);
        }
    }

    fn paper(&mut self, paper: &'m Paper, here: &Here<'n, 'm>) {
        self.condition(paper.when.as_ref(), here);
        let texts = [&paper.title, &paper.from].into_iter().chain(&paper.date).chain(&paper.body);
        texts.chain(paper.lines.iter().map(|(_, value)| value)).for_each(|text| self.text(text, here));
    }

    fn screen(&mut self, screen: &'m Screen, outside: &Here<'n, 'm>) {
        let here = &outside.on(screen);
        self.condition(screen.when.as_ref(), outside);
        self.text(&screen.title, here);
        screen.hints.rungs().iter().for_each(|hint| self.help(&hint.says, here));
        if let Some(Way::Branches(branches)) = &screen.next {
            for branch in branches {
                self.condition(branch.when.as_ref(), here);
            }
        }
        self.blocks(&screen.blocks, here);
    }

    fn blocks(&mut self, blocks: &'m [Block], here: &Here<'n, 'm>) {
        for block in blocks {
            self.condition(block.when.as_ref(), here);
            match &block.kind {
                BlockKind::Paragraph(text)
                | BlockKind::Heading(text)
                | BlockKind::Notice { text, .. }
                | BlockKind::Link { words: text, .. }
                | BlockKind::Button { words: text, .. } => self.text(text, here),
                BlockKind::List(items) => items.iter().for_each(|text| self.text(text, here)),
                BlockKind::Details { title, text } => {
                    std::iter::once(title).chain(text).for_each(|text| self.text(text, here));
                }
                BlockKind::Table { caption, columns, each, rows } => {
                    std::iter::once(caption).chain(columns).for_each(|text| self.text(text, here));
                    let inside = here.within(each.as_ref());
                    rows.iter().flatten().for_each(|text| self.text(text, &inside));
                }
                BlockKind::Definitions(pairs) => pairs.iter().for_each(|(_, text)| self.text(text, here)),
                BlockKind::Image { .. } => {}
                BlockKind::Group { title, each, blocks } => {
                    let inside = here.within(each.as_ref());
                    if let Some(title) = title {
                        self.text(title, &inside);
                    }
                    self.blocks(blocks, &inside);
                }
                BlockKind::Rows(rows) => {
                    let inside = here.row(&rows.key.value, rows.expected.as_ref());
                    rows.title.iter().for_each(|title| self.text(title, &inside));
                    self.blocks(&rows.blocks, &inside);
                }
                BlockKind::Field(field) => self.field(field, here),
            }
        }
    }

    fn field(&mut self, field: &'m Field, outside: &Here<'n, 'm>) {
        let answer = answer_kind(field);
        // Of what kind the answer of an unknown kind is, nobody knows.
        let is_known = crate::field::Kind::from_word(&field.kind.value).is_some();
        self.condition(field.when.as_ref(), outside);
        if let Required::Unless(term) = &field.required {
            self.push(&term.value, outside, Wanted::Condition);
        }
        for (term, on) in [(&field.expected, On::Expected), (&field.prefilled, On::Prefilled)] {
            match term {
                Some(term) if is_known => self.answer(&term.value, outside, &answer, on),
                Some(term) => self.push(&term.value, outside, Wanted::Anything),
                None => {}
            }
        }
        self.condition(field.prefilled_when.as_ref(), outside);
        let here = &outside.of_field(field);
        std::iter::once(&field.label).chain(&field.help).for_each(|text| self.text(text, outside));
        field.hints.rungs().iter().for_each(|hint| self.help(&hint.says, here));
        let refusals = field.refusals.iter().map(|refusal| (&refusal.when, &refusal.message));
        let mistakes = field.mistakes.iter().map(|mistake| (&mistake.when, &mistake.explanation));
        for (when, words) in refusals.chain(mistakes) {
            self.help(words, here);
            if let When::Term(term) = &when.value
                && is_known
            {
                self.push(term, here, Wanted::AnswerOrCondition(answer.clone()));
            }
        }
    }
}
