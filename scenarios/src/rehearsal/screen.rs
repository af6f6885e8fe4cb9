//! What a viewer sees of a rehearsal's screen: texts filled, values shown or withheld, nothing left to look up.
//!
//! It draws nothing. A value is withheld here, not in views: error texts and recaps quote values too.

mod asked;
mod finish;
mod glossed;
mod mailbox;

pub use self::{
    asked::{Asked, STOPPED, ShownProblem},
    finish::{Finish, FinishMistake, RecapGroup, RecapRow, RecapValue, Receipt, Verdict},
    mailbox::{MailLine, OpenMail, has_phone, mail, mails, texts, unread},
};
use super::{
    command::Draft,
    cookies::{self, Cookies},
    mode::Mode,
    questions::{Question, Wanted, questions},
    state::State,
    wording::shown,
    world::Lived,
};
use crate::{
    drawing::Drawing,
    graph::{self, Block, BlockKind, Exit, Graph, Template, id},
    model::Tone,
};

/// Who looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Viewer {
    Learner,
    /// Staff, without the learner's agreement: no value is shown.
    Staff,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screen {
    /// Key of the page, with the number of its item when it is repeated.
    pub key: String,
    pub title: String,
    /// Path in the simulated address bar.
    pub path: String,
    /// Links of the site's menu and of its foot.
    pub menu: Vec<ShownLink>,
    pub footer: Vec<ShownLink>,
    /// The site's cookie banner, until the end.
    pub cookies: Option<Cookies>,
    /// Names of the steps and the rank of this screen's, when it is one.
    pub steps: Vec<String>,
    pub step: Option<usize>,
    pub pieces: Vec<Piece>,
    pub problems: Vec<ShownProblem>,
    /// Words of the page that the scenario explains.
    pub words: Vec<graph::Word>,
    /// Words on the button that goes on; none on a page that has none.
    pub button: Option<String>,
    pub can_go_back: bool,
    pub recap: Vec<RecapGroup>,
    pub finish: Option<Finish>,
    pub visit: u32,
    /// Whether the rehearsal stands on this screen; otherwise it was passed and is looked at again.
    pub current: bool,
}

/// Words that lead to a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownLink {
    pub words: String,
    pub page: String,
}

/// One piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Paragraph(String),
    Heading(String),
    List(Vec<String>),
    Notice {
        tone: Tone,
        text: String,
    },
    Details {
        title: String,
        text: Vec<String>,
    },
    Table {
        caption: String,
        columns: Vec<String>,
        rows: Vec<Vec<String>>,
    },
    Definitions(Vec<(String, String)>),
    Image {
        drawing: Drawing,
        description: String,
    },
    Link(ShownLink),
    /// A button, by its rank on the page.
    Button {
        words: String,
        rank: usize,
        /// What it downloads is among the papers.
        downloaded: bool,
    },
    Group {
        title: Option<String>,
        pieces: Vec<Self>,
    },
    Rows {
        name: String,
        rows: Vec<(Option<String>, Vec<Self>)>,
        add: Option<String>,
    },
    Asked(Box<Asked>),
}

impl Screen {
    /// The questions of the page, in order.
    pub fn asked(&self) -> Vec<&Asked> {
        fn gather<'s>(pieces: &'s [Piece], asked: &mut Vec<&'s Asked>) {
            for piece in pieces {
                match piece {
                    Piece::Asked(one) => asked.push(one),
                    Piece::Group { pieces, .. } => gather(pieces, asked),
                    Piece::Rows { rows, .. } => rows.iter().for_each(|(_, pieces)| gather(pieces, asked)),
                    _ => {}
                }
            }
        }
        let mut asked = Vec::new();
        gather(&self.pieces, &mut asked);
        asked
    }
}

/// The screen `key` as `viewer` sees it: the current one, or one already passed. `None` for any other.
pub fn screen(graph: &Graph, state: &State, key: &str, draft: &Draft, viewer: Viewer) -> Option<Screen> {
    let screen = graph.screen(key)?;
    let current = state.screen == key;
    if !current && (state.ended.is_some() || !state.trail.iter().any(|passed| passed == key)) {
        return None;
    }
    let lived = Lived::on(graph, state, screen, key);
    let ended = state.ended.is_some();
    let eye = Eye { graph, state, draft, viewer, key };
    let steps: Vec<String> = graph.steps().into_iter().map(ToOwned::to_owned).collect();
    let there = questions(screen, &lived, Wanted::Shown);
    let problems = if current { eye.problems(&there) } else { Vec::new() };
    let site = |links: &[graph::Link]| {
        links.iter().filter(|_| screen.has_menu && !ended).map(|link| eye.link(link, &lived)).collect()
    };
    let mut buttons = 0;
    let title = eye.text(&screen.title, &lived);
    let pieces = eye.pieces(&screen.blocks, &lived, &problems, &mut buttons);
    Some(Screen {
        key: key.to_owned(),
        words: glossed::words(graph, &title, &pieces),
        title,
        path: screen.path.clone(),
        menu: site(&graph.site.menu),
        footer: site(&graph.site.footer),
        cookies: cookies::shown(graph, state, |words| eye.text(words, &lived)),
        step: screen.step.as_ref().and_then(|step| steps.iter().position(|name| name == step)),
        steps,
        pieces,
        button: button(screen, !there.is_empty()).filter(|_| !ended),
        problems,
        can_go_back: current && !state.trail.is_empty() && !ended,
        recap: screen.recap.iter().flat_map(|page| eye.groups(page)).collect(),
        finish: current.then(|| eye.finish(screen)).flatten(),
        visit: state.visit,
        current,
    })
}

pub(super) struct Eye<'a> {
    graph: &'a Graph,
    state: &'a State,
    draft: &'a Draft,
    viewer: Viewer,
    /// The screen looked at.
    key: &'a str,
}

impl<'a> Eye<'a> {
    fn is_testing(&self) -> bool {
        self.state.mode == Mode::Test && self.state.ended.is_none()
    }

    fn text(&self, template: &Template, lived: &Lived<'_>) -> String {
        shown(template, lived, self.viewer)
    }

    fn texts(&self, templates: &[Template], lived: &Lived<'_>) -> Vec<String> {
        templates.iter().map(|template| self.text(template, lived)).collect()
    }

    fn link(&self, link: &graph::Link, lived: &Lived<'_>) -> ShownLink {
        ShownLink { words: self.text(&link.words, lived), page: link.page.clone() }
    }

    fn pieces(
        &self,
        blocks: &'a [Block],
        lived: &Lived<'a>,
        problems: &[ShownProblem],
        buttons: &mut usize,
    ) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for block in blocks.iter().filter(|block| lived.holds(block.when.as_ref())) {
            match &block.kind {
                BlockKind::Group { title, each, blocks } => {
                    pieces.extend(lived.each(each.as_ref()).iter().map(|inside| Piece::Group {
                        title: title.as_ref().map(|title| self.text(title, inside)),
                        pieces: self.pieces(blocks, inside, problems, buttons),
                    }));
                }
                BlockKind::Field(field) => {
                    if lived.holds(field.when.as_ref()) {
                        let id = id(&field.key, &lived.numbers);
                        let question = Question { lived: lived.asked(field, id.clone()), id, field };
                        pieces.push(Piece::Asked(Box::new(self.asked(&question, problems))));
                    }
                }
                BlockKind::Rows(rows) => {
                    let there = lived.rows(rows);
                    let name = lived.rows_id(rows);
                    let add = (there.len() < rows.most).then(|| rows.add.clone());
                    let mut row = |inside: &Lived<'a>| {
                        let title = rows.title.as_ref().map(|title| self.text(title, inside));
                        (title, self.pieces(&rows.blocks, inside, problems, buttons))
                    };
                    let rows = there.iter().map(&mut row).collect();
                    pieces.push(Piece::Rows { name, rows, add });
                }
                // Nothing leads anywhere once it is over.
                BlockKind::Button(_) | BlockKind::Link(_) if self.state.ended.is_some() => {}
                BlockKind::Button(button) => {
                    let has = |paper: &String| self.state.downloads.contains(paper);
                    let downloaded = button.downloads.as_ref().is_some_and(has);
                    let words = self.text(&button.words, lived);
                    pieces.push(Piece::Button { words, rank: *buttons, downloaded });
                    *buttons += 1;
                }
                other => pieces.extend(self.still(other, lived)),
            }
        }
        pieces
    }

    /// A piece that asks nothing.
    fn still(&self, block: &'a BlockKind, lived: &Lived<'a>) -> Option<Piece> {
        let text = |template| self.text(template, lived);
        Some(match block {
            BlockKind::Paragraph(words) => Piece::Paragraph(text(words)),
            BlockKind::Heading(words) => Piece::Heading(text(words)),
            BlockKind::List(items) => Piece::List(self.texts(items, lived)),
            BlockKind::Notice { tone, text: words } => Piece::Notice { tone: *tone, text: text(words) },
            BlockKind::Details { title, text: words } => {
                Piece::Details { title: text(title), text: self.texts(words, lived) }
            }
            BlockKind::Table { caption, columns, each, rows } => {
                let places = lived.each(each.as_ref());
                let filled = places.iter().flat_map(|inside| rows.iter().map(|row| self.texts(row, inside)));
                Piece::Table {
                    caption: text(caption),
                    columns: self.texts(columns, lived),
                    rows: filled.collect(),
                }
            }
            BlockKind::Definitions(pairs) => Piece::Definitions(
                pairs.iter().map(|(name, meaning)| (name.clone(), self.text(meaning, lived))).collect(),
            ),
            BlockKind::Image { drawing, description } => {
                Piece::Image { drawing: *drawing, description: description.clone() }
            }
            BlockKind::Link(link) => Piece::Link(self.link(link, lived)),
            BlockKind::Group { .. } | BlockKind::Rows(_) | BlockKind::Field(_) | BlockKind::Button(_) => {
                return None;
            }
        })
    }
}

/// The words of the page's button. A page of links alone has none, unless its author gives it one.
fn button(screen: &graph::Screen, asks: bool) -> Option<String> {
    let usual = || "Continuer".to_owned();
    leads_on(screen, asks).then(|| screen.button.clone().unwrap_or_else(usual))
}

/// Whether the screen has a button of its own; `asks` tells whether it has a question now.
pub(super) fn leads_on(screen: &graph::Screen, asks: bool) -> bool {
    let links = !asks && screen.recap.is_empty() && has_links(&screen.blocks);
    let usual = !links && !screen.detour;
    matches!(screen.exit, Exit::To(_)) && (usual || screen.button.is_some())
}

fn has_links(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match &block.kind {
        BlockKind::Link(_) => true,
        BlockKind::Group { blocks, .. } => has_links(blocks),
        _ => false,
    })
}
