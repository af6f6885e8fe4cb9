//! Names that a scenario may quote, and of what kind each is: the persona's values, answers, papers, messages, terms.
//!
//! It says what a name is, never what it is worth: that is a rehearsal's affair.

use std::collections::BTreeMap;

use crate::{
    calculation::Program,
    field::{self, Settings},
    model::{Block, BlockKind, Field, Loop, Paper, Scenario, Screen},
    persona,
    term::{Kind, Scope, Sign},
};

/// Every name of a scenario that does not depend on where it is quoted.
pub(crate) struct Names<'m> {
    pub(crate) scenario: &'m Scenario,
    fields: BTreeMap<&'m str, Asked<'m>>,
    /// Path of each list of rows, by its key.
    rows: BTreeMap<&'m str, String>,
    /// The names of its calculation, and the figures that change with the years.
    computed: Option<&'m Program>,
}

/// A question, and the items it is asked about.
struct Asked<'m> {
    field: &'m Field,
    /// Path of the innermost item, such as `personnage.adultes.*`; empty outside loops.
    item: String,
}

/// Names as they are understood at one place of a scenario.
#[derive(Clone)]
pub(crate) struct Here<'n, 'm> {
    pub(crate) names: &'n Names<'m>,
    /// Names of items, and their paths, from the outside in.
    variables: Vec<(String, String)>,
    /// Path of the innermost item; empty outside loops.
    item: String,
    pub(crate) field: Option<&'m Field>,
    in_mail: bool,
}

impl<'m> Names<'m> {
    pub(crate) fn of(scenario: &'m Scenario) -> Self {
        let nothing = || Names { scenario, fields: BTreeMap::new(), rows: BTreeMap::new(), computed: None };
        let (mut names, empty) = (nothing(), nothing());
        for screen in &scenario.screens {
            let here = Here::outside(&empty).on(screen);
            names.gather(&screen.blocks, &here);
        }
        names
    }

    fn gather(&mut self, blocks: &'m [Block], here: &Here<'_, 'm>) {
        for block in blocks {
            match &block.kind {
                BlockKind::Field(field) => {
                    let asked = Asked { field, item: here.item.clone() };
                    self.fields.entry(&field.key.value).or_insert(asked);
                }
                BlockKind::Group { each, blocks, .. } => self.gather(blocks, &here.within(each.as_ref())),
                BlockKind::Rows(rows) => {
                    let list = here.rows_path(&rows.key.value);
                    self.rows.entry(&rows.key.value).or_insert_with(|| list);
                    self.gather(&rows.blocks, &here.row(&rows.key.value, rows.expected.as_ref()));
                }
                _ => {}
            }
        }
    }

    /// These names, and those of the scenario's calculation.
    pub(crate) fn with(self, program: &'m Program) -> Self {
        Self { computed: Some(program), ..self }
    }

    pub(crate) fn field(&self, key: &str) -> Option<&'m Field> {
        self.fields.get(key).map(|asked| asked.field)
    }

    fn has_page(&self, key: &str) -> bool {
        self.scenario.screens.iter().any(|screen| screen.key.value == key)
    }
}

impl<'n, 'm> Here<'n, 'm> {
    pub(crate) fn outside(names: &'n Names<'m>) -> Self {
        Self { names, variables: Vec::new(), item: String::new(), field: None, in_mail: false }
    }

    pub(crate) fn in_mail(names: &'n Names<'m>) -> Self {
        Self { in_mail: true, ..Self::outside(names) }
    }

    pub(crate) fn on(&self, screen: &Screen) -> Self {
        self.within(screen.each.as_ref())
    }

    pub(crate) fn on_paper(&self, paper: &Paper) -> Self {
        paper.each.iter().fold(self.clone(), |here, each| here.within(Some(each)))
    }

    pub(crate) fn of_field(&self, field: &'m Field) -> Self {
        Self { field: Some(field), ..self.clone() }
    }

    /// Inside a loop.
    pub(crate) fn within(&self, each: Option<&Loop>) -> Self {
        let mut here = self.clone();
        if let Some(each) = each {
            here.item = format!("{}.*", self.path(&each.list.value));
            here.variables.push((each.name.value.clone(), here.item.clone()));
        }
        here
    }

    /// Inside a row that the learner adds, and the item of the same number.
    pub(crate) fn row(&self, key: &str, expected: Option<&Loop>) -> Self {
        let mut here = self.within(expected);
        here.item = format!("{}.*", self.rows_path(key));
        here
    }

    fn rows_path(&self, key: &str) -> String {
        if self.item.is_empty() { format!("lignes.{key}") } else { format!("{}.lignes.{key}", self.item) }
    }

    /// `path` with the name of an item replaced by its path, and numbers by `*`.
    pub(crate) fn path(&self, path: &str) -> String {
        let (first, rest) = path.split_once('.').unwrap_or((path, ""));
        let variable = self.variables.iter().rev().find(|(name, _)| name == first);
        let whole = match variable {
            Some((_, item)) if rest.is_empty() => item.clone(),
            Some((_, item)) => format!("{item}.{rest}"),
            None => path.to_owned(),
        };
        let star =
            |part: &str| if part.bytes().all(|byte| byte.is_ascii_digit()) { "*" } else { part }.to_owned();
        let parts: Vec<String> = whole.split('.').map(star).collect();
        parts.join(".")
    }

    fn answer(&self, key: &str, item: Option<&str>) -> Option<Kind> {
        let asked = self.names.fields.get(key)?;
        let reached = match item {
            Some(item) => asked.item == item,
            // In a loop, the question asked about the same item, or about one around it.
            None => {
                asked.item.is_empty()
                    || asked.item == self.item
                    || self.item.starts_with(&format!("{}.", asked.item))
            }
        };
        reached.then(|| answer_kind(asked.field))
    }
}

/// What an answer to `field` is worth.
pub(crate) fn answer_kind(field: &Field) -> Kind {
    let choices = field.settings.choices.iter().flat_map(|choices| &choices.value);
    let choices = choices.map(|choice| field::Choice::new(&choice.key.value, &choice.label.value)).collect();
    let settings = Settings { choices, ..Settings::default() };
    field::Kind::from_word(&field.kind.value).map_or(Kind::Text, |kind| kind.rules().answer_kind(&settings))
}

impl Scope for Here<'_, '_> {
    fn kind(&self, path: &str) -> Option<Kind> {
        let path = self.path(path);
        if let Some(item) = path.strip_suffix(".rang") {
            return item.ends_with(".*").then_some(Kind::Number);
        }
        if let Some((item, key)) = path.split_once(".reponse.") {
            return self.answer(key, Some(item));
        }
        if let Some(list) =
            path.strip_prefix("lignes.").map(|_| &path).or(path.contains(".lignes.").then_some(&path))
        {
            return self.names.rows.values().any(|rows| rows == list).then_some(Kind::List);
        }
        let (space, rest) = path.split_once('.').unwrap_or((&path, ""));
        match (space, rest) {
            ("personnage", rest) => persona::kind(rest).map(|value| value.kind.clone()),
            ("papier", key) => (!key.is_empty()).then_some(Kind::Text),
            ("message", "code") => self.in_mail.then_some(Kind::Text),
            ("message", rest) => rest.strip_suffix(".code").map(|_| Kind::Text),
            ("recu", "numero") | ("site", "nom" | "adresse") => Some(Kind::Text),
            ("exercice", "date") => Some(Kind::Date),
            ("exercice", "mois") => Some(Kind::Month),
            ("reponse" | "attendu" | "prerempli", "") => self.field.map(answer_kind),
            ("reponse", key) => self.answer(key, None),
            ("cookies", "acceptes" | "refuses") => {
                self.names.scenario.site.cookies.as_ref().map(|_| Kind::YesNo)
            }
            ("passee", page) => self.names.has_page(page).then_some(Kind::YesNo),
            ("erreur", rest) => {
                let (key, mistake) = rest.split_once('.').unwrap_or((rest, ""));
                let field = self.names.field(key)?;
                let named = field.mistakes.iter().any(|named| named.key.value == mistake);
                (mistake.is_empty() || named).then_some(Kind::YesNo)
            }
            _ => self.names.computed?.kind(&path),
        }
    }

    fn sign(&self, path: &str) -> Sign {
        self.names.computed.map_or(Sign::Any, |computed| computed.sign(&self.path(path)))
    }

    fn names(&self) -> Vec<String> {
        let persona = persona::VALUES.iter().map(|value| format!("personnage.{}", value.path));
        let answers = self.names.fields.keys().map(|key| format!("réponse.{key}"));
        let pages = self.names.scenario.screens.iter().map(|screen| format!("passée.{}", screen.key.value));
        let items = self.variables.iter().flat_map(|(name, item)| {
            let under = item.strip_prefix("personnage.").unwrap_or(item).to_owned() + ".";
            persona::VALUES
                .iter()
                .filter_map(move |value| value.path.strip_prefix(&under).map(|rest| format!("{name}.{rest}")))
        });
        let known = ["exercice.date", "exercice.mois", "reçu.numéro", "site.nom", "site.adresse"];
        let known = known.into_iter().chain(["réponse", "attendu", "prérempli"]);
        let cookies = ["cookies.acceptés", "cookies.refusés"].into_iter();
        let cookies = cookies.filter(|_| self.names.scenario.site.cookies.is_some());
        let known = known.chain(cookies).map(str::to_owned);
        let computed = self.names.computed.map(Scope::names).unwrap_or_default();
        items.chain(computed).chain(persona).chain(answers).chain(pages).chain(known).collect()
    }
}
