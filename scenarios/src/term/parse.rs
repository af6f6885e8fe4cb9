//! From the text of a term to the term as written.
//!
//! From the loosest to the tightest: `ou`, `et`, `non`, comparisons, `+ -`, `* /`, a minus sign. Never more than
//! [`MAX_DEPTH`] inside one another, so that no text can exhaust the stack. It resolves no name.

use super::{
    Problem, Value,
    expr::{Adding, Comparison, Each, Expr, Scaling},
    functions::{self, FOLDS, FUNCTIONS, Fold, Row},
    token::{Token, tokens},
};
use crate::{
    diagnostic::excerpt,
    reference::fold,
    spelling::closest,
    text::{Span, Spanned},
};

/// Longest term, in characters.
pub const MAX_LENGTH: usize = 4_000;
/// Parentheses, functions, conditions inside one another.
pub const MAX_DEPTH: usize = 40;
/// Loops inside one another.
const MAX_LOOPS: usize = 3;

const WORDS: [&str; 10] = ["et", "ou", "non", "oui", "si", "alors", "sinon", "pour", "dans", "chaque"];

/// Whether `name` is a word of the language, which can name nothing.
pub(super) fn is_word(name: &str) -> bool {
    WORDS.contains(&name)
}

type Parsed = Result<Expr, Problem>;

/// Reads a term.
pub fn parse(text: &str) -> Result<Expr, Vec<Problem>> {
    let whole = Span::new(0, text.len());
    if text.chars().count() > MAX_LENGTH {
        let message = format!("le calcul dépasse {MAX_LENGTH} lettres");
        let help = "partagez-le en plusieurs termes, chacun avec son nom";
        return Err(vec![Problem::new("terme-trop-long", whole, message).help(help)]);
    }
    let mut parser = Parser { text, tokens: tokens(text)?, at: 0, depth: 0, loops: 0 };
    parser.whole().map_err(|problem| vec![problem])
}

struct Parser<'t> {
    text: &'t str,
    tokens: Vec<(Token, Span)>,
    at: usize,
    depth: usize,
    loops: usize,
}

impl Parser<'_> {
    fn whole(&mut self) -> Parsed {
        let expr = self.expression()?;
        if self.at < self.tokens.len() {
            let help = match self.tokens.get(self.at) {
                Some((Token::Sign(")"), _)) => "retirez cette parenthèse, ou ouvrez-la plus tôt",
                Some((Token::Sign(sign), _)) if comparison_of(sign).is_some() => {
                    "écrivez une comparaison à la fois, par exemple « a < b et b < c »"
                }
                _ => "mettez un signe entre les deux, par exemple « + », ou retirez ce qui est de trop",
            };
            return Err(self.unexpected("il n’est pas attendu ici", help));
        }
        Ok(expr)
    }

    // --- from the loosest to the tightest

    fn expression(&mut self) -> Parsed {
        self.deeper(|parser| {
            parser.several("ou", |parser| parser.several("et", Self::denied, Expr::All), Expr::Any)
        })
    }

    /// One `item`, or several with `word` between them.
    fn several(
        &mut self,
        word: &str,
        mut item: impl FnMut(&mut Self) -> Parsed,
        join: impl Fn(Vec<Expr>, Span) -> Expr,
    ) -> Parsed {
        let first = item(self)?;
        if !self.is_word(word) {
            return Ok(first);
        }
        let mut items = vec![first];
        while self.take_word(word) {
            items.push(item(self)?);
        }
        let span = around(items.first(), items.last());
        Ok(join(items, span))
    }

    fn denied(&mut self) -> Parsed {
        if self.is_word("non") && self.operand_follows() {
            let start = self.here().start;
            self.at += 1;
            let inner = self.deeper(Self::denied)?;
            let span = Span::new(start, inner.span().end);
            return Ok(Expr::Not(Box::new(inner), span));
        }
        let left = self.sum()?;
        let Some(comparison) = self.comparison() else { return Ok(left) };
        let right = self.sum()?;
        let span = around(Some(&left), Some(&right));
        Ok(Expr::Compare(Box::new(left), comparison, Box::new(right), span))
    }

    fn sum(&mut self) -> Parsed {
        let first = self.product()?;
        let mut items = vec![(Adding::Plus, first)];
        loop {
            let adding = if self.take_sign("+") {
                Adding::Plus
            } else if self.take_sign("-") {
                Adding::Minus
            } else {
                break;
            };
            items.push((adding, self.product()?));
        }
        if items.len() == 1 {
            return self.alone(items.pop().map(|(_, item)| item));
        }
        let span = around(items.first().map(|(_, item)| item), items.last().map(|(_, item)| item));
        Ok(Expr::Sum(items, span))
    }

    fn product(&mut self) -> Parsed {
        let first = self.signed()?;
        let mut items = vec![(Scaling::Times, first)];
        loop {
            let scaling = if self.take_sign("*") {
                Scaling::Times
            } else if self.take_sign("/") {
                Scaling::Over
            } else {
                break;
            };
            items.push((scaling, self.signed()?));
        }
        if items.len() == 1 {
            return self.alone(items.pop().map(|(_, item)| item));
        }
        let span = around(items.first().map(|(_, item)| item), items.last().map(|(_, item)| item));
        Ok(Expr::Product(items, span))
    }

    fn alone(&self, item: Option<Expr>) -> Parsed {
        item.ok_or_else(|| self.unexpected("une valeur est attendue", "écrivez un nombre ou un nom"))
    }

    fn signed(&mut self) -> Parsed {
        let start = self.here().start;
        if !self.take_sign("-") {
            return self.primary();
        }
        let inner = self.deeper(Self::signed)?;
        let span = Span::new(start, inner.span().end);
        Ok(Expr::Negative(Box::new(inner), span))
    }

    fn primary(&mut self) -> Parsed {
        let Some((token, span)) = self.tokens.get(self.at).cloned() else {
            return Err(self.unexpected("une valeur est attendue", "écrivez la suite du calcul"));
        };
        self.at += 1;
        let literal = |value| Ok(Expr::Literal(value, span));
        match token {
            Token::Number(number) => literal(Value::Number(number)),
            Token::Money(amount) => literal(Value::Money(amount)),
            Token::Percent(rate) => Ok(Expr::Percent(rate, span)),
            Token::Date(date) => literal(Value::Date(date)),
            Token::Month(month) => literal(Value::Month(month)),
            Token::Text(text) => literal(Value::Text(text)),
            Token::Sign("(") => {
                let inner = self.expression()?;
                self.close(span)?;
                Ok(inner)
            }
            Token::Name(name) => self.named(name, span),
            Token::Sign(_) => {
                self.at -= 1;
                Err(self.unexpected(
                    "une valeur est attendue avant",
                    "écrivez un nombre, un nom ou une parenthèse",
                ))
            }
        }
    }

    fn named(&mut self, name: String, span: Span) -> Parsed {
        match name.as_str() {
            "oui" => return Ok(Expr::Literal(Value::YesNo(true), span)),
            "non" => return Ok(Expr::Literal(Value::YesNo(false), span)),
            "si" => return self.choose(span),
            word if WORDS.contains(&word) => {
                self.at -= 1;
                return Err(self.unexpected("une valeur est attendue avant", "écrivez un nombre ou un nom"));
            }
            _ => {}
        }
        if !self.is_sign("(") {
            return Ok(Expr::Path(name, span));
        }
        if let Some(fold) = functions::fold_called(&name) {
            self.at += 1;
            if self.loops >= MAX_LOOPS {
                let message = format!("plus de {MAX_LOOPS} boucles sont l’une dans l’autre");
                return Err(Problem::new("terme-trop-profond", span, message)
                    .help("donnez un nom à la boucle intérieure, dans un terme à elle"));
            }
            self.loops += 1;
            let each = self.each(fold, span);
            self.loops -= 1;
            return each;
        }
        let Some(row) = functions::function(&name) else {
            return Err(unknown_function(&name, span));
        };
        self.call(row, span)
    }

    fn choose(&mut self, start: Span) -> Parsed {
        let mut branches = Vec::new();
        loop {
            let condition = self.expression()?;
            self.expect("alors", "écrivez « si … alors … sinon … »")?;
            let then = self.expression()?;
            branches.push((condition, then));
            self.expect(
                "sinon",
                "ajoutez « sinon », puis la valeur dans les autres cas, par exemple « sinon 0 »",
            )?;
            if !self.take_word("si") {
                break;
            }
        }
        let otherwise = self.expression()?;
        let span = Span::new(start.start, otherwise.span().end);
        Ok(Expr::Choose(branches, Box::new(otherwise), span))
    }

    fn call(&mut self, row: &'static Row, name: Span) -> Parsed {
        let opening = self.here();
        self.at += 1;
        let mut values = Vec::new();
        if !self.is_sign(")") {
            values.push(self.expression()?);
            while self.take_sign(";") {
                values.push(self.expression()?);
            }
        }
        let span = Span::new(name.start, self.close(opening)?.end);
        if values.len() < row.least || values.len() > row.most {
            let message = format!("« {} » attend {}, et en reçoit {}", row.name, wanted(row), values.len());
            let help = format!("écrivez « {} »", row.usage);
            return Err(Problem::new("valeurs-en-nombre-inattendu", span, message).help(help));
        }
        Ok(Expr::Call(row.function, values, span))
    }

    fn each(&mut self, fold: Fold, name: Span) -> Parsed {
        let usage = format!("écrivez « {} »", fold.usage());
        let opening = self.tokens.get(self.at.wrapping_sub(1)).map_or(name, |(_, span)| *span);
        let (item, variable, list) = if fold == Fold::Count {
            let first = self.variable(&usage)?;
            if self.take_word("dans") {
                (None, first, self.variable(&usage)?)
            } else {
                (None, Spanned::new(String::new(), first.span), first)
            }
        } else {
            let item = self.expression()?;
            if !self.is_word("pour") {
                let help = if self.is_sign(";") && matches!(fold, Fold::Least | Fold::Most | Fold::Sum) {
                    let instead = match fold {
                        Fold::Least => "min(a ; b)",
                        Fold::Most => "max(a ; b)",
                        _ => "a + b",
                    };
                    format!("écrivez « {instead} » ; « {} » sert aux listes", fold.name())
                } else {
                    usage
                };
                return Err(self.unexpected("« pour » est attendu ici", &help));
            }
            self.at += 1;
            self.take_word("chaque");
            let variable = self.variable(&usage)?;
            self.expect("dans", &usage)?;
            (Some(item), variable, self.variable(&usage)?)
        };
        let condition = if self.take_word("si") { Some(self.expression()?) } else { None };
        let span = Span::new(name.start, self.close(opening)?.end);
        Ok(Expr::Each(Box::new(Each { fold, item, variable, list, condition }), span))
    }

    fn variable(&mut self, help: &str) -> Result<Spanned<String>, Problem> {
        match self.tokens.get(self.at) {
            Some((Token::Name(name), span)) if !WORDS.contains(&name.as_str()) => {
                let named = Spanned::new(name.clone(), *span);
                self.at += 1;
                Ok(named)
            }
            _ => Err(self.unexpected("un nom est attendu ici", help)),
        }
    }

    // --- steps

    fn deeper(&mut self, inner: impl FnOnce(&mut Self) -> Parsed) -> Parsed {
        if self.depth >= MAX_DEPTH {
            let message = "le calcul a trop de parenthèses ou de conditions l’une dans l’autre";
            return Err(Problem::new("terme-trop-profond", self.here(), message)
                .help("partagez-le en plusieurs termes, chacun avec son nom"));
        }
        self.depth += 1;
        let parsed = inner(self);
        self.depth -= 1;
        parsed
    }

    /// The place of the next token; the end of the text after the last.
    fn here(&self) -> Span {
        let end = self.text.trim_end().len();
        self.tokens.get(self.at).map_or(Span::new(end, end), |(_, span)| *span)
    }

    fn is_sign(&self, sign: &str) -> bool {
        matches!(self.tokens.get(self.at), Some((Token::Sign(found), _)) if *found == sign)
    }

    fn take_sign(&mut self, sign: &str) -> bool {
        let taken = self.is_sign(sign);
        self.at += usize::from(taken);
        taken
    }

    fn is_word(&self, word: &str) -> bool {
        matches!(self.tokens.get(self.at), Some((Token::Name(found), _)) if found == word)
    }

    fn take_word(&mut self, word: &str) -> bool {
        let taken = self.is_word(word);
        self.at += usize::from(taken);
        taken
    }

    /// After « non »: a value that it denies, rather than the end of « = non ».
    fn operand_follows(&self) -> bool {
        match self.tokens.get(self.at + 1) {
            None => false,
            Some((Token::Sign(sign), _)) => *sign == "(",
            Some((Token::Name(name), _)) => {
                matches!(name.as_str(), "oui" | "non" | "si") || !WORDS.contains(&name.as_str())
            }
            Some(_) => true,
        }
    }

    fn comparison(&mut self) -> Option<Comparison> {
        let Some((Token::Sign(sign), _)) = self.tokens.get(self.at) else { return None };
        let comparison = comparison_of(sign)?;
        self.at += 1;
        Some(comparison)
    }

    fn expect(&mut self, word: &str, help: &str) -> Result<(), Problem> {
        if self.take_word(word) {
            return Ok(());
        }
        Err(self.unexpected(&format!("« {word} » est attendu ici"), help))
    }

    fn close(&mut self, opening: Span) -> Result<Span, Problem> {
        let span = self.here();
        if self.take_sign(")") {
            return Ok(span);
        }
        if self.at < self.tokens.len() {
            return Err(
                self.unexpected("une parenthèse fermée est attendue", "ajoutez « ) » avant, ou un signe")
            );
        }
        let message = "une parenthèse est ouverte et n’est pas fermée";
        Err(Problem::new("terme-illisible", opening, message).help("ajoutez « ) » à la fin"))
    }

    fn unexpected(&self, says: &str, help: &str) -> Problem {
        let span = self.here();
        let written = excerpt(self.text.get(span.start..span.end).unwrap_or_default());
        let message = if written.is_empty() {
            format!(
                "le calcul s’arrête trop tôt : {}",
                says.trim_end_matches(" avant").trim_end_matches(" ici")
            )
        } else {
            format!("« {written} » : {says}")
        };
        Problem::new("terme-illisible", span, message).help(help)
    }
}

fn comparison_of(sign: &str) -> Option<Comparison> {
    Some(match sign {
        "=" => Comparison::Equal,
        "≠" => Comparison::Different,
        "<" => Comparison::Less,
        "≤" => Comparison::AtMost,
        ">" => Comparison::More,
        "≥" => Comparison::AtLeast,
        _ => return None,
    })
}

fn around(first: Option<&Expr>, last: Option<&Expr>) -> Span {
    Span::new(first.map_or(0, |first| first.span().start), last.map_or(0, |last| last.span().end))
}

fn wanted(row: &Row) -> String {
    match (row.least, row.most) {
        (1, 1) => "une valeur".to_owned(),
        (least, most) if least == most => format!("{least} valeurs"),
        (least, 50) => format!("au moins {least} valeurs"),
        (least, most) => format!("{least} ou {most} valeurs"),
    }
}

fn unknown_function(name: &str, span: Span) -> Problem {
    let names = FUNCTIONS.iter().map(|row| row.name).chain(FOLDS.iter().map(|(name, ..)| *name));
    let problem =
        Problem::new("fonction-inconnue", span, format!("la fonction « {} » n’existe pas", excerpt(name)));
    let other = match name {
        "moyenne" => Some("une somme divisée par un compte"),
        "sum" => Some("somme(… pour … dans …)"),
        "round" => Some("arrondi(x)"),
        "if" => Some("si … alors … sinon …"),
        _ => None,
    };
    if let Some(other) = other {
        return problem.help(format!("écrivez « {other} »"));
    }
    match closest(name, names) {
        Some(meant) if fold(meant) != name => problem.help(format!("écrivez « {meant} »")).replacement(meant),
        _ => problem.help("retirez les parenthèses, ou choisissez une fonction dans le manuel"),
    }
}
