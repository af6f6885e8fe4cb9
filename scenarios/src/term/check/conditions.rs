//! Kinds in conditions: like with like, and « oui » or « non » where a condition stands.
//!
//! A choice is compared with its own words only.

use super::{Checker, Typed, is_like};
use crate::{
    diagnostic::excerpt,
    reference::fold,
    spelling::closest,
    term::{
        Kind, Problem, Value,
        expr::{Comparison, Expr},
        node::Node,
    },
    text::Span,
};

impl Checker<'_> {
    pub(super) fn conditions(&mut self, items: &[Expr]) -> Option<Vec<Node>> {
        let nodes: Vec<_> = items.iter().map(|item| self.condition(item)).collect();
        nodes.into_iter().collect()
    }

    pub(super) fn condition(&mut self, expr: &Expr) -> Option<Node> {
        let Typed { node, kind } = self.typed(expr)?;
        if kind == Kind::YesNo {
            return Some(node);
        }
        let message = format!("une condition est attendue, et {} est écrit", kind.in_words());
        let help = match kind {
            Kind::Number | Kind::Money => "écrivez une comparaison, par exemple « … > 0 »",
            Kind::Text | Kind::Choice(_) => "écrivez une comparaison, par exemple « … = \"…\" »",
            Kind::List => "écrivez par exemple « non vide(…) »",
            _ => "écrivez une comparaison, par exemple « … ≥ 2026-01-01 »",
        };
        self.say(Problem::new("genre-inattendu", expr.span(), message).help(help));
        None
    }

    pub(super) fn compare(
        &mut self,
        left_expr: &Expr,
        comparison: Comparison,
        right_expr: &Expr,
        span: Span,
    ) -> Option<Typed> {
        let left = self.side(left_expr, right_expr);
        let right = self.side(right_expr, left_expr);
        let (left, right) = (left?, right?);
        let (left_kind, right_kind) = (left.kind.clone(), right.kind.clone());
        let (left, right) = (left.zero_as(&right_kind), right.zero_as(&left_kind));
        if !self.word_is_known(&left.kind, &right.node, right_expr.span())
            || !self.word_is_known(&right.kind, &left.node, left_expr.span())
        {
            return None;
        }
        if !(is_like(&left.kind, &right.kind) || is_like(&right.kind, &left.kind)) {
            let message = format!("{} ne se compare pas à {}", left.kind.in_words(), right.kind.in_words());
            let problem = Problem::new("genre-inattendu", span, message);
            self.say(match (&left.kind, &right.node) {
                (Kind::Money, Node::Literal(Value::Number(number))) => {
                    let amount = Value::Money(*number).in_french();
                    problem.help(format!("écrivez « {amount} »"))
                }
                (Kind::Date, _) if right.kind == Kind::Month => {
                    problem.help("écrivez « mois(…) » autour de la date")
                }
                _ => problem.help("comparez deux valeurs du même genre"),
            });
            return None;
        }
        let has_order = matches!(left.kind, Kind::Number | Kind::Money | Kind::Date | Kind::Month);
        let has_equality = has_order || matches!(left.kind, Kind::YesNo | Kind::Text | Kind::Choice(_));
        let wants_order = !matches!(comparison, Comparison::Equal | Comparison::Different);
        if (wants_order && !has_order) || !has_equality {
            let message = format!("{} n’est ni plus grand ni plus petit", left.kind.in_words());
            let help = "comparez avec « = » ou « ≠ », ou comparez des nombres ou des dates";
            self.say(Problem::new("genre-inattendu", span, message).help(help));
            return None;
        }
        Some(Typed::new(Node::Compare(Box::new(left.node), comparison, Box::new(right.node)), Kind::YesNo))
    }

    /// One side of a comparison; a bare word that is a word of the other side's choice is told to want quotes.
    fn side(&mut self, expr: &Expr, other: &Expr) -> Option<Typed> {
        if let (Some(word), Some(path)) = (expr.as_path(), other.as_path())
            && self.scope.kind(word).is_none()
            && let Some(Kind::Choice(words)) = self.kind_of(path)
            && let Some(word) = words.iter().find(|known| fold(known) == word)
        {
            let message = format!("« {word} » est un texte écrit sans guillemets");
            // Straight quotes would be taken away when the line begins with them.
            let quoted = format!("« {word} »");
            self.say(
                Problem::new("nom-inconnu", expr.span(), message)
                    .help(format!("écrivez-le avec des guillemets : {quoted}"))
                    .replacement(quoted),
            );
            return None;
        }
        self.typed(expr)
    }

    fn word_is_known(&mut self, kind: &Kind, other: &Node, span: Span) -> bool {
        let (Kind::Choice(words), Node::Literal(Value::Text(written))) = (kind, other) else { return true };
        if words.iter().any(|word| fold(word) == fold(written)) {
            return true;
        }
        let message = format!("« {} » n’est pas un des choix", excerpt(written));
        let problem = Problem::new("choix-inconnu", span, message);
        self.say(if let Some(meant) = closest(written, words.iter().map(String::as_str)) {
            let quoted = format!("« {meant} »");
            problem.help(format!("écrivez {quoted}, avec ses guillemets")).replacement(quoted)
        } else {
            let known: Vec<_> = words.iter().take(20).map(String::as_str).collect();
            problem.help(format!("choisissez parmi : {}", known.join(", ")))
        });
        false
    }

    pub(super) fn choose(&mut self, branches: &[(Expr, Expr)], otherwise: &Expr) -> Option<Typed> {
        let mut typed = Vec::with_capacity(branches.len());
        for (condition, then) in branches {
            let condition = self.condition(condition);
            typed.push((condition, self.typed(then)));
        }
        let otherwise_typed = self.typed(otherwise);
        let typed: Vec<(Node, Typed)> =
            typed.into_iter().map(|(condition, then)| Some((condition?, then?))).collect::<Option<_>>()?;
        let otherwise_typed = otherwise_typed?;
        let exprs = branches.iter().map(|(_, then)| then).chain([otherwise]);
        let values = typed.iter().map(|(_, then)| then).chain([&otherwise_typed]);
        let kind = self.branch_kind(values.zip(exprs))?;
        let branches =
            typed.into_iter().map(|(condition, then)| (condition, then.zero_as(&kind).node)).collect();
        let otherwise = Box::new(otherwise_typed.zero_as(&kind).node);
        Some(Typed::new(Node::Choose(branches, otherwise), kind))
    }

    /// The one kind of values of which one is chosen.
    fn branch_kind<'e>(&mut self, values: impl Iterator<Item = (&'e Typed, &'e Expr)>) -> Option<Kind> {
        let values: Vec<_> = values.collect();
        let first = values.iter().find(|(value, _)| !value.is_zero()).or(values.first())?.0.kind.clone();
        let mut kind = first.clone();
        for (value, expr) in &values {
            let fits = value.kind == kind || (value.is_zero() && matches!(kind, Kind::Number | Kind::Money));
            if fits {
                continue;
            }
            if is_like(&value.kind, &kind) || is_like(&kind, &value.kind) {
                kind = Kind::Text;
                continue;
            }
            let message =
                format!("cette valeur est {}, et l’autre {}", value.kind.in_words(), first.in_words());
            let help = "donnez le même genre de valeur après « alors » et après « sinon »";
            self.say(Problem::new("genre-inattendu", expr.span(), message).help(help));
            return None;
        }
        Some(kind)
    }

    fn kind_of(&self, path: &str) -> Option<Kind> {
        self.scope.kind(&super::starred(&self.loops.plain(path)))
    }
}
