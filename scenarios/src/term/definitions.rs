//! Named terms: each may read the others, never itself.
//!
//! They are checked together and worked out when they are read, once each. It knows neither inputs nor pages.

mod circles;
mod found;

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Expr, Kind, Problem, Scope, Sign, Term,
    check::{check, sign_of, starred},
    expr::canonical,
    within::Within,
};
use crate::text::Spanned;

pub use found::Found;

/// Most named terms in one scenario.
const MOST: usize = 500;

/// A named term as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// Folded.
    pub name: Spanned<String>,
    /// « pour adulte dans adultes »: the variable and the list. The term then is a column: `adulte.net`.
    pub each: Option<(Spanned<String>, Spanned<String>)>,
    pub expr: Expr,
    /// What it is called in an explanation.
    pub label: Option<String>,
    /// What it does, in the author's words.
    pub says: Option<String>,
    /// The rule it comes from.
    pub source: Option<String>,
    /// What it means that it is true, and that it is false, as said after « parce que ».
    pub when: (Option<String>, Option<String>),
    /// The part of the explanation that it opens, or that the term before it opened.
    pub chapter: Option<String>,
}

/// A checked named term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worked {
    /// `parts`, or for a column `adultes.*.net`.
    pub path: String,
    pub each: Option<(String, String)>,
    pub term: Term,
    pub label: Option<String>,
    pub says: Option<String>,
    pub source: Option<String>,
    pub when: (Option<String>, Option<String>),
    pub chapter: Option<String>,
    /// Its place in the author's order.
    pub rank: usize,
    sign: Sign,
}

/// Named terms that can be worked out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Definitions {
    /// Each after those it reads.
    worked: Vec<Worked>,
    by_path: BTreeMap<String, usize>,
    broken: BTreeSet<String>,
}

impl Definition {
    /// How the others read it, as a scope knows it.
    pub fn path(&self) -> String {
        match &self.each {
            None => self.name.value.clone(),
            Some((_, list)) => format!("{}.*.{}", list.value, self.name.value),
        }
    }

    fn variables(&self) -> Vec<(String, String)> {
        self.each.iter().map(|(variable, list)| (variable.value.clone(), list.value.clone())).collect()
    }

    /// The names it reads, as a scope knows them.
    pub fn reads(&self) -> Vec<String> {
        let items: Vec<_> =
            self.variables().into_iter().map(|(variable, list)| (variable, format!("{list}.*"))).collect();
        self.expr.paths().iter().map(|(path, _)| starred(&canonical(&items, path))).collect()
    }
}

impl Definitions {
    /// What can be worked out of `definitions` in `scope`, and what is wrong in the others, with the number of each.
    pub fn check(definitions: &[Definition], scope: &dyn Scope) -> (Self, Vec<(usize, Problem)>) {
        let mut problems = Vec::new();
        let mut checked = Self::default();
        if let Some(first) = definitions.get(MOST) {
            let message = format!("plus de {MOST} termes sont définis");
            let help = "partagez le scénario en plusieurs";
            problems.push((MOST, Problem::new("termes-trop-nombreux", first.name.span, message).help(help)));
        }
        let definitions = &definitions[..definitions.len().min(MOST)];
        let (order, circular) = circles::order(definitions, &mut problems);
        checked.broken.extend(circular.into_iter().map(|at| definitions[at].path()));
        for at in order {
            let definition = &definitions[at];
            let found = check_one(at, definition, &checked.scope(scope));
            match found {
                Ok(worked) => {
                    checked.by_path.insert(worked.path.clone(), checked.worked.len());
                    checked.worked.push(worked);
                }
                Err(found) => {
                    // What reads a broken term is not wrong by itself.
                    let reads_broken = definition.reads().iter().any(|path| checked.broken.contains(path));
                    let told =
                        found.into_iter().filter(|problem| !reads_broken || problem.code != "nom-inconnu");
                    problems.extend(told.map(|problem| (at, problem)));
                    checked.broken.insert(definition.path());
                }
            }
        }
        (checked, problems)
    }

    /// The scope in which these terms are known, besides the names of `inner`.
    pub fn scope<'a>(&'a self, inner: &'a dyn Scope) -> Known<'a> {
        Known { definitions: self, inner }
    }

    /// The world in which these terms have values, besides those of `inner`.
    pub fn world<'a>(&'a self, inner: &'a dyn super::World) -> Found<'a> {
        Found::new(self, inner)
    }

    /// Every term that is right, each after those it reads.
    pub fn all(&self) -> &[Worked] {
        &self.worked
    }

    /// The term that `path` names, such as `parts` or `adultes.*.net`.
    pub fn get(&self, path: &str) -> Option<&Worked> {
        self.by_path.get(path).and_then(|at| self.worked.get(*at))
    }

    /// Whether the term at `path` was written, and is wrong: those that read it have nothing to add.
    pub fn is_broken(&self, path: &str) -> bool {
        self.broken.contains(path)
    }
}

fn check_one(rank: usize, definition: &Definition, scope: &Known<'_>) -> Result<Worked, Vec<Problem>> {
    let Definition { name, each, expr, label, says, source, when, chapter } = definition;
    let path = definition.path();
    let mut problems = Vec::new();
    let first = name.value.chars().next();
    let is_name = name.value.chars().any(char::is_alphabetic)
        && name.value.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '\''))
        && first.is_some_and(char::is_alphanumeric)
        && !name.value.ends_with(['-', '\'']);
    if !is_name {
        let message = format!("« {} » n’est pas un nom de terme", crate::diagnostic::excerpt(&name.value));
        let help = "n’employez que des lettres, des chiffres et des tirets, par exemple « revenu-net »";
        problems.push(Problem::new("nom-illisible", name.span, message).help(help));
    } else if scope.kind(&path).is_some() || super::parse::is_word(&name.value) {
        let message = format!("le nom « {} » désigne déjà autre chose", name.value);
        problems.push(Problem::new("nom-deja-pris", name.span, message).help("choisissez un autre nom"));
    }
    if let Some((variable, list)) = each {
        if scope.kind(&list.value) != Some(Kind::List) {
            let message = format!("« {} » n’est pas une liste", crate::diagnostic::excerpt(&list.value));
            let help = "écrivez le nom d’une liste après « dans »";
            problems.push(Problem::new("genre-inattendu", list.span, message).help(help));
        }
        if scope.kind(&variable.value).is_some() {
            let message = format!("le nom « {} » désigne déjà autre chose", variable.value);
            let help = "choisissez un autre nom après « pour: »";
            problems.push(Problem::new("nom-deja-pris", variable.span, message).help(help));
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let variables = definition.variables();
    let within = Within { inner: scope, variables: &variables };
    let term = check(expr, &within)?;
    if *when != (None, None) && *term.kind() != Kind::YesNo {
        let message = format!("« oui » et « non » sont dits d’un terme qui est {}", term.kind().in_words());
        let help = "gardez-les pour un terme qui est vrai ou faux";
        return Err(vec![Problem::new("genre-inattendu", expr.span(), message).help(help)]);
    }
    let sign = sign_of(&term, &within);
    Ok(Worked {
        path,
        each: variables.into_iter().next(),
        term,
        label: label.clone(),
        says: says.clone(),
        source: source.clone(),
        when: when.clone(),
        chapter: chapter.clone(),
        rank,
        sign,
    })
}

/// A scope with named terms in it.
pub struct Known<'a> {
    definitions: &'a Definitions,
    inner: &'a dyn Scope,
}

impl Scope for Known<'_> {
    fn kind(&self, path: &str) -> Option<Kind> {
        match self.definitions.get(path) {
            Some(worked) => Some(worked.term.kind().clone()),
            None => self.inner.kind(path),
        }
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<_> = self.definitions.worked.iter().map(|worked| worked.path.clone()).collect();
        names.extend(self.inner.names());
        names
    }

    fn sign(&self, path: &str) -> Sign {
        self.definitions.get(path).map_or_else(|| self.inner.sign(path), |worked| worked.sign)
    }

    fn canonical(&self, path: &str) -> String {
        self.inner.canonical(path)
    }
}
