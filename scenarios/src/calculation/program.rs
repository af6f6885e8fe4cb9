//! A calculation checked once, run as often as wanted.
//!
//! Running cannot fail: it gives the results, or the sentence that says why there are none.

use super::{
    Calculation, Entry, Input,
    checking::Checking,
    explain::{self, Step},
    given::Given,
    scope::Names,
};
use crate::{
    date::Date,
    parameters::{Figures, Parameters},
    term::{Definitions, Found, Kind, Problem, Scope, Term, Value, World},
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
        self.in_world(input, today, |world, _| self.results_in(world))
    }

    /// What was worked out on the way, and the results.
    pub fn explain(&self, input: &Input, today: Date) -> Result<(Vec<Step>, Results<'_>), String> {
        self.in_world(input, today, |world, at| {
            let results = self.results_in(world);
            (explain::steps(&self.definitions, &self.parameters, world, at), results)
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
        read: impl FnOnce(&Found<'_>, Date) -> T,
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
        let read = read(&world, at);
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
