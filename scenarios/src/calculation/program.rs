//! A calculation checked once, run as often as wanted.
//!
//! Running cannot fail: it gives the results, or the sentence that says why there are none.

use super::{
    Calculation, Entry, Exercise, Input,
    checking::Checking,
    explain::{Book, Explanation},
    given::Given,
    scope::Names,
};
use crate::{
    date::Date,
    parameters::{Figures, Parameters},
    term::{Definitions, Found, Kind, Problem, Scope, Sign, Term, Value, World},
};

/// A calculation that can be run.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Program {
    pub(super) entries: Vec<Entry>,
    parameters: Parameters,
    pub(super) definitions: Definitions,
    pub(super) at: Option<Term>,
    limits: Vec<(Term, String)>,
    /// As printed, and by path.
    results: Vec<(String, String)>,
}

/// Each result with its name as printed.
pub type Results<'p> = Vec<(&'p str, Value)>;

/// What is wrong in a calculation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    Error(Problem),
    Doubtful(Problem),
}

impl Program {
    /// The program of `calculation`, and everything that is wrong in it; with an error, it is not to be run.
    ///
    /// `outside` tells the names of the scenario; `is_read` whether a page reads the term at a path.
    pub fn build(
        calculation: &Calculation,
        parameters: &Parameters,
        outside: &dyn Scope,
        is_read: &dyn Fn(&str) -> bool,
    ) -> (Self, Vec<Wrong>) {
        let names = Names { entries: &calculation.inputs, parameters, outside };
        let (definitions, problems) = Definitions::check(&calculation.terms, &names);
        let mut checking = Checking::new(&names, &definitions);
        checking.wrong.extend(problems.into_iter().map(|(_, problem)| Wrong::Error(problem)));
        checking.entries(&calculation.inputs, outside);
        let known = definitions.scope(&names);
        let at = calculation.at.as_ref().and_then(|at| checking.term(at, &Kind::Date, &names));
        let mut limits = Vec::new();
        for limit in &calculation.limits {
            let when = checking.term(&limit.when, &Kind::YesNo, &known);
            limits.extend(when.map(|when| (when, limit.sentence.clone())));
        }
        let results: Vec<_> =
            calculation.results.iter().filter_map(|result| checking.result(result)).collect();
        checking.terms_are_read(calculation, is_read);
        let wrong = checking.wrong;
        let program = Self {
            entries: calculation.inputs.clone(),
            parameters: parameters.clone(),
            definitions,
            at,
            limits,
            results,
        };
        (program, wrong)
    }

    /// The results, in their order, or the sentence that says why there are none; `today` is handed in.
    pub fn run(&self, input: &Input, today: Date) -> Result<Results<'_>, String> {
        self.in_world(input, today, |_, world, _| self.results_in(world))
    }

    /// What was given, the steps that counted, and the results, all in words.
    pub fn explain(&self, input: &Input, today: Date) -> Result<Explanation, String> {
        let results: Vec<&str> = self.results.iter().map(|(_, path)| path.as_str()).collect();
        self.in_world(input, today, |given, world, at| {
            let book = Book {
                entries: &self.entries,
                definitions: &self.definitions,
                parameters: &self.parameters,
                at,
            };
            book.explanation(given, world, &results)
        })
    }

    fn results_in(&self, world: &Found<'_>) -> Results<'_> {
        self.results.iter().map(|(name, path)| (name.as_str(), world.value(path))).collect()
    }

    /// What `read` gives in the world of `input`, with the day on which figures are read.
    fn in_world<T>(
        &self,
        input: &Input,
        today: Date,
        read: impl FnOnce(&Given, &Found<'_>, Date) -> T,
    ) -> Result<T, String> {
        let given = Given::read(&self.entries, input)?;
        let before = Outside { given: &given, figures: None, today };
        let at = self.at.as_ref().map_or(Value::Date(today), |at| at.value(&before));
        let Some(at) = at.date() else {
            return Err("La date du calcul ne peut pas être trouvée.".to_owned());
        };
        let figures = self.parameters.at(at);
        let outside = Outside { given: &given, figures: Some(&figures), today };
        let world = self.definitions.world(&outside);
        if let Some((_, sentence)) = self.limits.iter().find(|(when, _)| when.value(&world).is_yes()) {
            return Err(sentence.clone());
        }
        let read = read(&given, &world, at);
        match figures.out_of_reach() {
            Some(sentence) => Err(sentence),
            None => Ok(read),
        }
    }
}

/// What is given, the figures of the day, and the day itself.
struct Outside<'a> {
    given: &'a Given,
    /// None while the day on which they are read is being found.
    figures: Option<&'a Figures<'a>>,
    today: Date,
}

impl World for Outside<'_> {
    fn value(&self, path: &str) -> Value {
        if let Some(value) = self.given.get(path) {
            return value.clone();
        }
        match path {
            "exercice.date" => Value::Date(self.today),
            path => self.figures.map_or(Value::Nothing, |figures| figures.value(path)),
        }
    }

    fn count(&self, path: &str) -> usize {
        self.given.count(path)
    }
}

impl Scope for Program {
    fn kind(&self, path: &str) -> Option<Kind> {
        let names = Names { entries: &self.entries, parameters: &self.parameters, outside: &Nothing };
        self.definitions.scope(&names).kind(path)
    }

    fn names(&self) -> Vec<String> {
        let names = Names { entries: &self.entries, parameters: &self.parameters, outside: &Nothing };
        self.definitions.scope(&names).names()
    }

    fn sign(&self, path: &str) -> Sign {
        let names = Names { entries: &self.entries, parameters: &self.parameters, outside: &Nothing };
        self.definitions.scope(&names).sign(path)
    }
}

/// No name at all.
struct Nothing;

impl Scope for Nothing {
    fn kind(&self, _: &str) -> Option<Kind> {
        None
    }

    fn names(&self) -> Vec<String> {
        Vec::new()
    }
}

/// A program in a rehearsal, where its entries are tied to answers and to the persona.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figured {
    program: Program,
    exercise: Exercise,
}

impl Figured {
    /// `outside` tells the names of the scenario.
    pub fn new(program: Program, outside: &dyn Scope) -> Self {
        let exercise = Exercise::new(&program, outside);
        Self { program, exercise }
    }

    /// What the entry, the figure or the named term at `path` is worth, when the names outside are worth what `lived`
    /// tells.
    pub fn value(&self, path: &str, lived: &dyn World, today: Date) -> Value {
        self.found(lived, today, |world| world.value(path))
    }

    /// How many items the list at `path` has.
    pub fn count(&self, path: &str, lived: &dyn World, today: Date) -> usize {
        self.found(lived, today, |world| world.count(path))
    }

    fn found<T>(&self, lived: &dyn World, today: Date, read: impl FnOnce(&Found<'_>) -> T) -> T {
        let none = self.program.parameters.at(today);
        let day = self.program.day(&self.exercise.world(lived, &none), today);
        let figures = self.program.parameters.at(day);
        let tied = self.exercise.world(lived, &figures);
        read(&self.program.definitions.world(&tied))
    }
}
