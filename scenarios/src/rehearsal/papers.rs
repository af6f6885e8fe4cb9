//! The persona's papers: those that Miroir draws, and those that the scenario writes, one for each item of a list.

use super::{state::State, wording::fill, world::Lived};
use crate::{
    graph::{Graph, WrittenPaper, base, id, numbers},
    papers::Paper,
    persona::Persona,
};

/// A paper on the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarriedPaper {
    /// Its key, then the numbers of the items it is about: `bulletin.1.3`.
    pub id: String,
    pub title: String,
    /// Received during the rehearsal, from a button of the site.
    pub downloaded: bool,
}

/// What a paper shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sheet {
    /// A model that the pages know how to draw, and the numbers of the items that this one is about.
    Drawn(Paper, Vec<usize>),
    /// A letter or a statement that the scenario writes.
    Written(Box<Letter>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    pub title: String,
    pub from: String,
    pub date: Option<String>,
    pub body: Vec<String>,
    /// Names and values.
    pub lines: Vec<(String, String)>,
}

/// Everything the learner can look at, in the order of the table; what was downloaded comes last.
pub fn carried(graph: &Graph, state: &State) -> Vec<CarriedPaper> {
    let mut papers = Vec::new();
    for (ids, downloaded) in [(&state.persona.papers, false), (&state.downloads, true)] {
        papers.extend(ids.iter().filter_map(|id| {
            Some(CarriedPaper { id: id.clone(), title: title(graph, state, id)?, downloaded })
        }));
    }
    papers
}

/// The title of the paper `id`, when there is such a paper.
pub(super) fn title(graph: &Graph, state: &State, id: &str) -> Option<String> {
    match Paper::from_key(base(id)) {
        Some(drawn) => Some(drawn.full_title(&state.persona, &numbers(id))),
        None => found(graph, state, id).map(|(paper, lived)| fill(&paper.title, &lived)),
    }
}

/// The paper `id`, when it is on the table.
pub fn paper(graph: &Graph, state: &State, id: &str) -> Option<Sheet> {
    if !state.has_paper(id) {
        return None;
    }
    if let Some(drawn) = Paper::from_key(base(id)) {
        return Some(Sheet::Drawn(drawn, numbers(id)));
    }
    let (paper, lived) = found(graph, state, id)?;
    Some(Sheet::Written(Box::new(Letter {
        title: fill(&paper.title, &lived),
        from: fill(&paper.from, &lived),
        date: paper.date.as_ref().map(|date| fill(date, &lived)),
        body: paper.body.iter().map(|text| fill(text, &lived)).collect(),
        lines: paper.lines.iter().map(|(name, value)| (name.clone(), fill(value, &lived))).collect(),
    })))
}

/// The steps of the envelope, in plain words; none when the scenario gives none.
pub fn envelope(graph: &Graph, state: &State) -> Vec<String> {
    let outside = Lived::new(graph, state);
    graph.envelope.iter().map(|step| fill(step, &outside)).collect()
}

fn found<'a>(graph: &'a Graph, state: &'a State, id: &str) -> Option<(&'a WrittenPaper, Lived<'a>)> {
    let paper = graph.paper(id)?;
    let mut lived = Lived::new(graph, state);
    for (each, number) in paper.each.iter().zip(numbers(id)) {
        lived = lived.at(each, number);
    }
    Some((paper, lived))
}

/// The persona with the papers that the scenario has it carry, each as often as there are items.
pub(super) fn with_papers(graph: &Graph, state: &State) -> Persona {
    let mut persona = (*state.persona).clone();
    for paper in graph.written.iter().filter(|paper| paper.carried) {
        let mut places = vec![Lived::new(graph, state)];
        for each in &paper.each {
            places = places.iter().flat_map(|lived| lived.items(each)).collect();
        }
        let wanted = places.iter().filter(|lived| lived.holds(paper.when.as_ref()));
        persona.papers.extend(wanted.map(|lived| id(&paper.key, &lived.numbers)));
    }
    persona
}
