//! Names, and the variables of loops: what each stands for.
//!
//! Nothing is looked up but the scope, which says what there is.

use super::{Checker, Typed};
use crate::{
    diagnostic::excerpt,
    spelling::closest,
    term::{
        Kind, Problem,
        node::{Node, Piece, Place},
    },
    text::{Span, Spanned},
};

/// The loops around, the outermost first.
#[derive(Default)]
pub(super) struct Loops(Vec<Around>);

struct Around {
    variable: String,
    item: Vec<Piece>,
    /// The path of an item as a scope knows it, such as `adultes.*`.
    known_as: String,
}

impl Loops {
    /// Leaves the innermost loop, and gives its level.
    pub(super) fn leave(&mut self) -> usize {
        self.0.pop();
        self.0.len()
    }

    fn of(&self, path: &str) -> Option<(usize, &Around)> {
        let head = path.split('.').next()?;
        self.0.iter().enumerate().rev().find(|(_, around)| around.variable == head)
    }

    fn place(&self, path: &str) -> Place {
        let pieces = match self.of(path) {
            None => vec![Piece::Text(path.to_owned())],
            Some((_, around)) => {
                let mut pieces = around.item.clone();
                if let Some((_, rest)) = path.split_once('.') {
                    push_text(&mut pieces, &format!(".{rest}"));
                }
                pieces
            }
        };
        Place { pieces, written: path.to_owned() }
    }

    /// `path` without variables, numbers as written.
    pub(super) fn plain(&self, path: &str) -> String {
        match (self.of(path), path.split_once('.')) {
            (None, _) => path.to_owned(),
            (Some((_, around)), None) => around.known_as.clone(),
            (Some((_, around)), Some((_, rest))) => format!("{}.{rest}", around.known_as),
        }
    }
}

impl Checker<'_> {
    pub(super) fn name(&mut self, path: &str, span: Span) -> Option<Typed> {
        let plain = self.loops.plain(path);
        let Some(kind) = self.scope.kind(&starred(&plain)) else {
            let rank = path.split_once('.').filter(|(_, rest)| *rest == "rang");
            if let Some((level, around)) = rank.and_then(|_| self.loops.of(path)) {
                return Some(Typed::new(Node::Rank(level, around.variable.clone()), Kind::Number));
            }
            let problem = self.unknown(path, &plain, span);
            self.say(problem);
            return None;
        };
        self.sources.push(self.scope.canonical(&plain));
        let place = self.loops.place(path);
        let node = if kind == Kind::List { Node::List(place) } else { Node::Name(place) };
        Some(Typed::new(node, kind))
    }

    /// The list called `path`; what is no list is told.
    pub(super) fn list(&mut self, path: &str, span: Span) -> Option<Place> {
        let Typed { node, kind } = self.name(path, span)?;
        if let Node::List(place) = node {
            return Some(place);
        }
        let message = format!("« {} » n’est pas une liste, mais {}", excerpt(path), kind.in_words());
        self.say(Problem::new("genre-inattendu", span, message).help("écrivez le nom d’une liste"));
        None
    }

    /// Enters a loop over `list`, and says whether its variable is well named.
    pub(super) fn enter(&mut self, variable: &Spanned<String>, list: &Place) -> bool {
        let name = &variable.value;
        let level = self.loops.0.len();
        let taken = self.loops.of(name).is_some() || self.scope.kind(name).is_some();
        if taken {
            let message = format!("le nom « {} » désigne déjà autre chose", excerpt(name));
            let help = "choisissez un autre nom après « pour »";
            self.say(Problem::new("nom-deja-pris", variable.span, message).help(help));
        } else if name.contains('.') {
            let message = format!("le nom « {} » contient un point", excerpt(name));
            let help = "choisissez un seul mot après « pour »";
            self.say(Problem::new("terme-illisible", variable.span, message).help(help));
        }
        let mut item = list.pieces.clone();
        push_text(&mut item, ".");
        item.push(Piece::Item(level));
        let known_as = format!("{}.*", self.loops.plain(&list.written));
        let well_named = !taken && !name.contains('.');
        let variable = if well_named { name.clone() } else { String::new() };
        self.loops.0.push(Around { variable, item, known_as });
        well_named
    }

    fn unknown(&self, path: &str, plain: &str, span: Span) -> Problem {
        let message = format!("rien ne s’appelle « {} »", excerpt(path));
        let problem = Problem::new("nom-inconnu", span, message);
        if let Some(spaced) = self.subtraction(path) {
            return problem
                .help(format!("écrivez « {spaced} », avec une espace de chaque côté du moins"))
                .replacement(spaced);
        }
        let mut names = self.scope.names();
        for around in &self.loops.0 {
            let of_item = of_item(&around.variable, &around.known_as, &names);
            names.extend(of_item);
            names.push(around.variable.clone());
        }
        if let Some(meant) = closest(path, names.iter().map(String::as_str)) {
            return problem.help(format!("écrivez « {meant} »")).replacement(meant);
        }
        let group = starred(plain).split('.').next().unwrap_or_default().to_owned();
        let mut near: Vec<_> = names
            .iter()
            .filter(|name| crate::reference::fold(name).split('.').next() == Some(&group))
            .map(String::as_str)
            .collect();
        near.dedup();
        near.truncate(12);
        if near.is_empty() {
            problem.help("vérifiez le nom, ou mettez-le entre guillemets si c’est un texte : \"…\"")
        } else {
            problem.help(format!("choisissez parmi : {}", near.join(", ")))
        }
    }

    /// `a - b` when `a-b` is written, and both are known.
    fn subtraction(&self, path: &str) -> Option<String> {
        let is_known = |name: &str| {
            self.scope.kind(&starred(&self.loops.plain(name))).is_some()
                || (!name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit()))
        };
        path.match_indices('-').find_map(|(at, _)| {
            let (left, right) = (&path[..at], &path[at + 1..]);
            (is_known(left) && is_known(right)).then(|| format!("{left} - {right}"))
        })
    }
}

/// The names of `names` that stand under `item`, such as `adultes.*`, as `variable` names them.
pub(crate) fn of_item(variable: &str, item: &str, names: &[String]) -> Vec<String> {
    let depth = item.split('.').count();
    let under = |name: &&String| {
        let head: Vec<&str> = name.split('.').take(depth).collect();
        crate::reference::fold(&head.join(".")) == item
    };
    let rest = |name: &String| name.splitn(depth + 1, '.').nth(depth).map(str::to_owned);
    names.iter().filter(under).filter_map(rest).map(|rest| format!("{variable}.{rest}")).collect()
}

fn push_text(pieces: &mut Vec<Piece>, text: &str) {
    if let Some(Piece::Text(last)) = pieces.last_mut() {
        last.push_str(text);
    } else {
        pieces.push(Piece::Text(text.to_owned()));
    }
}

/// `path` with its numbers written `*`, as scopes know it.
pub(crate) fn starred(path: &str) -> String {
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    path.split('.').map(|word| if is_number(word) { "*" } else { word }).collect::<Vec<_>>().join(".")
}
