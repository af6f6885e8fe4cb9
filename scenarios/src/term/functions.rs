//! The functions of the language: their names, and how many values they want.
//!
//! To add one: its variant and its row here, its kinds in `check/call.rs`, its value in `evaluate/call.rs`, its words in
//! `wording.rs`; the compiler asks for each.

use crate::reference::same_name;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Function {
    Min,
    Max,
    Abs,
    Clamp,
    Round,
    RoundDown,
    RoundUp,
    Marginal,
    Band,
    Age,
    MonthsBetween,
    DaysBetween,
    Year,
    Month,
    MonthNumber,
    PlusMonths,
    PlusYears,
    PlusDays,
    FirstDay,
    LastDay,
    Date,
    IsEmpty,
    Contains,
}

/// What makes one value of the items of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fold {
    Sum,
    Count,
    Least,
    Most,
    All,
    Any,
}

/// A function as authors know it.
pub struct Row {
    pub name: &'static str,
    pub function: Function,
    /// Fewest and most values between its parentheses.
    pub least: usize,
    pub most: usize,
    /// How it is written.
    pub usage: &'static str,
}

const fn row(
    name: &'static str,
    function: Function,
    (least, most): (usize, usize),
    usage: &'static str,
) -> Row {
    Row { name, function, least, most, usage }
}

/// Every function, in the order of the manual.
pub const FUNCTIONS: &[Row] = &[
    row("min", Function::Min, (2, 50), "min(a ; b)"),
    row("max", Function::Max, (2, 50), "max(a ; b)"),
    row("abs", Function::Abs, (1, 1), "abs(x)"),
    row("borne", Function::Clamp, (3, 3), "borne(x ; plus bas ; plus haut)"),
    row("arrondi", Function::Round, (1, 2), "arrondi(x) ou arrondi(x ; 2)"),
    row("arrondi-bas", Function::RoundDown, (1, 2), "arrondi-bas(x) ou arrondi-bas(x ; 2)"),
    row("arrondi-haut", Function::RoundUp, (1, 2), "arrondi-haut(x) ou arrondi-haut(x ; 2)"),
    row("barème", Function::Marginal, (2, 2), "barème(x ; paramètre.impot.bareme)"),
    row("palier", Function::Band, (2, 2), "palier(x ; paramètre.loyer.paliers)"),
    row("âge", Function::Age, (2, 2), "âge(naissance ; date)"),
    row("mois-entre", Function::MonthsBetween, (2, 2), "mois-entre(début ; fin)"),
    row("jours-entre", Function::DaysBetween, (2, 2), "jours-entre(début ; fin)"),
    row("année", Function::Year, (1, 1), "année(date)"),
    row("mois", Function::Month, (1, 1), "mois(date)"),
    row("numéro-du-mois", Function::MonthNumber, (1, 1), "numéro-du-mois(date)"),
    row("plus-mois", Function::PlusMonths, (2, 2), "plus-mois(date ; 3)"),
    row("plus-ans", Function::PlusYears, (2, 2), "plus-ans(date ; 3)"),
    row("plus-jours", Function::PlusDays, (2, 2), "plus-jours(date ; 3)"),
    row("premier-jour", Function::FirstDay, (1, 1), "premier-jour(mois)"),
    row("dernier-jour", Function::LastDay, (1, 1), "dernier-jour(mois)"),
    row("date", Function::Date, (3, 3), "date(année ; mois ; jour)"),
    row("vide", Function::IsEmpty, (1, 1), "vide(x)"),
    row("contient", Function::Contains, (2, 2), "contient(liste ; x)"),
];

/// Words that make a loop, with how each is written.
pub const FOLDS: &[(&str, Fold, &str)] = &[
    ("somme", Fold::Sum, "somme(enfant.âge pour enfant dans enfants)"),
    ("compte", Fold::Count, "compte(enfant dans enfants si enfant.âge < 6)"),
    ("minimum", Fold::Least, "minimum(enfant.âge pour enfant dans enfants)"),
    ("maximum", Fold::Most, "maximum(enfant.âge pour enfant dans enfants)"),
    ("tous", Fold::All, "tous(enfant.âge < 6 pour enfant dans enfants)"),
    ("un", Fold::Any, "un(enfant.âge < 6 pour enfant dans enfants)"),
];

/// The function called `name`, folded.
pub(crate) fn function(name: &str) -> Option<&'static Row> {
    FUNCTIONS.iter().find(|row| same_name(row.name, name))
}

pub(crate) fn fold_called(name: &str) -> Option<Fold> {
    FOLDS.iter().find(|(word, ..)| *word == name).map(|(_, fold, _)| *fold)
}

impl Function {
    pub(crate) fn row(self) -> &'static Row {
        // Every variant has its row: a test looks.
        FUNCTIONS.iter().find(|row| row.function == self).unwrap_or(&FUNCTIONS[0])
    }
}

impl Fold {
    pub(crate) fn usage(self) -> &'static str {
        FOLDS.iter().find(|(_, fold, _)| *fold == self).map_or("", |(.., usage)| usage)
    }

    pub(crate) fn name(self) -> &'static str {
        FOLDS.iter().find(|(_, fold, _)| *fold == self).map_or("", |(name, ..)| name)
    }
}
