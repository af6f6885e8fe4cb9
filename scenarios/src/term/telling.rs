//! How a term came to its value, told as a good adviser would: only the branch taken, only what counts, and why.
//!
//! What is worth nothing is left out, values come before names. What it gives is not read back.

mod because;
mod bounds;
mod lists;

use rust_decimal::Decimal;

use super::{
    Term, Value, World,
    evaluate::Evaluation,
    expr::{Adding, Comparison, Scaling},
    functions::Function,
    node::Node,
    number,
    wording::percent,
};

/// What names are called.
pub trait Vocabulary {
    /// What `path` is, as said inside a sentence.
    fn label(&self, path: &str) -> Option<String>;

    /// Whether `path` is a figure of the law, the same for everybody.
    fn is_figure(&self, path: &str) -> bool;

    /// Whether `path` is a figure told in percents.
    fn is_rate(&self, path: &str) -> bool;

    /// The name that says better what `path` is: that of the only thing it is made of.
    fn stands_for(&self, path: &str) -> Option<String>;

    /// What it means that the term at `path` is true, or false: « vous vivez seul(e) ».
    fn because(&self, path: &str, holds: bool) -> Because<'_>;
}

/// Why a condition holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Because<'t> {
    Said(String),
    /// The author said nothing, and its own term tells it.
    Term(&'t Term),
    Unknown,
}

/// How a value was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// « 24 000 € (salaires) moins 2 400 € (frais) »; empty when the value says it all.
    pub words: String,
    /// Why this branch was taken.
    pub because: Vec<String>,
    /// What the value was held against: « c’est moins que la limite : 3 500 € ». Without a full stop.
    pub compared: Vec<String>,
    /// The bands of a scale, one a line.
    pub bands: Vec<String>,
    /// What was told, once each, in order.
    pub reads: Vec<String>,
    /// Whether it is told in percents.
    pub is_rate: bool,
    /// The only thing it is made of, when nothing else was decided.
    pub stands_for: Option<String>,
}

impl Term {
    pub fn told(&self, world: &dyn World, vocabulary: &dyn Vocabulary) -> Told {
        let mut telling = Telling { evaluation: Evaluation::new(world), vocabulary, told: Told::default() };
        let Phrase { text, binds } = telling.phrase(&self.node);
        let value = telling.evaluation.value(&self.node);
        let is_rate = telling.is_rate(&self.node);
        let mut told = Told { is_rate, ..telling.told };
        if binds == Binds::Name && told.because.is_empty() && told.compared.is_empty() {
            told.stands_for = told.reads.first().cloned();
        }
        if text != value.in_french() {
            told.words = text;
        }
        told
    }
}

pub(super) struct Telling<'t> {
    evaluation: Evaluation<'t>,
    vocabulary: &'t dyn Vocabulary,
    told: Told,
}

/// A part of a sentence, and whether it would be misread beside a sign.
struct Phrase {
    text: String,
    binds: Binds,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Binds {
    /// One value that has a name, and nothing else.
    Name,
    /// One value.
    Whole,
    /// « 10 % de 24 000 € », which no sign can split.
    Rate,
    Product,
    Sum,
}

impl Phrase {
    const fn whole(text: String) -> Self {
        Self { text, binds: Binds::Whole }
    }

    const fn is_one(&self) -> bool {
        matches!(self.binds, Binds::Name | Binds::Whole)
    }

    fn tight(self) -> String {
        if self.is_one() { self.text } else { format!("({})", self.text) }
    }

    fn in_sum(self) -> String {
        if self.is_one() || self.binds == Binds::Rate { self.text } else { format!("({})", self.text) }
    }
}

impl Telling<'_> {
    fn amount(&self, node: &Node) -> Decimal {
        self.evaluation.value(node).amount()
    }

    fn is_nil(&self, node: &Node) -> bool {
        self.amount(node).is_zero()
    }

    /// The value alone.
    fn value(&self, node: &Node) -> Phrase {
        Phrase::whole(in_words(&self.evaluation.value(node)))
    }

    fn phrase(&mut self, node: &Node) -> Phrase {
        match node {
            Node::Percent(rate) => Phrase::whole(percent(*rate)),
            Node::Name(place) | Node::List(place) => {
                let path = self.evaluation.path(place).into_owned();
                self.named(&path, &self.evaluation.value(node))
            }
            Node::Negative(inner, _) => {
                let text = format!("moins {}", self.phrase(inner).tight());
                Phrase { text, binds: Binds::Sum }
            }
            Node::Sum(items, _) => self.sum(node, items),
            Node::Product(items, _) => self.product(node, items),
            Node::Choose(branches, otherwise) => {
                let taken =
                    branches.iter().position(|(condition, _)| self.evaluation.value(condition).is_yes());
                let chosen = taken.and_then(|at| branches.get(at)).map(|(condition, _)| condition);
                // « It is 2 » tells that it is not 1.
                let is_equal = matches!(chosen, Some(Node::Compare(_, Comparison::Equal, _)));
                for (condition, _) in &branches[..taken.unwrap_or(branches.len())] {
                    if !(is_equal && matches!(condition, Node::Compare(_, Comparison::Equal, _))) {
                        self.reason(condition, false);
                    }
                }
                match taken.and_then(|at| branches.get(at)) {
                    Some((condition, then)) => {
                        self.reason(condition, true);
                        self.phrase(then)
                    }
                    None => self.phrase(otherwise),
                }
            }
            Node::Call(function, values, _) => self.call(node, *function, values),
            Node::Each(each) => self.each(node, each),
            Node::Literal(_)
            | Node::Rank(..)
            | Node::Compare(..)
            | Node::All(_)
            | Node::Any(_)
            | Node::Not(_) => self.value(node),
        }
    }

    /// « 24 000 € (salaires) »; a rate in percents, a table by its name.
    fn named(&mut self, path: &str, value: &Value) -> Phrase {
        let better = self.vocabulary.stands_for(path);
        let path = better.as_deref().unwrap_or(path);
        self.reads(path);
        let label = self.vocabulary.label(path);
        let value = match value {
            Value::Scale(_) => return Phrase::whole(label.unwrap_or_default()),
            Value::Number(rate) if self.vocabulary.is_rate(path) => percent(*rate),
            value => in_words(value),
        };
        let text = label.map_or_else(|| value.clone(), |label| format!("{value} ({label})"));
        Phrase { text, binds: Binds::Name }
    }

    fn reads(&mut self, path: &str) {
        if !self.told.reads.iter().any(|known| known == path) {
            self.told.reads.push(path.to_owned());
        }
    }

    /// What is worth nothing adds nothing: it is left out.
    fn sum(&mut self, whole: &Node, items: &[(Adding, Node)]) -> Phrase {
        let kept: Vec<&(Adding, Node)> = items.iter().filter(|(_, item)| !self.is_nil(item)).collect();
        match kept.as_slice() {
            [] => self.value(whole),
            [(Adding::Plus, only)] => self.phrase(only),
            kept => {
                let mut text = String::new();
                for (at, (adding, item)) in kept.iter().enumerate() {
                    text.push_str(match (at, adding) {
                        (0, Adding::Plus) => "",
                        (0, Adding::Minus) => "moins ",
                        (_, Adding::Plus) => " plus ",
                        (_, Adding::Minus) => " moins ",
                    });
                    text.push_str(&self.phrase(item).in_sum());
                }
                Phrase { text, binds: Binds::Sum }
            }
        }
    }

    /// « 10 % de 24 000 € (salaires) »; what is multiplied or divided by one is left as it is.
    fn product(&mut self, whole: &Node, items: &[(Scaling, Node)]) -> Phrase {
        // A scale is told even when it asks for nothing: that is what it teaches.
        let is_banded = |node: &Node| matches!(node, Node::Call(Function::Marginal, ..));
        if self.is_nil(whole) && !items.iter().any(|(_, item)| is_banded(item)) {
            return self.value(whole);
        }
        let counts = |item: &Node| self.is_rate(item) || self.amount(item) != Decimal::ONE;
        let is_multiplied = items.iter().any(|(scaling, item)| *scaling == Scaling::Times && counts(item));
        let kept =
            items.iter().enumerate().filter(|(at, (_, item))| counts(item) || *at == 0 && !is_multiplied);
        let mut kept: Vec<&(Scaling, Node)> = kept.map(|(_, item)| item).collect();
        let rate = kept.iter().position(|(scaling, item)| *scaling == Scaling::Times && self.is_rate(item));
        let rate = rate.filter(|_| kept.len() > 1).map(|at| {
            let (_, item) = kept.remove(at);
            // Told by its value; what it reads and why it was taken are kept.
            self.phrase(item);
            percent(self.amount(item))
        });
        let starts_over = kept.first().is_some_and(|(scaling, _)| *scaling == Scaling::Over);
        let rest = match kept.as_slice() {
            [] => self.value(whole),
            [(Scaling::Times, only)] => self.phrase(only),
            kept => {
                let mut text = if starts_over { "1".to_owned() } else { String::new() };
                for (at, (scaling, item)) in kept.iter().enumerate() {
                    text.push_str(match (at, scaling) {
                        (0, Scaling::Times) => "",
                        (_, Scaling::Times) => " multiplié par ",
                        (_, Scaling::Over) => " divisé par ",
                    });
                    text.push_str(&self.phrase(item).tight());
                }
                Phrase { text, binds: Binds::Product }
            }
        };
        match rate {
            None => rest,
            Some(rate) => Phrase { text: format!("{rate} de {}", rest.tight()), binds: Binds::Rate },
        }
    }

    fn is_rate(&self, node: &Node) -> bool {
        match node {
            Node::Percent(_) => true,
            Node::Name(place) => self.vocabulary.is_rate(&self.evaluation.path(place)),
            Node::Choose(branches, otherwise) => {
                branches.iter().all(|(_, then)| self.is_rate(then)) && self.is_rate(otherwise)
            }
            _ => false,
        }
    }

    /// Days and the like are told by their value: how a calendar counts teaches nothing.
    fn call(&mut self, whole: &Node, function: Function, values: &[Node]) -> Phrase {
        match (function, values) {
            (Function::Min | Function::Max, values) => self.extreme(whole, function == Function::Max, values),
            (Function::Clamp, [inner, least, most]) => self.clamped([inner, least, most]),
            (Function::Round | Function::RoundDown | Function::RoundUp, [inner, ..]) => {
                self.rounded(whole, function, inner)
            }
            (Function::Marginal, [inner, scale]) => self.banded(whole, inner, scale),
            _ => self.value(whole),
        }
    }

    /// A rounding that changes nothing is not told.
    fn rounded(&mut self, whole: &Node, function: Function, inner: &Node) -> Phrase {
        let changes = self.amount(whole) != self.amount(inner);
        let phrase = self.phrase(inner);
        if !changes {
            return phrase;
        }
        let unit = match self.evaluation.value(whole) {
            Value::Money(amount) if amount.fract().is_zero() => "à l’euro",
            Value::Money(_) => "au centime",
            _ => "à l’unité",
        };
        let way = match function {
            Function::RoundDown => " du dessous",
            Function::RoundUp => " du dessus",
            _ => "",
        };
        Phrase { text: format!("{}, arrondi {unit}{way}", phrase.text), binds: Binds::Sum }
    }

    /// The value alone; its bands, one a line.
    fn banded(&mut self, whole: &Node, inner: &Node, scale: &Node) -> Phrase {
        let Value::Scale(scale_value) = self.evaluation.value(scale) else { return self.value(whole) };
        self.phrase(scale);
        let value = self.evaluation.value(inner);
        let entering = self.phrase(inner);
        let found = if entering.is_one() {
            entering.text
        } else {
            format!("{}, soit {}", entering.text, in_words(&value))
        };
        self.told.bands.push(format!("On passe dans le barème {found}."));
        let like = |amount: Decimal| match value {
            Value::Money(_) => number::euros_in_french(amount),
            _ => number::in_french(amount),
        };
        for (from, to, rate) in scale_value.crossed(value.amount()) {
            let part = number::plus(to, -from);
            let due = match number::times(part, rate) {
                due if due.is_zero() => format!("{}, donc rien", percent(rate)),
                due => format!("{} de {}, soit {}", percent(rate), like(part), like(due)),
            };
            self.told.bands.push(format!("De {} à {}\u{a0}: {due}.", like(from), like(to)));
        }
        let label = "barème, tranche par tranche";
        Phrase::whole(format!("{} ({label})", in_words(&self.evaluation.value(whole))))
    }
}

fn in_words(value: &Value) -> String {
    if value.is_nothing() { "rien".to_owned() } else { value.in_french() }
}
