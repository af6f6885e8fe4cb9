//! A term in plain French words, for those who learn where an amount comes from.
//!
//! It is for reading: what it gives is not read back.

use super::{
    Value,
    expr::{Adding, Comparison, Scaling},
    functions::{Fold, Function},
    node::{Loop, Node, Place},
};

/// What a place is called.
type Names<'n> = dyn Fn(&Place) -> String + 'n;

pub(super) fn words(node: &Node, names: &Names<'_>) -> String {
    match node {
        Node::Literal(Value::Text(text)) => format!("« {text} »"),
        Node::Literal(value) => value.in_french(),
        Node::Percent(rate) => percent(*rate),
        Node::Name(place) | Node::List(place) => names(place),
        Node::Rank(_, variable) => format!("numéro de {variable}"),
        Node::Negative(inner, _) => format!("l’opposé de {}", tight(inner, names)),
        Node::Sum(items, _) => {
            let items = items.iter().enumerate().map(|(at, (adding, item))| {
                let sign = match (at, adding) {
                    (0, _) => "",
                    (_, Adding::Plus) => " plus ",
                    (_, Adding::Minus) => " moins ",
                };
                format!("{sign}{}", if at == 0 { first_of_sum(item, names) } else { after_sign(item, names) })
            });
            items.collect()
        }
        Node::Product(items, _) => product(items, names),
        Node::Compare(left, comparison, right) => {
            format!("{} {} {}", words(left, names), compared(*comparison), words(right, names))
        }
        Node::All(items) => several(items, " et ", names),
        Node::Any(items) => several(items, " ou ", names),
        Node::Not(inner) => format!("il est faux que {}", tight(inner, names)),
        Node::Choose(branches, otherwise) => {
            let branches = branches.iter().map(|(condition, then)| {
                format!("si {}, {}\u{a0}; ", words(condition, names), words(then, names))
            });
            format!("{}sinon {}", branches.collect::<String>(), words(otherwise, names))
        }
        Node::Call(function, values, _) => call(*function, values, names),
        Node::Each(each) => of_loop(each, names),
    }
}

pub(crate) fn percent(rate: rust_decimal::Decimal) -> String {
    let percents = super::number::times(rate, rust_decimal::Decimal::ONE_HUNDRED);
    format!("{}\u{a0}%", super::number::in_french(percents))
}

/// Between parentheses when it has several words that could be read apart.
fn tight(node: &Node, names: &Names<'_>) -> String {
    match node {
        Node::Sum(..)
        | Node::Product(..)
        | Node::Compare(..)
        | Node::All(_)
        | Node::Any(_)
        | Node::Choose(..)
        | Node::Negative(..)
        | Node::Not(_) => format!("({})", words(node, names)),
        _ => words(node, names),
    }
}

fn first_of_sum(node: &Node, names: &Names<'_>) -> String {
    if matches!(node, Node::Choose(..)) { tight(node, names) } else { words(node, names) }
}

fn after_sign(node: &Node, names: &Names<'_>) -> String {
    if matches!(node, Node::Product(..)) { words(node, names) } else { tight(node, names) }
}

/// « 10 % de revenus », « revenus multiplié par 2 ».
fn product(items: &[(Scaling, Node)], names: &Names<'_>) -> String {
    if let [(_, one), (Scaling::Times, other)] = items {
        match (one, other) {
            (Node::Percent(rate), whole) | (whole, Node::Percent(rate)) => {
                return format!("{} de {}", percent(*rate), tight(whole, names));
            }
            _ => {}
        }
    }
    let items = items.iter().enumerate().map(|(at, (scaling, item))| {
        let sign = match (at, scaling) {
            (0, _) => "",
            (_, Scaling::Times) => " multiplié par ",
            (_, Scaling::Over) => " divisé par ",
        };
        format!("{sign}{}", tight(item, names))
    });
    items.collect()
}

fn several(items: &[Node], word: &str, names: &Names<'_>) -> String {
    let items = items.iter().map(|item| match item {
        Node::All(_) | Node::Any(_) | Node::Choose(..) => tight(item, names),
        _ => words(item, names),
    });
    items.collect::<Vec<_>>().join(word)
}

const fn compared(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Equal => "est égal à",
        Comparison::Different => "est différent de",
        Comparison::Less => "est plus petit que",
        Comparison::AtMost => "est au plus égal à",
        Comparison::More => "est plus grand que",
        Comparison::AtLeast => "est au moins égal à",
    }
}

/// « a, b et c ».
fn listed(values: &[Node], names: &Names<'_>) -> String {
    let mut values: Vec<_> = values.iter().map(|value| words(value, names)).collect();
    let last = values.pop().unwrap_or_default();
    if values.is_empty() { last } else { format!("{} et {last}", values.join(", ")) }
}

fn call(function: Function, values: &[Node], names: &Names<'_>) -> String {
    let value = |at: usize| values.get(at).map(|value| words(value, names)).unwrap_or_default();
    let (first, second, third) = (value(0), value(1), value(2));
    match function {
        Function::Min => format!("le plus petit de {}", listed(values, names)),
        Function::Max => format!("le plus grand de {}", listed(values, names)),
        Function::Abs => format!("{first} sans son signe"),
        Function::Clamp => format!("{first}, au moins {second} et au plus {third}"),
        Function::Round => rounding(&first, values.get(1), "au plus proche"),
        Function::RoundDown => rounding(&first, values.get(1), "vers le bas"),
        Function::RoundUp => rounding(&first, values.get(1), "vers le haut"),
        Function::Marginal => format!("{first} passé dans le barème {second}, tranche par tranche"),
        Function::Band => format!("la valeur de la tranche de {second} où tombe {first}"),
        Function::Age => format!("l’âge, au {second}, d’une personne née le {first}"),
        Function::MonthsBetween => format!("le nombre de mois entiers de {first} à {second}"),
        Function::DaysBetween => format!("le nombre de jours de {first} à {second}"),
        Function::Year => format!("l’année de {first}"),
        Function::Month => format!("le mois de {first}"),
        Function::MonthNumber => format!("le numéro du mois de {first}"),
        Function::PlusMonths => format!("{first} plus {second} mois"),
        Function::PlusYears => format!("{first} plus {second} ans"),
        Function::PlusDays => format!("{first} plus {second} jours"),
        Function::FirstDay => format!("le premier jour de {first}"),
        Function::LastDay => format!("le dernier jour de {first}"),
        Function::Date => format!("le jour {third} du mois {second} de l’année {first}"),
        Function::IsEmpty => format!("{first} est vide"),
        Function::Contains => format!("{first} contient {second}"),
    }
}

fn rounding(rounded: &str, decimals: Option<&Node>, way: &str) -> String {
    let unit = match decimals {
        Some(Node::Literal(Value::Number(number))) if !number.is_zero() => {
            format!("à {} décimales", number.normalize())
        }
        _ => "à l’unité".to_owned(),
    };
    format!("{rounded}, arrondi {unit} {way}")
}

fn of_loop(each: &Loop, names: &Names<'_>) -> String {
    let list = names(&each.list);
    let only = each.condition.as_ref().map(|condition| format!(" si {}", words(condition, names)));
    let only = only.unwrap_or_default();
    let among = if each.variable.is_empty() {
        format!("dans {list}")
    } else {
        format!("pour chaque {} dans {list}{only}", each.variable)
    };
    let item = each.item.as_ref().map(|item| words(item, names)).unwrap_or_default();
    match each.fold {
        Fold::Sum => format!("la somme de {item}, {among}"),
        Fold::Count if each.variable.is_empty() => format!("le nombre d’éléments {among}"),
        Fold::Count => format!("le nombre de {} dans {list}{only}", each.variable),
        Fold::Least => format!("le plus petit de {item}, {among}"),
        Fold::Most => format!("le plus grand de {item}, {among}"),
        Fold::All => format!("toujours {item}, {among}"),
        Fold::Any => format!("au moins une fois {item}, {among}"),
    }
}
