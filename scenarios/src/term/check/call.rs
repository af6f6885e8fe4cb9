//! Kinds of what functions take and give.
//!
//! How many values there are was counted when the term was read.

use super::{Checker, Typed};
use crate::{
    term::{
        Kind, Problem, Value,
        expr::Expr,
        functions::Function,
        node::{Node, Piece},
    },
    text::Span,
};

impl Checker<'_> {
    pub(super) fn call(&mut self, function: Function, values: &[Expr], span: Span) -> Option<Typed> {
        let place = format!("« {} »", function.row().name);
        let place = place.as_str();
        match function {
            Function::Min | Function::Max => self.extreme(function, values),
            Function::Abs | Function::Clamp => self.amounts(function, values, place),
            Function::Round | Function::RoundDown | Function::RoundUp => {
                let Typed { node, kind } = self.amount(&values[0], place)?;
                let mut nodes = vec![node];
                if let Some(decimals) = values.get(1) {
                    nodes.push(self.decimals(decimals)?);
                }
                Some(Typed::new(Node::Call(function, nodes, kind.clone()), kind))
            }
            Function::Marginal | Function::Band => self.scaled(function, &values[0], &values[1], place),
            Function::Age | Function::DaysBetween => self.dates(function, values, place, Kind::Number),
            Function::MonthsBetween => {
                let (first, second) = (self.day(&values[0], place), self.day(&values[1], place));
                let (first, second) = (first?, second?);
                if first.kind != second.kind {
                    let message = format!("{place} attend deux dates, ou deux mois");
                    let help = "écrivez « mois(…) » autour de la date";
                    self.say(Problem::new("genre-inattendu", span, message).help(help));
                    return None;
                }
                Some(called(function, vec![first.node, second.node], Kind::Number))
            }
            Function::Year | Function::MonthNumber => {
                Some(called(function, vec![self.day(&values[0], place)?.node], Kind::Number))
            }
            Function::Month => Some(called(function, vec![self.day(&values[0], place)?.node], Kind::Month)),
            Function::FirstDay | Function::LastDay => {
                Some(called(function, vec![self.day(&values[0], place)?.node], Kind::Date))
            }
            Function::PlusMonths | Function::PlusYears => {
                let (day, count) = (self.day(&values[0], place), self.number(&values[1], place));
                let (Typed { node, kind }, count) = (day?, count?);
                Some(called(function, vec![node, count], kind))
            }
            Function::PlusDays => {
                let (day, count) = (self.date(&values[0], place), self.number(&values[1], place));
                Some(called(function, vec![day?, count?], Kind::Date))
            }
            Function::Date => {
                let nodes: Vec<_> = values.iter().map(|value| self.number(value, place)).collect();
                Some(called(function, nodes.into_iter().collect::<Option<_>>()?, Kind::Date))
            }
            Function::IsEmpty => Some(called(function, vec![self.typed(&values[0])?.node], Kind::YesNo)),
            Function::Contains => self.contains(&values[0], &values[1], place),
        }
    }

    fn amounts(&mut self, function: Function, values: &[Expr], place: &str) -> Option<Typed> {
        let typed: Vec<_> = values.iter().map(|value| self.amount(value, place)).collect();
        let typed: Vec<Typed> = typed.into_iter().collect::<Option<_>>()?;
        let kind = self.one_kind(typed.iter().zip(values), "ne se comparent pas")?;
        let nodes = typed.into_iter().map(|value| value.zero_as(&kind).node).collect();
        Some(called(function, nodes, kind))
    }

    fn extreme(&mut self, function: Function, values: &[Expr]) -> Option<Typed> {
        let typed: Vec<_> = values.iter().map(|value| self.ordered(value)).collect();
        let typed: Vec<Typed> = typed.into_iter().collect::<Option<_>>()?;
        let days = typed.iter().find(|value| matches!(value.kind, Kind::Date | Kind::Month));
        let kind = match days.map(|value| value.kind.clone()) {
            None => self.one_kind(typed.iter().zip(values), "ne se comparent pas")?,
            Some(kind) => {
                if let Some((other, expr)) = typed.iter().zip(values).find(|(value, _)| value.kind != kind) {
                    let message =
                        format!("{} ne se compare pas à {}", other.kind.in_words(), kind.in_words());
                    let help = "comparez des valeurs du même genre";
                    self.say(Problem::new("genre-inattendu", expr.span(), message).help(help));
                    return None;
                }
                kind
            }
        };
        let nodes = typed.into_iter().map(|value| value.zero_as(&kind).node).collect();
        Some(called(function, nodes, kind))
    }

    /// What has a smaller and a greater.
    pub(super) fn ordered(&mut self, expr: &Expr) -> Option<Typed> {
        let typed = self.typed(expr)?;
        if matches!(typed.kind, Kind::Number | Kind::Money | Kind::Date | Kind::Month) {
            return Some(typed);
        }
        let message = format!("{} n’est ni plus grand ni plus petit", typed.kind.in_words());
        self.say(Problem::new("genre-inattendu", expr.span(), message).help("écrivez un nombre ou une date"));
        None
    }

    fn decimals(&mut self, expr: &Expr) -> Option<Node> {
        if let Expr::Literal(Value::Number(number), _) = expr
            && number.fract().is_zero()
            && (0..=6).any(|most| *number == most.into())
        {
            return Some(Node::Literal(Value::Number(*number)));
        }
        let message = "le nombre de décimales est un nombre entier de 0 à 6";
        let help = "écrivez par exemple « arrondi(x ; 2) » pour arrondir au centime";
        self.say(Problem::new("genre-inattendu", expr.span(), message).help(help));
        None
    }

    fn scaled(&mut self, function: Function, amount: &Expr, scale: &Expr, place: &str) -> Option<Typed> {
        let amount = self.amount(amount, place);
        let typed = self.typed(scale)?;
        let amount = amount?;
        let Node::Name(name) = &typed.node else {
            self.say(no_scale(place, &typed.kind, scale.span()));
            return None;
        };
        if typed.kind != Kind::Scale {
            self.say(no_scale(place, &typed.kind, scale.span()));
            return None;
        }
        let path: String = name
            .pieces
            .iter()
            .map(|piece| if let Piece::Text(text) = piece { text.as_str() } else { "*" })
            .collect();
        let values = self.scope.kind(&format!("{path}.*")).unwrap_or(Kind::Number);
        let kind = match function {
            Function::Band => values,
            _ if values == Kind::Number => amount.kind,
            _ => {
                let message = format!("{place} attend un barème de taux, et celui-ci donne des euros");
                let help = "écrivez « palier(x ; le barème) » pour lire un montant dans un barème";
                self.say(Problem::new("genre-inattendu", scale.span(), message).help(help));
                return None;
            }
        };
        Some(called(function, vec![amount.node, typed.node], kind))
    }

    fn dates(&mut self, function: Function, values: &[Expr], place: &str, kind: Kind) -> Option<Typed> {
        let nodes: Vec<_> = values.iter().map(|value| self.date(value, place)).collect();
        Some(called(function, nodes.into_iter().collect::<Option<_>>()?, kind))
    }

    /// A date or a month.
    fn day(&mut self, expr: &Expr, place: &str) -> Option<Typed> {
        let typed = self.typed(expr)?;
        if matches!(typed.kind, Kind::Date | Kind::Month) {
            return Some(typed);
        }
        self.say(no_date(place, &typed.kind, expr.span()));
        None
    }

    fn date(&mut self, expr: &Expr, place: &str) -> Option<Node> {
        let typed = self.typed(expr)?;
        if typed.kind == Kind::Date {
            return Some(typed.node);
        }
        self.say(no_date(place, &typed.kind, expr.span()));
        None
    }

    fn contains(&mut self, list: &Expr, wanted: &Expr, place: &str) -> Option<Typed> {
        let typed = self.typed(list);
        let wanted_typed = self.typed(wanted)?;
        let typed = typed?;
        // The boxes that are ticked are one text, of their names.
        if typed.kind == Kind::Text && wanted_typed.kind == Kind::Text {
            return Some(called(Function::Contains, vec![typed.node, wanted_typed.node], Kind::YesNo));
        }
        let Node::List(name) = &typed.node else {
            let message = format!("{place} attend une liste, et reçoit {}", typed.kind.in_words());
            self.say(
                Problem::new("genre-inattendu", list.span(), message).help("écrivez le nom d’une liste"),
            );
            return None;
        };
        let item = self.scope.kind(&format!("{}.*", super::starred(&self.loops.plain(&name.written))));
        let fits = item.as_ref().is_some_and(|item| {
            super::is_like(&wanted_typed.kind, item)
                || super::is_like(item, &wanted_typed.kind)
                || wanted_typed.is_zero()
        });
        if !fits {
            let message = match item {
                Some(item) => {
                    format!("la liste contient {}, et non {}", item.in_words(), wanted_typed.kind.in_words())
                }
                None => "les éléments de la liste ont plusieurs valeurs".to_owned(),
            };
            let help = "écrivez « un(élément.… = … pour élément dans la liste) »";
            self.say(Problem::new("genre-inattendu", wanted.span(), message).help(help));
            return None;
        }
        Some(called(Function::Contains, vec![typed.node, wanted_typed.node], Kind::YesNo))
    }
}

fn called(function: Function, nodes: Vec<Node>, kind: Kind) -> Typed {
    Typed::new(Node::Call(function, nodes, kind.clone()), kind)
}

fn no_scale(place: &str, kind: &Kind, span: Span) -> Problem {
    let message = format!("{place} attend un barème, et reçoit {}", kind.in_words());
    Problem::new("genre-inattendu", span, message).help("écrivez le nom d’un paramètre qui a des tranches")
}

fn no_date(place: &str, kind: &Kind, span: Span) -> Problem {
    let message = format!("{place} attend une date, et reçoit {}", kind.in_words());
    Problem::new("genre-inattendu", span, message)
        .help("écrivez une date, par exemple « 2026-05-01 » pour le 1er mai 2026")
}
