//! A household whose names and values the tests read.

use scenarios::{
    date::{Date, Month},
    term::{
        Band, Because, Expr, Kind, Problem, Scale, Scope, Sign, Term, Unit, Value, Vocabulary, World, check,
        parse,
    },
};

pub(crate) struct House;

const NAMES: &[(&str, Kind)] = &[
    ("revenu", Kind::Money),
    ("loyer", Kind::Money),
    ("absent", Kind::Money),
    ("parts", Kind::Number),
    ("année", Kind::Number),
    ("zéro", Kind::Number),
    ("naissance", Kind::Date),
    ("jamais", Kind::Date),
    ("ce-mois", Kind::Month),
    ("marié", Kind::YesNo),
    ("coché", Kind::YesNo),
    ("prénom", Kind::Text),
    ("vide-de-sens", Kind::Text),
    ("barème-du-revenu", Kind::Scale),
    ("paliers", Kind::Scale),
    ("paliers.*", Kind::Money),
    ("1AJ", Kind::Money),
    ("7UD_apres_2025_10_14", Kind::Money),
    ("enfants", Kind::List),
    ("enfants.*.prénom", Kind::Text),
    ("enfants.*.naissance", Kind::Date),
    ("enfants.*.garde", Kind::Money),
    ("adultes", Kind::List),
    ("adultes.*.mois", Kind::List),
    ("adultes.*.mois.*", Kind::Money),
    ("naissances", Kind::List),
    ("naissances.*", Kind::Date),
    ("personne", Kind::List),
    ("personne.*", Kind::Number),
];

impl Scope for House {
    fn kind(&self, path: &str) -> Option<Kind> {
        if path == "situation" {
            return Some(Kind::Choice(vec!["célibataire".into(), "marié".into(), "veuf".into()]));
        }
        let fold = scenarios::reference::fold;
        NAMES.iter().find(|(name, _)| fold(name) == path).map(|(_, kind)| kind.clone())
    }

    fn names(&self) -> Vec<String> {
        NAMES.iter().map(|(name, _)| (*name).to_owned()).chain(["situation".into()]).collect()
    }

    fn sign(&self, path: &str) -> Sign {
        if path == "parts" { Sign::Positive } else { Sign::Any }
    }
}

impl World for House {
    fn value(&self, path: &str) -> Value {
        let day = |iso: &str| Date::from_iso(iso).map_or(Value::Nothing, Value::Date);
        match path {
            "revenu" => Value::cents(2_400_050),
            "loyer" => Value::cents(60_000),
            "1aj" => Value::cents(3_000_000),
            "parts" => Value::count(3),
            "annee" => Value::count(2026),
            "zero" => Value::count(0),
            "naissance" => day("1985-07-14"),
            "ce-mois" => Month::from_iso("2026-10").map_or(Value::Nothing, Value::Month),
            "marie" => true.into(),
            "prenom" => Value::Text("Zoé".into()),
            "situation" => Value::Text("marié".into()),
            "bareme-du-revenu" => scale(&[(0, 0), (11_600, 11), (29_579, 30)], Unit::Plain),
            "paliers" => scale(&[(0, 10_000), (10, 20_000)], Unit::Euros),
            "enfants.1.prenom" => Value::Text("Noé".into()),
            "enfants.2.prenom" => Value::Text("Lina".into()),
            "enfants.1.naissance" | "naissances.1" => day("2016-03-02"),
            "enfants.2.naissance" | "naissances.2" => day("2021-09-30"),
            "enfants.2.garde" => Value::cents(120_000),
            "7ud_apres_2025_10_14" | "adultes.1.mois.1" => Value::cents(10_000),
            "adultes.1.mois.2" => Value::cents(20_000),
            "adultes.2.mois.1" => Value::cents(5_000),
            _ => Value::Nothing,
        }
    }

    fn count(&self, path: &str) -> usize {
        match path {
            "enfants" | "adultes" | "naissances" | "adultes.1.mois" => 2,
            "adultes.2.mois" => 1,
            _ => 0,
        }
    }
}

/// Names are their own labels; the rent is a figure.
impl Vocabulary for House {
    fn label(&self, path: &str) -> Option<String> {
        Some(path.to_owned())
    }

    fn is_figure(&self, path: &str) -> bool {
        path == "loyer"
    }

    fn is_rate(&self, _: &str) -> bool {
        false
    }

    fn stands_for(&self, path: &str) -> Option<String> {
        (path == "adultes.2.mois.1").then(|| "loyer".to_owned())
    }

    fn because(&self, path: &str, holds: bool) -> Because<'_> {
        match path {
            "marie" => {
                Because::Said((if holds { "vous êtes mariés" } else { "vous vivez seul(e)" }).to_owned())
            }
            _ => Because::Unknown,
        }
    }
}

fn scale(bands: &[(i64, i64)], values: Unit) -> Value {
    let bands =
        bands.iter().map(|(from, value)| Band { from: (*from).into(), value: Value::cents(*value).amount() });
    Scale::new(bands.collect(), values).map_or(Value::Nothing, Value::Scale)
}

pub(crate) fn read(text: &str) -> Result<Expr, Vec<Problem>> {
    parse(text)
}

pub(crate) fn term(text: &str) -> Result<Term, Vec<Problem>> {
    check(&parse(text)?, &House)
}

/// What `text` is worth in the house, in French with plain spaces; the messages, when something is wrong.
pub(crate) fn worth(text: &str) -> String {
    match term(text) {
        Ok(term) => plain(&term.value(&House).in_french()),
        Err(problems) => told(&problems),
    }
}

pub(crate) fn plain(french: &str) -> String {
    french.replace(['\u{202f}', '\u{a0}'], " ")
}

pub(crate) fn told(problems: &[Problem]) -> String {
    let told = problems.iter().map(|problem| {
        let help = problem.help.as_deref().unwrap_or("…");
        format!("{}-{} {}: {} → {help}", problem.span.start, problem.span.end, problem.code, problem.message)
    });
    told.collect::<Vec<_>>().join(" | ")
}
