//! What is wrong in a calculation as a whole: kinds, results that need a rehearsal, terms that nobody reads.
//!
//! A term tells what is wrong in itself: it is only asked here.

use std::collections::BTreeSet;

use super::{Calculation, Entry, Shape, Wrong, scope::Names};
use crate::{
    diagnostic::excerpt,
    reference::fold,
    spelling::closest,
    term::{Definitions, Expr, Kind, Problem, Scope, Term, check, is_like, starred},
    text::Spanned,
};

pub(super) struct Checking<'a> {
    names: &'a Names<'a>,
    definitions: &'a Definitions,
    pub(super) wrong: Vec<Wrong>,
    /// Paths of the terms that something reads.
    read: BTreeSet<String>,
}

impl<'a> Checking<'a> {
    pub(super) const fn new(names: &'a Names<'a>, definitions: &'a Definitions) -> Self {
        Self { names, definitions, wrong: Vec::new(), read: BTreeSet::new() }
    }

    fn error(&mut self, problem: Problem) {
        self.wrong.push(Wrong::Error(problem));
    }

    /// A term of kind `wanted`.
    pub(super) fn term(&mut self, expr: &Expr, wanted: &Kind, scope: &dyn Scope) -> Option<Term> {
        let paths = expr.paths();
        let broken = paths.iter().any(|(path, _)| self.definitions.is_broken(&starred(path)));
        match check(expr, scope) {
            Err(problems) => {
                for problem in problems {
                    if !(broken && problem.code == "nom-inconnu") {
                        self.error(problem);
                    }
                }
                None
            }
            Ok(term) if is_like(term.kind(), wanted) => {
                self.read.extend(term.sources().iter().map(|path| starred(path)));
                Some(term)
            }
            Ok(term) => {
                let message =
                    format!("il faut {} ici, et ceci est {}", wanted.in_words(), term.kind().in_words());
                let help = match wanted {
                    Kind::YesNo => "écrivez une comparaison, par exemple « … > 0 »".to_owned(),
                    wanted => format!("écrivez {}", wanted.in_words()),
                };
                self.error(Problem::new("genre-inattendu", expr.span(), message).help(help));
                None
            }
        }
    }

    /// As printed, and by path.
    pub(super) fn result(&mut self, result: &Spanned<String>) -> Option<(String, String)> {
        let path = fold(&result.value);
        let written = excerpt(&result.value);
        if self.definitions.is_broken(&path) {
            return None;
        }
        let Some(kind) = self.definitions.scope(self.names).kind(&path) else {
            let message = format!("rien ne s’appelle « {written} »");
            let problem = Problem::new("nom-inconnu", result.span, message);
            let names = self.definitions.all().iter().map(|worked| worked.path.as_str());
            self.error(match closest(&path, names) {
                Some(meant) => problem.help(format!("écrivez « {meant} »")).replacement(meant),
                None => problem.help("écrivez le nom d’un des termes de « termes: »"),
            });
            return None;
        };
        self.read.insert(path.clone());
        if matches!(kind, Kind::List | Kind::Scale) {
            let message = format!("le résultat « {written} » est {}", kind.in_words());
            let help = "donnez un nombre, une date ou un texte, par exemple une somme";
            self.error(Problem::new("genre-inattendu", result.span, message).help(help));
            return None;
        }
        if let Some(needed) = self.needs_exercise(&path) {
            let message =
                format!("le résultat « {written} » dépend de « {needed} », connu dans un exercice seulement");
            let help =
                "ajoutez une entrée à « entrées: », avec « dans-l-exercice: » pour dire d’où elle vient";
            self.error(Problem::new("resultat-hors-calcul", result.span, message).help(help));
            return None;
        }
        Some((result.value.trim().to_owned(), path))
    }

    /// What the term at `path` reads, near or far, that only a rehearsal gives.
    fn needs_exercise(&self, path: &str) -> Option<String> {
        let mut seen = BTreeSet::new();
        let mut waiting = vec![path.to_owned()];
        while let Some(path) = waiting.pop() {
            if !seen.insert(path.clone()) {
                continue;
            }
            match self.definitions.get(&path) {
                Some(worked) => waiting.extend(worked.term.sources().iter().map(|path| starred(path))),
                None if self.names.is_given(&path) => {}
                None => return Some(path),
            }
        }
        None
    }

    /// Where entries come from in a rehearsal, and names that are taken.
    pub(super) fn entries(&mut self, entries: &[Entry], outside: &dyn Scope) {
        for entry in entries {
            let name = entry.name.value.trim();
            if outside.kind(&entry.path()).is_some() {
                let message = format!("le nom « {} » désigne déjà autre chose", excerpt(name));
                let help = "choisissez un autre nom";
                self.error(Problem::new("nom-deja-pris", entry.name.span, message).help(help));
            }
            let Some(expr) = &entry.in_exercise else { continue };
            match &entry.shape {
                Shape::One { kind, .. } => drop(self.term(expr, kind, outside)),
                Shape::List { item, .. } => self.each_item(expr, item, "", outside),
                Shape::Items { entries, .. } => {
                    if let Some(term) = self.term(expr, &Kind::List, outside) {
                        match term.as_list() {
                            Some(list) => self.columns(entries, list, outside),
                            None => self.no_list(expr),
                        }
                    }
                }
            }
        }
    }

    /// Where the columns of the items of `list` come from.
    fn columns(&mut self, entries: &[Entry], list: &str, outside: &dyn Scope) {
        for entry in entries {
            let Some(expr) = &entry.in_exercise else { continue };
            match &entry.shape {
                Shape::One { kind, .. } => self.named(expr, kind, &format!("{list}.1."), outside),
                Shape::List { item, .. } => self.each_item(expr, item, &format!("{list}.1."), outside),
                Shape::Items { .. } => self.no_list(expr),
            }
        }
    }

    /// « personnage.enfants.1.naissance »: a value of each item of a list.
    fn each_item(&mut self, expr: &Expr, item: &Shape, under: &str, outside: &dyn Scope) {
        let has_number = expr.as_path().is_some_and(|path| starred(path) != path);
        if has_number { self.named(expr, &item.kind(), under, outside) } else { self.no_list(expr) }
    }

    /// A name of kind `wanted` that stands after `under`.
    fn named(&mut self, expr: &Expr, wanted: &Kind, under: &str, outside: &dyn Scope) {
        let Some(path) = expr.as_path() else { return self.no_list(expr) };
        let kind = outside.kind(&starred(&format!("{under}{path}")));
        let written = excerpt(path);
        match kind {
            Some(kind) if is_like(&kind, wanted) => {}
            Some(kind) => {
                let message = format!("il faut {} ici, et ceci est {}", wanted.in_words(), kind.in_words());
                let help = format!("écrivez le nom d’une valeur qui soit {}", wanted.in_words());
                self.error(Problem::new("genre-inattendu", expr.span(), message).help(help));
            }
            None => {
                let message = format!("rien ne s’appelle « {written} »");
                let help = "écrivez un nom qui existe dans l’élément, par exemple « mois.1.net-social »";
                self.error(Problem::new("nom-inconnu", expr.span(), message).help(help));
            }
        }
    }

    fn no_list(&mut self, expr: &Expr) {
        let message = "une liste est attendue";
        let help = "écrivez le nom d’une liste, par exemple « personnage.enfants », ou d’une de ses valeurs, par exemple « personnage.enfants.1.naissance »";
        self.error(Problem::new("genre-inattendu", expr.span(), message).help(help));
    }

    /// Tells the terms that no result, no limit, no other term and no page reads.
    pub(super) fn terms_are_read(&mut self, calculation: &Calculation, is_read: &dyn Fn(&str) -> bool) {
        for definition in &calculation.terms {
            let own = definition.path();
            self.read.extend(definition.reads().into_iter().filter(|path| *path != own));
        }
        for definition in &calculation.terms {
            let path = definition.path();
            if !self.read.contains(&path) && !self.definitions.is_broken(&path) && !is_read(&path) {
                let message = format!("rien ne lit le terme « {} »", excerpt(&definition.name.value));
                let help = "ajoutez-le à « résultats: », ou supprimez-le";
                self.wrong.push(Wrong::Doubtful(
                    Problem::new("terme-inutile", definition.name.span, message).help(help),
                ));
            }
        }
    }
}
