//! From a model without errors to a graph: terms checked, names of pages and papers known, spans left behind.

use super::{
    Block, BlockKind, Branch, Button, Cookies, Ending, EndingWhen, Exit, Field, ForReal, Graph, Hint, Link,
    Loop, Mail, Mishap, Mistake, Needs, Part, Place, Refusal, Required, Rows, Screen, Site, Template, When,
    Word, WrittenPaper, find::gather, settings,
};
use crate::{
    calculation::{self, Figured},
    diagnostic::Diagnostic,
    field::Kind,
    model::{self, Way},
    names::{Here, Names, answer_kind},
    papers::Paper,
    parameters::Parameters,
    persona::MOST_ITEMS,
    reference::fold,
    term::{self, Expr, Kind as ValueKind, Term},
    text::Spanned,
    typography::spaced,
};

/// A name that the model should have resolved, or a scenario with nothing to rehearse: its linting was skipped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsound(pub String);

type Built<T> = Result<T, Unsound>;

impl Graph {
    /// Builds the graph of a model that has no error, and reads no figure that changes with the years.
    pub fn build(scenario: &model::Scenario) -> Built<Self> {
        Self::build_with(scenario, &Parameters::default())
    }

    /// Builds the graph of a model that has no error.
    pub fn build_with(scenario: &model::Scenario, parameters: &Parameters) -> Built<Self> {
        let (program, wrong) = calculation::program(scenario, parameters, &|_| true);
        if let Some(wrong) = wrong.into_iter().find(Diagnostic::is_error) {
            return Err(Unsound(wrong.message));
        }
        let names = Names::of(scenario).with(&program);
        let here = Here::outside(&names);
        let figured = Figured::new(program.clone(), &here);
        let graph = Self {
            figured,
            title: words(&scenario.title),
            summary: words(&scenario.summary),
            duration: words(&scenario.duration),
            level: scenario.level.as_ref().map(words),
            differences: scenario.differences.iter().map(words).collect(),
            site: Site {
                name: words(&scenario.site.name),
                subtitle: words(&scenario.site.subtitle),
                initials: scenario.site.initials.value.clone(),
                host: scenario.site.host.value.clone(),
                theme: scenario.site.theme.value.clone(),
                menu: all(&scenario.site.menu, |link| self::link(link, &here))?,
                footer: all(&scenario.site.footer, |link| self::link(link, &here))?,
                cookies: scenario.site.cookies.as_ref().map(|asked| cookies(asked, &here)).transpose()?,
            },
            needs: needs(scenario)?,
            envelope: templates(&scenario.envelope, &here)?,
            words: scenario.words.iter().map(word).collect(),
            for_real: scenario.for_real.as_ref().map(for_real),
            written: all(&scenario.papers, |paper| self::paper(scenario, paper, &here))?,
            mails: all(&scenario.mails, |mail| self::mail(mail, &names))?,
            screens: screens(scenario, &here)?,
            mishaps: all(&scenario.mishaps, |mishap| self::mishap(mishap, &here))?,
            endings: all(&scenario.endings, |ending| self::ending(ending, &here))?,
        };
        graph.verify()?;
        Ok(graph)
    }

    fn verify(&self) -> Built<()> {
        let known = |key: &String| self.screen(key).map(|_| ()).ok_or_else(|| Unsound(key.clone()));
        let sent = |key: &String| self.mail(key).map(|_| ()).ok_or_else(|| Unsound(key.clone()));
        if self.screens.is_empty() {
            return Err(Unsound("pages".into()));
        }
        for link in self.site.menu.iter().chain(&self.site.footer) {
            known(&link.page)?;
        }
        for paper in self.mails.iter().filter_map(|mail| mail.attached.as_ref()) {
            self.paper(paper).ok_or_else(|| Unsound(paper.clone()))?;
        }
        for mishap in &self.mishaps {
            known(&mishap.strikes).and_then(|()| known(&mishap.page))?;
        }
        for screen in &self.screens {
            screen.recap.iter().chain(&screen.receipt).try_for_each(known)?;
            if let Exit::To(branches) = &screen.exit {
                branches.iter().try_for_each(|branch| known(&branch.page))?;
            }
            screen.sends.iter().try_for_each(sent)?;
            let mut problem = None;
            gather(&screen.blocks, &mut |block| {
                let told = match &block.kind {
                    BlockKind::Link(link) => known(&link.page),
                    BlockKind::Button(Button { sends: Some(mail), .. }) => sent(mail),
                    BlockKind::Button(Button { downloads: Some(paper), .. }) => {
                        self.paper(paper).map(|_| ()).ok_or_else(|| Unsound(paper.clone()))
                    }
                    _ => Ok(()),
                };
                problem = problem.take().or(told.err());
            });
            if let Some(problem) = problem {
                return Err(problem);
            }
        }
        for when in [EndingWhen::AllRight, EndingWhen::SomeMistake] {
            if !self.endings.iter().any(|ending| ending.when == when) {
                return Err(Unsound("fins".into()));
            }
        }
        Ok(())
    }
}

fn all<M, G>(written: &[M], build: impl Fn(&M) -> Built<G>) -> Built<Vec<G>> {
    written.iter().map(build).collect()
}

fn keys(spanned: &[Spanned<String>]) -> Vec<String> {
    spanned.iter().map(|item| item.value.clone()).collect()
}

/// A text as it is shown.
pub(super) fn words(text: &Spanned<String>) -> String {
    spaced(&text.value)
}

fn word(word: &model::Word) -> Word {
    Word { word: words(&word.word), says: words(&word.says) }
}

fn for_real(said: &model::ForReal) -> ForReal {
    let all = |texts: &[Spanned<String>]| texts.iter().map(words).collect();
    ForReal {
        address: said.address.value.clone(),
        bring: all(&said.bring),
        fakes: all(&said.fakes),
        help: all(&said.help),
    }
}

fn expr(written: &Expr, here: &Here<'_, '_>) -> Built<Term> {
    term::check(written, here).map_err(|problems| {
        Unsound(problems.first().map_or_else(String::new, |problem| problem.message.clone()))
    })
}

fn term(written: &Spanned<Expr>, here: &Here<'_, '_>) -> Built<Term> {
    expr(&written.value, here)
}

fn maybe_term(written: Option<&Spanned<Expr>>, here: &Here<'_, '_>) -> Built<Option<Term>> {
    written.map(|written| term(written, here)).transpose()
}

fn template(written: &Spanned<model::Template>, here: &Here<'_, '_>) -> Built<Template> {
    let part = |part: &model::Part| match part {
        model::Part::Plain(text) => Ok(Part::Plain(spaced(text))),
        model::Part::Value(quoted) => Ok(Part::Value(term(quoted, here)?)),
    };
    Ok(Template(written.value.parts.iter().map(part).collect::<Built<_>>()?))
}

fn maybe(written: Option<&Spanned<model::Template>>, here: &Here<'_, '_>) -> Built<Option<Template>> {
    written.map(|written| template(written, here)).transpose()
}

fn templates(written: &[Spanned<model::Template>], here: &Here<'_, '_>) -> Built<Vec<Template>> {
    all(written, |written| template(written, here))
}

fn each_loop(each: &model::Loop) -> Loop {
    Loop { name: each.name.value.clone(), list: each.list.value.clone() }
}

fn link(link: &model::Link, here: &Here<'_, '_>) -> Built<Link> {
    Ok(Link { words: template(&link.words, here)?, page: link.page.value.clone() })
}

fn cookies(asked: &model::Cookies, here: &Here<'_, '_>) -> Built<Cookies> {
    if asked.purposes.value.is_empty() {
        return Err(Unsound("cookies".into()));
    }
    let text = template(&asked.text, here)?;
    Ok(Cookies { text, purposes: asked.purposes.value.iter().map(settings::choice).collect() })
}

fn needs(scenario: &model::Scenario) -> Built<Needs> {
    let persona = &scenario.persona;
    let range = |range: &Option<Spanned<(u32, u32)>>| range.as_ref().map(|range| range.value);
    let written = |key: &str| scenario.papers.iter().any(|paper| paper.key.value == key);
    let drawn = persona.papers.iter().filter(|paper| !written(&paper.value));
    let paper = |word: &Spanned<String>| {
        Paper::from_key(&fold(&word.value)).ok_or_else(|| Unsound(word.value.clone()))
    };
    Ok(Needs {
        ages: range(&persona.ages),
        couple: persona.couple.as_ref().map(|couple| couple.value),
        children: range(&persona.children),
        households: persona.households.iter().map(|kind| kind.value).collect(),
        traits: keys(&persona.traits),
        papers: drawn.map(paper).collect::<Built<_>>()?,
    })
}

fn paper(scenario: &model::Scenario, paper: &model::Paper, here: &Here<'_, '_>) -> Built<WrittenPaper> {
    let here = &here.on_paper(paper);
    let line = |(name, value): &(Spanned<String>, Spanned<model::Template>)| {
        Ok((words(name), template(value, here)?))
    };
    Ok(WrittenPaper {
        key: paper.key.value.clone(),
        each: paper.each.iter().map(each_loop).collect(),
        when: maybe_term(paper.when.as_ref(), here)?,
        title: template(&paper.title, here)?,
        from: template(&paper.from, here)?,
        date: maybe(paper.date.as_ref(), here)?,
        body: templates(&paper.body, here)?,
        lines: all(&paper.lines, line)?,
        carried: scenario.persona.papers.iter().any(|carried| carried.value == paper.key.value),
    })
}

fn mail(mail: &model::Mail, names: &Names<'_>) -> Built<Mail> {
    let here = &Here::in_mail(names);
    let minutes = |written: &Option<Spanned<u32>>| {
        written.as_ref().map(|minutes| u16::try_from(minutes.value).unwrap_or(u16::MAX))
    };
    Ok(Mail {
        key: mail.key.value.clone(),
        phone: mail.phone,
        from: template(&mail.from, here)?,
        address: mail.address.as_ref().map(|address| address.value.clone()).unwrap_or_default(),
        subject: maybe(mail.subject.as_ref(), here)?.unwrap_or_default(),
        body: templates(&mail.body, here)?,
        delay: minutes(&mail.delay).unwrap_or_default(),
        lasts: minutes(&mail.lasts),
        at_start: mail.at_start,
        attached: mail.attached.as_ref().map(|paper| paper.value.clone()),
        unwanted: mail.unwanted,
    })
}

fn screens(scenario: &model::Scenario, here: &Here<'_, '_>) -> Built<Vec<Screen>> {
    let written = &scenario.screens;
    let last_pages = scenario.last_pages();
    let mut screens = Vec::with_capacity(written.len());
    for (at, screen) in written.iter().enumerate() {
        let following = written.get(at + 1).map(|next| next.key.value.clone());
        let here = &here.on(screen);
        screens.push(Screen {
            key: screen.key.value.clone(),
            title: template(&screen.title, here)?,
            step: screen.step.as_ref().map(words),
            path: screen.path.value.clone(),
            when: maybe_term(screen.when.as_ref(), &Here::outside(here.names))?,
            each: screen.each.as_ref().map(each_loop),
            has_menu: !screen.bare,
            blocks: all(&screen.blocks, |block| self::block(block, here))?,
            button: screen.button.as_ref().map(words),
            sends: screen.sends.as_ref().map(|mail| mail.value.clone()),
            recap: keys(&screen.recap),
            receipt: keys(&screen.receipt),
            exit: if last_pages[at] { Exit::End } else { exit(screen, following, here)? },
            detour: screen.detour,
            hints: hints(scenario, &screen.hints, here)?,
        });
    }
    Ok(screens)
}

fn exit(screen: &model::Screen, following: Option<String>, here: &Here<'_, '_>) -> Built<Exit> {
    let mut branches = match &screen.next {
        Some(Way::To(page)) => return Ok(Exit::To(vec![Branch { when: None, page: page.value.clone() }])),
        Some(Way::Branches(branches)) => all(branches, |branch| {
            Ok(Branch { when: maybe_term(branch.when.as_ref(), here)?, page: branch.page.value.clone() })
        })?,
        None => Vec::new(),
    };
    let always = branches.iter().any(|branch| branch.when.is_none());
    if !always {
        let page = following.ok_or_else(|| Unsound(screen.key.value.clone()))?;
        branches.push(Branch { when: None, page });
    }
    Ok(Exit::To(branches))
}

fn block(block: &model::Block, here: &Here<'_, '_>) -> Built<Block> {
    use model::BlockKind as Written;
    let text = |written| template(written, here);
    let kind = match &block.kind {
        Written::Paragraph(words) => BlockKind::Paragraph(text(words)?),
        Written::Heading(words) => BlockKind::Heading(text(words)?),
        Written::List(items) => BlockKind::List(templates(items, here)?),
        Written::Notice { tone, text: words } => BlockKind::Notice { tone: *tone, text: text(words)? },
        Written::Details { title, text: words } => {
            BlockKind::Details { title: text(title)?, text: templates(words, here)? }
        }
        Written::Table { caption, columns, each, rows } => {
            let inside = &here.within(each.as_ref());
            BlockKind::Table {
                caption: text(caption)?,
                columns: templates(columns, here)?,
                each: each.as_ref().map(each_loop),
                rows: all(rows, |row| templates(row, inside))?,
            }
        }
        Written::Definitions(pairs) => {
            BlockKind::Definitions(all(pairs, |(name, meaning)| Ok((words(name), template(meaning, here)?)))?)
        }
        Written::Image { drawing, description } => {
            BlockKind::Image { drawing: drawing.value, description: words(description) }
        }
        Written::Link { words, page } => {
            BlockKind::Link(Link { words: text(words)?, page: page.value.clone() })
        }
        Written::Button { words, sends, downloads } => BlockKind::Button(Button {
            words: text(words)?,
            sends: sends.as_ref().map(|mail| mail.value.clone()),
            downloads: downloads.as_ref().map(|paper| paper.value.clone()),
        }),
        Written::Group { title, each, blocks } => {
            let inside = &here.within(each.as_ref());
            BlockKind::Group {
                title: maybe(title.as_ref(), inside)?,
                each: each.as_ref().map(each_loop),
                blocks: all(blocks, |block| self::block(block, inside))?,
            }
        }
        Written::Rows(rows) => BlockKind::Rows(Box::new(self::rows(rows, here)?)),
        Written::Field(field) => BlockKind::Field(Box::new(self::field(field, here)?)),
    };
    Ok(Block { when: maybe_term(block.when.as_ref(), here)?, kind })
}

fn rows(rows: &model::Rows, here: &Here<'_, '_>) -> Built<Rows> {
    let inside = &here.row(&rows.key.value, rows.expected.as_ref());
    let number = |written: &Option<Spanned<u32>>| {
        written.as_ref().and_then(|number| usize::try_from(number.value).ok())
    };
    let most = number(&rows.most).unwrap_or(MOST_ROWS).clamp(1, MOST_ITEMS);
    Ok(Rows {
        key: rows.key.value.clone(),
        expected: rows.expected.as_ref().map(each_loop),
        first: number(&rows.first).unwrap_or_default().min(most),
        most,
        title: maybe(rows.title.as_ref(), inside)?,
        add: words(&rows.add),
        blocks: all(&rows.blocks, |block| self::block(block, inside))?,
    })
}

/// Rows that a learner can add when the scenario says nothing.
const MOST_ROWS: usize = 10;

fn field<'m>(field: &'m model::Field, here: &Here<'_, 'm>) -> Built<Field> {
    let outside = here;
    let here = &outside.of_field(field);
    let kind = Kind::from_word(&field.kind.value).ok_or_else(|| Unsound(field.kind.value.clone()))?;
    let refusal = |refusal: &model::Refusal| {
        Ok(Refusal { when: when(&refusal.when, here)?, message: template(&refusal.message, here)? })
    };
    let mistake = |mistake: &model::Mistake| {
        Ok(Mistake {
            key: mistake.key.value.clone(),
            when: when(&mistake.when, here)?,
            explanation: template(&mistake.explanation, here)?,
        })
    };
    Ok(Field {
        key: field.key.value.clone(),
        kind,
        settings: settings::settings(&field.settings, kind)?,
        label: template(&field.label, outside)?,
        help: maybe(field.help.as_ref(), outside)?,
        when: maybe_term(field.when.as_ref(), outside)?,
        required: match &field.required {
            model::Required::Always => Required::Always,
            model::Required::Never => Required::Never,
            model::Required::Unless(holds) => Required::Unless(term(holds, outside)?),
        },
        expected: maybe_term(field.expected.as_ref(), outside)?,
        prefilled: match maybe_term(field.prefilled_when.as_ref(), outside)? {
            None => maybe_term(field.prefilled.as_ref(), outside)?,
            Some(when) => maybe_term(field.prefilled.as_ref(), outside)?.map(|value| value.only_when(when)),
        },
        not_after_today: field.not_after.is_some(),
        refusals: all(&field.refusals, refusal)?,
        mistakes: all(&field.mistakes, mistake)?,
        hints: hints(here.names.scenario, &field.hints, here)?,
    })
}

fn hints(scenario: &model::Scenario, hints: &model::Hints, here: &Here<'_, '_>) -> Built<Vec<Hint>> {
    all(hints.rungs(), |hint| {
        let shows = hint.shows.as_ref().map(|place| {
            let key = &place.paper.value;
            let written = scenario.papers.iter().find(|paper| paper.key.value == *key);
            let depth = written.map(|paper| paper.each.len()).or_else(|| Some(Paper::from_key(key)?.depth()));
            let depth = depth.ok_or_else(|| Unsound(key.clone()))?;
            Ok(Place { paper: key.clone(), depth, line: place.line.value.clone() })
        });
        Ok(Hint { says: template(&hint.says, here)?, shows: shows.transpose()? })
    })
}

/// A bare name is what the answer is compared with; anything else that is true or false is a condition.
fn when(written: &Spanned<model::When>, here: &Here<'_, '_>) -> Built<When> {
    Ok(match &written.value {
        model::When::Different => When::Different,
        model::When::Slip => When::Slip,
        model::When::Term(written) => {
            let term = expr(written, here)?;
            let yes_or_no = here.field.is_some_and(|field| answer_kind(field) == ValueKind::YesNo);
            let compared = *term.kind() != ValueKind::YesNo || (yes_or_no && term.is_simple());
            if compared { When::Is(term) } else { When::Holds(term) }
        }
    })
}

fn mishap(mishap: &model::Mishap, here: &Here<'_, '_>) -> Built<Mishap> {
    Ok(Mishap {
        key: mishap.key.value.clone(),
        strikes: mishap.strikes.value.clone(),
        when: maybe_term(mishap.when.as_ref(), here)?,
        page: mishap.page.value.clone(),
    })
}

fn ending(ending: &model::Ending, here: &Here<'_, '_>) -> Built<Ending> {
    Ok(Ending {
        key: ending.key.value.clone(),
        when: match &ending.when.value {
            model::EndingWhen::AllRight => EndingWhen::AllRight,
            model::EndingWhen::SomeMistake => EndingWhen::SomeMistake,
            model::EndingWhen::Holds(written) => EndingWhen::Holds(expr(written, here)?),
        },
        title: words(&ending.title),
        text: template(&ending.text, here)?,
    })
}
