//! Kinds in arithmetic: euros with euros, numbers with numbers, and no division by what may be 0.
//!
//! The literal 0 is of either kind.

use super::{Checker, Sign, Typed};
use crate::{
    term::{
        Kind, Problem, Value,
        expr::{Adding, Expr, Scaling},
        node::Node,
    },
    text::Span,
};

impl Checker<'_> {
    /// A number or an amount.
    pub(super) fn amount(&mut self, expr: &Expr, place: &str) -> Option<Typed> {
        let typed = self.typed(expr)?;
        if matches!(typed.kind, Kind::Number | Kind::Money) {
            return Some(typed);
        }
        let message = format!("{place} attend un nombre ou un montant, et reçoit {}", typed.kind.in_words());
        let problem = Problem::new("genre-inattendu", expr.span(), message);
        self.say(match typed.kind {
            Kind::Date | Kind::Month => problem.help(
                "pour compter des jours, écrivez « jours-entre(début ; fin) » ou « plus-jours(date ; 3) »",
            ),
            Kind::Text | Kind::Choice(_) => problem.help("retirez-le, ou écrivez un nombre sans guillemets"),
            Kind::YesNo => problem.help("écrivez « si … alors 1 sinon 0 »"),
            Kind::Scale => problem.help("écrivez « barème(x ; le barème) » ou « palier(x ; le barème) »"),
            _ => problem.help("écrivez « somme(… pour … dans la liste) »"),
        });
        None
    }

    pub(super) fn number(&mut self, expr: &Expr, place: &str) -> Option<Node> {
        let typed = self.amount(expr, place)?;
        if typed.kind == Kind::Number {
            return Some(typed.node);
        }
        let message = format!("{place} attend un nombre, et reçoit un montant en euros");
        let help = "écrivez un nombre, ou divisez le montant par « 1 € »";
        self.say(Problem::new("genre-inattendu", expr.span(), message).help(help));
        None
    }

    pub(super) fn negative(&mut self, inner: &Expr) -> Option<Typed> {
        let Typed { node, kind } = self.amount(inner, "le signe « - »")?;
        Some(match node {
            Node::Literal(Value::Number(number)) => Typed::new(Node::Literal(Value::Number(-number)), kind),
            Node::Literal(Value::Money(amount)) => Typed::new(Node::Literal(Value::Money(-amount)), kind),
            node => Typed::new(Node::Negative(Box::new(node), kind.clone()), kind),
        })
    }

    pub(super) fn sum(&mut self, items: &[(Adding, Expr)]) -> Option<Typed> {
        let mut typed = Vec::with_capacity(items.len());
        for (adding, item) in items {
            let place = if *adding == Adding::Plus { "une addition" } else { "une soustraction" };
            typed.push((*adding, self.amount(item, place)));
        }
        let typed: Vec<(Adding, Typed)> =
            typed.into_iter().map(|(adding, item)| Some((adding, item?))).collect::<Option<_>>()?;
        let exprs = items.iter().map(|(_, item)| item);
        let kind = self.one_kind(typed.iter().map(|(_, item)| item).zip(exprs), "ne s’ajoutent pas")?;
        let items = typed.into_iter().map(|(adding, item)| (adding, item.zero_as(&kind).node)).collect();
        Some(Typed::new(Node::Sum(items, kind.clone()), kind))
    }

    /// The one kind of numbers or amounts that stand side by side.
    pub(super) fn one_kind<'e>(
        &mut self,
        items: impl Iterator<Item = (&'e Typed, &'e Expr)>,
        says: &str,
    ) -> Option<Kind> {
        let mut first: Option<Kind> = None;
        for (item, expr) in items.filter(|(item, _)| !item.is_zero()) {
            match &first {
                None => first = Some(item.kind.clone()),
                Some(kind) if *kind == item.kind => {}
                Some(_) => {
                    let message = format!("un montant en euros et un nombre {says}");
                    let problem = Problem::new("genre-inattendu", expr.span(), message);
                    self.say(match &item.node {
                        Node::Literal(Value::Number(number)) => {
                            let amount = Value::Money(*number).in_french();
                            problem.help(format!("écrivez « {amount} »")).replacement(amount)
                        }
                        _ => problem.help("écrivez les deux en euros, ou aucun"),
                    });
                    return None;
                }
            }
        }
        Some(first.unwrap_or(Kind::Number))
    }

    pub(super) fn product(&mut self, items: &[(Scaling, Expr)]) -> Option<Typed> {
        let typed: Vec<_> = items
            .iter()
            .map(|(scaling, item)| {
                let place = if *scaling == Scaling::Times { "une multiplication" } else { "une division" };
                (*scaling, self.amount(item, place), item.span())
            })
            .collect();
        let mut kind = Kind::Number;
        let mut nodes = Vec::with_capacity(items.len());
        let mut right = true;
        for (scaling, item, span) in typed {
            let Some(item) = item else {
                right = false;
                continue;
            };
            if scaling == Scaling::Over && !self.sign(&item.node).is_not_zero() {
                self.say(may_be_zero(span));
                right = false;
            }
            kind = match (scaling, &kind, &item.kind) {
                (_, Kind::Number, Kind::Number) | (Scaling::Over, Kind::Money, Kind::Money) => Kind::Number,
                (_, Kind::Money, Kind::Number) | (Scaling::Times, Kind::Number, Kind::Money) => Kind::Money,
                _ if item.is_zero() => kind,
                _ => {
                    self.say(odd_product(scaling, span));
                    return None;
                }
            };
            nodes.push((scaling, item.node));
        }
        right.then(|| Typed::new(Node::Product(nodes, kind.clone()), kind))
    }
}

fn may_be_zero(span: Span) -> Problem {
    Problem::new("division-par-zero", span, "ce par quoi on divise peut être égal à zéro")
        .help("divisez par une valeur qui n’est jamais nulle, par exemple « max(1 ; …) »")
}

fn odd_product(scaling: Scaling, span: Span) -> Problem {
    if scaling == Scaling::Times {
        Problem::new("genre-inattendu", span, "deux montants en euros ne se multiplient pas")
            .help("écrivez l’un des deux comme un nombre ou un pourcentage")
    } else {
        Problem::new("genre-inattendu", span, "un nombre ne se divise pas par un montant en euros")
            .help("divisez un montant par un montant, ou un montant par un nombre")
    }
}

/// What is known of a number before it is computed.
impl Checker<'_> {
    pub(super) fn sign(&self, node: &Node) -> Sign {
        super::sign::of(node, self.scope)
    }
}
