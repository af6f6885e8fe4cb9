//! What a scenario does: every name resolved, no span, nothing left to go wrong.
//!
//! It is built from a model without errors, and from nothing else.

mod settings;

use crate::{
    field::{Kind, Settings},
    model::{self, EndingWhen, When},
    papers::Paper,
    reference::Reference,
    text::Spanned,
    typography::spaced,
};

/// A scenario ready to be rehearsed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Graph {
    pub title: String,
    pub summary: String,
    pub duration: String,
    /// What differs from the real site, one sentence each.
    pub differences: Vec<String>,
    pub site: Site,
    pub traits: Vec<String>,
    pub papers: Vec<Paper>,
    mails: Vec<Mail>,
    screens: Vec<Screen>,
    endings: Vec<Ending>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    pub name: String,
    pub subtitle: String,
    pub initials: String,
    pub host: String,
    pub theme: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    pub key: String,
    pub from: String,
    pub address: String,
    pub subject: Template,
    pub body: Vec<Template>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screen {
    pub key: String,
    pub title: String,
    pub step: Option<String>,
    pub path: String,
    pub paragraphs: Vec<Template>,
    pub fields: Vec<Field>,
    pub button: Option<String>,
    pub sends: Option<String>,
    pub recap: Vec<String>,
    pub exit: Exit,
}

/// Where a screen leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exit {
    To(String),
    /// The last screen: it shows a receipt of these screens' answers.
    Receipt(Vec<String>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    pub key: String,
    pub kind: Kind,
    pub settings: Settings,
    pub label: String,
    pub help: Option<String>,
    pub optional: bool,
    pub expected: Option<Reference>,
    /// Whether a date after today is refused.
    pub not_after_today: bool,
    pub refusals: Vec<Refusal>,
    pub mistakes: Vec<Mistake>,
    pub hints: Vec<Template>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    pub when: When,
    pub message: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    pub key: String,
    pub when: When,
    pub explanation: Template,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    pub key: String,
    pub when: EndingWhen,
    pub title: String,
    pub text: String,
}

/// A text that may quote values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template(pub Vec<Part>);

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    Plain(String),
    Value(Reference),
}

/// A name that the model should have resolved, or a scenario with nothing to rehearse: its linting was skipped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsound(pub String);

impl Graph {
    /// Builds the graph of a model that has no error.
    pub fn build(scenario: &model::Scenario) -> Result<Self, Unsound> {
        let graph = Self {
            title: words(&scenario.title),
            summary: words(&scenario.summary),
            duration: words(&scenario.duration),
            differences: scenario.differences.iter().map(words).collect(),
            site: Site {
                name: words(&scenario.site.name),
                subtitle: words(&scenario.site.subtitle),
                initials: scenario.site.initials.value.clone(),
                host: scenario.site.host.value.clone(),
                theme: scenario.site.theme.value.clone(),
            },
            traits: keys(&scenario.persona.traits).iter().map(|word| crate::reference::fold(word)).collect(),
            papers: scenario.persona.papers.iter().map(paper).collect::<Result<_, _>>()?,
            mails: scenario.mails.iter().map(mail).collect(),
            screens: screens(&scenario.screens)?,
            endings: scenario.endings.iter().map(ending).collect(),
        };
        graph.verify()?;
        Ok(graph)
    }

    /// The screen with which a rehearsal begins.
    pub fn first(&self) -> &Screen {
        &self.screens[0]
    }

    pub fn screens(&self) -> &[Screen] {
        &self.screens
    }

    pub fn endings(&self) -> &[Ending] {
        &self.endings
    }

    pub fn screen(&self, key: &str) -> Option<&Screen> {
        self.screens.iter().find(|screen| screen.key == key)
    }

    pub fn mail(&self, key: &str) -> Option<&Mail> {
        self.mails.iter().find(|mail| mail.key == key)
    }

    pub fn ending(&self, key: &str) -> Option<&Ending> {
        self.endings.iter().find(|ending| ending.key == key)
    }

    /// A field and the screen that asks it.
    pub fn field(&self, key: &str) -> Option<(&Screen, &Field)> {
        self.screens.iter().find_map(|screen| screen.field(key).map(|field| (screen, field)))
    }

    /// Names of the steps, in the order of the screens that begin them.
    pub fn steps(&self) -> Vec<&str> {
        let mut steps: Vec<&str> = Vec::new();
        for step in self.screens.iter().filter_map(|screen| screen.step.as_deref()) {
            if !steps.contains(&step) {
                steps.push(step);
            }
        }
        steps
    }

    fn verify(&self) -> Result<(), Unsound> {
        let known = |key: &String| match self.screen(key) {
            Some(_) => Ok(()),
            None => Err(Unsound(key.clone())),
        };
        if self.screens.is_empty() {
            return Err(Unsound("pages".into()));
        }
        for screen in &self.screens {
            screen.recap.iter().try_for_each(known)?;
            match &screen.exit {
                Exit::To(next) => known(next)?,
                Exit::Receipt(quoted) => quoted.iter().try_for_each(known)?,
            }
            if let Some(mail) = screen.sends.as_ref().filter(|mail| self.mail(mail).is_none()) {
                return Err(Unsound(mail.clone()));
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

impl Screen {
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key == key)
    }
}

fn keys(spanned: &[Spanned<String>]) -> Vec<String> {
    spanned.iter().map(|item| item.value.clone()).collect()
}

/// A text as it is shown.
fn words(text: &Spanned<String>) -> String {
    spaced(&text.value)
}

fn template(written: &Spanned<model::Template>) -> Template {
    let part = |part: &model::Part| match part {
        model::Part::Plain(text) => Part::Plain(spaced(text)),
        model::Part::Value(quoted) => Part::Value(quoted.value.clone()),
    };
    Template(written.value.parts.iter().map(part).collect())
}

fn paper(word: &Spanned<String>) -> Result<Paper, Unsound> {
    Paper::from_key(&crate::reference::fold(&word.value)).ok_or_else(|| Unsound(word.value.clone()))
}

fn mail(mail: &model::Mail) -> Mail {
    let own = |written| own_code(template(written), &mail.key.value);
    Mail {
        key: mail.key.value.clone(),
        from: words(&mail.from),
        address: mail.address.value.clone(),
        subject: own(&mail.subject),
        body: mail.body.iter().map(own).collect(),
    }
}

/// `{message.code}` inside a message becomes that message's code.
fn own_code(template: Template, key: &str) -> Template {
    let resolve = |part| match part {
        Part::Value(Reference::OwnCode) => Part::Value(Reference::Code(key.to_owned())),
        other => other,
    };
    Template(template.0.into_iter().map(resolve).collect())
}

fn screens(written: &[model::Screen]) -> Result<Vec<Screen>, Unsound> {
    let mut screens = Vec::with_capacity(written.len());
    for (at, screen) in written.iter().enumerate() {
        let following = written.get(at + 1).map(|next| next.key.value.clone());
        let exit = if screen.receipt.is_empty() {
            let next = screen.next.as_ref().map(|next| next.value.clone()).or(following);
            Exit::To(next.ok_or_else(|| Unsound(screen.key.value.clone()))?)
        } else {
            Exit::Receipt(keys(&screen.receipt))
        };
        screens.push(Screen {
            key: screen.key.value.clone(),
            title: words(&screen.title),
            step: screen.step.as_ref().map(words),
            path: screen.path.value.clone(),
            paragraphs: screen.paragraphs.iter().map(template).collect(),
            fields: screen.fields.iter().map(field).collect::<Result<_, _>>()?,
            button: screen.button.as_ref().map(words),
            sends: screen.sends.as_ref().map(|mail| mail.value.clone()),
            recap: keys(&screen.recap),
            exit,
        });
    }
    Ok(screens)
}

fn field(field: &model::Field) -> Result<Field, Unsound> {
    let kind = Kind::from_word(&field.kind.value).ok_or_else(|| Unsound(field.kind.value.clone()))?;
    Ok(Field {
        key: field.key.value.clone(),
        kind,
        settings: settings::settings(&field.settings, kind)?,
        label: words(&field.label),
        help: field.help.as_ref().map(words),
        optional: field.optional,
        expected: field.expected.as_ref().map(|reference| reference.value.clone()),
        not_after_today: field.not_after.is_some(),
        refusals: field
            .refusals
            .iter()
            .map(|refusal| Refusal { when: refusal.when.value.clone(), message: words(&refusal.message) })
            .collect(),
        mistakes: field
            .mistakes
            .iter()
            .map(|mistake| Mistake {
                key: mistake.key.value.clone(),
                when: mistake.when.value.clone(),
                explanation: template(&mistake.explanation),
            })
            .collect(),
        hints: field.hints.iter().map(template).collect(),
    })
}

fn ending(ending: &model::Ending) -> Ending {
    Ending {
        key: ending.key.value.clone(),
        when: ending.when.value,
        title: words(&ending.title),
        text: words(&ending.text),
    }
}
